/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All items of one kind with check boxes, for doing the same to several of them.
 *
 * The lists of the views have one selected row, which is what the reader looks at; here any number is selected, and
 * nobody looks at them. */
#include "config.h"

#include "dateline-select-view.h"

#include <glib/gi18n.h>

#include "dateline-editor.h"
#include "dateline-item-row.h"
#include "dateline-merge-dialog.h"
#include "dateline-row.h"
#include "dateline-text.h"
#include "dateline-theme-dialog.h"

struct _DatelineSelectView
{
  DatelineView parent_instance;

  DatelineItemKind    kind;
  GtkCustomFilter    *filter;
  GtkMultiSelection  *selection;
  char               *words; /* what is looked for */

  GtkLabel           *title_label;
  GtkSearchEntry     *entry;
  GtkListView        *list_view;
  GtkWidget          *merge_button;
  GtkWidget          *theme_button;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineSelectView, dateline_select_view, DATELINE_TYPE_VIEW)

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  DatelineSelectView *self = user_data;
  const char * const *aliases = DATELINE_IS_PERSON (item) ? dateline_person_get_aliases (item) : NULL;

  if (self->words == NULL || dateline_text_matches (dateline_item_get_label (item), self->words))
    return TRUE;
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    if (dateline_text_matches (aliases[i], self->words))
      return TRUE;

  return FALSE;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  DatelineDate *first = dateline_event_get_date ((gpointer) a);
  DatelineDate *second = dateline_event_get_date ((gpointer) b);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);

  return dateline_date_compare (first, second);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return g_utf8_collate (dateline_item_get_label ((gpointer) a), dateline_item_get_label ((gpointer) b));
}

static char *
describe_count (guint64 n)
{
  if (n == 0)
    return g_strdup (_("Nothing Selected"));

  return g_strdup_printf (ngettext ("%'u Selected", "%'u Selected", n), (guint) n);
}

static void
update (DatelineSelectView *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n = gtk_bitset_get_size (selected);
  g_autofree char *title = describe_count (n);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_label_set_label (self->title_label, title);
  gtk_widget_action_set_enabled (widget, "select.delete", n > 0);
  gtk_widget_action_set_enabled (widget, "select.merge", n > 1 && self->kind == DATELINE_ITEM_PERSON);
  gtk_widget_action_set_enabled (widget, "select.theme", n > 0 && self->kind == DATELINE_ITEM_REACTION);
}

/* The box follows the selection; when the reader ticks it, the selection follows the box. */
static void
check_toggled_cb (GtkCheckButton *check,
                  GtkListItem    *list_item)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (check), DATELINE_TYPE_SELECT_VIEW);
  guint position = gtk_list_item_get_position (list_item);
  GtkSelectionModel *selection;

  if (view == NULL || gtk_check_button_get_active (check) == gtk_list_item_get_selected (list_item))
    return;

  selection = GTK_SELECTION_MODEL (DATELINE_SELECT_VIEW (view)->selection);
  if (gtk_check_button_get_active (check))
    gtk_selection_model_select_item (selection, position, FALSE);
  else
    gtk_selection_model_unselect_item (selection, position);
}

static void
row_activated_cb (DatelineSelectView *self,
                  guint               position)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  if (gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_unselect_item (selection, position);
  else
    gtk_selection_model_select_item (selection, position, FALSE);
}

static void
words_changed_cb (DatelineSelectView *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  g_clear_pointer (&self->words, g_free);
  if (*words != '\0')
    self->words = g_steal_pointer (&words);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
finish (DatelineSelectView *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
stop_search_cb (DatelineSelectView *self)
{
  if (self->words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    finish (self);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  finish (DATELINE_SELECT_VIEW (widget));
}

static void
all_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (DATELINE_SELECT_VIEW (widget)->selection));
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DatelineSelectView *self = DATELINE_SELECT_VIEW (widget);
  DatelineEditor *editor = dateline_editor_get (widget);
  g_autoptr(GPtrArray) items = dateline_select_view_dup_items (self);

  if (editor == NULL || items->len == 0)
    return;

  dateline_editor_delete (editor, items);
  finish (self);
}

static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DatelineSelectView *self = DATELINE_SELECT_VIEW (widget);
  g_autoptr(GPtrArray) items = dateline_select_view_dup_items (self);

  if (items->len < 2 || dateline_editor_get (widget) == NULL)
    return;

  dateline_merge_dialog_show (dateline_editor_get (widget), dateline_view_get_session (DATELINE_VIEW (self)), items,
                              GTK_WINDOW (gtk_widget_get_root (widget)));
  finish (self);
}

static void
theme_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DatelineSelectView *self = DATELINE_SELECT_VIEW (widget);
  g_autoptr(GPtrArray) items = dateline_select_view_dup_items (self);

  if (items->len == 0 || dateline_editor_get (widget) == NULL)
    return;

  dateline_theme_dialog_show (dateline_editor_get (widget), items, GTK_WINDOW (gtk_widget_get_root (widget)));
  finish (self);
}

static void
dateline_select_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dateline_select_view_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (DATELINE_SELECT_VIEW (widget)->list_view));
}

static void
dateline_select_view_dispose (GObject *object)
{
  DatelineSelectView *self = DATELINE_SELECT_VIEW (object);

  /* The filter asks about this widget. */
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (dateline_select_view_parent_class)->dispose (object);
}

static void
dateline_select_view_finalize (GObject *object)
{
  DatelineSelectView *self = DATELINE_SELECT_VIEW (object);

  g_free (self->words);

  G_OBJECT_CLASS (dateline_select_view_parent_class)->finalize (object);
}

static void
dateline_select_view_class_init (DatelineSelectViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_select_view_dispose;
  object_class->finalize = dateline_select_view_finalize;

  widget_class->map = dateline_select_view_map;

  g_type_ensure (DATELINE_TYPE_ROW);

  /**
   * DatelineSelectView::done:
   * @self: a `DatelineSelectView`
   *
   * The reader is done with it, or thought better of it.
   */
  signals[SIGNAL_DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "select.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "select.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "select.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "select.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "select.theme", NULL, theme_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "select.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "select.delete", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-select-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineSelectView, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineSelectView, entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineSelectView, list_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineSelectView, merge_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineSelectView, theme_button);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  dateline_item_row_bind (widget_class);
}

static void
dateline_select_view_init (DatelineSelectView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_list_name (DatelineItemKind kind)
{
  switch (kind)
    {
    case DATELINE_ITEM_PERSON:
      return _("Select People");
    case DATELINE_ITEM_EVENT:
      return _("Select Events");
    case DATELINE_ITEM_QUOTE:
      return _("Select Quotes");
    case DATELINE_ITEM_REACTION:
      return _("Select Reactions");
    case DATELINE_ITEM_CLAIM:
    case DATELINE_ITEM_ACCOUNT:
      return _("Select Claims");
    case DATELINE_ITEM_ARTICLE:
    default:
      return _("Select Articles");
    }
}

/**
 * dateline_select_view_set_kind:
 * @self: a `DatelineSelectView`
 * @kind: what to select
 *
 * Shows the items of a kind, none of them selected.
 */
void
dateline_select_view_set_kind (DatelineSelectView *self,
                               DatelineItemKind    kind)
{
  DatelineStory *story;
  GtkSorter *sorter = NULL;
  GListModel *items;
  GtkFilterListModel *found;

  g_return_if_fail (DATELINE_IS_SELECT_VIEW (self));

  self->kind = kind;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_clear_pointer (&self->words, g_free);
  story = dateline_session_get_story (dateline_view_get_session (DATELINE_VIEW (self)));
  items = g_object_ref (dateline_story_get_items (story, kind));
  if (kind == DATELINE_ITEM_EVENT)
    sorter = GTK_SORTER (gtk_custom_sorter_new (compare_dates, NULL, NULL));
  else if (kind == DATELINE_ITEM_PERSON)
    sorter = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));
  if (sorter != NULL)
    items = G_LIST_MODEL (gtk_sort_list_model_new (items, sorter));

  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  found = gtk_filter_list_model_new (items, g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (found));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, get_list_name (kind), -1);
  gtk_widget_set_visible (self->merge_button, kind == DATELINE_ITEM_PERSON);
  gtk_widget_set_visible (self->theme_button, kind == DATELINE_ITEM_REACTION);
  update (self);
}

/**
 * dateline_select_view_select:
 * @self: a `DatelineSelectView`
 * @item: an item of the kind that is shown
 *
 * Selects an item besides what is selected, and shows it.
 */
void
dateline_select_view_select (DatelineSelectView *self,
                             DatelineItem       *item)
{
  guint n;

  g_return_if_fail (DATELINE_IS_SELECT_VIEW (self));
  g_return_if_fail (DATELINE_IS_ITEM (item));

  n = self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineItem) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other == item)
        {
          gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
          gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", i);
          return;
        }
    }
}

/**
 * dateline_select_view_dup_items:
 * @self: a `DatelineSelectView`
 *
 * What is selected.
 *
 * Returns: (transfer full) (element-type DatelineItem): the items, in the order of the list
 */
GPtrArray *
dateline_select_view_dup_items (DatelineSelectView *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkBitset) selected = NULL;

  g_return_val_if_fail (DATELINE_IS_SELECT_VIEW (self), items);

  if (self->selection == NULL)
    return items;

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, (guint) i)));

  return items;
}
