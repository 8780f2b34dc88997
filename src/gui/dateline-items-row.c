/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for several items in an order: who took part, what a claim is about. */
#include "config.h"

#include "dateline-items-row.h"

#include <glib/gi18n.h>

#include "dateline-drag-icon.h"
#include "dateline-item-picker.h"

struct _DatelineItemsRow
{
  DatelineField parent_instance;

  char               *kinds;
  GPtrArray          *items;

  GtkListBox         *list;
  GtkWidget          *add_button;
  DatelineItemPicker *picker; /* not owned: a child of the button */
};

enum
{
  PROP_0,
  PROP_KINDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineItemsRow, dateline_items_row, DATELINE_TYPE_FIELD)

static void show_items (DatelineItemsRow *self);

static void
changed (DatelineItemsRow *self,
         int               focus)
{
  GtkListBoxRow *row;

  show_items (self);
  dateline_field_touch (DATELINE_FIELD (self));
  dateline_field_commit (DATELINE_FIELD (self));

  row = gtk_list_box_get_row_at_index (self->list, MIN (focus, (int) self->items->len - 1));
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

static void
move_item (DatelineItemsRow *self,
           guint             from,
           guint             to)
{
  DatelineItem *item;

  if (from >= self->items->len || to >= self->items->len || from == to)
    return;

  item = g_object_ref (g_ptr_array_index (self->items, from));
  g_ptr_array_remove_index (self->items, from);
  g_ptr_array_insert (self->items, (int) to, item);
  changed (self, (int) to);
}

static void
remove_cb (DatelineItemsRow *self,
           GtkWidget        *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  g_ptr_array_remove_index (self->items, (guint) position);
  changed (self, position);
}

static gboolean
key_pressed_cb (DatelineItemsRow      *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *keys)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys))));

  if ((state & GDK_ALT_MASK) != 0 && keyval == GDK_KEY_Up && position > 0)
    {
      move_item (self, (guint) position, (guint) position - 1);
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_ALT_MASK) != 0 && keyval == GDK_KEY_Down)
    {
      move_item (self, (guint) position, (guint) position + 1);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Delete)
    {
      g_ptr_array_remove_index (self->items, (guint) position);
      changed (self, position);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static GdkContentProvider *
drag_prepare_cb (DatelineItemsRow *self,
                 double            x,
                 double            y,
                 GtkDragSource    *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  dateline_drag_icon_set (source, row);

  return gdk_content_provider_new_typed (DATELINE_TYPE_ITEM,
                                         g_ptr_array_index (self->items, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))));
}

static gboolean
drop_cb (DatelineItemsRow *self,
         const GValue     *value,
         double            x,
         double            y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  guint from;

  /* What another list lets go of is not for this one. */
  if (row == NULL || !g_ptr_array_find (self->items, g_value_get_object (value), &from))
    return FALSE;

  move_item (self, from, (guint) gtk_list_box_row_get_index (row));

  return TRUE;
}

static GtkWidget *
create_row (DatelineItemsRow *self,
            DatelineItem     *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *label = gtk_label_new (dateline_item_get_label (item));
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  /* Translators: %s is the name of a person or an event */
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), dateline_item_get_label (item));

  g_object_bind_property (item, "label", label, "label", G_BINDING_DEFAULT);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (handle, "clippings-handle");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "field-button");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);

  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (dateline_item_picker_get_icon (item)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_item_get_label (item), -1);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (row, keys);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));

  return row;
}

static void
show_items (DatelineItemsRow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->items->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->items, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->items->len > 0);
}

static void
picked_cb (DatelineItemsRow *self,
           DatelineItem     *item)
{
  if (g_ptr_array_find (self->items, item, NULL))
    return;

  g_ptr_array_add (self->items, g_object_ref (item));
  changed (self, (int) self->items->len - 1);
}

static void
add_cb (DatelineItemsRow *self)
{
  DatelineField *field = DATELINE_FIELD (self);

  if (dateline_field_get_session (field) == NULL)
    return;
  if (self->picker == NULL)
    {
      self->picker = DATELINE_ITEM_PICKER (dateline_item_picker_new (self->kinds));
      gtk_widget_set_parent (GTK_WIDGET (self->picker), self->add_button);
      g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
    }
  dateline_item_picker_set_up (self->picker, dateline_field_get_session (field), self->items);
  gtk_popover_popup (GTK_POPOVER (self->picker));
}

static void
dateline_items_row_bound (DatelineField *field)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (DATELINE_ITEMS_ROW (field)->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_field_get_name (field),
                                  -1);
}

static void
dateline_items_row_display (DatelineField *field,
                            const GValue  *value)
{
  DatelineItemsRow *self = DATELINE_ITEMS_ROW (field);
  GPtrArray *items = g_value_get_boxed (value);
  gboolean same = items->len == self->items->len;

  for (guint i = 0; same && i < items->len; i++)
    same = g_ptr_array_index (items, i) == g_ptr_array_index (self->items, i);
  if (same)
    return;

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (items, i)));
  show_items (self);
}

static gboolean
dateline_items_row_read (DatelineField  *field,
                         GValue         *value,
                         GError        **error)
{
  DatelineItemsRow *self = DATELINE_ITEMS_ROW (field);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (self->items, i)));
  g_value_take_boxed (value, items);

  return TRUE;
}

static void
dateline_items_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_KINDS:
      DATELINE_ITEMS_ROW (object)->kinds = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_items_row_dispose (GObject *object)
{
  DatelineItemsRow *self = DATELINE_ITEMS_ROW (object);

  g_clear_pointer ((GtkWidget **) &self->picker, gtk_widget_unparent);
  g_clear_pointer (&self->kinds, g_free);

  G_OBJECT_CLASS (dateline_items_row_parent_class)->dispose (object);
}

static void
dateline_items_row_finalize (GObject *object)
{
  g_ptr_array_unref (DATELINE_ITEMS_ROW (object)->items);

  G_OBJECT_CLASS (dateline_items_row_parent_class)->finalize (object);
}

static void
dateline_items_row_class_init (DatelineItemsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  object_class->dispose = dateline_items_row_dispose;
  object_class->finalize = dateline_items_row_finalize;
  object_class->set_property = dateline_items_row_set_property;

  field_class->bound = dateline_items_row_bound;
  field_class->display = dateline_items_row_display;
  field_class->read = dateline_items_row_read;

  /**
   * DatelineItemsRow:kinds:
   *
   * The nicks of the kinds to choose from, between spaces.
   */
  properties[PROP_KINDS] =
    g_param_spec_string ("kinds", NULL, NULL, "person",
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_items_row_init (DatelineItemsRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkDropTarget *target = gtk_drop_target_new (DATELINE_TYPE_ITEM, GDK_ACTION_MOVE);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "field-items");
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));

  self->add_button = gtk_button_new_with_label (_("Add…"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_add_css_class (self->add_button, "field-add");
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->add_button);
  dateline_field_set_editor (DATELINE_FIELD (self), box, self->add_button, FALSE);
}
