/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One account in the form of its claim: the article's wording, and behind it what the wording comes to. */
#include "config.h"

#include "dateline-account-row.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-editor.h"
#include "dateline-note-entry.h"
#include "dateline-quantity-entry.h"

struct _DatelineAccountRow
{
  AdwExpanderRow parent_instance;

  DatelineSession *session;
  DatelineAccount *account;

  DatelineField   *quantity_field;
  DatelineField   *unit_field;
  DatelineField   *note_field;
};

G_DEFINE_FINAL_TYPE (DatelineAccountRow, dateline_account_row, ADW_TYPE_EXPANDER_ROW)

static void
show_account (DatelineAccountRow *self)
{
  DatelineQuantity *quantity = dateline_account_get_quantity (self->account);
  g_autofree char *words = quantity != NULL ? dateline_quantity_format (quantity) : g_strdup ("");
  /* The title is text here, the subtitle markup. */
  g_autofree char *markup = g_markup_escape_text (words, -1);
  DatelineClaim *claim = dateline_account_get_claim (self->account);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), dateline_account_get_wording (self->account));
  /* Only what is counted has a unit. */
  gtk_widget_set_visible (GTK_WIDGET (self->unit_field),
                          (claim != NULL && dateline_claim_get_value_kind (claim) == DATELINE_VALUE_KIND_COUNT) ||
                          *dateline_account_get_unit (self->account) != '\0');
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), markup);
}

/* Another kind of value is read and previewed another way. */
static void
kind_changed_cb (DatelineAccountRow *self)
{
  dateline_field_flush (self->quantity_field);
  dateline_field_bind (self->quantity_field, self->session, G_OBJECT (self->account));
  show_account (self);
}

static void
show_passage_cb (DatelineAccountRow *self)
{
  g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (DATELINE_ITEM (self->account));

  dateline_navigator_show (dateline_session_get_navigator (self->session), "articles",
                           DATELINE_ITEM (self->account), passage);
}

static void
delete_cb (DatelineAccountRow *self)
{
  DatelineEditor *editor = dateline_editor_get (GTK_WIDGET (self));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (editor == NULL)
    return;

  g_ptr_array_add (items, g_object_ref (self->account));
  dateline_editor_delete (editor, items);
}

static void
dateline_account_row_dispose (GObject *object)
{
  DatelineAccountRow *self = DATELINE_ACCOUNT_ROW (object);

  g_clear_object (&self->account);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_account_row_parent_class)->dispose (object);
}

static void
dateline_account_row_class_init (DatelineAccountRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_account_row_dispose;

  g_type_ensure (DATELINE_TYPE_NOTE_ENTRY);
  g_type_ensure (DATELINE_TYPE_QUANTITY_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-account-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineAccountRow, quantity_field);
  gtk_widget_class_bind_template_child (widget_class, DatelineAccountRow, unit_field);
  gtk_widget_class_bind_template_child (widget_class, DatelineAccountRow, note_field);
  gtk_widget_class_bind_template_callback (widget_class, show_passage_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
dateline_account_row_init (DatelineAccountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A row that expands is made of lists, which tell no name of their own. */
static void
name_lists (GtkWidget  *widget,
            const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!DATELINE_IS_FIELD (child))
      name_lists (child, name);
}

/**
 * dateline_account_row_new:
 * @session: the session to edit in
 * @account: an account of the story
 *
 * Creates the row of an account.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
dateline_account_row_new (DatelineSession *session,
                          DatelineAccount *account)
{
  DatelineAccountRow *self;
  DatelineArticle *article;

  g_return_val_if_fail (DATELINE_IS_ACCOUNT (account), NULL);

  self = g_object_new (DATELINE_TYPE_ACCOUNT_ROW, NULL);
  self->session = g_object_ref (session);
  self->account = g_object_ref (account);
  article = dateline_account_get_article (account);
  if (article != NULL)
    {
      GtkWidget *badge = dateline_badge_new (article, FALSE);

      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), badge);
    }
  dateline_field_bind (self->quantity_field, session, G_OBJECT (account));
  dateline_field_bind (self->unit_field, session, G_OBJECT (account));
  dateline_field_bind (self->note_field, session, G_OBJECT (account));
  g_signal_connect_object (account, "notify", G_CALLBACK (show_account), self, G_CONNECT_SWAPPED);
  if (dateline_account_get_claim (account) != NULL)
    g_signal_connect_object (dateline_account_get_claim (account), "notify::value-kind",
                             G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);
  show_account (self);
  name_lists (GTK_WIDGET (self), dateline_account_get_wording (account));

  return GTK_WIDGET (self);
}

/**
 * dateline_account_row_get_account:
 * @self: a `DatelineAccountRow`
 *
 * The account that the row shows.
 *
 * Returns: (transfer none): the account
 */
DatelineAccount *
dateline_account_row_get_account (DatelineAccountRow *self)
{
  g_return_val_if_fail (DATELINE_IS_ACCOUNT_ROW (self), NULL);

  return self->account;
}
