/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DatelineDate        DatelineDate;
typedef struct _DatelineQuantity    DatelineQuantity;
typedef struct _DatelineItem        DatelineItem;
typedef struct _DatelinePassage     DatelinePassage;
typedef struct _DatelineDateMention DatelineDateMention;
typedef struct _DatelineArticle     DatelineArticle;
typedef struct _DatelinePerson      DatelinePerson;
typedef struct _DatelineEvent       DatelineEvent;
typedef struct _DatelineQuote       DatelineQuote;
typedef struct _DatelineReaction    DatelineReaction;
typedef struct _DatelineClaim       DatelineClaim;
typedef struct _DatelineAccount     DatelineAccount;
typedef struct _DatelineOccurrence  DatelineOccurrence;
typedef struct _DatelineStory       DatelineStory;
typedef struct _DatelineIndex       DatelineIndex;
typedef struct _DatelineClipping    DatelineClipping;

G_END_DECLS
