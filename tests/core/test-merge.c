/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two copies of a story, each changed, brought together. */
#include "config.h"

#include "dateline-merge.h"
#include "dateline-story-error.h"
#include "file-kit.h"
#include "random-story.h"
#include "story-work.h"

typedef struct
{
  DatelineStoryFile *a;
  DatelineStoryFile *b;
} Pair;

static Pair
pair_new (void)
{
  Pair pair = { file_kit_create (), NULL };
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(GError) error = NULL;

  dateline_story_file_copy_to (pair.a, path, &error);
  g_assert_no_error (error);
  pair.b = file_kit_open (path);

  return pair;
}

static void
pair_clear (Pair *pair)
{
  g_clear_object (&pair->a);
  g_clear_object (&pair->b);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

/* Brings @from into @into, all conflicts decided for one side, and tells how many there were. */
static guint
merge (DatelineStoryFile *into,
       DatelineStoryFile *from,
       int                side)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = file_kit_dump (from);
  g_autofree char *untouched = file_kit_dump (into);
  g_autofree char *still = NULL;
  g_autofree char *after = NULL;
  g_autoptr(DatelineMerge) merging = dateline_merge_new (into, dateline_story_file_get_path (from), &error);
  GListModel *conflicts;
  guint n;

  g_assert_no_error (error);
  still = file_kit_dump (into);
  g_assert_cmpstr (still, ==, untouched);
  conflicts = dateline_merge_get_conflicts (merging);
  n = g_list_model_get_n_items (conflicts);
  for (guint i = 0; side >= 0 && i < n; i++)
    {
      g_autoptr(DatelineConflict) conflict = g_list_model_get_item (conflicts, i);

      g_assert_cmpstr (dateline_conflict_get_label (conflict), !=, "");
      g_assert_cmpstr (dateline_conflict_get_field (conflict), !=, "");
      g_assert_cmpstr (dateline_conflict_get_ours (conflict), !=, dateline_conflict_get_theirs (conflict));
      dateline_conflict_set_side (conflict, side);
    }
  dateline_merge_apply (merging, &error);
  g_assert_no_error (error);

  after = file_kit_dump (from);
  g_assert_cmpstr (after, ==, before);
  file_kit_assert_shown (into);
  story_work_check (dateline_story_file_get_path (into));

  return n;
}

static void
test_both_sides (void)
{
  g_auto(Pair) pair = pair_new ();
  DatelineEvent *event;

  file_kit_set (pair.a, "event-hearing", "title", "Ours");
  file_kit_set (pair.b, "event-hearing", "place", "Theirs");
  file_kit_set (pair.b, "event-sentencing", "note", "Theirs too");

  g_assert_cmpuint (merge (pair.a, pair.b, -1), ==, 0);
  event = file_kit_get (pair.a, "event-hearing");
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Ours");
  g_assert_cmpstr (dateline_event_get_place (event), ==, "Theirs");
  g_assert_cmpstr (dateline_item_get_note (file_kit_get (pair.a, "event-sentencing")), ==, "Theirs too");

  /* What is there already comes no second time, and they get what we have. */
  g_assert_cmpuint (merge (pair.a, pair.b, -1), ==, 0);
  g_assert_cmpuint (merge (pair.b, pair.a, -1), ==, 0);
  {
    g_autofree char *a = file_kit_dump (pair.a);
    g_autofree char *b = file_kit_dump (pair.b);

    g_assert_cmpstr (a, ==, b);
  }
}

static void
test_conflict (gconstpointer data)
{
  DatelineSide side = GPOINTER_TO_INT (data);
  g_auto(Pair) pair = pair_new ();
  const char *expected = side == DATELINE_SIDE_OURS ? "Ours" : "Theirs";

  file_kit_set (pair.a, "event-hearing", "title", "Ours");
  file_kit_set (pair.b, "event-hearing", "title", "Theirs");
  file_kit_set (pair.b, "event-hearing", "place", "There");

  g_assert_cmpuint (merge (pair.a, pair.b, side), ==, 1);
  g_assert_cmpstr (dateline_event_get_title (file_kit_get (pair.a, "event-hearing")), ==, expected);
  g_assert_cmpstr (dateline_event_get_place (file_kit_get (pair.a, "event-hearing")), ==, "There");

  /* What was decided is decided, on the other side too. */
  g_assert_cmpuint (merge (pair.b, pair.a, -1), ==, 0);
  g_assert_cmpstr (dateline_event_get_title (file_kit_get (pair.b, "event-hearing")), ==, expected);
}

static void
test_same_change (void)
{
  g_auto(Pair) pair = pair_new ();

  file_kit_set (pair.a, "event-hearing", "title", "Same");
  file_kit_set (pair.b, "event-hearing", "title", "Same");
  g_assert_cmpuint (merge (pair.a, pair.b, -1), ==, 0);
}

static void
set_aliases (DatelineStoryFile *file,
             const char        *first,
             const char        *second)
{
  DatelineItem *person = file_kit_get (file, "person-navalny");
  g_autoptr(DatelineItem) base = dateline_item_copy (person);
  g_autoptr(DatelineItem) draft = dateline_item_copy (person);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Aliases");
  const char *aliases[] = { first, second, NULL };

  g_object_set (draft, "aliases", aliases, NULL);
  dateline_edit_put (edit, draft, base);
  file_kit_apply (file, edit);
}

static void
test_lists (void)
{
  g_auto(Pair) pair = pair_new ();
  const char * const *aliases;

  set_aliases (pair.a, "Common", "Ours");
  set_aliases (pair.b, "Common", "Theirs");
  g_assert_cmpuint (merge (pair.a, pair.b, -1), ==, 0);
  aliases = dateline_person_get_aliases (file_kit_get (pair.a, "person-navalny"));
  g_assert_true (g_strv_contains (aliases, "Ours"));
  g_assert_true (g_strv_contains (aliases, "Theirs"));
  g_assert_cmpuint (g_strv_length ((GStrv) aliases), ==, 3);
}

static void
remove_item (DatelineStoryFile *file,
             const char        *id)
{
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Remove");

  dateline_edit_remove (edit, id);
  file_kit_apply (file, edit);
}

static gboolean
has (DatelineStoryFile *file,
     const char        *id)
{
  return dateline_story_lookup (dateline_story_file_get_story (file), id) != NULL;
}

static void
test_removed (void)
{
  g_auto(Pair) pair = pair_new ();

  /* Nobody else touched it: it goes. */
  remove_item (pair.b, "event-recovery");
  g_assert_cmpuint (merge (pair.a, pair.b, -1), ==, 0);
  g_assert_false (has (pair.a, "event-recovery"));

  /* Removed there, changed here: it stays until the reader says otherwise. */
  file_kit_set (pair.a, "event-hearing", "title", "Ours");
  remove_item (pair.b, "event-hearing");
  g_assert_cmpuint (merge (pair.a, pair.b, -1), >=, 1);
  g_assert_true (has (pair.a, "event-hearing"));

  /* Removed here, changed there: it comes back. */
  remove_item (pair.a, "event-sentencing");
  file_kit_set (pair.b, "event-sentencing", "title", "Theirs");
  g_assert_cmpuint (merge (pair.a, pair.b, -1), >=, 1);
  g_assert_true (has (pair.a, "event-sentencing"));
  g_assert_cmpstr (dateline_event_get_title (file_kit_get (pair.a, "event-sentencing")), ==, "Theirs");
}

static void
test_needed (void)
{
  g_auto(Pair) pair = pair_new ();
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("New event");
  g_autoptr(DatelineDate) date = dateline_date_new ("2021", NULL);
  g_autoptr(DatelineItem) event = g_object_new (DATELINE_TYPE_EVENT, "id", "event-new", "title", "New", "date", date, NULL);

  /* They use a person whom we removed. */
  dateline_event_add_participant (DATELINE_EVENT (event), file_kit_get (pair.b, "person-navalny"));
  dateline_edit_put (edit, event, NULL);
  file_kit_apply (pair.b, edit);
  remove_item (pair.a, "person-navalny");

  g_assert_cmpuint (merge (pair.a, pair.b, -1), ==, 1);
  g_assert_true (has (pair.a, "event-new"));
  g_assert_true (has (pair.a, "person-navalny"));
  g_assert_cmpuint (g_list_model_get_n_items (dateline_event_get_participants (file_kit_get (pair.a, "event-new"))), ==, 1);
}

static void
set_part_of (DatelineStoryFile *file,
             const char        *id,
             const char        *whole)
{
  DatelineItem *event = file_kit_get (file, id);
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) draft = dateline_item_copy (event);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Within");

  g_object_set (draft, "part-of", file_kit_get (file, whole), NULL);
  dateline_edit_put (edit, draft, base);
  file_kit_apply (file, edit);
}

static void
test_circle (void)
{
  g_auto(Pair) pair = pair_new ();

  set_part_of (pair.a, "event-recovery", "event-poisoning");
  set_part_of (pair.b, "event-poisoning", "event-recovery");
  g_assert_cmpuint (merge (pair.a, pair.b, -1), ==, 1);
  g_assert_true (dateline_event_get_part_of (file_kit_get (pair.a, "event-recovery")) ==
                 file_kit_get (pair.a, "event-poisoning"));
  g_assert_null (dateline_event_get_part_of (file_kit_get (pair.a, "event-poisoning")));
}

static void
replace_first (DatelineStoryFile *file,
               const char        *text)
{
  DatelineArticle *article = file_kit_get (file, "article-hearts-video");
  g_autoptr(GPtrArray) blocks = dateline_article_dup_blocks (article);
  g_autoptr(GArray) kinds = g_array_new (FALSE, FALSE, sizeof (DatelineBlockKind));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Text");

  for (guint i = 0; i < blocks->len; i++)
    {
      const DatelineTextBlock *block = g_ptr_array_index (blocks, i);

      g_array_append_val (kinds, block->kind);
      g_strv_builder_add (builder, i == 0 ? text : block->text);
    }
  texts = g_strv_builder_end (builder);
  dateline_edit_replace_text (edit, article, (gconstpointer) kinds->data, (const char * const *) texts);
  file_kit_apply (file, edit);
}

/* Words of the passages of an item in its first article. */
static char *
get_words (DatelineStoryFile *file,
           const char        *id)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (file_kit_get (file, id));

  return passage != NULL ? g_strdup (dateline_passage_get_exact (passage)) : NULL;
}

static void
test_texts (void)
{
  g_auto(Pair) pair = pair_new ();
  g_autofree char *words = NULL;
  DatelineArticle *article;

  /* Only they changed it: it is taken, and passages follow. */
  replace_first (pair.b, "They changed this, and it is longer than it was before, by a good deal.");
  g_assert_cmpuint (merge (pair.a, pair.b, -1), ==, 0);
  article = file_kit_get (pair.a, "article-hearts-video");
  g_assert_true (g_str_has_prefix (dateline_article_get_text (article), "They changed this"));
  words = get_words (pair.a, "account-detained-b1");
  g_assert_cmpstr (words, ==, "more than 5000");

  /* Both did: one conflict for the whole text. */
  replace_first (pair.a, "Ours.");
  replace_first (pair.b, "Theirs, once more.");
  g_assert_cmpuint (merge (pair.a, pair.b, DATELINE_SIDE_OURS), ==, 1);
  g_assert_true (g_str_has_prefix (dateline_article_get_text (article), "Ours."));
  replace_first (pair.a, "Ours again.");
  replace_first (pair.b, "Theirs again.");
  g_assert_cmpuint (merge (pair.a, pair.b, DATELINE_SIDE_THEIRS), ==, 1);
  g_assert_true (g_str_has_prefix (dateline_article_get_text (article), "Theirs again."));
  g_free (words);
  words = get_words (pair.a, "account-detained-b1");
  g_assert_cmpstr (words, ==, "more than 5000");
}

static void
test_undo (void)
{
  g_auto(Pair) pair = pair_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  file_kit_set (pair.a, "event-hearing", "title", "Ours");
  before = file_kit_dump (pair.a);
  file_kit_set (pair.b, "event-hearing", "place", "Theirs");
  remove_item (pair.b, "event-recovery");
  merge (pair.a, pair.b, -1);
  dateline_story_file_undo (pair.a, &error);
  g_assert_no_error (error);
  after = file_kit_dump (pair.a);
  g_assert_cmpstr (after, ==, before);
}

/* Two files made of the same JSON know nothing of each other's edits. */
static void
test_no_common_history (void)
{
  g_autoptr(DatelineStoryFile) a = file_kit_create ();
  g_autoptr(DatelineStoryFile) b = file_kit_create ();

  file_kit_set (b, "event-hearing", "title", "Theirs");
  remove_item (b, "event-recovery");
  g_assert_cmpuint (merge (a, b, DATELINE_SIDE_THEIRS), ==, 1);
  g_assert_cmpstr (dateline_event_get_title (file_kit_get (a, "event-hearing")), ==, "Theirs");
  g_assert_true (has (a, "event-recovery"));
}

static void
test_refused (void)
{
  g_autoptr(DatelineStoryFile) a = file_kit_create ();
  g_autoptr(DatelineStory) other = dateline_story_new ("other", "Another story", NULL, NULL);
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(DatelineStoryFile) b = NULL;
  g_autoptr(GError) error = NULL;

  b = dateline_story_file_create (path, other, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (dateline_merge_new (a, path, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (dateline_merge_new (a, "/nowhere.dateline", &error));
  g_assert_nonnull (error);
}

static GHashTable *
collect_ids (DatelineStoryFile *file)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      GListModel *items = dateline_story_get_items (dateline_story_file_get_story (file), kind);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

          g_hash_table_add (ids, g_strdup (dateline_item_get_id (item)));
        }
    }

  return ids;
}

/* Whatever both did: nothing that neither removed is lost, both end the same, and a merge can be undone. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 25; seed++)
    {
      g_auto(Pair) pair = pair_new ();
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GHashTable) a_ids = NULL;
      g_autoptr(GHashTable) b_ids = NULL;
      g_autofree char *before = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;
      g_autoptr(GError) error = NULL;
      GHashTableIter iter;
      gpointer id;
      guint n;

      for (guint i = 0; i < 24; i++)
        {
          g_autofree char *name = g_strdup_printf ("%u", i);

          story_work_edit (i % 2 == 0 ? pair.a : pair.b, rand, name, &error);
          g_assert_no_error (error);
        }
      a_ids = collect_ids (pair.a);
      b_ids = collect_ids (pair.b);
      before = file_kit_dump (pair.a);
      merge (pair.a, pair.b, -1);
      g_hash_table_iter_init (&iter, a_ids);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (g_hash_table_contains (b_ids, id))
          g_assert_true (has (pair.a, id));

      dateline_story_file_undo (pair.a, &error);
      g_assert_no_error (error);
      undone = file_kit_dump (pair.a);
      g_assert_cmpstr (undone, ==, before);
      dateline_story_file_redo (pair.a, &error);
      g_assert_no_error (error);

      merge (pair.b, pair.a, DATELINE_SIDE_THEIRS);
      n = merge (pair.b, pair.a, -1);
      g_assert_cmpuint (n, ==, 0);
      a = file_kit_dump (pair.a);
      b = file_kit_dump (pair.b);
      /* Not g_assert_cmpstr(), which would print both. */
      g_assert_true (g_str_equal (a, b));
    }
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/merge/both-sides", test_both_sides);
  g_test_add_data_func ("/merge/conflict/ours", GINT_TO_POINTER (DATELINE_SIDE_OURS), test_conflict);
  g_test_add_data_func ("/merge/conflict/theirs", GINT_TO_POINTER (DATELINE_SIDE_THEIRS), test_conflict);
  g_test_add_func ("/merge/same-change", test_same_change);
  g_test_add_func ("/merge/lists", test_lists);
  g_test_add_func ("/merge/removed", test_removed);
  g_test_add_func ("/merge/needed", test_needed);
  g_test_add_func ("/merge/circle", test_circle);
  g_test_add_func ("/merge/texts", test_texts);
  g_test_add_func ("/merge/undo", test_undo);
  g_test_add_func ("/merge/no-common-history", test_no_common_history);
  g_test_add_func ("/merge/refused", test_refused);
  g_test_add_func ("/merge/random", test_random);

  return file_kit_run ();
}
