/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown: text that CommonMark, and GitHub's dialect of it, shows as it was. Only what would be read as markup is
 * escaped, since the file is also read and searched as plain text. */
#include "config.h"

#include "dateline-escape.h"

#include <string.h>

/* "&amp;", "&#13;" and the like; longer names do not exist. */
static gboolean
is_entity (const char *p)
{
  gsize n = 1;

  if (p[n] == '#')
    n++;
  while (g_ascii_isalnum (p[n]) && n < 40)
    n++;

  return n > 1 && p[n] == ';';
}

/* The length of an address that GitHub would link by itself, if one starts at @p. */
static gsize
measure_url (const char *p)
{
  gsize n = 0;

  if (g_ascii_strncasecmp (p, "https://", 8) != 0 && g_ascii_strncasecmp (p, "http://", 7) != 0 &&
      g_ascii_strncasecmp (p, "ftp://", 6) != 0)
    return 0;

  while ((guchar) p[n] > 0x20 && p[n] != 0x7f && strchr ("<>\"`\\", p[n]) == NULL &&
         !g_unichar_isspace (g_utf8_get_char (p + n)))
    n = (gsize) (g_utf8_next_char (p + n) - p);

  return n;
}

/* So does what starts like a host, but that can be stopped by escaping its dot. */
static gboolean
is_host (const char *p)
{
  const char *end;

  if (g_ascii_strncasecmp (p, "www.", 4) != 0)
    return FALSE;
  end = p + strcspn (p, " \t" "\\`*~^$|_[]&#<>(");

  return *end != '\0' && *end != ' ' && *end != '\t';
}

/* ":smile:", but not ":30:" */
static gboolean
is_emoji_name (const char *p)
{
  gsize n = strspn (p + 1, "abcdefghijklmnopqrstuvwxyz0123456789_+-");

  return n > 0 && p[1 + n] == ':' && strspn (p + 1, "0123456789") < n;
}

/* "1." and "1)" before white space start a list. */
static gsize
measure_list_number (const char *p)
{
  gsize n = 0;

  while (g_ascii_isdigit (p[n]) && n < 10)
    n++;
  if (n == 0 || n > 9 || (p[n] != '.' && p[n] != ')'))
    return 0;

  return p[n + 1] == '\0' || p[n + 1] == ' ' || p[n + 1] == '\t' ? n : 0;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

static void
append_sign (GString    *out,
             const char *p,
             gunichar    before,
             gboolean    at_start)
{
  gunichar after = g_utf8_get_char (g_utf8_next_char (p));
  gboolean escaped;

  switch (*p)
    {
    case '\\':
    case '`':
    case '*':
    case '~':
    case '^':
    case '$':
    case '|':
      escaped = TRUE;
      break;
    case '_':
      escaped = !is_word (before) || !is_word (after);
      break;
    case '#':
    case '>':
    case '+':
    case '-':
    case '=':
      escaped = at_start;
      break;
    case ':':
      escaped = at_start || is_emoji_name (p);
      break;
    case '[':
      /* Elsewhere brackets are text, since nothing here ever defines a reference. */
      escaped = at_start || after == '^' || after == '[';
      break;
    case ']':
      escaped = after == 0 || after == '(' || after == '[' || after == ':' || after == '{';
      break;
    case '<':
      if (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!' || p[1] == '?' || p[1] == '\0')
        g_string_append (out, "&lt;");
      else
        g_string_append_c (out, '<');
      return;
    case '&':
      g_string_append (out, is_entity (p) ? "&amp;" : "&");
      return;
    case '\r':
      g_string_append (out, "&#13;");
      return;
    default:
      escaped = FALSE;
      break;
    }

  if (escaped)
    g_string_append_c (out, '\\');
  g_string_append_c (out, *p);
}

static void
append_link (GString    *out,
             const char *url,
             gsize       length)
{
  g_string_append_c (out, '<');
  for (gsize i = 0; i < length; i++)
    {
      if (url[i] == '&' && is_entity (url + i))
        g_string_append (out, "&amp;");
      else
        g_string_append_c (out, url[i]);
    }
  g_string_append_c (out, '>');
}

static void
append_url (GString    *out,
            const char *url,
            gsize       length)
{
  gboolean plain = url[length] == '\0' || g_ascii_isspace (url[length]);

  for (gsize i = 0; i < length && plain; i++)
    plain = strchr ("\\`*~^$|_[]&", url[i]) == NULL;

  /* Escapes do not work in what becomes a link by itself, and are not needed in one that is marked as a link. */
  if (plain)
    g_string_append_len (out, url, (gssize) length);
  else
    append_link (out, url, length);
}

/* Appends a line, which ends at its NUL. */
static void
append_line (GString    *out,
             const char *line,
             gboolean    at_start)
{
  gunichar before = 0;
  const char *p = line;

  while (*p != '\0')
    {
      gsize url = before < 0x80 && g_ascii_isalpha ((char) before) ? 0 : measure_url (p);
      gsize number = at_start ? measure_list_number (p) : 0;

      if (url > 0)
        {
          append_url (out, p, url);
          p += url;
          before = g_utf8_get_char (g_utf8_prev_char (p));
        }
      else if (number > 0)
        {
          g_string_append_len (out, p, (gssize) number);
          g_string_append_printf (out, "\\%c", p[number]);
          p += number + 1;
          before = '.';
        }
      else if (!is_word (before) && before != '.' && is_host (p))
        {
          g_string_append_len (out, p, 3);
          g_string_append (out, "\\.");
          p += 4;
          before = '.';
        }
      else if ((guchar) *p < 0x80)
        {
          append_sign (out, p, before, at_start);
          before = (gunichar) *p;
          p++;
        }
      else
        {
          before = g_utf8_get_char (p);
          g_string_append_unichar (out, before);
          p = g_utf8_next_char (p);
        }
      at_start = FALSE;
    }
}

/**
 * dateline_escape_markdown:
 * @out: where to append
 * @text: UTF-8 text
 *
 * Appends text as part of a line. Line breaks become spaces, and spaces at the start of the line go.
 */
void
dateline_escape_markdown (GString    *out,
                          const char *text)
{
  g_autoptr(GString) line = NULL;
  gboolean at_start;
  const char *p;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  line = g_string_new (NULL);
  dateline_escape_line (line, text);
  at_start = out->len == 0 || out->str[out->len - 1] == '\n';
  /* An indented line would be code. */
  p = at_start ? line->str + strspn (line->str, " \t") : line->str;
  append_line (out, p, at_start);
}

/**
 * dateline_escape_markdown_link:
 * @out: where to append
 * @url: an address of the web
 *
 * Appends an address as a link that shows it.
 */
void
dateline_escape_markdown_link (GString    *out,
                               const char *url)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (dateline_escape_is_web_address (url));

  append_link (out, url, strlen (url));
}

/* White space at the ends of a line would be dropped, or break it. */
static void
append_whole_line (GString    *out,
                   const char *line)
{
  gsize length = strlen (line);
  gsize first = strspn (line, " \t");
  gsize last = length;
  g_autofree char *middle = NULL;

  while (last > first && (line[last - 1] == ' ' || line[last - 1] == '\t'))
    last--;
  middle = g_strndup (line + first, last - first);

  for (gsize i = 0; i < first; i++)
    g_string_append_printf (out, "&#%d;", line[i]);
  append_line (out, middle, first == 0);
  for (gsize i = last; i < length; i++)
    g_string_append_printf (out, "&#%d;", line[i]);
}

/**
 * dateline_escape_markdown_block:
 * @out: where to append
 * @text: UTF-8 text
 * @prefix: what every line starts with, such as "> "
 *
 * Appends text as a block of its own, ending with a line feed. A line break of the text becomes a hard one, two
 * part paragraphs; any others stay as characters.
 */
void
dateline_escape_markdown_block (GString    *out,
                                const char *text,
                                const char *prefix)
{
  g_autofree char *bare = NULL;
  const char *p = text;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (prefix != NULL);

  bare = g_strchomp (g_strdup (prefix));

  g_string_append (out, prefix);
  while (*p != '\0')
    {
      gsize length = strcspn (p, "\n");
      gsize breaks = strspn (p + length, "\n");
      gboolean between = length > 0 && p[length + breaks] != '\0';
      g_autofree char *line = g_strndup (p, length);

      append_whole_line (out, line);
      if (between && breaks == 1)
        g_string_append_printf (out, "\\\n%s", prefix);
      else if (between && breaks == 2)
        g_string_append_printf (out, "\n%s\n%s", bare, prefix);
      else
        for (gsize i = 0; i < breaks; i++)
          g_string_append (out, "&#10;");
      p += length + breaks;
    }
  g_string_append_c (out, '\n');
}
