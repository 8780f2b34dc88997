/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the title of a story. For a new one it says where that will be kept. */
#include "config.h"

#include "dateline-title-dialog.h"

#include <glib/gi18n.h>

#include "dateline-library-folder.h"

struct _DatelineTitleDialog
{
  AdwMessageDialog parent_instance;

  char     *folder; /* where a new story will be kept, or NULL */
  GtkLabel *place_label;
  GtkEntry *entry;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineTitleDialog, dateline_title_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_title (DatelineTitleDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
changed_cb (DatelineTitleDialog *self)
{
  g_autofree char *title = dup_title (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", *title != '\0');
  if (self->folder != NULL)
    {
      g_autoptr(GFile) file = dateline_library_folder_dup_free_file (self->folder, title);
      g_autofree char *place = dateline_library_folder_dup_display (file);
      /* Translators: %s is the path of a file */
      g_autofree char *sentence = g_strdup_printf (_("Every change is saved at once, in %s"), place);

      gtk_label_set_label (self->place_label, sentence);
    }
}

static void
dateline_title_dialog_response (AdwMessageDialog *dialog,
                                const char       *response)
{
  DatelineTitleDialog *self = DATELINE_TITLE_DIALOG (dialog);
  g_autofree char *title = dup_title (self);

  if (g_str_equal (response, "accept") && *title != '\0')
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, title);
}

static void
dateline_title_dialog_finalize (GObject *object)
{
  DatelineTitleDialog *self = DATELINE_TITLE_DIALOG (object);

  g_free (self->folder);

  G_OBJECT_CLASS (dateline_title_dialog_parent_class)->finalize (object);
}

static void
dateline_title_dialog_class_init (DatelineTitleDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AdwMessageDialogClass *dialog_class = ADW_MESSAGE_DIALOG_CLASS (klass);

  object_class->finalize = dateline_title_dialog_finalize;

  dialog_class->response = dateline_title_dialog_response;

  /**
   * DatelineTitleDialog::chosen:
   * @self: a `DatelineTitleDialog`
   * @title: the title, which is not empty
   *
   * The reader gave a title.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dateline_title_dialog_init (DatelineTitleDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_activates_default (self->entry, TRUE);
  gtk_entry_set_placeholder_text (self->entry, _("Title"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));

  self->place_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->place_label, TRUE);
  gtk_label_set_wrap_mode (self->place_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (self->place_label, 40);
  gtk_label_set_xalign (self->place_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->place_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->place_label), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place_label));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
}

/**
 * dateline_title_dialog_new:
 * @parent: (nullable): the window that asks
 * @heading: what it is about
 * @button: the verb of the button, with a mnemonic
 * @title: the title to begin with
 * @folder: (nullable): the path of the folder where a new story will be kept
 *
 * Creates a dialog.
 *
 * Returns: (transfer none): a new dialog, owned by GTK
 */
GtkWindow *
dateline_title_dialog_new (GtkWindow  *parent,
                           const char *heading,
                           const char *button,
                           const char *title,
                           const char *folder)
{
  DatelineTitleDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (heading != NULL, NULL);
  g_return_val_if_fail (button != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_TITLE_DIALOG,
                       "transient-for", parent,
                       "modal", TRUE,
                       "destroy-with-parent", TRUE,
                       "heading", heading,
                       NULL);
  self->folder = g_strdup (folder);
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), folder != NULL);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self), "cancel", _("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self), "accept", button);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), title);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  return GTK_WINDOW (self);
}
