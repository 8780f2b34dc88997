/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TO BE WRITTEN */
#include "config.h"

#include "dateline-reactions-view.h"

struct _DatelineReactionsView
{
  DatelineView parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineReactionsView, dateline_reactions_view, DATELINE_TYPE_VIEW)

static void
dateline_reactions_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DATELINE_TYPE_REACTIONS_VIEW);

  G_OBJECT_CLASS (dateline_reactions_view_parent_class)->dispose (object);
}

static void
dateline_reactions_view_class_init (DatelineReactionsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_reactions_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-reactions-view.ui");
}

static void
dateline_reactions_view_init (DatelineReactionsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
