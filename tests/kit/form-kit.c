/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit pane on a story file for tests, and what a reader does with its fields. */
#include "config.h"

#include "form-kit.h"

#include <string.h>

#include "dateline-choice-field.h"
#include "dateline-date-entry.h"
#include "dateline-item-chooser.h"
#include "dateline-item-picker.h"
#include "dateline-items-row.h"
#include "dateline-language-entry.h"
#include "dateline-note-entry.h"
#include "dateline-quantity-entry.h"
#include "dateline-switch-field.h"
#include "dateline-tags-entry.h"
#include "dateline-url-entry.h"
#include "file-kit.h"
#include "kit.h"

/* Shows the pane; after it was destroyed, another one on the same file. */
void
form_kit_show_file (FormKit *kit)
{
  if (kit->file != NULL)
    kit->session = dateline_session_new_for_file (kit->file);
  kit->settings = dateline_settings_new ();
  kit->pane = g_object_new (DATELINE_TYPE_EDIT_PANE,
                                "session", kit->session,
                                "settings", kit->settings,
                                NULL);
  kit->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (kit->overlay, kit->pane);
  kit->window = kit_show (GTK_WIDGET (kit->overlay), 340, 800);
  kit->editor = dateline_editor_new (kit->session, kit->overlay);
}

void
form_kit_set_up (FormKit       *kit,
                 gconstpointer  data)
{
  if (GPOINTER_TO_INT (data))
    kit->session = kit_new_session ();
  else
    kit->file = file_kit_create ();
  form_kit_show_file (kit);
}

void
form_kit_tear_down (FormKit       *kit,
                    gconstpointer  data)
{
  if (kit->window != NULL)
    kit_destroy (kit->window);
  g_assert_finalize_object (kit->editor);
  g_assert_finalize_object (kit->session);
  g_assert_finalize_object (kit->settings);
  g_clear_object (&kit->file);
}

DatelineStory *
form_kit_get_story (FormKit *kit)
{
  return dateline_session_get_story (kit->session);
}

gpointer
form_kit_get_item (FormKit    *kit,
                   const char *id)
{
  DatelineItem *item = dateline_story_lookup (form_kit_get_story (kit), id);

  g_assert_nonnull (item);

  return item;
}

void
form_kit_select_item (FormKit  *kit,
                      gpointer  item)
{
  dateline_navigator_select (dateline_session_get_navigator (kit->session), item, NULL);
}

static void
collect_fields (GtkWidget *widget,
                GPtrArray *fields)
{
  if (DATELINE_IS_FIELD (widget))
    g_ptr_array_add (fields, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_fields (child, fields);
}

DatelineForm *
form_kit_get_form (FormKit *kit)
{
  return DATELINE_FORM (gtk_stack_get_visible_child (GTK_STACK (kit_find (kit->pane, GTK_TYPE_STACK, "stack"))));
}

GPtrArray *
form_kit_dup_fields (FormKit *kit)
{
  GPtrArray *fields = g_ptr_array_new ();

  collect_fields (GTK_WIDGET (form_kit_get_form (kit)), fields);

  return fields;
}

char *
form_kit_dup_property (DatelineField *field)
{
  char *property;

  g_object_get (field, "property", &property, NULL);

  return property;
}

DatelineField *
form_kit_find_field (FormKit    *kit,
                     const char *property)
{
  g_autoptr(GPtrArray) fields = form_kit_dup_fields (kit);

  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *name = form_kit_dup_property (g_ptr_array_index (fields, i));

      if (g_str_equal (name, property))
        return g_ptr_array_index (fields, i);
    }
  g_assert_not_reached ();
}

/* A drop-down has a text too. */
static GtkWidget *
find_text (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_ENTRY (widget) && gtk_widget_has_css_class (widget, "field-text") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_text (child);

  return found;
}

GtkEditable *
form_kit_get_text (DatelineField *field)
{
  return GTK_EDITABLE (find_text (GTK_WIDGET (field)));
}

static GtkTextBuffer *
get_buffer (DatelineField *field)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (kit_find (GTK_WIDGET (field), GTK_TYPE_TEXT_VIEW, NULL)));
}

/* What stands in the field */
char *
form_kit_dup_text (DatelineField *field)
{
  char *text;

  if (!DATELINE_IS_NOTE_ENTRY (field))
    return g_strdup (gtk_editable_get_text (form_kit_get_text (field)));
  g_object_get (get_buffer (field), "text", &text, NULL);

  return text;
}

void
form_kit_type (DatelineField *field,
               const char    *text)
{
  if (DATELINE_IS_NOTE_ENTRY (field))
    gtk_text_buffer_set_text (get_buffer (field), text, -1);
  else
    gtk_editable_set_text (form_kit_get_text (field), text);
}

/* What the field says below, or NULL */
const char *
form_kit_get_message (DatelineField *field)
{
  GtkWidget *label = kit_find (GTK_WIDGET (field), GTK_TYPE_LABEL, "message_label");

  return gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

gboolean
form_kit_says (DatelineField *field,
               const char    *words)
{
  return form_kit_get_message (field) != NULL && strstr (form_kit_get_message (field), words) != NULL;
}

gboolean
form_kit_is_wrong (DatelineField *field)
{
  return gtk_widget_has_css_class (GTK_WIDGET (field), "invalid");
}

gboolean
form_kit_asks (DatelineField *field)
{
  return gtk_widget_get_visible (kit_find (GTK_WIDGET (field), GTK_TYPE_BOX, "conflict_box"));
}

void
form_kit_click (GtkWidget  *root,
                const char *label)
{
  GtkWidget *found = kit_find_label (root, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
}

/* What the story holds, in little */
char *
form_kit_dup_json (FormKit *kit)
{
  g_autofree char *json = file_kit_dup_json (kit->file);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}

GtkListBox *
form_kit_open_picker (DatelineField *field)
{
  GtkWidget *button = DATELINE_IS_ITEMS_ROW (field)
                        ? gtk_widget_get_ancestor (kit_find_label (GTK_WIDGET (field), "Add…"), GTK_TYPE_BUTTON)
                        : kit_find (GTK_WIDGET (field), GTK_TYPE_BUTTON, NULL);

  g_signal_emit_by_name (button, "clicked");

  return GTK_LIST_BOX (kit_find (kit_find (GTK_WIDGET (field), DATELINE_TYPE_ITEM_PICKER, NULL), GTK_TYPE_LIST_BOX, "list"));
}

/* Something else than what is there */
void
form_kit_pick_another (DatelineField *field)
{
  GtkListBox *list = form_kit_open_picker (field);
  g_autofree char *property = form_kit_dup_property (field);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  if (DATELINE_IS_ITEM_CHOOSER (field))
    {
      g_autoptr(GObject) item = NULL;

      g_object_get (dateline_field_get_target (field), property, &item, NULL);
      if (g_object_get_data (G_OBJECT (row), "item") == item)
        row = gtk_list_box_get_row_at_index (list, 1);
    }
  g_assert_nonnull (row);
  g_signal_emit_by_name (list, "row-activated", row);
}

/* Does what a reader would do with a field of this sort. */
void
form_kit_change (DatelineField *field,
                 int            round)
{
  if (DATELINE_IS_DATE_ENTRY (field))
    {
      form_kit_type (field, round == 0 ? "3 Mar 2019" : "about 2018");
    }
  else if (DATELINE_IS_LANGUAGE_ENTRY (field))
    {
      form_kit_type (field, round == 0 ? "pt-BR" : "de");
    }
  else if (DATELINE_IS_URL_ENTRY (field))
    {
      form_kit_type (field, round == 0 ? "https://example.org/x" : "example.com/y");
    }
  else if (DATELINE_IS_TEXT_ENTRY (field) || DATELINE_IS_NOTE_ENTRY (field))
    {
      form_kit_type (field, round == 0 ? "Сердце <b>&amp; 💔" : "Something else");
    }
  else if (DATELINE_IS_TAGS_ENTRY (field))
    {
      form_kit_type (field, round == 0 ? "сердце <b>&" : "else");
      g_signal_emit_by_name (form_kit_get_text (field), "activate");
    }
  else if (DATELINE_IS_CHOICE_FIELD (field))
    {
      GtkDropDown *drop_down = GTK_DROP_DOWN (kit_find (GTK_WIDGET (field), GTK_TYPE_DROP_DOWN, NULL));

      gtk_drop_down_set_selected (drop_down, gtk_drop_down_get_selected (drop_down) == 0 ? 1 : 0);
    }
  else if (DATELINE_IS_SWITCH_FIELD (field))
    {
      GtkSwitch *button = GTK_SWITCH (kit_find (GTK_WIDGET (field), GTK_TYPE_SWITCH, NULL));

      gtk_switch_set_active (button, !gtk_switch_get_active (button));
    }
  else if (DATELINE_IS_ITEM_CHOOSER (field) || DATELINE_IS_ITEMS_ROW (field))
    {
      form_kit_pick_another (field);
    }
  else if (DATELINE_IS_QUANTITY_ENTRY (field))
    {
      form_kit_type (field, round == 0 ? "2019" : "2018");
    }
  else
    {
      g_assert_not_reached ();
    }
}
