/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an article holds, beside it: people, events, quotes, reactions and claims, each a click from its passage. */
#include "config.h"

#include "dateline-article-margin.h"

#include <glib/gi18n.h>

#include "dateline-article-entry.h"
#include "dateline-closures.h"
#include "dateline-list-update.h"
#include "dateline-row.h"

struct _DatelineArticleMargin
{
  AdwBin parent_instance;

  DatelineSession    *session;
  DatelineArticle    *article;
  GListStore         *entries;
  GtkSingleSelection *selection;
  DatelineItem       *hovered;
  gboolean            is_following;

  GtkStack           *stack;
  GtkListView        *list_view;
};

enum
{
  PROP_0,
  PROP_HOVERED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* In the order in which a reader asks. */
static const struct
{
  DatelineItemKind kind;
  const char      *heading;
} sections[] = {
  { DATELINE_ITEM_PERSON, N_("People") },
  { DATELINE_ITEM_EVENT, N_("Events") },
  { DATELINE_ITEM_QUOTE, N_("Quotes") },
  { DATELINE_ITEM_REACTION, N_("Reactions") },
  { DATELINE_ITEM_ACCOUNT, N_("Claims") },
};

G_DEFINE_FINAL_TYPE (DatelineArticleMargin, dateline_article_margin, ADW_TYPE_BIN)

static gboolean
is_heading (gpointer              unused,
            DatelineArticleEntry *entry)
{
  return entry != NULL && dateline_article_entry_get_item (entry) == NULL;
}

static gboolean
has_several (gpointer unused,
             guint    count)
{
  return count > 1;
}

static char *
format_times (gpointer unused,
              guint    count)
{
  /* Translators: how many times an article names somebody: "5×" */
  return g_strdup_printf (_("%'u×"), count);
}

static void
set_hovered (DatelineArticleMargin *self,
             DatelineItem          *item)
{
  if (g_set_object (&self->hovered, item))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}

static DatelineArticleMargin *
get_margin (GtkEventController *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);

  return DATELINE_ARTICLE_MARGIN (gtk_widget_get_ancestor (row, DATELINE_TYPE_ARTICLE_MARGIN));
}

static void
row_entered_cb (GtkEventController *controller,
                double              x,
                double              y,
                GtkListItem        *list_item)
{
  DatelineArticleEntry *entry = GTK_IS_LIST_ITEM (list_item) ? gtk_list_item_get_item (list_item) : NULL;

  if (entry != NULL)
    set_hovered (get_margin (controller), dateline_article_entry_get_item (entry));
}

static void
row_left_cb (GtkEventController *controller,
             GtkListItem        *list_item)
{
  DatelineArticleMargin *self = get_margin (controller);

  /* A row that is taken away is left too. */
  if (self != NULL)
    set_hovered (self, NULL);
}

static void
row_clipped_cb (GtkWidget   *button,
                GtkListItem *list_item)
{
  GtkWidget *ancestor = gtk_widget_get_ancestor (button, DATELINE_TYPE_ARTICLE_MARGIN);
  DatelineArticleEntry *entry = gtk_list_item_get_item (list_item);

  dateline_clippings_add (dateline_session_get_clippings (DATELINE_ARTICLE_MARGIN (ancestor)->session),
                          dateline_article_entry_get_item (entry),
                          dateline_article_entry_get_next (entry, NULL));
}

static void
go_to_entry (DatelineArticleMargin *self,
             guint                  position)
{
  DatelineNavigator *navigator = dateline_session_get_navigator (self->session);
  g_autoptr(DatelineArticleEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);
  DatelineItem *item = entry != NULL ? dateline_article_entry_get_item (entry) : NULL;

  if (item != NULL)
    dateline_navigator_select (navigator, item,
                               dateline_article_entry_get_next (entry, dateline_navigator_get_passage (navigator)));
}

/* Who opens a row once more goes on to the next passage. */
static void
row_activated_cb (DatelineArticleMargin *self,
                  guint                  position)
{
  go_to_entry (self, position);
}

static guint
find_entry (DatelineArticleMargin *self,
            DatelineItem          *item)
{
  guint n = item != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->entries)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineArticleEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (dateline_article_entry_get_item (entry) == item)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
mark_row (DatelineArticleMargin *self,
          gboolean               scroll)
{
  DatelineItem *item = dateline_navigator_get_selected (dateline_session_get_navigator (self->session));
  guint position = find_entry (self, item);

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;

  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION && scroll)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  self->is_following = FALSE;
}

static void
selection_changed_cb (DatelineArticleMargin *self)
{
  mark_row (self, TRUE);
}

static void
row_selected_cb (DatelineArticleMargin *self)
{
  DatelineArticleEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_following)
    return;

  /* A row of GTK 4.8 cannot say by itself that it is a heading; it is let go again. */
  if (entry != NULL && dateline_article_entry_get_item (entry) == NULL)
    selection_changed_cb (self);
  else
    go_to_entry (self, gtk_single_selection_get_selected (self->selection));
}

static void
add_section (DatelineArticleMargin *self,
             GPtrArray             *all,
             DatelineItemKind       kind,
             const char            *heading)
{
  GListModel *occurrences;
  g_autoptr(GHashTable) entries = g_hash_table_new (NULL, NULL);

  occurrences = dateline_index_get_occurrences (dateline_session_get_index (self->session), self->article);
  for (guint i = 0; i < g_list_model_get_n_items (occurrences); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (occurrences, i);
      DatelineItem *item = dateline_occurrence_get_item (occurrence);
      DatelineArticleEntry *entry;

      if (dateline_item_get_kind (item) != kind)
        continue;

      entry = g_hash_table_lookup (entries, item);
      if (entry == NULL)
        {
          if (g_hash_table_size (entries) == 0)
            g_ptr_array_add (all, dateline_article_entry_new_heading (heading));
          entry = dateline_article_entry_new (item);
          g_hash_table_insert (entries, item, entry);
          g_ptr_array_add (all, entry);
        }
      dateline_article_entry_add_passage (entry, dateline_occurrence_get_passage (occurrence));
    }
}

static GPtrArray *
create_entries (DatelineArticleMargin *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->article != NULL && i < G_N_ELEMENTS (sections); i++)
    add_section (self, all, sections[i].kind, _(sections[i].heading));

  return all;
}

static void
dateline_article_margin_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  DatelineArticleMargin *self = DATELINE_ARTICLE_MARGIN (object);

  switch (prop_id)
    {
    case PROP_HOVERED:
      g_value_set_object (value, dateline_article_margin_get_hovered (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_article_margin_dispose (GObject *object)
{
  DatelineArticleMargin *self = DATELINE_ARTICLE_MARGIN (object);

  /* AdwBin would let go once more of a child that the template took away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_ARTICLE_MARGIN);
  g_clear_object (&self->selection);
  g_clear_object (&self->entries);
  g_clear_object (&self->hovered);
  g_clear_object (&self->article);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_article_margin_parent_class)->dispose (object);
}

static void
dateline_article_margin_class_init (DatelineArticleMarginClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_article_margin_dispose;
  object_class->get_property = dateline_article_margin_get_property;

  g_type_ensure (DATELINE_TYPE_ARTICLE_ENTRY);
  g_type_ensure (DATELINE_TYPE_ROW);

  /**
   * DatelineArticleMargin:hovered: (nullable)
   *
   * The item that the pointer is over.
   */
  properties[PROP_HOVERED] =
    g_param_spec_object ("hovered", NULL, NULL, DATELINE_TYPE_ITEM,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-article-margin.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleMargin, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleMargin, list_view);
  gtk_widget_class_bind_template_callback (widget_class, is_heading);
  gtk_widget_class_bind_template_callback (widget_class, has_several);
  gtk_widget_class_bind_template_callback (widget_class, format_times);
  gtk_widget_class_bind_template_callback (widget_class, row_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_clipped_cb);
  dateline_closures_bind (widget_class);
}

static void
dateline_article_margin_init (DatelineArticleMargin *self)
{
  self->entries = g_list_store_new (DATELINE_TYPE_ARTICLE_ENTRY);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->entries));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_article_margin_set_session:
 * @self: a `DatelineArticleMargin`
 * @session: the session
 *
 * Says what the panel follows. Called once, before an article is set.
 */
void
dateline_article_margin_set_session (DatelineArticleMargin *self,
                                     DatelineSession       *session)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_MARGIN (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (dateline_session_get_navigator (session), "notify::selected",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_article_margin_set_article:
 * @self: a `DatelineArticleMargin`
 * @article: (nullable): an article
 *
 * Lists what an article holds.
 */
void
dateline_article_margin_set_article (DatelineArticleMargin *self,
                                     DatelineArticle       *article)
{
  g_autoptr(GPtrArray) all = NULL;

  g_return_if_fail (DATELINE_IS_ARTICLE_MARGIN (self));
  g_return_if_fail (self->session != NULL);

  if (!g_set_object (&self->article, article))
    return;

  set_hovered (self, NULL);
  all = create_entries (self);
  self->is_following = TRUE;
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), all->pdata, all->len);
  self->is_following = FALSE;
  gtk_stack_set_visible_child_name (self->stack, all->len > 0 ? "list" : "empty");
  selection_changed_cb (self);
}

/**
 * dateline_article_margin_get_entries:
 * @self: a `DatelineArticleMargin`
 *
 * The rows.
 *
 * Returns: (transfer none): a list of `DatelineArticleEntry`
 */
GListModel *
dateline_article_margin_get_entries (DatelineArticleMargin *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_MARGIN (self), NULL);

  return G_LIST_MODEL (self->entries);
}

/**
 * dateline_article_margin_get_hovered:
 * @self: a `DatelineArticleMargin`
 *
 * The item that the pointer is over.
 *
 * Returns: (transfer none) (nullable): the item
 */
DatelineItem *
dateline_article_margin_get_hovered (DatelineArticleMargin *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_MARGIN (self), NULL);

  return self->hovered;
}

/**
 * dateline_article_margin_refresh:
 * @self: a `DatelineArticleMargin`
 *
 * Shows what the article holds now.
 */
void
dateline_article_margin_refresh (DatelineArticleMargin *self)
{
  g_autoptr(GPtrArray) all = NULL;

  g_return_if_fail (DATELINE_IS_ARTICLE_MARGIN (self));

  all = create_entries (self);
  self->is_following = TRUE;
  dateline_list_update (self->entries, all, dateline_article_entry_equal);
  self->is_following = FALSE;
  gtk_stack_set_visible_child_name (self->stack, all->len > 0 ? "list" : "empty");
  mark_row (self, FALSE);
}
