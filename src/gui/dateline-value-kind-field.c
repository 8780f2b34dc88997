/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for what a claim asks for: the accounts that are there already have to be readable as that. */
#include "config.h"

#include "dateline-value-kind-field.h"

#include <glib/gi18n.h>

#include "dateline-claim.h"

struct _DatelineValueKindField
{
  DatelineChoiceField parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineValueKindField, dateline_value_kind_field, DATELINE_TYPE_CHOICE_FIELD)

static gboolean
dateline_value_kind_field_read (DatelineField  *field,
                                GValue         *value,
                                GError        **error)
{
  DatelineClaim *claim = DATELINE_CLAIM (dateline_field_get_target (field));
  GListModel *accounts = dateline_claim_get_accounts (claim);

  if (!DATELINE_FIELD_CLASS (dateline_value_kind_field_parent_class)->read (field, value, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);
      DatelineQuantity *old = dateline_account_get_quantity (account);
      g_autoptr(DatelineQuantity) quantity = NULL;
      g_autoptr(GError) reason = NULL;

      if (old == NULL)
        continue;
      quantity = dateline_quantity_new (g_value_get_enum (value), dateline_quantity_get_value (old),
                                        dateline_quantity_get_bound (old), dateline_quantity_get_precision (old), &reason);
      if (quantity == NULL)
        {
          g_set_error (error, DATELINE_FIELD_ERROR, DATELINE_FIELD_ERROR_INVALID,
                       /* Translators: %s is a sentence that says why a value cannot be read */
                       _("An account does not fit: %s"), reason->message);
          return FALSE;
        }
    }

  return TRUE;
}

static void
dateline_value_kind_field_class_init (DatelineValueKindFieldClass *klass)
{
  DATELINE_FIELD_CLASS (klass)->read = dateline_value_kind_field_read;
}

static void
dateline_value_kind_field_init (DatelineValueKindField *self)
{
}
