/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of publication as the citation styles write them: no more precise than the source, without the time of day. */
#include "config.h"

#include "dateline-citation-date.h"

#include <glib/gi18n.h>
#include <string.h>

/* Reads one end. The string is known to be EDTF, so that only its shape matters. */
static void
read_part (const char        *edtf,
           gsize              length,
           DatelineDateParts *part)
{
  g_autofree char *text = g_strndup (edtf, length);
  g_auto(GStrv) pieces = NULL;
  gsize n = strlen (text);

  memset (part, 0, sizeof *part);
  if (n == 0 || g_str_equal (text, ".."))
    return;

  part->known = TRUE;
  if (strchr ("?~%", text[n - 1]) != NULL)
    {
      part->uncertain = text[n - 1] != '~';
      part->approximate = text[n - 1] != '?';
      text[n - 1] = '\0';
    }
  /* The day as the source names it, in its own zone. */
  if (strchr (text, 'T') != NULL)
    *strchr (text, 'T') = '\0';

  if (!g_ascii_isdigit (text[0]))
    return;
  pieces = g_strsplit (text, "-", 3);
  if (strchr (pieces[0], 'X') != NULL)
    return;

  part->plain = TRUE;
  part->year = (int) g_ascii_strtoll (pieces[0], NULL, 10);
  if (pieces[1] == NULL || !g_ascii_isdigit (pieces[1][0]))
    return;
  part->month = (int) g_ascii_strtoll (pieces[1], NULL, 10);
  if (part->month > 12)
    {
      part->season = part->month - 20;
      part->month = 0;
      return;
    }
  if (pieces[2] != NULL && g_ascii_isdigit (pieces[2][0]))
    part->day = (int) g_ascii_strtoll (pieces[2], NULL, 10);
}

/**
 * dateline_date_parts_read:
 * @date: a date
 * @from: (out): the date, or the start of an interval
 * @to: (out): the date, or the end of an interval
 *
 * Takes a date apart into the numbers of its source.
 *
 * Returns: whether it is an interval
 */
gboolean
dateline_date_parts_read (const DatelineDate *date,
                          DatelineDateParts  *from,
                          DatelineDateParts  *to)
{
  const char *edtf;
  const char *slash;

  g_return_val_if_fail (date != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  edtf = dateline_date_get_edtf (date);
  slash = strchr (edtf, '/');
  read_part (edtf, slash != NULL ? (gsize) (slash - edtf) : strlen (edtf), from);
  if (slash == NULL)
    {
      *to = *from;
      return FALSE;
    }
  read_part (slash + 1, strlen (slash + 1), to);

  return TRUE;
}

static char *
dup_month (const DatelineDateParts *part,
           gboolean                 with_day)
{
  g_autoptr(GDateTime) time = g_date_time_new_utc (2000, part->month, 1, 0, 0, 0);

  /* Some languages inflect the month beside a day. */
  return g_date_time_format (time, with_day ? "%B" : "%OB");
}

/* MLA shortens all months but the shortest. */
static const char *
get_short_month (int month)
{
  switch (month)
    {
    case 1:
      return C_("month in an MLA citation", "Jan.");
    case 2:
      return C_("month in an MLA citation", "Feb.");
    case 3:
      return C_("month in an MLA citation", "Mar.");
    case 4:
      return C_("month in an MLA citation", "Apr.");
    case 5:
      return C_("month in an MLA citation", "May");
    case 6:
      return C_("month in an MLA citation", "June");
    case 7:
      return C_("month in an MLA citation", "July");
    case 8:
      return C_("month in an MLA citation", "Aug.");
    case 9:
      return C_("month in an MLA citation", "Sept.");
    case 10:
      return C_("month in an MLA citation", "Oct.");
    case 11:
      return C_("month in an MLA citation", "Nov.");
    default:
      return C_("month in an MLA citation", "Dec.");
    }
}

static const char *
get_season (int      season,
            gboolean small)
{
  switch (season)
    {
    case 1:
      return small ? C_("season in an MLA citation", "spring") : C_("season in a citation", "Spring");
    case 2:
      return small ? C_("season in an MLA citation", "summer") : C_("season in a citation", "Summer");
    case 3:
      return small ? C_("season in an MLA citation", "fall") : C_("season in a citation", "Fall");
    default:
      return small ? C_("season in an MLA citation", "winter") : C_("season in a citation", "Winter");
    }
}

static char *
format_plain (const DatelineDateParts *part,
              DatelineCitationStyle    style)
{
  gboolean mla = style == DATELINE_CITATION_STYLE_MLA;
  g_autofree char *year = g_strdup_printf ("%d", part->year);
  g_autofree char *day = g_strdup_printf ("%d", part->day);
  g_autofree char *month = NULL;

  if (part->season > 0)
    month = g_strdup (get_season (part->season, mla));
  else if (part->month > 0)
    month = mla ? g_strdup (get_short_month (part->month)) : dup_month (part, part->day > 0);
  if (month == NULL)
    return g_steal_pointer (&year);

  switch (style)
    {
    case DATELINE_CITATION_STYLE_APA:
      if (part->day > 0)
        /* Translators: a day in an APA citation: year, month, day */
        return g_strdup_printf (C_("APA citation", "%1$s, %2$s %3$s"), year, month, day);
      /* Translators: a month in an APA citation: year, month */
      return g_strdup_printf (C_("APA citation", "%1$s, %2$s"), year, month);
    case DATELINE_CITATION_STYLE_MLA:
      if (part->day > 0)
        /* Translators: a day in an MLA citation: day, month, year */
        return g_strdup_printf (C_("MLA citation", "%1$s %2$s %3$s"), day, month, year);
      /* Translators: a month in an MLA citation: month, year */
      return g_strdup_printf (C_("MLA citation", "%1$s %2$s"), month, year);
    case DATELINE_CITATION_STYLE_CHICAGO:
    default:
      if (part->day > 0)
        /* Translators: a day in a Chicago citation: month, day, year */
        return g_strdup_printf (C_("Chicago citation", "%1$s %2$s, %3$s"), month, day, year);
      /* Translators: a month in a Chicago citation: month, year */
      return g_strdup_printf (C_("Chicago citation", "%1$s %2$s"), month, year);
    }
}

static char *
format_part (const DatelineDateParts *part,
             DatelineCitationStyle    style)
{
  g_autofree char *plain = format_plain (part, style);
  g_autofree char *doubtful = NULL;

  doubtful = part->uncertain ? g_strconcat (plain, "?", NULL) : g_steal_pointer (&plain);
  if (!part->approximate)
    return g_steal_pointer (&doubtful);

  if (style == DATELINE_CITATION_STYLE_MLA)
    /* Translators: an approximate date in an MLA citation */
    return g_strdup_printf (C_("MLA citation", "circa %s"), doubtful);

  /* Translators: an approximate date in an APA or Chicago citation */
  return g_strdup_printf (C_("citation", "ca. %s"), doubtful);
}

/**
 * dateline_citation_date_format:
 * @date: a date
 * @style: how to cite
 *
 * Writes a date as it stands in a citation.
 *
 * Returns: (transfer full): such as "2021, February 3", "3 Feb. 2021" or "February 3, 2021"
 */
char *
dateline_citation_date_format (const DatelineDate    *date,
                               DatelineCitationStyle  style)
{
  DatelineDateParts from;
  DatelineDateParts to;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gboolean interval;

  g_return_val_if_fail (date != NULL, NULL);

  interval = dateline_date_parts_read (date, &from, &to);
  /* No style has a form for centuries and the like; words have. */
  if ((from.known && !from.plain) || (to.known && !to.plain))
    return dateline_date_format (date);
  if (!interval)
    return format_part (&from, style);

  first = from.known ? format_part (&from, style) : g_strdup ("");
  last = to.known ? format_part (&to, style) : g_strdup ("");
  if (strchr (first, ' ') != NULL || strchr (last, ' ') != NULL)
    return g_strstrip (g_strdup_printf ("%s – %s", first, last));

  return g_strdup_printf ("%s–%s", first, last);
}
