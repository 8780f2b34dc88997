/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to the item of any row, card or cell, by keys, by a menu and by dragging: edit, delete, move. */
#include "config.h"

#include "dateline-item-keys.h"

#include <glib/gi18n.h>

#include "dateline-comparison.h"
#include "dateline-compare-row.h"
#include "dateline-context-menu.h"
#include "dateline-drag-icon.h"
#include "dateline-fact-row.h"
#include "dateline-reaction-card.h"
#include "dateline-row.h"
#include "dateline-timeline-card.h"
#include "dateline-view.h"

#define DRAGGING_DATA "item-dragging" /* of a list: what lets its rows be dragged */

static DatelineItem *
get_claim (GtkWidget *row)
{
  g_autoptr(DatelineComparison) comparison = NULL;

  g_object_get (row, "comparison", &comparison, NULL);

  return comparison != NULL ? DATELINE_ITEM (dateline_comparison_get_claim (comparison)) : NULL;
}

static DatelineItem *
get_reaction (GtkWidget *card)
{
  g_autoptr(DatelineItem) reaction = NULL;

  g_object_get (card, "reaction", &reaction, NULL);

  /* The card holds it. */
  return reaction;
}

static DatelineItem *
get_own_item (GtkWidget *widget)
{
  DatelineItem *account = g_object_get_data (G_OBJECT (widget), "account");

  if (account != NULL && DATELINE_IS_ITEM (account))
    return account;
  if (DATELINE_IS_ROW (widget))
    return dateline_row_get_item (DATELINE_ROW (widget));
  if (DATELINE_IS_FACT_ROW (widget))
    return dateline_fact_row_get_item (DATELINE_FACT_ROW (widget));
  if (DATELINE_IS_REACTION_CARD (widget))
    return get_reaction (widget);
  if (DATELINE_IS_COMPARE_ROW (widget))
    return get_claim (widget);
  if (DATELINE_IS_TIMELINE_CARD (widget))
    return DATELINE_ITEM (dateline_timeline_card_get_event (DATELINE_TIMELINE_CARD (widget)));

  return NULL;
}

/**
 * dateline_item_keys_get_item:
 * @widget: a widget in a view
 *
 * The item of the row, card or cell that a widget is in, or that is in it: the focus is on the row around the content.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL
 */
DatelineItem *
dateline_item_keys_get_item (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  child = gtk_widget_get_first_child (widget);
  if (child != NULL && (DATELINE_IS_ROW (child) || DATELINE_IS_COMPARE_ROW (child)))
    return get_own_item (child);

  for (GtkWidget *at = widget; at != NULL && !DATELINE_IS_VIEW (at); at = gtk_widget_get_parent (at))
    {
      DatelineItem *item = get_own_item (at);

      if (item != NULL)
        return item;
    }

  return NULL;
}

static DatelineItem *
get_focus_item (GtkWidget *view)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));

  /* Where somebody types, the keys are for what they type. */
  if (focus == NULL || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) || !gtk_widget_is_ancestor (focus, view))
    return NULL;

  return dateline_item_keys_get_item (focus);
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  DatelineItem *item = get_focus_item (widget);

  return item != NULL && gtk_widget_activate_action (widget, "win.delete-item", "s", dateline_item_get_id (item));
}

/* Whether the focus is in a list whose rows have a place of their own, but not in the order that it has now. */
static gboolean
is_in_other_order (GtkWidget *view)
{
  for (GtkWidget *at = gtk_root_get_focus (gtk_widget_get_root (view)); at != NULL && at != view;
       at = gtk_widget_get_parent (at))
    {
      GtkEventController *source = g_object_get_data (G_OBJECT (at), DRAGGING_DATA);

      if (source != NULL)
        return gtk_event_controller_get_propagation_phase (source) == GTK_PHASE_NONE;
    }

  return FALSE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  DatelineItem *item = get_focus_item (widget);

  if (item != NULL && is_in_other_order (widget))
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }

  return item != NULL && gtk_widget_activate_action (widget, "win.move-item", "(si)", dateline_item_get_id (item),
                                                     GPOINTER_TO_INT (user_data));
}

/* -- The menu of a row that has none of its own -- */

static void
pop_up (GtkWidget    *list,
        DatelineItem *item,
        double        x,
        double        y)
{
  GtkWidget *menu = g_object_get_data (G_OBJECT (list), "item-menu");
  g_autoptr(GMenu) empty = NULL;

  if (menu == NULL)
    {
      empty = g_menu_new ();
      menu = dateline_context_menu_new (list, G_MENU_MODEL (empty));
      g_object_set_data (G_OBJECT (list), "item-menu", menu);
      g_signal_connect_object (list, "destroy", G_CALLBACK (gtk_widget_unparent), menu, G_CONNECT_SWAPPED);
    }
  dateline_context_menu_set_item (menu, item);
  dateline_context_menu_popup (menu, x, y);
}

static gboolean
pop_up_at (GtkWidget *list,
           double     x,
           double     y)
{
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  DatelineItem *item = picked != NULL && picked != list ? dateline_item_keys_get_item (picked) : NULL;

  if (item != NULL)
    pop_up (list, item, x, y);

  return item != NULL;
}

static void
menu_pressed_cb (GtkWidget  *list,
                 int         n_press,
                 double      x,
                 double      y,
                 GtkGesture *gesture)
{
  if (pop_up_at (list, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
menu_long_pressed_cb (GtkWidget  *list,
                      double      x,
                      double      y,
                      GtkGesture *gesture)
{
  menu_pressed_cb (list, 1, x, y, gesture);
}

static gboolean
menu_key_cb (GtkWidget *list,
             GVariant  *args,
             gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));
  DatelineItem *item = focus != NULL ? dateline_item_keys_get_item (focus) : NULL;
  double x;
  double y;

  if (item == NULL || !gtk_widget_translate_coordinates (focus, list, MIN (24, gtk_widget_get_width (focus) / 2.0),
                                                         gtk_widget_get_height (focus) / 2.0, &x, &y))
    return FALSE;

  pop_up (list, item, x, y);

  return TRUE;
}

/**
 * dateline_item_keys_add_menu:
 * @list: a list whose rows have no menu of their own
 *
 * Gives the rows of a list a menu, with what can be done to any item.
 */
void
dateline_item_keys_add_menu (GtkWidget *list)
{
  GtkEventController *keys;
  GtkGesture *click;
  GtkGesture *press;

  g_return_if_fail (GTK_IS_WIDGET (list));

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (menu_pressed_cb), list);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));

  press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (menu_long_pressed_cb), list);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (press));

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (menu_key_cb, NULL, NULL)));
  gtk_widget_add_controller (list, keys);
}

/* -- Dragging -- */

#define MARKED_DATA   "item-drop-row" /* of a list: the row that shows where something would be dropped */

static GtkWidget *
find_row (GtkWidget *list,
          GtkWidget *picked)
{
  while (picked != NULL && gtk_widget_get_parent (picked) != list)
    picked = gtk_widget_get_parent (picked);

  return picked;
}

static gboolean
is_behind (GtkWidget *list,
           GtkWidget *row,
           double     x,
           double     y)
{
  double row_x;
  double row_y;

  return gtk_widget_translate_coordinates (list, row, x, y, &row_x, &row_y) && row_y > gtk_widget_get_height (row) / 2.0;
}

static void
unmark (GtkWidget *list)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (list), MARKED_DATA);

  if (row == NULL)
    return;

  gtk_widget_remove_css_class (row, "drop-before");
  gtk_widget_remove_css_class (row, "drop-after");
  g_object_set_data (G_OBJECT (list), MARKED_DATA, NULL);
}

/* A line between two rows */
static GdkDragAction
drop_motion_cb (GtkDropTarget *target,
                double         x,
                double         y,
                gpointer       user_data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *row = find_row (list, gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT));

  unmark (list);
  if (row != NULL)
    {
      gtk_widget_add_css_class (row, is_behind (list, row, x, y) ? "drop-after" : "drop-before");
      g_object_set_data_full (G_OBJECT (list), MARKED_DATA, g_object_ref (row), g_object_unref);
    }

  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (GtkDropTarget *target,
               gpointer       user_data)
{
  unmark (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 gpointer       user_data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  DatelineItem *item = picked != NULL && picked != list ? dateline_item_keys_get_item (picked) : NULL;
  GtkWidget *row = find_row (list, picked);

  if (item == NULL || dateline_item_get_kind (item) != (DatelineItemKind) GPOINTER_TO_UINT (user_data))
    return NULL;

  if (row != NULL)
    dateline_drag_icon_set (source, row);

  return gdk_content_provider_new_typed (DATELINE_TYPE_ITEM, item);
}

/* Dropped in the upper half of a row, an item goes before it, else behind. */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  DatelineItem *onto = picked != NULL && picked != list ? dateline_item_keys_get_item (picked) : NULL;
  DatelineItem *item = g_value_get_object (value);
  GtkWidget *row = find_row (list, picked);

  unmark (list);
  if (item == NULL || dateline_item_get_kind (item) != (DatelineItemKind) GPOINTER_TO_UINT (user_data) || onto == item)
    return FALSE;

  return gtk_widget_activate_action (list, "win.drop-item", "(ssb)",
                                     dateline_item_get_id (item),
                                     onto != NULL ? dateline_item_get_id (onto) : "",
                                     row != NULL && is_behind (list, row, x, y));
}

/**
 * dateline_item_keys_add_dragging:
 * @list: a list in the order of the story
 * @kind: what is in it
 *
 * Lets the reader put the rows of a list in order.
 */
void
dateline_item_keys_add_dragging (GtkWidget        *list,
                                 DatelineItemKind  kind)
{
  GtkDragSource *source;
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_WIDGET (list));

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), GUINT_TO_POINTER (kind));
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (source));

  target = gtk_drop_target_new (DATELINE_TYPE_ITEM, GDK_ACTION_MOVE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), GUINT_TO_POINTER (kind));
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), NULL);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), NULL);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (target));
  /* The list owns it. */
  g_object_set_data (G_OBJECT (list), DRAGGING_DATA, source);
}

/**
 * dateline_item_keys_set_dragging:
 * @list: a list of dateline_item_keys_add_dragging()
 * @enabled: whether the list is in the order of the story now
 *
 * Lets rows be dragged, and moved by keys, or not, where another order would hide what comes of it.
 */
void
dateline_item_keys_set_dragging (GtkWidget *list,
                                 gboolean   enabled)
{
  GtkEventController *source;

  g_return_if_fail (GTK_IS_WIDGET (list));

  source = g_object_get_data (G_OBJECT (list), DRAGGING_DATA);
  if (source != NULL)
    gtk_event_controller_set_propagation_phase (source, enabled ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

/**
 * dateline_item_keys_add:
 * @view: a view
 *
 * Gives the items in a view their keys: Delete, and Alt with the arrows up and down. A list from which one searches by
 * typing would keep Delete for itself.
 */
void
dateline_item_keys_add (GtkWidget *view)
{
  static const struct
  {
    const char     *keys;
    GtkShortcutFunc function;
    int             data;
  } keys[] = { { "Delete|KP_Delete", delete_cb, 0 }, { "<Alt>Up", move_cb, -1 }, { "<Alt>Down", move_cb, 1 } };
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WIDGET (view));

  controller = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].keys),
                                                            gtk_callback_action_new (keys[i].function,
                                                                                     GINT_TO_POINTER (keys[i].data), NULL)));
  gtk_widget_add_controller (view, controller);
}
