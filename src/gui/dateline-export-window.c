/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting the clippings: the formats, what the result looks like, and its way to a file or the clipboard. */
#include "config.h"

#include "dateline-export-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-adaptive-box.h"
#include "dateline-choice.h"
#include "dateline-clipping-transfer.h"
#include "dateline-clipping-words.h"
#include "dateline-follower.h"

/* The preview shows how the result is made, not all of it. */
#define PREVIEW_LINES 200

struct _DatelineExportWindow
{
  AdwWindow parent_instance;

  DatelineSession            *session;
  DatelineSettings           *settings;
  const DatelineExportFormat *format;
  GBytes                     *bytes; /* the whole result, or NULL */

  AdwWindowTitle             *window_title;
  AdwToastOverlay            *toast_overlay;
  DatelineAdaptiveBox        *box;
  GtkWidget                  *preview_button;
  GtkListBox                 *format_list;
  GtkWidget                  *style_box;
  GtkDropDown                *style_drop_down;
  GtkTextView                *preview;
  GtkWidget                  *cut_label;
  GtkRevealer                *error_revealer;
  GtkLabel                   *error_label;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineExportWindow, dateline_export_window, ADW_TYPE_WINDOW)

/* In the order of the drop-down. */
static const char * const citation_styles[] = { "apa", "mla", "chicago", NULL };

static void
show_error (DatelineExportWindow *self,
            const char           *message)
{
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
}

static void
show_preview (DatelineExportWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->preview);
  const char *text;
  gsize length;
  gsize end = 0;
  GtkTextIter start;

  if (self->bytes == NULL)
    {
      gtk_text_buffer_set_text (buffer, "", 0);
      gtk_widget_set_visible (self->cut_label, FALSE);
      return;
    }

  text = g_bytes_get_data (self->bytes, &length);
  /* Some formats begin with a byte order mark, which is no part of what there is to see. */
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  for (guint lines = 0; end < length && lines < PREVIEW_LINES; end++)
    if (text[end] == '\n')
      lines++;

  gtk_text_buffer_set_text (buffer, text, (int) end);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_to_iter (self->preview, &start, 0, TRUE, 0, 0);
  gtk_widget_set_visible (self->cut_label, end < length);
}

static void
update (DatelineExportWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (self->format == NULL)
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = dateline_exporter_export (self->format, dateline_session_get_story (self->session),
                                          G_LIST_MODEL (dateline_session_get_clippings (self->session)),
                                          dateline_clipping_transfer_get_style (self->settings), &error);
  show_preview (self);
  show_error (self, error != NULL ? error->message : NULL);
  gtk_widget_set_visible (self->style_box, self->format->prose);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", self->bytes != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", self->bytes != NULL);
}

static void
show_count (DatelineExportWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (dateline_session_get_clippings (self->session)));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u clipping", "%'u clippings", n), n);

  adw_window_title_set_subtitle (self->window_title, count);
}

/* The story changed: what leaves is what it says now. */
static void
refresh (gpointer widget)
{
  show_count (widget);
  update (widget);
}

static void
format_selected_cb (DatelineExportWindow *self,
                    GtkListBoxRow        *row)
{
  const DatelineExportFormat *formats;
  guint n_formats;

  if (row == NULL || self->session == NULL)
    return;

  formats = dateline_exporter_get_formats (&n_formats);
  g_assert (gtk_list_box_row_get_index (row) < (int) n_formats);
  self->format = &formats[gtk_list_box_row_get_index (row)];
  dateline_settings_set_string (self->settings, "export-format", self->format->id);
  update (self);
}

static void
folded_changed_cb (DatelineExportWindow *self)
{
  gtk_widget_set_visible (self->preview_button, dateline_adaptive_box_get_folded (self->box));
}

static void
error_closed_cb (DatelineExportWindow *self)
{
  show_error (self, NULL);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineExportWindow *self = DATELINE_EXPORT_WINDOW (widget);
  g_autoptr(GdkContentProvider) provider = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *providers[2];

  if (g_str_equal (self->format->id, "html"))
    {
      /* Where a page cannot be pasted, its words can. */
      dateline_clipping_transfer_copy (widget, dateline_session_get_story (self->session),
                                       G_LIST_MODEL (dateline_session_get_clippings (self->session)), self->settings);
    }
  else
    {
      text = g_strndup (g_bytes_get_data (self->bytes, NULL), g_bytes_get_size (self->bytes));
      providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
      providers[1] = gdk_content_provider_new_for_bytes (self->format->media_type, self->bytes);
      /* Plain text has its name already. */
      if (g_str_equal (self->format->media_type, "text/plain"))
        {
          g_clear_object (&providers[1]);
          provider = providers[0];
        }
      else
        {
          provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
        }
      gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
    }

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("Clippings copied")));
}

static void
chooser_response_cb (GtkNativeDialog      *chooser,
                     int                   response,
                     DatelineExportWindow *self)
{
  G_GNUC_UNUSED g_autoptr(GtkNativeDialog) owned = chooser;
  g_autoptr(GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  /* The chooser has asked before it let an existing file be chosen. */
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    dateline_export_window_save (self, file, TRUE);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineExportWindow *self = DATELINE_EXPORT_WINDOW (widget);
  g_autofree char *name = dateline_export_window_dup_name (self);
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (_("Export Clippings"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                         _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr(GFile) documents = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), documents, NULL);
    }
  g_signal_connect_object (chooser, "response", G_CALLBACK (chooser_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static GtkWidget *
create_format_row (const DatelineExportFormat *format)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_(format->title));
  GtkWidget *suffix = gtk_label_new (format->suffix);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (suffix, "dim-label");
  gtk_widget_add_css_class (suffix, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), suffix);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(format->title), -1);

  return row;
}

static void
add_formats (DatelineExportWindow *self)
{
  guint n_formats;
  const DatelineExportFormat *formats = dateline_exporter_get_formats (&n_formats);
  const char *last = dateline_settings_get_string (self->settings, "export-format");
  GtkListBoxRow *selected = NULL;

  for (guint i = 0; i < n_formats; i++)
    {
      GtkWidget *row = create_format_row (&formats[i]);

      gtk_list_box_append (self->format_list, row);
      /* A name from elsewhere may be no format: then the first one is offered. */
      if (i == 0 || g_strcmp0 (formats[i].id, last) == 0)
        selected = GTK_LIST_BOX_ROW (row);
    }

  gtk_list_box_select_row (self->format_list, selected);
  gtk_widget_grab_focus (GTK_WIDGET (selected));
}

static void
dateline_export_window_dispose (GObject *object)
{
  DatelineExportWindow *self = DATELINE_EXPORT_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_EXPORT_WINDOW);

  G_OBJECT_CLASS (dateline_export_window_parent_class)->dispose (object);
}

static void
dateline_export_window_class_init (DatelineExportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_export_window_dispose;

  /**
   * DatelineExportWindow::saved:
   * @self: a `DatelineExportWindow`
   * @file: the file
   *
   * The clippings are in a file.
   */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "export.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "export.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (DATELINE_TYPE_ADAPTIVE_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, box);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, preview_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, format_list);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, style_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, style_drop_down);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, cut_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportWindow, error_label);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, error_closed_cb);
}

static void
dateline_export_window_init (DatelineExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_export_window_new:
 * @session: the session whose clippings are to leave
 * @settings: the reader's preferences
 *
 * Creates the window.
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
DatelineExportWindow *
dateline_export_window_new (DatelineSession  *session,
                            DatelineSettings *settings)
{
  DatelineExportWindow *self;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (DATELINE_IS_SETTINGS (settings), NULL);

  self = g_object_new (DATELINE_TYPE_EXPORT_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);

  show_count (self);
  dateline_choice_bind (settings, "citation-style", G_OBJECT (self->style_drop_down), citation_styles);
  g_signal_connect_object (settings, "notify::citation-style", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  add_formats (self);
  folded_changed_cb (self);
  dateline_follower_attach (GTK_WIDGET (self), dateline_session_get_story (session), refresh);

  return self;
}

/**
 * dateline_export_window_dup_name:
 * @self: a `DatelineExportWindow`
 *
 * A name for the file, from the story's title and the format.
 *
 * Returns: (transfer full): the name
 */
char *
dateline_export_window_dup_name (DatelineExportWindow *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (DATELINE_IS_EXPORT_WINDOW (self), NULL);

  name = dateline_clipping_words_dup_file_name (dateline_session_get_story (self->session));

  return g_strconcat (name, self->format->suffix, NULL);
}

/**
 * dateline_export_window_save:
 * @self: a `DatelineExportWindow`
 * @file: where to
 * @replace: whether the reader agreed to replace what is there
 *
 * Saves the clippings and closes the window, or says in it why they cannot be saved.
 *
 * Returns: %TRUE if they are saved
 */
gboolean
dateline_export_window_save (DatelineExportWindow *self,
                             GFile                *file,
                             gboolean              replace)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (DATELINE_IS_EXPORT_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (self->bytes == NULL)
    return FALSE;

  if (!dateline_exporter_save (file, self->bytes, replace, NULL, &error))
    {
      show_error (self, error->message);
      return FALSE;
    }

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, file);
  g_object_unref (self);

  return TRUE;
}
