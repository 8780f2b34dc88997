/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index after every sort of edit, taken back and done again: as if it had been made anew. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-search.h"
#include "dateline-search-index.h"
#include "dateline-tokenizer.h"
#include "file-kit.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
dup_index (sqlite3 *db)
{
  static const char *const queries[] = {
    "SELECT number >> 40, item, block, start, lower, upper, title, text, keys FROM search_row ORDER BY item, block",
    "SELECT name, person FROM search_name ORDER BY name, person"
  };
  g_autoptr(GString) rows = g_string_new (NULL);

  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      sqlite3_stmt *statement;

      g_assert_cmpint (sqlite3_prepare_v2 (db, queries[q], -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          for (int i = 0; i < sqlite3_column_count (statement); i++)
            g_string_append_printf (rows, "|%s", (const char *) sqlite3_column_text (statement, i));
          g_string_append_c (rows, '\n');
        }
      sqlite3_finalize (statement);
    }

  return g_string_free (g_steal_pointer (&rows), FALSE);
}

static void
assert_up_to_date (DatelineStoryFile *file,
                   const char        *after)
{
  g_autofree char *path = file_kit_dup_path ();
  g_autofree char *kept = NULL;
  g_autofree char *anew = NULL;
  g_autoptr(DatelineDatabase) copy = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *db;

  dateline_story_file_copy_to (file, path, &error);
  g_assert_no_error (error);
  copy = dateline_database_open (path, DATELINE_DATABASE_READ_WRITE, NULL, NULL, &error);
  g_assert_no_error (error);
  db = dateline_database_get_handle (copy);

  g_assert_true (dateline_search_index_is_ready (db));
  kept = dup_index (db);
  /* What the full text table holds is what the rows say. */
  dateline_database_execute (copy, "INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)", &error);
  g_assert_no_error (error);
  dateline_search_index_rebuild (db, &error);
  g_assert_no_error (error);
  anew = dup_index (db);
  if (strcmp (kept, anew) != 0)
    g_test_message ("after: %s", after);
  g_assert_cmpstr (kept, ==, anew);
  g_unlink (path);
}

static void
assert_follows (DatelineStoryFile *file,
                const char        *what)
{
  g_autoptr(GError) error = NULL;

  assert_up_to_date (file, what);
  dateline_story_file_undo (file, &error);
  g_assert_no_error (error);
  assert_up_to_date (file, "undo");
  dateline_story_file_redo (file, &error);
  g_assert_no_error (error);
  assert_up_to_date (file, "redo");
}

static const char *
get_id (DatelineStoryFile *file,
        DatelineItemKind   kind,
        guint              position)
{
  g_autoptr(DatelineItem) item =
    g_list_model_get_item (dateline_story_get_items (dateline_story_file_get_story (file), kind), position);

  return dateline_item_get_id (item);
}

static void
test_fields (void)
{
  static const struct
  {
    DatelineItemKind kind;
    const char      *property;
  } fields[] = {
    { DATELINE_ITEM_PERSON, "name" }, { DATELINE_ITEM_PERSON, "role" }, { DATELINE_ITEM_PERSON, "note" },
    { DATELINE_ITEM_EVENT, "title" }, { DATELINE_ITEM_EVENT, "place" }, { DATELINE_ITEM_EVENT, "description" },
    { DATELINE_ITEM_QUOTE, "note" }, { DATELINE_ITEM_REACTION, "text" }, { DATELINE_ITEM_REACTION, "handle" },
    { DATELINE_ITEM_CLAIM, "question" }, { DATELINE_ITEM_ARTICLE, "headline" }, { DATELINE_ITEM_ARTICLE, "publisher" }
  };
  g_autoptr(DatelineStoryFile) file = file_kit_create ();

  assert_up_to_date (file, "the beginning");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      file_kit_set (file, get_id (file, fields[i].kind, 0), fields[i].property, "Навальный, changed");
      assert_follows (file, fields[i].property);
    }
}

static void
test_removal (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(GError) error = NULL;
  guint n = 0;

  for (guint kind = 0; kind <= DATELINE_ITEM_CLAIM; kind++)
    {
      g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete");

      dateline_edit_remove (edit, get_id (file, kind, 0));
      file_kit_apply (file, edit);
      assert_follows (file, "delete");
      n++;
    }
  for (; n > 0; n--)
    {
      dateline_story_file_undo (file, &error);
      g_assert_no_error (error);
      assert_up_to_date (file, "undo of a deletion");
    }
}

static void
test_text (void)
{
  static const DatelineBlockKind kinds[] = { DATELINE_BLOCK_HEADING, DATELINE_BLOCK_PARAGRAPH };
  static const char *const texts[] = { "Another text", "in which Navalny drew a heart on the glass", NULL };
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Replace Text");
  g_autoptr(DatelineEdit) move = dateline_edit_new ("Move");

  dateline_edit_replace_text (edit, file_kit_get (file, get_id (file, DATELINE_ITEM_ARTICLE, 0)), kinds, texts);
  file_kit_apply (file, edit);
  assert_follows (file, "another text");

  dateline_edit_move (move, get_id (file, DATELINE_ITEM_ARTICLE, 1), get_id (file, DATELINE_ITEM_ARTICLE, 0));
  file_kit_apply (file, move);
  assert_follows (file, "move");
}

static void
test_lists (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  DatelinePerson *person = file_kit_get (file, get_id (file, DATELINE_ITEM_PERSON, 0));
  DatelineQuote *quote = file_kit_get (file, get_id (file, DATELINE_ITEM_QUOTE, 0));
  g_autoptr(DatelineItem) base = dateline_item_copy (DATELINE_ITEM (person));
  g_autoptr(DatelineItem) draft = dateline_item_copy (DATELINE_ITEM (person));
  g_autoptr(DatelineItem) quote_base = dateline_item_copy (DATELINE_ITEM (quote));
  g_autoptr(DatelineItem) quote_draft = dateline_item_copy (DATELINE_ITEM (quote));
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Change Person");
  g_autoptr(DatelineEdit) another = dateline_edit_new ("Change Quote");
  static const char *const aliases[] = { "Лёша", "Alexey N.", NULL };

  g_object_set (draft, "aliases", aliases, NULL);
  dateline_item_set_passages (draft, none);
  dateline_edit_put (edit, draft, base);
  file_kit_apply (file, edit);
  assert_follows (file, "aliases and mentions");

  g_object_set (quote_draft, "speaker", file_kit_get (file, get_id (file, DATELINE_ITEM_PERSON, 1)), NULL);
  dateline_edit_put (another, quote_draft, quote_base);
  file_kit_apply (file, another);
  assert_follows (file, "speaker");
  file_kit_set (file, get_id (file, DATELINE_ITEM_PERSON, 1), "name", "Somebody");
  assert_follows (file, "the speaker's name");
}

static char *
search (DatelineStoryFile *file,
        const char        *words)
{
  g_autoptr(DatelineSearch) search = dateline_search_new (dateline_story_file_get_story (file), file);
  GListModel *hits = dateline_search_get_hits (search);
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  dateline_search_set_words (search, words);
  dateline_search_finish (search, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (found, "%s\n", dateline_search_hit_get_title (hit));
    }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

/* A file is searched as its story without a file is, and so is one whose index a stranger has spoilt. */
static void
test_damage (void)
{
  static const char *const damages[] = {
    "SELECT 1",
    "UPDATE search_words_data SET block = x'00ff00ff00ff' WHERE id > 10",
    "UPDATE search_words_data SET block = randomblob (length (block))",
    "DELETE FROM search_words_data",
    "UPDATE search_words_config SET v = 99",
    "DELETE FROM search_row"
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = file_kit_dup_path ();
      g_autoptr(DatelineStory) story = file_kit_read_bundled ();
      g_autoptr(DatelineStoryFile) file = NULL;
      g_autofree char *without = NULL;
      g_autofree char *with = NULL;
      g_autoptr(GError) error = NULL;
      sqlite3 *db;

      file = dateline_story_file_create (path, story, NULL, &error);
      g_assert_no_error (error);
      without = search (file, "navalny heart");
      g_clear_object (&file);

      g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
      dateline_tokenizer_register (db);
      g_assert_cmpint (sqlite3_exec (db, damages[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);

      file = file_kit_open (path);
      with = search (file, "navalny heart");
      g_assert_cmpstr (without, !=, "");
      /* Without the rows there is nothing to tell. */
      if (i + 1 < G_N_ELEMENTS (damages))
        g_assert_cmpstr (with, ==, without);
    }
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/search-edits/fields", test_fields);
  g_test_add_func ("/search-edits/removal", test_removal);
  g_test_add_func ("/search-edits/text", test_text);
  g_test_add_func ("/search-edits/lists", test_lists);
  g_test_add_func ("/search-edits/damage", test_damage);

  return file_kit_run ();
}
