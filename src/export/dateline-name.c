/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the printed name of an author apart, for lists that are sorted by family name. Where it is not clear that
 * a name has a family and a given part it stays as it is: an unchanged name is never wrong. */
#include "config.h"

#include "dateline-name.h"

#include <string.h>

/* Words that no personal name has, folded. */
static const char * const organisation_words[] = {
  "agence", "agencia", "agency", "agentur", "and", "association", "bureau", "club", "commission", "committee",
  "correspondents", "council", "department", "desk", "editorial", "editors", "et", "for", "foundation", "info",
  "institute", "journal", "magazine", "media", "ministry", "monitor", "network", "news", "newsroom", "observer",
  "of", "office", "online", "organisation", "organization", "party", "press", "radio", "redacción", "redaktion",
  "reporters", "rédaction", "service", "services", "society", "staff", "team", "television", "times", "tribune",
  "tv", "und", "union", "university", "агентство", "бюро", "и", "издание", "информ", "комитет", "корреспонденты",
  "министерство", "новости", "отдел", "пресса", "радио", "редакция", "служба", "телеканал", "фонд", NULL
};

/* Words that belong to the family name that follows them, folded. */
static const char * const particles[] = {
  "af", "al", "av", "bin", "da", "das", "de", "degli", "del", "della", "den", "der", "des", "di", "do", "dos", "du",
  "el", "ibn", "la", "las", "le", "los", "ten", "ter", "van", "von", "zu", "zum", "zur", "'t", "’t",
  "аль", "бен", "ван", "дер", "де", "ди", "ибн", "ла", "ле", "фон", "эль", NULL
};

static const char * const suffixes[] = { "ii", "iii", "iv", "jr", "jr.", "sr", "sr.", NULL };

static const char * const honorifics[] = {
  "dame", "dr", "dr.", "frau", "herr", "lady", "lord", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mx", "mx.",
  "prof", "prof.", "sir", NULL
};

static gboolean
is_one_of (const char         *word,
           const char * const *words)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strv_contains (words, folded);
}

static gboolean
has_case (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC ||
         script == G_UNICODE_SCRIPT_GREEK || script == G_UNICODE_SCRIPT_ARMENIAN;
}

/* Letters of a script that writes the given name first, and the few signs that names have. */
static gboolean
is_name_word (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c) || c == '.' || c == '-' || c == '\'' || c == 0x2019 || c == 0x2010)
        continue;
      if (!g_unichar_isalpha (c) || !has_case (c))
        return FALSE;
    }

  return TRUE;
}

/* "BBC", but not "JK": an acronym starts the name of an organisation, initials that of a person. */
static gboolean
is_acronym (const char *word)
{
  guint n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      if (!g_unichar_isupper (g_utf8_get_char (p)))
        return FALSE;
    }

  return n >= 3;
}

static char *
join (char **words,
      guint  first,
      guint  after)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < after; i++)
    {
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, words[i]);
    }

  return g_string_free (joined, FALSE);
}

/* Splits at white space, without empty words. */
static GStrv
split_words (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *p = text;

  while (*p != '\0')
    {
      const char *start;

      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      start = p;
      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        {
          g_autofree char *word = g_strndup (start, p - start);

          g_strv_builder_add (builder, word);
        }
    }

  return g_strv_builder_end (builder);
}

static gboolean
is_personal (char  **words,
             guint   first,
             guint   n)
{
  gboolean shouts = TRUE;

  if (n - first < 2 || n - first > 6)
    return FALSE;

  for (guint i = first; i < n; i++)
    {
      if (!is_name_word (words[i]) || is_one_of (words[i], organisation_words))
        return FALSE;
      if (!is_acronym (words[i]))
        shouts = FALSE;
    }
  if (is_acronym (words[first]) && !shouts)
    return FALSE;

  /* A name that its owner writes small, or a family name cut down to a letter, is a screen name. */
  return g_unichar_isupper (g_utf8_get_char (words[n - 1])) && g_utf8_strlen (words[n - 1], -1) > 1 &&
         !g_str_has_suffix (words[n - 1], ".");
}

/* "Smith, Jane" is inverted already; "Jane Smith, Moscow" and "Smith, ABC News" are something else. */
static gboolean
read_inverted (DatelineName *self,
               const char   *printed)
{
  g_auto(GStrv) halves = g_strsplit (printed, ",", 3);
  g_auto(GStrv) family = NULL;
  g_auto(GStrv) given = NULL;
  guint n_family;

  if (g_strv_length (halves) != 2)
    return FALSE;

  family = split_words (halves[0]);
  given = split_words (halves[1]);
  n_family = g_strv_length (family);
  if (n_family == 0 || given[0] == NULL || g_strv_length (given) > 3 || is_one_of (given[0], suffixes))
    return FALSE;

  for (guint i = 0; i < n_family; i++)
    {
      if (!is_name_word (family[i]) || is_one_of (family[i], organisation_words) ||
          (i + 1 < n_family && !is_one_of (family[i], particles)))
        return FALSE;
    }
  for (guint i = 0; given[i] != NULL; i++)
    {
      if (!is_name_word (given[i]) || is_one_of (given[i], organisation_words))
        return FALSE;
    }

  self->family = join (family, 0, n_family);
  self->given = join (given, 0, g_strv_length (given));

  return TRUE;
}

static gboolean
read_straight (DatelineName *self,
               const char   *printed)
{
  g_autofree char *without_commas = g_strdelimit (g_strdup (printed), ",", ' ');
  g_auto(GStrv) words = split_words (without_commas);
  guint n = g_strv_length (words);
  guint first = 0;
  guint family;

  if (n > 2 && is_one_of (words[n - 1], suffixes))
    n--;
  else if (strchr (printed, ',') != NULL)
    return FALSE;
  if (n > 2 && is_one_of (words[0], honorifics))
    first = 1;
  else if (n > 0 && is_one_of (words[0], honorifics))
    return FALSE;
  if (!is_personal (words, first, n))
    return FALSE;

  family = n - 1;
  while (family > first && is_one_of (words[family - 1], particles))
    family--;
  /* "van Gogh" is a family name without a given one; "Al Gore" has no particle. */
  if (family == first)
    {
      if (!g_unichar_isupper (g_utf8_get_char (words[first])))
        return FALSE;
      family = first + 1;
    }

  self->family = join (words, family, n);
  self->given = join (words, first, family);
  if (words[n] != NULL)
    self->suffix = g_strdup (words[n]);

  return TRUE;
}

/**
 * dateline_name_new:
 * @printed: a name as printed, such as "By Jane Smith"
 * @personal: %FALSE if it is known to name an organisation
 *
 * Takes a name apart.
 *
 * Returns: (transfer full): the name
 */
DatelineName *
dateline_name_new (const char *printed,
                   gboolean    personal)
{
  DatelineName *self;
  g_auto(GStrv) words = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (printed != NULL, NULL);

  self = g_new0 (DatelineName, 1);
  words = split_words (printed);
  name = join (words, words[0] != NULL && words[1] != NULL && g_ascii_strcasecmp (words[0], "by") == 0 ? 1 : 0,
               g_strv_length (words));

  if (!personal || (!read_inverted (self, name) && !read_straight (self, name)))
    self->literal = g_steal_pointer (&name);

  return self;
}

/**
 * dateline_name_free:
 * @self: (transfer full): a name
 *
 * Frees a name.
 */
void
dateline_name_free (DatelineName *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->literal);
  g_free (self->family);
  g_free (self->given);
  g_free (self->suffix);
  g_free (self);
}

/**
 * dateline_name_dup_inverted:
 * @self: a name
 *
 * The name with the family name first.
 *
 * Returns: (transfer full): such as "Smith, Jane, Jr."
 */
char *
dateline_name_dup_inverted (const DatelineName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->literal != NULL)
    return g_strdup (self->literal);
  if (self->suffix != NULL)
    return g_strdup_printf ("%s, %s, %s", self->family, self->given, self->suffix);

  return g_strdup_printf ("%s, %s", self->family, self->given);
}

/**
 * dateline_name_dup_initials:
 * @self: a name
 *
 * The name with the family name first and the given names as initials.
 *
 * Returns: (transfer full): such as "Smith, J.-P. A., Jr."
 */
char *
dateline_name_dup_initials (const DatelineName *self)
{
  g_autoptr(GString) out = NULL;
  gboolean at_start = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->literal != NULL)
    return g_strdup (self->literal);

  out = g_string_new (self->family);
  g_string_append_c (out, ',');
  for (const char *p = self->given; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || c == '.' || c == '-' || c == 0x2010)
        {
          at_start = TRUE;
        }
      else if (at_start && g_unichar_isalpha (c))
        {
          gboolean hyphen = p > self->given && (p[-1] == '-' || *g_utf8_prev_char (p) == '\xe2');

          if (hyphen)
            g_string_append_c (out, '-');
          else
            g_string_append_c (out, ' ');
          g_string_append_unichar (out, c);
          while (g_unichar_ismark (g_utf8_get_char (g_utf8_next_char (p))))
            {
              p = g_utf8_next_char (p);
              g_string_append_unichar (out, g_utf8_get_char (p));
            }
          g_string_append_c (out, '.');
          at_start = FALSE;
        }
    }
  if (self->suffix != NULL)
    g_string_append_printf (out, ", %s", self->suffix);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * dateline_name_dup_straight:
 * @self: a name
 *
 * The name with the given names first.
 *
 * Returns: (transfer full): such as "Jane Smith Jr."
 */
char *
dateline_name_dup_straight (const DatelineName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->literal != NULL)
    return g_strdup (self->literal);
  if (self->suffix != NULL)
    return g_strdup_printf ("%s %s %s", self->given, self->family, self->suffix);

  return g_strdup_printf ("%s %s", self->given, self->family);
}
