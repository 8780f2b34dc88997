/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit.h"

G_BEGIN_DECLS

void  kit_settle        (void);
char *kit_dump          (GtkWidget     *root);
void  kit_assert_same   (GtkWidget     *followed,
                         GtkWidget     *fresh,
                         const char    *what);
void  kit_change_item   (DatelineStory *story,
                         DatelineItem  *item);
void  kit_remove_item   (DatelineStory *story,
                         DatelineItem  *item);

G_END_DECLS
