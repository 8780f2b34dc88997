/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging and splitting people: what the edits hold. */
#include "config.h"

#include "dateline-edit-private.h"
#include "dateline-json-reader.h"
#include "dateline-people-edit.h"
#include "dateline-split.h"

static DatelineStory *
create_story (void)
{
  static const char json[] =
    "{ \"format\": \"dateline-story\", \"version\": 1, \"id\": \"s\", \"title\": \"S\", \"language\": \"en\","
    "  \"articles\": [ { \"id\": \"article-a\", \"headline\": \"A\", \"blocks\": ["
    "      { \"kind\": \"paragraph\", \"text\": \"Anna met Ann. Anya slept.\" } ] } ],"
    "  \"people\": ["
    "    { \"id\": \"person-anna\", \"name\": \"Anna\", \"aliases\": [\"Annie\"], \"mentions\": ["
    "      { \"article\": \"article-a\", \"start\": 0, \"end\": 4, \"exact\": \"Anna\" } ] },"
    "    { \"id\": \"person-ann\", \"name\": \"Ann\", \"aliases\": [\"Annie\", \"A.\"], \"role\": \"Judge\", \"mentions\": ["
    "      { \"article\": \"article-a\", \"start\": 9, \"end\": 12, \"exact\": \"Ann\" },"
    "      { \"article\": \"article-a\", \"start\": 0, \"end\": 4, \"exact\": \"Anna\" } ] },"
    "    { \"id\": \"person-anya\", \"name\": \"Anya\", \"mentions\": ["
    "      { \"article\": \"article-a\", \"start\": 14, \"end\": 18, \"exact\": \"Anya\" } ] } ],"
    "  \"events\": ["
    "    { \"id\": \"event-1\", \"title\": \"E\", \"date\": \"2021\", \"participants\": [\"person-ann\", \"person-anya\", \"person-anna\"] },"
    "    { \"id\": \"event-2\", \"title\": \"F\", \"date\": \"2021\", \"participants\": [\"person-anya\"] } ],"
    "  \"quotes\": [ { \"id\": \"quote-1\", \"speaker\": \"person-ann\", \"addressee\": \"person-anya\", \"direct\": true,"
    "      \"passage\": { \"article\": \"article-a\", \"start\": 5, \"end\": 8, \"exact\": \"met\" } } ],"
    "  \"reactions\": [ { \"id\": \"reaction-1\", \"author\": \"person-ann\", \"text\": \"Oh\" } ],"
    "  \"claims\": [ { \"id\": \"claim-1\", \"question\": \"Who?\", \"about\": [\"person-anna\", \"person-ann\"] } ] }";
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story = dateline_json_reader_read (bytes, &warnings, &error);

  g_assert_no_error (error);

  return story;
}

/* The draft of an item in an edit. */
static gpointer
find_draft (DatelineEdit *edit,
            const char   *id)
{
  for (guint i = 0; i < _dateline_edit_get_n_operations (edit); i++)
    {
      const DatelineOperation *operation = _dateline_edit_get_operation (edit, i);

      if (operation->kind == DATELINE_OPERATION_PUT && g_str_equal (dateline_item_get_id (operation->draft), id))
        return operation->draft;
    }

  return NULL;
}

static void
test_merge (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  DatelinePerson *anna = DATELINE_PERSON (dateline_story_lookup (story, "person-anna"));
  g_autoptr(GPtrArray) people = g_ptr_array_new ();
  g_autoptr(DatelineEdit) edit = NULL;
  const DatelineOperation *last;
  DatelinePerson *draft;
  g_autofree char *aliases = NULL;
  GListModel *list;
  g_autoptr(DatelinePerson) first = NULL;

  g_ptr_array_add (people, dateline_story_lookup (story, "person-ann"));
  g_ptr_array_add (people, anna);
  edit = dateline_people_edit_merge (story, people, anna);

  draft = find_draft (edit, "person-anna");
  aliases = g_strjoinv ("|", (GStrv) dateline_person_get_aliases (draft));
  g_assert_cmpstr (dateline_person_get_name (draft), ==, "Anna");
  g_assert_cmpstr (aliases, ==, "Annie|Ann|A.");
  g_assert_cmpstr (dateline_person_get_role (draft), ==, "Judge");
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (DATELINE_ITEM (draft))), ==, 2);
  /* The living item waits for the edit. */
  g_assert_cmpstr (dateline_person_get_role (anna), ==, "");

  list = dateline_event_get_participants (find_draft (edit, "event-1"));
  first = g_list_model_get_item (list, 0);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_true (first == anna);
  g_assert_null (find_draft (edit, "event-2"));
  g_assert_true (dateline_quote_get_speaker (find_draft (edit, "quote-1")) == anna);
  g_assert_cmpstr (dateline_item_get_id (DATELINE_ITEM (dateline_quote_get_addressee (find_draft (edit, "quote-1")))),
                   ==, "person-anya");
  g_assert_true (dateline_reaction_get_author (find_draft (edit, "reaction-1")) == anna);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_claim_get_about (find_draft (edit, "claim-1"))), ==, 1);

  last = _dateline_edit_get_operation (edit, _dateline_edit_get_n_operations (edit) - 1);
  g_assert_cmpint (last->kind, ==, DATELINE_OPERATION_REMOVE);
  g_assert_cmpstr (last->id, ==, "person-ann");
}

static void
test_split (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  DatelinePerson *ann = DATELINE_PERSON (dateline_story_lookup (story, "person-ann"));
  static const char *const taken[] = { "A.", NULL };
  g_autoptr(GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(DatelineEdit) edit = NULL;
  g_autofree char *id = NULL;
  g_autofree char *kept = NULL;
  DatelineItem *other;

  g_ptr_array_add (mentions, g_list_model_get_item (dateline_item_get_passages (DATELINE_ITEM (ann)), 1));
  g_ptr_array_add (items, dateline_story_lookup (story, "quote-1"));
  edit = dateline_people_edit_split (ann, "A. Smith", taken, mentions, items, &id);

  other = find_draft (edit, id);
  g_assert_cmpstr (dateline_item_get_label (other), ==, "A. Smith");
  g_assert_cmpstr (dateline_person_get_aliases (DATELINE_PERSON (other))[0], ==, "A.");
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (other)), ==, 1);
  kept = g_strjoinv ("|", (GStrv) dateline_person_get_aliases (find_draft (edit, "person-ann")));
  g_assert_cmpstr (kept, ==, "Annie");
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (find_draft (edit, "person-ann"))), ==, 1);
  g_assert_true (DATELINE_ITEM (dateline_quote_get_speaker (find_draft (edit, "quote-1"))) == other);
  g_assert_null (find_draft (edit, "reaction-1"));
}

/* What is ticked goes, an alias with the mentions that read so. */
static void
test_parts (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineIndex) index = dateline_index_new (story);
  DatelinePerson *ann = DATELINE_PERSON (dateline_story_lookup (story, "person-ann"));
  g_autoptr(DatelineSplit) split = dateline_split_new (index, ann);
  GListModel *parts = dateline_split_get_parts (split);
  static const struct
  {
    const char *text;
    const char *detail;
    const char *named;
  } expected[] = {
    { "Annie", "Alias", "" },
    { "A.", "Alias", "" },
    { "Anna met Ann.", "Mention · A", "Ann" },
    { "Anna met Ann.", "Mention · A", "Anna" },
    { "E", "Event · 2021", "" },
    { "met", "Quote · by Ann · to Anya · A", "" },
    { "Oh", "Reaction", "" },
    { "Who?", "Claim", "" },
  };
  g_autoptr(DatelineSplitPart) alias = g_list_model_get_item (parts, 1);
  g_autoptr(DatelineSplitPart) mention = g_list_model_get_item (parts, 3);
  g_autoptr(DatelineSplitPart) event = g_list_model_get_item (parts, 4);
  g_autoptr(DatelineEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  DatelineItem *other;

  g_assert_cmpuint (g_list_model_get_n_items (parts), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(DatelineSplitPart) part = g_list_model_get_item (parts, i);
      gsize from;
      gsize to;
      g_autofree char *text = dateline_split_part_dup_text (part, &from, &to);
      g_autofree char *detail = dateline_split_part_dup_detail (part);
      g_autofree char *named = g_strndup (text + from, to - from);

      g_assert_cmpstr (text, ==, expected[i].text);
      g_assert_cmpstr (detail, ==, expected[i].detail);
      g_assert_cmpstr (named, ==, expected[i].named);
      g_assert_false (dateline_split_part_get_ticked (part));
    }

  name = dateline_split_dup_first_name (split);
  g_assert_null (name);
  dateline_split_part_set_ticked (mention, TRUE);
  name = dateline_split_dup_first_name (split);
  g_assert_cmpstr (name, ==, "Anna");
  dateline_split_part_set_ticked (mention, FALSE);
  dateline_split_part_set_ticked (alias, TRUE);
  dateline_split_part_set_ticked (event, TRUE);
  dateline_split_part_set_ticked (event, TRUE);
  g_assert_cmpuint (dateline_split_get_n_ticked (split), ==, 2);

  edit = dateline_split_create_edit (split, "Someone", &id);
  other = find_draft (edit, id);
  g_assert_cmpstr (dateline_person_get_aliases (DATELINE_PERSON (other))[0], ==, "A.");
  g_assert_cmpuint (g_list_model_get_n_items (dateline_item_get_passages (other)), ==, 0);
  g_assert_nonnull (find_draft (edit, "event-1"));
  g_assert_null (find_draft (edit, "quote-1"));
  g_assert_null (find_draft (edit, "reaction-1"));
}

static void
test_follow (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineIndex) index = dateline_index_new (story);
  DatelinePerson *ann = DATELINE_PERSON (dateline_story_lookup (story, "person-ann"));
  const char *aliases[] = { "Anna", NULL };
  g_autoptr(DatelineSplit) split = NULL;
  g_autoptr(DatelineSplitPart) alias = NULL;
  g_autoptr(DatelineSplitPart) mention = NULL;

  g_object_set (ann, "aliases", aliases, NULL);
  split = dateline_split_new (index, ann);
  alias = g_list_model_get_item (dateline_split_get_parts (split), 0);
  mention = g_list_model_get_item (dateline_split_get_parts (split), 2);
  dateline_split_part_set_ticked (alias, TRUE);
  g_assert_true (dateline_split_part_get_ticked (mention));
  g_assert_cmpuint (dateline_split_get_n_ticked (split), ==, 2);
  dateline_split_part_set_ticked (mention, FALSE);
  g_assert_true (dateline_split_part_get_ticked (alias));
  dateline_split_part_set_ticked (mention, TRUE);
  dateline_split_part_set_ticked (alias, FALSE);
  g_assert_false (dateline_split_part_get_ticked (mention));
  g_assert_cmpuint (dateline_split_get_n_ticked (split), ==, 0);
}

static void
assert_called (DatelinePerson *person,
               const char     *name,
               const char     *aliases)
{
  g_autofree char *joined = g_strjoinv ("|", (GStrv) dateline_person_get_aliases (person));

  g_assert_cmpstr (dateline_person_get_name (person), ==, name);
  g_assert_cmpstr (joined, ==, aliases);
}

static void
test_rename (void)
{
  g_autoptr(DatelineStory) story = create_story ();
  g_autoptr(DatelineItem) ann = dateline_item_copy (dateline_story_lookup (story, "person-ann"));
  DatelinePerson *draft = DATELINE_PERSON (ann);

  /* An article says Ann: she is found by that name from now on, too. */
  dateline_people_edit_rename (draft, "Ann Smyth");
  assert_called (draft, "Ann Smyth", "Annie|A.|Ann");
  /* No article says so: that was a slip. */
  dateline_people_edit_rename (draft, "Ann Smith");
  assert_called (draft, "Ann Smith", "Annie|A.|Ann");
  /* On the way past an alias that no article uses, nothing is lost. */
  dateline_people_edit_rename (draft, "A.");
  dateline_people_edit_rename (draft, "A. Smith");
  assert_called (draft, "A. Smith", "Annie|A.|Ann");
  /* And back */
  dateline_people_edit_rename (draft, "Ann");
  assert_called (draft, "Ann", "Annie|A.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/people-edit/merge", test_merge);
  g_test_add_func ("/people-edit/split", test_split);
  g_test_add_func ("/people-edit/rename", test_rename);
  g_test_add_func ("/people-edit/parts", test_parts);
  g_test_add_func ("/people-edit/follow", test_follow);

  return g_test_run ();
}
