/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-window FILE: opens a story in the real window and goes through all of it as a reader would. Prints a line for
 * each step: its name, CPU milliseconds of the whole program, those of the longest bit of work of the main thread, for
 * which the window could do nothing else, milliseconds on the clock until all was done, and MiB of memory. */
#include "config.h"

#include <time.h>

#include "dateline-edit-pane.h"
#include "dateline-timeline-canvas.h"
#include "kit.h"

/* Nothing happens any more. */
#define QUIET_MS 150

/* Some steps would never end. */
#define MAX_MS 60000

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
get_memory (const char *what)
{
  g_autofree char *status = NULL;
  const char *found;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (found = strstr (status, what)) == NULL)
    return 0;

  return g_ascii_strtod (found + strlen (what), NULL) / 1024;
}

typedef struct
{
  double cpu;
  double wall;
  double work; /* of the main thread, before the present bit of work */
  double longest;
  double last; /* when something was done last */
} Step;

static Step
begin (void)
{
  Step step = { get_ms (CLOCK_PROCESS_CPUTIME_ID), get_ms (CLOCK_MONOTONIC), get_ms (CLOCK_THREAD_CPUTIME_ID) };

  step.last = step.wall;

  return step;
}

/* Does what there is to be done next. */
static void
iterate (Step *step)
{
  gboolean was_busy = g_main_context_iteration (NULL, FALSE);
  double work = get_ms (CLOCK_THREAD_CPUTIME_ID);

  step->longest = MAX (step->longest, work - step->work);
  /* To look around is no work. */
  if (work - step->work > 1)
    step->last = get_ms (CLOCK_MONOTONIC);
  step->work = work;
  if (!was_busy)
    g_usleep (1000);
}

static void
print (const Step *step,
       const char *name)
{
  printf ("%s\t%.1f\t%.1f\t%.1f\t%.1f\n", name, get_ms (CLOCK_PROCESS_CPUTIME_ID) - step->cpu, step->longest,
          step->last - step->wall, get_memory ("VmRSS:"));
  fflush (stdout);
}

static void
end (Step        step,
     const char *name)
{
  do
    iterate (&step);
  while (get_ms (CLOCK_MONOTONIC) - step.last < QUIET_MS && get_ms (CLOCK_MONOTONIC) - step.wall < MAX_MS);

  print (&step, name);
}

/* -- The window -- */

static DatelineWindow *window;

static DatelineSession *
get_session (void)
{
  return dateline_window_get_session (window);
}

static DatelineNavigator *
get_navigator (void)
{
  return dateline_session_get_navigator (get_session ());
}

/* Finds a widget in the view that is shown. */
static GtkWidget *
find (GType       type,
      const char *id)
{
  GtkWidget *stack = kit_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK, "view_stack");

  return stack != NULL ? kit_find (adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack)), type, id) : NULL;
}

static DatelineItem *
get_item (DatelineItemKind kind,
          guint            percent)
{
  GListModel *items = dateline_story_get_items (dateline_session_get_story (get_session ()), kind);
  guint n = g_list_model_get_n_items (items);
  g_autoptr(DatelineItem) item = g_list_model_get_item (items, n * percent / 101);

  return item;
}

static void
open_story (const char *path)
{
  Step step = begin ();
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  GtkWidget *canvas;

  window = dateline_window_new (kit_get_application ());
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  dateline_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  do
    iterate (&step);
  while ((canvas = kit_find (GTK_WIDGET (window), DATELINE_TYPE_TIMELINE_CANVAS, NULL)) == NULL || !gtk_widget_get_mapped (canvas) ||
         (dateline_timeline_canvas_get_n_cards (DATELINE_TIMELINE_CANVAS (canvas)) == 0 &&
          !dateline_timeline_canvas_is_density (DATELINE_TIMELINE_CANVAS (canvas))));
  print (&step, "first content");
  end (step, "open");
}

/* Until threads have come to an end, too: the first time a large file is open it is checked in one. */
static void
wait_for_threads (void)
{
  double before;

  do
    {
      gint64 pause = g_get_monotonic_time () + G_USEC_PER_SEC;

      before = get_ms (CLOCK_PROCESS_CPUTIME_ID);
      while (g_get_monotonic_time () < pause)
        {
          g_main_context_iteration (NULL, FALSE);
          g_usleep (10000);
        }
    }
  while (get_ms (CLOCK_PROCESS_CPUTIME_ID) - before > 20);
}

static void
scroll_to_end (const char *id,
               const char *name)
{
  GtkWidget *list = find (GTK_TYPE_LIST_VIEW, id);
  GtkSelectionModel *model = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;
  Step step = begin ();

  if (model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", g_list_model_get_n_items (G_LIST_MODEL (model)) - 1);
  end (step, name);
}

static void
show_view (const char *view)
{
  g_autofree char *name = g_strdup_printf ("%s view", view);
  Step step = begin ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", view);
  end (step, name);
}

static void
select_item (DatelineItemKind  kind,
             guint             percent,
             const char       *name)
{
  Step step = begin ();

  dateline_navigator_select (get_navigator (), get_item (kind, percent), NULL);
  end (step, name);
}

static void
type_text (const char *entry,
           const char *text,
           const char *name)
{
  GtkWidget *view = find (GTK_TYPE_SEARCH_ENTRY, entry);
  Step step = begin ();

  if (view != NULL)
    gtk_editable_set_text (GTK_EDITABLE (view), text);
  end (step, name);
}

static void
activate (GtkWidget  *widget,
          const char *action,
          const char *name)
{
  Step step = begin ();

  if (!gtk_widget_activate_action (widget, action, NULL))
    g_printerr ("There is no %s\n", action);
  end (step, name);
}

static void
press (const char *id,
       const char *name)
{
  GtkWidget *button = find (GTK_TYPE_BUTTON, id);
  Step step = begin ();

  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    gtk_widget_activate (button);
  end (step, name);
}

static void
walk_timeline (void)
{
  GtkWidget *view = find (GTK_TYPE_LIST_VIEW, "list_view");

  scroll_to_end ("list_view", "timeline: end of list");
  select_item (DATELINE_ITEM_EVENT, 50, "timeline: select an event");
  select_item (DATELINE_ITEM_EVENT, 51, "timeline: select another");
  activate (view, "timeline.fit", "timeline: whole story");
  for (guint i = 0; i < 8; i++)
    activate (view, "timeline.zoom-in", i == 0 ? "timeline: zoom in" : "timeline: zoom in further");
  press ("person_button", "timeline: lanes of people");
  press ("article_button", "timeline: lanes of articles");
  press ("kind_button", "timeline: lanes of kinds");
}

static void
walk_articles (void)
{
  show_view ("articles");
  scroll_to_end ("list_view", "articles: end of list");
  select_item (DATELINE_ITEM_ARTICLE, 50, "articles: select one");
  press ("compare_button", "articles: two side by side");
}

static void
walk_people (void)
{
  show_view ("people");
  scroll_to_end ("people_list", "people: end of list");
  select_item (DATELINE_ITEM_PERSON, 0, "people: select the first");
  select_item (DATELINE_ITEM_PERSON, 50, "people: select one");
  press ("organisation_button", "people: organisations only");
  press ("all_button", "people: all");
  type_text ("search_entry", "an", "people: filter by name");
  type_text ("search_entry", "", "people: no filter");
}

static void
walk_reactions (void)
{
  show_view ("reactions");
  select_item (DATELINE_ITEM_REACTION, 50, "reactions: select one");
  select_item (DATELINE_ITEM_REACTION, 100, "reactions: select the last");
}

static void
walk_compare (void)
{
  show_view ("compare");
  scroll_to_end ("claims_list", "compare: end of list");
  select_item (DATELINE_ITEM_CLAIM, 50, "compare: select one");
  press ("contradiction_chip", "compare: contradictions only");
}

static void
edit (DatelineItemKind  kind,
      const char       *name)
{
  select_item (kind, 33, name);
}

static void
walk_edit_pane (void)
{
  activate (GTK_WIDGET (window), "win.edit", "edit: a claim");
  edit (DATELINE_ITEM_ARTICLE, "edit: an article");
  edit (DATELINE_ITEM_PERSON, "edit: a person");
  edit (DATELINE_ITEM_EVENT, "edit: an event");
  edit (DATELINE_ITEM_QUOTE, "edit: a quote");
  edit (DATELINE_ITEM_REACTION, "edit: a reaction");
}

static void
change_title (const char *name)
{
  DatelineItem *event = get_item (DATELINE_ITEM_EVENT, 33);
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) draft = dateline_item_copy (event);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Change Title");
  g_autofree char *title = g_strdup_printf ("Title at %" G_GINT64_FORMAT, g_get_real_time ());
  Step step = begin ();

  g_object_set (draft, "title", title, NULL);
  dateline_edit_put (edit, draft, base);
  dateline_session_edit (get_session (), edit);
  end (step, name);
}

static void
walk_changes (void)
{
  static const char *const views[] = { "timeline", "articles", "people", "reactions", "compare" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *back = g_strdup_printf ("back to %s", views[i]);
      g_autofree char *name = g_strdup_printf ("%s: an event changes", views[i]);
      Step step = begin ();

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", views[i]);
      end (step, back);
      change_title (name);
    }
}

static void
walk_search (void)
{
  GtkWidget *entry;

  activate (GTK_WIDGET (window), "win.search", "search");
  entry = kit_find (kit_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_BAR, "search_bar"), GTK_TYPE_SEARCH_ENTRY, NULL);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strndup ("court", i + 1);
      g_autofree char *name = g_strdup_printf ("search: %s", text);
      Step step = begin ();

      gtk_editable_set_text (GTK_EDITABLE (entry), text);
      end (step, name);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*walk) (void);
  } walks[] = {
    { "timeline", walk_timeline },
    { "articles", walk_articles },
    { "people", walk_people },
    { "reactions", walk_reactions },
    { "compare", walk_compare },
    { "edit", walk_edit_pane },
    { "changes", walk_changes },
    { "search", walk_search },
  };

  if (argc < 2)
    {
      g_printerr ("Usage: bench-window FILE [open|timeline|articles|people|reactions|compare|edit|changes|search...]\n");
      return 2;
    }

  gtk_init ();
  adw_init ();

  open_story (argv[1]);
  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    if (argc == 2 || g_strv_contains ((const char *const *) argv + 2, walks[i].name))
      walks[i].walk ();
  if (argc == 3 && g_str_equal (argv[2], "open"))
    wait_for_threads ();
  printf ("peak\t0\t0\t0\t%.1f\n", get_memory ("VmHWM:"));
  kit_destroy (GTK_WINDOW (window));

  return 0;
}
