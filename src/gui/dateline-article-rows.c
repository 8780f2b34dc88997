/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of articles, in the order of the story. A row is made when it is looked at, and lasts as long as somebody holds
 * it: there may be very many. */
#include "config.h"

#include "dateline-article-rows.h"

struct _DatelineArticleRows
{
  GObject parent_instance;

  DatelineStory *story;
  DatelineIndex *index;
  GListModel    *articles; /* unowned: of the story */
  GHashTable    *made;     /* DatelineArticle (unowned: its row holds it) -> MadeRow */
};

typedef struct
{
  DatelineArticleRows  *rows;    /* unowned */
  DatelineArticle      *article; /* unowned */
  DatelineArticleEntry *entry;   /* unowned */
} MadeRow;

static void
entry_gone_cb (gpointer  data,
               GObject  *where_the_object_was)
{
  MadeRow *made = data;

  g_hash_table_remove (made->rows->made, made->article);
}

static void
keep_track (DatelineArticleRows  *self,
            DatelineArticle      *article,
            DatelineArticleEntry *entry)
{
  MadeRow *made = g_new0 (MadeRow, 1);

  made->rows = self;
  made->article = article;
  made->entry = entry;
  g_hash_table_insert (self->made, article, made);
  g_object_weak_ref (G_OBJECT (entry), entry_gone_cb, made);
}

static GType
dateline_article_rows_get_item_type (GListModel *model)
{
  return DATELINE_TYPE_ARTICLE_ENTRY;
}

static guint
dateline_article_rows_get_n_items (GListModel *model)
{
  DatelineArticleRows *self = DATELINE_ARTICLE_ROWS (model);

  return self->articles != NULL ? g_list_model_get_n_items (self->articles) : 0;
}

static gpointer
dateline_article_rows_get_item (GListModel *model,
                                guint       position)
{
  DatelineArticleRows *self = DATELINE_ARTICLE_ROWS (model);
  g_autoptr(DatelineArticle) article = self->articles != NULL ? g_list_model_get_item (self->articles, position) : NULL;
  DatelineArticleEntry *entry;
  MadeRow *made;

  if (article == NULL)
    return NULL;

  made = g_hash_table_lookup (self->made, article);
  if (made != NULL)
    return g_object_ref (made->entry);

  entry = dateline_article_entry_new_article (article, self->index);
  keep_track (self, article, entry);

  return entry;
}

static void
dateline_article_rows_init_model (GListModelInterface *iface)
{
  iface->get_item_type = dateline_article_rows_get_item_type;
  iface->get_n_items = dateline_article_rows_get_n_items;
  iface->get_item = dateline_article_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineArticleRows, dateline_article_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dateline_article_rows_init_model))

static void
dateline_article_rows_dispose (GObject *object)
{
  DatelineArticleRows *self = DATELINE_ARTICLE_ROWS (object);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->made);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      MadeRow *made = value;

      g_object_weak_unref (G_OBJECT (made->entry), entry_gone_cb, made);
      g_hash_table_iter_remove (&iter);
    }
  self->articles = NULL;
  g_clear_object (&self->index);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_article_rows_parent_class)->dispose (object);
}

static void
dateline_article_rows_finalize (GObject *object)
{
  g_hash_table_unref (DATELINE_ARTICLE_ROWS (object)->made);

  G_OBJECT_CLASS (dateline_article_rows_parent_class)->finalize (object);
}

static void
dateline_article_rows_class_init (DatelineArticleRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_article_rows_dispose;
  object_class->finalize = dateline_article_rows_finalize;
}

static void
dateline_article_rows_init (DatelineArticleRows *self)
{
  self->made = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * dateline_article_rows_new:
 * @story: a story
 * @index: the index of the story
 *
 * Lists the articles of a story. An article has the same row wherever it stands, so that who selected it finds it again.
 *
 * Returns: (transfer full): a list of `DatelineArticleEntry`
 */
DatelineArticleRows *
dateline_article_rows_new (DatelineStory *story,
                           DatelineIndex *index)
{
  DatelineArticleRows *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (DATELINE_IS_INDEX (index), NULL);

  self = g_object_new (DATELINE_TYPE_ARTICLE_ROWS, NULL);
  self->story = g_object_ref (story);
  self->index = g_object_ref (index);
  self->articles = dateline_story_get_articles (story);
  g_signal_connect_object (self->articles, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_article_rows_refresh:
 * @self: a `DatelineArticleRows`
 *
 * Has the rows say what is in the story now, which changed.
 */
void
dateline_article_rows_refresh (DatelineArticleRows *self)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (DATELINE_IS_ARTICLE_ROWS (self));

  /* Who hears of one row may let go of others. */
  g_hash_table_iter_init (&iter, self->made);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (entries, g_object_ref (((MadeRow *) value)->entry));

  for (guint i = 0; i < entries->len; i++)
    {
      DatelineArticleEntry *entry = g_ptr_array_index (entries, i);

      if (dateline_story_find (self->story, dateline_article_entry_get_item (entry), NULL))
        dateline_article_entry_refresh (entry);
    }
}
