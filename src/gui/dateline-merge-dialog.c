/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which name stays when several people are one. */
#include "config.h"

#include "dateline-merge-dialog.h"

#include <glib/gi18n.h>

#include "dateline-people-edit.h"

typedef struct
{
  DatelineEditor  *editor;
  DatelineSession *session;
  GPtrArray       *people;
  GPtrArray       *checks; /* unowned widgets, in the order of people */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->editor);
  g_object_unref (question->session);
  g_ptr_array_unref (question->people);
  g_ptr_array_unref (question->checks);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Question *question = user_data;
  g_autoptr(DatelineEdit) edit = NULL;
  DatelinePerson *keep = NULL;
  g_autofree char *title = NULL;

  if (g_strcmp0 (response, "merge") != 0)
    return;

  for (guint i = 0; i < question->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (question->checks, i)))
      keep = g_ptr_array_index (question->people, i);
  if (keep == NULL)
    return;

  edit = dateline_people_edit_merge (dateline_session_get_story (question->session), question->people, keep);
  /* Translators: %s is the name that stays */
  title = g_strdup_printf (_("Merged into %s"), dateline_person_get_name (keep));
  dateline_editor_apply (question->editor, edit, title);
  dateline_navigator_select (dateline_session_get_navigator (question->session), DATELINE_ITEM (keep), NULL);
}

static guint
count_passages (DatelineItem *item)
{
  return g_list_model_get_n_items (dateline_item_get_passages (item));
}

/**
 * dateline_merge_dialog_show:
 * @editor: what carries the edit out
 * @session: the session
 * @people: (element-type DatelinePerson): two or more people
 * @parent: the window
 *
 * Asks which name stays, and merges the people.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
dateline_merge_dialog_show (DatelineEditor  *editor,
                            DatelineSession *session,
                            GPtrArray       *people,
                            GtkWindow       *parent)
{
  GtkWidget *dialog;
  GtkWidget *group;
  GtkWidget *scroller;
  Question *question;
  guint most = 0;

  g_return_val_if_fail (DATELINE_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (people != NULL && people->len > 1, NULL);

  question = g_new0 (Question, 1);
  question->editor = g_object_ref (editor);
  question->session = g_object_ref (session);
  question->people = g_ptr_array_ref (people);
  question->checks = g_ptr_array_new ();

  dialog = adw_message_dialog_new (parent, _("Which Name Stays?"),
                                   _("The other names become aliases. All mentions, quotes, reactions and events go to this person."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "merge", _("_Merge"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "merge");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  group = adw_preferences_group_new ();
  for (guint i = 0; i < people->len; i++)
    {
      DatelinePerson *person = g_ptr_array_index (people, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), dateline_person_get_name (person));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), dateline_person_get_role (person));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_person_get_name (person), -1);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (question->checks, 0));
      /* Most likely the one that the articles name most. */
      if (count_passages (DATELINE_ITEM (person)) > count_passages (g_ptr_array_index (people, most)))
        most = i;
      g_ptr_array_add (question->checks, check);
    }
  gtk_check_button_set_active (g_ptr_array_index (question->checks, most), TRUE);

  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), group);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}
