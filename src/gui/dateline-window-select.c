/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Selecting several items: a page in the place of the views, for what the view in it shows. */
#include "config.h"

#include "dateline-window-private.h"

#include "dateline-select-view.h"

#define PAGE "select"

static DatelineItemKind
get_kind (const char *view)
{
  static const struct
  {
    const char      *view;
    DatelineItemKind kind;
  } kinds[] = {
    { "timeline", DATELINE_ITEM_EVENT },
    { "articles", DATELINE_ITEM_ARTICLE },
    { "people", DATELINE_ITEM_PERSON },
    { "reactions", DATELINE_ITEM_REACTION },
    { "compare", DATELINE_ITEM_CLAIM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (view, kinds[i].view) == 0)
      return kinds[i].kind;

  return DATELINE_ITEM_EVENT;
}

static void
done_cb (DatelineWindow *self)
{
  gtk_stack_set_visible_child_name (_dateline_window_get_content_stack (self), "views");
  _dateline_window_focus_story (self);
}

static DatelineSelectView *
start_selecting (DatelineWindow  *self,
                 DatelineItemKind kind)
{
  DatelineSession *session = dateline_window_get_session (self);
  GtkStack *stack = _dateline_window_get_content_stack (self);
  GtkWidget *view = gtk_stack_get_child_by_name (stack, PAGE);

  _dateline_window_set_searching (self, FALSE);
  if (view == NULL)
    {
      view = g_object_new (DATELINE_TYPE_SELECT_VIEW,
                           "session", session,
                           "settings", dateline_window_get_settings (self),
                           NULL);
      g_signal_connect_object (view, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (stack, view, PAGE);
    }
  dateline_select_view_set_kind (DATELINE_SELECT_VIEW (view), kind);
  gtk_stack_set_visible_child_name (stack, PAGE);

  return DATELINE_SELECT_VIEW (view);
}

static void
select_items_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  DatelineNavigator *navigator = dateline_session_get_navigator (dateline_window_get_session (self));

  start_selecting (self, get_kind (dateline_navigator_get_view (navigator)));
}

/* Whom to merge a person with is picked among all. */
static void
merge_person_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  DatelineSession *session = dateline_window_get_session (self);
  DatelineItem *item = session != NULL ? dateline_story_lookup (dateline_session_get_story (session),
                                                                g_variant_get_string (parameter, NULL))
                                       : NULL;

  if (DATELINE_IS_PERSON (item))
    dateline_select_view_select (start_selecting (self, DATELINE_ITEM_PERSON), item);
}

/* Who goes to another view is done with selecting. */
void
_dateline_window_stop_selecting (DatelineWindow *self)
{
  GtkStack *stack = _dateline_window_get_content_stack (self);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (stack), PAGE) == 0)
    gtk_stack_set_visible_child_name (stack, "views");
}

void
_dateline_window_class_select_init (DatelineWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.select-items", NULL, select_items_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.merge-person", "s", merge_person_action);
}
