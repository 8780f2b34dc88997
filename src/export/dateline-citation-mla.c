/* SPDX-License-Identifier: GPL-3.0-or-later */
/* MLA, 9th edition: entries of a list of works cited (sections 5.3 to 5.111 of the handbook). What is not known is
 * left out, as the handbook says, without "n.d." in its place. */
#include "config.h"

#include "dateline-work.h"

#include <glib/gi18n.h>

#include "dateline-citation-date.h"

static void
append_authors (DatelineRichText   *out,
                const DatelineWork *work)
{
  guint n = work->authors->len;

  if (n > 0)
    {
      g_autofree char *first = dateline_name_dup_inverted (g_ptr_array_index (work->authors, 0));

      dateline_rich_text_append (out, first);
    }
  if (n == 2)
    {
      g_autofree char *second = dateline_name_dup_straight (g_ptr_array_index (work->authors, 1));
      /* Translators: between two authors in an MLA or Chicago citation; %s is the second author */
      g_autofree char *joined = g_strdup_printf (C_("citation", ", and %s"), second);

      dateline_rich_text_append (out, joined);
    }
  else if (n > 2)
    {
      /* Translators: stands for more authors in a citation */
      dateline_rich_text_append (out, C_("citation", ", et al."));
    }
  if (work->handle != NULL)
    {
      g_autofree char *bracketed = g_strdup_printf (n > 0 ? " [%s]" : "%s", work->handle);

      dateline_rich_text_append (out, bracketed);
    }
  dateline_rich_text_end_sentence (out);
}

/* "Container, date, address", as far as they are known, without the full stop. */
static void
append_publication (DatelineRichText   *out,
                    const DatelineWork *work)
{
  const char *separator = " ";

  if (work->container != NULL)
    {
      dateline_rich_text_append (out, separator);
      dateline_rich_text_append_italic (out, work->container);
      separator = ", ";
    }
  if (work->issued != NULL)
    {
      g_autofree char *date = dateline_citation_date_format (work->issued, DATELINE_CITATION_STYLE_MLA);

      dateline_rich_text_append (out, separator);
      dateline_rich_text_append (out, date);
      separator = ", ";
    }
  if (work->url != NULL)
    {
      dateline_rich_text_append (out, separator);
      dateline_rich_text_append_url (out, work->url);
    }
}

/**
 * dateline_citation_append_mla:
 * @out: where to append
 * @work: what to cite
 *
 * Cites in MLA style.
 */
void
dateline_citation_append_mla (DatelineRichText   *out,
                              const DatelineWork *work)
{
  if ((work->authors->len > 0 || work->handle != NULL) && !dateline_work_is_own_publisher (work))
    {
      append_authors (out, work);
      dateline_rich_text_append (out, " ");
    }

  if (work->untitled)
    {
      /* A description is no title and has no quotation marks. */
      dateline_rich_text_append (out, work->title);
      dateline_rich_text_end_sentence (out);
    }
  else if (work->shortened)
    {
      g_autofree char *title = g_strconcat (work->title, " …", NULL);

      dateline_rich_text_append_quoted (out, title, TRUE);
    }
  else
    {
      dateline_rich_text_append_quoted (out, work->title, TRUE);
    }

  if (work->container != NULL || work->issued != NULL || work->url != NULL)
    {
      append_publication (out, work);
      dateline_rich_text_end_sentence (out);
    }

  if (work->accessed != NULL && work->url != NULL)
    {
      g_autofree char *date = dateline_citation_date_format (work->accessed, DATELINE_CITATION_STYLE_MLA);
      /* Translators: in an MLA or Chicago citation; %s is a date */
      g_autofree char *accessed = g_strdup_printf (C_("citation", "Accessed %s"), date);

      dateline_rich_text_append (out, " ");
      dateline_rich_text_append (out, accessed);
      dateline_rich_text_end_sentence (out);
    }
}
