/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A titled list of facts, of which the first few are shown until the reader asks for more. Hidden without any. */
#include "config.h"

#include "dateline-fact-list.h"

#include <glib/gi18n.h>

#include "dateline-fact-row.h"

/* What is shown at first, how many more are not worth a button, and how many come at every demand. */
#define FEW       6
#define TOLERANCE 2
#define MORE      50

struct _DatelineFactList
{
  AdwBin parent_instance;

  DatelineSession   *session;
  DatelineItem      *about; /* whose facts these are */
  GtkSliceListModel *shown;
  char              *title;
  GtkWidget         *title_box;
  GtkLabel          *title_label;
  GtkLabel          *count_label;
  GtkListBox        *list_box;
  GtkWidget         *more_button;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineFactList, dateline_fact_list, ADW_TYPE_BIN)

static GtkWidget *
create_row (gpointer object,
            gpointer user_data)
{
  DatelineFactList *self = DATELINE_FACT_LIST (user_data);

  return dateline_fact_row_new (self->session, self->about, object);
}

static void
update_more (DatelineFactList *self)
{
  GListModel *facts = gtk_slice_list_model_get_model (self->shown);
  guint n = facts != NULL ? g_list_model_get_n_items (facts) : 0;

  gtk_widget_set_visible (self->more_button, n > gtk_slice_list_model_get_size (self->shown));
}

static void
more_clicked_cb (DatelineFactList *self)
{
  guint first = gtk_slice_list_model_get_size (self->shown);
  GtkListBoxRow *row;

  gtk_slice_list_model_set_size (self->shown, first + MORE);
  update_more (self);
  /* The button may be gone now, and the focus would be with it. */
  row = gtk_list_box_get_row_at_index (self->list_box, (int) first);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_activated_cb (DatelineFactList *self,
                  GtkListBoxRow    *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "fact.show", NULL);
}

static void
dateline_fact_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DatelineFactList *self = DATELINE_FACT_LIST (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_fact_list_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  DatelineFactList *self = DATELINE_FACT_LIST (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_fact_list_constructed (GObject *object)
{
  DatelineFactList *self = DATELINE_FACT_LIST (object);

  G_OBJECT_CLASS (dateline_fact_list_parent_class)->constructed (object);

  gtk_widget_set_visible (self->title_box, self->title != NULL);
  gtk_label_set_label (self->title_label, self->title != NULL ? self->title : "");
  if (self->title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                    -1);
}

static void
dateline_fact_list_dispose (GObject *object)
{
  DatelineFactList *self = DATELINE_FACT_LIST (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  self->list_box = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->about);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_fact_list_parent_class)->dispose (object);
}

static void
dateline_fact_list_finalize (GObject *object)
{
  DatelineFactList *self = DATELINE_FACT_LIST (object);

  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (dateline_fact_list_parent_class)->finalize (object);
}

static void
dateline_fact_list_class_init (DatelineFactListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_fact_list_constructed;
  object_class->get_property = dateline_fact_list_get_property;
  object_class->set_property = dateline_fact_list_set_property;
  object_class->dispose = dateline_fact_list_dispose;
  object_class->finalize = dateline_fact_list_finalize;

  /**
   * DatelineFactList:title: (nullable)
   *
   * What the list is about; %NULL for no title.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-fact-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineFactList, title_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFactList, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineFactList, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineFactList, list_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFactList, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
dateline_fact_list_init (DatelineFactList *self)
{
  self->shown = gtk_slice_list_model_new (NULL, 0, FEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->shown), create_row, self, NULL);
}

/**
 * dateline_fact_list_set_facts:
 * @self: a `DatelineFactList`
 * @session: the session that the story is shown by
 * @about: (nullable): whom or what the list is about
 * @facts: (nullable): a list of `DatelineItem` or `DatelinePassage`
 *
 * Changes what the list shows.
 */
void
dateline_fact_list_set_facts (DatelineFactList *self,
                              DatelineSession  *session,
                              DatelineItem     *about,
                              GListModel       *facts)
{
  guint n = facts != NULL ? g_list_model_get_n_items (facts) : 0;
  g_autofree char *count = g_strdup_printf ("%'u", n);
  guint size;

  g_return_if_fail (DATELINE_IS_FACT_LIST (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (about == NULL || DATELINE_IS_ITEM (about));
  g_return_if_fail (facts == NULL || G_IS_LIST_MODEL (facts));

  size = n <= FEW + TOLERANCE ? FEW + TOLERANCE : FEW;
  /* Of the same thing as before, as many stay shown as the reader asked for. */
  if (self->about == about && gtk_slice_list_model_get_size (self->shown) > FEW + TOLERANCE)
    size = gtk_slice_list_model_get_size (self->shown);

  g_set_object (&self->session, session);
  g_set_object (&self->about, about);
  gtk_slice_list_model_set_model (self->shown, NULL);
  gtk_slice_list_model_set_size (self->shown, size);
  gtk_slice_list_model_set_model (self->shown, facts);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  update_more (self);
}

/**
 * dateline_fact_list_get_max:
 * @self: a `DatelineFactList`
 *
 * How many facts are shown at most: the reader may have asked for more.
 *
 * Returns: a number
 */
guint
dateline_fact_list_get_max (DatelineFactList *self)
{
  g_return_val_if_fail (DATELINE_IS_FACT_LIST (self), 0);

  return MAX (gtk_slice_list_model_get_size (self->shown), FEW + TOLERANCE);
}
