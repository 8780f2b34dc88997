/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for a text that may take several lines: a note, the words of a post; or a title, which has no line breaks. */
#include "config.h"

#include "dateline-note-entry.h"

#include "dateline-growing-text.h"

struct _DatelineNoteEntry
{
  DatelineField parent_instance;

  gboolean       breaks; /* whether lines may be broken */
  guint          show_cursor_id;
  GtkTextView   *view;
  GtkTextBuffer *buffer; /* not owned: the view's */
};

enum
{
  PROP_0,
  PROP_BREAKS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
  char *text = g_strstrip (dateline_note_entry_dup_text (field));

  /* They come with what is pasted. */
  if (!DATELINE_NOTE_ENTRY (field)->breaks)
    g_strdelimit (text, "\r\n", ' ');
  g_value_take_string (value, text);

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
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && ((state & GDK_CONTROL_MASK) != 0 || !self->breaks))
    {
      dateline_field_commit (DATELINE_FIELD (self));
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* The text is as high as it needs to be: what scrolls is the form. */
static gboolean
show_cursor_cb (gpointer user_data)
{
  DatelineNoteEntry *self = DATELINE_NOTE_ENTRY (user_data);
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *window = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  GdkRectangle cursor;
  double x;
  double y;

  self->show_cursor_id = 0;
  if (window == NULL || !gtk_widget_has_focus (view))
    return G_SOURCE_REMOVE;

  gtk_text_view_get_cursor_locations (self->view, NULL, &cursor, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  if (gtk_widget_translate_coordinates (view, window, cursor.x, cursor.y, &x, &y))
    gtk_adjustment_clamp_page (adjustment,
                               gtk_adjustment_get_value (adjustment) + y,
                               gtk_adjustment_get_value (adjustment) + y + cursor.height);

  return G_SOURCE_REMOVE;
}

static void
cursor_moved_cb (DatelineNoteEntry *self)
{
  if (self->show_cursor_id == 0)
    self->show_cursor_id = g_idle_add (show_cursor_cb, self);
}

static void
dateline_note_entry_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DatelineNoteEntry *self = DATELINE_NOTE_ENTRY (object);

  switch (prop_id)
    {
    case PROP_BREAKS:
      self->breaks = g_value_get_boolean (value);
      if (self->breaks)
        gtk_widget_add_css_class (GTK_WIDGET (self->view), "breaks");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_note_entry_dispose (GObject *object)
{
  g_clear_handle_id (&DATELINE_NOTE_ENTRY (object)->show_cursor_id, g_source_remove);

  G_OBJECT_CLASS (dateline_note_entry_parent_class)->dispose (object);
}

static void
dateline_note_entry_class_init (DatelineNoteEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  object_class->dispose = dateline_note_entry_dispose;
  object_class->set_property = dateline_note_entry_set_property;

  field_class->display = dateline_note_entry_display;
  field_class->read = dateline_note_entry_read;
  field_class->dup_text = dateline_note_entry_dup_text;
  field_class->set_text = dateline_note_entry_set_text;

  /**
   * DatelineNoteEntry:breaks:
   *
   * Whether lines may be broken: %FALSE for a title, which Enter completes.
   */
  properties[PROP_BREAKS] =
    g_param_spec_boolean ("breaks", NULL, NULL, TRUE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_note_entry_init (DatelineNoteEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_TEXT_VIEW (dateline_growing_text_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "field-text");
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (dateline_field_touch), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self);

  dateline_field_set_editor (DATELINE_FIELD (self), GTK_WIDGET (self->view), GTK_WIDGET (self->view), FALSE);
}
