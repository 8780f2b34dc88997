/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

/**
 * DatelineDraft:
 * @id: the item; empty for the story itself
 * @property: what of it
 * @name: what the reader calls that
 * @was: what it was when the typing began, in words
 * @text: what was typed
 * @sent: whether it waits to be saved, as it is
 *
 * Something that was typed and is not in the story yet.
 */
typedef struct
{
  char     *id;
  char     *property;
  char     *name;
  char     *was;
  char     *text;
  gboolean  sent;
} DatelineDraft;

#define DATELINE_TYPE_DRAFTS (dateline_drafts_get_type ())

G_DECLARE_FINAL_TYPE (DatelineDrafts, dateline_drafts, DATELINE, DRAFTS, GObject)

DatelineDrafts      *dateline_drafts_get       (DatelineSession *session);
void                 dateline_drafts_put       (DatelineDrafts  *self,
                                                const char      *id,
                                                const char      *property,
                                                const char      *name,
                                                const char      *was,
                                                const char      *text);
void                 dateline_drafts_drop      (DatelineDrafts  *self,
                                                const char      *id,
                                                const char      *property);
void                 dateline_drafts_mark_sent (DatelineDrafts  *self,
                                                const char      *id,
                                                const char      *property);
const DatelineDraft *dateline_drafts_find      (DatelineDrafts  *self,
                                                const char      *id,
                                                const char      *property);
GPtrArray           *dateline_drafts_dup_shown (DatelineDrafts  *self);
void                 dateline_drafts_clear     (DatelineDrafts  *self);

G_END_DECLS
