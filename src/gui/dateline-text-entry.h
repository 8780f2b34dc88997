/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-field.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TEXT_ENTRY (dateline_text_entry_get_type ())

G_DECLARE_DERIVABLE_TYPE (DatelineTextEntry, dateline_text_entry, DATELINE, TEXT_ENTRY, DatelineField)

/**
 * DatelineTextEntryClass:
 * @parse: reads a value from a text without spaces around it; without it the text is the value
 * @format: writes a value for editing; without it the value is the text
 *
 * What entries differ in that hold more than text.
 */
struct _DatelineTextEntryClass
{
  DatelineFieldClass parent_class;

  gboolean  (*parse)  (DatelineTextEntry *self,
                       const char        *text,
                       GValue            *value,
                       GError           **error);
  char     *(*format) (DatelineTextEntry *self,
                       const GValue      *value);
};

GtkEntry *dateline_text_entry_get_text   (DatelineTextEntry *self);
void      dateline_text_entry_add_suffix (DatelineTextEntry *self,
                                          GtkWidget         *widget);

G_END_DECLS
