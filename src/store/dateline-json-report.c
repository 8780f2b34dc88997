/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was wrong with a story that could be read all the same, and how a place in JSON is named in such a sentence. */
#include "config.h"

#include "dateline-json-report.h"

#include <glib/gi18n.h>

/* Code points of a member's name that a path shows. */
#define MAX_NAME 40

struct _DatelineJsonReport
{
  GPtrArray *warnings;
  guint      n_more;
};

/**
 * dateline_json_report_new:
 *
 * Creates a report without warnings.
 *
 * Returns: (transfer full): a new report
 */
DatelineJsonReport *
dateline_json_report_new (void)
{
  DatelineJsonReport *self = g_new0 (DatelineJsonReport, 1);

  self->warnings = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * dateline_json_report_free:
 * @self: (transfer full): a report
 *
 * Frees the report.
 */
void
dateline_json_report_free (DatelineJsonReport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/**
 * dateline_json_report_take:
 * @self: a report
 * @warning: (transfer full): one plain sentence
 *
 * Adds a warning. After the first `DATELINE_JSON_REPORT_MAX` they are only counted.
 */
void
dateline_json_report_take (DatelineJsonReport *self,
                           char               *warning)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (warning != NULL);

  if (self->warnings->len < DATELINE_JSON_REPORT_MAX)
    {
      g_ptr_array_add (self->warnings, warning);
    }
  else
    {
      self->n_more++;
      g_free (warning);
    }
}

/**
 * dateline_json_report_dup_warnings:
 * @self: a report
 *
 * The warnings in the order in which they were found; if there were too many, the last one says how many more.
 *
 * Returns: (transfer full): the warnings, %NULL-terminated, possibly none
 */
GStrv
dateline_json_report_dup_warnings (DatelineJsonReport *self)
{
  g_autoptr(GStrvBuilder) builder = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  builder = g_strv_builder_new ();
  for (guint i = 0; i < self->warnings->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->warnings, i));

  if (self->n_more > 0)
    {
      g_autofree char *more = NULL;

      more = g_strdup_printf (ngettext ("There is %u more problem of this kind",
                                        "There are %u more problems of this kind",
                                        self->n_more),
                              self->n_more);
      g_strv_builder_add (builder, more);
    }

  return g_strv_builder_end (builder);
}

/**
 * dateline_json_path_append_name:
 * @path: a path such as "events[3]"
 * @name: the UTF-8 name of a member
 * @length: its length in bytes
 *
 * Goes on into a member. Names that are no plain words are quoted, so that the path stays one readable line.
 */
void
dateline_json_path_append_name (GString    *path,
                                const char *name,
                                gsize       length)
{
  const char *end;
  gboolean is_plain = length > 0;
  guint n = 0;

  g_return_if_fail (path != NULL);
  g_return_if_fail (name != NULL);

  for (end = name; end < name + length && n < MAX_NAME; end = g_utf8_next_char (end), n++)
    is_plain = is_plain && (g_ascii_isalnum (*end) || *end == '_' || *end == '-' || *end == '$');

  if (is_plain)
    {
      if (path->len > 0)
        g_string_append_c (path, '.');
      g_string_append_len (path, name, end - name);
    }
  else
    {
      g_string_append (path, "[\"");
      for (const char *p = name; p < end; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          g_string_append_unichar (path, g_unichar_isprint (c) ? c : 0xfffd);
        }
      g_string_append (path, "\"]");
    }

  if (end < name + length)
    g_string_append (path, "…");
}

/**
 * dateline_json_path_append_index:
 * @path: a path such as "events"
 * @index: the position of an element
 *
 * Goes on into an element.
 */
void
dateline_json_path_append_index (GString *path,
                                 guint    index)
{
  g_return_if_fail (path != NULL);

  g_string_append_printf (path, "[%u]", index);
}
