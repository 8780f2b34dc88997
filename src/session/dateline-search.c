/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds words in everything that a story holds. The text is folded once, so that a keystroke costs one pass over it. */
#include "config.h"

#include "dateline-search.h"

#include <string.h>

#include "dateline-text.h"

/* One thing to find. */
typedef struct
{
  DatelineItem    *item;    /* owned by the story */
  DatelinePassage *passage; /* nullable */
  char            *shown;
  char            *folded_title;
  char            *folded;
} Entry;

struct _DatelineSearch
{
  GObject parent_instance;

  DatelineStory *story;
  GPtrArray     *entries; /* of Entry, grouped by kind; NULL until the first search */
};

G_DEFINE_FINAL_TYPE (DatelineSearch, dateline_search, G_TYPE_OBJECT)

/* The order of the groups: names first, running text last. */
static const DatelineItemKind kinds[] = {
  DATELINE_ITEM_PERSON,
  DATELINE_ITEM_EVENT,
  DATELINE_ITEM_QUOTE,
  DATELINE_ITEM_REACTION,
  DATELINE_ITEM_CLAIM,
  DATELINE_ITEM_ARTICLE
};

static void
entry_free (Entry *entry)
{
  g_clear_object (&entry->passage);
  g_free (entry->shown);
  g_free (entry->folded_title);
  g_free (entry->folded);
  g_free (entry);
}

/* Takes @more, the text besides the title in which words count too. */
static void
add_entry (DatelineSearch  *self,
           DatelineItem    *item,
           DatelinePassage *passage,
           const char      *shown,
           GString         *more)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->item = item;
  g_set_object (&entry->passage, passage);
  entry->shown = g_strdup (shown);
  entry->folded_title = dateline_text_fold (shown);
  if (more != NULL)
    {
      g_string_append_printf (more, "\n%s", shown);
      entry->folded = dateline_text_fold (more->str);
      g_string_free (more, TRUE);
    }
  g_ptr_array_add (self->entries, entry);
}

static void
append_strv (GString            *string,
             const char * const *strv)
{
  for (guint i = 0; strv != NULL && strv[i] != NULL; i++)
    g_string_append_printf (string, "\n%s", strv[i]);
}

static void
add_article (DatelineSearch  *self,
             DatelineArticle *article)
{
  const DatelineBlock *blocks;
  guint n_blocks;
  GString *more = g_string_new (dateline_article_get_publisher (article));

  append_strv (more, dateline_article_get_byline (article));
  add_entry (self, DATELINE_ITEM (article), NULL, dateline_article_get_headline (article), more);

  blocks = dateline_article_get_blocks (article, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      const char *p = dateline_article_get_pointer (article, blocks[i].start);
      const char *stop = dateline_article_get_pointer (article, blocks[i].end);
      guint at = blocks[i].start;

      while (p < stop)
        {
          const char *from = p;
          const char *to = g_utf8_next_char (p);
          g_autoptr(DatelinePassage) sentence = NULL;
          guint end;

          /* The spaces between two sentences belong to neither. */
          if (g_unichar_isspace (g_utf8_get_char (p)))
            {
              p = to;
              at++;
              continue;
            }

          dateline_text_span_sentence (dateline_article_get_text (article), &from, &to);
          end = at + (guint) g_utf8_pointer_to_offset (p, to);
          sentence = dateline_passage_new (article, at, end);
          add_entry (self, DATELINE_ITEM (article), sentence, dateline_passage_get_exact (sentence), NULL);
          p = to;
          at = end;
        }
    }
}

static void
add_item (DatelineSearch *self,
          DatelineItem   *item)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (item);
  const char *shown = dateline_item_get_label (item);
  GString *more;

  if (DATELINE_IS_ARTICLE (item))
    {
      add_article (self, DATELINE_ARTICLE (item));
      return;
    }

  more = g_string_new (NULL);
  if (DATELINE_IS_PERSON (item))
    {
      g_string_append (more, dateline_person_get_role (DATELINE_PERSON (item)));
      append_strv (more, dateline_person_get_aliases (DATELINE_PERSON (item)));
    }
  else if (DATELINE_IS_EVENT (item))
    {
      g_string_append_printf (more, "%s\n%s",
                              dateline_event_get_description (DATELINE_EVENT (item)),
                              dateline_event_get_place (DATELINE_EVENT (item)));
    }
  else if (DATELINE_IS_QUOTE (item))
    {
      DatelinePerson *speaker = dateline_quote_get_speaker (DATELINE_QUOTE (item));

      if (speaker != NULL)
        g_string_append (more, dateline_person_get_name (speaker));
    }
  else if (DATELINE_IS_REACTION (item))
    {
      DatelineReaction *reaction = DATELINE_REACTION (item);
      DatelinePerson *author = dateline_reaction_get_author (reaction);

      g_string_append_printf (more, "%s\n@%s\n%s",
                              author != NULL ? dateline_person_get_name (author) : "",
                              dateline_reaction_get_handle (reaction),
                              dateline_reaction_get_platform (reaction));
      append_strv (more, dateline_reaction_get_themes (reaction));
    }
  else if (DATELINE_IS_CLAIM (item))
    {
      GListModel *accounts = dateline_claim_get_accounts (DATELINE_CLAIM (item));

      for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
        {
          g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);

          g_string_append_printf (more, "\n%s", dateline_account_get_wording (account));
          if (passage == NULL)
            passage = dateline_item_dup_first_passage (DATELINE_ITEM (account));
        }
    }

  add_entry (self, item, passage, shown, more);
}

static void
ensure_entries (DatelineSearch *self)
{
  if (self->entries != NULL)
    return;

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GListModel *items = dateline_story_get_items (self->story, kinds[k]);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

          add_item (self, item);
        }
    }
}

static void
dateline_search_items_changed_cb (DatelineSearch *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
}

static void
dateline_search_dispose (GObject *object)
{
  DatelineSearch *self = DATELINE_SEARCH (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_search_parent_class)->dispose (object);
}

static void
dateline_search_class_init (DatelineSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dateline_search_dispose;
}

static void
dateline_search_init (DatelineSearch *self)
{
}

/**
 * dateline_search_new:
 * @story: where to search
 *
 * Creates a search. It follows the story's lists.
 *
 * Returns: (transfer full): a new search
 */
DatelineSearch *
dateline_search_new (DatelineStory *story)
{
  DatelineSearch *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  self = g_object_new (DATELINE_TYPE_SEARCH, NULL);
  self->story = g_object_ref (story);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    g_signal_connect_object (dateline_story_get_items (story, kinds[k]), "items-changed",
                             G_CALLBACK (dateline_search_items_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_search_split_words:
 * @words: what the reader typed
 *
 * Splits what was typed into words; what stands in quotation marks, straight or curly, stays together.
 *
 * Returns: (transfer full): the words, folded as dateline_text_fold() does
 */
GStrv
dateline_search_split_words (const char *words)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GString) word = g_string_new (NULL);
  g_autofree char *folded = NULL;
  gboolean quoted = FALSE;

  g_return_val_if_fail (words != NULL, NULL);

  folded = dateline_text_fold (words);
  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean ends = c == '\0' || c == '"' || (!quoted && g_unichar_isspace (c));

      if (!ends)
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0)
        g_strv_builder_add (builder, word->str);
      g_string_truncate (word, 0);
      if (c == '\0')
        break;
      if (c == '"')
        quoted = !quoted;
    }

  return g_strv_builder_end (builder);
}

static gboolean
matches (const char         *folded,
         const char * const *words)
{
  if (folded == NULL)
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
append_hit (GListStore         *hits,
            Entry              *entry,
            const char * const *words,
            guint               n_of_kind)
{
  g_autoptr(DatelineSearchHit) hit =
    dateline_search_hit_new (entry->item, entry->passage, entry->shown, words, n_of_kind == 0);

  g_list_store_append (hits, hit);
}

/**
 * dateline_search_run:
 * @self: a `DatelineSearch`
 * @words: what the reader typed
 * @limit: how many of each kind at most
 *
 * Finds what holds all of the words, whatever their case and accents: people, events, quotes, reactions, claims, then
 * headlines and sentences of articles. Within a kind, those whose title holds the words come first.
 *
 * Returns: (transfer full): a list of `DatelineSearchHit`, empty if @words has no word
 */
GListModel *
dateline_search_run (DatelineSearch *self,
                     const char     *words,
                     guint           limit)
{
  GListStore *hits = g_list_store_new (DATELINE_TYPE_SEARCH_HIT);
  g_auto(GStrv) wanted = NULL;

  g_return_val_if_fail (DATELINE_IS_SEARCH (self), G_LIST_MODEL (hits));
  g_return_val_if_fail (words != NULL, G_LIST_MODEL (hits));

  wanted = dateline_search_split_words (words);
  if (wanted[0] == NULL)
    return G_LIST_MODEL (hits);

  ensure_entries (self);
  for (guint k = 0, first = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n = 0;
      guint last = first;

      while (last < self->entries->len &&
             dateline_item_get_kind (((Entry *) g_ptr_array_index (self->entries, last))->item) == kinds[k])
        last++;

      for (gboolean in_title = TRUE;; in_title = FALSE)
        {
          for (guint i = first; i < last && n < limit; i++)
            {
              Entry *entry = g_ptr_array_index (self->entries, i);
              gboolean title_matches = matches (entry->folded_title, (const char * const *) wanted);

              if (in_title ? title_matches
                           : !title_matches && matches (entry->folded, (const char * const *) wanted))
                append_hit (hits, entry, (const char * const *) wanted, n++);
            }
          if (!in_title)
            break;
        }
      first = last;
    }

  return G_LIST_MODEL (hits);
}
