/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chicago, 17th edition, notes and bibliography: entries of the bibliography (sections 14.76, 14.186 to 14.209 of the
 * manual). */
#include "config.h"

#include "dateline-work.h"

#include <glib/gi18n.h>

#include "dateline-citation-date.h"

/* Ten authors are listed; of more, the first seven. */
#define MAX_AUTHORS         10
#define N_AUTHORS_OF_MANY    7

static void
append_authors (DatelineRichText   *out,
                const DatelineWork *work)
{
  guint n = work->authors->len;
  guint shown = n > MAX_AUTHORS ? N_AUTHORS_OF_MANY : n;

  for (guint i = 0; i < shown; i++)
    {
      const DatelineName *author = g_ptr_array_index (work->authors, i);
      g_autofree char *name = i == 0 ? dateline_name_dup_inverted (author) : dateline_name_dup_straight (author);
      g_autofree char *joined = NULL;

      if (i == 0)
        joined = g_steal_pointer (&name);
      else if (i == n - 1)
        joined = g_strdup_printf (C_("citation", ", and %s"), name);
      else
        joined = g_strconcat (", ", name, NULL);
      dateline_rich_text_append (out, joined);
    }
  if (shown < n)
    dateline_rich_text_append (out, C_("citation", ", et al."));
  if (work->handle != NULL)
    {
      g_autofree char *bracketed = g_strdup_printf (n > 0 ? " (%s)" : "%s", work->handle);

      dateline_rich_text_append (out, bracketed);
    }
  dateline_rich_text_end_sentence (out);
}

static void
append_title (DatelineRichText   *out,
              const DatelineWork *work)
{
  g_autofree char *title = work->shortened ? g_strconcat (work->title, " …", NULL) : g_strdup (work->title);

  if (work->untitled)
    {
      dateline_rich_text_append (out, title);
      dateline_rich_text_end_sentence (out);
    }
  else
    {
      dateline_rich_text_append_quoted (out, title, TRUE);
    }
}

/**
 * dateline_citation_append_chicago:
 * @out: where to append
 * @work: what to cite
 *
 * Cites in Chicago style.
 */
void
dateline_citation_append_chicago (DatelineRichText   *out,
                                  const DatelineWork *work)
{
  /* A date of access stands in for one of publication; with neither, the work is marked as undated. */
  gboolean accessed = work->issued == NULL && work->accessed != NULL && work->url != NULL;
  g_autofree char *date = NULL;

  /* An unsigned piece goes by its title: whether the publisher is a newspaper, which would come first, is not known. */
  if (work->authors->len > 0 || work->handle != NULL)
    {
      append_authors (out, work);
      dateline_rich_text_append (out, " ");
    }
  append_title (out, work);

  if (work->issued != NULL)
    date = dateline_citation_date_format (work->issued, DATELINE_CITATION_STYLE_CHICAGO);
  else if (!accessed)
    date = g_strdup (C_("citation", "n.d."));

  if (work->container != NULL)
    {
      dateline_rich_text_append (out, " ");
      if (work->genre != NULL)
        dateline_rich_text_append (out, work->container);
      else
        dateline_rich_text_append_italic (out, work->container);
      if (date != NULL)
        dateline_rich_text_append (out, ",");
      else
        dateline_rich_text_end_sentence (out);
    }
  if (date != NULL)
    {
      dateline_rich_text_append (out, " ");
      dateline_rich_text_append (out, date);
      dateline_rich_text_end_sentence (out);
    }

  if (accessed)
    {
      g_autofree char *day = dateline_citation_date_format (work->accessed, DATELINE_CITATION_STYLE_CHICAGO);
      g_autofree char *phrase = g_strdup_printf (C_("citation", "Accessed %s"), day);

      dateline_rich_text_append (out, " ");
      dateline_rich_text_append (out, phrase);
      dateline_rich_text_end_sentence (out);
    }
  if (work->url != NULL)
    {
      dateline_rich_text_append (out, " ");
      dateline_rich_text_append_url (out, work->url);
      dateline_rich_text_end_sentence (out);
    }
}
