/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which stories the reader opened, wherever they are kept, and when: what the library is ordered by. */
#include "config.h"

#include "dateline-recent-stories.h"

/* Of stories outside the library the oldest are forgotten. */
#define MAX_STORIES 500

struct _DatelineRecentStories
{
  GObject parent_instance;

  char          *path;
  GBookmarkFile *bookmarks;
};

G_DEFINE_FINAL_TYPE (DatelineRecentStories, dateline_recent_stories, G_TYPE_OBJECT)

static void
dateline_recent_stories_finalize (GObject *object)
{
  DatelineRecentStories *self = DATELINE_RECENT_STORIES (object);

  g_free (self->path);
  g_bookmark_file_free (self->bookmarks);

  G_OBJECT_CLASS (dateline_recent_stories_parent_class)->finalize (object);
}

static void
dateline_recent_stories_class_init (DatelineRecentStoriesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_recent_stories_finalize;
}

static void
dateline_recent_stories_init (DatelineRecentStories *self)
{
  self->bookmarks = g_bookmark_file_new ();
}

static gint64
get_visited (DatelineRecentStories *self,
             const char            *uri)
{
  GDateTime *visited = g_bookmark_file_get_visited_date_time (self->bookmarks, uri, NULL);

  return visited != NULL ? g_date_time_to_unix (visited) : 0;
}

static void
forget_oldest (DatelineRecentStories *self)
{
  while (g_bookmark_file_get_size (self->bookmarks) > MAX_STORIES)
    {
      g_auto(GStrv) uris = g_bookmark_file_get_uris (self->bookmarks, NULL);
      guint oldest = 0;

      for (guint i = 1; uris[i] != NULL; i++)
        if (get_visited (self, uris[i]) < get_visited (self, uris[oldest]))
          oldest = i;
      g_bookmark_file_remove_item (self->bookmarks, uris[oldest], NULL);
    }
}

/* That a story was opened is no reason to disturb the reader when it cannot be written down. */
static void
save (DatelineRecentStories *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_mkdir_with_parents (folder, 0700);
  if (!g_bookmark_file_to_file (self->bookmarks, self->path, &error))
    g_info ("%s: %s", self->path, error->message);
}

/**
 * dateline_recent_stories_new:
 * @path: the path of the list; it need not exist
 *
 * Creates a list, with what is written at @path.
 *
 * Returns: (transfer full): a new list
 */
DatelineRecentStories *
dateline_recent_stories_new (const char *path)
{
  DatelineRecentStories *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_RECENT_STORIES, NULL);
  self->path = g_strdup (path);
  dateline_recent_stories_load (self);

  return self;
}

/**
 * dateline_recent_stories_load:
 * @self: a `DatelineRecentStories`
 *
 * Reads the list again: another process may have written it.
 */
void
dateline_recent_stories_load (DatelineRecentStories *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (DATELINE_IS_RECENT_STORIES (self));

  g_bookmark_file_free (self->bookmarks);
  self->bookmarks = g_bookmark_file_new ();
  if (!g_bookmark_file_load_from_file (self->bookmarks, self->path, &error) &&
      !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_info ("%s: %s", self->path, error->message);
}

/**
 * dateline_recent_stories_add:
 * @self: a `DatelineRecentStories`
 * @file: a story
 * @opened: when it was opened, in seconds since 1970; 0 for now
 *
 * Writes down that a story was opened.
 */
void
dateline_recent_stories_add (DatelineRecentStories *self,
                             GFile                 *file,
                             gint64                 opened)
{
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *uri = NULL;

  g_return_if_fail (DATELINE_IS_RECENT_STORIES (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (opened >= 0);

  time = opened > 0 ? g_date_time_new_from_unix_utc (opened) : g_date_time_new_now_utc ();
  uri = g_file_get_uri (file);

  dateline_recent_stories_load (self);
  /* The format wants to know who opened it, and how. */
  g_bookmark_file_add_application (self->bookmarks, uri, "Dateline", "dateline %u");
  g_bookmark_file_set_mime_type (self->bookmarks, uri, "application/vnd.dateline.story");
  g_bookmark_file_set_visited_date_time (self->bookmarks, uri, time);
  forget_oldest (self);
  save (self);
}

/**
 * dateline_recent_stories_remove:
 * @self: a `DatelineRecentStories`
 * @file: a story
 *
 * Forgets that a story was opened.
 */
void
dateline_recent_stories_remove (DatelineRecentStories *self,
                                GFile                 *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (DATELINE_IS_RECENT_STORIES (self));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  dateline_recent_stories_load (self);
  if (g_bookmark_file_remove_item (self->bookmarks, uri, NULL))
    save (self);
}

/**
 * dateline_recent_stories_dup_files:
 * @self: a `DatelineRecentStories`
 *
 * The stories of the list, in no particular order; some may be gone.
 *
 * Returns: (transfer container) (element-type GFile): the files
 */
GPtrArray *
dateline_recent_stories_dup_files (DatelineRecentStories *self)
{
  g_auto(GStrv) uris = NULL;
  GPtrArray *files;

  g_return_val_if_fail (DATELINE_IS_RECENT_STORIES (self), NULL);

  files = g_ptr_array_new_with_free_func (g_object_unref);
  uris = g_bookmark_file_get_uris (self->bookmarks, NULL);
  for (guint i = 0; uris[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (uris[i]));

  return files;
}

/**
 * dateline_recent_stories_get_opened:
 * @self: a `DatelineRecentStories`
 * @file: a story
 *
 * When a story was last opened.
 *
 * Returns: seconds since 1970; 0 if it was not
 */
gint64
dateline_recent_stories_get_opened (DatelineRecentStories *self,
                                    GFile                 *file)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (DATELINE_IS_RECENT_STORIES (self), 0);
  g_return_val_if_fail (G_IS_FILE (file), 0);

  uri = g_file_get_uri (file);

  return g_bookmark_file_has_item (self->bookmarks, uri) ? get_visited (self, uri) : 0;
}

/**
 * dateline_recent_stories_get_path:
 * @self: a `DatelineRecentStories`
 *
 * Where the list is written.
 *
 * Returns: the path
 */
const char *
dateline_recent_stories_get_path (DatelineRecentStories *self)
{
  g_return_val_if_fail (DATELINE_IS_RECENT_STORIES (self), NULL);

  return self->path;
}

/**
 * dateline_recent_stories_dup_path:
 *
 * Where the reader's list is written.
 *
 * Returns: (transfer full): the path
 */
char *
dateline_recent_stories_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "dateline", "recent-stories.xbel", NULL);
}
