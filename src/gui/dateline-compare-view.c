/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the articles disagree: claims as rows, articles as columns. In a narrow window, and where there are too many
 * articles for columns, each claim is a card. */
#include "config.h"

#include "dateline-compare-view.h"

#include <glib/gi18n.h>

#include "dateline-adaptive-box.h"
#include "dateline-badge.h"
#include "dateline-compare-row.h"
#include "dateline-empty-page.h"
#include "dateline-focus-keeper.h"
#include "dateline-item-keys.h"
#include "dateline-comparison.h"
#include "dateline-list-update.h"
#include "dateline-short-text.h"
#include "dateline-text.h"
#include "dateline-wrap-box.h"

#define ROW_RESOURCE  "/app/dateline/Dateline/ui/rows/dateline-compare-row.ui"
#define CARD_RESOURCE "/app/dateline/Dateline/ui/rows/dateline-compare-card.ui"

/* The chips, in the order in which they stand; it is also that of seriousness. */
static const DatelineRelation relations[] = {
  DATELINE_RELATION_CONTRADICTION,
  DATELINE_RELATION_ROUNDING,
  DATELINE_RELATION_PRECISION,
  DATELINE_RELATION_ONLY_HERE,
  DATELINE_RELATION_AGREE,
};

#define N_CHIPS G_N_ELEMENTS (relations)

/* Their names in the template, in the same order. */
static const char *const chip_names[N_CHIPS] = {
  "contradiction_chip", "rounding_chip", "precision_chip", "only_here_chip", "agree_chip"
};

/* With more articles than that there are no columns, and a card holds only those that answer. */
#define MAX_COLUMNS 24

struct _DatelineCompareView
{
  DatelineView parent_instance;

  GListStore          *comparisons;
  GtkFilter           *filter;
  GtkSorter           *sorter;
  GtkSortListModel    *sorted;
  GtkSingleSelection  *selection;
  char                *words; /* empty if nothing is searched for */
  gboolean             syncing;
  gboolean             is_matrix;
  guint                header_id;

  GtkStack            *stack;
  DatelineAdaptiveBox *box;
  GtkBox              *toolbar;
  GtkSearchEntry      *search_entry;
  GtkDropDown         *sort_drop_down;
  GtkToggleButton     *chips[N_CHIPS];
  GtkLabel            *chip_labels[N_CHIPS];
  GtkStack            *list_stack;
  GtkWidget           *header_window;
  GtkBox              *header;
  GtkLabel            *count_label;
  GtkScrolledWindow   *list_window;
  GtkListView         *claims_list;
};

G_DEFINE_FINAL_TYPE (DatelineCompareView, dateline_compare_view, DATELINE_TYPE_VIEW)

static guint
get_rank (DatelineComparison *comparison)
{
  for (guint i = 0; i < N_CHIPS; i++)
    if (relations[i] == dateline_comparison_get_relation (comparison))
      return i;

  return N_CHIPS;
}

static char *
dup_chip_title (DatelineRelation relation,
                guint            n)
{
  switch (relation)
    {
    case DATELINE_RELATION_CONTRADICTION:
      /* Translators: a button that filters the claims: how many of them are told in contradictory ways */
      return g_strdup_printf (_("Contradictions %'u"), n);
    case DATELINE_RELATION_ROUNDING:
      /* Translators: a button that filters the claims: of how many a number is rounded by some article */
      return g_strdup_printf (_("Rounding %'u"), n);
    case DATELINE_RELATION_PRECISION:
      /* Translators: a button that filters the claims: of how many some article tells less than another */
      return g_strdup_printf (_("Less Precise %'u"), n);
    case DATELINE_RELATION_ONLY_HERE:
      /* Translators: a button that filters the claims: how many are told by one article only */
      return g_strdup_printf (_("Only Here %'u"), n);
    case DATELINE_RELATION_AGREE:
    case DATELINE_RELATION_SILENT:
    default:
      /* Translators: a button that filters the claims: on how many the articles agree */
      return g_strdup_printf (_("Agreement %'u"), n);
    }
}

static gboolean
is_any_chip_active (DatelineCompareView *self)
{
  for (guint i = 0; i < N_CHIPS; i++)
    if (gtk_toggle_button_get_active (self->chips[i]))
      return TRUE;

  return FALSE;
}

/* The words may stand anywhere in a claim: one in the question, another one in an answer. */
static gboolean
words_match (DatelineCompareView *self,
             DatelineComparison  *comparison)
{
  DatelineClaim *claim = dateline_comparison_get_claim (comparison);
  GListModel *accounts = dateline_claim_get_accounts (claim);
  const char *note = dateline_item_get_note (DATELINE_ITEM (claim));
  g_autoptr(GString) text = g_string_new (dateline_claim_get_question (claim));

  g_string_append_printf (text, "\n%s", note != NULL ? note : "");
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);

      g_string_append_printf (text, "\n%s", dateline_account_get_wording (account));
    }

  return dateline_text_matches (text->str, self->words);
}

static gboolean
filter_func (gpointer item,
             gpointer user_data)
{
  DatelineCompareView *self = DATELINE_COMPARE_VIEW (user_data);
  guint rank = get_rank (item);

  if (is_any_chip_active (self) && (rank == N_CHIPS || !gtk_toggle_button_get_active (self->chips[rank])))
    return FALSE;

  return *self->words == '\0' || words_match (self, item);
}

/* Equally serious claims keep the order of the story: the sort is stable. */
static int
sort_func (gconstpointer a,
           gconstpointer b,
           gpointer      user_data)
{
  return (int) get_rank ((DatelineComparison *) a) - (int) get_rank ((DatelineComparison *) b);
}

static void
update_counts (DatelineCompareView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  guint counts[N_CHIPS + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineComparison) comparison = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);

      counts[get_rank (comparison)]++;
    }

  for (guint i = 0; i < N_CHIPS; i++)
    {
      g_autofree char *title = dup_chip_title (relations[i], counts[i]);

      gtk_label_set_label (self->chip_labels[i], title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_widget_set_visible (GTK_WIDGET (self->chips[i]),
                              counts[i] > 0 || gtk_toggle_button_get_active (self->chips[i]));
    }

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "matrix" : "empty");
}

static void
update_shown (DatelineCompareView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u claim", "%'u claims", n), n);

  gtk_label_set_label (self->count_label, count);
  gtk_stack_set_visible_child_name (self->list_stack, n > 0 ? "list" : "none");
}

static DatelineNavigator *
get_navigator (DatelineCompareView *self)
{
  return dateline_session_get_navigator (dateline_view_get_session (DATELINE_VIEW (self)));
}

/* Whether CLAIM is what is selected, or holds it: an account is part of its claim. */
static gboolean
is_about (DatelineClaim *claim,
          DatelineItem  *item)
{
  GListModel *accounts;

  if (DATELINE_ITEM (claim) == item)
    return TRUE;
  if (!DATELINE_IS_ACCOUNT (item))
    return FALSE;

  accounts = dateline_claim_get_accounts (claim);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineItem) account = g_list_model_get_item (accounts, i);

      if (account == item)
        return TRUE;
    }

  return FALSE;
}

static void
mark_row (DatelineCompareView *self,
          gboolean             scroll)
{
  DatelineItem *item = dateline_navigator_get_selected (get_navigator (self));
  guint position = GTK_INVALID_LIST_POSITION;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (DATELINE_IS_CLAIM (item) || DATELINE_IS_ACCOUNT (item))
    for (guint i = 0; i < n && position == GTK_INVALID_LIST_POSITION; i++)
      {
        g_autoptr(DatelineComparison) comparison = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

        if (is_about (dateline_comparison_get_claim (comparison), item))
          position = i;
      }

  if (position == gtk_single_selection_get_selected (self->selection))
    return;

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && scroll)
    gtk_widget_activate_action (GTK_WIDGET (self->claims_list), "list.scroll-to-item", "u", position);
}

static void
pull_selection (DatelineCompareView *self)
{
  if (!dateline_view_is_stale (DATELINE_VIEW (self)))
    mark_row (self, TRUE);
}

static void
reveal_cb (DatelineCompareView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    dateline_view_catch_up (DATELINE_VIEW (self));
}

static void
selected_cb (DatelineCompareView *self)
{
  DatelineComparison *comparison = gtk_single_selection_get_selected_item (self->selection);
  DatelineItem *item;

  /* What a filter hides stays selected. */
  if (self->syncing || comparison == NULL)
    return;

  item = DATELINE_ITEM (dateline_comparison_get_claim (comparison));
  if (dateline_navigator_get_selected (get_navigator (self)) != item)
    dateline_navigator_select (get_navigator (self), item, NULL);
}

static void
filter_changed_cb (DatelineCompareView *self)
{
  /* While the list changes under it, the selection moves to whoever stands there then. */
  self->syncing = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->syncing = FALSE;
  pull_selection (self);
  update_shown (self);
}

static void
search_changed_cb (DatelineCompareView *self)
{
  g_free (self->words);
  self->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  filter_changed_cb (self);
}

static void
search_stopped_cb (DatelineCompareView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
sort_changed_cb (DatelineCompareView *self)
{
  if (self->sorted == NULL)
    return;

  self->syncing = TRUE;
  gtk_sort_list_model_set_sorter (self->sorted, gtk_drop_down_get_selected (self->sort_drop_down) == 0 ? self->sorter : NULL);
  dateline_item_keys_set_dragging (GTK_WIDGET (self->claims_list), gtk_drop_down_get_selected (self->sort_drop_down) != 0);
  self->syncing = FALSE;
  pull_selection (self);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  DatelineCompareView *self = DATELINE_COMPARE_VIEW (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  for (guint i = 0; i < N_CHIPS; i++)
    gtk_toggle_button_set_active (self->chips[i], FALSE);
  /* The entry takes its time to say that it is empty. */
  search_changed_cb (self);
}

static void
show_article_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  DatelineCompareView *self = DATELINE_COMPARE_VIEW (widget);
  DatelineStory *story = dateline_session_get_story (dateline_view_get_session (DATELINE_VIEW (self)));
  DatelineItem *article = dateline_story_lookup (story, g_variant_get_string (parameter, NULL));

  if (article != NULL)
    dateline_navigator_show (get_navigator (self), "articles", article, NULL);
}

static GListModel *
get_articles (DatelineCompareView *self)
{
  return dateline_story_get_articles (dateline_session_get_story (dateline_view_get_session (DATELINE_VIEW (self))));
}

static gboolean
has_columns (DatelineCompareView *self)
{
  return g_list_model_get_n_items (get_articles (self)) <= MAX_COLUMNS;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  guint left = dateline_article_get_position ((DatelineArticle *) a);
  guint right = dateline_article_get_position ((DatelineArticle *) b);

  return left < right ? -1 : left > right;
}

/* The articles that answer, in the order of the story. */
static GListModel *
list_answering (DatelineClaim *claim)
{
  GListModel *accounts = dateline_claim_get_accounts (claim);
  GListStore *answering = g_list_store_new (DATELINE_TYPE_ARTICLE);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);
      DatelineArticle *article = dateline_account_get_article (account);

      if (article != NULL && !g_list_store_find (answering, article, NULL))
        g_list_store_insert_sorted (answering, article, compare_positions, NULL);
    }

  return G_LIST_MODEL (answering);
}

/* Another article may contradict what was agreed on: all are compared anew, and those rows change that say something
 * else then. */
static void
update_comparisons (DatelineCompareView *self)
{
  DatelineStory *story = dateline_session_get_story (dateline_view_get_session (DATELINE_VIEW (self)));
  GListModel *claims = dateline_story_get_claims (story);
  g_autoptr(GPtrArray) comparisons = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr(DatelineClaim) claim = g_list_model_get_item (claims, i);
      g_autoptr(GListModel) articles = has_columns (self) ? g_object_ref (get_articles (self)) : list_answering (claim);

      g_ptr_array_add (comparisons, dateline_comparison_new (claim, articles));
    }

  self->syncing = TRUE;
  dateline_list_update (self->comparisons, comparisons, dateline_comparison_equal);
  self->syncing = FALSE;
  update_counts (self);
  update_shown (self);
}

static GtkWidget *
create_article_header (DatelineArticle *article)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  /* Not a label: one of several lines that is cut warns about its own size when it is measured by its height. */
  g_autofree char *headline = dateline_short_text_dup (dateline_article_get_headline (article), DATELINE_SHORT_TEXT_LINE);
  GtkWidget *label = gtk_inscription_new (headline);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (label), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), 16);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (label), 2);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (label), 2);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), dateline_badge_new (article, FALSE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "compare-article");
  dateline_short_text_tooltip (button, dateline_article_get_headline (article));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_article_get_headline (article),
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dateline_item_get_id (DATELINE_ITEM (article)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "compare.show-article");

  return button;
}

static void
update_header (DatelineCompareView *self)
{
  GListModel *articles = get_articles (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_next_sibling (GTK_WIDGET (self->count_label))) != NULL)
    gtk_box_remove (self->header, child);
  for (guint i = 0; has_columns (self) && i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);

      gtk_box_append (self->header, create_article_header (article));
    }
}

static void
update_layout (DatelineCompareView *self)
{
  gboolean is_matrix = !dateline_adaptive_box_get_folded (self->box) && has_columns (self);
  g_autoptr(GtkListItemFactory) factory = NULL;

  if (gtk_list_view_get_factory (self->claims_list) != NULL && self->is_matrix == is_matrix)
    return;

  self->is_matrix = is_matrix;
  factory = gtk_builder_list_item_factory_new_from_resource (NULL, is_matrix ? ROW_RESOURCE : CARD_RESOURCE);
  gtk_list_view_set_factory (self->claims_list, factory);
  gtk_list_view_set_show_separators (self->claims_list, is_matrix);
  gtk_widget_set_visible (self->header_window, is_matrix);
}

static void
folded_changed_cb (DatelineCompareView *self)
{
  gboolean narrow = dateline_adaptive_box_get_folded (self->box);

  update_layout (self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->search_entry), narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->toolbar),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static gboolean
fit_header_cb (gpointer user_data)
{
  DatelineCompareView *self = DATELINE_COMPARE_VIEW (user_data);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->list_window);

  self->header_id = 0;
  gtk_widget_set_size_request (GTK_WIDGET (self->header), (int) gtk_adjustment_get_upper (adjustment), -1);

  return G_SOURCE_REMOVE;
}

/* Rows that need more room than there is make the list wider; the header has to follow, once sizes are given out. */
static void
list_widened_cb (DatelineCompareView *self)
{
  if (self->header_id == 0)
    self->header_id = g_idle_add (fit_header_cb, self);
}

static void
dateline_compare_view_refresh (DatelineView *view)
{
  DatelineCompareView *self = DATELINE_COMPARE_VIEW (view);
  DatelineItem *item = dateline_navigator_get_selected (get_navigator (self));
  DatelineComparison *marked = gtk_single_selection_get_selected_item (self->selection);
  gboolean is_marked = marked != NULL && item != NULL && is_about (dateline_comparison_get_claim (marked), item);

  dateline_focus_keeper_hold (GTK_WIDGET (self));
  update_header (self);
  update_comparisons (self);
  update_layout (self);
  mark_row (self, !is_marked);
}

static void
dateline_compare_view_constructed (GObject *object)
{
  DatelineCompareView *self = DATELINE_COMPARE_VIEW (object);
  GtkFilterListModel *filtered;
  GtkAdjustment *adjustment;

  G_OBJECT_CLASS (dateline_compare_view_parent_class)->constructed (object);

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_func, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (sort_func, NULL, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->comparisons)), g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sorted));

  update_header (self);
  update_comparisons (self);
  pull_selection (self);
  folded_changed_cb (self);
  dateline_item_keys_add_menu (GTK_WIDGET (self->claims_list));
  dateline_item_keys_add_dragging (GTK_WIDGET (self->claims_list), DATELINE_ITEM_CLAIM);
  dateline_item_keys_set_dragging (GTK_WIDGET (self->claims_list), gtk_drop_down_get_selected (self->sort_drop_down) != 0);
  gtk_list_view_set_model (self->claims_list, GTK_SELECTION_MODEL (self->selection));
  adjustment = gtk_scrolled_window_get_hadjustment (self->list_window);
  g_object_bind_property (adjustment, "value",
                          gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->header_window)), "value",
                          G_BINDING_DEFAULT);
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (list_widened_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_navigator (self), "notify::selected",
                           G_CALLBACK (pull_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_navigator (self), "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
}

static void
dateline_compare_view_dispose (GObject *object)
{
  DatelineCompareView *self = DATELINE_COMPARE_VIEW (object);

  g_clear_handle_id (&self->header_id, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, selected_cb, self);
  /* The stack is the bin's child: it goes with the bin's own dispose(), which disposing the template would upset. */
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_object (&self->comparisons);

  G_OBJECT_CLASS (dateline_compare_view_parent_class)->dispose (object);
}

static void
dateline_compare_view_finalize (GObject *object)
{
  DatelineCompareView *self = DATELINE_COMPARE_VIEW (object);

  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (dateline_compare_view_parent_class)->finalize (object);
}

static void
dateline_compare_view_class_init (DatelineCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DATELINE_VIEW_CLASS (klass)->refresh = dateline_compare_view_refresh;

  object_class->constructed = dateline_compare_view_constructed;
  object_class->dispose = dateline_compare_view_dispose;
  object_class->finalize = dateline_compare_view_finalize;

  gtk_widget_class_install_action (widget_class, "compare.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "compare.show-article", "s", show_article_action);

  g_type_ensure (DATELINE_TYPE_ADAPTIVE_BOX);
  g_type_ensure (DATELINE_TYPE_COMPARE_ROW);
  g_type_ensure (DATELINE_TYPE_EMPTY_PAGE);
  g_type_ensure (DATELINE_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, box);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, sort_drop_down);
  for (guint i = 0; i < N_CHIPS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, chip_names[i], FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, header_window);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, header);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, list_window);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareView, claims_list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed_cb);
}

static void
dateline_compare_view_init (DatelineCompareView *self)
{
  self->comparisons = g_list_store_new (DATELINE_TYPE_COMPARISON);
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_CHIPS; i++)
    {
      GObject *chip = gtk_widget_get_template_child (GTK_WIDGET (self), DATELINE_TYPE_COMPARE_VIEW, chip_names[i]);

      self->chips[i] = GTK_TOGGLE_BUTTON (chip);
      self->chip_labels[i] = GTK_LABEL (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (chip))));
    }
}
