/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on one story: the header bar, the views, the clippings beside them, and what to say when a file is no story. */
#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-adaptive-box.h"
#include "dateline-articles-view.h"
#include "dateline-clippings-keeper.h"
#include "dateline-compare-view.h"
#include "dateline-error-page.h"
#include "dateline-file-drop.h"
#include "dateline-lazy-view.h"
#include "dateline-people-view.h"
#include "dateline-reactions-view.h"
#include "dateline-search-view.h"
#include "dateline-side-panes.h"
#include "dateline-short-text.h"
#include "dateline-story-window.h"
#include "dateline-timeline-view.h"
#include "dateline-waiting-sign.h"

struct _DatelineWindow
{
  AdwApplicationWindow parent_instance;

  DatelineSession         *session;
  DatelineSettings        *settings;
  DatelineClippingsKeeper *keeper;
  DatelineEditor          *editor;
  GFile                   *file; /* NULL for the bundled story */
  GStrv                    warnings;
  GCancellable            *cancellable;

  DatelineAdaptiveBox     *window_box;
  DatelineAdaptiveBox     *wide_box;
  DatelineAdaptiveBox     *clippings_box;
  GtkStack                *title_stack;
  AdwWindowTitle          *window_title;
  GtkWidget               *history_box;
  GtkWidget               *forward_button;
  DatelineWaitingSign     *waiting_sign;
  GtkWidget               *story_button;
  GtkLabel                *story_label;
  GtkLabel                *counts_label;
  GtkMenuButton           *menu_button;
  GtkToggleButton         *edit_button;
  GtkToggleButton         *clippings_button;
  GtkLabel                *clippings_count_label;
  GtkToggleButton         *search_button;
  GtkSearchBar            *search_bar;
  GtkSearchEntry          *search_entry;
  AdwToastOverlay         *toast_overlay;
  GtkStack                *main_stack;
  GtkStack                *content_stack;
  GtkSpinner              *spinner;
  GtkRevealer             *warning_revealer;
  GtkLabel                *warning_label;
  AdwViewStack            *view_stack;
  AdwViewSwitcher         *view_switcher;
  AdwViewSwitcherBar      *switcher_bar;
  DatelineLazyView        *timeline_view;
  DatelineLazyView        *articles_view;
  DatelineLazyView        *people_view;
  DatelineLazyView        *reactions_view;
  DatelineLazyView        *compare_view;
  DatelineLazyView        *search_view;
  DatelineSidePanes       *side_panes;
};

G_DEFINE_FINAL_TYPE (DatelineWindow, dateline_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_narrow (DatelineWindow *self)
{
  gboolean narrow = dateline_adaptive_box_get_folded (self->window_box);

  /* Without a story there is nothing to switch between. */
  gtk_stack_set_visible_child_name (self->title_stack, narrow || self->session == NULL ? "narrow" : "wide");
  adw_view_switcher_set_policy (self->view_switcher,
                                dateline_adaptive_box_get_folded (self->wide_box) ? ADW_VIEW_SWITCHER_POLICY_NARROW
                                                                                  : ADW_VIEW_SWITCHER_POLICY_WIDE);
  /* Where the title needs the room, going forward is left to the keys. */
  gtk_widget_set_visible (self->forward_button, !narrow);
  gtk_widget_set_visible (self->story_button, !narrow && self->session != NULL);
  /* A switcher makes its buttons when it gets its stack; only one of the two is ever seen. */
  if (narrow)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->view_stack);
  else if (self->session != NULL)
    adw_view_switcher_set_stack (self->view_switcher, self->view_stack);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow && self->session != NULL);
}

/* Folded, the panes cover the views: who follows a clipping, goes to a view or searches wants to see where it leads. */
static void
uncover_views (DatelineWindow *self)
{
  if (dateline_adaptive_box_get_folded (self->clippings_box))
    dateline_side_panes_hide (self->side_panes);
}

static void
search_mode_changed_cb (DatelineWindow *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    uncover_views (self);
  else
    gtk_stack_set_visible_child_name (self->content_stack, "views");
}

static void
search_changed_cb (DatelineWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  DatelineView *view;

  /* The view is made for the first word, not for the empty entry that says it changed at the start. */
  if (*words == '\0' && !gtk_widget_get_mapped (GTK_WIDGET (self->search_view)))
    return;
  view = dateline_lazy_view_get_view (self->search_view);
  if (view == NULL)
    return;

  dateline_search_view_set_words (DATELINE_SEARCH_VIEW (view), words);
  gtk_stack_set_visible_child_name (self->content_stack, *words != '\0' ? "search" : "views");
}

static void
search_activate_cb (DatelineWindow *self)
{
  DatelineView *view = dateline_lazy_view_get_view (self->search_view);

  if (view == NULL)
    return;

  /* Return may come before the entry says that it changed. */
  search_changed_cb (self);
  dateline_search_view_activate_first (DATELINE_SEARCH_VIEW (view));
}

/* Down leads from the entry to the results. */
static gboolean
search_key_cb (DatelineWindow *self,
               guint           keyval,
               guint           keycode,
               GdkModifierType state)
{
  DatelineView *view = dateline_lazy_view_get_view (self->search_view);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || view == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->search_view)))
    return GDK_EVENT_PROPAGATE;

  search_changed_cb (self);

  return dateline_search_view_enter (DATELINE_SEARCH_VIEW (view));
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/app/dateline/Dateline/ui/dateline-menu.ui");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "primary_menu")));
  if (dateline_editor_get (GTK_WIDGET (button)) != NULL)
    dateline_editor_set_menu (dateline_editor_get (GTK_WIDGET (button)), G_MENU (gtk_builder_get_object (builder, "edit_section")));
}

static void
warning_closed_cb (DatelineWindow *self)
{
  gtk_revealer_set_reveal_child (self->warning_revealer, FALSE);
}

static void
revealed_cb (DatelineWindow *self)
{
  _dateline_window_set_searching (self, FALSE);
  _dateline_window_stop_selecting (self);
  uncover_views (self);
}

static void
clippings_changed_cb (DatelineWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (dateline_session_get_clippings (self->session)));
  g_autofree char *count = g_strdup_printf ("%'u", n);
  g_autofree char *name = g_strdup_printf (ngettext ("Clippings: %'u picked", "Clippings: %'u picked", n), n);

  gtk_label_set_label (self->clippings_count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->clippings_count_label), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clippings_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, n > 0 ? name : _("Clippings"),
                                  -1);
  _dateline_window_actions_update (self);
}

/* Clippings of earlier days are there before the reader looks. A story file that can be written keeps its own. */
static void
keep_clippings (DatelineWindow *self)
{
  g_autofree char *folder = NULL;

  g_clear_object (&self->keeper);
  if (dateline_session_get_is_kept (self->session))
    return;

  folder = dateline_clippings_keeper_dup_folder ();
  self->keeper = dateline_clippings_keeper_new (dateline_session_get_story (self->session),
                                                dateline_session_get_clippings (self->session), folder);
  g_signal_connect_object (self->keeper, "warning", G_CALLBACK (_dateline_window_warn), self, G_CONNECT_SWAPPED);
  dateline_clippings_keeper_load (self->keeper);
}

static char *
describe_counts (DatelineStory *story)
{
  guint n_articles = g_list_model_get_n_items (dateline_story_get_articles (story));
  guint n_events = g_list_model_get_n_items (dateline_story_get_events (story));
  g_autofree char *articles = g_strdup_printf (ngettext ("%'u article", "%'u articles", n_articles), n_articles);
  g_autofree char *events = g_strdup_printf (ngettext ("%'u event", "%'u events", n_events), n_events);

  /* Translators: the numbers of articles and of events in a story: "3 articles, 24 events" */
  return g_strdup_printf (_("%s, %s"), articles, events);
}

static void
show_titles (DatelineWindow *self)
{
  DatelineStory *story = dateline_session_get_story (self->session);
  g_autofree char *counts = describe_counts (story);
  g_autofree char *title = dateline_short_text_dup (dateline_story_get_title (story), DATELINE_SHORT_TEXT_LINE);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, counts);
  dateline_short_text_show (self->story_label, dateline_story_get_title (story), DATELINE_SHORT_TEXT_LINE);
  gtk_label_set_label (self->counts_label, counts);
}

/* Where a story starts: at its fullest day, on the view the reader left. */
static void
show_story (DatelineWindow  *self,
            DatelineSession *session)
{
  DatelineLazyView *views[] = {
    self->timeline_view, self->articles_view, self->people_view, self->reactions_view,
    self->compare_view, self->search_view
  };
  DatelineNavigator *navigator;
  DatelineClippings *clippings;
  const char *last_view = dateline_settings_get_string (self->settings, "last-view");

  self->session = g_object_ref (session);
  navigator = dateline_session_get_navigator (self->session);
  clippings = dateline_session_get_clippings (self->session);

  if (adw_view_stack_get_child_by_name (self->view_stack, last_view) != NULL)
    dateline_navigator_set_view (navigator, last_view);
  dateline_navigator_clear (navigator);
  keep_clippings (self);
  self->editor = dateline_editor_new (self->session, self->toast_overlay);
  dateline_waiting_sign_set_session (self->waiting_sign, self->session);
  g_signal_connect_object (self->session, "notify::is-kept", G_CALLBACK (keep_clippings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::is-kept", G_CALLBACK (_dateline_window_actions_update), self,
                           G_CONNECT_SWAPPED);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    dateline_lazy_view_set_context (views[i], self->session, self->settings);
  dateline_side_panes_set_context (self->side_panes, self->session, self->settings);

  g_object_bind_property (navigator, "view", self->view_stack, "visible-child-name",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (navigator, "view", self->settings, "last-view", G_BINDING_DEFAULT);
  g_signal_connect_object (navigator, "notify", G_CALLBACK (_dateline_window_actions_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "reveal", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::view", G_CALLBACK (uncover_views), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clippings, "items-changed", G_CALLBACK (clippings_changed_cb), self, G_CONNECT_SWAPPED);
  _dateline_window_announce_clippings (self);
  g_signal_connect_object (dateline_session_get_story (session), "refreshed",
                           G_CALLBACK (show_titles), self, G_CONNECT_SWAPPED);

  show_titles (self);
  clippings_changed_cb (self);
  gtk_stack_set_visible_child_name (self->main_stack, "story");
  gtk_widget_set_visible (self->history_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->clippings_button), TRUE);
  update_narrow (self);
  _dateline_window_actions_update (self);
}

static void
show_warnings (DatelineWindow *self)
{
  guint n = self->warnings != NULL ? g_strv_length (self->warnings) : 0;
  g_autofree char *text = NULL;

  if (n == 0)
    return;

  text = g_strdup_printf (ngettext ("%'u part of this story could not be read and is left out.",
                                    "%'u parts of this story could not be read and are left out.", n), n);
  gtk_label_set_label (self->warning_label, text);
  gtk_revealer_set_reveal_child (self->warning_revealer, TRUE);
}

static void
show_error (DatelineWindow *self,
            const GError   *error)
{
  /* There may be several windows, and the message does not always name the file. */
  if (self->file != NULL)
    {
      g_autofree char *base = g_file_get_basename (self->file);
      g_autofree char *name = g_filename_display_name (base);

      gtk_window_set_title (GTK_WINDOW (self), name);
      adw_window_title_set_title (self->window_title, name);
    }

  gtk_stack_add_named (self->main_stack, dateline_error_page_new (error->message), "error");
  gtk_stack_set_visible_child_name (self->main_stack, "error");
}

static void
dateline_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dateline_window_parent_class)->map (widget);

  _dateline_window_focus_story (DATELINE_WINDOW (widget));
}

static gboolean
dateline_window_close_request (GtkWindow *window)
{
  DatelineWindow *self = DATELINE_WINDOW (window);
  gboolean maximized = gtk_window_is_maximized (window);

  if (!_dateline_window_may_close (self))
    return GDK_EVENT_STOP;

  g_object_set (self->settings, "window-maximized", maximized, NULL);
  if (!maximized && !gtk_window_is_fullscreen (window))
    {
      int width;
      int height;

      gtk_window_get_default_size (window, &width, &height);
      g_object_set (self->settings, "window-width", width, "window-height", height, NULL);
    }

  return GTK_WINDOW_CLASS (dateline_window_parent_class)->close_request (window);
}

static void
dateline_window_dispose (GObject *object)
{
  DatelineWindow *self = DATELINE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_WINDOW);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  g_clear_object (&self->editor);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_clear_pointer (&self->warnings, g_strfreev);

  G_OBJECT_CLASS (dateline_window_parent_class)->dispose (object);
}

static void
dateline_window_class_init (DatelineWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = dateline_window_dispose;

  widget_class->map = dateline_window_map;

  window_class->close_request = dateline_window_close_request;

  g_type_ensure (DATELINE_TYPE_ADAPTIVE_BOX);
  g_type_ensure (DATELINE_TYPE_LAZY_VIEW);
  g_type_ensure (DATELINE_TYPE_TIMELINE_VIEW);
  g_type_ensure (DATELINE_TYPE_ARTICLES_VIEW);
  g_type_ensure (DATELINE_TYPE_PEOPLE_VIEW);
  g_type_ensure (DATELINE_TYPE_REACTIONS_VIEW);
  g_type_ensure (DATELINE_TYPE_COMPARE_VIEW);
  g_type_ensure (DATELINE_TYPE_SEARCH_VIEW);
  g_type_ensure (DATELINE_TYPE_SIDE_PANES);
  g_type_ensure (DATELINE_TYPE_WAITING_SIGN);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, window_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, wide_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, clippings_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, history_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, waiting_sign);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, story_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, story_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, clippings_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, clippings_count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, content_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, warning_revealer);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, warning_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, view_switcher);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, timeline_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, articles_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, people_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, reactions_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, compare_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, search_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, side_panes);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, warning_closed_cb);

  _dateline_window_class_actions_init (klass);
  _dateline_window_class_files_init (klass);
}

static void
dateline_window_init (DatelineWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect_object (self->window_box, "notify::folded", G_CALLBACK (update_narrow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wide_box, "notify::folded", G_CALLBACK (update_narrow), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, NULL, NULL);
  gtk_widget_set_visible (self->history_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->clippings_button), FALSE);
  update_narrow (self);
  _dateline_window_actions_update (self);
  dateline_file_drop_add (GTK_WIDGET (self));
}

/* The keys then reach the story, not the header bar. */
void
_dateline_window_focus_story (DatelineWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *view = adw_view_stack_get_visible_child (self->view_stack);

  /* Asked again, it would go a step further. */
  if (focus != NULL && view != NULL && gtk_widget_is_ancestor (focus, view))
    return;
  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->view_stack)))
    gtk_widget_child_focus (GTK_WIDGET (self->view_stack), GTK_DIR_TAB_FORWARD);
}

GtkStack *
_dateline_window_get_content_stack (DatelineWindow *self)
{
  return self->content_stack;
}

void
_dateline_window_open_menu (DatelineWindow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

void
_dateline_window_set_searching (DatelineWindow *self,
                                gboolean        searching)
{
  gtk_search_bar_set_search_mode (self->search_bar, searching);
  if (searching)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
_dateline_window_toggle_clippings (DatelineWindow *self)
{
  gtk_toggle_button_set_active (self->clippings_button, !gtk_toggle_button_get_active (self->clippings_button));
}

void
_dateline_window_toggle_edit (DatelineWindow *self)
{
  dateline_side_panes_toggle_edit (self->side_panes);
  if (!gtk_toggle_button_get_active (self->edit_button))
    _dateline_window_focus_story (self);
}

void
_dateline_window_close_edit (DatelineWindow *self)
{
  gtk_toggle_button_set_active (self->edit_button, FALSE);
  _dateline_window_focus_story (self);
}

DatelineSidePanes *
_dateline_window_get_side_panes (DatelineWindow *self)
{
  return self->side_panes;
}

void
_dateline_window_show_about_story (DatelineWindow *self)
{
  GtkWindow *window = GTK_WINDOW (dateline_story_window_new (self->session, self->file,
                                                            (const char * const *) self->warnings));

  gtk_window_set_transient_for (window, GTK_WINDOW (self));
  gtk_window_present (window);
}

/* What of the window the file is opened in: while that takes its time there is a spinner. */
GCancellable *
_dateline_window_begin_opening (DatelineWindow *self,
                                GFile          *file)
{
  g_set_object (&self->file, file);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->main_stack, "loading");

  return self->cancellable;
}

/* Shows the story of @session, or says what @error says. Takes @warnings. */
void
_dateline_window_finish_opening (DatelineWindow  *self,
                                 DatelineSession *session,
                                 GStrv            warnings,
                                 const GError    *error)
{
  gtk_spinner_stop (self->spinner);
  self->warnings = warnings;
  if (session == NULL)
    {
      show_error (self, error);
      return;
    }

  show_story (self, session);
  show_warnings (self);
  _dateline_window_tell_drafts (self);
  _dateline_window_focus_story (self);
}

/* The story is kept elsewhere from now on. */
void
_dateline_window_set_file (DatelineWindow *self,
                           GFile          *file)
{
  g_set_object (&self->file, file);
  show_titles (self);
}

AdwToastOverlay *
_dateline_window_get_toast_overlay (DatelineWindow *self)
{
  return self->toast_overlay;
}

/**
 * dateline_window_new:
 * @application: the program
 *
 * Creates a window without a story.
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
DatelineWindow *
dateline_window_new (DatelineApplication *application)
{
  DatelineWindow *self;
  DatelineSettings *settings;

  g_return_val_if_fail (DATELINE_IS_APPLICATION (application), NULL);

  settings = dateline_application_get_settings (application);
  self = g_object_new (DATELINE_TYPE_WINDOW,
                       "application", application,
                       "default-width", dateline_settings_get_int (settings, "window-width"),
                       "default-height", dateline_settings_get_int (settings, "window-height"),
                       NULL);
  self->settings = g_object_ref (settings);
  if (dateline_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_object_bind_property (settings, "clippings-visible", self->clippings_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  return self;
}

/**
 * dateline_window_get_file:
 * @self: a `DatelineWindow`
 *
 * The file that the window shows.
 *
 * Returns: (transfer none) (nullable): the file; %NULL for the bundled story
 */
GFile *
dateline_window_get_file (DatelineWindow *self)
{
  g_return_val_if_fail (DATELINE_IS_WINDOW (self), NULL);

  return self->file;
}

/**
 * dateline_window_get_session:
 * @self: a `DatelineWindow`
 *
 * The session that the window shows.
 *
 * Returns: (transfer none) (nullable): the session, or %NULL without a story
 */
DatelineSession *
dateline_window_get_session (DatelineWindow *self)
{
  g_return_val_if_fail (DATELINE_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * dateline_window_get_editor:
 * @self: a `DatelineWindow`
 *
 * What the window has for edits.
 *
 * Returns: (transfer none) (nullable): the editor, or %NULL without a story
 */
DatelineEditor *
dateline_window_get_editor (DatelineWindow *self)
{
  g_return_val_if_fail (DATELINE_IS_WINDOW (self), NULL);

  return self->editor;
}

/**
 * dateline_window_get_settings:
 * @self: a `DatelineWindow`
 *
 * The reader's preferences.
 *
 * Returns: (transfer none): the settings
 */
DatelineSettings *
dateline_window_get_settings (DatelineWindow *self)
{
  g_return_val_if_fail (DATELINE_IS_WINDOW (self), NULL);

  return self->settings;
}

/**
 * dateline_window_add_toast:
 * @self: a `DatelineWindow`
 * @toast: (transfer full): what to say
 *
 * Says something in passing.
 */
void
dateline_window_add_toast (DatelineWindow *self,
                           AdwToast       *toast)
{
  g_return_if_fail (DATELINE_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}
