/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"
#include "dateline-account.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CLAIM (dateline_claim_get_type ())

G_DECLARE_FINAL_TYPE (DatelineClaim, dateline_claim, DATELINE, CLAIM, DatelineItem)

const char       *dateline_claim_get_question   (DatelineClaim *self);
DatelineValueKind dateline_claim_get_value_kind (DatelineClaim *self);
GListModel       *dateline_claim_get_about      (DatelineClaim *self);
GListModel       *dateline_claim_get_accounts   (DatelineClaim *self);
void              dateline_claim_add_about      (DatelineClaim *self, DatelineItem *about);
void              dateline_claim_set_about      (DatelineClaim *self, GPtrArray *about);
void              dateline_claim_add_account    (DatelineClaim *self, DatelineAccount *account);

G_END_DECLS
