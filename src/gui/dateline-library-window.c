/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The start page: the reader's stories as cards, and the example. */
#include "config.h"

#include "dateline-library-window.h"

#include <glib/gi18n.h>

#include "dateline-file-drop.h"
#include "dateline-json-reader.h"
#include "dateline-library-card.h"
#include "dateline-library-files.h"
#include "dateline-library-folder.h"
#include "dateline-library.h"
#include "dateline-save-copy.h"
#include "dateline-shortcuts.h"
#include "dateline-show-file.h"
#include "dateline-title-dialog.h"

/* So many stories are seen at a glance. */
#define MANY 6

/* So many fill a window. The grid would make two hundred cards before it shows the first. */
#define FIRST 12

struct _DatelineLibraryWindow
{
  AdwApplicationWindow parent_instance;

  DatelineLibrary      *library;
  DatelineLibraryEntry *example;
  GListModel           *all; /* the library, and the example */
  GCancellable         *cancellable;
  char                 *words; /* what is searched for, or NULL */
  guint                 more_id;

  GtkMenuButton        *menu_button;
  GtkWidget            *search_button;
  GtkSearchBar         *search_bar;
  GtkEditable          *search_entry;
  AdwToastOverlay      *toast_overlay;
  GtkStack             *stack;
  GtkGridView          *grid;
  GtkSliceListModel    *slice;
  GtkFilterListModel   *filtered;
  GtkCustomFilter      *filter;
};

G_DEFINE_FINAL_TYPE (DatelineLibraryWindow, dateline_library_window, ADW_TYPE_APPLICATION_WINDOW)

static DatelineApplication *
get_application (DatelineLibraryWindow *self)
{
  return DATELINE_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static AdwToast *
new_toast (const char *sentence)
{
  /* The title of a toast is markup. */
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  return adw_toast_new (markup);
}

static void
say (DatelineLibraryWindow *self,
     const char            *sentence)
{
  adw_toast_overlay_add_toast (self->toast_overlay, new_toast (sentence));
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  DatelineLibraryWindow *self = user_data;

  return self->words == NULL || dateline_library_entry_matches (item, self->words);
}

static void
update_page (DatelineLibraryWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->library));
  const char *page;

  gtk_widget_set_visible (self->search_button, n > MANY || gtk_search_bar_get_search_mode (self->search_bar));
  if (n == 0 && self->words == NULL)
    page = dateline_library_get_loading (self->library) ? "loading" : "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    page = "nothing";
  else
    page = "stories";

  gtk_stack_set_visible_child_name (self->stack, page);
}

static gboolean
show_more_cb (gpointer user_data)
{
  DatelineLibraryWindow *self = DATELINE_LIBRARY_WINDOW (user_data);

  self->more_id = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

static void
library_changed_cb (DatelineLibraryWindow *self)
{
  /* The grid gets all at once when the stories are known: it would keep in view what was there first. */
  gboolean first = gtk_filter_list_model_get_model (self->filtered) == NULL;

  if (first)
    {
      gtk_slice_list_model_set_size (self->slice, FIRST);
      gtk_filter_list_model_set_model (self->filtered, self->all);
      /* After the first frame. */
      self->more_id = g_idle_add_full (G_PRIORITY_LOW, show_more_cb, self, NULL);
    }
  update_page (self);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* More is known of the stories: some may be what is searched for now. */
static void
read_cb (DatelineLibraryWindow *self)
{
  if (self->words != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);
}

static void
search_changed_cb (DatelineLibraryWindow *self)
{
  const char *words = gtk_editable_get_text (self->search_entry);

  g_free (self->words);
  self->words = *words != '\0' ? g_strdup (words) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (self->library == NULL)
    return;
  update_page (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->grid), "list.scroll-to-item", "u", 0);
}

static void
open_entry (DatelineLibraryWindow *self,
            DatelineLibraryEntry  *entry)
{
  GFile *file = dateline_library_entry_get_file (entry);

  dateline_application_open_story (get_application (self), entry == self->example ? NULL : file);
}

static void
activate_cb (DatelineLibraryWindow *self,
             guint                  position)
{
  g_autoptr(DatelineLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (entry != NULL)
    open_entry (self, entry);
}

static void
search_activate_cb (DatelineLibraryWindow *self)
{
  /* Return may come before the results of the last key do. */
  search_changed_cb (self);
  activate_cb (self, 0);
}

/* Returns: (transfer none) (nullable): the story that an action is about */
static DatelineLibraryEntry *
find_entry (GtkWidget *widget,
            GVariant  *parameter)
{
  DatelineLibraryWindow *self = DATELINE_LIBRARY_WINDOW (widget);
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  if (g_file_equal (file, dateline_library_entry_get_file (self->example)))
    return self->example;

  return dateline_library_find (self->library, file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineLibraryEntry *entry = find_entry (widget, parameter);

  if (entry != NULL)
    open_entry (DATELINE_LIBRARY_WINDOW (widget), entry);
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DatelineLibraryWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (dateline_library_files_rename_finish (result, &error))
    dateline_library_refresh (self->library);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
title_chosen_cb (DatelineTitleDialog   *dialog,
                 const char            *title,
                 DatelineLibraryWindow *self)
{
  dateline_library_files_rename_async (g_object_get_data (G_OBJECT (dialog), "file"), title, self->cancellable,
                                       renamed_cb, g_object_ref (self));
}

static void
rename_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DatelineLibraryEntry *entry = find_entry (widget, parameter);
  GtkWindow *dialog;

  if (entry == NULL || !dateline_library_folder_is_story (dateline_library_entry_get_file (entry)))
    return;

  dialog = dateline_title_dialog_new (GTK_WINDOW (widget), _("Rename Story"), _("_Rename"),
                                      dateline_library_entry_get_title (entry), NULL);
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (dateline_library_entry_get_file (entry)),
                          g_object_unref);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (title_chosen_cb), widget, 0);
  gtk_window_present (dialog);
}

static void
duplicated_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(DatelineLibraryWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = dateline_library_files_duplicate_finish (result, &error);

  if (file != NULL)
    dateline_library_refresh (self->library);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DatelineLibraryWindow *self = DATELINE_LIBRARY_WINDOW (widget);
  DatelineLibraryEntry *entry = find_entry (widget, parameter);
  g_autofree char *folder = dateline_library_folder_dup_path ();

  if (entry != NULL)
    dateline_library_files_duplicate_async (dateline_library_entry_get_file (entry), folder, self->cancellable,
                                            duplicated_cb, g_object_ref (self));
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DatelineLibraryWindow *self = DATELINE_LIBRARY_WINDOW (widget);
  DatelineLibraryEntry *entry = find_entry (widget, parameter);

  if (entry != NULL)
    dateline_save_copy (GTK_WINDOW (self), self->toast_overlay, dateline_library_entry_get_file (entry),
                        dateline_library_entry_get_title (entry));
}

static void
show_in_files_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  DatelineLibraryEntry *entry = find_entry (widget, parameter);

  if (entry != NULL)
    dateline_show_file (dateline_library_entry_get_file (entry), GTK_WINDOW (widget));
}

static void
undo_forget_cb (AdwToast              *toast,
                DatelineLibraryWindow *self)
{
  const gint64 *opened = g_object_get_data (G_OBJECT (toast), "opened");

  dateline_library_remember (self->library, g_object_get_data (G_OBJECT (toast), "file"), *opened);
}

static void
forget_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DatelineLibraryWindow *self = DATELINE_LIBRARY_WINDOW (widget);
  DatelineLibraryEntry *entry = find_entry (widget, parameter);
  g_autoptr(GFile) file = NULL;
  g_autofree char *sentence = NULL;
  gint64 opened;
  AdwToast *toast;

  if (entry == NULL || !dateline_library_entry_get_elsewhere (entry))
    return;

  file = g_object_ref (dateline_library_entry_get_file (entry));
  opened = dateline_library_entry_get_opened (entry);
  /* Translators: %s is the title of a story */
  sentence = g_strdup_printf (_("“%s” removed from the list"), dateline_library_entry_get_title (entry));
  toast = new_toast (sentence);
  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "opened", g_memdup2 (&opened, sizeof opened), g_free);
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_forget_cb), self, 0);

  dateline_library_forget (self->library, file);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
undo_trash_cb (AdwToast              *toast,
               DatelineLibraryWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (!dateline_library_restore (self->library, g_object_get_data (G_OBJECT (toast), "file"), &error))
    say (self, error->message);
}

static void
trash_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DatelineLibraryWindow *self = DATELINE_LIBRARY_WINDOW (widget);
  DatelineLibraryEntry *entry = find_entry (widget, parameter);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  if (entry == NULL || entry == self->example)
    return;

  file = g_object_ref (dateline_library_entry_get_file (entry));
  /* Translators: %s is the title of a story */
  sentence = g_strdup_printf (_("“%s” moved to the Trash"), dateline_library_entry_get_title (entry));

  /* Nobody goes on writing to what is thrown away. */
  dateline_application_close_story (get_application (self), file);
  if (!dateline_library_trash (self->library, file, &error))
    {
      say (self, error->message);
      return;
    }

  toast = new_toast (sentence);
  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_trash_cb), self, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DatelineLibraryWindow *self = DATELINE_LIBRARY_WINDOW (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (DATELINE_LIBRARY_WINDOW (widget)->menu_button);
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  dateline_shortcuts_show (GTK_APPLICATION_WINDOW (widget));
}

/* Returns: (transfer none) (nullable): the card that the keys go to */
static DatelineLibraryCard *
get_focused_card (DatelineLibraryWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->grid)))
    return NULL;
  /* The focus is on what the list made around the card, or on something within it. */
  if (DATELINE_IS_LIBRARY_CARD (gtk_widget_get_first_child (focus)))
    return DATELINE_LIBRARY_CARD (gtk_widget_get_first_child (focus));

  return DATELINE_LIBRARY_CARD (gtk_widget_get_ancestor (focus, DATELINE_TYPE_LIBRARY_CARD));
}

static gboolean
card_key_cb (GtkWidget *widget,
             GVariant  *parameter,
             gpointer   user_data)
{
  DatelineLibraryCard *card = get_focused_card (DATELINE_LIBRARY_WINDOW (widget));
  const char *action = g_variant_get_string (parameter, NULL);

  if (card == NULL)
    return FALSE;

  if (*action == '\0')
    dateline_library_card_popup_menu (card);
  else
    gtk_widget_activate_action (GTK_WIDGET (card), action, NULL);

  return TRUE;
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/app/dateline/Dateline/ui/dateline-library-menu.ui");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "primary_menu")));
}

/* What changed elsewhere while the reader was there is seen on the return. */
static void
active_changed_cb (DatelineLibraryWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    dateline_library_refresh (self->library);
}

static gboolean
dateline_library_window_close_request (GtkWindow *window)
{
  DatelineSettings *settings = dateline_application_get_settings (get_application (DATELINE_LIBRARY_WINDOW (window)));
  gboolean maximized = gtk_window_is_maximized (window);

  g_object_set (settings, "window-maximized", maximized, NULL);
  if (!maximized && !gtk_window_is_fullscreen (window))
    {
      int width;
      int height;

      gtk_window_get_default_size (window, &width, &height);
      g_object_set (settings, "window-width", width, "window-height", height, NULL);
    }

  return GTK_WINDOW_CLASS (dateline_library_window_parent_class)->close_request (window);
}

static void
dateline_library_window_dispose (GObject *object)
{
  DatelineLibraryWindow *self = DATELINE_LIBRARY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->more_id, g_source_remove);
  if (self->library != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->library, self);
      dateline_library_stop (self->library);
      g_signal_handlers_disconnect_by_data (self->filtered, self);
      gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_LIBRARY_WINDOW);
  g_clear_object (&self->library);
  g_clear_object (&self->example);
  g_clear_object (&self->all);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (dateline_library_window_parent_class)->dispose (object);
}

static void
dateline_library_window_class_init (DatelineLibraryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = dateline_library_window_dispose;

  window_class->close_request = dateline_library_window_close_request;

  g_type_ensure (DATELINE_TYPE_LIBRARY_CARD);

  gtk_widget_class_install_action (widget_class, "library.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "library.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "library.duplicate", "s", duplicate_action);
  gtk_widget_class_install_action (widget_class, "library.save-copy", "s", save_copy_action);
  gtk_widget_class_install_action (widget_class, "library.show-in-files", "s", show_in_files_action);
  gtk_widget_class_install_action (widget_class, "library.forget", "s", forget_action);
  gtk_widget_class_install_action (widget_class, "library.trash", "s", trash_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, card_key_cb, "s", "card.trash");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, card_key_cb, "s", "card.trash");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, card_key_cb, "s", "card.rename");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, card_key_cb, "s", "");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, card_key_cb, "s", "");

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-library-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, slice);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, filtered);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryWindow, filter);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
dateline_library_window_init (DatelineLibraryWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, NULL, NULL);
  dateline_file_drop_add (GTK_WIDGET (self));
}

/* The bundled story comes last, and like any other: as a card. */
static void
set_models (DatelineLibraryWindow *self)
{
  g_autofree char *folder = dateline_library_folder_dup_path ();
  g_autoptr(GFile) file = g_file_new_for_uri ("resource://" DATELINE_STORY_RESOURCE);
  g_autoptr(GListStore) examples = g_list_store_new (DATELINE_TYPE_LIBRARY_ENTRY);
  g_autoptr(GListStore) models = g_list_store_new (G_TYPE_LIST_MODEL);

  self->library = dateline_library_new (folder, dateline_application_get_recent (get_application (self)));
  self->example = dateline_library_entry_new (file, FALSE);
  dateline_library_read (self->library, self->example);

  g_list_store_append (examples, self->example);
  g_list_store_append (models, self->library);
  g_list_store_append (models, examples);
  self->all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&models))));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);

  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "items-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::loading", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_changed_cb), self, 0);
  update_page (self);
}

/**
 * dateline_library_window_new:
 * @application: the program
 *
 * Creates the window.
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
DatelineLibraryWindow *
dateline_library_window_new (DatelineApplication *application)
{
  DatelineLibraryWindow *self;
  DatelineSettings *settings;

  g_return_val_if_fail (DATELINE_IS_APPLICATION (application), NULL);

  settings = dateline_application_get_settings (application);
  self = g_object_new (DATELINE_TYPE_LIBRARY_WINDOW,
                       "application", application,
                       "default-width", dateline_settings_get_int (settings, "window-width"),
                       "default-height", dateline_settings_get_int (settings, "window-height"),
                       NULL);
  if (dateline_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  set_models (self);

  return self;
}
