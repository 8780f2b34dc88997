/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a file in the file manager. */
#include "config.h"

#include "dateline-show-file.h"

static void
show_folder (GFile     *file,
             GtkWindow *window)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : file);

  gtk_show_uri (window, uri, GDK_CURRENT_TIME);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GFile) file = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  /* No file manager that can point at a file: the folder will do. */
  if (reply == NULL)
    show_folder (file, NULL);
}

/**
 * dateline_show_file:
 * @file: a file
 * @window: where the reader asked for it
 *
 * Opens the file manager where a file is, with the file selected if that can be done.
 */
void
dateline_show_file (GFile     *file,
                    GtkWindow *window)
{
  GDBusConnection *bus;
  g_autofree char *uri = NULL;
  const char *uris[2] = { NULL };

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (GTK_IS_WINDOW (window));

  bus = g_application_get_dbus_connection (g_application_get_default ());
  if (bus == NULL)
    {
      show_folder (file, window);
      return;
    }

  uri = g_file_get_uri (file);
  uris[0] = uri;
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, g_object_ref (file));
}
