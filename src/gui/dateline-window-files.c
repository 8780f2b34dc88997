/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window does with files: it opens one, keeps what was changed in one, and copies and exports the story. */
#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-file-toast.h"
#include "dateline-json-reader.h"
#include "dateline-library-folder.h"
#include "dateline-opening.h"
#include "dateline-save-copy.h"
#include "dateline-story-file.h"
#include "dateline-trash.h"

static const char *
get_title (DatelineWindow *self)
{
  return dateline_story_get_title (dateline_session_get_story (dateline_window_get_session (self)));
}

static void
note_opened (DatelineWindow *self,
             GFile          *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    dateline_application_note_opened (DATELINE_APPLICATION (application), file);
}

/* Goes on in a story file of the reader's own, with the edit that waited for it. */
static void
keep (DatelineWindow *self,
      GFile          *file)
{
  DatelineSession *session = dateline_window_get_session (self);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GError) error = NULL;
  g_autofree char *place = NULL;
  g_autofree char *sentence = NULL;

  if (g_file_peek_path (file) == NULL)
    {
      _dateline_window_warn (self, _("Story files can be kept on this computer only"));
      dateline_session_give_up (session);
      return;
    }

  g_mkdir_with_parents (g_file_peek_path (folder), 0700);
  if (!dateline_session_keep (session, g_file_peek_path (file), &error))
    {
      _dateline_window_warn (self, error->message);
      dateline_session_give_up (session);
      return;
    }

  _dateline_window_set_file (self, file);
  note_opened (self, file);
  place = dateline_library_folder_dup_display (file);
  /* Translators: %s is the path of a file */
  sentence = g_strdup_printf (_("Kept in %s"), place);
  _dateline_window_warn (self, sentence);
}

static void
keep_chosen_cb (GtkNativeDialog *chooser,
                int              response,
                DatelineWindow  *self)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) trashed = NULL;
  g_autoptr(GError) error = NULL;
  gboolean replace;

  if (response == GTK_RESPONSE_ACCEPT)
    file = dateline_save_copy_dup_chosen (GTK_FILE_CHOOSER (chooser), DATELINE_LIBRARY_SUFFIX, &replace);
  g_object_unref (chooser);

  /* What the reader agreed to replace can still be found in the Trash. */
  if (file != NULL && replace && g_file_query_exists (file, NULL) && !dateline_trash_move (file, &trashed, &error))
    {
      _dateline_window_warn (self, error->message);
      g_clear_object (&file);
    }
  if (file != NULL)
    keep (self, file);
  else
    dateline_session_give_up (dateline_window_get_session (self));
}

static void
keep_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  DatelineWindow   *self)
{
  if (g_str_equal (response, "keep"))
    {
      keep (self, g_object_get_data (G_OBJECT (dialog), "keep-file"));
    }
  else if (g_str_equal (response, "choose"))
    {
      GtkFileChooserNative *chooser = dateline_save_copy_new_chooser (GTK_WINDOW (self), _("Keep the Story"),
                                                                      get_title (self), DATELINE_LIBRARY_SUFFIX);

      g_signal_connect_object (chooser, "response", G_CALLBACK (keep_chosen_cb), self, 0);
      gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
    }
  else
    {
      dateline_session_give_up (dateline_window_get_session (self));
    }
}

/* Several fields may ask at once. */
static gboolean
is_asking (DatelineWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self) &&
          g_object_get_data (G_OBJECT (window), "keep-file") != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
keep_needed_cb (DatelineWindow *self)
{
  GFile *source = dateline_window_get_file (self);
  g_autofree char *folder = dateline_library_folder_dup_path ();
  g_autoptr(GFile) file = dateline_library_folder_dup_free_file (folder, get_title (self));
  g_autofree char *place = dateline_library_folder_dup_display (file);
  g_autofree char *name = source != NULL ? dateline_library_folder_dup_display (source) : NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (is_asking (self))
    return;

  if (source == NULL)
    /* Translators: %s is the path of a file */
    body = g_strdup_printf (_("The example stays as it is. A copy of it, with the change, is kept in %s"), place);
  else
    /* Translators: both %s are paths of files */
    body = g_strdup_printf (_("%s stays as it is. A copy of it, with the change, is kept in %s"), name, place);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Keep the Changes?"), body));
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "choose", _("Choose _Place…"),
                                    "keep", _("_Keep in Library"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "keep-file", g_steal_pointer (&file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (keep_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Shows what was opened, and follows what happens to its file. */
static void
finish (DatelineWindow  *self,
        DatelineSession *session,
        GStrv            warnings,
        const GError    *error)
{
  GFile *file = dateline_window_get_file (self);

  if (session != NULL)
    {
      g_signal_connect_object (session, "keep-needed", G_CALLBACK (keep_needed_cb), self, G_CONNECT_SWAPPED);
      if (file != NULL)
        note_opened (self, file);
    }
  _dateline_window_finish_opening (self, session, warnings, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DatelineWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  g_autoptr(DatelineSession) session = dateline_opening_open_finish (result, &warnings, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    finish (self, session, g_steal_pointer (&warnings), error);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  GFile *file = dateline_window_get_file (self);
  g_autoptr(GFile) example = g_file_new_for_uri ("resource://" DATELINE_STORY_RESOURCE);

  dateline_save_copy (GTK_WINDOW (self), _dateline_window_get_toast_overlay (self), file != NULL ? file : example,
                      get_title (self));
}

static void
export_story_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);

  /* What is being typed belongs to it. */
  if (dateline_window_flush (self))
    dateline_save_copy_as_json (GTK_WINDOW (self), _dateline_window_get_toast_overlay (self), dateline_window_get_session (self));
}

void
_dateline_window_class_files_init (DatelineWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.export-story", NULL, export_story_action);
}

/**
 * dateline_window_open:
 * @self: a `DatelineWindow` without a story
 * @file: (nullable): the story's file; %NULL for the bundled story
 *
 * Opens a story, or says in the window why that cannot be done. The bundled story is there when the call returns.
 */
void
dateline_window_open (DatelineWindow *self,
                      GFile          *file)
{
  g_return_if_fail (DATELINE_IS_WINDOW (self));
  g_return_if_fail (dateline_window_get_session (self) == NULL);
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (file == NULL)
    {
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) warnings = NULL;
      g_autoptr(DatelineStory) story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, &warnings, &error);
      g_autoptr(DatelineSession) session = story != NULL ? dateline_session_new (story) : NULL;

      finish (self, session, g_steal_pointer (&warnings), error);
      return;
    }

  dateline_opening_open_async (file, _dateline_window_begin_opening (self, file), opened_cb, g_object_ref (self));
}
