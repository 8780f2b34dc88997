/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public's answers to the story: a wall of posts, filtered by what they are about, where they stand and who wrote
 * them. */
#include "config.h"

#include "dateline-reactions-view.h"

#include <glib/gi18n.h>

#include "dateline-adaptive-box.h"
#include "dateline-empty-page.h"
#include "dateline-filter-chips.h"
#include "dateline-reaction-charts.h"
#include "dateline-reaction-filter.h"
#include "dateline-reaction-sorter.h"
#include "dateline-reaction-wall.h"

struct _DatelineReactionsView
{
  DatelineView parent_instance;

  DatelineReactionFilter *filter;
  DatelineReactionSorter *sorter;
  GListModel             *shown; /* the reactions of the story, filtered and sorted */
  DatelineReactionSort    sort;
  gboolean                grouped;
  GtkStack               *stack;
  DatelineAdaptiveBox    *adaptive_box;
  GtkBox                 *charts_box;
  DatelineReactionCharts *charts;
  GtkWidget              *back_bar;
  GtkLabel               *back_label;
  GtkWidget              *filters_button;
  GtkLabel               *count_label;
  DatelineFilterChips    *chips;
  GtkRevealer            *hidden_revealer;
  GtkStack               *wall_stack;
  DatelineReactionWall   *wall;
};

enum
{
  PROP_0,
  PROP_SORT,
  PROP_GROUPED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineReactionsView, dateline_reactions_view, DATELINE_TYPE_VIEW)

static DatelineSession *
get_session (DatelineReactionsView *self)
{
  return dateline_view_get_session (DATELINE_VIEW (self));
}

static DatelineReaction *
get_selected (DatelineReactionsView *self)
{
  DatelineItem *item = dateline_navigator_get_selected (dateline_session_get_navigator (get_session (self)));

  return DATELINE_IS_REACTION (item) ? DATELINE_REACTION (item) : NULL;
}

static void
update_hidden (DatelineReactionsView *self)
{
  DatelineReaction *selected = get_selected (self);
  gboolean hidden = selected != NULL && !gtk_filter_match (GTK_FILTER (self->filter), selected);

  gtk_revealer_set_reveal_child (self->hidden_revealer, hidden);
}

static void
update_counts (DatelineReactionsView *self)
{
  guint n_all = g_list_model_get_n_items (dateline_story_get_reactions (dateline_session_get_story (get_session (self))));
  guint n = g_list_model_get_n_items (self->shown);
  g_autofree char *count = NULL;
  g_autofree char *back = g_strdup_printf (ngettext ("Show %'u Reaction", "Show %'u Reactions", n), n);

  if (dateline_reaction_filter_get_active (self->filter))
    /* Translators: how many of all reactions the filters let through */
    count = g_strdup_printf (ngettext ("%'u of %'u reaction", "%'u of %'u reactions", n_all), n, n_all);
  else
    count = g_strdup_printf (ngettext ("%'u reaction", "%'u reactions", n_all), n_all);

  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->back_label, back);
  gtk_stack_set_visible_child_name (self->stack, n_all > 0 ? "reactions" : "empty");
  gtk_stack_set_visible_child_name (self->wall_stack, n > 0 ? "wall" : "none");
  update_hidden (self);
}

static void
reveal (DatelineReactionsView *self)
{
  DatelineReaction *selected = get_selected (self);

  if (selected != NULL)
    dateline_reaction_wall_reveal (self->wall, selected);
}

static void
selected_cb (DatelineReactionsView *self)
{
  if (dateline_view_is_stale (DATELINE_VIEW (self)))
    return;

  dateline_reaction_wall_select (self->wall, get_selected (self));
  update_hidden (self);
  reveal (self);
}

/* Who is led here wants to see the post, not the filters. */
static void
revealed_cb (DatelineReactionsView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    dateline_view_catch_up (DATELINE_VIEW (self));
  if (g_strcmp0 (dateline_navigator_get_view (dateline_session_get_navigator (get_session (self))), "reactions") != 0 ||
      get_selected (self) == NULL)
    return;

  dateline_adaptive_box_set_show_content (self->adaptive_box, TRUE);
  reveal (self);
}

/* Who asks for the reactions of a time wants all of them, and nothing else. */
static void
asked_cb (DatelineReactionsView *self)
{
  gint64 start;
  gint64 end;

  if (!dateline_navigator_take_reactions (dateline_session_get_navigator (get_session (self)), &start, &end))
    return;

  dateline_view_catch_up (DATELINE_VIEW (self));
  dateline_reaction_filter_clear (self->filter);
  dateline_reaction_filter_set_range (self->filter, start, end);
  dateline_adaptive_box_set_show_content (self->adaptive_box, TRUE);
}

static void
update_folded (DatelineReactionsView *self)
{
  gboolean folded = dateline_adaptive_box_get_folded (self->adaptive_box);

  gtk_widget_set_visible (self->filters_button, folded);
  gtk_widget_set_visible (self->back_bar, folded);
}

static void
filters_clicked_cb (DatelineReactionsView *self)
{
  dateline_adaptive_box_set_show_content (self->adaptive_box, FALSE);
}

static void
back_clicked_cb (DatelineReactionsView *self)
{
  dateline_adaptive_box_set_show_content (self->adaptive_box, TRUE);
}

static void
toggle_filter_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  DatelineReactionsView *self = DATELINE_REACTIONS_VIEW (widget);
  DatelineReactionFacet facet;
  const char *nick;
  const char *key;

  g_variant_get (parameter, "(&s&s)", &nick, &key);
  if (dateline_reaction_facet_from_nick (nick, &facet))
    dateline_reaction_filter_toggle (self->filter, facet, key);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  dateline_reaction_filter_clear (DATELINE_REACTIONS_VIEW (widget)->filter);
}

static void
clear_text_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  dateline_reaction_filter_set_text (DATELINE_REACTIONS_VIEW (widget)->filter, "");
}

static void
clear_range_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  dateline_reaction_filter_set_range (DATELINE_REACTIONS_VIEW (widget)->filter, 0, 0);
}

static void
show_hidden_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  DatelineReactionsView *self = DATELINE_REACTIONS_VIEW (widget);

  dateline_reaction_filter_clear (self->filter);
  reveal (self);
}

static void
dateline_reactions_view_refresh (DatelineView *view)
{
  DatelineReactionsView *self = DATELINE_REACTIONS_VIEW (view);
  DatelineReaction *selected = get_selected (self);
  gboolean is_other = selected != dateline_reaction_wall_get_selected (self->wall);

  dateline_reaction_filter_prune (self->filter, dateline_session_get_story (get_session (self)));
  /* What a post answers, and when that was, orders the list, and no list tells of it. */
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);

  dateline_reaction_charts_refresh (self->charts);
  dateline_filter_chips_refresh (self->chips);
  dateline_reaction_wall_select (self->wall, selected);
  dateline_reaction_wall_refresh (self->wall);
  update_counts (self);
  if (is_other)
    reveal (self);
}

static void
dateline_reactions_view_constructed (GObject *object)
{
  DatelineReactionsView *self = DATELINE_REACTIONS_VIEW (object);
  DatelineSession *session = get_session (self);
  DatelineNavigator *navigator = dateline_session_get_navigator (session);
  GListModel *reactions = dateline_story_get_reactions (dateline_session_get_story (session));
  GtkFilterListModel *filtered;

  G_OBJECT_CLASS (dateline_reactions_view_parent_class)->constructed (object);

  filtered = gtk_filter_list_model_new (g_object_ref (reactions), g_object_ref (GTK_FILTER (self->filter)));
  self->shown = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (GTK_SORTER (self->sorter))));

  self->charts = g_object_new (DATELINE_TYPE_REACTION_CHARTS,
                               "session", session,
                               "filter", self->filter,
                               "vexpand", TRUE,
                               NULL);
  gtk_box_prepend (self->charts_box, GTK_WIDGET (self->charts));
  dateline_filter_chips_set_up (self->chips, session, self->filter);
  dateline_reaction_wall_set_up (self->wall, session, self->shown);

  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (update_counts), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->adaptive_box, "notify::folded", G_CALLBACK (update_folded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "reactions-asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "reveal", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);

  update_folded (self);
  update_counts (self);
  selected_cb (self);
  asked_cb (self);
}

static void
dateline_reactions_view_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  DatelineReactionsView *self = DATELINE_REACTIONS_VIEW (object);

  switch (prop_id)
    {
    case PROP_SORT:
      g_value_set_enum (value, self->sort);
      break;
    case PROP_GROUPED:
      g_value_set_boolean (value, self->grouped);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_reactions_view_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  DatelineReactionsView *self = DATELINE_REACTIONS_VIEW (object);

  switch (prop_id)
    {
    case PROP_SORT:
      if (self->sort == (DatelineReactionSort) g_value_get_enum (value))
        return;
      self->sort = g_value_get_enum (value);
      dateline_reaction_sorter_set_sort (self->sorter, self->sort);
      break;
    case PROP_GROUPED:
      if (self->grouped == g_value_get_boolean (value))
        return;
      self->grouped = g_value_get_boolean (value);
      dateline_reaction_sorter_set_grouped (self->sorter, self->grouped);
      dateline_reaction_wall_set_grouped (self->wall, self->grouped);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
dateline_reactions_view_dispose (GObject *object)
{
  DatelineReactionsView *self = DATELINE_REACTIONS_VIEW (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (dateline_reactions_view_parent_class)->dispose (object);
}

static void
dateline_reactions_view_class_init (DatelineReactionsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DATELINE_VIEW_CLASS (klass)->refresh = dateline_reactions_view_refresh;

  object_class->constructed = dateline_reactions_view_constructed;
  object_class->get_property = dateline_reactions_view_get_property;
  object_class->set_property = dateline_reactions_view_set_property;
  object_class->dispose = dateline_reactions_view_dispose;

  /**
   * DatelineReactionsView:sort:
   *
   * The order of the posts.
   */
  properties[PROP_SORT] =
    g_param_spec_enum ("sort", NULL, NULL, DATELINE_TYPE_REACTION_SORT, DATELINE_REACTION_SORT_OLDEST,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineReactionsView:grouped:
   *
   * Whether each post hangs under the event that it answers.
   */
  properties[PROP_GROUPED] =
    g_param_spec_boolean ("grouped", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DATELINE_TYPE_ADAPTIVE_BOX);
  g_type_ensure (DATELINE_TYPE_EMPTY_PAGE);
  g_type_ensure (DATELINE_TYPE_FILTER_CHIPS);
  g_type_ensure (DATELINE_TYPE_REACTION_WALL);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-reactions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, adaptive_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, charts_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, back_bar);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, back_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, filters_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, chips);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, hidden_revealer);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, wall_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionsView, wall);
  gtk_widget_class_bind_template_callback (widget_class, filters_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);

  gtk_widget_class_install_action (widget_class, "reactions.toggle-filter", "(ss)", toggle_filter_action);
  gtk_widget_class_install_action (widget_class, "reactions.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "reactions.clear-text", NULL, clear_text_action);
  gtk_widget_class_install_action (widget_class, "reactions.clear-range", NULL, clear_range_action);
  gtk_widget_class_install_action (widget_class, "reactions.show-hidden", NULL, show_hidden_action);
  gtk_widget_class_install_property_action (widget_class, "reactions.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "reactions.grouped", "grouped");
}

static void
dateline_reactions_view_init (DatelineReactionsView *self)
{
  self->filter = dateline_reaction_filter_new ();
  self->sorter = dateline_reaction_sorter_new ();
  self->grouped = TRUE;
  dateline_reaction_sorter_set_grouped (self->sorter, TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));
  dateline_reaction_wall_set_grouped (self->wall, TRUE);
}
