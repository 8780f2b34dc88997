/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus that open where the pointer is, all in the same way. */
#include "config.h"

#include "dateline-context-menu.h"

/**
 * dateline_context_menu_new:
 * @parent: the widget that has the menu, and unparents it when it is disposed of
 * @model: what the menu offers
 *
 * Creates a menu without an arrow, which opens to the side where text goes on.
 *
 * Returns: (transfer none): the menu, owned by @parent
 */
GtkWidget *
dateline_context_menu_new (GtkWidget  *parent,
                           GMenuModel *model)
{
  GtkWidget *menu;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (G_IS_MENU_MODEL (model), NULL);

  menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, parent);

  return menu;
}

/**
 * dateline_context_menu_popup:
 * @menu: a menu
 * @x: where to open it, in the coordinates of its parent
 * @y: where to open it, in the coordinates of its parent
 *
 * Opens a menu at a point.
 */
void
dateline_context_menu_popup (GtkWidget *menu,
                             double     x,
                             double     y)
{
  g_return_if_fail (GTK_IS_POPOVER (menu));

  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (menu));
}
