/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sign that changes wait to be saved, because another program writes to the story file. */
#include "config.h"

#include "dateline-waiting-sign.h"

#include <glib/gi18n.h>

/* What is saved sooner, in milliseconds, needs no sign. */
#define DELAY 400

struct _DatelineWaitingSign
{
  AdwBin parent_instance;

  DatelineSession *session;
  GtkWidget       *spinner;
  guint            timeout;
};

G_DEFINE_FINAL_TYPE (DatelineWaitingSign, dateline_waiting_sign, ADW_TYPE_BIN)

static gboolean
show_cb (gpointer user_data)
{
  DatelineWaitingSign *self = DATELINE_WAITING_SIGN (user_data);

  self->timeout = 0;
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);

  return G_SOURCE_REMOVE;
}

static void
update (DatelineWaitingSign *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (dateline_session_get_is_waiting (self->session))
    {
      self->timeout = g_timeout_add (DELAY, show_cb, self);
      return;
    }

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
dateline_waiting_sign_dispose (GObject *object)
{
  DatelineWaitingSign *self = DATELINE_WAITING_SIGN (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_waiting_sign_parent_class)->dispose (object);
}

static void
dateline_waiting_sign_class_init (DatelineWaitingSignClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dateline_waiting_sign_dispose;
}

static void
dateline_waiting_sign_init (DatelineWaitingSign *self)
{
  const char *words = _("Waiting to save changes: another program is writing to the story file");

  self->spinner = gtk_spinner_new ();
  adw_bin_set_child (ADW_BIN (self), self->spinner);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_margin_start (self->spinner, 6);
  gtk_widget_set_margin_end (self->spinner, 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * dateline_waiting_sign_set_session:
 * @self: a `DatelineWaitingSign` without a session
 * @session: a session
 *
 * Follows what a session waits for.
 */
void
dateline_waiting_sign_set_session (DatelineWaitingSign *self,
                                   DatelineSession     *session)
{
  g_return_if_fail (DATELINE_IS_WAITING_SIGN (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::is-waiting", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
