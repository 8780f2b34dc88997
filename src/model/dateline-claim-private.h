/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model. */
#pragma once

#include "dateline-claim.h"

G_BEGIN_DECLS

gboolean dateline_account_is_listed_by (DatelineAccount *self,
                                        DatelineClaim   *claim);
void     dateline_account_attach       (DatelineAccount *self,
                                        DatelineClaim   *claim,
                                        gboolean         is_listed);
void     dateline_claim_insert_account (DatelineClaim   *self,
                                        DatelineAccount *account,
                                        guint            position);
void     dateline_claim_remove_account (DatelineClaim   *self,
                                        DatelineAccount *account);
void     dateline_claim_place_account  (DatelineClaim   *self,
                                        DatelineAccount *account,
                                        guint            position);

G_END_DECLS
