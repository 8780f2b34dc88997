/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form does with values of any type: take them from items, compare them, say them in words. */
#include "config.h"

#include "dateline-field-value.h"

#include <glib/gi18n.h>

#include "dateline-claim.h"
#include "dateline-date.h"
#include "dateline-event.h"
#include "dateline-quantity.h"

static GPtrArray *
dup_list (GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));

  return items;
}

/**
 * dateline_field_value_load:
 * @object: an item, or a story
 * @property: the name of the property
 * @value: (out caller-allocates): an unset value
 *
 * Reads a property. A list is read as an array of what is in it now.
 */
void
dateline_field_value_load (GObject    *object,
                           const char *property,
                           GValue     *value)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);

  g_return_if_fail (pspec != NULL);

  if (g_type_is_a (pspec->value_type, G_TYPE_LIST_MODEL))
    {
      g_autoptr(GListModel) list = NULL;

      g_object_get (object, property, &list, NULL);
      g_value_init (value, G_TYPE_PTR_ARRAY);
      g_value_take_boxed (value, dup_list (list));
      return;
    }

  g_value_init (value, pspec->value_type);
  g_object_get_property (object, property, value);
}

/**
 * dateline_field_value_store:
 * @draft: an item, or a story
 * @property: the name of the property
 * @value: what it shall be
 *
 * Sets a property, or replaces the contents of a list.
 */
void
dateline_field_value_store (GObject      *draft,
                            const char   *property,
                            const GValue *value)
{
  g_return_if_fail (G_IS_OBJECT (draft));

  if (!G_VALUE_HOLDS (value, G_TYPE_PTR_ARRAY))
    g_object_set_property (draft, property, value);
  else if (DATELINE_IS_EVENT (draft))
    dateline_event_set_participants (DATELINE_EVENT (draft), g_value_get_boxed (value));
  else if (DATELINE_IS_CLAIM (draft))
    dateline_claim_set_about (DATELINE_CLAIM (draft), g_value_get_boxed (value));
  else
    g_return_if_reached ();
}

static char *
to_key (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return g_value_dup_string (value);
  if (G_VALUE_HOLDS (value, DATELINE_TYPE_DATE))
    {
      DatelineDate *date = g_value_get_boxed (value);

      return date != NULL ? g_strdup (dateline_date_get_edtf (date)) : NULL;
    }
  if (G_VALUE_HOLDS (value, DATELINE_TYPE_QUANTITY))
    {
      DatelineQuantity *quantity = g_value_get_boxed (value);

      if (quantity == NULL)
        return NULL;
      return g_strdup_printf ("%d\n%s\n%d\n%s", dateline_quantity_get_kind (quantity), dateline_quantity_get_value (quantity),
                              dateline_quantity_get_bound (quantity), dateline_quantity_get_precision (quantity));
    }
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    {
      char **words = g_value_get_boxed (value);

      return words != NULL ? g_strjoinv ("\n", words) : g_strdup ("");
    }
  if (G_VALUE_HOLDS_OBJECT (value))
    {
      GObject *object = g_value_get_object (value);

      return DATELINE_IS_ITEM (object) ? g_strdup (dateline_item_get_id (DATELINE_ITEM (object))) : NULL;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_PTR_ARRAY))
    {
      GPtrArray *items = g_value_get_boxed (value);
      GString *ids = g_string_new (NULL);

      for (guint i = 0; i < items->len; i++)
        g_string_append_printf (ids, "%s\n", dateline_item_get_id (g_ptr_array_index (items, i)));

      return g_string_free (ids, FALSE);
    }

  return g_strdup_value_contents (value);
}

/**
 * dateline_field_value_equal:
 * @a: a value
 * @b: a value of the same type
 *
 * Whether the two say the same. Items are the same if they have the same id.
 *
 * Returns: %TRUE if they do
 */
gboolean
dateline_field_value_equal (const GValue *a,
                            const GValue *b)
{
  g_autofree char *one = to_key (a);
  g_autofree char *other = to_key (b);

  return g_strcmp0 (one, other) == 0;
}

static char *
describe_list (const char * const *words)
{
  /* Translators: between the entries of a list */
  return words != NULL ? g_strjoinv (C_("list", ", "), (char **) words) : g_strdup ("");
}

/**
 * dateline_field_value_describe:
 * @value: a value
 *
 * Says a value where one line has to do.
 *
 * Returns: (transfer full): the words; empty for nothing
 */
char *
dateline_field_value_describe (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
  if (G_VALUE_HOLDS (value, DATELINE_TYPE_DATE))
    return g_value_get_boxed (value) != NULL ? dateline_date_format (g_value_get_boxed (value)) : g_strdup ("");
  if (G_VALUE_HOLDS (value, DATELINE_TYPE_QUANTITY))
    return g_value_get_boxed (value) != NULL ? dateline_quantity_format (g_value_get_boxed (value)) : g_strdup ("");
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    return describe_list (g_value_get_boxed (value));
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_strdup (g_value_get_boolean (value) ? C_("field", "Yes") : C_("field", "No"));
  if (G_VALUE_HOLDS_OBJECT (value))
    {
      GObject *object = g_value_get_object (value);

      return g_strdup (DATELINE_IS_ITEM (object) ? dateline_item_get_label (DATELINE_ITEM (object)) : "");
    }
  if (G_VALUE_HOLDS (value, G_TYPE_PTR_ARRAY))
    {
      GPtrArray *items = g_value_get_boxed (value);
      g_autoptr(GPtrArray) labels = g_ptr_array_new ();

      for (guint i = 0; i < items->len; i++)
        g_ptr_array_add (labels, (gpointer) dateline_item_get_label (g_ptr_array_index (items, i)));
      g_ptr_array_add (labels, NULL);

      return describe_list ((const char * const *) labels->pdata);
    }

  return g_strdup_value_contents (value);
}

/**
 * dateline_field_value_dup_items:
 * @value: a value
 *
 * The items that the value refers to.
 *
 * Returns: (transfer full): the items, not owned by the array
 */
GPtrArray *
dateline_field_value_dup_items (const GValue *value)
{
  GPtrArray *items = g_ptr_array_new ();

  if (G_VALUE_HOLDS_OBJECT (value) && DATELINE_IS_ITEM (g_value_get_object (value)))
    {
      g_ptr_array_add (items, g_value_get_object (value));
    }
  else if (G_VALUE_HOLDS (value, G_TYPE_PTR_ARRAY))
    {
      GPtrArray *array = g_value_get_boxed (value);

      for (guint i = 0; i < array->len; i++)
        g_ptr_array_add (items, g_ptr_array_index (array, i));
    }

  return items;
}
