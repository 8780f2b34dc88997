/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article's answer to a claim: its wording and what that wording means. */
#include "config.h"

#include "dateline-account.h"

#include "dateline-article.h"

struct _DatelineAccount
{
  DatelineItem parent_instance;

  DatelineQuantity *quantity;
  char             *unit;
};

enum
{
  PROP_0,
  PROP_WORDING,
  PROP_QUANTITY,
  PROP_UNIT,
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

  switch (prop_id)
    {
    case PROP_QUANTITY:
      self->quantity = g_value_dup_boxed (value);
      break;
    case PROP_UNIT:
      self->unit = g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_account_finalize (GObject *object)
{
  DatelineAccount *self = DATELINE_ACCOUNT (object);

  g_clear_pointer (&self->quantity, dateline_quantity_unref);
  g_clear_pointer (&self->unit, g_free);

  G_OBJECT_CLASS (dateline_account_parent_class)->finalize (object);
}

static void
dateline_account_class_init (DatelineAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineItemClass *item_class = DATELINE_ITEM_CLASS (klass);

  object_class->finalize = dateline_account_finalize;
  object_class->get_property = dateline_account_get_property;
  object_class->set_property = dateline_account_set_property;

  item_class->kind = DATELINE_ITEM_ACCOUNT;
  item_class->get_label = dateline_account_get_label;

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
    g_param_spec_boxed ("quantity", NULL, NULL, DATELINE_TYPE_QUANTITY,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineAccount:unit:
   *
   * What is counted, or an empty string.
   */
  properties[PROP_UNIT] =
    g_param_spec_string ("unit", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

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
