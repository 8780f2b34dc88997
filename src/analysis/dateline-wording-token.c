/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a wording apart into words and numbers. */
#include "config.h"

#include "dateline-wording-private.h"

#include "dateline-text.h"

static void
token_clear (gpointer data)
{
  g_free (((DatelineToken *) data)->word);
}

/* Digits in groups of three are one number: "5,000", "5 000" with a space that does not break. */
static const char *
read_digits (const char    *p,
             DatelineToken *token)
{
  double scale = 1;

  while (TRUE)
    {
      const char *rest = p;

      if (g_ascii_isdigit (*p))
        {
          token->number = token->number * 10 + (*p++ - '0');
          continue;
        }
      if (*rest == ',')
        rest++;
      else if (g_str_has_prefix (rest, "\302\240"))
        rest += 2;
      else if (g_str_has_prefix (rest, "\342\200\257") || g_str_has_prefix (rest, "\342\200\211"))
        rest += 3;
      if (rest == p || !g_ascii_isdigit (rest[0]) || !g_ascii_isdigit (rest[1]) || !g_ascii_isdigit (rest[2]) ||
          g_ascii_isdigit (rest[3]))
        break;
      p = rest;
    }

  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p); p++)
      {
        scale /= 10;
        token->number += (*p - '0') * scale;
        token->decimals++;
      }
  else if (*p == '/' && g_ascii_isdigit (p[1]) && p[1] != '0' && !g_ascii_isdigit (p[2]))
    {
      token->number /= p[1] - '0';
      token->is_fraction = TRUE;
      p += 2;
    }

  /* "2nd", "17th" */
  if (token->decimals == 0 && (g_str_has_prefix (p, "st") || g_str_has_prefix (p, "nd") || g_str_has_prefix (p, "rd") ||
                               g_str_has_prefix (p, "th")) &&
      !g_ascii_isalpha (p[2]))
    p += 2;

  return p;
}

/* The words and numbers of a wording; what stands between them says little. */
GArray *
_dateline_wording_split (const char *words)
{
  static const struct
  {
    gunichar letter;
    double   number;
  } vulgar[] = { { 0xbc, .25 }, { 0xbd, .5 }, { 0xbe, .75 } };
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (DatelineToken));
  const char *p = words;

  g_array_set_clear_func (tokens, token_clear);
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      DatelineToken token = { .from = p - words };

      for (guint i = 0; i < G_N_ELEMENTS (vulgar); i++)
        if (vulgar[i].letter == c)
          {
            token.number = vulgar[i].number;
            token.is_fraction = TRUE;
          }

      if (token.is_fraction)
        {
          p = g_utf8_next_char (p);
        }
      else if (g_ascii_isdigit (*p))
        {
          p = read_digits (p, &token);
        }
      else if (g_unichar_isalpha (c))
        {
          const char *start = p;
          g_autofree char *word = NULL;

          while (g_unichar_isalpha (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          word = g_strndup (start, p - start);
          token.word = dateline_text_fold (word);
        }
      else
        {
          p = g_utf8_next_char (p);
          continue;
        }
      token.to = p - words;
      g_array_append_val (tokens, token);
    }

  return tokens;
}

gboolean
_dateline_wording_is (GArray     *tokens,
                      guint       i,
                      const char *word)
{
  return i < tokens->len && g_strcmp0 (g_array_index (tokens, DatelineToken, i).word, word) == 0;
}
