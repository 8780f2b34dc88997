/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two copies of a story say differently: both values of each, and a choice between them. */
#include "config.h"

#include "dateline-merge-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-short-text.h"

/* Of a value so many lines and characters are seen at first, and so many characters at all. */
#define LINES 6
#define SHORT 240
#define LONG  20000

struct _DatelineMergeWindow
{
  AdwWindow parent_instance;

  DatelineMerge *merge;
  GPtrArray     *ours;   /* unowned check buttons, in the order of the conflicts */
  GPtrArray     *theirs;
  GtkBox        *box;
  GtkLabel      *intro_label;
  GtkWidget     *merge_button;
};

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineMergeWindow, dateline_merge_window, ADW_TYPE_WINDOW)

static void
choose_all (GPtrArray *buttons)
{
  for (guint i = 0; i < buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (buttons, i), TRUE);
}

static void
all_ours_cb (DatelineMergeWindow *self)
{
  choose_all (self->ours);
}

static void
all_theirs_cb (DatelineMergeWindow *self)
{
  choose_all (self->theirs);
}

static void
merge_cb (DatelineMergeWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0, self->merge);
  gtk_window_close (GTK_WINDOW (self));
}

static void
toggled_cb (GtkCheckButton   *button,
            DatelineConflict *conflict)
{
  dateline_conflict_set_side (conflict,
                              gtk_check_button_get_active (button) ? DATELINE_SIDE_THEIRS : DATELINE_SIDE_OURS);
}

static void
dateline_merge_window_dispose (GObject *object)
{
  DatelineMergeWindow *self = DATELINE_MERGE_WINDOW (object);

  g_clear_object (&self->merge);
  g_clear_pointer (&self->ours, g_ptr_array_unref);
  g_clear_pointer (&self->theirs, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_MERGE_WINDOW);

  G_OBJECT_CLASS (dateline_merge_window_parent_class)->dispose (object);
}

static void
dateline_merge_window_class_init (DatelineMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_merge_window_dispose;

  /**
   * DatelineMergeWindow::decided:
   * @self: a `DatelineMergeWindow`
   * @merge: the merge, with a decision for each conflict
   *
   * The reader wants the merge to be done.
   */
  signals[SIGNAL_DECIDED] =
    g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DATELINE_TYPE_MERGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineMergeWindow, box);
  gtk_widget_class_bind_template_child (widget_class, DatelineMergeWindow, intro_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineMergeWindow, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, all_ours_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
}

static void
dateline_merge_window_init (DatelineMergeWindow *self)
{
  self->ours = g_ptr_array_new ();
  self->theirs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The start of a long value, or NULL. */
static char *
dup_start (const char *value)
{
  g_autofree char *start = dateline_short_text_dup (value, SHORT);
  char *end = start;

  for (guint i = 0; i < LINES && end != NULL; i++)
    end = strchr (end + (i > 0), '\n');
  if (end == NULL)
    return g_str_equal (start, value) ? NULL : g_steal_pointer (&start);

  *end = '\0';

  return g_strconcat (start, "\n…", NULL);
}

static void
show_more_cb (GtkWidget *button)
{
  GtkLabel *label = GTK_LABEL (gtk_widget_get_prev_sibling (button));

  gtk_label_set_label (label, g_object_get_data (G_OBJECT (button), "value"));
  gtk_widget_set_visible (button, FALSE);
}

/* One of the two values, as a card that can be chosen. */
static GtkWidget *
create_side (const char *name,
             const char *value,
             GtkWidget  *check,
             GtkWidget  *heading,
             GtkWidget  *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *start = dup_start (value);
  GtkWidget *label = gtk_label_new (start != NULL ? start : *value != '\0' ? value : _("Nothing"));

  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), name);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* Beside each other both are as wide, whatever is in them. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_selectable (GTK_LABEL (label), *value != '\0');
  gtk_widget_add_css_class (label, "merge-value");
  if (*value == '\0')
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, heading, field, label, NULL, -1);
  if (start != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Show More"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "merge-more");
      g_object_set_data_full (G_OBJECT (button), "value", dateline_short_text_dup (value, LONG), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (show_more_cb), NULL);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "merge-side");
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static gboolean
choose_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  gtk_check_button_set_active (user_data, TRUE);
  gtk_widget_grab_focus (user_data);

  return TRUE;
}

/* The flow box would take the keys that go from one choice to the other. */
static void
add_keys (GtkWidget *check,
          GtkWidget *other)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Left|Right|Up|Down"),
                                                          gtk_callback_action_new (choose_cb, other, NULL)));
  gtk_widget_add_controller (check, controller);
}

static void
append_side (GtkWidget *flow,
             GtkWidget *side)
{
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), side);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
}

static void
add_conflict (DatelineMergeWindow *self,
              DatelineConflict    *conflict)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (dateline_conflict_get_label (conflict));
  GtkWidget *field = gtk_label_new (dateline_conflict_get_field (conflict));
  /* To assistive technology a flow box is a table, and each choice would stand alone. */
  GtkWidget *flow = g_object_new (GTK_TYPE_FLOW_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *ours = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *theirs = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (heading), 3);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (field), 0);
  gtk_label_set_wrap (GTK_LABEL (field), TRUE);
  gtk_widget_add_css_class (field, "dim-label");

  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (ours));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ours), dateline_conflict_get_side (conflict) == DATELINE_SIDE_OURS);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (theirs), dateline_conflict_get_side (conflict) == DATELINE_SIDE_THEIRS);
  g_signal_connect_object (theirs, "toggled", G_CALLBACK (toggled_cb), conflict, 0);
  add_keys (ours, theirs);
  add_keys (theirs, ours);
  g_ptr_array_add (self->ours, ours);
  g_ptr_array_add (self->theirs, theirs);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  append_side (flow, create_side (_("This Story"), dateline_conflict_get_ours (conflict), ours, heading, field));
  append_side (flow, create_side (_("The Copy"), dateline_conflict_get_theirs (conflict), theirs, heading, field));

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), flow);
  gtk_box_append (self->box, box);
}

/**
 * dateline_merge_window_new:
 * @merge: a merge with conflicts
 *
 * Creates a window that asks how to decide each.
 *
 * Returns: (transfer full): a new window
 */
DatelineMergeWindow *
dateline_merge_window_new (DatelineMerge *merge)
{
  DatelineMergeWindow *self;
  GListModel *conflicts;
  g_autofree char *intro = NULL;
  guint n;

  g_return_val_if_fail (DATELINE_IS_MERGE (merge), NULL);

  self = g_object_new (DATELINE_TYPE_MERGE_WINDOW, NULL);
  self->merge = g_object_ref (merge);
  conflicts = dateline_merge_get_conflicts (merge);
  n = g_list_model_get_n_items (conflicts);
  intro = g_strdup_printf (ngettext ("This story and the copy say %'u thing differently. Which is right?",
                                     "This story and the copy say %'u things differently. Which are right?", n), n);
  gtk_label_set_label (self->intro_label, intro);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineConflict) conflict = g_list_model_get_item (conflicts, i);

      add_conflict (self, conflict);
    }
  gtk_window_set_focus (GTK_WINDOW (self), g_ptr_array_index (self->ours, 0));

  return self;
}
