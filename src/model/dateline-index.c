/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a story: who is in what, what answers what, and what each article holds. */
#include "config.h"

#include "dateline-index.h"

#include "dateline-key-list.h"
#include "dateline-story-private.h"

/* The lists that are kept for one item, made when they are first asked for. */
typedef struct
{
  GListModel *related[DATELINE_N_ITEM_KINDS];
  GHashTable *known; /* DatelineItem (unowned): all that the lists hold; not used with a source */
} Relations;

struct _DatelineIndex
{
  GObject parent_instance;

  DatelineStory *story;
  GHashTable    *relations;   /* DatelineItem (unowned) -> Relations */
  GHashTable    *occurrences; /* DatelineArticle (unowned) -> GListStore */
  guint64        generation;  /* of the story when the index was made */
  gboolean       is_built;
};

G_DEFINE_FINAL_TYPE (DatelineIndex, dateline_index, G_TYPE_OBJECT)

static void
relations_free (Relations *relations)
{
  for (guint i = 0; i < DATELINE_N_ITEM_KINDS; i++)
    g_clear_object (&relations->related[i]);
  g_hash_table_unref (relations->known);
  g_free (relations);
}

static Relations *
get_relations (DatelineIndex *self,
               DatelineItem  *item)
{
  Relations *relations = g_hash_table_lookup (self->relations, item);

  if (relations == NULL)
    {
      relations = g_new0 (Relations, 1);
      relations->known = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->relations, item, relations);
    }

  return relations;
}

/* Without a source all is put into the lists that there are before anything is asked of them. */
static GListModel *
get_list (DatelineIndex    *self,
          DatelineItem     *item,
          DatelineItemKind  kind)
{
  DatelineSource *source = dateline_story_get_source (self->story);
  Relations *relations = get_relations (self, item);

  if (relations->related[kind] == NULL && source == NULL)
    relations->related[kind] = G_LIST_MODEL (g_list_store_new (DATELINE_TYPE_ITEM));
  else if (relations->related[kind] == NULL)
    relations->related[kind] = G_LIST_MODEL (dateline_key_list_new (self->story, kind,
                                                                    dateline_source_list_related (source, item, kind)));

  return relations->related[kind];
}

/* Relates both ways; a pair is related once, however many passages say so. */
static void
relate_one (DatelineIndex *self,
            DatelineItem  *from,
            DatelineItem  *to)
{
  if (g_hash_table_add (get_relations (self, from)->known, to))
    g_list_store_append (G_LIST_STORE (get_list (self, from, dateline_item_get_kind (to))), to);
}

static void
relate (DatelineIndex *self,
        gpointer       a,
        gpointer       b)
{
  if (a == NULL || b == NULL || a == b)
    return;

  relate_one (self, a, b);
  relate_one (self, b, a);
}

static void
add_occurrences (DatelineIndex *self,
                 DatelineItem  *item)
{
  GListModel *passages = dateline_item_get_passages (item);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);
      g_autoptr(DatelineOccurrence) occurrence = dateline_occurrence_new (item, passage);
      DatelineArticle *article = dateline_passage_get_article (passage);
      GListStore *store = g_hash_table_lookup (self->occurrences, article);

      if (store == NULL)
        {
          store = g_list_store_new (DATELINE_TYPE_OCCURRENCE);
          g_hash_table_insert (self->occurrences, article, store);
        }
      g_list_store_append (store, occurrence);
      relate (self, item, article);
    }
}

static void
relate_event (DatelineIndex *self,
              DatelineEvent *event)
{
  GListModel *participants = dateline_event_get_participants (event);
  guint n = g_list_model_get_n_items (participants);

  relate (self, event, dateline_event_get_part_of (event));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelinePerson) person = g_list_model_get_item (participants, i);

      relate (self, event, person);
      /* Those who take part in the same event appear together. */
      for (guint j = 0; j < i && n <= DATELINE_INDEX_MAX_TOGETHER; j++)
        {
          g_autoptr(DatelinePerson) other = g_list_model_get_item (participants, j);

          relate (self, person, other);
        }
    }
}

static void
relate_item (DatelineIndex *self,
             DatelineItem  *item)
{
  add_occurrences (self, item);

  if (DATELINE_IS_EVENT (item))
    {
      relate_event (self, DATELINE_EVENT (item));
    }
  else if (DATELINE_IS_QUOTE (item))
    {
      DatelineQuote *quote = DATELINE_QUOTE (item);

      relate (self, quote, dateline_quote_get_speaker (quote));
      relate (self, quote, dateline_quote_get_event (quote));
      relate (self, quote, dateline_quote_get_original (quote));
    }
  else if (DATELINE_IS_REACTION (item))
    {
      DatelineReaction *reaction = DATELINE_REACTION (item);

      relate (self, reaction, dateline_reaction_get_author (reaction));
      relate (self, reaction, dateline_reaction_get_answers (reaction));
    }
  else if (DATELINE_IS_CLAIM (item))
    {
      GListModel *about = dateline_claim_get_about (DATELINE_CLAIM (item));
      GListModel *accounts = dateline_claim_get_accounts (DATELINE_CLAIM (item));

      for (guint i = 0; i < g_list_model_get_n_items (about); i++)
        {
          g_autoptr(DatelineItem) other = g_list_model_get_item (about, i);

          relate (self, item, other);
        }
      for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
        {
          g_autoptr(DatelineItem) account = g_list_model_get_item (accounts, i);

          add_occurrences (self, account);
          relate (self, item, account);
        }
    }
}

static int
compare_occurrences (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  return dateline_passage_compare (dateline_occurrence_get_passage ((gpointer) a),
                                   dateline_occurrence_get_passage ((gpointer) b));
}

/* What is of an older story is let go, with the items that it holds. */
static void
drop_if_stale (DatelineIndex *self)
{
  if (!self->is_built || self->generation == dateline_story_get_generation (self->story))
    return;

  g_hash_table_remove_all (self->relations);
  g_hash_table_remove_all (self->occurrences);
  self->is_built = FALSE;
}

static void
ensure_built (DatelineIndex *self)
{
  GHashTableIter iter;
  gpointer store;

  drop_if_stale (self);
  if (self->is_built)
    return;
  self->is_built = TRUE;
  self->generation = dateline_story_get_generation (self->story);
  /* Then each answer is looked for when it is asked for. */
  if (dateline_story_get_source (self->story) != NULL)
    return;

  for (DatelineItemKind kind = DATELINE_ITEM_PERSON; kind <= DATELINE_ITEM_CLAIM; kind++)
    {
      GListModel *items = dateline_story_get_items (self->story, kind);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

          relate_item (self, item);
        }
    }

  g_hash_table_iter_init (&iter, self->occurrences);
  while (g_hash_table_iter_next (&iter, NULL, &store))
    g_list_store_sort (store, compare_occurrences, NULL);
}

static void
dateline_index_dispose (GObject *object)
{
  DatelineIndex *self = DATELINE_INDEX (object);

  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_clear_pointer (&self->occurrences, g_hash_table_unref);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_index_parent_class)->dispose (object);
}

static void
dateline_index_class_init (DatelineIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_index_dispose;
}

static void
dateline_index_init (DatelineIndex *self)
{
  self->relations = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) relations_free);
  self->occurrences = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/**
 * dateline_index_new:
 * @story: the story to look into
 *
 * Creates the index of a story. It is made when something is first asked of it, and again after the story changed;
 * lists that were handed out before keep what they held. It looks at the story's count of changes, and not only at its
 * signals, so that its answers are right in any handler of a signal, whoever connected first. What changes in an item
 * without a call to the story counts from the next dateline_story_end_changes().
 *
 * Returns: (transfer full): a new index
 */
DatelineIndex *
dateline_index_new (DatelineStory *story)
{
  DatelineIndex *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  self = g_object_new (DATELINE_TYPE_INDEX, NULL);
  self->story = g_object_ref (story);
  g_signal_connect_object (story, "refreshed", G_CALLBACK (drop_if_stale), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_index_get_articles:
 * @self: a `DatelineIndex`
 * @item: an item of the story
 *
 * The articles that tell of an item, each once, in the order of its passages.
 *
 * Returns: (transfer none): a list of `DatelineArticle`
 */
GListModel *
dateline_index_get_articles (DatelineIndex *self,
                             DatelineItem  *item)
{
  return dateline_index_get_related (self, item, DATELINE_ITEM_ARTICLE);
}

/**
 * dateline_index_get_related:
 * @self: a `DatelineIndex`
 * @item: an item of the story
 * @kind: what to look for
 *
 * The items that have to do with @item: the quotes, events and reactions of a person and the people they appear with;
 * the quotes said at an event, the reactions that answer it and the events within it; what an article tells of.
 *
 * Returns: (transfer none): a list of `DatelineItem` of that kind
 */
GListModel *
dateline_index_get_related (DatelineIndex    *self,
                            DatelineItem     *item,
                            DatelineItemKind  kind)
{
  g_return_val_if_fail (DATELINE_IS_INDEX (self), NULL);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  ensure_built (self);

  return get_list (self, item, kind);
}

/**
 * dateline_index_get_occurrences:
 * @self: a `DatelineIndex`
 * @article: an article of the story
 *
 * Everything that stands in an article, as a reader meets it: by start, the longer first.
 *
 * Returns: (transfer none): a list of `DatelineOccurrence`
 */
GListModel *
dateline_index_get_occurrences (DatelineIndex   *self,
                                DatelineArticle *article)
{
  GListStore *store;

  g_return_val_if_fail (DATELINE_IS_INDEX (self), NULL);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);

  ensure_built (self);
  store = g_hash_table_lookup (self->occurrences, article);
  if (store == NULL)
    {
      DatelineSource *source = dateline_story_get_source (self->story);

      store = g_list_store_new (DATELINE_TYPE_OCCURRENCE);
      g_hash_table_insert (self->occurrences, article, store);
      if (source != NULL)
        {
          g_autoptr(GPtrArray) occurrences = dateline_source_list_occurrences (source, article);

          g_list_store_splice (store, 0, 0, occurrences->pdata, occurrences->len);
          g_list_store_sort (store, compare_occurrences, NULL);
        }
    }

  return G_LIST_MODEL (store);
}

/**
 * dateline_index_dup_at:
 * @self: a `DatelineIndex`
 * @article: an article of the story
 * @offset: a place in its text, in code points
 *
 * What stands at one place, the shortest passage first.
 *
 * Returns: (transfer full): a list of `DatelineOccurrence`
 */
GListModel *
dateline_index_dup_at (DatelineIndex   *self,
                       DatelineArticle *article,
                       guint            offset)
{
  GListModel *all = dateline_index_get_occurrences (self, article);
  GListStore *found = g_list_store_new (DATELINE_TYPE_OCCURRENCE);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (all, i);
      DatelinePassage *passage = dateline_occurrence_get_passage (occurrence);
      guint length = dateline_passage_get_end (passage) - dateline_passage_get_start (passage);
      guint at = 0;

      if (dateline_passage_get_start (passage) > offset)
        break;
      if (dateline_passage_get_end (passage) <= offset)
        continue;

      for (; at < g_list_model_get_n_items (G_LIST_MODEL (found)); at++)
        {
          g_autoptr(DatelineOccurrence) other = g_list_model_get_item (G_LIST_MODEL (found), at);
          DatelinePassage *span = dateline_occurrence_get_passage (other);

          if (dateline_passage_get_end (span) - dateline_passage_get_start (span) > length)
            break;
        }
      g_list_store_insert (found, at, occurrence);
    }

  return G_LIST_MODEL (found);
}
