/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What views show of a story whose items are not in memory is what they show of one whose items are. */
#include "config.h"

#include "dateline-database.h"
#include "dateline-json-reader.h"
#include "dateline-portrait.h"
#include "dateline-rows-living.h"
#include "dateline-rows.h"
#include "dateline-timeline-histogram.h"
#include "dateline-timeline-lanes.h"
#include "read-rows.h"

typedef struct
{
  DatelineDatabase *database;
  DatelineStory    *eager;
  DatelineStory    *lazy;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  sqlite3 *db;

  fixture->eager = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, NULL, &error);
  g_assert_no_error (error);
  fixture->database = dateline_database_create (NULL, &error);
  g_assert_no_error (error);
  db = dateline_database_get_handle (fixture->database);
  dateline_rows_write_story (db, fixture->eager, &error);
  g_assert_no_error (error);
  /* Rows that are not in the order of the items. */
  g_assert_cmpint (sqlite3_exec (db, "UPDATE item SET position = - position WHERE kind = 'reaction'", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE item SET position = position * 7 % 11 WHERE kind = 'event'", NULL, NULL, NULL),
                   ==, SQLITE_OK);

  g_clear_object (&fixture->eager);
  fixture->eager = read_rows (db);
  fixture->lazy = dateline_rows_open_story (db, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->lazy);
  g_object_unref (fixture->eager);
  dateline_database_free (fixture->database);
}

static guint
count_made (DatelineStory *story)
{
  g_autoptr(GPtrArray) made = dateline_story_dup_made (story);

  return made->len;
}

static void
test_lanes (Fixture       *fixture,
            gconstpointer  data)
{
  DatelineTimelineLaneMode mode = (DatelineTimelineLaneMode) GPOINTER_TO_UINT (data);
  g_autoptr(DatelineTimelineLanes) eager = dateline_timeline_lanes_new (fixture->eager, mode);
  g_autoptr(DatelineTimelineLanes) lazy = dateline_timeline_lanes_new (fixture->lazy, mode);

  /* No event was loaded for that. */
  if (mode == DATELINE_TIMELINE_LANES_KIND)
    g_assert_cmpuint (count_made (fixture->lazy), ==, 0);

  g_assert_cmpuint (dateline_timeline_lanes_get_n_entries (eager), ==, dateline_timeline_lanes_get_n_entries (lazy));
  for (guint i = 0; i < dateline_timeline_lanes_get_n_entries (eager); i++)
    {
      const DatelineTimelineEntry *a = dateline_timeline_lanes_get_entry (eager, i);
      const DatelineTimelineEntry *b = dateline_timeline_lanes_get_entry (lazy, i);
      DatelineEvent *event = dateline_timeline_lanes_get_event (lazy, i);
      guint index;

      g_assert_cmpstr (dateline_item_get_id (DATELINE_ITEM (a->event)), ==, dateline_item_get_id (DATELINE_ITEM (event)));
      g_assert_cmpint (a->lower, ==, b->lower);
      g_assert_cmpint (a->upper, ==, b->upper);
      g_assert_cmpuint (a->group, ==, b->group);
      g_assert_cmpuint (a->slot, ==, b->slot);
      g_assert_true (a->category == b->category);
      g_assert_cmpuint (a->heading, ==, b->heading);
      g_assert_true (dateline_timeline_lanes_find (lazy, event, &index));
      g_assert_cmpuint (index, ==, i);
    }

  g_assert_cmpuint (dateline_timeline_lanes_get_n_lanes (eager), ==, dateline_timeline_lanes_get_n_lanes (lazy));
  for (guint i = 0; i < dateline_timeline_lanes_get_n_lanes (eager); i++)
    {
      const DatelineTimelineLane *a = dateline_timeline_lanes_get_lane (eager, i);
      const DatelineTimelineLane *b = dateline_timeline_lanes_get_lane (lazy, i);

      g_assert_cmpstr (a->category, ==, b->category);
      g_assert_cmpstr (a->item != NULL ? dateline_item_get_id (a->item) : NULL, ==,
                       b->item != NULL ? dateline_item_get_id (b->item) : NULL);
      g_assert_cmpmem (a->members, a->n_members * sizeof (guint), b->members, b->n_members * sizeof (guint));
    }
}

static void
test_reactions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GArray) eager = dateline_timeline_histogram_collect (fixture->eager);
  g_autoptr(GArray) lazy = dateline_timeline_histogram_collect (fixture->lazy);

  g_assert_cmpuint (eager->len, >, 10);
  g_assert_cmpuint (eager->len, ==, lazy->len);
  for (guint i = 0; i < eager->len; i++)
    {
      const DatelineTimelineBucket *a = &g_array_index (eager, DatelineTimelineBucket, i);
      const DatelineTimelineBucket *b = &g_array_index (lazy, DatelineTimelineBucket, i);

      g_assert_cmpint (a->start, ==, b->start);
      g_assert_cmpint (a->end, ==, b->end);
      g_assert_cmpuint (a->first, ==, b->first);
    }
  g_assert_cmpuint (count_made (fixture->lazy), ==, 0);
}

/* What is said about somebody is found without loading what others say. */
static void
test_quotes_about (Fixture       *fixture,
                   gconstpointer  data)
{
  GListModel *people = dateline_story_get_people (fixture->eager);
  guint n_quotes = 0;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(DatelinePerson) person = g_list_model_get_item (people, i);
      DatelineItem *other = dateline_story_lookup (fixture->lazy, dateline_item_get_id (DATELINE_ITEM (person)));
      guint n_made = count_made (fixture->lazy);
      g_autoptr(GListModel) eager = dateline_portrait_dup_quotes_about (person, fixture->eager);
      g_autoptr(GListModel) lazy = dateline_portrait_dup_quotes_about (DATELINE_PERSON (other), fixture->lazy);

      g_assert_cmpuint (count_made (fixture->lazy), ==, n_made);
      g_assert_cmpuint (g_list_model_get_n_items (eager), ==, g_list_model_get_n_items (lazy));
      for (guint j = 0; j < g_list_model_get_n_items (eager); j++)
        {
          g_autoptr(DatelineItem) a = g_list_model_get_item (eager, j);
          g_autoptr(DatelineItem) b = g_list_model_get_item (lazy, j);

          g_assert_cmpstr (dateline_item_get_id (a), ==, dateline_item_get_id (b));
          n_quotes++;
        }
    }
  g_assert_cmpuint (n_quotes, >, 10);
}

/* People are counted without what counts. */
static void
test_mentions (Fixture       *fixture,
               gconstpointer  data)
{
  GListModel *people = dateline_story_get_people (fixture->eager);
  guint n_mentions = 0;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(DatelineItem) person = g_list_model_get_item (people, i);
      DatelineItem *other = dateline_story_lookup (fixture->lazy, dateline_item_get_id (person));
      guint n = g_list_model_get_n_items (dateline_item_get_passages (person));

      g_assert_cmpuint (dateline_person_get_n_mentions (DATELINE_PERSON (person)), ==, n);
      g_assert_cmpuint (dateline_person_get_n_mentions (DATELINE_PERSON (other)), ==, n);
      g_assert_true (dateline_story_misses (fixture->lazy, other, DATELINE_ITEM_PART_PASSAGES));
      n_mentions += n;
    }
  g_assert_cmpuint (n_mentions, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/lazy-timeline/by-kind", Fixture, GUINT_TO_POINTER (DATELINE_TIMELINE_LANES_KIND), set_up, test_lanes, tear_down);
  g_test_add ("/lazy-timeline/by-person", Fixture, GUINT_TO_POINTER (DATELINE_TIMELINE_LANES_PERSON), set_up, test_lanes,
              tear_down);
  g_test_add ("/lazy-timeline/by-article", Fixture, GUINT_TO_POINTER (DATELINE_TIMELINE_LANES_ARTICLE), set_up, test_lanes,
              tear_down);
  g_test_add ("/lazy-timeline/reactions", Fixture, NULL, set_up, test_reactions, tear_down);

  g_test_add ("/lazy-timeline/quotes-about", Fixture, NULL, set_up, test_quotes_about, tear_down);
  g_test_add ("/lazy-timeline/mentions", Fixture, NULL, set_up, test_mentions, tear_down);

  return g_test_run ();
}
