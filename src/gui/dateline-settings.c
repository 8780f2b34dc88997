/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's preferences and the window's state as properties, kept in GSettings where its schema is installed.
 * A program run without being installed, or with a home that cannot be written, works all the same. */
#include "config.h"

#include "dateline-settings.h"

/* The property table: one row a key of the schema, in the same order of types. */
typedef struct
{
  const char *name;
  GType       type;
  double      number;
  double      minimum;
  double      maximum;
  const char *string;
} Key;

static const Key keys[] = {
  { "text-size", G_TYPE_INT, 17, 12, 28, NULL },
  { "line-height", G_TYPE_DOUBLE, 1.5, 1.2, 2.0, NULL },
  { "color-scheme", G_TYPE_STRING, 0, 0, 0, "system" },
  { "citation-style", G_TYPE_STRING, 0, 0, 0, "chicago" },
  { "export-format", G_TYPE_STRING, 0, 0, 0, "markdown" },
  { "timeline-lanes", G_TYPE_STRING, 0, 0, 0, "kind" },
  { "last-view", G_TYPE_STRING, 0, 0, 0, "timeline" },
  { "window-width", G_TYPE_INT, 1180, 1, 32767, NULL },
  { "window-height", G_TYPE_INT, 760, 1, 32767, NULL },
  { "window-maximized", G_TYPE_BOOLEAN, FALSE, 0, 0, NULL },
  { "clippings-visible", G_TYPE_BOOLEAN, FALSE, 0, 0, NULL },
  { "show-people-marks", G_TYPE_BOOLEAN, TRUE, 0, 0, NULL },
  { "show-quote-marks", G_TYPE_BOOLEAN, TRUE, 0, 0, NULL },
  { "show-date-marks", G_TYPE_BOOLEAN, TRUE, 0, 0, NULL },
  { "show-reaction-marks", G_TYPE_BOOLEAN, TRUE, 0, 0, NULL },
  { "hint-dismissed", G_TYPE_BOOLEAN, FALSE, 0, 0, NULL },
};

#define N_KEYS G_N_ELEMENTS (keys)

struct _DatelineSettings
{
  GObject parent_instance;

  GSettings *settings; /* NULL without a schema */
  GValue     values[N_KEYS];
};

static GParamSpec *properties[N_KEYS + 1];

G_DEFINE_FINAL_TYPE (DatelineSettings, dateline_settings, G_TYPE_OBJECT)

static void
dateline_settings_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DatelineSettings *self = DATELINE_SETTINGS (object);

  g_value_copy (&self->values[prop_id - 1], value);
}

static void
dateline_settings_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DatelineSettings *self = DATELINE_SETTINGS (object);

  if (g_param_values_cmp (pspec, &self->values[prop_id - 1], value) == 0)
    return;

  g_value_copy (value, &self->values[prop_id - 1]);
  g_object_notify_by_pspec (object, pspec);
}

static void
dateline_settings_constructed (GObject *object)
{
  DatelineSettings *self = DATELINE_SETTINGS (object);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  G_OBJECT_CLASS (dateline_settings_parent_class)->constructed (object);

  for (guint i = 0; i < N_KEYS; i++)
    {
      g_value_init (&self->values[i], keys[i].type);
      g_param_value_set_default (properties[i + 1], &self->values[i]);
    }

  /* g_settings_new() would end the program when the schema is missing. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);
  if (schema == NULL)
    return;

  self->settings = g_settings_new_full (schema, NULL, NULL);
  for (guint i = 0; i < N_KEYS; i++)
    if (g_settings_schema_has_key (schema, keys[i].name))
      g_settings_bind (self->settings, keys[i].name, self, keys[i].name, G_SETTINGS_BIND_DEFAULT);
}

static void
dateline_settings_dispose (GObject *object)
{
  DatelineSettings *self = DATELINE_SETTINGS (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dateline_settings_parent_class)->dispose (object);
}

static void
dateline_settings_finalize (GObject *object)
{
  DatelineSettings *self = DATELINE_SETTINGS (object);

  for (guint i = 0; i < N_KEYS; i++)
    g_value_unset (&self->values[i]);

  G_OBJECT_CLASS (dateline_settings_parent_class)->finalize (object);
}

static GParamSpec *
create_property (const Key *key)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (key->type)
    {
    case G_TYPE_INT:
      return g_param_spec_int (key->name, NULL, NULL, (int) key->minimum, (int) key->maximum, (int) key->number, flags);
    case G_TYPE_DOUBLE:
      return g_param_spec_double (key->name, NULL, NULL, key->minimum, key->maximum, key->number, flags);
    case G_TYPE_BOOLEAN:
      return g_param_spec_boolean (key->name, NULL, NULL, key->number != 0, flags);
    default:
      return g_param_spec_string (key->name, NULL, NULL, key->string, flags);
    }
}

static void
dateline_settings_class_init (DatelineSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dateline_settings_constructed;
  object_class->dispose = dateline_settings_dispose;
  object_class->finalize = dateline_settings_finalize;
  object_class->get_property = dateline_settings_get_property;
  object_class->set_property = dateline_settings_set_property;

  /* The schema says what each of them is for. */
  for (guint i = 0; i < N_KEYS; i++)
    properties[i + 1] = create_property (&keys[i]);

  g_object_class_install_properties (object_class, N_KEYS + 1, properties);
}

static void
dateline_settings_init (DatelineSettings *self)
{
}

static const GValue *
get_value (DatelineSettings *self,
           const char       *name)
{
  for (guint i = 0; i < N_KEYS; i++)
    if (g_str_equal (keys[i].name, name))
      return &self->values[i];

  g_assert_not_reached ();
}

/**
 * dateline_settings_new:
 *
 * Reads the preferences.
 *
 * Returns: (transfer full): the settings
 */
DatelineSettings *
dateline_settings_new (void)
{
  return g_object_new (DATELINE_TYPE_SETTINGS, NULL);
}

/**
 * dateline_settings_is_persistent:
 * @self: a `DatelineSettings`
 *
 * Whether what is set here lasts until the next start.
 *
 * Returns: %FALSE if the schema is not installed
 */
gboolean
dateline_settings_is_persistent (DatelineSettings *self)
{
  g_return_val_if_fail (DATELINE_IS_SETTINGS (self), FALSE);

  return self->settings != NULL;
}

/**
 * dateline_settings_reset:
 * @self: a `DatelineSettings`
 * @name: the name of a property
 *
 * Gives a property its default back.
 */
void
dateline_settings_reset (DatelineSettings *self,
                         const char       *name)
{
  GParamSpec *pspec;

  g_return_if_fail (DATELINE_IS_SETTINGS (self));
  g_return_if_fail (name != NULL);

  pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self), name);
  g_return_if_fail (pspec != NULL);
  g_object_set_property (G_OBJECT (self), name, g_param_spec_get_default_value (pspec));
}

/**
 * dateline_settings_get_int:
 * @self: a `DatelineSettings`
 * @name: the name of an integer property
 *
 * Reads a setting.
 *
 * Returns: the value
 */
int
dateline_settings_get_int (DatelineSettings *self,
                           const char       *name)
{
  g_return_val_if_fail (DATELINE_IS_SETTINGS (self), 0);

  return g_value_get_int (get_value (self, name));
}

/**
 * dateline_settings_get_boolean:
 * @self: a `DatelineSettings`
 * @name: the name of a boolean property
 *
 * Reads a setting.
 *
 * Returns: the value
 */
gboolean
dateline_settings_get_boolean (DatelineSettings *self,
                               const char       *name)
{
  g_return_val_if_fail (DATELINE_IS_SETTINGS (self), FALSE);

  return g_value_get_boolean (get_value (self, name));
}

/**
 * dateline_settings_get_string:
 * @self: a `DatelineSettings`
 * @name: the name of a string property
 *
 * Reads a setting.
 *
 * Returns: the value, good until it changes
 */
const char *
dateline_settings_get_string (DatelineSettings *self,
                              const char       *name)
{
  g_return_val_if_fail (DATELINE_IS_SETTINGS (self), "");

  return g_value_get_string (get_value (self, name));
}

/**
 * dateline_settings_set_string:
 * @self: a `DatelineSettings`
 * @name: the name of a string property
 * @value: the value
 *
 * Changes a setting.
 */
void
dateline_settings_set_string (DatelineSettings *self,
                              const char       *name,
                              const char       *value)
{
  g_return_if_fail (DATELINE_IS_SETTINGS (self));

  g_object_set (self, name, value, NULL);
}
