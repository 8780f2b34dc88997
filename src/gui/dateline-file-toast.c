/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says that a file was saved, and leads to it. */
#include "config.h"

#include "dateline-file-toast.h"

#include <glib/gi18n.h>

#include "dateline-show-file.h"

static void
show_clicked_cb (AdwToast  *toast,
                 GtkWindow *window)
{
  dateline_show_file (g_object_get_data (G_OBJECT (toast), "file"), window);
}

/**
 * dateline_file_toast_new:
 * @file: what was saved
 * @window: where the toast is shown
 *
 * Creates a toast on a saved file.
 *
 * Returns: (transfer full): a new toast
 */
AdwToast *
dateline_file_toast_new (GFile     *file,
                         GtkWindow *window)
{
  AdwToast *toast;
  g_autoptr(GFileInfo) info = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  name = info != NULL ? g_strdup (g_file_info_get_display_name (info)) : g_file_get_parse_name (file);
  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_("Saved “%s”"), name);
  /* The title of a toast is markup. */
  markup = g_markup_escape_text (title, -1);

  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("Show in Folder"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_clicked_cb), window, 0);

  return toast;
}
