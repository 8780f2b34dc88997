/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a reader's stories are kept, and how their files are called. */
#include "config.h"

#include "dateline-library-folder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-recent-stories.h"

/* Bytes of a title that go into the name of a file. */
#define MAX_NAME 120

/**
 * dateline_library_folder_dup_path:
 *
 * Where a reader's stories are kept.
 *
 * Returns: (transfer full): the path of the folder, which need not exist
 */
char *
dateline_library_folder_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "dateline", "stories", NULL);
}

/**
 * dateline_library_folder_has_stories:
 *
 * Whether the reader has a story of their own, in the library or opened from elsewhere. Quick enough for a start of the
 * program: no story is opened.
 *
 * Returns: %TRUE if there is one
 */
gboolean
dateline_library_folder_has_stories (void)
{
  g_autofree char *path = dateline_library_folder_dup_path ();
  g_autofree char *recent_path = dateline_recent_stories_dup_path ();
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr(DatelineRecentStories) recent = NULL;
  g_autoptr(GPtrArray) files = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, DATELINE_LIBRARY_SUFFIX))
      return TRUE;

  if (!g_file_test (recent_path, G_FILE_TEST_EXISTS))
    return FALSE;

  recent = dateline_recent_stories_new (recent_path);
  files = dateline_recent_stories_dup_files (recent);
  for (guint i = 0; i < files->len; i++)
    {
      const char *file_path = g_file_peek_path (g_ptr_array_index (files, i));

      if (file_path != NULL && g_str_has_suffix (file_path, DATELINE_LIBRARY_SUFFIX) &&
          g_file_test (file_path, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_suffix (GFile      *file,
            const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  /* Some file systems have seen to capital letters only. */
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return folded != NULL && g_str_has_suffix (folded, suffix);
}

/**
 * dateline_library_folder_is_story:
 * @file: a file
 *
 * Whether a file is a story file by its name.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_library_folder_is_story (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return has_suffix (file, DATELINE_LIBRARY_SUFFIX);
}

/**
 * dateline_library_folder_is_json:
 * @file: a file
 *
 * Whether a file is a story in JSON by its name.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_library_folder_is_json (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return has_suffix (file, ".json");
}

/**
 * dateline_library_folder_dup_file_name:
 * @title: the title of a story
 * @fallback: what to call a file whose title gives no name
 *
 * A readable name for a file, from a title: without what some file system cannot bear, and not hidden.
 *
 * Returns: (transfer full): the name, without a suffix
 */
char *
dateline_library_folder_dup_file_name (const char *title,
                                       const char *fallback)
{
  GString *name;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (fallback != NULL, NULL);

  name = g_string_new (NULL);
  for (const char *p = title; *p != '\0' && name->len + 6 <= MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_iscntrl (character) || (character < 128 && strchr ("/\\:*?\"<>|", (int) character) != NULL))
        character = ' ';
      if ((name->len == 0 && character == '.') ||
          (g_unichar_isspace (character) && (name->len == 0 || name->str[name->len - 1] == ' ')))
        continue;
      g_string_append_unichar (name, character);
    }
  while (name->len > 0 && (name->str[name->len - 1] == ' ' || name->str[name->len - 1] == '.'))
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_assign (name, fallback);

  return g_string_free (name, FALSE);
}

/**
 * dateline_library_folder_dup_free_file:
 * @folder: the path of a folder
 * @title: the title of a story
 *
 * A file for a story, by its title, that is not there yet.
 *
 * Returns: (transfer full): the file
 */
GFile *
dateline_library_folder_dup_free_file (const char *folder,
                                       const char *title)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  /* Translators: the name of the file of a story whose title gives none */
  name = dateline_library_folder_dup_file_name (title, _("Story"));
  for (guint i = 1;; i++)
    {
      g_autofree char *base = i == 1 ? g_strconcat (name, DATELINE_LIBRARY_SUFFIX, NULL)
                                     : g_strdup_printf ("%s %u" DATELINE_LIBRARY_SUFFIX, name, i);
      g_autofree char *path = g_build_filename (folder, base, NULL);

      /* A link that leads nowhere has the name too. */
      if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        return g_file_new_for_path (path);
    }
}

/**
 * dateline_library_folder_dup_display:
 * @file: a file
 *
 * Where a file is, in as few words as people use: the home folder is "~".
 *
 * Returns: (transfer full): the path for people
 */
char *
dateline_library_folder_dup_display (GFile *file)
{
  g_autoptr(GFile) home = NULL;
  g_autofree char *relative = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  home = g_file_new_for_path (g_get_home_dir ());
  relative = g_file_get_relative_path (home, file);
  if (relative == NULL)
    return g_file_get_parse_name (file);

  name = g_filename_display_name (relative);

  return g_strconcat ("~/", name, NULL);
}
