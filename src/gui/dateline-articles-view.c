/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles of a story: the list, the reader with its margin panel, or two articles side by side. */
#include "config.h"

#include "dateline-articles-view.h"

#include <glib/gi18n.h>

#include "dateline-adaptive-box.h"
#include "dateline-article-margin.h"
#include "dateline-article-page.h"
#include "dateline-article-pair.h"
#include "dateline-article-rows.h"
#include "dateline-badge.h"
#include "dateline-closures.h"
#include "dateline-empty-page.h"
#include "dateline-item-keys.h"
#include "dateline-row.h"

struct _DatelineArticlesView
{
  DatelineView parent_instance;

  DatelineArticleRows   *rows;
  GtkSingleSelection    *selection;
  DatelineArticleEntry  *selected_row; /* unowned: the selection holds it */
  gboolean               is_following;
  gboolean               wants_panel; /* where there is room for it */
  DatelineArticlePair   *pair;        /* unowned: a page of the stack, made when it is first wanted */

  GtkStack              *stack;
  DatelineAdaptiveBox   *box;
  GtkListView           *list_view;
  GtkWidget             *back_button;
  GtkToggleButton       *people_button;
  GtkToggleButton       *quotes_button;
  GtkToggleButton       *dates_button;
  GtkToggleButton       *reactions_button;
  GtkToggleButton       *compare_button;
  AdwButtonContent      *compare_content;
  GtkToggleButton       *panel_button;
  GtkStack              *mode_stack;
  DatelineAdaptiveBox   *panel_box;
  DatelineArticleMargin *margin;
  DatelineArticlePage   *page;
};

G_DEFINE_FINAL_TYPE (DatelineArticlesView, dateline_articles_view, DATELINE_TYPE_VIEW)

static DatelineNavigator *
get_navigator (DatelineArticlesView *self)
{
  return dateline_session_get_navigator (dateline_view_get_session (DATELINE_VIEW (self)));
}

static GListModel *
get_articles (DatelineArticlesView *self)
{
  return dateline_story_get_articles (dateline_session_get_story (dateline_view_get_session (DATELINE_VIEW (self))));
}

static gboolean
is_list_alone (DatelineArticlesView *self)
{
  return dateline_adaptive_box_get_folded (self->box) && !dateline_adaptive_box_get_show_content (self->box);
}

/* The list shows which article is open; alone, it shows none, so that every row can be picked. */
static void
update_list (DatelineArticlesView *self)
{
  DatelineArticle *article = dateline_article_page_get_article (self->page);
  guint position = GTK_INVALID_LIST_POSITION;

  if (article != NULL && !is_list_alone (self))
    position = dateline_article_get_position (article);

  self->is_following = TRUE;
  if (gtk_single_selection_get_selected (self->selection) != position)
    {
      gtk_single_selection_set_selected (self->selection, position);
      if (position != GTK_INVALID_LIST_POSITION)
        gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
    }
  self->is_following = FALSE;
}

static void
set_article (DatelineArticlesView *self,
             DatelineArticle      *article)
{
  dateline_article_page_set_article (self->page, article);
  dateline_article_margin_set_article (self->margin, article);
  if (self->pair != NULL && article != NULL && gtk_toggle_button_get_active (self->compare_button))
    dateline_article_pair_set_article (self->pair, article);
  update_list (self);
}

static void
row_selected_cb (DatelineArticlesView *self)
{
  DatelineArticleEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  gboolean is_same = entry == self->selected_row;

  self->selected_row = entry;
  /* Where the story moves an article the selection goes, and it is the same as before. */
  if (self->is_following || entry == NULL || is_same)
    return;

  dateline_adaptive_box_set_show_content (self->box, TRUE);
  dateline_navigator_select (get_navigator (self), dateline_article_entry_get_item (entry), NULL);
}

static void
article_changed_cb (DatelineArticlesView *self)
{
  DatelineArticle *article = dateline_navigator_get_article (get_navigator (self));

  if (article != NULL && !dateline_view_is_stale (DATELINE_VIEW (self)))
    set_article (self, article);
}

/* Folded, the panel covers the article: who follows a row of it wants to see where it leads. */
static void
passage_changed_cb (DatelineArticlesView *self)
{
  if (dateline_adaptive_box_get_folded (self->panel_box))
    gtk_toggle_button_set_active (self->panel_button, FALSE);
}

static void
revealed_cb (DatelineArticlesView *self)
{
  DatelineNavigator *navigator = get_navigator (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    dateline_view_catch_up (DATELINE_VIEW (self));
  if (dateline_navigator_get_article (navigator) == NULL ||
      g_strcmp0 (dateline_navigator_get_view (navigator), "articles") != 0)
    return;

  dateline_adaptive_box_set_show_content (self->box, TRUE);
  passage_changed_cb (self);
}

static void
back_clicked_cb (DatelineArticlesView *self)
{
  gtk_toggle_button_set_active (self->compare_button, FALSE);
  dateline_adaptive_box_set_show_content (self->box, FALSE);
}

static void
folded_cb (DatelineArticlesView *self)
{
  gboolean folded = dateline_adaptive_box_get_folded (self->box);

  gtk_widget_set_visible (self->back_button, folded);
  if (self->pair != NULL)
    dateline_article_pair_set_stacked (self->pair, folded);
  adw_button_content_set_label (self->compare_content, folded ? "" : C_("side by side", "Compare"));
  update_list (self);
}

/* Two articles need the room of the list and of the panel. */
static void
update_mode (DatelineArticlesView *self)
{
  gboolean active = gtk_toggle_button_get_active (self->compare_button);

  if (active && self->pair == NULL)
    {
      self->pair = DATELINE_ARTICLE_PAIR (dateline_article_pair_new (dateline_view_get_session (DATELINE_VIEW (self)),
                                                                     dateline_view_get_settings (DATELINE_VIEW (self))));
      dateline_article_pair_set_stacked (self->pair, dateline_adaptive_box_get_folded (self->box));
      gtk_stack_add_named (self->mode_stack, GTK_WIDGET (self->pair), "pair");
    }
  if (active)
    dateline_article_pair_set_article (self->pair, dateline_article_page_get_article (self->page));

  gtk_stack_set_visible_child_name (self->mode_stack, active ? "pair" : "reader");
  dateline_adaptive_box_set_show_sidebar (self->box, !active);
  gtk_widget_set_visible (GTK_WIDGET (self->panel_button), !active);
}

static void
update_panel (DatelineArticlesView *self)
{
  gboolean active = gtk_toggle_button_get_active (self->panel_button);

  if (!dateline_adaptive_box_get_folded (self->panel_box))
    self->wants_panel = active;
  dateline_adaptive_box_set_show_sidebar (self->panel_box, active);
  dateline_adaptive_box_set_show_content (self->panel_box, !active);
}

/* Where there is no room for both the article comes first. */
static void
panel_folded_cb (DatelineArticlesView *self)
{
  gtk_toggle_button_set_active (self->panel_button,
                                self->wants_panel && !dateline_adaptive_box_get_folded (self->panel_box));
}

static void
zoom (DatelineArticlesView *self,
      int                   by)
{
  DatelineSettings *settings = dateline_view_get_settings (DATELINE_VIEW (self));
  int size = dateline_settings_get_int (settings, "text-size");

  if (by == 0)
    dateline_settings_reset (settings, "text-size");
  else
    g_object_set (settings, "text-size", CLAMP (size + by, 12, 28), NULL);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  zoom (DATELINE_ARTICLES_VIEW (widget), 1);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  zoom (DATELINE_ARTICLES_VIEW (widget), -1);
}

static void
zoom_reset_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  zoom (DATELINE_ARTICLES_VIEW (widget), 0);
}

/* Other views zoom with the same keys. */
static gboolean
zoom_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  zoom (DATELINE_ARTICLES_VIEW (widget), GPOINTER_TO_INT (user_data));

  return TRUE;
}

static gboolean
scroll_cb (DatelineArticlesView     *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  zoom (self, dy < 0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

static void
add_zoom_key (GtkEventController *controller,
              const char         *keys,
              int                 by)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                                          gtk_callback_action_new (zoom_key_cb, GINT_TO_POINTER (by), NULL)));
}

static void
add_controllers (DatelineArticlesView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_zoom_key (controller, "<Control>plus|<Control>equal|<Control>KP_Add", 1);
  add_zoom_key (controller, "<Control>minus|<Control>KP_Subtract", -1);
  add_zoom_key (controller, "<Control>0|<Control>KP_0", 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                                GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
count_articles (DatelineArticlesView *self)
{
  guint n = g_list_model_get_n_items (get_articles (self));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "articles" : "empty");
  if (n < 2)
    gtk_toggle_button_set_active (self->compare_button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare_button), n > 1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->compare_button),
                               n > 1 ? _("Read Two Articles Side by Side") : _("This story has only one article"));
}

/* What to read when nobody says: what is read now, else what has its place in the list, else the first. */
static DatelineArticle *
dup_next (DatelineArticlesView *self)
{
  DatelineStory *story = dateline_session_get_story (dateline_view_get_session (DATELINE_VIEW (self)));
  DatelineArticle *article = dateline_article_page_get_article (self->page);
  guint n = g_list_model_get_n_items (get_articles (self));
  guint position = 0;

  if (article != NULL && dateline_story_find (story, DATELINE_ITEM (article), NULL))
    return g_object_ref (article);
  if (article != NULL && n > 0)
    position = MIN (dateline_article_get_position (article), n - 1);

  return g_list_model_get_item (get_articles (self), position);
}

static void
dateline_articles_view_refresh (DatelineView *view)
{
  DatelineArticlesView *self = DATELINE_ARTICLES_VIEW (view);
  DatelineArticle *selected = dateline_navigator_get_article (get_navigator (self));
  DatelineArticle *shown = dateline_article_page_get_article (self->page);
  g_autoptr(DatelineArticle) article = selected != NULL ? g_object_ref (selected) : dup_next (self);

  count_articles (self);
  dateline_article_rows_refresh (self->rows);
  if (article == shown)
    {
      dateline_article_page_refresh (self->page);
      dateline_article_margin_refresh (self->margin);
      update_list (self);
    }
  if (self->pair != NULL && g_list_model_get_n_items (get_articles (self)) > 1)
    dateline_article_pair_refresh (self->pair);
  if (article != shown)
    set_article (self, article);
}

static void
dateline_articles_view_constructed (GObject *object)
{
  DatelineArticlesView *self = DATELINE_ARTICLES_VIEW (object);
  DatelineSession *session = dateline_view_get_session (DATELINE_VIEW (self));
  DatelineSettings *settings = dateline_view_get_settings (DATELINE_VIEW (self));
  DatelineNavigator *navigator = dateline_session_get_navigator (session);
  g_autoptr(DatelineArticle) first = NULL;
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  G_OBJECT_CLASS (dateline_articles_view_parent_class)->constructed (object);

  dateline_article_page_set_context (self->page, session, settings);
  dateline_article_margin_set_session (self->margin, session);
  g_object_bind_property (settings, "show-people-marks", self->people_button, "active", flags);
  g_object_bind_property (settings, "show-quote-marks", self->quotes_button, "active", flags);
  g_object_bind_property (settings, "show-date-marks", self->dates_button, "active", flags);
  g_object_bind_property (settings, "show-reaction-marks", self->reactions_button, "active", flags);

  self->rows = dateline_article_rows_new (dateline_session_get_story (session), dateline_session_get_index (session));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  dateline_item_keys_add_menu (GTK_WIDGET (self->list_view));
  dateline_item_keys_add_dragging (GTK_WIDGET (self->list_view), DATELINE_ITEM_ARTICLE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (navigator, "notify::article", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::passage", G_CALLBACK (passage_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "reveal", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->margin, "hovered", dateline_article_page_get_text (self->page), "hovered",
                          G_BINDING_DEFAULT);

  count_articles (self);
  first = g_list_model_get_item (get_articles (self), 0);
  if (dateline_navigator_get_article (navigator) != NULL)
    {
      dateline_adaptive_box_set_show_content (self->box, TRUE);
      set_article (self, dateline_navigator_get_article (navigator));
    }
  else if (first != NULL)
    {
      set_article (self, first);
      /* What is read is selected, so that it can be edited. */
      if (dateline_navigator_get_selected (navigator) == NULL)
        dateline_navigator_select (navigator, DATELINE_ITEM (first), NULL);
    }
}

static void
dateline_articles_view_dispose (GObject *object)
{
  DatelineArticlesView *self = DATELINE_ARTICLES_VIEW (object);

  /* AdwBin would let go once more of a child that the template took away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_ARTICLES_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (dateline_articles_view_parent_class)->dispose (object);
}

static void
dateline_articles_view_class_init (DatelineArticlesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DATELINE_VIEW_CLASS (klass)->refresh = dateline_articles_view_refresh;

  object_class->constructed = dateline_articles_view_constructed;
  object_class->dispose = dateline_articles_view_dispose;

  g_type_ensure (DATELINE_TYPE_ADAPTIVE_BOX);
  g_type_ensure (DATELINE_TYPE_ARTICLE_ENTRY);
  g_type_ensure (DATELINE_TYPE_ARTICLE_MARGIN);
  g_type_ensure (DATELINE_TYPE_ARTICLE_PAGE);
  g_type_ensure (DATELINE_TYPE_BADGE);
  g_type_ensure (DATELINE_TYPE_EMPTY_PAGE);
  g_type_ensure (DATELINE_TYPE_ROW);

  gtk_widget_class_install_action (widget_class, "articles.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "articles.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "articles.zoom-reset", NULL, zoom_reset_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-articles-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, box);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, list_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, back_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, people_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, quotes_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, dates_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, reactions_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, compare_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, compare_content);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, panel_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, mode_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, panel_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, margin);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlesView, page);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_mode);
  gtk_widget_class_bind_template_callback (widget_class, update_panel);
  gtk_widget_class_bind_template_callback (widget_class, panel_folded_cb);
  dateline_closures_bind (widget_class);
}

static void
dateline_articles_view_init (DatelineArticlesView *self)
{
  self->wants_panel = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_controllers (self);
}
