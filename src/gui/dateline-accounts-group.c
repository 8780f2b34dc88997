/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The accounts of a claim in its form, one an article. */
#include "config.h"

#include "dateline-accounts-group.h"

#include "dateline-account-row.h"

struct _DatelineAccountsGroup
{
  AdwPreferencesGroup parent_instance;

  DatelineSession *session;
  DatelineClaim   *claim;
  GPtrArray       *rows;
};

G_DEFINE_FINAL_TYPE (DatelineAccountsGroup, dateline_accounts_group, ADW_TYPE_PREFERENCES_GROUP)

static DatelineAccountRow *
find_row (DatelineAccountsGroup *self,
          DatelineAccount       *account)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (dateline_account_row_get_account (g_ptr_array_index (self->rows, i)) == account)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/* Rows that stay are not touched: the reader may be typing in one. */
static void
show_accounts (DatelineAccountsGroup *self)
{
  GListModel *accounts = self->claim != NULL ? dateline_claim_get_accounts (self->claim) : NULL;
  guint n = accounts != NULL ? g_list_model_get_n_items (accounts) : 0;
  g_autoptr(GPtrArray) present = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (present, g_list_model_get_item (accounts, i));

  for (guint i = self->rows->len; i > 0; i--)
    {
      DatelineAccountRow *row = g_ptr_array_index (self->rows, i - 1);

      if (!g_ptr_array_find (present, dateline_account_row_get_account (row), NULL))
        {
          g_ptr_array_remove_index (self->rows, i - 1);
          adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
        }
    }
  for (guint i = 0; i < n; i++)
    if (find_row (self, g_ptr_array_index (present, i)) == NULL)
      {
        GtkWidget *row = dateline_account_row_new (self->session, g_ptr_array_index (present, i));

        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
        g_ptr_array_add (self->rows, row);
      }
}

static void
dateline_accounts_group_dispose (GObject *object)
{
  DatelineAccountsGroup *self = DATELINE_ACCOUNTS_GROUP (object);

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_func (dateline_claim_get_accounts (self->claim), show_accounts, self);
  g_clear_object (&self->claim);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_accounts_group_parent_class)->dispose (object);
}

static void
dateline_accounts_group_finalize (GObject *object)
{
  g_ptr_array_unref (DATELINE_ACCOUNTS_GROUP (object)->rows);

  G_OBJECT_CLASS (dateline_accounts_group_parent_class)->finalize (object);
}

static void
dateline_accounts_group_class_init (DatelineAccountsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_accounts_group_dispose;
  object_class->finalize = dateline_accounts_group_finalize;
}

static void
dateline_accounts_group_init (DatelineAccountsGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * dateline_accounts_group_bind:
 * @self: a `DatelineAccountsGroup`
 * @session: (nullable): the session to edit in
 * @claim: (nullable): the claim
 *
 * Shows the accounts of another claim, or none.
 */
void
dateline_accounts_group_bind (DatelineAccountsGroup *self,
                              DatelineSession       *session,
                              DatelineClaim         *claim)
{
  g_return_if_fail (DATELINE_IS_ACCOUNTS_GROUP (self));

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_func (dateline_claim_get_accounts (self->claim), show_accounts, self);
  g_set_object (&self->session, session);
  g_set_object (&self->claim, claim);
  if (claim != NULL)
    g_signal_connect_object (dateline_claim_get_accounts (claim), "items-changed",
                             G_CALLBACK (show_accounts), self, G_CONNECT_SWAPPED);
  show_accounts (self);
}

/**
 * dateline_accounts_group_reveal:
 * @self: a `DatelineAccountsGroup`
 * @account: an account of the claim
 *
 * Opens the row of an account.
 */
void
dateline_accounts_group_reveal (DatelineAccountsGroup *self,
                                DatelineAccount       *account)
{
  DatelineAccountRow *row;

  g_return_if_fail (DATELINE_IS_ACCOUNTS_GROUP (self));

  row = find_row (self, account);
  if (row != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}
