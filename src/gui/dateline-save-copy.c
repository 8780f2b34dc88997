/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves a copy of a story where the reader wants it, and says that it is there. */
#include "config.h"

#include "dateline-save-copy.h"

#include <glib/gi18n.h>

#include "dateline-file-toast.h"
#include "dateline-json-export.h"
#include "dateline-library-files.h"
#include "dateline-library-folder.h"

#define JSON_SUFFIX ".dateline.json"

/* What the reader asked for, until the copy is there. */
typedef struct
{
  GtkWindow       *window;
  AdwToastOverlay *overlay;
  DatelineSession *session; /* what is copied, as JSON; or else */
  GFile           *file;
  GFile           *target;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_object_unref (request->overlay);
  g_clear_object (&request->session);
  g_clear_object (&request->file);
  g_clear_object (&request->target);
  g_free (request);
}

/* Says what came of it, and takes @request. */
static void
tell (Request      *request,
      const GError *error)
{
  if (error == NULL)
    {
      adw_toast_overlay_add_toast (request->overlay, dateline_file_toast_new (request->target, request->window));
    }
  else
    {
      /* The title of a toast is markup. */
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_toast_overlay_add_toast (request->overlay, adw_toast_new (markup));
    }

  request_free (request);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  dateline_library_files_copy_finish (result, &error);
  tell (user_data, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  dateline_json_export_finish (result, &error);
  tell (user_data, error);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             Request         *request)
{
  gboolean replace;

  if (response == GTK_RESPONSE_ACCEPT)
    request->target = dateline_save_copy_dup_chosen (GTK_FILE_CHOOSER (chooser),
                                                     request->session != NULL ? ".json" : DATELINE_LIBRARY_SUFFIX, &replace);
  if (request->target != NULL && request->session != NULL)
    dateline_json_export_async (request->session, request->target, replace, NULL, exported_cb, request);
  else if (request->target != NULL)
    dateline_library_files_copy_async (request->file, request->target, replace, NULL, copied_cb, request);
  else
    request_free (request);
  g_object_unref (chooser);
}

/**
 * dateline_save_copy_new_chooser:
 * @window: the window that asks
 * @heading: what is saved
 * @title: the title of the story
 * @suffix: what the name of the file ends in
 *
 * Creates a file chooser for a story.
 *
 * Returns: (transfer full): a new file chooser
 */
GtkFileChooserNative *
dateline_save_copy_new_chooser (GtkWindow  *window,
                                const char *heading,
                                const char *title,
                                const char *suffix)
{
  GtkFileChooserNative *chooser;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (heading != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  base = dateline_library_folder_dup_file_name (title, _("Story"));
  name = g_strconcat (base, suffix, NULL);
  chooser = gtk_file_chooser_native_new (heading, window, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr(GFile) documents = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), documents, NULL);
    }

  return chooser;
}

/**
 * dateline_save_copy_dup_chosen:
 * @chooser: a file chooser that was answered
 * @suffix: what the name of the file ends in
 * @replace: (out): whether the reader agreed to replace what is there
 *
 * The file that was chosen, with its suffix. The chooser has asked before it let an existing file be chosen; it did not
 * know of the suffix.
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
dateline_save_copy_dup_chosen (GtkFileChooser *chooser,
                               const char     *suffix,
                               gboolean       *replace)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (GTK_IS_FILE_CHOOSER (chooser), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);
  g_return_val_if_fail (replace != NULL, NULL);

  *replace = FALSE;
  file = gtk_file_chooser_get_file (chooser);
  if (file == NULL)
    return NULL;

  name = g_file_get_basename (file);
  *replace = g_str_has_suffix (name, suffix);
  if (*replace)
    return g_steal_pointer (&file);

  folder = g_file_get_parent (file);
  whole = g_strconcat (name, suffix, NULL);

  return g_file_get_child (folder, whole);
}

/**
 * dateline_save_copy:
 * @window: the window that asks
 * @overlay: where to say what came of it
 * @file: the story
 * @title: its title
 *
 * Asks for a place and copies a story there.
 */
void
dateline_save_copy (GtkWindow       *window,
                    AdwToastOverlay *overlay,
                    GFile           *file,
                    const char      *title)
{
  GtkFileChooserNative *chooser;
  Request *request;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (title != NULL);

  request = g_new0 (Request, 1);
  request->window = g_object_ref (window);
  request->overlay = g_object_ref (overlay);
  request->file = g_object_ref (file);

  chooser = dateline_save_copy_new_chooser (window, _("Save a Copy"), title, DATELINE_LIBRARY_SUFFIX);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * dateline_save_copy_as_json:
 * @window: the window that asks
 * @overlay: where to say what came of it
 * @session: what is shown
 *
 * Asks for a place and writes a story there as interchange JSON.
 */
void
dateline_save_copy_as_json (GtkWindow       *window,
                            AdwToastOverlay *overlay,
                            DatelineSession *session)
{
  GtkFileChooserNative *chooser;
  Request *request;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (DATELINE_IS_SESSION (session));

  request = g_new0 (Request, 1);
  request->window = g_object_ref (window);
  request->overlay = g_object_ref (overlay);
  request->session = g_object_ref (session);

  chooser = dateline_save_copy_new_chooser (window, _("Export Story as JSON"),
                                            dateline_story_get_title (dateline_session_get_story (session)), JSON_SUFFIX);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
