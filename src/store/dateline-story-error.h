/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

struct sqlite3;

/**
 * DatelineStoryError:
 * @DATELINE_STORY_ERROR_NOT_FOUND: there is no such file
 * @DATELINE_STORY_ERROR_IS_FOLDER: it is a folder
 * @DATELINE_STORY_ERROR_READ: it cannot be read for another reason
 * @DATELINE_STORY_ERROR_EMPTY: there is nothing in it
 * @DATELINE_STORY_ERROR_TOO_LARGE: it has more bytes or more members than any story needs
 * @DATELINE_STORY_ERROR_NOT_UTF8: it is not UTF-8 text
 * @DATELINE_STORY_ERROR_TRUNCATED: it ends too early
 * @DATELINE_STORY_ERROR_SYNTAX: it is not JSON as RFC 8259 has it
 * @DATELINE_STORY_ERROR_TOO_DEEP: it is nested deeper than any story needs
 * @DATELINE_STORY_ERROR_NOT_A_STORY: it is something else
 * @DATELINE_STORY_ERROR_NEWER_VERSION: it is a story in a version of the format that is not known yet
 * @DATELINE_STORY_ERROR_INVALID: it is a story, but a member without which it cannot be shown is missing or wrong
 * @DATELINE_STORY_ERROR_ALTERED: it is a story file whose tables another program changed
 * @DATELINE_STORY_ERROR_DAMAGED: it is a story file that makes no sense any more
 * @DATELINE_STORY_ERROR_BUSY: another program is writing to it
 * @DATELINE_STORY_ERROR_CONFLICT: what an edit would change was changed meanwhile
 * @DATELINE_STORY_ERROR_READ_ONLY: it may not be written
 * @DATELINE_STORY_ERROR_NO_SPACE: the disk is full
 * @DATELINE_STORY_ERROR_WRITE: it cannot be written for another reason
 * @DATELINE_STORY_ERROR_EXISTS: there is a file of that name already
 *
 * Why a story cannot be read or written.
 */
typedef enum
{
  DATELINE_STORY_ERROR_NOT_FOUND,
  DATELINE_STORY_ERROR_IS_FOLDER,
  DATELINE_STORY_ERROR_READ,
  DATELINE_STORY_ERROR_EMPTY,
  DATELINE_STORY_ERROR_TOO_LARGE,
  DATELINE_STORY_ERROR_NOT_UTF8,
  DATELINE_STORY_ERROR_TRUNCATED,
  DATELINE_STORY_ERROR_SYNTAX,
  DATELINE_STORY_ERROR_TOO_DEEP,
  DATELINE_STORY_ERROR_NOT_A_STORY,
  DATELINE_STORY_ERROR_NEWER_VERSION,
  DATELINE_STORY_ERROR_INVALID,
  DATELINE_STORY_ERROR_ALTERED,
  DATELINE_STORY_ERROR_DAMAGED,
  DATELINE_STORY_ERROR_BUSY,
  DATELINE_STORY_ERROR_CONFLICT,
  DATELINE_STORY_ERROR_READ_ONLY,
  DATELINE_STORY_ERROR_NO_SPACE,
  DATELINE_STORY_ERROR_WRITE,
  DATELINE_STORY_ERROR_EXISTS
} DatelineStoryError;

#define DATELINE_STORY_ERROR (dateline_story_error_quark ())
GQuark   dateline_story_error_quark      (void);

gboolean dateline_story_error_set_sqlite (GError         **error,
                                          struct sqlite3  *db,
                                          int              code);
gboolean dateline_story_error_set_errno  (GError         **error,
                                          int              code);

G_END_DECLS
