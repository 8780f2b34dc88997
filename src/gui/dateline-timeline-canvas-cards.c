/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of the timeline: who gets which, where it is, and what it has to do with the selection. */
#include "config.h"

#include "dateline-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* A soft end is never so short that it looks like a hard one. */
#define MIN_SOFT 20
/* Where more dates than the one are in sight, the view is of how dense they are, until there are fewer than the other:
 * in between nothing changes, so that scrolling does not flicker. */
#define DENSITY_ON  150
#define DENSITY_OFF 120

/* In how many events somebody takes part. */
static guint
count_participations (DatelineTimelineCanvas *self,
                      DatelinePerson         *person)
{
  gpointer n;

  if (!g_hash_table_lookup_extended (self->participations, person, NULL, &n))
    {
      DatelineIndex *index = dateline_session_get_index (self->session);

      n = GUINT_TO_POINTER (g_list_model_get_n_items (dateline_index_get_related (index, DATELINE_ITEM (person),
                                                                                  DATELINE_ITEM_EVENT)));
      g_hash_table_insert (self->participations, person, n);
    }

  return GPOINTER_TO_UINT (n);
}

static gboolean
shares_participant (DatelineTimelineCanvas *self,
                    DatelineEvent          *a,
                    DatelineEvent          *b)
{
  GListModel *left = dateline_event_get_participants (a);
  GListModel *right = dateline_event_get_participants (b);
  guint many = dateline_timeline_lanes_get_n_entries (self->lanes) / 2;

  for (guint i = 0; i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr(DatelinePerson) person = g_list_model_get_item (left, i);

      /* Who is in most of the story relates nothing in particular. */
      if (count_participations (self, person) > many)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (right); j++)
        {
          g_autoptr(DatelinePerson) other = g_list_model_get_item (right, j);

          if (person == other)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_related (DatelineTimelineCanvas *self,
            DatelineEvent          *event,
            DatelineEvent          *selected)
{
  if (selected == NULL || event == selected)
    return FALSE;

  return dateline_event_get_part_of (event) == selected || dateline_event_get_part_of (selected) == event ||
         shares_participant (self, event, selected);
}

gpointer
_dateline_timeline_canvas_get_key (const DatelineTimelineLayout *layout,
         const DatelineTimelineBox    *box)
{
  return GUINT_TO_POINTER (dateline_timeline_layout_get_member (layout, box, 0) * 64 + box->lane % 64 + 1);
}

/* The selected event lies on top of its stack. */
static DatelineEvent *
get_face (DatelineTimelineCanvas    *self,
          const DatelineTimelineBox *box,
          DatelineEvent             *selected,
          gboolean                  *is_selected,
          gboolean                  *related)
{
  guint face = dateline_timeline_layout_get_member (self->layout, box, 0);
  guint selected_member;
  gboolean has_selected = dateline_timeline_lanes_find (self->lanes, selected, &selected_member);

  *is_selected = *related = FALSE;
  for (guint i = 0; i < box->n && selected != NULL; i++)
    {
      guint member = dateline_timeline_layout_get_member (self->layout, box, i);

      if (has_selected && member == selected_member)
        {
          face = member;
          *is_selected = TRUE;
        }
      if (i < DENSITY_ON && !*related)
        *related = is_related (self, dateline_timeline_lanes_get_event (self->lanes, member), selected);
    }

  return dateline_timeline_lanes_get_event (self->lanes, face);
}

static GtkWidget *
take_card (DatelineTimelineCanvas *self)
{
  GtkWidget *card;

  if (self->spare->len > 0)
    {
      card = g_ptr_array_remove_index_fast (self->spare, self->spare->len - 1);
      gtk_widget_set_child_visible (card, TRUE);
      return card;
    }

  card = dateline_timeline_card_new (dateline_story_get_articles (dateline_session_get_story (self->session)));
  g_signal_connect (card, "clicked", G_CALLBACK (_dateline_timeline_canvas_card_clicked_cb), self);
  gtk_widget_set_parent (card, self->strip);

  return card;
}

static void
release_card (DatelineTimelineCanvas *self,
              GtkWidget              *card)
{
  /* The focus stays with the timeline, not with whatever the card shows next. */
  if (gtk_widget_has_focus (card))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_child_visible (card, FALSE);
  g_ptr_array_add (self->spare, card);
}

static void
collect_visible (DatelineTimelineCanvas *self)
{
  double left = dateline_timeline_scale_get_offset (self->scale);
  double right = left + dateline_timeline_scale_get_width (self->scale);
  guint n = dateline_timeline_layout_count_dates (self->layout, left, right);
  guint kept = 0;

  self->density = n > (self->density ? DENSITY_OFF : DENSITY_ON);
  g_ptr_array_set_size (self->visible, 0);
  dateline_timeline_layout_find_visible (self->layout, left, right, self->visible);
  if (!self->density && self->visible->len <= DENSITY_ON)
    return;

  /* Where the view is of density, only the selected event has its card. */
  self->density = TRUE;
  for (guint i = 0; i < self->visible->len; i++)
    {
      DatelineTimelineBox *box = g_ptr_array_index (self->visible, i);
      gboolean selected;
      gboolean related;

      get_face (self, box, _dateline_timeline_canvas_get_selected (self), &selected, &related);
      if (selected)
        self->visible->pdata[kept++] = box;
    }
  g_ptr_array_set_size (self->visible, kept);
}

static void
bind_card (DatelineTimelineCanvas *self,
           GtkWidget              *card,
           DatelineTimelineBox    *box)
{
  gboolean selected;
  gboolean related;
  DatelineEvent *face = get_face (self, box, _dateline_timeline_canvas_get_selected (self), &selected, &related);

  g_object_set_data (G_OBJECT (card), "box", box);
  dateline_timeline_card_bind (DATELINE_TIMELINE_CARD (card), face, box->n, box->bar);
  dateline_timeline_card_set_related (DATELINE_TIMELINE_CARD (card), selected, related);
}

/* Gives each box in sight a card: the one that it had, where it had one. */
void
_dateline_timeline_canvas_sync_cards (DatelineTimelineCanvas *self)
{
  g_autoptr(GHashTable) old = g_steal_pointer (&self->cards);
  g_autoptr(GPtrArray) without = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer card;

  self->cards = g_hash_table_new (NULL, NULL);
  collect_visible (self);

  for (guint i = 0; i < self->visible->len; i++)
    {
      DatelineTimelineBox *box = g_ptr_array_index (self->visible, i);
      gpointer key = _dateline_timeline_canvas_get_key (self->layout, box);

      if (g_hash_table_steal_extended (old, key, NULL, &card))
        {
          bind_card (self, card, box);
          g_hash_table_insert (self->cards, key, card);
        }
      else
        {
          g_ptr_array_add (without, box);
        }
    }

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    release_card (self, card);

  for (guint i = 0; i < without->len; i++)
    {
      DatelineTimelineBox *box = g_ptr_array_index (without, i);

      card = take_card (self);
      bind_card (self, card, box);
      g_hash_table_insert (self->cards, _dateline_timeline_canvas_get_key (self->layout, box), card);
    }
}

static double
get_soft_length (DatelineTimelineCanvas *self,
                 gint64                  from,
                 gint64                  to)
{
  return MAX (dateline_timeline_scale_get_position (self->scale, to) -
              dateline_timeline_scale_get_position (self->scale, from), MIN_SOFT);
}

static void
place_card (DatelineTimelineCanvas *self,
            GtkWidget              *card,
            DatelineTimelineBox    *box)
{
  double width = dateline_timeline_scale_get_width (self->scale);
  double x = box->x - dateline_timeline_scale_get_offset (self->scale);
  double end = x + box->width;
  double from = x;
  double to = end;

  if (box->bar)
    {
      const DatelineTimelineEntry *entry =
        dateline_timeline_lanes_get_entry (self->lanes, dateline_timeline_layout_get_member (self->layout, box, 0));
      double start_length = get_soft_length (self, entry->lower, entry->start_upper);
      double end_length = get_soft_length (self, entry->end_lower, entry->upper);

      /* What can be read of a bar is in sight as long as any of the bar is. */
      from = MAX (x, 0);
      to = MAX (MIN (end, width), from + 40);
      dateline_timeline_card_set_ends (DATELINE_TIMELINE_CARD (card),
                                       entry->soft_start && x + start_length > from ? x + start_length - from : 0,
                                       entry->soft_end && end - end_length < to ? to - (end - end_length) : 0,
                                       from > x, to < end);
    }

  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (card, (int) round (to - from), (int) box->height, -1,
                       gsk_transform_translate (NULL,
                                                &GRAPHENE_POINT_INIT ((float) round (_dateline_timeline_canvas_flip (self, from, to - from)),
                                                                      (float) round (box->y - self->scroll_y))));
}

static void
allocate_strip (GtkWidget *strip,
                int        width,
                int        height,
                int        baseline)
{
  DatelineTimelineCanvas *self = DATELINE_TIMELINE_CANVAS (gtk_widget_get_parent (strip));

  if (self->layout == NULL)
    return;

  for (guint i = 0; i < self->visible->len; i++)
    {
      DatelineTimelineBox *box = g_ptr_array_index (self->visible, i);

      place_card (self, g_hash_table_lookup (self->cards, _dateline_timeline_canvas_get_key (self->layout, box)), box);
    }
}

static void
measure_strip (GtkWidget      *strip,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural,
               int            *minimum_baseline,
               int            *natural_baseline)
{
  *minimum = *natural = 0;
}

void
_dateline_timeline_canvas_release_all (DatelineTimelineCanvas *self)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    release_card (self, card);
  g_hash_table_remove_all (self->cards);
  for (guint i = 0; i < self->spare->len; i++)
    dateline_timeline_card_forget (g_ptr_array_index (self->spare, i));
}

void
_dateline_timeline_canvas_cards_init (DatelineTimelineCanvas *self)
{
  self->strip = g_object_new (ADW_TYPE_BIN,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                              "overflow", GTK_OVERFLOW_HIDDEN,
                              NULL);
  /* Not as a property, which would take a reference of its own. */
  gtk_widget_set_layout_manager (self->strip, gtk_custom_layout_new (NULL, measure_strip, allocate_strip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline of events"),
                                  -1);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
}
