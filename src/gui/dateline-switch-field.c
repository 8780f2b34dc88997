/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for what is so or not. */
#include "config.h"

#include "dateline-switch-field.h"

struct _DatelineSwitchField
{
  DatelineField parent_instance;

  GtkSwitch *button;
};

G_DEFINE_FINAL_TYPE (DatelineSwitchField, dateline_switch_field, DATELINE_TYPE_FIELD)

static void
dateline_switch_field_display (DatelineField *field,
                               const GValue  *value)
{
  gtk_switch_set_active (DATELINE_SWITCH_FIELD (field)->button, g_value_get_boolean (value));
}

static gboolean
dateline_switch_field_read (DatelineField  *field,
                            GValue         *value,
                            GError        **error)
{
  g_value_set_boolean (value, gtk_switch_get_active (DATELINE_SWITCH_FIELD (field)->button));

  return TRUE;
}

static void
active_changed_cb (DatelineField *field)
{
  dateline_field_touch (field);
  dateline_field_commit (field);
}

static void
dateline_switch_field_class_init (DatelineSwitchFieldClass *klass)
{
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  field_class->display = dateline_switch_field_display;
  field_class->read = dateline_switch_field_read;
}

static void
dateline_switch_field_init (DatelineSwitchField *self)
{
  self->button = GTK_SWITCH (gtk_switch_new ());
  g_signal_connect_swapped (self->button, "notify::active", G_CALLBACK (active_changed_cb), self);
  dateline_field_set_editor (DATELINE_FIELD (self), GTK_WIDGET (self->button), GTK_WIDGET (self->button), TRUE);
}
