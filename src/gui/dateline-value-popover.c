/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what the words of an article come to, where they do not tell it by themselves. */
#include "config.h"

#include "dateline-value-popover.h"

#include <glib/gi18n.h>

#include "dateline-bounds.h"
#include "dateline-quantity-words.h"
#include "dateline-short-text.h"

struct _DatelineValuePopover
{
  GtkPopover parent_instance;

  DatelineClaim *claim;

  GtkLabel      *title_label;
  GtkLabel      *words_label;
  GtkDropDown   *bound_drop_down;
  GtkEntry      *value_entry;
  GtkEntry      *unit_entry;
  GtkLabel      *message_label;
  GtkWidget     *accept_button;
};

enum
{
  SIGNAL_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineValuePopover, dateline_value_popover, GTK_TYPE_POPOVER)

/* What is typed; %NULL without an error for nothing. */
static DatelineQuantity *
dup_quantity (DatelineValuePopover  *self,
              GError               **error)
{
  DatelineValueKind kind = dateline_claim_get_value_kind (self->claim);
  g_autofree char *value = dateline_quantity_words_normalize (kind, gtk_editable_get_text (GTK_EDITABLE (self->value_entry)));

  if (*value == '\0')
    return NULL;

  return dateline_quantity_new (kind, value, gtk_drop_down_get_selected (self->bound_drop_down), NULL, error);
}

static const char *
get_example (DatelineValueKind kind)
{
  switch (kind)
    {
    case DATELINE_VALUE_KIND_DURATION:
      return _("Such as 2 years 8 months");
    case DATELINE_VALUE_KIND_COUNT:
      return _("Such as 1,500");
    case DATELINE_VALUE_KIND_DATE:
      return _("Such as 2 February 2021");
    case DATELINE_VALUE_KIND_TEXT:
    default:
      return "";
    }
}

/* What is not finished yet is not wrong: it looks so only when the reader is done with it. */
static void
show_state (DatelineValuePopover *self,
            gboolean              is_done)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineQuantity) quantity = dup_quantity (self, &error);
  g_autofree char *message = NULL;
  gboolean is_wrong = is_done && quantity == NULL;

  if (quantity != NULL)
    message = dateline_quantity_format (quantity);
  else
    message = g_strdup (is_wrong && error != NULL ? error->message : get_example (dateline_claim_get_value_kind (self->claim)));
  gtk_label_set_label (self->message_label, message);
  gtk_widget_set_sensitive (self->accept_button, quantity != NULL);
  if (is_wrong)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->value_entry), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->value_entry), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "dim-label");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->value_entry),
                               GTK_ACCESSIBLE_STATE_INVALID, is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

static void
changed_cb (DatelineValuePopover *self)
{
  if (self->claim != NULL)
    show_state (self, FALSE);
}

static void
accept_cb (DatelineValuePopover *self)
{
  g_autoptr(DatelineQuantity) quantity = dup_quantity (self, NULL);
  G_GNUC_UNUSED g_autoptr(DatelineValuePopover) kept = g_object_ref (self);
  g_autofree char *unit = NULL;

  if (quantity == NULL)
    {
      show_state (self, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->value_entry));
      return;
    }

  unit = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->unit_entry))));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0, quantity, unit);
}

static void
dateline_value_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dateline_value_popover_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (DATELINE_VALUE_POPOVER (widget)->value_entry));
}

static void
dateline_value_popover_dispose (GObject *object)
{
  DatelineValuePopover *self = DATELINE_VALUE_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_VALUE_POPOVER);
  g_clear_object (&self->claim);

  G_OBJECT_CLASS (dateline_value_popover_parent_class)->dispose (object);
}

static void
dateline_value_popover_class_init (DatelineValuePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_value_popover_dispose;

  widget_class->map = dateline_value_popover_map;

  /**
   * DatelineValuePopover::entered:
   * @self: a `DatelineValuePopover`
   * @quantity: (type DatelineQuantity): the value
   * @unit: what is counted; empty for what is not
   *
   * The reader entered a value, which is valid.
   */
  signals[SIGNAL_ENTERED] =
    g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, DATELINE_TYPE_QUANTITY, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-value-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineValuePopover, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineValuePopover, words_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineValuePopover, bound_drop_down);
  gtk_widget_class_bind_template_child (widget_class, DatelineValuePopover, value_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineValuePopover, unit_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineValuePopover, message_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineValuePopover, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
dateline_value_popover_init (DatelineValuePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_value_popover_new:
 * @claim: the claim that the words answer
 * @words: the words, which tell no value by themselves
 *
 * Creates a popover that asks for the value.
 *
 * Returns: (transfer floating): a new popover
 */
DatelineValuePopover *
dateline_value_popover_new (DatelineClaim *claim,
                            const char    *words)
{
  DatelineValuePopover *self;
  g_autoptr(GtkStringList) bounds = NULL;
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (DATELINE_IS_CLAIM (claim), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_VALUE_POPOVER, NULL);
  self->claim = g_object_ref (claim);
  bounds = dateline_bounds_create_list ();
  gtk_drop_down_set_model (self->bound_drop_down, G_LIST_MODEL (bounds));
  quoted = g_strdup_printf (C_("quotation", "“%s”"), words);
  dateline_short_text_show (self->title_label, dateline_claim_get_question (claim), DATELINE_SHORT_TEXT_LINE);
  dateline_short_text_show (self->words_label, quoted, DATELINE_SHORT_TEXT_LINE);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_entry), dateline_claim_get_value_kind (claim) == DATELINE_VALUE_KIND_COUNT);
  show_state (self, FALSE);

  return self;
}

/**
 * dateline_value_popover_get_claim:
 * @self: a `DatelineValuePopover`
 *
 * The claim that the value answers.
 *
 * Returns: (transfer none): the claim
 */
DatelineClaim *
dateline_value_popover_get_claim (DatelineValuePopover *self)
{
  g_return_val_if_fail (DATELINE_IS_VALUE_POPOVER (self), NULL);

  return self->claim;
}
