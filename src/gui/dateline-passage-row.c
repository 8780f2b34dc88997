/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an article as a link to where they stand, with a button that clips them. */
#include "config.h"

#include "dateline-passage-row.h"

#include "dateline-short-text.h"

#include <glib/gi18n.h>

struct _DatelinePassageRow
{
  GtkWidget parent_instance;

  DatelineSession *session;
  DatelineItem    *item;
  DatelinePassage *passage;
};

G_DEFINE_FINAL_TYPE (DatelinePassageRow, dateline_passage_row, GTK_TYPE_WIDGET)

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelinePassageRow *self = DATELINE_PASSAGE_ROW (widget);

  dateline_navigator_show (dateline_session_get_navigator (self->session), "articles", self->item, self->passage);
}

static void
clip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelinePassageRow *self = DATELINE_PASSAGE_ROW (widget);

  dateline_clippings_add (dateline_session_get_clippings (self->session), self->item, self->passage);
}

static void
open_menu_cb (DatelinePassageRow *self,
              int                 n_press,
              double              x,
              double              y,
              GtkGesture         *gesture)
{
  GtkWidget *popover;
  g_autoptr(GMenu) menu = g_menu_new ();

  /* What the row stands in may have a menu of its own. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_menu_append (menu, _("Show in Article"), "passage.show");
  g_menu_append (menu, _("Add to Clippings"), "passage.clip");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_object_set_data_full (G_OBJECT (self), "menu", popover, (GDestroyNotify) gtk_widget_unparent);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
dateline_passage_row_dispose (GObject *object)
{
  DatelinePassageRow *self = DATELINE_PASSAGE_ROW (object);
  GtkWidget *child;

  g_object_set_data (object, "menu", NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->item);
  g_clear_object (&self->passage);

  G_OBJECT_CLASS (dateline_passage_row_parent_class)->dispose (object);
}

static void
dateline_passage_row_class_init (DatelinePassageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_passage_row_dispose;

  gtk_widget_class_install_action (widget_class, "passage.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "passage.clip", NULL, clip_action);
  gtk_widget_class_set_css_name (widget_class, "passagerow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dateline_passage_row_init (DatelinePassageRow *self)
{
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  dateline_short_text_show (GTK_LABEL (label), text, DATELINE_SHORT_TEXT_PARAGRAPH);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * dateline_passage_row_new:
 * @session: the session
 * @item: what the words are evidence of
 * @passage: where they stand
 * @text: the words
 * @source: (nullable): who says them or the like
 *
 * Creates a row.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
dateline_passage_row_new (DatelineSession *session,
                          DatelineItem    *item,
                          DatelinePassage *passage,
                          const char      *text,
                          const char      *source)
{
  DatelinePassageRow *self;
  GtkWidget *link = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *clip = gtk_button_new_from_icon_name ("dateline-clip-symbolic");
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_PASSAGE_ROW, NULL);
  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  self->passage = g_object_ref (passage);

  gtk_box_append (GTK_BOX (box), create_label (text, "passage-text"));
  if (source != NULL)
    {
      GtkWidget *label = create_label (source, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_button_set_child (GTK_BUTTON (link), box);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "passage-link");
  gtk_widget_set_hexpand (link, TRUE);
  gtk_widget_set_tooltip_text (link, _("Show in Article"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "passage.show");
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_parent (link, GTK_WIDGET (self));

  gtk_widget_add_css_class (clip, "flat");
  gtk_widget_add_css_class (clip, "circular");
  gtk_widget_add_css_class (clip, "passage-clip");
  gtk_widget_set_valign (clip, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (clip, _("Add to Clippings"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clip), "passage.clip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (clip), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add to Clippings"), -1);
  gtk_widget_set_parent (clip, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (open_menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  return GTK_WIDGET (self);
}
