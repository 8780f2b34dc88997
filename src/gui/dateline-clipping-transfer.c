/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clippings on their way to other programs, by the clipboard or by drag: with their citations, as text and as HTML. */
#include "config.h"

#include "dateline-clipping-transfer.h"

#include <string.h>

/**
 * dateline_clipping_transfer_get_style:
 * @settings: the reader's preferences
 *
 * The style of citations that the reader prefers.
 *
 * Returns: the style
 */
DatelineCitationStyle
dateline_clipping_transfer_get_style (DatelineSettings *settings)
{
  g_autoptr(GEnumClass) styles = g_type_class_ref (DATELINE_TYPE_CITATION_STYLE);
  GEnumValue *value;

  g_return_val_if_fail (DATELINE_IS_SETTINGS (settings), DATELINE_CITATION_STYLE_CHICAGO);

  value = g_enum_get_value_by_nick (styles, dateline_settings_get_string (settings, "citation-style"));

  return value != NULL ? (DatelineCitationStyle) value->value : DATELINE_CITATION_STYLE_CHICAGO;
}

/**
 * dateline_clipping_transfer_new_provider:
 * @story: the story that the clippings are from
 * @clippings: a list of `DatelineClipping`, not empty
 * @settings: the reader's preferences
 *
 * Packs clippings for the clipboard or for a drag.
 *
 * Returns: (transfer full) (nullable): text and HTML, or %NULL if there is nothing to take along
 */
GdkContentProvider *
dateline_clipping_transfer_new_provider (DatelineStory    *story,
                                         GListModel       *clippings,
                                         DatelineSettings *settings)
{
  DatelineCitationStyle style = dateline_clipping_transfer_get_style (settings);
  g_autoptr(GBytes) text = NULL;
  g_autoptr(GBytes) html = NULL;
  g_autofree char *string = NULL;
  GdkContentProvider *providers[2];

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (clippings), NULL);

  text = dateline_exporter_export (dateline_exporter_find_format ("text"), story, clippings, style, NULL);
  html = dateline_exporter_export (dateline_exporter_find_format ("html"), story, clippings, style, NULL);
  if (text == NULL || html == NULL)
    return NULL;

  /* As a string GTK offers the text under each of the names that programs ask for text by. */
  string = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, string);
  providers[1] = gdk_content_provider_new_for_bytes ("text/html", html);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * dateline_clipping_transfer_copy:
 * @widget: where the reader asked for it
 * @story: the story that the clippings are from
 * @clippings: a list of `DatelineClipping`
 * @settings: the reader's preferences
 *
 * Puts clippings on the clipboard.
 */
void
dateline_clipping_transfer_copy (GtkWidget        *widget,
                                 DatelineStory    *story,
                                 GListModel       *clippings,
                                 DatelineSettings *settings)
{
  g_autoptr(GdkContentProvider) provider = dateline_clipping_transfer_new_provider (story, clippings, settings);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (provider != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}
