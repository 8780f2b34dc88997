/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for an address on the web. */
#include "config.h"

#include "dateline-url-entry.h"

#include <glib/gi18n.h>

struct _DatelineUrlEntry
{
  DatelineTextEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineUrlEntry, dateline_url_entry, DATELINE_TYPE_TEXT_ENTRY)

static gboolean
is_address (const char *text)
{
  g_autoptr(GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http")) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static gboolean
dateline_url_entry_parse (DatelineTextEntry *entry,
                          const char        *text,
                          GValue            *value,
                          GError           **error)
{
  g_autofree char *completed = NULL;

  if (*text == '\0' || is_address (text))
    {
      g_value_set_string (value, text);
      return TRUE;
    }

  /* What is copied from an address bar often lacks the scheme. */
  completed = g_strconcat ("https://", text, NULL);
  if (strstr (text, ":") == NULL && strchr (text, '.') != NULL && strchr (text, ' ') == NULL && is_address (completed))
    {
      g_value_set_string (value, completed);
      return TRUE;
    }
  g_set_error_literal (error, DATELINE_FIELD_ERROR, DATELINE_FIELD_ERROR_INVALID,
                       _("This is not an address on the web, which begins with https://"));

  return FALSE;
}

static char *
dateline_url_entry_preview (DatelineField *field,
                            const GValue  *value)
{
  const char *text = g_value_get_string (value);

  return text != NULL && g_str_has_prefix (text, "http://") ? g_strdup (_("Not encrypted: many sites can be reached by https:// too")) : NULL;
}

static void
dateline_url_entry_class_init (DatelineUrlEntryClass *klass)
{
  DATELINE_FIELD_CLASS (klass)->preview = dateline_url_entry_preview;
  DATELINE_TEXT_ENTRY_CLASS (klass)->parse = dateline_url_entry_parse;
}

static void
dateline_url_entry_init (DatelineUrlEntry *self)
{
  GtkEntry *text = dateline_text_entry_get_text (DATELINE_TEXT_ENTRY (self));

  gtk_entry_set_input_purpose (text, GTK_INPUT_PURPOSE_URL);
  gtk_entry_set_input_hints (text, GTK_INPUT_HINT_NO_SPELLCHECK);
}
