/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TO BE WRITTEN */
#include "config.h"

#include "dateline-compare-view.h"

struct _DatelineCompareView
{
  DatelineView parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineCompareView, dateline_compare_view, DATELINE_TYPE_VIEW)

static void
dateline_compare_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DATELINE_TYPE_COMPARE_VIEW);

  G_OBJECT_CLASS (dateline_compare_view_parent_class)->dispose (object);
}

static void
dateline_compare_view_class_init (DatelineCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_compare_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-compare-view.ui");
}

static void
dateline_compare_view_init (DatelineCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
