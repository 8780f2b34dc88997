/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole: articles and everything found in them. The only writer of its lists. */
#include "config.h"

#include "dateline-story-private.h"

#include "dateline-field.h"
#include "dateline-item-private.h"

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_LANGUAGE,
  PROP_NOTE,
  PROP_ARTICLES,
  PROP_PEOPLE,
  PROP_EVENTS,
  PROP_QUOTES,
  PROP_REACTIONS,
  PROP_CLAIMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineStory, dateline_story, G_TYPE_OBJECT)

static void
dateline_story_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DatelineStory *self = DATELINE_STORY (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_ARTICLES:
      g_value_set_object (value, self->items[DATELINE_ITEM_ARTICLE]);
      break;
    case PROP_PEOPLE:
      g_value_set_object (value, self->items[DATELINE_ITEM_PERSON]);
      break;
    case PROP_EVENTS:
      g_value_set_object (value, self->items[DATELINE_ITEM_EVENT]);
      break;
    case PROP_QUOTES:
      g_value_set_object (value, self->items[DATELINE_ITEM_QUOTE]);
      break;
    case PROP_REACTIONS:
      g_value_set_object (value, self->items[DATELINE_ITEM_REACTION]);
      break;
    case PROP_CLAIMS:
      g_value_set_object (value, self->items[DATELINE_ITEM_CLAIM]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_story_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DatelineStory *self = DATELINE_STORY (object);
  gboolean is_changed = FALSE;

  switch (prop_id)
    {
    case PROP_ID:
      dateline_field_set_string (&self->id, value);
      break;
    case PROP_TITLE:
      is_changed = dateline_field_set_string (&self->title, value);
      break;
    case PROP_DESCRIPTION:
      is_changed = dateline_field_set_string (&self->description, value);
      break;
    case PROP_LANGUAGE:
      is_changed = dateline_field_set_string (&self->language, value);
      break;
    case PROP_NOTE:
      is_changed = dateline_field_set_string (&self->note, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (is_changed)
    g_object_notify_by_pspec (object, pspec);
}

/* Lets the items of a list go one by one, and the circles among them first. What is not in memory is not asked for any
 * more. */
static void
unlink_items (DatelineItemList *list)
{
  g_autoptr(GPtrArray) items = list != NULL ? dateline_item_list_dup_made (list) : g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      dateline_item_set_story (g_ptr_array_index (items, i), NULL, 0);
      dateline_item_unlink (g_ptr_array_index (items, i));
    }
}

static void
dateline_story_dispose (GObject *object)
{
  DatelineStory *self = DATELINE_STORY (object);

  for (guint i = 0; i < DATELINE_N_ITEM_KINDS; i++)
    unlink_items (self->items[i]);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  for (guint i = 0; i < DATELINE_N_ITEM_KINDS; i++)
    {
      /* Somebody else may keep the list. */
      if (self->items[i] != NULL)
        dateline_item_list_close (self->items[i]);
      g_clear_object (&self->items[i]);
    }
  g_clear_object (&self->source);
  g_clear_pointer (&self->touched, g_ptr_array_unref);
  g_clear_pointer (&self->fates, g_hash_table_unref);

  G_OBJECT_CLASS (dateline_story_parent_class)->dispose (object);
}

static void
dateline_story_finalize (GObject *object)
{
  DatelineStory *self = DATELINE_STORY (object);

  g_clear_pointer (&self->id, dateline_field_free_string);
  g_clear_pointer (&self->title, dateline_field_free_string);
  g_clear_pointer (&self->description, dateline_field_free_string);
  g_clear_pointer (&self->language, dateline_field_free_string);
  g_clear_pointer (&self->note, dateline_field_free_string);

  G_OBJECT_CLASS (dateline_story_parent_class)->finalize (object);
}

static void
dateline_story_class_init (DatelineStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_story_dispose;
  object_class->finalize = dateline_story_finalize;
  object_class->get_property = dateline_story_get_property;
  object_class->set_property = dateline_story_set_property;

  /**
   * DatelineStory:id:
   *
   * What names the story among others.
   */
  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStory:title:
   *
   * What the story is called.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineStory:description:
   *
   * What the story is about, in a paragraph.
   */
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineStory:language:
   *
   * The language of the title and the description, as a BCP 47 tag.
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineStory:note:
   *
   * What the reader should know besides, or an empty string.
   */
  properties[PROP_NOTE] =
    g_param_spec_string ("note", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineStory:articles:
   *
   * The articles of the story, as a list of `DatelineArticle`.
   */
  properties[PROP_ARTICLES] =
    g_param_spec_object ("articles", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStory:people:
   *
   * The people of the story, as a list of `DatelinePerson`.
   */
  properties[PROP_PEOPLE] =
    g_param_spec_object ("people", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStory:events:
   *
   * The events of the story, as a list of `DatelineEvent`.
   */
  properties[PROP_EVENTS] =
    g_param_spec_object ("events", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStory:quotes:
   *
   * The quotes of the story, as a list of `DatelineQuote`.
   */
  properties[PROP_QUOTES] =
    g_param_spec_object ("quotes", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStory:reactions:
   *
   * The reactions of the story, as a list of `DatelineReaction`.
   */
  properties[PROP_REACTIONS] =
    g_param_spec_object ("reactions", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStory:claims:
   *
   * The claims of the story, as a list of `DatelineClaim`.
   */
  properties[PROP_CLAIMS] =
    g_param_spec_object ("claims", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DatelineStory::refreshed:
   * @self: a `DatelineStory`
   * @changed: (element-type DatelineItem): the items that were inserted, moved or touched, each once
   * @removed: (element-type DatelineItem): the items that were removed and are in the story no more, each once
   *
   * Emitted after the lists of the story and the fields of its items changed, once for all changes that belong together.
   * What a `DatelineIndex` of the story says is up to date then.
   */
  signals[REFRESHED] =
    g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2,
                  G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE,
                  G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
dateline_story_init (DatelineStory *self)
{
  const GType types[DATELINE_N_ITEM_KINDS] = {
    [DATELINE_ITEM_ARTICLE] = DATELINE_TYPE_ARTICLE,
    [DATELINE_ITEM_PERSON] = DATELINE_TYPE_PERSON,
    [DATELINE_ITEM_EVENT] = DATELINE_TYPE_EVENT,
    [DATELINE_ITEM_QUOTE] = DATELINE_TYPE_QUOTE,
    [DATELINE_ITEM_REACTION] = DATELINE_TYPE_REACTION,
    [DATELINE_ITEM_CLAIM] = DATELINE_TYPE_CLAIM,
    [DATELINE_ITEM_ACCOUNT] = DATELINE_TYPE_ACCOUNT
  };

  for (guint i = 0; i < DATELINE_N_ITEM_KINDS; i++)
    self->items[i] = dateline_item_list_new (types[i]);
  /* The ids belong to the items, which the lists own. */
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->touched = g_ptr_array_new_with_free_func (g_object_unref);
  self->fates = g_hash_table_new (NULL, NULL);
}

/**
 * dateline_story_new:
 * @id: what names the story among others
 * @title: what it is called
 * @description: (nullable): what it is about
 * @language: (nullable): the language of the two, as a BCP 47 tag
 *
 * Creates an empty story.
 *
 * Returns: (transfer full): a new story
 */
DatelineStory *
dateline_story_new (const char *id,
                    const char *title,
                    const char *description,
                    const char *language)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (DATELINE_TYPE_STORY,
                       "id", id,
                       "title", title,
                       "description", description,
                       "language", language,
                       NULL);
}

/**
 * dateline_story_get_id:
 * @self: a `DatelineStory`
 *
 * What names the story among others.
 *
 * Returns: the id
 */
const char *
dateline_story_get_id (DatelineStory *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), "");

  return self->id;
}

/**
 * dateline_story_get_title:
 * @self: a `DatelineStory`
 *
 * What the story is called.
 *
 * Returns: the title
 */
const char *
dateline_story_get_title (DatelineStory *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), "");

  return self->title;
}

/**
 * dateline_story_get_description:
 * @self: a `DatelineStory`
 *
 * What the story is about, in a paragraph.
 *
 * Returns: the description
 */
const char *
dateline_story_get_description (DatelineStory *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), "");

  return self->description;
}

/**
 * dateline_story_get_language:
 * @self: a `DatelineStory`
 *
 * The language of the title and the description, as a BCP 47 tag.
 *
 * Returns: the language
 */
const char *
dateline_story_get_language (DatelineStory *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), "");

  return self->language;
}

/**
 * dateline_story_get_note:
 * @self: a `DatelineStory`
 *
 * What the reader should know besides.
 *
 * Returns: the note, or an empty string
 */
const char *
dateline_story_get_note (DatelineStory *self)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), "");

  return self->note;
}

/**
 * dateline_story_get_articles:
 * @self: a `DatelineStory`
 *
 * The articles of the story.
 *
 * Returns: (transfer none): a list of `DatelineArticle`
 */
GListModel *
dateline_story_get_articles (DatelineStory *self)
{
  return dateline_story_get_items (self, DATELINE_ITEM_ARTICLE);
}

/**
 * dateline_story_get_people:
 * @self: a `DatelineStory`
 *
 * The people of the story.
 *
 * Returns: (transfer none): a list of `DatelinePerson`
 */
GListModel *
dateline_story_get_people (DatelineStory *self)
{
  return dateline_story_get_items (self, DATELINE_ITEM_PERSON);
}

/**
 * dateline_story_get_events:
 * @self: a `DatelineStory`
 *
 * The events of the story.
 *
 * Returns: (transfer none): a list of `DatelineEvent`
 */
GListModel *
dateline_story_get_events (DatelineStory *self)
{
  return dateline_story_get_items (self, DATELINE_ITEM_EVENT);
}

/**
 * dateline_story_get_quotes:
 * @self: a `DatelineStory`
 *
 * The quotes of the story.
 *
 * Returns: (transfer none): a list of `DatelineQuote`
 */
GListModel *
dateline_story_get_quotes (DatelineStory *self)
{
  return dateline_story_get_items (self, DATELINE_ITEM_QUOTE);
}

/**
 * dateline_story_get_reactions:
 * @self: a `DatelineStory`
 *
 * The reactions of the story.
 *
 * Returns: (transfer none): a list of `DatelineReaction`
 */
GListModel *
dateline_story_get_reactions (DatelineStory *self)
{
  return dateline_story_get_items (self, DATELINE_ITEM_REACTION);
}

/**
 * dateline_story_get_claims:
 * @self: a `DatelineStory`
 *
 * The claims of the story.
 *
 * Returns: (transfer none): a list of `DatelineClaim`
 */
GListModel *
dateline_story_get_claims (DatelineStory *self)
{
  return dateline_story_get_items (self, DATELINE_ITEM_CLAIM);
}

/**
 * dateline_story_get_items:
 * @self: a `DatelineStory`
 * @kind: which list
 *
 * The items of one kind, in the order of the story.
 *
 * Returns: (transfer none): a list of `DatelineItem`
 */
GListModel *
dateline_story_get_items (DatelineStory    *self,
                          DatelineItemKind  kind)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), NULL);
  g_return_val_if_fail (kind < DATELINE_N_ITEM_KINDS, NULL);

  return G_LIST_MODEL (self->items[kind]);
}

/**
 * dateline_story_lookup:
 * @self: a `DatelineStory`
 * @id: an id
 *
 * Finds an item by its id.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL
 */
DatelineItem *
dateline_story_lookup (DatelineStory *self,
                       const char    *id)
{
  g_return_val_if_fail (DATELINE_IS_STORY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (self->source != NULL && !g_hash_table_contains (self->by_id, id))
    dateline_source_lookup (self->source, id);

  return g_hash_table_lookup (self->by_id, id);
}

void
dateline_story_emit_refreshed (DatelineStory *self,
                               GPtrArray     *changed,
                               GPtrArray     *removed)
{
  g_return_if_fail (DATELINE_IS_STORY (self));

  g_signal_emit (self, signals[REFRESHED], 0, changed, removed);
}
