/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search of the whole story found, grouped by kind; each result leads to where it stands. */
#include "config.h"

#include "dateline-search-view.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-closures.h"
#include "dateline-row.h"
#include "dateline-search.h"
#include "dateline-short-text.h"
#include "dateline-text.h"

/* Results of each kind while typing: as many rows as can be made within a frame or two. The rest comes when asked for. */
#define FEW_HITS 8
#define MANY_HITS 500

struct _DatelineSearchView
{
  DatelineView parent_instance;

  DatelineSearch *search;
  GListStore     *hits;
  char           *words;
  GtkStack       *search_stack;
  GtkListView    *list_view;
  GtkWidget      *more_button;
};

G_DEFINE_FINAL_TYPE (DatelineSearchView, dateline_search_view, DATELINE_TYPE_VIEW)

static char *
group_title (gpointer      unused,
             DatelineItem *item)
{
  if (item == NULL)
    return g_strdup ("");

  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_PERSON:
      return g_strdup (_("People"));
    case DATELINE_ITEM_EVENT:
      return g_strdup (_("Events"));
    case DATELINE_ITEM_QUOTE:
      return g_strdup (_("Quotes"));
    case DATELINE_ITEM_REACTION:
      return g_strdup (_("Reactions"));
    case DATELINE_ITEM_CLAIM:
    case DATELINE_ITEM_ACCOUNT:
      return g_strdup (_("Claims"));
    case DATELINE_ITEM_ARTICLE:
    default:
      return g_strdup (_("In the Articles"));
    }
}

static char *
hit_icon (gpointer      unused,
          DatelineItem *item)
{
  if (item == NULL)
    return g_strdup ("");

  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_PERSON:
      return g_strdup ("dateline-person-symbolic");
    case DATELINE_ITEM_EVENT:
      return g_strdup (dateline_closures_get_category_icon (dateline_event_get_category (DATELINE_EVENT (item))));
    case DATELINE_ITEM_QUOTE:
      return g_strdup ("dateline-quote-symbolic");
    case DATELINE_ITEM_REACTION:
      return g_strdup ("dateline-reaction-symbolic");
    case DATELINE_ITEM_CLAIM:
    case DATELINE_ITEM_ACCOUNT:
      return g_strdup ("dateline-compare-symbolic");
    case DATELINE_ITEM_ARTICLE:
    default:
      return g_strdup ("dateline-articles-symbolic");
    }
}

static char *
hit_caption (gpointer      unused,
             DatelineItem *item)
{
  if (DATELINE_IS_PERSON (item))
    return dateline_short_text_dup (dateline_person_get_role (DATELINE_PERSON (item)), DATELINE_SHORT_TEXT_LINE);
  if (DATELINE_IS_EVENT (item) && dateline_event_get_date (DATELINE_EVENT (item)) != NULL)
    return dateline_date_format (dateline_event_get_date (DATELINE_EVENT (item)));
  if (DATELINE_IS_QUOTE (item) && dateline_quote_get_speaker (DATELINE_QUOTE (item)) != NULL)
    return dateline_short_text_dup (dateline_person_get_name (dateline_quote_get_speaker (DATELINE_QUOTE (item))),
                                    DATELINE_SHORT_TEXT_LINE);
  if (DATELINE_IS_REACTION (item) && dateline_reaction_get_author (DATELINE_REACTION (item)) != NULL)
    return dateline_short_text_dup (dateline_person_get_name (dateline_reaction_get_author (DATELINE_REACTION (item))),
                                    DATELINE_SHORT_TEXT_LINE);

  return g_strdup ("");
}

static gboolean
has_caption (gpointer      unused,
             DatelineItem *item)
{
  g_autofree char *caption = hit_caption (NULL, item);

  return *caption != '\0';
}

static gboolean
is_object (gpointer unused,
           GObject *object)
{
  return object != NULL;
}

/* Sets the words that were found in bold. */
static PangoAttrList *
hit_attributes (gpointer           unused,
                DatelineSearchHit *hit)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *snippet = hit != NULL ? dateline_search_hit_get_snippet (hit) : "";
  const char * const *words = hit != NULL ? dateline_search_hit_get_words (hit) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *at = snippet;
      const char *start;
      const char *end;

      while (dateline_text_find (at, words[i], &start, &end))
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          bold->start_index = (guint) (start - snippet);
          bold->end_index = (guint) (end - snippet);
          pango_attr_list_insert (attributes, bold);
          at = end;
        }
    }

  return attributes;
}

static const char *
get_view_of (DatelineItem *item)
{
  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_PERSON:
      return "people";
    case DATELINE_ITEM_EVENT:
      return "timeline";
    case DATELINE_ITEM_REACTION:
      return "reactions";
    case DATELINE_ITEM_CLAIM:
    case DATELINE_ITEM_ACCOUNT:
      return "compare";
    case DATELINE_ITEM_ARTICLE:
    case DATELINE_ITEM_QUOTE:
    default:
      return "articles";
    }
}

static void
hit_activated_cb (DatelineSearchView *self,
                  guint               position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
  g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (model, position);
  DatelineItem *item;

  if (hit == NULL)
    return;

  item = dateline_search_hit_get_item (hit);
  dateline_navigator_show (dateline_session_get_navigator (dateline_view_get_session (DATELINE_VIEW (self))),
                           get_view_of (item), item, dateline_search_hit_get_passage (hit));
}

/* The rows are kept and filled anew, which costs a tenth of making them. */
static void
show_hits (DatelineSearchView *self,
           guint               limit)
{
  g_autoptr(GListModel) found = dateline_search_run (self->search, self->words, limit);
  g_autoptr(GListModel) one_more = dateline_search_run (self->search, self->words, limit + 1);
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (found);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (hits, g_list_model_get_item (found, i));
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)), hits->pdata, n);
  gtk_widget_set_visible (self->more_button, g_list_model_get_n_items (one_more) > n);
  gtk_stack_set_visible_child_name (self->search_stack, n > 0 ? "results" : "empty");
}

static void
more_clicked_cb (DatelineSearchView *self)
{
  show_hits (self, MANY_HITS);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
dateline_search_view_dispose (GObject *object)
{
  DatelineSearchView *self = DATELINE_SEARCH_VIEW (object);

  g_clear_object (&self->search);
  g_clear_object (&self->hits);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (dateline_search_view_parent_class)->dispose (object);
}

static void
dateline_search_view_class_init (DatelineSearchViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_search_view_dispose;

  g_type_ensure (DATELINE_TYPE_BADGE);
  g_type_ensure (DATELINE_TYPE_ROW);
  g_type_ensure (DATELINE_TYPE_SEARCH_HIT);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineSearchView, search_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineSearchView, list_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineSearchView, more_button);
  gtk_widget_class_bind_template_callback (widget_class, group_title);
  gtk_widget_class_bind_template_callback (widget_class, hit_icon);
  gtk_widget_class_bind_template_callback (widget_class, hit_caption);
  gtk_widget_class_bind_template_callback (widget_class, has_caption);
  gtk_widget_class_bind_template_callback (widget_class, is_object);
  gtk_widget_class_bind_template_callback (widget_class, hit_attributes);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
dateline_search_view_init (DatelineSearchView *self)
{
  g_autoptr(GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->hits = g_list_store_new (DATELINE_TYPE_SEARCH_HIT);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->hits))));
  gtk_list_view_set_model (self->list_view, selection);
}

/**
 * dateline_search_view_set_words:
 * @self: a `DatelineSearchView`
 * @words: what the reader typed
 *
 * Shows what is found.
 */
void
dateline_search_view_set_words (DatelineSearchView *self,
                                const char         *words)
{
  g_return_if_fail (DATELINE_IS_SEARCH_VIEW (self));
  g_return_if_fail (words != NULL);

  if (self->search == NULL)
    self->search = dateline_search_new (dateline_session_get_story (dateline_view_get_session (DATELINE_VIEW (self))));

  g_free (self->words);
  self->words = g_strdup (words);
  show_hits (self, FEW_HITS);
}

/**
 * dateline_search_view_activate_first:
 * @self: a `DatelineSearchView`
 *
 * Goes to the first result.
 *
 * Returns: %FALSE if there is none
 */
gboolean
dateline_search_view_activate_first (DatelineSearchView *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_VIEW (self), FALSE);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->hits)) == 0)
    return FALSE;

  hit_activated_cb (self, 0);

  return TRUE;
}
