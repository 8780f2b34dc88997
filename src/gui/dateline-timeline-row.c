/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the list of events: the event, and the date as a heading where it leads a group. */
#include "config.h"

#include "dateline-timeline-row.h"

#include <glib/gi18n.h>

#include "dateline-list-update.h"
#include "dateline-timeline-lanes.h"

struct _DatelineTimelineRow
{
  GObject parent_instance;

  DatelineEvent *event;
  GListModel    *articles;
  DatelineDate  *heading; /* NULL for what has no date */
  char          *remark;
  gboolean       leads_group;
};

enum
{
  PROP_0,
  PROP_EVENT,
  PROP_ARTICLES,
  PROP_LEADS_GROUP,
  PROP_HEADING,
  PROP_REMARK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineTimelineRow, dateline_timeline_row, G_TYPE_OBJECT)

static void
dateline_timeline_row_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DatelineTimelineRow *self = DATELINE_TIMELINE_ROW (object);

  switch (prop_id)
    {
    case PROP_EVENT:
      g_value_set_object (value, self->event);
      break;
    case PROP_ARTICLES:
      g_value_set_object (value, self->articles);
      break;
    case PROP_LEADS_GROUP:
      g_value_set_boolean (value, self->leads_group);
      break;
    case PROP_HEADING:
      g_value_take_string (value, self->heading != NULL ? dateline_date_format (self->heading) : g_strdup (_("Date unknown")));
      break;
    case PROP_REMARK:
      g_value_set_string (value, self->remark != NULL ? self->remark : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_timeline_row_dispose (GObject *object)
{
  DatelineTimelineRow *self = DATELINE_TIMELINE_ROW (object);

  g_clear_object (&self->articles);

  G_OBJECT_CLASS (dateline_timeline_row_parent_class)->dispose (object);
}

static void
dateline_timeline_row_finalize (GObject *object)
{
  DatelineTimelineRow *self = DATELINE_TIMELINE_ROW (object);

  g_clear_object (&self->event);
  g_clear_pointer (&self->heading, dateline_date_unref);
  g_clear_pointer (&self->remark, g_free);

  G_OBJECT_CLASS (dateline_timeline_row_parent_class)->finalize (object);
}

static void
dateline_timeline_row_class_init (DatelineTimelineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_timeline_row_dispose;
  object_class->finalize = dateline_timeline_row_finalize;
  object_class->get_property = dateline_timeline_row_get_property;

  /**
   * DatelineTimelineRow:event:
   *
   * The event.
   */
  properties[PROP_EVENT] =
    g_param_spec_object ("event", NULL, NULL, DATELINE_TYPE_EVENT,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineTimelineRow:articles:
   *
   * All articles of the story, for the badges.
   */
  properties[PROP_ARTICLES] =
    g_param_spec_object ("articles", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineTimelineRow:leads-group:
   *
   * Whether the event is the first of its date.
   */
  properties[PROP_LEADS_GROUP] =
    g_param_spec_boolean ("leads-group", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineTimelineRow:heading:
   *
   * The date in words.
   */
  properties[PROP_HEADING] =
    g_param_spec_string ("heading", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineTimelineRow:remark:
   *
   * The date in words where it is not quite that of the heading, such as "perhaps 2 February 2021"; else empty.
   */
  properties[PROP_REMARK] =
    g_param_spec_string ("remark", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_timeline_row_init (DatelineTimelineRow *self)
{
}

static DatelineTimelineRow *
create_row (DatelineStory *story,
            DatelineEvent *event)
{
  DatelineTimelineRow *row = g_object_new (DATELINE_TYPE_TIMELINE_ROW, NULL);

  row->articles = g_object_ref (dateline_story_get_articles (story));
  row->event = g_object_ref (event);

  return row;
}

/* The date that stands above a group: one without doubt, if any of its events has that. */
static DatelineDate *
find_heading (const DatelineTimelineLanes *lanes,
              guint                        first,
              guint                        n)
{
  for (guint i = first; i < first + n; i++)
    {
      DatelineDate *date = dateline_event_get_date (dateline_timeline_lanes_get_entry (lanes, i)->event);

      if (!dateline_date_is_approximate (date) && !dateline_date_is_uncertain (date))
        return date;
    }

  return dateline_event_get_date (dateline_timeline_lanes_get_entry (lanes, first)->event);
}

static void
add_dated (GPtrArray                   *rows,
           DatelineStory               *story,
           const DatelineTimelineLanes *lanes)
{
  guint n = dateline_timeline_lanes_get_n_entries (lanes);
  DatelineDate *heading = NULL;

  for (guint i = 0; i < n; i++)
    {
      const DatelineTimelineEntry *entry = dateline_timeline_lanes_get_entry (lanes, i);
      DatelineTimelineRow *row = create_row (story, entry->event);

      if (entry->slot == 0)
        heading = find_heading (lanes, i, entry->n_slots);
      row->leads_group = entry->slot == 0;
      row->heading = dateline_date_ref (heading);
      if (!g_str_equal (dateline_date_get_edtf (heading), dateline_date_get_edtf (dateline_event_get_date (entry->event))))
        row->remark = dateline_date_format (dateline_event_get_date (entry->event));
      g_ptr_array_add (rows, row);
    }
}

static void
add_undated (GPtrArray     *rows,
             DatelineStory *story)
{
  GListModel *events = dateline_story_get_events (story);
  gboolean first = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(DatelineEvent) event = g_list_model_get_item (events, i);
      DatelineTimelineRow *row;

      if (dateline_event_get_date (event) != NULL)
        continue;

      row = create_row (story, event);
      row->leads_group = first;
      first = FALSE;
      g_ptr_array_add (rows, row);
    }
}

/**
 * dateline_timeline_row_list:
 * @story: a story
 *
 * Lists the events of a story by date, those without one last.
 *
 * Returns: (transfer full): a list of `DatelineTimelineRow`
 */
GListStore *
dateline_timeline_row_list (DatelineStory *story)
{
  GListStore *store = g_list_store_new (DATELINE_TYPE_TIMELINE_ROW);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(DatelineTimelineLanes) lanes = NULL;

  g_return_val_if_fail (DATELINE_IS_STORY (story), store);

  /* The same order as on the timeline, so that one can walk either. */
  lanes = dateline_timeline_lanes_new (story, DATELINE_TIMELINE_LANES_KIND);
  add_dated (rows, story, lanes);
  add_undated (rows, story);
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);

  return store;
}

/* Whether two rows say the same of the same event. */
static gboolean
is_equal (gconstpointer a,
          gconstpointer b)
{
  const DatelineTimelineRow *row = a;
  const DatelineTimelineRow *other = b;

  return row->event == other->event && row->leads_group == other->leads_group &&
         g_strcmp0 (row->heading != NULL ? dateline_date_get_edtf (row->heading) : NULL,
                    other->heading != NULL ? dateline_date_get_edtf (other->heading) : NULL) == 0 &&
         g_strcmp0 (row->remark, other->remark) == 0;
}

/**
 * dateline_timeline_row_update_list:
 * @list: what dateline_timeline_row_list() returned
 * @story: the story, which changed since
 *
 * Brings a list in line with its story.
 */
void
dateline_timeline_row_update_list (GListStore    *list,
                                   DatelineStory *story)
{
  g_autoptr(GListStore) rows = dateline_timeline_row_list (story);
  g_autoptr(GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    g_ptr_array_add (now, g_list_model_get_item (G_LIST_MODEL (rows), i));

  dateline_list_update (list, now, is_equal);
}

/**
 * dateline_timeline_row_get_event:
 * @self: a `DatelineTimelineRow`
 *
 * The event.
 *
 * Returns: (transfer none): the event
 */
DatelineEvent *
dateline_timeline_row_get_event (DatelineTimelineRow *self)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE_ROW (self), NULL);

  return self->event;
}
