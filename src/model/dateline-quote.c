/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a speaker, direct or indirect, as one article prints them. */
#include "config.h"

#include "dateline-quote.h"

#include "dateline-field.h"
#include "dateline-item-private.h"

struct _DatelineQuote
{
  DatelineItem parent_instance;

  DatelinePerson *speaker;
  char           *cue;
  gboolean        direct;
  DatelinePerson *addressee;
  char           *language;
  DatelineEvent  *event;
  DatelineQuote  *original;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_SPEAKER,
  PROP_CUE,
  PROP_DIRECT,
  PROP_ADDRESSEE,
  PROP_LANGUAGE,
  PROP_EVENT,
  PROP_ORIGINAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineQuote, dateline_quote, DATELINE_TYPE_ITEM)

static const char *
dateline_quote_get_label (DatelineItem *item)
{
  DatelineQuote *self = DATELINE_QUOTE (item);

  return dateline_quote_get_text (self);
}

static void
dateline_quote_passages_changed (DatelineItem *item)
{
  g_object_notify_by_pspec (G_OBJECT (item), properties[PROP_TEXT]);
  dateline_item_notify_label (item);
}

static void
dateline_quote_unlink (DatelineItem *item)
{
  dateline_quote_set_original (DATELINE_QUOTE (item), NULL);
}

static void
dateline_quote_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DatelineQuote *self = DATELINE_QUOTE (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, dateline_quote_get_text (self));
      break;
    case PROP_SPEAKER:
      g_value_set_object (value, dateline_quote_get_speaker (self));
      break;
    case PROP_CUE:
      g_value_set_string (value, dateline_quote_get_cue (self));
      break;
    case PROP_DIRECT:
      g_value_set_boolean (value, dateline_quote_get_direct (self));
      break;
    case PROP_ADDRESSEE:
      g_value_set_object (value, dateline_quote_get_addressee (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, dateline_quote_get_language (self));
      break;
    case PROP_EVENT:
      g_value_set_object (value, dateline_quote_get_event (self));
      break;
    case PROP_ORIGINAL:
      g_value_set_object (value, dateline_quote_get_original (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_quote_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DatelineQuote *self = DATELINE_QUOTE (object);
  gboolean is_changed = FALSE;

  switch (prop_id)
    {
    case PROP_SPEAKER:
      is_changed = g_set_object (&self->speaker, g_value_get_object (value));
      break;
    case PROP_CUE:
      is_changed = dateline_field_set_string (&self->cue, value);
      break;
    case PROP_DIRECT:
      is_changed = self->direct != g_value_get_boolean (value);
      self->direct = g_value_get_boolean (value);
      break;
    case PROP_ADDRESSEE:
      is_changed = g_set_object (&self->addressee, g_value_get_object (value));
      break;
    case PROP_LANGUAGE:
      is_changed = dateline_field_set_string (&self->language, value);
      break;
    case PROP_EVENT:
      is_changed = g_set_object (&self->event, g_value_get_object (value));
      break;
    case PROP_ORIGINAL:
      dateline_quote_set_original (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (is_changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
dateline_quote_dispose (GObject *object)
{
  DatelineQuote *self = DATELINE_QUOTE (object);

  g_clear_object (&self->speaker);
  g_clear_object (&self->addressee);
  g_clear_object (&self->event);
  g_clear_object (&self->original);

  G_OBJECT_CLASS (dateline_quote_parent_class)->dispose (object);
}

static void
dateline_quote_finalize (GObject *object)
{
  DatelineQuote *self = DATELINE_QUOTE (object);

  g_clear_pointer (&self->cue, dateline_field_free_string);
  g_clear_pointer (&self->language, dateline_field_free_string);

  G_OBJECT_CLASS (dateline_quote_parent_class)->finalize (object);
}

static void
dateline_quote_class_init (DatelineQuoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineItemClass *item_class = DATELINE_ITEM_CLASS (klass);

  object_class->dispose = dateline_quote_dispose;
  object_class->finalize = dateline_quote_finalize;
  object_class->get_property = dateline_quote_get_property;
  object_class->set_property = dateline_quote_set_property;

  item_class->kind = DATELINE_ITEM_QUOTE;
  item_class->get_label = dateline_quote_get_label;
  item_class->passages_changed = dateline_quote_passages_changed;
  item_class->unlink = dateline_quote_unlink;

  /**
   * DatelineQuote:text:
   *
   * The words as printed, without quotation marks.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineQuote:speaker:
   *
   * Who said it, if the article says.
   */
  properties[PROP_SPEAKER] =
    g_param_spec_object ("speaker", NULL, NULL, DATELINE_TYPE_PERSON, DATELINE_FIELD);

  /**
   * DatelineQuote:cue:
   *
   * The cue verb as printed, or an empty string.
   */
  properties[PROP_CUE] =
    g_param_spec_string ("cue", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineQuote:direct:
   *
   * Whether the words are quoted rather than reported.
   */
  properties[PROP_DIRECT] =
    g_param_spec_boolean ("direct", NULL, NULL, FALSE, DATELINE_FIELD);

  /**
   * DatelineQuote:addressee:
   *
   * To whom it was said.
   */
  properties[PROP_ADDRESSEE] =
    g_param_spec_object ("addressee", NULL, NULL, DATELINE_TYPE_PERSON, DATELINE_FIELD);

  /**
   * DatelineQuote:language:
   *
   * The language of the words, as a BCP 47 tag.
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineQuote:event:
   *
   * The event at which it was said.
   */
  properties[PROP_EVENT] =
    g_param_spec_object ("event", NULL, NULL, DATELINE_TYPE_EVENT, DATELINE_FIELD);

  /**
   * DatelineQuote:original:
   *
   * The quote of which this is a translation.
   */
  properties[PROP_ORIGINAL] =
    g_param_spec_object ("original", NULL, NULL, DATELINE_TYPE_QUOTE, DATELINE_FIELD);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_quote_init (DatelineQuote *self)
{
}

/**
 * dateline_quote_get_text:
 * @self: a `DatelineQuote`
 *
 * The words as printed, without quotation marks: the exact text of the quote's passage.
 *
 * Returns: the text
 */
const char *
dateline_quote_get_text (DatelineQuote *self)
{
  g_autoptr(DatelinePassage) passage = NULL;

  g_return_val_if_fail (DATELINE_IS_QUOTE (self), "");

  /* The item keeps the passage alive beyond this scope. */
  passage = dateline_item_dup_first_passage (DATELINE_ITEM (self));

  return passage != NULL ? dateline_passage_get_exact (passage) : "";
}

/**
 * dateline_quote_get_speaker:
 * @self: a `DatelineQuote`
 *
 * Who said it, if the article says.
 *
 * Returns: (transfer none) (nullable): the speaker
 */
DatelinePerson *
dateline_quote_get_speaker (DatelineQuote *self)
{
  g_return_val_if_fail (DATELINE_IS_QUOTE (self), NULL);

  return self->speaker;
}

/**
 * dateline_quote_get_cue:
 * @self: a `DatelineQuote`
 *
 * The cue verb as printed, or an empty string.
 *
 * Returns: the cue
 */
const char *
dateline_quote_get_cue (DatelineQuote *self)
{
  g_return_val_if_fail (DATELINE_IS_QUOTE (self), NULL);

  return self->cue;
}

/**
 * dateline_quote_get_direct:
 * @self: a `DatelineQuote`
 *
 * Whether the words are quoted rather than reported.
 *
 * Returns: the direct
 */
gboolean
dateline_quote_get_direct (DatelineQuote *self)
{
  g_return_val_if_fail (DATELINE_IS_QUOTE (self), FALSE);

  return self->direct;
}

/**
 * dateline_quote_get_addressee:
 * @self: a `DatelineQuote`
 *
 * To whom it was said.
 *
 * Returns: (transfer none) (nullable): the addressee
 */
DatelinePerson *
dateline_quote_get_addressee (DatelineQuote *self)
{
  g_return_val_if_fail (DATELINE_IS_QUOTE (self), NULL);

  return self->addressee;
}

/**
 * dateline_quote_get_language:
 * @self: a `DatelineQuote`
 *
 * The language of the words, as a BCP 47 tag.
 *
 * Returns: the language
 */
const char *
dateline_quote_get_language (DatelineQuote *self)
{
  g_return_val_if_fail (DATELINE_IS_QUOTE (self), NULL);

  return self->language;
}

/**
 * dateline_quote_get_event:
 * @self: a `DatelineQuote`
 *
 * The event at which it was said.
 *
 * Returns: (transfer none) (nullable): the event
 */
DatelineEvent *
dateline_quote_get_event (DatelineQuote *self)
{
  g_return_val_if_fail (DATELINE_IS_QUOTE (self), NULL);

  return self->event;
}

/**
 * dateline_quote_get_original:
 * @self: a `DatelineQuote`
 *
 * The quote of which this is a translation.
 *
 * Returns: (transfer none) (nullable): the original
 */
DatelineQuote *
dateline_quote_get_original (DatelineQuote *self)
{
  g_return_val_if_fail (DATELINE_IS_QUOTE (self), NULL);

  return self->original;
}

/**
 * dateline_quote_set_original:
 * @self: a `DatelineQuote`
 * @original: (nullable): the quote of which this is a translation.
 *
 * Sets the quote of which this is a translation. A reader calls this once every item exists.
 */
void
dateline_quote_set_original (DatelineQuote *self,
                             DatelineQuote *original)
{
  g_return_if_fail (DATELINE_IS_QUOTE (self));

  if (g_set_object (&self->original, original))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORIGINAL]);
}
