/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of texts that may be of any length. A label sets its whole text again and again to learn its size,
 * which takes minutes for a book; what is cut off here stands in the tooltip, in the reader and in the forms. */
#include "config.h"

#include "dateline-short-text.h"

#include <string.h>

#include "dateline-text.h"

/* A label that wraps asks how narrow it can get: with every letter below the other, were it not for this. */
#define MIN_CHARS  12
#define SAFE_CHARS 48
/* Code points of a tooltip, and of its lines. */
#define MAX_TIP      800
#define MAX_TIP_LINE 70

/* Blanks, line feeds and their like as single blanks. */
static char *
flatten (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029 || c == ' ')
        {
          blank = line->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (line, ' ');
      blank = FALSE;
      g_string_append_unichar (line, c);
    }

  return g_string_free (line, FALSE);
}

/**
 * dateline_short_text_dup:
 * @text: (nullable): a text of any length
 * @max: how many code points of it to show
 *
 * What is shown of a text. A text that is shortened to %DATELINE_SHORT_TEXT_LINE or less is one line.
 *
 * Returns: (transfer full): the text or its start
 */
char *
dateline_short_text_dup (const char *text,
                         guint       max)
{
  g_return_val_if_fail (max > 0, NULL);

  if (text == NULL)
    return g_strdup ("");
  if (max <= DATELINE_SHORT_TEXT_LINE)
    {
      /* What cannot be shown need not be looked at; blanks may be many. */
      g_autofree char *start = dateline_text_abridge (text, 4 * max);
      g_autofree char *line = flatten (start);

      return dateline_text_abridge (line, max);
    }

  return dateline_text_abridge (text, max);
}

/**
 * dateline_short_text_dup_at:
 * @text: a text of any length
 * @max: how many code points of it to show
 * @from: (inout): where its most important words start, in bytes; where they start in what is returned
 * @to: (inout): where they end
 *
 * What is shown of a text, beginning later if some words of it could not be seen otherwise.
 *
 * Returns: (transfer full): the text or a part of it
 */
char *
dateline_short_text_dup_at (const char *text,
                            guint       max,
                            gsize      *from,
                            gsize      *to)
{
  const char *start = text;
  g_autofree char *shown = NULL;
  g_autofree char *result = NULL;
  gsize shift = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (*from <= *to && *to <= strlen (text), NULL);

  if (g_utf8_strlen (text, (gssize) *to) > (glong) max)
    {
      glong lead = g_utf8_strlen (text, (gssize) *from);

      start = g_utf8_offset_to_pointer (text, MAX (lead - (glong) max / 4, 0));
    }

  shown = dateline_text_abridge (start, max);
  result = start > text ? g_strconcat ("…", shown, NULL) : g_steal_pointer (&shown);
  shift = start > text ? strlen ("…") : 0;
  *from = MIN (*from - (gsize) (start - text) + shift, strlen (result));
  *to = MIN (*to - (gsize) (start - text) + shift, strlen (result));

  return g_steal_pointer (&result);
}

/**
 * dateline_short_text_dup_tip:
 * @text: (nullable): a text of any length
 *
 * What a tooltip says of a text. GTK gives long lines all the width they ask for, beyond any screen.
 *
 * Returns: (transfer full) (nullable): the text or its start, in lines, or %NULL if it is empty
 */
char *
dateline_short_text_dup_tip (const char *text)
{
  g_autofree char *shown = dateline_short_text_dup (text, MAX_TIP);
  GString *lines;
  gsize blank = 0; /* after the last one of this line */
  guint n = 0;

  if (*shown == '\0')
    return NULL;
  if (strlen (shown) <= MAX_TIP_LINE * 3)
    return g_steal_pointer (&shown);

  lines = g_string_new (NULL);
  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n >= MAX_TIP_LINE && blank > 0)
        {
          lines->str[blank - 1] = '\n';
          n = (guint) g_utf8_strlen (lines->str + blank, -1);
          blank = 0;
        }
      else if (n >= MAX_TIP_LINE)
        {
          g_string_append_c (lines, '\n');
          n = 0;
        }

      g_string_append_unichar (lines, c);
      n++;
      if (c == '\n')
        n = 0;
      if (c == '\n' || c == ' ')
        blank = c == ' ' ? lines->len : 0;
    }

  return g_string_free (lines, FALSE);
}

/**
 * dateline_short_text_tooltip:
 * @widget: a widget
 * @text: (nullable): a text of any length
 *
 * Sets a tooltip that fits on the screen.
 */
void
dateline_short_text_tooltip (GtkWidget  *widget,
                             const char *text)
{
  g_autofree char *shown = dateline_short_text_dup_tip (text);

  /* GTK asks the X server where the pointer is each time. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), shown) != 0)
    gtk_widget_set_tooltip_text (widget, shown);
}

/**
 * dateline_short_text_show:
 * @label: a label
 * @text: (nullable): a text of any length
 * @max: how many code points of it to show
 *
 * Shows a text in a label. What does not fit stands in the tooltip.
 */
void
dateline_short_text_show (GtkLabel   *label,
                          const char *text,
                          guint       max)
{
  g_autofree char *shown = dateline_short_text_dup (text, max);
  gboolean is_long = strlen (shown) > SAFE_CHARS;
  gboolean is_cut = text != NULL && strlen (text) > max && g_utf8_strlen (text, -1) > (glong) max;

  g_return_if_fail (GTK_IS_LABEL (label));

  if (gtk_label_get_wrap (label))
    {
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (label, is_long ? MIN_CHARS : -1);
    }
  gtk_label_set_label (label, shown);
  dateline_short_text_tooltip (GTK_WIDGET (label), is_cut ? text : NULL);
}

/**
 * dateline_short_text_dup_layout:
 * @layout: a date
 * @room: how many pixels wide it may be
 *
 * What is drawn of a date. A remark in brackets is there in full, or not at all.
 *
 * Returns: (transfer full): the layout, on one line, or a shorter one
 */
PangoLayout *
dateline_short_text_dup_layout (PangoLayout *layout,
                                int          room)
{
  const char *text;
  const char *remark;
  PangoLayout *shorter;
  int width;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), NULL);

  text = pango_layout_get_text (layout);
  remark = strstr (text, " (");
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (remark == NULL || width <= room)
    return g_object_ref (layout);

  shorter = pango_layout_copy (layout);
  pango_layout_set_text (shorter, text, (int) (remark - text));

  return shorter;
}
