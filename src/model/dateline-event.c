/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that happened at a date or over a span. */
#include "config.h"

#include "dateline-event.h"

#include "dateline-field.h"
#include "dateline-item-private.h"

struct _DatelineEvent
{
  DatelineItem parent_instance;

  char          *title;
  char          *description;
  DatelineDate  *date;
  char          *category;
  char          *place;
  GListStore    *participants; /* NULL: nobody asked for them yet */
  DatelineEvent *part_of;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_DATE,
  PROP_CATEGORY,
  PROP_PLACE,
  PROP_PARTICIPANTS,
  PROP_PART_OF,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineEvent, dateline_event, DATELINE_TYPE_ITEM)

static const char *
dateline_event_get_label (DatelineItem *item)
{
  DatelineEvent *self = DATELINE_EVENT (item);

  return self->title;
}

static GListStore *
get_participants (DatelineEvent *self)
{
  if (self->participants == NULL)
    self->participants = g_list_store_new (DATELINE_TYPE_PERSON);

  return self->participants;
}

static void
dateline_event_copy_lists (DatelineItem *item,
                           DatelineItem *copy)
{
  dateline_field_copy_list (get_participants (DATELINE_EVENT (copy)),
                            dateline_event_get_participants (DATELINE_EVENT (item)));
}

static void
dateline_event_unlink (DatelineItem *item)
{
  dateline_event_set_part_of (DATELINE_EVENT (item), NULL);
}

static void
dateline_event_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DatelineEvent *self = DATELINE_EVENT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, dateline_event_get_title (self));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, dateline_event_get_description (self));
      break;
    case PROP_DATE:
      g_value_set_boxed (value, dateline_event_get_date (self));
      break;
    case PROP_CATEGORY:
      g_value_set_string (value, dateline_event_get_category (self));
      break;
    case PROP_PLACE:
      g_value_set_string (value, dateline_event_get_place (self));
      break;
    case PROP_PARTICIPANTS:
      g_value_set_object (value, dateline_event_get_participants (self));
      break;
    case PROP_PART_OF:
      g_value_set_object (value, dateline_event_get_part_of (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_event_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DatelineEvent *self = DATELINE_EVENT (object);
  gboolean is_changed = FALSE;

  switch (prop_id)
    {
    case PROP_TITLE:
      is_changed = dateline_field_set_string (&self->title, value);
      break;
    case PROP_DESCRIPTION:
      is_changed = dateline_field_set_string (&self->description, value);
      break;
    case PROP_DATE:
      is_changed = dateline_field_set_date (&self->date, value);
      break;
    case PROP_CATEGORY:
      is_changed = dateline_field_set_string (&self->category, value);
      break;
    case PROP_PLACE:
      is_changed = dateline_field_set_string (&self->place, value);
      break;
    case PROP_PART_OF:
      dateline_event_set_part_of (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (is_changed)
    g_object_notify_by_pspec (object, pspec);
  if (is_changed && prop_id == PROP_TITLE)
    dateline_item_notify_label (DATELINE_ITEM (self));
}

static void
dateline_event_dispose (GObject *object)
{
  DatelineEvent *self = DATELINE_EVENT (object);

  g_clear_object (&self->participants);
  g_clear_object (&self->part_of);

  G_OBJECT_CLASS (dateline_event_parent_class)->dispose (object);
}

static void
dateline_event_finalize (GObject *object)
{
  DatelineEvent *self = DATELINE_EVENT (object);

  g_clear_pointer (&self->title, dateline_field_free_string);
  g_clear_pointer (&self->description, dateline_field_free_string);
  g_clear_pointer (&self->date, dateline_date_unref);
  g_clear_pointer (&self->category, dateline_field_free_string);
  g_clear_pointer (&self->place, dateline_field_free_string);

  G_OBJECT_CLASS (dateline_event_parent_class)->finalize (object);
}

static void
dateline_event_class_init (DatelineEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineItemClass *item_class = DATELINE_ITEM_CLASS (klass);

  object_class->dispose = dateline_event_dispose;
  object_class->finalize = dateline_event_finalize;
  object_class->get_property = dateline_event_get_property;
  object_class->set_property = dateline_event_set_property;

  item_class->kind = DATELINE_ITEM_EVENT;
  item_class->get_label = dateline_event_get_label;
  item_class->copy_lists = dateline_event_copy_lists;
  item_class->unlink = dateline_event_unlink;

  /**
   * DatelineEvent:title:
   *
   * What happened, in a few words.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineEvent:description:
   *
   * What happened, in a sentence or two.
   */
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineEvent:date:
   *
   * When it happened, as precisely as the articles say.
   */
  properties[PROP_DATE] =
    g_param_spec_boxed ("date", NULL, NULL, DATELINE_TYPE_DATE, DATELINE_FIELD);

  /**
   * DatelineEvent:category:
   *
   * The kind of event as a slug: "court", "arrest", "attack", "health", "statement", "gesture", "post", "protest" or "other".
   */
  properties[PROP_CATEGORY] =
    g_param_spec_string ("category", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineEvent:place:
   *
   * Where it happened, or an empty string.
   */
  properties[PROP_PLACE] =
    g_param_spec_string ("place", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineEvent:participants:
   *
   * The people who took part, as a list of `DatelinePerson`.
   */
  properties[PROP_PARTICIPANTS] =
    g_param_spec_object ("participants", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineEvent:part-of:
   *
   * The event within which this one happened.
   */
  properties[PROP_PART_OF] =
    g_param_spec_object ("part-of", NULL, NULL, DATELINE_TYPE_EVENT, DATELINE_FIELD);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_event_init (DatelineEvent *self)
{
}

/**
 * dateline_event_get_title:
 * @self: a `DatelineEvent`
 *
 * What happened, in a few words.
 *
 * Returns: the title
 */
const char *
dateline_event_get_title (DatelineEvent *self)
{
  g_return_val_if_fail (DATELINE_IS_EVENT (self), NULL);

  return self->title;
}

/**
 * dateline_event_get_description:
 * @self: a `DatelineEvent`
 *
 * What happened, in a sentence or two.
 *
 * Returns: the description
 */
const char *
dateline_event_get_description (DatelineEvent *self)
{
  g_return_val_if_fail (DATELINE_IS_EVENT (self), NULL);

  return self->description;
}

/**
 * dateline_event_get_date:
 * @self: a `DatelineEvent`
 *
 * When it happened, as precisely as the articles say.
 *
 * Returns: (transfer none) (nullable): the date
 */
DatelineDate *
dateline_event_get_date (DatelineEvent *self)
{
  g_return_val_if_fail (DATELINE_IS_EVENT (self), NULL);

  return self->date;
}

/**
 * dateline_event_get_category:
 * @self: a `DatelineEvent`
 *
 * The kind of event as a slug: "court", "arrest", "attack", "health", "statement", "gesture", "post", "protest" or "other".
 *
 * Returns: the category
 */
const char *
dateline_event_get_category (DatelineEvent *self)
{
  g_return_val_if_fail (DATELINE_IS_EVENT (self), NULL);

  return self->category;
}

/**
 * dateline_event_get_place:
 * @self: a `DatelineEvent`
 *
 * Where it happened, or an empty string.
 *
 * Returns: the place
 */
const char *
dateline_event_get_place (DatelineEvent *self)
{
  g_return_val_if_fail (DATELINE_IS_EVENT (self), NULL);

  return self->place;
}

/**
 * dateline_event_get_participants:
 * @self: a `DatelineEvent`
 *
 * The people who took part, as a list of `DatelinePerson`.
 *
 * Returns: (transfer none): the participants
 */
GListModel *
dateline_event_get_participants (DatelineEvent *self)
{
  g_return_val_if_fail (DATELINE_IS_EVENT (self), NULL);

  dateline_item_need (DATELINE_ITEM (self), DATELINE_ITEM_PART_PARTICIPANTS);

  return G_LIST_MODEL (get_participants (self));
}

/**
 * dateline_event_add_participant:
 * @self: a `DatelineEvent`
 * @participant: what to append
 *
 * Appends to the participants.
 */
void
dateline_event_add_participant (DatelineEvent *self,
                                DatelinePerson *participant)
{
  g_return_if_fail (DATELINE_IS_EVENT (self));
  g_return_if_fail (participant != NULL);

  dateline_item_need (DATELINE_ITEM (self), DATELINE_ITEM_PART_PARTICIPANTS);
  g_list_store_append (get_participants (self), participant);
}

/**
 * dateline_event_set_participants:
 * @self: a `DatelineEvent`
 * @participants: (nullable) (element-type DatelinePerson): who took part
 *
 * Replaces the participants, unless they are the same already.
 */
void
dateline_event_set_participants (DatelineEvent *self,
                                 GPtrArray     *participants)
{
  g_return_if_fail (DATELINE_IS_EVENT (self));

  dateline_item_settle (DATELINE_ITEM (self), DATELINE_ITEM_PART_PARTICIPANTS);
  dateline_field_set_list (get_participants (self), participants, g_direct_equal);
}

/**
 * dateline_event_get_part_of:
 * @self: a `DatelineEvent`
 *
 * The event within which this one happened.
 *
 * Returns: (transfer none) (nullable): the part of
 */
DatelineEvent *
dateline_event_get_part_of (DatelineEvent *self)
{
  g_return_val_if_fail (DATELINE_IS_EVENT (self), NULL);

  return self->part_of;
}

/**
 * dateline_event_set_part_of:
 * @self: a `DatelineEvent`
 * @part_of: (nullable): the event within which this one happened.
 *
 * Sets the event within which this one happened. A reader calls this once every item exists.
 */
void
dateline_event_set_part_of (DatelineEvent *self,
                            DatelineEvent *part_of)
{
  g_return_if_fail (DATELINE_IS_EVENT (self));

  if (g_set_object (&self->part_of, part_of))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PART_OF]);
}
