/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window or a command works with: the open story and what the reader does with it. */
#include "config.h"

#include "dateline-session.h"

struct _DatelineSession
{
  GObject parent_instance;

  DatelineStory     *story;
  DatelineIndex     *index;
  DatelineNavigator *navigator;
  DatelineClippings *clippings;
};

enum
{
  PROP_0,
  PROP_STORY,
  PROP_INDEX,
  PROP_NAVIGATOR,
  PROP_CLIPPINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineSession, dateline_session, G_TYPE_OBJECT)

static void
dateline_session_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DatelineSession *self = DATELINE_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORY:
      g_value_set_object (value, self->story);
      break;
    case PROP_INDEX:
      g_value_set_object (value, self->index);
      break;
    case PROP_NAVIGATOR:
      g_value_set_object (value, self->navigator);
      break;
    case PROP_CLIPPINGS:
      g_value_set_object (value, self->clippings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_session_dispose (GObject *object)
{
  DatelineSession *self = DATELINE_SESSION (object);

  g_clear_object (&self->clippings);
  g_clear_object (&self->navigator);
  g_clear_object (&self->index);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_session_parent_class)->dispose (object);
}

static void
dateline_session_class_init (DatelineSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_session_dispose;
  object_class->get_property = dateline_session_get_property;

  /**
   * DatelineSession:story:
   *
   * The open story.
   */
  properties[PROP_STORY] =
    g_param_spec_object ("story", NULL, NULL, DATELINE_TYPE_STORY,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:index:
   *
   * What follows from the story.
   */
  properties[PROP_INDEX] =
    g_param_spec_object ("index", NULL, NULL, DATELINE_TYPE_INDEX,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:navigator:
   *
   * What the reader looks at.
   */
  properties[PROP_NAVIGATOR] =
    g_param_spec_object ("navigator", NULL, NULL, DATELINE_TYPE_NAVIGATOR,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSession:clippings:
   *
   * What the reader picked.
   */
  properties[PROP_CLIPPINGS] =
    g_param_spec_object ("clippings", NULL, NULL, DATELINE_TYPE_CLIPPINGS,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_session_init (DatelineSession *self)
{
  self->navigator = dateline_navigator_new ();
  self->clippings = dateline_clippings_new ();
}

/**
 * dateline_session_new:
 * @story: the story to work with
 *
 * Opens a session with nothing selected and nothing picked.
 *
 * Returns: (transfer full): a new session
 */
DatelineSession *
dateline_session_new (DatelineStory *story)
{
  DatelineSession *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  self = g_object_new (DATELINE_TYPE_SESSION, NULL);
  self->story = g_object_ref (story);
  self->index = dateline_index_new (story);

  return self;
}

/**
 * dateline_session_get_story:
 * @self: a `DatelineSession`
 *
 * The open story.
 *
 * Returns: (transfer none): the story
 */
DatelineStory *
dateline_session_get_story (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->story;
}

/**
 * dateline_session_get_index:
 * @self: a `DatelineSession`
 *
 * What follows from the story.
 *
 * Returns: (transfer none): the index
 */
DatelineIndex *
dateline_session_get_index (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->index;
}

/**
 * dateline_session_get_navigator:
 * @self: a `DatelineSession`
 *
 * What the reader looks at.
 *
 * Returns: (transfer none): the navigator
 */
DatelineNavigator *
dateline_session_get_navigator (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->navigator;
}

/**
 * dateline_session_get_clippings:
 * @self: a `DatelineSession`
 *
 * What the reader picked.
 *
 * Returns: (transfer none): the clippings
 */
DatelineClippings *
dateline_session_get_clippings (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->clippings;
}
