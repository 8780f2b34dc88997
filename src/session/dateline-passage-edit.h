/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dateline-edit.h"
#include "dateline-index.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_PASSAGE_EDIT_ERROR_NO_WORDS,
  DATELINE_PASSAGE_EDIT_ERROR_NO_VALUE
} DatelinePassageEditError;

#define DATELINE_PASSAGE_EDIT_ERROR (dateline_passage_edit_error_quark ())
GQuark        dateline_passage_edit_error_quark    (void);

DatelineEdit *dateline_passage_edit_new_item       (DatelineIndex     *index,
                                                    DatelineStory     *story,
                                                    DatelinePassage   *passage,
                                                    DatelineItemKind   kind,
                                                    char             **id,
                                                    GError           **error);
DatelineEdit *dateline_passage_edit_new_reaction   (DatelineStory     *story,
                                                    DatelinePassage   *passage,
                                                    DatelinePerson    *author,
                                                    const char        *name,
                                                    char             **id,
                                                    GError           **error);
DatelineEdit *dateline_passage_edit_new_account    (DatelinePassage   *passage,
                                                    DatelineClaim     *claim,
                                                    const char        *question,
                                                    char             **id,
                                                    GError           **error);
DatelineEdit *dateline_passage_edit_new_account_of (DatelinePassage   *passage,
                                                    DatelineClaim     *claim,
                                                    DatelineQuantity  *quantity,
                                                    const char        *unit,
                                                    char             **id,
                                                    GError           **error);
DatelineEdit *dateline_passage_edit_add_evidence   (DatelinePassage   *passage,
                                                    DatelineItem      *item,
                                                    char             **id,
                                                    GError           **error);

G_END_DECLS
