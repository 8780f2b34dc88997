/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and is not in the story yet, because it is not finished or is wrong: kept key by key in a small file
 * beside the program's state, so that it outlives a window, an end of the session and a crash.
 *
 * A file is a log: each line puts or drops a draft. It is written to at every key and is not synchronized: what is
 * typed goes into the story itself, for good, a moment later. Each process writes a file of its own, which it holds a
 * lock on; files without a lock were left behind by a process that is gone, and are taken over. */
#include "config.h"

#include "dateline-drafts.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include <glib/gstdio.h>

#define SUFFIX ".drafts"
/* A log that is longer is written anew, with what is still wanted of it. */
#define MAX_SIZE (1024 * 1024)
/* Nobody types as much: it was pasted, and will be in the story before the next key. */
#define MAX_TEXT (256 * 1024)

struct _DatelineDrafts
{
  GObject parent_instance;

  DatelineSession *session; /* weak: it owns this */
  GHashTable      *drafts;  /* of DatelineDraft by id and property */
  char            *prefix;  /* the path of the files of this story, without their ends */
  char            *path;    /* of the own file, or NULL */
  int              fd;
  gsize            size;
};

G_DEFINE_FINAL_TYPE (DatelineDrafts, dateline_drafts, G_TYPE_OBJECT)

static void
draft_free (gpointer data)
{
  DatelineDraft *draft = data;

  g_free (draft->id);
  g_free (draft->property);
  g_free (draft->name);
  g_free (draft->was);
  g_free (draft->text);
  g_free (draft);
}

static char *
create_key (const char *id,
            const char *property)
{
  return g_strdup_printf ("%s/%s", id, property);
}

/* The story file tells drafts apart, and where there is none, the story. */
static char *
create_prefix (DatelineSession *session)
{
  DatelineStoryFile *file = dateline_session_get_file (session);
  const char *name = file != NULL ? dateline_story_file_get_path (file)
                                  : dateline_story_get_id (dateline_session_get_story (session));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  sum[32] = '\0';

  return g_build_filename (g_get_user_state_dir (), "dateline", "drafts", sum, NULL);
}

static void
append_field (GString    *line,
              const char *text)
{
  if (line->len > 0)
    g_string_append_c (line, '\t');
  /* Line feeds and tabulators are escaped with all else that is no letter. */
  g_string_append_uri_escaped (line, text, " ", TRUE);
}

static char *
create_line (const DatelineDraft *draft)
{
  GString *line = g_string_new ("+");

  append_field (line, draft->id);
  append_field (line, draft->property);
  append_field (line, draft->name);
  append_field (line, draft->was);
  append_field (line, draft->text);
  g_string_append_c (line, '\n');

  return g_string_free (line, FALSE);
}

static void
write_text (DatelineDrafts *self,
            const char     *text)
{
  gsize length = strlen (text);

  /* There is nobody to tell: what is typed is shown as not applied, and comes into the story by itself. But the start of
   * a line would spoil the next one. */
  if (write (self->fd, text, length) == (gssize) length)
    self->size += length;
  else if (ftruncate (self->fd, (off_t) self->size) != 0)
    g_debug ("A draft is not kept: %s", g_strerror (errno));
}

static gboolean
ensure_open (DatelineDrafts *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (self->fd >= 0)
    return TRUE;

  folder = g_path_get_dirname (self->prefix);
  path = g_strconcat (self->prefix, "-XXXXXX" SUFFIX, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return FALSE;
  self->fd = g_mkstemp_full (path, O_RDWR | O_APPEND | O_CLOEXEC, 0600);
  if (self->fd < 0)
    return FALSE;

  flock (self->fd, LOCK_EX | LOCK_NB);
  self->path = g_steal_pointer (&path);
  self->size = 0;

  return TRUE;
}

static void
close_file (DatelineDrafts *self)
{
  if (self->fd < 0)
    return;

  if (g_hash_table_size (self->drafts) == 0)
    g_unlink (self->path);
  close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->path, g_free);
}

/* Starts the log anew, with what is still wanted of it. */
static void
write_all (DatelineDrafts *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    {
      g_autofree char *line = create_line (draft);

      g_string_append (text, line);
    }
  /* Nothing is left of it, also if the program ends in a hurry. */
  if (text->len == 0)
    {
      close_file (self);
      return;
    }
  if (!ensure_open (self) || ftruncate (self->fd, 0) != 0)
    return;

  self->size = 0;
  write_text (self, text->str);
}

static void
read_line (DatelineDrafts *self,
           const char     *line)
{
  g_auto(GStrv) parts = NULL;

  if (*line != '+' && *line != '-')
    return;

  parts = g_strsplit (line + 1, "\t", -1);
  /* The sign stands before the first field, as an empty one. */
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *text = g_uri_unescape_string (parts[i], NULL);

      /* A line that was cut off by a crash */
      if (text == NULL || !g_utf8_validate (text, -1, NULL))
        {
          g_free (text);
          return;
        }
      g_free (parts[i]);
      parts[i] = text;
    }

  if (*line == '-' && g_strv_length (parts) == 3)
    {
      g_autofree char *key = create_key (parts[1], parts[2]);

      g_hash_table_remove (self->drafts, key);
    }
  else if (*line == '+' && g_strv_length (parts) == 6)
    {
      DatelineDraft *draft = g_new0 (DatelineDraft, 1);

      draft->id = g_strdup (parts[1]);
      draft->property = g_strdup (parts[2]);
      draft->name = g_strdup (parts[3]);
      draft->was = g_strdup (parts[4]);
      draft->text = g_strdup (parts[5]);
      g_hash_table_replace (self->drafts, create_key (draft->id, draft->property), draft);
    }
}

static void
read_file (DatelineDrafts *self,
           const char     *path)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;

  lines = g_strsplit (text, "\n", -1);
  /* The last one has no end. */
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    read_line (self, lines[i]);
}

/* What a process left behind that is gone. */
static void
take_over (DatelineDrafts *self)
{
  g_autofree char *folder = g_path_get_dirname (self->prefix);
  g_autofree char *base = g_path_get_basename (self->prefix);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, base) && g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      int fd = g_open (path, O_RDWR | O_CLOEXEC);

      if (fd < 0)
        continue;
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        {
          read_file (self, path);
          write_all (self);
          if (self->fd >= 0 || g_hash_table_size (self->drafts) == 0)
            g_unlink (path);
        }
      close (fd);
    }
}

/* The story is kept elsewhere from now on, and the drafts with it. */
static void
file_changed_cb (DatelineDrafts *self)
{
  char *old = g_steal_pointer (&self->path);

  if (self->fd >= 0)
    {
      close (self->fd);
      self->fd = -1;
      g_unlink (old);
    }
  g_free (old);
  g_free (self->prefix);
  self->prefix = create_prefix (self->session);
  write_all (self);
}

static gboolean
is_sent (gpointer key,
         gpointer draft,
         gpointer user_data)
{
  return ((DatelineDraft *) draft)->sent;
}

/* What waited to be saved is in the story now. What was refused is kept again by its form. */
static void
is_waiting_cb (DatelineDrafts *self)
{
  if (!dateline_session_get_is_waiting (self->session) && g_hash_table_foreach_remove (self->drafts, is_sent, NULL) > 0)
    write_all (self);
}

static void
refused_cb (DatelineDrafts *self)
{
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    ((DatelineDraft *) draft)->sent = FALSE;
}

static void
dateline_drafts_dispose (GObject *object)
{
  DatelineDrafts *self = DATELINE_DRAFTS (object);

  close_file (self);
  g_clear_weak_pointer (&self->session);

  G_OBJECT_CLASS (dateline_drafts_parent_class)->dispose (object);
}

static void
dateline_drafts_finalize (GObject *object)
{
  DatelineDrafts *self = DATELINE_DRAFTS (object);

  g_hash_table_unref (self->drafts);
  g_free (self->prefix);

  G_OBJECT_CLASS (dateline_drafts_parent_class)->finalize (object);
}

static void
dateline_drafts_class_init (DatelineDraftsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_drafts_dispose;
  object_class->finalize = dateline_drafts_finalize;
}

static void
dateline_drafts_init (DatelineDrafts *self)
{
  self->fd = -1;
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
}

/**
 * dateline_drafts_get:
 * @session: a session
 *
 * The drafts of a session. At the first call they are those that were left behind.
 *
 * Returns: (transfer none): the drafts
 */
DatelineDrafts *
dateline_drafts_get (DatelineSession *session)
{
  static const char key[] = "dateline-drafts";
  DatelineDrafts *self;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);

  self = g_object_get_data (G_OBJECT (session), key);
  if (self != NULL)
    return self;

  self = g_object_new (DATELINE_TYPE_DRAFTS, NULL);
  g_set_weak_pointer (&self->session, session);
  self->prefix = create_prefix (session);
  take_over (self);
  g_signal_connect_object (session, "notify::file", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::is-waiting", G_CALLBACK (is_waiting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "conflict", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (session), key, self, g_object_unref);

  return self;
}

/**
 * dateline_drafts_put:
 * @self: a `DatelineDrafts`
 * @id: an item, or an empty string for the story
 * @property: a property of it
 * @name: what the reader calls the property
 * @was: what it was when the typing began, in words
 * @text: what was typed
 *
 * Keeps what was typed, in the place of what was kept before.
 */
void
dateline_drafts_put (DatelineDrafts *self,
                     const char     *id,
                     const char     *property,
                     const char     *name,
                     const char     *was,
                     const char     *text)
{
  DatelineDraft *draft;

  g_return_if_fail (DATELINE_IS_DRAFTS (self));
  g_return_if_fail (id != NULL && property != NULL && name != NULL && was != NULL && text != NULL);

  draft = g_new0 (DatelineDraft, 1);
  draft->id = g_strdup (id);
  draft->property = g_strdup (property);
  draft->name = g_strdup (name);
  draft->was = g_strdup (was);
  draft->text = g_strdup (text);
  g_hash_table_replace (self->drafts, create_key (id, property), draft);

  if (strlen (text) > MAX_TEXT || !ensure_open (self))
    return;
  if (self->size > MAX_SIZE)
    {
      write_all (self);
    }
  else
    {
      g_autofree char *line = create_line (draft);

      write_text (self, line);
    }
}

/**
 * dateline_drafts_drop:
 * @self: a `DatelineDrafts`
 * @id: an item, or an empty string for the story
 * @property: a property of it
 *
 * Forgets what was typed: it is in the story, or was given up.
 */
void
dateline_drafts_drop (DatelineDrafts *self,
                      const char     *id,
                      const char     *property)
{
  g_autofree char *key = NULL;
  g_autoptr(GString) line = NULL;

  g_return_if_fail (DATELINE_IS_DRAFTS (self));
  g_return_if_fail (id != NULL && property != NULL);

  key = create_key (id, property);
  if (!g_hash_table_remove (self->drafts, key) || self->fd < 0)
    return;
  if (g_hash_table_size (self->drafts) == 0)
    {
      write_all (self);
      return;
    }

  line = g_string_new ("-");
  append_field (line, id);
  append_field (line, property);
  g_string_append_c (line, '\n');
  write_text (self, line->str);
}

/**
 * dateline_drafts_mark_sent:
 * @self: a `DatelineDrafts`
 * @id: an item, or an empty string for the story
 * @property: a property of it
 *
 * Says that what was typed waits to be saved: it is forgotten when nothing waits any more.
 */
void
dateline_drafts_mark_sent (DatelineDrafts *self,
                           const char     *id,
                           const char     *property)
{
  g_autofree char *key = NULL;
  DatelineDraft *draft;

  g_return_if_fail (DATELINE_IS_DRAFTS (self));
  g_return_if_fail (id != NULL && property != NULL);

  key = create_key (id, property);
  draft = g_hash_table_lookup (self->drafts, key);
  if (draft != NULL)
    draft->sent = TRUE;
}

/**
 * dateline_drafts_find:
 * @self: a `DatelineDrafts`
 * @id: an item, or an empty string for the story
 * @property: a property of it
 *
 * What was typed.
 *
 * Returns: (transfer none) (nullable): the draft, or %NULL
 */
const DatelineDraft *
dateline_drafts_find (DatelineDrafts *self,
                      const char     *id,
                      const char     *property)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (DATELINE_IS_DRAFTS (self), NULL);
  g_return_val_if_fail (id != NULL && property != NULL, NULL);

  key = create_key (id, property);

  return g_hash_table_lookup (self->drafts, key);
}

/**
 * dateline_drafts_dup_shown:
 * @self: a `DatelineDrafts`
 *
 * All drafts of what is in the story. Those of deleted items wait for an Undo.
 *
 * Returns: (transfer container) (element-type DatelineDraft): the drafts, valid until the next change
 */
GPtrArray *
dateline_drafts_dup_shown (DatelineDrafts *self)
{
  GPtrArray *shown = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (DATELINE_IS_DRAFTS (self), shown);

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      DatelineDraft *draft = value;

      if (*draft->id == '\0' || dateline_story_lookup (dateline_session_get_story (self->session), draft->id) != NULL)
        g_ptr_array_add (shown, draft);
    }

  return shown;
}

/**
 * dateline_drafts_clear:
 * @self: a `DatelineDrafts`
 *
 * Forgets all that was typed.
 */
void
dateline_drafts_clear (DatelineDrafts *self)
{
  g_return_if_fail (DATELINE_IS_DRAFTS (self));

  g_hash_table_remove_all (self->drafts);
  write_all (self);
}
