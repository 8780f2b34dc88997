/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus that open where the pointer is, all in the same way. */
#include "config.h"

#include "dateline-context-menu.h"

#include <glib/gi18n.h>

#include "dateline-person.h"

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
  g_object_set_data_full (G_OBJECT (menu), "own-model", g_object_ref (model), g_object_unref);

  return menu;
}

static void
append_item_action (GMenu        *menu,
                    const char   *label,
                    const char   *action,
                    const char   *keys,
                    DatelineItem *item)
{
  g_autoptr(GMenuItem) entry = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (entry, action, "s", dateline_item_get_id (item));
  if (keys != NULL)
    g_menu_item_set_attribute (entry, "accel", "s", keys);
  g_menu_append_item (menu, entry);
}

/**
 * dateline_context_menu_create_section:
 * @item: an item
 *
 * What can be done to an item wherever it is shown: edit and delete it, and merge and split a person.
 *
 * Returns: (transfer full): a section of a menu
 */
GMenuModel *
dateline_context_menu_create_section (DatelineItem *item)
{
  GMenu *section;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  section = g_menu_new ();
  append_item_action (section, C_("item", "_Edit"), "win.edit-item", "F2", item);
  if (DATELINE_IS_PERSON (item))
    {
      append_item_action (section, _("Merge…"), "win.merge-person", NULL, item);
      append_item_action (section, C_("item", "_Split Off…"), "win.split-person", NULL, item);
    }
  append_item_action (section, C_("item", "_Delete"), "win.delete-item", "Delete", item);

  return G_MENU_MODEL (section);
}

/**
 * dateline_context_menu_set_item:
 * @menu: a menu
 * @item: (nullable): what it is about, or %NULL
 *
 * Adds to what the menu offers what can be done to any item: edit and delete it. Called before the menu opens.
 */
void
dateline_context_menu_set_item (GtkWidget    *menu,
                                DatelineItem *item)
{
  g_autoptr(GMenu) all = g_menu_new ();
  g_autoptr(GMenuModel) section = NULL;
  GMenuModel *own;

  g_return_if_fail (GTK_IS_POPOVER_MENU (menu));
  g_return_if_fail (item == NULL || DATELINE_IS_ITEM (item));

  own = g_object_get_data (G_OBJECT (menu), "own-model");
  if (item == NULL)
    {
      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), own);
      return;
    }

  section = dateline_context_menu_create_section (item);
  g_menu_append_section (all, NULL, own);
  g_menu_append_section (all, NULL, section);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), G_MENU_MODEL (all));
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
