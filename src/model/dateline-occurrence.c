/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item at one of its passages: a row of evidence, or a mark in the text. */
#include "config.h"

#include "dateline-occurrence.h"

struct _DatelineOccurrence
{
  GObject parent_instance;

  DatelineItem    *item;
  DatelinePassage *passage;
};

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_PASSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineOccurrence, dateline_occurrence, G_TYPE_OBJECT)

static void
dateline_occurrence_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineOccurrence *self = DATELINE_OCCURRENCE (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_PASSAGE:
      g_value_set_object (value, self->passage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_occurrence_dispose (GObject *object)
{
  DatelineOccurrence *self = DATELINE_OCCURRENCE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->passage);

  G_OBJECT_CLASS (dateline_occurrence_parent_class)->dispose (object);
}

static void
dateline_occurrence_class_init (DatelineOccurrenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_occurrence_dispose;
  object_class->get_property = dateline_occurrence_get_property;

  /**
   * DatelineOccurrence:item:
   *
   * What is told there.
   */
  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, DATELINE_TYPE_ITEM,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineOccurrence:passage:
   *
   * Where it stands.
   */
  properties[PROP_PASSAGE] =
    g_param_spec_object ("passage", NULL, NULL, DATELINE_TYPE_PASSAGE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_occurrence_init (DatelineOccurrence *self)
{
}

/**
 * dateline_occurrence_new:
 * @item: what is told there
 * @passage: where it stands
 *
 * Puts the two together.
 *
 * Returns: (transfer full): a new `DatelineOccurrence`
 */
DatelineOccurrence *
dateline_occurrence_new (DatelineItem    *item,
                         DatelinePassage *passage)
{
  DatelineOccurrence *self;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  self = g_object_new (DATELINE_TYPE_OCCURRENCE, NULL);
  self->item = g_object_ref (item);
  self->passage = g_object_ref (passage);

  return self;
}

/**
 * dateline_occurrence_get_item:
 * @self: a `DatelineOccurrence`
 *
 * What is told there.
 *
 * Returns: (transfer none): the item
 */
DatelineItem *
dateline_occurrence_get_item (DatelineOccurrence *self)
{
  g_return_val_if_fail (DATELINE_IS_OCCURRENCE (self), NULL);

  return self->item;
}

/**
 * dateline_occurrence_get_passage:
 * @self: a `DatelineOccurrence`
 *
 * Where it stands.
 *
 * Returns: (transfer none): the passage
 */
DatelinePassage *
dateline_occurrence_get_passage (DatelineOccurrence *self)
{
  g_return_val_if_fail (DATELINE_IS_OCCURRENCE (self), NULL);

  return self->passage;
}
