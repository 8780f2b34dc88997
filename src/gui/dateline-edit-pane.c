/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane beside the views in which what they show is edited: the form of the selection, of its article, of the story. */
#include "config.h"

#include "dateline-edit-pane.h"

#include <glib/gi18n.h>

#include "dateline-accounts-group.h"
#include "dateline-adaptive-box.h"
#include "dateline-form.h"

struct _DatelineEditPane
{
  DatelineView parent_instance;

  DatelineAdaptiveBox *box; /* not owned: what folds around the pane */
  gboolean             choosing;
  guint                retry_id;

  GtkWidget           *close_button;
  GtkWidget           *heading;
  GtkWidget           *scope_box;
  GtkToggleButton     *item_button;
  GtkLabel            *item_label;
  GtkToggleButton     *article_button;
  GtkToggleButton     *story_button;
  GtkScrolledWindow   *scrolled_window;
  GtkStack            *stack;
};

G_DEFINE_FINAL_TYPE (DatelineEditPane, dateline_edit_pane, DATELINE_TYPE_VIEW)

static DatelineSession *
get_session (DatelineEditPane *self)
{
  return dateline_view_get_session (DATELINE_VIEW (self));
}

static DatelineForm *
get_form (DatelineEditPane *self)
{
  return DATELINE_FORM (gtk_stack_get_visible_child (self->stack));
}

/* What the reader selected, if it is still there and has a form. */
static DatelineItem *
get_selected (DatelineEditPane *self)
{
  DatelineStory *story = dateline_session_get_story (get_session (self));
  DatelineItem *item = dateline_navigator_get_selected (dateline_session_get_navigator (get_session (self)));

  if (DATELINE_IS_ACCOUNT (item))
    item = DATELINE_ITEM (dateline_account_get_claim (DATELINE_ACCOUNT (item)));

  return item != NULL && dateline_story_lookup (story, dateline_item_get_id (item)) == item ? item : NULL;
}

static DatelineArticle *
get_article (DatelineEditPane *self)
{
  DatelineStory *story = dateline_session_get_story (get_session (self));
  DatelineArticle *article = dateline_navigator_get_article (dateline_session_get_navigator (get_session (self)));

  if (article == NULL || dateline_story_lookup (story, dateline_item_get_id (DATELINE_ITEM (article))) != DATELINE_ITEM (article))
    return NULL;

  return article;
}

static const char *
get_kind_name (DatelineItem *item)
{
  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_ARTICLE:
      return C_("form", "Article");
    case DATELINE_ITEM_PERSON:
      return C_("form", "Person");
    case DATELINE_ITEM_EVENT:
      return C_("form", "Event");
    case DATELINE_ITEM_QUOTE:
      return C_("form", "Quote");
    case DATELINE_ITEM_REACTION:
      return C_("form", "Reaction");
    case DATELINE_ITEM_CLAIM:
    case DATELINE_ITEM_ACCOUNT:
    default:
      return C_("form", "Claim");
    }
}

/* Where there is no choice, none is offered. */
static void
update_scopes (DatelineEditPane *self)
{
  DatelineItem *item = get_selected (self);
  DatelineArticle *article = get_article (self);
  gboolean offers_article = article != NULL && DATELINE_ITEM (article) != item;

  gtk_widget_set_visible (GTK_WIDGET (self->item_button), item != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->article_button), offers_article);
  gtk_widget_set_visible (self->scope_box, item != NULL || offers_article);
  if (item != NULL)
    gtk_label_set_label (self->item_label, get_kind_name (item));
}

static void
show_form (DatelineEditPane *self,
           GObject          *target)
{
  const char *name = dateline_form_name_for (target);
  GtkWidget *form = gtk_stack_get_child_by_name (self->stack, name);
  DatelineForm *shown = get_form (self);

  if (shown != NULL && dateline_form_get_target (shown) == target)
    return;

  if (form == NULL)
    {
      form = dateline_form_new (name);
      gtk_stack_add_named (self->stack, form, name);
    }
  if (shown != NULL && shown != DATELINE_FORM (form))
    dateline_form_bind (shown, NULL, NULL);
  dateline_form_bind (DATELINE_FORM (form), get_session (self), target);
  gtk_widget_set_visible (form, TRUE);
  gtk_stack_set_visible_child (self->stack, form);
  /* Assistive technology would find the fields of all forms. */
  if (shown != NULL && shown != DATELINE_FORM (form))
    gtk_widget_set_visible (GTK_WIDGET (shown), FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

static void
update_form (DatelineEditPane *self)
{
  DatelineItem *item = get_selected (self);
  DatelineArticle *article = get_article (self);

  if (gtk_toggle_button_get_active (self->article_button) && article != NULL)
    show_form (self, G_OBJECT (article));
  else if (!gtk_toggle_button_get_active (self->story_button) && item != NULL)
    show_form (self, G_OBJECT (item));
  else
    show_form (self, G_OBJECT (dateline_session_get_story (get_session (self))));
}

static void
scope_toggled_cb (DatelineEditPane *self,
                  GtkToggleButton  *button)
{
  if (!self->choosing && gtk_toggle_button_get_active (button))
    update_form (self);
}

/* What is selected is what is edited, until the reader asks for something else. */
static void
selection_changed_cb (DatelineEditPane *self)
{
  DatelineNavigator *navigator = dateline_session_get_navigator (get_session (self));
  DatelineItem *selected = dateline_navigator_get_selected (navigator);
  DatelineItem *item = get_selected (self);

  self->choosing = TRUE;
  update_scopes (self);
  gtk_toggle_button_set_active (item != NULL ? self->item_button : self->story_button, TRUE);
  self->choosing = FALSE;
  update_form (self);

  if (DATELINE_IS_ACCOUNT (selected) && DATELINE_IS_CLAIM (item))
    {
      GtkWidget *child = adw_bin_get_child (ADW_BIN (get_form (self)));

      for (child = gtk_widget_get_first_child (child); child != NULL; child = gtk_widget_get_next_sibling (child))
        if (DATELINE_IS_ACCOUNTS_GROUP (child))
          dateline_accounts_group_reveal (DATELINE_ACCOUNTS_GROUP (child), DATELINE_ACCOUNT (selected));
    }
}

static void
article_changed_cb (DatelineEditPane *self)
{
  update_scopes (self);
  update_form (self);
}

static void
refreshed_cb (DatelineEditPane *self)
{
  DatelineForm *form = get_form (self);
  GObject *target = form != NULL ? dateline_form_get_target (form) : NULL;

  if (DATELINE_IS_ITEM (target) &&
      dateline_story_lookup (dateline_session_get_story (get_session (self)), dateline_item_get_id (DATELINE_ITEM (target))) == NULL)
    selection_changed_cb (self);
}

static void
given_up_cb (DatelineEditPane *self)
{
  dateline_form_settle_waiting (get_form (self), FALSE);
}

static gboolean
retry_cb (gpointer user_data)
{
  DatelineEditPane *self = DATELINE_EDIT_PANE (user_data);

  self->retry_id = 0;
  dateline_form_settle_waiting (get_form (self), TRUE);

  return G_SOURCE_REMOVE;
}

/* One edit waits with the session, and is done next; the others are sent again after it. */
static void
kept_cb (DatelineEditPane *self)
{
  if (dateline_session_get_is_kept (get_session (self)) && self->retry_id == 0)
    self->retry_id = g_idle_add (retry_cb, self);
}

/* What waited for another program is done by now, or has to say why not. */
static void
is_waiting_cb (DatelineEditPane *self)
{
  if (!dateline_session_get_is_waiting (get_session (self)))
    dateline_form_settle_waiting (get_form (self), TRUE);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.close-edit", NULL);
}

static void
folded_changed_cb (DatelineEditPane *self)
{
  gboolean folded = self->box != NULL && dateline_adaptive_box_get_folded (self->box);

  gtk_widget_set_visible (self->close_button, folded);
  /* There is hardly room for what can be chosen. */
  gtk_widget_set_visible (self->heading, !folded);
}

static void
dateline_edit_pane_root (GtkWidget *widget)
{
  DatelineEditPane *self = DATELINE_EDIT_PANE (widget);

  GTK_WIDGET_CLASS (dateline_edit_pane_parent_class)->root (widget);

  self->box = DATELINE_ADAPTIVE_BOX (gtk_widget_get_ancestor (widget, DATELINE_TYPE_ADAPTIVE_BOX));
  if (self->box != NULL)
    g_signal_connect_object (self->box, "notify::folded", G_CALLBACK (folded_changed_cb), self, G_CONNECT_SWAPPED);
  folded_changed_cb (self);
}

static void
dateline_edit_pane_unroot (GtkWidget *widget)
{
  DatelineEditPane *self = DATELINE_EDIT_PANE (widget);

  if (self->box != NULL)
    g_signal_handlers_disconnect_by_func (self->box, folded_changed_cb, self);
  self->box = NULL;

  GTK_WIDGET_CLASS (dateline_edit_pane_parent_class)->unroot (widget);
}

static void
dateline_edit_pane_unmap (GtkWidget *widget)
{
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (widget));

  GTK_WIDGET_CLASS (dateline_edit_pane_parent_class)->unmap (widget);
}

static void
dateline_edit_pane_constructed (GObject *object)
{
  DatelineEditPane *self = DATELINE_EDIT_PANE (object);
  DatelineNavigator *navigator;

  G_OBJECT_CLASS (dateline_edit_pane_parent_class)->constructed (object);

  navigator = dateline_session_get_navigator (get_session (self));
  g_signal_connect_object (navigator, "notify::selected", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::article", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dateline_session_get_story (get_session (self)), "refreshed",
                           G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_session (self), "given-up", G_CALLBACK (given_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_session (self), "notify::is-kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_session (self), "notify::is-waiting", G_CALLBACK (is_waiting_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

static void
dateline_edit_pane_dispose (GObject *object)
{
  DatelineEditPane *self = DATELINE_EDIT_PANE (object);

  g_clear_handle_id (&self->retry_id, g_source_remove);

  G_OBJECT_CLASS (dateline_edit_pane_parent_class)->dispose (object);
}

static void
dateline_edit_pane_class_init (DatelineEditPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_edit_pane_constructed;
  object_class->dispose = dateline_edit_pane_dispose;

  widget_class->root = dateline_edit_pane_root;
  widget_class->unroot = dateline_edit_pane_unroot;
  widget_class->unmap = dateline_edit_pane_unmap;

  gtk_widget_class_install_action (widget_class, "edit.close", NULL, close_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-edit-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineEditPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineEditPane, heading);
  gtk_widget_class_bind_template_child (widget_class, DatelineEditPane, item_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEditPane, scope_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineEditPane, item_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineEditPane, article_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineEditPane, story_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineEditPane, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, DatelineEditPane, stack);
  gtk_widget_class_bind_template_callback (widget_class, scope_toggled_cb);
}

static void
dateline_edit_pane_init (DatelineEditPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_edit_pane_flush:
 * @self: a `DatelineEditPane`
 *
 * Applies at once what was typed.
 *
 * Returns: %FALSE if something now waits for a place to keep the story
 */
gboolean
dateline_edit_pane_flush (DatelineEditPane *self)
{
  DatelineForm *form;

  g_return_val_if_fail (DATELINE_IS_EDIT_PANE (self), TRUE);

  form = get_form (self);

  return form == NULL || dateline_form_flush (form);
}

/**
 * dateline_edit_pane_focus:
 * @self: a `DatelineEditPane`
 * @select: whether to select what stands there, which is no more than a proposal
 *
 * Gives the keys to the first field.
 */
void
dateline_edit_pane_focus (DatelineEditPane *self,
                          gboolean          select)
{
  g_return_if_fail (DATELINE_IS_EDIT_PANE (self));

  dateline_form_focus_first (get_form (self), select);
}

/**
 * dateline_edit_pane_show_field:
 * @self: a `DatelineEditPane`
 * @id: the item that is selected, the article that is read, or an empty string for the story
 * @property: a property of it
 *
 * Gives the keys to a field.
 */
void
dateline_edit_pane_show_field (DatelineEditPane *self,
                               const char       *id,
                               const char       *property)
{
  DatelineArticle *article;

  g_return_if_fail (DATELINE_IS_EDIT_PANE (self));
  g_return_if_fail (id != NULL && property != NULL);

  article = get_article (self);
  if (*id == '\0')
    gtk_toggle_button_set_active (self->story_button, TRUE);
  else if (article != NULL && DATELINE_ITEM (article) != get_selected (self) &&
           g_str_equal (dateline_item_get_id (DATELINE_ITEM (article)), id))
    gtk_toggle_button_set_active (self->article_button, TRUE);
  dateline_form_focus_field (get_form (self), id, property);
}
