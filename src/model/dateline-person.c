/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person, organisation or group that the articles name. */
#include "config.h"

#include "dateline-person.h"

#include "dateline-field.h"
#include "dateline-item-private.h"
#include "dateline-story.h"

G_DEFINE_ENUM_TYPE (DatelinePersonKind, dateline_person_kind,
                    G_DEFINE_ENUM_VALUE (DATELINE_PERSON_KIND_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (DATELINE_PERSON_KIND_ORGANISATION, "organisation"),
                    G_DEFINE_ENUM_VALUE (DATELINE_PERSON_KIND_GROUP, "group"))

struct _DatelinePerson
{
  DatelineItem parent_instance;

  char              *name;
  DatelinePersonKind person_kind;
  GStrv              aliases;
  char              *role;
  char              *description;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_PERSON_KIND,
  PROP_ALIASES,
  PROP_ROLE,
  PROP_DESCRIPTION,
  PROP_N_MENTIONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelinePerson, dateline_person, DATELINE_TYPE_ITEM)

static const char *
dateline_person_get_label (DatelineItem *item)
{
  DatelinePerson *self = DATELINE_PERSON (item);

  return self->name;
}

static void
dateline_person_passages_changed (DatelineItem *item)
{
  g_object_notify_by_pspec (G_OBJECT (item), properties[PROP_N_MENTIONS]);
}

static void
dateline_person_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DatelinePerson *self = DATELINE_PERSON (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, dateline_person_get_name (self));
      break;
    case PROP_PERSON_KIND:
      g_value_set_enum (value, dateline_person_get_person_kind (self));
      break;
    case PROP_ALIASES:
      g_value_set_boxed (value, dateline_person_get_aliases (self));
      break;
    case PROP_ROLE:
      g_value_set_string (value, dateline_person_get_role (self));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, dateline_person_get_description (self));
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, dateline_person_get_n_mentions (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_person_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DatelinePerson *self = DATELINE_PERSON (object);
  gboolean is_changed = FALSE;

  switch (prop_id)
    {
    case PROP_NAME:
      is_changed = dateline_field_set_string (&self->name, value);
      break;
    case PROP_PERSON_KIND:
      is_changed = self->person_kind != g_value_get_enum (value);
      self->person_kind = g_value_get_enum (value);
      break;
    case PROP_ALIASES:
      is_changed = dateline_field_set_strings (&self->aliases, value);
      break;
    case PROP_ROLE:
      is_changed = dateline_field_set_string (&self->role, value);
      break;
    case PROP_DESCRIPTION:
      is_changed = dateline_field_set_string (&self->description, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (is_changed)
    g_object_notify_by_pspec (object, pspec);
  if (is_changed && prop_id == PROP_NAME)
    dateline_item_notify_label (DATELINE_ITEM (self));
}

static void
dateline_person_finalize (GObject *object)
{
  DatelinePerson *self = DATELINE_PERSON (object);

  g_clear_pointer (&self->name, dateline_field_free_string);
  g_clear_pointer (&self->aliases, dateline_field_free_strings);
  g_clear_pointer (&self->role, dateline_field_free_string);
  g_clear_pointer (&self->description, dateline_field_free_string);

  G_OBJECT_CLASS (dateline_person_parent_class)->finalize (object);
}

static void
dateline_person_class_init (DatelinePersonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineItemClass *item_class = DATELINE_ITEM_CLASS (klass);

  object_class->finalize = dateline_person_finalize;
  object_class->get_property = dateline_person_get_property;
  object_class->set_property = dateline_person_set_property;

  item_class->kind = DATELINE_ITEM_PERSON;
  item_class->get_label = dateline_person_get_label;
  item_class->passages_changed = dateline_person_passages_changed;

  /**
   * DatelinePerson:name:
   *
   * The name the story uses for them.
   */
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelinePerson:person-kind:
   *
   * Whether this is a person, an organisation or a group.
   */
  properties[PROP_PERSON_KIND] =
    g_param_spec_enum ("person-kind", NULL, NULL, DATELINE_TYPE_PERSON_KIND, DATELINE_PERSON_KIND_PERSON,
                       DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelinePerson:aliases:
   *
   * Other spellings and names that the articles use.
   */
  properties[PROP_ALIASES] =
    g_param_spec_boxed ("aliases", NULL, NULL, G_TYPE_STRV, DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelinePerson:role:
   *
   * Who they are, in a few words.
   */
  properties[PROP_ROLE] =
    g_param_spec_string ("role", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelinePerson:description:
   *
   * What the articles say about them.
   */
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelinePerson:n-mentions:
   *
   * How many passages name them.
   */
  properties[PROP_N_MENTIONS] =
    g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_person_init (DatelinePerson *self)
{
}

/**
 * dateline_person_get_name:
 * @self: a `DatelinePerson`
 *
 * The name the story uses for them.
 *
 * Returns: the name
 */
const char *
dateline_person_get_name (DatelinePerson *self)
{
  g_return_val_if_fail (DATELINE_IS_PERSON (self), NULL);

  return self->name;
}

/**
 * dateline_person_get_person_kind:
 * @self: a `DatelinePerson`
 *
 * Whether this is a person, an organisation or a group.
 *
 * Returns: the person kind
 */
DatelinePersonKind
dateline_person_get_person_kind (DatelinePerson *self)
{
  g_return_val_if_fail (DATELINE_IS_PERSON (self), DATELINE_PERSON_KIND_PERSON);

  return self->person_kind;
}

/**
 * dateline_person_get_aliases:
 * @self: a `DatelinePerson`
 *
 * Other spellings and names that the articles use.
 *
 * Returns: (transfer none) (array zero-terminated=1): the aliases
 */
const char * const *
dateline_person_get_aliases (DatelinePerson *self)
{
  g_return_val_if_fail (DATELINE_IS_PERSON (self), NULL);

  return (const char * const *) self->aliases;
}

/**
 * dateline_person_get_role:
 * @self: a `DatelinePerson`
 *
 * Who they are, in a few words.
 *
 * Returns: the role
 */
const char *
dateline_person_get_role (DatelinePerson *self)
{
  g_return_val_if_fail (DATELINE_IS_PERSON (self), NULL);

  return self->role;
}

/**
 * dateline_person_get_description:
 * @self: a `DatelinePerson`
 *
 * What the articles say about them.
 *
 * Returns: the description
 */
const char *
dateline_person_get_description (DatelinePerson *self)
{
  g_return_val_if_fail (DATELINE_IS_PERSON (self), NULL);

  return self->description;
}

/**
 * dateline_person_get_n_mentions:
 * @self: a `DatelinePerson`
 *
 * How many passages name them. None is loaded for that.
 *
 * Returns: the number of mentions
 */
guint
dateline_person_get_n_mentions (DatelinePerson *self)
{
  DatelineItem *item = DATELINE_ITEM (self);

  g_return_val_if_fail (DATELINE_IS_PERSON (self), 0);

  if (dateline_item_misses (item, DATELINE_ITEM_PART_PASSAGES))
    return dateline_source_count_mentions (dateline_story_get_source (dateline_item_get_story (item)), item);

  return g_list_model_get_n_items (dateline_item_get_passages (item));
}
