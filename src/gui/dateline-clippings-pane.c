/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TO BE WRITTEN */
#include "config.h"

#include "dateline-clippings-pane.h"

struct _DatelineClippingsPane
{
  DatelineView parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineClippingsPane, dateline_clippings_pane, DATELINE_TYPE_VIEW)

static void
dateline_clippings_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DATELINE_TYPE_CLIPPINGS_PANE);

  G_OBJECT_CLASS (dateline_clippings_pane_parent_class)->dispose (object);
}

static void
dateline_clippings_pane_class_init (DatelineClippingsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_clippings_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-clippings-pane.ui");
}

static void
dateline_clippings_pane_init (DatelineClippingsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
