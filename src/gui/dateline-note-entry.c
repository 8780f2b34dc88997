/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for a text of several lines: a description, a note, the words of a post. */
#include "config.h"

#include "dateline-note-entry.h"

struct _DatelineNoteEntry
{
  DatelineField parent_instance;

  GtkTextView   *view;
  GtkTextBuffer *buffer; /* not owned: the view's */
};

G_DEFINE_FINAL_TYPE (DatelineNoteEntry, dateline_note_entry, DATELINE_TYPE_FIELD)

static char *
dateline_note_entry_dup_text (DatelineField *field)
{
  DatelineNoteEntry *self = DATELINE_NOTE_ENTRY (field);
  char *text;

  g_object_get (self->buffer, "text", &text, NULL);

  return text;
}

static void
dateline_note_entry_set_text (DatelineField *field,
                              const char    *text)
{
  gtk_text_buffer_set_text (DATELINE_NOTE_ENTRY (field)->buffer, text, -1);
}

static void
dateline_note_entry_display (DatelineField *field,
                             const GValue  *value)
{
  DatelineNoteEntry *self = DATELINE_NOTE_ENTRY (field);
  const char *text = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
  g_autofree char *shown = dateline_note_entry_dup_text (field);
  GtkTextIter place;
  int offset;

  if (g_str_equal (shown, text))
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &place, gtk_text_buffer_get_insert (self->buffer));
  offset = gtk_text_iter_get_offset (&place);
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &place, offset);
  gtk_text_buffer_place_cursor (self->buffer, &place);
}

static gboolean
dateline_note_entry_read (DatelineField  *field,
                          GValue         *value,
                          GError        **error)
{
  g_value_take_string (value, g_strstrip (dateline_note_entry_dup_text (field)));

  return TRUE;
}

static gboolean
key_pressed_cb (DatelineNoteEntry *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  /* In a form Tab leads on; nobody indents a note. */
  if ((keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab) && (state & GDK_CONTROL_MASK) == 0)
    {
      GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

      return gtk_widget_child_focus (root, keyval == GDK_KEY_Tab ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      dateline_field_commit (DATELINE_FIELD (self));
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
dateline_note_entry_class_init (DatelineNoteEntryClass *klass)
{
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  field_class->display = dateline_note_entry_display;
  field_class->read = dateline_note_entry_read;
  field_class->dup_text = dateline_note_entry_dup_text;
  field_class->set_text = dateline_note_entry_set_text;
}

static void
dateline_note_entry_init (DatelineNoteEntry *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "field-text");
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (dateline_field_touch), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->view));

  dateline_field_set_editor (DATELINE_FIELD (self), window, GTK_WIDGET (self->view), FALSE);
}
