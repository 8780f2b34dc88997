/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-reader-box.h"

G_BEGIN_DECLS

struct _DatelineReaderBox
{
  GtkWidget parent_instance;

  DatelineSession     *session;
  DatelineArticleText *text;  /* unowned: a child of the child */
  DatelinePassage     *place; /* where the context menu was opened, without a selection */
  GtkWidget           *child; /* unowned: a child */
  GtkWidget           *popover;
  char                *awaited_id; /* the item that is made */
  gboolean             is_open;    /* whether the toolbar is to be seen, if there is room for it */
  gboolean             is_allocating;
  guint                allocate_id;
  guint                ask_id;

  GtkWidget           *bar;
};

void          _dateline_reader_box_class_actions_init (DatelineReaderBoxClass *klass);
void          _dateline_reader_box_actions_connect    (DatelineReaderBox      *self);
void          _dateline_reader_box_actions_dispose    (DatelineReaderBox      *self);
void          _dateline_reader_box_close_bar          (DatelineReaderBox      *self);
GdkRectangle  _dateline_reader_box_get_area           (DatelineReaderBox      *self);

G_END_DECLS
