/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "new": an empty story file. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-cli.h"
#include "dateline-story-file.h"

static char *title;
static char *language;

static const GOptionEntry options[] = {
  { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_("What the story is called, instead of the name of the file"),
    N_("TITLE") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_("The language of the title, such as “en”"), N_("TAG") },
  G_OPTION_ENTRY_NULL
};

/* What the file is called without its suffix, where nobody said what the story is called. */
static char *
dup_title (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (g_str_has_suffix (name, DATELINE_CLI_STORY_SUFFIX))
    name[strlen (name) - strlen (DATELINE_CLI_STORY_SUFFIX)] = '\0';

  return g_strdup (*name != '\0' ? name : _("New Story"));
}

static DatelineCliStatus
run (DatelineCli *cli,
     GStrv        arguments)
{
  g_autoptr(DatelineStoryFile) file = NULL;
  g_autoptr(DatelineStory) story = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *id = g_strconcat ("story-", uuid, NULL);
  g_autofree char *name = dup_title (arguments[0]);

  if (!g_str_has_suffix (arguments[0], DATELINE_CLI_STORY_SUFFIX))
    return dateline_cli_usage (cli, _("The name of the new file has to end in “.dateline”"));

  story = dateline_story_new (id, name, NULL, language);
  file = dateline_story_file_create (arguments[0], story, NULL, &error);
  if (file == NULL)
    return dateline_cli_fail_with_file (cli, arguments[0], error->message);

  return DATELINE_CLI_OK;
}

const DatelineCliCommand dateline_cli_new_command = {
  "new", "FILE", N_("Make a story with nothing in it"),
  N_("The name of FILE has to end in “.dateline”. A file that exists is left alone."),
  options, 1, 1, TRUE, run
};
