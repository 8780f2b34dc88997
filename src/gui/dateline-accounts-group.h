/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ACCOUNTS_GROUP (dateline_accounts_group_get_type ())

G_DECLARE_FINAL_TYPE (DatelineAccountsGroup, dateline_accounts_group, DATELINE, ACCOUNTS_GROUP, AdwPreferencesGroup)

void dateline_accounts_group_bind   (DatelineAccountsGroup *self,
                                     DatelineSession       *session,
                                     DatelineClaim         *claim);
void dateline_accounts_group_reveal (DatelineAccountsGroup *self,
                                     DatelineAccount       *account);

G_END_DECLS
