/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TO BE WRITTEN */
#include "config.h"

#include "dateline-people-view.h"

struct _DatelinePeopleView
{
  DatelineView parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelinePeopleView, dateline_people_view, DATELINE_TYPE_VIEW)

static void
dateline_people_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DATELINE_TYPE_PEOPLE_VIEW);

  G_OBJECT_CLASS (dateline_people_view_parent_class)->dispose (object);
}

static void
dateline_people_view_class_init (DatelinePeopleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_people_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-people-view.ui");
}

static void
dateline_people_view_init (DatelinePeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
