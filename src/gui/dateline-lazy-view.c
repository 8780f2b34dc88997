/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place in the view stack that makes its view when it is first shown: a list view builds some two hundred rows at
 * once, also on a page that nobody looks at. */
#include "config.h"

#include "dateline-lazy-view.h"

struct _DatelineLazyView
{
  AdwBin parent_instance;

  GType             view_type;
  DatelineSession  *session;
  DatelineSettings *settings;
};

enum
{
  PROP_0,
  PROP_VIEW_TYPE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineLazyView, dateline_lazy_view, ADW_TYPE_BIN)

static void
ensure_view (DatelineLazyView *self)
{
  if (self->session == NULL || adw_bin_get_child (ADW_BIN (self)) != NULL)
    return;

  adw_bin_set_child (ADW_BIN (self),
                     g_object_new (self->view_type,
                                   "session", self->session,
                                   "settings", self->settings,
                                   NULL));
}

static void
dateline_lazy_view_map (GtkWidget *widget)
{
  ensure_view (DATELINE_LAZY_VIEW (widget));

  GTK_WIDGET_CLASS (dateline_lazy_view_parent_class)->map (widget);
}

static void
dateline_lazy_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DatelineLazyView *self = DATELINE_LAZY_VIEW (object);

  switch (prop_id)
    {
    case PROP_VIEW_TYPE:
      g_value_set_gtype (value, self->view_type);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_lazy_view_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  DatelineLazyView *self = DATELINE_LAZY_VIEW (object);

  switch (prop_id)
    {
    case PROP_VIEW_TYPE:
      self->view_type = g_value_get_gtype (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_lazy_view_dispose (GObject *object)
{
  DatelineLazyView *self = DATELINE_LAZY_VIEW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dateline_lazy_view_parent_class)->dispose (object);
}

static void
dateline_lazy_view_class_init (DatelineLazyViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_lazy_view_dispose;
  object_class->get_property = dateline_lazy_view_get_property;
  object_class->set_property = dateline_lazy_view_set_property;

  widget_class->map = dateline_lazy_view_map;

  /**
   * DatelineLazyView:view-type:
   *
   * What to make: a subclass of `DatelineView`.
   */
  properties[PROP_VIEW_TYPE] =
    g_param_spec_gtype ("view-type", NULL, NULL, DATELINE_TYPE_VIEW,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_lazy_view_init (DatelineLazyView *self)
{
}

/**
 * dateline_lazy_view_set_context:
 * @self: a `DatelineLazyView`
 * @session: the session to show
 * @settings: the reader's preferences
 *
 * Says what the view is to be made of. Called once.
 */
void
dateline_lazy_view_set_context (DatelineLazyView *self,
                                DatelineSession  *session,
                                DatelineSettings *settings)
{
  g_return_if_fail (DATELINE_IS_LAZY_VIEW (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ensure_view (self);
}

/**
 * dateline_lazy_view_get_view:
 * @self: a `DatelineLazyView`
 *
 * The view, made now if need be.
 *
 * Returns: (transfer none) (nullable): the view, or %NULL without a session
 */
DatelineView *
dateline_lazy_view_get_view (DatelineLazyView *self)
{
  g_return_val_if_fail (DATELINE_IS_LAZY_VIEW (self), NULL);

  ensure_view (self);

  return (DatelineView *) adw_bin_get_child (ADW_BIN (self));
}
