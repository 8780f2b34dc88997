/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of one kind of item, or of the story: fields that a .ui file declares, each of which applies by itself. */
#include "config.h"

#include "dateline-form.h"

#include <glib/gi18n.h>

#include "dateline-accounts-group.h"
#include "dateline-choice-field.h"
#include "dateline-date-entry.h"
#include "dateline-editor.h"
#include "dateline-evidence-group.h"
#include "dateline-item-chooser.h"
#include "dateline-items-row.h"
#include "dateline-language-entry.h"
#include "dateline-name-entry.h"
#include "dateline-note-entry.h"
#include "dateline-switch-field.h"
#include "dateline-tags-entry.h"
#include "dateline-url-entry.h"
#include "dateline-value-kind-field.h"

struct _DatelineForm
{
  AdwBin parent_instance;

  DatelineSession *session;
  GObject         *target;

  GtkLabel        *words_label; /* NULL where the form shows no words */
};

G_DEFINE_FINAL_TYPE (DatelineForm, dateline_form, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  const char *delete_label;
} kinds[DATELINE_N_ITEM_KINDS] = {
  [DATELINE_ITEM_ARTICLE] = { "article", N_("Delete Article") },
  [DATELINE_ITEM_PERSON] = { "person", N_("Delete Person") },
  [DATELINE_ITEM_EVENT] = { "event", N_("Delete Event") },
  [DATELINE_ITEM_QUOTE] = { "quote", N_("Delete Quote") },
  [DATELINE_ITEM_REACTION] = { "reaction", N_("Delete Reaction") },
  [DATELINE_ITEM_CLAIM] = { "claim", N_("Delete Claim") },
};

/* The fields come and go with the accounts of a claim: they are looked for, not kept. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_ptr_array_add (found, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (DatelineForm *self,
          GType         type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (self), type, found);

  return found;
}

/* As the lists do it: the window says what went, and offers to undo it. */
static void
delete_cb (DatelineForm *self)
{
  DatelineEditor *editor = dateline_editor_get (GTK_WIDGET (self));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (editor == NULL)
    return;

  dateline_form_flush (self);
  g_ptr_array_add (items, g_object_ref (self->target));
  dateline_editor_delete (editor, items);
}

static void
split_cb (DatelineForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.split-person", "s", dateline_item_get_id (DATELINE_ITEM (self->target)));
}

static void
text_cb (DatelineForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.replace-text", "s", dateline_item_get_id (DATELINE_ITEM (self->target)));
}

static void
let_go (DatelineForm *self)
{
  g_autoptr(GPtrArray) fields = find_all (self, DATELINE_TYPE_FIELD);
  g_autoptr(GPtrArray) evidence = find_all (self, DATELINE_TYPE_EVIDENCE_GROUP);
  g_autoptr(GPtrArray) accounts = find_all (self, DATELINE_TYPE_ACCOUNTS_GROUP);

  for (guint i = 0; i < fields->len; i++)
    dateline_field_bind (g_ptr_array_index (fields, i), NULL, NULL);
  for (guint i = 0; i < evidence->len; i++)
    dateline_evidence_group_bind (g_ptr_array_index (evidence, i), NULL, NULL);
  for (guint i = 0; i < accounts->len; i++)
    dateline_accounts_group_bind (g_ptr_array_index (accounts, i), NULL, NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->target);
}

static void
dateline_form_dispose (GObject *object)
{
  DatelineForm *self = DATELINE_FORM (object);

  g_clear_object (&self->session);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (dateline_form_parent_class)->dispose (object);
}

static void
dateline_form_class_init (DatelineFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_form_dispose;

  g_type_ensure (DATELINE_TYPE_ACCOUNTS_GROUP);
  g_type_ensure (DATELINE_TYPE_CHOICE_FIELD);
  g_type_ensure (DATELINE_TYPE_DATE_ENTRY);
  g_type_ensure (DATELINE_TYPE_EVIDENCE_GROUP);
  g_type_ensure (DATELINE_TYPE_ITEM_CHOOSER);
  g_type_ensure (DATELINE_TYPE_ITEMS_ROW);
  g_type_ensure (DATELINE_TYPE_LANGUAGE_ENTRY);
  g_type_ensure (DATELINE_TYPE_NAME_ENTRY);
  g_type_ensure (DATELINE_TYPE_NOTE_ENTRY);
  g_type_ensure (DATELINE_TYPE_SWITCH_FIELD);
  g_type_ensure (DATELINE_TYPE_TAGS_ENTRY);
  g_type_ensure (DATELINE_TYPE_TEXT_ENTRY);
  g_type_ensure (DATELINE_TYPE_URL_ENTRY);
  g_type_ensure (DATELINE_TYPE_VALUE_KIND_FIELD);
}

static void
dateline_form_init (DatelineForm *self)
{
}

/* A group has a list for its rows, which tells no name of its own. */
static void
name_lists (GtkWidget  *widget,
            const char *name)
{
  const char *title = ADW_IS_PREFERENCES_GROUP (widget) ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)) : NULL;

  if (title != NULL && *title != '\0')
    name = title;
  if (GTK_IS_LIST_BOX (widget))
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

static void
add_button (DatelineForm *self,
            GtkWidget    *group,
            const char   *label,
            const char   *css_class,
            GCallback     callback)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, css_class);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* The last thing in a form, and nothing that is pressed by mistake */
static GtkWidget *
create_delete_group (DatelineForm *self,
                     guint         kind)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (kind == DATELINE_ITEM_ARTICLE)
    add_button (self, group, C_("form", "Replace Text…"), "field-show", G_CALLBACK (text_cb));
  if (kind == DATELINE_ITEM_PERSON)
    add_button (self, group, C_("form", "Split Off…"), "field-show", G_CALLBACK (split_cb));
  add_button (self, group, _(kinds[kind].delete_label), "field-delete", G_CALLBACK (delete_cb));

  return group;
}

/**
 * dateline_form_new:
 * @name: from dateline_form_name_for()
 *
 * Creates the form of a kind, with no item yet.
 *
 * Returns: (transfer floating): a new form
 */
GtkWidget *
dateline_form_new (const char *name)
{
  DatelineForm *self;
  g_autofree char *path = NULL;
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWidget *box;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_FORM, NULL);
  path = g_strdup_printf ("/app/dateline/Dateline/ui/forms/%s-form.ui", name);
  builder = gtk_builder_new_from_resource (path);
  box = GTK_WIDGET (gtk_builder_get_object (builder, "form"));
  self->words_label = GTK_LABEL (gtk_builder_get_object (builder, "words_label"));
  adw_bin_set_child (ADW_BIN (self), box);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      gtk_box_append (GTK_BOX (box), create_delete_group (self, i));

  name_lists (box, C_("form", "Fields"));

  return GTK_WIDGET (self);
}

/**
 * dateline_form_bind:
 * @self: a `DatelineForm`
 * @session: (nullable): the session to edit in
 * @target: (nullable): an item of the form's kind, or the story
 *
 * Shows another item, or none. What was typed for the one before is applied first.
 */
void
dateline_form_bind (DatelineForm    *self,
                    DatelineSession *session,
                    GObject         *target)
{
  g_autoptr(GPtrArray) fields = NULL;
  g_autoptr(GPtrArray) evidence = NULL;
  g_autoptr(GPtrArray) accounts = NULL;

  g_return_if_fail (DATELINE_IS_FORM (self));

  if (self->target == target)
    return;
  if (self->target != NULL)
    {
      dateline_form_flush (self);
      let_go (self);
    }
  if (target == NULL)
    return;

  self->session = g_object_ref (session);
  self->target = g_object_ref (target);

  /* The fields in the rows of accounts belong to other items, and come later. */
  fields = find_all (self, DATELINE_TYPE_FIELD);
  for (guint i = 0; i < fields->len; i++)
    dateline_field_bind (g_ptr_array_index (fields, i), session, target);
  evidence = find_all (self, DATELINE_TYPE_EVIDENCE_GROUP);
  for (guint i = 0; i < evidence->len; i++)
    dateline_evidence_group_bind (g_ptr_array_index (evidence, i), session, DATELINE_ITEM (target));
  accounts = find_all (self, DATELINE_TYPE_ACCOUNTS_GROUP);
  for (guint i = 0; i < accounts->len; i++)
    dateline_accounts_group_bind (g_ptr_array_index (accounts, i), session, DATELINE_CLAIM (target));
  if (self->words_label != NULL)
    gtk_label_set_label (self->words_label, dateline_item_get_label (DATELINE_ITEM (target)));
}

/**
 * dateline_form_flush:
 * @self: a `DatelineForm`
 *
 * Applies at once what was typed.
 *
 * Returns: %FALSE if something now waits for a place to keep the story
 */
gboolean
dateline_form_flush (DatelineForm *self)
{
  g_autoptr(GPtrArray) fields = NULL;
  gboolean flushed = TRUE;

  g_return_val_if_fail (DATELINE_IS_FORM (self), TRUE);

  fields = find_all (self, DATELINE_TYPE_FIELD);
  for (guint i = 0; i < fields->len; i++)
    flushed &= dateline_field_flush (g_ptr_array_index (fields, i));

  return flushed;
}

/**
 * dateline_form_settle_waiting:
 * @self: a `DatelineForm`
 * @apply: %TRUE to apply what waited for a place to keep the story, or for another program; %FALSE to put back what the
 *   story has
 *
 * Called when the reader has decided, or the other program has finished.
 */
void
dateline_form_settle_waiting (DatelineForm *self,
                              gboolean      apply)
{
  g_autoptr(GPtrArray) fields = NULL;

  g_return_if_fail (DATELINE_IS_FORM (self));

  fields = find_all (self, DATELINE_TYPE_FIELD);
  for (guint i = 0; i < fields->len; i++)
    if (dateline_field_is_waiting (g_ptr_array_index (fields, i)))
      {
        if (apply)
          dateline_field_retry (g_ptr_array_index (fields, i));
        else
          dateline_field_give_up (g_ptr_array_index (fields, i));
      }
}

/**
 * dateline_form_focus_first:
 * @self: a `DatelineForm`
 * @select: whether to select what stands there, which is no more than a proposal
 *
 * Gives the keys to the first field.
 */
void
dateline_form_focus_first (DatelineForm *self,
                           gboolean      select)
{
  g_autoptr(GPtrArray) fields = NULL;

  g_return_if_fail (DATELINE_IS_FORM (self));

  fields = find_all (self, DATELINE_TYPE_FIELD);
  if (fields->len == 0)
    return;

  if (select)
    dateline_field_select_editor (g_ptr_array_index (fields, 0));
  else
    dateline_field_focus_editor (g_ptr_array_index (fields, 0));
}

/**
 * dateline_form_focus_field:
 * @self: a `DatelineForm`
 * @id: the item, or one within it, or an empty string for the story
 * @property: a property of it
 *
 * Gives the keys to a field.
 */
void
dateline_form_focus_field (DatelineForm *self,
                           const char   *id,
                           const char   *property)
{
  g_autoptr(GPtrArray) fields = NULL;

  g_return_if_fail (DATELINE_IS_FORM (self));

  fields = find_all (self, DATELINE_TYPE_FIELD);
  for (guint i = 0; i < fields->len; i++)
    {
      DatelineField *field = g_ptr_array_index (fields, i);
      GObject *target = dateline_field_get_target (field);
      const char *own_id = DATELINE_IS_ITEM (target) ? dateline_item_get_id (DATELINE_ITEM (target)) : "";
      g_autofree char *own = NULL;

      g_object_get (field, "property", &own, NULL);
      if (g_strcmp0 (own_id, id) == 0 && g_strcmp0 (own, property) == 0)
        {
          dateline_field_focus_editor (field);
          return;
        }
    }
}

/**
 * dateline_form_get_target:
 * @self: a `DatelineForm`
 *
 * What the form shows.
 *
 * Returns: (transfer none) (nullable): an item or the story, or %NULL for nothing
 */
GObject *
dateline_form_get_target (DatelineForm *self)
{
  g_return_val_if_fail (DATELINE_IS_FORM (self), NULL);

  return self->target;
}

/**
 * dateline_form_name_for:
 * @target: an item that is no account, or a story
 *
 * The name of the form that @target is edited with.
 *
 * Returns: the name
 */
const char *
dateline_form_name_for (GObject *target)
{
  g_return_val_if_fail (G_IS_OBJECT (target), NULL);

  return DATELINE_IS_ITEM (target) ? kinds[dateline_item_get_kind (DATELINE_ITEM (target))].name : "story";
}
