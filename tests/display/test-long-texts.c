/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that no editor would have passed: every view shows them in the time it takes to show ordinary ones, and
 * the toolkit has nothing to complain of. */
#include "config.h"

#include "dateline-articles-view.h"
#include "dateline-compare-view.h"
#include "dateline-people-view.h"
#include "dateline-reactions-view.h"
#include "dateline-short-text.h"
#include "dateline-timeline-view.h"
#include "kit.h"
#include "long-story.h"

#include <string.h>
#include <time.h>

/* How many times longer than the plain story a view may take, and what is not worth measuring. */
#define MAX_RATIO 10
#define GRACE_MS 500

static const struct
{
  const char *name;
  GType     (*get_type) (void);
} views[] = {
  { "timeline", dateline_timeline_view_get_type },
  { "articles", dateline_articles_view_get_type },
  { "people", dateline_people_view_get_type },
  { "reactions", dateline_reactions_view_get_type },
  { "compare", dateline_compare_view_get_type },
};

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

/* Runs the main loop until nothing has been to do for a while. */
static void
settle (void)
{
  for (guint quiet = 0; quiet < 20; quiet++)
    {
      if (g_main_context_iteration (NULL, FALSE))
        quiet = 0;
      else
        g_usleep (1000);
    }
}

/* Shows a view of STORY with one item of each kind selected in turn, and returns what that cost. */
static double
show (DatelineStory *story,
      guint          view,
      int            width)
{
  g_autoptr(DatelineSession) session = dateline_session_new (story);
  g_autoptr(DatelineSettings) settings = dateline_settings_new ();
  DatelineNavigator *navigator = dateline_session_get_navigator (session);
  double start = get_cpu_ms ();
  GtkWindow *window;

  window = kit_show (g_object_new (views[view].get_type (),
                                   "session", session,
                                   "settings", settings,
                                   NULL),
                     width, 760);
  settle ();

  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind <= DATELINE_ITEM_CLAIM; kind++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (dateline_story_get_items (story, kind), 1);
      g_autoptr(DatelinePassage) passage = NULL;

      if (item == NULL)
        continue;
      passage = dateline_item_dup_first_passage (item);
      dateline_navigator_show (navigator, views[view].name, item, passage);
      settle ();
    }

  start = get_cpu_ms () - start;
  /* No text makes a window wider than the reader made it. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, width);
  kit_destroy (window);

  return start;
}

/* What the bundled story takes, measured once. */
static double
get_usual (guint view,
           int   width)
{
  static double usual[G_N_ELEMENTS (views)][2];
  g_autoptr(DatelineStory) plain = NULL;
  guint size = width > 500;

  if (usual[view][size] == 0)
    {
      plain = kit_read_story ();
      usual[view][size] = show (plain, view, width);
    }

  return usual[view][size];
}

static void
test_text (gconstpointer data)
{
  g_autoptr(DatelineStory) story = kit_read_long_story (GPOINTER_TO_INT (data));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (int width = 360; width <= 1180; width += 820)
      {
        double usual = get_usual (i, width);
        double now = show (story, i, width);

        g_test_message ("%s, %d px: %.0f ms, with ordinary texts %.0f ms", views[i].name, width, now, usual);
        g_assert_cmpfloat (now, <, usual * MAX_RATIO + GRACE_MS);
      }
}

static void
test_shorten (void)
{
  g_autofree char *line = dateline_short_text_dup ("Two\n lines\r\n\tof  it ", DATELINE_SHORT_TEXT_LINE);
  g_autofree char *lines = dateline_short_text_dup ("Two\nlines", DATELINE_SHORT_TEXT_PARAGRAPH);
  g_autofree char *nothing = dateline_short_text_dup (NULL, DATELINE_SHORT_TEXT_LINE);
  g_autofree char *cut = dateline_short_text_dup ("äöüäöü", 4);
  gsize from = strlen ("one two ");
  gsize to = strlen ("one two three");
  g_autofree char *whole = dateline_short_text_dup_at ("one two three", 20, &from, &to);
  g_autofree char *part = NULL;

  g_assert_cmpstr (line, ==, "Two lines of it");
  g_assert_cmpstr (lines, ==, "Two\nlines");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (cut, ==, "äöü…");
  g_assert_cmpstr (whole, ==, "one two three");
  g_assert_cmpuint (from, ==, strlen ("one two "));

  part = dateline_short_text_dup_at ("one two three", 10, &from, &to);
  g_assert_cmpstr (part, ==, "…o three");
  g_assert_cmpstr (part + from, ==, "three");
  g_assert_cmpuint (to, ==, strlen (part));
}

/* What is cut off in a label can still be read. */
static void
test_label (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *text = g_strnfill (300, 'a');

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  dateline_short_text_show (GTK_LABEL (label), text, DATELINE_SHORT_TEXT_LINE);
  g_assert_cmpint (strlen (gtk_label_get_label (GTK_LABEL (label))), <, 200);
  /* In lines that fit on a screen. */
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (label), "aaaa"));
  g_assert_cmpint (strcspn (gtk_widget_get_tooltip_text (label), "\n"), <, 100);
  g_assert_cmpint (strlen (gtk_widget_get_tooltip_text (label)), >, 300);
  g_assert_cmpint (gtk_label_get_width_chars (GTK_LABEL (label)), >, 0);

  dateline_short_text_show (GTK_LABEL (label), "short", DATELINE_SHORT_TEXT_LINE);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "short");
  g_assert_null (gtk_widget_get_tooltip_text (label));
  g_assert_cmpint (gtk_label_get_width_chars (GTK_LABEL (label)), ==, -1);

  g_object_unref (label);
}

int
main (int    argc,
      char **argv)
{
  kit_init (&argc, &argv);

  g_test_add_func ("/long-texts/shorten", test_shorten);
  g_test_add_func ("/long-texts/label", test_label);
  g_test_add_data_func ("/long-texts/line-feeds", GINT_TO_POINTER (KIT_TEXT_LINES), test_text);
  g_test_add_data_func ("/long-texts/words-of-300-letters", GINT_TO_POINTER (KIT_TEXT_WORDS), test_text);
  g_test_add_data_func ("/long-texts/10000-characters", GINT_TO_POINTER (KIT_TEXT_LONG), test_text);

  return g_test_run ();
}
