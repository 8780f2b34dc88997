/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-field.h"

G_BEGIN_DECLS

typedef struct
{
  char            *property;
  char            *edit_name;
  char            *required;

  DatelineSession *session;
  GObject         *target;
  GListModel      *list; /* what is in the property, if that is a list */
  GObject         *base; /* what the target was when the typing began */
  GObject         *sent; /* what it will be when the last edit is done that waits for another program */
  guint            timeout;
  gint64           dirty_since; /* monotonic time of the first key that is not applied */
  guint            left_id;
  gboolean         dirty;
  gboolean         waiting;
  gboolean         conflict;
  gboolean         displaying;
  gboolean         sending;

  GtkWidget       *editor;
  GtkWidget       *focus;
  GtkBox          *line;
  GtkLabel        *title_label;
  GtkLabel        *message_label;
  GtkWidget       *conflict_box;
  GtkLabel        *conflict_label;
} DatelineFieldPrivate;

DatelineFieldPrivate *_dateline_field_get_private    (DatelineField *self);
void                  _dateline_field_set_message    (DatelineField *self,
                                                      const char    *message,
                                                      gboolean       is_error);
void                  _dateline_field_set_conflict   (DatelineField *self,
                                                      const GValue  *theirs);
void                  _dateline_field_show_preview   (DatelineField *self,
                                                      const GValue  *value);
void                  _dateline_field_display        (DatelineField *self,
                                                      const GValue  *value);
void                  _dateline_field_settle         (DatelineField *self,
                                                      gboolean       redisplay);
gboolean              _dateline_field_apply          (DatelineField *self,
                                                      gboolean       redisplay);
void                  _dateline_field_target_changed (DatelineField *self);
GObject              *_dateline_field_copy           (GObject       *object);
void                  _dateline_field_restore        (DatelineField *self);

G_END_DECLS
