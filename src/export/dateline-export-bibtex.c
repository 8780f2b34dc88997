/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BibLaTeX: an entry for each article and each post that is cited, with its quotes as annotation. Entry types are
 * those that BibTeX has too. */
#include "config.h"

#include "dateline-export.h"

#include <string.h>

#include "dateline-citation-date.h"
#include "dateline-escape.h"
#include "dateline-export-words.h"
#include "dateline-name.h"
#include "dateline-references.h"
#include "dateline-work.h"

/* What babel calls the languages that news come in. */
static const struct
{
  const char *tag;
  const char *babel;
} languages[] = {
  { "ar", "arabic" }, { "be", "belarusian" }, { "bg", "bulgarian" }, { "cs", "czech" }, { "da", "danish" },
  { "de", "german" }, { "de-AT", "naustrian" }, { "de-CH", "nswissgerman" }, { "el", "greek" }, { "en", "english" },
  { "en-GB", "british" }, { "en-US", "american" }, { "es", "spanish" }, { "et", "estonian" }, { "fa", "persian" },
  { "fi", "finnish" }, { "fr", "french" }, { "he", "hebrew" }, { "hr", "croatian" }, { "hu", "magyar" },
  { "it", "italian" }, { "ja", "japanese" }, { "lt", "lithuanian" }, { "lv", "latvian" }, { "nb", "norsk" },
  { "nl", "dutch" }, { "nn", "nynorsk" }, { "pl", "polish" }, { "pt", "portuguese" }, { "pt-BR", "brazilian" },
  { "ro", "romanian" }, { "ru", "russian" }, { "sk", "slovak" }, { "sl", "slovene" }, { "sr", "serbian" },
  { "sv", "swedish" }, { "tr", "turkish" }, { "uk", "ukrainian" },
};

static const char *
find_language (const char *tag)
{
  g_autofree char *primary = g_strdup (tag);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_ascii_strcasecmp (languages[i].tag, tag) == 0)
        return languages[i].babel;
    }

  primary[strcspn (primary, "-")] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_ascii_strcasecmp (languages[i].tag, primary) == 0)
        return languages[i].babel;
    }

  return NULL;
}

static void
append_raw (GString    *out,
            const char *field,
            const char *value)
{
  g_string_append_printf (out, ",\n  %-13s = {%s}", field, value);
}

static void
append_field (GString    *out,
              const char *field,
              const char *value)
{
  g_autoptr(GString) escaped = NULL;

  if (value == NULL || *value == '\0')
    return;

  escaped = g_string_new (NULL);
  dateline_escape_latex (escaped, value);
  append_raw (out, field, escaped->str);
}

/* Styles of BibTeX make titles small; words with capitals inside are names. */
static void
append_title (GString    *out,
              const char *title)
{
  g_autoptr(GString) value = g_string_new (NULL);
  g_auto(GStrv) words = g_strsplit (title, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean capitals = FALSE;
      gboolean first = TRUE;

      for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (!first && g_unichar_isupper (c))
            capitals = TRUE;
          if (g_unichar_isalpha (c))
            first = FALSE;
        }
      if (i > 0)
        g_string_append_c (value, ' ');
      if (capitals)
        g_string_append_c (value, '{');
      dateline_escape_latex (value, words[i]);
      if (capitals)
        g_string_append_c (value, '}');
    }
  append_raw (out, "title", value->str);
}

static void
append_authors (GString            *out,
                const DatelineWork *work)
{
  g_autoptr(GString) value = g_string_new (NULL);

  for (guint i = 0; i < work->authors->len; i++)
    {
      const DatelineName *name = g_ptr_array_index (work->authors, i);

      if (i > 0)
        g_string_append (value, " and ");
      if (name->literal != NULL)
        {
          g_string_append_c (value, '{');
          dateline_escape_latex (value, name->literal);
          g_string_append_c (value, '}');
          continue;
        }
      dateline_escape_latex (value, name->family);
      g_string_append (value, ", ");
      if (name->suffix != NULL)
        {
          dateline_escape_latex (value, name->suffix);
          g_string_append (value, ", ");
        }
      dateline_escape_latex (value, name->given);
    }
  if (value->len > 0)
    append_raw (out, "author", value->str);
}

/* Braces and the like would end the field; everything else stands in an address as it is. */
static void
append_url (GString    *out,
            const char *url)
{
  g_autoptr(GString) value = NULL;

  if (url == NULL)
    return;

  value = g_string_new (NULL);
  for (const char *p = url; *p != '\0'; p++)
    {
      if (strchr ("{}\\ \"<>^`|", *p) != NULL || (guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (value, "%%%02X", (guint) (guchar) *p);
      else
        g_string_append_c (value, *p);
    }
  append_raw (out, "url", value->str);
}

static void
append_date (GString      *out,
             const char   *field,
             DatelineDate *date)
{
  g_autofree char *day = NULL;

  if (date == NULL)
    return;

  /* EDTF is BibLaTeX's own form; the time of day is of no use in a citation. */
  day = g_strdup (dateline_date_get_edtf (date));
  if (strchr (day, '/') == NULL && strchr (day, 'T') != NULL)
    *strchr (day, 'T') = '\0';
  append_raw (out, field, day);
}

static void
append_annotation (GString                 *out,
                   const DatelineReference *reference)
{
  g_autoptr(GString) value = g_string_new (NULL);

  for (guint i = 0; i < reference->clippings->len; i++)
    {
      g_autofree char *note = dateline_export_words_note (g_ptr_array_index (reference->clippings, i),
                                                          DATELINE_IS_REACTION (reference->item));

      if (i > 0)
        g_string_append (value, "\\newline{}\n");
      dateline_escape_latex (value, note);
    }
  append_raw (out, "annotation", value->str);
}

/* GLib has Latin letters for most scripts, but not for the small letters from а to я. */
static const char * const cyrillic[] = {
  "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
  "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia"
};

static char *
transliterate (const char *text)
{
  g_autoptr(GString) latin = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c >= 0x430 && c < 0x430 + G_N_ELEMENTS (cyrillic))
        g_string_append (latin, cyrillic[c - 0x430]);
      else
        g_string_append_unichar (latin, c);
    }

  return g_str_to_ascii (latin->str, "C");
}

/* The first word. */
static void
append_key_word (GString    *key,
                 const char *text)
{
  g_autofree char *ascii = transliterate (text);
  gsize length = 0;

  for (const char *p = ascii; *p != '\0' && length < 24; p++)
    {
      if (g_ascii_isalnum (*p))
        {
          g_string_append_c (key, g_ascii_tolower (*p));
          length++;
        }
      else if (length > 0 && *p == ' ')
        {
          break;
        }
    }
}

/* "navalny_court_2021": who, the first word of substance, when; with a letter where that is taken. */
static char *
dup_key (const DatelineWork *work,
         DatelineItem       *item,
         GHashTable         *taken)
{
  g_autoptr(GString) key = g_string_new (NULL);
  g_auto(GStrv) words = g_strsplit (work->title, " ", -1);
  DatelineDateParts from = { 0 };
  DatelineDateParts to;
  gsize length;

  if (work->authors->len > 0)
    {
      const DatelineName *name = g_ptr_array_index (work->authors, 0);

      append_key_word (key, name->family != NULL ? name->family : name->literal);
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_utf8_strlen (words[i], -1) > 3)
        {
          if (key->len > 0)
            g_string_append_c (key, '_');
          append_key_word (key, words[i]);
          break;
        }
    }
  if (key->len < 2)
    g_string_assign (key, dateline_item_get_id (item));
  if (work->issued != NULL)
    dateline_date_parts_read (work->issued, &from, &to);
  if (from.plain)
    g_string_append_printf (key, "_%d", from.year);

  length = key->len;
  for (guint i = 2; g_hash_table_contains (taken, key->str); i++)
    {
      g_string_truncate (key, length);
      g_string_append_printf (key, "_%u", i);
    }
  g_hash_table_add (taken, g_strdup (key->str));

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static void
append_reference (GString                 *out,
                  const DatelineReference *reference,
                  GHashTable              *taken)
{
  gboolean post = DATELINE_IS_REACTION (reference->item);
  g_autoptr(DatelineWork) work = post ? dateline_work_new_post (DATELINE_REACTION (reference->item))
                                      : dateline_work_new_article (DATELINE_ARTICLE (reference->item));
  gboolean newspaper = !post && work->container != NULL;
  const char *language = post ? dateline_reaction_get_language (DATELINE_REACTION (reference->item))
                              : dateline_article_get_language (DATELINE_ARTICLE (reference->item));
  g_autofree char *key = dup_key (work, reference->item, taken);

  g_string_append_printf (out, "%s@%s{%s", out->len > 0 ? "\n" : "", newspaper ? "article" : "misc", key);
  append_authors (out, work);
  append_title (out, work->title);
  if (newspaper)
    {
      append_field (out, "journaltitle", work->container);
      append_raw (out, "entrysubtype", "newspaper");
    }
  else
    {
      append_field (out, "howpublished", work->container);
    }
  append_date (out, "date", work->issued);
  append_url (out, work->url);
  append_date (out, "urldate", work->accessed);
  if (find_language (language) != NULL)
    append_raw (out, "langid", find_language (language));
  if (dateline_references_is_retold (reference))
    append_field (out, "note", dateline_citation_get_retold ());
  append_annotation (out, reference);
  g_string_append (out, "\n}\n");
}

/**
 * dateline_export_bibtex:
 * @self: what to export
 * @out: where to append
 *
 * Writes BibLaTeX.
 */
void
dateline_export_bibtex (const DatelineExport *self,
                        GString              *out)
{
  g_autoptr(GPtrArray) references = dateline_references_new (self);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < references->len; i++)
    append_reference (out, g_ptr_array_index (references, i), taken);
}
