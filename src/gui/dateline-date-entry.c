/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for a date: typed as people write dates or as EDTF, kept as EDTF, and said in words below. */
#include "config.h"

#include "dateline-date-entry.h"

#include <glib/gi18n.h>

#include "dateline-date-words.h"

struct _DatelineDateEntry
{
  DatelineTextEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineDateEntry, dateline_date_entry, DATELINE_TYPE_TEXT_ENTRY)

static gboolean
dateline_date_entry_parse (DatelineTextEntry *entry,
                           const char        *text,
                           GValue            *value,
                           GError           **error)
{
  DatelineDate *date;

  if (*text == '\0')
    return TRUE;
  date = dateline_date_words_read (text, error);
  if (date == NULL)
    return FALSE;
  g_value_take_boxed (value, date);

  return TRUE;
}

static char *
dateline_date_entry_format (DatelineTextEntry *entry,
                            const GValue      *value)
{
  DatelineDate *date = g_value_get_boxed (value);

  return g_strdup (date != NULL ? dateline_date_get_edtf (date) : "");
}

static char *
dateline_date_entry_preview (DatelineField *field,
                             const GValue  *value)
{
  DatelineDate *date = g_value_get_boxed (value);

  return date != NULL ? dateline_date_format (date) : g_strdup (_("Date unknown"));
}

static void
create_help_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/app/dateline/Dateline/ui/dateline-date-help.ui");
  gtk_menu_button_set_popover (button, GTK_WIDGET (gtk_builder_get_object (builder, "help")));
}

static void
dateline_date_entry_class_init (DatelineDateEntryClass *klass)
{
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);
  DatelineTextEntryClass *entry_class = DATELINE_TEXT_ENTRY_CLASS (klass);

  field_class->preview = dateline_date_entry_preview;

  entry_class->parse = dateline_date_entry_parse;
  entry_class->format = dateline_date_entry_format;
}

static void
dateline_date_entry_init (DatelineDateEntry *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "dialog-information-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_help_cb, NULL, NULL);
  gtk_widget_set_tooltip_text (button, _("How to Write Dates"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How to Write Dates"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "field-button");
  dateline_text_entry_add_suffix (DATELINE_TEXT_ENTRY (self), button);
  gtk_widget_add_css_class (GTK_WIDGET (dateline_text_entry_get_text (DATELINE_TEXT_ENTRY (self))), "numeric");
}
