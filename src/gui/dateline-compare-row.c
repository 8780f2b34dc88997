/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One claim: the question, and what each article answers; beside each other, or one below the other as a card. */
#include "config.h"

#include "dateline-compare-row.h"

#include <glib/gi18n.h>

#include "dateline-compare-cell.h"
#include "dateline-short-text.h"

struct _DatelineCompareRow
{
  GtkWidget parent_instance;

  DatelineComparison *comparison;
  gboolean            expanded;
  gboolean            is_card;

  GtkLabel           *question_label;
  GtkWidget          *relation_box;
  GtkImage           *relation_image;
  GtkLabel           *relation_label;
  GtkLabel           *note_label;
};

enum
{
  PROP_0,
  PROP_COMPARISON,
  PROP_EXPANDED,
  PROP_IS_CARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineCompareRow, dateline_compare_row, GTK_TYPE_WIDGET)

static void
clear_cells (DatelineCompareRow *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (DATELINE_IS_COMPARE_CELL (child))
        gtk_widget_unparent (child);
      child = next;
    }
}

/* The word for a whole claim, where dateline_relation_get_label() has that for one article. */
static const char *
get_claim_label (DatelineRelation relation)
{
  switch (relation)
    {
    case DATELINE_RELATION_CONTRADICTION:
      /* Translators: how the articles answer a question, taken together */
      return C_("claim", "contradiction");
    case DATELINE_RELATION_ROUNDING:
      /* Translators: how the articles answer a question, taken together: one of them rounds */
      return C_("claim", "rounding");
    case DATELINE_RELATION_PRECISION:
      /* Translators: how the articles answer a question, taken together: one of them says less than another */
      return C_("claim", "different precision");
    case DATELINE_RELATION_ONLY_HERE:
      /* Translators: how the articles answer a question, taken together: only one of them does */
      return C_("claim", "one article only");
    case DATELINE_RELATION_AGREE:
      /* Translators: how the articles answer a question, taken together */
      return C_("claim", "agreement");
    case DATELINE_RELATION_SILENT:
    default:
      /* Translators: how the articles answer a question, taken together: none of them does */
      return C_("claim", "no answer");
    }
}

static void
set_relation (DatelineCompareRow *self,
              DatelineRelation    relation)
{
  for (guint i = 0; i <= DATELINE_RELATION_SILENT; i++)
    gtk_widget_remove_css_class (self->relation_box, dateline_relation_get_nick ((DatelineRelation) i));
  gtk_widget_add_css_class (self->relation_box, dateline_relation_get_nick (relation));
  gtk_image_set_from_icon_name (self->relation_image, dateline_compare_cell_get_relation_icon (relation));
  gtk_label_set_label (self->relation_label, get_claim_label (relation));
}

/* The row of the list that is around this one gets the focus, and GtkListItem has no name for it before GTK 4.12. */
static void
name_parent (DatelineCompareRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL && self->comparison != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    dateline_claim_get_question (dateline_comparison_get_claim (self->comparison)),
                                    -1);
}

static void
show_comparison (DatelineCompareRow *self)
{
  DatelineClaim *claim = dateline_comparison_get_claim (self->comparison);
  GListModel *articles = dateline_comparison_get_articles (self->comparison);
  const char *note = dateline_item_get_note (DATELINE_ITEM (claim));

  dateline_short_text_show (self->question_label, dateline_claim_get_question (claim), DATELINE_SHORT_TEXT_PARAGRAPH);
  dateline_short_text_show (self->note_label, note, DATELINE_SHORT_TEXT_PAGE);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL && *note != '\0');
  set_relation (self, dateline_comparison_get_relation (self->comparison));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_claim_get_question (claim),
                                  -1);
  name_parent (self);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);
      GtkWidget *cell = dateline_compare_cell_new (self->comparison, article, self->is_card);

      dateline_compare_cell_set_expanded (DATELINE_COMPARE_CELL (cell), self->expanded);
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
    }
}

static void
dateline_compare_row_constructed (GObject *object)
{
  DatelineCompareRow *self = DATELINE_COMPARE_ROW (object);
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  G_OBJECT_CLASS (dateline_compare_row_parent_class)->constructed (object);

  gtk_widget_add_css_class (GTK_WIDGET (self), self->is_card ? "compare-card" : "compare-row");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  self->is_card ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_layout_set_homogeneous (layout, !self->is_card);
  gtk_box_layout_set_spacing (layout, 6);
}

static void
dateline_compare_row_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DatelineCompareRow *self = DATELINE_COMPARE_ROW (object);

  switch (prop_id)
    {
    case PROP_COMPARISON:
      g_value_set_object (value, self->comparison);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    case PROP_IS_CARD:
      g_value_set_boolean (value, self->is_card);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_compare_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DatelineCompareRow *self = DATELINE_COMPARE_ROW (object);

  switch (prop_id)
    {
    case PROP_COMPARISON:
      dateline_compare_row_set_comparison (self, g_value_get_object (value));
      break;
    case PROP_EXPANDED:
      dateline_compare_row_set_expanded (self, g_value_get_boolean (value));
      break;
    case PROP_IS_CARD:
      self->is_card = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_compare_row_dispose (GObject *object)
{
  DatelineCompareRow *self = DATELINE_COMPARE_ROW (object);

  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_COMPARE_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (dateline_compare_row_parent_class)->dispose (object);
}

static void
dateline_compare_row_class_init (DatelineCompareRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_compare_row_constructed;
  object_class->dispose = dateline_compare_row_dispose;
  object_class->get_property = dateline_compare_row_get_property;
  object_class->set_property = dateline_compare_row_set_property;

  /**
   * DatelineCompareRow:comparison: (nullable)
   *
   * What to show.
   */
  properties[PROP_COMPARISON] =
    g_param_spec_object ("comparison", NULL, NULL, DATELINE_TYPE_COMPARISON,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineCompareRow:expanded:
   *
   * Whether the differences are explained.
   */
  properties[PROP_EXPANDED] =
    g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineCompareRow:is-card:
   *
   * Whether the articles stand one below the other.
   */
  properties[PROP_IS_CARD] =
    g_param_spec_boolean ("is-card", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "compare-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-compare-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareRow, question_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareRow, relation_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareRow, relation_image);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareRow, relation_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineCompareRow, note_label);
}

static void
dateline_compare_row_init (DatelineCompareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::parent", G_CALLBACK (name_parent), NULL);
}

/**
 * dateline_compare_row_set_comparison:
 * @self: a `DatelineCompareRow`
 * @comparison: (nullable): what to show
 *
 * Shows another claim.
 */
void
dateline_compare_row_set_comparison (DatelineCompareRow *self,
                                     DatelineComparison *comparison)
{
  g_return_if_fail (DATELINE_IS_COMPARE_ROW (self));
  g_return_if_fail (comparison == NULL || DATELINE_IS_COMPARISON (comparison));

  if (!g_set_object (&self->comparison, comparison))
    return;

  clear_cells (self);
  if (comparison != NULL)
    show_comparison (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARISON]);
}

/**
 * dateline_compare_row_set_expanded:
 * @self: a `DatelineCompareRow`
 * @expanded: whether to explain the differences
 *
 * Explains the differences in a sentence each, or leaves it at words.
 */
void
dateline_compare_row_set_expanded (DatelineCompareRow *self,
                                   gboolean            expanded)
{
  g_return_if_fail (DATELINE_IS_COMPARE_ROW (self));

  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DATELINE_IS_COMPARE_CELL (child))
      dateline_compare_cell_set_expanded (DATELINE_COMPARE_CELL (child), expanded);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}
