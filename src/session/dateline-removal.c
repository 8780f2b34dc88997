/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting items: the edit, and the sentence that says what went with them. */
#include "config.h"

#include "dateline-removal.h"

#include <glib/gi18n.h>

/* The kind that all items are of; %DATELINE_N_ITEM_KINDS if they are of several. */
static guint
get_common_kind (GPtrArray *items)
{
  guint kind = DATELINE_N_ITEM_KINDS;

  for (guint i = 0; i < items->len; i++)
    {
      DatelineItemKind other = dateline_item_get_kind (g_ptr_array_index (items, i));

      if (kind != DATELINE_N_ITEM_KINDS && kind != other)
        return DATELINE_N_ITEM_KINDS;
      kind = other;
    }

  return kind;
}

static const char *
get_name (guint kind,
          guint n)
{
  switch (kind)
    {
    case DATELINE_ITEM_ARTICLE:
      return n == 1 ? C_("edit", "Delete Article") : C_("edit", "Delete Articles");
    case DATELINE_ITEM_PERSON:
      return n == 1 ? C_("edit", "Delete Person") : C_("edit", "Delete People");
    case DATELINE_ITEM_EVENT:
      return n == 1 ? C_("edit", "Delete Event") : C_("edit", "Delete Events");
    case DATELINE_ITEM_QUOTE:
      return n == 1 ? C_("edit", "Delete Quote") : C_("edit", "Delete Quotes");
    case DATELINE_ITEM_REACTION:
      return n == 1 ? C_("edit", "Delete Reaction") : C_("edit", "Delete Reactions");
    case DATELINE_ITEM_CLAIM:
      return n == 1 ? C_("edit", "Delete Claim") : C_("edit", "Delete Claims");
    case DATELINE_ITEM_ACCOUNT:
      return n == 1 ? C_("edit", "Delete Account") : C_("edit", "Delete Accounts");
    default:
      return C_("edit", "Delete Items");
    }
}

/**
 * dateline_removal_new:
 * @items: (element-type DatelineItem): items of one story, at least one
 *
 * Creates an edit that deletes items, and what cannot stand without them.
 *
 * Returns: (transfer full): the edit
 */
DatelineEdit *
dateline_removal_new (GPtrArray *items)
{
  DatelineEdit *edit;

  g_return_val_if_fail (items != NULL && items->len > 0, NULL);

  edit = dateline_edit_new (get_name (get_common_kind (items), items->len));
  for (guint i = 0; i < items->len; i++)
    dateline_edit_remove (edit, dateline_item_get_id (g_ptr_array_index (items, i)));

  return edit;
}

/* "Event deleted", "3 events deleted" */
static char *
describe_items (guint kind,
                guint n)
{
  switch (kind)
    {
    case DATELINE_ITEM_ARTICLE:
      return g_strdup_printf (ngettext ("Article deleted", "%u articles deleted", n), n);
    case DATELINE_ITEM_PERSON:
      return g_strdup_printf (ngettext ("Person deleted", "%u people deleted", n), n);
    case DATELINE_ITEM_EVENT:
      return g_strdup_printf (ngettext ("Event deleted", "%u events deleted", n), n);
    case DATELINE_ITEM_QUOTE:
      return g_strdup_printf (ngettext ("Quote deleted", "%u quotes deleted", n), n);
    case DATELINE_ITEM_REACTION:
      return g_strdup_printf (ngettext ("Reaction deleted", "%u reactions deleted", n), n);
    case DATELINE_ITEM_CLAIM:
      return g_strdup_printf (ngettext ("Claim deleted", "%u claims deleted", n), n);
    case DATELINE_ITEM_ACCOUNT:
      return g_strdup_printf (ngettext ("Account deleted", "%u accounts deleted", n), n);
    default:
      return g_strdup_printf (ngettext ("Item deleted", "%u items deleted", n), n);
    }
}

/* "2 accounts" */
static char *
count_items (guint kind,
             guint n)
{
  switch (kind)
    {
    case DATELINE_ITEM_ARTICLE:
      return g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
    case DATELINE_ITEM_PERSON:
      return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
    case DATELINE_ITEM_EVENT:
      return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
    case DATELINE_ITEM_QUOTE:
      return g_strdup_printf (ngettext ("%u quote", "%u quotes", n), n);
    case DATELINE_ITEM_REACTION:
      return g_strdup_printf (ngettext ("%u reaction", "%u reactions", n), n);
    case DATELINE_ITEM_CLAIM:
      return g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
    case DATELINE_ITEM_ACCOUNT:
    default:
      return g_strdup_printf (ngettext ("%u account", "%u accounts", n), n);
    }
}

static gboolean
contains_id (GPtrArray    *items,
             DatelineItem *item)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (dateline_item_get_id (g_ptr_array_index (items, i)), dateline_item_get_id (item)))
      return TRUE;

  return FALSE;
}

/**
 * dateline_removal_describe:
 * @items: (element-type DatelineItem): what was to be deleted
 * @removed: (element-type DatelineItem): all that went; it may or may not hold @items, too
 *
 * Says what was deleted: "Event deleted, and 2 accounts with it".
 *
 * Returns: (transfer full): a sentence
 */
char *
dateline_removal_describe (GPtrArray *items,
                           GPtrArray *removed)
{
  guint counts[DATELINE_N_ITEM_KINDS] = { 0 };
  g_autoptr(GPtrArray) parts = NULL;
  g_autoptr(GString) others = NULL;
  g_autofree char *first = NULL;

  g_return_val_if_fail (items != NULL && items->len > 0, NULL);
  g_return_val_if_fail (removed != NULL, NULL);

  for (guint i = 0; i < removed->len; i++)
    if (!contains_id (items, g_ptr_array_index (removed, i)))
      counts[dateline_item_get_kind (g_ptr_array_index (removed, i))]++;

  parts = g_ptr_array_new_with_free_func (g_free);
  for (guint kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    if (counts[kind] > 0)
      g_ptr_array_add (parts, count_items (kind, counts[kind]));

  first = describe_items (get_common_kind (items), items->len);
  if (parts->len == 0)
    return g_steal_pointer (&first);

  others = g_string_new (g_ptr_array_index (parts, 0));
  for (guint i = 1; i < parts->len; i++)
    {
      /* Translators: between the parts of a list, "1 quote, 2 accounts and 3 reactions": the last, and the others */
      g_string_append (others, i + 1 == parts->len ? C_("list", " and ") : C_("list", ", "));
      g_string_append (others, g_ptr_array_index (parts, i));
    }

  /* Translators: "Event deleted, and 2 accounts with it" */
  return g_strdup_printf (ngettext ("%s, and %s with it", "%s, and %s with them", items->len), first, others->str);
}
