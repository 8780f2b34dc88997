/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One story of the library: its file, and what is known of it without opening it. */
#include "config.h"

#include "dateline-library-entry.h"

#include <string.h>

#include "dateline-text.h"

struct _DatelineLibraryEntry
{
  GObject parent_instance;

  GFile                  *file;
  char                   *name; /* what the file is called, without its suffix */
  DatelineLibrarySummary *summary;
  gint64                  opened;
  gint64                  modified;
  gboolean                elsewhere;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_ELSEWHERE,
  PROP_TITLE,
  PROP_SUMMARY,
  PROP_OPENED,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_BOXED_TYPE (DatelineLibrarySummary, dateline_library_summary, dateline_library_summary_copy, dateline_library_summary_free)
G_DEFINE_FINAL_TYPE (DatelineLibraryEntry, dateline_library_entry, G_TYPE_OBJECT)

/**
 * dateline_library_summary_new:
 *
 * Creates a summary that says nothing.
 *
 * Returns: (transfer full): a new summary
 */
DatelineLibrarySummary *
dateline_library_summary_new (void)
{
  return g_new0 (DatelineLibrarySummary, 1);
}

/**
 * dateline_library_summary_copy:
 * @self: a `DatelineLibrarySummary`
 *
 * Copies a summary.
 *
 * Returns: (transfer full): a copy
 */
DatelineLibrarySummary *
dateline_library_summary_copy (const DatelineLibrarySummary *self)
{
  DatelineLibrarySummary *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dateline_library_summary_new ();
  *copy = *self;
  copy->title = g_strdup (self->title);
  copy->description = g_strdup (self->description);
  copy->error = g_strdup (self->error);

  return copy;
}

/**
 * dateline_library_summary_free:
 * @self: (transfer full): a `DatelineLibrarySummary`
 *
 * Frees a summary.
 */
void
dateline_library_summary_free (DatelineLibrarySummary *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->description);
  g_free (self->error);
  g_free (self);
}

static gboolean
summaries_are_equal (const DatelineLibrarySummary *a,
                     const DatelineLibrarySummary *b)
{
  return g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->description, b->description) == 0 &&
         g_strcmp0 (a->error, b->error) == 0 &&
         a->n_articles == b->n_articles && a->n_people == b->n_people && a->n_events == b->n_events &&
         a->n_quotes == b->n_quotes && a->n_reactions == b->n_reactions && a->n_claims == b->n_claims;
}

static void
dateline_library_entry_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  DatelineLibraryEntry *self = DATELINE_LIBRARY_ENTRY (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_ELSEWHERE:
      g_value_set_boolean (value, self->elsewhere);
      break;
    case PROP_TITLE:
      g_value_set_string (value, dateline_library_entry_get_title (self));
      break;
    case PROP_SUMMARY:
      g_value_set_boxed (value, self->summary);
      break;
    case PROP_OPENED:
      g_value_set_int64 (value, self->opened);
      break;
    case PROP_MODIFIED:
      g_value_set_int64 (value, self->modified);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_library_entry_finalize (GObject *object)
{
  DatelineLibraryEntry *self = DATELINE_LIBRARY_ENTRY (object);

  g_clear_object (&self->file);
  g_free (self->name);
  g_clear_pointer (&self->summary, dateline_library_summary_free);

  G_OBJECT_CLASS (dateline_library_entry_parent_class)->finalize (object);
}

static void
dateline_library_entry_class_init (DatelineLibraryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_library_entry_finalize;
  object_class->get_property = dateline_library_entry_get_property;

  /**
   * DatelineLibraryEntry:file:
   *
   * Where the story is kept.
   */
  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineLibraryEntry:elsewhere:
   *
   * Whether the story was opened from elsewhere, rather than kept in the library.
   */
  properties[PROP_ELSEWHERE] =
    g_param_spec_boolean ("elsewhere", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineLibraryEntry:title:
   *
   * What the story is called; the name of the file until more is known.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineLibraryEntry:summary:
   *
   * What the file holds; %NULL until it was read.
   */
  properties[PROP_SUMMARY] =
    g_param_spec_boxed ("summary", NULL, NULL, DATELINE_TYPE_LIBRARY_SUMMARY,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineLibraryEntry:opened:
   *
   * When it was last opened, in seconds since 1970; 0 if never.
   */
  properties[PROP_OPENED] =
    g_param_spec_int64 ("opened", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineLibraryEntry:modified:
   *
   * When its file was last changed, in seconds since 1970.
   */
  properties[PROP_MODIFIED] =
    g_param_spec_int64 ("modified", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_library_entry_init (DatelineLibraryEntry *self)
{
}

static char *
dup_name (GFile *file)
{
  static const char * const suffixes[] = { ".dateline.json", ".dateline", ".json" };
  g_autofree char *base = g_file_get_basename (file);
  char *name = g_filename_display_name (base);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]) && !g_str_equal (name, suffixes[i]))
      {
        name[strlen (name) - strlen (suffixes[i])] = '\0';
        break;
      }

  return name;
}

/**
 * dateline_library_entry_new:
 * @file: where the story is kept
 * @elsewhere: whether that is outside the library
 *
 * Creates an entry.
 *
 * Returns: (transfer full): a new entry
 */
DatelineLibraryEntry *
dateline_library_entry_new (GFile    *file,
                            gboolean  elsewhere)
{
  DatelineLibraryEntry *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (DATELINE_TYPE_LIBRARY_ENTRY, NULL);
  self->file = g_object_ref (file);
  self->name = dup_name (file);
  self->elsewhere = elsewhere;

  return self;
}

/**
 * dateline_library_entry_get_file:
 * @self: a `DatelineLibraryEntry`
 *
 * Where the story is kept.
 *
 * Returns: (transfer none): the file
 */
GFile *
dateline_library_entry_get_file (DatelineLibraryEntry *self)
{
  g_return_val_if_fail (DATELINE_IS_LIBRARY_ENTRY (self), NULL);

  return self->file;
}

/**
 * dateline_library_entry_get_elsewhere:
 * @self: a `DatelineLibraryEntry`
 *
 * Whether the story is kept outside the library.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_library_entry_get_elsewhere (DatelineLibraryEntry *self)
{
  g_return_val_if_fail (DATELINE_IS_LIBRARY_ENTRY (self), FALSE);

  return self->elsewhere;
}

/**
 * dateline_library_entry_get_title:
 * @self: a `DatelineLibraryEntry`
 *
 * What to call the story.
 *
 * Returns: the title, or the name of the file if the title is not known
 */
const char *
dateline_library_entry_get_title (DatelineLibraryEntry *self)
{
  g_return_val_if_fail (DATELINE_IS_LIBRARY_ENTRY (self), NULL);

  return self->summary != NULL && self->summary->title != NULL ? self->summary->title : self->name;
}

/**
 * dateline_library_entry_get_summary:
 * @self: a `DatelineLibraryEntry`
 *
 * What the file holds.
 *
 * Returns: (nullable): the summary; %NULL until the file was read
 */
const DatelineLibrarySummary *
dateline_library_entry_get_summary (DatelineLibraryEntry *self)
{
  g_return_val_if_fail (DATELINE_IS_LIBRARY_ENTRY (self), NULL);

  return self->summary;
}

/**
 * dateline_library_entry_set_summary:
 * @self: a `DatelineLibraryEntry`
 * @summary: what the file holds
 *
 * Tells the entry what was read.
 */
void
dateline_library_entry_set_summary (DatelineLibraryEntry         *self,
                                    const DatelineLibrarySummary *summary)
{
  g_return_if_fail (DATELINE_IS_LIBRARY_ENTRY (self));
  g_return_if_fail (summary != NULL);

  if (self->summary != NULL && summaries_are_equal (self->summary, summary))
    return;

  g_clear_pointer (&self->summary, dateline_library_summary_free);
  self->summary = dateline_library_summary_copy (summary);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * dateline_library_entry_get_opened:
 * @self: a `DatelineLibraryEntry`
 *
 * When the story was last opened.
 *
 * Returns: seconds since 1970; 0 if never
 */
gint64
dateline_library_entry_get_opened (DatelineLibraryEntry *self)
{
  g_return_val_if_fail (DATELINE_IS_LIBRARY_ENTRY (self), 0);

  return self->opened;
}

/**
 * dateline_library_entry_set_opened:
 * @self: a `DatelineLibraryEntry`
 * @opened: seconds since 1970; 0 for never
 *
 * Sets when the story was last opened.
 */
void
dateline_library_entry_set_opened (DatelineLibraryEntry *self,
                                   gint64                opened)
{
  g_return_if_fail (DATELINE_IS_LIBRARY_ENTRY (self));

  if (self->opened == opened)
    return;

  self->opened = opened;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPENED]);
}

/**
 * dateline_library_entry_get_modified:
 * @self: a `DatelineLibraryEntry`
 *
 * When the file was last changed.
 *
 * Returns: seconds since 1970
 */
gint64
dateline_library_entry_get_modified (DatelineLibraryEntry *self)
{
  g_return_val_if_fail (DATELINE_IS_LIBRARY_ENTRY (self), 0);

  return self->modified;
}

/**
 * dateline_library_entry_set_modified:
 * @self: a `DatelineLibraryEntry`
 * @modified: seconds since 1970
 *
 * Sets when the file was last changed.
 */
void
dateline_library_entry_set_modified (DatelineLibraryEntry *self,
                                     gint64                modified)
{
  g_return_if_fail (DATELINE_IS_LIBRARY_ENTRY (self));

  if (self->modified == modified)
    return;

  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/**
 * dateline_library_entry_matches:
 * @self: a `DatelineLibraryEntry`
 * @words: what the reader looks for
 *
 * Whether a story is what the reader looks for: by title, description or name of the file.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_library_entry_matches (DatelineLibraryEntry *self,
                                const char           *words)
{
  const char *description;
  g_autofree char *text = NULL;

  g_return_val_if_fail (DATELINE_IS_LIBRARY_ENTRY (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  description = self->summary != NULL ? self->summary->description : NULL;
  text = g_strdup_printf ("%s\n%s\n%s", dateline_library_entry_get_title (self), self->name,
                          description != NULL ? description : "");

  return dateline_text_matches (text, words);
}

/**
 * dateline_library_entry_compare:
 * @a: a `DatelineLibraryEntry`
 * @b: a `DatelineLibraryEntry`
 *
 * The order of the library: what was last opened first. What was never opened counts from when it was written.
 *
 * Returns: less than 0 if @a stands first, more than 0 if @b does
 */
int
dateline_library_entry_compare (DatelineLibraryEntry *a,
                                DatelineLibraryEntry *b)
{
  gint64 a_time;
  gint64 b_time;

  g_return_val_if_fail (DATELINE_IS_LIBRARY_ENTRY (a), 0);
  g_return_val_if_fail (DATELINE_IS_LIBRARY_ENTRY (b), 0);

  a_time = a->opened != 0 ? a->opened : a->modified;
  b_time = b->opened != 0 ? b->opened : b->modified;
  if (a_time != b_time)
    return a_time > b_time ? -1 : 1;

  return g_utf8_collate (a->name, b->name);
}
