/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One published text: what is known of it, and its text blocks. */
#include "config.h"

#include "dateline-article-private.h"

#include "dateline-field.h"
#include "dateline-item-private.h"
#include "dateline-story.h"

enum
{
  PROP_0,
  PROP_HEADLINE,
  PROP_PUBLISHER,
  PROP_BYLINE,
  PROP_PUBLISHED,
  PROP_ACCESSED,
  PROP_LANGUAGE,
  PROP_URL,
  PROP_RETELLING,
  PROP_DATES,
  PROP_TEXT,
  PROP_BADGE,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineArticle, dateline_article, DATELINE_TYPE_ITEM)

static const char *
dateline_article_get_label (DatelineItem *item)
{
  DatelineArticle *self = DATELINE_ARTICLE (item);

  return self->headline;
}

static GListStore *
get_dates (DatelineArticle *self)
{
  if (self->dates == NULL)
    self->dates = g_list_store_new (DATELINE_TYPE_DATE_MENTION);

  return self->dates;
}

static void
dateline_article_copy_lists (DatelineItem *item,
                             DatelineItem *copy)
{
  DatelineArticle *self = DATELINE_ARTICLE (item);
  g_autoptr(GPtrArray) blocks = dateline_body_dup_blocks (dateline_article_get_body (self));

  dateline_body_set_blocks (dateline_article_get_body (DATELINE_ARTICLE (copy)), blocks);
  dateline_field_copy_list (get_dates (DATELINE_ARTICLE (copy)), dateline_article_get_dates (self));
  dateline_article_set_position (DATELINE_ARTICLE (copy), dateline_article_get_position (self));
}

/* The passage of a date holds the article that holds the date. */
static void
dateline_article_unlink (DatelineItem *item)
{
  dateline_article_set_dates (DATELINE_ARTICLE (item), NULL);
}

static void
dateline_article_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DatelineArticle *self = DATELINE_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_HEADLINE:
      g_value_set_string (value, dateline_article_get_headline (self));
      break;
    case PROP_PUBLISHER:
      g_value_set_string (value, dateline_article_get_publisher (self));
      break;
    case PROP_BYLINE:
      g_value_set_boxed (value, dateline_article_get_byline (self));
      break;
    case PROP_PUBLISHED:
      g_value_set_boxed (value, dateline_article_get_published (self));
      break;
    case PROP_ACCESSED:
      g_value_set_boxed (value, dateline_article_get_accessed (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, dateline_article_get_language (self));
      break;
    case PROP_URL:
      g_value_set_string (value, dateline_article_get_url (self));
      break;
    case PROP_RETELLING:
      g_value_set_boolean (value, dateline_article_get_retelling (self));
      break;
    case PROP_DATES:
      g_value_set_object (value, dateline_article_get_dates (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, dateline_article_get_text (self));
      break;
    case PROP_BADGE:
      g_value_set_string (value, dateline_article_get_badge (self));
      break;
    case PROP_POSITION:
      g_value_set_uint (value, dateline_article_get_position (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_article_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DatelineArticle *self = DATELINE_ARTICLE (object);
  gboolean is_changed = FALSE;

  switch (prop_id)
    {
    case PROP_HEADLINE:
      is_changed = dateline_field_set_string (&self->headline, value);
      break;
    case PROP_PUBLISHER:
      is_changed = dateline_field_set_string (&self->publisher, value);
      break;
    case PROP_BYLINE:
      is_changed = dateline_field_set_strings (&self->byline, value);
      break;
    case PROP_PUBLISHED:
      is_changed = dateline_field_set_date (&self->published, value);
      break;
    case PROP_ACCESSED:
      is_changed = dateline_field_set_date (&self->accessed, value);
      break;
    case PROP_LANGUAGE:
      is_changed = dateline_field_set_string (&self->language, value);
      break;
    case PROP_URL:
      is_changed = dateline_field_set_string (&self->url, value);
      break;
    case PROP_RETELLING:
      is_changed = self->retelling != g_value_get_boolean (value);
      self->retelling = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (is_changed)
    g_object_notify_by_pspec (object, pspec);
  if (is_changed && prop_id == PROP_HEADLINE)
    dateline_item_notify_label (DATELINE_ITEM (self));
}

static void
dateline_article_dispose (GObject *object)
{
  DatelineArticle *self = DATELINE_ARTICLE (object);

  g_clear_object (&self->dates);

  G_OBJECT_CLASS (dateline_article_parent_class)->dispose (object);
}

static void
dateline_article_finalize (GObject *object)
{
  DatelineArticle *self = DATELINE_ARTICLE (object);

  g_clear_pointer (&self->headline, dateline_field_free_string);
  g_clear_pointer (&self->publisher, dateline_field_free_string);
  g_clear_pointer (&self->byline, dateline_field_free_strings);
  g_clear_pointer (&self->published, dateline_date_unref);
  g_clear_pointer (&self->accessed, dateline_date_unref);
  g_clear_pointer (&self->language, dateline_field_free_string);
  g_clear_pointer (&self->url, dateline_field_free_string);
  g_clear_pointer (&self->body, dateline_body_free);
  g_clear_pointer (&self->badge, g_free);

  G_OBJECT_CLASS (dateline_article_parent_class)->finalize (object);
}

static void
dateline_article_class_init (DatelineArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineItemClass *item_class = DATELINE_ITEM_CLASS (klass);

  object_class->dispose = dateline_article_dispose;
  object_class->finalize = dateline_article_finalize;
  object_class->get_property = dateline_article_get_property;
  object_class->set_property = dateline_article_set_property;

  item_class->kind = DATELINE_ITEM_ARTICLE;
  item_class->get_label = dateline_article_get_label;
  item_class->copy_lists = dateline_article_copy_lists;
  item_class->unlink = dateline_article_unlink;

  /**
   * DatelineArticle:headline:
   *
   * The headline.
   */
  properties[PROP_HEADLINE] =
    g_param_spec_string ("headline", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineArticle:publisher:
   *
   * Who published it, or an empty string if that is not known.
   */
  properties[PROP_PUBLISHER] =
    g_param_spec_string ("publisher", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineArticle:byline:
   *
   * The authors as printed.
   */
  properties[PROP_BYLINE] =
    g_param_spec_boxed ("byline", NULL, NULL, G_TYPE_STRV, DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineArticle:published:
   *
   * When it was published, if that is known.
   */
  properties[PROP_PUBLISHED] =
    g_param_spec_boxed ("published", NULL, NULL, DATELINE_TYPE_DATE, DATELINE_FIELD);

  /**
   * DatelineArticle:accessed:
   *
   * When it was retrieved, if that is known.
   */
  properties[PROP_ACCESSED] =
    g_param_spec_boxed ("accessed", NULL, NULL, DATELINE_TYPE_DATE, DATELINE_FIELD);

  /**
   * DatelineArticle:language:
   *
   * The language of the text, as a BCP 47 tag.
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineArticle:url:
   *
   * The address, or an empty string.
   */
  properties[PROP_URL] =
    g_param_spec_string ("url", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineArticle:retelling:
   *
   * Whether the text retells the article instead of being its own words.
   */
  properties[PROP_RETELLING] =
    g_param_spec_boolean ("retelling", NULL, NULL, FALSE, DATELINE_FIELD);

  /**
   * DatelineArticle:dates:
   *
   * The expressions of time in the text, as a list of `DatelineDateMention`.
   */
  properties[PROP_DATES] =
    g_param_spec_object ("dates", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticle:text:
   *
   * The whole text. Its blocks are another way of looking at it, and change with it.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticle:badge:
   *
   * The letter that stands for the article wherever there is little room.
   */
  properties[PROP_BADGE] =
    g_param_spec_string ("badge", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticle:position:
   *
   * The place of the article in its story, counted from 0.
   */
  properties[PROP_POSITION] =
    g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_article_init (DatelineArticle *self)
{
  self->badge = g_strdup ("A");
}

/**
 * dateline_article_get_headline:
 * @self: a `DatelineArticle`
 *
 * The headline.
 *
 * Returns: the headline
 */
const char *
dateline_article_get_headline (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  return self->headline;
}

/**
 * dateline_article_get_publisher:
 * @self: a `DatelineArticle`
 *
 * Who published it, or an empty string if that is not known.
 *
 * Returns: the publisher
 */
const char *
dateline_article_get_publisher (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  return self->publisher;
}

/**
 * dateline_article_get_byline:
 * @self: a `DatelineArticle`
 *
 * The authors as printed.
 *
 * Returns: (transfer none) (array zero-terminated=1): the byline
 */
const char * const *
dateline_article_get_byline (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  return (const char * const *) self->byline;
}

/**
 * dateline_article_get_published:
 * @self: a `DatelineArticle`
 *
 * When it was published, if that is known.
 *
 * Returns: (transfer none) (nullable): the published
 */
DatelineDate *
dateline_article_get_published (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  return self->published;
}

/**
 * dateline_article_get_accessed:
 * @self: a `DatelineArticle`
 *
 * When it was retrieved, if that is known.
 *
 * Returns: (transfer none) (nullable): the accessed
 */
DatelineDate *
dateline_article_get_accessed (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  return self->accessed;
}

/**
 * dateline_article_get_language:
 * @self: a `DatelineArticle`
 *
 * The language of the text, as a BCP 47 tag.
 *
 * Returns: the language
 */
const char *
dateline_article_get_language (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  return self->language;
}

/**
 * dateline_article_get_url:
 * @self: a `DatelineArticle`
 *
 * The address, or an empty string.
 *
 * Returns: the url
 */
const char *
dateline_article_get_url (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  return self->url;
}

/**
 * dateline_article_get_retelling:
 * @self: a `DatelineArticle`
 *
 * Whether the text retells the article instead of being its own words.
 *
 * Returns: the retelling
 */
gboolean
dateline_article_get_retelling (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), FALSE);

  return self->retelling;
}

/**
 * dateline_article_get_dates:
 * @self: a `DatelineArticle`
 *
 * The expressions of time in the text, as a list of `DatelineDateMention`.
 *
 * Returns: (transfer none): the dates
 */
GListModel *
dateline_article_get_dates (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), NULL);

  dateline_item_need (DATELINE_ITEM (self), DATELINE_ITEM_PART_DATES);

  return G_LIST_MODEL (get_dates (self));
}

static gboolean
change_position (DatelineArticle *self,
                 guint            position)
{
  g_autoptr(GString) badge = NULL;

  if (self->position == position)
    return FALSE;

  badge = g_string_new (NULL);
  /* Bijective base 26, as the columns of a spreadsheet: Z is followed by AA. */
  for (guint n = position + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (badge, (char) ('A' + (n - 1) % 26));

  self->position = position;
  g_free (self->badge);
  self->badge = g_strdup (badge->str);

  return TRUE;
}

/* An article that came from a source does not know where it stands until somebody asks. */
static void
find_position (DatelineArticle *self)
{
  DatelineItem *item = DATELINE_ITEM (self);
  guint position;

  if (!dateline_item_misses (item, DATELINE_ITEM_PART_POSITION))
    return;

  dateline_item_settle (item, DATELINE_ITEM_PART_POSITION);
  if (dateline_story_find (dateline_item_get_story (item), item, &position))
    change_position (self, position);
}

/**
 * dateline_article_get_badge:
 * @self: a `DatelineArticle`
 *
 * The letter that stands for the article wherever there is little room: "A" for the first of a story, "AA" for the 27th.
 *
 * Returns: the letter or letters
 */
const char *
dateline_article_get_badge (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), "");

  find_position (self);

  return self->badge;
}

/**
 * dateline_article_get_position:
 * @self: a `DatelineArticle`
 *
 * The place of the article in its story.
 *
 * Returns: the position, counted from 0
 */
guint
dateline_article_get_position (DatelineArticle *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE (self), 0);

  find_position (self);

  return self->position;
}

/**
 * dateline_article_set_position:
 * @self: a `DatelineArticle`
 * @position: the place, counted from 0
 *
 * Gives the article its place in the story, and with it its badge. Only the story calls this.
 */
void
dateline_article_set_position (DatelineArticle *self,
                               guint            position)
{
  g_return_if_fail (DATELINE_IS_ARTICLE (self));

  dateline_item_settle (DATELINE_ITEM (self), DATELINE_ITEM_PART_POSITION);
  if (!change_position (self, position))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE]);
}

/**
 * dateline_article_add_date:
 * @self: a `DatelineArticle`
 * @mention: an expression of time in the text
 *
 * Adds to the dates.
 */
void
dateline_article_add_date (DatelineArticle     *self,
                           DatelineDateMention *mention)
{
  g_return_if_fail (DATELINE_IS_ARTICLE (self));
  g_return_if_fail (DATELINE_IS_DATE_MENTION (mention));

  dateline_item_need (DATELINE_ITEM (self), DATELINE_ITEM_PART_DATES);
  g_list_store_append (get_dates (self), mention);
}

/**
 * dateline_article_set_dates:
 * @self: a `DatelineArticle`
 * @dates: (nullable) (element-type DatelineDateMention): the expressions of time in the text
 *
 * Replaces the dates, unless they are equal already. A date's passage holds the article that holds the date: the story
 * lets go of them with the article. Whoever gives an article that is in no story dates of its own does so, too.
 */
void
dateline_article_set_dates (DatelineArticle *self,
                            GPtrArray       *dates)
{
  g_return_if_fail (DATELINE_IS_ARTICLE (self));

  dateline_item_settle (DATELINE_ITEM (self), DATELINE_ITEM_PART_DATES);
  dateline_field_set_list (get_dates (self), dates, (GEqualFunc) dateline_date_mention_equal);
}
