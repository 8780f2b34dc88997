/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story from nothing: empty pages that lead to the first article, its text, and another text for it. */
#include "config.h"

#include "dateline-empty-page.h"
#include "dateline-text-window.h"
#include "file-kit.h"
#include "kit.h"

static GtkWindow *
find_dialog (GtkWindow *parent)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == parent)
        return toplevel;
    }

  return NULL;
}

static DatelineWindow *
open_window (DatelineStoryFile *file)
{
  g_autoptr(GFile) place = g_file_new_for_path (dateline_story_file_get_path (file));

  return kit_open_window (place);
}

static DatelineStoryFile *
create_empty (void)
{
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(DatelineStory) story = dateline_story_new ("story", "From nothing", "", "en");
  g_autoptr(GError) error = NULL;
  DatelineStoryFile *file = dateline_story_file_create (path, story, NULL, &error);

  g_assert_no_error (error);

  return file;
}

static void
set_text (GtkWindow  *dialog,
          const char *text)
{
  GtkWidget *view = kit_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, "text_view");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
set_headline (GtkWindow  *dialog,
              const char *headline)
{
  gtk_editable_set_text (GTK_EDITABLE (kit_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "headline_row")), headline);
}

static const char *
get_label (GtkWindow  *dialog,
           const char *id)
{
  return gtk_label_get_label (GTK_LABEL (kit_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, id)));
}

static gboolean
can_apply (GtkWindow *dialog)
{
  return gtk_widget_get_sensitive (kit_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "apply_button"));
}

static void
apply (GtkWindow *dialog)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "text-window.apply", NULL));
}

static void
test_from_nothing (void)
{
  static const char *const views[] = { "timeline", "articles", "people", "reactions", "compare" };
  g_autoptr(DatelineStoryFile) file = create_empty ();
  DatelineWindow *window = open_window (file);
  DatelineSession *session = dateline_window_get_session (window);
  DatelineNavigator *navigator = dateline_session_get_navigator (session);
  GListModel *articles = dateline_story_get_articles (dateline_session_get_story (session));
  g_autoptr(DatelineArticle) article = NULL;
  const DatelineBlock *blocks;
  GtkWindow *dialog;
  guint n_blocks;

  /* Every view says where to begin. */
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *page;

      dateline_navigator_set_view (navigator, views[i]);
      kit_iterate ();
      page = kit_find (GTK_WIDGET (window), DATELINE_TYPE_EMPTY_PAGE, NULL);
      g_assert_nonnull (page);
      g_assert_true (gtk_widget_get_visible (kit_find (page, GTK_TYPE_BUTTON, "add_button")));
      g_assert_false (gtk_widget_get_visible (kit_find (page, GTK_TYPE_BUTTON, "read_button")));
    }

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-article", NULL));
  dialog = find_dialog (GTK_WINDOW (window));
  g_assert_true (DATELINE_IS_TEXT_WINDOW (dialog));
  g_assert_false (can_apply (dialog));
  set_text (dialog, "The bridge was closed.\n\n> It was old, said Anna.\n\nIt rained.");
  g_assert_false (can_apply (dialog));
  set_headline (dialog, "  ");
  g_assert_false (can_apply (dialog));
  set_headline (dialog, "Bridge closed");
  g_assert_true (can_apply (dialog));
  KIT_UNTIL (g_strcmp0 (get_label (dialog, "counts_label"), "2 paragraphs · 1 quotation · 11 words") == 0);
  apply (dialog);
  KIT_UNTIL (find_dialog (GTK_WINDOW (window)) == NULL);

  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);
  article = g_list_model_get_item (articles, 0);
  g_assert_cmpstr (dateline_article_get_headline (article), ==, "Bridge closed");
  g_assert_cmpstr (dateline_article_get_language (article), ==, "en");
  blocks = dateline_article_get_blocks (article, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 3);
  g_assert_cmpint (blocks[1].kind, ==, DATELINE_BLOCK_BLOCKQUOTE);
  file_kit_assert_shown (dateline_session_get_file (session));

  /* It is read, and the form asks who published it. */
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "articles");
  g_assert_true (dateline_navigator_get_selected (navigator) == DATELINE_ITEM (article));
  KIT_UNTIL (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (kit_find (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON, "edit_button"))));

  /* The other pages lead to the article now. */
  dateline_navigator_set_view (navigator, "people");
  kit_iterate ();
  g_assert_true (gtk_widget_get_visible (kit_find (kit_find (GTK_WIDGET (window), DATELINE_TYPE_EMPTY_PAGE, NULL),
                                                   GTK_TYPE_BUTTON, "read_button")));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 0);

  kit_destroy (GTK_WINDOW (window));
}

static void
replace_text (DatelineWindow *window,
              const char     *id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.replace-text", "s", id));
}

static void
test_replace (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  DatelineWindow *window = open_window (file);
  DatelineStory *story = dateline_session_get_story (dateline_window_get_session (window));
  g_autoptr(DatelineArticle) article = g_list_model_get_item (dateline_story_get_articles (story), 0);
  const char *id = dateline_item_get_id (DATELINE_ITEM (article));
  g_autofree char *text = g_strdup (dateline_article_get_text (article));
  g_autofree char *before = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkWindow *dialog;
  GtkWidget *revealer;

  file_kit_set (dateline_session_get_file (dateline_window_get_session (window)), "person-navalny", "name", "Tom & Jerry");
  replace_text (window, id);
  dialog = find_dialog (GTK_WINDOW (window));
  revealer = kit_find (GTK_WIDGET (dialog), GTK_TYPE_REVEALER, "losses_revealer");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (kit_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, "text_view")));
  g_object_get (buffer, "text", &before, NULL);
  g_assert_true (g_str_has_prefix (before, "Across social media"));
  g_assert_false (can_apply (dialog));
  KIT_UNTIL (*get_label (dialog, "counts_label") != '\0');
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));

  /* A paragraph before all moves everything, and loses nothing. */
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, "Correction of 4 February.\n\n", -1);
  g_assert_true (can_apply (dialog));
  KIT_UNTIL (strstr (get_label (dialog, "counts_label"), "keep their places") != NULL);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));

  /* What finds no place is listed before anything is done. */
  set_text (dialog, "Nothing of it.");
  KIT_UNTIL (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  g_assert_nonnull (strstr (get_label (dialog, "losses_label"), "find no place"));
  g_assert_nonnull (kit_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, NULL));
  g_assert_nonnull (kit_find_label (GTK_WIDGET (dialog), "Person: Tom & Jerry"));
  g_assert_cmpstr (dateline_article_get_text (article), ==, text);
  apply (dialog);
  KIT_UNTIL (find_dialog (GTK_WINDOW (window)) == NULL);
  g_assert_cmpstr (dateline_article_get_text (article), ==, "Nothing of it.");
  file_kit_assert_shown (dateline_session_get_file (dateline_window_get_session (window)));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpstr (dateline_article_get_text (article), ==, text);

  kit_destroy (GTK_WINDOW (window));
}

/* What was typed goes only if the reader says so. */
static void
test_discard (void)
{
  g_autoptr(DatelineStoryFile) file = create_empty ();
  DatelineWindow *window = open_window (file);
  GtkWindow *dialog;
  GtkWindow *question;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-article", NULL));
  dialog = find_dialog (GTK_WINDOW (window));
  gtk_window_close (dialog);
  KIT_UNTIL (find_dialog (GTK_WINDOW (window)) == NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-article", NULL));
  dialog = find_dialog (GTK_WINDOW (window));
  set_text (dialog, "Typed by hand");
  gtk_window_close (dialog);
  KIT_UNTIL (find_dialog (dialog) != NULL);
  question = find_dialog (dialog);
  gtk_window_close (question);
  KIT_UNTIL (find_dialog (dialog) == NULL);
  g_assert_true (find_dialog (GTK_WINDOW (window)) == dialog);
  gtk_window_close (dialog);
  KIT_UNTIL (find_dialog (dialog) != NULL);
  question = find_dialog (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "discard");
  KIT_UNTIL (find_dialog (GTK_WINDOW (window)) == NULL);

  kit_destroy (GTK_WINDOW (window));
}

/* A crash, or a window that is closed with all others: what was typed is there the next time, once. */
static void
test_draft (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  g_autoptr(DatelineArticle) article = NULL;
  DatelineTextWindow *window = dateline_text_window_new (session, NULL);
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  gtk_window_present (GTK_WINDOW (window));
  set_headline (GTK_WINDOW (window), "Half a headline");
  set_text (GTK_WINDOW (window), "Сердце ❤️\n\nand more");
  gtk_window_destroy (GTK_WINDOW (window));

  /* It is of the new article only. */
  article = g_list_model_get_item (dateline_story_get_articles (dateline_session_get_story (session)), 0);
  window = dateline_text_window_new (session, article);
  g_assert_false (can_apply (GTK_WINDOW (window)));
  g_assert_false (gtk_widget_get_visible (kit_find (GTK_WIDGET (window), GTK_TYPE_BOX, "draft_box")));
  gtk_window_destroy (GTK_WINDOW (window));

  window = dateline_text_window_new (session, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_visible (kit_find (GTK_WIDGET (window), GTK_TYPE_BOX, "draft_box")));
  g_assert_true (can_apply (GTK_WINDOW (window)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (kit_find (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, "text_view")));
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Сердце ❤️\n\nand more");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  apply (GTK_WINDOW (window));
  KIT_UNTIL (window == NULL);

  window = dateline_text_window_new (session, NULL);
  g_assert_false (can_apply (GTK_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In the example, the window waits until there is a place to keep the story. */
static void
test_not_kept (void)
{
  g_autoptr(DatelineSession) session = kit_new_session ();
  g_autofree char *path = file_kit_dup_path ();
  g_autoptr(GError) error = NULL;
  DatelineTextWindow *window = dateline_text_window_new (session, NULL);
  GListModel *articles = dateline_story_get_articles (dateline_session_get_story (session));
  guint n = g_list_model_get_n_items (articles);

  gtk_window_present (GTK_WINDOW (window));
  set_headline (GTK_WINDOW (window), "One more");
  set_text (GTK_WINDOW (window), "Its text");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);

  apply (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
  dateline_session_give_up (session);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (can_apply (GTK_WINDOW (window)));

  apply (GTK_WINDOW (window));
  g_assert_true (dateline_session_keep (session, path, &error));
  g_assert_no_error (error);
  KIT_UNTIL (window == NULL);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_story_get_articles (dateline_session_get_story (session))), ==, n + 1);
}

int
main (int    argc,
      char **argv)
{
  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

  g_test_add_func ("/text-window/from-nothing", test_from_nothing);
  g_test_add_func ("/text-window/replace", test_replace);
  g_test_add_func ("/text-window/discard", test_discard);
  g_test_add_func ("/text-window/draft", test_draft);
  g_test_add_func ("/text-window/not-kept", test_not_kept);

  return file_kit_run ();
}
