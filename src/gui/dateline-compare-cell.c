/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one article answers to a question: how that stands to the other answers, in a word, and the wordings. */
#include "config.h"

#include "dateline-compare-cell.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-context-menu.h"
#include "dateline-short-text.h"
#include "dateline-text.h"
#include "dateline-view.h"

/* Characters of a wording: the rest is read where it stands. */
#define MAX_WORDING 200

struct _DatelineCompareCell
{
  GtkWidget parent_instance;

  DatelineComparison *comparison;
  DatelineArticle    *article;
  GPtrArray          *explanations; /* not owned: labels in the cell */
  DatelineAccount    *menu_account; /* not owned: whose menu was opened last */
  GtkWidget          *menu;
};

G_DEFINE_FINAL_TYPE (DatelineCompareCell, dateline_compare_cell, GTK_TYPE_WIDGET)

static DatelineSession *
get_session (GtkWidget *widget)
{
  return dateline_view_get_session (DATELINE_VIEW (gtk_widget_get_ancestor (widget, DATELINE_TYPE_VIEW)));
}

static DatelineAccount *
get_account (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "account");
}

static void
show_account (DatelineCompareCell *self,
              DatelineAccount     *account)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (DATELINE_ITEM (account));

  dateline_navigator_show (dateline_session_get_navigator (get_session (GTK_WIDGET (self))), "articles",
                           DATELINE_ITEM (dateline_comparison_get_claim (self->comparison)), passage);
}

static void
clip_account (DatelineCompareCell *self,
              DatelineAccount     *account)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (DATELINE_ITEM (account));

  dateline_clippings_add (dateline_session_get_clippings (get_session (GTK_WIDGET (self))),
                          DATELINE_ITEM (dateline_comparison_get_claim (self->comparison)), passage);
}

static void
wording_clicked_cb (DatelineCompareCell *self,
                    GtkWidget           *button)
{
  show_account (self, get_account (button));
}

static void
clip_clicked_cb (DatelineCompareCell *self,
                 GtkWidget           *button)
{
  clip_account (self, get_account (button));
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineCompareCell *self = DATELINE_COMPARE_CELL (widget);

  if (self->menu_account != NULL)
    show_account (self, self->menu_account);
}

static void
clip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineCompareCell *self = DATELINE_COMPARE_CELL (widget);

  if (self->menu_account != NULL)
    clip_account (self, self->menu_account);
}

static void
menu_pressed_cb (DatelineCompareCell *self,
                 int                  n_press,
                 double               x,
                 double               y,
                 GtkGesture          *gesture)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (self->menu == NULL)
    {
      g_autoptr(GMenu) menu = g_menu_new ();

      g_menu_append (menu, _("_Show in Article"), "compare-cell.show");
      g_menu_append (menu, _("_Add to Clippings"), "compare-cell.clip");
      self->menu = dateline_context_menu_new (GTK_WIDGET (self), G_MENU_MODEL (menu));
    }

  self->menu_account = get_account (button);
  if (!gtk_widget_compute_point (button, GTK_WIDGET (self), &point, &point))
    return;
  dateline_context_menu_set_item (self->menu, DATELINE_ITEM (self->menu_account));
  dateline_context_menu_popup (self->menu, point.x, point.y);
}

/**
 * dateline_compare_cell_get_relation_icon:
 * @relation: a relation
 *
 * The shape that stands for a relation beside its word.
 *
 * Returns: an icon name
 */
const char *
dateline_compare_cell_get_relation_icon (DatelineRelation relation)
{
  switch (relation)
    {
    case DATELINE_RELATION_AGREE:
      return "dateline-diff-agree-symbolic";
    case DATELINE_RELATION_ROUNDING:
      return "dateline-diff-rounding-symbolic";
    case DATELINE_RELATION_PRECISION:
      return "dateline-diff-precision-symbolic";
    case DATELINE_RELATION_CONTRADICTION:
      return "dateline-diff-contradiction-symbolic";
    case DATELINE_RELATION_ONLY_HERE:
      return "dateline-diff-only-here-symbolic";
    case DATELINE_RELATION_SILENT:
    default:
      return "dateline-diff-silent-symbolic";
    }
}

static GtkWidget *
create_relation (DatelineRelation relation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (dateline_relation_get_label (relation));
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", dateline_compare_cell_get_relation_icon (relation),
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  gtk_widget_add_css_class (box, "relation");
  gtk_widget_add_css_class (box, dateline_relation_get_nick (relation));
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
create_wording (DatelineCompareCell *self,
                DatelineAccount     *account,
                const char          *explanation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *clip = gtk_button_new_from_icon_name ("dateline-clip-symbolic");
  g_autofree char *wording = dateline_text_abridge (dateline_account_get_wording (account), MAX_WORDING);
  /* Translators: the quotation marks of your language around the words of an article */
  g_autofree char *text = g_strdup_printf (C_("quotation", "“%s”"), wording);
  /* Translators: the tooltip of the words of an article: what they say compared with others, and what a click does */
  g_autofree char *tooltip = g_strdup_printf (_("%s\nShow in the article"), explanation);
  GtkWidget *label = gtk_label_new (NULL);
  GtkGesture *gesture = gtk_gesture_click_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  /* A hyphen that nobody wrote would be a misquotation. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  dateline_short_text_show (GTK_LABEL (label), text, DATELINE_SHORT_TEXT_PARAGRAPH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "compare-wording");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "compare-link");
  gtk_widget_set_hexpand (button, TRUE);
  dateline_short_text_tooltip (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), "account", account);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (wording_clicked_cb), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_set_valign (clip, GTK_ALIGN_START);
  gtk_widget_add_css_class (clip, "flat");
  gtk_widget_add_css_class (clip, "compare-clip");
  gtk_widget_set_tooltip_text (clip, _("Add to Clippings"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (clip), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add to Clippings"), -1);
  g_object_set_data (G_OBJECT (clip), "account", account);
  g_signal_connect_swapped (clip, "clicked", G_CALLBACK (clip_clicked_cb), self);

  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), clip);

  return box;
}

static void
add_explanation (DatelineCompareCell *self,
                 const char          *explanation)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  dateline_short_text_show (GTK_LABEL (label), explanation, DATELINE_SHORT_TEXT_PARAGRAPH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "compare-explanation");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_ptr_array_add (self->explanations, label);
}

/* Wordings that mean the same have the same to say: they stand together, and it is said once. */
static void
add_accounts (DatelineCompareCell *self,
              GPtrArray           *accounts)
{
  g_autoptr(GPtrArray) explanations = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < accounts->len; i++)
    g_ptr_array_add (explanations,
                     dateline_comparison_dup_explanation (self->comparison, g_ptr_array_index (accounts, i)));

  for (guint i = 0; i < accounts->len; i++)
    {
      const char *explanation = g_ptr_array_index (explanations, i);
      guint first;

      if (g_ptr_array_find_with_equal_func (explanations, explanation, g_str_equal, &first) && first < i)
        continue;

      for (guint j = i; j < accounts->len; j++)
        if (g_str_equal (g_ptr_array_index (explanations, j), explanation))
          gtk_widget_set_parent (create_wording (self, g_ptr_array_index (accounts, j), explanation), GTK_WIDGET (self));
      if (*explanation != '\0')
        add_explanation (self, explanation);
    }
}

static void
add_title (DatelineCompareCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_silent = g_list_model_get_n_items (dateline_comparison_get_accounts (self->comparison, self->article)) == 0;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  dateline_short_text_show (GTK_LABEL (label), dateline_article_get_headline (self->article), DATELINE_SHORT_TEXT_LINE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), dateline_badge_new (self->article, is_silent));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
fill (DatelineCompareCell *self)
{
  /* The gravest first; the word stands once above all wordings that it is true of. */
  static const DatelineRelation ranks[] = {
    DATELINE_RELATION_CONTRADICTION, DATELINE_RELATION_ROUNDING, DATELINE_RELATION_PRECISION,
    DATELINE_RELATION_ONLY_HERE, DATELINE_RELATION_AGREE
  };
  GListModel *accounts = dateline_comparison_get_accounts (self->comparison, self->article);
  guint n = g_list_model_get_n_items (accounts);

  if (n == 0)
    gtk_widget_set_parent (create_relation (DATELINE_RELATION_SILENT), GTK_WIDGET (self));

  for (guint rank = 0; rank < G_N_ELEMENTS (ranks); rank++)
    {
      g_autoptr(GPtrArray) related = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < n; i++)
        {
          g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);

          if (dateline_comparison_get_account_relation (self->comparison, account) == ranks[rank])
            g_ptr_array_add (related, g_steal_pointer (&account));
        }

      if (related->len > 0)
        gtk_widget_set_parent (create_relation (ranks[rank]), GTK_WIDGET (self));
      add_accounts (self, related);
    }
}

static void
dateline_compare_cell_dispose (GObject *object)
{
  DatelineCompareCell *self = DATELINE_COMPARE_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->menu = NULL;
  g_clear_pointer (&self->explanations, g_ptr_array_unref);
  g_clear_object (&self->comparison);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (dateline_compare_cell_parent_class)->dispose (object);
}

static void
dateline_compare_cell_class_init (DatelineCompareCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_compare_cell_dispose;

  gtk_widget_class_install_action (widget_class, "compare-cell.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "compare-cell.clip", NULL, clip_action);
  gtk_widget_class_set_css_name (widget_class, "compare-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dateline_compare_cell_init (DatelineCompareCell *self)
{
  self->explanations = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

/**
 * dateline_compare_cell_new:
 * @comparison: the comparison
 * @article: whose answers to show
 * @is_titled: whether to name the article above them
 *
 * Creates a cell.
 *
 * Returns: (transfer floating): a new cell
 */
GtkWidget *
dateline_compare_cell_new (DatelineComparison *comparison,
                           DatelineArticle    *article,
                           gboolean            is_titled)
{
  DatelineCompareCell *self;
  DatelineRelation relation;
  g_autofree char *name = NULL;

  g_return_val_if_fail (DATELINE_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);

  self = g_object_new (DATELINE_TYPE_COMPARE_CELL, NULL);
  self->comparison = g_object_ref (comparison);
  self->article = g_object_ref (article);

  relation = dateline_comparison_get_article_relation (comparison, article);
  gtk_widget_add_css_class (GTK_WIDGET (self), dateline_relation_get_nick (relation));
  /* Translators: how an article's answer stands to those of others; the first %s is the letter of the article */
  name = g_strdup_printf (_("Article %s: %s"), dateline_article_get_badge (article),
                          dateline_relation_get_label (relation));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (is_titled)
    add_title (self);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * dateline_compare_cell_set_expanded:
 * @self: a `DatelineCompareCell`
 * @expanded: whether to explain the relations
 *
 * Shows or hides the sentences that explain the relations.
 */
void
dateline_compare_cell_set_expanded (DatelineCompareCell *self,
                                    gboolean             expanded)
{
  g_return_if_fail (DATELINE_IS_COMPARE_CELL (self));

  for (guint i = 0; i < self->explanations->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->explanations, i), expanded);
}
