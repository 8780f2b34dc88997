/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     dateline_escape_line           (GString    *out,
                                         const char *text);
void     dateline_escape_html           (GString    *out,
                                         const char *text);
void     dateline_escape_markdown       (GString    *out,
                                         const char *text);
void     dateline_escape_markdown_link  (GString    *out,
                                         const char *url);
void     dateline_escape_markdown_block (GString    *out,
                                         const char *text,
                                         const char *prefix);
void     dateline_escape_csv            (GString    *out,
                                         const char *text);
void     dateline_escape_latex          (GString    *out,
                                         const char *text);
gboolean dateline_escape_is_web_address (const char *url);

G_END_DECLS
