/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TO BE WRITTEN */
#include "config.h"

#include "dateline-search-view.h"

struct _DatelineSearchView
{
  DatelineView parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineSearchView, dateline_search_view, DATELINE_TYPE_VIEW)

static void
dateline_search_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DATELINE_TYPE_SEARCH_VIEW);

  G_OBJECT_CLASS (dateline_search_view_parent_class)->dispose (object);
}

static void
dateline_search_view_class_init (DatelineSearchViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_search_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-search-view.ui");
}

static void
dateline_search_view_init (DatelineSearchView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dateline_search_view_set_words (DatelineSearchView *self,
                                const char         *words)
{
}

gboolean
dateline_search_view_activate_first (DatelineSearchView *self)
{
  return FALSE;
}
