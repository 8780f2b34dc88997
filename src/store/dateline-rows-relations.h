/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-rows-reader.h"

G_BEGIN_DECLS

GArray   *dateline_rows_relations_list_dates      (DatelineStatements  *statements,
                                                   DatelineItemKind     kind,
                                                   guint                n_items,
                                                   GError             **error);
GArray   *dateline_rows_relations_list_participations (DatelineStatements *statements,
                                                       GError            **error);
GArray   *dateline_rows_relations_list            (DatelineStatements  *statements,
                                                   DatelineItem        *item,
                                                   DatelineItemKind     kind,
                                                   GError             **error);
GArray   *dateline_rows_relations_list_quotes_about (DatelineStatements *statements,
                                                     DatelineItem       *person,
                                                     GError            **error);
GHashTable *dateline_rows_relations_count_mentions (DatelineStatements  *statements,
                                                    GError             **error);
gboolean  dateline_rows_relations_add_occurrences (DatelineRowsReader  *reader,
                                                   DatelineArticle     *article,
                                                   GPtrArray           *occurrences,
                                                   GError             **error);

G_END_DECLS
