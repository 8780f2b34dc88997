/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done to a story in one go: a list of operations with the name that Undo shows. */
#include "config.h"

#include "dateline-edit-private.h"

/* 36 to the power of 10: two copies of a story hardly ever draw the same. */
#define ID_LENGTH 10

struct _DatelineEdit
{
  GObject parent_instance;

  char      *name;
  char      *merge_key;
  GArray    *operations;
  GPtrArray *removed;
  GPtrArray *lost;
  gboolean   is_effective;
};

G_DEFINE_FINAL_TYPE (DatelineEdit, dateline_edit, G_TYPE_OBJECT)

static void
clear_operation (gpointer data)
{
  DatelineOperation *operation = data;

  g_free (operation->id);
  g_free (operation->before_id);
  g_clear_object (&operation->draft);
  g_clear_object (&operation->base);
  g_clear_object (&operation->story);
  g_free (operation->title);
  g_free (operation->description);
  g_free (operation->language);
  g_free (operation->note);
  g_clear_pointer (&operation->clippings, g_ptr_array_unref);
  g_clear_pointer (&operation->base_clippings, g_ptr_array_unref);
}

static void
free_lost (gpointer data)
{
  DatelineLostPassage *lost = data;

  g_object_unref (lost->item);
  g_free (lost->words);
  g_free (lost);
}

static DatelineOperation *
append (DatelineEdit          *self,
        DatelineOperationKind  kind)
{
  g_array_set_size (self->operations, self->operations->len + 1);
  g_array_index (self->operations, DatelineOperation, self->operations->len - 1).kind = kind;

  return &g_array_index (self->operations, DatelineOperation, self->operations->len - 1);
}

static void
dateline_edit_finalize (GObject *object)
{
  DatelineEdit *self = DATELINE_EDIT (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->merge_key, g_free);
  g_clear_pointer (&self->operations, g_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->lost, g_ptr_array_unref);

  G_OBJECT_CLASS (dateline_edit_parent_class)->finalize (object);
}

static void
dateline_edit_class_init (DatelineEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_edit_finalize;
}

static void
dateline_edit_init (DatelineEdit *self)
{
  self->operations = g_array_new (FALSE, TRUE, sizeof (DatelineOperation));
  g_array_set_clear_func (self->operations, clear_operation);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->lost = g_ptr_array_new_with_free_func (free_lost);
}

/**
 * dateline_edit_new:
 * @name: what is done, translated and in header capitalisation, such as "Delete Event"
 *
 * Creates an edit that does nothing yet. Its operations are carried out in the order in which they are added, but that
 * new texts come last; all or none.
 *
 * Returns: (transfer full): a new edit
 */
DatelineEdit *
dateline_edit_new (const char *name)
{
  DatelineEdit *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_EDIT, NULL);
  self->name = g_strdup (name);

  return self;
}

/**
 * dateline_edit_get_name:
 * @self: a `DatelineEdit`
 *
 * What is done.
 *
 * Returns: the name
 */
const char *
dateline_edit_get_name (DatelineEdit *self)
{
  g_return_val_if_fail (DATELINE_IS_EDIT (self), "");

  return self->name;
}

/**
 * dateline_edit_get_merge_key:
 * @self: a `DatelineEdit`
 *
 * What the edit has in common with those that are undone together with it.
 *
 * Returns: (nullable): the key, or %NULL
 */
const char *
dateline_edit_get_merge_key (DatelineEdit *self)
{
  g_return_val_if_fail (DATELINE_IS_EDIT (self), NULL);

  return self->merge_key;
}

/**
 * dateline_edit_set_merge_key:
 * @self: a `DatelineEdit`
 * @key: (nullable): for instance the id of an item and the name of a field
 *
 * Lets the edit be undone together with the one before it, if that has the same key: typing a title is one step.
 */
void
dateline_edit_set_merge_key (DatelineEdit *self,
                             const char   *key)
{
  char *copy;

  g_return_if_fail (DATELINE_IS_EDIT (self));

  copy = g_strdup (key);
  g_free (self->merge_key);
  self->merge_key = copy;
}

/**
 * dateline_edit_put:
 * @self: a `DatelineEdit`
 * @draft: how an item is to be
 * @base: (nullable): the copy that the draft started from, or %NULL for a new item
 *
 * Adds or changes an item. A new one comes last of its kind. Otherwise only those fields are written that differ
 * between @draft and @base; if one of them is not as in @base any more, the edit is a conflict.
 */
void
dateline_edit_put (DatelineEdit *self,
                   DatelineItem *draft,
                   DatelineItem *base)
{
  DatelineOperation *operation;

  g_return_if_fail (DATELINE_IS_EDIT (self));
  g_return_if_fail (DATELINE_IS_ITEM (draft));
  g_return_if_fail (base == NULL || DATELINE_IS_ITEM (base));
  g_return_if_fail (base == NULL || g_str_equal (dateline_item_get_id (draft), dateline_item_get_id (base)));
  g_return_if_fail (draft != base);

  operation = append (self, DATELINE_OPERATION_PUT);
  operation->draft = g_object_ref (draft);
  g_set_object (&operation->base, base);
}

/**
 * dateline_edit_remove:
 * @self: a `DatelineEdit`
 * @id: the id of an item
 *
 * Removes an item with what cannot stand without it; see dateline_story_file_dup_dependents(). An item that is gone
 * already is no conflict.
 */
void
dateline_edit_remove (DatelineEdit *self,
                      const char   *id)
{
  g_return_if_fail (DATELINE_IS_EDIT (self));
  g_return_if_fail (id != NULL);

  append (self, DATELINE_OPERATION_REMOVE)->id = g_strdup (id);
}

/**
 * dateline_edit_move:
 * @self: a `DatelineEdit`
 * @id: the id of an item
 * @before_id: (nullable): the id of another item of its kind, or %NULL for the end
 *
 * Moves an item to another place in the list of its kind.
 */
void
dateline_edit_move (DatelineEdit *self,
                    const char   *id,
                    const char   *before_id)
{
  DatelineOperation *operation;

  g_return_if_fail (DATELINE_IS_EDIT (self));
  g_return_if_fail (id != NULL);

  operation = append (self, DATELINE_OPERATION_MOVE);
  operation->id = g_strdup (id);
  operation->before_id = g_strdup (before_id);
}

/**
 * dateline_edit_set_details:
 * @self: a `DatelineEdit`
 * @base: the story as the reader saw it
 * @title: (nullable): what it is called
 * @description: (nullable): what it is about
 * @language: (nullable): the language of the two, as a BCP 47 tag
 * @note: (nullable): the reader's note
 *
 * Changes what the story says of itself. What is %NULL stays.
 */
void
dateline_edit_set_details (DatelineEdit  *self,
                           DatelineStory *base,
                           const char    *title,
                           const char    *description,
                           const char    *language,
                           const char    *note)
{
  DatelineOperation *operation;

  g_return_if_fail (DATELINE_IS_EDIT (self));
  g_return_if_fail (DATELINE_IS_STORY (base));

  operation = append (self, DATELINE_OPERATION_DETAILS);
  operation->story = dateline_story_new (dateline_story_get_id (base), dateline_story_get_title (base),
                                         dateline_story_get_description (base), dateline_story_get_language (base));
  g_object_set (operation->story, "note", dateline_story_get_note (base), NULL);
  operation->title = g_strdup (title);
  operation->description = g_strdup (description);
  operation->language = g_strdup (language);
  operation->note = g_strdup (note);
}

/**
 * dateline_edit_replace_text:
 * @self: a `DatelineEdit`
 * @article: an article as the reader saw it
 * @kinds: (array) (nullable): the kinds of the new blocks; %NULL if there are none
 * @texts: (array zero-terminated=1): the texts of the new blocks, as many; line breaks within them become spaces
 *
 * Replaces the text of an article. Passages go where their words stand now, judged by what comes before and after; in
 * a sentence a few words may have been corrected. Those that find no place go, see dateline_edit_get_lost().
 */
void
dateline_edit_replace_text (DatelineEdit            *self,
                            DatelineArticle         *article,
                            const DatelineBlockKind *kinds,
                            const char * const      *texts)
{
  g_autoptr(GPtrArray) blocks = NULL;
  DatelineOperation *operation;

  g_return_if_fail (DATELINE_IS_EDIT (self));
  g_return_if_fail (DATELINE_IS_ARTICLE (article));
  g_return_if_fail (texts != NULL);
  g_return_if_fail (kinds != NULL || *texts == NULL);

  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_text_block_free);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *text = g_utf8_make_valid (texts[i], -1);

      g_ptr_array_add (blocks, dateline_text_block_new (kinds[i], g_strdelimit (text, "\n\r", ' ')));
    }

  operation = append (self, DATELINE_OPERATION_TEXT);
  operation->base = dateline_item_copy (DATELINE_ITEM (article));
  operation->draft = dateline_item_copy (DATELINE_ITEM (article));
  dateline_article_set_blocks (DATELINE_ARTICLE (operation->draft), blocks);
}

/**
 * dateline_edit_set_clippings:
 * @self: a `DatelineEdit`
 * @base: (element-type DatelineKeptClipping): the clippings that the reader saw
 * @clippings: (element-type DatelineKeptClipping): how they are to be
 *
 * Changes the clippings. Those that are in the file and not in @base stay.
 */
void
dateline_edit_set_clippings (DatelineEdit *self,
                             GPtrArray    *base,
                             GPtrArray    *clippings)
{
  DatelineOperation *operation;

  g_return_if_fail (DATELINE_IS_EDIT (self));
  g_return_if_fail (base != NULL);
  g_return_if_fail (clippings != NULL);

  operation = append (self, DATELINE_OPERATION_CLIPPINGS);
  operation->clippings = g_ptr_array_ref (clippings);
  operation->base_clippings = g_ptr_array_ref (base);
}

/**
 * dateline_edit_get_removed:
 * @self: a `DatelineEdit`
 *
 * After the edit was applied: the items that went, with those that could not stand without them.
 *
 * Returns: (transfer none) (element-type DatelineItem): the items
 */
GPtrArray *
dateline_edit_get_removed (DatelineEdit *self)
{
  g_return_val_if_fail (DATELINE_IS_EDIT (self), NULL);

  return self->removed;
}

/**
 * dateline_edit_get_is_effective:
 * @self: a `DatelineEdit`
 *
 * Whether something was different after the edit was carried out last. Otherwise there is nothing of it to undo.
 *
 * Returns: %FALSE also if it was not carried out yet, or could not be
 */
gboolean
dateline_edit_get_is_effective (DatelineEdit *self)
{
  g_return_val_if_fail (DATELINE_IS_EDIT (self), FALSE);

  return self->is_effective;
}

/**
 * dateline_edit_get_lost:
 * @self: a `DatelineEdit`
 *
 * After the edit was applied: the passages that found no place in a new text. Undo brings them back.
 *
 * Returns: (transfer none) (element-type DatelineLostPassage): the passages
 */
GPtrArray *
dateline_edit_get_lost (DatelineEdit *self)
{
  g_return_val_if_fail (DATELINE_IS_EDIT (self), NULL);

  return self->lost;
}

/**
 * dateline_edit_dup_new_id:
 * @kind: what sort of item it is for
 *
 * Draws an id for a new item.
 *
 * Returns: (transfer full): an id such as "event-k3f9x2m7ab"
 */
char *
dateline_edit_dup_new_id (DatelineItemKind kind)
{
  static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  g_autoptr(GEnumClass) klass = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);
  GEnumValue *value = g_enum_get_value (klass, (int) kind);
  GString *id;

  g_return_val_if_fail (value != NULL, NULL);

  id = g_string_new (value->value_nick);
  g_string_append_c (id, '-');
  for (guint i = 0; i < ID_LENGTH; i++)
    g_string_append_c (id, letters[g_random_int_range (0, sizeof letters - 1)]);

  return g_string_free (id, FALSE);
}

/* How many operations there are. */
guint
_dateline_edit_get_n_operations (DatelineEdit *self)
{
  g_return_val_if_fail (DATELINE_IS_EDIT (self), 0);

  return self->operations->len;
}

/* One of them. */
const DatelineOperation *
_dateline_edit_get_operation (DatelineEdit *self,
                              guint         index)
{
  g_return_val_if_fail (DATELINE_IS_EDIT (self), NULL);
  g_return_val_if_fail (index < self->operations->len, NULL);

  return &g_array_index (self->operations, DatelineOperation, index);
}

/* Forgets what an earlier attempt found out. */
void
_dateline_edit_clear_results (DatelineEdit *self)
{
  g_return_if_fail (DATELINE_IS_EDIT (self));

  g_ptr_array_set_size (self->removed, 0);
  g_ptr_array_set_size (self->lost, 0);
  self->is_effective = FALSE;
}

/* Remembers that it changed something. */
void
_dateline_edit_set_effective (DatelineEdit *self)
{
  g_return_if_fail (DATELINE_IS_EDIT (self));

  self->is_effective = TRUE;
}

/* Remembers an item that goes. */
void
_dateline_edit_add_removed (DatelineEdit *self,
                            DatelineItem *item)
{
  g_return_if_fail (DATELINE_IS_EDIT (self));
  g_return_if_fail (DATELINE_IS_ITEM (item));

  g_ptr_array_add (self->removed, g_object_ref (item));
}

/* Remembers a passage that goes. */
void
_dateline_edit_add_lost (DatelineEdit *self,
                         DatelineItem *item,
                         const char   *words)
{
  DatelineLostPassage *lost;

  g_return_if_fail (DATELINE_IS_EDIT (self));
  g_return_if_fail (DATELINE_IS_ITEM (item));
  g_return_if_fail (words != NULL);

  lost = g_new0 (DatelineLostPassage, 1);
  lost->item = g_object_ref (item);
  lost->words = g_strdup (words);
  g_ptr_array_add (self->lost, lost);
}
