/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"
#include "dateline-json-report.h"

G_BEGIN_DECLS

/* Longer chains of answers to answers are no story, and would overflow the stack when they are freed. */
#define DATELINE_JSON_MAX_CHAIN 1000

typedef struct _DatelineJsonLinks DatelineJsonLinks;

typedef void (*DatelineJsonLinkFunc) (gpointer from,
                                      gpointer to);

DatelineJsonLinks *dateline_json_links_new     (void);
void               dateline_json_links_free    (DatelineJsonLinks    *self);
void               dateline_json_links_add     (DatelineJsonLinks    *self,
                                                DatelineItem         *from,
                                                DatelineItem         *to,
                                                DatelineJsonLinkFunc  func,
                                                char                 *path);
void               dateline_json_links_resolve (DatelineJsonLinks    *self,
                                                DatelineJsonReport   *report);
gboolean           dateline_json_links_is_kept (DatelineJsonLinks    *self,
                                                guint                 i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineJsonLinks, dateline_json_links_free)

G_END_DECLS
