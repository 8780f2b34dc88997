/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks through JSON of unknown origin before json-glib sees it.
 *
 * json-glib 1.6 crashes on deep nesting, takes comments, single quotes, hexadecimal and leading zeros for JSON, bends
 * numbers that do not fit, cuts texts at "\u0000" and ignores what follows the first document. This scan neither
 * recurses nor allocates in proportion to its input, and lets through only what RFC 8259 allows and json-glib keeps. */
#include "config.h"

#include "dateline-json-guard.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dateline-story-error.h"

/* Members of one object that are compared with each other; objects of a story stay far below. */
#define MAX_COMPARED 64

/* Bytes after which a path is too long to help anybody. */
#define MAX_PATH 200

typedef struct
{
  gboolean    is_array;
  guint       index;      /* elements, or members, before the current one */
  const char *name;       /* of the current member, as it is written */
  gsize       name_length;
  guint       first_name; /* where the names of this object start in Scan.names */
} Frame;

typedef struct
{
  const char *text;
  gsize       length;
} Name;

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_NAME,
  EXPECT_NAME_OR_END,
  EXPECT_COLON,
  EXPECT_NEXT
} Expect;

typedef struct
{
  const char         *start;
  const char         *p;
  const char         *end;
  Frame               frames[DATELINE_JSON_MAX_DEPTH];
  guint               depth;
  GArray             *names;
  DatelineJsonReport *report;
  GError            **error;
} Scan;

static char *
dup_path (Scan *scan)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < scan->depth && path->len < MAX_PATH; i++)
    {
      Frame *frame = &scan->frames[i];

      if (frame->is_array)
        dateline_json_path_append_index (path, frame->index);
      else if (frame->name != NULL)
        dateline_json_path_append_name (path, frame->name, frame->name_length);
    }

  return g_string_free (path, FALSE);
}

static void
get_position (Scan  *scan,
              guint *line,
              guint *column)
{
  const char *start_of_line = scan->start;

  *line = 1;
  for (const char *p = scan->start; p < scan->p; p++)
    if (*p == '\n')
      {
        (*line)++;
        start_of_line = p + 1;
      }
  *column = (guint) g_utf8_strlen (start_of_line, scan->p - start_of_line) + 1;
}

static gboolean
fail_truncated (Scan *scan)
{
  g_autofree char *path = dup_path (scan);
  guint line;
  guint column;

  scan->p = scan->end;
  get_position (scan, &line, &column);
  if (*path != '\0')
    g_set_error (scan->error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_TRUNCATED,
                 /* Translators: %s is a place in a JSON file, such as events[3].date */
                 _("The file is cut short: it ends at line %u, column %u, within %s"), line, column, path);
  else
    g_set_error (scan->error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_TRUNCATED,
                 _("The file is cut short: it ends at line %u, column %u"), line, column);

  return FALSE;
}

/* @what is a noun phrase that names what stands at the current position. */
static gboolean
fail_syntax (Scan       *scan,
             const char *what)
{
  g_autofree char *path = dup_path (scan);
  guint line;
  guint column;

  get_position (scan, &line, &column);
  if (*path != '\0')
    g_set_error (scan->error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_SYNTAX,
                 /* Translators: the first %s is a place in a JSON file, such as events[3].date, the second what was found there */
                 _("The file is not valid JSON at line %u, column %u, in %s: %s"), line, column, path, what);
  else
    g_set_error (scan->error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_SYNTAX,
                 /* Translators: %s is what was found there */
                 _("The file is not valid JSON at line %u, column %u: %s"), line, column, what);

  return FALSE;
}

static gboolean
check_encoding (Scan *scan)
{
  const char *bad;
  guint line;
  guint column;

  if (g_utf8_validate_len (scan->start, scan->end - scan->start, &bad))
    return TRUE;

  scan->p = bad;
  if (*bad == '\0')
    return fail_syntax (scan, _("a byte of value 0"));
  /* A file that was cut in the middle of a letter is cut short, not badly encoded. */
  if (scan->end - bad < 6 && g_utf8_get_char_validated (bad, scan->end - bad) == (gunichar) -2)
    {
      scan->end = bad;
      get_position (scan, &line, &column);
      g_set_error (scan->error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_TRUNCATED,
                   _("The file is cut short: it ends at line %u, column %u"), line, column);
      return FALSE;
    }

  get_position (scan, &line, &column);
  g_set_error (scan->error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_UTF8,
               _("The file is not UTF-8 text: the first wrong byte is at line %u, column %u"), line, column);

  return FALSE;
}

static gboolean
read_hex (Scan  *scan,
          guint *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, scan->p++)
    {
      if (scan->p == scan->end)
        return fail_truncated (scan);
      if (!g_ascii_isxdigit (*scan->p))
        return fail_syntax (scan, _("an unknown escape sequence"));
      *value = *value * 16 + g_ascii_xdigit_value (*scan->p);
    }

  return TRUE;
}

/* The part of an escape sequence after the backslash. */
static gboolean
read_escape (Scan *scan)
{
  guint value;

  if (scan->p == scan->end)
    return fail_truncated (scan);
  if (strchr ("\"\\/bfnrt", *scan->p) != NULL)
    {
      scan->p++;
      return TRUE;
    }
  if (*scan->p != 'u')
    return fail_syntax (scan, _("an unknown escape sequence"));

  scan->p++;
  if (!read_hex (scan, &value))
    return FALSE;
  if (value == 0)
    return fail_syntax (scan, _("a character of value 0"));
  if (value >= 0xdc00 && value < 0xe000)
    return fail_syntax (scan, _("half a character"));
  if (value >= 0xd800 && value < 0xdc00)
    {
      if (scan->p == scan->end || (*scan->p == '\\' && scan->p + 1 == scan->end))
        return fail_truncated (scan);
      if (scan->p[0] != '\\' || scan->p[1] != 'u')
        return fail_syntax (scan, _("half a character"));
      scan->p += 2;
      if (!read_hex (scan, &value))
        return FALSE;
      if (value < 0xdc00 || value >= 0xe000)
        return fail_syntax (scan, _("half a character"));
    }

  return TRUE;
}

static gboolean
read_string (Scan *scan)
{
  scan->p++;
  while (scan->p < scan->end)
    {
      char c = *scan->p;

      if (c == '"')
        {
          scan->p++;
          return TRUE;
        }
      if ((guchar) c < 0x20)
        return fail_syntax (scan, _("a line break or another control character within a text"));

      scan->p++;
      if (c == '\\' && !read_escape (scan))
        return FALSE;
    }

  return fail_truncated (scan);
}

static gboolean
read_digits (Scan *scan)
{
  if (scan->p == scan->end)
    return fail_truncated (scan);
  if (!g_ascii_isdigit (*scan->p))
    return fail_syntax (scan, _("something that is not a number"));
  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;

  return TRUE;
}

static gboolean
read_number (Scan *scan)
{
  const char *from = scan->p;
  gboolean is_integer = TRUE;
  char number[64];
  gsize length;

  if (*scan->p == '-')
    scan->p++;
  if (scan->p + 1 < scan->end && scan->p[0] == '0' && (g_ascii_isdigit (scan->p[1]) || (scan->p[1] | 0x20) == 'x'))
    return fail_syntax (scan, _("a number with a leading zero"));
  if (!read_digits (scan))
    return FALSE;
  if (scan->p < scan->end && *scan->p == '.')
    {
      is_integer = FALSE;
      scan->p++;
      if (!read_digits (scan))
        return FALSE;
    }
  if (scan->p < scan->end && (*scan->p == 'e' || *scan->p == 'E'))
    {
      is_integer = FALSE;
      scan->p++;
      if (scan->p < scan->end && (*scan->p == '+' || *scan->p == '-'))
        scan->p++;
      if (!read_digits (scan))
        return FALSE;
    }

  length = scan->p - from;
  if (length >= sizeof number)
    {
      scan->p = from;
      return fail_syntax (scan, _("a number that is too long"));
    }
  memcpy (number, from, length);
  number[length] = '\0';
  errno = 0;
  if (is_integer)
    g_ascii_strtoll (number, NULL, 10);
  if ((is_integer && errno == ERANGE) || !isfinite (g_ascii_strtod (number, NULL)))
    {
      scan->p = from;
      return fail_syntax (scan, _("a number that is too large"));
    }

  return TRUE;
}

static gboolean
read_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };
  gsize rest = scan->end - scan->p;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (rest < length && strncmp (scan->p, words[i], rest) == 0)
        return fail_truncated (scan);
      if (rest >= length && strncmp (scan->p, words[i], length) == 0 &&
          (rest == length || !g_ascii_isalnum (scan->p[length])))
        {
          scan->p += length;
          return TRUE;
        }
    }

  if (*scan->p == '\'')
    return fail_syntax (scan, _("a text in single quotes"));
  if (*scan->p == '/' || *scan->p == '#')
    return fail_syntax (scan, _("a comment"));

  return fail_syntax (scan, _("an unexpected character"));
}

static gboolean
push (Scan     *scan,
      gboolean  is_array)
{
  Frame *frame;

  if (scan->depth == DATELINE_JSON_MAX_DEPTH)
    {
      guint line;
      guint column;

      get_position (scan, &line, &column);
      g_set_error (scan->error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_TOO_DEEP,
                   _("The file is no story: at line %u, column %u it is nested more than %u levels deep"),
                   line, column, (guint) DATELINE_JSON_MAX_DEPTH);
      return FALSE;
    }

  frame = &scan->frames[scan->depth++];
  *frame = (Frame) { .is_array = is_array, .first_name = scan->names->len };
  scan->p++;

  return TRUE;
}

static void
pop (Scan *scan)
{
  scan->depth--;
  g_array_set_size (scan->names, scan->frames[scan->depth].first_name);
  scan->p++;
}

/* RFC 8259 only advises against names that stand twice, and json-glib takes the last: say so. */
static void
compare_names (Scan  *scan,
               Frame *frame)
{
  Name name = { frame->name, frame->name_length };

  for (guint i = frame->first_name; i < scan->names->len; i++)
    {
      Name *other = &g_array_index (scan->names, Name, i);

      if (other->length == name.length && memcmp (other->text, name.text, name.length) == 0)
        {
          g_autofree char *path = dup_path (scan);

          dateline_json_report_take (scan->report,
                                     /* Translators: %s is a place in a JSON file, such as events[3].date */
                                     g_strdup_printf (_("%s stands there twice; only the last one is used"), path));
          return;
        }
    }

  if (scan->names->len - frame->first_name < MAX_COMPARED)
    g_array_append_val (scan->names, name);
}

static gboolean
read_name (Scan *scan)
{
  Frame *frame = &scan->frames[scan->depth - 1];
  const char *name = scan->p + 1;

  if (*scan->p != '"')
    return fail_syntax (scan, *scan->p == '}' ? _("a comma before the end") : _("a name without double quotes"));
  /* While the name is read the place is its object. */
  frame->name = NULL;
  if (!read_string (scan))
    return FALSE;

  frame->name = name;
  frame->name_length = scan->p - 1 - name;
  compare_names (scan, frame);
  if (++frame->index > DATELINE_JSON_MAX_MEMBERS)
    {
      frame->name = NULL;
      g_set_error (scan->error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_TOO_LARGE,
                   _("The file is no story: it has an object of more than %u members"),
                   (guint) DATELINE_JSON_MAX_MEMBERS);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_value (Scan   *scan,
            Expect *expect)
{
  switch (*scan->p)
    {
    case '{':
      *expect = EXPECT_NAME_OR_END;
      return push (scan, FALSE);
    case '[':
      *expect = EXPECT_VALUE_OR_END;
      return push (scan, TRUE);
    case '"':
      *expect = EXPECT_NEXT;
      return read_string (scan);
    case ']':
    case '}':
      return fail_syntax (scan, _("a comma before the end"));
    default:
      *expect = EXPECT_NEXT;
      return *scan->p == '-' || g_ascii_isdigit (*scan->p) ? read_number (scan) : read_word (scan);
    }
}

/* What may follow a value: a comma, or the end of what holds it. */
static gboolean
read_next (Scan   *scan,
           Expect *expect)
{
  Frame *frame = &scan->frames[scan->depth - 1];

  if (*scan->p == (frame->is_array ? ']' : '}'))
    {
      pop (scan);
      *expect = EXPECT_NEXT;
      return TRUE;
    }
  if (*scan->p != ',')
    return fail_syntax (scan, _("something where a comma or an end is due"));

  scan->p++;
  if (frame->is_array)
    frame->index++;
  *expect = frame->is_array ? EXPECT_VALUE : EXPECT_NAME;

  return TRUE;
}

static gboolean
read_token (Scan   *scan,
            Expect *expect)
{
  switch (*expect)
    {
    case EXPECT_VALUE_OR_END:
      if (*scan->p == ']')
        return read_next (scan, expect);
      return read_value (scan, expect);
    case EXPECT_NAME_OR_END:
      if (*scan->p == '}')
        return read_next (scan, expect);
      *expect = EXPECT_COLON;
      return read_name (scan);
    case EXPECT_NAME:
      *expect = EXPECT_COLON;
      return read_name (scan);
    case EXPECT_COLON:
      if (*scan->p != ':')
        return fail_syntax (scan, _("a name without a colon after it"));
      scan->p++;
      *expect = EXPECT_VALUE;
      return TRUE;
    case EXPECT_NEXT:
      if (scan->depth == 0)
        return fail_syntax (scan, _("something after the end of the story"));
      return read_next (scan, expect);
    case EXPECT_VALUE:
    default:
      return read_value (scan, expect);
    }
}

/**
 * dateline_json_guard_check:
 * @data: bytes
 * @length: how many
 * @report: where to add warnings
 * @error: return location for an error
 *
 * Checks that bytes are JSON that json-glib can be trusted with. Errors are in the `DATELINE_STORY_ERROR` domain.
 *
 * Returns: %TRUE if they are
 */
gboolean
dateline_json_guard_check (const char          *data,
                           gsize                length,
                           DatelineJsonReport  *report,
                           GError             **error)
{
  g_autoptr(GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  const char *start = length > 0 ? data : ""; /* nothing may be nowhere */
  Scan scan = { .start = start, .p = start, .end = start + length, .names = names, .report = report, .error = error };
  Expect expect = EXPECT_VALUE;
  gboolean is_empty = TRUE;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (length > 0 && !check_encoding (&scan))
    return FALSE;

  for (scan.p = scan.start;; is_empty = FALSE)
    {
      while (scan.p < scan.end && strchr (" \t\r\n", *scan.p) != NULL)
        scan.p++;
      if (scan.p == scan.end)
        break;
      if (!read_token (&scan, &expect))
        return FALSE;
    }

  if (is_empty)
    {
      g_set_error_literal (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_EMPTY, _("The file is empty"));
      return FALSE;
    }
  if (scan.depth > 0 || expect != EXPECT_NEXT)
    return fail_truncated (&scan);

  return TRUE;
}
