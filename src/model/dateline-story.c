/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole: articles and everything found in them. The only writer of its lists. */
#include "config.h"

#include "dateline-story.h"

struct _DatelineStory
{
  GObject parent_instance;

  char       *id;
  char       *title;
  char       *description;
  char       *language;
  GListStore *items[DATELINE_N_ITEM_KINDS];
  GHashTable *by_id;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_LANGUAGE,
  PROP_ARTICLES,
  PROP_PEOPLE,
  PROP_EVENTS,
  PROP_QUOTES,
  PROP_REACTIONS,
  PROP_CLAIMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
  g_autofree char *text = g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : "");

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_steal_pointer (&text);
      break;
    case PROP_TITLE:
      self->title = g_steal_pointer (&text);
      break;
    case PROP_DESCRIPTION:
      self->description = g_steal_pointer (&text);
      break;
    case PROP_LANGUAGE:
      self->language = g_steal_pointer (&text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Items that refer to their like could do so in a circle, and would then keep each other alive. */
static void
unlink_items (DatelineStory    *self,
              DatelineItemKind  kind)
{
  GListModel *items = G_LIST_MODEL (self->items[kind]);

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

      if (DATELINE_IS_EVENT (item))
        dateline_event_set_part_of (DATELINE_EVENT (item), NULL);
      else if (DATELINE_IS_QUOTE (item))
        dateline_quote_set_original (DATELINE_QUOTE (item), NULL);
      else if (DATELINE_IS_REACTION (item))
        dateline_reaction_set_answers (DATELINE_REACTION (item), NULL);
    }
}

static void
dateline_story_dispose (GObject *object)
{
  DatelineStory *self = DATELINE_STORY (object);
  GListModel *articles = G_LIST_MODEL (self->items[DATELINE_ITEM_ARTICLE]);

  for (guint i = 0; articles != NULL && i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);

      dateline_article_clear_dates (article);
    }

  unlink_items (self, DATELINE_ITEM_EVENT);
  unlink_items (self, DATELINE_ITEM_QUOTE);
  unlink_items (self, DATELINE_ITEM_REACTION);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  for (guint i = 0; i < DATELINE_N_ITEM_KINDS; i++)
    g_clear_object (&self->items[i]);

  G_OBJECT_CLASS (dateline_story_parent_class)->dispose (object);
}

static void
dateline_story_finalize (GObject *object)
{
  DatelineStory *self = DATELINE_STORY (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->language, g_free);

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
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStory:description:
   *
   * What the story is about, in a paragraph.
   */
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineStory:language:
   *
   * The language of the title and the description, as a BCP 47 tag.
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

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
    self->items[i] = g_list_store_new (types[i]);
  /* The ids belong to the items, which the lists own. */
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
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
 * dateline_story_add:
 * @self: a `DatelineStory`
 * @item: what to add
 *
 * Appends an item to the list of its kind. An article gets its place and badge.
 *
 * Returns: %FALSE if the story has another item of that id already; then nothing is added
 */
gboolean
dateline_story_add (DatelineStory *self,
                    DatelineItem  *item)
{
  DatelineItemKind kind;

  g_return_val_if_fail (DATELINE_IS_STORY (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), FALSE);

  if (g_hash_table_contains (self->by_id, dateline_item_get_id (item)))
    return FALSE;

  kind = dateline_item_get_kind (item);
  if (kind == DATELINE_ITEM_ARTICLE)
    dateline_article_set_position (DATELINE_ARTICLE (item),
                                   g_list_model_get_n_items (G_LIST_MODEL (self->items[kind])));

  g_hash_table_insert (self->by_id, (gpointer) dateline_item_get_id (item), item);
  g_list_store_append (self->items[kind], item);

  return TRUE;
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

  return g_hash_table_lookup (self->by_id, id);
}
