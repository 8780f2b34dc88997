/* SPDX-License-Identifier: GPL-3.0-or-later */
/* APA, 7th edition: entries of a reference list (sections 9.7 to 9.37, 10.1, 10.15 and 10.16 of the manual). */
#include "config.h"

#include "dateline-work.h"

#include <glib/gi18n.h>

#include "dateline-citation-date.h"

/* Twenty authors are listed; of more, the first nineteen and the last. */
#define MAX_AUTHORS 20

static void
append_authors (DatelineRichText   *out,
                const DatelineWork *work)
{
  guint n = work->authors->len;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;

      if (n > MAX_AUTHORS && i == MAX_AUTHORS - 1)
        {
          dateline_rich_text_append (out, ", . . . ");
          i = n - 1;
        }
      else if (i > 0)
        {
          dateline_rich_text_append (out, i == n - 1 ? ", & " : ", ");
        }
      name = dateline_name_dup_initials (g_ptr_array_index (work->authors, i));
      dateline_rich_text_append (out, name);
    }
  if (work->handle != NULL)
    {
      g_autofree char *bracketed = g_strdup_printf (n > 0 ? " [%s]" : "%s", work->handle);

      dateline_rich_text_append (out, bracketed);
    }
  dateline_rich_text_end_sentence (out);
}

static void
append_title (DatelineRichText   *out,
              const DatelineWork *work)
{
  g_autofree char *title = work->untitled ? g_strdup_printf ("[%s]", work->title) : g_strdup (work->title);

  /* Part of a periodical is upright and the periodical italic; what stands alone is italic itself. */
  if (!work->untitled && (work->genre != NULL || work->container == NULL))
    dateline_rich_text_append_italic (out, title);
  else
    dateline_rich_text_append (out, title);
  if (work->genre != NULL)
    {
      g_autofree char *genre = g_strdup_printf (" [%s]", work->genre);

      dateline_rich_text_append (out, genre);
    }
  dateline_rich_text_end_sentence (out);
}

static void
append_date (DatelineRichText   *out,
             const DatelineWork *work)
{
  g_autofree char *date = NULL;
  g_autofree char *bracketed = NULL;

  if (work->issued != NULL)
    date = dateline_citation_date_format (work->issued, DATELINE_CITATION_STYLE_APA);
  else
    /* Translators: "no date", as abbreviated in citations */
    date = g_strdup (C_("citation", "n.d."));
  bracketed = g_strdup_printf (" (%s).", date);
  dateline_rich_text_append (out, bracketed);
}

/**
 * dateline_citation_append_apa:
 * @out: where to append
 * @work: what to cite
 *
 * Cites in APA style.
 */
void
dateline_citation_append_apa (DatelineRichText   *out,
                              const DatelineWork *work)
{
  gboolean has_author = work->authors->len > 0 || work->handle != NULL;

  if (has_author)
    append_authors (out, work);
  else
    append_title (out, work);
  append_date (out, work);
  if (has_author)
    {
      dateline_rich_text_append (out, " ");
      append_title (out, work);
    }

  if (work->container != NULL && !dateline_work_is_own_publisher (work))
    {
      dateline_rich_text_append (out, " ");
      if (work->genre != NULL)
        dateline_rich_text_append (out, work->container);
      else
        dateline_rich_text_append_italic (out, work->container);
      dateline_rich_text_end_sentence (out);
    }

  if (work->url != NULL)
    {
      /* A date of retrieval belongs only to what may change without saying so. */
      if (work->issued == NULL && work->accessed != NULL)
        {
          g_autofree char *date = dateline_citation_date_format (work->accessed, DATELINE_CITATION_STYLE_CHICAGO);
          /* Translators: in an APA citation, before an address; %s is a date */
          g_autofree char *retrieved = g_strdup_printf (C_("APA citation", "Retrieved %s, from"), date);

          dateline_rich_text_append (out, " ");
          dateline_rich_text_append (out, retrieved);
        }
      /* No full stop, which would look like part of the address. */
      dateline_rich_text_append (out, " ");
      dateline_rich_text_append_url (out, work->url);
    }
}
