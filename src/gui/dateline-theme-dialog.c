/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a theme that several reactions get. */
#include "config.h"

#include "dateline-theme-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  DatelineEditor *editor;
  GPtrArray      *reactions;
  GtkEditable    *entry; /* unowned: in the dialog */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->editor);
  g_ptr_array_unref (question->reactions);
  g_free (question);
}

/* Themes are lower-case words. */
static char *
dup_theme (Question *question)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (question->entry)));

  return g_utf8_strdown (text, -1);
}

static void
add_theme (DatelineEdit *edit,
           DatelineItem *reaction,
           const char   *theme)
{
  const char * const *themes = dateline_reaction_get_themes (DATELINE_REACTION (reaction));
  g_autoptr(DatelineItem) draft = NULL;
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(GPtrArray) more = NULL;

  if (themes != NULL && g_strv_contains (themes, theme))
    return;

  more = g_ptr_array_new ();
  for (guint i = 0; themes != NULL && themes[i] != NULL; i++)
    g_ptr_array_add (more, (gpointer) themes[i]);
  g_ptr_array_add (more, (gpointer) theme);
  g_ptr_array_add (more, NULL);
  draft = dateline_item_copy (reaction);
  base = dateline_item_copy (reaction);
  g_object_set (draft, "themes", more->pdata, NULL);
  dateline_edit_put (edit, draft, base);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Question *question = user_data;
  g_autofree char *theme = dup_theme (question);
  g_autoptr(DatelineEdit) edit = NULL;
  g_autofree char *title = NULL;

  if (g_strcmp0 (response, "add") != 0 || *theme == '\0')
    return;

  edit = dateline_edit_new (C_("edit", "Add Theme"));
  for (guint i = 0; i < question->reactions->len; i++)
    add_theme (edit, g_ptr_array_index (question->reactions, i), theme);
  /* Translators: %s is a theme, such as "courage" */
  title = g_strdup_printf (_("Theme “%s” added"), theme);
  dateline_editor_apply (question->editor, edit, title);
}

static void
entry_changed_cb (GtkEditable      *entry,
                  AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "add", *text != '\0');
}

/**
 * dateline_theme_dialog_show:
 * @editor: what carries the edit out
 * @reactions: (element-type DatelineReaction): some reactions
 * @parent: the window
 *
 * Asks for a theme, and gives it to the reactions that do not have it.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
dateline_theme_dialog_show (DatelineEditor *editor,
                            GPtrArray      *reactions,
                            GtkWindow      *parent)
{
  g_autofree char *body = NULL;
  GtkWidget *dialog;
  GtkWidget *entry;
  Question *question;

  g_return_val_if_fail (DATELINE_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (reactions != NULL && reactions->len > 0, NULL);

  body = g_strdup_printf (ngettext ("%'u reaction gets this theme.", "%'u reactions get this theme.", reactions->len),
                          reactions->len);
  dialog = adw_message_dialog_new (parent, _("Add Theme"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "add", _("_Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "add", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("A word or two"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Theme"), -1);
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), dialog);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);

  question = g_new0 (Question, 1);
  question->editor = g_object_ref (editor);
  question->reactions = g_ptr_array_ref (reactions);
  question->entry = GTK_EDITABLE (entry);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}
