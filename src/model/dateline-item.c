/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of everything a story holds: an id, a label, and the passages that are its evidence. */
#include "config.h"

#include "dateline-item.h"

#include "dateline-field.h"
#include "dateline-item-private.h"

typedef struct
{
  char          *id;
  char          *note;
  GListStore    *passages;
  GSequenceIter *place; /* in the list of the story, if the item is in one */
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
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  priv->passages = g_list_store_new (DATELINE_TYPE_PASSAGE);
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
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_ITEM (self), NULL);

  return G_LIST_MODEL (priv->passages);
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

static void
tell_of_passages (DatelineItem *self)
{
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
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_ITEM (self));
  g_return_if_fail (DATELINE_IS_PASSAGE (passage));

  g_list_store_append (priv->passages, passage);
  tell_of_passages (self);
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
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_ITEM (self));

  if (dateline_field_set_list (priv->passages, passages, (GEqualFunc) dateline_passage_equal))
    tell_of_passages (self);
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
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);
  DatelineItemPrivate *copy_priv;
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

  copy_priv = dateline_item_get_instance_private (copy);
  dateline_field_copy_list (copy_priv->passages, G_LIST_MODEL (priv->passages));
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
GSequenceIter *
dateline_item_get_place (DatelineItem *self)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_ITEM (self), NULL);

  return priv->place;
}

void
dateline_item_set_place (DatelineItem  *self,
                         GSequenceIter *place)
{
  DatelineItemPrivate *priv = dateline_item_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_ITEM (self));

  priv->place = place;
}
