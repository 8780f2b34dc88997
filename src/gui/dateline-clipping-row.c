/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One clipping in the pane: its words, who said them, where they stand, and the reader's note. */
#include "config.h"

#include "dateline-clipping-row.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-clipping-transfer.h"
#include "dateline-clipping-words.h"
#include "dateline-short-text.h"

/* Longer texts show this many lines until the reader asks for all of them. */
#define FOLDED_LINES 4

struct _DatelineClippingRow
{
  GtkListBoxRow parent_instance;

  DatelineSession  *session;
  DatelineSettings *settings;
  DatelineClipping *clipping;
  guint             position;
  gboolean          editing;
  gboolean          cut;
  int               note_height;
  guint             settle_id;

  GtkLabel         *number_label;
  GtkLabel         *text_label;
  GtkToggleButton  *more_button;
  GtkLabel         *speaker_label;
  DatelineBadge    *badge;
  GtkLabel         *headline_label;
  GtkMenuButton    *menu_button;
  GtkRevealer      *note_revealer;
  GtkTextView      *note_view;
  GtkTextBuffer    *note_buffer;
  GtkLabel         *note_placeholder;
};

G_DEFINE_FINAL_TYPE (DatelineClippingRow, dateline_clipping_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_clipping (DatelineClippingRow *self)
{
  DatelineArticle *article = dateline_clipping_get_article (self->clipping);
  g_autofree char *text = dateline_clipping_words_dup_text (self->clipping);
  g_autofree char *speaker = dateline_clipping_words_dup_speaker (self->clipping);

  dateline_short_text_show (self->text_label, text, DATELINE_SHORT_TEXT_PAGE);
  dateline_short_text_show (self->speaker_label, speaker, DATELINE_SHORT_TEXT_LINE);
  gtk_widget_set_visible (GTK_WIDGET (self->speaker_label), *speaker != '\0');
  dateline_badge_set_article (self->badge, article);
  dateline_short_text_show (self->headline_label, dateline_article_get_headline (article), DATELINE_SHORT_TEXT_LINE);
}

static void
update_note_shown (DatelineClippingRow *self)
{
  gboolean empty = *dateline_clipping_get_note (self->clipping) == '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->note_placeholder), empty);
  gtk_revealer_set_reveal_child (self->note_revealer, !empty || self->editing);
}

static void
note_left_cb (DatelineClippingRow *self)
{
  self->editing = FALSE;
  if (self->clipping != NULL)
    update_note_shown (self);
}

static void
note_edited_cb (DatelineClippingRow *self)
{
  g_autofree char *text = NULL;

  if (self->clipping == NULL)
    return;

  g_object_get (self->note_buffer, "text", &text, NULL);
  dateline_clipping_set_note (self->clipping, text);
}

static void
note_changed_cb (DatelineClippingRow *self)
{
  const char *note = dateline_clipping_get_note (self->clipping);
  g_autofree char *text = NULL;

  g_object_get (self->note_buffer, "text", &text, NULL);
  if (g_strcmp0 (text, note) != 0)
    {
      /* To set a text is to empty it first: the note must not follow. */
      g_signal_handlers_block_by_func (self->note_buffer, note_edited_cb, self);
      gtk_text_buffer_set_text (self->note_buffer, note, -1);
      g_signal_handlers_unblock_by_func (self->note_buffer, note_edited_cb, self);
    }
  update_note_shown (self);
}

static gboolean
note_key_pressed_cb (DatelineClippingRow *self,
                     guint                keyval,
                     guint                keycode,
                     GdkModifierType      state)
{
  if (keyval != GDK_KEY_Escape &&
      !((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineClippingRow *self = DATELINE_CLIPPING_ROW (widget);

  dateline_navigator_show (dateline_session_get_navigator (self->session), "articles",
                           dateline_clipping_get_item (self->clipping),
                           dateline_clipping_get_passage (self->clipping));
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineClippingRow *self = DATELINE_CLIPPING_ROW (widget);
  gboolean up = g_str_equal (action_name, "clipping.move-up");

  gtk_widget_activate_action (widget, "clippings.move", "(uu)",
                              self->position, up ? self->position - 1 : self->position + 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "clippings.remove", "u", DATELINE_CLIPPING_ROW (widget)->position);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineClippingRow *self = DATELINE_CLIPPING_ROW (widget);
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);

  g_list_store_append (clippings, self->clipping);
  dateline_clipping_transfer_copy (widget, dateline_session_get_story (self->session), G_LIST_MODEL (clippings),
                                   self->settings);
}

static void
edit_note_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DatelineClippingRow *self = DATELINE_CLIPPING_ROW (widget);

  self->editing = TRUE;
  update_note_shown (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (DATELINE_CLIPPING_ROW (widget)->menu_button);
}

static void
secondary_pressed_cb (DatelineClippingRow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

static void
more_toggled_cb (DatelineClippingRow *self)
{
  gboolean all = gtk_toggle_button_get_active (self->more_button);

  gtk_label_set_lines (self->text_label, all ? -1 : FOLDED_LINES);
  gtk_label_set_ellipsize (self->text_label, all ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_button_set_label (GTK_BUTTON (self->more_button), all ? C_("clipping", "Less") : C_("clipping", "More"));
}

static GdkContentProvider *
drag_prepare_cb (DatelineClippingRow *self,
                 double               x,
                 double               y)
{
  g_autoptr(GListStore) clippings = g_list_store_new (DATELINE_TYPE_CLIPPING);
  GdkContentProvider *providers[2];

  g_list_store_append (clippings, self->clipping);
  providers[0] = gdk_content_provider_new_typed (DATELINE_TYPE_CLIPPING, self->clipping);
  providers[1] = dateline_clipping_transfer_new_provider (dateline_session_get_story (self->session),
                                                          G_LIST_MODEL (clippings), self->settings);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
drag_begin_cb (DatelineClippingRow *self,
               GdkDrag             *drag,
               GtkDragSource       *source)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr(GdkPaintable) still = gdk_paintable_get_current_image (paintable);

  gtk_drag_source_set_icon (source, still, 24, 24);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
drag_end_cb (DatelineClippingRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static gboolean
settle_cb (gpointer user_data)
{
  DatelineClippingRow *self = DATELINE_CLIPPING_ROW (user_data);

  self->settle_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->more_button),
                          self->cut || gtk_toggle_button_get_active (self->more_button));
  dateline_short_text_tooltip (GTK_WIDGET (self->text_label),
                               self->cut ? dateline_clipping_get_text (self->clipping) : NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self->note_view));

  return G_SOURCE_REMOVE;
}

/* What the note's lines take at the width they have now; a text view asks for what it took at the width before. */
static int
measure_note (DatelineClippingRow *self)
{
  GtkTextIter end;
  GdkRectangle location;

  gtk_text_buffer_get_end_iter (self->note_buffer, &end);
  gtk_text_view_get_iter_location (self->note_view, &end, &location);

  return location.y + location.height;
}

static GtkSizeRequestMode
dateline_clipping_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dateline_clipping_row_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* Whether the text is cut, and how high the note is, is known only when they have their places; and nothing may change
 * while places are given. */
static void
dateline_clipping_row_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  DatelineClippingRow *self = DATELINE_CLIPPING_ROW (widget);
  gboolean cut;
  int note_height;

  gtk_widget_allocate (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), width, height, baseline, NULL);

  cut = pango_layout_is_ellipsized (gtk_label_get_layout (self->text_label));
  note_height = measure_note (self);
  if (cut == self->cut && note_height == self->note_height)
    return;

  self->cut = cut;
  self->note_height = note_height;
  if (self->settle_id == 0)
    self->settle_id = g_idle_add (settle_cb, self);
}

static void
dateline_clipping_row_dispose (GObject *object)
{
  DatelineClippingRow *self = DATELINE_CLIPPING_ROW (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->clipping);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_CLIPPING_ROW);

  G_OBJECT_CLASS (dateline_clipping_row_parent_class)->dispose (object);
}

static void
dateline_clipping_row_class_init (DatelineClippingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_clipping_row_dispose;

  widget_class->get_request_mode = dateline_clipping_row_get_request_mode;
  widget_class->measure = dateline_clipping_row_measure;
  widget_class->size_allocate = dateline_clipping_row_size_allocate;

  gtk_widget_class_install_action (widget_class, "clipping.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "clipping.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "clipping.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "clipping.edit-note", NULL, edit_note_action);
  gtk_widget_class_install_action (widget_class, "clipping.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "clipping.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "clipping.menu", NULL, menu_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "clipping.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "clipping.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "clipping.edit-note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "clipping.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "clipping.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "clipping.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "clipping.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "clipping.menu", NULL);

  g_type_ensure (DATELINE_TYPE_BADGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-clipping-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, more_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, speaker_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, badge);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, headline_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, note_revealer);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, note_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, note_buffer);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingRow, note_placeholder);
  gtk_widget_class_bind_template_callback (widget_class, more_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
}

static void
dateline_clipping_row_init (DatelineClippingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The layout manager of a list row would take the place of size_allocate(). */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * dateline_clipping_row_new:
 * @session: the session that the clipping belongs to
 * @settings: the reader's preferences
 * @clipping: what to show
 *
 * Creates a row. It belongs into a `DatelineClippingsPane`, which moves and removes clippings.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
dateline_clipping_row_new (DatelineSession  *session,
                           DatelineSettings *settings,
                           DatelineClipping *clipping)
{
  DatelineClippingRow *self;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (DATELINE_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  self = g_object_new (DATELINE_TYPE_CLIPPING_ROW, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->clipping = g_object_ref (clipping);

  show_clipping (self);
  note_changed_cb (self);
  g_signal_connect_object (clipping, "notify::note", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dateline_clipping_row_refresh:
 * @self: a `DatelineClippingRow`
 *
 * Shows the words as the story now has them.
 */
void
dateline_clipping_row_refresh (DatelineClippingRow *self)
{
  g_return_if_fail (DATELINE_IS_CLIPPING_ROW (self));

  show_clipping (self);
}

/**
 * dateline_clipping_row_get_clipping:
 * @self: a `DatelineClippingRow`
 *
 * What the row shows.
 *
 * Returns: (transfer none): the clipping
 */
DatelineClipping *
dateline_clipping_row_get_clipping (DatelineClippingRow *self)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPING_ROW (self), NULL);

  return self->clipping;
}

/**
 * dateline_clipping_row_set_place:
 * @self: a `DatelineClippingRow`
 * @position: the position of the clipping
 * @n_clippings: how many there are
 *
 * Numbers the row.
 */
void
dateline_clipping_row_set_place (DatelineClippingRow *self,
                                 guint                position,
                                 guint                n_clippings)
{
  g_autofree char *number = g_strdup_printf ("%'u", position + 1);
  g_autofree char *name = NULL;

  g_return_if_fail (DATELINE_IS_CLIPPING_ROW (self));

  self->position = position;
  gtk_label_set_label (self->number_label, number);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clipping.move-up", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clipping.move-down", position + 1 < n_clippings);

  /* Translators: what a screen reader calls a clipping: its number and its words */
  name = g_strdup_printf (_("Clipping %s: %s"), number, dateline_clipping_get_text (self->clipping));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * dateline_clipping_row_set_drop:
 * @self: a `DatelineClippingRow`
 * @before: whether what is dragged would come before it
 * @after: whether it would come behind it
 *
 * Shows where a drop would lead.
 */
void
dateline_clipping_row_set_drop (DatelineClippingRow *self,
                                gboolean             before,
                                gboolean             after)
{
  g_return_if_fail (DATELINE_IS_CLIPPING_ROW (self));

  if (before)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-before");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-before");
  if (after)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-after");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-after");
}
