/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of the views: each is handed the session and the settings when it is made, and knows nothing else. */
#include "config.h"

#include "dateline-view.h"

#include "dateline-follower.h"
#include "dateline-item-keys.h"

typedef struct
{
  DatelineSession  *session;
  DatelineSettings *settings;
} DatelineViewPrivate;

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DatelineView, dateline_view, ADW_TYPE_BIN)

static void
dateline_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DatelineView *self = DATELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, dateline_view_get_session (self));
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, dateline_view_get_settings (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DatelineViewPrivate *priv = dateline_view_get_instance_private (DATELINE_VIEW (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      priv->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
refresh (gpointer widget)
{
  DATELINE_VIEW_GET_CLASS (widget)->refresh (widget);
}

static void
dateline_view_constructed (GObject *object)
{
  DatelineViewPrivate *priv = dateline_view_get_instance_private (DATELINE_VIEW (object));

  G_OBJECT_CLASS (dateline_view_parent_class)->constructed (object);

  if (DATELINE_VIEW_GET_CLASS (object)->refresh != NULL)
    dateline_follower_attach (GTK_WIDGET (object), dateline_session_get_story (priv->session), refresh);
}

static void
dateline_view_dispose (GObject *object)
{
  DatelineViewPrivate *priv = dateline_view_get_instance_private (DATELINE_VIEW (object));

  g_clear_object (&priv->session);
  g_clear_object (&priv->settings);

  G_OBJECT_CLASS (dateline_view_parent_class)->dispose (object);
}

static void
dateline_view_class_init (DatelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dateline_view_constructed;
  object_class->dispose = dateline_view_dispose;
  object_class->get_property = dateline_view_get_property;
  object_class->set_property = dateline_view_set_property;

  /**
   * DatelineView:session:
   *
   * The session that the view shows.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DATELINE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineView:settings:
   *
   * The reader's preferences.
   */
  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, DATELINE_TYPE_SETTINGS,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_view_init (DatelineView *self)
{
  dateline_item_keys_add (GTK_WIDGET (self));
}

/**
 * dateline_view_get_session:
 * @self: a `DatelineView`
 *
 * The session that the view shows.
 *
 * Returns: (transfer none): the session
 */
DatelineSession *
dateline_view_get_session (DatelineView *self)
{
  DatelineViewPrivate *priv = dateline_view_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_VIEW (self), NULL);

  return priv->session;
}

/**
 * dateline_view_get_settings:
 * @self: a `DatelineView`
 *
 * The reader's preferences.
 *
 * Returns: (transfer none): the settings
 */
DatelineSettings *
dateline_view_get_settings (DatelineView *self)
{
  DatelineViewPrivate *priv = dateline_view_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_VIEW (self), NULL);

  return priv->settings;
}

/**
 * dateline_view_is_stale:
 * @self: a `DatelineView`
 *
 * Whether the story changed and the view has yet to follow. What else it hears of then can wait for that.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_view_is_stale (DatelineView *self)
{
  g_return_val_if_fail (DATELINE_IS_VIEW (self), FALSE);

  return dateline_follower_is_stale (GTK_WIDGET (self));
}

/**
 * dateline_view_catch_up:
 * @self: a `DatelineView`
 *
 * Follows the story now, for who is about to show something that is new in it.
 */
void
dateline_view_catch_up (DatelineView *self)
{
  g_return_if_fail (DATELINE_IS_VIEW (self));

  dateline_follower_catch_up (GTK_WIDGET (self));
}
