/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for the name of a person: what articles call them stays an alias. */
#include "config.h"

#include "dateline-name-entry.h"

#include <glib/gi18n.h>

#include "dateline-people-edit.h"

struct _DatelineNameEntry
{
  DatelineTextEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineNameEntry, dateline_name_entry, DATELINE_TYPE_TEXT_ENTRY)

static void
dateline_name_entry_store (DatelineField *field,
                           GObject       *draft,
                           const GValue  *value)
{
  dateline_people_edit_rename (DATELINE_PERSON (draft), g_value_get_string (value));
}

static char *
dateline_name_entry_preview (DatelineField *field,
                             const GValue  *value)
{
  DatelinePerson *person = DATELINE_PERSON (dateline_field_get_target (field));
  const char *name = dateline_person_get_name (person);
  const char *typed = g_value_get_string (value);

  if (typed == NULL || *typed == '\0' || g_strcmp0 (typed, name) == 0 || !dateline_people_edit_is_used (person, name))
    return NULL;

  /* Translators: %s is the name that a person had until now */
  return g_strdup_printf (_("“%s” stays as an alias: articles say so"), name);
}

static void
dateline_name_entry_class_init (DatelineNameEntryClass *klass)
{
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  field_class->store = dateline_name_entry_store;
  field_class->preview = dateline_name_entry_preview;
}

static void
dateline_name_entry_init (DatelineNameEntry *self)
{
}
