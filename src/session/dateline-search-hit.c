/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One result of a search: words to show, with what was found in them. It knows an item by its id, and looks for it only
 * once it is asked. */
#include "config.h"

#include "dateline-search-hit.h"

struct _DatelineSearchHit
{
  GObject parent_instance;

  DatelineStory      *story;
  DatelineSearchGroup group;
  char               *id;
  gboolean            is_passage;
  guint               start;
  guint               end;
  char               *title;
  GArray             *title_marks;
  char               *text;
  GArray             *text_marks;
  gboolean            leads_group;
  guint               group_size;
  gboolean            has_more;
  gboolean            is_cut;
};

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_ARTICLE,
  PROP_TITLE,
  PROP_TEXT,
  PROP_LEADS_GROUP,
  PROP_IS_CUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineSearchHit, dateline_search_hit, G_TYPE_OBJECT)

/* A claim stands where the first of its accounts does. */
static DatelinePassage *
dup_first_passage (DatelineItem *item)
{
  DatelinePassage *passage = dateline_item_dup_first_passage (item);

  if (passage == NULL && DATELINE_IS_CLAIM (item))
    {
      g_autoptr(DatelineItem) account = g_list_model_get_item (dateline_claim_get_accounts (DATELINE_CLAIM (item)), 0);

      if (account != NULL)
        passage = dateline_item_dup_first_passage (account);
    }

  return passage;
}

/* The article in which it stands. */
static DatelineArticle *
find_article (DatelineSearchHit *self)
{
  DatelineItem *item = dateline_search_hit_get_item (self);
  g_autoptr(DatelinePassage) passage = NULL;

  if (item == NULL)
    return NULL;
  if (DATELINE_IS_ARTICLE (item))
    return DATELINE_ARTICLE (item);

  passage = dup_first_passage (item);

  return passage != NULL ? dateline_passage_get_article (passage) : NULL;
}

static void
dateline_search_hit_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineSearchHit *self = DATELINE_SEARCH_HIT (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, dateline_search_hit_get_item (self));
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, find_article (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_LEADS_GROUP:
      g_value_set_boolean (value, self->leads_group);
      break;
    case PROP_IS_CUT:
      g_value_set_boolean (value, self->is_cut);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_search_hit_dispose (GObject *object)
{
  DatelineSearchHit *self = DATELINE_SEARCH_HIT (object);

  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_search_hit_parent_class)->dispose (object);
}

static void
dateline_search_hit_finalize (GObject *object)
{
  DatelineSearchHit *self = DATELINE_SEARCH_HIT (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_clear_pointer (&self->title_marks, g_array_unref);
  g_clear_pointer (&self->text_marks, g_array_unref);

  G_OBJECT_CLASS (dateline_search_hit_parent_class)->finalize (object);
}

static void
dateline_search_hit_class_init (DatelineSearchHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_search_hit_dispose;
  object_class->finalize = dateline_search_hit_finalize;
  object_class->get_property = dateline_search_hit_get_property;

  /**
   * DatelineSearchHit:item: (nullable)
   *
   * What was found, if it is still there.
   */
  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, DATELINE_TYPE_ITEM,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSearchHit:article: (nullable)
   *
   * The article in which it stands, if it stands anywhere.
   */
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, DATELINE_TYPE_ARTICLE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSearchHit:title:
   *
   * What it is called, or the sentence.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSearchHit:text:
   *
   * What else was found in it, or the empty string.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSearchHit:leads-group:
   *
   * Whether it is the first of its group in the list.
   */
  properties[PROP_LEADS_GROUP] =
    g_param_spec_boolean ("leads-group", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSearchHit:is-cut:
   *
   * Whether it leads a group of which the list shows only some.
   */
  properties[PROP_IS_CUT] =
    g_param_spec_boolean ("is-cut", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_search_hit_init (DatelineSearchHit *self)
{
}

/**
 * dateline_search_hit_new:
 * @story: the story that was searched
 * @group: what group of results it is in
 * @match: what was found
 * @leads_group: whether it is the first of its group in the list
 *
 * Creates a result.
 *
 * Returns: (transfer full): a new result
 */
DatelineSearchHit *
dateline_search_hit_new (DatelineStory       *story,
                         DatelineSearchGroup  group,
                         DatelineSearchMatch *match,
                         gboolean             leads_group)
{
  DatelineSearchHit *self;
  DatelineSearchExcerpt *title;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (match != NULL, NULL);

  title = match->title != NULL ? match->title : match->text;
  self = g_object_new (DATELINE_TYPE_SEARCH_HIT, NULL);
  self->story = g_object_ref (story);
  self->group = group;
  self->id = g_strdup (match->id);
  self->is_passage = match->is_block;
  self->start = match->start;
  self->end = match->end;
  self->title = g_strdup (title->text);
  self->title_marks = g_array_ref (title->ranges);
  self->text = g_strdup (match->title != NULL && match->text != NULL ? match->text->text : "");
  if (match->title != NULL && match->text != NULL)
    self->text_marks = g_array_ref (match->text->ranges);
  self->leads_group = leads_group;

  return self;
}

/**
 * dateline_search_hit_set_group_size:
 * @self: a `DatelineSearchHit` that leads its group
 * @size: how many results the group has
 * @has_more: whether there are more than that
 * @is_cut: whether the list shows only some of them
 *
 * Sets what the heading of the group says. To be called before anybody sees it.
 */
void
dateline_search_hit_set_group_size (DatelineSearchHit *self,
                                    guint              size,
                                    gboolean           has_more,
                                    gboolean           is_cut)
{
  g_return_if_fail (DATELINE_IS_SEARCH_HIT (self));

  self->group_size = size;
  self->has_more = has_more;
  self->is_cut = is_cut;
}

/**
 * dateline_search_hit_get_group_size:
 * @self: a `DatelineSearchHit` that leads its group
 * @has_more: (out): whether there are more than that
 *
 * How many results the group has.
 *
 * Returns: the number
 */
guint
dateline_search_hit_get_group_size (DatelineSearchHit *self,
                                    gboolean          *has_more)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), 0);
  g_return_val_if_fail (has_more != NULL, 0);

  *has_more = self->has_more;

  return self->group_size;
}

/**
 * dateline_search_hit_get_group:
 * @self: a `DatelineSearchHit`
 *
 * The group of results that it is in.
 *
 * Returns: the group
 */
DatelineSearchGroup
dateline_search_hit_get_group (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), DATELINE_SEARCH_ARTICLES);

  return self->group;
}

/**
 * dateline_search_hit_get_item:
 * @self: a `DatelineSearchHit`
 *
 * What was found.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL if it is gone
 */
DatelineItem *
dateline_search_hit_get_item (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), NULL);

  return dateline_story_lookup (self->story, self->id);
}

/**
 * dateline_search_hit_dup_passage:
 * @self: a `DatelineSearchHit`
 *
 * Where it stands: the sentence that was found, or the first passage of the item.
 *
 * Returns: (transfer full) (nullable): the passage, or %NULL if it stands nowhere
 */
DatelinePassage *
dateline_search_hit_dup_passage (DatelineSearchHit *self)
{
  DatelineItem *item;

  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), NULL);

  item = dateline_search_hit_get_item (self);
  if (item == NULL)
    return NULL;
  if (!self->is_passage)
    return DATELINE_IS_ARTICLE (item) ? NULL : dup_first_passage (item);

  /* The text may be another one by now. */
  if (!DATELINE_IS_ARTICLE (item) || self->end > dateline_article_get_length (DATELINE_ARTICLE (item)))
    return NULL;

  return dateline_passage_new (DATELINE_ARTICLE (item), self->start, self->end);
}

/**
 * dateline_search_hit_get_is_passage:
 * @self: a `DatelineSearchHit`
 *
 * Whether a sentence of an article was found.
 *
 * Returns: %FALSE if it was the item itself
 */
gboolean
dateline_search_hit_get_is_passage (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), FALSE);

  return self->is_passage;
}

/**
 * dateline_search_hit_get_title:
 * @self: a `DatelineSearchHit`
 *
 * What it is called, or the sentence; perhaps not all of it.
 *
 * Returns: the text
 */
const char *
dateline_search_hit_get_title (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), "");

  return self->title;
}

/**
 * dateline_search_hit_get_title_marks:
 * @self: a `DatelineSearchHit`
 *
 * Where in the title stands what was found.
 *
 * Returns: (transfer none) (element-type DatelineSearchRange): the places
 */
GArray *
dateline_search_hit_get_title_marks (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), NULL);

  return self->title_marks;
}

/**
 * dateline_search_hit_get_text:
 * @self: a `DatelineSearchHit`
 *
 * What else was found in it.
 *
 * Returns: the text, or the empty string
 */
const char *
dateline_search_hit_get_text (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), "");

  return self->text;
}

/**
 * dateline_search_hit_get_text_marks:
 * @self: a `DatelineSearchHit`
 *
 * Where in that text stands what was found.
 *
 * Returns: (transfer none) (nullable) (element-type DatelineSearchRange): the places
 */
GArray *
dateline_search_hit_get_text_marks (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), NULL);

  return self->text_marks;
}
