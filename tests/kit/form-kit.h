/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-edit-pane.h"
#include "dateline-editor.h"
#include "dateline-field.h"
#include "dateline-form.h"
#include "dateline-session.h"

G_BEGIN_DECLS

typedef struct
{
  DatelineStoryFile *file; /* NULL for a story that is not kept */
  DatelineSession   *session;
  DatelineSettings  *settings;
  DatelineEditor    *editor;
  AdwToastOverlay   *overlay;
  GtkWidget         *pane;
  GtkWindow         *window;
} FormKit;

void           form_kit_set_up       (FormKit       *kit,
                                      gconstpointer  data);
void           form_kit_show_file    (FormKit       *kit);
void           form_kit_tear_down    (FormKit       *kit,
                                      gconstpointer  data);
DatelineStory *form_kit_get_story    (FormKit       *kit);
gpointer       form_kit_get_item     (FormKit       *kit,
                                      const char    *id);
void           form_kit_select_item  (FormKit       *kit,
                                      gpointer       item);
DatelineForm  *form_kit_get_form     (FormKit       *kit);
GPtrArray     *form_kit_dup_fields   (FormKit       *kit);
char          *form_kit_dup_property (DatelineField *field);
DatelineField *form_kit_find_field   (FormKit       *kit,
                                      const char    *property);
GtkEditable   *form_kit_get_text     (DatelineField *field);
char          *form_kit_dup_text     (DatelineField *field);
void           form_kit_type         (DatelineField *field,
                                      const char    *text);
const char    *form_kit_get_message  (DatelineField *field);
gboolean       form_kit_says         (DatelineField *field,
                                      const char    *words);
gboolean       form_kit_is_wrong     (DatelineField *field);
gboolean       form_kit_asks         (DatelineField *field);
void           form_kit_click        (GtkWidget     *root,
                                      const char    *label);
char          *form_kit_dup_json     (FormKit       *kit);
GtkListBox    *form_kit_open_picker  (DatelineField *field);
void           form_kit_pick_another (DatelineField *field);
void           form_kit_change       (DatelineField *field,
                                      int            round);

G_END_DECLS
