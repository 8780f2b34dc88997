/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side panel of the reactions: words to look for, and a chart for every dimension, whose bars filter. */
#include "config.h"

#include "dateline-reaction-charts.h"

#include <glib/gi18n.h>

#include "dateline-bar-chart.h"
#include "dateline-focus-keeper.h"

struct _DatelineReactionCharts
{
  AdwBin parent_instance;

  DatelineSession        *session;
  DatelineReactionFilter *filter;
  GtkSearchEntry         *search_entry;
  GtkBox                 *charts_box;
  DatelineBarChart       *charts[DATELINE_N_REACTION_FACETS]; /* NULL for one that has no chart */
  GPtrArray              *keys[DATELINE_N_REACTION_FACETS];   /* of strings, as the bars stand */
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_FILTER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Which dimensions have a chart, from the top. What a post answers is shown by the groups on the wall. */
static const DatelineReactionFacet charted[] = {
  DATELINE_REACTION_FACET_THEME,
  DATELINE_REACTION_FACET_DAY,
  DATELINE_REACTION_FACET_PLATFORM,
  DATELINE_REACTION_FACET_ARTICLE,
  DATELINE_REACTION_FACET_HASHTAG,
  DATELINE_REACTION_FACET_AUTHOR,
};

/* One bar to be, while they are put in order. */
typedef struct
{
  DatelineReactionFacet facet;
  const char           *key;
  char                 *label;
  char                 *sort_key;
  guint                 count;
  DatelineArticle      *article;
} Entry;

G_DEFINE_FINAL_TYPE (DatelineReactionCharts, dateline_reaction_charts, ADW_TYPE_BIN)

static void
entry_free (Entry *entry)
{
  g_free (entry->label);
  g_free (entry->sort_key);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = *(const Entry * const *) a;
  const Entry *second = *(const Entry * const *) b;

  if (first->facet == DATELINE_REACTION_FACET_DAY)
    return strcmp (first->key, second->key);
  if (first->article != NULL && second->article != NULL)
    return (int) dateline_article_get_position (first->article) - (int) dateline_article_get_position (second->article);
  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return strcmp (first->sort_key, second->sort_key);
}

static GPtrArray *
sort_entries (DatelineReactionCharts *self,
              DatelineReactionFacet   facet,
              GHashTable             *counts)
{
  DatelineStory *story = dateline_session_get_story (self->session);
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  GHashTableIter iter;
  gpointer key;
  gpointer count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->facet = facet;
      entry->key = key;
      entry->label = dateline_reaction_facet_dup_label (facet, story, key);
      entry->sort_key = g_utf8_collate_key (entry->label, -1);
      entry->count = GPOINTER_TO_UINT (count);
      if (facet == DATELINE_REACTION_FACET_ARTICLE)
        entry->article = DATELINE_ARTICLE (dateline_story_lookup (story, key));
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);

  return entries;
}

static void
fill_chart (DatelineReactionCharts *self,
            DatelineReactionFacet   facet,
            GHashTable             *counts,
            guint                   n_reactions)
{
  g_autoptr(GPtrArray) entries = sort_entries (self, facet, counts);
  gboolean tells = FALSE;

  dateline_bar_chart_clear (self->charts[facet]);
  g_ptr_array_set_size (self->keys[facet], 0);
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      dateline_bar_chart_add (self->charts[facet], entry->key, entry->label, entry->article);
      g_ptr_array_add (self->keys[facet], g_strdup (entry->key));
      if (entry->count < n_reactions)
        tells = TRUE;
    }

  /* Where all are the same there is nothing to choose. */
  gtk_widget_set_visible (GTK_WIDGET (self->charts[facet]), tells);
}

static void
count_reactions (DatelineReactionCharts *self,
                 DatelineReactionFilter *filter,
                 GHashTable             *counts[DATELINE_N_REACTION_FACETS])
{
  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    counts[facet] = self->charts[facet] != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  dateline_reaction_filter_count (filter, dateline_story_get_reactions (dateline_session_get_story (self->session)),
                                  counts);
}

static void
clear_counts (GHashTable *counts[DATELINE_N_REACTION_FACETS])
{
  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    g_clear_pointer (&counts[facet], g_hash_table_unref);
}

static void
update_counts (DatelineReactionCharts *self)
{
  GHashTable *counts[DATELINE_N_REACTION_FACETS];
  DatelineStory *story = dateline_session_get_story (self->session);

  count_reactions (self, self->filter, counts);
  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    for (guint i = 0; self->charts[facet] != NULL && i < self->keys[facet]->len; i++)
      {
        const char *key = g_ptr_array_index (self->keys[facet], i);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts[facet], key));
        g_autofree char *label = dateline_reaction_facet_dup_label (facet, story, key);
        /* Translators: a bar of a chart, for a screen reader: "courage: 6 reactions" */
        g_autofree char *name = g_strdup_printf (ngettext ("%s: %'u reaction", "%s: %'u reactions", n), label, n);

        dateline_bar_chart_set (self->charts[facet], key, n, name,
                                dateline_reaction_filter_contains (self->filter, facet, key));
      }
  clear_counts (counts);
}

/* The bars stand as the whole story counts them, and stay there: only their lengths follow the filters. */
static void
fill_charts (DatelineReactionCharts *self)
{
  g_autoptr(DatelineReactionFilter) everything = dateline_reaction_filter_new ();
  GHashTable *counts[DATELINE_N_REACTION_FACETS];
  guint n = g_list_model_get_n_items (dateline_story_get_reactions (dateline_session_get_story (self->session)));

  count_reactions (self, everything, counts);
  for (guint i = 0; i < G_N_ELEMENTS (charted); i++)
    fill_chart (self, charted[i], counts[charted[i]], n);
  clear_counts (counts);
  update_counts (self);
}

static void
picked_cb (DatelineBarChart *chart,
           const char       *key,
           gpointer          user_data)
{
  DatelineReactionCharts *self = DATELINE_REACTION_CHARTS (user_data);

  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    if (self->charts[facet] == chart)
      dateline_reaction_filter_toggle (self->filter, facet, key);
}

static void
search_changed_cb (DatelineReactionCharts *self)
{
  dateline_reaction_filter_set_text (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
stop_search_cb (DatelineReactionCharts *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* The filters may be cleared elsewhere; what the reader is typing is left alone. */
static void
text_changed_cb (DatelineReactionCharts *self)
{
  const char *text = dateline_reaction_filter_get_text (self->filter);

  if (*text == '\0' && *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
dateline_reaction_charts_constructed (GObject *object)
{
  DatelineReactionCharts *self = DATELINE_REACTION_CHARTS (object);

  G_OBJECT_CLASS (dateline_reaction_charts_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (charted); i++)
    {
      GtkWidget *chart = dateline_bar_chart_new (dateline_reaction_facet_get_title (charted[i]));

      self->charts[charted[i]] = DATELINE_BAR_CHART (chart);
      g_signal_connect (chart, "picked", G_CALLBACK (picked_cb), self);
      gtk_box_append (self->charts_box, chart);
    }

  g_signal_connect_object (self->filter, "changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "notify::text", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  fill_charts (self);
}

static void
dateline_reaction_charts_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  DatelineReactionCharts *self = DATELINE_REACTION_CHARTS (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_FILTER:
      self->filter = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_reaction_charts_dispose (GObject *object)
{
  DatelineReactionCharts *self = DATELINE_REACTION_CHARTS (object);

  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    self->charts[facet] = NULL;
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_reaction_charts_parent_class)->dispose (object);
}

static void
dateline_reaction_charts_finalize (GObject *object)
{
  DatelineReactionCharts *self = DATELINE_REACTION_CHARTS (object);

  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    g_clear_pointer (&self->keys[facet], g_ptr_array_unref);

  G_OBJECT_CLASS (dateline_reaction_charts_parent_class)->finalize (object);
}

static void
dateline_reaction_charts_class_init (DatelineReactionChartsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_reaction_charts_constructed;
  object_class->set_property = dateline_reaction_charts_set_property;
  object_class->dispose = dateline_reaction_charts_dispose;
  object_class->finalize = dateline_reaction_charts_finalize;

  /**
   * DatelineReactionCharts:session:
   *
   * The session whose story's reactions are counted.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DATELINE_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineReactionCharts:filter:
   *
   * The filter that the bars change.
   */
  properties[PROP_FILTER] =
    g_param_spec_object ("filter", NULL, NULL, DATELINE_TYPE_REACTION_FILTER,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-reaction-charts.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCharts, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionCharts, charts_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
dateline_reaction_charts_init (DatelineReactionCharts *self)
{
  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    self->keys[facet] = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_reaction_charts_refresh:
 * @self: a `DatelineReactionCharts`
 *
 * Counts the reactions of the story as they are now.
 */
void
dateline_reaction_charts_refresh (DatelineReactionCharts *self)
{
  g_return_if_fail (DATELINE_IS_REACTION_CHARTS (self));

  dateline_focus_keeper_hold (GTK_WIDGET (self));
  fill_charts (self);
}
