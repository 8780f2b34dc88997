/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags of languages (BCP 47): whether they are well formed, and what people call the language. */
#include "config.h"

#include "dateline-language.h"

#include <libintl.h>
#include <string.h>

/* In English, as the catalogues of the iso-codes package know them; where these are installed the name is translated. */
static const struct
{
  const char tag[3];
  const char *name;
} languages[] = {
  { "ab", "Abkhazian" },
  { "af", "Afrikaans" },
  { "am", "Amharic" },
  { "ar", "Arabic" },
  { "as", "Assamese" },
  { "av", "Avaric" },
  { "az", "Azerbaijani" },
  { "ba", "Bashkir" },
  { "be", "Belarusian" },
  { "bg", "Bulgarian" },
  { "bn", "Bengali" },
  { "bo", "Tibetan" },
  { "br", "Breton" },
  { "bs", "Bosnian" },
  { "ca", "Catalan" },
  { "ce", "Chechen" },
  { "co", "Corsican" },
  { "cs", "Czech" },
  { "cv", "Chuvash" },
  { "cy", "Welsh" },
  { "da", "Danish" },
  { "de", "German" },
  { "dv", "Dhivehi" },
  { "el", "Greek" },
  { "en", "English" },
  { "eo", "Esperanto" },
  { "es", "Spanish" },
  { "et", "Estonian" },
  { "eu", "Basque" },
  { "fa", "Persian" },
  { "fi", "Finnish" },
  { "fo", "Faroese" },
  { "fr", "French" },
  { "fy", "Western Frisian" },
  { "ga", "Irish" },
  { "gd", "Scottish Gaelic" },
  { "gl", "Galician" },
  { "gn", "Guarani" },
  { "gu", "Gujarati" },
  { "ha", "Hausa" },
  { "he", "Hebrew" },
  { "hi", "Hindi" },
  { "hr", "Croatian" },
  { "ht", "Haitian" },
  { "hu", "Hungarian" },
  { "hy", "Armenian" },
  { "id", "Indonesian" },
  { "ig", "Igbo" },
  { "is", "Icelandic" },
  { "it", "Italian" },
  { "ja", "Japanese" },
  { "jv", "Javanese" },
  { "ka", "Georgian" },
  { "kk", "Kazakh" },
  { "kl", "Kalaallisut" },
  { "km", "Khmer" },
  { "kn", "Kannada" },
  { "ko", "Korean" },
  { "ku", "Kurdish" },
  { "kv", "Komi" },
  { "ky", "Kirghiz" },
  { "la", "Latin" },
  { "lb", "Luxembourgish" },
  { "ln", "Lingala" },
  { "lo", "Lao" },
  { "lt", "Lithuanian" },
  { "lv", "Latvian" },
  { "mg", "Malagasy" },
  { "mi", "Maori" },
  { "mk", "Macedonian" },
  { "ml", "Malayalam" },
  { "mn", "Mongolian" },
  { "mr", "Marathi" },
  { "ms", "Malay" },
  { "mt", "Maltese" },
  { "my", "Burmese" },
  { "nb", "Norwegian Bokmål" },
  { "ne", "Nepali" },
  { "nl", "Dutch" },
  { "nn", "Norwegian Nynorsk" },
  { "no", "Norwegian" },
  { "oc", "Occitan" },
  { "or", "Oriya" },
  { "os", "Ossetian" },
  { "pa", "Panjabi" },
  { "pl", "Polish" },
  { "ps", "Pushto" },
  { "pt", "Portuguese" },
  { "qu", "Quechua" },
  { "rm", "Romansh" },
  { "ro", "Romanian" },
  { "ru", "Russian" },
  { "rw", "Kinyarwanda" },
  { "sa", "Sanskrit" },
  { "sd", "Sindhi" },
  { "se", "Northern Sami" },
  { "si", "Sinhala" },
  { "sk", "Slovak" },
  { "sl", "Slovenian" },
  { "so", "Somali" },
  { "sq", "Albanian" },
  { "sr", "Serbian" },
  { "sv", "Swedish" },
  { "sw", "Swahili" },
  { "ta", "Tamil" },
  { "te", "Telugu" },
  { "tg", "Tajik" },
  { "th", "Thai" },
  { "ti", "Tigrinya" },
  { "tk", "Turkmen" },
  { "tl", "Tagalog" },
  { "tr", "Turkish" },
  { "tt", "Tatar" },
  { "ug", "Uighur" },
  { "uk", "Ukrainian" },
  { "ur", "Urdu" },
  { "uz", "Uzbek" },
  { "vi", "Vietnamese" },
  { "wo", "Wolof" },
  { "xh", "Xhosa" },
  { "yi", "Yiddish" },
  { "yo", "Yoruba" },
  { "zh", "Chinese" },
  { "zu", "Zulu" },
};

static gboolean
is_made_of (const char *piece,
            gboolean    digits,
            gsize       min,
            gsize       max)
{
  gsize n = strlen (piece);

  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalpha (piece[i]) && !(digits && g_ascii_isdigit (piece[i])))
      return FALSE;

  return n >= min && n <= max;
}

static gboolean
is_region (const char *piece)
{
  return is_made_of (piece, FALSE, 2, 2) || (strlen (piece) == 3 && strspn (piece, "0123456789") == 3);
}

static gboolean
is_variant (const char *piece)
{
  return is_made_of (piece, TRUE, 5, 8) || (g_ascii_isdigit (*piece) && is_made_of (piece, TRUE, 4, 4));
}

/* The extensions and the private part, each behind a single letter or digit. */
static gboolean
are_extensions (char **pieces)
{
  while (*pieces != NULL)
    {
      gboolean is_private = g_ascii_strcasecmp (*pieces, "x") == 0;
      gsize min = is_private ? 1 : 2;
      guint n = 0;

      if (!is_made_of (*pieces, TRUE, 1, 1))
        return FALSE;
      for (pieces++; *pieces != NULL && is_made_of (*pieces, TRUE, min, 8); pieces++)
        n++;
      if (n == 0 || (is_private && *pieces != NULL))
        return FALSE;
    }

  return TRUE;
}

/**
 * dateline_language_is_tag:
 * @tag: what may be a tag of a language, such as "ru" or "sr-Latn"
 *
 * Whether @tag is well formed after BCP 47. The languages themselves are not looked up: there are thousands.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_language_is_tag (const char *tag)
{
  g_auto(GStrv) pieces = NULL;
  char **piece;

  g_return_val_if_fail (tag != NULL, FALSE);

  pieces = g_strsplit (tag, "-", -1);
  piece = pieces;
  if (*piece == NULL || !is_made_of (*piece, FALSE, 2, 8))
    return FALSE;

  if (strlen (*piece++) <= 3)
    for (guint i = 0; i < 3 && *piece != NULL && is_made_of (*piece, FALSE, 3, 3); i++)
      piece++;
  if (*piece != NULL && is_made_of (*piece, FALSE, 4, 4))
    piece++;
  if (*piece != NULL && is_region (*piece))
    piece++;
  while (*piece != NULL && is_variant (*piece))
    piece++;

  return are_extensions (piece);
}

/**
 * dateline_language_dup_name:
 * @tag: a tag of a language
 *
 * What people call the language, in the reader's own where the system knows it: "Russian", "Serbian (Latn)".
 *
 * Returns: (transfer full) (nullable): the name, or %NULL for a language that is not known here
 */
char *
dateline_language_dup_name (const char *tag)
{
  gsize length;

  g_return_val_if_fail (tag != NULL, NULL);

  length = strcspn (tag, "-");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (length == 2 && g_ascii_strncasecmp (tag, languages[i].tag, 2) == 0)
      {
        const char *name;

        bind_textdomain_codeset ("iso_639-3", "UTF-8");
        name = dgettext ("iso_639-3", languages[i].name);

        return tag[length] != '\0' ? g_strdup_printf ("%s (%s)", name, tag + length + 1) : g_strdup (name);
      }

  return NULL;
}
