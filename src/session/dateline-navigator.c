/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader looks at: the selected item, its passage, the view and the time window, with back and forward.
 * The only writer of these; every view follows it. */
#include "config.h"

#include "dateline-navigator.h"

#include "dateline-place.h"

/* Steps that back can retrace; enough for an afternoon, and a bound. */
#define MAX_HISTORY 500

struct _DatelineNavigator
{
  GObject parent_instance;

  DatelineStory *story; /* weak; NULL if nothing is ever removed */
  GPtrArray *places; /* of DatelinePlace; never empty */
  guint      current;
  gint64     range_start;
  gint64     range_end;
  gint64     asked_start; /* of the time whose reactions are asked for; the same as its end once they are shown */
  gint64     asked_end;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_PASSAGE,
  PROP_ARTICLE,
  PROP_VIEW,
  PROP_RANGE_START,
  PROP_RANGE_END,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

enum
{
  SIGNAL_REVEAL,
  SIGNAL_REACTIONS_ASKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineNavigator, dateline_navigator, G_TYPE_OBJECT)

static DatelinePlace *
here (DatelineNavigator *self)
{
  return g_ptr_array_index (self->places, self->current);
}

/* Goes to @index and tells of what differs from where we were. */
static void
move_to (DatelineNavigator *self,
         guint              index,
         DatelinePlace     *from)
{
  GObject *object = G_OBJECT (self);
  DatelinePlace *to;

  g_object_freeze_notify (object);

  self->current = index;
  to = here (self);
  if (from->item != to->item)
    g_object_notify_by_pspec (object, properties[PROP_SELECTED]);
  if (from->passage != to->passage)
    g_object_notify_by_pspec (object, properties[PROP_PASSAGE]);
  if (dateline_place_get_article (from) != dateline_place_get_article (to))
    g_object_notify_by_pspec (object, properties[PROP_ARTICLE]);
  if (g_strcmp0 (from->view, to->view) != 0)
    g_object_notify_by_pspec (object, properties[PROP_VIEW]);
  g_object_notify_by_pspec (object, properties[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (object, properties[PROP_CAN_GO_FORWARD]);

  g_object_thaw_notify (object);
}

static void
go_to (DatelineNavigator *self,
       const char        *view,
       DatelineItem      *item,
       DatelinePassage   *passage)
{
  DatelinePlace *from = here (self);

  if (g_strcmp0 (from->view, view) == 0 && from->item == item && from->passage == passage)
    return;
  /* A view that has yet to hear of it may still show what was removed. */
  if (self->story != NULL && item != NULL && !dateline_story_find (self->story, item, NULL))
    return;

  /* What lay ahead is forgotten, as in every browser. */
  g_ptr_array_set_size (self->places, self->current + 1);
  g_ptr_array_add (self->places, dateline_place_new (view, item, passage));
  move_to (self, self->places->len - 1, from);

  if (self->places->len > MAX_HISTORY)
    {
      g_ptr_array_remove_index (self->places, 0);
      self->current--;
    }
}

static void
dateline_navigator_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DatelineNavigator *self = DATELINE_NAVIGATOR (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, dateline_navigator_get_selected (self));
      break;
    case PROP_PASSAGE:
      g_value_set_object (value, dateline_navigator_get_passage (self));
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, dateline_navigator_get_article (self));
      break;
    case PROP_VIEW:
      g_value_set_string (value, dateline_navigator_get_view (self));
      break;
    case PROP_RANGE_START:
      g_value_set_int64 (value, dateline_navigator_get_range_start (self));
      break;
    case PROP_RANGE_END:
      g_value_set_int64 (value, dateline_navigator_get_range_end (self));
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, dateline_navigator_get_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, dateline_navigator_get_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_navigator_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  DatelineNavigator *self = DATELINE_NAVIGATOR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      dateline_navigator_set_view (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_navigator_dispose (GObject *object)
{
  DatelineNavigator *self = DATELINE_NAVIGATOR (object);

  g_clear_weak_pointer (&self->story);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (dateline_navigator_parent_class)->dispose (object);
}

static void
dateline_navigator_class_init (DatelineNavigatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_navigator_dispose;
  object_class->get_property = dateline_navigator_get_property;
  object_class->set_property = dateline_navigator_set_property;

  /**
   * DatelineNavigator:selected: (nullable)
   *
   * The selected item.
   */
  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, DATELINE_TYPE_ITEM,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineNavigator:passage: (nullable)
   *
   * The passage at which the item is looked at, or words that belong to no item.
   */
  properties[PROP_PASSAGE] =
    g_param_spec_object ("passage", NULL, NULL, DATELINE_TYPE_PASSAGE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineNavigator:article: (nullable)
   *
   * The article that the selection is in: the selected one, or the one of the passage.
   */
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, DATELINE_TYPE_ARTICLE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineNavigator:view:
   *
   * The name of the view: "timeline", "articles", "people", "reactions" or "compare".
   */
  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, "timeline",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineNavigator:range-start:
   *
   * The start of the time window, in seconds from 1970-01-01 UTC.
   */
  properties[PROP_RANGE_START] =
    g_param_spec_int64 ("range-start", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineNavigator:range-end:
   *
   * The end of the time window, in seconds from 1970-01-01 UTC; equal to the start while nobody has set a window.
   */
  properties[PROP_RANGE_END] =
    g_param_spec_int64 ("range-end", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineNavigator:can-go-back:
   *
   * Whether there is a place before this one.
   */
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineNavigator:can-go-forward:
   *
   * Whether there is a place after this one.
   */
  properties[PROP_CAN_GO_FORWARD] =
    g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DatelineNavigator::reveal:
   * @self: a `DatelineNavigator`
   *
   * The reader asked to be shown the selection, perhaps for the second time: views scroll it into sight.
   */
  signals[SIGNAL_REVEAL] =
    g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DatelineNavigator::reactions-asked:
   * @self: a `DatelineNavigator`
   *
   * The reader asked for the reactions of a time: dateline_navigator_take_reactions() says of which.
   */
  signals[SIGNAL_REACTIONS_ASKED] =
    g_signal_new ("reactions-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dateline_navigator_init (DatelineNavigator *self)
{
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_place_free);
  g_ptr_array_add (self->places, dateline_place_new ("timeline", NULL, NULL));
}

/**
 * dateline_navigator_new:
 *
 * Creates a navigator with nothing selected, at the timeline.
 *
 * Returns: (transfer full): a new navigator
 */
DatelineNavigator *
dateline_navigator_new (void)
{
  return g_object_new (DATELINE_TYPE_NAVIGATOR, NULL);
}

static void
refreshed_cb (DatelineNavigator *self,
              GPtrArray         *changed)
{
  DatelinePlace *current = here (self);
  g_autoptr(GPtrArray) old = NULL;
  DatelinePlace *before;
  guint index = 0;

  before = dateline_place_new (current->view, current->item, current->passage);
  old = g_steal_pointer (&self->places);
  g_ptr_array_set_free_func (old, NULL);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_place_free);

  /* Places of what is gone are skipped, and so is a second visit to a place without anything in between. The reader is
   * left where they are, if with nothing. */
  for (guint i = 0; i < old->len; i++)
    {
      DatelinePlace *place = g_ptr_array_index (old, i);
      DatelinePlace *last = self->places->len > 0 ? g_ptr_array_index (self->places, self->places->len - 1) : NULL;
      gboolean lasts = dateline_place_refresh (place, self->story, changed);

      if ((!lasts && place != current) || (last != NULL && dateline_place_equal (last, place)))
        {
          if (place == current)
            index = self->places->len - 1;
          dateline_place_free (place);
          continue;
        }
      if (place == current)
        index = self->places->len;
      g_ptr_array_add (self->places, place);
    }

  move_to (self, index, before);
  dateline_place_free (before);
}

/**
 * dateline_navigator_follow:
 * @self: a `DatelineNavigator`
 * @story: the story whose items are selected
 *
 * Has the navigator let go of what is removed from the story, also in its history. What comes back with the same id is
 * taken for what went. Whoever hears of that has heard of `DatelineStory::refreshed` before. Called once.
 */
void
dateline_navigator_follow (DatelineNavigator *self,
                           DatelineStory     *story)
{
  g_return_if_fail (DATELINE_IS_NAVIGATOR (self));
  g_return_if_fail (DATELINE_IS_STORY (story));
  g_return_if_fail (self->story == NULL);

  g_set_weak_pointer (&self->story, story);
  g_signal_connect_object (story, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * dateline_navigator_get_selected:
 * @self: a `DatelineNavigator`
 *
 * The selected item.
 *
 * Returns: (transfer none) (nullable): the item
 */
DatelineItem *
dateline_navigator_get_selected (DatelineNavigator *self)
{
  g_return_val_if_fail (DATELINE_IS_NAVIGATOR (self), NULL);

  return here (self)->item;
}

/**
 * dateline_navigator_get_passage:
 * @self: a `DatelineNavigator`
 *
 * The passage at which the item is looked at, or words that belong to no item.
 *
 * Returns: (transfer none) (nullable): the passage
 */
DatelinePassage *
dateline_navigator_get_passage (DatelineNavigator *self)
{
  g_return_val_if_fail (DATELINE_IS_NAVIGATOR (self), NULL);

  return here (self)->passage;
}

/**
 * dateline_navigator_get_article:
 * @self: a `DatelineNavigator`
 *
 * The article that the selection is in.
 *
 * Returns: (transfer none) (nullable): the selected article, or the one of the passage
 */
DatelineArticle *
dateline_navigator_get_article (DatelineNavigator *self)
{
  g_return_val_if_fail (DATELINE_IS_NAVIGATOR (self), NULL);

  return dateline_place_get_article (here (self));
}

/**
 * dateline_navigator_get_view:
 * @self: a `DatelineNavigator`
 *
 * The name of the view.
 *
 * Returns: the name
 */
const char *
dateline_navigator_get_view (DatelineNavigator *self)
{
  g_return_val_if_fail (DATELINE_IS_NAVIGATOR (self), "");

  return here (self)->view;
}

/**
 * dateline_navigator_set_view:
 * @self: a `DatelineNavigator`
 * @view: (nullable): the name of a view; %NULL changes nothing
 *
 * Changes the view and keeps the selection.
 */
void
dateline_navigator_set_view (DatelineNavigator *self,
                             const char        *view)
{
  g_return_if_fail (DATELINE_IS_NAVIGATOR (self));

  /* A view stack without a child has no name to give. */
  if (view != NULL)
    go_to (self, view, here (self)->item, here (self)->passage);
}

/**
 * dateline_navigator_select:
 * @self: a `DatelineNavigator`
 * @item: (nullable): what to select
 * @passage: (nullable): where to look at it
 *
 * Selects in every view, without leaving this one.
 */
void
dateline_navigator_select (DatelineNavigator *self,
                           DatelineItem      *item,
                           DatelinePassage   *passage)
{
  g_return_if_fail (DATELINE_IS_NAVIGATOR (self));
  g_return_if_fail (item == NULL || DATELINE_IS_ITEM (item));
  g_return_if_fail (passage == NULL || DATELINE_IS_PASSAGE (passage));

  go_to (self, here (self)->view, item, passage);
}

/**
 * dateline_navigator_show:
 * @self: a `DatelineNavigator`
 * @view: the name of the view to show it in
 * @item: (nullable): what to select
 * @passage: (nullable): where to look at it
 *
 * Selects, goes to a view, and has the selection scrolled into sight.
 */
void
dateline_navigator_show (DatelineNavigator *self,
                         const char        *view,
                         DatelineItem      *item,
                         DatelinePassage   *passage)
{
  g_return_if_fail (DATELINE_IS_NAVIGATOR (self));
  g_return_if_fail (view != NULL);
  g_return_if_fail (item == NULL || DATELINE_IS_ITEM (item));
  g_return_if_fail (passage == NULL || DATELINE_IS_PASSAGE (passage));

  go_to (self, view, item, passage);
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0);
}

/**
 * dateline_navigator_show_reactions:
 * @self: a `DatelineNavigator`
 * @start: a moment, in seconds from 1970-01-01 UTC
 * @end: the first moment after the time
 *
 * Goes to the reactions, and asks for those of a time. The selection stays.
 */
void
dateline_navigator_show_reactions (DatelineNavigator *self,
                                   gint64             start,
                                   gint64             end)
{
  g_return_if_fail (DATELINE_IS_NAVIGATOR (self));
  g_return_if_fail (start < end);

  /* The view may be made just when it is gone to. */
  self->asked_start = start;
  self->asked_end = end;
  dateline_navigator_set_view (self, "reactions");
  g_signal_emit (self, signals[SIGNAL_REACTIONS_ASKED], 0);
}

/**
 * dateline_navigator_take_reactions:
 * @self: a `DatelineNavigator`
 * @start: (out): where to put the first moment
 * @end: (out): where to put the first moment after
 *
 * Says which reactions were asked for, to the view that shows them then.
 *
 * Returns: %FALSE if none were, or they have been shown
 */
gboolean
dateline_navigator_take_reactions (DatelineNavigator *self,
                                   gint64            *start,
                                   gint64            *end)
{
  gboolean is_asked;

  g_return_val_if_fail (DATELINE_IS_NAVIGATOR (self), FALSE);
  g_return_val_if_fail (start != NULL, FALSE);
  g_return_val_if_fail (end != NULL, FALSE);

  is_asked = self->asked_start < self->asked_end;
  *start = self->asked_start;
  *end = self->asked_end;
  self->asked_start = self->asked_end = 0;

  return is_asked;
}

/**
 * dateline_navigator_clear:
 * @self: a `DatelineNavigator`
 *
 * Forgets where the reader has been; the present place becomes the first. For the start, when the program itself
 * made the first selection.
 */
void
dateline_navigator_clear (DatelineNavigator *self)
{
  DatelinePlace *place;

  g_return_if_fail (DATELINE_IS_NAVIGATOR (self));

  place = here (self);
  place = dateline_place_new (place->view, place->item, place->passage);
  g_ptr_array_set_size (self->places, 0);
  g_ptr_array_add (self->places, place);
  move_to (self, 0, place);
}

/**
 * dateline_navigator_get_range_start:
 * @self: a `DatelineNavigator`
 *
 * The start of the time window.
 *
 * Returns: seconds from 1970-01-01 UTC
 */
gint64
dateline_navigator_get_range_start (DatelineNavigator *self)
{
  g_return_val_if_fail (DATELINE_IS_NAVIGATOR (self), 0);

  return self->range_start;
}

/**
 * dateline_navigator_get_range_end:
 * @self: a `DatelineNavigator`
 *
 * The end of the time window.
 *
 * Returns: seconds from 1970-01-01 UTC
 */
gint64
dateline_navigator_get_range_end (DatelineNavigator *self)
{
  g_return_val_if_fail (DATELINE_IS_NAVIGATOR (self), 0);

  return self->range_end;
}

/**
 * dateline_navigator_set_range:
 * @self: a `DatelineNavigator`
 * @start: the start of the time window, in seconds from 1970-01-01 UTC
 * @end: its end, not before @start
 *
 * Moves the time window. It is no step of the history: scrolling is not going somewhere.
 */
void
dateline_navigator_set_range (DatelineNavigator *self,
                              gint64             start,
                              gint64             end)
{
  g_return_if_fail (DATELINE_IS_NAVIGATOR (self));
  g_return_if_fail (start <= end);

  if (self->range_start == start && self->range_end == end)
    return;

  self->range_start = start;
  self->range_end = end;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANGE_START]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANGE_END]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * dateline_navigator_get_can_go_back:
 * @self: a `DatelineNavigator`
 *
 * Whether there is a place before this one.
 *
 * Returns: %TRUE if there is
 */
gboolean
dateline_navigator_get_can_go_back (DatelineNavigator *self)
{
  g_return_val_if_fail (DATELINE_IS_NAVIGATOR (self), FALSE);

  return self->current > 0;
}

/**
 * dateline_navigator_get_can_go_forward:
 * @self: a `DatelineNavigator`
 *
 * Whether there is a place after this one.
 *
 * Returns: %TRUE if there is
 */
gboolean
dateline_navigator_get_can_go_forward (DatelineNavigator *self)
{
  g_return_val_if_fail (DATELINE_IS_NAVIGATOR (self), FALSE);

  return self->current + 1 < self->places->len;
}

static void
step (DatelineNavigator *self,
      int                by)
{
  move_to (self, self->current + by, here (self));
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0);
}

/**
 * dateline_navigator_go_back:
 * @self: a `DatelineNavigator`
 *
 * Returns to where the reader was before, if anywhere.
 */
void
dateline_navigator_go_back (DatelineNavigator *self)
{
  if (dateline_navigator_get_can_go_back (self))
    step (self, -1);
}

/**
 * dateline_navigator_go_forward:
 * @self: a `DatelineNavigator`
 *
 * Goes again where the reader came back from, if anywhere.
 */
void
dateline_navigator_go_forward (DatelineNavigator *self)
{
  if (dateline_navigator_get_can_go_forward (self))
    step (self, 1);
}
