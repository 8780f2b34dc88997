/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place beside the views that is shared by the clippings and the forms: one of the two at a time, or neither. */
#include "config.h"

#include "dateline-side-panes.h"

#include "dateline-clippings-pane.h"
#include "dateline-edit-pane.h"

struct _DatelineSidePanes
{
  AdwBin parent_instance;

  gboolean          clippings_visible;
  gboolean          edit_visible;

  GtkStack         *stack;
  DatelineLazyView *clippings_view;
  DatelineLazyView *edit_view;
};

enum
{
  PROP_0,
  PROP_CLIPPINGS_VISIBLE,
  PROP_EDIT_VISIBLE,
  PROP_ANY_VISIBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineSidePanes, dateline_side_panes, ADW_TYPE_BIN)

static void
show_panes (DatelineSidePanes *self,
            gboolean           clippings_visible,
            gboolean           edit_visible)
{
  gboolean any_visible = self->clippings_visible || self->edit_visible;

  if (self->clippings_visible == clippings_visible && self->edit_visible == edit_visible)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->edit_visible && !edit_visible)
    dateline_side_panes_flush (self);
  if (self->clippings_visible != clippings_visible)
    {
      self->clippings_visible = clippings_visible;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLIPPINGS_VISIBLE]);
    }
  if (self->edit_visible != edit_visible)
    {
      self->edit_visible = edit_visible;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDIT_VISIBLE]);
    }
  if (clippings_visible || edit_visible)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (edit_visible ? self->edit_view : self->clippings_view));
  if (any_visible != (clippings_visible || edit_visible))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANY_VISIBLE]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
dateline_side_panes_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineSidePanes *self = DATELINE_SIDE_PANES (object);

  switch (prop_id)
    {
    case PROP_CLIPPINGS_VISIBLE:
      g_value_set_boolean (value, self->clippings_visible);
      break;
    case PROP_EDIT_VISIBLE:
      g_value_set_boolean (value, self->edit_visible);
      break;
    case PROP_ANY_VISIBLE:
      g_value_set_boolean (value, self->clippings_visible || self->edit_visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_side_panes_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DatelineSidePanes *self = DATELINE_SIDE_PANES (object);
  gboolean visible = g_value_get_boolean (value);

  switch (prop_id)
    {
    case PROP_CLIPPINGS_VISIBLE:
      show_panes (self, visible, self->edit_visible && !visible);
      break;
    case PROP_EDIT_VISIBLE:
      show_panes (self, self->clippings_visible && !visible, visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_side_panes_class_init (DatelineSidePanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dateline_side_panes_get_property;
  object_class->set_property = dateline_side_panes_set_property;

  g_type_ensure (DATELINE_TYPE_CLIPPINGS_PANE);
  g_type_ensure (DATELINE_TYPE_EDIT_PANE);

  /**
   * DatelineSidePanes:clippings-visible:
   *
   * Whether the clippings are to be seen.
   */
  properties[PROP_CLIPPINGS_VISIBLE] =
    g_param_spec_boolean ("clippings-visible", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSidePanes:edit-visible:
   *
   * Whether the forms are.
   */
  properties[PROP_EDIT_VISIBLE] =
    g_param_spec_boolean ("edit-visible", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSidePanes:any-visible:
   *
   * Whether one of the two is.
   */
  properties[PROP_ANY_VISIBLE] =
    g_param_spec_boolean ("any-visible", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-side-panes.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineSidePanes, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineSidePanes, clippings_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineSidePanes, edit_view);
}

static void
dateline_side_panes_init (DatelineSidePanes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_side_panes_set_context:
 * @self: a `DatelineSidePanes`
 * @session: the session to show
 * @settings: the reader's preferences
 *
 * Says what the panes are to be made of. Called once.
 */
void
dateline_side_panes_set_context (DatelineSidePanes *self,
                                 DatelineSession   *session,
                                 DatelineSettings  *settings)
{
  g_return_if_fail (DATELINE_IS_SIDE_PANES (self));

  dateline_lazy_view_set_context (self->clippings_view, session, settings);
  dateline_lazy_view_set_context (self->edit_view, session, settings);
}

/**
 * dateline_side_panes_hide:
 * @self: a `DatelineSidePanes`
 *
 * Leaves the place to the views.
 */
void
dateline_side_panes_hide (DatelineSidePanes *self)
{
  g_return_if_fail (DATELINE_IS_SIDE_PANES (self));

  show_panes (self, FALSE, FALSE);
}

/**
 * dateline_side_panes_open_edit:
 * @self: a `DatelineSidePanes`
 * @is_new: whether what is edited was just made, so that its name is no more than a proposal
 *
 * Goes to the forms.
 */
void
dateline_side_panes_open_edit (DatelineSidePanes *self,
                               gboolean           is_new)
{
  g_return_if_fail (DATELINE_IS_SIDE_PANES (self));

  show_panes (self, FALSE, TRUE);
  if (dateline_lazy_view_get_view (self->edit_view) != NULL)
    dateline_edit_pane_focus (DATELINE_EDIT_PANE (dateline_lazy_view_get_view (self->edit_view)), is_new);
}

/**
 * dateline_side_panes_toggle_edit:
 * @self: a `DatelineSidePanes`
 *
 * Goes to the forms, or leaves them when the keys are there already.
 */
void
dateline_side_panes_toggle_edit (DatelineSidePanes *self)
{
  GtkWidget *focus;

  g_return_if_fail (DATELINE_IS_SIDE_PANES (self));

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (self->edit_visible && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->edit_view)))
    {
      show_panes (self, FALSE, FALSE);
      return;
    }

  dateline_side_panes_open_edit (self, FALSE);
}

/**
 * dateline_side_panes_show_field:
 * @self: a `DatelineSidePanes`
 * @id: the item that is selected, the article that is read, or an empty string for the story
 * @property: a property of it
 *
 * Goes to a field of a form.
 */
void
dateline_side_panes_show_field (DatelineSidePanes *self,
                                const char        *id,
                                const char        *property)
{
  g_return_if_fail (DATELINE_IS_SIDE_PANES (self));

  show_panes (self, FALSE, TRUE);
  if (dateline_lazy_view_get_view (self->edit_view) != NULL)
    dateline_edit_pane_show_field (DATELINE_EDIT_PANE (dateline_lazy_view_get_view (self->edit_view)), id, property);
}

/**
 * dateline_side_panes_flush:
 * @self: a `DatelineSidePanes`
 *
 * Applies at once what was typed into a form.
 *
 * Returns: %FALSE if something now waits for a place to keep the story
 */
gboolean
dateline_side_panes_flush (DatelineSidePanes *self)
{
  GtkWidget *pane;

  g_return_val_if_fail (DATELINE_IS_SIDE_PANES (self), TRUE);

  /* A pane that was never shown is not made for this. */
  pane = adw_bin_get_child (ADW_BIN (self->edit_view));

  return pane == NULL || dateline_edit_pane_flush (DATELINE_EDIT_PANE (pane));
}
