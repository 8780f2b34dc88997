/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One checkable question about the story, with each article's account. */
#include "config.h"

#include "dateline-claim.h"

struct _DatelineClaim
{
  DatelineItem parent_instance;

  char             *question;
  DatelineValueKind value_kind;
  char             *note;
  GListStore       *about;
  GListStore       *accounts;
};

enum
{
  PROP_0,
  PROP_QUESTION,
  PROP_VALUE_KIND,
  PROP_NOTE,
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
    case PROP_NOTE:
      g_value_set_string (value, dateline_claim_get_note (self));
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

  switch (prop_id)
    {
    case PROP_QUESTION:
      self->question = g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_VALUE_KIND:
      self->value_kind = g_value_get_enum (value);
      break;
    case PROP_NOTE:
      self->note = g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_claim_dispose (GObject *object)
{
  DatelineClaim *self = DATELINE_CLAIM (object);

  g_clear_object (&self->about);
  g_clear_object (&self->accounts);

  G_OBJECT_CLASS (dateline_claim_parent_class)->dispose (object);
}

static void
dateline_claim_finalize (GObject *object)
{
  DatelineClaim *self = DATELINE_CLAIM (object);

  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->note, g_free);

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

  /**
   * DatelineClaim:question:
   *
   * The question, such as "How long is the sentence?".
   */
  properties[PROP_QUESTION] =
    g_param_spec_string ("question", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineClaim:value-kind:
   *
   * What kind of value answers the question.
   */
  properties[PROP_VALUE_KIND] =
    g_param_spec_enum ("value-kind", NULL, NULL, DATELINE_TYPE_VALUE_KIND, DATELINE_VALUE_KIND_TEXT,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineClaim:note:
   *
   * A sentence that explains the differences to the reader, or an empty string.
   */
  properties[PROP_NOTE] =
    g_param_spec_string ("note", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

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
 * dateline_claim_get_note:
 * @self: a `DatelineClaim`
 *
 * A sentence that explains the differences to the reader, or an empty string.
 *
 * Returns: the note
 */
const char *
dateline_claim_get_note (DatelineClaim *self)
{
  g_return_val_if_fail (DATELINE_IS_CLAIM (self), NULL);

  return self->note;
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

  g_list_store_append (self->about, about);
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

  return G_LIST_MODEL (self->accounts);
}

/**
 * dateline_claim_add_account:
 * @self: a `DatelineClaim`
 * @account: what to append
 *
 * Appends to the accounts.
 */
void
dateline_claim_add_account (DatelineClaim *self,
                            DatelineAccount *account)
{
  g_return_if_fail (DATELINE_IS_CLAIM (self));
  g_return_if_fail (account != NULL);

  g_list_store_append (self->accounts, account);
}
