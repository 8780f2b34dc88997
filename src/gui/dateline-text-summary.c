/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a text while it is typed: what it holds, and what would find no place in it. */
#include "config.h"

#include "dateline-text-summary.h"

#include <glib/gi18n.h>

#include "dateline-text-blocks.h"

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gboolean alnum = g_unichar_isalnum (g_utf8_get_char (text));

      n += alnum && !in_word;
      in_word = alnum || (in_word && !g_unichar_isspace (g_utf8_get_char (text)));
    }

  return n;
}

static char *
describe_count (DatelineBlockKind kind,
                guint             n)
{
  switch (kind)
    {
    case DATELINE_BLOCK_HEADING:
      return g_strdup_printf (ngettext ("%'u heading", "%'u headings", n), n);
    case DATELINE_BLOCK_BLOCKQUOTE:
      return g_strdup_printf (ngettext ("%'u quotation", "%'u quotations", n), n);
    case DATELINE_BLOCK_POST:
      return g_strdup_printf (ngettext ("%'u post", "%'u posts", n), n);
    case DATELINE_BLOCK_PARAGRAPH:
    default:
      return g_strdup_printf (ngettext ("%'u paragraph", "%'u paragraphs", n), n);
    }
}

/**
 * dateline_text_summary_dup_counts:
 * @blocks: (element-type DatelineTextBlock): a text
 *
 * How much of what the text holds.
 *
 * Returns: (transfer full): a line for the reader
 */
char *
dateline_text_summary_dup_counts (GPtrArray *blocks)
{
  static const DatelineBlockKind order[] = {
    DATELINE_BLOCK_PARAGRAPH, DATELINE_BLOCK_HEADING, DATELINE_BLOCK_BLOCKQUOTE, DATELINE_BLOCK_POST
  };
  guint n_blocks[G_N_ELEMENTS (order)] = { 0 };
  guint n_words = 0;
  GString *counts;

  g_return_val_if_fail (blocks != NULL, NULL);

  counts = g_string_new (NULL);
  for (guint i = 0; i < blocks->len; i++)
    {
      const DatelineTextBlock *block = g_ptr_array_index (blocks, i);

      n_blocks[block->kind]++;
      n_words += count_words (block->text);
    }

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *count = describe_count (order[i], n_blocks[order[i]]);

      if (n_blocks[order[i]] > 0 || order[i] == DATELINE_BLOCK_PARAGRAPH)
        g_string_append_printf (counts, "%s · ", count);
    }
  g_string_append_printf (counts, ngettext ("%'u word", "%'u words", n_words), n_words);

  return g_string_free (counts, FALSE);
}

/**
 * dateline_text_summary_dup_loss:
 * @loss: a passage that finds no place
 *
 * Whose passage it is, and whether that goes with it.
 *
 * Returns: (transfer full): a line for the reader
 */
char *
dateline_text_summary_dup_loss (const DatelineTextLoss *loss)
{
  const char *label;

  g_return_val_if_fail (loss != NULL, NULL);

  label = dateline_item_get_label (loss->item);
  switch (dateline_item_get_kind (loss->item))
    {
    case DATELINE_ITEM_ARTICLE:
      return g_strdup (_("A date or a clipping"));
    case DATELINE_ITEM_QUOTE:
      return g_strdup (loss->takes_item ? _("A quote, which is deleted") : _("A quote"));
    case DATELINE_ITEM_ACCOUNT:
      return g_strdup (loss->takes_item ? _("An account, which is deleted") : _("An account"));
    case DATELINE_ITEM_PERSON:
      /* Translators: %s is a name */
      return g_strdup_printf (_("Person: %s"), label);
    case DATELINE_ITEM_EVENT:
      /* Translators: %s is the title of an event */
      return g_strdup_printf (_("Event: %s"), label);
    case DATELINE_ITEM_REACTION:
      /* Translators: %s is whose reaction it is */
      return g_strdup_printf (_("Reaction: %s"), label);
    case DATELINE_ITEM_CLAIM:
    default:
      return g_strdup (label);
    }
}
