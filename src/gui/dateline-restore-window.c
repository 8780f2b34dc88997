/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups of a story, each to be restored. */
#include "config.h"

#include "dateline-restore-window.h"

#include <glib/gi18n.h>

#include "dateline-backups.h"

struct _DatelineRestoreWindow
{
  AdwWindow parent_instance;

  DatelineSession     *session;
  DatelineEditor      *editor;
  AdwToastOverlay     *overlay;
  GCancellable        *cancellable;
  GtkStack            *stack;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (DatelineRestoreWindow, dateline_restore_window, ADW_TYPE_WINDOW)

static void
dateline_restore_window_dispose (GObject *object)
{
  DatelineRestoreWindow *self = DATELINE_RESTORE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->editor);
  g_clear_object (&self->overlay);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_RESTORE_WINDOW);

  G_OBJECT_CLASS (dateline_restore_window_parent_class)->dispose (object);
}

static void
dateline_restore_window_class_init (DatelineRestoreWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_restore_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-restore-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineRestoreWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineRestoreWindow, group);
}

static void
dateline_restore_window_init (DatelineRestoreWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_time (GDateTime *time)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char *day = g_date_time_format (time, "%F");
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autofree char *before = g_date_time_format (yesterday, "%F");

  if (g_str_equal (day, today))
    /* Translators: a time of today, for g_date_time_format() */
    return g_date_time_format (time, _("Today, %H:%M"));
  if (g_str_equal (day, before))
    /* Translators: a time of yesterday, for g_date_time_format() */
    return g_date_time_format (time, _("Yesterday, %H:%M"));

  /* Translators: a date and a time, for g_date_time_format() */
  return g_date_time_format (time, _("%A, %-d %B %Y, %H:%M"));
}

static char *
describe_content (const DatelineDatabaseSummary *summary)
{
  const guint n_articles = (guint) summary->n_items[DATELINE_ITEM_ARTICLE];
  const guint n_people = (guint) summary->n_items[DATELINE_ITEM_PERSON];
  const guint n_events = (guint) summary->n_items[DATELINE_ITEM_EVENT];
  const guint n_quotes = (guint) summary->n_items[DATELINE_ITEM_QUOTE];
  g_autofree char *articles = g_strdup_printf (ngettext ("%'u article", "%'u articles", n_articles), n_articles);
  g_autofree char *events = g_strdup_printf (ngettext ("%'u event", "%'u events", n_events), n_events);
  g_autofree char *people = g_strdup_printf (ngettext ("%'u person", "%'u people", n_people), n_people);
  g_autofree char *quotes = g_strdup_printf (ngettext ("%'u quote", "%'u quotes", n_quotes), n_quotes);

  return g_strjoin (" · ", articles, events, people, quotes, NULL);
}

static void
restore_cb (DatelineRestoreWindow *self,
            GtkWidget             *button)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");
  g_autofree char *when = g_strdup (g_object_get_data (G_OBJECT (button), "when"));
  g_autoptr(DatelineEditor) editor = g_object_ref (self->editor);
  g_autoptr(AdwToastOverlay) overlay = g_object_ref (self->overlay);
  g_autofree char *title = NULL;
  gboolean is_different = FALSE;
  gboolean done = dateline_session_restore (self->session, path, &is_different);

  gtk_window_close (GTK_WINDOW (self));
  if (!done)
    return;

  if (!is_different)
    {
      adw_toast_overlay_add_toast (overlay, adw_toast_new (_("The story is as it was then")));
      return;
    }
  /* Translators: %s is a date and a time, such as "Today, 14:03" */
  title = g_strdup_printf (_("Backup restored: %s"), when);
  dateline_editor_say (editor, title);
}

static void
add_row (DatelineRestoreWindow *self,
         const DatelineBackup  *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));
  g_autofree char *when = describe_time (backup->time);
  g_autofree char *content = backup->summary != NULL ? describe_content (backup->summary) : g_strdup (backup->error->message);
  /* Translators: for a screen reader; %s is a date and a time */
  g_autofree char *name = g_strdup_printf (_("Restore the backup: %s"), when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, backup->summary != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (backup->path), g_free);
  g_object_set_data_full (G_OBJECT (button), "when", g_steal_pointer (&when), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, dateline_backups_list (task_data), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), NULL);
  DatelineRestoreWindow *self = user_data;

  /* The window may be gone. */
  if (backups == NULL)
    return;

  for (guint i = 0; i < backups->len; i++)
    add_row (self, g_ptr_array_index (backups, i));
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "backups" : "empty");
}

/**
 * dateline_restore_window_new:
 * @session: a session with a story file
 * @editor: what says that it is done
 * @overlay: where to say what else there is to say
 *
 * Creates the window.
 *
 * Returns: (transfer full): a new window
 */
DatelineRestoreWindow *
dateline_restore_window_new (DatelineSession *session,
                             DatelineEditor  *editor,
                             AdwToastOverlay *overlay)
{
  DatelineRestoreWindow *self;
  g_autoptr(GTask) task = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (DATELINE_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);

  self = g_object_new (DATELINE_TYPE_RESTORE_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->editor = g_object_ref (editor);
  self->overlay = g_object_ref (overlay);
  task = g_task_new (NULL, self->cancellable, listed_cb, self);
  g_task_set_source_tag (task, dateline_restore_window_new);
  g_task_set_task_data (task, g_strdup (dateline_story_get_id (dateline_session_get_story (session))), g_free);
  g_task_run_in_thread (task, list_in_thread);

  return self;
}
