/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that two copies of a story say differently, and which of them shall be right. */
#include "config.h"

#include "dateline-conflict.h"

struct _DatelineConflict
{
  GObject parent_instance;

  char         *label;
  char         *field;
  char         *ours;
  char         *theirs;
  DatelineSide  side;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_FIELD,
  PROP_OURS,
  PROP_THEIRS,
  PROP_SIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (DatelineSide, dateline_side,
                    G_DEFINE_ENUM_VALUE (DATELINE_SIDE_OURS, "ours"),
                    G_DEFINE_ENUM_VALUE (DATELINE_SIDE_THEIRS, "theirs"))

G_DEFINE_FINAL_TYPE (DatelineConflict, dateline_conflict, G_TYPE_OBJECT)

static void
dateline_conflict_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DatelineConflict *self = DATELINE_CONFLICT (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_OURS:
      g_value_set_string (value, self->ours);
      break;
    case PROP_THEIRS:
      g_value_set_string (value, self->theirs);
      break;
    case PROP_SIDE:
      g_value_set_enum (value, self->side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_conflict_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DatelineConflict *self = DATELINE_CONFLICT (object);

  switch (prop_id)
    {
    case PROP_SIDE:
      dateline_conflict_set_side (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_conflict_finalize (GObject *object)
{
  DatelineConflict *self = DATELINE_CONFLICT (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->ours, g_free);
  g_clear_pointer (&self->theirs, g_free);

  G_OBJECT_CLASS (dateline_conflict_parent_class)->finalize (object);
}

static void
dateline_conflict_class_init (DatelineConflictClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_conflict_finalize;
  object_class->get_property = dateline_conflict_get_property;
  object_class->set_property = dateline_conflict_set_property;

  /**
   * DatelineConflict:label:
   *
   * What the conflict is about, such as the title of an event.
   */
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineConflict:field:
   *
   * Which part of it, in a word or two.
   */
  properties[PROP_FIELD] =
    g_param_spec_string ("field", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineConflict:ours:
   *
   * What the open story says.
   */
  properties[PROP_OURS] =
    g_param_spec_string ("ours", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineConflict:theirs:
   *
   * What the other copy says.
   */
  properties[PROP_THEIRS] =
    g_param_spec_string ("theirs", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineConflict:side:
   *
   * Which of the two shall be right.
   */
  properties[PROP_SIDE] =
    g_param_spec_enum ("side", NULL, NULL, DATELINE_TYPE_SIDE, DATELINE_SIDE_OURS,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_conflict_init (DatelineConflict *self)
{
}

/**
 * dateline_conflict_new:
 * @label: what it is about
 * @field: which part of it
 * @ours: what the open story says
 * @theirs: what the other copy says
 * @side: which of the two shall be right until somebody decides
 *
 * Creates a conflict.
 *
 * Returns: (transfer full): a new conflict
 */
DatelineConflict *
dateline_conflict_new (const char   *label,
                       const char   *field,
                       const char   *ours,
                       const char   *theirs,
                       DatelineSide  side)
{
  DatelineConflict *self = g_object_new (DATELINE_TYPE_CONFLICT, NULL);

  self->label = g_strdup (label != NULL ? label : "");
  self->field = g_strdup (field != NULL ? field : "");
  self->ours = g_strdup (ours != NULL ? ours : "");
  self->theirs = g_strdup (theirs != NULL ? theirs : "");
  self->side = side;

  return self;
}

/**
 * dateline_conflict_get_label:
 * @self: a `DatelineConflict`
 *
 * What the conflict is about, such as the title of an event.
 *
 * Returns: the text
 */
const char *
dateline_conflict_get_label (DatelineConflict *self)
{
  g_return_val_if_fail (DATELINE_IS_CONFLICT (self), "");

  return self->label;
}

/**
 * dateline_conflict_get_field:
 * @self: a `DatelineConflict`
 *
 * Which part of it, in a word or two.
 *
 * Returns: the text
 */
const char *
dateline_conflict_get_field (DatelineConflict *self)
{
  g_return_val_if_fail (DATELINE_IS_CONFLICT (self), "");

  return self->field;
}

/**
 * dateline_conflict_get_ours:
 * @self: a `DatelineConflict`
 *
 * What the open story says.
 *
 * Returns: the text
 */
const char *
dateline_conflict_get_ours (DatelineConflict *self)
{
  g_return_val_if_fail (DATELINE_IS_CONFLICT (self), "");

  return self->ours;
}

/**
 * dateline_conflict_get_theirs:
 * @self: a `DatelineConflict`
 *
 * What the other copy says.
 *
 * Returns: the text
 */
const char *
dateline_conflict_get_theirs (DatelineConflict *self)
{
  g_return_val_if_fail (DATELINE_IS_CONFLICT (self), "");

  return self->theirs;
}

/**
 * dateline_conflict_get_side:
 * @self: a `DatelineConflict`
 *
 * Which of the two shall be right.
 *
 * Returns: a side
 */
DatelineSide
dateline_conflict_get_side (DatelineConflict *self)
{
  g_return_val_if_fail (DATELINE_IS_CONFLICT (self), DATELINE_SIDE_OURS);

  return self->side;
}

/**
 * dateline_conflict_set_side:
 * @self: a `DatelineConflict`
 * @side: a side
 *
 * Decides which of the two shall be right.
 */
void
dateline_conflict_set_side (DatelineConflict *self,
                            DatelineSide      side)
{
  g_return_if_fail (DATELINE_IS_CONFLICT (self));

  if (self->side == side)
    return;

  self->side = side;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}
