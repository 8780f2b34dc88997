/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that lists the keys. */
#include "config.h"

#include "dateline-shortcuts.h"

/**
 * dateline_shortcuts_show:
 * @window: the window whose keys they are
 *
 * Shows the keys. They are built when they are asked for: GtkApplication would build them with every window, which shows
 * at the start.
 */
void
dateline_shortcuts_show (GtkApplicationWindow *window)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/app/dateline/Dateline/ui/help-overlay.ui");

      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}
