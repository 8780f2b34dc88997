/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a frame of the timeline costs while one pans and zooms: main-thread CPU in milliseconds between the frame
 * clock's before-paint and after-paint, and as a ratio to a window of the same size in which nothing is drawn. CPU
 * time, and the two in one run, because the time on a shared machine says nothing. */
#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "dateline-session.h"
#include "dateline-timeline-canvas.h"

#define WARM_UP 20
#define FRAMES  120

typedef struct
{
  GtkWidget *widget;
  double     dx;
  double     factor;
  guint      frame;
  double     start;
  double     costs[FRAMES];
} Run;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Run           *run)
{
  run->start = get_cpu_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Run           *run)
{
  if (run->frame >= WARM_UP && run->frame < WARM_UP + FRAMES)
    run->costs[run->frame - WARM_UP] = get_cpu_ms () - run->start;
  run->frame++;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Run *run = user_data;

  if (!DATELINE_IS_TIMELINE_CANVAS (widget))
    gtk_widget_queue_draw (widget);
  else if (run->factor != 0)
    dateline_timeline_canvas_zoom (DATELINE_TIMELINE_CANVAS (widget), run->frame / 10 % 2 ? run->factor : 1 / run->factor);
  else
    dateline_timeline_canvas_scroll (DATELINE_TIMELINE_CANVAS (widget), run->frame / 40 % 2 ? -run->dx : run->dx, 0);

  return G_SOURCE_CONTINUE;
}

static int
compare_costs (gconstpointer a,
               gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
measure (Run        *run,
         const char *name,
         double     *baseline)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (run->widget);
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), run);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), run);
  guint tick = gtk_widget_add_tick_callback (run->widget, tick_cb, run, NULL);
  double p50;
  double p95;

  run->frame = 0;
  while (run->frame < WARM_UP + FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (run->widget, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);

  qsort (run->costs, FRAMES, sizeof (double), compare_costs);
  p50 = run->costs[FRAMES / 2];
  p95 = run->costs[FRAMES * 95 / 100];
  if (*baseline == 0)
    *baseline = p50;
  g_print ("%-28s p50 %6.2f ms  p95 %6.2f ms  %5.1f times the empty window\n", name, p50, p95, p50 / *baseline);
}

static DatelineSession *
create_session (guint n)
{
  static const char * const categories[] = { "court", "arrest", "statement", "gesture", "post", "protest" };
  g_autoptr(DatelineStory) story = dateline_story_new ("bench", "Bench", NULL, "en");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *title = g_strdup_printf ("Event %u: the council votes, and votes again", i);
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (i / 2 * 86400 - 1000000000);
      g_autofree char *edtf = g_date_time_format (time, i % 7 ? "%Y-%m-%d" : "%Y-%m");
      g_autoptr(DatelineDate) date = dateline_date_new (edtf, NULL);
      g_autoptr(DatelineEvent) event = g_object_new (DATELINE_TYPE_EVENT, "id", id, "title", title, "date", date,
                                                     "category", categories[i % G_N_ELEMENTS (categories)], NULL);

      dateline_story_add (story, DATELINE_ITEM (event));
    }

  return dateline_session_new (story);
}

static GtkWindow *
show (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 1000, 700);
  gtk_window_set_child (window, widget);
  gtk_window_present (window);
  while (gtk_widget_get_width (widget) == 0 || !gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);

  return window;
}

static void
bench (guint   n,
       double *baseline)
{
  g_autoptr(DatelineSession) session = create_session (n);
  DatelineTimelineCanvas *canvas = g_object_new (DATELINE_TYPE_TIMELINE_CANVAS, NULL);
  GtkWindow *window;
  double start = get_cpu_ms ();
  Run run = { .widget = GTK_WIDGET (canvas), .dx = 8 };
  g_autofree char *cards = g_strdup_printf ("%u events, cards", n);
  g_autofree char *zoom = g_strdup_printf ("%u events, zooming", n);
  g_autofree char *density = g_strdup_printf ("%u events, density", n);

  dateline_timeline_canvas_set_session (canvas, session);
  window = show (run.widget);
  g_print ("%-28s %10.2f ms of CPU\n", "reading and first layout", get_cpu_ms () - start);

  /* At the densest month, so that there are cards. */
  dateline_timeline_canvas_zoom (canvas, 0.05);
  measure (&run, cards, baseline);
  run.factor = 1.3;
  measure (&run, zoom, baseline);
  run.factor = 0;
  dateline_timeline_canvas_fit (canvas);
  dateline_timeline_canvas_zoom (canvas, 2);
  measure (&run, density, baseline);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  Run run = { NULL };
  double baseline = 0;
  GtkWindow *window;

  adw_init ();
  run.widget = gtk_label_new ("");
  window = show (run.widget);
  measure (&run, "an empty window", &baseline);
  gtk_window_destroy (window);

  bench (1000, &baseline);
  bench (100000, &baseline);

  return 0;
}
