/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article's answer to a claim: its wording and what that wording means. */
#include "config.h"

#include "dateline-account.h"

#include "dateline-article.h"
#include "dateline-claim-private.h"
#include "dateline-field.h"
#include "dateline-item-private.h"

struct _DatelineAccount
{
  DatelineItem parent_instance;

  DatelineQuantity *quantity;
  char             *unit;
  DatelineClaim    *claim;     /* not owned: the claim's list owns the account */
  gboolean          is_listed; /* then the claim clears the pointer when it goes; else it is a weak pointer */
};

enum
{
  PROP_0,
  PROP_WORDING,
  PROP_QUANTITY,
  PROP_UNIT,
  PROP_CLAIM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineAccount, dateline_account, DATELINE_TYPE_ITEM)

static const char *
dateline_account_get_label (DatelineItem *item)
{
  DatelineAccount *self = DATELINE_ACCOUNT (item);

  return dateline_account_get_wording (self);
}

static void
dateline_account_passages_changed (DatelineItem *item)
{
  g_object_notify_by_pspec (G_OBJECT (item), properties[PROP_WORDING]);
  dateline_item_notify_label (item);
}

static gboolean
set_quantity (DatelineAccount  *self,
              DatelineQuantity *quantity)
{
  DatelineQuantity *old = self->quantity;

  if (old == quantity)
    return FALSE;
  if (old != NULL && quantity != NULL && dateline_quantity_get_kind (old) == dateline_quantity_get_kind (quantity) &&
      dateline_quantity_get_bound (old) == dateline_quantity_get_bound (quantity) &&
      g_strcmp0 (dateline_quantity_get_value (old), dateline_quantity_get_value (quantity)) == 0 &&
      g_strcmp0 (dateline_quantity_get_precision (old), dateline_quantity_get_precision (quantity)) == 0)
    return FALSE;

  g_clear_pointer (&self->quantity, dateline_quantity_unref);
  self->quantity = quantity != NULL ? dateline_quantity_ref (quantity) : NULL;

  return TRUE;
}

static void
dateline_account_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DatelineAccount *self = DATELINE_ACCOUNT (object);

  switch (prop_id)
    {
    case PROP_WORDING:
      g_value_set_string (value, dateline_account_get_wording (self));
      break;
    case PROP_QUANTITY:
      g_value_set_boxed (value, dateline_account_get_quantity (self));
      break;
    case PROP_UNIT:
      g_value_set_string (value, dateline_account_get_unit (self));
      break;
    case PROP_CLAIM:
      g_value_set_object (value, dateline_account_get_claim (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_account_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DatelineAccount *self = DATELINE_ACCOUNT (object);
  gboolean is_changed = FALSE;

  switch (prop_id)
    {
    case PROP_QUANTITY:
      is_changed = set_quantity (self, g_value_get_boxed (value));
      break;
    case PROP_UNIT:
      is_changed = dateline_field_set_string (&self->unit, value);
      break;
    case PROP_CLAIM:
      dateline_account_set_claim (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (is_changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
dateline_account_dispose (GObject *object)
{
  dateline_account_attach (DATELINE_ACCOUNT (object), NULL, FALSE);

  G_OBJECT_CLASS (dateline_account_parent_class)->dispose (object);
}

static void
dateline_account_finalize (GObject *object)
{
  DatelineAccount *self = DATELINE_ACCOUNT (object);

  g_clear_pointer (&self->quantity, dateline_quantity_unref);
  g_clear_pointer (&self->unit, dateline_field_free_string);

  G_OBJECT_CLASS (dateline_account_parent_class)->finalize (object);
}

static void
dateline_account_class_init (DatelineAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineItemClass *item_class = DATELINE_ITEM_CLASS (klass);

  object_class->dispose = dateline_account_dispose;
  object_class->finalize = dateline_account_finalize;
  object_class->get_property = dateline_account_get_property;
  object_class->set_property = dateline_account_set_property;

  item_class->kind = DATELINE_ITEM_ACCOUNT;
  item_class->get_label = dateline_account_get_label;
  item_class->passages_changed = dateline_account_passages_changed;

  /**
   * DatelineAccount:wording:
   *
   * The words of the article: the exact text of the account's passage.
   */
  properties[PROP_WORDING] =
    g_param_spec_string ("wording", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineAccount:quantity:
   *
   * What the wording means.
   */
  properties[PROP_QUANTITY] =
    g_param_spec_boxed ("quantity", NULL, NULL, DATELINE_TYPE_QUANTITY, DATELINE_FIELD);

  /**
   * DatelineAccount:unit:
   *
   * What is counted, or an empty string.
   */
  properties[PROP_UNIT] =
    g_param_spec_string ("unit", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineAccount:claim:
   *
   * The claim that it answers. The account does not keep it alive.
   */
  properties[PROP_CLAIM] =
    g_param_spec_object ("claim", NULL, NULL, DATELINE_TYPE_CLAIM, DATELINE_FIELD);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_account_init (DatelineAccount *self)
{
}

/**
 * dateline_account_get_wording:
 * @self: a `DatelineAccount`
 *
 * The words of the article: the exact text of the account's passage.
 *
 * Returns: the wording
 */
const char *
dateline_account_get_wording (DatelineAccount *self)
{
  g_autoptr(DatelinePassage) passage = NULL;

  g_return_val_if_fail (DATELINE_IS_ACCOUNT (self), "");

  /* The item keeps the passage alive beyond this scope. */
  passage = dateline_item_dup_first_passage (DATELINE_ITEM (self));

  return passage != NULL ? dateline_passage_get_exact (passage) : "";
}

/**
 * dateline_account_get_quantity:
 * @self: a `DatelineAccount`
 *
 * What the wording means.
 *
 * Returns: (transfer none) (nullable): the quantity
 */
DatelineQuantity *
dateline_account_get_quantity (DatelineAccount *self)
{
  g_return_val_if_fail (DATELINE_IS_ACCOUNT (self), NULL);

  return self->quantity;
}

/**
 * dateline_account_get_unit:
 * @self: a `DatelineAccount`
 *
 * What is counted, such as "people".
 *
 * Returns: the unit, or an empty string
 */
const char *
dateline_account_get_unit (DatelineAccount *self)
{
  g_return_val_if_fail (DATELINE_IS_ACCOUNT (self), "");

  return self->unit;
}

/**
 * dateline_account_get_claim:
 * @self: a `DatelineAccount`
 *
 * The claim that it answers.
 *
 * Returns: (transfer none) (nullable): the claim, or %NULL if there is none or it is gone
 */
DatelineClaim *
dateline_account_get_claim (DatelineAccount *self)
{
  g_return_val_if_fail (DATELINE_IS_ACCOUNT (self), NULL);

  return self->claim;
}

/**
 * dateline_account_set_claim:
 * @self: a `DatelineAccount`
 * @claim: (nullable): the claim that it answers
 *
 * Sets the claim. An account that stands in the list of one claim moves to the end of the other's; the list of a claim
 * takes up any other account once that is added to the story.
 */
void
dateline_account_set_claim (DatelineAccount *self,
                            DatelineClaim   *claim)
{
  g_autoptr(DatelineAccount) kept = NULL;
  gboolean was_listed;

  g_return_if_fail (DATELINE_IS_ACCOUNT (self));
  g_return_if_fail (claim == NULL || DATELINE_IS_CLAIM (claim));

  if (self->claim == claim)
    return;

  /* The list may be all that keeps it. */
  kept = g_object_ref (self);
  was_listed = self->is_listed;
  if (was_listed)
    dateline_claim_remove_account (self->claim, self);
  dateline_account_attach (self, claim, FALSE);
  if (was_listed && claim != NULL && !dateline_item_misses (DATELINE_ITEM (claim), DATELINE_ITEM_PART_ACCOUNTS))
    dateline_claim_insert_account (claim, self, G_MAXUINT);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLAIM]);
}

/* Whether the account stands in the list of the claim itself, and not only in that of a draft. */
gboolean
dateline_account_is_listed_by (DatelineAccount *self,
                               DatelineClaim   *claim)
{
  g_return_val_if_fail (DATELINE_IS_ACCOUNT (self), FALSE);

  return self->is_listed && self->claim == claim;
}

/* A claim of many accounts would have to search all their weak pointers whenever one goes: it knows the listed ones. */
void
dateline_account_attach (DatelineAccount *self,
                         DatelineClaim   *claim,
                         gboolean         is_listed)
{
  g_return_if_fail (DATELINE_IS_ACCOUNT (self));

  if (!self->is_listed)
    g_clear_weak_pointer (&self->claim);
  self->claim = claim;
  self->is_listed = is_listed;
  if (!is_listed && claim != NULL)
    g_object_add_weak_pointer (G_OBJECT (claim), (gpointer *) &self->claim);
}

/**
 * dateline_account_get_article:
 * @self: a `DatelineAccount`
 *
 * The article whose answer this is.
 *
 * Returns: (transfer none) (nullable): the article of the account's passage
 */
DatelineArticle *
dateline_account_get_article (DatelineAccount *self)
{
  g_autoptr(DatelinePassage) passage = NULL;

  g_return_val_if_fail (DATELINE_IS_ACCOUNT (self), NULL);

  passage = dateline_item_dup_first_passage (DATELINE_ITEM (self));

  return passage != NULL ? dateline_passage_get_article (passage) : NULL;
}
