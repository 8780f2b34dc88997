/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says of the clippings in passing. */
#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

static void
clipping_added_cb (DatelineWindow   *self,
                   DatelineClipping *clipping)
{
  AdwToast *toast;

  /* Who sees the list needs no telling. */
  if (dateline_settings_get_boolean (dateline_window_get_settings (self), "clippings-visible"))
    return;

  toast = adw_toast_new (_("Added to the clippings"));
  adw_toast_set_button_label (toast, _("Show"));
  adw_toast_set_action_name (toast, "win.toggle-clippings");
  dateline_window_add_toast (self, toast);
}

static void
undo_removal_cb (AdwToast *toast,
                 gpointer  user_data)
{
  DatelineWindow *self = DATELINE_WINDOW (user_data);

  dateline_clippings_insert (dateline_session_get_clippings (dateline_window_get_session (self)),
                             GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), "position")),
                             g_object_get_data (G_OBJECT (toast), "clipping"));
}

static void
clipping_removed_cb (DatelineWindow   *self,
                     DatelineClipping *clipping,
                     guint             position)
{
  AdwToast *toast = adw_toast_new (_("Clipping removed"));

  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "clipping", g_object_ref (clipping), g_object_unref);
  g_object_set_data (G_OBJECT (toast), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_removal_cb), self, 0);
  dateline_window_add_toast (self, toast);
}

void
_dateline_window_warn (DatelineWindow *self,
                       const char     *message)
{
  /* The title of a toast is markup. */
  g_autofree char *markup = g_markup_escape_text (message, -1);

  dateline_window_add_toast (self, adw_toast_new (markup));
}

void
_dateline_window_announce_clippings (DatelineWindow *self)
{
  DatelineClippings *clippings = dateline_session_get_clippings (dateline_window_get_session (self));

  g_signal_connect_object (clippings, "added", G_CALLBACK (clipping_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clippings, "removed", G_CALLBACK (clipping_removed_cb), self, G_CONNECT_SWAPPED);
}
