/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clippings pane: order, notes, removal, the ways to the sentence and out of the window. */
#include "config.h"

#include "dateline-clipping-row.h"
#include "dateline-clipping-transfer.h"
#include "dateline-clippings-pane.h"
#include "kit.h"

typedef struct
{
  DatelineSession   *session;
  DatelineSettings  *settings;
  DatelineClippings *clippings;
  GtkWidget         *pane;
  GtkWidget         *list;
  GtkWindow         *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  DatelineStory *story;
  guint n = GPOINTER_TO_UINT (data);

  fixture->session = kit_new_session ();
  fixture->settings = dateline_settings_new ();
  fixture->clippings = dateline_session_get_clippings (fixture->session);
  story = dateline_session_get_story (fixture->session);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineItem) quote = g_list_model_get_item (dateline_story_get_quotes (story), i);

      g_assert_true (dateline_clippings_add (fixture->clippings, quote, NULL));
    }

  fixture->pane = g_object_new (DATELINE_TYPE_CLIPPINGS_PANE,
                                "session", fixture->session,
                                "settings", fixture->settings,
                                NULL);
  fixture->window = kit_show (fixture->pane, 340, 700);
  fixture->list = kit_find (fixture->pane, GTK_TYPE_LIST_BOX, "list");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  kit_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->settings);
}

static GtkWidget *
get_row (Fixture *fixture,
         guint    position)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->list), (int) position));
}

/* The positions in the story of the quotes that are clipped, as text: "0 1 2" */
static char *
dup_order (Fixture *fixture)
{
  GListModel *quotes = dateline_story_get_quotes (dateline_session_get_story (fixture->session));
  GString *order = g_string_new (NULL);

  for (guint i = 0; get_row (fixture, i) != NULL; i++)
    {
      DatelineClipping *clipping = dateline_clipping_row_get_clipping (DATELINE_CLIPPING_ROW (get_row (fixture, i)));
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      for (guint j = 0; j < g_list_model_get_n_items (quotes); j++)
        {
          g_autoptr(DatelineItem) quote = g_list_model_get_item (quotes, j);

          if (quote == dateline_clipping_get_item (clipping))
            g_string_append_printf (order, "%s%u", i > 0 ? " " : "", j);
        }

      /* Each row bears its number. */
      g_assert_nonnull (kit_find_label (get_row (fixture, i), number));
    }

  return g_string_free (order, FALSE);
}

#define assert_order(fixture, expected)              \
  G_STMT_START                                       \
  {                                                  \
    g_autofree char *order = dup_order (fixture);    \
                                                     \
    g_assert_cmpstr (order, ==, expected);           \
  }                                                  \
  G_STMT_END

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (kit_find (fixture->pane, GTK_TYPE_STACK, "stack")));
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  return NULL;
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DatelineItem) quote = NULL;

  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_false (gtk_widget_get_visible (kit_find (fixture->pane, GTK_TYPE_BOX, "tools")));
  g_assert_true (gtk_widget_activate_action (fixture->pane, "clippings.browse", NULL));
  g_assert_cmpstr (dateline_navigator_get_view (dateline_session_get_navigator (fixture->session)), ==, "articles");

  quote = g_list_model_get_item (dateline_story_get_quotes (dateline_session_get_story (fixture->session)), 0);
  g_assert_true (dateline_clippings_add (fixture->clippings, quote, NULL));
  g_assert_cmpstr (get_page (fixture), ==, "list");
  dateline_clippings_remove (fixture->clippings, 0);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  assert_order (fixture, "0 1 2 3");

  gtk_widget_grab_focus (get_row (fixture, 0));
  g_assert_true (gtk_widget_activate_action (get_row (fixture, 0), "clipping.move-down", NULL));
  assert_order (fixture, "1 0 2 3");
  /* The focus goes along, so that the key can be pressed again. */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_row (fixture, 1));
  g_assert_true (gtk_widget_activate_action (get_row (fixture, 1), "clipping.move-down", NULL));
  assert_order (fixture, "1 2 0 3");
  g_assert_true (gtk_widget_activate_action (get_row (fixture, 3), "clipping.move-up", NULL));
  assert_order (fixture, "1 2 3 0");

  /* The ends are ends. */
  gtk_widget_activate_action (get_row (fixture, 0), "clipping.move-up", NULL);
  gtk_widget_activate_action (get_row (fixture, 3), "clipping.move-down", NULL);
  assert_order (fixture, "1 2 3 0");
}

static void
drop (Fixture *fixture,
      guint    from,
      guint    onto,
      gboolean below_middle)
{
  GtkEventController *target = find_controller (fixture->list, GTK_TYPE_DROP_TARGET);
  g_auto(GValue) value = G_VALUE_INIT;
  graphene_rect_t bounds;
  GdkDragAction action = 0;
  gboolean dropped = FALSE;
  double y;

  KIT_UNTIL (gtk_widget_get_height (get_row (fixture, onto)) > 0);
  g_assert_true (gtk_widget_compute_bounds (get_row (fixture, onto), fixture->list, &bounds));
  y = bounds.origin.y + bounds.size.height * (below_middle ? .75 : .25);
  g_signal_emit_by_name (target, "motion", 20.0, y, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_MOVE);
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, onto), below_middle ? "drop-after" : "drop-before"));

  g_value_init (&value, DATELINE_TYPE_CLIPPING);
  g_value_set_object (&value, dateline_clipping_row_get_clipping (DATELINE_CLIPPING_ROW (get_row (fixture, from))));
  g_signal_emit_by_name (target, "drop", &value, 20.0, y, &dropped);
  g_assert_true (dropped);
  for (guint i = 0; get_row (fixture, i) != NULL; i++)
    {
      g_assert_false (gtk_widget_has_css_class (get_row (fixture, i), "drop-before"));
      g_assert_false (gtk_widget_has_css_class (get_row (fixture, i), "drop-after"));
    }
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  drop (fixture, 0, 2, FALSE);
  assert_order (fixture, "1 0 2 3");
  drop (fixture, 0, 2, TRUE);
  assert_order (fixture, "0 2 1 3");
  drop (fixture, 3, 0, FALSE);
  assert_order (fixture, "3 0 2 1");
  drop (fixture, 3, 0, TRUE);
  assert_order (fixture, "3 1 0 2");
  drop (fixture, 1, 1, TRUE);
  assert_order (fixture, "3 1 0 2");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (gtk_widget_activate_action (get_row (fixture, 1), "clipping.remove", NULL));
  assert_order (fixture, "0 2 3");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_row (fixture, 1));
  g_assert_true (gtk_widget_activate_action (get_row (fixture, 2), "clipping.remove", NULL));
  assert_order (fixture, "0 2");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_row (fixture, 1));
}

static void
test_note (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row = get_row (fixture, 1);
  GtkWidget *revealer = kit_find (row, GTK_TYPE_REVEALER, "note_revealer");
  GtkWidget *view = kit_find (row, GTK_TYPE_TEXT_VIEW, "note_view");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  DatelineClipping *clipping = dateline_clipping_row_get_clipping (DATELINE_CLIPPING_ROW (row));
  g_autofree char *text = NULL;

  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  g_assert_true (gtk_widget_activate_action (row, "clipping.edit-note", NULL));
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  g_assert_true (gtk_widget_is_focus (view));
  gtk_text_buffer_insert_at_cursor (buffer, "<b>Who", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " said it?", -1);
  g_assert_cmpstr (dateline_clipping_get_note (clipping), ==, "<b>Who said it?");

  /* A note that came from elsewhere is shown, and an empty one hidden. */
  gtk_widget_grab_focus (row);
  dateline_clipping_set_note (clipping, "Later");
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Later");
  dateline_clipping_set_note (clipping, "");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
}

static void
test_long_note (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *view = kit_find (get_row (fixture, 0), GTK_TYPE_TEXT_VIEW, "note_view");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  DatelineClipping *clipping = dateline_clipping_row_get_clipping (DATELINE_CLIPPING_ROW (get_row (fixture, 0)));
  GdkRectangle last;
  GtkTextIter end;

  dateline_clipping_set_note (clipping, "A note that is so long that it takes several lines of the pane, of which not one may "
                                        "be cut off, neither at the first go nor when the pane has another width.");
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &end, &last);
  KIT_UNTIL (gtk_widget_get_height (view) > 2 * last.height &&
             (gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &end, &last),
              gtk_widget_get_height (view) >= last.y + last.height));
}

static void
test_sentence (Fixture       *fixture,
               gconstpointer  data)
{
  DatelineNavigator *navigator = dateline_session_get_navigator (fixture->session);
  DatelineClipping *clipping = dateline_clipping_row_get_clipping (DATELINE_CLIPPING_ROW (get_row (fixture, 2)));

  g_signal_emit_by_name (fixture->list, "row-activated", get_row (fixture, 2));
  g_assert_true (dateline_navigator_get_selected (navigator) == dateline_clipping_get_item (clipping));
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "timeline");

  g_signal_emit_by_name (kit_find (get_row (fixture, 2), GTK_TYPE_BUTTON, "sentence_button"), "clicked");
  g_assert_cmpstr (dateline_navigator_get_view (navigator), ==, "articles");
  g_assert_true (dateline_navigator_get_passage (navigator) == dateline_clipping_get_passage (clipping));
}

static void
test_style (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *drop_down = kit_find (fixture->pane, GTK_TYPE_DROP_DOWN, "style_drop_down");

  dateline_settings_set_string (fixture->settings, "citation-style", "apa");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  g_assert_cmpstr (dateline_settings_get_string (fixture->settings, "citation-style"), ==, "mla");
  g_assert_cmpint (dateline_clipping_transfer_get_style (fixture->settings), ==, DATELINE_CITATION_STYLE_MLA);
  dateline_settings_reset (fixture->settings, "citation-style");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 2);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static char *
dup_written (GdkContentProvider *provider,
             const char         *media_type)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GBytes) bytes = NULL;
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, media_type, stream, G_PRIORITY_DEFAULT, NULL, written_cb, &done);
  KIT_UNTIL (done);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_drag_out (Fixture       *fixture,
               gconstpointer  data)
{
  GtkEventController *source = find_controller (get_row (fixture, 0), GTK_TYPE_DRAG_SOURCE);
  DatelineClipping *clipping = dateline_clipping_row_get_clipping (DATELINE_CLIPPING_ROW (get_row (fixture, 0)));
  const char *headline = dateline_article_get_headline (dateline_clipping_get_article (clipping));
  g_autoptr(GdkContentProvider) provider = NULL;
  g_autoptr(GdkContentFormats) formats = NULL;
  g_autofree char *html = NULL;

  g_signal_emit_by_name (source, "prepare", 10.0, 10.0, &provider);
  g_assert_nonnull (provider);
  formats = gdk_content_provider_ref_formats (provider);
  g_assert_true (gdk_content_formats_contain_gtype (formats, DATELINE_TYPE_CLIPPING));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));

  html = dup_written (provider, "text/html");
  g_assert_nonnull (strstr (html, dateline_clipping_get_text (clipping)));
  g_assert_nonnull (strstr (html, headline));
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_window (void)
{
  DatelineWindow *window = kit_open_window (NULL);
  DatelineSession *session = dateline_window_get_session (window);
  DatelineClippings *clippings = dateline_session_get_clippings (session);
  GListModel *quotes = dateline_story_get_quotes (dateline_session_get_story (session));
  g_autofree char *first = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(DatelineItem) quote = g_list_model_get_item (quotes, i);

      g_assert_true (dateline_clippings_add (clippings, quote, NULL));
      if (i == 0)
        first = g_strdup (dateline_quote_get_text (DATELINE_QUOTE (quote)));
    }

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-clippings", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, read_text_cb, &text);
  KIT_UNTIL (text != NULL);
  g_assert_nonnull (strstr (text, first));
  kit_destroy (GTK_WINDOW (window));

  /* They last. */
  window = kit_open_window (NULL);
  clippings = dateline_session_get_clippings (dateline_window_get_session (window));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (clippings)), ==, 3);
  while (g_list_model_get_n_items (G_LIST_MODEL (clippings)) > 0)
    dateline_clippings_remove (clippings, 0);
  kit_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  kit_init (&argc, &argv);

#define ADD(name, n, func) \
  g_test_add ("/clippings/" name, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)
  ADD ("empty", 0, test_empty);
  ADD ("move", 4, test_move);
  ADD ("drop", 4, test_drop);
  ADD ("remove", 4, test_remove);
  ADD ("note", 3, test_note);
  ADD ("long-note", 1, test_long_note);
  ADD ("sentence", 3, test_sentence);
  ADD ("style", 1, test_style);
  ADD ("drag-out", 2, test_drag_out);
#undef ADD
  g_test_add_func ("/clippings/window", test_window);

  return g_test_run ();
}
