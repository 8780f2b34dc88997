/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for the value of an account: what the wording says of it, the value, and how far it is rounded. */
#include "config.h"

#include "dateline-quantity-entry.h"

#include <glib/gi18n.h>

#include "dateline-bounds.h"
#include "dateline-claim.h"
#include "dateline-quantity-words.h"

struct _DatelineQuantityEntry
{
  DatelineField parent_instance;

  GtkDropDown *bound_drop_down;
  GtkEntry    *value_text;
  GtkWidget   *precision_box;
  GtkEntry    *precision_text;
};

G_DEFINE_FINAL_TYPE (DatelineQuantityEntry, dateline_quantity_entry, DATELINE_TYPE_FIELD)

static DatelineValueKind
get_kind (DatelineQuantityEntry *self)
{
  DatelineAccount *account = DATELINE_ACCOUNT (dateline_field_get_target (DATELINE_FIELD (self)));
  DatelineClaim *claim = account != NULL ? dateline_account_get_claim (account) : NULL;

  return claim != NULL ? dateline_claim_get_value_kind (claim) : DATELINE_VALUE_KIND_TEXT;
}

static void
dateline_quantity_entry_bound (DatelineField *field)
{
  DatelineQuantityEntry *self = DATELINE_QUANTITY_ENTRY (field);
  DatelineValueKind kind = get_kind (self);

  gtk_widget_set_visible (GTK_WIDGET (self->bound_drop_down), kind != DATELINE_VALUE_KIND_TEXT);
  gtk_widget_set_visible (self->precision_box, kind == DATELINE_VALUE_KIND_DURATION || kind == DATELINE_VALUE_KIND_COUNT);
}

static void
show_text (GtkEntry   *widget,
           const char *text)
{
  int position = gtk_editable_get_position (GTK_EDITABLE (widget));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), text) == 0)
    return;

  /* Ctrl+Z takes back what was typed, not what the story says. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (widget), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (widget), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (widget), TRUE);
  gtk_editable_set_position (GTK_EDITABLE (widget), position);
}

static void
dateline_quantity_entry_display (DatelineField *field,
                                 const GValue  *value)
{
  DatelineQuantityEntry *self = DATELINE_QUANTITY_ENTRY (field);
  DatelineQuantity *quantity = g_value_get_boxed (value);

  /* The claim may have another kind of value now. */
  dateline_quantity_entry_bound (field);
  show_text (self->value_text, quantity != NULL ? dateline_quantity_get_value (quantity) : "");
  show_text (self->precision_text, quantity != NULL ? dateline_quantity_get_precision (quantity) : "");
  gtk_drop_down_set_selected (self->bound_drop_down,
                              quantity != NULL ? (guint) dateline_quantity_get_bound (quantity) : DATELINE_BOUND_EXACTLY);
}

static gboolean
dateline_quantity_entry_read (DatelineField  *field,
                              GValue         *value,
                              GError        **error)
{
  DatelineQuantityEntry *self = DATELINE_QUANTITY_ENTRY (field);
  DatelineValueKind kind = get_kind (self);
  g_autofree char *amount = dateline_quantity_words_normalize (kind, gtk_editable_get_text (GTK_EDITABLE (self->value_text)));
  g_autofree char *precision = dateline_quantity_words_normalize (kind, gtk_editable_get_text (GTK_EDITABLE (self->precision_text)));
  DatelineQuantity *quantity;

  if (*amount == '\0')
    {
      g_set_error_literal (error, DATELINE_FIELD_ERROR, DATELINE_FIELD_ERROR_INVALID, _("An account needs a value"));
      return FALSE;
    }
  quantity = dateline_quantity_new (kind, amount, gtk_drop_down_get_selected (self->bound_drop_down), precision, error);
  if (quantity == NULL)
    return FALSE;
  g_value_take_boxed (value, quantity);

  return TRUE;
}

static char *
dateline_quantity_entry_preview (DatelineField *field,
                                 const GValue  *value)
{
  DatelineQuantity *quantity = g_value_get_boxed (value);

  if (quantity == NULL || dateline_quantity_get_kind (quantity) == DATELINE_VALUE_KIND_TEXT)
    return NULL;

  return dateline_quantity_format (quantity);
}

static char *
dateline_quantity_entry_dup_text (DatelineField *field)
{
  DatelineQuantityEntry *self = DATELINE_QUANTITY_ENTRY (field);

  return g_strdup_printf ("%u\n%s\n%s", gtk_drop_down_get_selected (self->bound_drop_down),
                          gtk_editable_get_text (GTK_EDITABLE (self->precision_text)),
                          gtk_editable_get_text (GTK_EDITABLE (self->value_text)));
}

static void
dateline_quantity_entry_set_text (DatelineField *field,
                                  const char    *text)
{
  DatelineQuantityEntry *self = DATELINE_QUANTITY_ENTRY (field);
  g_auto(GStrv) lines = g_strsplit (text, "\n", 3);

  gtk_drop_down_set_selected (self->bound_drop_down, (guint) g_ascii_strtoull (lines[0], NULL, 10));
  gtk_editable_set_text (GTK_EDITABLE (self->precision_text), lines[1]);
  gtk_editable_set_text (GTK_EDITABLE (self->value_text), lines[2]);
}

static void
bound_changed_cb (DatelineField *field)
{
  dateline_field_touch (field);
  dateline_field_commit (field);
}

static void
dateline_quantity_entry_class_init (DatelineQuantityEntryClass *klass)
{
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  field_class->bound = dateline_quantity_entry_bound;
  field_class->display = dateline_quantity_entry_display;
  field_class->read = dateline_quantity_entry_read;
  field_class->preview = dateline_quantity_entry_preview;
  field_class->dup_text = dateline_quantity_entry_dup_text;
  field_class->set_text = dateline_quantity_entry_set_text;
}

static GtkEntry *
create_text (DatelineQuantityEntry *self)
{
  GtkEntry *text = GTK_ENTRY (gtk_entry_new ());

  gtk_entry_set_has_frame (text, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (text), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (text), "field-text");
  gtk_widget_add_css_class (GTK_WIDGET (text), "numeric");
  g_signal_connect_swapped (text, "changed", G_CALLBACK (dateline_field_touch), self);
  g_signal_connect_swapped (text, "activate", G_CALLBACK (dateline_field_commit), self);

  return text;
}

static void
dateline_quantity_entry_init (DatelineQuantityEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *precision_label = gtk_label_new_with_mnemonic (_("_Rounded to"));

  self->bound_drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (dateline_bounds_create_list ()), NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->bound_drop_down), "field-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bound_drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the Wording Says"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->bound_drop_down), _("What the Wording Says"));
  g_signal_connect_swapped (self->bound_drop_down, "notify::selected", G_CALLBACK (bound_changed_cb), self);
  self->value_text = create_text (self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->bound_drop_down));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->value_text));

  self->precision_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->precision_text = create_text (self);
  gtk_entry_set_placeholder_text (self->precision_text, _("As exact as it reads"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (precision_label), GTK_WIDGET (self->precision_text));
  gtk_widget_add_css_class (precision_label, "caption");
  gtk_widget_add_css_class (precision_label, "dim-label");
  gtk_box_append (GTK_BOX (self->precision_box), precision_label);
  gtk_box_append (GTK_BOX (self->precision_box), GTK_WIDGET (self->precision_text));

  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->precision_box);
  dateline_field_set_editor (DATELINE_FIELD (self), box, GTK_WIDGET (self->value_text), FALSE);
}
