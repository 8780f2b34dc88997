/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References from item to item that could lead in a circle: part of, answers, original, about. Items own what they refer
 * to, so one that would close a circle is left out, whatever the rows say: two edits that are sound each by itself can
 * make a circle when they are merged. */
#include "config.h"

#include "dateline-rows-reader.h"

#include "dateline-json-links.h"

typedef struct
{
  DatelineItem *from;
  const char   *property; /* NULL: what a claim is about */
  char         *id;       /* what the row names; NULL: nothing, or see targets */
  GPtrArray    *targets;  /* DatelineItem */
  guint         first;    /* the number of the first target that may close a circle */
} Link;

static void
link_free (gpointer data)
{
  Link *self = data;

  g_object_unref (self->from);
  g_free (self->id);
  g_ptr_array_unref (self->targets);
  g_free (self);
}

static Link *
add (DatelineRowsReader *self,
     DatelineItem       *from,
     const char         *property)
{
  Link *link = g_new0 (Link, 1);

  if (self->links == NULL)
    self->links = g_ptr_array_new_with_free_func (link_free);
  link->from = g_object_ref (from);
  link->property = property;
  link->targets = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->links, link);

  return link;
}

void
dateline_rows_reader_add_link (DatelineRowsReader *self,
                               DatelineItem       *from,
                               const char         *property,
                               const char         *id)
{
  add (self, from, property)->id = g_strdup (id);
}

void
dateline_rows_reader_add_about (DatelineRowsReader *self,
                                DatelineItem       *claim,
                                GPtrArray          *items)
{
  Link *link = add (self, claim, NULL);

  g_ptr_array_extend (link->targets, items, (GCopyFunc) g_object_ref, NULL);
}

/* Whether a reference to such a target can be part of a circle. */
static gboolean
may_lead_back (const Link   *link,
               DatelineItem *target)
{
  return link->property != NULL || DATELINE_IS_CLAIM (target);
}

/* Adds the references that an item has already and that its row, which did not change, still has. */
static void
add_present (DatelineRowsReader *self,
             DatelineItem       *item)
{
  static const char *const properties[DATELINE_N_ITEM_KINDS] = {
    [DATELINE_ITEM_EVENT] = "part-of",
    [DATELINE_ITEM_QUOTE] = "original",
    [DATELINE_ITEM_REACTION] = "answers",
  };
  const char *property = properties[dateline_item_get_kind (item)];

  if (property != NULL)
    {
      g_autoptr(DatelineItem) target = NULL;

      g_object_get (item, property, &target, NULL);
      if (target != NULL)
        g_ptr_array_add (add (self, item, property)->targets, g_steal_pointer (&target));
    }
  else if (DATELINE_IS_CLAIM (item) && dateline_story_misses (self->story, item, DATELINE_ITEM_PART_ABOUT))
    {
      /* Asked for one by one, a long chain of them would overflow the stack. */
      dateline_rows_reader_read_about (self, item, NULL);
    }
  else if (DATELINE_IS_CLAIM (item))
    {
      GListModel *items = dateline_claim_get_about (DATELINE_CLAIM (item));
      Link *link = add (self, item, NULL);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        g_ptr_array_add (link->targets, g_list_model_get_item (items, i));
    }
}

static void
find_target (DatelineRowsReader *self,
             Link               *link)
{
  DatelineItem *target = link->id != NULL ? dateline_rows_reader_lookup (self, link->id) : NULL;
  GParamSpec *pspec;

  if (target == NULL)
    return;

  pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (link->from), link->property);
  /* What a reaction answers is a property of any item, but only these two can be answered. */
  if (g_type_is_a (G_OBJECT_TYPE (target), pspec->value_type) &&
      (DATELINE_IS_QUOTE (target) || DATELINE_IS_EVENT (target) || DATELINE_IS_REACTION (target)) &&
      DATELINE_IS_QUOTE (target) == DATELINE_IS_QUOTE (link->from))
    g_ptr_array_add (link->targets, g_object_ref (target));
}

/* Finds out which references may be set. Those of items that did not change, but can be reached, count as well. */
void
dateline_rows_reader_resolve (DatelineRowsReader *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(DatelineJsonLinks) checker = dateline_json_links_new ();
  g_autoptr(DatelineJsonReport) report = dateline_json_report_new ();
  guint n = 0;

  if (self->links == NULL)
    return;

  for (guint i = 0; i < self->links->len; i++)
    g_hash_table_add (seen, ((Link *) g_ptr_array_index (self->links, i))->from);
  /* The list grows on the way. */
  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);

      find_target (self, link);
      link->first = n;
      for (guint k = 0; k < link->targets->len; k++)
        {
          DatelineItem *target = g_ptr_array_index (link->targets, k);

          if (!may_lead_back (link, target))
            continue;
          dateline_json_links_add (checker, link->from, target, NULL, g_strdup (""));
          n++;
          if (g_hash_table_add (seen, target))
            add_present (self, target);
        }
    }

  dateline_json_links_resolve (checker, report);

  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);
      guint number = link->first;

      for (guint k = 0; k < link->targets->len;)
        {
          if (may_lead_back (link, g_ptr_array_index (link->targets, k)) && !dateline_json_links_is_kept (checker, number++))
            g_ptr_array_remove_index (link->targets, k);
          else
            k++;
        }
    }
}

/* Whether setting a reference changes what was another reference before: then there could be a circle for a while. */
static gboolean
replaces (const Link *link)
{
  g_autoptr(DatelineItem) present = NULL;

  if (link->property == NULL || link->targets->len == 0)
    return FALSE;
  g_object_get (link->from, link->property, &present, NULL);

  return present != NULL && present != g_ptr_array_index (link->targets, 0);
}

/* Sets the references of the items that are not in the story yet, or of those that are. */
void
dateline_rows_reader_set_links (DatelineRowsReader *self,
                                gboolean            of_made)
{
  g_autoptr(GPtrArray) links = g_ptr_array_new ();
  guint n_replaced = 0;

  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);
      gboolean is_made = g_hash_table_lookup (self->made, dateline_item_get_id (link->from)) == (gpointer) link->from;

      if (is_made != of_made)
        continue;
      g_ptr_array_add (links, link);
      n_replaced += replaces (link);
    }

  for (guint i = 0; i < links->len && n_replaced > 1; i++)
    {
      Link *link = g_ptr_array_index (links, i);

      if (replaces (link))
        g_object_set (link->from, link->property, NULL, NULL);
    }
  for (guint i = 0; i < links->len; i++)
    {
      Link *link = g_ptr_array_index (links, i);

      if (link->property == NULL)
        dateline_claim_set_about (DATELINE_CLAIM (link->from), link->targets);
      else
        g_object_set (link->from, link->property, link->targets->len > 0 ? g_ptr_array_index (link->targets, 0) : NULL, NULL);
    }
}
