/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-cli-output.h"
#include "dateline-comparison.h"
#include "dateline-json-stream.h"
#include "dateline-story.h"

G_BEGIN_DECLS

void                dateline_cli_json_add_string  (JsonBuilder        *builder,
                                                   const char         *name,
                                                   const char         *value);
void                dateline_cli_json_add_passage (JsonBuilder        *builder,
                                                   DatelinePassage    *passage);
void                dateline_cli_json_add_account (JsonBuilder        *builder,
                                                   DatelineAccount    *account,
                                                   DatelineComparison *comparison);
void                dateline_cli_json_add_item    (JsonBuilder        *builder,
                                                   DatelineItem       *item,
                                                   DatelineStory      *story);
DatelineJsonStream *dateline_cli_json_new_stream  (DatelineCliOutput  *output);
void                dateline_cli_json_print_items (DatelineCliOutput  *output,
                                                   DatelineStory      *story,
                                                   DatelineItemKind    kind);
void                dateline_cli_json_print       (DatelineCliOutput  *output,
                                                   JsonBuilder        *builder);

G_END_DECLS
