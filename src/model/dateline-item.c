/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of everything a story holds: an id, a label, and the passages that are its evidence. */
#include "config.h"

#include "dateline-item.h"

#include "dateline-account.h"
#include "dateline-field.h"
#include "dateline-item-private.h"
#include "dateline-reaction.h"
#include "dateline-story-private.h"

typedef struct
{
  char             *id;
  char             *note;
  GListStore       *passages; /* NULL: nobody asked for them yet */
  DatelineLeaf     *place;    /* in the list of the story, if the item is in one */
  gint64            key;      /* what the source of the story calls the item, or 0 */
  DatelineStory    *story;    /* unowned; only of items that came from its source */
  DatelineItemParts missing;  /* what the source has and the item has not */
} DatelineItemPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_KIND,
  PROP_LABEL,
  PROP_NOTE,
  PROP_PASSAGES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (DatelineItemKind, dateline_item_kind,
                    G_DEFINE_ENUM_VALUE (DATELINE_ITEM_ARTICLE, "article"),
                    G_DEFINE_ENUM_VALUE (DATELINE_ITEM_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (DATELINE_ITEM_EVENT, "event"),
                    G_DEFINE_ENUM_VALUE (DATELINE_ITEM_QUOTE, "quote"),
                    G_DEFINE_ENUM_VALUE (DATELINE_ITEM_REACTION, "reaction"),
                    G_DEFINE_ENUM_VALUE (DATELINE_ITEM_CLAIM, "claim"),
                    G_DEFINE_ENUM_VALUE (DATELINE_ITEM_ACCOUNT, "account"))

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DatelineItem, dateline_item, G_TYPE_OBJECT)

static void
dateline_item_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DatelineItem *self = DATELINE_ITEM (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, dateline_item_get_id (self));
      break;
    case PROP_KIND:
      g_value_set_enum (value, dateline_item_get_kind (self));
      break;
    case PROP_LABEL:
      g_value_set_string (value, dateline_item_get_label (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, dateline_item_get_note (self));
      break;
    case PROP_PASSAGES:
      g_value_set_object (value, dateline_item_get_passages (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_item_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (DATELINE_ITEM (object));

  switch (prop_id)
    {
    case PROP_ID:
      dateline_field_set_string (&priv->id, value);
      break;
    case PROP_NOTE:
      if (dateline_field_set_string (&priv->note, value))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_item_dispose (GObject *object)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (DATELINE_ITEM (object));

  g_clear_object (&priv->passages);

  G_OBJECT_CLASS (dateline_item_parent_class)->dispose (object);
}

static void
dateline_item_finalize (GObject *object)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (DATELINE_ITEM (object));

  g_clear_pointer (&priv->id, dateline_field_free_string);
  g_clear_pointer (&priv->note, dateline_field_free_string);

  G_OBJECT_CLASS (dateline_item_parent_class)->finalize (object);
}

static void
dateline_item_class_init (DatelineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_item_dispose;
  object_class->finalize = dateline_item_finalize;
  object_class->get_property = dateline_item_get_property;
  object_class->set_property = dateline_item_set_property;

  /**
   * DatelineItem:id:
   *
   * What names the item, unique within its story.
   */
  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineItem:kind:
   *
   * What sort of thing this is.
   */
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, DATELINE_TYPE_ITEM_KIND, DATELINE_ITEM_ARTICLE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineItem:label:
   *
   * What the item is called where one line has to do. It follows from other properties, and is notified with them.
   */
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineItem:note:
   *
   * What the reader should know besides, or an empty string. The note of a claim explains the differences.
   */
  properties[PROP_NOTE] =
    g_param_spec_string ("note", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineItem:passages:
   *
   * The evidence: where the articles tell it, as a list of `DatelinePassage`.
   */
  properties[PROP_PASSAGES] =
    g_param_spec_object ("passages", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_item_init (DatelineItem *self)
{
}

/* Most items of a large story are never asked for their passages. */
static GListStore *
get_passages (DatelineItem *self)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  if (priv->passages == NULL)
    priv->passages = g_list_store_new (DATELINE_TYPE_PASSAGE);

  return priv->passages;
}

/**
 * dateline_item_get_id:
 * @self: a `DatelineItem`
 *
 * What names the item, unique within its story.
 *
 * Returns: the id
 */
const char *
dateline_item_get_id (DatelineItem *self)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_ITEM (self), "");

  return priv->id;
}

/**
 * dateline_item_get_kind:
 * @self: a `DatelineItem`
 *
 * What sort of thing this is.
 *
 * Returns: the kind
 */
DatelineItemKind
dateline_item_get_kind (DatelineItem *self)
{
  g_return_val_if_fail (DATELINE_IS_ITEM (self), DATELINE_ITEM_ARTICLE);

  return DATELINE_ITEM_GET_CLASS (self)->kind;
}

/**
 * dateline_item_get_label:
 * @self: a `DatelineItem`
 *
 * What the item is called where one line has to do.
 *
 * Returns: the label, never %NULL
 */
const char *
dateline_item_get_label (DatelineItem *self)
{
  g_return_val_if_fail (DATELINE_IS_ITEM (self), "");

  return DATELINE_ITEM_GET_CLASS (self)->get_label (self);
}

/**
 * dateline_item_get_note:
 * @self: a `DatelineItem`
 *
 * What the reader should know besides. The note of a claim explains the differences.
 *
 * Returns: the note, or an empty string
 */
const char *
dateline_item_get_note (DatelineItem *self)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_ITEM (self), "");

  return priv->note;
}

/**
 * dateline_item_get_passages:
 * @self: a `DatelineItem`
 *
 * The evidence: where the articles tell it.
 *
 * Returns: (transfer none): a list of `DatelinePassage`
 */
GListModel *
dateline_item_get_passages (DatelineItem *self)
{
  g_return_val_if_fail (DATELINE_IS_ITEM (self), NULL);

  dateline_item_need (self, DATELINE_ITEM_PART_PASSAGES);

  return G_LIST_MODEL (get_passages (self));
}

/**
 * dateline_item_dup_first_passage:
 * @self: a `DatelineItem`
 *
 * The passage to show when there is room for only one.
 *
 * Returns: (transfer full) (nullable): a passage, or %NULL if the item has none
 */
DatelinePassage *
dateline_item_dup_first_passage (DatelineItem *self)
{
  g_return_val_if_fail (DATELINE_IS_ITEM (self), NULL);

  return g_list_model_get_item (dateline_item_get_passages (self), 0);
}

/* The passages changed, whether they are in memory or not. */
void
dateline_item_tell_of_passages (DatelineItem *self)
{
  g_return_if_fail (DATELINE_IS_ITEM (self));

  if (DATELINE_ITEM_GET_CLASS (self)->passages_changed != NULL)
    DATELINE_ITEM_GET_CLASS (self)->passages_changed (self);
}

/**
 * dateline_item_add_passage:
 * @self: a `DatelineItem`
 * @passage: a span of an article
 *
 * Adds evidence. Only the code that builds or edits a story calls this.
 */
void
dateline_item_add_passage (DatelineItem    *self,
                           DatelinePassage *passage)
{
  g_return_if_fail (DATELINE_IS_ITEM (self));
  g_return_if_fail (DATELINE_IS_PASSAGE (passage));

  dateline_item_need (self, DATELINE_ITEM_PART_PASSAGES);
  g_list_store_append (get_passages (self), passage);
  dateline_item_tell_of_passages (self);
}

/**
 * dateline_item_set_passages:
 * @self: a `DatelineItem`
 * @passages: (nullable) (element-type DatelinePassage): spans of articles
 *
 * Replaces the evidence. Nothing is told if the passages are equal; those that are equal at the start and at the end
 * of the list stay the same objects.
 */
void
dateline_item_set_passages (DatelineItem *self,
                            GPtrArray    *passages)
{
  g_return_if_fail (DATELINE_IS_ITEM (self));

  dateline_item_settle (self, DATELINE_ITEM_PART_PASSAGES);
  if (dateline_field_set_list (get_passages (self), passages, (GEqualFunc) dateline_passage_equal))
    dateline_item_tell_of_passages (self);
}

/**
 * dateline_item_copy:
 * @self: a `DatelineItem`
 *
 * Makes a draft: an item of the same type, id and values that is in no story, and that can be edited without anybody
 * being told. Its references and passages point to what those of @self point to, and its lists are lists of its own.
 *
 * Returns: (transfer full): the draft
 */
DatelineItem *
dateline_item_copy (DatelineItem *self)
{
  g_autofree GParamSpec **pspecs = NULL;
  g_autofree const char **names = NULL;
  g_autofree GValue *values = NULL;
  DatelineItem *copy;
  guint n_pspecs;
  guint n = 0;

  g_return_val_if_fail (DATELINE_IS_ITEM (self), NULL);

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n_pspecs);
  names = g_new (const char *, n_pspecs);
  values = g_new0 (GValue, n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    {
      if ((pspecs[i]->flags & G_PARAM_READWRITE) != G_PARAM_READWRITE)
        continue;
      names[n] = pspecs[i]->name;
      g_object_get_property (G_OBJECT (self), names[n], &values[n]);
      n++;
    }
  copy = DATELINE_ITEM (g_object_new_with_properties (G_OBJECT_TYPE (self), n, names, values));
  for (guint i = 0; i < n; i++)
    g_value_unset (&values[i]);

  dateline_field_copy_list (get_passages (copy), dateline_item_get_passages (self));
  if (DATELINE_ITEM_GET_CLASS (self)->copy_lists != NULL)
    DATELINE_ITEM_GET_CLASS (self)->copy_lists (self, copy);

  return copy;
}

/**
 * dateline_item_is_in_article:
 * @self: a `DatelineItem`
 * @article: an article of the same story
 *
 * Whether @article tells of the item.
 *
 * Returns: %TRUE if one of the item's passages is in @article
 */
gboolean
dateline_item_is_in_article (DatelineItem    *self,
                             DatelineArticle *article)
{
  GListModel *passages = dateline_item_get_passages (self);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      if (dateline_passage_get_article (passage) == article)
        return TRUE;
    }

  return FALSE;
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  guint left = dateline_article_get_position (*(DatelineArticle *const *) a);
  guint right = dateline_article_get_position (*(DatelineArticle *const *) b);

  return left < right ? -1 : left > right;
}

/**
 * dateline_item_dup_articles:
 * @self: a `DatelineItem`
 *
 * The articles that tell of the item. Where there are many articles this is much quicker than to ask each.
 *
 * Returns: (transfer full) (element-type DatelineArticle): the articles, each once, in the order of the story
 */
GPtrArray *
dateline_item_dup_articles (DatelineItem *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *passages;

  g_return_val_if_fail (DATELINE_IS_ITEM (self), articles);

  passages = dateline_item_get_passages (self);
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);
      DatelineArticle *article = dateline_passage_get_article (passage);

      if (g_hash_table_add (seen, article))
        g_ptr_array_add (articles, g_object_ref (article));
    }
  g_ptr_array_sort (articles, compare_articles);

  return articles;
}

/* The label follows from a property that changed. */
void
dateline_item_notify_label (DatelineItem *self)
{
  g_return_if_fail (DATELINE_IS_ITEM (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/* Items that refer to their like could do so in a circle, and would then keep each other alive. */
void
dateline_item_unlink (DatelineItem *self)
{
  g_return_if_fail (DATELINE_IS_ITEM (self));

  if (DATELINE_ITEM_GET_CLASS (self)->unlink != NULL)
    DATELINE_ITEM_GET_CLASS (self)->unlink (self);
}

/* Where the item is in the list of its story: known here, it need not be searched for among a million. */
DatelineLeaf *
dateline_item_get_place (DatelineItem *self)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_ITEM (self), NULL);

  return priv->place;
}

void
dateline_item_set_place (DatelineItem *self,
                         DatelineLeaf *place)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_ITEM (self));

  priv->place = place;
}

/* The key by which the source knows the item. The address stays the same. */
const gint64 *
dateline_item_peek_key (DatelineItem *self)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_ITEM (self), NULL);

  return &priv->key;
}

void
dateline_item_set_key (DatelineItem *self,
                       gint64        key)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_ITEM (self));

  priv->key = key;
}

/* The story from whose source the item came, if it is in one that has a source. */
DatelineStory *
dateline_item_get_story (DatelineItem *self)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_ITEM (self), NULL);

  return priv->story;
}

void
dateline_item_set_story (DatelineItem      *self,
                         DatelineStory     *story,
                         DatelineItemParts  missing)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_ITEM (self));

  priv->story = story;
  priv->missing = missing;
}

/* Whether any of some parts is not in memory. */
gboolean
dateline_item_misses (DatelineItem      *self,
                      DatelineItemParts  parts)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_ITEM (self), FALSE);

  return (priv->missing & parts) != 0;
}

/* Loads parts that somebody asks for now. */
void
dateline_item_need (DatelineItem      *self,
                    DatelineItemParts  parts)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);
  DatelineItemParts missing = priv->missing & parts;

  if (missing == 0)
    return;

  priv->missing &= ~missing;
  dateline_source_fill (dateline_story_get_source (priv->story), self, missing);
}

/* Somebody sets the parts: what the source has of them does not count any more. */
void
dateline_item_settle (DatelineItem      *self,
                      DatelineItemParts  parts)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  priv->missing &= ~parts;
}

/* Makes an item that stands for one that cannot be read. It has what views rely on, and nothing else. */
DatelineItem *
dateline_item_new_blank (GType       type,
                         const char *id)
{
  DatelineItem *self;

  g_return_val_if_fail (g_type_is_a (type, DATELINE_TYPE_ITEM), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = DATELINE_ITEM (g_object_new (type, "id", id, NULL));
  if (DATELINE_IS_REACTION (self))
    {
      g_autoptr(DatelineItem) nobody = dateline_item_new_blank (DATELINE_TYPE_PERSON, id);

      g_object_set (self, "author", nobody, NULL);
    }
  else if (DATELINE_IS_ACCOUNT (self))
    {
      g_autoptr(DatelineQuantity) nothing = dateline_quantity_new (DATELINE_VALUE_KIND_TEXT, "?", DATELINE_BOUND_EXACTLY,
                                                                   NULL, NULL);

      g_object_set (self, "quantity", nothing, NULL);
    }

  return self;
}

DatelineItemKind
dateline_item_type_get_kind (GType type)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);

  return DATELINE_ITEM_CLASS (klass)->kind;
}
