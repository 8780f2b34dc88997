/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader does to the text of an article: pointing at marks, going from mark to mark, selecting words. */
#include "config.h"

#include "dateline-article-text-private.h"

#include "dateline-short-text.h"

#include <glib/gi18n.h>

/* How long a selection of words must rest before it counts: long enough to drag, short enough for Ctrl+D. */
#define SETTLE_MS 250

/* How far the pointer may move in a click. */
#define CLICK_DISTANCE 6

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_NOTE_ACTIVATED,
  SIGNAL_MENU,
  SIGNAL_WORDS_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The offset that the pointer is at, if it is at a letter. */
static gboolean
get_offset_at (DatelineArticleText *self,
               double               x,
               double               y,
               guint               *offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;

  *offset = (guint) gtk_text_iter_get_offset (&iter);

  return TRUE;
}

/* The part of the text on the line that the pointer is beside; %FALSE between the lines of two blocks. */
static gboolean
get_line_at (DatelineArticleText *self,
             double               x,
             double               y,
             int                 *buffer_x,
             guint               *start,
             guint               *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle location;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, gtk_text_view_get_left_margin (view) + 1, buffer_y);
  gtk_text_view_get_iter_location (view, &iter, &location);
  if (buffer_y < location.y || buffer_y > location.y + location.height)
    return FALSE;

  gtk_text_view_backward_display_line_start (view, &iter);
  *start = (guint) gtk_text_iter_get_offset (&iter);
  if (!gtk_text_view_forward_display_line (view, &iter))
    gtk_text_iter_forward_to_end (&iter);
  *end = MAX (*start + 1, (guint) gtk_text_iter_get_offset (&iter));

  return TRUE;
}

static gboolean
is_in_column (DatelineArticleText *self,
              int                  x,
              gboolean             at_end,
              int                  distance,
              int                  width)
{
  int left = _dateline_article_text_get_column (self, at_end, distance, width);

  return x >= left - 3 && x < left + width + 3;
}

static guint
find_margin_mark (DatelineArticleText *self,
                  double               x,
                  double               y)
{
  g_autoptr(GArray) found = NULL;
  guint kind;
  guint start;
  guint end;
  int buffer_x;

  if (!get_line_at (self, x, y, &buffer_x, &start, &end))
    return DATELINE_NO_MARK;

  if (is_in_column (self, buffer_x, FALSE, BUBBLE_DISTANCE, BUBBLE_SIZE))
    kind = DATELINE_MARK_REACTION;
  else if (is_in_column (self, buffer_x, FALSE, BAR_DISTANCE, BAR_WIDTH))
    kind = DATELINE_MARK_QUOTE;
  else
    return DATELINE_NO_MARK;

  found = dateline_article_marks_find (self->marks, start, end, self->kinds & (1u << kind));

  return found->len > 0 ? g_array_index (found, guint, found->len - 1) : DATELINE_NO_MARK;
}

static guint
find_mark_at (DatelineArticleText *self,
              double               x,
              double               y)
{
  guint offset;

  if (self->marks == NULL)
    return DATELINE_NO_MARK;
  if (get_offset_at (self, x, y, &offset))
    return dateline_article_marks_find_shortest (self->marks, offset, self->kinds);

  return find_margin_mark (self, x, y);
}

static guint
find_note_at (DatelineArticleText *self,
              double               x,
              double               y)
{
  guint start;
  guint end;
  int buffer_x;
  int buffer_y;

  if (self->notes == NULL)
    return G_MAXUINT;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  if (!is_in_column (self, buffer_x, TRUE, NOTE_DISTANCE, NOTE_SIZE))
    return G_MAXUINT;

  for (guint i = 0; i < self->notes->len; i++)
    {
      const DatelineArticleNote *note = &g_array_index (self->notes, DatelineArticleNote, i);

      if (buffer_y >= note->y && buffer_y < note->y + NOTE_SIZE)
        return i;
    }

  /* Beside the rail the note of the line is meant. */
  if (!get_line_at (self, x, y, &buffer_x, &start, &end))
    return G_MAXUINT;
  for (guint i = 0; i < self->notes->len; i++)
    {
      const DatelineArticleNote *note = &g_array_index (self->notes, DatelineArticleNote, i);

      if (note->start < end && note->end > start)
        return i;
    }

  return G_MAXUINT;
}

static char *
describe_marks_at (DatelineArticleText *self,
                   guint                offset)
{
  g_autoptr(GArray) found = dateline_article_marks_find (self->marks, offset, offset + 1, self->kinds);
  GString *text = g_string_new (NULL);

  /* The innermost is last in the order of the text, and first in what a click means. */
  for (guint i = found->len; i > 0; i--)
    {
      g_autofree char *line = NULL;

      line = dateline_mark_describe (dateline_article_marks_get (self->marks, g_array_index (found, guint, i - 1)));
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
    }

  return g_string_free (text, FALSE);
}

static gboolean
dateline_article_text_query_tooltip (GtkWidget  *widget,
                                     int         x,
                                     int         y,
                                     gboolean    keyboard_tooltip,
                                     GtkTooltip *tooltip)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (widget);
  guint mark = keyboard_tooltip ? self->mark : find_mark_at (self, x, y);
  guint note = keyboard_tooltip ? G_MAXUINT : find_note_at (self, x, y);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;
  guint offset;

  if (note != G_MAXUINT)
    {
      const DatelineArticleNote *at = &g_array_index (self->notes, DatelineArticleNote, note);

      if (at->number > 0)
        /* Translators: %s is the title of an event */
        text = g_strdup_printf (_("Both tell: %s"), dateline_item_get_label (at->item));
      else
        /* Translators: %s is the title of an event; of the two articles side by side, one tells of it */
        text = g_strdup_printf (_("Only here: %s"), dateline_item_get_label (at->item));
    }
  else if (mark == DATELINE_NO_MARK)
    {
      return FALSE;
    }
  else if (!keyboard_tooltip && get_offset_at (self, x, y, &offset))
    {
      text = describe_marks_at (self, offset);
    }
  else
    {
      text = dateline_mark_describe (dateline_article_marks_get (self->marks, mark));
    }

  shown = dateline_short_text_dup_tip (text);
  gtk_tooltip_set_text (tooltip, shown);

  return TRUE;
}

static void
motion_cb (DatelineArticleText *self,
           double               x,
           double               y)
{
  gboolean over = find_mark_at (self, x, y) != DATELINE_NO_MARK || find_note_at (self, x, y) != G_MAXUINT;
  guint offset;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   over ? "pointer" : get_offset_at (self, x, y, &offset) ? "text" : "default");
}

static gboolean
settle_cb (gpointer user_data)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (user_data);
  DatelineArticle *article = dateline_article_buffer_get_article (self->buffer);
  GtkTextIter start;
  GtkTextIter end;

  /* A drag that rests is not over. */
  if (self->is_pressed)
    return G_SOURCE_CONTINUE;

  self->settle_id = 0;
  if (article != NULL && gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end))
    {
      g_autoptr(DatelinePassage) passage = NULL;

      passage = dateline_passage_new (article,
                                      (guint) gtk_text_iter_get_offset (&start),
                                      (guint) gtk_text_iter_get_offset (&end));
      g_signal_emit (self, signals[SIGNAL_WORDS_SELECTED], 0, passage);
    }

  return G_SOURCE_REMOVE;
}

static void
mark_set_cb (DatelineArticleText *self,
             GtkTextIter         *location,
             GtkTextMark         *mark)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;

  /* The property that tells of a selection changes only later. */
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (gtk_text_buffer_get_selection_bounds (buffer, NULL, NULL))
    self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

/* Text views claim the press for themselves, which denies gestures the release: events are looked at as they come. */
static gboolean
event_cb (DatelineArticleText *self,
          GdkEvent            *event)
{
  GtkNative *native;
  GdkEventType type = gdk_event_get_event_type (event);
  double x;
  double y;
  double offset_x;
  double offset_y;
  guint mark;
  guint note;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) ||
      gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY ||
      !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;

  native = gtk_widget_get_native (GTK_WIDGET (self));
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - offset_x, y - offset_y, &x, &y);

  self->is_pressed = type == GDK_BUTTON_PRESS;
  if (self->is_pressed)
    {
      self->pointer_x = x;
      self->pointer_y = y;
      _dateline_article_text_set_mark (self, DATELINE_NO_MARK);
      return GDK_EVENT_PROPAGATE;
    }

  if (gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)) ||
      ABS (x - self->pointer_x) > CLICK_DISTANCE || ABS (y - self->pointer_y) > CLICK_DISTANCE)
    return GDK_EVENT_PROPAGATE;

  note = find_note_at (self, x, y);
  mark = find_mark_at (self, x, y);
  if (note != G_MAXUINT)
    {
      g_signal_emit (self, signals[SIGNAL_NOTE_ACTIVATED], 0, note);
    }
  else if (mark != DATELINE_NO_MARK)
    {
      const DatelineMark *at = dateline_article_marks_get (self->marks, mark);
      guint offset = at->start;

      get_offset_at (self, x, y, &offset);
      _dateline_article_text_set_mark (self, mark);
      g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, mark, offset);
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
legacy_event_cb (GtkEventController *controller,
                 GdkEvent           *event,
                 gpointer            user_data)
{
  return event_cb (DATELINE_ARTICLE_TEXT (user_data), event);
}

static void
emit_menu (DatelineArticleText *self,
           guint                offset,
           const GdkRectangle  *at)
{
  g_signal_emit (self, signals[SIGNAL_MENU], 0, offset, at);
}

static void
secondary_pressed_cb (DatelineArticleText *self,
                      int                  n_press,
                      double               x,
                      double               y,
                      GtkGesture          *gesture)
{
  guint mark = find_mark_at (self, x, y);
  guint offset = DATELINE_NO_MARK;

  if (!get_offset_at (self, x, y, &offset) && mark != DATELINE_NO_MARK)
    offset = dateline_article_marks_get (self->marks, mark)->start;

  /* The menu of a text view has mostly what changes text. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  emit_menu (self, offset, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
long_pressed_cb (DatelineArticleText *self,
                 double               x,
                 double               y,
                 GtkGesture          *gesture)
{
  secondary_pressed_cb (self, 1, x, y, gesture);
}

static gboolean
open_menu (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (widget);
  const DatelineMark *mark = self->marks != NULL ? dateline_article_marks_get (self->marks, self->mark) : NULL;
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;
  GdkRectangle at;
  guint offset;

  if (mark != NULL)
    gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) mark->start);
  else
    gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  offset = (guint) gtk_text_iter_get_offset (&iter);

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &at);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, at.x, at.y, &at.x, &at.y);
  at.width = MAX (1, at.width);
  emit_menu (self, offset, &at);

  return TRUE;
}

static guint
find_first_in_sight (DatelineArticleText *self,
                     int                  by)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter iter;
  guint offset;
  guint mark;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, visible.y + (by > 0 ? 0 : visible.height));
  offset = (guint) gtk_text_iter_get_offset (&iter);
  mark = dateline_article_marks_find_next (self->marks, offset, self->kinds);
  if (by > 0)
    return mark;

  return dateline_article_marks_step (self->marks,
                                      mark != DATELINE_NO_MARK ? mark
                                                               : dateline_article_marks_get_n_marks (self->marks),
                                      -1, self->kinds);
}

static gboolean
step_mark (DatelineArticleText *self,
           int                  by)
{
  guint mark;

  if (self->marks == NULL)
    return FALSE;

  if (self->mark == DATELINE_NO_MARK)
    mark = find_first_in_sight (self, by);
  else
    mark = dateline_article_marks_step (self->marks, self->mark, by, self->kinds);

  _dateline_article_text_set_mark (self, mark);
  if (mark == DATELINE_NO_MARK)
    return FALSE;

  dateline_article_text_scroll_to (self, dateline_article_marks_get (self->marks, mark)->passage, FALSE);

  return TRUE;
}

static gboolean
step_mark_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  return step_mark (DATELINE_ARTICLE_TEXT (widget), GPOINTER_TO_INT (user_data));
}

static void
next_mark_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  step_mark (DATELINE_ARTICLE_TEXT (widget), 1);
}

static void
previous_mark_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  step_mark (DATELINE_ARTICLE_TEXT (widget), -1);
}

static gboolean
activate_mark (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (widget);

  if (self->mark == DATELINE_NO_MARK)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, self->mark,
                 dateline_article_marks_get (self->marks, self->mark)->start);

  return TRUE;
}

static void
activate_mark_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  activate_mark (widget, NULL, NULL);
}

static gboolean
toggle_caret (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  if (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (widget)))
    gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (widget), FALSE);
  else
    _dateline_article_text_start_caret (widget, NULL, NULL);

  return TRUE;
}

/* Without a caret a text view moves by lines but not by screens. */
static gboolean
scroll_page (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  if (adjustment == NULL)
    return FALSE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            GPOINTER_TO_INT (user_data) * .9 * gtk_adjustment_get_page_size (adjustment));

  return TRUE;
}

static void
add_shortcut (GtkEventController *controller,
              const char         *keys,
              GtkShortcutFunc     function,
              int                 data)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                                          gtk_callback_action_new (function, GINT_TO_POINTER (data), NULL)));
}

static void
add_shortcuts (DatelineArticleText *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the keys of the text view, which has other uses for these. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_shortcut (controller, "Tab|<Control>Down", step_mark_cb, 1);
  add_shortcut (controller, "<Shift>Tab|<Shift>ISO_Left_Tab|<Control>Up", step_mark_cb, -1);
  add_shortcut (controller, "Return|KP_Enter|ISO_Enter", activate_mark, 0);
  add_shortcut (controller, "Menu|<Shift>F10", open_menu, 0);
  add_shortcut (controller, "F7", toggle_caret, 0);
  add_shortcut (controller, "<Shift>Left|<Shift>Right|<Shift>Up|<Shift>Down|<Shift><Control>Left|<Shift><Control>Right|"
                            "<Shift>Home|<Shift>End", _dateline_article_text_start_caret, 0);
  add_shortcut (controller, "space", scroll_page, 1);
  add_shortcut (controller, "<Shift>space", scroll_page, -1);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
_dateline_article_text_input_init (DatelineArticleText *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *controller;
  GtkGesture *gesture;

  gtk_widget_set_has_tooltip (widget, TRUE);
  add_shortcuts (self);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (legacy_event_cb), self);
  gtk_widget_add_controller (widget, controller);

  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));

  gesture = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));

  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
}

void
_dateline_article_text_input_dispose (DatelineArticleText *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
}

/* Moves the keyboard to a mark; the caret comes along, so that a screen reader says what is there. */
void
_dateline_article_text_set_mark (DatelineArticleText *self,
                                 guint                mark)
{
  const DatelineMark *at = self->marks != NULL ? dateline_article_marks_get (self->marks, mark) : NULL;

  self->mark = at != NULL ? mark : DATELINE_NO_MARK;
  if (at != NULL)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &iter, (int) at->start);
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &iter);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_dateline_article_text_class_input_init (DatelineArticleTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->query_tooltip = dateline_article_text_query_tooltip;

  /**
   * DatelineArticleText::activated:
   * @self: a `DatelineArticleText`
   * @mark: the position of the mark
   * @offset: the place in the text
   *
   * The reader clicked on a mark, or pressed Enter at it.
   */
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * DatelineArticleText::note-activated:
   * @self: a `DatelineArticleText`
   * @note: the position of the note
   *
   * The reader clicked on a note in the margin.
   */
  signals[SIGNAL_NOTE_ACTIVATED] =
    g_signal_new ("note-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * DatelineArticleText::menu:
   * @self: a `DatelineArticleText`
   * @offset: the place in the text, or %DATELINE_NO_MARK beside it
   * @at: where the menu is to point, in the coordinates of the widget
   *
   * The reader asked for the menu.
   */
  signals[SIGNAL_MENU] =
    g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * DatelineArticleText::words-selected:
   * @self: a `DatelineArticleText`
   * @passage: the words
   *
   * The reader selected words, and rested.
   */
  signals[SIGNAL_WORDS_SELECTED] =
    g_signal_new ("words-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DATELINE_TYPE_PASSAGE);

  gtk_widget_class_install_action (widget_class, "text.next-mark", NULL, next_mark_action);
  gtk_widget_class_install_action (widget_class, "text.previous-mark", NULL, previous_mark_action);
  gtk_widget_class_install_action (widget_class, "text.activate-mark", NULL, activate_mark_action);
}
