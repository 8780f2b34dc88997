/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says and offers about edits: Undo and Redo with their names, what was deleted, what could not be done. */
#include "config.h"

#include "dateline-editor.h"

#include <glib/gi18n.h>

#include "dateline-removal.h"
#include "dateline-text.h"

/* Long enough to read what went, and to think better of it. */
#define TOAST_SECONDS 8

/* What a window knows its editor by */
#define KEY "dateline-editor"

/* A menu that names what is undone still fits into a narrow window. */
#define MAX_NAME 28

struct _DatelineEditor
{
  GObject parent_instance;

  DatelineSession *session;
  AdwToastOverlay *overlay; /* unowned: it belongs to the window, which owns this */
  GtkWidget       *window;  /* weak */
  GMenu           *menu;
  AdwToast        *toast;   /* the one that offers to undo; weak */

  DatelineEdit    *pending; /* what was asked for through here, and may wait for a place to keep the story */
  GPtrArray       *pending_items;
  char            *pending_title;
  char            *pending_id; /* what is to be selected then */
};

G_DEFINE_FINAL_TYPE (DatelineEditor, dateline_editor, G_TYPE_OBJECT)

static void
clear_pending (DatelineEditor *self)
{
  g_clear_object (&self->pending);
  g_clear_pointer (&self->pending_items, g_ptr_array_unref);
  g_clear_pointer (&self->pending_title, g_free);
  g_clear_pointer (&self->pending_id, g_free);
}

/* What a toast offers is the last edit; after another one it would be the wrong one. */
static void
dismiss_toast (DatelineEditor *self)
{
  AdwToast *toast = self->toast;

  if (toast == NULL)
    return;

  g_clear_weak_pointer (&self->toast);
  adw_toast_dismiss (toast);
}

static void
add_toast (DatelineEditor *self,
           const char     *title,
           const char     *button,
           const char     *action)
{
  /* The title of a toast is markup. */
  g_autofree char *markup = g_markup_escape_text (title, -1);
  AdwToast *toast = adw_toast_new (markup);

  dismiss_toast (self);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_timeout (toast, TOAST_SECONDS);
      g_set_weak_pointer (&self->toast, toast);
    }
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static char *
name_entry (const char *words,
            const char *named,
            const char *name)
{
  g_auto(GStrv) underscores = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *shown = NULL;
  GString *label;

  if (name == NULL || *name == '\0')
    return g_strdup (words);

  /* In a menu an underscore marks the key of the entry. */
  shown = dateline_text_abridge (name, MAX_NAME);
  underscores = g_strsplit (shown, "_", -1);
  escaped = g_strjoinv ("__", underscores);
  label = g_string_new (named);
  g_string_replace (label, "%s", escaped, 1);

  return g_string_free (label, FALSE);
}

static void
append_entry (GMenu      *menu,
              const char *label,
              const char *action,
              const char *keys)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  /* The keys are not those of the application, which would come before those of a text entry. */
  g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

static void
update (DatelineEditor *self)
{
  const char *undo = dateline_session_get_undo_name (self->session);
  const char *redo = dateline_session_get_redo_name (self->session);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self->overlay));

  if (window != NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.undo", undo != NULL && *undo != '\0');
      gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.redo", redo != NULL && *redo != '\0');
    }

  if (self->menu != NULL)
    {
      /* Translators: %s is what would be undone, "Change Title" */
      g_autofree char *undo_label = name_entry (_("_Undo"), _("_Undo %s"), undo);
      /* Translators: %s is what would be done again, "Change Title" */
      g_autofree char *redo_label = name_entry (_("_Redo"), _("_Redo %s"), redo);

      g_menu_remove_all (self->menu);
      append_entry (self->menu, undo_label, "win.undo", "<Control>z");
      append_entry (self->menu, redo_label, "win.redo", "<Shift><Control>z");
    }
}

static void
select_item (DatelineEditor *self,
             const char     *id)
{
  DatelineItem *item = dateline_story_lookup (dateline_session_get_story (self->session), id);

  if (item != NULL)
    dateline_navigator_select (dateline_session_get_navigator (self->session), item, NULL);
}

static void
edited_cb (DatelineEditor *self,
           const char     *name)
{
  dismiss_toast (self);
  /* Another edit came first: this one was not waited for any more. */
  if (self->pending == NULL || g_strcmp0 (name, dateline_edit_get_name (self->pending)) != 0)
    return;

  if (self->pending_items != NULL)
    {
      g_autofree char *title = dateline_removal_describe (self->pending_items, dateline_edit_get_removed (self->pending));

      dateline_editor_say (self, title);
    }
  else if (self->pending_title != NULL)
    {
      dateline_editor_say (self, self->pending_title);
    }
  if (self->pending_id != NULL)
    select_item (self, self->pending_id);
  clear_pending (self);
}

static void
delayed_cb (DatelineEditor *self)
{
  add_toast (self, _("Another program is writing to the story file. Changes are saved when it has finished."), NULL, NULL);
}

static void
failed_cb (DatelineEditor *self,
           const char     *message)
{
  clear_pending (self);
  add_toast (self, message, NULL, NULL);
}

static void
conflict_cb (DatelineEditor *self,
             DatelineEdit   *edit,
             const char     *message)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay)));
  GtkWidget *dialog;

  if (edit != self->pending)
    {
      /* A form says so beside its own field, unless the reader has left it while the edit waited. */
      if (dateline_session_get_is_waiting (self->session))
        add_toast (self, message, NULL, NULL);
      return;
    }

  clear_pending (self);
  dialog = adw_message_dialog_new (window, _("Changed Elsewhere Meanwhile"), message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What somebody types is taken back first, where they type it. %FALSE if there is nothing of that sort. */
static gboolean
change_typed (GtkWidget  *focus,
              const char *action)
{
  g_autofree char *before = NULL;

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      gboolean can = g_str_equal (action, "text.undo") ? gtk_text_buffer_get_can_undo (buffer)
                                                       : gtk_text_buffer_get_can_redo (buffer);

      return can && gtk_widget_activate_action (focus, action, NULL);
    }
  if (!GTK_IS_TEXT (focus))
    return FALSE;

  /* An entry does not tell whether there is something to undo. */
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action, NULL);

  return g_strcmp0 (before, gtk_editable_get_text (GTK_EDITABLE (focus))) != 0;
}

static gboolean
undo_key_cb (GtkWidget *window,
             GVariant  *args,
             gpointer   user_data)
{
  const char *action = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  gboolean undo = g_str_equal (action, "text.undo");

  if (focus != NULL && change_typed (focus, action))
    return TRUE;

  return gtk_widget_activate_action (window, undo ? "win.undo" : "win.redo", NULL);
}

/* Before the keys of an entry, which would swallow them also where there is nothing to undo in it. */
static void
add_keys (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  static const struct
  {
    const char *keys;
    const char *action;
  } keys[] = { { "<Control>z", "text.undo" }, { "<Shift><Control>z", "text.redo" } };

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].keys),
                                                            gtk_callback_action_new (undo_key_cb, (gpointer) keys[i].action,
                                                                                     NULL)));
  gtk_widget_add_controller (window, controller);
}

static void
dateline_editor_dispose (GObject *object)
{
  DatelineEditor *self = DATELINE_EDITOR (object);

  clear_pending (self);
  if (self->window != NULL)
    g_object_set_data (G_OBJECT (self->window), KEY, NULL);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->menu);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_editor_parent_class)->dispose (object);
}

static void
dateline_editor_class_init (DatelineEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_editor_dispose;
}

static void
dateline_editor_init (DatelineEditor *self)
{
}

/**
 * dateline_editor_new:
 * @session: the session
 * @overlay: where the window says things in passing; it outlives the editor
 *
 * Creates what a window has for its edits.
 *
 * Returns: (transfer full): a new editor
 */
DatelineEditor *
dateline_editor_new (DatelineSession *session,
                     AdwToastOverlay *overlay)
{
  DatelineEditor *self;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);

  self = g_object_new (DATELINE_TYPE_EDITOR, NULL);
  self->session = g_object_ref (session);
  self->overlay = overlay;
  g_signal_connect_object (session, "notify::undo-name", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::redo-name", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "delayed", G_CALLBACK (delayed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "conflict", G_CALLBACK (conflict_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->window, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (overlay))));
  if (self->window != NULL)
    {
      g_object_set_data (G_OBJECT (self->window), KEY, self);
      add_keys (self->window);
    }
  update (self);

  return self;
}

/**
 * dateline_editor_get:
 * @widget: a widget in a window
 *
 * The editor of the window that a widget is in.
 *
 * Returns: (transfer none) (nullable): the editor; %NULL outside of a window that shows a story
 */
DatelineEditor *
dateline_editor_get (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), KEY) : NULL;
}

/**
 * dateline_editor_set_menu:
 * @self: a `DatelineEditor`
 * @menu: a section of a menu
 *
 * Keeps Undo and Redo in a menu, with the names of what they would undo and do again.
 */
void
dateline_editor_set_menu (DatelineEditor *self,
                          GMenu          *menu)
{
  g_return_if_fail (DATELINE_IS_EDITOR (self));
  g_return_if_fail (G_IS_MENU (menu));

  g_set_object (&self->menu, menu);
  update (self);
}

/**
 * dateline_editor_say:
 * @self: a `DatelineEditor`
 * @title: what was done, as plain text
 *
 * Says what was done last, and offers to undo it.
 */
void
dateline_editor_say (DatelineEditor *self,
                     const char     *title)
{
  g_return_if_fail (DATELINE_IS_EDITOR (self));
  g_return_if_fail (title != NULL);

  add_toast (self, title, _("Undo"), "win.undo");
}

/**
 * dateline_editor_apply:
 * @self: a `DatelineEditor`
 * @edit: what to do
 * @title: (nullable): what to say when it is done
 *
 * Carries an edit out, and says in the window how that went.
 */
void
dateline_editor_apply (DatelineEditor *self,
                       DatelineEdit   *edit,
                       const char     *title)
{
  g_return_if_fail (DATELINE_IS_EDITOR (self));
  g_return_if_fail (DATELINE_IS_EDIT (edit));

  clear_pending (self);
  self->pending = g_object_ref (edit);
  self->pending_title = g_strdup (title);
  dateline_session_edit (self->session, edit);
}

/**
 * dateline_editor_apply_and_select:
 * @self: a `DatelineEditor`
 * @edit: what to do
 * @title: (nullable): what to say when it is done
 * @id: what to select when it is done, such as a new item
 *
 * Carries an edit out, says in the window how that went, and shows what came of it.
 */
void
dateline_editor_apply_and_select (DatelineEditor *self,
                                  DatelineEdit   *edit,
                                  const char     *title,
                                  const char     *id)
{
  g_return_if_fail (DATELINE_IS_EDITOR (self));
  g_return_if_fail (DATELINE_IS_EDIT (edit));
  g_return_if_fail (id != NULL);

  clear_pending (self);
  self->pending = g_object_ref (edit);
  self->pending_title = g_strdup (title);
  self->pending_id = g_strdup (id);
  dateline_session_edit (self->session, edit);
}

/**
 * dateline_editor_delete:
 * @self: a `DatelineEditor`
 * @items: (element-type DatelineItem): what to delete
 *
 * Deletes items with what cannot stand without them, and says what went.
 */
void
dateline_editor_delete (DatelineEditor *self,
                        GPtrArray      *items)
{
  g_autoptr(DatelineEdit) edit = NULL;

  g_return_if_fail (DATELINE_IS_EDITOR (self));
  g_return_if_fail (items != NULL);

  if (items->len == 0)
    return;

  edit = dateline_removal_new (items);
  clear_pending (self);
  self->pending = g_object_ref (edit);
  self->pending_items = g_ptr_array_copy (items, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->pending_items, g_object_unref);
  dateline_session_edit (self->session, edit);
}

/**
 * dateline_editor_undo:
 * @self: a `DatelineEditor`
 *
 * Takes the last edit back.
 */
void
dateline_editor_undo (DatelineEditor *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (DATELINE_IS_EDITOR (self));

  name = g_strdup (dateline_session_get_undo_name (self->session));
  dismiss_toast (self);
  if (!dateline_session_undo (self->session))
    return;

  /* Translators: %s is what was undone, "Change Title" */
  title = g_strdup_printf (_("Undone: %s"), name);
  add_toast (self, title, _("Redo"), "win.redo");
}

/**
 * dateline_editor_redo:
 * @self: a `DatelineEditor`
 *
 * Does again what was taken back last.
 */
void
dateline_editor_redo (DatelineEditor *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (DATELINE_IS_EDITOR (self));

  name = g_strdup (dateline_session_get_redo_name (self->session));
  dismiss_toast (self);
  if (!dateline_session_redo (self->session))
    return;

  /* Translators: %s is what was done again, "Change Title" */
  title = g_strdup_printf (_("Done again: %s"), name);
  add_toast (self, title, _("Undo"), "win.undo");
}
