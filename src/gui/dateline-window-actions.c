/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of a window: what the menus, the keys and assistive technology can do. */
#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-clipping-transfer.h"
#include "dateline-export-window.h"
#include "dateline-file-toast.h"
#include "dateline-order.h"
#include "dateline-print.h"
#include "dateline-shortcuts.h"
#include "dateline-split-window.h"

static DatelineNavigator *
get_navigator (GtkWidget *widget)
{
  return dateline_session_get_navigator (dateline_window_get_session (DATELINE_WINDOW (widget)));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  dateline_navigator_go_back (get_navigator (widget));
}

static void
forward_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  dateline_navigator_go_forward (get_navigator (widget));
}

static void
show_view_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  _dateline_window_set_searching (DATELINE_WINDOW (widget), FALSE);
  _dateline_window_stop_selecting (DATELINE_WINDOW (widget));
  dateline_navigator_set_view (get_navigator (widget), g_variant_get_string (parameter, NULL));
  _dateline_window_focus_story (DATELINE_WINDOW (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  _dateline_window_set_searching (DATELINE_WINDOW (widget), TRUE);
}

static void
clip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineSession *session = dateline_window_get_session (DATELINE_WINDOW (widget));
  DatelineNavigator *navigator = dateline_session_get_navigator (session);
  DatelineItem *item = dateline_navigator_get_selected (navigator);

  /* A whole article is no quotation; the words selected in it are. */
  if (DATELINE_IS_ARTICLE (item))
    item = NULL;
  if (!dateline_clippings_add (dateline_session_get_clippings (session), item,
                               dateline_navigator_get_passage (navigator)))
    dateline_window_add_toast (DATELINE_WINDOW (widget), adw_toast_new (_("This is in the clippings already")));
}

static void
toggle_clippings_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  _dateline_window_toggle_clippings (DATELINE_WINDOW (widget));
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  _dateline_window_toggle_edit (DATELINE_WINDOW (widget));
}

/* The name of what was just made is a proposal, that another takes the place of. */
static void
edit_new_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  dateline_side_panes_open_edit (_dateline_window_get_side_panes (DATELINE_WINDOW (widget)), TRUE);
}

static void
close_edit_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  _dateline_window_close_edit (DATELINE_WINDOW (widget));
}

static void
copy_clippings_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  DatelineSession *session = dateline_window_get_session (self);

  dateline_clipping_transfer_copy (widget, dateline_session_get_story (session),
                                   G_LIST_MODEL (dateline_session_get_clippings (session)),
                                   dateline_window_get_settings (self));
  dateline_window_add_toast (self, adw_toast_new (_("Clippings copied")));
}

static void
clippings_saved_cb (DatelineWindow *self,
                    GFile          *file)
{
  /* After two dialogs some window managers have lost track of where the focus belongs. */
  gtk_window_present (GTK_WINDOW (self));
  dateline_window_add_toast (self, dateline_file_toast_new (file, GTK_WINDOW (self)));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  DatelineExportWindow *window = dateline_export_window_new (dateline_window_get_session (self),
                                                             dateline_window_get_settings (self));

  g_signal_connect_object (window, "saved", G_CALLBACK (clippings_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
printed_cb (DatelineWindow          *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  /* Translators: %s is what the printing system says */
  title = g_strdup_printf (_("The clippings cannot be printed: %s"), error != NULL ? error->message : "");
  /* The title of a toast is markup. */
  markup = g_markup_escape_text (title, -1);
  dateline_window_add_toast (self, adw_toast_new (markup));
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  DatelineSession *session = dateline_window_get_session (self);
  DatelineCitationStyle style = dateline_clipping_transfer_get_style (dateline_window_get_settings (self));
  g_autoptr(GtkPrintOperation) operation = NULL;

  operation = dateline_print_new (dateline_session_get_story (session),
                                  G_LIST_MODEL (dateline_session_get_clippings (session)), style);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
about_story_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  _dateline_window_show_about_story (DATELINE_WINDOW (widget));
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  dateline_shortcuts_show (GTK_APPLICATION_WINDOW (widget));
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  _dateline_window_open_menu (DATELINE_WINDOW (widget));
}

static void
toggle_fullscreen_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  dateline_editor_undo (dateline_editor_get (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  dateline_editor_redo (dateline_editor_get (widget));
}

static void
delete_items_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  DatelineItem *item = dateline_navigator_get_selected (get_navigator (widget));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (item != NULL)
    g_ptr_array_add (items, g_object_ref (item));
  dateline_editor_delete (dateline_editor_get (widget), items);
}

static DatelineItem *
lookup_item (GtkWidget  *widget,
             const char *id)
{
  DatelineSession *session = dateline_window_get_session (DATELINE_WINDOW (widget));

  return session != NULL ? dateline_story_lookup (dateline_session_get_story (session), id) : NULL;
}

static void
edit_item_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  DatelineItem *item = lookup_item (widget, g_variant_get_string (parameter, NULL));

  if (item == NULL)
    return;

  dateline_navigator_select (get_navigator (widget), item, NULL);
  dateline_side_panes_open_edit (_dateline_window_get_side_panes (DATELINE_WINDOW (widget)), FALSE);
}

static void
split_person_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  DatelineItem *item = lookup_item (widget, g_variant_get_string (parameter, NULL));
  DatelineSplitWindow *window;

  if (!DATELINE_IS_PERSON (item))
    return;

  /* What is still being typed belongs to the person, too. */
  dateline_window_flush (DATELINE_WINDOW (widget));
  window = dateline_split_window_new (dateline_window_get_session (DATELINE_WINDOW (widget)), dateline_editor_get (widget),
                                      DATELINE_PERSON (item));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (window));
}

static void
delete_item_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  DatelineItem *item = lookup_item (widget, g_variant_get_string (parameter, NULL));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (item == NULL)
    return;

  g_ptr_array_add (items, g_object_ref (item));
  dateline_editor_delete (dateline_editor_get (widget), items);
}

static void
move_item_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_autoptr(DatelineEdit) edit = NULL;
  DatelineItem *item;
  const char *id;
  gint32 by;

  g_variant_get (parameter, "(&si)", &id, &by);
  item = lookup_item (widget, id);
  if (item != NULL)
    edit = dateline_order_move (dateline_session_get_story (dateline_window_get_session (DATELINE_WINDOW (widget))), item, by);
  if (edit != NULL)
    dateline_editor_apply (dateline_editor_get (widget), edit, NULL);
}

static void
drop_item_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_autoptr(DatelineEdit) edit = NULL;
  DatelineItem *item;
  const char *id;
  const char *onto;
  gboolean behind;

  g_variant_get (parameter, "(&s&sb)", &id, &onto, &behind);
  item = lookup_item (widget, id);
  if (item != NULL)
    edit = dateline_order_drop (dateline_session_get_story (dateline_window_get_session (DATELINE_WINDOW (widget))), item,
                                lookup_item (widget, onto), behind);
  if (edit != NULL)
    dateline_editor_apply (dateline_editor_get (widget), edit, NULL);
}

void
_dateline_window_class_actions_init (DatelineWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.clip", NULL, clip_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-clippings", NULL, toggle_clippings_action);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "win.edit-new", NULL, edit_new_action);
  gtk_widget_class_install_action (widget_class, "win.close-edit", NULL, close_edit_action);
  gtk_widget_class_install_action (widget_class, "win.copy-clippings", NULL, copy_clippings_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.about-story", NULL, about_story_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-fullscreen", NULL, toggle_fullscreen_action);
  _dateline_window_class_select_init (klass);
  _dateline_window_class_copies_init (klass);
  _dateline_window_class_articles_init (klass);
  _dateline_window_class_drafts_init (klass);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.delete-items", NULL, delete_items_action);
  gtk_widget_class_install_action (widget_class, "win.edit-item", "s", edit_item_action);
  gtk_widget_class_install_action (widget_class, "win.split-person", "s", split_person_action);
  gtk_widget_class_install_action (widget_class, "win.delete-item", "s", delete_item_action);
  gtk_widget_class_install_action (widget_class, "win.move-item", "(si)", move_item_action);
  gtk_widget_class_install_action (widget_class, "win.drop-item", "(ssb)", drop_item_action);
}

void
_dateline_window_actions_update (DatelineWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  DatelineSession *session = dateline_window_get_session (self);
  gboolean open = session != NULL;
  DatelineNavigator *navigator = open ? dateline_session_get_navigator (session) : NULL;
  DatelineItem *item = open ? dateline_navigator_get_selected (navigator) : NULL;
  gboolean selected = FALSE;
  gboolean clipped = open && g_list_model_get_n_items (G_LIST_MODEL (dateline_session_get_clippings (session))) > 0;

  if (open)
    {
      selected = dateline_navigator_get_passage (navigator) != NULL ||
                 (item != NULL && g_list_model_get_n_items (dateline_item_get_passages (item)) > 0);
    }

  gtk_widget_action_set_enabled (widget, "win.back", open && dateline_navigator_get_can_go_back (navigator));
  gtk_widget_action_set_enabled (widget, "win.forward", open && dateline_navigator_get_can_go_forward (navigator));
  gtk_widget_action_set_enabled (widget, "win.show-view", open);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.clip", selected);
  gtk_widget_action_set_enabled (widget, "win.toggle-clippings", open);
  gtk_widget_action_set_enabled (widget, "win.edit", open);
  gtk_widget_action_set_enabled (widget, "win.edit-new", open);
  gtk_widget_action_set_enabled (widget, "win.close-edit", open);
  gtk_widget_action_set_enabled (widget, "win.copy-clippings", clipped);
  gtk_widget_action_set_enabled (widget, "win.export", clipped);
  gtk_widget_action_set_enabled (widget, "win.print", clipped);
  gtk_widget_action_set_enabled (widget, "win.about-story", open);
  gtk_widget_action_set_enabled (widget, "win.delete-items", item != NULL);
  gtk_widget_action_set_enabled (widget, "win.select-items", open);
  if (!open)
    {
      gtk_widget_action_set_enabled (widget, "win.undo", FALSE);
      gtk_widget_action_set_enabled (widget, "win.redo", FALSE);
    }
  gtk_widget_action_set_enabled (widget, "win.save-copy", open);
  gtk_widget_action_set_enabled (widget, "win.export-story", open);
  _dateline_window_copies_update (self);
  _dateline_window_articles_update (self);
}
