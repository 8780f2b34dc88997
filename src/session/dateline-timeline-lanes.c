/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dated events of a story in order, and the lanes of the timeline that they stand in: by kind, by person or by
 * article. An event may stand in several. */
#include "config.h"

#include "dateline-timeline-lanes.h"

#include "dateline-calendar.h"

/* Persons who have a lane of their own; the others share one. */
#define MAX_PERSON_LANES 12

struct _DatelineTimelineLanes
{
  GArray     *entries;
  GHashTable *by_event; /* DatelineEvent (unowned) -> number of its entry + 1 */
  GPtrArray  *lanes;
};

/* A lane while it is filled. */
typedef struct
{
  gpointer key;
  GArray  *members;
  guint    rank;
} Builder;

/* The kinds that the program knows, about in the order in which stories like this unfold. */
static const char * const known_categories[] = {
  "court", "arrest", "attack", "health", "statement", "gesture", "post", "protest"
};

static void
clear_entry (gpointer data)
{
  g_object_unref (((DatelineTimelineEntry *) data)->event);
}

static void
lane_free (gpointer data)
{
  DatelineTimelineLane *lane = data;

  g_clear_object (&lane->item);
  g_free (lane->members);
  g_free (lane);
}

static void
builder_free (gpointer data)
{
  Builder *builder = data;

  g_array_unref (builder->members);
  g_free (builder);
}

static DatelineTimelineEntry
create_entry (DatelineEvent *event,
              DatelineDate  *date)
{
  gboolean vague = dateline_date_get_precision (date) < DATELINE_PRECISION_DAY;
  gboolean start_doubtful;
  gboolean end_doubtful;
  DatelineTimelineEntry entry = {
    .event = event,
    .lower = dateline_date_get_lower (date),
    .upper = dateline_date_get_upper (date),
    .interval = dateline_date_is_interval (date),
  };

  dateline_date_get_ends (date, &entry.start_upper, &entry.end_lower, &start_doubtful, &end_doubtful);
  entry.soft_start = vague || start_doubtful;
  entry.soft_end = vague || end_doubtful;

  return entry;
}

/* g_array_sort() is not stable: the order of the story, which slot holds for now, decides between equals. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const DatelineTimelineEntry *left = a;
  const DatelineTimelineEntry *right = b;

  if (left->lower != right->lower)
    return left->lower < right->lower ? -1 : 1;
  /* What happened comes before what lasted from then on: so one would tell it. */
  if (left->interval != right->interval)
    return left->interval ? 1 : -1;
  if (left->upper != right->upper)
    return left->upper > right->upper ? -1 : 1;

  return left->slot < right->slot ? -1 : left->slot > right->slot;
}

static gboolean
is_same_date (const DatelineTimelineEntry *a,
              const DatelineTimelineEntry *b)
{
  return a->lower == b->lower && a->upper == b->upper && a->interval == b->interval;
}

static void
number_groups (GArray *entries)
{
  DatelineTimelineEntry *all = (DatelineTimelineEntry *) (gpointer) entries->data;
  guint group = 0;

  for (guint i = 0; i < entries->len;)
    {
      guint n = 1;

      while (i + n < entries->len && is_same_date (&all[i], &all[i + n]))
        n++;
      for (guint j = 0; j < n; j++)
        {
          all[i + j].group = group;
          all[i + j].slot = j;
          all[i + j].n_slots = n;
        }
      group++;
      i += n;
    }
}

static void
collect_entries (DatelineTimelineLanes *self,
                 GListModel            *events)
{
  guint n = g_list_model_get_n_items (events);

  for (guint i = 0; i < n; i++)
    {
      DatelineEvent *event = g_list_model_get_item (events, i);
      DatelineDate *date = dateline_event_get_date (event);
      DatelineTimelineEntry entry;

      if (date == NULL)
        {
          g_object_unref (event);
          continue;
        }

      entry = create_entry (event, date);
      entry.slot = i;
      g_array_append_val (self->entries, entry);
    }

  g_array_sort (self->entries, compare_entries);
  number_groups (self->entries);
  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_insert (self->by_event,
                         g_array_index (self->entries, DatelineTimelineEntry, i).event,
                         GUINT_TO_POINTER (i + 1));
}

static void
add_member (GHashTable *table,
            GPtrArray  *builders,
            gpointer    key,
            guint       rank,
            guint       member)
{
  Builder *builder = g_hash_table_lookup (table, key);

  if (builder == NULL)
    {
      builder = g_new0 (Builder, 1);
      builder->key = key;
      builder->rank = rank;
      builder->members = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, key, builder);
      g_ptr_array_add (builders, builder);
    }

  g_array_append_val (builder->members, member);
}

static void
add_lane (DatelineTimelineLanes *self,
          DatelineItem          *item,
          const char            *category,
          GArray                *members)
{
  DatelineTimelineLane *lane = g_new0 (DatelineTimelineLane, 1);

  g_set_object (&lane->item, item);
  lane->category = category;
  lane->n_members = members->len;
  lane->members = g_memdup2 (members->data, sizeof (guint) * members->len);
  g_ptr_array_add (self->lanes, lane);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Builder *left = *(Builder * const *) a;
  const Builder *right = *(Builder * const *) b;

  return left->rank < right->rank ? -1 : left->rank > right->rank;
}

/* The most present first; of two the one who comes earlier. */
static int
compare_presence (gconstpointer a,
                  gconstpointer b)
{
  const Builder *left = *(Builder * const *) a;
  const Builder *right = *(Builder * const *) b;

  if (left->members->len != right->members->len)
    return left->members->len > right->members->len ? -1 : 1;

  return compare_ranks (a, b);
}

/* Kinds that nobody foresaw stand after those that are known, and what is of no kind last. */
static guint
get_category_rank (const char *category,
                   guint       n)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_categories); i++)
    if (g_strcmp0 (known_categories[i], category) == 0)
      return i;

  return g_strcmp0 (category, "other") == 0 || *category == '\0' ? G_MAXUINT : G_N_ELEMENTS (known_categories) + n;
}

static void
build_by_kind (DatelineTimelineLanes *self)
{
  g_autoptr(GHashTable) table = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) builders = g_ptr_array_new_with_free_func (builder_free);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *category = dateline_event_get_category (dateline_timeline_lanes_get_entry (self, i)->event);

      if (category == NULL || *category == '\0')
        category = "other";
      add_member (table, builders, (gpointer) g_intern_string (category), get_category_rank (category, builders->len), i);
    }

  g_ptr_array_sort (builders, compare_ranks);
  for (guint i = 0; i < builders->len; i++)
    {
      Builder *builder = g_ptr_array_index (builders, i);

      add_lane (self, NULL, builder->key, builder->members);
    }
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

/* One lane for all who have none of their own; an event stands in it once. */
static void
add_shared_lane (DatelineTimelineLanes *self,
                 GArray                *members)
{
  guint n = 0;

  g_array_sort (members, compare_members);
  for (guint i = 0; i < members->len; i++)
    if (n == 0 || g_array_index (members, guint, n - 1) != g_array_index (members, guint, i))
      g_array_index (members, guint, n++) = g_array_index (members, guint, i);
  g_array_set_size (members, n);

  if (n > 0)
    add_lane (self, NULL, NULL, members);
}

static void
build_by_person (DatelineTimelineLanes *self)
{
  g_autoptr(GHashTable) table = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) builders = g_ptr_array_new_with_free_func (builder_free);
  g_autoptr(GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->entries->len; i++)
    {
      GListModel *people = dateline_event_get_participants (dateline_timeline_lanes_get_entry (self, i)->event);
      guint n = g_list_model_get_n_items (people);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr(DatelineItem) person = g_list_model_get_item (people, j);

          add_member (table, builders, person, builders->len, i);
        }
      if (n == 0)
        g_array_append_val (rest, i);
    }

  g_ptr_array_sort (builders, compare_presence);
  for (guint i = 0; i < builders->len; i++)
    {
      Builder *builder = g_ptr_array_index (builders, i);

      if (i < MAX_PERSON_LANES && (builder->members->len > 1 || builders->len <= MAX_PERSON_LANES))
        add_lane (self, builder->key, NULL, builder->members);
      else
        g_array_append_vals (rest, builder->members->data, builder->members->len);
    }
  add_shared_lane (self, rest);
}

static void
build_by_article (DatelineTimelineLanes *self,
                  GListModel            *articles)
{
  g_autoptr(GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *reported = g_new0 (gboolean, self->entries->len);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);
      g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < self->entries->len; j++)
        if (dateline_item_is_in_article (DATELINE_ITEM (dateline_timeline_lanes_get_entry (self, j)->event), article))
          {
            g_array_append_val (members, j);
            reported[j] = TRUE;
          }
      add_lane (self, DATELINE_ITEM (article), NULL, members);
    }

  for (guint i = 0; i < self->entries->len; i++)
    if (!reported[i])
      g_array_append_val (rest, i);
  add_shared_lane (self, rest);
}

/**
 * dateline_timeline_lanes_new:
 * @story: a story
 * @mode: what the lanes stand for
 *
 * Puts the dated events of a story in order and in lanes.
 *
 * Returns: (transfer full): the lanes
 */
DatelineTimelineLanes *
dateline_timeline_lanes_new (DatelineStory            *story,
                             DatelineTimelineLaneMode  mode)
{
  DatelineTimelineLanes *self;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  self = g_new0 (DatelineTimelineLanes, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (DatelineTimelineEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->by_event = g_hash_table_new (NULL, NULL);
  self->lanes = g_ptr_array_new_with_free_func (lane_free);

  collect_entries (self, dateline_story_get_events (story));
  switch (mode)
    {
    case DATELINE_TIMELINE_LANES_PERSON:
      build_by_person (self);
      break;
    case DATELINE_TIMELINE_LANES_ARTICLE:
      build_by_article (self, dateline_story_get_articles (story));
      break;
    case DATELINE_TIMELINE_LANES_KIND:
    default:
      build_by_kind (self);
      break;
    }

  return self;
}

/**
 * dateline_timeline_lanes_free:
 * @self: (transfer full): lanes
 *
 * Frees lanes.
 */
void
dateline_timeline_lanes_free (DatelineTimelineLanes *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->lanes);
  g_hash_table_unref (self->by_event);
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * dateline_timeline_lanes_get_n_entries:
 * @self: lanes
 *
 * How many events have a date.
 *
 * Returns: the number of entries
 */
guint
dateline_timeline_lanes_get_n_entries (const DatelineTimelineLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * dateline_timeline_lanes_get_entry:
 * @self: lanes
 * @index: the number of an entry; entries are in the order of time
 *
 * One dated event.
 *
 * Returns: (transfer none): the entry
 */
const DatelineTimelineEntry *
dateline_timeline_lanes_get_entry (const DatelineTimelineLanes *self,
                                   guint                        index)
{
  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  return &g_array_index (self->entries, DatelineTimelineEntry, index);
}

/**
 * dateline_timeline_lanes_find:
 * @self: lanes
 * @event: (nullable): an event
 * @index: (out) (optional): the number of its entry
 *
 * Finds an event.
 *
 * Returns: %FALSE if it has no date
 */
gboolean
dateline_timeline_lanes_find (const DatelineTimelineLanes *self,
                              DatelineEvent               *event,
                              guint                       *index)
{
  guint found;

  g_return_val_if_fail (self != NULL, FALSE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_event, event));
  if (found == 0)
    return FALSE;
  if (index != NULL)
    *index = found - 1;

  return TRUE;
}

/**
 * dateline_timeline_lanes_get_n_lanes:
 * @self: lanes
 *
 * How many lanes there are.
 *
 * Returns: the number
 */
guint
dateline_timeline_lanes_get_n_lanes (const DatelineTimelineLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lanes->len;
}

/**
 * dateline_timeline_lanes_get_lane:
 * @self: lanes
 * @index: the number of a lane
 *
 * One lane.
 *
 * Returns: (transfer none): the lane
 */
const DatelineTimelineLane *
dateline_timeline_lanes_get_lane (const DatelineTimelineLanes *self,
                                  guint                        index)
{
  g_return_val_if_fail (self != NULL && index < self->lanes->len, NULL);

  return g_ptr_array_index (self->lanes, index);
}

/**
 * dateline_timeline_lanes_find_densest:
 * @self: lanes
 * @day: (out): the day
 *
 * Finds the day on which the most happens.
 *
 * Returns: %FALSE if nothing is known to the day
 */
gboolean
dateline_timeline_lanes_find_densest (const DatelineTimelineLanes *self,
                                      DatelineTimelineSpan        *day)
{
  guint most = 0;
  guint n = 0;
  gint64 current = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const DatelineTimelineEntry *entry = &g_array_index (self->entries, DatelineTimelineEntry, i);
      gint64 start;

      if (entry->interval || entry->upper - entry->lower > DATELINE_SECONDS_PER_DAY)
        continue;

      start = entry->lower - (entry->lower % DATELINE_SECONDS_PER_DAY + DATELINE_SECONDS_PER_DAY) % DATELINE_SECONDS_PER_DAY;
      n = n > 0 && start == current ? n + 1 : 1;
      current = start;
      if (n > most)
        {
          most = n;
          *day = (DatelineTimelineSpan) { start, start + DATELINE_SECONDS_PER_DAY };
        }
    }

  return most > 0;
}

static void
add_date (GArray   *spans,
          gint64   *finest,
          gint64    lower,
          gint64    start_upper,
          gint64    end_lower,
          gint64    upper,
          gboolean  interval)
{
  DatelineTimelineSpan start = { lower, interval ? start_upper : upper };
  DatelineTimelineSpan end = { end_lower, upper };

  /* An open end is nowhere. */
  if (start.start != DATELINE_DATE_OPEN_START && start.start < start.end)
    {
      g_array_append_val (spans, start);
      *finest = MIN (*finest, start.end - start.start);
    }
  if (interval && end.end != DATELINE_DATE_OPEN_END && end.start < end.end)
    g_array_append_val (spans, end);
}

/**
 * dateline_timeline_lanes_create_scale:
 * @self: lanes
 * @story: the story that they are of
 *
 * Creates the scale that holds all events and reactions of the story.
 *
 * Returns: (transfer full): a scale, empty if nothing has a date
 */
DatelineTimelineScale *
dateline_timeline_lanes_create_scale (const DatelineTimelineLanes *self,
                                      DatelineStory               *story)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DatelineTimelineSpan));
  GListModel *reactions;
  gint64 finest = DATELINE_SECONDS_PER_DAY;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const DatelineTimelineEntry *entry = &g_array_index (self->entries, DatelineTimelineEntry, i);

      add_date (spans, &finest, entry->lower, entry->start_upper, entry->end_lower, entry->upper, entry->interval);
    }

  reactions = dateline_story_get_reactions (story);
  for (guint i = 0; i < g_list_model_get_n_items (reactions); i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (reactions, i);
      DatelineDate *date = dateline_reaction_get_date (reaction);
      gint64 start_upper;
      gint64 end_lower;
      gboolean doubtful;

      if (date == NULL)
        continue;

      dateline_date_get_ends (date, &start_upper, &end_lower, &doubtful, &doubtful);
      add_date (spans, &finest, dateline_date_get_lower (date), start_upper, end_lower, dateline_date_get_upper (date),
                dateline_date_is_interval (date));
    }

  return dateline_timeline_scale_new ((DatelineTimelineSpan *) (gpointer) spans->data, spans->len,
                                      finest < DATELINE_SECONDS_PER_DAY ? 60 : DATELINE_SECONDS_PER_DAY);
}
