/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-session.h"
#include "dateline-window.h"

G_BEGIN_DECLS

/* Runs the main loop until CONDITION holds, for at most 20 seconds, and asserts that it does. */
#define KIT_UNTIL(condition)                                             \
  G_STMT_START                                                           \
  {                                                                      \
    gint64 kit_end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;      \
                                                                         \
    while (!(condition) && g_get_monotonic_time () < kit_end)            \
      kit_iterate ();                                                    \
    g_assert_true (condition);                                           \
  }                                                                      \
  G_STMT_END

void                 kit_init            (int         *argc,
                                          char      ***argv);
void                 kit_iterate         (void);
DatelineStory       *kit_read_story      (void);
DatelineSession     *kit_new_session     (void);
DatelineApplication *kit_get_application (void);
DatelineWindow      *kit_open_window     (GFile       *file);
GtkWindow           *kit_show            (GtkWidget   *widget,
                                          int          width,
                                          int          height);
GtkWidget           *kit_find            (GtkWidget   *root,
                                          GType        type,
                                          const char  *id);
GtkWidget           *kit_find_label      (GtkWidget   *root,
                                          const char  *text);
guint                kit_count           (GtkWidget   *root,
                                          GType        type);
void                 kit_destroy         (GtkWindow   *window);

G_END_DECLS
