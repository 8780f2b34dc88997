/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  faulty_vfs_register (void);
void  faulty_vfs_fail_at  (guint count,
                           int   result);
guint faulty_vfs_stop     (void);

G_END_DECLS
