/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways out for clippings: the export window with every format, files, the clipboard, and paper. */
#include "config.h"

#include <glib/gstdio.h>

#include "dateline-clipping-transfer.h"
#include "dateline-export-window.h"
#include "dateline-print.h"
#include "kit.h"

typedef struct
{
  DatelineSession      *session;
  DatelineSettings     *settings;
  DatelineExportWindow *window;
  GListModel           *clippings;
  char                 *folder;
  GFile                *saved;
} Fixture;

static void
saved_cb (Fixture *fixture,
          GFile   *file)
{
  g_set_object (&fixture->saved, file);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  DatelineClippings *clippings;
  DatelineStory *story;
  g_autoptr(GError) error = NULL;

  fixture->session = kit_new_session ();
  fixture->settings = dateline_settings_new ();
  clippings = dateline_session_get_clippings (fixture->session);
  fixture->clippings = G_LIST_MODEL (clippings);
  story = dateline_session_get_story (fixture->session);
  for (guint i = 0; i < g_list_model_get_n_items (dateline_story_get_quotes (story)); i++)
    {
      g_autoptr(DatelineItem) quote = g_list_model_get_item (dateline_story_get_quotes (story), i);

      g_assert_true (dateline_clippings_add (clippings, quote, NULL));
    }

  fixture->folder = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
  dateline_settings_reset (fixture->settings, "export-format");
  fixture->window = dateline_export_window_new (fixture->session, fixture->settings);
  g_signal_connect_swapped (fixture->window, "saved", G_CALLBACK (saved_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    kit_destroy (GTK_WINDOW (fixture->window));
  remove_folder (fixture->folder);
  g_clear_object (&fixture->saved);
  g_free (fixture->folder);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->settings);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *id)
{
  GtkWidget *widget = kit_find (GTK_WIDGET (fixture->window), type, id);

  g_assert_nonnull (widget);

  return widget;
}

static char *
dup_preview (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, "preview")));
  char *text;

  g_object_get (buffer, "text", &text, NULL);

  return text;
}

static void
select_format (Fixture *fixture,
               guint    position)
{
  GtkListBox *list = GTK_LIST_BOX (find (fixture, GTK_TYPE_LIST_BOX, "format_list"));

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int) position));
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_formats;
  const DatelineExportFormat *formats = dateline_exporter_get_formats (&n_formats);
  GtkListBox *list = GTK_LIST_BOX (find (fixture, GTK_TYPE_LIST_BOX, "format_list"));
  g_autoptr(GHashTable) previews = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (n_formats, ==, 9);
  g_assert_null (gtk_list_box_get_row_at_index (list, 9));
  /* The reader's last format comes first. */
  g_assert_cmpstr (formats[gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list))].id, ==, "markdown");

  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *preview = NULL;

      select_format (fixture, i);
      g_assert_cmpstr (dateline_settings_get_string (fixture->settings, "export-format"), ==, formats[i].id);
      g_assert_true (gtk_widget_get_visible (find (fixture, GTK_TYPE_BOX, "style_box")) == formats[i].prose);

      name = dateline_export_window_dup_name (fixture->window);
      g_assert_true (g_str_has_prefix (name, "A heart behind glass"));
      g_assert_true (g_str_has_suffix (name, formats[i].suffix));

      preview = dup_preview (fixture);
      g_assert_nonnull (strstr (preview, "Everything will be fine"));
      g_assert_true (g_hash_table_add (previews, g_steal_pointer (&preview)));
    }
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* The whole of what is saved; the preview may end before the references. */
static char *
dup_references (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "export.copy", NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &text);
  KIT_UNTIL (text != NULL);

  return text;
}

static void
test_style (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *drop_down = find (fixture, GTK_TYPE_DROP_DOWN, "style_drop_down");
  g_autofree char *chicago = NULL;
  g_autofree char *mla = NULL;

  /* The bundled articles bear no author and two no date: the styles differ in what they say of that. */
  select_format (fixture, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 2);
  chicago = dup_references (fixture);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  g_assert_cmpstr (dateline_settings_get_string (fixture->settings, "citation-style"), ==, "mla");
  mla = dup_references (fixture);
  g_assert_cmpstr (mla, !=, chicago);
  dateline_settings_reset (fixture->settings, "citation-style");
}

static char *
save_as (Fixture    *fixture,
         const char *name,
         gboolean    replace,
         gboolean   *saved)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  char *text = NULL;

  *saved = dateline_export_window_save (fixture->window, file, replace);
  g_file_get_contents (path, &text, NULL, NULL);
  if (*saved)
    {
      g_assert_true (g_file_equal (fixture->saved, file));
      fixture->window = NULL;
    }

  return text;
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "there.csv", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;
  GtkWidget *revealer = find (fixture, GTK_TYPE_REVEALER, "error_revealer");
  gboolean saved;

  select_format (fixture, 3);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  kept = save_as (fixture, "there.csv", FALSE, &saved);
  g_assert_false (saved);
  g_assert_cmpstr (kept, ==, "mine");
  /* Why not is said in the window, which stays. */
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (fixture, GTK_TYPE_LABEL, "error_label"))), !=, "");

  text = save_as (fixture, "there.csv", TRUE, &saved);
  g_assert_true (saved);
  for (guint i = 0; i < g_list_model_get_n_items (fixture->clippings); i++)
    {
      g_autoptr(DatelineClipping) clipping = g_list_model_get_item (fixture->clippings, i);

      g_assert_nonnull (strstr (text, dateline_clipping_get_text (clipping)));
    }
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autofree char *bibtex = NULL;
  g_autofree char *plain = NULL;

  select_format (fixture, 7);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "export.copy", NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &bibtex);
  KIT_UNTIL (bibtex != NULL);
  g_assert_nonnull (strchr (bibtex, '@'));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "application/x-bibtex"));

  /* Of a page, both the page and its words. */
  select_format (fixture, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "export.copy", NULL));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &plain);
  KIT_UNTIL (plain != NULL);
  g_assert_nonnull (strstr (plain, "Everything will be fine"));
  g_assert_null (strstr (plain, "<html"));
}

static void
test_name (void)
{
  g_autoptr(DatelineStory) story = dateline_story_new ("x", "../.hidden/a:b\nc? «Ж» and much more of the same, on and on and on and on and on", "", "en");
  g_autoptr(DatelineSession) session = dateline_session_new (story);
  g_autoptr(DatelineSettings) settings = dateline_settings_new ();
  DatelineExportWindow *window;
  g_autofree char *name = NULL;

  dateline_settings_set_string (settings, "export-format", "ris");
  window = dateline_export_window_new (session, settings);
  name = dateline_export_window_dup_name (window);
  g_assert_true (g_str_has_prefix (name, "hidden a b c"));
  g_assert_null (strpbrk (name, "/\\:\n?"));
  g_assert_cmpuint (strlen (name), <, 100);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (g_str_has_suffix (name, ".ris"));
  dateline_settings_reset (settings, "export-format");

  /* Nothing to export is an error that the window says. */
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (kit_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "error_label"))),
                   !=, "");
  kit_destroy (GTK_WINDOW (window));
}

/* What remains of a text when lines are broken anew. */
static char *
dup_letters (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *letters = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));

  return g_string_free (letters, FALSE);
}

static void
print_to (Fixture    *fixture,
          const char *paper,
          const char *path)
{
  DatelineStory *story = dateline_session_get_story (fixture->session);
  g_autoptr(GtkPrintOperation) operation = dateline_print_new (story, fixture->clippings, DATELINE_CITATION_STYLE_APA);
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (paper);
  g_autoptr(GError) error = NULL;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

static char *
read_pdf (const char *path)
{
  const char *argv[] = { "pdftotext", "-q", path, "-", NULL };
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (GStrv) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  const char *papers[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER, GTK_PAPER_NAME_A5 };
  g_autofree char *path = g_build_filename (fixture->folder, "clippings.pdf", NULL);
  g_autoptr(DatelineClipping) noted = g_list_model_get_item (fixture->clippings, 0);

  dateline_clipping_set_note (noted, "Ask <again> & again");
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *letters = NULL;

      print_to (fixture, papers[i], path);
      text = read_pdf (path);
      letters = dup_letters (text);
      g_assert_true (g_str_has_prefix (text, "A heart behind glass"));
      g_assert_nonnull (strstr (letters, "NoteAskagainagain"));
      for (guint j = 0; j < g_list_model_get_n_items (fixture->clippings); j++)
        {
          g_autoptr(DatelineClipping) clipping = g_list_model_get_item (fixture->clippings, j);
          g_autofree char *words = dup_letters (dateline_clipping_get_text (clipping));

          /* Whole: no page ends within one of them. */
          g_assert_nonnull (strstr (letters, words));
        }
    }
}

static void
test_print_long (void)
{
  GString *words = g_string_new (NULL);
  g_autoptr(DatelineArticle) article = g_object_new (DATELINE_TYPE_ARTICLE, "id", "article", "headline", "Long", NULL);
  g_autoptr(DatelineStory) story = dateline_story_new ("long", "Long", "", "en");
  g_autoptr(DatelinePassage) passage = NULL;
  g_autoptr(DatelineClipping) clipping = NULL;
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autofree char *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "long.pdf", NULL);
  g_autofree char *text = NULL;
  guint n_words = 0;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (words, "word%u ", i);
  dateline_article_append_block (article, DATELINE_BLOCK_PARAGRAPH, words->str);
  passage = dateline_passage_new (article, 0, dateline_article_get_length (article));
  clipping = dateline_clipping_new (NULL, passage);
  g_list_store_append (clippings, clipping);

  operation = dateline_print_new (story, G_LIST_MODEL (clippings), DATELINE_CITATION_STYLE_MLA);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), >, 3);

  /* Longer than a page, it goes on on the next ones, and not a word is lost. */
  text = read_pdf (path);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%u", i);

      n_words += strstr (text, word) != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_words, ==, 3000);
  remove_folder (folder);
  g_string_free (words, TRUE);
}

static void
test_actions (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  DatelineSession *session = dateline_window_get_session (window);
  g_autoptr(DatelineItem) quote = g_list_model_get_item (dateline_story_get_quotes (dateline_session_get_story (session)), 0);
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  DatelineExportWindow *export_window = NULL;

  g_assert_true (dateline_clippings_add (dateline_session_get_clippings (session), quote, NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) toplevel = g_list_model_get_item (windows, i);

      if (DATELINE_IS_EXPORT_WINDOW (toplevel))
        export_window = DATELINE_EXPORT_WINDOW (toplevel);
    }
  g_assert_nonnull (export_window);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (export_window)) == GTK_WINDOW (window));
  kit_destroy (GTK_WINDOW (export_window));
  dateline_clippings_remove (dateline_session_get_clippings (session), 0);
  kit_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  kit_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/export-window/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("formats", test_formats);
  ADD ("style", test_style);
  ADD ("save", test_save);
  ADD ("copy", test_copy);
  ADD ("print", test_print);
#undef ADD
  g_test_add_func ("/export-window/name", test_name);
  g_test_add_func ("/export-window/print-long", test_print_long);
  g_test_add_func ("/export-window/actions", test_actions);

  return g_test_run ();
}
