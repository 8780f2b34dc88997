/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text is data: what it takes so that a format does not read commands, markup or formulas into it. */
#include "config.h"

#include "dateline-escape.h"

#include <string.h>

/* Whatever some reader takes for the end of a line. */
static gboolean
is_line_break (gunichar c)
{
  return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/**
 * dateline_escape_line:
 * @out: where to append
 * @text: UTF-8 text
 *
 * Appends text as one line: a run of line breaks becomes a space.
 */
void
dateline_escape_line (GString    *out,
                      const char *text)
{
  gboolean broken = FALSE;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_line_break (c))
        {
          if (!broken)
            g_string_append_c (out, ' ');
          broken = TRUE;
        }
      else
        {
          g_string_append_len (out, p, g_utf8_next_char (p) - p);
          broken = FALSE;
        }
    }
}

/**
 * dateline_escape_html:
 * @out: where to append
 * @text: UTF-8 text
 *
 * Appends text so that it can stand in an element or in a quoted attribute.
 */
void
dateline_escape_html (GString    *out,
                      const char *text)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        case '\'':
          g_string_append (out, "&#39;");
          break;
        case '\r':
          /* A bare one would be read as a line feed. */
          g_string_append (out, "&#13;");
          break;
        default:
          g_string_append_c (out, *p);
          break;
        }
    }
}

/* What makes spreadsheets take a cell for a formula or a command. */
static gboolean
starts_formula (const char *text)
{
  gunichar c;

  while (*text == '\'')
    text++;
  if (*text == '\0')
    return FALSE;
  if (strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;

  c = g_utf8_get_char (text);

  return c == 0xff1d || c == 0xff0b || c == 0xff0d || c == 0xff20;
}

/**
 * dateline_escape_csv:
 * @out: where to append
 * @text: UTF-8 text
 *
 * Appends a field of a CSV record, quoted as RFC 4180 says where it must be. What a spreadsheet would take for a
 * formula gets an apostrophe in front; so does text that starts with apostrophes and then looks like a formula, so
 * that taking one away always gives the text back.
 */
void
dateline_escape_csv (GString    *out,
                     const char *text)
{
  gsize length;
  gboolean quoted;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  length = strlen (text);
  quoted = strpbrk (text, ",;\"\t\r\n") != NULL || *text == ' ' || (length > 0 && text[length - 1] == ' ');

  if (quoted)
    g_string_append_c (out, '"');
  if (starts_formula (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

static const char *
get_latex (gunichar c)
{
  switch (c)
    {
    case '#':
      return "\\#";
    case '$':
      return "\\$";
    case '%':
      return "\\%";
    case '&':
      return "\\&";
    case '_':
      return "\\_";
    /* BibTeX counts braces, also those behind a backslash. */
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '\\':
      return "\\textbackslash{}";
    case '`':
      return "\\textasciigrave{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '|':
      return "\\textbar{}";
    case '<':
      return "\\textless{}";
    case '>':
      return "\\textgreater{}";
    case '\t':
      return "\\ ";
    default:
      if (is_line_break (c))
        return "\\newline{}";
      return c < 0x20 || c == 0x7f ? "\xef\xbf\xbd" : NULL;
    }
}

/**
 * dateline_escape_latex:
 * @out: where to append
 * @text: UTF-8 text
 *
 * Appends text so that it can stand in a braced field of BibTeX: with the signs of LaTeX as macros, balanced braces,
 * and neither ligatures nor collapsed spaces where the text has none. Control characters, on which TeX stops, become
 * replacement characters.
 */
void
dateline_escape_latex (GString    *out,
                       const char *text)
{
  gunichar before = 0;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *macro = get_latex (c);

      if (c == '\r' && p[1] == '\n')
        continue;

      if (macro != NULL)
        g_string_append (out, macro);
      else if (c == ' ' && (before == ' ' || before == '\t' || before == 0 || is_line_break (before)))
        g_string_append (out, "\\ ");
      else if (c == before && (c == '-' || c == '\'' || c == ','))
        g_string_append_printf (out, "{}%c", (char) c);
      else
        g_string_append_unichar (out, c);
      before = c;
    }
}

/**
 * dateline_escape_is_web_address:
 * @url: text that may be an address
 *
 * Whether the text may become a link: only addresses of the web do, so that no "javascript:" is ever followed.
 *
 * Returns: %TRUE if it is an absolute http or https address
 */
gboolean
dateline_escape_is_web_address (const char *url)
{
  const char *rest;

  g_return_val_if_fail (url != NULL, FALSE);

  if (g_ascii_strncasecmp (url, "https://", 8) == 0)
    rest = url + 8;
  else if (g_ascii_strncasecmp (url, "http://", 7) == 0)
    rest = url + 7;
  else
    return FALSE;

  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c <= 0x20 || c == 0x7f || g_unichar_isspace (c) || is_line_break (c) || strchr ("<>\"`\\", c < 128 ? (int) c : 'x') != NULL)
        return FALSE;
    }

  return *rest != '\0' && *rest != '/';
}
