/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen of a row while it is dragged. */
#include "config.h"

#include "dateline-drag-icon.h"

#include <adwaita.h>

#define MAX_WIDTH 320
#define HOT_SPOT  24

/**
 * dateline_drag_icon_set:
 * @source: what drags
 * @row: the row that is dragged
 *
 * Lets the row be seen under the pointer. It has no ground of its own: what it is dragged over would shine through.
 */
void
dateline_drag_icon_set (GtkDragSource *source,
                        GtkWidget     *row)
{
  g_autoptr(GdkPaintable) widget = NULL;
  g_autoptr(GdkPaintable) image = NULL;
  g_autoptr(GdkPaintable) icon = NULL;
  GtkSnapshot *snapshot;
  graphene_rect_t bounds;
  GdkRGBA ground;
  int height;

  g_return_if_fail (GTK_IS_DRAG_SOURCE (source));
  g_return_if_fail (GTK_IS_WIDGET (row));

  widget = gtk_widget_paintable_new (row);
  image = gdk_paintable_get_current_image (widget);
  snapshot = gtk_snapshot_new ();
  height = gtk_widget_get_height (row);
  graphene_rect_init (&bounds, 0, 0, (float) MIN (gtk_widget_get_width (row), MAX_WIDTH), (float) height);

  gtk_snapshot_push_clip (snapshot, &bounds);
  gdk_rgba_parse (&ground, adw_style_manager_get_dark (adw_style_manager_get_default ()) ? "#383838" : "#ffffff");
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gdk_paintable_snapshot (image, snapshot, gtk_widget_get_width (row), height);
  gtk_snapshot_pop (snapshot);

  icon = gtk_snapshot_free_to_paintable (snapshot, &bounds.size);
  gtk_drag_source_set_icon (source, icon, HOT_SPOT, MIN (HOT_SPOT, height / 2));
}
