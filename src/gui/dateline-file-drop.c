/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the files that are dropped on a window. */
#include "config.h"

#include "dateline-file-drop.h"

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  g_autoptr(GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr(GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (files->len == 0)
    return FALSE;

  g_application_open (g_application_get_default (), (GFile **) files->pdata, (int) files->len, "");

  return TRUE;
}

/**
 * dateline_file_drop_add:
 * @widget: a window
 *
 * Lets stories be opened by dropping their files on a window.
 */
void
dateline_file_drop_add (GtkWidget *widget)
{
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
