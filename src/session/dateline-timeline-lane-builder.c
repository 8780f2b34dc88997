/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the dated events of a story in lanes: by kind, by person or by article. */
#include "config.h"

#include "dateline-timeline-lane-builder.h"

/* Persons who have a lane of their own; the others share one. */
#define MAX_PERSON_LANES 12

/* Articles that have a lane of their own; the others share one. */
#define MAX_ARTICLE_LANES 100

typedef struct
{
  DatelineStory               *story;
  const DatelineTimelineLanes *entries;
  GPtrArray                   *lanes;
} Build;

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

static guint
get_n_entries (Build *self)
{
  return dateline_timeline_lanes_get_n_entries (self->entries);
}

static const DatelineTimelineEntry *
get_entry (Build *self,
           guint  index)
{
  return dateline_timeline_lanes_get_entry (self->entries, index);
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
add_lane (Build        *self,
          DatelineItem *item,
          const char   *category,
          GArray       *members)
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
build_by_kind (Build *self)
{
  g_autoptr(GHashTable) table = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) builders = g_ptr_array_new_with_free_func (builder_free);

  for (guint i = 0; i < get_n_entries (self); i++)
    {
      const char *category = get_entry (self, i)->category;

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
add_shared_lane (Build  *self,
                 GArray *members)
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
add_person_lanes (Build     *self,
                  GPtrArray *builders,
                  GArray    *rest)
{
  DatelineSource *source = dateline_story_get_source (self->story);

  g_ptr_array_sort (builders, compare_presence);
  for (guint i = 0; i < builders->len; i++)
    {
      Builder *builder = g_ptr_array_index (builders, i);
      DatelineItem *person = NULL;

      if (i < MAX_PERSON_LANES && (builder->members->len > 1 || builders->len <= MAX_PERSON_LANES))
        person = source == NULL ? builder->key
                                : dateline_story_lookup_key (self->story, DATELINE_ITEM_PERSON, (gintptr) builder->key);
      if (person != NULL)
        add_lane (self, person, NULL, builder->members);
      else
        g_array_append_vals (rest, builder->members->data, builder->members->len);
    }
  add_shared_lane (self, rest);
}

/* Finds entries by the keys of their events. */
static GHashTable *
map_keys (Build *self)
{
  GHashTable *by_key = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < get_n_entries (self); i++)
    g_hash_table_insert (by_key, (gpointer) &get_entry (self, i)->key, GUINT_TO_POINTER (i + 1));

  return by_key;
}

/* Who takes part in an entry. */
typedef struct
{
  guint  entry;
  guint  order;
  gint64 person;
} Part;

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const Part *left = a;
  const Part *right = b;

  if (left->entry != right->entry)
    return left->entry < right->entry ? -1 : 1;

  return left->order < right->order ? -1 : left->order > right->order;
}

static void
build_by_person_from_source (Build          *self,
                             DatelineSource *source)
{
  g_autoptr(GHashTable) table = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) by_key = map_keys (self);
  g_autoptr(GPtrArray) builders = g_ptr_array_new_with_free_func (builder_free);
  g_autoptr(GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) all = dateline_source_list_participations (source);
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint next = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const DatelineParticipation *one = &g_array_index (all, DatelineParticipation, i);
      guint entry = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, &one->event));
      Part part = { entry - 1, i, one->person };

      if (entry > 0)
        g_array_append_val (parts, part);
    }
  g_array_sort (parts, compare_parts);

  for (guint i = 0; i < get_n_entries (self); i++)
    {
      guint first = next;

      for (; next < parts->len && g_array_index (parts, Part, next).entry == i; next++)
        add_member (table, builders, (gpointer) (gintptr) g_array_index (parts, Part, next).person, builders->len, i);
      if (next == first)
        g_array_append_val (rest, i);
    }
  add_person_lanes (self, builders, rest);
}

static void
build_by_person (Build *self)
{
  g_autoptr(GHashTable) table = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) builders = g_ptr_array_new_with_free_func (builder_free);
  g_autoptr(GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < get_n_entries (self); i++)
    {
      GListModel *people = dateline_event_get_participants (dateline_timeline_lanes_get_event (self->entries, i));
      guint n = g_list_model_get_n_items (people);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr(DatelineItem) person = g_list_model_get_item (people, j);

          add_member (table, builders, person, builders->len, i);
        }
      if (n == 0)
        g_array_append_val (rest, i);
    }
  add_person_lanes (self, builders, rest);
}

/* The entries that an article tells of. */
static GArray *
list_reported (Build           *self,
               DatelineArticle *article,
               GHashTable      *by_key)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) keys = NULL;

  if (by_key == NULL)
    {
      for (guint i = 0; i < get_n_entries (self); i++)
        if (dateline_item_is_in_article (DATELINE_ITEM (dateline_timeline_lanes_get_event (self->entries, i)), article))
          g_array_append_val (members, i);
      return members;
    }

  keys = dateline_source_list_related (dateline_story_get_source (self->story), DATELINE_ITEM (article), DATELINE_ITEM_EVENT);
  for (guint i = 0; i < keys->len; i++)
    {
      guint entry = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, &g_array_index (keys, gint64, i)));
      guint member = entry - 1;

      if (entry > 0)
        g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members);

  return members;
}

static void
build_by_article (Build *self)
{
  GListModel *articles = dateline_story_get_articles (self->story);
  g_autoptr(GHashTable) by_key = dateline_story_get_source (self->story) != NULL ? map_keys (self) : NULL;
  g_autoptr(GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *reported = g_new0 (gboolean, get_n_entries (self));
  guint n = MIN (g_list_model_get_n_items (articles), MAX_ARTICLE_LANES);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);
      g_autoptr(GArray) members = list_reported (self, article, by_key);

      for (guint j = 0; j < members->len; j++)
        reported[g_array_index (members, guint, j)] = TRUE;
      add_lane (self, DATELINE_ITEM (article), NULL, members);
    }

  for (guint i = 0; i < get_n_entries (self); i++)
    if (!reported[i])
      g_array_append_val (rest, i);
  add_shared_lane (self, rest);
}

/* Makes lanes of the entries, which have to be there already. */
GPtrArray *
dateline_timeline_lane_builder_run (DatelineStory               *story,
                                    const DatelineTimelineLanes *entries,
                                    DatelineTimelineLaneMode     mode)
{
  Build self = { story, entries, g_ptr_array_new_with_free_func (lane_free) };

  switch (mode)
    {
    case DATELINE_TIMELINE_LANES_PERSON:
      if (dateline_story_get_source (story) != NULL)
        build_by_person_from_source (&self, dateline_story_get_source (story));
      else
        build_by_person (&self);
      break;
    case DATELINE_TIMELINE_LANES_ARTICLE:
      build_by_article (&self);
      break;
    case DATELINE_TIMELINE_LANES_KIND:
    default:
      build_by_kind (&self);
      break;
    }

  return self.lanes;
}
