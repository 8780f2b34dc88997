/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children set one after the other like words in a line, for chips: GtkFlowBox would line them up in columns. */
#include "config.h"

#include "dateline-wrap-box.h"

#define SPACING 6

struct _DatelineWrapBox
{
  GtkWidget parent_instance;
};

static void buildable_iface_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable_iface;

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineWrapBox, dateline_wrap_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

/* Gives the children from @first on, as many as fit into a line, their places. Returns who starts the next line. */
static GtkWidget *
set_line (GtkWidget *first,
          int        width,
          int        y,
          gboolean   rtl,
          gboolean   allocate,
          int       *line_height)
{
  GtkWidget *child;
  int x = 0;
  int height = 0;

  /* Once to see who is in the line and how high it gets, once to give out places. */
  for (int pass = 0; pass < (allocate ? 2 : 1); pass++)
    {
      x = 0;
      for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int child_width;
          int child_height;

          if (!gtk_widget_should_layout (child))
            continue;

          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &child_width, NULL, NULL);
          child_width = MIN (child_width, width);
          if (x > 0 && x + child_width > width)
            break;

          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
          height = MAX (height, child_height);
          if (pass == 1)
            gtk_widget_allocate (child, child_width, height, -1,
                                 gsk_transform_translate (NULL,
                                                          &GRAPHENE_POINT_INIT ((float) (rtl ? width - x - child_width : x),
                                                                                (float) y)));
          x += child_width + SPACING;
        }
    }

  *line_height = height;

  return child;
}

static int
set_lines (GtkWidget *widget,
           int        width,
           gboolean   allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *next = gtk_widget_get_first_child (widget);
  int y = 0;

  while (next != NULL)
    {
      int height;

      next = set_line (next, width, y, rtl, allocate, &height);
      if (height > 0)
        y += height + SPACING;
    }

  return MAX (y - SPACING, 0);
}

static GtkSizeRequestMode
dateline_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dateline_wrap_box_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  int widest = 0;
  int all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += child_natural + SPACING;
    }
  all = MAX (all - SPACING, widest);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = all;
    }
  else
    {
      *minimum = *natural = set_lines (widget, for_size < 0 ? all : for_size, FALSE);
    }
}

static void
dateline_wrap_box_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  set_lines (widget, width, TRUE);
}

static void
dateline_wrap_box_add_child (GtkBuildable *buildable,
                             GtkBuilder   *builder,
                             GObject      *child,
                             const char   *type)
{
  if (GTK_IS_WIDGET (child))
    dateline_wrap_box_append (DATELINE_WRAP_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);

  iface->add_child = dateline_wrap_box_add_child;
}

static void
dateline_wrap_box_dispose (GObject *object)
{
  dateline_wrap_box_clear (DATELINE_WRAP_BOX (object));

  G_OBJECT_CLASS (dateline_wrap_box_parent_class)->dispose (object);
}

static void
dateline_wrap_box_class_init (DatelineWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_wrap_box_dispose;

  widget_class->get_request_mode = dateline_wrap_box_get_request_mode;
  widget_class->measure = dateline_wrap_box_measure;
  widget_class->size_allocate = dateline_wrap_box_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dateline_wrap_box_init (DatelineWrapBox *self)
{
}

/**
 * dateline_wrap_box_new:
 *
 * Creates an empty box.
 *
 * Returns: (transfer floating): a new box
 */
GtkWidget *
dateline_wrap_box_new (void)
{
  return g_object_new (DATELINE_TYPE_WRAP_BOX, NULL);
}

/**
 * dateline_wrap_box_append:
 * @self: a `DatelineWrapBox`
 * @child: a widget without a parent
 *
 * Adds a child after the others.
 */
void
dateline_wrap_box_append (DatelineWrapBox *self,
                          GtkWidget       *child)
{
  g_return_if_fail (DATELINE_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));
  g_return_if_fail (gtk_widget_get_parent (child) == NULL);

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * dateline_wrap_box_clear:
 * @self: a `DatelineWrapBox`
 *
 * Takes all children out.
 */
void
dateline_wrap_box_clear (DatelineWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (DATELINE_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
