/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of unequal height in as many columns as there is room for, each put where the wall is lowest. */
#include "config.h"

#include "dateline-masonry-layout.h"

/* More would make the order hard to follow. */
#define MAX_COLUMNS 4

struct _DatelineMasonryLayout
{
  GtkLayoutManager parent_instance;

  int column_width;
  int spacing;
};

typedef void (*PlaceFunc) (GtkWidget *child,
                           int        x,
                           int        y,
                           int        width,
                           int        height);

G_DEFINE_FINAL_TYPE (DatelineMasonryLayout, dateline_masonry_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Gives every child its place; returns how high the wall gets. */
static int
place_children (DatelineMasonryLayout *self,
                GtkWidget             *widget,
                int                    width,
                PlaceFunc              place)
{
  int heights[MAX_COLUMNS] = { 0, };
  int n_columns = CLAMP ((width + self->spacing) / (self->column_width + self->spacing), 1, MAX_COLUMNS);
  int column_width = (width - (n_columns - 1) * self->spacing) / n_columns;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int tallest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int column = 0;
      int minimum_width;
      int height;

      if (!gtk_widget_should_layout (child))
        continue;

      for (int i = 1; i < n_columns; i++)
        if (heights[i] < heights[column])
          column = i;

      /* No child may get less than it needs; a column that is too narrow for one lets it stick out. */
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
      minimum_width = MAX (minimum_width, column_width);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, minimum_width, &height, NULL, NULL, NULL);

      if (place != NULL)
        {
          int position = rtl ? n_columns - 1 - column : column;

          place (child, position * (column_width + self->spacing), heights[column], minimum_width, height);
        }
      tallest = MAX (tallest, heights[column] + height);
      heights[column] += height + self->spacing;
    }

  return tallest;
}

static GtkSizeRequestMode
dateline_masonry_layout_get_request_mode (GtkLayoutManager *manager,
                                          GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dateline_masonry_layout_measure (GtkLayoutManager *manager,
                                 GtkWidget        *widget,
                                 GtkOrientation    orientation,
                                 int               for_size,
                                 int              *minimum,
                                 int              *natural,
                                 int              *minimum_baseline,
                                 int              *natural_baseline)
{
  DatelineMasonryLayout *self = DATELINE_MASONRY_LAYOUT (manager);
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      widest = MAX (widest, child_minimum);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, self->column_width);
    }
  else
    {
      *minimum = *natural = place_children (self, widget, for_size < 0 ? MAX (widest, self->column_width) : for_size, NULL);
    }
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        y,
                int        width,
                int        height)
{
  gtk_widget_allocate (child, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
}

static void
dateline_masonry_layout_allocate (GtkLayoutManager *manager,
                                  GtkWidget        *widget,
                                  int               width,
                                  int               height,
                                  int               baseline)
{
  place_children (DATELINE_MASONRY_LAYOUT (manager), widget, width, allocate_child);
}

static void
dateline_masonry_layout_class_init (DatelineMasonryLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = dateline_masonry_layout_get_request_mode;
  manager_class->measure = dateline_masonry_layout_measure;
  manager_class->allocate = dateline_masonry_layout_allocate;
}

static void
dateline_masonry_layout_init (DatelineMasonryLayout *self)
{
}

/**
 * dateline_masonry_layout_new:
 * @column_width: how wide a column is at least
 * @spacing: the room between cards
 *
 * Creates a layout.
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
dateline_masonry_layout_new (int   column_width,
                             guint spacing)
{
  DatelineMasonryLayout *self;

  g_return_val_if_fail (column_width > 0, NULL);

  self = g_object_new (DATELINE_TYPE_MASONRY_LAYOUT, NULL);
  self->column_width = column_width;
  self->spacing = (int) spacing;

  return GTK_LAYOUT_MANAGER (self);
}
