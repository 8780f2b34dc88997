/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of DatelineArticle share. */
#pragma once

#include "dateline-article.h"

G_BEGIN_DECLS

struct _DatelineArticle
{
  DatelineItem parent_instance;

  char         *headline;
  char         *publisher;
  GStrv         byline;
  DatelineDate *published;
  DatelineDate *accessed;
  char         *language;
  char         *url;
  gboolean      retelling;
  GListStore   *dates; /* NULL: nobody asked for them yet; so with the text */
  DatelineBody *body;
  guint         position;
  char         *badge;
};

DatelineBody *dateline_article_get_body (DatelineArticle *self);

G_END_DECLS
