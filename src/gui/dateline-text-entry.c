/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field of one line of text. */
#include "config.h"

#include "dateline-text-entry.h"

typedef struct
{
  GtkBox  *box;
  GtkEntry *text;
} DatelineTextEntryPrivate;

enum
{
  PROP_0,
  PROP_PLACEHOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (DatelineTextEntry, dateline_text_entry, DATELINE_TYPE_FIELD)

static void
dateline_text_entry_display (DatelineField *field,
                             const GValue  *value)
{
  DatelineTextEntry *self = DATELINE_TEXT_ENTRY (field);
  DatelineTextEntryPrivate *priv = dateline_text_entry_get_instance_private (self);
  g_autofree char *text = DATELINE_TEXT_ENTRY_GET_CLASS (self)->format (self, value);
  int position;

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (priv->text)), text) == 0)
    return;

  position = gtk_editable_get_position (GTK_EDITABLE (priv->text));
  /* Ctrl+Z takes back what was typed, not what the story says. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->text), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (priv->text), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->text), TRUE);
  gtk_editable_set_position (GTK_EDITABLE (priv->text), position);
}

static gboolean
dateline_text_entry_read (DatelineField  *field,
                          GValue         *value,
                          GError        **error)
{
  DatelineTextEntry *self = DATELINE_TEXT_ENTRY (field);
  DatelineTextEntryPrivate *priv = dateline_text_entry_get_instance_private (self);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (priv->text))));

  return DATELINE_TEXT_ENTRY_GET_CLASS (self)->parse (self, text, value, error);
}

static char *
dateline_text_entry_dup_text (DatelineField *field)
{
  DatelineTextEntryPrivate *priv = dateline_text_entry_get_instance_private (DATELINE_TEXT_ENTRY (field));

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (priv->text)));
}

static void
dateline_text_entry_set_text (DatelineField *field,
                              const char    *text)
{
  DatelineTextEntryPrivate *priv = dateline_text_entry_get_instance_private (DATELINE_TEXT_ENTRY (field));

  gtk_editable_set_text (GTK_EDITABLE (priv->text), text);
}

static gboolean
dateline_text_entry_real_parse (DatelineTextEntry *self,
                                const char        *text,
                                GValue            *value,
                                GError           **error)
{
  g_value_set_string (value, text);

  return TRUE;
}

static char *
dateline_text_entry_real_format (DatelineTextEntry *self,
                                 const GValue      *value)
{
  const char *text = g_value_get_string (value);

  return g_strdup (text != NULL ? text : "");
}

static void
dateline_text_entry_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineTextEntryPrivate *priv = dateline_text_entry_get_instance_private (DATELINE_TEXT_ENTRY (object));

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_entry_get_placeholder_text (priv->text));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_text_entry_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DatelineTextEntryPrivate *priv = dateline_text_entry_get_instance_private (DATELINE_TEXT_ENTRY (object));

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (priv->text, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_text_entry_class_init (DatelineTextEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  object_class->get_property = dateline_text_entry_get_property;
  object_class->set_property = dateline_text_entry_set_property;

  field_class->display = dateline_text_entry_display;
  field_class->read = dateline_text_entry_read;
  field_class->dup_text = dateline_text_entry_dup_text;
  field_class->set_text = dateline_text_entry_set_text;

  klass->parse = dateline_text_entry_real_parse;
  klass->format = dateline_text_entry_real_format;

  /**
   * DatelineTextEntry:placeholder:
   *
   * What stands where nothing is.
   */
  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_text_entry_init (DatelineTextEntry *self)
{
  DatelineTextEntryPrivate *priv = dateline_text_entry_get_instance_private (self);

  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  priv->text = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_has_frame (priv->text, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (priv->text), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->text), "field-text");
  gtk_box_append (priv->box, GTK_WIDGET (priv->text));
  g_signal_connect_swapped (priv->text, "changed", G_CALLBACK (dateline_field_touch), self);
  g_signal_connect_swapped (priv->text, "activate", G_CALLBACK (dateline_field_commit), self);

  dateline_field_set_editor (DATELINE_FIELD (self), GTK_WIDGET (priv->box), GTK_WIDGET (priv->text), FALSE);
}

/**
 * dateline_text_entry_get_text:
 * @self: a `DatelineTextEntry`
 *
 * The widget that is typed into.
 *
 * Returns: (transfer none): the text
 */
GtkEntry *
dateline_text_entry_get_text (DatelineTextEntry *self)
{
  DatelineTextEntryPrivate *priv = dateline_text_entry_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_TEXT_ENTRY (self), NULL);

  return priv->text;
}

/**
 * dateline_text_entry_add_suffix:
 * @self: a `DatelineTextEntry`
 * @widget: (transfer full): a small button or the like
 *
 * Puts something behind the text.
 */
void
dateline_text_entry_add_suffix (DatelineTextEntry *self,
                                GtkWidget         *widget)
{
  DatelineTextEntryPrivate *priv = dateline_text_entry_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_TEXT_ENTRY (self));

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (priv->box, widget);
}
