/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session does with other copies of its story: backups of it, and what somebody else did in a copy. It comes after
 * all edits that were made before, so it is refused while some of them still wait. */
#include "config.h"

#include "dateline-session-private.h"

#include <glib/gi18n.h>

#include "dateline-story-error.h"

static gboolean
flush (DatelineSession  *self,
       GError          **error)
{
  if (_dateline_session_flush (self))
    return TRUE;

  g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_BUSY,
                       _("Another program is writing to the story file"));

  return FALSE;
}

/**
 * dateline_session_restore:
 * @self: a `DatelineSession` with a file
 * @path: the path of a backup of the story
 * @is_different: (out): whether the story is another one now
 *
 * Makes the story what it was when a backup was made.
 *
 * Returns: %TRUE if it is done; otherwise ::failed says why
 */
gboolean
dateline_session_restore (DatelineSession *self,
                          const char      *path,
                          gboolean        *is_different)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (dateline_session_get_file (self) != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (flush (self, &error) && dateline_story_file_restore (dateline_session_get_file (self), path, is_different, &error))
    return TRUE;

  g_signal_emit_by_name (self, "failed", error->message);

  return FALSE;
}

/**
 * dateline_session_compare:
 * @self: a `DatelineSession` with a file
 * @path: the path of a copy of the story
 * @error: return location for an error
 *
 * Finds out what a merge with a copy would do.
 *
 * Returns: (transfer full) (nullable): the merge, or %NULL if the two cannot be merged
 */
DatelineMerge *
dateline_session_compare (DatelineSession  *self,
                          const char       *path,
                          GError          **error)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);
  g_return_val_if_fail (dateline_session_get_file (self) != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return flush (self, error) ? dateline_merge_new (dateline_session_get_file (self), path, error) : NULL;
}

/**
 * dateline_session_merge:
 * @self: a `DatelineSession` with a file
 * @merge: what is to be done, as it was decided
 * @error: return location for an error
 *
 * Brings the changes of a copy in. If another program writes just now, it can be tried again.
 *
 * Returns: %TRUE if it is done
 */
gboolean
dateline_session_merge (DatelineSession  *self,
                        DatelineMerge    *merge,
                        GError          **error)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_MERGE (merge), FALSE);

  return flush (self, error) && dateline_merge_apply (merge, error);
}
