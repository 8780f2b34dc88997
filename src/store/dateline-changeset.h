/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * DatelineChanges:
 * @ids: the ids of the items that have to be looked at again; perhaps that of the story itself
 * @clippings: whether clippings are among what changed
 *
 * What a changeset touches.
 */
typedef struct
{
  GHashTable *ids;
  gboolean    clippings;
} DatelineChanges;

sqlite3_session *dateline_changeset_record  (sqlite3          *db,
                                             GError          **error);
GBytes          *dateline_changeset_take    (sqlite3_session  *session,
                                             sqlite3          *db,
                                             GError          **error);
gboolean         dateline_changeset_collect (GBytes           *changeset,
                                             sqlite3          *db,
                                             DatelineChanges  *changes,
                                             GError          **error);
gboolean         dateline_changeset_apply   (GBytes           *changeset,
                                             sqlite3          *db,
                                             char            **conflict,
                                             GError          **error);
gboolean         dateline_changeset_revert  (GBytes           *changeset,
                                             sqlite3          *db,
                                             char            **conflict,
                                             GError          **error);
GBytes          *dateline_changeset_compare (sqlite3          *from,
                                             sqlite3          *to,
                                             GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_session, sqlite3session_delete)

G_END_DECLS
