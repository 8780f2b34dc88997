/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a search takes in stories of two sizes: the first page, the facets and the next page, for words of every
 * frequency, and what a keystroke costs the thread of the window. The first argument makes stories. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-search.h"
#include "dateline-search-index.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 5

typedef struct
{
  const char *name;
  const char *options[12];
} Size;

/* About 100,000 and 1,000,000 passages: blocks of articles, and what was found in them. */
static const Size sizes[] = {
  { "100,000", { "--articles=2000", "--people=500", "--events=12000", "--quotes=60000", "--reactions=5000", "--claims=500" } },
  { "1,000,000", { "--articles=20000", "--people=2000", "--events=120000", "--quotes=600000", "--reactions=50000", "--claims=5000" } }
};

/* The words of the invented stories that are in everything, in much, and in little. */
static const char *const typed[] = {
  "a", "s", "the", "th", "tha", "said", "sai", "of", "that the", "the o", "poisoned", "poi", "peo", "court", "cour",
  "\"of the\"", "\"the of the\"", "said that the co", "nav", "навал", "zzzz", "heart court prison", "ye", "mik",
  "Belanov", "Élodie Orlanov", "-said the", "in the of and to"
};

/* The processor's time of this thread: other programs may be busy. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
take_median (double *values,
             guint   n)
{
  qsort (values, n, sizeof *values, compare);

  return values[n / 2];
}

static char *
generate (const char *program,
          const char *folder,
          const Size *size)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  char *path = g_build_filename (folder, "story.dateline", NULL);
  g_autoptr(GError) error = NULL;
  int status;

  g_ptr_array_add (arguments, (gpointer) program);
  for (guint i = 0; size->options[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) size->options[i]);
  g_ptr_array_add (arguments, path);
  g_ptr_array_add (arguments, NULL);
  if (!g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);

  return path;
}

static void
measure_index (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DatelineDatabase) database = dateline_database_open (path, DATELINE_DATABASE_READ_WRITE, NULL, NULL, &error);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  sqlite3_stmt *statement;
  double start;
  double updated[ROUNDS];
  sqlite3 *db;

  if (database == NULL)
    g_error ("%s", error->message);
  db = dateline_database_get_handle (database);
  sqlite3_prepare_v2 (db, "SELECT count (*), (SELECT count (*) FROM search_row WHERE block >= 0) FROM search_row", -1,
                      &statement, NULL);
  sqlite3_step (statement);
  g_print ("  %d rows of the index, %d of them blocks of articles\n", sqlite3_column_int (statement, 0),
           sqlite3_column_int (statement, 1));
  sqlite3_finalize (statement);

  g_hash_table_add (ids, (gpointer) "quote-7");
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *sql = g_strdup_printf ("BEGIN IMMEDIATE; UPDATE item SET note = 'note %u' WHERE id = 'quote-7'", i);

      sqlite3_exec (db, sql, NULL, NULL, NULL);
      start = now_ms ();
      dateline_search_index_update (db, ids, NULL);
      updated[i] = now_ms () - start;
      sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
    }
  g_print ("  index after an edit of a quote: %.2f ms\n", take_median (updated, ROUNDS));
}

/* Asks once cold and then some more times, and keeps the median. */
static void
measure_words (DatelineSearchEngine *engine,
               const char           *words,
               double               *first_page,
               double               *facets_of,
               double               *next_page)
{
  static int number;
  double firsts[ROUNDS];
  double facet_times[ROUNDS];
  double nexts[ROUNDS];
  guint n_hits = 0;
  gboolean has_more = FALSE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *copy = g_strdup (words);
      DatelineSearchRequest request = {
        ++number, copy, { NULL, NULL, DATELINE_DATE_OPEN_START, DATELINE_DATE_OPEN_END }, DATELINE_SEARCH_ALL_GROUPS, 0, 8
      };
      g_autoptr(DatelineSearchAnswer) answer = NULL;
      g_autoptr(DatelineSearchAnswer) next = NULL;
      double start = now_ms ();

      dateline_search_engine_supersede (engine, request.number);
      answer = dateline_search_engine_ask (engine, &request, &error);
      firsts[i] = now_ms () - start;
      if (answer == NULL)
        g_error ("%s", error->message);
      n_hits = 0;
      for (guint group = 0; group < DATELINE_N_SEARCH_GROUPS; group++)
        {
          n_hits += answer->counts[group];
          has_more = has_more || answer->has_more[group];
        }

      start = now_ms ();
      dateline_search_facets_free (dateline_search_engine_ask_facets (engine, &request, NULL));
      facet_times[i] = now_ms () - start;

      request.group = DATELINE_SEARCH_ARTICLES;
      request.first = 50;
      request.n = 50;
      start = now_ms ();
      next = dateline_search_engine_ask (engine, &request, &error);
      nexts[i] = now_ms () - start;
    }
  *first_page = take_median (firsts, ROUNDS);
  *facets_of = take_median (facet_times, ROUNDS);
  *next_page = take_median (nexts, ROUNDS);
  g_print ("    %-20s %5u%s  first page %7.2f ms   facets %7.2f ms   second page %7.2f ms\n", words, n_hits,
           has_more ? "+" : " ", *first_page, *facets_of, *next_page);
}

static double worst_keystroke;
static double in_window;
static double longest_wait;

static void
answered_cb (DatelineSearch *search,
             guint          *n)
{
  (*n)++;
}

/* What a keystroke costs the main context, besides waiting. */
static void
measure_keystrokes (const char *path)
{
  static const char text[] = "said that the court";
  G_GNUC_UNUSED g_autoptr(DatelineStory) story = dateline_story_new ("s", "S", "", "");
  g_autoptr(DatelineStoryFile) file = dateline_story_file_open (path, NULL);
  g_autoptr(DatelineSearch) search = NULL;
  guint n = 0;

  if (file == NULL)
    return;
  /* What opening left to do is not the search's. */
  for (guint i = 0; i < 500; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
  search = dateline_search_new (dateline_story_file_get_story (file), file);
  g_signal_connect (search, "answered", G_CALLBACK (answered_cb), &n);
  worst_keystroke = in_window = longest_wait = 0;
  for (guint length = 1; length < sizeof text; length++)
    {
      g_autofree char *words = g_strndup (text, length);
      double cost = 0;
      double start = now_ms ();
      double longest = 0;

      dateline_search_set_words (search, words);
      cost += now_ms () - start;
      while (dateline_search_get_busy (search))
        {
          start = now_ms ();
          if (!g_main_context_iteration (NULL, FALSE))
            g_usleep (200);
          else
            {
              cost += now_ms () - start;
              longest = MAX (longest, now_ms () - start);
            }
        }
      worst_keystroke = MAX (worst_keystroke, cost);
      longest_wait = MAX (longest_wait, longest);
      in_window += cost;
    }
  in_window /= sizeof text - 1;
}

int
main (int    argc,
      char **argv)
{
  double worst[G_N_ELEMENTS (sizes)] = { 0 };
  double typical[G_N_ELEMENTS (sizes)] = { 0 };

  if (argc < 2)
    return 2;

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autofree char *folder = g_dir_make_tmp ("dateline-bench-XXXXXX", NULL);
      g_autofree char *path = NULL;
      DatelineSearchEngine *engine;
      double firsts[G_N_ELEMENTS (typed)];
      gint64 begin = g_get_monotonic_time ();

      /* Without the large one, seconds instead of minutes. */
      if (s > 0 && argc > 2 && g_str_equal (argv[2], "--small"))
        break;

      path = generate (argv[1], folder, &sizes[s]);
      g_print ("About %s passages (made with its index in %.0f s)\n", sizes[s].name, (double) (g_get_monotonic_time () - begin) / 1e6);
      measure_index (path);
      engine = dateline_search_engine_new_for_file (path);
      for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
        {
          double facets;
          double next;

          measure_words (engine, typed[i], &firsts[i], &facets, &next);
          worst[s] = MAX (worst[s], firsts[i]);
        }
      typical[s] = take_median (firsts, G_N_ELEMENTS (typed));
      dateline_search_engine_unref (engine);
      measure_keystrokes (path);
      g_print ("  first page: worst %.1f ms, median %.1f ms; a keystroke costs the window %.2f ms, at most %.2f ms "
               "(%.2f ms at a time)\n",
               worst[s], typical[s], in_window, worst_keystroke, longest_wait);
      g_unlink (path);
      g_rmdir (folder);
    }
  if (typical[1] > 0)
    g_print ("Ratio of the large story to the small one: worst %.1f, median %.1f (budget: worst under 50 ms)\n",
             worst[1] / worst[0], typical[1] / typical[0]);

  return 0;
}
