/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-item.h"
#include "dateline-event.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_QUOTE (dateline_quote_get_type ())

G_DECLARE_FINAL_TYPE (DatelineQuote, dateline_quote, DATELINE, QUOTE, DatelineItem)

const char     *dateline_quote_get_text      (DatelineQuote *self);
DatelinePerson *dateline_quote_get_speaker   (DatelineQuote *self);
const char     *dateline_quote_get_cue       (DatelineQuote *self);
gboolean        dateline_quote_get_direct    (DatelineQuote *self);
DatelinePerson *dateline_quote_get_addressee (DatelineQuote *self);
const char     *dateline_quote_get_language  (DatelineQuote *self);
DatelineEvent  *dateline_quote_get_event     (DatelineQuote *self);
DatelineQuote  *dateline_quote_get_original  (DatelineQuote *self);
void            dateline_quote_set_original  (DatelineQuote *self, DatelineQuote *original);

G_END_DECLS
