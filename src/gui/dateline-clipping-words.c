/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a clipping reads where it is set for people: on the screen and on paper. */
#include "config.h"

#include "dateline-clipping-words.h"

#include <glib/gi18n.h>

#include "dateline-library-folder.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"

/**
 * dateline_clipping_words_dup_speaker:
 * @clipping: a clipping
 *
 * Whose words they are: a name, and what has to be known about it.
 *
 * Returns: (transfer full): a line of text, empty if nobody is named
 */
char *
dateline_clipping_words_dup_speaker (DatelineClipping *clipping)
{
  DatelinePerson *speaker;
  DatelineItem *item;
  GString *text;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  speaker = dateline_clipping_get_speaker (clipping);
  item = dateline_clipping_get_item (clipping);
  text = g_string_new (speaker != NULL ? dateline_item_get_label (DATELINE_ITEM (speaker)) : NULL);

  if (DATELINE_IS_REACTION (item))
    {
      const char *handle = dateline_reaction_get_handle (DATELINE_REACTION (item));
      const char *platform = dateline_reaction_get_platform (DATELINE_REACTION (item));

      if (handle != NULL && *handle != '\0')
        g_string_append_printf (text, "%s@%s", text->len > 0 ? " · " : "", handle);
      if (platform != NULL && *platform != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", platform);
    }
  else if (DATELINE_IS_QUOTE (item) && !dateline_quote_get_direct (DATELINE_QUOTE (item)) && text->len > 0)
    {
      /* Translators: behind the name of a speaker whose words an article reports without quoting them */
      g_string_append_printf (text, " · %s", C_("quote", "indirect"));
    }

  return g_string_free (text, FALSE);
}

/**
 * dateline_clipping_words_dup_text:
 * @clipping: a clipping
 *
 * The words. What somebody said stands in quotation marks; a post and a report do not.
 *
 * Returns: (transfer full): the words
 */
char *
dateline_clipping_words_dup_text (DatelineClipping *clipping)
{
  DatelineItem *item;
  const char *text;

  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  item = dateline_clipping_get_item (clipping);
  text = dateline_clipping_get_text (clipping);

  if (DATELINE_IS_QUOTE (item) && dateline_quote_get_direct (DATELINE_QUOTE (item)))
    /* Translators: the quotation marks of your language around what somebody said */
    return g_strdup_printf (C_("quotation", "“%s”"), text);

  return g_strdup (text);
}

/**
 * dateline_clipping_words_dup_file_name:
 * @story: a story
 *
 * A name for a file with clippings of a story, from the story's title.
 *
 * Returns: (transfer full): the name, without a suffix
 */
char *
dateline_clipping_words_dup_file_name (DatelineStory *story)
{
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  return dateline_library_folder_dup_file_name (dateline_story_get_title (story), _("Clippings"));
}
