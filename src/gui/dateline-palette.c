/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of what is drawn and not styled: shades of the GNOME palette with a contrast of 3:1 or more against the
 * background of a view, light and dark. */
#include "config.h"

#include "dateline-palette.h"

#include <adwaita.h>

static const struct
{
  const char *category;
  const char *light;
  const char *dark;
} categories[] = {
  { "court", "#1c71d8", "#62a0ea" },
  { "arrest", "#c64600", "#ffa348" },
  { "attack", "#c01c28", "#f66151" },
  { "health", "#1f7a4d", "#57e389" },
  { "statement", "#813d9c", "#c99ae0" },
  { "gesture", "#b5306e", "#f59ac4" },
  { "post", "#0b7285", "#5bc8d8" },
  { "protest", "#865e3c", "#cdab8f" },
  { "other", "#5e5c64", "#c0bfbc" },
};

/* The same as the classes badge-0 to badge-7 of the style sheet. */
static const char * const badges[] = {
  "#1a5fb4", "#a51d2d", "#1b6b43", "#613583", "#8a4b08", "#0b6a73", "#63452c", "#5e5c64"
};

static void
parse (GdkRGBA    *colour,
       const char *light,
       const char *dark)
{
  gdk_rgba_parse (colour, adw_style_manager_get_dark (adw_style_manager_get_default ()) ? dark : light);
}

/**
 * dateline_palette_get_foreground:
 * @colour: (out): return location for the colour
 *
 * The colour of text that is drawn, the same as that of the text around it.
 */
void
dateline_palette_get_foreground (GdkRGBA *colour)
{
  g_return_if_fail (colour != NULL);

  parse (colour, adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? "#000000" : "rgba(0,0,0,0.8)", "#ffffff");
}

/**
 * dateline_palette_get_category:
 * @category: (nullable): a kind of event
 * @colour: (out): return location for its colour
 *
 * The colour of a kind of event, also of one that nobody foresaw.
 */
void
dateline_palette_get_category (const char *category,
                               GdkRGBA    *colour)
{
  guint last = G_N_ELEMENTS (categories) - 1;

  g_return_if_fail (colour != NULL);

  for (guint i = 0; i < last; i++)
    if (g_strcmp0 (categories[i].category, category) == 0)
      {
        parse (colour, categories[i].light, categories[i].dark);
        return;
      }

  parse (colour, categories[last].light, categories[last].dark);
}

/**
 * dateline_palette_get_reactions:
 * @colour: (out): return location for the colour
 *
 * The colour of the numbers of reactions.
 */
void
dateline_palette_get_reactions (GdkRGBA *colour)
{
  g_return_if_fail (colour != NULL);

  parse (colour, "#9141ac", "#c99ae0");
}

/**
 * dateline_palette_get_accent:
 * @colour: (out): return location for the colour
 *
 * The colour of what is selected, for lines and shapes.
 */
void
dateline_palette_get_accent (GdkRGBA *colour)
{
  g_return_if_fail (colour != NULL);

  parse (colour, "#1c71d8", "#78aeed");
}

/**
 * dateline_palette_get_badge:
 * @position: the position of an article in its story
 * @colour: (out): return location for the colour
 *
 * The colour of an article's badge; its letter is white.
 */
void
dateline_palette_get_badge (guint    position,
                            GdkRGBA *colour)
{
  g_return_if_fail (colour != NULL);

  gdk_rgba_parse (colour, badges[position % G_N_ELEMENTS (badges)]);
}
