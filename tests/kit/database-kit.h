/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-database.h"

G_BEGIN_DECLS

char             *database_kit_make_folder   (void);
void              database_kit_remove_folder (const char           *folder);
char             *database_kit_make_file     (const char           *folder);
char             *database_kit_describe      (const char           *folder);
void              database_kit_run           (const char           *path,
                                              const char           *sql);
GBytes           *database_kit_read          (const char           *path);
void              database_kit_write         (const char           *path,
                                              const void           *bytes,
                                              gsize                 length);
char             *database_kit_crash         (const char           *path,
                                              const char           *name);
char             *database_kit_dup_json      (DatelineDatabase     *database);

G_END_DECLS
