/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader picked: in the reader's order, with notes, and the ways out. */
#include "config.h"

#include "dateline-clippings-pane.h"

#include <glib/gi18n.h>

#include "dateline-adaptive-box.h"
#include "dateline-choice.h"
#include "dateline-clipping-row.h"
#include "dateline-clipping-transfer.h"

/* How near to an edge of the list what is dragged scrolls it, and by how many pixels a second for each pixel nearer. */
#define SCROLL_EDGE  36
#define SCROLL_SPEED 15

struct _DatelineClippingsPane
{
  DatelineView parent_instance;

  DatelineClippings   *clippings;
  DatelineAdaptiveBox *box; /* not owned: what folds around the pane */
  DatelineClippingRow *drop_row; /* not owned: a row of the list */
  gboolean             drop_after;

  GtkWidget           *close_button;
  GtkLabel            *count_label;
  GtkWidget           *tools;
  GtkDropDown         *style_drop_down;
  GtkStack            *stack;
  GtkListBox          *list;
  double               scroll_speed; /* in pixels a second, while something is dragged */
  guint                scroll_id;
  gint64               scroll_time;
};

G_DEFINE_FINAL_TYPE (DatelineClippingsPane, dateline_clippings_pane, DATELINE_TYPE_VIEW)

/* In the order of the drop-down. */
static const char * const citation_styles[] = { "apa", "mla", "chicago", NULL };

static guint
get_n_clippings (DatelineClippingsPane *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->clippings));
}

static void
focus_row (DatelineClippingsPane *self,
           guint                  position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
clippings_changed_cb (DatelineClippingsPane *self)
{
  guint n = get_n_clippings (self);
  g_autofree char *count = g_strdup_printf ("%'u", n);

  self->drop_row = NULL;
  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      dateline_clipping_row_set_place (DATELINE_CLIPPING_ROW (row), i, n);
    }

  gtk_label_set_label (self->count_label, n > 0 ? count : "");
  gtk_widget_set_visible (self->tools, n > 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  DatelineView *view = DATELINE_VIEW (user_data);

  return dateline_clipping_row_new (dateline_view_get_session (view), dateline_view_get_settings (view), item);
}

static void
row_activated_cb (DatelineClippingsPane *self,
                  GtkListBoxRow         *row)
{
  DatelineSession *session = dateline_view_get_session (DATELINE_VIEW (self));
  DatelineClipping *clipping = dateline_clipping_row_get_clipping (DATELINE_CLIPPING_ROW (row));

  dateline_navigator_select (dateline_session_get_navigator (session),
                             dateline_clipping_get_item (clipping),
                             dateline_clipping_get_passage (clipping));
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineClippingsPane *self = DATELINE_CLIPPINGS_PANE (widget);
  guint n = get_n_clippings (self);
  guint from;
  guint to;

  g_variant_get (parameter, "(uu)", &from, &to);
  if (from >= n || to >= n)
    return;

  dateline_clippings_move (self->clippings, from, to);
  focus_row (self, to);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DatelineClippingsPane *self = DATELINE_CLIPPINGS_PANE (widget);
  guint position = g_variant_get_uint32 (parameter);
  guint n = get_n_clippings (self);

  if (position >= n)
    return;

  dateline_clippings_remove (self->clippings, position);
  if (n > 1)
    focus_row (self, MIN (position, n - 2));
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.toggle-clippings", NULL);
}

/* Quotes are picked where they are read. */
static void
browse_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DatelineClippingsPane *self = DATELINE_CLIPPINGS_PANE (widget);
  DatelineSession *session = dateline_view_get_session (DATELINE_VIEW (self));

  dateline_navigator_set_view (dateline_session_get_navigator (session), "articles");
  if (self->box != NULL && dateline_adaptive_box_get_folded (self->box))
    gtk_widget_activate_action (widget, "win.toggle-clippings", NULL);
}

static GdkContentProvider *
drag_all_prepare_cb (DatelineClippingsPane *self)
{
  DatelineView *view = DATELINE_VIEW (self);

  return dateline_clipping_transfer_new_provider (dateline_session_get_story (dateline_view_get_session (view)),
                                                  G_LIST_MODEL (self->clippings),
                                                  dateline_view_get_settings (view));
}

static void
set_drop_row (DatelineClippingsPane *self,
              DatelineClippingRow   *row,
              gboolean               after)
{
  if (self->drop_row == row && self->drop_after == after)
    return;

  if (self->drop_row != NULL)
    dateline_clipping_row_set_drop (self->drop_row, FALSE, FALSE);
  self->drop_row = row;
  self->drop_after = after;
  if (row != NULL)
    dateline_clipping_row_set_drop (row, !after, after);
}

static gboolean
scroll_tick_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  DatelineClippingsPane *self = DATELINE_CLIPPINGS_PANE (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->scroll_time != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            self->scroll_speed * (double) (now - self->scroll_time) / G_USEC_PER_SEC);
  self->scroll_time = now;

  return G_SOURCE_CONTINUE;
}

static void
set_scroll_speed (DatelineClippingsPane *self,
                  double                 speed)
{
  self->scroll_speed = speed;
  if (speed != 0 && self->scroll_id == 0)
    {
      self->scroll_time = 0;
      self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
    }
  else if (speed == 0 && self->scroll_id != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
      self->scroll_id = 0;
    }
}

/* What is dragged to an edge of the list wants to go further: the nearer to the edge, the faster. */
static void
scroll_at (DatelineClippingsPane *self,
           double                 y)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);
  double height = gtk_widget_get_height (scroller);
  double x;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), scroller, 0, y, &x, &y);
  if (y < SCROLL_EDGE)
    set_scroll_speed (self, (y - SCROLL_EDGE) * SCROLL_SPEED);
  else if (y > height - SCROLL_EDGE)
    set_scroll_speed (self, (y - height + SCROLL_EDGE) * SCROLL_SPEED);
  else
    set_scroll_speed (self, 0);
}

static GdkDragAction
drop_motion_cb (DatelineClippingsPane *self,
                double                 x,
                double                 y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  gboolean after = FALSE;

  if (row == NULL)
    {
      /* Below the last row, or between two. */
      row = gtk_list_box_get_row_at_index (self->list, (int) get_n_clippings (self) - 1);
      after = TRUE;
    }
  else
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
        after = y > bounds.origin.y + bounds.size.height / 2;
    }

  set_drop_row (self, row != NULL ? DATELINE_CLIPPING_ROW (row) : NULL, after);
  scroll_at (self, y);

  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
drop_leave_cb (DatelineClippingsPane *self)
{
  set_scroll_speed (self, 0);
  set_drop_row (self, NULL, FALSE);
}

static gboolean
drop_cb (DatelineClippingsPane *self,
         const GValue          *value)
{
  DatelineClipping *clipping = g_value_get_object (value);
  DatelineClippingRow *row = self->drop_row;
  gboolean after = self->drop_after;
  guint from;
  guint to;

  set_scroll_speed (self, 0);
  set_drop_row (self, NULL, FALSE);

  /* What another window's pane lets go of belongs to another session. */
  if (row == NULL || clipping == NULL ||
      !dateline_clippings_find (self->clippings, dateline_clipping_get_item (clipping),
                                dateline_clipping_get_passage (clipping), &from))
    return FALSE;

  to = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (to > from && !after)
    to--;
  else if (to < from && after)
    to++;
  gtk_widget_activate_action (GTK_WIDGET (self), "clippings.move", "(uu)", from, to);

  return TRUE;
}

static void
folded_changed_cb (DatelineClippingsPane *self)
{
  gtk_widget_set_visible (self->close_button, self->box != NULL && dateline_adaptive_box_get_folded (self->box));
}

static void
dateline_clippings_pane_root (GtkWidget *widget)
{
  DatelineClippingsPane *self = DATELINE_CLIPPINGS_PANE (widget);

  GTK_WIDGET_CLASS (dateline_clippings_pane_parent_class)->root (widget);

  self->box = DATELINE_ADAPTIVE_BOX (gtk_widget_get_ancestor (widget, DATELINE_TYPE_ADAPTIVE_BOX));
  if (self->box != NULL)
    g_signal_connect_object (self->box, "notify::folded", G_CALLBACK (folded_changed_cb), self, G_CONNECT_SWAPPED);
  folded_changed_cb (self);
}

static void
dateline_clippings_pane_unroot (GtkWidget *widget)
{
  DatelineClippingsPane *self = DATELINE_CLIPPINGS_PANE (widget);

  if (self->box != NULL)
    g_signal_handlers_disconnect_by_func (self->box, folded_changed_cb, self);
  self->box = NULL;

  GTK_WIDGET_CLASS (dateline_clippings_pane_parent_class)->unroot (widget);
}

static void
dateline_clippings_pane_refresh (DatelineView *view)
{
  DatelineClippingsPane *self = DATELINE_CLIPPINGS_PANE (view);

  for (guint i = 0; i < get_n_clippings (self); i++)
    dateline_clipping_row_refresh (DATELINE_CLIPPING_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)));
}

static void
dateline_clippings_pane_constructed (GObject *object)
{
  DatelineClippingsPane *self = DATELINE_CLIPPINGS_PANE (object);
  DatelineView *view = DATELINE_VIEW (object);

  G_OBJECT_CLASS (dateline_clippings_pane_parent_class)->constructed (object);

  self->clippings = g_object_ref (dateline_session_get_clippings (dateline_view_get_session (view)));
  dateline_choice_bind (dateline_view_get_settings (view), "citation-style",
                        G_OBJECT (self->style_drop_down), citation_styles);

  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->clippings), create_row, self, NULL);
  g_signal_connect_object (self->clippings, "items-changed",
                           G_CALLBACK (clippings_changed_cb), self, G_CONNECT_SWAPPED);
  clippings_changed_cb (self);
}

static void
dateline_clippings_pane_dispose (GObject *object)
{
  DatelineClippingsPane *self = DATELINE_CLIPPINGS_PANE (object);

  set_scroll_speed (self, 0);
  if (self->clippings != NULL)
    g_signal_handlers_disconnect_by_func (self->clippings, clippings_changed_cb, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_CLIPPINGS_PANE);
  g_clear_object (&self->clippings);

  G_OBJECT_CLASS (dateline_clippings_pane_parent_class)->dispose (object);
}

static void
dateline_clippings_pane_class_init (DatelineClippingsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DATELINE_VIEW_CLASS (klass)->refresh = dateline_clippings_pane_refresh;

  object_class->constructed = dateline_clippings_pane_constructed;
  object_class->dispose = dateline_clippings_pane_dispose;

  widget_class->root = dateline_clippings_pane_root;
  widget_class->unroot = dateline_clippings_pane_unroot;

  gtk_widget_class_install_action (widget_class, "clippings.move", "(uu)", move_action);
  gtk_widget_class_install_action (widget_class, "clippings.remove", "u", remove_action);
  gtk_widget_class_install_action (widget_class, "clippings.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "clippings.browse", NULL, browse_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-clippings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingsPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingsPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingsPane, tools);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingsPane, style_drop_down);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineClippingsPane, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_all_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
dateline_clippings_pane_init (DatelineClippingsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
