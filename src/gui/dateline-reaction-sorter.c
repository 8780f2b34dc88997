/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the posts on the wall: by date or author, and by the event they answer first where they are grouped. */
#include "config.h"

#include "dateline-reaction-sorter.h"

#include "dateline-event.h"
#include "dateline-reaction.h"

struct _DatelineReactionSorter
{
  GtkSorter parent_instance;

  DatelineReactionSort sort;
  gboolean             grouped;
};

G_DEFINE_ENUM_TYPE (DatelineReactionSort, dateline_reaction_sort,
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_SORT_OLDEST, "oldest"),
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_SORT_NEWEST, "newest"),
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_SORT_AUTHOR, "author"))

G_DEFINE_FINAL_TYPE (DatelineReactionSorter, dateline_reaction_sorter, GTK_TYPE_SORTER)

/* What has no date comes last, whichever way the others go. */
static int
compare_dates (DatelineDate *a,
               DatelineDate *b,
               int           direction)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return dateline_date_compare (a, b) * direction;
}

static int
compare_roots (DatelineReaction *a,
               DatelineReaction *b)
{
  DatelineItem *first = dateline_reaction_get_root (a);
  DatelineItem *second = dateline_reaction_get_root (b);
  int order;

  if (first == second)
    return 0;
  if (!DATELINE_IS_EVENT (first) || !DATELINE_IS_EVENT (second))
    return !DATELINE_IS_EVENT (first) - !DATELINE_IS_EVENT (second);

  order = compare_dates (dateline_event_get_date (DATELINE_EVENT (first)),
                         dateline_event_get_date (DATELINE_EVENT (second)), 1);
  /* Two events of one moment must not mix their posts. */
  return order != 0 ? order : g_strcmp0 (dateline_item_get_id (first), dateline_item_get_id (second));
}

static const char *
get_author_name (DatelineReaction *reaction)
{
  DatelinePerson *author = dateline_reaction_get_author (reaction);

  return author != NULL ? dateline_person_get_name (author) : dateline_reaction_get_handle (reaction);
}

static int
compare_authors (DatelineReaction *a,
                 DatelineReaction *b)
{
  const char *first = get_author_name (a);
  const char *second = get_author_name (b);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);

  return g_utf8_collate (first, second);
}

static GtkOrdering
dateline_reaction_sorter_compare (GtkSorter *sorter,
                                  gpointer   a,
                                  gpointer   b)
{
  DatelineReactionSorter *self = DATELINE_REACTION_SORTER (sorter);
  int order = self->grouped ? compare_roots (a, b) : 0;

  if (order == 0 && self->sort == DATELINE_REACTION_SORT_AUTHOR)
    order = compare_authors (a, b);
  if (order == 0)
    order = compare_dates (dateline_reaction_get_date (a), dateline_reaction_get_date (b),
                           self->sort == DATELINE_REACTION_SORT_NEWEST ? -1 : 1);

  return gtk_ordering_from_cmpfunc (order);
}

static GtkSorterOrder
dateline_reaction_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
dateline_reaction_sorter_class_init (DatelineReactionSorterClass *klass)
{
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  sorter_class->compare = dateline_reaction_sorter_compare;
  sorter_class->get_order = dateline_reaction_sorter_get_order;
}

static void
dateline_reaction_sorter_init (DatelineReactionSorter *self)
{
}

/**
 * dateline_reaction_sorter_new:
 *
 * Creates a sorter by date, the oldest first.
 *
 * Returns: (transfer full): a new sorter
 */
DatelineReactionSorter *
dateline_reaction_sorter_new (void)
{
  return g_object_new (DATELINE_TYPE_REACTION_SORTER, NULL);
}

/**
 * dateline_reaction_sorter_set_sort:
 * @self: a `DatelineReactionSorter`
 * @sort: what to sort by
 *
 * Changes the order within the groups, or of all where there are none.
 */
void
dateline_reaction_sorter_set_sort (DatelineReactionSorter *self,
                                   DatelineReactionSort    sort)
{
  g_return_if_fail (DATELINE_IS_REACTION_SORTER (self));

  if (self->sort == sort)
    return;

  self->sort = sort;
  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * dateline_reaction_sorter_set_grouped:
 * @self: a `DatelineReactionSorter`
 * @grouped: whether to sort by event first
 *
 * Brings the posts that answer one event together, or not.
 */
void
dateline_reaction_sorter_set_grouped (DatelineReactionSorter *self,
                                      gboolean                grouped)
{
  g_return_if_fail (DATELINE_IS_REACTION_SORTER (self));

  if (self->grouped == grouped)
    return;

  self->grouped = grouped;
  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}
