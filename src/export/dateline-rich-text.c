/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of text of which some runs are italic and some are addresses, to be marked and escaped as the output needs. */
#include "config.h"

#include "dateline-rich-text.h"

#include <string.h>

#include "dateline-escape.h"

typedef enum
{
  RUN_PLAIN,
  RUN_ITALIC,
  RUN_URL
} RunKind;

typedef struct
{
  RunKind  kind;
  GString *text;
} Run;

struct _DatelineRichText
{
  GArray *runs;
};

static void
run_clear (gpointer data)
{
  Run *run = data;

  g_string_free (run->text, TRUE);
}

/**
 * dateline_rich_text_new:
 *
 * Creates an empty line.
 *
 * Returns: (transfer full): the line
 */
DatelineRichText *
dateline_rich_text_new (void)
{
  DatelineRichText *self = g_new0 (DatelineRichText, 1);

  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, run_clear);

  return self;
}

/**
 * dateline_rich_text_free:
 * @self: (transfer full): a line
 *
 * Frees a line.
 */
void
dateline_rich_text_free (DatelineRichText *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->runs);
  g_free (self);
}

static Run *
get_last (const DatelineRichText *self)
{
  return self->runs->len > 0 ? &g_array_index (self->runs, Run, self->runs->len - 1) : NULL;
}

static void
append (DatelineRichText *self,
        RunKind           kind,
        const char       *text)
{
  Run *last = get_last (self);

  if (*text == '\0')
    return;

  if (last == NULL || last->kind != kind)
    {
      Run run = { .kind = kind, .text = g_string_new (NULL) };

      g_array_append_val (self->runs, run);
      last = get_last (self);
    }
  dateline_escape_line (last->text, text);
}

/**
 * dateline_rich_text_append:
 * @self: a line
 * @text: plain text; line breaks become spaces
 *
 * Appends text.
 */
void
dateline_rich_text_append (DatelineRichText *self,
                           const char       *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  append (self, RUN_PLAIN, text);
}

/**
 * dateline_rich_text_append_italic:
 * @self: a line
 * @text: plain text; line breaks become spaces
 *
 * Appends text that is set in italics.
 */
void
dateline_rich_text_append_italic (DatelineRichText *self,
                                  const char       *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  append (self, RUN_ITALIC, text);
}

/**
 * dateline_rich_text_append_url:
 * @self: a line
 * @url: an address
 *
 * Appends an address, which becomes a link where it is one of the web.
 */
void
dateline_rich_text_append_url (DatelineRichText *self,
                               const char       *url)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (url != NULL);

  append (self, RUN_URL, url);
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x203d;
}

/* The length of @text without the quotation marks that close at its end; an apostrophe closes nothing. */
static gsize
length_without_closers (const GString *text)
{
  const char *p = text->str + text->len;

  while (p > text->str)
    {
      const char *before = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (before);
      gunichar opener;
      gssize n = before - text->str;

      if (c == 0x201d || c == '"')
        opener = c == '"' ? '"' : 0x201c;
      else if (c == 0x2019 || c == '\'')
        opener = c == '\'' ? '\'' : 0x2018;
      else
        break;
      if (n == 0 || g_utf8_strchr (text->str, n, opener) == NULL)
        break;
      p = before;
    }

  return (gsize) (p - text->str);
}

/**
 * dateline_rich_text_end_sentence:
 * @self: a line
 *
 * Puts a full stop, unless a sentence ends there already; inside of closing quotation marks, as all three
 * styles have it.
 */
void
dateline_rich_text_end_sentence (DatelineRichText *self)
{
  Run *last;
  gsize length;

  g_return_if_fail (self != NULL);

  last = get_last (self);
  if (last == NULL)
    return;
  if (last->kind == RUN_URL)
    {
      append (self, RUN_PLAIN, ".");
      return;
    }

  length = length_without_closers (last->text);
  if (length > 0 && ends_sentence (g_utf8_get_char (g_utf8_prev_char (last->text->str + length))))
    return;

  if (last->kind == RUN_ITALIC && length == last->text->len)
    append (self, RUN_PLAIN, ".");
  else
    g_string_insert_c (last->text, (gssize) length, '.');
}

/* Turns double quotation marks into single ones and single ones within them into double ones. */
static char *
turn_quotation_marks (const char *text)
{
  GString *out = g_string_new (NULL);
  gunichar before = ' ';
  int doubles = 0;
  int singles = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar after = g_utf8_get_char (g_utf8_next_char (p));
      gboolean opens = !g_unichar_isgraph (before) || strchr ("([{-/", before < 128 ? (int) before : 'x') != NULL ||
                       before == 0x2014 || before == 0x2013;

      if (c == 0x201c || c == 0x201d || c == 0x201e || c == '"')
        {
          /* The same sign closes in one language what it opens in another. */
          if (doubles > 0 && (c == 0x201d || !opens))
            {
              doubles--;
              g_string_append (out, "’");
            }
          else
            {
              doubles++;
              g_string_append (out, "‘");
            }
        }
      else if (doubles > 0 && (c == 0x2018 || (c == '\'' && opens)))
        {
          singles++;
          g_string_append (out, "“");
        }
      else if (doubles > 0 && singles > 0 && (c == 0x2019 || c == '\'') && !g_unichar_isalnum (after))
        {
          singles--;
          g_string_append (out, "”");
        }
      else
        {
          g_string_append_unichar (out, c);
        }
      before = c;
    }

  return g_string_free (out, FALSE);
}

/**
 * dateline_rich_text_append_quoted:
 * @self: a line
 * @text: a title
 * @sentence: whether the title ends a sentence
 *
 * Appends a title in quotation marks; those within it are turned inner.
 */
void
dateline_rich_text_append_quoted (DatelineRichText *self,
                                  const char       *text,
                                  gboolean          sentence)
{
  g_autofree char *turned = NULL;
  g_autoptr(GString) inner = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  turned = turn_quotation_marks (text);
  inner = g_string_new (turned);
  if (sentence)
    {
      gsize length = length_without_closers (inner);

      if (length == 0 || !ends_sentence (g_utf8_get_char (g_utf8_prev_char (inner->str + length))))
        g_string_insert_c (inner, (gssize) length, '.');
    }
  append (self, RUN_PLAIN, "“");
  append (self, RUN_PLAIN, inner->str);
  append (self, RUN_PLAIN, "”");
}

/**
 * dateline_rich_text_is_empty:
 * @self: a line
 *
 * Whether nothing was appended yet.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_rich_text_is_empty (const DatelineRichText *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->runs->len == 0;
}

static void
format_run_as_markdown (const Run *run,
                        GString   *out)
{
  if (run->kind == RUN_URL && dateline_escape_is_web_address (run->text->str))
    {
      dateline_escape_markdown_link (out, run->text->str);
      return;
    }

  if (run->kind == RUN_ITALIC)
    g_string_append_c (out, '*');
  dateline_escape_markdown (out, run->text->str);
  if (run->kind == RUN_ITALIC)
    g_string_append_c (out, '*');
}

static void
format_run_as_html (const Run *run,
                    GString   *out)
{
  switch (run->kind)
    {
    case RUN_ITALIC:
      g_string_append (out, "<cite>");
      dateline_escape_html (out, run->text->str);
      g_string_append (out, "</cite>");
      break;
    case RUN_URL:
      if (dateline_escape_is_web_address (run->text->str))
        {
          g_string_append (out, "<a href=\"");
          dateline_escape_html (out, run->text->str);
          g_string_append (out, "\">");
          dateline_escape_html (out, run->text->str);
          g_string_append (out, "</a>");
          break;
        }
      G_GNUC_FALLTHROUGH;
    case RUN_PLAIN:
    default:
      dateline_escape_html (out, run->text->str);
      break;
    }
}

/**
 * dateline_rich_text_format:
 * @self: a line
 * @markup: how runs are marked
 *
 * Writes the line.
 *
 * Returns: (transfer full): the line in @markup
 */
char *
dateline_rich_text_format (const DatelineRichText *self,
                           DatelineCitationMarkup  markup)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);

      if (markup == DATELINE_CITATION_MARKUP_MARKDOWN)
        format_run_as_markdown (run, out);
      else if (markup == DATELINE_CITATION_MARKUP_HTML)
        format_run_as_html (run, out);
      else
        g_string_append (out, run->text->str);
    }

  return g_string_free (out, FALSE);
}
