/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-article.h"
#include "dateline-claim.h"
#include "dateline-relation.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_COMPARISON (dateline_comparison_get_type ())

G_DECLARE_FINAL_TYPE (DatelineComparison, dateline_comparison, DATELINE, COMPARISON, GObject)

DatelineComparison *dateline_comparison_new                  (DatelineClaim      *claim,
                                                              GListModel         *articles);
DatelineClaim      *dateline_comparison_get_claim            (DatelineComparison *self);
GListModel         *dateline_comparison_get_articles         (DatelineComparison *self);
DatelineRelation    dateline_comparison_get_relation         (DatelineComparison *self);
GListModel         *dateline_comparison_get_accounts         (DatelineComparison *self,
                                                              DatelineArticle    *article);
DatelineRelation    dateline_comparison_get_article_relation (DatelineComparison *self,
                                                              DatelineArticle    *article);
DatelineRelation    dateline_comparison_get_account_relation (DatelineComparison *self,
                                                              DatelineAccount    *account);
char               *dateline_comparison_dup_explanation      (DatelineComparison *self,
                                                              DatelineAccount    *account);
gboolean            dateline_comparison_equal                (gconstpointer       a,
                                                              gconstpointer       b);

G_END_DECLS
