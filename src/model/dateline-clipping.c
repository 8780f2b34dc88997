/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader picked to take along: a quote, a reaction or any passage, with a note of their own. */
#include "config.h"

#include "dateline-clipping.h"

#include "dateline-article.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"

struct _DatelineClipping
{
  GObject parent_instance;

  DatelineItem    *item;
  DatelinePassage *passage;
  char            *note;
};

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_PASSAGE,
  PROP_NOTE,
  PROP_TEXT,
  PROP_ARTICLE,
  PROP_SPEAKER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineClipping, dateline_clipping, G_TYPE_OBJECT)

static void
dateline_clipping_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DatelineClipping *self = DATELINE_CLIPPING (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, dateline_clipping_get_item (self));
      break;
    case PROP_PASSAGE:
      g_value_set_object (value, dateline_clipping_get_passage (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, dateline_clipping_get_note (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, dateline_clipping_get_text (self));
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, dateline_clipping_get_article (self));
      break;
    case PROP_SPEAKER:
      g_value_set_object (value, dateline_clipping_get_speaker (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_clipping_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DatelineClipping *self = DATELINE_CLIPPING (object);

  switch (prop_id)
    {
    case PROP_NOTE:
      dateline_clipping_set_note (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_clipping_dispose (GObject *object)
{
  DatelineClipping *self = DATELINE_CLIPPING (object);

  g_clear_object (&self->item);
  g_clear_object (&self->passage);

  G_OBJECT_CLASS (dateline_clipping_parent_class)->dispose (object);
}

static void
dateline_clipping_finalize (GObject *object)
{
  DatelineClipping *self = DATELINE_CLIPPING (object);

  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (dateline_clipping_parent_class)->finalize (object);
}

static void
dateline_clipping_class_init (DatelineClippingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_clipping_dispose;
  object_class->finalize = dateline_clipping_finalize;
  object_class->get_property = dateline_clipping_get_property;
  object_class->set_property = dateline_clipping_set_property;

  /**
   * DatelineClipping:item: (nullable)
   *
   * What was picked; %NULL for words that are no item of the story.
   */
  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, DATELINE_TYPE_ITEM,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineClipping:passage:
   *
   * Where it stands.
   */
  properties[PROP_PASSAGE] =
    g_param_spec_object ("passage", NULL, NULL, DATELINE_TYPE_PASSAGE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineClipping:note:
   *
   * The reader's note.
   */
  properties[PROP_NOTE] =
    g_param_spec_string ("note", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineClipping:text:
   *
   * The words that leave with the clipping.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineClipping:article:
   *
   * The article that is cited.
   */
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, DATELINE_TYPE_ARTICLE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineClipping:speaker: (nullable)
   *
   * Whose words they are, if that is known.
   */
  properties[PROP_SPEAKER] =
    g_param_spec_object ("speaker", NULL, NULL, DATELINE_TYPE_PERSON,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_clipping_init (DatelineClipping *self)
{
  self->note = g_strdup ("");
}

/**
 * dateline_clipping_new:
 * @item: (nullable): what is picked
 * @passage: where it stands
 *
 * Picks something.
 *
 * Returns: (transfer full): a new clipping without a note
 */
DatelineClipping *
dateline_clipping_new (DatelineItem    *item,
                       DatelinePassage *passage)
{
  DatelineClipping *self;

  g_return_val_if_fail (item == NULL || DATELINE_IS_ITEM (item), NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  self = g_object_new (DATELINE_TYPE_CLIPPING, NULL);
  g_set_object (&self->item, item);
  self->passage = g_object_ref (passage);

  return self;
}

/**
 * dateline_clipping_get_item:
 * @self: a `DatelineClipping`
 *
 * What was picked.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL for words that are none
 */
DatelineItem *
dateline_clipping_get_item (DatelineClipping *self)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPING (self), NULL);

  return self->item;
}

/**
 * dateline_clipping_get_passage:
 * @self: a `DatelineClipping`
 *
 * Where it stands.
 *
 * Returns: (transfer none): the passage
 */
DatelinePassage *
dateline_clipping_get_passage (DatelineClipping *self)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPING (self), NULL);

  return self->passage;
}

/**
 * dateline_clipping_get_note:
 * @self: a `DatelineClipping`
 *
 * The reader's note.
 *
 * Returns: the note, or an empty string
 */
const char *
dateline_clipping_get_note (DatelineClipping *self)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPING (self), "");

  return self->note;
}

/**
 * dateline_clipping_set_note:
 * @self: a `DatelineClipping`
 * @note: (nullable): the note
 *
 * Changes the reader's note.
 */
void
dateline_clipping_set_note (DatelineClipping *self,
                            const char       *note)
{
  g_return_if_fail (DATELINE_IS_CLIPPING (self));

  if (note == NULL)
    note = "";
  if (g_str_equal (self->note, note))
    return;

  g_free (self->note);
  self->note = g_strdup (note);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

/**
 * dateline_clipping_get_text:
 * @self: a `DatelineClipping`
 *
 * The words that leave with the clipping: the exact text of a post where the article only paraphrases it,
 * the words of the article otherwise.
 *
 * Returns: the text
 */
const char *
dateline_clipping_get_text (DatelineClipping *self)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPING (self), "");

  if (DATELINE_IS_REACTION (self->item))
    return dateline_reaction_get_text (DATELINE_REACTION (self->item));

  return dateline_passage_get_exact (self->passage);
}

/**
 * dateline_clipping_get_article:
 * @self: a `DatelineClipping`
 *
 * The article that is cited.
 *
 * Returns: (transfer none): the article of the passage
 */
DatelineArticle *
dateline_clipping_get_article (DatelineClipping *self)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPING (self), NULL);

  return dateline_passage_get_article (self->passage);
}

/**
 * dateline_clipping_get_speaker:
 * @self: a `DatelineClipping`
 *
 * Whose words they are: the speaker of a quote, the author of a reaction.
 *
 * Returns: (transfer none) (nullable): the person, or %NULL if that is not known
 */
DatelinePerson *
dateline_clipping_get_speaker (DatelineClipping *self)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPING (self), NULL);

  if (DATELINE_IS_QUOTE (self->item))
    return dateline_quote_get_speaker (DATELINE_QUOTE (self->item));
  if (DATELINE_IS_REACTION (self->item))
    return dateline_reaction_get_author (DATELINE_REACTION (self->item));

  return NULL;
}

/**
 * dateline_clipping_equal:
 * @self: a `DatelineClipping`
 * @other: another clipping
 *
 * Whether the two pick the same thing at the same place, whatever their notes.
 *
 * Returns: %TRUE if they do
 */
gboolean
dateline_clipping_equal (DatelineClipping *self,
                         DatelineClipping *other)
{
  g_return_val_if_fail (DATELINE_IS_CLIPPING (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_CLIPPING (other), FALSE);

  return self->item == other->item && dateline_passage_compare (self->passage, other->passage) == 0;
}
