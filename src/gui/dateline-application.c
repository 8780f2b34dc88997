/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: opens windows, one a story, and holds what they share. */
#include "config.h"

#include "dateline-application.h"

#include <signal.h>
#include <glib-unix.h>
#include <glib/gi18n.h>

#include "dateline-library-files.h"
#include "dateline-library-folder.h"
#include "dateline-library-window.h"
#include "dateline-preferences-window.h"
#include "dateline-title-dialog.h"
#include "dateline-window.h"

struct _DatelineApplication
{
  AdwApplication parent_instance;

  DatelineSettings      *settings;
  DatelineRecentStories *recent;
  guint                  signal_ids[3];
};

G_DEFINE_FINAL_TYPE (DatelineApplication, dateline_application, ADW_TYPE_APPLICATION)

static void
present_new (GtkWindow *window)
{
  g_autoptr(GtkWindowGroup) group = gtk_window_group_new ();

  /* A dialog of one story does not hold up another. */
  gtk_window_group_add_window (group, window);
  gtk_window_present (window);
}

static void
open_window (DatelineApplication *self,
             GFile               *file)
{
  DatelineWindow *window = dateline_window_new (self);

  dateline_window_open (window, file);
  present_new (GTK_WINDOW (window));
}

static GtkWindow *
find_library (DatelineApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DATELINE_IS_LIBRARY_WINDOW (l->data))
      return l->data;

  return NULL;
}

static void
show_library (DatelineApplication *self)
{
  GtkWindow *window = find_library (self);

  if (window != NULL)
    gtk_window_present (window);
  else
    present_new (GTK_WINDOW (dateline_library_window_new (self)));
}

/* Who has no story yet begins with the one that comes with the program. */
static void
open_start (DatelineApplication *self)
{
  if (dateline_library_folder_has_stories ())
    show_library (self);
  else
    open_window (self, NULL);
}

static DatelineWindow *
find_window (DatelineApplication *self,
             GFile               *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *open;

      if (!DATELINE_IS_WINDOW (l->data))
        continue;
      open = dateline_window_get_file (l->data);
      if (open == file || (open != NULL && file != NULL && g_file_equal (open, file)))
        return l->data;
    }

  return NULL;
}

static void
update_color_scheme (DatelineApplication *self)
{
  const char *name = dateline_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (name, "light") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (name, "dark") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;

  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)), scheme);
}

static void
new_window_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  open_start (user_data);
}

static void
library_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  show_library (user_data);
}

static void
say_failed (DatelineApplication *self,
            const char          *heading,
            const char          *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (gtk_application_get_active_window (GTK_APPLICATION (self)), heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
title_chosen_cb (DatelineApplication *self,
                 const char          *title)
{
  g_autofree char *folder = dateline_library_folder_dup_path ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = dateline_library_files_create (folder, title, &error);

  if (file != NULL)
    dateline_application_open_story (self, file);
  else
    say_failed (self, _("The Story Cannot Be Made"), error->message);
}

static void
new_story_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  DatelineApplication *self = user_data;
  g_autofree char *folder = dateline_library_folder_dup_path ();
  GtkWindow *dialog = dateline_title_dialog_new (gtk_application_get_active_window (GTK_APPLICATION (self)),
                                                 _("New Story"), _("_Create"), "", folder);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (title_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
open_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         user_data)
{
  DatelineApplication *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr(GFile) file = g_list_model_get_item (files, i);

          dateline_application_open_story (self, file);
        }
    }
  g_object_unref (dialog);
}

static void
open_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  DatelineApplication *self = user_data;
  GtkFileChooserNative *dialog;
  g_autoptr(GtkFileFilter) stories = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  dialog = gtk_file_chooser_native_new (_("Open Story"),
                                        gtk_application_get_active_window (GTK_APPLICATION (self)),
                                        GTK_FILE_CHOOSER_ACTION_OPEN,
                                        _("_Open"), _("_Cancel"));
  gtk_file_filter_set_name (stories, _("Stories"));
  gtk_file_filter_add_suffix (stories, "dateline");
  gtk_file_filter_add_suffix (stories, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), stories);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_example_activated (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  dateline_application_open_story (user_data, NULL);
}

static void
preferences_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  DatelineApplication *self = user_data;
  GtkWindow *window = GTK_WINDOW (dateline_preferences_window_new (self->settings));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (window);
}

static void
about_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  DatelineApplication *self = user_data;

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (self)),
                         "application-name", _("Dateline"),
                         "application-icon", APP_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Dateline Team"),
                         "website", "https://dateline.app/",
                         "issue-url", "https://dateline.app/issues",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Explore one news story told by several articles"),
                         /* Translators: put your names here, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Closing, not quitting, lets each window keep what it has to keep. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

/* The session ends, or somebody ends the program: there is no time to ask, but what was typed is applied. */
static gboolean
end_cb (gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (DATELINE_IS_WINDOW (l->data))
      dateline_window_flush (l->data);
  g_list_free (windows);
  g_application_quit (G_APPLICATION (user_data));

  return G_SOURCE_CONTINUE;
}

static void
dateline_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "library", .activate = library_activated },
    { .name = "new-story", .activate = new_story_activated },
    { .name = "new-window", .activate = new_window_activated },
    { .name = "open", .activate = open_activated },
    { .name = "open-example", .activate = open_example_activated },
    { .name = "preferences", .activate = preferences_activated },
    { .name = "about", .activate = about_activated },
    { .name = "quit", .activate = quit_activated },
  };
  static const struct
  {
    const char *action;
    const char *accels[4];
  } accels[] = {
    { "app.library", { "<Shift><Control>o" } },
    { "app.new-story", { "<Control>n" } },
    { "app.new-window", { "<Shift><Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.back", { "<Alt>Left", "Back" } },
    { "win.forward", { "<Alt>Right", "Forward" } },
    { "win.search", { "<Control>f" } },
    { "win.add-article", { "<Control>t" } },
    { "win.clip", { "<Control>d" } },
    { "win.edit", { "F2" } },
    { "win.toggle-clippings", { "F9" } },
    { "win.copy-clippings", { "<Shift><Control>c" } },
    { "win.export", { "<Control>e" } },
    { "win.save-copy", { "<Shift><Control>s" } },
    { "win.print", { "<Control>p" } },
    { "win.about-story", { "<Control>i" } },
    { "win.menu", { "F10" } },
    { "win.toggle-fullscreen", { "F11" } },
    { "win.show-shortcuts", { "<Control>question", "<Control>slash" } },
    { "win.show-view::timeline", { "<Control>1" } },
    { "win.show-view::articles", { "<Control>2" } },
    { "win.show-view::people", { "<Control>3" } },
    { "win.show-view::reactions", { "<Control>4" } },
    { "win.show-view::compare", { "<Control>5" } },
  };
  static const int signals[] = { SIGHUP, SIGINT, SIGTERM };
  DatelineApplication *self = DATELINE_APPLICATION (application);

  /* The help for the command line says what was typed; to the desktop, windows belong to the application id. */
  g_set_prgname (APP_ID);
  G_APPLICATION_CLASS (dateline_application_parent_class)->startup (application);

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    self->signal_ids[i] = g_unix_signal_add (signals[i], end_cb, self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);

  self->settings = dateline_settings_new ();
  g_signal_connect_object (self->settings, "notify::color-scheme",
                           G_CALLBACK (update_color_scheme), self, G_CONNECT_SWAPPED);
  update_color_scheme (self);
  gtk_window_set_default_icon_name (APP_ID);
}

static void
dateline_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_start (DATELINE_APPLICATION (application));
}

static void
dateline_application_open (GApplication  *application,
                           GFile        **files,
                           int            n_files,
                           const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    dateline_application_open_story (DATELINE_APPLICATION (application), files[i]);
}

static int
dateline_application_handle_local_options (GApplication *application,
                                           GVariantDict *options)
{
  g_autoptr(GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("dateline " PACKAGE_VERSION "\n");
      return 0;
    }

  if (g_variant_dict_contains (options, "new-window"))
    {
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      /* In the instance that runs already, or in this one if it is the first. */
      g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
      if (g_application_get_is_remote (application))
        return 0;
    }

  return -1;
}

static void
dateline_application_dispose (GObject *object)
{
  DatelineApplication *self = DATELINE_APPLICATION (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);
  g_clear_object (&self->recent);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dateline_application_parent_class)->dispose (object);
}

static void
dateline_application_class_init (DatelineApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = dateline_application_dispose;

  application_class->startup = dateline_application_startup;
  application_class->activate = dateline_application_activate;
  application_class->open = dateline_application_open;
  application_class->handle_local_options = dateline_application_handle_local_options;
}

static void
dateline_application_init (DatelineApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  /* Translators: stands after "dateline [OPTION…]" in the help for the command line */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * dateline_application_new:
 *
 * Creates the program.
 *
 * Returns: (transfer full): a new application
 */
DatelineApplication *
dateline_application_new (void)
{
  return g_object_new (DATELINE_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", "/app/dateline/Dateline",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * dateline_application_get_settings:
 * @self: a `DatelineApplication`
 *
 * The reader's preferences.
 *
 * Returns: (transfer none) (nullable): the settings, from startup on
 */
DatelineSettings *
dateline_application_get_settings (DatelineApplication *self)
{
  g_return_val_if_fail (DATELINE_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * dateline_application_get_recent:
 * @self: a `DatelineApplication`
 *
 * Which stories the reader opened.
 *
 * Returns: (transfer none): the list
 */
DatelineRecentStories *
dateline_application_get_recent (DatelineApplication *self)
{
  g_return_val_if_fail (DATELINE_IS_APPLICATION (self), NULL);

  if (self->recent == NULL)
    {
      g_autofree char *path = dateline_recent_stories_dup_path ();

      self->recent = dateline_recent_stories_new (path);
    }

  return self->recent;
}

/**
 * dateline_application_open_story:
 * @self: a `DatelineApplication`
 * @file: (nullable): a story; %NULL for the bundled one
 *
 * Shows the window of a story, with a new one if need be. The start page has then done its work.
 */
void
dateline_application_open_story (DatelineApplication *self,
                                 GFile               *file)
{
  DatelineWindow *window;
  GtkWindow *library;

  g_return_if_fail (DATELINE_IS_APPLICATION (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  window = find_window (self, file);
  library = find_library (self);
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    open_window (self, file);
  if (library != NULL)
    gtk_window_close (library);
}

/**
 * dateline_application_close_story:
 * @self: a `DatelineApplication`
 * @file: a story
 *
 * Closes the window of a story, if there is one.
 */
void
dateline_application_close_story (DatelineApplication *self,
                                  GFile               *file)
{
  DatelineWindow *window;

  g_return_if_fail (DATELINE_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static gboolean
add_recent_cb (gpointer user_data)
{
  GFile *file = user_data;
  DatelineApplication *self = DATELINE_APPLICATION (g_application_get_default ());
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData recent = {
    .mime_type = (char *) (dateline_library_folder_is_json (file) ? "application/vnd.dateline.story+json"
                                                                  : "application/vnd.dateline.story"),
    .app_name = (char *) "Dateline",
    .app_exec = (char *) "dateline %u",
  };

  dateline_recent_stories_add (dateline_application_get_recent (self), file, 0);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &recent);

  return G_SOURCE_REMOVE;
}

/**
 * dateline_application_note_opened:
 * @self: a `DatelineApplication`
 * @file: a story
 *
 * Writes down that a story was opened, for the library and for the desktop, once there is time for it.
 */
void
dateline_application_note_opened (DatelineApplication *self,
                                  GFile               *file)
{
  g_return_if_fail (DATELINE_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  g_idle_add_full (G_PRIORITY_LOW, add_recent_cb, g_object_ref (file), g_object_unref);
}
