/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the articles differ in their answers to one question, and in what way.
 *
 * Each account is compatible with an interval of values. Two whose intervals have nothing in common contradict each
 * other. Of the others the most precise is the measure: who says the same agrees with it, and who says it with a
 * rounded number or an open bound rounds or is less precise. */
#include "config.h"

#include "dateline-comparison.h"

#include <glib/gi18n.h>

#include "dateline-extent.h"
#include "dateline-text.h"

/* Accounts that an explanation of a contradiction names, and articles that one of an agreement does. */
#define MAX_NAMED    3
#define MAX_AGREEING 20

/* Accounts among which those are looked for; each account has an explanation. */
#define MAX_EXAMINED 1000

/* Code points of a wording that an explanation quotes. */
#define MAX_WORDING 60

typedef struct
{
  DatelineAccount *account;
  DatelineArticle *article;
  DatelineExtent   extent;
  DatelineRelation relation;
} Cell;

struct _DatelineComparison
{
  GObject parent_instance;

  DatelineClaim   *claim;
  GListModel      *articles;
  GArray          *cells;
  GHashTable      *by_account; /* DatelineAccount -> position in cells, plus 1 */
  GHashTable      *by_article; /* DatelineArticle -> GListStore of DatelineAccount */
  GHashTable      *relations;  /* DatelineArticle -> DatelineRelation */
  GListStore      *none;
  guint            reference;  /* the most precise */
  guint            least;      /* the one that ends first */
  guint            greatest;   /* the one that starts last */
  gboolean         texts_differ;
  DatelineRelation relation;
  char            *signature; /* what it was made of */
};

enum
{
  PROP_0,
  PROP_CLAIM,
  PROP_ARTICLES,
  PROP_RELATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineComparison, dateline_comparison, G_TYPE_OBJECT)

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_clear_object (&cell->account);
  dateline_extent_clear (&cell->extent);
}

static void
dateline_comparison_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineComparison *self = DATELINE_COMPARISON (object);

  switch (prop_id)
    {
    case PROP_CLAIM:
      g_value_set_object (value, dateline_comparison_get_claim (self));
      break;
    case PROP_ARTICLES:
      g_value_set_object (value, dateline_comparison_get_articles (self));
      break;
    case PROP_RELATION:
      g_value_set_enum (value, dateline_comparison_get_relation (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_comparison_dispose (GObject *object)
{
  DatelineComparison *self = DATELINE_COMPARISON (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->articles);
  g_clear_object (&self->none);
  g_clear_pointer (&self->by_account, g_hash_table_unref);
  g_clear_pointer (&self->by_article, g_hash_table_unref);
  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->signature, g_free);

  G_OBJECT_CLASS (dateline_comparison_parent_class)->dispose (object);
}

static void
dateline_comparison_class_init (DatelineComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_comparison_dispose;
  object_class->get_property = dateline_comparison_get_property;

  /**
   * DatelineComparison:claim:
   *
   * The question.
   */
  properties[PROP_CLAIM] =
    g_param_spec_object ("claim", NULL, NULL, DATELINE_TYPE_CLAIM,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineComparison:articles:
   *
   * The articles that are compared, also those that are silent.
   */
  properties[PROP_ARTICLES] =
    g_param_spec_object ("articles", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineComparison:relation:
   *
   * The gravest difference between any two accounts.
   */
  properties[PROP_RELATION] =
    g_param_spec_enum ("relation", NULL, NULL, DATELINE_TYPE_RELATION, DATELINE_RELATION_SILENT,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_comparison_init (DatelineComparison *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->by_account = g_hash_table_new (NULL, NULL);
  self->by_article = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->relations = g_hash_table_new (NULL, NULL);
  self->none = g_list_store_new (DATELINE_TYPE_ACCOUNT);
  self->relation = DATELINE_RELATION_SILENT;
}

static Cell *
get_cell (DatelineComparison *self,
          guint               position)
{
  return &g_array_index (self->cells, Cell, position);
}

static gboolean
is_contradicted (DatelineComparison *self,
                 Cell               *cell)
{
  if (cell->extent.folded != NULL)
    {
      for (guint i = 0; i < self->cells->len && self->texts_differ; i++)
        if (dateline_extent_contradicts (&cell->extent, &get_cell (self, i)->extent))
          return TRUE;
      return FALSE;
    }

  /* If any number is quite below, so is the one that ends first; if any is quite above, so is the one that starts last. */
  return dateline_extent_contradicts (&cell->extent, &get_cell (self, self->least)->extent) ||
         dateline_extent_contradicts (&cell->extent, &get_cell (self, self->greatest)->extent);
}

static void
relate (DatelineComparison *self,
        Cell               *cell)
{
  if (is_contradicted (self, cell))
    cell->relation = DATELINE_RELATION_CONTRADICTION;
  else if (g_hash_table_size (self->by_article) == 1)
    cell->relation = DATELINE_RELATION_ONLY_HERE;
  else if (dateline_extent_equal (&cell->extent, &get_cell (self, self->reference)->extent))
    cell->relation = DATELINE_RELATION_AGREE;
  else
    cell->relation = cell->extent.is_vague ? DATELINE_RELATION_ROUNDING : DATELINE_RELATION_PRECISION;
}

static int
get_gravity (DatelineRelation relation)
{
  switch (relation)
    {
    case DATELINE_RELATION_CONTRADICTION:
      return 5;
    case DATELINE_RELATION_ROUNDING:
      return 4;
    case DATELINE_RELATION_PRECISION:
      return 3;
    case DATELINE_RELATION_AGREE:
      return 2;
    case DATELINE_RELATION_ONLY_HERE:
      return 1;
    case DATELINE_RELATION_SILENT:
    default:
      return 0;
    }
}

static void
add_cell (DatelineComparison *self,
          DatelineAccount    *account)
{
  DatelineQuantity *quantity = dateline_account_get_quantity (account);
  DatelineArticle *article = dateline_account_get_article (account);
  GListStore *accounts;
  Cell cell = { 0 };

  if (quantity == NULL || article == NULL)
    return;

  cell.account = g_object_ref (account);
  cell.article = article;
  dateline_extent_init (&cell.extent, quantity);
  g_array_append_val (self->cells, cell);
  g_hash_table_insert (self->by_account, account, GUINT_TO_POINTER (self->cells->len));

  accounts = g_hash_table_lookup (self->by_article, article);
  if (accounts == NULL)
    {
      accounts = g_list_store_new (DATELINE_TYPE_ACCOUNT);
      g_hash_table_insert (self->by_article, article, accounts);
    }
  g_list_store_append (accounts, account);
}

static void
compare (DatelineComparison *self)
{
  GListModel *accounts = dateline_claim_get_accounts (self->claim);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);

      add_cell (self, account);
    }

  for (guint i = 1; i < self->cells->len; i++)
    {
      const DatelineExtent *extent = &get_cell (self, i)->extent;
      const DatelineExtent *least = &get_cell (self, self->least)->extent;
      const DatelineExtent *greatest = &get_cell (self, self->greatest)->extent;

      if (dateline_extent_is_narrower (extent, &get_cell (self, self->reference)->extent))
        self->reference = i;
      if (extent->folded != NULL)
        {
          for (guint j = 0; j < i && !self->texts_differ; j++)
            self->texts_differ = dateline_extent_contradicts (extent, &get_cell (self, j)->extent);
          continue;
        }
      if (extent->upper < least->upper || (extent->upper == least->upper && extent->upper_open))
        self->least = i;
      if (extent->lower > greatest->lower || (extent->lower == greatest->lower && extent->lower_open))
        self->greatest = i;
    }

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = get_cell (self, i);

      relate (self, cell);
      if (get_gravity (cell->relation) > get_gravity (self->relation))
        self->relation = cell->relation;
      if (get_gravity (cell->relation) > get_gravity (dateline_comparison_get_article_relation (self, cell->article)))
        g_hash_table_insert (self->relations, cell->article, GINT_TO_POINTER (cell->relation));
    }
}

static Cell *
find_cell (DatelineComparison *self,
           DatelineAccount    *account)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_account, account));

  return position > 0 ? get_cell (self, position - 1) : NULL;
}

static void
sign_article (GString         *signature,
              DatelineArticle *article)
{
  g_string_append_printf (signature, "\n%s %u %s", dateline_item_get_id (DATELINE_ITEM (article)),
                          dateline_article_get_position (article), dateline_article_get_headline (article));
}

static void
sign_account (GString         *signature,
              DatelineAccount *account)
{
  DatelineQuantity *quantity = dateline_account_get_quantity (account);
  DatelineArticle *article = dateline_account_get_article (account);
  GListModel *passages = dateline_item_get_passages (DATELINE_ITEM (account));

  g_string_append_printf (signature, "\n%s %p %s %s", dateline_item_get_id (DATELINE_ITEM (account)), (gpointer) article,
                          dateline_account_get_wording (account), dateline_account_get_unit (account));
  if (quantity != NULL)
    g_string_append_printf (signature, " %u %s %u %s", dateline_quantity_get_kind (quantity),
                            dateline_quantity_get_value (quantity), dateline_quantity_get_bound (quantity),
                            dateline_quantity_get_precision (quantity) != NULL ? dateline_quantity_get_precision (quantity) : "");
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      g_string_append_printf (signature, " %u-%u", dateline_passage_get_start (passage), dateline_passage_get_end (passage));
    }
}

/* Everything that the comparison says follows from this. */
static char *
dup_signature (DatelineClaim *claim,
               GListModel    *articles)
{
  GListModel *accounts = dateline_claim_get_accounts (claim);
  GString *signature = g_string_new (dateline_claim_get_question (claim));

  g_string_append_printf (signature, "\n%s", dateline_item_get_note (DATELINE_ITEM (claim)));
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);

      sign_article (signature, article);
    }
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);

      sign_account (signature, account);
    }

  return g_string_free (signature, FALSE);
}

/**
 * dateline_comparison_new:
 * @claim: a claim
 * @articles: the articles of its story, as a list of `DatelineArticle`
 *
 * Compares the accounts of a claim. Later changes of the claim are not followed.
 *
 * Returns: (transfer full): a new `DatelineComparison`
 */
DatelineComparison *
dateline_comparison_new (DatelineClaim *claim,
                         GListModel    *articles)
{
  DatelineComparison *self;

  g_return_val_if_fail (DATELINE_IS_CLAIM (claim), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (articles), NULL);

  self = g_object_new (DATELINE_TYPE_COMPARISON, NULL);
  self->claim = g_object_ref (claim);
  self->articles = g_object_ref (articles);
  self->signature = dup_signature (claim, articles);
  compare (self);

  return self;
}

/**
 * dateline_comparison_get_claim:
 * @self: a `DatelineComparison`
 *
 * The question.
 *
 * Returns: (transfer none): the claim
 */
DatelineClaim *
dateline_comparison_get_claim (DatelineComparison *self)
{
  g_return_val_if_fail (DATELINE_IS_COMPARISON (self), NULL);

  return self->claim;
}

/**
 * dateline_comparison_get_articles:
 * @self: a `DatelineComparison`
 *
 * The articles that are compared, also those that are silent.
 *
 * Returns: (transfer none): a list of `DatelineArticle`
 */
GListModel *
dateline_comparison_get_articles (DatelineComparison *self)
{
  g_return_val_if_fail (DATELINE_IS_COMPARISON (self), NULL);

  return self->articles;
}

/**
 * dateline_comparison_get_relation:
 * @self: a `DatelineComparison`
 *
 * The gravest difference between any two accounts: contradiction, then rounding, then precision.
 *
 * Returns: the relation; `DATELINE_RELATION_SILENT` if there is no account at all
 */
DatelineRelation
dateline_comparison_get_relation (DatelineComparison *self)
{
  g_return_val_if_fail (DATELINE_IS_COMPARISON (self), DATELINE_RELATION_SILENT);

  return self->relation;
}

/**
 * dateline_comparison_get_accounts:
 * @self: a `DatelineComparison`
 * @article: an article
 *
 * What one article answers.
 *
 * Returns: (transfer none): a list of `DatelineAccount`, empty if the article is silent
 */
GListModel *
dateline_comparison_get_accounts (DatelineComparison *self,
                                  DatelineArticle    *article)
{
  GListStore *accounts;

  g_return_val_if_fail (DATELINE_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);

  accounts = g_hash_table_lookup (self->by_article, article);

  return G_LIST_MODEL (accounts != NULL ? accounts : self->none);
}

/**
 * dateline_comparison_get_article_relation:
 * @self: a `DatelineComparison`
 * @article: an article
 *
 * The gravest relation of the accounts of one article.
 *
 * Returns: the relation
 */
DatelineRelation
dateline_comparison_get_article_relation (DatelineComparison *self,
                                          DatelineArticle    *article)
{
  gpointer relation;

  g_return_val_if_fail (DATELINE_IS_COMPARISON (self), DATELINE_RELATION_SILENT);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), DATELINE_RELATION_SILENT);

  if (!g_hash_table_lookup_extended (self->relations, article, NULL, &relation))
    return DATELINE_RELATION_SILENT;

  return GPOINTER_TO_INT (relation);
}

/**
 * dateline_comparison_get_account_relation:
 * @self: a `DatelineComparison`
 * @account: an account of the claim
 *
 * How one account stands to the others.
 *
 * Returns: the relation
 */
DatelineRelation
dateline_comparison_get_account_relation (DatelineComparison *self,
                                          DatelineAccount    *account)
{
  Cell *cell;

  g_return_val_if_fail (DATELINE_IS_COMPARISON (self), DATELINE_RELATION_SILENT);
  g_return_val_if_fail (DATELINE_IS_ACCOUNT (account), DATELINE_RELATION_SILENT);

  cell = find_cell (self, account);

  return cell != NULL ? cell->relation : DATELINE_RELATION_SILENT;
}

static char *
quote_wording (Cell *cell)
{
  return dateline_text_abridge (dateline_account_get_wording (cell->account), MAX_WORDING);
}

/* Names the first few different wordings that contradict @cell, each with the badge of its article. */
static char *
explain_contradiction (DatelineComparison *self,
                       Cell               *cell)
{
  g_autoptr(GPtrArray) named = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) list = g_string_new (NULL);
  gboolean more = FALSE;

  for (guint i = 0; i < MIN (self->cells->len, MAX_EXAMINED) && !more; i++)
    {
      Cell *other = get_cell (self, i);
      g_autofree char *wording = NULL;
      g_autofree char *name = NULL;

      if (!dateline_extent_contradicts (&cell->extent, &other->extent))
        continue;

      wording = quote_wording (other);
      if (other->article == cell->article)
        /* Translators: %s is the wording of an article, which contradicts another one of the same article */
        name = g_strdup_printf (_("“%s” in the same article"), wording);
      else
        /* Translators: the first %s is the wording of an article, the second the letter that stands for the article */
        name = g_strdup_printf (_("“%s” in article %s"), wording, dateline_article_get_badge (other->article));

      if (g_ptr_array_find_with_equal_func (named, name, g_str_equal, NULL))
        continue;
      if (named->len == MAX_NAMED)
        more = TRUE;
      else
        g_ptr_array_add (named, g_steal_pointer (&name));
    }

  for (guint i = 0; i < named->len; i++)
    {
      if (i > 0)
        /* Translators: what separates the elements of a list in a sentence */
        g_string_append (list, C_("list", ", "));
      g_string_append (list, g_ptr_array_index (named, i));
    }

  /* Translators: %s is a list of wordings, such as: “2 February” in article B, “3 February” in article C */
  return g_strdup_printf (more ? _("Contradicts %s and others") : _("Contradicts %s"), list->str);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  DatelineArticle *first = *(DatelineArticle *const *) a;
  DatelineArticle *second = *(DatelineArticle *const *) b;

  return (dateline_article_get_position (first) > dateline_article_get_position (second)) -
         (dateline_article_get_position (first) < dateline_article_get_position (second));
}

static char *
explain_agreement (DatelineComparison *self,
                   Cell               *cell)
{
  g_autoptr(GPtrArray) agreeing = g_ptr_array_new ();
  g_autoptr(GString) badges = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->cells->len, MAX_EXAMINED) && agreeing->len < MAX_AGREEING; i++)
    {
      Cell *other = get_cell (self, i);

      if (other->article != cell->article && dateline_extent_equal (&cell->extent, &other->extent) &&
          !g_ptr_array_find (agreeing, other->article, NULL))
        g_ptr_array_add (agreeing, other->article);
    }
  if (agreeing->len == 0)
    return g_strdup (_("The most precise account, and compatible with the others"));

  g_ptr_array_sort (agreeing, compare_positions);
  for (guint i = 0; i < agreeing->len; i++)
    g_string_append_printf (badges, "%s%s", i > 0 ? C_("list", ", ") : "",
                            dateline_article_get_badge (g_ptr_array_index (agreeing, i)));

  /* Translators: %s is the letter that stands for an article, or a list of them */
  return g_strdup_printf (ngettext ("Says the same as article %s", "Says the same as articles %s", agreeing->len),
                          badges->str);
}

/**
 * dateline_comparison_dup_explanation:
 * @self: a `DatelineComparison`
 * @account: an account of the claim
 *
 * Says in a sentence how one account stands to the others.
 *
 * Returns: (transfer full): plain text
 */
char *
dateline_comparison_dup_explanation (DatelineComparison *self,
                                     DatelineAccount    *account)
{
  g_autofree char *wording = NULL;
  g_autofree char *reference = NULL;
  Cell *cell;

  g_return_val_if_fail (DATELINE_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (DATELINE_IS_ACCOUNT (account), NULL);

  cell = find_cell (self, account);
  if (cell == NULL)
    return g_strdup ("");

  wording = quote_wording (cell);
  reference = quote_wording (get_cell (self, self->reference));
  switch (cell->relation)
    {
    case DATELINE_RELATION_CONTRADICTION:
      return explain_contradiction (self, cell);
    case DATELINE_RELATION_ROUNDING:
      /* Translators: both %s are wordings of articles, such as “2.5 years” and “two years and eight months” */
      return g_strdup_printf (_("“%s” is “%s”, rounded"), wording, reference);
    case DATELINE_RELATION_PRECISION:
      /* Translators: both %s are wordings of articles, such as “January” and “17 January” */
      return g_strdup_printf (_("“%s” says less than “%s”, and is compatible with it"), wording, reference);
    case DATELINE_RELATION_AGREE:
      return explain_agreement (self, cell);
    case DATELINE_RELATION_ONLY_HERE:
    case DATELINE_RELATION_SILENT:
    default:
      return g_strdup (_("Only this article says so"));
    }
}

/**
 * dateline_comparison_equal:
 * @a: a `DatelineComparison`
 * @b: a `DatelineComparison`
 *
 * Whether two comparisons, made at different times, say the same of the same claim.
 *
 * Returns: %TRUE if they do
 */
gboolean
dateline_comparison_equal (gconstpointer a,
                           gconstpointer b)
{
  const DatelineComparison *comparison = a;
  const DatelineComparison *other = b;

  /* The list of articles may have changed since. */
  return comparison->claim == other->claim && g_str_equal (comparison->signature, other->signature) &&
         g_list_model_get_n_items (comparison->articles) == g_list_model_get_n_items (other->articles);
}
