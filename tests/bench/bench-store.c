/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One measurement of a story file in a process of its own, so that its memory is its own: bench-store.py compares. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dateline-search-engine.h"
#include "dateline-story-file.h"
#include "dateline-timeline-histogram.h"
#include "dateline-timeline-lanes.h"

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* What the process holds in MiB; with @name "VmHWM", the most that it ever held. */
static double
get_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, name);

  return line != NULL ? g_ascii_strtod (line + strlen (name) + 1, NULL) / 1024 : 0;
}

static int
fail (const GError *error)
{
  g_printerr ("bench-store: %s\n", error->message);

  return 1;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

/* What a window does to show its first view: the timeline, and how much there is of everything. */
static int
measure_open (const char *path)
{
  double cpu = get_ms (CLOCK_PROCESS_CPUTIME_ID);
  double wall = get_ms (CLOCK_MONOTONIC);
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStoryFile) file = dateline_story_file_open (path, &error);
  g_autoptr(DatelineTimelineLanes) lanes = NULL;
  g_autoptr(DatelineTimelineScale) scale = NULL;
  g_autoptr(GArray) reactions = NULL;
  DatelineStory *story;
  guint n = 0;

  if (file == NULL)
    return fail (error);

  story = dateline_story_file_get_story (file);
  n += g_list_model_get_n_items (dateline_story_get_articles (story));
  n += g_list_model_get_n_items (dateline_story_get_events (story));
  lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_KIND);
  scale = dateline_timeline_lanes_create_scale (lanes, story);
  reactions = dateline_timeline_histogram_collect (story);
  n += reactions->len;
  for (guint i = 0; i < MIN (dateline_timeline_lanes_get_n_entries (lanes), 30); i++)
    n += dateline_event_get_title (dateline_timeline_lanes_get_event (lanes, i))[0] != '\0';
  cpu = get_ms (CLOCK_PROCESS_CPUTIME_ID) - cpu;
  wall = get_ms (CLOCK_MONOTONIC) - wall;

  printf ("%.2f %.2f %.1f\n", cpu, wall, get_memory ("VmHWM:"));

  return n == 0;
}

static DatelineItem *
pick_event (DatelineStoryFile *file,
            guint              number)
{
  GListModel *events = dateline_story_get_events (dateline_story_file_get_story (file));

  return g_list_model_get_item (events, number * 7919 % g_list_model_get_n_items (events));
}

static gboolean
change_title (DatelineStoryFile  *file,
              DatelineItem       *event,
              guint               number,
              GError            **error)
{
  g_autoptr(DatelineItem) base = dateline_item_copy (event);
  g_autoptr(DatelineItem) draft = dateline_item_copy (event);
  g_autoptr(DatelineEdit) edit = dateline_edit_new ("Change Title");
  g_autofree char *title = g_strdup_printf ("Title %u at %" G_GINT64_FORMAT, number, g_get_real_time ());

  g_object_set (draft, "title", title, NULL);
  dateline_edit_put (edit, draft, base);

  return dateline_story_file_apply (file, edit, error);
}

/* The median of @n edits, in milliseconds of CPU and of time: time is mostly waiting for the disk. */
static int
measure_edits (const char *path,
               guint       n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStoryFile) file = dateline_story_file_open (path, &error);
  g_autofree double *cpu = g_new0 (double, n);
  g_autofree double *wall = g_new0 (double, n);

  if (file == NULL)
    return fail (error);

  for (guint i = 0; i < n; i++)
    {
      /* Whoever edits an event has seen it. */
      g_autoptr(DatelineItem) event = pick_event (file, i);
      double from_cpu = get_ms (CLOCK_PROCESS_CPUTIME_ID);
      double from_wall = get_ms (CLOCK_MONOTONIC);

      if (!change_title (file, event, i, &error))
        return fail (error);
      cpu[i] = get_ms (CLOCK_PROCESS_CPUTIME_ID) - from_cpu;
      wall[i] = get_ms (CLOCK_MONOTONIC) - from_wall;
    }

  qsort (cpu, n, sizeof *cpu, compare_doubles);
  qsort (wall, n, sizeof *wall, compare_doubles);
  printf ("%.3f %.3f\n", cpu[n / 2], wall[n / 2]);

  return 0;
}

/* What @n edits, undos and redos leave in memory, in MiB, after a tenth of them and at the end. */
static int
measure_memory (const char *path,
                guint       n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineStoryFile) file = dateline_story_file_open (path, &error);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  double first = 0;

  if (file == NULL)
    return fail (error);

  for (guint i = 0; i < n; i++)
    {
      int what = g_rand_int_range (rand, 0, 4);
      g_autoptr(DatelineItem) event = pick_event (file, i);
      gboolean done;

      if (what == 0 && dateline_story_file_get_undo_name (file) != NULL)
        done = dateline_story_file_undo (file, &error);
      else if (what == 1 && dateline_story_file_get_redo_name (file) != NULL)
        done = dateline_story_file_redo (file, &error);
      else
        done = change_title (file, event, i, &error);
      if (!done)
        return fail (error);
      if (i == n / 10)
        first = get_memory ("VmRSS:");
    }

  printf ("%.2f %.2f\n", first, get_memory ("VmRSS:"));

  return 0;
}

/* The longest and the median of the first pages for words of every frequency, in milliseconds of CPU. */
static int
measure_search (const char *path)
{
  static const char *const typed[] = {
    "a", "the", "th", "said", "poi", "cour", "\"of the\"", "said that the co", "навал", "zzzz", "heart court prison"
  };
  DatelineSearchEngine *engine = dateline_search_engine_new_for_file (path);
  double pages[G_N_ELEMENTS (typed)];
  int status = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed) && status == 0; i++)
    for (guint round = 0; round < 2; round++)
      {
        DatelineSearchRequest request = {
          .number = (int) i * 2 + (int) round + 1, .words = (char *) typed[i], .group = DATELINE_SEARCH_ALL_GROUPS, .n = 8,
          .filter = { NULL, NULL, DATELINE_DATE_OPEN_START, DATELINE_DATE_OPEN_END }
        };
        g_autoptr(GError) error = NULL;
        DatelineSearchAnswer *answer;
        double start;

        dateline_search_engine_supersede (engine, request.number);
        start = get_ms (CLOCK_THREAD_CPUTIME_ID);
        answer = dateline_search_engine_ask (engine, &request, &error);
        /* The first time reads from the disk. */
        pages[i] = get_ms (CLOCK_THREAD_CPUTIME_ID) - start;
        if (answer == NULL)
          status = fail (error);
        else
          dateline_search_answer_free (answer);
      }
  dateline_search_engine_unref (engine);

  qsort (pages, G_N_ELEMENTS (pages), sizeof *pages, compare_doubles);
  printf ("%.2f %.2f\n", pages[G_N_ELEMENTS (pages) - 1], pages[G_N_ELEMENTS (pages) / 2]);

  return status;
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 0;

  if (argc == 3 && g_str_equal (argv[1], "open"))
    return measure_open (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "search"))
    return measure_search (argv[2]);
  if (argc == 4 && g_str_equal (argv[1], "edit") && n > 0)
    return measure_edits (argv[2], n);
  if (argc == 4 && g_str_equal (argv[1], "memory") && n > 9)
    return measure_memory (argv[2], n);

  g_printerr ("bench-store: open FILE, search FILE, edit FILE N or memory FILE N\n");

  return 2;
}
