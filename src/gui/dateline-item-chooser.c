/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for another item: who said it, at which event, what it answers. */
#include "config.h"

#include "dateline-item-chooser.h"

#include <glib/gi18n.h>

#include "dateline-item-picker.h"

struct _DatelineItemChooser
{
  DatelineField parent_instance;

  char               *kinds;
  DatelineItem       *item;

  GtkWidget          *button;
  GtkImage           *icon;
  GtkLabel           *label;
  GtkWidget          *clear_button;
  DatelineItemPicker *picker; /* not owned: a child of the button */
};

enum
{
  PROP_0,
  PROP_KINDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineItemChooser, dateline_item_chooser, DATELINE_TYPE_FIELD)

static void
show_item (DatelineItemChooser *self,
           DatelineItem        *item)
{
  const char *label = item != NULL ? dateline_item_get_label (item) : C_("item", "None");
  g_autofree char *required = NULL;

  g_object_get (self, "required", &required, NULL);
  g_set_object (&self->item, item);
  gtk_label_set_label (self->label, label);
  gtk_image_set_from_icon_name (self->icon, item != NULL ? dateline_item_picker_get_icon (item) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), item != NULL);
  gtk_widget_set_visible (self->clear_button, item != NULL && required == NULL);
  if (item != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}

static void
choose (DatelineItemChooser *self,
        DatelineItem        *item)
{
  if (item == self->item)
    return;

  show_item (self, item);
  dateline_field_touch (DATELINE_FIELD (self));
  dateline_field_commit (DATELINE_FIELD (self));
  gtk_widget_grab_focus (self->button);
}

static void
picked_cb (DatelineItemChooser *self,
           DatelineItem        *item)
{
  choose (self, item);
}

static void
clear_cb (DatelineItemChooser *self)
{
  choose (self, NULL);
}

static void
clicked_cb (DatelineItemChooser *self)
{
  DatelineField *field = DATELINE_FIELD (self);
  g_autoptr(GPtrArray) excluded = g_ptr_array_new ();

  if (dateline_field_get_session (field) == NULL)
    return;
  if (self->picker == NULL)
    {
      self->picker = DATELINE_ITEM_PICKER (dateline_item_picker_new (self->kinds));
      gtk_widget_set_parent (GTK_WIDGET (self->picker), self->button);
      g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
    }

  /* Nothing is within itself, or answers itself. */
  g_ptr_array_add (excluded, dateline_field_get_target (field));
  dateline_item_picker_set_up (self->picker, dateline_field_get_session (field), excluded);
  gtk_popover_popup (GTK_POPOVER (self->picker));
}

static void
dateline_item_chooser_display (DatelineField *field,
                               const GValue  *value)
{
  show_item (DATELINE_ITEM_CHOOSER (field), g_value_get_object (value));
}

static gboolean
dateline_item_chooser_read (DatelineField  *field,
                            GValue         *value,
                            GError        **error)
{
  g_value_set_object (value, DATELINE_ITEM_CHOOSER (field)->item);

  return TRUE;
}

static void
dateline_item_chooser_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_KINDS:
      DATELINE_ITEM_CHOOSER (object)->kinds = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_item_chooser_dispose (GObject *object)
{
  DatelineItemChooser *self = DATELINE_ITEM_CHOOSER (object);

  g_clear_pointer ((GtkWidget **) &self->picker, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_pointer (&self->kinds, g_free);

  G_OBJECT_CLASS (dateline_item_chooser_parent_class)->dispose (object);
}

static void
dateline_item_chooser_class_init (DatelineItemChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  object_class->dispose = dateline_item_chooser_dispose;
  object_class->set_property = dateline_item_chooser_set_property;

  field_class->display = dateline_item_chooser_display;
  field_class->read = dateline_item_chooser_read;

  /**
   * DatelineItemChooser:kinds:
   *
   * The nicks of the kinds to choose from, between spaces.
   */
  properties[PROP_KINDS] =
    g_param_spec_string ("kinds", NULL, NULL, "person",
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_item_chooser_init (DatelineItemChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->label, 3);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (content), arrow);

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "field-choose");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);

  self->clear_button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_valign (self->clear_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->clear_button, _("Clear"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clear"), -1);
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_widget_add_css_class (self->clear_button, "field-button");
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_cb), self);

  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->clear_button);
  dateline_field_set_editor (DATELINE_FIELD (self), box, self->button, FALSE);
  show_item (self, NULL);
}
