/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search of the whole story found, grouped by kind; each result leads to where it stands. */
#include "config.h"

#include "dateline-search-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-closures.h"
#include "dateline-row.h"
#include "dateline-search-filters.h"
#include "dateline-short-text.h"
#include "dateline-text.h"

/* Another page is fetched when less than this is left below, in pixels. */
#define LEFT_BELOW 600

/* Of the number of results so much is seen in any case. */
#define MIN_COUNT_CHARS 10

struct _DatelineSearchView
{
  DatelineView parent_instance;

  DatelineSearch        *search;
  GtkStack              *search_stack;
  GtkLabel              *count_label;
  DatelineSearchFilters *filters;
  GtkListView           *list_view;
  AdwStatusPage         *empty_page;
  GtkWidget             *clear_button;
};

G_DEFINE_FINAL_TYPE (DatelineSearchView, dateline_search_view, DATELINE_TYPE_VIEW)

static char *
dup_count (guint    n,
           gboolean has_more)
{
  return has_more
           /* Translators: %'u is a number such as 1,000 */
           ? g_strdup_printf (_("More than %'u results"), n)
           : g_strdup_printf (ngettext ("%'u result", "%'u results", n), n);
}

static char *
group_title (gpointer           unused,
             DatelineSearchHit *hit)
{
  return g_strdup (hit != NULL ? dateline_search_filters_get_group_name (dateline_search_hit_get_group (hit)) : "");
}

static char *
group_count (gpointer           unused,
             DatelineSearchHit *hit)
{
  gboolean has_more;
  guint n = hit != NULL ? dateline_search_hit_get_group_size (hit, &has_more) : 0;

  if (n == 0)
    return g_strdup ("");

  return g_strdup_printf (has_more ? "%'u+" : "%'u", n);
}

static GVariant *
group_target (gpointer           unused,
              DatelineSearchHit *hit)
{
  return g_variant_ref_sink (
    g_variant_new_string (hit != NULL ? dateline_search_filters_get_group_nick (dateline_search_hit_get_group (hit)) : ""));
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

/* Who or when it was, unless what was found says so. */
static char *
hit_caption (gpointer           unused,
             DatelineSearchHit *hit)
{
  DatelineItem *item = hit != NULL ? dateline_search_hit_get_item (hit) : NULL;

  if (DATELINE_IS_PERSON (item) && *dateline_search_hit_get_text (hit) == '\0')
    return g_strdup (dateline_person_get_role (DATELINE_PERSON (item)));
  if (DATELINE_IS_EVENT (item) && dateline_event_get_date (DATELINE_EVENT (item)) != NULL)
    return dateline_date_format (dateline_event_get_date (DATELINE_EVENT (item)));
  if (DATELINE_IS_QUOTE (item) && dateline_quote_get_speaker (DATELINE_QUOTE (item)) != NULL)
    return g_strdup (dateline_person_get_name (dateline_quote_get_speaker (DATELINE_QUOTE (item))));
  if (DATELINE_IS_REACTION (item) && dateline_reaction_get_author (DATELINE_REACTION (item)) != NULL)
    return g_strdup (dateline_person_get_name (dateline_reaction_get_author (DATELINE_REACTION (item))));

  return g_strdup ("");
}

static gboolean
has_caption (gpointer           unused,
             DatelineSearchHit *hit)
{
  g_autofree char *caption = hit_caption (NULL, hit);

  return *caption != '\0';
}

static gboolean
is_object (gpointer unused,
           GObject *object)
{
  return object != NULL;
}

static gboolean
is_text (gpointer    unused,
         const char *text)
{
  return text != NULL && *text != '\0';
}

/* Sets what was found in bold. */
static PangoAttrList *
create_attributes (GArray *marks)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      DatelineSearchRange mark = g_array_index (marks, DatelineSearchRange, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = mark.start;
      bold->end_index = mark.end;
      pango_attr_list_insert (attributes, bold);
    }

  return attributes;
}

static PangoAttrList *
title_attributes (gpointer           unused,
                  DatelineSearchHit *hit)
{
  return create_attributes (hit != NULL ? dateline_search_hit_get_title_marks (hit) : NULL);
}

static PangoAttrList *
text_attributes (gpointer           unused,
                 DatelineSearchHit *hit)
{
  return create_attributes (hit != NULL ? dateline_search_hit_get_text_marks (hit) : NULL);
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
  g_autoptr(DatelinePassage) passage = NULL;
  DatelineItem *item = hit != NULL ? dateline_search_hit_get_item (hit) : NULL;

  if (item == NULL)
    return;

  passage = dateline_search_hit_dup_passage (hit);
  dateline_navigator_show (dateline_session_get_navigator (dateline_view_get_session (DATELINE_VIEW (self))),
                           get_view_of (item), item, passage);
}

static void
scrolled_cb (DatelineSearchView *self,
             GtkAdjustment      *adjustment)
{
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) -
                gtk_adjustment_get_value (adjustment);

  if (self->search != NULL && left < LEFT_BELOW)
    dateline_search_load_more (self->search);
}

static void
answered_cb (DatelineSearchView *self)
{
  gboolean has_more;
  guint n = dateline_search_get_count (self->search, dateline_search_get_group (self->search), &has_more);
  gboolean filtered = dateline_search_get_filtered (self->search);
  g_autofree char *count = dup_count (n, has_more);
  g_autofree char *words = dateline_text_abridge (dateline_search_get_words (self->search), 80);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_autofree char *description =
    filtered
      /* Translators: %s is what the reader searched for */
      ? g_strdup_printf (_("Nothing in this story holds “%s” and goes through the filters."), escaped)
      : g_strdup_printf (_("Nothing in this story holds “%s”. Try other words, or fewer of them; words in quotation marks "
                           "are found together."), escaped);

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list_view)), 0);
  gtk_label_set_label (self->count_label, count);
  /* The filters take what room they can get. */
  gtk_label_set_width_chars (self->count_label, (int) MIN (g_utf8_strlen (count, -1), MIN_COUNT_CHARS));
  adw_status_page_set_description (self->empty_page, description);
  gtk_widget_set_visible (self->clear_button, filtered);
  gtk_stack_set_visible_child_name (self->search_stack,
                                    g_list_model_get_n_items (dateline_search_get_hits (self->search)) > 0 ? "results" : "empty");
}

/* A story that is kept in a file from now on is searched there. */
static void
renew_search (DatelineSearchView *self)
{
  DatelineSession *session = dateline_view_get_session (DATELINE_VIEW (self));
  g_autofree char *words = g_strdup (self->search != NULL ? dateline_search_get_words (self->search) : "");
  g_autoptr(GtkSelectionModel) selection = NULL;
  g_autoptr(GSimpleActionGroup) actions = NULL;

  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
  self->search = dateline_search_new (dateline_session_get_story (session), dateline_session_get_file (session));
  g_signal_connect_object (self->search, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);

  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (dateline_search_get_hits (self->search))));
  gtk_list_view_set_model (self->list_view, selection);
  actions = dateline_search_filters_set_up (self->filters, self->search, dateline_session_get_story (session));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "search", G_ACTION_GROUP (actions));
  dateline_search_set_words (self->search, words);
}

static void
dateline_search_view_constructed (GObject *object)
{
  DatelineSearchView *self = DATELINE_SEARCH_VIEW (object);

  G_OBJECT_CLASS (dateline_search_view_parent_class)->constructed (object);

  renew_search (self);
  g_signal_connect_object (dateline_view_get_session (DATELINE_VIEW (self)), "notify::file",
                           G_CALLBACK (renew_search), self, G_CONNECT_SWAPPED);
}

static void
dateline_search_view_dispose (GObject *object)
{
  DatelineSearchView *self = DATELINE_SEARCH_VIEW (object);

  g_clear_object (&self->search);

  G_OBJECT_CLASS (dateline_search_view_parent_class)->dispose (object);
}

static void
dateline_search_view_class_init (DatelineSearchViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_search_view_constructed;
  object_class->dispose = dateline_search_view_dispose;

  g_type_ensure (DATELINE_TYPE_BADGE);
  g_type_ensure (DATELINE_TYPE_ROW);
  g_type_ensure (DATELINE_TYPE_SEARCH_FILTERS);
  g_type_ensure (DATELINE_TYPE_SEARCH_HIT);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineSearchView, search_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineSearchView, list_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineSearchView, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineSearchView, filters);
  gtk_widget_class_bind_template_child (widget_class, DatelineSearchView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DatelineSearchView, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, group_title);
  gtk_widget_class_bind_template_callback (widget_class, group_count);
  gtk_widget_class_bind_template_callback (widget_class, group_target);
  gtk_widget_class_bind_template_callback (widget_class, hit_icon);
  gtk_widget_class_bind_template_callback (widget_class, hit_caption);
  gtk_widget_class_bind_template_callback (widget_class, has_caption);
  gtk_widget_class_bind_template_callback (widget_class, is_object);
  gtk_widget_class_bind_template_callback (widget_class, is_text);
  gtk_widget_class_bind_template_callback (widget_class, title_attributes);
  gtk_widget_class_bind_template_callback (widget_class, text_attributes);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
}

static void
dateline_search_view_init (DatelineSearchView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_search_view_set_words:
 * @self: a `DatelineSearchView`
 * @words: what the reader typed
 *
 * Shows what is found, as soon as it is. Until then, what was found before stays.
 */
void
dateline_search_view_set_words (DatelineSearchView *self,
                                const char         *words)
{
  g_return_if_fail (DATELINE_IS_SEARCH_VIEW (self));
  g_return_if_fail (words != NULL);

  dateline_search_set_words (self->search, words);
}

/**
 * dateline_search_view_activate_first:
 * @self: a `DatelineSearchView`
 *
 * Goes to the first result of what was typed last.
 *
 * Returns: %FALSE if there is none
 */
gboolean
dateline_search_view_activate_first (DatelineSearchView *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_VIEW (self), FALSE);

  /* Return may come before the results of the last key do. */
  dateline_search_finish (self->search, NULL);
  if (g_list_model_get_n_items (dateline_search_get_hits (self->search)) == 0)
    return FALSE;

  hit_activated_cb (self, 0);

  return TRUE;
}

/**
 * dateline_search_view_enter:
 * @self: a `DatelineSearchView`
 *
 * Moves the focus to the first result.
 *
 * Returns: %FALSE if there is none
 */
gboolean
dateline_search_view_enter (DatelineSearchView *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_VIEW (self), FALSE);

  dateline_search_finish (self->search, NULL);
  if (g_list_model_get_n_items (dateline_search_get_hits (self->search)) == 0)
    return FALSE;

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list_view)), 0);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
