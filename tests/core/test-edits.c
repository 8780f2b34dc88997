/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every sort of edit, taken back and done again: the rows, and the living story that shows them. */
#include "config.h"

#include "dateline-kept-clippings.h"
#include "dateline-story-error.h"
#include "file-kit.h"

/* What an edit did is shown, has its name, and can be taken back and done again. */
static void
assert_undo_and_redo (DatelineStoryFile *file,
                      const char        *before,
                      const char        *name)
{
  g_autofree char *after = file_kit_dump (file);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (before, !=, after);
  file_kit_assert_shown (file);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, name);
  g_assert_cmpstr (dateline_story_file_get_redo_name (file), ==, "");

  dateline_story_file_undo (file, &error);
  g_assert_no_error (error);
  undone = file_kit_dump (file);
  file_kit_assert_same (undone, before);
  file_kit_assert_shown (file);
  g_assert_cmpstr (dateline_story_file_get_redo_name (file), ==, name);

  dateline_story_file_redo (file, &error);
  g_assert_no_error (error);
  redone = file_kit_dump (file);
  file_kit_assert_same (redone, after);
  file_kit_assert_shown (file);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, name);
  g_assert_cmpstr (dateline_story_file_get_redo_name (file), ==, "");
}

static void
assert_refused (DatelineStoryFile *file,
                DatelineEdit      *edit,
                int                code)
{
  g_autofree char *before = file_kit_dump (file);
  g_autofree char *after = NULL;
  g_autofree char *undo_name = g_strdup (dateline_story_file_get_undo_name (file));
  g_autofree char *redo_name = g_strdup (dateline_story_file_get_redo_name (file));
  g_autoptr(GError) error = NULL;

  g_assert_false (dateline_story_file_apply (file, edit, &error));
  g_assert_error (error, DATELINE_STORY_ERROR, code);
  after = file_kit_dump (file);
  file_kit_assert_same (after, before);
  file_kit_assert_shown (file);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, undo_name);
  g_assert_cmpstr (dateline_story_file_get_redo_name (file), ==, redo_name);
}

static gboolean
has (GPtrArray  *items,
     const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (dateline_item_get_id (g_ptr_array_index (items, i)), id))
      return TRUE;

  return FALSE;
}

static guint
count (DatelineStoryFile *file,
       DatelineItemKind   kind)
{
  return g_list_model_get_n_items (dateline_story_get_items (dateline_story_file_get_story (file), kind));
}

static void
test_field (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  DatelineEvent *event = file_kit_get (file, "event-hearing");
  g_autofree char *title = g_strdup (dateline_event_get_title (event));
  g_autoptr(GError) error = NULL;

  file_kit_set (file, "event-hearing", "title", "Another title");
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Another title");
  assert_undo_and_redo (file, before, "Change title");

  dateline_story_file_undo (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dateline_event_get_title (event), ==, title);
  g_assert_true (file_kit_get (file, "event-hearing") == event);
}

static void
test_add (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  g_autofree char *id = dateline_edit_dup_new_id (DATELINE_ITEM_EVENT);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("New Event");
  g_autoptr(DatelineDate) date = dateline_date_new ("2021-02-03", NULL);
  g_autoptr(DatelinePassage) passage = NULL;
  g_autoptr(DatelineEvent) last = NULL;
  DatelineEvent *draft;
  guint n = count (file, DATELINE_ITEM_EVENT);

  g_assert_true (g_str_has_prefix (id, "event-"));
  draft = g_object_new (DATELINE_TYPE_EVENT, "id", id, "title", "New", "date", date, "note", "Mine",
                        "part-of", file_kit_get (file, "event-hearing"), NULL);
  passage = dateline_passage_new (file_kit_get (file, "article-hearts-video"), 10, 20);
  dateline_item_add_passage (DATELINE_ITEM (draft), passage);
  dateline_event_add_participant (draft, file_kit_get (file, "person-navalny"));
  dateline_edit_put (edit, DATELINE_ITEM (draft), NULL);
  file_kit_apply (file, edit);
  g_object_unref (draft);

  g_assert_cmpuint (count (file, DATELINE_ITEM_EVENT), ==, n + 1);
  last = g_list_model_get_item (dateline_story_get_events (dateline_story_file_get_story (file)), n);
  g_assert_cmpstr (dateline_item_get_id (DATELINE_ITEM (last)), ==, id);
  assert_undo_and_redo (file, before, "New Event");
}

static void
test_remove_person (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete Person");
  const char *ids[] = { "person-mary-jane-bryksa", NULL };
  g_autoptr(GPtrArray) dependents = dateline_story_file_dup_dependents (file, ids);
  DatelineReaction *reaction = file_kit_get (file, "reaction-mary-jane-bryksa");

  g_assert_cmpuint (dependents->len, ==, 1);
  g_assert_true (g_ptr_array_index (dependents, 0) == reaction);

  dateline_edit_remove (edit, ids[0]);
  file_kit_apply (file, edit);
  g_assert_cmpuint (dateline_edit_get_removed (edit)->len, ==, 2);
  g_assert_true (has (dateline_edit_get_removed (edit), "person-mary-jane-bryksa"));
  g_assert_true (has (dateline_edit_get_removed (edit), "reaction-mary-jane-bryksa"));
  g_assert_null (dateline_story_lookup (dateline_story_file_get_story (file), "reaction-mary-jane-bryksa"));
  assert_undo_and_redo (file, before, "Delete Person");
}

/* The speaker goes, what they said stays. */
static void
test_remove_speaker (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete Person");
  guint n = count (file, DATELINE_ITEM_QUOTE);
  guint n_said = 0;

  dateline_edit_remove (edit, "person-navalny");
  file_kit_apply (file, edit);
  g_assert_cmpuint (count (file, DATELINE_ITEM_QUOTE), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineQuote) quote = g_list_model_get_item (dateline_story_get_quotes (dateline_story_file_get_story (file)), i);

      n_said += dateline_quote_get_speaker (quote) == NULL;
    }
  g_assert_cmpuint (n_said, >, 0);
  assert_undo_and_redo (file, before, "Delete Person");
}

static void
test_remove_article (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete Article");
  const char *ids[] = { "article-hearts-video", NULL };
  g_autoptr(GPtrArray) dependents = dateline_story_file_dup_dependents (file, ids);
  DatelineArticle *article = file_kit_get (file, "article-hearts-video");
  guint n_quotes = 0;
  guint n_accounts = 0;

  /* Counted without the file: what only this article tells. */
  for (guint kind = DATELINE_ITEM_QUOTE; kind <= DATELINE_ITEM_ACCOUNT; kind++)
    {
      GListModel *items = dateline_story_get_items (dateline_story_file_get_story (file), kind);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

          if (DATELINE_IS_QUOTE (item))
            n_quotes += dateline_item_is_in_article (item, article);
          else if (DATELINE_IS_ACCOUNT (item))
            n_accounts += dateline_account_get_article (DATELINE_ACCOUNT (item)) == article;
        }
    }
  g_assert_cmpuint (n_quotes, >, 0);
  g_assert_cmpuint (n_accounts, >, 0);
  g_assert_cmpuint (dependents->len, ==, n_quotes + n_accounts);

  dateline_edit_remove (edit, ids[0]);
  file_kit_apply (file, edit);
  g_assert_cmpuint (count (file, DATELINE_ITEM_ARTICLE), ==, 2);
  g_assert_cmpuint (dateline_edit_get_removed (edit)->len, ==, dependents->len + 1);
  assert_undo_and_redo (file, before, "Delete Article");
}

/* A quote that two articles tell goes when both go, in one edit. */
static void
test_remove_both_articles (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = NULL;
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete Articles");
  g_autoptr(DatelineEdit) more = dateline_edit_new ("More");
  DatelineItem *quote = file_kit_get (file, "quote-everything-fine");
  g_autoptr(DatelineItem) base = dateline_item_copy (quote);
  g_autoptr(DatelineItem) draft = dateline_item_copy (quote);
  const char *one[] = { "article-hearts-video", NULL };
  const char *both[] = { "article-hearts-video", "article-selfies-in-red", NULL };
  const char *third[] = { "article-sentence-and-video", NULL };
  g_autoptr(GPtrArray) with_one = NULL;
  g_autoptr(GPtrArray) with_both = NULL;
  g_autoptr(GPtrArray) with_third = NULL;
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (passages, dateline_passage_new (file_kit_get (file, both[0]), 1, 9));
  g_ptr_array_add (passages, dateline_passage_new (file_kit_get (file, both[1]), 1, 9));
  dateline_item_set_passages (draft, passages);
  dateline_edit_put (more, draft, base);
  file_kit_apply (file, more);
  before = file_kit_dump (file);

  with_one = dateline_story_file_dup_dependents (file, one);
  with_both = dateline_story_file_dup_dependents (file, both);
  with_third = dateline_story_file_dup_dependents (file, third);
  g_assert_false (has (with_one, "quote-everything-fine"));
  g_assert_true (has (with_both, "quote-everything-fine"));
  g_assert_false (has (with_third, "quote-everything-fine"));

  dateline_edit_remove (edit, both[0]);
  dateline_edit_remove (edit, both[1]);
  file_kit_apply (file, edit);
  g_assert_true (has (dateline_edit_get_removed (edit), "quote-everything-fine"));
  g_assert_cmpuint (dateline_edit_get_removed (edit)->len, ==, with_both->len + 2);
  assert_undo_and_redo (file, before, "Delete Articles");
}

static void
test_remove_claim (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete Claim");
  DatelineClaim *claim = file_kit_get (file, "claim-sentence-length");
  guint n = count (file, DATELINE_ITEM_ACCOUNT);
  guint n_accounts = g_list_model_get_n_items (dateline_claim_get_accounts (claim));

  g_assert_cmpuint (n_accounts, ==, 6);
  dateline_edit_remove (edit, "claim-sentence-length");
  file_kit_apply (file, edit);
  g_assert_cmpuint (count (file, DATELINE_ITEM_ACCOUNT), ==, n - n_accounts);
  assert_undo_and_redo (file, before, "Delete Claim");
}

/* Gone already is as good as removed. */
static void
test_remove_again (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Delete Claim");
  g_autoptr(DatelineEdit) again = dateline_edit_new ("Delete Again");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  dateline_edit_remove (edit, "claim-sentence-length");
  file_kit_apply (file, edit);
  before = file_kit_dump (file);
  dateline_edit_remove (again, "claim-sentence-length");
  file_kit_apply (file, again);
  after = file_kit_dump (file);
  file_kit_assert_same (after, before);
  g_assert_cmpuint (dateline_edit_get_removed (again)->len, ==, 0);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, "Delete Claim");
}

/* Events that are part of each other are rows of one table, in no order that could be chosen. */
static void
test_parts (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Parts");
  g_autoptr(DatelineDate) date = dateline_date_new ("2021", NULL);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-part-%u", i * 7919 % 1000);
      DatelineEvent *draft = g_object_new (DATELINE_TYPE_EVENT, "id", id, "title", "Part", "date", date, NULL);

      if (i > 0)
        dateline_event_set_part_of (draft, g_ptr_array_index (drafts, i / 2));
      g_ptr_array_add (drafts, draft);
    }
  /* What refers comes before what it refers to. */
  for (guint i = drafts->len; i > 0; i--)
    dateline_edit_put (edit, g_ptr_array_index (drafts, i - 1), NULL);
  for (guint i = 0; i < 2; i++)
    {
      const char *ids[] = { "event-hearing", "event-arrest" };
      DatelineItem *item = file_kit_get (file, ids[i]);
      g_autoptr(DatelineItem) base = dateline_item_copy (item);
      g_autoptr(DatelineItem) draft = dateline_item_copy (item);

      dateline_event_set_part_of (DATELINE_EVENT (draft), g_ptr_array_index (drafts, i));
      dateline_edit_put (edit, draft, base);
    }
  file_kit_apply (file, edit);
  assert_undo_and_redo (file, before, "Parts");

  for (guint i = 0; i < drafts->len; i++)
    dateline_event_set_part_of (g_ptr_array_index (drafts, i), NULL);
}

static void
test_move (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Move Article");
  g_autoptr(DatelineEdit) to_end = dateline_edit_new ("Move to End");
  GListModel *articles = dateline_story_get_articles (dateline_story_file_get_story (file));
  DatelineArticle *third = file_kit_get (file, "article-sentence-and-video");
  g_autoptr(DatelineArticle) first = NULL;
  g_autoptr(DatelineArticle) last = NULL;

  dateline_edit_move (edit, "article-sentence-and-video", "article-selfies-in-red");
  file_kit_apply (file, edit);
  first = g_list_model_get_item (articles, 0);
  g_assert_true (first == third);
  g_assert_cmpstr (dateline_article_get_badge (third), ==, "A");
  assert_undo_and_redo (file, before, "Move Article");

  dateline_edit_move (to_end, "article-selfies-in-red", NULL);
  file_kit_apply (file, to_end);
  last = g_list_model_get_item (articles, 2);
  g_assert_cmpstr (dateline_item_get_id (DATELINE_ITEM (last)), ==, "article-selfies-in-red");
  file_kit_assert_shown (file);
}

static void
test_details (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  DatelineStory *story = dateline_story_file_get_story (file);
  g_autofree char *before = file_kit_dump (file);
  g_autofree char *description = g_strdup (dateline_story_get_description (story));
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Change Story");

  dateline_edit_set_details (edit, story, "Another story", NULL, NULL, "A note");
  file_kit_apply (file, edit);
  g_assert_cmpstr (dateline_story_get_title (story), ==, "Another story");
  g_assert_cmpstr (dateline_story_get_note (story), ==, "A note");
  g_assert_cmpstr (dateline_story_get_description (story), ==, description);
  assert_undo_and_redo (file, before, "Change Story");
}

/* Two edits that start from what was: the second would overwrite the first. */
static void
test_conflict (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  DatelineStory *story = dateline_story_file_get_story (file);
  DatelineItem *event = file_kit_get (file, "event-hearing");
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) draft = dateline_item_copy (event);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Change Title");
  g_autoptr(DatelineEdit) other_field = dateline_edit_new ("Change Place");
  g_autoptr(DatelineEdit) title = dateline_edit_new ("Change Story");
  g_autoptr(DatelineEdit) other_title = dateline_edit_new ("Change Story");
  g_autoptr(DatelineItem) other_draft = dateline_item_copy (event);

  g_object_set (draft, "title", "Mine", NULL);
  g_object_set (other_draft, "place", "Elsewhere", NULL);
  dateline_edit_put (edit, draft, base);
  dateline_edit_put (other_field, other_draft, base);
  dateline_edit_set_details (title, story, "Title", NULL, NULL, NULL);
  dateline_edit_set_details (other_title, story, "Other title", NULL, NULL, NULL);

  file_kit_set (file, "event-hearing", "title", "Theirs");
  assert_refused (file, edit, DATELINE_STORY_ERROR_CONFLICT);
  file_kit_apply (file, other_field);
  g_assert_cmpstr (dateline_event_get_place (DATELINE_EVENT (event)), ==, "Elsewhere");
  g_assert_cmpstr (dateline_event_get_title (DATELINE_EVENT (event)), ==, "Theirs");

  file_kit_apply (file, title);
  assert_refused (file, other_title, DATELINE_STORY_ERROR_CONFLICT);
}

/* If the last operation cannot be done, none is. */
static void
test_all_or_nothing (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Much");
  g_autoptr(DatelineEdit) orphan = dateline_edit_new ("New Reaction");
  g_autoptr(DatelineEdit) twice = dateline_edit_new ("Twice");
  g_autoptr(DatelinePerson) stranger = g_object_new (DATELINE_TYPE_PERSON, "id", "person-stranger", "name", "X", NULL);
  g_autoptr(DatelineItem) reaction = g_object_new (DATELINE_TYPE_REACTION, "id", "reaction-new", "author", stranger,
                                                   "text", "So", NULL);
  DatelineItem *event = file_kit_get (file, "event-hearing");
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) draft = dateline_item_copy (event);
  g_autoptr(DatelineItem) person = g_object_new (DATELINE_TYPE_PERSON, "id", "person-navalny", "name", "Another", NULL);
  g_autofree char *before = NULL;

  file_kit_set (file, "person-navalny", "role", "Politician");
  file_kit_set (file, "event-hearing", "title", "Theirs");
  g_object_set (draft, "title", "Mine", NULL);
  dateline_edit_remove (edit, "article-hearts-video");
  dateline_edit_move (edit, "article-sentence-and-video", "article-selfies-in-red");
  dateline_edit_put (edit, draft, base);
  assert_refused (file, edit, DATELINE_STORY_ERROR_CONFLICT);

  /* An author that there is not. */
  dateline_edit_put (orphan, reaction, NULL);
  assert_refused (file, orphan, DATELINE_STORY_ERROR_CONFLICT);

  /* An id that there is already. */
  dateline_edit_put (twice, person, NULL);
  assert_refused (file, twice, DATELINE_STORY_ERROR_CONFLICT);

  /* With the author it can be done, though the author comes after it. */
  before = file_kit_dump (file);
  dateline_edit_put (orphan, DATELINE_ITEM (stranger), NULL);
  file_kit_apply (file, orphan);
  assert_undo_and_redo (file, before, "New Reaction");
}

static void
set_merged (DatelineStoryFile *file,
            const char        *property,
            const char        *value,
            const char        *key)
{
  DatelineItem *event = file_kit_get (file, "event-hearing");
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) draft = dateline_item_copy (event);
  g_autoptr(DatelineEdit) edit = dateline_edit_new (property);

  g_object_set (draft, property, value, NULL);
  dateline_edit_put (edit, draft, base);
  dateline_edit_set_merge_key (edit, key);
  file_kit_apply (file, edit);
}

static void
undo (DatelineStoryFile *file)
{
  g_autoptr(GError) error = NULL;

  dateline_story_file_undo (file, &error);
  g_assert_no_error (error);
}

static void
test_merge (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  DatelineEvent *event = file_kit_get (file, "event-hearing");
  g_autofree char *title = g_strdup (dateline_event_get_title (event));
  g_autofree char *place = g_strdup (dateline_event_get_place (event));
  g_autofree char *before = file_kit_dump (file);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  set_merged (file, "title", "H", "hearing/title");
  set_merged (file, "title", "He", "hearing/title");
  set_merged (file, "title", "Hea", "hearing/title");
  set_merged (file, "place", "P", "hearing/place");
  set_merged (file, "place", "Pl", "hearing/place");

  undo (file);
  g_assert_cmpstr (dateline_event_get_place (event), ==, place);
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Hea");
  /* What comes after an undo is a step of its own. */
  set_merged (file, "title", "Hear", "hearing/title");
  undo (file);
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Hea");
  undo (file);
  g_assert_cmpstr (dateline_event_get_title (event), ==, title);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, "");
  after = file_kit_dump (file);
  file_kit_assert_same (after, before);

  dateline_story_file_redo (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Hea");
  dateline_story_file_redo (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dateline_event_get_title (event), ==, "Hear");

  /* No key, no merging. */
  set_merged (file, "title", "1", NULL);
  set_merged (file, "title", "2", NULL);
  undo (file);
  g_assert_cmpstr (dateline_event_get_title (event), ==, "1");
}

static void
refreshed_cb (gpointer   story,
              GPtrArray *changed,
              GPtrArray *removed,
              gpointer   count)
{
  (*(guint *) count)++;
}

static void
test_nothing (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Nothing");
  g_autoptr(DatelineEdit) back_and_forth = dateline_edit_new ("Back and Forth");
  DatelineItem *event = file_kit_get (file, "event-hearing");
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) draft = dateline_item_copy (event);
  g_autofree char *title = g_strdup (dateline_story_get_title (dateline_story_file_get_story (file)));
  g_autoptr(DatelineStory) other = dateline_story_new ("navalny-heart", "Title", NULL, NULL);
  guint n_refreshed = 0;

  file_kit_set (file, "event-hearing", "place", "P");
  undo (file);
  g_signal_connect (dateline_story_file_get_story (file), "refreshed", G_CALLBACK (refreshed_cb), &n_refreshed);

  dateline_edit_put (edit, draft, base);
  file_kit_apply (file, edit);
  g_assert_cmpstr (dateline_story_file_get_undo_name (file), ==, "");
  g_assert_cmpstr (dateline_story_file_get_redo_name (file), ==, "Change place");

  dateline_edit_set_details (back_and_forth, dateline_story_file_get_story (file), "Title", NULL, NULL, NULL);
  dateline_edit_set_details (back_and_forth, other, title, NULL, NULL, NULL);
  dateline_edit_remove (back_and_forth, "nothing-of-that-name");
  file_kit_apply (file, back_and_forth);
  g_assert_cmpstr (dateline_story_file_get_redo_name (file), ==, "Change place");
  g_assert_cmpuint (n_refreshed, ==, 0);
}

static void
test_clippings (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autofree char *before = file_kit_dump (file);
  g_autoptr(GPtrArray) none = dateline_story_file_dup_clippings (file, NULL);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Clip");
  g_autoptr(DatelineEdit) reorder = dateline_edit_new ("Move Clipping");
  g_autoptr(DatelineEdit) removal = dateline_edit_new ("Delete Article");
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GPtrArray) moved = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autofree char *with = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(DatelinePassage) passage = dateline_passage_new (file_kit_get (file, "article-hearts-video"), i * 3, i * 3 + 9);
      g_autoptr(DatelineClipping) clipping = dateline_clipping_new (i == 2 ? file_kit_get (file, "event-hearing") : NULL,
                                                                    passage);

      dateline_clipping_set_note (clipping, i == 3 ? "Note" : "");
      g_list_store_append (clippings, clipping);
    }
  kept = dateline_kept_clippings_new (G_LIST_MODEL (clippings));
  dateline_edit_set_clippings (edit, none, kept);
  file_kit_apply (file, edit);
  assert_undo_and_redo (file, before, "Clip");

  found = dateline_story_file_dup_clippings (file, NULL);
  g_assert_cmpuint (found->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      DatelineKeptClipping *a = g_ptr_array_index (found, i);
      DatelineKeptClipping *b = g_ptr_array_index (kept, i);

      g_assert_true (dateline_kept_clipping_same_place (a, b));
      g_assert_cmpstr (a->note, ==, b->note);
      g_assert_cmpstr (a->exact, ==, b->exact);
    }

  /* The last becomes the first: one row changes. */
  with = file_kit_dump (file);
  g_ptr_array_insert (kept, 0, g_ptr_array_steal_index (kept, 4));
  dateline_edit_set_clippings (reorder, found, kept);
  file_kit_apply (file, reorder);
  moved = dateline_story_file_dup_clippings (file, NULL);
  for (guint i = 0; i < 5; i++)
    g_assert_true (dateline_kept_clipping_same_place (g_ptr_array_index (moved, i), g_ptr_array_index (kept, i)));
  assert_undo_and_redo (file, with, "Move Clipping");

  g_free (with);
  with = file_kit_dump (file);
  dateline_edit_remove (removal, "article-hearts-video");
  file_kit_apply (file, removal);
  left = dateline_story_file_dup_clippings (file, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  assert_undo_and_redo (file, with, "Delete Article");
}

int
main (int   argc,
      char *argv[])
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/edits/field", test_field);
  g_test_add_func ("/edits/add", test_add);
  g_test_add_func ("/edits/remove-person", test_remove_person);
  g_test_add_func ("/edits/remove-speaker", test_remove_speaker);
  g_test_add_func ("/edits/remove-article", test_remove_article);
  g_test_add_func ("/edits/remove-both-articles", test_remove_both_articles);
  g_test_add_func ("/edits/remove-claim", test_remove_claim);
  g_test_add_func ("/edits/remove-again", test_remove_again);
  g_test_add_func ("/edits/parts", test_parts);
  g_test_add_func ("/edits/move", test_move);
  g_test_add_func ("/edits/details", test_details);
  g_test_add_func ("/edits/conflict", test_conflict);
  g_test_add_func ("/edits/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/edits/merge", test_merge);
  g_test_add_func ("/edits/nothing", test_nothing);
  g_test_add_func ("/edits/clippings", test_clippings);

  return file_kit_run ();
}
