/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reactions are filtered by, one chip each, to be taken off one by one or all at once; and the one filter that
 * the reader's selection elsewhere suggests. */
#include "config.h"

#include "dateline-filter-chips.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-event.h"
#include "dateline-focus-keeper.h"
#include "dateline-short-text.h"
#include "dateline-timeline-ticks.h"
#include "dateline-wrap-box.h"

#define MAX_CHARS 32

struct _DatelineFilterChips
{
  GtkWidget parent_instance;

  DatelineSession        *session;
  DatelineReactionFilter *filter;
  DatelineWrapBox        *chips_box;
  guint                   update_id;
};

G_DEFINE_FINAL_TYPE (DatelineFilterChips, dateline_filter_chips, GTK_TYPE_WIDGET)

static GtkWidget *
add_chip (DatelineFilterChips *self,
          const char          *label,
          const char          *name,
          DatelineArticle     *article,
          const char          *icon_name,
          const char          *css_class)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *chip_label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (chip_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (chip_label), MAX_CHARS);
  dateline_short_text_show (GTK_LABEL (chip_label), label, DATELINE_SHORT_TEXT_LINE);
  if (article != NULL)
    gtk_box_append (GTK_BOX (box), dateline_badge_new (article, FALSE));
  gtk_box_append (GTK_BOX (box), chip_label);
  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, css_class);
  dateline_short_text_tooltip (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  dateline_wrap_box_append (self->chips_box, chip);

  return chip;
}

static char *
dup_key_label (DatelineFilterChips   *self,
               DatelineReactionFacet  facet,
               const char            *key)
{
  g_autofree char *label = dateline_reaction_facet_dup_label (facet, dateline_session_get_story (self->session), key);

  return facet == DATELINE_REACTION_FACET_ANSWERS ? g_strdup_printf (_("Answers: %s"), label) : g_steal_pointer (&label);
}

static DatelineArticle *
get_article (DatelineFilterChips   *self,
             DatelineReactionFacet  facet,
             const char            *key)
{
  if (facet != DATELINE_REACTION_FACET_ARTICLE)
    return NULL;

  return DATELINE_ARTICLE (dateline_story_lookup (dateline_session_get_story (self->session), key));
}

static void
set_target (GtkWidget             *chip,
            DatelineReactionFacet  facet,
            const char            *key)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "(ss)", dateline_reaction_facet_get_nick (facet), key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "reactions.toggle-filter");
}

static void
add_active_chips (DatelineFilterChips *self)
{
  const char *text = dateline_reaction_filter_get_text (self->filter);
  gint64 start;
  gint64 end;

  if (*text != '\0')
    {
      g_autofree char *label = g_strdup_printf (_("“%s”"), text);
      g_autofree char *name = g_strdup_printf (_("Remove filter: %s"), label);
      GtkWidget *chip = add_chip (self, label, name, NULL, "window-close-symbolic", "active");

      gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "reactions.clear-text");
    }

  if (dateline_reaction_filter_get_range (self->filter, &start, &end))
    {
      g_autofree char *label = dateline_timeline_ticks_format_range (start, end);
      g_autofree char *name = g_strdup_printf (_("Remove filter: %s"), label);
      GtkWidget *chip = add_chip (self, label, name, NULL, "window-close-symbolic", "active");

      gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "reactions.clear-range");
    }

  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    {
      const char * const *keys = dateline_reaction_filter_get_keys (self->filter, facet);

      for (guint i = 0; keys[i] != NULL; i++)
        {
          g_autofree char *label = dup_key_label (self, facet, keys[i]);
          g_autofree char *name = g_strdup_printf (_("Remove filter: %s"), label);

          set_target (add_chip (self, label, name, get_article (self, facet, keys[i]), "window-close-symbolic", "active"),
                      facet, keys[i]);
        }
    }

  if (dateline_reaction_filter_get_active (self->filter))
    {
      GtkWidget *chip = add_chip (self, _("Clear Filters"), _("Clear Filters"), NULL, NULL, "clear");

      gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "reactions.clear-filters");
    }
}

/* Who looks at an event, a person or an article may want the posts of just that. */
static void
add_suggestion (DatelineFilterChips *self)
{
  DatelineItem *selected = dateline_navigator_get_selected (dateline_session_get_navigator (self->session));
  DatelineReactionFacet facet;
  const char *id;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (DATELINE_IS_EVENT (selected))
    facet = DATELINE_REACTION_FACET_ANSWERS;
  else if (DATELINE_IS_PERSON (selected))
    facet = DATELINE_REACTION_FACET_AUTHOR;
  else
    return;

  id = dateline_item_get_id (selected);
  if (dateline_reaction_filter_contains (self->filter, facet, id) ||
      g_list_model_get_n_items (dateline_index_get_related (dateline_session_get_index (self->session), selected,
                                                            DATELINE_ITEM_REACTION)) == 0)
    return;

  label = dup_key_label (self, facet, id);
  name = g_strdup_printf (_("Filter by the selection: %s"), label);
  set_target (add_chip (self, label, name, NULL, "list-add-symbolic", "suggested"), facet, id);
}

static void
update (DatelineFilterChips *self)
{
  dateline_wrap_box_clear (self->chips_box);
  add_active_chips (self);
  add_suggestion (self);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->chips_box)) != NULL);
}

static gboolean
update_idle_cb (gpointer user_data)
{
  DatelineFilterChips *self = DATELINE_FILTER_CHIPS (user_data);

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* The chip that was pressed may not go while it still tells of it. */
static void
queue_update (DatelineFilterChips *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_idle_cb, self, NULL);
}

static void
dateline_filter_chips_dispose (GObject *object)
{
  DatelineFilterChips *self = DATELINE_FILTER_CHIPS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->chips_box, gtk_widget_unparent);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_filter_chips_parent_class)->dispose (object);
}

static void
dateline_filter_chips_class_init (DatelineFilterChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_filter_chips_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dateline_filter_chips_init (DatelineFilterChips *self)
{
  self->chips_box = DATELINE_WRAP_BOX (dateline_wrap_box_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->chips_box), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Active filters"),
                                  -1);
}

/**
 * dateline_filter_chips_set_up:
 * @self: a `DatelineFilterChips`
 * @session: the session that the story is shown by
 * @filter: the filter to show
 *
 * Says what is shown. To be called once.
 */
void
dateline_filter_chips_set_up (DatelineFilterChips    *self,
                              DatelineSession        *session,
                              DatelineReactionFilter *filter)
{
  g_return_if_fail (DATELINE_IS_FILTER_CHIPS (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (DATELINE_IS_REACTION_FILTER (filter));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dateline_session_get_navigator (session), "notify::selected",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dateline_filter_chips_refresh:
 * @self: a `DatelineFilterChips`
 *
 * Names what is filtered by as the story does now.
 */
void
dateline_filter_chips_refresh (DatelineFilterChips *self)
{
  g_return_if_fail (DATELINE_IS_FILTER_CHIPS (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  dateline_focus_keeper_hold (GTK_WIDGET (self));
  update (self);
}
