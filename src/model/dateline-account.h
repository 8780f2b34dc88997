/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"
#include "dateline-quantity.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ACCOUNT (dateline_account_get_type ())

G_DECLARE_FINAL_TYPE (DatelineAccount, dateline_account, DATELINE, ACCOUNT, DatelineItem)

const char       *dateline_account_get_wording  (DatelineAccount *self);
DatelineQuantity *dateline_account_get_quantity (DatelineAccount *self);
const char       *dateline_account_get_unit     (DatelineAccount *self);
DatelineArticle  *dateline_account_get_article  (DatelineAccount *self);
DatelineClaim    *dateline_account_get_claim    (DatelineAccount *self);
void              dateline_account_set_claim    (DatelineAccount *self,
                                                 DatelineClaim   *claim);

G_END_DECLS
