/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaves the reader where they are while widgets are made anew: the focus goes to what stands where it was, and what is
 * scrolled stays so. */
#include "config.h"

#include "dateline-focus-keeper.h"

/* After what is queued for the frame, before the frame. */
#define PRIORITY (GDK_PRIORITY_REDRAW - 5)

typedef struct
{
  GtkWidget *root;      /* weak */
  GArray    *path;      /* of guint: which child, from the root down; NULL without a focus below it */
  GPtrArray *scrolled;  /* of GtkAdjustment */
  GArray    *values;    /* of double */
} Hold;

static void
hold_free (Hold *hold)
{
  g_clear_weak_pointer (&hold->root);
  g_clear_pointer (&hold->path, g_array_unref);
  g_ptr_array_unref (hold->scrolled);
  g_array_unref (hold->values);
  g_free (hold);
}

static void
hold_scrolled (Hold      *hold,
               GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
      double value = gtk_adjustment_get_value (adjustment);

      g_ptr_array_add (hold->scrolled, g_object_ref (adjustment));
      g_array_append_val (hold->values, value);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    hold_scrolled (hold, child);
}

static guint
get_index (GtkWidget *widget)
{
  guint index = 0;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    index++;

  return index;
}

static void
restore_focus (Hold *hold)
{
  GtkRoot *window = gtk_widget_get_root (hold->root);
  GtkWidget *now = window != NULL ? gtk_root_get_focus (window) : NULL;
  GtkWidget *widget = hold->root;

  if (hold->path == NULL || window == NULL)
    return;
  /* It is there still, or somebody has found a better place for it. */
  if (now != NULL && gtk_widget_get_mapped (now))
    return;

  for (guint i = 0; i < hold->path->len; i++)
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      for (guint n = g_array_index (hold->path, guint, i); n > 0 && child != NULL && gtk_widget_get_next_sibling (child) != NULL; n--)
        child = gtk_widget_get_next_sibling (child);
      if (child == NULL)
        break;
      widget = child;
    }

  for (; widget != hold->root; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_mapped (widget) && (gtk_widget_grab_focus (widget) || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD)))
      break;
}

static gboolean
restore_cb (gpointer user_data)
{
  Hold *hold = user_data;

  if (hold->root == NULL)
    return G_SOURCE_REMOVE;

  restore_focus (hold);
  /* Who gets the focus is scrolled to, before it has its place. */
  for (guint i = 0; i < hold->scrolled->len; i++)
    gtk_adjustment_set_value (g_ptr_array_index (hold->scrolled, i), g_array_index (hold->values, double, i));

  return G_SOURCE_REMOVE;
}

/**
 * dateline_focus_keeper_hold:
 * @root: what is about to be changed
 *
 * Remembers where the reader is below @root, and puts them back there before the next frame.
 */
void
dateline_focus_keeper_hold (GtkWidget *root)
{
  GtkRoot *window;
  GtkWidget *focus;
  Hold *hold;

  g_return_if_fail (GTK_IS_WIDGET (root));

  window = gtk_widget_get_root (root);
  focus = window != NULL ? gtk_root_get_focus (window) : NULL;
  hold = g_new0 (Hold, 1);
  g_set_weak_pointer (&hold->root, root);
  hold->scrolled = g_ptr_array_new_with_free_func (g_object_unref);
  hold->values = g_array_new (FALSE, FALSE, sizeof (double));
  hold_scrolled (hold, root);
  if (focus != NULL && gtk_widget_is_ancestor (focus, root))
    {
      hold->path = g_array_new (FALSE, FALSE, sizeof (guint));
      for (GtkWidget *widget = focus; widget != root; widget = gtk_widget_get_parent (widget))
        {
          guint index = get_index (widget);

          g_array_prepend_val (hold->path, index);
        }
    }

  g_idle_add_full (PRIORITY, restore_cb, hold, (GDestroyNotify) hold_free);
}
