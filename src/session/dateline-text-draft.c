/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article that is being typed, kept in a file until it is in the story: it outlives a crash. */
#include "config.h"

#include "dateline-text-draft.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

struct _DatelineTextDraft
{
  GObject parent_instance;

  DatelineSession *session; /* weak */
  char            *article; /* its id; NULL for a new one */
  char            *path;
};

G_DEFINE_FINAL_TYPE (DatelineTextDraft, dateline_text_draft, G_TYPE_OBJECT)

static char *
create_path (DatelineTextDraft *self)
{
  DatelineStoryFile *file = dateline_session_get_file (self->session);
  g_autofree char *key = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;

  /* Copies of a story have one id. Ids come from files of strangers besides, and are no names for files. */
  key = g_strjoin ("\n",
                   file != NULL ? dateline_story_file_get_path (file) : dateline_story_get_id (dateline_session_get_story (self->session)),
                   self->article, NULL);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  name = g_strconcat (sum, ".txt", NULL);

  return g_build_filename (g_get_user_state_dir (), "dateline", "drafts", name, NULL);
}

/* The story is kept elsewhere from now on, and is looked for there when it is opened again. */
static void
file_changed_cb (DatelineTextDraft *self)
{
  g_autofree char *old = g_steal_pointer (&self->path);

  self->path = create_path (self);
  if (g_rename (old, self->path) != 0 && errno != ENOENT)
    g_debug ("A draft is not kept: %s", g_strerror (errno));
}

static void
dateline_text_draft_dispose (GObject *object)
{
  g_clear_weak_pointer (&DATELINE_TEXT_DRAFT (object)->session);

  G_OBJECT_CLASS (dateline_text_draft_parent_class)->dispose (object);
}

static void
dateline_text_draft_finalize (GObject *object)
{
  DatelineTextDraft *self = DATELINE_TEXT_DRAFT (object);

  g_free (self->article);
  g_free (self->path);

  G_OBJECT_CLASS (dateline_text_draft_parent_class)->finalize (object);
}

static void
dateline_text_draft_class_init (DatelineTextDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_text_draft_dispose;
  object_class->finalize = dateline_text_draft_finalize;
}

static void
dateline_text_draft_init (DatelineTextDraft *self)
{
}

/**
 * dateline_text_draft_new:
 * @session: a session
 * @article: (nullable): the article whose text it is to be; %NULL for a new one
 *
 * Gives a draft its place, in the folder where the desktop keeps the state of programs. Nothing is read or written yet.
 *
 * Returns: (transfer full): a new draft
 */
DatelineTextDraft *
dateline_text_draft_new (DatelineSession *session,
                         DatelineArticle *article)
{
  DatelineTextDraft *self;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (article == NULL || DATELINE_IS_ARTICLE (article), NULL);

  self = g_object_new (DATELINE_TYPE_TEXT_DRAFT, NULL);
  g_set_weak_pointer (&self->session, session);
  self->article = article != NULL ? g_strdup (dateline_item_get_id (DATELINE_ITEM (article))) : NULL;
  self->path = create_path (self);
  g_signal_connect_object (session, "notify::file", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_text_draft_read:
 * @self: a `DatelineTextDraft`
 * @headline: (out) (transfer full): the headline that was typed
 * @text: (out) (transfer full): the text that was typed
 *
 * Reads what was typed the last time, if it came to no end.
 *
 * Returns: whether there is anything
 */
gboolean
dateline_text_draft_read (DatelineTextDraft  *self,
                          char              **headline,
                          char              **text)
{
  g_autofree char *content = NULL;
  const char *rest;

  g_return_val_if_fail (DATELINE_IS_TEXT_DRAFT (self), FALSE);
  g_return_val_if_fail (headline != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  /* The headline is the first line. */
  if (!g_file_get_contents (self->path, &content, NULL, NULL) || (rest = strchr (content, '\n')) == NULL)
    return FALSE;

  *headline = g_utf8_make_valid (content, rest - content);
  *text = g_utf8_make_valid (rest + 1, -1);

  return TRUE;
}

/**
 * dateline_text_draft_write:
 * @self: a `DatelineTextDraft`
 * @headline: the headline so far, one line
 * @text: the text so far
 *
 * Keeps what was typed. It is no promise but a net: where it cannot be written, nothing is said.
 */
void
dateline_text_draft_write (DatelineTextDraft *self,
                           const char        *headline,
                           const char        *text)
{
  g_autofree char *folder = NULL;
  g_autofree char *content = NULL;
  g_autofree char *fresh = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (DATELINE_IS_TEXT_DRAFT (self));
  g_return_if_fail (headline != NULL);
  g_return_if_fail (text != NULL);

  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, 0700);
  content = g_strjoin ("\n", headline, text, NULL);
  fresh = g_strconcat (self->path, ".new", NULL);
  /* Whole, or not at all; but to wait for the disk would be felt in the typing. */
  if (!g_file_set_contents_full (fresh, content, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_debug ("A draft is not kept: %s", error->message);
  else if (g_rename (fresh, self->path) != 0)
    g_debug ("A draft is not kept: %s", g_strerror (errno));
}

/**
 * dateline_text_draft_remove:
 * @self: a `DatelineTextDraft`
 *
 * Forgets what was typed: it is in the story, or the reader does not want it.
 */
void
dateline_text_draft_remove (DatelineTextDraft *self)
{
  g_return_if_fail (DATELINE_IS_TEXT_DRAFT (self));

  g_unlink (self->path);
}
