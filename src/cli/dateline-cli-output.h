/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * DatelineCliTone:
 * @DATELINE_CLI_PLAIN: as it is
 * @DATELINE_CLI_BOLD: bold on a terminal
 * @DATELINE_CLI_DIM: dim on a terminal
 *
 * How text is set.
 */
typedef enum
{
  DATELINE_CLI_PLAIN,
  DATELINE_CLI_BOLD,
  DATELINE_CLI_DIM
} DatelineCliTone;

typedef struct _DatelineCliOutput DatelineCliOutput;

DatelineCliOutput *dateline_cli_output_new         (int                 fd);
void               dateline_cli_output_free        (DatelineCliOutput  *self);
gboolean           dateline_cli_output_is_open     (DatelineCliOutput  *self);
void               dateline_cli_output_raw         (DatelineCliOutput  *self,
                                                    const void         *data,
                                                    gsize               length);
void               dateline_cli_output_json        (DatelineCliOutput  *self,
                                                    JsonNode           *node);
void               dateline_cli_output_text        (DatelineCliOutput  *self,
                                                    DatelineCliTone     tone,
                                                    guint               indent,
                                                    const char         *text);
void               dateline_cli_output_field       (DatelineCliOutput  *self,
                                                    const char         *name,
                                                    const char         *value);
void               dateline_cli_output_measure_row (const char *const  *row,
                                                    guint               n_columns,
                                                    guint              *widths);
void               dateline_cli_output_row         (DatelineCliOutput  *self,
                                                    const char *const  *row,
                                                    guint               n_columns,
                                                    const guint        *widths);
void               dateline_cli_output_table       (DatelineCliOutput  *self,
                                                    GPtrArray          *rows,
                                                    guint               n_columns);
gboolean           dateline_cli_output_flush       (DatelineCliOutput  *self,
                                                    GError            **error);
guint              dateline_cli_text_width         (const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineCliOutput, dateline_cli_output_free)

G_END_DECLS
