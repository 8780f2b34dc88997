/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's stories: those of the library's folder and those opened from elsewhere, the last opened first. What each
 * holds is read in a thread, and what happens in the folder is followed. */
#include "config.h"

#include "dateline-library.h"

#include <glib/gi18n.h>

#include "dateline-library-folder.h"
#include "dateline-library-reader.h"
#include "dateline-library-scan.h"
#include "dateline-trash.h"

/* A change of a file is several, and a story that is edited changes often. */
#define PAUSE_MS 200

/* Cards fill in by so many at a time. */
#define BATCH 8

struct _DatelineLibrary
{
  GObject parent_instance;

  char                  *folder;
  DatelineRecentStories *recent;
  GListStore            *entries;
  GHashTable            *known;   /* GFile to Known */
  GHashTable            *trashed; /* GFile to the GFile that it is in the Trash */
  GFileMonitor          *folder_monitor;
  GFileMonitor          *recent_monitor;
  GCancellable          *cancellable;
  GQueue                 unread; /* of entries */
  guint                  refresh_id;
  gboolean               scanning;
  gboolean               scan_again;
  gboolean               reading;
  gboolean               loading;
};

/* What a file was like when it was last looked at. */
typedef struct
{
  DatelineLibraryEntry *entry;
  gint64                modified; /* in microseconds */
  goffset               size;
  gboolean              present;
} Known;

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void dateline_library_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineLibrary, dateline_library, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dateline_library_list_model_init))

static GType
dateline_library_get_item_type (GListModel *model)
{
  return DATELINE_TYPE_LIBRARY_ENTRY;
}

static guint
dateline_library_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (DATELINE_LIBRARY (model)->entries));
}

static gpointer
dateline_library_get_item (GListModel *model,
                           guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (DATELINE_LIBRARY (model)->entries), position);
}

static void
dateline_library_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dateline_library_get_item_type;
  iface->get_n_items = dateline_library_get_n_items;
  iface->get_item = dateline_library_get_item;
}

static void
known_free (Known *known)
{
  g_object_unref (known->entry);
  g_free (known);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  return dateline_library_entry_compare ((gpointer) a, (gpointer) b);
}

static void
update_loading (DatelineLibrary *self)
{
  gboolean loading = self->scanning || self->reading;

  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GPtrArray *entries = task_data;
  GPtrArray *summaries = g_ptr_array_new_full (entries->len, (GDestroyNotify) dateline_library_summary_free);

  /* Of an entry only what never changes is looked at here. */
  for (guint i = 0; i < entries->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (summaries, dateline_library_reader_read (dateline_library_entry_get_file (g_ptr_array_index (entries, i)),
                                                              cancellable));

  g_task_return_pointer (task, summaries, (GDestroyNotify) g_ptr_array_unref);
}

static void read_next (DatelineLibrary *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  DatelineLibrary *self = DATELINE_LIBRARY (source);
  GPtrArray *entries = g_task_get_task_data (G_TASK (result));
  g_autoptr(GPtrArray) summaries = g_task_propagate_pointer (G_TASK (result), NULL);

  self->reading = FALSE;
  if (summaries == NULL)
    return;

  for (guint i = 0; i < summaries->len; i++)
    dateline_library_entry_set_summary (g_ptr_array_index (entries, i), g_ptr_array_index (summaries, i));
  g_signal_emit (self, signals[SIGNAL_READ], 0);
  read_next (self);
}

static void
read_next (DatelineLibrary *self)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GPtrArray) entries = NULL;

  if (!self->reading && !g_queue_is_empty (&self->unread))
    {
      entries = g_ptr_array_new_with_free_func (g_object_unref);
      while (entries->len < BATCH && !g_queue_is_empty (&self->unread))
        g_ptr_array_add (entries, g_queue_pop_head (&self->unread));

      self->reading = TRUE;
      task = g_task_new (self, self->cancellable, read_cb, NULL);
      g_task_set_source_tag (task, read_next);
      g_task_set_task_data (task, g_steal_pointer (&entries), (GDestroyNotify) g_ptr_array_unref);
      g_task_run_in_thread (task, read_thread);
    }
  update_loading (self);
}

static void
queue_read (DatelineLibrary      *self,
            DatelineLibraryEntry *entry)
{
  if (g_queue_find (&self->unread, entry) == NULL)
    g_queue_push_tail (&self->unread, g_object_ref (entry));
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return dateline_library_entry_compare (*(DatelineLibraryEntry **) a, *(DatelineLibraryEntry **) b);
}

static void
place (DatelineLibrary *self,
       GPtrArray       *placed)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  /* At the start all come at once, so that lists do not begin somewhere in the middle. */
  if (n == 0)
    {
      g_ptr_array_sort (placed, compare_pointers);
      g_list_store_splice (self->entries, 0, 0, placed->pdata, placed->len);
      return;
    }

  for (guint i = 0; i < placed->len; i++)
    {
      DatelineLibraryEntry *entry = g_ptr_array_index (placed, i);
      guint position;

      if (g_list_store_find (self->entries, entry, &position))
        g_list_store_remove (self->entries, position);
      g_list_store_insert_sorted (self->entries, entry, compare_entries, NULL);
    }
}

/* Takes note of a file. Entries that are to be placed are added to @placed. */
static void
take_in (DatelineLibrary            *self,
         const DatelineLibraryFound *found,
         GPtrArray                  *placed)
{
  Known *known = g_hash_table_lookup (self->known, found->file);
  gint64 opened = dateline_recent_stories_get_opened (self->recent, found->file);
  gint64 modified = found->modified / G_USEC_PER_SEC;
  gboolean is_new = known == NULL;
  gboolean moved;

  if (is_new)
    {
      known = g_new0 (Known, 1);
      known->entry = dateline_library_entry_new (found->file, found->elsewhere);
      g_hash_table_insert (self->known, g_object_ref (found->file), known);
    }
  known->present = TRUE;

  moved = dateline_library_entry_get_opened (known->entry) != opened ||
          (opened == 0 && dateline_library_entry_get_modified (known->entry) != modified);
  dateline_library_entry_set_opened (known->entry, opened);
  dateline_library_entry_set_modified (known->entry, modified);
  if (is_new || moved)
    g_ptr_array_add (placed, known->entry);

  if (is_new || known->modified != found->modified || known->size != found->size)
    queue_read (self, known->entry);
  known->modified = found->modified;
  known->size = found->size;
}

static void
drop (DatelineLibrary *self,
      GFile           *file)
{
  const Known *known = g_hash_table_lookup (self->known, file);
  guint position;

  if (known == NULL)
    return;

  if (g_list_store_find (self->entries, known->entry, &position))
    g_list_store_remove (self->entries, position);
  if (g_queue_remove (&self->unread, known->entry))
    g_object_unref (known->entry);
  g_hash_table_remove (self->known, file);
}

static void
drop_absent (DatelineLibrary *self)
{
  g_autoptr(GPtrArray) absent = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  GFile *file;
  const Known *known;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, (gpointer *) &file, (gpointer *) &known))
    if (!known->present)
      g_ptr_array_add (absent, g_object_ref (file));
  for (guint i = 0; i < absent->len; i++)
    drop (self, g_ptr_array_index (absent, i));
}

static void
scan_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DatelineLibrary) self = DATELINE_LIBRARY (user_data);
  g_autoptr(GPtrArray) found = dateline_library_scan_finish (result, NULL);
  g_autoptr(GPtrArray) placed = g_ptr_array_new ();
  GHashTableIter iter;
  Known *known;

  self->scanning = FALSE;
  if (found == NULL)
    return;

  /* What was looked at may be out of date, as when a file was trashed meanwhile. */
  if (self->scan_again)
    {
      dateline_library_refresh (self);
      return;
    }

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &known))
    known->present = FALSE;
  for (guint i = 0; i < found->len; i++)
    take_in (self, g_ptr_array_index (found, i), placed);
  drop_absent (self);
  place (self, placed);
  read_next (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  DatelineLibrary *self = DATELINE_LIBRARY (user_data);

  self->refresh_id = 0;
  dateline_library_refresh (self);

  return G_SOURCE_REMOVE;
}

static void
queue_refresh (DatelineLibrary *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_timeout_add (PAUSE_MS, refresh_cb, self);
}

static void
folder_changed_cb (DatelineLibrary   *self,
                   GFile             *file,
                   GFile             *other,
                   GFileMonitorEvent  event)
{
  /* Not the journals of stories that are being edited. */
  if (dateline_library_folder_is_story (file) || (other != NULL && dateline_library_folder_is_story (other)))
    queue_refresh (self);
}

static void
entries_changed_cb (DatelineLibrary *self,
                    guint            position,
                    guint            removed,
                    guint            added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
follow (DatelineLibrary *self)
{
  g_autoptr(GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr(GFile) recent = g_file_new_for_path (dateline_recent_stories_get_path (self->recent));

  /* What is not there cannot be followed well. */
  g_mkdir_with_parents (self->folder, 0700);
  self->folder_monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->folder_monitor != NULL)
    g_signal_connect_object (self->folder_monitor, "changed", G_CALLBACK (folder_changed_cb), self, G_CONNECT_SWAPPED);
  self->recent_monitor = g_file_monitor_file (recent, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->recent_monitor != NULL)
    g_signal_connect_object (self->recent_monitor, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
}

static void
dateline_library_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DatelineLibrary *self = DATELINE_LIBRARY (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_library_dispose (GObject *object)
{
  DatelineLibrary *self = DATELINE_LIBRARY (object);

  dateline_library_stop (self);

  G_OBJECT_CLASS (dateline_library_parent_class)->dispose (object);
}

static void
dateline_library_finalize (GObject *object)
{
  DatelineLibrary *self = DATELINE_LIBRARY (object);

  g_free (self->folder);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->recent);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->trashed, g_hash_table_unref);

  G_OBJECT_CLASS (dateline_library_parent_class)->finalize (object);
}

static void
dateline_library_class_init (DatelineLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_library_dispose;
  object_class->finalize = dateline_library_finalize;
  object_class->get_property = dateline_library_get_property;

  /**
   * DatelineLibrary:loading:
   *
   * Whether the folder is being looked through, or stories are being read.
   */
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DatelineLibrary::read:
   * @self: a `DatelineLibrary`
   *
   * More is known of some stories: who filters them has to look again.
   */
  signals[SIGNAL_READ] =
    g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dateline_library_init (DatelineLibrary *self)
{
  self->cancellable = g_cancellable_new ();
  self->entries = g_list_store_new (DATELINE_TYPE_LIBRARY_ENTRY);
  self->known = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, (GDestroyNotify) known_free);
  self->trashed = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, g_object_unref);
  g_queue_init (&self->unread);
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (entries_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_library_new:
 * @folder: the path of the folder where the stories are kept; it is made if need be
 * @recent: which stories the reader opened
 *
 * Creates a library, which looks for its stories at once.
 *
 * Returns: (transfer full): a new library
 */
DatelineLibrary *
dateline_library_new (const char            *folder,
                      DatelineRecentStories *recent)
{
  DatelineLibrary *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_RECENT_STORIES (recent), NULL);

  self = g_object_new (DATELINE_TYPE_LIBRARY, NULL);
  self->folder = g_strdup (folder);
  self->recent = g_object_ref (recent);
  follow (self);
  dateline_library_refresh (self);

  return self;
}

/**
 * dateline_library_find:
 * @self: a `DatelineLibrary`
 * @file: a file
 *
 * What is known of a story.
 *
 * Returns: (transfer none) (nullable): its entry
 */
DatelineLibraryEntry *
dateline_library_find (DatelineLibrary *self,
                       GFile           *file)
{
  const Known *known;

  g_return_val_if_fail (DATELINE_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  known = g_hash_table_lookup (self->known, file);

  return known != NULL ? known->entry : NULL;
}

/**
 * dateline_library_read:
 * @self: a `DatelineLibrary`
 * @entry: a story that need not belong to the library
 *
 * Finds out what a story holds, in a thread.
 */
void
dateline_library_read (DatelineLibrary      *self,
                       DatelineLibraryEntry *entry)
{
  g_return_if_fail (DATELINE_IS_LIBRARY (self));
  g_return_if_fail (DATELINE_IS_LIBRARY_ENTRY (entry));

  queue_read (self, entry);
  read_next (self);
}

/**
 * dateline_library_get_loading:
 * @self: a `DatelineLibrary`
 *
 * Whether there is more to come.
 *
 * Returns: %TRUE while the folder is looked through or stories are read
 */
gboolean
dateline_library_get_loading (DatelineLibrary *self)
{
  g_return_val_if_fail (DATELINE_IS_LIBRARY (self), FALSE);

  return self->loading;
}

/**
 * dateline_library_refresh:
 * @self: a `DatelineLibrary`
 *
 * Looks through the folder again, and at the stories elsewhere, which nobody watches.
 */
void
dateline_library_refresh (DatelineLibrary *self)
{
  g_autoptr(GPtrArray) files = NULL;

  g_return_if_fail (DATELINE_IS_LIBRARY (self));

  self->scan_again = self->scanning;
  if (self->scanning)
    return;

  dateline_recent_stories_load (self->recent);
  files = dateline_recent_stories_dup_files (self->recent);
  self->scanning = TRUE;
  update_loading (self);
  dateline_library_scan_async (self->folder, files, self->cancellable, scan_cb, g_object_ref (self));
}

/**
 * dateline_library_stop:
 * @self: a `DatelineLibrary`
 *
 * Lets go of the folder, and reads no further. A thread that is under way holds the library a little longer.
 */
void
dateline_library_stop (DatelineLibrary *self)
{
  g_return_if_fail (DATELINE_IS_LIBRARY (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->folder_monitor);
  g_clear_object (&self->recent_monitor);
  g_queue_clear_full (&self->unread, g_object_unref);
}

/**
 * dateline_library_trash:
 * @self: a `DatelineLibrary`
 * @file: a story
 * @error: return location for an error
 *
 * Moves a story to the Trash. Where there is none it stays where it is.
 *
 * Returns: %TRUE if the story is in the Trash
 */
gboolean
dateline_library_trash (DatelineLibrary  *self,
                        GFile            *file,
                        GError          **error)
{
  g_autoptr(GFile) trashed = NULL;

  g_return_val_if_fail (DATELINE_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!dateline_library_reader_settle (file, error) || !dateline_trash_move (file, &trashed, error))
    return FALSE;

  if (trashed != NULL)
    g_hash_table_insert (self->trashed, g_object_ref (file), g_steal_pointer (&trashed));
  drop (self, file);
  dateline_library_refresh (self);

  return TRUE;
}

/**
 * dateline_library_restore:
 * @self: a `DatelineLibrary`
 * @file: where a story was before it was moved to the Trash
 * @error: return location for an error
 *
 * Moves a story back from the Trash. When its name is taken by now, it gets another.
 *
 * Returns: %TRUE if the story is back
 */
gboolean
dateline_library_restore (DatelineLibrary  *self,
                          GFile            *file,
                          GError          **error)
{
  GFile *trashed;

  g_return_val_if_fail (DATELINE_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  trashed = g_hash_table_lookup (self->trashed, file);
  if (trashed == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("Where the story is in the Trash is not known. The file manager can restore it."));
      return FALSE;
    }
  if (!dateline_trash_restore (trashed, file, error))
    return FALSE;

  g_hash_table_remove (self->trashed, file);
  dateline_library_refresh (self);

  return TRUE;
}

/**
 * dateline_library_forget:
 * @self: a `DatelineLibrary`
 * @file: a story that is kept elsewhere
 *
 * Takes a story off the list; its file stays.
 */
void
dateline_library_forget (DatelineLibrary *self,
                         GFile           *file)
{
  g_return_if_fail (DATELINE_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));

  dateline_recent_stories_remove (self->recent, file);
  drop (self, file);
  dateline_library_refresh (self);
}

/**
 * dateline_library_remember:
 * @self: a `DatelineLibrary`
 * @file: a story
 * @opened: when it was last opened, in seconds since 1970
 *
 * Puts a story back on the list.
 */
void
dateline_library_remember (DatelineLibrary *self,
                           GFile           *file,
                           gint64           opened)
{
  g_return_if_fail (DATELINE_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));

  dateline_recent_stories_add (self->recent, file, opened);
  dateline_library_refresh (self);
}
