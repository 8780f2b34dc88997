/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An expression of time in an article, with the date it means (a TIMEX). */
#include "config.h"

#include "dateline-date-mention.h"

struct _DatelineDateMention
{
  GObject parent_instance;

  DatelineDate    *date;
  DatelinePassage *passage;
};

enum
{
  PROP_0,
  PROP_DATE,
  PROP_PASSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineDateMention, dateline_date_mention, G_TYPE_OBJECT)

static void
dateline_date_mention_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DatelineDateMention *self = DATELINE_DATE_MENTION (object);

  switch (prop_id)
    {
    case PROP_DATE:
      g_value_set_boxed (value, self->date);
      break;
    case PROP_PASSAGE:
      g_value_set_object (value, self->passage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_date_mention_dispose (GObject *object)
{
  DatelineDateMention *self = DATELINE_DATE_MENTION (object);

  g_clear_pointer (&self->date, dateline_date_unref);
  g_clear_object (&self->passage);

  G_OBJECT_CLASS (dateline_date_mention_parent_class)->dispose (object);
}

static void
dateline_date_mention_class_init (DatelineDateMentionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_date_mention_dispose;
  object_class->get_property = dateline_date_mention_get_property;

  /**
   * DatelineDateMention:date:
   *
   * What the words mean.
   */
  properties[PROP_DATE] =
    g_param_spec_boxed ("date", NULL, NULL, DATELINE_TYPE_DATE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineDateMention:passage:
   *
   * Where it stands.
   */
  properties[PROP_PASSAGE] =
    g_param_spec_object ("passage", NULL, NULL, DATELINE_TYPE_PASSAGE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_date_mention_init (DatelineDateMention *self)
{
}

/**
 * dateline_date_mention_new:
 * @date: what the words mean
 * @passage: where it stands
 *
 * Puts the two together.
 *
 * Returns: (transfer full): a new `DatelineDateMention`
 */
DatelineDateMention *
dateline_date_mention_new (DatelineDate    *date,
                           DatelinePassage *passage)
{
  DatelineDateMention *self;

  g_return_val_if_fail (date != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  self = g_object_new (DATELINE_TYPE_DATE_MENTION, NULL);
  self->date = dateline_date_ref (date);
  self->passage = g_object_ref (passage);

  return self;
}

/**
 * dateline_date_mention_get_date:
 * @self: a `DatelineDateMention`
 *
 * What the words mean.
 *
 * Returns: (transfer none): the date
 */
DatelineDate *
dateline_date_mention_get_date (DatelineDateMention *self)
{
  g_return_val_if_fail (DATELINE_IS_DATE_MENTION (self), NULL);

  return self->date;
}

/**
 * dateline_date_mention_get_passage:
 * @self: a `DatelineDateMention`
 *
 * Where it stands.
 *
 * Returns: (transfer none): the passage
 */
DatelinePassage *
dateline_date_mention_get_passage (DatelineDateMention *self)
{
  g_return_val_if_fail (DATELINE_IS_DATE_MENTION (self), NULL);

  return self->passage;
}

/**
 * dateline_date_mention_equal:
 * @a: a `DatelineDateMention`
 * @b: a `DatelineDateMention`
 *
 * Whether two expressions are the same words at the same place that mean the same date.
 *
 * Returns: %TRUE if one can stand for the other
 */
gboolean
dateline_date_mention_equal (DatelineDateMention *a,
                             DatelineDateMention *b)
{
  g_return_val_if_fail (DATELINE_IS_DATE_MENTION (a), FALSE);
  g_return_val_if_fail (DATELINE_IS_DATE_MENTION (b), FALSE);

  return g_str_equal (dateline_date_get_edtf (a->date), dateline_date_get_edtf (b->date)) &&
         dateline_passage_equal (a->passage, b->passage);
}
