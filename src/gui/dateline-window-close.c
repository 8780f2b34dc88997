/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a window while changes wait to be saved: it stays until they are, and soon says so. */
#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

/* How long nothing is said, in milliseconds. */
#define DELAY 1000

/* A window that is to be closed. */
typedef struct
{
  DatelineWindow  *window;
  DatelineSession *session;
  GtkWidget       *dialog; /* once it is said; weak, as it goes with the window too */
  guint            timeout;
} Closing;

static const char key[] = "dateline-closing";

static void
closing_free (gpointer data)
{
  Closing *closing = data;

  g_clear_handle_id (&closing->timeout, g_source_remove);
  g_signal_handlers_disconnect_by_data (closing->session, closing);
  if (closing->dialog != NULL)
    {
      GtkWidget *dialog = closing->dialog;

      g_clear_weak_pointer (&closing->dialog);
      g_signal_handlers_disconnect_by_data (dialog, closing);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  g_object_unref (closing->session);
  g_free (closing);
}

static void
stop (DatelineWindow *self)
{
  g_object_set_data (G_OBJECT (self), key, NULL);
}

static gboolean
close_cb (gpointer user_data)
{
  Closing *closing = user_data;
  DatelineWindow *self = closing->window;

  closing->timeout = 0;
  stop (self);
  gtk_window_close (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/* Not before everybody knows: forms may have more to save. */
static void
is_waiting_cb (Closing *closing)
{
  if (dateline_session_get_is_waiting (closing->session))
    return;

  g_clear_handle_id (&closing->timeout, g_source_remove);
  closing->timeout = g_idle_add (close_cb, closing);
}

/* What cannot be saved is still to be seen. */
static void
refused_cb (Closing *closing)
{
  stop (closing->window);
}

static void
response_cb (Closing    *closing,
             const char *response)
{
  /* It goes by itself. */
  g_clear_weak_pointer (&closing->dialog);
  if (g_str_equal (response, "close"))
    dateline_session_drop_waiting (closing->session);
  else
    stop (closing->window);
}

static gboolean
ask_cb (gpointer user_data)
{
  Closing *closing = user_data;
  AdwMessageDialog *dialog;

  closing->timeout = 0;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (closing->window), _("Changes Are Not Saved Yet"),
                                                       _("Another program is writing to the story file. When it has finished, "
                                                         "the changes are saved and the window is closed.")));
  adw_message_dialog_add_responses (dialog,
                                    "stay", _("_Keep Open"),
                                    "close", _("_Discard and Close"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "stay");
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), closing);
  g_set_weak_pointer (&closing->dialog, GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));

  return G_SOURCE_REMOVE;
}

/* Tells whether a window that was asked to close has to stay for now. It closes by itself when all is saved. */
gboolean
_dateline_window_hold_open (DatelineWindow *self)
{
  DatelineSession *session = dateline_window_get_session (self);
  Closing *closing;

  if (session == NULL || !dateline_session_get_is_waiting (session))
    return FALSE;
  if (g_object_get_data (G_OBJECT (self), key) != NULL)
    return TRUE;

  closing = g_new0 (Closing, 1);
  closing->window = self;
  closing->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::is-waiting", G_CALLBACK (is_waiting_cb), closing);
  g_signal_connect_swapped (session, "failed", G_CALLBACK (refused_cb), closing);
  g_signal_connect_swapped (session, "conflict", G_CALLBACK (refused_cb), closing);
  closing->timeout = g_timeout_add (DELAY, ask_cb, closing);
  g_object_set_data_full (G_OBJECT (self), key, closing, closing_free);

  return TRUE;
}
