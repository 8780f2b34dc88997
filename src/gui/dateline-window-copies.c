/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other copies of the story in a window: backups of it, and what somebody else did in a copy. */
#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-merge-window.h"
#include "dateline-restore-window.h"
#include "dateline-story-error.h"

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  DatelineRestoreWindow *window = dateline_restore_window_new (dateline_window_get_session (self),
                                                               dateline_window_get_editor (self),
                                                               _dateline_window_get_toast_overlay (self));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static AdwMessageDialog *
fail (DatelineWindow *self,
      const char     *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The Copy Was Not Merged"), message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));

  return ADW_MESSAGE_DIALOG (dialog);
}

static void decided_cb (DatelineWindow *self,
                        DatelineMerge  *merge);

static void
again_cb (DatelineWindow   *self,
          const char       *response,
          AdwMessageDialog *dialog)
{
  if (g_str_equal (response, "again"))
    decided_cb (self, g_object_get_data (G_OBJECT (dialog), "merge"));
}

/* What the reader decided is not to be decided once more. */
static void
offer_again (DatelineWindow *self,
             DatelineMerge  *merge,
             const char     *message)
{
  AdwMessageDialog *dialog = fail (self, message);

  adw_message_dialog_add_response (dialog, "again", _("_Try Again"));
  adw_message_dialog_set_default_response (dialog, "again");
  g_object_set_data_full (G_OBJECT (dialog), "merge", g_object_ref (merge), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
}

static void
decided_cb (DatelineWindow *self,
            DatelineMerge  *merge)
{
  guint n;
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;

  if (!dateline_session_merge (dateline_window_get_session (self), merge, &error))
    {
      if (g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY))
        offer_again (self, merge, error->message);
      else
        fail (self, error->message);
      return;
    }

  /* Where all is decided for this story nothing is different now. */
  n = dateline_merge_get_n_changes (merge);
  if (n == 0)
    {
      _dateline_window_warn (self, _("Nothing of the copy was taken"));
      return;
    }
  title = g_strdup_printf (ngettext ("%'u change merged", "%'u changes merged", n), n);
  dateline_editor_say (dateline_window_get_editor (self), title);
}

/* Compares the story with a copy, and merges at once what needs no decision. */
static void
merge_with (DatelineWindow *self,
            GFile          *file)
{
  DatelineSession *session = dateline_window_get_session (self);
  g_autoptr(DatelineMerge) merge = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *title = NULL;
  DatelineMergeWindow *window;

  if (g_file_peek_path (file) == NULL)
    {
      fail (self, _("Only a file on this computer can be merged"));
      return;
    }
  merge = dateline_session_compare (session, g_file_peek_path (file), &error);
  if (merge == NULL)
    {
      fail (self, error->message);
      return;
    }

  if (g_list_model_get_n_items (dateline_merge_get_conflicts (merge)) > 0)
    {
      window = dateline_merge_window_new (merge);
      g_signal_connect_object (window, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
      gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  if (dateline_merge_get_n_changes (merge) > 0)
    {
      decided_cb (self, merge);
      return;
    }

  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_("Nothing new in “%s”"), name);
  _dateline_window_warn (self, title);
}

static void
merge_chosen_cb (GtkNativeDialog *chooser,
                 int              response,
                 DatelineWindow  *self)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);
  if (file != NULL)
    merge_with (self, file);
}

static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  g_autoptr(GtkFileFilter) stories = gtk_file_filter_new ();
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (_("Merge Copy"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _("_Merge"), _("_Cancel"));
  gtk_file_filter_set_name (stories, _("Stories"));
  gtk_file_filter_add_suffix (stories, "dateline");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), stories);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (merge_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
merge_file_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  merge_with (DATELINE_WINDOW (widget), file);
}

void
_dateline_window_class_copies_init (DatelineWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "win.merge-copy", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "win.merge-file", "s", merge_file_action);
}

void
_dateline_window_copies_update (DatelineWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  DatelineSession *session = dateline_window_get_session (self);
  gboolean is_kept = session != NULL && dateline_session_get_is_kept (session);

  gtk_widget_action_set_enabled (widget, "win.restore-backup", is_kept);
  gtk_widget_action_set_enabled (widget, "win.merge-copy", is_kept);
  gtk_widget_action_set_enabled (widget, "win.merge-file", is_kept);
}
