/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of a list row, which gives the row its accessible name. */
#include "config.h"

#include "dateline-row.h"

struct _DatelineRow
{
  GtkBox parent_instance;

  char    *title;
  GObject *item;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineRow, dateline_row, GTK_TYPE_BOX)

/* It is the widget around the content that gets the focus, and GtkListItem has no name for it before GTK 4.12. */
static void
name_parent (DatelineRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL && self->title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
}

static void
set_title (DatelineRow *self,
           const char  *title)
{
  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  name_parent (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
dateline_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DatelineRow *self = DATELINE_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DatelineRow *self = DATELINE_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_ITEM:
      if (g_set_object (&self->item, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_row_finalize (GObject *object)
{
  DatelineRow *self = DATELINE_ROW (object);

  g_free (self->title);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (dateline_row_parent_class)->finalize (object);
}

static void
dateline_row_class_init (DatelineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dateline_row_get_property;
  object_class->set_property = dateline_row_set_property;
  object_class->finalize = dateline_row_finalize;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /* What the list holds: an item, or what stands for one. */
  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_row_init (DatelineRow *self)
{
  g_signal_connect (self, "notify::parent", G_CALLBACK (name_parent), NULL);
}

/**
 * dateline_row_get_item:
 * @self: a `DatelineRow`
 *
 * The item that the row shows: what the list holds, or what that stands for.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL
 */
DatelineItem *
dateline_row_get_item (DatelineRow *self)
{
  static const char *const names[] = { "item", "event" };
  DatelineItem *item = NULL;

  g_return_val_if_fail (DATELINE_IS_ROW (self), NULL);

  if (self->item == NULL || DATELINE_IS_ITEM (self->item))
    return (DatelineItem *) self->item;

  for (guint i = 0; item == NULL && i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self->item), names[i]);

      if (pspec == NULL || !g_type_is_a (pspec->value_type, DATELINE_TYPE_ITEM))
        continue;
      g_object_get (self->item, names[i], &item, NULL);
      /* The list holds it. */
      if (item != NULL)
        g_object_unref (item);
    }

  return item;
}
