/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-cli-output.h"
#include "dateline-story-file.h"

G_BEGIN_DECLS

#define DATELINE_CLI_STORY_SUFFIX ".dateline"

/**
 * DatelineCliStatus:
 * @DATELINE_CLI_OK: done
 * @DATELINE_CLI_FAILED: it could not be done
 * @DATELINE_CLI_USAGE: the command line makes no sense
 *
 * What the program tells its caller.
 */
typedef enum
{
  DATELINE_CLI_OK,
  DATELINE_CLI_FAILED,
  DATELINE_CLI_USAGE
} DatelineCliStatus;

typedef struct _DatelineCli        DatelineCli;
typedef struct _DatelineCliCommand DatelineCliCommand;

/**
 * DatelineCliCommand:
 * @name: what to type
 * @arguments: what may follow, for the help
 * @summary: what it does, marked for translation
 * @details: (nullable): what else there is to know, marked for translation
 * @options: (nullable): its options
 * @min_arguments: how many arguments it needs
 * @max_arguments: how many it takes
 * @takes_files: whether they are names of files, which need not be text
 * @run: does it
 *
 * One of the things that the program can do.
 */
struct _DatelineCliCommand
{
  const char         *name;
  const char         *arguments;
  const char         *summary;
  const char         *details;
  const GOptionEntry *options;
  guint               min_arguments;
  guint               max_arguments;
  gboolean            takes_files;
  DatelineCliStatus (*run) (DatelineCli *cli,
                            GStrv        arguments);
};

/**
 * DatelineCli:
 * @command: (nullable): which command it is
 * @story: the story that is open
 * @file: (nullable): the story file that it is in, if it is not JSON
 * @output: standard output
 * @is_incomplete: whether something could not be read, which the reader knows
 *
 * What a command works with.
 */
struct _DatelineCli
{
  const DatelineCliCommand *command;

  DatelineStory     *story;
  DatelineStoryFile *file;
  DatelineCliOutput *output;
  gboolean           is_incomplete;
};

extern const DatelineCliCommand dateline_cli_apply_command;
extern const DatelineCliCommand dateline_cli_backup_command;
extern const DatelineCliCommand dateline_cli_check_command;
extern const DatelineCliCommand dateline_cli_compare_command;
extern const DatelineCliCommand dateline_cli_convert_command;
extern const DatelineCliCommand dateline_cli_export_command;
extern const DatelineCliCommand dateline_cli_info_command;
extern const DatelineCliCommand dateline_cli_list_command;
extern const DatelineCliCommand dateline_cli_merge_command;
extern const DatelineCliCommand dateline_cli_new_command;
extern const DatelineCliCommand dateline_cli_restore_command;
extern const DatelineCliCommand dateline_cli_search_command;
extern const DatelineCliCommand dateline_cli_show_command;

gboolean          dateline_cli_open          (DatelineCli   *cli);
gboolean          dateline_cli_open_path     (DatelineCli   *cli,
                                              const char    *path);
gboolean          dateline_cli_open_to_edit  (DatelineCli   *cli);
void              dateline_cli_warn          (const char    *message);
DatelineCliStatus dateline_cli_fail          (DatelineCli   *cli,
                                              const char    *message);
DatelineCliStatus dateline_cli_fail_with_file
                                             (DatelineCli   *cli,
                                              const char    *path,
                                              const char    *message);
DatelineCliStatus dateline_cli_fail_to_read  (DatelineCli   *cli,
                                              const char    *path,
                                              const GError  *error);
GFile            *dateline_cli_new_file      (const char    *path);
DatelineCliStatus dateline_cli_usage         (DatelineCli   *cli,
                                              const char    *message);
char             *dateline_cli_to_utf8       (const char    *argument);
void              dateline_cli_compare_print (DatelineCli   *cli,
                                              DatelineClaim *claim);

G_END_DECLS
