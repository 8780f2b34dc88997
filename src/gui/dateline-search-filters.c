/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What narrows the results of a search: one menu each for kind, article, person and year, with how many results there
 * would be; where there is no room for four buttons, one with all of them. */
#include "config.h"

#include "dateline-search-filters.h"

#include <glib/gi18n.h>

#include "dateline-calendar.h"
#include "dateline-text.h"

#define MAX_CHARS  18 /* of a button */
#define MAX_CHOICE 34 /* characters of a choice: the menu has to fit into a narrow window */

typedef enum
{
  KIND,
  ARTICLE,
  PERSON,
  YEAR
} Facet;

#define N_FACETS (YEAR + 1)

struct _DatelineSearchFilters
{
  GtkWidget parent_instance;

  DatelineSearch     *search;
  DatelineStory      *story;
  GSimpleActionGroup *actions;
  GtkWidget          *wide_box;
  GtkWidget          *narrow_button;
  GtkWidget          *buttons[N_FACETS];
};

G_DEFINE_FINAL_TYPE (DatelineSearchFilters, dateline_search_filters, GTK_TYPE_WIDGET)

static const char *const names[N_FACETS] = { "kind", "article", "person", "year" };

static const char *
get_title (Facet facet)
{
  switch (facet)
    {
    case ARTICLE:
      return _("Article");
    case PERSON:
      return _("Person");
    case YEAR:
      return _("Date");
    case KIND:
    default:
      return _("Kind");
    }
}

static const char *
get_none (Facet facet)
{
  switch (facet)
    {
    case ARTICLE:
      return _("All Articles");
    case PERSON:
      return _("All People");
    case YEAR:
      return _("Any Time");
    case KIND:
    default:
      return _("All Kinds");
    }
}

/* What is chosen, or the empty string. */
static char *
dup_chosen (DatelineSearchFilters *self,
            Facet                  facet)
{
  const DatelineSearchFilter *filter = dateline_search_get_filter (self->search);
  int group = dateline_search_get_group (self->search);
  gint64 year;
  int month;
  int day;

  switch (facet)
    {
    case ARTICLE:
      return g_strdup (filter->article != NULL ? filter->article : "");
    case PERSON:
      return g_strdup (filter->person != NULL ? filter->person : "");
    case YEAR:
      if (filter->from == DATELINE_DATE_OPEN_START)
        return g_strdup ("");
      dateline_calendar_to_civil (filter->from, &year, &month, &day);
      return g_strdup_printf ("%" G_GINT64_FORMAT, year);
    case KIND:
    default:
      return g_strdup (group != DATELINE_SEARCH_ALL_GROUPS ? dateline_search_filters_get_group_nick (group) : "");
    }
}

static int
find_group (const char *nick)
{
  for (int group = 0; group < DATELINE_N_SEARCH_GROUPS; group++)
    if (g_str_equal (dateline_search_filters_get_group_nick (group), nick))
      return group;

  return DATELINE_SEARCH_ALL_GROUPS;
}

static char *
dup_label (DatelineSearchFilters *self,
           Facet                  facet,
           const char            *key)
{
  DatelineItem *item;

  if (facet == KIND)
    return g_strdup (dateline_search_filters_get_group_name (find_group (key)));
  if (facet == YEAR)
    return g_strdup (key);

  item = dateline_story_lookup (self->story, key);

  return dateline_text_abridge (item != NULL ? dateline_item_get_label (item) : key, MAX_CHOICE);
}

/* Menus take an underscore for the mark of an access key. */
static void
add_choice (DatelineSearchFilters *self,
            GMenu                 *menu,
            Facet                  facet,
            const char            *label,
            const char            *key)
{
  g_autofree char *action = g_strconcat ("search.", names[facet], NULL);
  g_auto(GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
  g_autoptr(GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, action, "s", key);
  g_menu_append_item (menu, item);
}

static void
add_counted (DatelineSearchFilters *self,
             GMenu                 *menu,
             Facet                  facet,
             const char            *key,
             guint                  count,
             gboolean               is_exact)
{
  g_autofree char *label = dup_label (self, facet, key);
  g_autofree char *counted = NULL;

  if (is_exact)
    /* Translators: a choice and how many results it has, such as "Quotes (12)" */
    counted = g_strdup_printf (_("%s (%u)"), label, count);
  add_choice (self, menu, facet, counted != NULL ? counted : label, key);
}

static GMenuModel *
create_menu (DatelineSearchFilters *self,
             Facet                  facet)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) all = g_menu_new ();
  g_autoptr(GMenu) choices = g_menu_new ();
  g_autofree char *chosen = dup_chosen (self, facet);
  DatelineSearchFacets *facets = dateline_search_get_facets (self->search);
  GPtrArray *counts = NULL;
  gboolean has_chosen = *chosen == '\0' || facet == KIND;

  add_choice (self, all, facet, get_none (facet), "");
  for (int group = 0; facet == KIND && group < DATELINE_N_SEARCH_GROUPS; group++)
    {
      gboolean has_more;
      guint n = dateline_search_get_count (self->search, group, &has_more);

      if (n > 0 || group == dateline_search_get_group (self->search))
        add_counted (self, choices, facet, dateline_search_filters_get_group_nick (group), n, !has_more);
    }

  if (facets != NULL && facet != KIND)
    counts = facet == ARTICLE ? facets->articles : facet == PERSON ? facets->people : facets->years;
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      DatelineSearchCount *count = g_ptr_array_index (counts, i);

      has_chosen = has_chosen || g_str_equal (count->key, chosen);
      add_counted (self, choices, facet, count->key, count->count, !facets->is_partial);
    }
  if (!has_chosen)
    add_counted (self, choices, facet, chosen, 0, FALSE);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
popup_cb (GtkMenuButton *button,
          gpointer       user_data)
{
  DatelineSearchFilters *self = DATELINE_SEARCH_FILTERS (user_data);
  g_autoptr(GMenuModel) model = NULL;

  if (GTK_WIDGET (button) == self->narrow_button)
    {
      model = G_MENU_MODEL (g_menu_new ());
      for (Facet facet = 0; facet < N_FACETS; facet++)
        {
          g_autoptr(GMenuModel) submenu = create_menu (self, facet);

          g_menu_append_submenu (G_MENU (model), get_title (facet), submenu);
        }
    }
  else
    {
      for (Facet facet = 0; facet < N_FACETS; facet++)
        if (GTK_WIDGET (button) == self->buttons[facet])
          model = create_menu (self, facet);
    }
  gtk_menu_button_set_menu_model (button, model);
}

static GtkWidget *
create_button (DatelineSearchFilters *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popup_cb, self, NULL);
  gtk_widget_add_css_class (button, "search-filter");

  return button;
}

/* A button says what is chosen. */
static void
set_button (GtkWidget  *button,
            const char *title,
            const char *label)
{
  g_autofree char *shown = dateline_text_abridge (label, MAX_CHARS);
  g_autofree char *name = *label != '\0' ? g_strdup_printf ("%s: %s", title, label) : g_strdup (title);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), *label != '\0' ? shown : title);
  gtk_widget_set_tooltip_text (button, *label != '\0' ? name : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (*label != '\0')
    gtk_widget_add_css_class (button, "active");
  else
    gtk_widget_remove_css_class (button, "active");
}

static void
update (DatelineSearchFilters *self)
{
  guint n = 0;
  g_autofree char *active = NULL;

  for (Facet facet = 0; facet < N_FACETS; facet++)
    {
      g_autofree char *chosen = dup_chosen (self, facet);
      g_autofree char *label = *chosen != '\0' ? dup_label (self, facet, chosen) : g_strdup ("");
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[facet]);

      n += *chosen != '\0';
      set_button (self->buttons[facet], get_title (facet), label);
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (chosen));
    }

  if (n > 0)
    active = g_strdup_printf (ngettext ("%u filter", "%u filters", n), n);
  set_button (self->narrow_button, _("Filters"), active != NULL ? active : "");
}

static void
choose_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  DatelineSearchFilters *self = DATELINE_SEARCH_FILTERS (user_data);
  const char *name = g_action_get_name (G_ACTION (action));
  const char *key = g_variant_get_string (parameter, NULL);
  DatelineSearchFilter filter = *dateline_search_get_filter (self->search);
  g_autofree char *chosen = g_strdup (key);

  if (g_str_equal (name, names[KIND]))
    {
      dateline_search_set_group (self->search, find_group (key));
    }
  else
    {
      if (g_str_equal (name, names[ARTICLE]))
        {
          filter.article = *key != '\0' ? chosen : NULL;
        }
      else if (g_str_equal (name, names[PERSON]))
        {
          filter.person = *key != '\0' ? chosen : NULL;
        }
      else
        {
          gint64 year = g_ascii_strtoll (key, NULL, 10);

          filter.from = *key != '\0' ? dateline_calendar_from_civil (year, 1, 1) : DATELINE_DATE_OPEN_START;
          filter.to = *key != '\0' ? dateline_calendar_from_civil (year + 1, 1, 1) : DATELINE_DATE_OPEN_END;
        }
      dateline_search_set_filter (self->search, &filter);
    }
  update (self);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  DatelineSearchFilters *self = DATELINE_SEARCH_FILTERS (user_data);

  dateline_search_clear_filter (self->search);
  update (self);
}

static gboolean
has_room (DatelineSearchFilters *self,
          int                    width)
{
  int natural;

  gtk_widget_measure (self->wide_box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return width >= natural;
}

static void
dateline_search_filters_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  DatelineSearchFilters *self = DATELINE_SEARCH_FILTERS (widget);
  int narrow_minimum;
  int narrow_natural;
  int wide_natural;

  gtk_widget_measure (self->narrow_button, orientation, -1, &narrow_minimum, &narrow_natural, NULL, NULL);
  gtk_widget_measure (self->wide_box, orientation, -1, NULL, &wide_natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? narrow_minimum : MAX (narrow_natural, wide_natural);
  *natural = MAX (narrow_natural, wide_natural);
}

static void
dateline_search_filters_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  DatelineSearchFilters *self = DATELINE_SEARCH_FILTERS (widget);
  gboolean is_wide = has_room (self, width);
  GtkWidget *shown = is_wide ? self->wide_box : self->narrow_button;
  GtkAllocation area = { 0, 0, width, height };
  int natural;

  /* At the end, as the count stands at the start. */
  gtk_widget_measure (shown, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  area.width = MIN (width, natural);
  if (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL)
    area.x = width - area.width;
  gtk_widget_set_child_visible (self->wide_box, is_wide);
  gtk_widget_set_child_visible (self->narrow_button, !is_wide);
  gtk_widget_size_allocate (shown, &area, baseline);
}

static void
dateline_search_filters_dispose (GObject *object)
{
  DatelineSearchFilters *self = DATELINE_SEARCH_FILTERS (object);

  g_clear_pointer (&self->wide_box, gtk_widget_unparent);
  g_clear_pointer (&self->narrow_button, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->search);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (dateline_search_filters_parent_class)->dispose (object);
}

static void
dateline_search_filters_class_init (DatelineSearchFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_search_filters_dispose;
  widget_class->measure = dateline_search_filters_measure;
  widget_class->size_allocate = dateline_search_filters_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dateline_search_filters_init (DatelineSearchFilters *self)
{
  self->wide_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  for (Facet facet = 0; facet < N_FACETS; facet++)
    {
      self->buttons[facet] = create_button (self);
      gtk_box_append (GTK_BOX (self->wide_box), self->buttons[facet]);
    }
  self->narrow_button = create_button (self);
  gtk_widget_set_parent (self->wide_box, GTK_WIDGET (self));
  gtk_widget_set_parent (self->narrow_button, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"),
                                  -1);
}

/**
 * dateline_search_filters_set_up:
 * @self: a `DatelineSearchFilters`
 * @search: the search to narrow
 * @story: the story that is searched
 *
 * Says what to narrow, in place of what was said before.
 *
 * Returns: (transfer full): the actions `kind`, `article`, `person` and `year`, each of which takes what to choose, and
 *   `clear`
 */
GSimpleActionGroup *
dateline_search_filters_set_up (DatelineSearchFilters *self,
                                DatelineSearch        *search,
                                DatelineStory         *story)
{
  g_autoptr(GSimpleAction) clear = NULL;

  g_return_val_if_fail (DATELINE_IS_SEARCH_FILTERS (self), NULL);
  g_return_val_if_fail (DATELINE_IS_SEARCH (search), NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  g_set_object (&self->search, search);
  g_set_object (&self->story, story);
  g_clear_object (&self->actions);
  self->actions = g_simple_action_group_new ();
  for (Facet facet = 0; facet < N_FACETS; facet++)
    {
      g_autoptr(GSimpleAction) action =
        g_simple_action_new_stateful (names[facet], G_VARIANT_TYPE_STRING, g_variant_new_string (""));

      g_signal_connect_object (action, "activate", G_CALLBACK (choose_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  clear = g_simple_action_new ("clear", NULL);
  g_signal_connect_object (clear, "activate", G_CALLBACK (clear_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (clear));
  update (self);

  return g_object_ref (self->actions);
}

/**
 * dateline_search_filters_get_group_name:
 * @group: a group of results
 *
 * What a group is called.
 *
 * Returns: the name
 */
const char *
dateline_search_filters_get_group_name (DatelineSearchGroup group)
{
  switch (group)
    {
    case DATELINE_SEARCH_PEOPLE:
      return _("People");
    case DATELINE_SEARCH_EVENTS:
      return _("Events");
    case DATELINE_SEARCH_QUOTES:
      return _("Quotes");
    case DATELINE_SEARCH_REACTIONS:
      return _("Reactions");
    case DATELINE_SEARCH_CLAIMS:
      return _("Claims");
    case DATELINE_SEARCH_ARTICLES:
    default:
      return _("In the Articles");
    }
}

/**
 * dateline_search_filters_get_group_nick:
 * @group: a group of results
 *
 * What the action `kind` calls a group.
 *
 * Returns: the name
 */
const char *
dateline_search_filters_get_group_nick (DatelineSearchGroup group)
{
  static const char *const nicks[DATELINE_N_SEARCH_GROUPS] = {
    "people", "events", "quotes", "reactions", "claims", "articles"
  };

  g_return_val_if_fail (group < DATELINE_N_SEARCH_GROUPS, "");

  return nicks[group];
}
