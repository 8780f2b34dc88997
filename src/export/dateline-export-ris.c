/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RIS: a record for each article and each post that is cited, with a note for each quote. A value is one line. */
#include "config.h"

#include "dateline-export.h"

#include "dateline-citation-date.h"
#include "dateline-escape.h"
#include "dateline-export-words.h"
#include "dateline-name.h"
#include "dateline-references.h"
#include "dateline-work.h"

static void
append_tag (GString    *out,
            const char *tag,
            const char *value)
{
  g_autoptr(GString) line = NULL;

  if (value == NULL || *value == '\0')
    return;

  line = g_string_new (NULL);
  dateline_escape_line (line, value);
  g_string_append_printf (out, "%s  - %s\r\n", tag, line->str);
}

/* "2021/02/03", cut off where the source does. */
static char *
dup_date (DatelineDate *date)
{
  DatelineDateParts from;
  DatelineDateParts to;

  if (date == NULL)
    return NULL;
  dateline_date_parts_read (date, &from, &to);
  if (!from.plain)
    return NULL;

  if (from.day > 0)
    return g_strdup_printf ("%04d/%02d/%02d", from.year, from.month, from.day);
  if (from.month > 0)
    return g_strdup_printf ("%04d/%02d", from.year, from.month);

  return g_strdup_printf ("%04d", from.year);
}

static void
append_reference (GString                 *out,
                  const DatelineReference *reference)
{
  gboolean post = DATELINE_IS_REACTION (reference->item);
  g_autoptr(DatelineWork) work = post ? dateline_work_new_post (DATELINE_REACTION (reference->item))
                                      : dateline_work_new_article (DATELINE_ARTICLE (reference->item));
  g_autofree char *issued = dup_date (work->issued);
  g_autofree char *accessed = dup_date (work->accessed);

  /* ELEC is what all readers know; of the types for messages each has its own. */
  append_tag (out, "TY", !post && work->container != NULL ? "NEWS" : "ELEC");
  for (guint i = 0; i < work->authors->len; i++)
    {
      g_autofree char *author = dateline_name_dup_inverted (g_ptr_array_index (work->authors, i));

      append_tag (out, "AU", author);
    }
  append_tag (out, "TI", work->title);
  append_tag (out, "T2", work->container);
  append_tag (out, "M3", work->genre);
  if (issued != NULL)
    {
      g_autofree char *year = g_strndup (issued, 4);

      append_tag (out, "PY", year);
      append_tag (out, "DA", issued);
    }
  append_tag (out, "Y2", accessed);
  append_tag (out, "UR", work->url);
  append_tag (out, "LA", post ? dateline_reaction_get_language (DATELINE_REACTION (reference->item))
                              : dateline_article_get_language (DATELINE_ARTICLE (reference->item)));
  if (post)
    {
      const char * const *themes = dateline_reaction_get_themes (DATELINE_REACTION (reference->item));

      for (guint i = 0; themes[i] != NULL; i++)
        append_tag (out, "KW", themes[i]);
    }
  if (dateline_references_is_retold (reference))
    append_tag (out, "N1", dateline_citation_get_retold ());
  for (guint i = 0; i < reference->clippings->len; i++)
    {
      g_autofree char *note = dateline_export_words_note (g_ptr_array_index (reference->clippings, i),
                                                          DATELINE_IS_REACTION (reference->item));

      append_tag (out, "N1", note);
    }
  append_tag (out, "ID", dateline_item_get_id (reference->item));
  g_string_append (out, "ER  - \r\n\r\n");
}

/**
 * dateline_export_ris:
 * @self: what to export
 * @out: where to append
 *
 * Writes RIS.
 */
void
dateline_export_ris (const DatelineExport *self,
                     GString              *out)
{
  g_autoptr(GPtrArray) references = dateline_references_new (self);

  for (guint i = 0; i < references->len; i++)
    append_reference (out, g_ptr_array_index (references, i));
}
