/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_LIBRARY_ENTRY (dateline_library_entry_get_type ())

G_DECLARE_FINAL_TYPE (DatelineLibraryEntry, dateline_library_entry, DATELINE, LIBRARY_ENTRY, GObject)

/**
 * DatelineLibrarySummary:
 * @title: (nullable): the title
 * @description: (nullable): what it is about
 * @n_articles: how many articles it holds
 * @n_people: how many people
 * @n_events: how many events
 * @n_quotes: how many quotes
 * @n_reactions: how many reactions
 * @n_claims: how many claims
 * @error: (nullable): why the file cannot be opened, in a sentence
 *
 * What a card says about a story.
 */
typedef struct
{
  char  *title;
  char  *description;
  guint  n_articles;
  guint  n_people;
  guint  n_events;
  guint  n_quotes;
  guint  n_reactions;
  guint  n_claims;
  char  *error;
} DatelineLibrarySummary;

#define DATELINE_TYPE_LIBRARY_SUMMARY (dateline_library_summary_get_type ())
GType dateline_library_summary_get_type (void);

DatelineLibrarySummary       *dateline_library_summary_new           (void);
DatelineLibrarySummary       *dateline_library_summary_copy          (const DatelineLibrarySummary *self);
void                          dateline_library_summary_free          (DatelineLibrarySummary       *self);

DatelineLibraryEntry         *dateline_library_entry_new             (GFile                        *file,
                                                                      gboolean                      elsewhere);
GFile                        *dateline_library_entry_get_file        (DatelineLibraryEntry         *self);
gboolean                      dateline_library_entry_get_elsewhere   (DatelineLibraryEntry         *self);
const char                   *dateline_library_entry_get_title       (DatelineLibraryEntry         *self);
const DatelineLibrarySummary *dateline_library_entry_get_summary     (DatelineLibraryEntry         *self);
void                          dateline_library_entry_set_summary     (DatelineLibraryEntry         *self,
                                                                      const DatelineLibrarySummary *summary);
gint64                        dateline_library_entry_get_opened      (DatelineLibraryEntry         *self);
void                          dateline_library_entry_set_opened      (DatelineLibraryEntry         *self,
                                                                      gint64                        opened);
gint64                        dateline_library_entry_get_modified    (DatelineLibraryEntry         *self);
void                          dateline_library_entry_set_modified    (DatelineLibraryEntry         *self,
                                                                      gint64                        modified);
gboolean                      dateline_library_entry_matches         (DatelineLibraryEntry         *self,
                                                                      const char                   *words);
int                           dateline_library_entry_compare         (DatelineLibraryEntry         *a,
                                                                      DatelineLibraryEntry         *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineLibrarySummary, dateline_library_summary_free)

G_END_DECLS
