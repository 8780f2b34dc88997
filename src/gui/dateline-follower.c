/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a widget follow its story: after changes that belong together it is told once, before the next frame if it is
 * shown, else when it is. */
#include "config.h"

#include "dateline-follower.h"

/* Before what widgets queue for themselves before a frame, so that one frame shows it all. */
#define PRIORITY (GDK_PRIORITY_REDRAW - 20)

#define DATELINE_TYPE_FOLLOWER (dateline_follower_get_type ())

G_DECLARE_FINAL_TYPE (DatelineFollower, dateline_follower, DATELINE, FOLLOWER, GObject)

struct _DatelineFollower
{
  GObject parent_instance;

  GtkWidget            *widget; /* holds the follower */
  DatelineFollowerFunc  func;
  guint                 idle_id;
  gboolean              is_stale;
};

G_DEFINE_FINAL_TYPE (DatelineFollower, dateline_follower, G_TYPE_OBJECT)

static void
catch_up (DatelineFollower *self)
{
  if (!self->is_stale)
    return;

  self->is_stale = FALSE;
  self->func (self->widget);
}

static gboolean
idle_cb (gpointer user_data)
{
  DatelineFollower *self = DATELINE_FOLLOWER (user_data);

  self->idle_id = 0;
  if (gtk_widget_get_mapped (self->widget))
    catch_up (self);

  return G_SOURCE_REMOVE;
}

static void
refreshed_cb (DatelineFollower *self)
{
  self->is_stale = TRUE;
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (PRIORITY, idle_cb, self, NULL);
}

static void
dateline_follower_dispose (GObject *object)
{
  DatelineFollower *self = DATELINE_FOLLOWER (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);

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
