/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for the tag of a language, which is said in words below. */
#include "config.h"

#include "dateline-language-entry.h"

#include <glib/gi18n.h>

#include "dateline-language.h"

struct _DatelineLanguageEntry
{
  DatelineTextEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineLanguageEntry, dateline_language_entry, DATELINE_TYPE_TEXT_ENTRY)

static gboolean
dateline_language_entry_parse (DatelineTextEntry *entry,
                               const char        *text,
                               GValue            *value,
                               GError           **error)
{
  if (*text != '\0' && !dateline_language_is_tag (text))
    {
      g_set_error (error, DATELINE_FIELD_ERROR, DATELINE_FIELD_ERROR_INVALID,
                   _("“%s” is not the tag of a language, such as en, ru or pt-BR"), text);
      return FALSE;
    }
  g_value_set_string (value, text);

  return TRUE;
}

static char *
dateline_language_entry_preview (DatelineField *field,
                                 const GValue  *value)
{
  const char *tag = g_value_get_string (value);

  return tag != NULL && *tag != '\0' ? dateline_language_dup_name (tag) : NULL;
}

static void
dateline_language_entry_class_init (DatelineLanguageEntryClass *klass)
{
  DATELINE_FIELD_CLASS (klass)->preview = dateline_language_entry_preview;
  DATELINE_TEXT_ENTRY_CLASS (klass)->parse = dateline_language_entry_parse;
}

static void
dateline_language_entry_init (DatelineLanguageEntry *self)
{
  gtk_entry_set_input_hints (dateline_text_entry_get_text (DATELINE_TEXT_ENTRY (self)), GTK_INPUT_HINT_NO_SPELLCHECK);
}
