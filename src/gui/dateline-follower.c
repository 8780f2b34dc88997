/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a widget follow its story: after changes that belong together it is told once, before the next frame if it is
 * shown, else when it is; and not while a menu is open on it, which would go with what it is about. */
#include "config.h"

#include "dateline-follower.h"

/* Before what widgets queue for themselves before a frame, so that one frame shows it all. */
#define PRIORITY (GDK_PRIORITY_REDRAW - 20)

/* Of a widget that has not been shown for so many changes, everything may have changed. */
#define MAX_CHANGED 1000

#define DATELINE_TYPE_FOLLOWER (dateline_follower_get_type ())

G_DECLARE_FINAL_TYPE (DatelineFollower, dateline_follower, DATELINE, FOLLOWER, GObject)

struct _DatelineFollower
{
  GObject parent_instance;

  GtkWidget            *widget; /* holds the follower */
  DatelineFollowerFunc  func;
  GHashTable           *changed; /* set of DatelineItem since it was told; NULL for all */
  GHashTable           *told;    /* the same, while it is told */
  guint                 idle_id;
  gboolean              is_stale;
};

G_DEFINE_FINAL_TYPE (DatelineFollower, dateline_follower, G_TYPE_OBJECT)

static GHashTable *
create_set (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

static void
catch_up (DatelineFollower *self)
{
  g_autoptr(DatelineFollower) kept = NULL;

  if (!self->is_stale)
    return;

  kept = g_object_ref (self);
  self->is_stale = FALSE;
  g_clear_pointer (&self->told, g_hash_table_unref);
  self->told = g_steal_pointer (&self->changed);
  self->changed = create_set ();
  self->func (self->widget);
  g_clear_pointer (&self->told, g_hash_table_unref);
}

static void queue (DatelineFollower *self);

static void
menu_unmapped_cb (DatelineFollower *self,
                  GtkWidget        *menu)
{
  g_signal_handlers_disconnect_by_func (menu, menu_unmapped_cb, self);
  queue (self);
}

/* A menu that is open on something in the widget has the focus. */
static GtkWidget *
find_menu (DatelineFollower *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *menu = NULL;

  for (GtkWidget *at = focus; at != NULL && at != self->widget; at = gtk_widget_get_parent (at))
    if (GTK_IS_POPOVER_MENU (at))
      menu = at;

  return menu != NULL && gtk_widget_get_mapped (menu) && gtk_widget_is_ancestor (menu, self->widget) ? menu : NULL;
}

static gboolean
idle_cb (gpointer user_data)
{
  DatelineFollower *self = DATELINE_FOLLOWER (user_data);
  GtkWidget *menu = find_menu (self);

  self->idle_id = 0;
  if (menu != NULL)
    {
      g_signal_handlers_disconnect_by_func (menu, menu_unmapped_cb, self);
      g_signal_connect_object (menu, "unmap", G_CALLBACK (menu_unmapped_cb), self, G_CONNECT_SWAPPED);
    }
  else if (gtk_widget_get_mapped (self->widget))
    {
      catch_up (self);
    }

  return G_SOURCE_REMOVE;
}

static void
queue (DatelineFollower *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (PRIORITY, idle_cb, self, NULL);
}

static void
note_changed (DatelineFollower *self,
              GPtrArray        *items)
{
  for (guint i = 0; self->changed != NULL && i < items->len; i++)
    {
      g_hash_table_add (self->changed, g_object_ref (g_ptr_array_index (items, i)));
      if (g_hash_table_size (self->changed) > MAX_CHANGED)
        g_clear_pointer (&self->changed, g_hash_table_unref);
    }
}

static void
refreshed_cb (DatelineFollower *self,
              GPtrArray        *changed,
              GPtrArray        *removed)
{
  note_changed (self, changed);
  note_changed (self, removed);
  self->is_stale = TRUE;
  queue (self);
}

static void
dateline_follower_dispose (GObject *object)
{
  DatelineFollower *self = DATELINE_FOLLOWER (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->told, g_hash_table_unref);

  G_OBJECT_CLASS (dateline_follower_parent_class)->dispose (object);
}

static void
dateline_follower_class_init (DatelineFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dateline_follower_dispose;
}

static void
dateline_follower_init (DatelineFollower *self)
{
  self->changed = create_set ();
}

/**
 * dateline_follower_attach:
 * @widget: a widget that shows something of a story
 * @story: the story
 * @func: brings @widget in line with the story
 *
 * Has a widget follow a story as long as it lives. Called once a widget.
 */
void
dateline_follower_attach (GtkWidget            *widget,
                          DatelineStory        *story,
                          DatelineFollowerFunc  func)
{
  g_autoptr(DatelineFollower) self = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (DATELINE_IS_STORY (story));
  g_return_if_fail (func != NULL);
  g_return_if_fail (g_object_get_data (G_OBJECT (widget), "follower") == NULL);

  self = g_object_new (DATELINE_TYPE_FOLLOWER, NULL);
  self->widget = widget;
  self->func = func;
  g_signal_connect_object (story, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "map", G_CALLBACK (catch_up), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (widget), "follower", g_steal_pointer (&self), g_object_unref);
}

/**
 * dateline_follower_is_stale:
 * @widget: a widget that follows a story
 *
 * Whether the story changed since the widget was brought in line with it: it will be, and until then may show what is
 * no more.
 *
 * Returns: %TRUE if it did
 */
gboolean
dateline_follower_is_stale (GtkWidget *widget)
{
  DatelineFollower *self = g_object_get_data (G_OBJECT (widget), "follower");

  return self != NULL && self->is_stale;
}

/**
 * dateline_follower_catch_up:
 * @widget: a widget that follows a story
 *
 * Brings the widget in line with the story at once, where the next frame is too late.
 */
void
dateline_follower_catch_up (GtkWidget *widget)
{
  DatelineFollower *self = g_object_get_data (G_OBJECT (widget), "follower");

  if (self != NULL)
    catch_up (self);
}

/**
 * dateline_follower_has_changed:
 * @widget: a widget that follows a story and is being brought in line with it, or one in it
 * @item: an item
 *
 * Whether an item was changed or removed, or may have been, since the widget was last brought in line with the story.
 * What refers to an item may be another one than before without a change of the item.
 *
 * Returns: %FALSE if the item says what it did
 */
gboolean
dateline_follower_has_changed (GtkWidget    *widget,
                               DatelineItem *item)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), TRUE);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), TRUE);

  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      DatelineFollower *self = g_object_get_data (G_OBJECT (at), "follower");

      if (self != NULL)
        return self->told == NULL || g_hash_table_contains (self->told, item);
    }

  return TRUE;
}
