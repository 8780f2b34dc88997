/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties a preference that is one of a few words to the selected position of a drop-down. */
#include "config.h"

#include "dateline-choice.h"

static gboolean
name_to_position (GBinding     *binding,
                  const GValue *from,
                  GValue       *to,
                  gpointer      user_data)
{
  const char * const *values = user_data;

  for (guint i = 0; values[i] != NULL; i++)
    if (g_strcmp0 (values[i], g_value_get_string (from)) == 0)
      {
        g_value_set_uint (to, i);
        return TRUE;
      }

  return FALSE;
}

static gboolean
position_to_name (GBinding     *binding,
                  const GValue *from,
                  GValue       *to,
                  gpointer      user_data)
{
  const char * const *values = user_data;
  guint position = g_value_get_uint (from);

  if (position >= g_strv_length ((GStrv) values))
    return FALSE;
  g_value_set_string (to, values[position]);

  return TRUE;
}

/**
 * dateline_choice_bind:
 * @settings: the reader's preferences
 * @name: the preference, a string
 * @target: what has a property `selected`, such as a `GtkDropDown`
 * @values: (array zero-terminated=1): what the preference can be, in the order of the positions; never freed
 *
 * Keeps a preference and a drop-down in step, both ways.
 */
void
dateline_choice_bind (DatelineSettings   *settings,
                      const char         *name,
                      GObject            *target,
                      const char * const *values)
{
  g_return_if_fail (DATELINE_IS_SETTINGS (settings));
  g_return_if_fail (name != NULL);
  g_return_if_fail (G_IS_OBJECT (target));
  g_return_if_fail (values != NULL);

  g_object_bind_property_full (settings, name, target, "selected",
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL,
                               name_to_position, position_to_name, (gpointer) values, NULL);
}
