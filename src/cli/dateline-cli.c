/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dateline without a window: the table of commands, and what they have in common. */
#include "config.h"

#include "dateline-cli.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline-backups.h"
#include "dateline-json-reader.h"
#include "dateline-story-file.h"

#define PROGRAM "dateline-cli"

/* Columns of commands before what they do. */
#define COMMAND_WIDTH 25

static const DatelineCliCommand *const commands[] = {
  &dateline_cli_info_command,
  &dateline_cli_list_command,
  &dateline_cli_show_command,
  &dateline_cli_search_command,
  &dateline_cli_compare_command,
  &dateline_cli_export_command,
  &dateline_cli_new_command,
  &dateline_cli_convert_command,
  &dateline_cli_check_command,
  &dateline_cli_apply_command,
  &dateline_cli_merge_command,
  &dateline_cli_backup_command,
  &dateline_cli_restore_command,
};

static char *story_path;
static gboolean wants_help;
static gboolean wants_version;

static const GOptionEntry common_options[] = {
  { "story", 's', 0, G_OPTION_ARG_FILENAME, &story_path,
    N_("The story to open, instead of the one that comes with the program"), N_("FILE") },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, N_("Show how to use this"), NULL },
  G_OPTION_ENTRY_NULL
};

static const GOptionEntry global_options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, &wants_version, N_("Show the version"), NULL },
  G_OPTION_ENTRY_NULL
};

/* Not g_printerr(), which loses what the locale's encoding does not have. */
static void
print_error (const char *message)
{
  g_autoptr(DatelineCliOutput) output = dateline_cli_output_new (STDERR_FILENO);
  g_autofree char *line = g_strconcat (PROGRAM ": ", message, NULL);

  dateline_cli_output_text (output, DATELINE_CLI_PLAIN, 0, line);
  dateline_cli_output_flush (output, NULL);
}

/**
 * dateline_cli_warn:
 * @message: a sentence
 *
 * Says what the reader should know although it is no failure.
 */
void
dateline_cli_warn (const char *message)
{
  g_return_if_fail (message != NULL);

  print_error (message);
}

/**
 * dateline_cli_fail:
 * @cli: what the command works with
 * @message: a sentence
 *
 * Says why something cannot be done.
 *
 * Returns: `DATELINE_CLI_FAILED`
 */
DatelineCliStatus
dateline_cli_fail (DatelineCli *cli,
                   const char  *message)
{
  print_error (message);

  return DATELINE_CLI_FAILED;
}

/**
 * dateline_cli_usage:
 * @cli: what the command works with
 * @message: a sentence
 *
 * Says what is wrong with the command line.
 *
 * Returns: `DATELINE_CLI_USAGE`
 */
DatelineCliStatus
dateline_cli_usage (DatelineCli *cli,
                    const char  *message)
{
  g_autofree char *name = g_strjoin (" ", PROGRAM, cli->command != NULL ? cli->command->name : NULL, NULL);
  /* Translators: %s is the name of the program, and perhaps of a command */
  g_autofree char *advice = g_strdup_printf (_("See “%s --help”"), name);

  print_error (message);
  print_error (advice);

  return DATELINE_CLI_USAGE;
}

/* A command with what follows it. */
static char *
dup_usage (const DatelineCliCommand *command)
{
  return g_strchomp (g_strconcat (command->name, " ", command->arguments, NULL));
}

static char *
describe_commands (void)
{
  g_autoptr(GString) text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = dup_usage (commands[i]);
      guint width = dateline_cli_text_width (usage);

      g_string_append_printf (text, "\n  %s%*s%s", usage, (int) MAX (COMMAND_WIDTH, width + 2) - (int) width, "",
                              _(commands[i]->summary));
    }
  g_string_append (text, "\n\n");
  /* Translators: %s is the name of the program */
  g_string_append_printf (text, _("“%s COMMAND --help” tells more about one of them."), PROGRAM);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GOptionContext *
create_context (const DatelineCliCommand *command)
{
  g_autofree char *parameters = NULL;
  g_autofree char *summary = NULL;
  GOptionContext *context;

  if (command != NULL)
    parameters = dup_usage (command);
  context = g_option_context_new (command != NULL ? parameters : _("COMMAND [ARGUMENT…]"));
  summary = command != NULL ? g_strdup (_(command->summary)) : describe_commands ();
  g_option_context_set_summary (context, summary);
  g_option_context_set_help_enabled (context, FALSE);
  if (command != NULL && command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  if (command == NULL)
    g_option_context_add_main_entries (context, global_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);

  return context;
}

static void
show_help (DatelineCli              *cli,
           GOptionContext           *context,
           const DatelineCliCommand *command)
{
  g_autofree char *help = g_strchomp (g_option_context_get_help (context, TRUE, NULL));

  dateline_cli_output_raw (cli->output, help, strlen (help));
  dateline_cli_output_raw (cli->output, "\n", 1);
  if (command == NULL || command->details == NULL)
    return;
  dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, "");
  dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, _(command->details));
}

/* Whether a file is a database rather than text. What cannot be read is neither, and the reader of text says why. Of a
 * pipe nothing is read: what was read would be missing later. */
static gboolean
is_database (const char *path)
{
  static const char magic[] = "SQLite format 3";
  char head[sizeof magic] = "";
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat info;
  gssize n = 0;

  if (fd < 0)
    return FALSE;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    n = read (fd, head, sizeof head);
  close (fd);

  return n == sizeof head && memcmp (head, magic, sizeof magic) == 0;
}

/**
 * dateline_cli_fail_with_file:
 * @cli: what the command works with
 * @path: the path of a file
 * @message: a sentence that does not name it
 *
 * Says why something cannot be done with a file.
 *
 * Returns: `DATELINE_CLI_FAILED`
 */
DatelineCliStatus
dateline_cli_fail_with_file (DatelineCli *cli,
                             const char  *path,
                             const char  *message)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf ("%s: %s", name, message);

  return dateline_cli_fail (cli, text);
}

/**
 * dateline_cli_fail_to_read:
 * @cli: what the command works with
 * @path: the path of a file
 * @error: why it cannot be read
 *
 * Says why JSON, or a story, cannot be read.
 *
 * Returns: `DATELINE_CLI_FAILED`
 */
DatelineCliStatus
dateline_cli_fail_to_read (DatelineCli  *cli,
                           const char   *path,
                           const GError *error)
{
  /* Where the file could not even be read the message names it. */
  gboolean is_named = g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_NOT_FOUND) ||
                      g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_IS_FOLDER) ||
                      g_error_matches (error, DATELINE_STORY_ERROR, DATELINE_STORY_ERROR_READ);

  return is_named ? dateline_cli_fail (cli, error->message) : dateline_cli_fail_with_file (cli, path, error->message);
}

/**
 * dateline_cli_new_file:
 * @path: an argument that names JSON
 *
 * The file that an argument names: “-” is standard input.
 *
 * Returns: (transfer full): a file
 */
GFile *
dateline_cli_new_file (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_str_equal (path, "-") ? g_file_new_for_path ("/dev/stdin") : g_file_new_for_commandline_arg (path);
}

/* Reads the JSON at @path, or the story of the program, and says what had to be left out of it. */
static DatelineStory *
read_json (const char  *path,
           const char  *name,
           GError     **error)
{
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story;

  if (path != NULL)
    {
      g_autoptr(GFile) file = dateline_cli_new_file (path);

      story = dateline_json_reader_read_file (file, NULL, &warnings, error);
    }
  else
    {
      story = dateline_json_reader_read_resource (DATELINE_STORY_RESOURCE, &warnings, error);
    }

  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    {
      g_autofree char *message = g_strdup_printf ("%s: %s", name, warnings[i]);

      print_error (message);
    }

  return story;
}

/* What cannot be read is missing in what is printed. */
static void
left_out_cb (DatelineCli *cli)
{
  cli->is_incomplete = TRUE;
}

static void
failed_cb (DatelineStoryFile *file,
           const char        *message)
{
  print_error (message);
}

/**
 * dateline_cli_open_path:
 * @cli: what the command works with
 * @path: (nullable): the path of a story file or of JSON, or %NULL for the story that comes with the program
 *
 * Opens a story.
 *
 * Returns: %FALSE if there is none; then the reader knows why
 */
gboolean
dateline_cli_open_path (DatelineCli *cli,
                        const char  *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : g_strdup (DATELINE_STORY_RESOURCE);

  g_return_val_if_fail (cli != NULL, FALSE);
  g_return_val_if_fail (cli->story == NULL, FALSE);

  if (path != NULL && !g_str_equal (path, "-") && is_database (path))
    {
      cli->file = dateline_story_file_open (path, &error);
      if (cli->file != NULL)
        {
          cli->story = g_object_ref (dateline_story_file_get_story (cli->file));
          g_signal_connect (cli->file, "failed", G_CALLBACK (failed_cb), NULL);
          g_signal_connect_swapped (dateline_story_get_source (cli->story), "failed", G_CALLBACK (left_out_cb), cli);
          dateline_story_set_fleeting (cli->story, TRUE);
        }
    }
  else
    {
      cli->story = read_json (path, name, &error);
    }

  if (cli->story == NULL)
    dateline_cli_fail_to_read (cli, path != NULL ? path : name, error);

  return cli->story != NULL;
}

/**
 * dateline_cli_to_utf8:
 * @argument: bytes of the command line
 *
 * Makes text of an argument: it is UTF-8 whatever the locale says, or else in the locale's encoding.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if it is neither
 */
char *
dateline_cli_to_utf8 (const char *argument)
{
  g_return_val_if_fail (argument != NULL, NULL);

  return g_utf8_validate (argument, -1, NULL) ? g_strdup (argument) : g_locale_to_utf8 (argument, -1, NULL, NULL, NULL);
}

static GStrv
dup_arguments (const GStrv raw)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; raw != NULL && raw[i] != NULL; i++)
    {
      g_autofree char *argument = dateline_cli_to_utf8 (raw[i]);

      if (argument == NULL)
        return NULL;
      g_strv_builder_add (builder, argument);
    }

  return g_strv_builder_end (builder);
}

static DatelineCliStatus
run_command (DatelineCli              *cli,
             const DatelineCliCommand *command,
             GStrv                     argv)
{
  g_autoptr(GOptionContext) context = create_context (command);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) raw = NULL;
  g_auto(GStrv) strv = g_strdupv (argv);
  g_auto(GStrv) arguments = NULL;
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  guint n;

  cli->command = command;
  g_option_context_add_main_entries (context, rest, NULL);
  if (!g_option_context_parse_strv (context, &strv, &error))
    return dateline_cli_usage (cli, error->message);
  if (wants_help)
    {
      show_help (cli, context, command);
      return DATELINE_CLI_OK;
    }

  arguments = command->takes_files && raw != NULL ? g_strdupv (raw) : dup_arguments (raw);
  if (arguments == NULL)
    return dateline_cli_usage (cli, _("An argument is not text in this system’s encoding"));
  n = g_strv_length (arguments);
  if (n < command->min_arguments || n > command->max_arguments)
    {
      g_autofree char *usage = dup_usage (command);
      /* Translators: the first %s is the name of a command, the second the command with what has to follow it */
      g_autofree char *message = g_strdup_printf (_("“%s” is used as: %s"), command->name, usage);

      return dateline_cli_usage (cli, message);
    }

  return command->run (cli, arguments);
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        argv)
{
  g_autoptr(GOptionContext) context = create_context (NULL);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) strv = g_strdupv (argv);
  g_autofree char *message = NULL;

  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse_strv (context, &strv, &error))
    return dateline_cli_usage (cli, error->message);
  if (wants_version)
    {
      dateline_cli_output_text (cli->output, DATELINE_CLI_PLAIN, 0, PROGRAM " " PACKAGE_VERSION);
      return DATELINE_CLI_OK;
    }
  if (wants_help)
    {
      show_help (cli, context, NULL);
      return DATELINE_CLI_OK;
    }
  if (strv[0] == NULL || strv[1] == NULL)
    return dateline_cli_usage (cli, _("A command is missing"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (strv[1], commands[i]->name))
      return run_command (cli, commands[i], strv + 1);

  message = g_strdup_printf (_("There is no command “%s”"), strv[1]);

  return dateline_cli_usage (cli, message);
}

/**
 * dateline_cli_open:
 * @cli: what the command works with
 *
 * Opens the story that the command line names. A command does this once it knows that its arguments make sense.
 *
 * Returns: %FALSE if there is none; then the reader knows why
 */
gboolean
dateline_cli_open (DatelineCli *cli)
{
  g_return_val_if_fail (cli != NULL, FALSE);

  return dateline_cli_open_path (cli, story_path);
}

/**
 * dateline_cli_open_to_edit:
 * @cli: what the command works with
 *
 * Opens the story file that the command line names, to change it.
 *
 * Returns: %FALSE if there is none that can be changed; then the reader knows why
 */
gboolean
dateline_cli_open_to_edit (DatelineCli *cli)
{
  if (!dateline_cli_open (cli))
    return FALSE;
  if (cli->file != NULL && !dateline_story_file_get_read_only (cli->file))
    return TRUE;

  print_error (cli->file != NULL ? _("This story cannot be changed: its file is read-only")
                                 : _("Only a story file can be changed; name one with “--story”, or make one with “convert”"));

  return FALSE;
}

/* With a standard stream closed, the next file that is opened would take its place, and be written to or read from. */
static void
hold_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(DatelineCliOutput) output = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) arguments = NULL;
  g_autofree char *backups = NULL;
  DatelineCli cli = { 0 };
  DatelineCliStatus status;

  hold_standard_streams ();
  /* A reader that goes away, as "head" does, shows as an error of write(). */
  signal (SIGPIPE, SIG_IGN);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (PROGRAM);
  backups = g_build_filename (g_get_user_data_dir (), "dateline", "backups", NULL);
  dateline_backups_set_root (backups);

  arguments = g_strdupv (argv);
  output = dateline_cli_output_new (STDOUT_FILENO);
  cli.output = output;
  status = run (&cli, arguments);
  if (cli.is_incomplete && status == DATELINE_CLI_OK)
    status = DATELINE_CLI_FAILED;
  g_clear_object (&cli.story);
  g_clear_object (&cli.file);
  g_clear_pointer (&story_path, g_free);
  dateline_backups_set_root (NULL);

  if (!dateline_cli_output_flush (output, &error) && status == DATELINE_CLI_OK)
    status = dateline_cli_fail (&cli, error->message);

  return status;
}
