/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes two people of one: the reader names the new one, and ticks what goes there. */
#include "config.h"

#include "dateline-split-window.h"

#include <glib/gi18n.h>

#include "dateline-item-row.h"
#include "dateline-row.h"
#include "dateline-short-text.h"
#include "dateline-split.h"
#include "dateline-text.h"

/* What three lines of a narrow window hold: the name is to be among it. */
#define MAX_TEXT 140

struct _DatelineSplitWindow
{
  AdwWindow parent_instance;

  DatelineEditor  *editor;
  DatelineSplit   *split;
  GtkCustomFilter *filter;
  GListModel      *found;
  char            *words;     /* what is looked for */
  char            *suggested; /* the name that the reader did not type */

  AdwWindowTitle  *window_title;
  GtkWidget       *name_row;
  GtkSearchEntry  *entry;
  GtkButton       *all_button;
  GtkLabel        *count_label;
  GtkStack        *stack;
  GtkListView     *list_view;
};

G_DEFINE_FINAL_TYPE (DatelineSplitWindow, dateline_split_window, ADW_TYPE_WINDOW)

static gboolean
filter_cb (gpointer part,
           gpointer user_data)
{
  DatelineSplitWindow *self = user_data;
  g_autofree char *text = NULL;
  g_autofree char *detail = NULL;

  if (self->words == NULL)
    return TRUE;

  text = dateline_split_part_dup_text (part, NULL, NULL);
  if (dateline_text_matches (text, self->words))
    return TRUE;
  detail = dateline_split_part_dup_detail (part);

  return dateline_text_matches (detail, self->words);
}

static char *
dup_name (DatelineSplitWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static gboolean
are_found_ticked (DatelineSplitWindow *self)
{
  guint n = g_list_model_get_n_items (self->found);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineSplitPart) part = g_list_model_get_item (self->found, i);

      if (!dateline_split_part_get_ticked (part))
        return FALSE;
    }

  return n > 0;
}

static void
update (DatelineSplitWindow *self)
{
  guint n = g_list_model_get_n_items (dateline_split_get_parts (self->split));
  guint n_ticked = dateline_split_get_n_ticked (self->split);
  g_autofree char *name = dup_name (self);
  g_autofree char *count = NULL;

  if (n_ticked > 0)
    /* Translators: how many mentions, events and the like of one person go to another, and of how many */
    count = g_strdup_printf (ngettext ("%'u of %'u goes to the new person", "%'u of %'u go to the new person", n_ticked), n_ticked, n);
  else
    count = g_strdup (_("Select what belongs to the new person. The rest stays."));
  gtk_label_set_label (self->count_label, count);
  if (are_found_ticked (self))
    gtk_button_set_label (self->all_button, _("Select None"));
  else
    gtk_button_set_label (self->all_button, self->words != NULL ? _("Select Found") : _("Select All"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split.accept", *name != '\0' && n_ticked > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split.all", g_list_model_get_n_items (self->found) > 0);
}

/* As long as the reader types no name, it is the one that what is ticked tells. */
static void
ticked_cb (DatelineSplitWindow *self)
{
  g_autofree char *name = dup_name (self);

  if (*name == '\0' || g_strcmp0 (name, self->suggested) == 0)
    {
      g_free (self->suggested);
      self->suggested = dateline_split_dup_first_name (self->split);
      gtk_editable_set_text (GTK_EDITABLE (self->name_row), self->suggested != NULL ? self->suggested : "");
    }
  update (self);
}

static void
name_changed_cb (DatelineSplitWindow *self)
{
  if (self->split != NULL)
    update (self);
}

static void
name_activated_cb (DatelineSplitWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "split.accept", NULL);
}

static void
found_changed_cb (DatelineSplitWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (self->found) > 0 ? "list" : "empty");
  update (self);
}

static void
words_changed_cb (DatelineSplitWindow *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  g_clear_pointer (&self->words, g_free);
  if (*words != '\0')
    self->words = g_steal_pointer (&words);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
stop_search_cb (DatelineSplitWindow *self)
{
  if (self->words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (DatelineSplitWindow *self,
                  guint                position)
{
  g_autoptr(DatelineSplitPart) part = g_list_model_get_item (self->found, position);

  if (part != NULL)
    dateline_split_part_set_ticked (part, !dateline_split_part_get_ticked (part));
}

/* The box follows the part; when the reader ticks it, the part follows the box. */
static void
check_toggled_cb (GtkCheckButton *check,
                  GtkListItem    *list_item)
{
  DatelineSplitPart *part = gtk_list_item_get_item (list_item);

  if (part != NULL)
    dateline_split_part_set_ticked (part, gtk_check_button_get_active (check));
}

static void
all_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  DatelineSplitWindow *self = DATELINE_SPLIT_WINDOW (widget);
  gboolean ticked = !are_found_ticked (self);

  g_object_freeze_notify (G_OBJECT (self->split));
  for (guint i = 0; i < g_list_model_get_n_items (self->found); i++)
    {
      g_autoptr(DatelineSplitPart) part = g_list_model_get_item (self->found, i);

      dateline_split_part_set_ticked (part, ticked);
    }
  g_object_thaw_notify (G_OBJECT (self->split));
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (DATELINE_SPLIT_WINDOW (widget)->entry));
}

static void
accept_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  DatelineSplitWindow *self = DATELINE_SPLIT_WINDOW (widget);
  g_autoptr(DatelineEditor) editor = g_object_ref (self->editor);
  g_autofree char *name = dup_name (self);
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autoptr(DatelineEdit) edit = dateline_split_create_edit (self->split, name, &id);

  /* Translators: %s is the name of the new person */
  title = g_strdup_printf (_("%s split off"), name);
  gtk_window_close (GTK_WINDOW (self));
  dateline_editor_apply_and_select (editor, edit, title, id);
}

/* -- Rows; the first argument of a closure is the expression's object, which nobody uses -- */

static char *
part_icon (gpointer           unused,
           DatelineSplitPart *part)
{
  DatelineItem *item = part != NULL ? dateline_split_part_get_item (part) : NULL;

  if (item != NULL)
    return g_strdup (dateline_item_row_get_icon (item));
  if (part != NULL && dateline_split_part_get_passage (part) != NULL)
    return g_strdup ("dateline-articles-symbolic");

  return g_strdup ("dateline-person-symbolic");
}

static char *
dup_shown (DatelineSplitPart *part,
           gsize             *from,
           gsize             *to)
{
  g_autofree char *text = dateline_split_part_dup_text (part, from, to);

  return dateline_short_text_dup_at (text, MAX_TEXT, from, to);
}

static char *
part_text (gpointer           unused,
           DatelineSplitPart *part)
{
  gsize from;
  gsize to;

  return part != NULL ? dup_shown (part, &from, &to) : g_strdup ("");
}

/* The name stands out of its sentence. */
static PangoAttrList *
part_attributes (gpointer           unused,
                 DatelineSplitPart *part)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *shown = NULL;
  gsize from;
  gsize to;

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (part == NULL)
    return attributes;

  shown = dup_shown (part, &from, &to);
  if (from < to)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) from;
      bold->end_index = (guint) to;
      pango_attr_list_insert (attributes, bold);
    }

  return attributes;
}

static char *
part_detail (gpointer           unused,
             DatelineSplitPart *part)
{
  return part != NULL ? dateline_split_part_dup_detail (part) : g_strdup ("");
}

/* The state of a box in a row is not told when one walks from row to row. */
static char *
part_name (gpointer           unused,
           DatelineSplitPart *part,
           gboolean           ticked)
{
  g_autofree char *text = part_text (NULL, part);
  g_autofree char *detail = part_detail (NULL, part);
  g_autofree char *name = g_strdup_printf ("%s – %s", detail, text);

  /* Translators: for a screen reader; %s is a mention, an event or the like */
  return ticked ? g_strdup_printf (_("Selected: %s"), name) : g_steal_pointer (&name);
}

static void
dateline_split_window_dispose (GObject *object)
{
  DatelineSplitWindow *self = DATELINE_SPLIT_WINDOW (object);

  /* The filter asks about this window. */
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->found);
  g_clear_object (&self->split);
  g_clear_object (&self->editor);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_SPLIT_WINDOW);

  G_OBJECT_CLASS (dateline_split_window_parent_class)->dispose (object);
}

static void
dateline_split_window_finalize (GObject *object)
{
  DatelineSplitWindow *self = DATELINE_SPLIT_WINDOW (object);

  g_free (self->words);
  g_free (self->suggested);

  G_OBJECT_CLASS (dateline_split_window_parent_class)->finalize (object);
}

static void
dateline_split_window_class_init (DatelineSplitWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_split_window_dispose;
  object_class->finalize = dateline_split_window_finalize;

  g_type_ensure (DATELINE_TYPE_ROW);
  g_type_ensure (DATELINE_TYPE_SPLIT_PART);

  gtk_widget_class_install_action (widget_class, "split.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "split.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "split.find", NULL, find_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-split-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineSplitWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, DatelineSplitWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, DatelineSplitWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineSplitWindow, all_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineSplitWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineSplitWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineSplitWindow, list_view);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_icon);
  gtk_widget_class_bind_template_callback (widget_class, part_text);
  gtk_widget_class_bind_template_callback (widget_class, part_attributes);
  gtk_widget_class_bind_template_callback (widget_class, part_detail);
  gtk_widget_class_bind_template_callback (widget_class, part_name);
}

static void
dateline_split_window_init (DatelineSplitWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_split_window_new:
 * @session: the session
 * @editor: what carries the edit out
 * @person: a person of the story
 *
 * Creates a window in which somebody is split off @person.
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
DatelineSplitWindow *
dateline_split_window_new (DatelineSession *session,
                           DatelineEditor  *editor,
                           DatelinePerson  *person)
{
  DatelineSplitWindow *self;
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (DATELINE_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (DATELINE_IS_PERSON (person), NULL);

  self = g_object_new (DATELINE_TYPE_SPLIT_WINDOW, NULL);
  self->editor = g_object_ref (editor);
  self->split = dateline_split_new (dateline_session_get_index (session), person);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (dateline_split_get_parts (self->split)),
                                                         g_object_ref (GTK_FILTER (self->filter))));
  g_signal_connect_object (self->split, "notify::n-ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (found_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->found))));
  name = dateline_short_text_dup (dateline_person_get_name (person), DATELINE_SHORT_TEXT_LINE);
  /* Translators: under "Split Off"; %s is the name of a person */
  subtitle = g_strdup_printf (_("From %s"), name);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  update (self);
  gtk_widget_grab_focus (self->name_row);

  return self;
}
