/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that may go to the new person when somebody turns out to be two: an alias, a mention, or an item. */
#include "config.h"

#include "dateline-split-part.h"

#include <string.h>
#include <glib/gi18n.h>

#include "dateline-article.h"
#include "dateline-claim.h"
#include "dateline-event.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"
#include "dateline-text.h"

/* As much of a sentence as tells what an event or a claim is about. */
#define MAX_CONTEXT 160

struct _DatelineSplitPart
{
  GObject parent_instance;

  char            *alias;   /* NULL for what is no alias */
  DatelinePassage *passage; /* NULL for what is no mention */
  DatelineItem    *item;    /* NULL for what is no item */
  gboolean         ticked;
};

enum
{
  PROP_0,
  PROP_TICKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineSplitPart, dateline_split_part, G_TYPE_OBJECT)

static void
dateline_split_part_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TICKED:
      g_value_set_boolean (value, DATELINE_SPLIT_PART (object)->ticked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_split_part_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_TICKED:
      dateline_split_part_set_ticked (DATELINE_SPLIT_PART (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_split_part_dispose (GObject *object)
{
  DatelineSplitPart *self = DATELINE_SPLIT_PART (object);

  g_clear_pointer (&self->alias, g_free);
  g_clear_object (&self->passage);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (dateline_split_part_parent_class)->dispose (object);
}

static void
dateline_split_part_class_init (DatelineSplitPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dateline_split_part_get_property;
  object_class->set_property = dateline_split_part_set_property;
  object_class->dispose = dateline_split_part_dispose;

  /**
   * DatelineSplitPart:ticked:
   *
   * Whether it goes to the new person.
   */
  properties[PROP_TICKED] =
    g_param_spec_boolean ("ticked", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_split_part_init (DatelineSplitPart *self)
{
}

/**
 * dateline_split_part_new_alias:
 * @alias: another name of the person
 *
 * Creates a part for an alias.
 *
 * Returns: (transfer full): a new part
 */
DatelineSplitPart *
dateline_split_part_new_alias (const char *alias)
{
  DatelineSplitPart *self;

  g_return_val_if_fail (alias != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_SPLIT_PART, NULL);
  self->alias = g_strdup (alias);

  return self;
}

/**
 * dateline_split_part_new_mention:
 * @passage: a passage that names the person
 *
 * Creates a part for a mention.
 *
 * Returns: (transfer full): a new part
 */
DatelineSplitPart *
dateline_split_part_new_mention (DatelinePassage *passage)
{
  DatelineSplitPart *self;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  self = g_object_new (DATELINE_TYPE_SPLIT_PART, NULL);
  self->passage = g_object_ref (passage);

  return self;
}

/**
 * dateline_split_part_new_item:
 * @item: an event, quote, reaction or claim that points to the person
 *
 * Creates a part for an item.
 *
 * Returns: (transfer full): a new part
 */
DatelineSplitPart *
dateline_split_part_new_item (DatelineItem *item)
{
  DatelineSplitPart *self;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  self = g_object_new (DATELINE_TYPE_SPLIT_PART, NULL);
  self->item = g_object_ref (item);

  return self;
}

/**
 * dateline_split_part_get_alias:
 * @self: a `DatelineSplitPart`
 *
 * The alias.
 *
 * Returns: (nullable): the alias, or %NULL if the part is something else
 */
const char *
dateline_split_part_get_alias (DatelineSplitPart *self)
{
  g_return_val_if_fail (DATELINE_IS_SPLIT_PART (self), NULL);

  return self->alias;
}

/**
 * dateline_split_part_get_passage:
 * @self: a `DatelineSplitPart`
 *
 * The mention.
 *
 * Returns: (transfer none) (nullable): the passage, or %NULL if the part is something else
 */
DatelinePassage *
dateline_split_part_get_passage (DatelineSplitPart *self)
{
  g_return_val_if_fail (DATELINE_IS_SPLIT_PART (self), NULL);

  return self->passage;
}

/**
 * dateline_split_part_get_item:
 * @self: a `DatelineSplitPart`
 *
 * The item.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL if the part is something else
 */
DatelineItem *
dateline_split_part_get_item (DatelineSplitPart *self)
{
  g_return_val_if_fail (DATELINE_IS_SPLIT_PART (self), NULL);

  return self->item;
}

/**
 * dateline_split_part_get_ticked:
 * @self: a `DatelineSplitPart`
 *
 * Whether it goes to the new person.
 *
 * Returns: %TRUE if it does
 */
gboolean
dateline_split_part_get_ticked (DatelineSplitPart *self)
{
  g_return_val_if_fail (DATELINE_IS_SPLIT_PART (self), FALSE);

  return self->ticked;
}

/**
 * dateline_split_part_set_ticked:
 * @self: a `DatelineSplitPart`
 * @ticked: whether it goes to the new person
 *
 * Decides about it.
 */
void
dateline_split_part_set_ticked (DatelineSplitPart *self,
                                gboolean           ticked)
{
  g_return_if_fail (DATELINE_IS_SPLIT_PART (self));

  if (self->ticked == ticked)
    return;

  self->ticked = ticked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
}

/**
 * dateline_split_part_dup_text:
 * @self: a `DatelineSplitPart`
 * @from: (out) (optional): where in it the words that name the person begin, in bytes
 * @to: (out) (optional): where they end; the same place for what has no such words
 *
 * The words to decide by: a mention stands in its sentence.
 *
 * Returns: (transfer full): a text
 */
char *
dateline_split_part_dup_text (DatelineSplitPart *self,
                              gsize             *from,
                              gsize             *to)
{
  g_autoptr(DatelinePassage) sentence = NULL;
  const char *text;
  const char *start;

  g_return_val_if_fail (DATELINE_IS_SPLIT_PART (self), NULL);

  if (from != NULL)
    *from = 0;
  if (to != NULL)
    *to = 0;
  if (self->alias != NULL)
    return g_strdup (self->alias);
  if (self->item != NULL)
    return g_strdup (dateline_item_get_label (self->item));

  sentence = dateline_passage_dup_sentence (self->passage);
  text = dateline_passage_get_exact (sentence);
  start = g_utf8_offset_to_pointer (text, dateline_passage_get_start (self->passage) - dateline_passage_get_start (sentence));
  if (from != NULL)
    *from = (gsize) (start - text);
  if (to != NULL)
    *to = MIN ((gsize) (start - text) + strlen (dateline_passage_get_exact (self->passage)), strlen (text));

  return g_strdup (text);
}

static void
add_passage (GPtrArray       *parts,
             DatelinePassage *passage)
{
  const char *publisher;

  if (passage == NULL)
    return;

  publisher = dateline_article_get_publisher (dateline_passage_get_article (passage));
  if (publisher == NULL || *publisher == '\0')
    publisher = dateline_article_get_headline (dateline_passage_get_article (passage));
  g_ptr_array_add (parts, g_strdup (publisher));
}

static void
add_sentence (GPtrArray       *parts,
              DatelinePassage *passage)
{
  g_autoptr(DatelinePassage) sentence = passage != NULL ? dateline_passage_dup_sentence (passage) : NULL;
  g_autofree char *words = sentence != NULL ? dateline_text_abridge (dateline_passage_get_exact (sentence), MAX_CONTEXT) : NULL;

  if (words != NULL && *words != '\0')
    g_ptr_array_add (parts, g_strdup_printf (C_("quotation", "“%s”"), words));
}

static void
add_name (GPtrArray      *parts,
          const char     *format,
          DatelinePerson *person)
{
  g_autoptr(GString) words = NULL;

  if (person == NULL)
    return;

  words = g_string_new (format);
  g_string_replace (words, "%s", dateline_person_get_name (person), 1);
  g_ptr_array_add (parts, g_strdup (words->str));
}

static void
add_item (GPtrArray    *parts,
          DatelineItem *item)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (item);
  DatelineDate *date = NULL;

  if (DATELINE_IS_EVENT (item))
    {
      g_ptr_array_add (parts, g_strdup (C_("split", "Event")));
      date = dateline_event_get_date (DATELINE_EVENT (item));
    }
  else if (DATELINE_IS_QUOTE (item))
    {
      g_ptr_array_add (parts, g_strdup (C_("split", "Quote")));
      /* Translators: %s is who says something */
      add_name (parts, _("by %s"), dateline_quote_get_speaker (DATELINE_QUOTE (item)));
      /* Translators: %s is whom something is said to */
      add_name (parts, _("to %s"), dateline_quote_get_addressee (DATELINE_QUOTE (item)));
    }
  else if (DATELINE_IS_REACTION (item))
    {
      g_ptr_array_add (parts, g_strdup (C_("split", "Reaction")));
      date = dateline_reaction_get_date (DATELINE_REACTION (item));
      if (*dateline_reaction_get_platform (DATELINE_REACTION (item)) != '\0')
        g_ptr_array_add (parts, g_strdup (dateline_reaction_get_platform (DATELINE_REACTION (item))));
    }
  else
    {
      g_ptr_array_add (parts, g_strdup (C_("split", "Claim")));
    }

  if (date != NULL)
    g_ptr_array_add (parts, dateline_date_format_short (date));
  add_passage (parts, passage);
  /* The words of the others are what they are shown by. */
  if (DATELINE_IS_EVENT (item))
    add_sentence (parts, passage);
}

/**
 * dateline_split_part_dup_detail:
 * @self: a `DatelineSplitPart`
 *
 * What it is, and where it comes from.
 *
 * Returns: (transfer full): a text
 */
char *
dateline_split_part_dup_detail (DatelineSplitPart *self)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (DATELINE_IS_SPLIT_PART (self), NULL);

  if (self->alias != NULL)
    g_ptr_array_add (parts, g_strdup (C_("split", "Alias")));
  if (self->passage != NULL)
    {
      g_ptr_array_add (parts, g_strdup (C_("split", "Mention")));
      add_passage (parts, self->passage);
    }
  if (self->item != NULL)
    add_item (parts, self->item);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}
