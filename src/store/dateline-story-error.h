/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
 * @DATELINE_STORY_ERROR_NOT_A_STORY: it is JSON, but of another kind
 * @DATELINE_STORY_ERROR_NEWER_VERSION: it is a story in a version of the format that is not known yet
 * @DATELINE_STORY_ERROR_INVALID: it is a story, but a member without which it cannot be shown is missing or wrong
 *
 * Why a story cannot be read at all.
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
  DATELINE_STORY_ERROR_INVALID
} DatelineStoryError;

#define DATELINE_STORY_ERROR (dateline_story_error_quark ())
GQuark dateline_story_error_quark (void);

G_END_DECLS
