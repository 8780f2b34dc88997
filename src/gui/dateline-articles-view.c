/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TO BE WRITTEN */
#include "config.h"

#include "dateline-articles-view.h"

struct _DatelineArticlesView
{
  DatelineView parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineArticlesView, dateline_articles_view, DATELINE_TYPE_VIEW)

static void
dateline_articles_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DATELINE_TYPE_ARTICLES_VIEW);

  G_OBJECT_CLASS (dateline_articles_view_parent_class)->dispose (object);
}

static void
dateline_articles_view_class_init (DatelineArticlesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_articles_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-articles-view.ui");
}

static void
dateline_articles_view_init (DatelineArticlesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
