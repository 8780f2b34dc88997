/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline with its tools, the list of events beside it, and the selected event. */
#include "config.h"

#include "dateline-timeline-view.h"

#include <glib/gi18n.h>

#include "dateline-adaptive-box.h"
#include "dateline-badges.h"
#include "dateline-closures.h"
#include "dateline-empty-page.h"
#include "dateline-event-detail.h"
#include "dateline-event-menu.h"
#include "dateline-focus-keeper.h"
#include "dateline-row.h"
#include "dateline-timeline-canvas.h"
#include "dateline-timeline-card.h"
#include "dateline-timeline-overview.h"
#include "dateline-timeline-rows.h"
#include "dateline-timeline-ticks.h"

#define ZOOM_STEP  1.6
#define SIDE_WIDTH 340
/* The least height of the list, beside the timeline and below it. */
#define LIST_HEIGHT        90
#define NARROW_LIST_HEIGHT 220

struct _DatelineTimelineView
{
  DatelineView parent_instance;

  DatelineAdaptiveBox      *width_box;
  GtkStack                 *stack;
  GtkBox                   *panes_box;
  GtkWidget                *canvas_box;
  GtkToggleButton          *kind_button;
  GtkToggleButton          *person_button;
  GtkToggleButton          *article_button;
  GtkLabel                 *range_label;
  GtkRevealer              *hint_revealer;
  GtkStack                 *canvas_stack;
  DatelineTimelineCanvas   *canvas;
  DatelineTimelineOverview *overview;
  GtkWidget                *separator;
  GtkPaned                 *side_paned;
  GtkWidget                *list_scroller;
  GtkListView              *list_view;
  GtkWidget                *detail_box;
  GtkWidget                *back_box;
  AdwBin                   *detail_bin;
  DatelineEventDetail      *detail;

  DatelineTimelineRows     *rows; /* NULL until the first frame is drawn */
  GtkSingleSelection       *selection;
  guint                     fill_id;
  guint                     step_id;
  guint                     stepped_to; /* the row that the timeline scrolled the list to */
  gboolean                  syncing;
  gboolean                  detail_open; /* in a narrow window */
};

G_DEFINE_FINAL_TYPE (DatelineTimelineView, dateline_timeline_view, DATELINE_TYPE_VIEW)

static const char * const lane_modes[] = { "kind", "person", "article" };

static DatelineNavigator *
get_navigator (DatelineTimelineView *self)
{
  return dateline_session_get_navigator (dateline_view_get_session (DATELINE_VIEW (self)));
}

static DatelineStory *
get_story (DatelineTimelineView *self)
{
  return dateline_session_get_story (dateline_view_get_session (DATELINE_VIEW (self)));
}

static DatelineEvent *
get_selected (DatelineTimelineView *self)
{
  DatelineItem *item = dateline_navigator_get_selected (get_navigator (self));

  return DATELINE_IS_EVENT (item) ? DATELINE_EVENT (item) : NULL;
}

/* -- Menus -- */

static void
open_menu (DatelineEvent *event,
           double         x,
           double         y,
           GtkGesture    *gesture)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  DatelineTimelineView *self = DATELINE_TIMELINE_VIEW (gtk_widget_get_ancestor (widget, DATELINE_TYPE_TIMELINE_VIEW));

  if (event == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  dateline_navigator_select (get_navigator (self), DATELINE_ITEM (event), NULL);
  dateline_event_menu_popup (DATELINE_VIEW (self), widget, x, y);
}

static void
canvas_long_pressed_cb (DatelineTimelineView *self,
                        double                x,
                        double                y,
                        GtkGesture           *gesture)
{
  GtkWidget *card = gtk_widget_pick (GTK_WIDGET (self->canvas), x, y, GTK_PICK_DEFAULT);

  if (DATELINE_IS_TIMELINE_CARD (card))
    open_menu (dateline_timeline_card_get_event (DATELINE_TIMELINE_CARD (card)), x, y, gesture);
}

static void
canvas_menu_cb (DatelineTimelineView *self,
                int                   n_press,
                double                x,
                double                y,
                GtkGesture           *gesture)
{
  canvas_long_pressed_cb (self, x, y, gesture);
}

static void
detail_long_pressed_cb (DatelineTimelineView *self,
                        double                x,
                        double                y,
                        GtkGesture           *gesture)
{
  open_menu (dateline_event_detail_get_event (self->detail), x, y, gesture);
}

static void
detail_menu_cb (DatelineTimelineView *self,
                int                   n_press,
                double                x,
                double                y,
                GtkGesture           *gesture)
{
  detail_long_pressed_cb (self, x, y, gesture);
}

static void
add_menu_gestures (DatelineTimelineView *self,
                   GtkWidget            *widget,
                   GCallback             pressed,
                   GCallback             long_pressed)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (click, "pressed", pressed, self);
  g_signal_connect_swapped (press, "pressed", long_pressed, self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
}

/* -- Panes -- */

/* Wide, timeline and list stand side by side; narrow, one above the other, and the event covers both. */
static void
update_panes (DatelineTimelineView *self)
{
  gboolean narrow = dateline_adaptive_box_get_folded (self->width_box);
  gboolean selected = get_selected (self) != NULL;
  gboolean covered = narrow && self->detail_open && selected;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes_box), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->separator), narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->side_paned), narrow ? -1 : SIDE_WIDTH, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->range_label), !narrow);
  gtk_widget_set_visible (self->canvas_box, !covered);
  gtk_widget_set_visible (self->separator, !covered);
  gtk_widget_set_visible (self->list_scroller, !covered);
  gtk_widget_set_visible (self->back_box, covered);
  gtk_widget_set_visible (self->detail_box, narrow ? covered : selected);
  gtk_widget_set_size_request (self->list_scroller, -1, narrow ? NARROW_LIST_HEIGHT : LIST_HEIGHT);
  /* In a column the paned would take all that its list could use. */
  gtk_widget_set_vexpand (GTK_WIDGET (self->side_paned), covered);
}

static void
show_detail (DatelineTimelineView *self)
{
  DatelineEvent *event = get_selected (self);

  if (event != NULL && self->detail == NULL)
    {
      self->detail = g_object_new (DATELINE_TYPE_EVENT_DETAIL, NULL);
      dateline_event_detail_set_session (self->detail, dateline_view_get_session (DATELINE_VIEW (self)));
      add_menu_gestures (self, GTK_WIDGET (self->detail), G_CALLBACK (detail_menu_cb), G_CALLBACK (detail_long_pressed_cb));
      adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->detail));
    }
  if (event != NULL)
    dateline_event_detail_set_event (self->detail, event);
}

static void
open_detail (DatelineTimelineView *self)
{
  self->detail_open = TRUE;
  update_panes (self);
}

static void
back_cb (DatelineTimelineView *self)
{
  self->detail_open = FALSE;
  update_panes (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static void
activated_cb (DatelineTimelineView *self)
{
  open_detail (self);
}

/* -- List -- */

static void
select_row (DatelineTimelineView *self,
            gboolean              scroll)
{
  DatelineEvent *event = get_selected (self);
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->rows == NULL)
    return;

  self->syncing = TRUE;
  if (event != NULL && dateline_timeline_rows_find (self->rows, event, &position) && scroll)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
}

static void
row_selected_cb (DatelineTimelineView *self)
{
  DatelineTimelineRow *row = gtk_single_selection_get_selected_item (self->selection);

  /* A list that loses its rows says nothing about the selection. */
  if (self->syncing || row == NULL)
    return;

  dateline_navigator_select (get_navigator (self), DATELINE_ITEM (dateline_timeline_row_get_event (row)), NULL);
}

static void
row_activated_cb (DatelineTimelineView *self,
                  guint                 position)
{
  g_autoptr(DatelineTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  dateline_navigator_select (get_navigator (self), DATELINE_ITEM (dateline_timeline_row_get_event (row)), NULL);
  open_detail (self);
}

/* Not the list's own single click, which comes with selecting whatever the pointer passes over. */
static void
row_clicked_cb (GtkListItem *list_item,
                int          n_press,
                double       x,
                double       y,
                GtkGesture  *gesture)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  row_activated_cb (DATELINE_TIMELINE_VIEW (gtk_widget_get_ancestor (widget, DATELINE_TYPE_TIMELINE_VIEW)),
                    gtk_list_item_get_position (list_item));
}

static void
row_long_pressed_cb (GtkListItem *list_item,
                     double       x,
                     double       y,
                     GtkGesture  *gesture)
{
  open_menu (dateline_timeline_row_get_event (gtk_list_item_get_item (list_item)), x, y, gesture);
}

static void
row_menu_cb (GtkListItem *list_item,
             int          n_press,
             double       x,
             double       y,
             GtkGesture  *gesture)
{
  row_long_pressed_cb (list_item, x, y, gesture);
}

/* -- In step with the timeline -- */

/* The first row whose event starts at @time or later; the rows are in order, those without a date last. */
static guint
find_first_row (DatelineTimelineView *self,
                gint64                time)
{
  guint low = 0;
  guint high = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  while (low < high)
    {
      guint middle = (low + high) / 2;
      g_autoptr(DatelineTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), middle);
      DatelineDate *date = dateline_event_get_date (dateline_timeline_row_get_event (row));

      if (date != NULL && dateline_date_get_lower (date) < time)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_in_sight (DatelineTimelineView *self,
             DatelineEvent        *event)
{
  DatelineDate *date = event != NULL ? dateline_event_get_date (event) : NULL;

  return date != NULL &&
         dateline_date_get_lower (date) < dateline_navigator_get_range_end (get_navigator (self)) &&
         dateline_date_get_upper (date) > dateline_navigator_get_range_start (get_navigator (self));
}

/* Scrolls the list to the first event that starts in sight, unless the reader is at another that is in sight. */
static void
step_list (DatelineTimelineView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->list_scroller));
  gint64 start;
  gint64 end;
  guint first;
  guint last;

  /* Until it is laid out, a list does not know where its rows are. */
  if (self->rows == NULL || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment) ||
      is_in_sight (self, get_selected (self)))
    return;

  start = dateline_navigator_get_range_start (get_navigator (self));
  end = dateline_navigator_get_range_end (get_navigator (self));
  /* What starts a few pixels before the edge is in sight as well. */
  first = find_first_row (self, start - (end - start) / 50);
  last = find_first_row (self, end);
  if (first == last || first == self->stepped_to)
    return;

  /* A list scrolls no further than it must: from its end, that is until the row is at the top. */
  self->stepped_to = first;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", first);
}

static gboolean
step_list_cb (gpointer user_data)
{
  DatelineTimelineView *self = DATELINE_TIMELINE_VIEW (user_data);

  self->step_id = 0;
  step_list (self);

  return G_SOURCE_REMOVE;
}

/* Once for all that a frame moves. */
static void
queue_step (DatelineTimelineView *self)
{
  if (self->step_id == 0)
    self->step_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, step_list_cb, self, NULL);
}

static gboolean
fill_list_cb (gpointer user_data)
{
  DatelineTimelineView *self = DATELINE_TIMELINE_VIEW (user_data);
  g_autoptr(DatelineTimelineRows) rows = dateline_timeline_rows_new (get_story (self));

  self->fill_id = 0;
  self->syncing = TRUE;
  g_set_object (&self->rows, rows);
  if (self->selection == NULL)
    {
      self->selection = gtk_single_selection_new (NULL);
      gtk_single_selection_set_autoselect (self->selection, FALSE);
      gtk_single_selection_set_can_unselect (self->selection, TRUE);
      g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  self->syncing = FALSE;
  self->stepped_to = GTK_INVALID_LIST_POSITION;
  select_row (self, TRUE);
  queue_step (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_list (DatelineTimelineView *self)
{
  self->syncing = TRUE;
  dateline_timeline_rows_update (self->rows);
  self->syncing = FALSE;
  select_row (self, FALSE);
}

/* The list comes after the first frame: a list view makes all its rows at once. */
static void
laid_out_cb (DatelineTimelineView *self)
{
  gboolean empty = g_list_model_get_n_items (dateline_story_get_events (get_story (self))) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "timeline");
  gtk_stack_set_visible_child_name (self->canvas_stack, dateline_timeline_canvas_is_empty (self->canvas) ? "undated" : "canvas");
  if (self->fill_id == 0 && self->rows == NULL)
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_list_cb, self, NULL);
}

/* -- Selection, range, settings -- */

static void
selected_cb (DatelineTimelineView *self)
{
  if (dateline_view_is_stale (DATELINE_VIEW (self)))
    return;

  show_detail (self);
  update_panes (self);
  select_row (self, TRUE);
}

static void
revealed_cb (DatelineTimelineView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    dateline_view_catch_up (DATELINE_VIEW (self));
  if (g_str_equal (dateline_navigator_get_view (get_navigator (self)), "timeline") && get_selected (self) != NULL)
    open_detail (self);
}

static void
range_changed_cb (DatelineTimelineView *self)
{
  gint64 start = dateline_navigator_get_range_start (get_navigator (self));
  gint64 end = dateline_navigator_get_range_end (get_navigator (self));
  g_autofree char *text = start < end ? dateline_timeline_ticks_format_range (start, end) : NULL;

  gtk_label_set_label (self->range_label, text != NULL ? text : "");
  queue_step (self);
}

static void
lanes_toggled_cb (DatelineTimelineView *self)
{
  GtkToggleButton *buttons[] = { self->kind_button, self->person_button, self->article_button };
  DatelineSettings *settings = dateline_view_get_settings (DATELINE_VIEW (self));

  if (settings == NULL || self->syncing)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      dateline_settings_set_string (settings, "timeline-lanes", lane_modes[i]);
}

static void
lanes_changed_cb (DatelineTimelineView *self)
{
  GtkToggleButton *buttons[] = { self->kind_button, self->person_button, self->article_button };
  const char *lanes = dateline_settings_get_string (dateline_view_get_settings (DATELINE_VIEW (self)), "timeline-lanes");

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (g_strcmp0 (lanes, lane_modes[i]) == 0)
      {
        self->syncing = TRUE;
        gtk_toggle_button_set_active (buttons[i], TRUE);
        self->syncing = FALSE;
        dateline_timeline_canvas_set_mode (self->canvas, (DatelineTimelineLaneMode) i);
      }
}

static void
hint_dismissed_cb (DatelineTimelineView *self)
{
  gtk_revealer_set_reveal_child (self->hint_revealer, FALSE);
  g_object_set (dateline_view_get_settings (DATELINE_VIEW (self)), "hint-dismissed", TRUE, NULL);
}

/* -- Actions -- */

static void
zoom_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  dateline_timeline_canvas_zoom (DATELINE_TIMELINE_VIEW (widget)->canvas, ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  dateline_timeline_canvas_zoom (DATELINE_TIMELINE_VIEW (widget)->canvas, 1 / ZOOM_STEP);
}

static void
fit_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  dateline_timeline_canvas_fit (DATELINE_TIMELINE_VIEW (widget)->canvas);
}

static void
dateline_timeline_view_refresh (DatelineView *view)
{
  DatelineTimelineView *self = DATELINE_TIMELINE_VIEW (view);
  DatelineEvent *shown = self->detail != NULL ? dateline_event_detail_get_event (self->detail) : NULL;
  DatelineEvent *selected = get_selected (self);

  dateline_focus_keeper_hold (GTK_WIDGET (self));
  dateline_timeline_canvas_refresh (self->canvas);
  dateline_timeline_overview_refresh (self->overview);
  if (self->rows != NULL)
    refresh_list (self);

  show_detail (self);
  if (selected != NULL && selected == shown)
    dateline_event_detail_refresh (self->detail);
  else if (selected == NULL && shown != NULL)
    dateline_event_detail_set_event (self->detail, NULL);
  update_panes (self);
  if (selected != shown)
    select_row (self, TRUE);
}

static void
dateline_timeline_view_constructed (GObject *object)
{
  DatelineTimelineView *self = DATELINE_TIMELINE_VIEW (object);
  DatelineSession *session = dateline_view_get_session (DATELINE_VIEW (self));
  DatelineSettings *settings = dateline_view_get_settings (DATELINE_VIEW (self));
  DatelineNavigator *navigator = get_navigator (self);

  G_OBJECT_CLASS (dateline_timeline_view_parent_class)->constructed (object);

  gtk_revealer_set_reveal_child (self->hint_revealer, !dateline_settings_get_boolean (settings, "hint-dismissed"));
  g_signal_connect_object (settings, "notify::timeline-lanes", G_CALLBACK (lanes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "reveal", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::range-start", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::range-end", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->list_scroller)), "changed",
                           G_CALLBACK (queue_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->width_box, "notify::folded", G_CALLBACK (update_panes), self, G_CONNECT_SWAPPED);
  add_menu_gestures (self, GTK_WIDGET (self->canvas), G_CALLBACK (canvas_menu_cb), G_CALLBACK (canvas_long_pressed_cb));
  lanes_changed_cb (self);
  dateline_timeline_canvas_set_session (self->canvas, session);
  dateline_timeline_overview_set_session (self->overview, session);
  range_changed_cb (self);
  selected_cb (self);
}

static void
dateline_timeline_view_dispose (GObject *object)
{
  DatelineTimelineView *self = DATELINE_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_handle_id (&self->step_id, g_source_remove);
  self->syncing = TRUE;
  /* The template would unparent its child without the bin's knowledge. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (dateline_timeline_view_parent_class)->dispose (object);
}

static void
dateline_timeline_view_class_init (DatelineTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DATELINE_VIEW_CLASS (klass)->refresh = dateline_timeline_view_refresh;

  object_class->constructed = dateline_timeline_view_constructed;
  object_class->dispose = dateline_timeline_view_dispose;

  g_type_ensure (DATELINE_TYPE_ADAPTIVE_BOX);
  g_type_ensure (DATELINE_TYPE_BADGES);
  g_type_ensure (DATELINE_TYPE_EMPTY_PAGE);
  g_type_ensure (DATELINE_TYPE_ROW);
  g_type_ensure (DATELINE_TYPE_TIMELINE_CANVAS);
  g_type_ensure (DATELINE_TYPE_TIMELINE_OVERVIEW);
  g_type_ensure (DATELINE_TYPE_TIMELINE_ROW);

  dateline_event_menu_install (widget_class);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "timeline.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "timeline.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "timeline.fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, 0, "timeline.fit", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, width_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, panes_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, canvas_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, kind_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, person_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, article_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, range_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, hint_revealer);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, canvas_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, overview);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, separator);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, side_paned);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, list_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, detail_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, back_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimelineView, detail_bin);
  gtk_widget_class_bind_template_callback (widget_class, lanes_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, hint_dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, laid_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  dateline_closures_bind (widget_class);
}

static void
dateline_timeline_view_init (DatelineTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
