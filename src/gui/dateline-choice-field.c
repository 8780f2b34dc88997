/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for one of a few words: the kind of an event or of a person, the form of a reaction. */
#include "config.h"

#include "dateline-choice-field.h"

typedef struct
{
  char          **values;
  char           *other; /* a value that is none of them, which the story came with */
  GtkStringList  *names;
  GtkDropDown    *drop_down;
} DatelineChoiceFieldPrivate;

enum
{
  PROP_0,
  PROP_VALUES,
  PROP_NAMES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (DatelineChoiceField, dateline_choice_field, DATELINE_TYPE_FIELD)

static char *
to_word (const GValue *value)
{
  if (G_VALUE_HOLDS_ENUM (value))
    {
      g_autoptr(GEnumClass) klass = g_type_class_ref (G_VALUE_TYPE (value));

      return g_strdup (g_enum_get_value (klass, g_value_get_enum (value))->value_nick);
    }
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_strdup (g_value_get_boolean (value) ? "true" : "false");

  return g_value_dup_string (value);
}

static guint
find_word (DatelineChoiceFieldPrivate *priv,
           const char                 *word)
{
  for (guint i = 0; priv->values != NULL && priv->values[i] != NULL; i++)
    if (g_strcmp0 (priv->values[i], word) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static const char *
get_word (DatelineChoiceFieldPrivate *priv,
          guint                       position)
{
  guint n = g_strv_length (priv->values);

  if (position < n)
    return priv->values[position];

  return position == n ? priv->other : NULL;
}

static void
dateline_choice_field_display (DatelineField *field,
                               const GValue  *value)
{
  DatelineChoiceFieldPrivate *priv = dateline_choice_field_get_instance_private (DATELINE_CHOICE_FIELD (field));
  g_autofree char *word = to_word (value);
  guint n = g_strv_length (priv->values);
  guint position = find_word (priv, word);

  /* A kind that nobody foresaw can be kept, and is offered as long as it is not changed. */
  if (position == GTK_INVALID_LIST_POSITION && word != NULL && *word != '\0')
    {
      const char *additions[] = { word, NULL };

      gtk_string_list_splice (priv->names, n, g_list_model_get_n_items (G_LIST_MODEL (priv->names)) - n, additions);
      g_free (priv->other);
      priv->other = g_strdup (word);
      position = n;
    }
  gtk_drop_down_set_selected (priv->drop_down, position);
}

static gboolean
dateline_choice_field_read (DatelineField  *field,
                            GValue         *value,
                            GError        **error)
{
  DatelineChoiceFieldPrivate *priv = dateline_choice_field_get_instance_private (DATELINE_CHOICE_FIELD (field));
  const char *word = get_word (priv, gtk_drop_down_get_selected (priv->drop_down));

  if (G_VALUE_HOLDS_ENUM (value))
    {
      g_autoptr(GEnumClass) klass = g_type_class_ref (G_VALUE_TYPE (value));
      GEnumValue *found = word != NULL ? g_enum_get_value_by_nick (klass, word) : NULL;

      g_value_set_enum (value, found != NULL ? found->value : 0);
    }
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    {
      g_value_set_boolean (value, g_strcmp0 (word, "true") == 0);
    }
  else
    {
      g_value_set_string (value, word != NULL ? word : "");
    }

  return TRUE;
}

static char *
dateline_choice_field_describe (DatelineField *field,
                                const GValue  *value)
{
  DatelineChoiceFieldPrivate *priv = dateline_choice_field_get_instance_private (DATELINE_CHOICE_FIELD (field));
  g_autofree char *word = to_word (value);
  guint position = find_word (priv, word);

  if (position == GTK_INVALID_LIST_POSITION)
    return g_strdup (word != NULL ? word : "");

  return g_strdup (gtk_string_list_get_string (priv->names, position));
}

static void
selected_changed_cb (DatelineField *field)
{
  dateline_field_touch (field);
  dateline_field_commit (field);
}

static void
dateline_choice_field_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  DatelineChoiceFieldPrivate *priv = dateline_choice_field_get_instance_private (DATELINE_CHOICE_FIELD (object));

  switch (prop_id)
    {
    case PROP_VALUES:
      priv->values = g_strsplit (g_value_get_string (value), " ", -1);
      break;
    case PROP_NAMES:
      priv->names = g_value_dup_object (value);
      gtk_drop_down_set_model (priv->drop_down, G_LIST_MODEL (priv->names));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_choice_field_finalize (GObject *object)
{
  DatelineChoiceFieldPrivate *priv = dateline_choice_field_get_instance_private (DATELINE_CHOICE_FIELD (object));

  g_clear_pointer (&priv->values, g_strfreev);
  g_clear_pointer (&priv->other, g_free);
  g_clear_object (&priv->names);

  G_OBJECT_CLASS (dateline_choice_field_parent_class)->finalize (object);
}

static void
dateline_choice_field_class_init (DatelineChoiceFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  object_class->finalize = dateline_choice_field_finalize;
  object_class->set_property = dateline_choice_field_set_property;

  field_class->display = dateline_choice_field_display;
  field_class->read = dateline_choice_field_read;
  field_class->describe = dateline_choice_field_describe;

  /**
   * DatelineChoiceField:values:
   *
   * The words as the story has them, between spaces; of an enumeration, the nicks; of a boolean, "true" and "false".
   */
  properties[PROP_VALUES] =
    g_param_spec_string ("values", NULL, NULL, "",
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineChoiceField:names:
   *
   * What the reader sees, in the same order.
   */
  properties[PROP_NAMES] =
    g_param_spec_object ("names", NULL, NULL, GTK_TYPE_STRING_LIST,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_choice_field_init (DatelineChoiceField *self)
{
  DatelineChoiceFieldPrivate *priv = dateline_choice_field_get_instance_private (self);

  priv->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (priv->drop_down), "field-choice");
  g_signal_connect_swapped (priv->drop_down, "notify::selected", G_CALLBACK (selected_changed_cb), self);
  dateline_field_set_editor (DATELINE_FIELD (self), GTK_WIDGET (priv->drop_down), GTK_WIDGET (priv->drop_down), TRUE);
}
