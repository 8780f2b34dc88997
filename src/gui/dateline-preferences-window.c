/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's preferences; every change takes effect at once. */
#include "config.h"

#include "dateline-preferences-window.h"

#include <glib/gi18n.h>

#include "dateline-choice.h"

struct _DatelinePreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  DatelineSettings    *settings;
  AdwComboRow         *color_scheme_row;
  AdwComboRow         *citation_style_row;
  GtkAdjustment       *text_size_adjustment;
  GtkAdjustment       *line_height_adjustment;
  AdwPreferencesGroup *reset_group;
};

G_DEFINE_FINAL_TYPE (DatelinePreferencesWindow, dateline_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' models. */
static const char *const color_schemes[] = { "system", "light", "dark", NULL };
static const char *const citation_styles[] = { "apa", "mla", "chicago", NULL };

static void
reset_clicked_cb (DatelinePreferencesWindow *self)
{
  static const char *const names[] = { "color-scheme", "text-size", "line-height", "citation-style" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    dateline_settings_reset (self->settings, names[i]);
}

static void
dateline_preferences_window_dispose (GObject *object)
{
  DatelinePreferencesWindow *self = DATELINE_PREFERENCES_WINDOW (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (dateline_preferences_window_parent_class)->dispose (object);
}

static void
dateline_preferences_window_class_init (DatelinePreferencesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, color_scheme_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, citation_style_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, text_size_adjustment);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, line_height_adjustment);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, reset_group);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
dateline_preferences_window_init (DatelinePreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_preferences_window_new:
 * @settings: what to change
 *
 * Creates the window.
 *
 * Returns: (transfer full): a new window
 */
DatelinePreferencesWindow *
dateline_preferences_window_new (DatelineSettings *settings)
{
  DatelinePreferencesWindow *self;

  g_return_val_if_fail (DATELINE_IS_SETTINGS (settings), NULL);

  self = g_object_new (DATELINE_TYPE_PREFERENCES_WINDOW, NULL);
  self->settings = g_object_ref (settings);
  dateline_choice_bind (settings, "color-scheme", G_OBJECT (self->color_scheme_row), color_schemes);
  dateline_choice_bind (settings, "citation-style", G_OBJECT (self->citation_style_row), citation_styles);
  g_object_bind_property (settings, "text-size", self->text_size_adjustment, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (settings, "line-height", self->line_height_adjustment, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  if (!dateline_settings_is_persistent (settings))
    adw_preferences_group_set_description (self->reset_group,
                                           _("The settings are not installed on this system: changes last until the program ends."));

  return self;
}
