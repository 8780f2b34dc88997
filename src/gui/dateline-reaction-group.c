/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The posts that answer one event, below a heading that leads to it. */
#include "config.h"

#include "dateline-reaction-group.h"

#include <glib/gi18n.h>

#include "dateline-closures.h"
#include "dateline-event.h"
#include "dateline-masonry-layout.h"
#include "dateline-short-text.h"

#define COLUMN_WIDTH 252
#define SPACING      12

struct _DatelineReactionGroup
{
  GtkWidget parent_instance;

  DatelineSession *session;
  DatelineItem    *root; /* NULL for posts that answer no event */
  GtkWidget       *heading_button;
  GtkImage        *heading_image;
  GtkLabel        *heading_label;
  GtkLabel        *date_label;
  GtkLabel        *count_label;
  GtkWidget       *cards_box;
};

G_DEFINE_FINAL_TYPE (DatelineReactionGroup, dateline_reaction_group, GTK_TYPE_WIDGET)

static void
heading_clicked_cb (DatelineReactionGroup *self)
{
  if (self->root != NULL)
    dateline_navigator_show (dateline_session_get_navigator (self->session), "timeline", self->root, NULL);
}

static void
fill (DatelineReactionGroup *self)
{
  DatelineDate *date;
  g_autofree char *text = NULL;

  if (!DATELINE_IS_EVENT (self->root))
    {
      gtk_image_set_from_icon_name (self->heading_image, "dateline-reactions-symbolic");
      gtk_label_set_label (self->heading_label, _("Answers to no event"));
      gtk_widget_set_can_target (self->heading_button, FALSE);
      gtk_widget_set_focusable (self->heading_button, FALSE);
      return;
    }

  date = dateline_event_get_date (DATELINE_EVENT (self->root));
  text = date != NULL ? dateline_date_format_short (date) : NULL;
  gtk_image_set_from_icon_name (self->heading_image,
                                dateline_closures_get_category_icon (dateline_event_get_category (DATELINE_EVENT (self->root))));
  dateline_short_text_show (self->heading_label, dateline_event_get_title (DATELINE_EVENT (self->root)),
                            DATELINE_SHORT_TEXT_LINE);
  gtk_label_set_label (self->date_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->date_label), text != NULL);
  gtk_widget_set_tooltip_text (self->heading_button, _("Show This Event on the Timeline"));
}

static void
dateline_reaction_group_dispose (GObject *object)
{
  DatelineReactionGroup *self = DATELINE_REACTION_GROUP (object);
  GtkWidget *card;

  while (self->cards_box != NULL && (card = gtk_widget_get_first_child (self->cards_box)) != NULL)
    gtk_widget_unparent (card);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_REACTION_GROUP);
  g_clear_object (&self->root);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_reaction_group_parent_class)->dispose (object);
}

static void
dateline_reaction_group_class_init (DatelineReactionGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_reaction_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-reaction-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionGroup, heading_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionGroup, heading_image);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionGroup, heading_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionGroup, date_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionGroup, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionGroup, cards_box);
  gtk_widget_class_bind_template_callback (widget_class, heading_clicked_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dateline_reaction_group_init (DatelineReactionGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->cards_box, dateline_masonry_layout_new (COLUMN_WIDTH, SPACING));
}

/**
 * dateline_reaction_group_new:
 * @session: the session that the story is shown by
 * @headed: whether to show a heading
 * @root: (nullable): the event that is answered
 *
 * Creates a group without posts.
 *
 * Returns: (transfer floating): a new group
 */
GtkWidget *
dateline_reaction_group_new (DatelineSession *session,
                             gboolean         headed,
                             DatelineItem    *root)
{
  DatelineReactionGroup *self;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (root == NULL || DATELINE_IS_ITEM (root), NULL);

  self = g_object_new (DATELINE_TYPE_REACTION_GROUP, NULL);
  self->session = g_object_ref (session);
  g_set_object (&self->root, root);
  gtk_widget_set_visible (self->heading_button, headed);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * dateline_reaction_group_get_root:
 * @self: a `DatelineReactionGroup`
 *
 * The event that is answered.
 *
 * Returns: (transfer none) (nullable): the event
 */
DatelineItem *
dateline_reaction_group_get_root (DatelineReactionGroup *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION_GROUP (self), NULL);

  return self->root;
}

/**
 * dateline_reaction_group_append:
 * @self: a `DatelineReactionGroup`
 * @card: a card without a parent
 *
 * Adds a card below the others.
 */
void
dateline_reaction_group_append (DatelineReactionGroup *self,
                                GtkWidget             *card)
{
  g_return_if_fail (DATELINE_IS_REACTION_GROUP (self));
  g_return_if_fail (GTK_IS_WIDGET (card));

  gtk_widget_insert_before (card, self->cards_box, NULL);
}

/**
 * dateline_reaction_group_set_count:
 * @self: a `DatelineReactionGroup`
 * @count: how many posts belong to it, also those that are not on the wall yet
 *
 * Says in the heading how many posts there are.
 */
void
dateline_reaction_group_set_count (DatelineReactionGroup *self,
                                   guint                  count)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (DATELINE_IS_REACTION_GROUP (self));

  text = g_strdup_printf (ngettext ("%'u reaction", "%'u reactions", count), count);
  name = g_strdup_printf ("%s, %s", gtk_label_get_label (self->heading_label), text);
  gtk_label_set_label (self->count_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
