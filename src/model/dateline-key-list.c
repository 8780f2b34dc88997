/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some items of a story that has a source: how many they are is known, and each is loaded when it is looked at. */
#include "config.h"

#include "dateline-key-list.h"

#include "dateline-item-private.h"

struct _DatelineKeyList
{
  GObject parent_instance;

  DatelineStory   *story; /* weak */
  DatelineItemKind kind;
  GArray          *keys;  /* gint64 */
  GPtrArray       *items; /* DatelineItem, or NULL where nobody has looked */
};

static GType
dateline_key_list_get_item_type (GListModel *model)
{
  return DATELINE_TYPE_ITEM;
}

static guint
dateline_key_list_get_n_items (GListModel *model)
{
  return DATELINE_KEY_LIST (model)->keys->len;
}

static GType
get_type_of_kind (DatelineItemKind kind)
{
  const GType types[DATELINE_N_ITEM_KINDS] = {
    [DATELINE_ITEM_ARTICLE] = DATELINE_TYPE_ARTICLE,   [DATELINE_ITEM_PERSON] = DATELINE_TYPE_PERSON,
    [DATELINE_ITEM_EVENT] = DATELINE_TYPE_EVENT,       [DATELINE_ITEM_QUOTE] = DATELINE_TYPE_QUOTE,
    [DATELINE_ITEM_REACTION] = DATELINE_TYPE_REACTION, [DATELINE_ITEM_CLAIM] = DATELINE_TYPE_CLAIM,
    [DATELINE_ITEM_ACCOUNT] = DATELINE_TYPE_ACCOUNT,
  };

  return types[kind];
}

static gpointer
dateline_key_list_get_item (GListModel *model,
                            guint       position)
{
  DatelineKeyList *self = DATELINE_KEY_LIST (model);
  DatelineItem *item = NULL;
  gint64 key;

  if (position >= self->keys->len)
    return NULL;
  if (g_ptr_array_index (self->items, position) != NULL)
    return g_object_ref (g_ptr_array_index (self->items, position));

  key = g_array_index (self->keys, gint64, position);
  if (self->story != NULL)
    item = dateline_story_lookup_key (self->story, self->kind, key);
  /* It was removed since the list was made. */
  if (item == NULL)
    {
      g_autofree char *id = g_strdup_printf ("unreadable.%" G_GINT64_FORMAT, key);

      item = dateline_item_new_blank (get_type_of_kind (self->kind), id);
    }
  else
    {
      g_object_ref (item);
    }
  g_ptr_array_index (self->items, position) = item;

  return g_object_ref (item);
}

static void
dateline_key_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = dateline_key_list_get_item_type;
  iface->get_n_items = dateline_key_list_get_n_items;
  iface->get_item = dateline_key_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineKeyList, dateline_key_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dateline_key_list_init_model))

static void
dateline_key_list_dispose (GObject *object)
{
  DatelineKeyList *self = DATELINE_KEY_LIST (object);

  g_clear_weak_pointer (&self->story);

  G_OBJECT_CLASS (dateline_key_list_parent_class)->dispose (object);
}

static void
dateline_key_list_finalize (GObject *object)
{
  DatelineKeyList *self = DATELINE_KEY_LIST (object);

  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (dateline_key_list_parent_class)->finalize (object);
}

static void
dateline_key_list_class_init (DatelineKeyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_key_list_dispose;
  object_class->finalize = dateline_key_list_finalize;
}

static void
dateline_key_list_init (DatelineKeyList *self)
{
}

static void
free_item (gpointer item)
{
  if (item != NULL)
    g_object_unref (item);
}

/**
 * dateline_key_list_new:
 * @story: a story with a source
 * @kind: the kind of the items
 * @keys: (transfer full) (element-type gint64): their keys
 *
 * Creates a list that never changes.
 *
 * Returns: (transfer full): a new list
 */
DatelineKeyList *
dateline_key_list_new (DatelineStory    *story,
                       DatelineItemKind  kind,
                       GArray           *keys)
{
  DatelineKeyList *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_KEY_LIST, NULL);
  g_set_weak_pointer (&self->story, story);
  self->kind = kind;
  self->keys = keys;
  self->items = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_set_size (self->items, (int) keys->len);

  return self;
}
