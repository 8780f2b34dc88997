/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people: the list with its search, kinds and order, and the page of a person with its ways to every sentence. */
#include "config.h"

#include "dateline-bar-chart.h"
#include "dateline-claim.h"
#include "dateline-fact-list.h"
#include "dateline-fact-row.h"
#include "dateline-json-reader.h"
#include "dateline-passage-chip.h"
#include "dateline-people-view.h"
#include "dateline-person-page.h"
#include "dateline-quote.h"
#include "dateline-row.h"
#include "file-kit.h"
#include "kit.h"

typedef struct
{
  DatelineSession    *session;
  DatelineSettings   *settings;
  GtkWidget          *view;
  DatelinePersonPage *page;
  GtkSelectionModel  *list;
  GtkWindow          *window;
} Fixture;

static void
show (Fixture         *fixture,
      DatelineSession *session,
      int              width)
{
  fixture->session = session;
  fixture->settings = dateline_settings_new ();
  fixture->view = g_object_new (DATELINE_TYPE_PEOPLE_VIEW,
                                "session", session,
                                "settings", fixture->settings,
                                NULL);
  fixture->window = kit_show (fixture->view, width, 700);
  fixture->page = DATELINE_PERSON_PAGE (kit_find (fixture->view, DATELINE_TYPE_PERSON_PAGE, NULL));
  fixture->list = gtk_list_view_get_model (GTK_LIST_VIEW (kit_find (fixture->view, GTK_TYPE_LIST_VIEW, "people_list")));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  show (fixture, kit_new_session (), 1100);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  kit_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->settings);
}

static DatelineNavigator *
get_navigator (Fixture *fixture)
{
  return dateline_session_get_navigator (fixture->session);
}

static DatelineItem *
lookup (Fixture    *fixture,
        const char *id)
{
  DatelineItem *item = dateline_story_lookup (dateline_session_get_story (fixture->session), id);

  g_assert_nonnull (item);

  return item;
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static DatelineItem *
get_row_item (Fixture *fixture,
              guint    position)
{
  g_autoptr(DatelineItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  return item;
}

static DatelineItem *
get_shown (Fixture *fixture)
{
  return DATELINE_ITEM (dateline_person_page_get_person (fixture->page));
}

static GtkWidget *
find_in_page (Fixture    *fixture,
              GType       type,
              const char *id)
{
  GtkWidget *widget = kit_find (GTK_WIDGET (fixture->page), type, id);

  g_assert_nonnull (widget);

  return widget;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *text)
{
  GtkWidget *label = kit_find_label (root, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

static guint
count_kind (Fixture            *fixture,
            DatelinePersonKind  kind)
{
  GListModel *people = dateline_story_get_people (dateline_session_get_story (fixture->session));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(DatelinePerson) person = g_list_model_get_item (people, i);

      if (dateline_person_get_person_kind (person) == kind)
        n++;
    }

  return n;
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  guint last = G_MAXUINT;

  g_assert_cmpuint (count_rows (fixture), ==,
                    g_list_model_get_n_items (dateline_story_get_people (dateline_session_get_story (fixture->session))));
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      guint n = g_list_model_get_n_items (dateline_item_get_passages (get_row_item (fixture, i)));

      g_assert_cmpuint (n, <=, last);
      last = n;
    }
  /* Somebody is shown, and nobody selected by that. */
  g_assert_true (get_shown (fixture) == get_row_item (fixture, 0));
  g_assert_null (dateline_navigator_get_selected (get_navigator (fixture)));

  g_assert_true (gtk_widget_activate_action (fixture->view, "people.sort", "s", "name"));
  for (guint i = 1; i < count_rows (fixture); i++)
    g_assert_cmpint (g_utf8_collate (dateline_item_get_label (get_row_item (fixture, i - 1)),
                                     dateline_item_get_label (get_row_item (fixture, i))), <=, 0);
}

static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button = kit_find (fixture->view, GTK_TYPE_TOGGLE_BUTTON, "group_button");
  g_autofree char *name = g_strdup_printf ("Groups: %u", count_kind (fixture, DATELINE_PERSON_KIND_GROUP));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  click (button);
  g_assert_cmpuint (count_rows (fixture), ==, count_kind (fixture, DATELINE_PERSON_KIND_GROUP));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  click (kit_find (fixture->view, GTK_TYPE_TOGGLE_BUTTON, "organisation_button"));
  g_assert_cmpuint (count_rows (fixture), ==, count_kind (fixture, DATELINE_PERSON_KIND_ORGANISATION));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  click (kit_find (fixture->view, GTK_TYPE_TOGGLE_BUTTON, "person_button"));
  g_assert_cmpuint (count_rows (fixture), ==, count_kind (fixture, DATELINE_PERSON_KIND_PERSON));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *entry = kit_find (fixture->view, GTK_TYPE_SEARCH_ENTRY, "search_entry");
  GtkWidget *stack = kit_find (fixture->view, GTK_TYPE_STACK, "list_stack");
  guint n = count_rows (fixture);

  gtk_editable_set_text (GTK_EDITABLE (entry), "FEDOROVA");
  KIT_UNTIL (count_rows (fixture) == 1);
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (dateline_navigator_get_selected (get_navigator (fixture)) == lookup (fixture, "person-fedorova"));
  g_assert_true (get_shown (fixture) == lookup (fixture, "person-fedorova"));

  /* An alias finds as well as the name. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "alexander liberator");
  KIT_UNTIL (count_rows (fixture) == 1 && get_row_item (fixture, 0) == lookup (fixture, "person-alexander-ii"));
  /* Whoever is looked at stays, also while the list hides them. */
  g_assert_true (get_shown (fixture) == lookup (fixture, "person-fedorova"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "zzqqzz");
  KIT_UNTIL (g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "none"));
  click (kit_find (fixture->view, GTK_TYPE_BUTTON, "show_all_button"));
  KIT_UNTIL (count_rows (fixture) == n);
  g_assert_true (get_row_item (fixture, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (fixture->list))) ==
                 lookup (fixture, "person-fedorova"));
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  DatelineNavigator *navigator = get_navigator (fixture);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (fixture->list);

  /* From the list to everywhere. */
  gtk_selection_model_select_item (fixture->list, 2, TRUE);
  g_assert_true (dateline_navigator_get_selected (navigator) == get_row_item (fixture, 2));
  g_assert_true (get_shown (fixture) == get_row_item (fixture, 2));

  /* From everywhere to the list: a person, and who said or wrote something. */
  dateline_navigator_select (navigator, lookup (fixture, "person-putin"), NULL);
  g_assert_true (get_shown (fixture) == lookup (fixture, "person-putin"));
  g_assert_true (gtk_single_selection_get_selected_item (selection) == lookup (fixture, "person-putin"));
  dateline_navigator_select (navigator, lookup (fixture, "reaction-lacy"), NULL);
  g_assert_true (get_shown (fixture) == lookup (fixture, "person-lacy"));
  g_assert_true (dateline_navigator_get_selected (navigator) == lookup (fixture, "reaction-lacy"));

  /* What has nobody leaves the page alone. */
  dateline_navigator_select (navigator, lookup (fixture, "event-hearts"), NULL);
  g_assert_true (get_shown (fixture) == lookup (fixture, "person-lacy"));
  dateline_navigator_go_back (navigator);
  dateline_navigator_go_back (navigator);
  g_assert_true (get_shown (fixture) == lookup (fixture, "person-putin"));
}

static void
test_header (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  dateline_navigator_select (get_navigator (fixture), lookup (fixture, "person-navalnaya"), NULL);
  g_assert_nonnull (kit_find_label (find_in_page (fixture, GTK_TYPE_LABEL, "name_label"), "Yulia Navalnaya"));
  g_assert_nonnull (kit_find_label (page, dateline_person_get_role (DATELINE_PERSON (get_shown (fixture)))));
  g_assert_nonnull (kit_find_label (page, dateline_person_get_description (DATELINE_PERSON (get_shown (fixture)))));
}

static void
test_spellings (Fixture       *fixture,
                gconstpointer  data)
{
  DatelineNavigator *navigator = get_navigator (fixture);
  GtkWidget *chip;
  DatelinePassage *passage;

  dateline_navigator_select (navigator, lookup (fixture, "person-navalny"), NULL);
  chip = find_button (find_in_page (fixture, GTK_TYPE_WIDGET, "spellings_box"), "Alexey");
  g_assert_true (DATELINE_IS_PASSAGE_CHIP (chip));
  passage = dateline_passage_chip_get_passage (DATELINE_PASSAGE_CHIP (chip));
  g_assert_cmpstr (dateline_passage_get_exact (passage), ==, "Alexey");
  click (chip);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "articles");
  g_assert_true (dateline_navigator_get_passage (navigator) == passage);
  g_assert_true (dateline_navigator_get_selected (navigator) == lookup (fixture, "person-navalny"));
}

static void
test_companions (Fixture       *fixture,
                 gconstpointer  data)
{
  dateline_navigator_select (get_navigator (fixture), lookup (fixture, "person-navalny"), NULL);
  click (find_button (find_in_page (fixture, GTK_TYPE_WIDGET, "companions_box"), "Yulia Navalnaya"));
  g_assert_true (get_shown (fixture) == lookup (fixture, "person-navalnaya"));
  g_assert_true (dateline_navigator_get_selected (get_navigator (fixture)) == lookup (fixture, "person-navalnaya"));
}

static void
test_mentions (Fixture       *fixture,
               gconstpointer  data)
{
  DatelineNavigator *navigator = get_navigator (fixture);
  DatelineItem *article = lookup (fixture, "article-selfies-in-red");
  GtkWidget *list;
  GtkWidget *bar;
  GtkWidget *row;
  guint n_mentions = 0;
  g_autofree char *name = NULL;

  dateline_navigator_select (navigator, lookup (fixture, "person-navalny"), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (dateline_item_get_passages (get_shown (fixture))); i++)
    {
      g_autoptr(DatelinePassage) mention = g_list_model_get_item (dateline_item_get_passages (get_shown (fixture)), i);

      if (DATELINE_ITEM (dateline_passage_get_article (mention)) == article)
        n_mentions++;
    }
  g_assert_cmpuint (n_mentions, >, 1);
  name = g_strdup_printf ("%s: %u mentions", dateline_item_get_label (article), n_mentions);

  list = find_in_page (fixture, DATELINE_TYPE_FACT_LIST, "mentions_list");
  g_assert_false (gtk_widget_get_visible (list));
  KIT_UNTIL ((bar = find_button (find_in_page (fixture, DATELINE_TYPE_BAR_CHART, NULL), dateline_item_get_label (article))) != NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  click (bar);
  KIT_UNTIL (kit_count (list, DATELINE_TYPE_FACT_ROW) == n_mentions);
  row = kit_find (list, DATELINE_TYPE_FACT_ROW, NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "articles");
  g_assert_true (DATELINE_ITEM (dateline_navigator_get_article (navigator)) == article);
  g_assert_true (g_list_model_get_n_items (dateline_item_get_passages (get_shown (fixture))) > 0);
  g_assert_true (dateline_navigator_get_selected (navigator) == get_shown (fixture));

  click (bar);
  KIT_UNTIL (!gtk_widget_get_visible (list));
}

static GtkWidget *
get_row (Fixture    *fixture,
         const char *list_id,
         guint       position)
{
  GtkWidget *list = find_in_page (fixture, DATELINE_TYPE_FACT_LIST, list_id);
  GtkWidget *list_box = kit_find (list, GTK_TYPE_LIST_BOX, "list_box");
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), (int) position);

  g_assert_true (gtk_widget_get_visible (list));
  g_assert_true (DATELINE_IS_FACT_ROW (row));

  return GTK_WIDGET (row);
}

static void
activate (GtkWidget *row)
{
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  DatelineNavigator *navigator = get_navigator (fixture);
  DatelineItem *quote;
  GtkWidget *row;

  dateline_navigator_select (navigator, lookup (fixture, "person-fedorova"), NULL);
  row = get_row (fixture, "quotes_list", 0);
  quote = dateline_fact_row_get_item (DATELINE_FACT_ROW (row));
  g_assert_true (DATELINE_ITEM (dateline_quote_get_speaker (DATELINE_QUOTE (quote))) == get_shown (fixture));
  activate (row);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "articles");
  g_assert_true (dateline_navigator_get_selected (navigator) == quote);
  g_assert_nonnull (dateline_navigator_get_passage (navigator));
  /* The speaker's page stays while their words are selected. */
  g_assert_true (get_shown (fixture) == lookup (fixture, "person-fedorova"));

  activate (get_row (fixture, "reactions_list", 0));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "reactions");
  g_assert_true (dateline_navigator_get_selected (navigator) == lookup (fixture, "reaction-fedorova"));

  row = get_row (fixture, "events_list", 0);
  activate (row);
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "timeline");
  g_assert_true (dateline_navigator_get_selected (navigator) == dateline_fact_row_get_item (DATELINE_FACT_ROW (row)));
  click (kit_find (row, DATELINE_TYPE_PASSAGE_CHIP, NULL));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "articles");
  g_assert_true (dateline_navigator_get_selected (navigator) == dateline_fact_row_get_item (DATELINE_FACT_ROW (row)));
}

static void
test_claims (Fixture       *fixture,
             gconstpointer  data)
{
  DatelineNavigator *navigator = get_navigator (fixture);
  GtkWidget *box;

  dateline_navigator_select (navigator, lookup (fixture, "person-navalny"), NULL);
  box = find_in_page (fixture, GTK_TYPE_BOX, "claims_box");
  click (kit_find (box, DATELINE_TYPE_PASSAGE_CHIP, NULL));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "articles");
  g_assert_cmpint (dateline_item_get_kind (dateline_navigator_get_selected (navigator)), ==, DATELINE_ITEM_ACCOUNT);
  click (kit_find (box, GTK_TYPE_BUTTON, NULL));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "compare");
  g_assert_true (DATELINE_IS_CLAIM (dateline_navigator_get_selected (navigator)));
}

static void
test_clip (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *clippings = G_LIST_MODEL (dateline_session_get_clippings (fixture->session));
  GtkWidget *row;
  GtkWidget *button;

  dateline_navigator_select (get_navigator (fixture), lookup (fixture, "person-navalny"), NULL);
  row = get_row (fixture, "quotes_list", 0);
  button = kit_find (row, GTK_TYPE_BUTTON, "clip_button");
  click (button);
  g_assert_cmpuint (g_list_model_get_n_items (clippings), ==, 1);
  g_assert_false (gtk_widget_get_sensitive (button));
  dateline_clippings_remove (dateline_session_get_clippings (fixture->session), 0);
  g_assert_true (gtk_widget_get_sensitive (button));
}

static void
test_more (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *list;
  GtkWidget *more;
  guint n;

  dateline_navigator_select (get_navigator (fixture), lookup (fixture, "person-navalny"), NULL);
  list = find_in_page (fixture, DATELINE_TYPE_FACT_LIST, "events_list");
  more = kit_find (list, GTK_TYPE_BUTTON, "more_button");
  n = kit_count (list, DATELINE_TYPE_FACT_ROW);
  g_assert_true (gtk_widget_get_visible (more));
  click (more);
  KIT_UNTIL (kit_count (list, DATELINE_TYPE_FACT_ROW) > n);
  g_assert_false (gtk_widget_get_visible (more));
}

static void
test_narrow (void)
{
  Fixture fixture;
  GtkWidget *list_view;
  GtkWidget *back;

  show (&fixture, kit_new_session (), 360);
  list_view = kit_find (fixture.view, GTK_TYPE_LIST_VIEW, "people_list");
  back = kit_find (fixture.view, GTK_TYPE_BUTTON, "back_button");

  /* The list first; a row opens the page, also the row of who is shown already. */
  KIT_UNTIL (gtk_widget_get_mapped (list_view) && !gtk_widget_get_mapped (back));
  g_assert_true (gtk_widget_activate_action (fixture.view, "people.open", "u", 0));
  KIT_UNTIL (gtk_widget_get_mapped (back) && !gtk_widget_get_mapped (list_view));
  click (back);
  KIT_UNTIL (gtk_widget_get_mapped (list_view));
  g_assert_true (gtk_widget_activate_action (list_view, "list.activate-item", "u", 1));
  KIT_UNTIL (gtk_widget_get_mapped (back));
  g_assert_true (get_shown (&fixture) == get_row_item (&fixture, 1));
  click (back);
  KIT_UNTIL (gtk_widget_get_mapped (list_view));

  /* To be shown from elsewhere opens the page. */
  dateline_navigator_show (get_navigator (&fixture), "people", lookup (&fixture, "person-putin"), NULL);
  KIT_UNTIL (gtk_widget_get_mapped (back));
  g_assert_cmpint (gtk_widget_get_width (fixture.view), <=, 360);
  tear_down (&fixture, NULL);
}

static void
test_empty (void)
{
  Fixture fixture;
  g_autoptr(DatelineStory) story = dateline_story_new ("empty", "Empty", NULL, "en");

  show (&fixture, dateline_session_new (story), 360);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (kit_find (fixture.view, GTK_TYPE_STACK, "stack"))),
                   ==, "empty");
  tear_down (&fixture, NULL);
}

static void
test_everybody (Fixture       *fixture,
                gconstpointer  data)
{
  /* No page of the story raises a warning, whatever is missing from it. */
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      dateline_navigator_select (get_navigator (fixture), get_row_item (fixture, i), NULL);
      g_assert_true (get_shown (fixture) == get_row_item (fixture, i));
      kit_iterate ();
    }
}

/* Long names, joined letters, emoji of several code points, and markup that is none. */
static DatelineSession *
new_unruly_session (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "unruly.json", NULL);
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  story = dateline_json_reader_read (bytes, &warnings, &error);
  g_assert_no_error (error);
  g_assert_true (warnings == NULL || warnings[0] == NULL);

  return dateline_session_new (story);
}

static void
test_unruly (void)
{
  static const int widths[] = { 1100, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Fixture fixture;

      show (&fixture, new_unruly_session (), widths[i]);
      test_everybody (&fixture, NULL);
      dateline_navigator_show (get_navigator (&fixture), "people", lookup (&fixture, "person-1"), NULL);
      KIT_UNTIL (kit_count (find_in_page (&fixture, GTK_TYPE_BOX, "claims_box"), DATELINE_TYPE_PASSAGE_CHIP) == 2);
      g_assert_cmpint (gtk_widget_get_width (fixture.view), <=, widths[i]);
      tear_down (&fixture, NULL);
    }
}

/* Of a story file only the passages of who is looked at are loaded, and what changes in the others is seen. */
static void
test_file (void)
{
  Fixture fixture;
  g_autoptr(DatelineStoryFile) made = file_kit_create ();
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(DatelinePerson) last = NULL;
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) draft = NULL;
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Add Mentions");
  g_autofree char *path = g_strdup (dateline_story_file_get_path (made));
  g_autofree char *id = NULL;
  DatelineStory *story;
  guint n;

  g_clear_object (&made);
  file = file_kit_open (path);
  story = dateline_story_file_get_story (file);
  show (&fixture, dateline_session_new_for_file (file), 1100);
  KIT_UNTIL (kit_count (fixture.view, DATELINE_TYPE_ROW) > 3);
  n = g_list_model_get_n_items (G_LIST_MODEL (fixture.list));
  last = g_list_model_get_item (G_LIST_MODEL (fixture.list), n - 1);
  id = g_strdup (dateline_item_get_id (DATELINE_ITEM (last)));
  g_assert_true (dateline_story_misses (story, DATELINE_ITEM (last), DATELINE_ITEM_PART_PASSAGES));
  g_clear_object (&last);

  /* Who is named most after a change comes first. */
  base = dateline_item_copy (lookup (&fixture, id));
  draft = dateline_item_copy (lookup (&fixture, id));
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (dateline_story_get_articles (story), 0);

      g_ptr_array_add (passages, dateline_passage_new (article, i, i + 1));
    }
  dateline_item_set_passages (draft, passages);
  dateline_edit_put (edit, draft, base);
  file_kit_apply (file, edit);
  KIT_UNTIL (!dateline_view_is_stale (DATELINE_VIEW (fixture.view)));
  last = g_list_model_get_item (G_LIST_MODEL (fixture.list), 0);
  g_assert_cmpstr (dateline_item_get_id (DATELINE_ITEM (last)), ==, id);
  g_clear_object (&file);
  tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

  g_test_add ("/people/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/people/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/people/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/people/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/people/header", Fixture, NULL, set_up, test_header, tear_down);
  g_test_add ("/people/spellings", Fixture, NULL, set_up, test_spellings, tear_down);
  g_test_add ("/people/companions", Fixture, NULL, set_up, test_companions, tear_down);
  g_test_add ("/people/mentions", Fixture, NULL, set_up, test_mentions, tear_down);
  g_test_add ("/people/facts", Fixture, NULL, set_up, test_facts, tear_down);
  g_test_add ("/people/claims", Fixture, NULL, set_up, test_claims, tear_down);
  g_test_add ("/people/clip", Fixture, NULL, set_up, test_clip, tear_down);
  g_test_add ("/people/more", Fixture, NULL, set_up, test_more, tear_down);
  g_test_add_func ("/people/narrow", test_narrow);
  g_test_add_func ("/people/empty", test_empty);
  g_test_add ("/people/everybody", Fixture, NULL, set_up, test_everybody, tear_down);
  g_test_add_func ("/people/unruly", test_unruly);
  g_test_add_func ("/people/file", test_file);

  return file_kit_run ();
}
