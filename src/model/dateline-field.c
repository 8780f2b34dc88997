/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets the fields of items, and tells whether that changed anything: who is told of a change that is none loops. */
#include "config.h"

#include "dateline-field.h"

/* Most texts of most items are empty. A million items need not have a million copies of nothing. */
static char no_text[] = "";
static char *no_texts[] = { NULL };

/**
 * dateline_field_set_string:
 * @field: (inout): the field
 * @value: holds a string; %NULL stands for an empty one
 *
 * Sets a text.
 *
 * Returns: %TRUE if it is another text now
 */
gboolean
dateline_field_set_string (char         **field,
                           const GValue  *value)
{
  const char *text = g_value_get_string (value);

  if (text == NULL)
    text = no_text;
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;

  dateline_field_free_string (*field);
  *field = *text != '\0' ? g_strdup (text) : no_text;

  return TRUE;
}

/**
 * dateline_field_free_string:
 * @field: (nullable) (transfer full): what dateline_field_set_string() set
 *
 * Frees a text.
 */
void
dateline_field_free_string (char *field)
{
  if (field != no_text)
    g_free (field);
}

/**
 * dateline_field_set_strings:
 * @field: (inout): the field
 * @value: holds a %NULL-terminated array of strings; %NULL stands for an empty one
 *
 * Sets a list of texts.
 *
 * Returns: %TRUE if it is another list now
 */
gboolean
dateline_field_set_strings (GStrv        *field,
                            const GValue *value)
{
  const char *const *texts = g_value_get_boxed (value);

  if (texts == NULL)
    texts = (const char *const *) no_texts;
  if (*field != NULL && g_strv_equal ((const char *const *) *field, texts))
    return FALSE;

  dateline_field_free_strings (*field);
  *field = texts[0] != NULL ? g_strdupv ((char **) texts) : no_texts;

  return TRUE;
}

/**
 * dateline_field_free_strings:
 * @field: (nullable) (transfer full): what dateline_field_set_strings() set
 *
 * Frees a list of texts.
 */
void
dateline_field_free_strings (GStrv field)
{
  if (field != no_texts)
    g_strfreev (field);
}

/**
 * dateline_field_set_date:
 * @field: (inout): the field
 * @value: holds a `DatelineDate`, or %NULL
 *
 * Sets a date. Dates are the same if they are written the same.
 *
 * Returns: %TRUE if it is another date now
 */
gboolean
dateline_field_set_date (DatelineDate **field,
                         const GValue  *value)
{
  DatelineDate *date = g_value_get_boxed (value);

  if (*field == date ||
      (*field != NULL && date != NULL && g_str_equal (dateline_date_get_edtf (*field), dateline_date_get_edtf (date))))
    return FALSE;

  g_clear_pointer (field, dateline_date_unref);
  *field = date != NULL ? dateline_date_ref (date) : NULL;

  return TRUE;
}

static gboolean
is_same (GListModel *model,
         guint       position,
         gpointer    item,
         GEqualFunc  is_equal)
{
  g_autoptr(GObject) present = g_list_model_get_item (model, position);

  return is_equal (present, item);
}

/**
 * dateline_field_set_list:
 * @field: the list
 * @items: (nullable) (element-type GObject): what it shall hold; %NULL stands for nothing
 * @is_equal: (scope call): whether one object may stay in place of another
 *
 * Makes a list hold other objects. What is equal at both ends stays, and the rest is replaced at a stroke.
 *
 * Returns: %TRUE if the list was changed
 */
gboolean
dateline_field_set_list (GListStore *field,
                         GPtrArray  *items,
                         GEqualFunc  is_equal)
{
  GListModel *model = G_LIST_MODEL (field);
  guint n_present = g_list_model_get_n_items (model);
  guint n = items != NULL ? items->len : 0;
  guint n_shared = MIN (n_present, n);
  guint n_before = 0;
  guint n_after = 0;

  while (n_before < n_shared && is_same (model, n_before, g_ptr_array_index (items, n_before), is_equal))
    n_before++;
  while (n_after < n_shared - n_before &&
         is_same (model, n_present - 1 - n_after, g_ptr_array_index (items, n - 1 - n_after), is_equal))
    n_after++;
  if (n_before + n_after == MAX (n_present, n))
    return FALSE;

  g_list_store_splice (field, n_before, n_present - n_before - n_after,
                       n > n_before + n_after ? items->pdata + n_before : NULL, n - n_before - n_after);

  return TRUE;
}

/**
 * dateline_field_copy_list:
 * @field: an empty list
 * @items: what it shall hold
 *
 * Makes a list hold the same objects as another.
 */
void
dateline_field_copy_list (GListStore *field,
                          GListModel *items)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    g_ptr_array_add (objects, g_list_model_get_item (items, i));

  dateline_field_set_list (field, objects, g_direct_equal);
}
