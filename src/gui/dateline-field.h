/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_FIELD (dateline_field_get_type ())

G_DECLARE_DERIVABLE_TYPE (DatelineField, dateline_field, DATELINE, FIELD, AdwPreferencesRow)

/**
 * DatelineFieldClass:
 * @load: reads the value of an object; without it the property is read
 * @store: gives a draft the value; without it the property is set
 * @display: puts a value into the editor
 * @read: takes the value out of the editor, or tells what is wrong with it
 * @describe: says a value in words; without it by its type
 * @preview: says what a value means, where that is not plain from the editor
 * @dup_text: what stands in an editor that can hold something invalid
 * @set_text: puts such a text back
 * @bound: called when the field has a session and an object
 * @left: called when the keys went elsewhere, to take what was not completed
 *
 * What the sorts of fields differ in.
 */
struct _DatelineFieldClass
{
  AdwPreferencesRowClass parent_class;

  void      (*load)     (DatelineField *self,
                         GObject       *object,
                         GValue        *value);
  void      (*store)    (DatelineField *self,
                         GObject       *draft,
                         const GValue  *value);
  void      (*display)  (DatelineField *self,
                         const GValue  *value);
  gboolean  (*read)     (DatelineField *self,
                         GValue        *value,
                         GError       **error);
  char     *(*describe) (DatelineField *self,
                         const GValue  *value);
  char     *(*preview)  (DatelineField *self,
                         const GValue  *value);
  char     *(*dup_text) (DatelineField *self);
  void      (*set_text) (DatelineField *self,
                         const char    *text);
  void      (*bound)    (DatelineField *self);
  void      (*left)     (DatelineField *self);
};

#define DATELINE_FIELD_ERROR (dateline_field_error_quark ())
GQuark dateline_field_error_quark (void);

typedef enum
{
  DATELINE_FIELD_ERROR_INVALID
} DatelineFieldError;

void             dateline_field_bind         (DatelineField   *self,
                                              DatelineSession *session,
                                              GObject         *target);
gboolean         dateline_field_flush        (DatelineField   *self);
void             dateline_field_give_up      (DatelineField   *self);
gboolean         dateline_field_is_waiting   (DatelineField   *self);
void             dateline_field_retry        (DatelineField   *self);
void             dateline_field_focus_editor (DatelineField   *self);
void             dateline_field_select_editor
                                             (DatelineField   *self);

/* For the sorts of fields */
void             dateline_field_set_editor   (DatelineField   *self,
                                              GtkWidget       *editor,
                                              GtkWidget       *focus,
                                              gboolean         beside);
const char      *dateline_field_get_name     (DatelineField   *self);
void             dateline_field_touch        (DatelineField   *self);
void             dateline_field_commit       (DatelineField   *self);
DatelineSession *dateline_field_get_session  (DatelineField   *self);
GObject         *dateline_field_get_target   (DatelineField   *self);

G_END_DECLS
