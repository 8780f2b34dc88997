/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence of an item in its form: the passages, each with its article, which can be followed and removed. */
#include "config.h"

#include "dateline-evidence-group.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-editor.h"
#include "dateline-text.h"

/* A person may be mentioned thousands of times: the rest comes when it is asked for. */
#define FIRST_ROWS 12

struct _DatelineEvidenceGroup
{
  AdwPreferencesGroup parent_instance;

  gboolean         removable;
  gboolean         complete;
  DatelineSession *session;
  DatelineItem    *item;
  GPtrArray       *rows;
};

enum
{
  PROP_0,
  PROP_REMOVABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineEvidenceGroup, dateline_evidence_group, ADW_TYPE_PREFERENCES_GROUP)

static DatelinePassage *
get_passage (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "passage");
}

static void
follow_cb (DatelineEvidenceGroup *self,
           GtkWidget             *row)
{
  dateline_navigator_show (dateline_session_get_navigator (self->session), "articles", self->item, get_passage (row));
}

static void
remove_cb (DatelineEvidenceGroup *self,
           GtkWidget             *button)
{
  DatelinePassage *passage = get_passage (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW));
  GListModel *passages = dateline_item_get_passages (self->item);
  g_autoptr(DatelineItem) base = dateline_item_copy (self->item);
  g_autoptr(DatelineItem) draft = dateline_item_copy (self->item);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(DatelineEdit) edit = dateline_edit_new (C_("edit", "Remove Passage"));
  DatelineEditor *editor = dateline_editor_get (GTK_WIDGET (self));

  if (editor == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) other = g_list_model_get_item (passages, i);

      if (other != passage)
        g_ptr_array_add (others, g_steal_pointer (&other));
    }
  dateline_item_set_passages (draft, others);
  dateline_edit_put (edit, draft, base);
  dateline_editor_apply (editor, edit, _("Passage removed"));
}

static GtkWidget *
create_row (DatelineEvidenceGroup *self,
            DatelinePassage       *passage)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = dateline_badge_new (dateline_passage_get_article (passage), FALSE);
  g_autofree char *words = dateline_text_abridge (dateline_passage_get_exact (passage), 300);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "evidence");
  gtk_widget_set_tooltip_text (row, _("Show in the Article"));
  g_object_set_data_full (G_OBJECT (row), "passage", g_object_ref (passage), g_object_unref);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (follow_cb), self);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);

  if (self->removable)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, _("Remove"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove Passage"), -1);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "field-button");
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }

  return row;
}

static void
add_row (DatelineEvidenceGroup *self,
         GtkWidget             *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void show_passages (DatelineEvidenceGroup *self);

static void
show_all_cb (DatelineEvidenceGroup *self)
{
  self->complete = TRUE;
  show_passages (self);
}

static void
show_passages (DatelineEvidenceGroup *self)
{
  GListModel *passages = self->item != NULL ? dateline_item_get_passages (self->item) : NULL;
  guint n = passages != NULL ? g_list_model_get_n_items (passages) : 0;
  guint n_shown = self->complete || n <= FIRST_ROWS ? n : FIRST_ROWS;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      add_row (self, create_row (self, passage));
    }
  if (n_shown < n)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *title = g_strdup_printf (ngettext ("Show %'u More", "Show %'u More", n - n_shown), n - n_shown);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_swapped (row, "activated", G_CALLBACK (show_all_cb), self);
      add_row (self, row);
    }
}

static void
dateline_evidence_group_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_REMOVABLE:
      DATELINE_EVIDENCE_GROUP (object)->removable = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_evidence_group_dispose (GObject *object)
{
  DatelineEvidenceGroup *self = DATELINE_EVIDENCE_GROUP (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (dateline_item_get_passages (self->item), show_passages, self);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_evidence_group_parent_class)->dispose (object);
}

static void
dateline_evidence_group_finalize (GObject *object)
{
  g_ptr_array_unref (DATELINE_EVIDENCE_GROUP (object)->rows);

  G_OBJECT_CLASS (dateline_evidence_group_parent_class)->finalize (object);
}

static void
dateline_evidence_group_class_init (DatelineEvidenceGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_evidence_group_dispose;
  object_class->finalize = dateline_evidence_group_finalize;
  object_class->set_property = dateline_evidence_group_set_property;

  /**
   * DatelineEvidenceGroup:removable:
   *
   * Whether the item can do without a passage: a quote is its passage.
   */
  properties[PROP_REMOVABLE] =
    g_param_spec_boolean ("removable", NULL, NULL, TRUE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_evidence_group_init (DatelineEvidenceGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * dateline_evidence_group_bind:
 * @self: a `DatelineEvidenceGroup`
 * @session: (nullable): the session to edit in
 * @item: (nullable): the item whose evidence is shown
 *
 * Shows the evidence of another item, or of none.
 */
void
dateline_evidence_group_bind (DatelineEvidenceGroup *self,
                              DatelineSession       *session,
                              DatelineItem          *item)
{
  g_return_if_fail (DATELINE_IS_EVIDENCE_GROUP (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (dateline_item_get_passages (self->item), show_passages, self);
  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  self->complete = FALSE;
  if (item != NULL)
    g_signal_connect_object (dateline_item_get_passages (item), "items-changed",
                             G_CALLBACK (show_passages), self, G_CONNECT_SWAPPED);
  show_passages (self);
}
