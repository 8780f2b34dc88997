/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One checkable question about the story, with each article's account. */
#include "config.h"

#include "dateline-claim.h"

#include "dateline-claim-private.h"
#include "dateline-field.h"
#include "dateline-item-private.h"

struct _DatelineClaim
{
  DatelineItem parent_instance;

  char             *question;
  DatelineValueKind value_kind;
  GListStore       *about;
  GListStore       *accounts;
};

enum
{
  PROP_0,
  PROP_QUESTION,
  PROP_VALUE_KIND,
  PROP_ABOUT,
  PROP_ACCOUNTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineClaim, dateline_claim, DATELINE_TYPE_ITEM)

static const char *
dateline_claim_get_label (DatelineItem *item)
{
  DatelineClaim *self = DATELINE_CLAIM (item);

  return self->question;
}

static void
dateline_claim_copy_lists (DatelineItem *item,
                           DatelineItem *copy)
{
  DatelineClaim *self = DATELINE_CLAIM (item);

  dateline_field_copy_list (DATELINE_CLAIM (copy)->about, dateline_claim_get_about (self));
  dateline_field_copy_list (DATELINE_CLAIM (copy)->accounts, dateline_claim_get_accounts (self));
}

/* A question about a question could be about this one in turn. */
static void
dateline_claim_unlink (DatelineItem *item)
{
  dateline_claim_set_about (DATELINE_CLAIM (item), NULL);
}

static void
dateline_claim_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DatelineClaim *self = DATELINE_CLAIM (object);

  switch (prop_id)
    {
    case PROP_QUESTION:
      g_value_set_string (value, dateline_claim_get_question (self));
      break;
    case PROP_VALUE_KIND:
      g_value_set_enum (value, dateline_claim_get_value_kind (self));
      break;
    case PROP_ABOUT:
      g_value_set_object (value, dateline_claim_get_about (self));
      break;
    case PROP_ACCOUNTS:
      g_value_set_object (value, dateline_claim_get_accounts (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_claim_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DatelineClaim *self = DATELINE_CLAIM (object);
  gboolean is_changed = FALSE;

  switch (prop_id)
    {
    case PROP_QUESTION:
      is_changed = dateline_field_set_string (&self->question, value);
      break;
    case PROP_VALUE_KIND:
      is_changed = self->value_kind != g_value_get_enum (value);
      self->value_kind = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (is_changed)
    g_object_notify_by_pspec (object, pspec);
  if (is_changed && prop_id == PROP_QUESTION)
    dateline_item_notify_label (DATELINE_ITEM (self));
}

static void
dateline_claim_dispose (GObject *object)
{
  DatelineClaim *self = DATELINE_CLAIM (object);
  GListModel *accounts = G_LIST_MODEL (self->accounts);

  for (guint i = 0; accounts != NULL && i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);

      if (dateline_account_is_listed_by (account, self))
        dateline_account_attach (account, NULL, FALSE);
    }

  g_clear_object (&self->about);
  g_clear_object (&self->accounts);

  G_OBJECT_CLASS (dateline_claim_parent_class)->dispose (object);
}

static void
dateline_claim_finalize (GObject *object)
{
  DatelineClaim *self = DATELINE_CLAIM (object);

  g_clear_pointer (&self->question, dateline_field_free_string);

  G_OBJECT_CLASS (dateline_claim_parent_class)->finalize (object);
}

static void
dateline_claim_class_init (DatelineClaimClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineItemClass *item_class = DATELINE_ITEM_CLASS (klass);

  object_class->dispose = dateline_claim_dispose;
  object_class->finalize = dateline_claim_finalize;
  object_class->get_property = dateline_claim_get_property;
  object_class->set_property = dateline_claim_set_property;

  item_class->kind = DATELINE_ITEM_CLAIM;
  item_class->get_label = dateline_claim_get_label;
  item_class->copy_lists = dateline_claim_copy_lists;
  item_class->unlink = dateline_claim_unlink;

  /**
   * DatelineClaim:question:
   *
   * The question, such as "How long is the sentence?".
   */
  properties[PROP_QUESTION] =
    g_param_spec_string ("question", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineClaim:value-kind:
   *
   * What kind of value answers the question.
   */
  properties[PROP_VALUE_KIND] =
    g_param_spec_enum ("value-kind", NULL, NULL, DATELINE_TYPE_VALUE_KIND, DATELINE_VALUE_KIND_TEXT,
                       DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineClaim:about:
   *
   * The items that the question is about, as a list of `DatelineItem`.
   */
  properties[PROP_ABOUT] =
    g_param_spec_object ("about", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineClaim:accounts:
   *
   * The answers, as a list of `DatelineAccount` in the order of the file.
   */
  properties[PROP_ACCOUNTS] =
    g_param_spec_object ("accounts", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_claim_init (DatelineClaim *self)
{
  self->about = g_list_store_new (DATELINE_TYPE_ITEM);
  self->accounts = g_list_store_new (DATELINE_TYPE_ACCOUNT);
}

/**
 * dateline_claim_get_question:
 * @self: a `DatelineClaim`
 *
 * The question, such as "How long is the sentence?".
 *
 * Returns: the question
 */
const char *
dateline_claim_get_question (DatelineClaim *self)
{
  g_return_val_if_fail (DATELINE_IS_CLAIM (self), NULL);

  return self->question;
}

/**
 * dateline_claim_get_value_kind:
 * @self: a `DatelineClaim`
 *
 * What kind of value answers the question.
 *
 * Returns: the value kind
 */
DatelineValueKind
dateline_claim_get_value_kind (DatelineClaim *self)
{
  g_return_val_if_fail (DATELINE_IS_CLAIM (self), DATELINE_VALUE_KIND_TEXT);

  return self->value_kind;
}

/**
 * dateline_claim_get_about:
 * @self: a `DatelineClaim`
 *
 * The items that the question is about, as a list of `DatelineItem`.
 *
 * Returns: (transfer none): the about
 */
GListModel *
dateline_claim_get_about (DatelineClaim *self)
{
  g_return_val_if_fail (DATELINE_IS_CLAIM (self), NULL);

  dateline_item_need (DATELINE_ITEM (self), DATELINE_ITEM_PART_ABOUT);

  return G_LIST_MODEL (self->about);
}

/**
 * dateline_claim_add_about:
 * @self: a `DatelineClaim`
 * @about: what to append
 *
 * Appends to the about.
 */
void
dateline_claim_add_about (DatelineClaim *self,
                          DatelineItem *about)
{
  g_return_if_fail (DATELINE_IS_CLAIM (self));
  g_return_if_fail (about != NULL);

  dateline_item_need (DATELINE_ITEM (self), DATELINE_ITEM_PART_ABOUT);
  g_list_store_append (self->about, about);
}

/**
 * dateline_claim_set_about:
 * @self: a `DatelineClaim`
 * @about: (nullable) (element-type DatelineItem): what the question is about
 *
 * Replaces the items that the question is about, unless they are the same already.
 */
void
dateline_claim_set_about (DatelineClaim *self,
                          GPtrArray     *about)
{
  g_return_if_fail (DATELINE_IS_CLAIM (self));

  dateline_item_settle (DATELINE_ITEM (self), DATELINE_ITEM_PART_ABOUT);
  dateline_field_set_list (self->about, about, g_direct_equal);
}

/**
 * dateline_claim_get_accounts:
 * @self: a `DatelineClaim`
 *
 * The answers, as a list of `DatelineAccount` in the order of the file.
 *
 * Returns: (transfer none): the accounts
 */
GListModel *
dateline_claim_get_accounts (DatelineClaim *self)
{
  g_return_val_if_fail (DATELINE_IS_CLAIM (self), NULL);

  dateline_item_need (DATELINE_ITEM (self), DATELINE_ITEM_PART_ACCOUNTS);

  return G_LIST_MODEL (self->accounts);
}

/**
 * dateline_claim_add_account:
 * @self: a `DatelineClaim`
 * @account: what to append
 *
 * Appends to the accounts, of which @account is then one and of no other claim's. An account of a story that has its
 * claim set is appended by the story already; then this does nothing.
 */
void
dateline_claim_add_account (DatelineClaim   *self,
                            DatelineAccount *account)
{
  g_return_if_fail (DATELINE_IS_CLAIM (self));
  g_return_if_fail (DATELINE_IS_ACCOUNT (account));

  dateline_item_need (DATELINE_ITEM (self), DATELINE_ITEM_PART_ACCOUNTS);
  dateline_account_set_claim (account, self);
  dateline_claim_insert_account (self, account, G_MAXUINT);
}

/* The account takes the place that it has in the story. It is the claim's already, or stands in its list even. */
void
dateline_claim_insert_account (DatelineClaim   *self,
                               DatelineAccount *account,
                               guint            position)
{
  g_return_if_fail (DATELINE_IS_CLAIM (self));
  g_return_if_fail (dateline_account_get_claim (account) == self);

  if (dateline_account_is_listed_by (account, self))
    return;

  dateline_account_attach (account, self, TRUE);
  g_list_store_insert (self->accounts, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->accounts))), account);
}

void
dateline_claim_remove_account (DatelineClaim   *self,
                               DatelineAccount *account)
{
  guint position;

  g_return_if_fail (DATELINE_IS_CLAIM (self));
  g_return_if_fail (DATELINE_IS_ACCOUNT (account));

  if (!dateline_account_is_listed_by (account, self))
    return;

  dateline_account_attach (account, self, FALSE);
  if (g_list_store_find (self->accounts, account, &position))
    g_list_store_remove (self->accounts, position);
}

/* Puts an account where it belongs among the others, and tells that it changed even if it stands there. */
void
dateline_claim_place_account (DatelineClaim   *self,
                              DatelineAccount *account,
                              guint            position)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  guint present;

  g_return_if_fail (DATELINE_IS_CLAIM (self));
  g_return_if_fail (dateline_account_is_listed_by (account, self));

  if (!g_list_store_find (self->accounts, account, &present))
    return;
  if (present == position)
    {
      g_list_store_splice (self->accounts, position, 1, (gpointer *) &account, 1);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->accounts)); i++)
    if (i != present)
      g_ptr_array_add (accounts, g_list_model_get_item (G_LIST_MODEL (self->accounts), i));
  g_ptr_array_insert (accounts, (int) position, g_object_ref (account));
  dateline_field_set_list (self->accounts, accounts, g_direct_equal);
}
