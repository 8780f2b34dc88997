/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "dateline-application.h"
#include "dateline-backups.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(DatelineApplication) application = NULL;
  g_autofree char *backups = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_prgname ("dateline");
  g_set_application_name (_("Dateline"));

  backups = g_build_filename (g_get_user_data_dir (), "dateline", "backups", NULL);
  dateline_backups_set_root (backups);

  application = dateline_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
