/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of the story: a list to search and sort, and beside it the page of one of them. */
#include "config.h"

#include "dateline-people-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-adaptive-box.h"
#include "dateline-closures.h"
#include "dateline-empty-page.h"
#include "dateline-item-keys.h"
#include "dateline-person-page.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"
#include "dateline-row.h"
#include "dateline-text.h"

struct _DatelinePeopleView
{
  DatelineView parent_instance;

  GtkFilter           *filter;
  GtkSorter           *sorter;
  GHashTable          *sort_keys; /* DatelinePerson (unowned) -> SortKey, until something changes */
  GtkSingleSelection  *selection;
  char                *kind; /* nick of the kind that is shown, or "all" */
  char                *sort; /* "mentions" or "name" */
  char                *words;
  gboolean             syncing;
  GtkStack            *stack;
  DatelineAdaptiveBox *adaptive_box;
  GtkSearchEntry      *search_entry;
  GtkListView         *people_list;
  GtkStack            *list_stack;
  GtkWidget           *back_bar;
  DatelinePersonPage  *person_page;
  GtkWidget           *all_button;
  GtkWidget           *person_button;
  GtkWidget           *organisation_button;
  GtkWidget           *group_button;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_SORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelinePeopleView, dateline_people_view, DATELINE_TYPE_VIEW)

static DatelineNavigator *
get_navigator (DatelinePeopleView *self)
{
  return dateline_session_get_navigator (dateline_view_get_session (DATELINE_VIEW (self)));
}

static GListModel *
get_people (DatelinePeopleView *self)
{
  return dateline_story_get_people (dateline_session_get_story (dateline_view_get_session (DATELINE_VIEW (self))));
}

static const char *
get_kind_nick (DatelinePersonKind kind)
{
  switch (kind)
    {
    case DATELINE_PERSON_KIND_ORGANISATION:
      return "organisation";
    case DATELINE_PERSON_KIND_GROUP:
      return "group";
    case DATELINE_PERSON_KIND_PERSON:
    default:
      return "person";
    }
}

static gboolean
match_words (DatelinePeopleView *self,
             DatelinePerson     *person)
{
  const char * const *aliases = dateline_person_get_aliases (person);
  const char *role = dateline_person_get_role (person);
  g_autoptr(GString) haystack = NULL;

  if (*self->words == '\0')
    return TRUE;

  haystack = g_string_new (dateline_person_get_name (person));
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    g_string_append_printf (haystack, "\n%s", aliases[i]);
  if (role != NULL)
    g_string_append_printf (haystack, "\n%s", role);

  return dateline_text_matches (haystack->str, self->words);
}

static gboolean
match_person (gpointer item,
              gpointer user_data)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (user_data);
  DatelinePerson *person = DATELINE_PERSON (item);

  if (!g_str_equal (self->kind, "all") &&
      !g_str_equal (self->kind, get_kind_nick (dateline_person_get_person_kind (person))))
    return FALSE;

  return match_words (self, person);
}

typedef struct
{
  guint n_mentions;
  char *label; /* its collation key */
} SortKey;

static void
sort_key_free (gpointer data)
{
  SortKey *key = data;

  g_free (key->label);
  g_free (key);
}

/* A person is compared with many. */
static const SortKey *
get_sort_key (DatelinePeopleView *self,
              DatelinePerson     *person)
{
  SortKey *key = g_hash_table_lookup (self->sort_keys, person);

  if (key == NULL)
    {
      key = g_new (SortKey, 1);
      key->n_mentions = dateline_person_get_n_mentions (person);
      key->label = g_utf8_collate_key (dateline_item_get_label (DATELINE_ITEM (person)), -1);
      g_hash_table_insert (self->sort_keys, person, key);
    }

  return key;
}

static int
compare_people (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (user_data);
  const SortKey *first = get_sort_key (self, (gpointer) a);
  const SortKey *second = get_sort_key (self, (gpointer) b);

  if (first->n_mentions != second->n_mentions && g_str_equal (self->sort, "mentions"))
    return first->n_mentions > second->n_mentions ? -1 : 1;

  return strcmp (first->label, second->label);
}

static guint
find_position (DatelinePeopleView *self,
               DatelinePerson     *person)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(DatelinePerson) other = g_list_model_get_item (model, i);

      if (other == person)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Whose page a selection made anywhere leads to: what somebody said or wrote leads to them. */
static DatelinePerson *
get_selected_person (DatelinePeopleView *self)
{
  DatelineItem *item = dateline_navigator_get_selected (get_navigator (self));

  if (DATELINE_IS_PERSON (item))
    return DATELINE_PERSON (item);
  if (DATELINE_IS_QUOTE (item))
    return dateline_quote_get_speaker (DATELINE_QUOTE (item));
  if (DATELINE_IS_REACTION (item))
    return dateline_reaction_get_author (DATELINE_REACTION (item));

  return NULL;
}

/* Brings the marked row in line with the page. The list may have changed below it, or hide the person. */
static guint
mark_row (DatelinePeopleView *self)
{
  DatelinePerson *person = dateline_person_page_get_person (self->person_page);
  guint position = person != NULL ? find_position (self, person) : GTK_INVALID_LIST_POSITION;

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;

  return position;
}

static void
sync_row (DatelinePeopleView *self)
{
  guint position = mark_row (self);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->people_list), "list.scroll-to-item", "u", position);
}

static void
selected_cb (DatelinePeopleView *self)
{
  DatelinePerson *person = get_selected_person (self);

  if (dateline_view_is_stale (DATELINE_VIEW (self)) || person == NULL || person == dateline_person_page_get_person (self->person_page))
    return;

  dateline_person_page_set_person (self->person_page, person);
  sync_row (self);
}

static void
reveal_cb (DatelinePeopleView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    dateline_view_catch_up (DATELINE_VIEW (self));
  selected_cb (self);
  if (g_strcmp0 (dateline_navigator_get_view (get_navigator (self)), "people") == 0 && get_selected_person (self) != NULL)
    dateline_adaptive_box_set_show_content (self->adaptive_box, TRUE);
}

static void
row_selected_cb (DatelinePeopleView *self)
{
  DatelineItem *person = gtk_single_selection_get_selected_item (self->selection);

  if (self->syncing || person == NULL)
    return;

  dateline_person_page_set_person (self->person_page, DATELINE_PERSON (person));
  dateline_navigator_select (get_navigator (self), person, NULL);
}

static void
open_position (DatelinePeopleView *self,
               guint               position)
{
  gtk_single_selection_set_selected (self->selection, position);
  /* It may be selected already, and another item elsewhere since. */
  row_selected_cb (self);
  dateline_adaptive_box_set_show_content (self->adaptive_box, TRUE);
}

static void
row_activated_cb (DatelinePeopleView *self,
                  guint               position)
{
  open_position (self, position);
}

/* A click does what Return does: folded, a selected row could not be opened otherwise. */
static void
row_released_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkListItem     *list_item)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_activate_action (widget, "people.open", "u", gtk_list_item_get_position (list_item));
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (widget);
  guint position = g_variant_get_uint32 (parameter);

  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    open_position (self, position);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_object_set (self, "kind", "all", NULL);
}

static void
back_clicked_cb (DatelinePeopleView *self)
{
  dateline_adaptive_box_set_show_content (self->adaptive_box, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->people_list));
}

static void
search_changed_cb (DatelinePeopleView *self)
{
  g_free (self->words);
  self->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
stop_search_cb (DatelinePeopleView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
search_activate_cb (DatelinePeopleView *self)
{
  search_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    open_position (self, 0);
}

static void
update_folded (DatelinePeopleView *self)
{
  gtk_widget_set_visible (self->back_bar, dateline_adaptive_box_get_folded (self->adaptive_box));
}

static void
list_changed_cb (DatelinePeopleView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->list_stack, n > 0 ? "list" : "none");
  mark_row (self);
}

static void
set_button (GtkWidget  *button,
            const char *name,
            guint       n)
{
  g_autofree char *count = g_strdup_printf ("%'u", n);
  /* Translators: a kind of people and how many of them there are: "Groups: 5" */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), name, count);

  adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (button))), count);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
count_people (DatelinePeopleView *self)
{
  GListModel *people = get_people (self);
  guint n = g_list_model_get_n_items (people);
  guint counts[DATELINE_PERSON_KIND_GROUP + 1] = { 0, };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelinePerson) person = g_list_model_get_item (people, i);

      counts[dateline_person_get_person_kind (person)]++;
    }

  set_button (self->all_button, C_("kind of person", "All"), n);
  set_button (self->person_button, C_("kind of person", "People"), counts[DATELINE_PERSON_KIND_PERSON]);
  set_button (self->organisation_button, C_("kind of person", "Organisations"), counts[DATELINE_PERSON_KIND_ORGANISATION]);
  set_button (self->group_button, C_("kind of person", "Groups"), counts[DATELINE_PERSON_KIND_GROUP]);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "people" : "empty");
}

/* Nobody is looked at yet, or not any more: who is named most is shown, and nothing is selected by that. */
static void
show_somebody (DatelinePeopleView *self)
{
  GListModel *listed = G_LIST_MODEL (self->selection);
  GListModel *people = g_list_model_get_n_items (listed) > 0 ? listed : get_people (self);
  g_autoptr(DatelinePerson) person = g_list_model_get_item (people, 0);

  if (person != NULL)
    dateline_person_page_set_person (self->person_page, person);
}

static void
dateline_people_view_refresh (DatelineView *view)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (view);
  DatelineStory *story = dateline_session_get_story (dateline_view_get_session (view));
  DatelinePerson *shown = dateline_person_page_get_person (self->person_page);
  DatelinePerson *selected = DATELINE_IS_PERSON (dateline_navigator_get_selected (get_navigator (self))) ? get_selected_person (self) : NULL;
  DatelinePerson *person = selected != NULL ? selected : shown;

  count_people (self);
  /* The number of mentions orders the list, and no list tells of it. */
  g_hash_table_remove_all (self->sort_keys);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  if (person != NULL && dateline_story_find (story, DATELINE_ITEM (person), NULL))
    {
      dateline_person_page_set_person (self->person_page, person);
      if (person == shown)
        dateline_person_page_refresh (self->person_page);
      mark_row (self);
      return;
    }

  if (get_selected_person (self) != NULL)
    dateline_person_page_set_person (self->person_page, get_selected_person (self));
  else
    show_somebody (self);
  mark_row (self);
}

static void
dateline_people_view_constructed (GObject *object)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (object);
  GListModel *people = get_people (self);
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  G_OBJECT_CLASS (dateline_people_view_parent_class)->constructed (object);

  filtered = gtk_filter_list_model_new (g_object_ref (people), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  dateline_item_keys_add_menu (GTK_WIDGET (self->people_list));
  gtk_list_view_set_model (self->people_list, GTK_SELECTION_MODEL (self->selection));
  dateline_person_page_set_session (self->person_page, dateline_view_get_session (DATELINE_VIEW (self)));

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->adaptive_box, "notify::folded", G_CALLBACK (update_folded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_navigator (self), "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_navigator (self), "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);

  count_people (self);
  update_folded (self);
  reveal_cb (self);
  if (dateline_person_page_get_person (self->person_page) == NULL)
    show_somebody (self);
  list_changed_cb (self);
}

static void
dateline_people_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_people_view_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_KIND:
      if (g_strcmp0 (self->kind, g_value_get_string (value)) == 0 || g_value_get_string (value) == NULL)
        return;
      g_free (self->kind);
      self->kind = g_value_dup_string (value);
      gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
      break;
    case PROP_SORT:
      if (g_strcmp0 (self->sort, g_value_get_string (value)) == 0 || g_value_get_string (value) == NULL)
        return;
      g_free (self->sort);
      self->sort = g_value_dup_string (value);
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
dateline_people_view_dispose (GObject *object)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);

  G_OBJECT_CLASS (dateline_people_view_parent_class)->dispose (object);
}

static void
dateline_people_view_finalize (GObject *object)
{
  DatelinePeopleView *self = DATELINE_PEOPLE_VIEW (object);

  g_hash_table_unref (self->sort_keys);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->sort, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (dateline_people_view_parent_class)->finalize (object);
}

static void
dateline_people_view_class_init (DatelinePeopleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DATELINE_VIEW_CLASS (klass)->refresh = dateline_people_view_refresh;

  object_class->constructed = dateline_people_view_constructed;
  object_class->get_property = dateline_people_view_get_property;
  object_class->set_property = dateline_people_view_set_property;
  object_class->dispose = dateline_people_view_dispose;
  object_class->finalize = dateline_people_view_finalize;

  /**
   * DatelinePeopleView:kind:
   *
   * Which people are listed: all, person, organisation or group.
   */
  properties[PROP_KIND] =
    g_param_spec_string ("kind", NULL, NULL, "all",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelinePeopleView:sort:
   *
   * What the list is sorted by: mentions or name.
   */
  properties[PROP_SORT] =
    g_param_spec_string ("sort", NULL, NULL, "mentions",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DATELINE_TYPE_ADAPTIVE_BOX);
  g_type_ensure (DATELINE_TYPE_EMPTY_PAGE);
  g_type_ensure (DATELINE_TYPE_PERSON_PAGE);
  g_type_ensure (DATELINE_TYPE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, adaptive_box);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, people_list);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, back_bar);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, person_page);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, all_button);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, person_button);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, organisation_button);
  gtk_widget_class_bind_template_child (widget_class, DatelinePeopleView, group_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  dateline_closures_bind (widget_class);

  gtk_widget_class_install_action (widget_class, "people.open", "u", open_action);
  gtk_widget_class_install_action (widget_class, "people.show-all", NULL, show_all_action);
  gtk_widget_class_install_property_action (widget_class, "people.kind", "kind");
  gtk_widget_class_install_property_action (widget_class, "people.sort", "sort");
}

static void
dateline_people_view_init (DatelinePeopleView *self)
{
  self->kind = g_strdup ("all");
  self->sort = g_strdup ("mentions");
  self->words = g_strdup ("");
  self->sort_keys = g_hash_table_new_full (NULL, NULL, NULL, sort_key_free);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_person, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_people, self, NULL));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Who types in the list looks for a name. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->people_list));
}
