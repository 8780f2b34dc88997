/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spells a word in plain Latin letters, so that the usual spellings of one name meet.
 *
 * First every letter becomes Latin letters without marks:
 *
 * - Cyrillic by the BGN/PCGN romanisations (Russian 1947, Ukrainian 1965, Belarusian 1979, Bulgarian 2013), as newspapers
 *   in English do, without their marks: ж zh, х kh, ц ts, ч ch, ш sh, щ shch, ю yu, я ya, є ye, ё and э e. ь is dropped,
 *   and so is ъ, except between consonants, where only Bulgarian has it and spells it a. What follows ь or ъ keeps its
 *   y (Соловьёв: Solovyev). The letters that only Serbian and Macedonian have are spelled as their own Latin alphabet
 *   does (љ lj, њ nj, ћ c, џ dz, ђ d), as ISO 9 does too. The Kazakh and Tatar letters lose their tails.
 * - Greek by ELOT 743, without its rules on pairs of consonants.
 * - Latin letters lose their marks; ß ss, æ ae, œ oe, ø o, ð d, þ th, ł l, đ d, ı i, ə a.
 * - Any other script stays as it is, in lower case.
 *
 * Then letters that spellings of one name differ in become one, whatever script they came from:
 *
 * - i, y and j are i, and two in a row are one: Yulia, Julia, Iulia, Yuliya, Юлия; Zelensky, Zelenskyy, Зеленський.
 * - x is ks: Alexei, Aleksey, Алексей.       - w is v: Nawalny.       - kh is h (ISO 9): Khodorkovsky, Hodorkovskij.
 * - ye that begins a word is e, and e after a vowel has no y before it: Yevgeny, Evgeny, Евгений; Dostoyevsky.
 * - č, š, ž are c, s, z, and the word has a second spelling with ch, sh, zh (ISO 9): Puškin is found as Puskin and Pushkin.
 *
 * Not attempted, because it would make strangers meet: what depends on the language of a word (г as h, ц as c, ч as č),
 * German and French spellings by ear (Tschechow, Poutine). Those meet through the aliases of a person.
 *
 * A spelled word spells itself, and the beginning of a word is spelled as the beginning of what the word is spelled as,
 * but for the few endings that dateline_spelling_continues_as() tells. */
#include "config.h"

#include "dateline-spelling.h"

#include <string.h>

/* From а to ђ's block: U+0430 to U+045F. й, ё, ї, ў, ѓ and ќ have been taken apart before. */
static const char *const cyrillic[] = {
  "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
  "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
  "e", "e", "d", "g", "ye", "dz", "i", "yi", "j", "lj", "nj", "c", "k", "i", "u", "dz"
};

/* From α: U+03B1 to U+03C9. */
static const char *const greek[] = {
  "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p",
  "r", "s", "s", "t", "y", "f", "ch", "ps", "o"
};

static const struct
{
  gunichar    letter;
  const char *latin;
} others[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" }, { 0x0131, "i" }, { 0x0142, "l" }, { 0x014b, "n" }, { 0x0153, "oe" }, { 0x0167, "t" },
  { 0x0259, "a" }, { 0x0463, "e" }, { 0x0473, "f" }, { 0x0475, "i" }, { 0x0491, "g" }, { 0x0493, "g" },
  { 0x0497, "zh" }, { 0x0499, "z" }, { 0x049b, "k" }, { 0x049d, "k" }, { 0x04a3, "n" }, { 0x04ab, "s" },
  { 0x04af, "u" }, { 0x04b1, "u" }, { 0x04b3, "kh" }, { 0x04bb, "h" }, { 0x04cf, "" }, { 0x04d9, "a" },
  { 0x04e9, "o" }
};

#define BREVE 0x0306
#define CARON 0x030c
#define SOFT_SIGN 0x044c
#define HARD_SIGN 0x044a

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

static gboolean
is_cyrillic_vowel (gunichar c)
{
  switch (c)
    {
    case 0x0430: /* а */
    case 0x0435: /* е */
    case 0x0438: /* и */
    case 0x043e: /* о */
    case 0x0443: /* у */
    case 0x044b: /* ы */
    case 0x044d: /* э */
    case 0x044e: /* ю */
    case 0x044f: /* я */
    case 0x0454: /* є */
    case 0x0456: /* і */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Marks of letters, vowel points of Hebrew and Arabic, and what only tells where a word may break. Other scripts have
 * marks that are letters in their own right. */
static gboolean
is_dropped (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0591 && c <= 0x05c7) || (c >= 0x064b && c <= 0x065f) || c == 0x0670 ||
         (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20ff) ||
         (c >= 0xfe20 && c <= 0xfe2f) || (c >= 0x02b0 && c <= 0x02ff) || c == 0x00ad || c == '\'' ||
         (c >= 0x200b && c <= 0x200d) || c == 0x2019 || c == 0x2060 || c == 0xfeff;
}

/* Adds one letter, in its reduced form. */
static void
push (char    *spelled,
      gsize   *length,
      gboolean begins_with_y,
      char     c)
{
  gsize n = *length;

  if (n >= DATELINE_SPELLING_MAX)
    return;

  switch (c)
    {
    case 'y':
    case 'j':
      c = 'i';
      break;
    case 'w':
      c = 'v';
      break;
    case 'x':
      push (spelled, length, begins_with_y, 'k');
      push (spelled, length, begins_with_y, 's');
      return;
    default:
      break;
    }

  if (c == 'i' && n > 0 && spelled[n - 1] == 'i')
    return;
  if (c == 'e' && n > 0 && spelled[n - 1] == 'i' && ((n == 1 && begins_with_y) || (n > 1 && is_vowel (spelled[n - 2]))))
    n--;
  while (c == 'h' && n > 0 && spelled[n - 1] == 'k')
    n--;

  spelled[n++] = c;
  spelled[n] = '\0';
  *length = n;
}

static void
push_raw (char    *spelled,
          gsize   *length,
          gunichar c)
{
  if (*length >= DATELINE_SPELLING_MAX)
    return;

  *length += g_unichar_to_utf8 (c, spelled + *length);
  spelled[*length] = '\0';
}

/* The Latin letters for @c, or %NULL if it is to stay. */
static const char *
find_latin (gunichar c,
            gunichar before,
            gunichar after)
{
  if (c == HARD_SIGN)
    return after == 0 || is_cyrillic_vowel (after) ? "" : "a";
  if (before == SOFT_SIGN || before == HARD_SIGN)
    {
      if (c == 0x0435) /* е */
        return "ye";
      if (c == 0x043e) /* о */
        return "yo";
    }
  if (c == 0x0438 && after == BREVE) /* й */
    return "y";
  if (c == 0x03c5) /* υ */
    {
      if (before == 0x03bf)
        return "u";
      if (before == 0x03b1 || before == 0x03b5)
        return "v";
    }
  if (c >= 0x0430 && c < 0x0430 + G_N_ELEMENTS (cyrillic))
    return cyrillic[c - 0x0430];
  if (c >= 0x03b1 && c < 0x03b1 + G_N_ELEMENTS (greek))
    return greek[c - 0x03b1];
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].letter == c)
      return others[i].latin;

  return NULL;
}

/* Lower case, taken apart into letters and marks. */
static gsize
take_apart (const char *word,
            gsize       length,
            gunichar   *letters,
            gsize       max)
{
  const char *end = word + length;
  gsize n = 0;

  for (const char *p = word; p < end && n < max;)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n_parts;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          p++;
          continue;
        }
      p = g_utf8_next_char (p);
      n_parts = g_unichar_fully_decompose (g_unichar_tolower (c), TRUE, parts, G_N_ELEMENTS (parts));
      for (gsize i = 0; i < n_parts && n < max; i++)
        letters[n++] = g_unichar_tolower (parts[i]);
    }

  return n;
}

static void
spell_letters (DatelineSpelling *self,
               const gunichar   *letters,
               gsize             n)
{
  gsize length = 0;
  gsize second_length = 0;
  gboolean has_second = FALSE;
  gunichar before = 0;

  for (gsize i = 0; i < n; i++)
    {
      gunichar c = letters[i];
      gunichar after = i + 1 < n ? letters[i + 1] : 0;
      char single[2] = { 0 };
      const char *latin;

      if (is_dropped (c))
        continue;

      if (c < 0x80)
        {
          single[0] = (char) c;
          latin = single;
        }
      else
        {
          latin = find_latin (c, before, after);
        }
      before = c;

      if (latin == NULL)
        {
          push_raw (self->main, &length, c);
          push_raw (self->second, &second_length, c);
          continue;
        }
      if (length == 0 && *latin != '\0')
        self->begins_with_y = *latin == 'y';
      for (const char *p = latin; *p != '\0'; p++)
        {
          push (self->main, &length, self->begins_with_y, *p);
          push (self->second, &second_length, self->begins_with_y, *p);
        }
      if (after == CARON && (c == 'c' || c == 's' || c == 'z'))
        {
          push (self->second, &second_length, self->begins_with_y, 'h');
          has_second = TRUE;
        }
    }

  if (!has_second)
    self->second[0] = '\0';
}

/**
 * dateline_spelling_init:
 * @self: (out caller-allocates): where to put the spelling
 * @word: a word; what is not UTF-8 in it does not count
 * @length: its length in bytes
 *
 * Spells a word for searching. The spelling is empty if the word has no letter or digit that counts.
 */
void
dateline_spelling_init (DatelineSpelling *self,
                        const char       *word,
                        gsize             length)
{
  gunichar letters[DATELINE_SPELLING_MAX * 2];
  gboolean ascii = TRUE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (word != NULL);

  self->main[0] = '\0';
  self->second[0] = '\0';
  self->begins_with_y = FALSE;

  for (gsize i = 0; i < length && ascii; i++)
    ascii = (guchar) word[i] < 0x80;

  if (ascii)
    {
      gsize n = 0;

      self->begins_with_y = length > 0 && g_ascii_tolower (word[0]) == 'y';
      for (gsize i = 0; i < length; i++)
        if (word[i] != '\'')
          push (self->main, &n, self->begins_with_y, g_ascii_tolower (word[i]));
    }
  else
    {
      spell_letters (self, letters, take_apart (word, length, letters, G_N_ELEMENTS (letters)));
    }
}

/**
 * dateline_spelling_continues_as:
 * @self: how the beginning of a word is spelled
 * @other: (out caller-allocates): room for %DATELINE_SPELLING_MAX + 8 bytes
 *
 * Finds how else a word that begins so may be spelled once it goes on: "Mik" may become Mikhail, which is spelled
 * `mihail`.
 *
 * Returns: %FALSE if there is no other way
 */
gboolean
dateline_spelling_continues_as (const DatelineSpelling *self,
                                char                   *other)
{
  gsize n;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  n = strlen (self->main);
  g_strlcpy (other, self->main, DATELINE_SPELLING_MAX + 8);
  if (n > 0 && other[n - 1] == 'k')
    other[n - 1] = 'h';
  else if (n > 0 && other[n - 1] == 'i' && (n == 1 ? self->begins_with_y : is_vowel (other[n - 2])))
    other[n - 1] = 'e';
  else
    return FALSE;

  return TRUE;
}
