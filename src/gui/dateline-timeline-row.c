/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the list of events: the event, and the date as a heading where it leads a group. */
#include "config.h"

#include "dateline-timeline-row.h"

#include <glib/gi18n.h>

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

/**
 * dateline_timeline_row_new:
 * @articles: the articles of the story
 * @event: the event
 * @heading: (nullable): the date that stands above its group
 * @leads_group: whether it is the first of the group
 *
 * Creates a row.
 *
 * Returns: (transfer full): a new row
 */
DatelineTimelineRow *
dateline_timeline_row_new (GListModel    *articles,
                           DatelineEvent *event,
                           DatelineDate  *heading,
                           gboolean       leads_group)
{
  DatelineDate *date;
  DatelineTimelineRow *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (articles), NULL);
  g_return_val_if_fail (DATELINE_IS_EVENT (event), NULL);

  self = g_object_new (DATELINE_TYPE_TIMELINE_ROW, NULL);
  self->articles = g_object_ref (articles);
  self->event = g_object_ref (event);
  self->leads_group = leads_group;
  date = dateline_event_get_date (event);
  if (heading != NULL)
    self->heading = dateline_date_ref (heading);
  if (heading != NULL && date != NULL && !g_str_equal (dateline_date_get_edtf (heading), dateline_date_get_edtf (date)))
    self->remark = dateline_date_format (date);

  return self;
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
