/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The context menu of the selected event: the same on a card, in the list and above its detail. */
#include "config.h"

#include "dateline-event-menu.h"

#include <glib/gi18n.h>

#include "dateline-context-menu.h"

static DatelineNavigator *
get_navigator (DatelineView *view)
{
  return dateline_session_get_navigator (dateline_view_get_session (view));
}

static DatelineEvent *
get_selected (DatelineView *view)
{
  DatelineItem *item = dateline_navigator_get_selected (get_navigator (view));

  return DATELINE_IS_EVENT (item) ? DATELINE_EVENT (item) : NULL;
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineView *view = DATELINE_VIEW (widget);
  DatelineEvent *event = get_selected (view);
  g_autoptr(DatelinePassage) passage = event != NULL ? dateline_item_dup_first_passage (DATELINE_ITEM (event)) : NULL;

  if (passage != NULL)
    dateline_navigator_show (get_navigator (view), "articles", DATELINE_ITEM (event), passage);
}

static void
clip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineView *view = DATELINE_VIEW (widget);
  DatelineEvent *event = get_selected (view);

  if (event != NULL)
    dateline_clippings_add (dateline_session_get_clippings (dateline_view_get_session (view)), DATELINE_ITEM (event), NULL);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineEvent *event = get_selected (DATELINE_VIEW (widget));
  DatelineDate *date = event != NULL ? dateline_event_get_date (event) : NULL;
  g_autofree char *words = date != NULL ? dateline_date_format (date) : NULL;
  g_autofree char *text = NULL;

  if (event == NULL)
    return;

  text = words != NULL ? g_strdup_printf ("%s (%s)", dateline_event_get_title (event), words)
                       : g_strdup (dateline_event_get_title (event));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* By the keys the menu opens where the focus is. */
static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    focus = widget;
  dateline_event_menu_popup (DATELINE_VIEW (widget), focus,
                             MIN (24, gtk_widget_get_width (focus) / 2.0), MIN (24, gtk_widget_get_height (focus) / 2.0));
}

/**
 * dateline_event_menu_install:
 * @widget_class: a class of `DatelineView`
 *
 * Gives the views of a class the actions of the menu, and the keys that open it.
 */
void
dateline_event_menu_install (GtkWidgetClass *widget_class)
{
  g_return_if_fail (widget_class != NULL);

  gtk_widget_class_install_action (widget_class, "event.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "event.clip", NULL, clip_action);
  gtk_widget_class_install_action (widget_class, "event.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "event.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "event.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "event.menu", NULL);
}

static GtkWidget *
create_popover (GtkWidget *view)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (menu, _("Show in Article"), "event.show");
  g_menu_append (menu, _("Add to Clippings"), "event.clip");
  g_menu_append (menu, _("Copy Title with Date"), "event.copy");
  popover = dateline_context_menu_new (view, G_MENU_MODEL (menu));
  g_signal_connect_object (view, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);

  return popover;
}

/**
 * dateline_event_menu_popup:
 * @view: a view whose class has the actions of the menu
 * @widget: a widget in it
 * @x: where in @widget
 * @y: where in @widget
 *
 * Opens the menu of the selected event, if one is selected.
 */
void
dateline_event_menu_popup (DatelineView *view,
                           GtkWidget    *widget,
                           double        x,
                           double        y)
{
  DatelineEvent *event;
  GtkWidget *popover;
  gboolean reported;

  g_return_if_fail (DATELINE_IS_VIEW (view));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  event = get_selected (view);
  if (event == NULL || !gtk_widget_translate_coordinates (widget, GTK_WIDGET (view), x, y, &x, &y))
    return;

  popover = g_object_get_data (G_OBJECT (view), "event-menu");
  if (popover == NULL)
    {
      popover = create_popover (GTK_WIDGET (view));
      g_object_set_data (G_OBJECT (view), "event-menu", popover);
    }

  reported = g_list_model_get_n_items (dateline_item_get_passages (DATELINE_ITEM (event))) > 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "event.show", reported);
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "event.clip", reported);
  dateline_context_menu_set_item (popover, DATELINE_ITEM (event));
  dateline_context_menu_popup (popover, x, y);
}
