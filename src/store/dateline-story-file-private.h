/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of DatelineStoryFile share. */
#pragma once

#include "dateline-changeset.h"
#include "dateline-database.h"
#include "dateline-edit-private.h"
#include "dateline-story-file.h"

G_BEGIN_DECLS

struct _DatelineStoryFile
{
  GObject parent_instance;

  DatelineDatabase *database;
  DatelineStory    *story;
  guint             patience;      /* of those who write, in milliseconds */

  /* The transaction that is open */
  sqlite3_session  *recorder;

  /* What of the file the model shows */
  gint64            data_version;
  gint64            seen;          /* the number of the last edit */
  gboolean          is_behind;     /* there are edits that could not be read yet */
  gboolean          is_stale;      /* more may have changed than the edits tell */
  gboolean          is_refreshing;
  gboolean          has_more;      /* that came while handlers of a refresh ran */

  /* Steps, each with the edits that it is made of */
  GPtrArray        *undo;
  GPtrArray        *redo;
  gboolean          may_merge;

  /* The file itself */
  GSource          *watch;
  GCancellable     *check;         /* while all of it is checked */
  guint64           device;
  guint64           inode;
  gboolean          is_gone;
  gboolean          is_sound;      /* was checked, or is all our own */
  gboolean          has_false_index; /* and it cannot be made anew, or will be when the file is opened next */
  gboolean          is_damaged;    /* was checked, with that outcome */
  char             *complaint;     /* what was said last, so that it is not said again */

  /* The backup of the day */
  int               backup_day;    /* when it was seen to last */
  GCancellable     *backup_cancellable;
  char             *backup_problem;
};

DatelineStoryFile *
            _dateline_story_file_take         (DatelineDatabase   *database,
                                               DatelineStory      *story,
                                               GError            **error);
sqlite3    *_dateline_story_file_get_handle   (DatelineStoryFile  *self);
void        _dateline_story_file_complain     (DatelineStoryFile  *self,
                                               const char         *message);
void        _dateline_story_file_notify_names (DatelineStoryFile  *self);
void        _dateline_story_file_tell_clippings
                                              (DatelineStoryFile  *self);

gboolean    _dateline_story_file_begin        (DatelineStoryFile  *self,
                                               GError            **error);
gboolean    _dateline_story_file_commit       (DatelineStoryFile  *self,
                                               const char         *name,
                                               gint64             *number,
                                               GError            **error);
void        _dateline_story_file_rollback     (DatelineStoryFile  *self);
gboolean    _dateline_story_file_note         (sqlite3            *db,
                                               const char         *name,
                                               GBytes             *changeset,
                                               GError            **error);

void        _dateline_story_file_init_undo    (DatelineStoryFile  *self);
void        _dateline_story_file_push_undo    (DatelineStoryFile  *self,
                                               DatelineEdit       *edit,
                                               gint64              number);
void        _dateline_story_file_clear_undo   (DatelineStoryFile  *self);

gboolean    _dateline_story_file_before_migration
                                              (DatelineDatabase   *database,
                                               gpointer            problem,
                                               GError            **error);
void        _dateline_story_file_back_up_daily
                                              (DatelineStoryFile  *self);
void        _dateline_story_file_note_problem (DatelineStoryFile  *self,
                                               const char         *reason);
void        _dateline_story_file_tell_problem (DatelineStoryFile  *self);

gboolean    _dateline_story_file_look         (DatelineStoryFile  *self,
                                               GError            **error);
void        _dateline_story_file_refresh      (DatelineStoryFile  *self,
                                               gint64              own);
gboolean    _dateline_story_file_check_place  (DatelineStoryFile  *self,
                                               GError            **error);
void        _dateline_story_file_start_watch  (DatelineStoryFile  *self);

G_END_DECLS
