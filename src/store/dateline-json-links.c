/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References from item to item that are set once every item exists. Items own what they refer to, so a reference that
 * would close a circle is dropped. */
#include "config.h"

#include "dateline-json-links.h"

#include <glib/gi18n.h>

typedef struct
{
  DatelineItem         *from;
  DatelineItem         *to;
  DatelineJsonLinkFunc  func;
  char                 *path;
  gboolean              is_dropped;
} Link;

/* What is known of an item while the links are followed. */
typedef struct
{
  guint    first;  /* its first link; its others come right after */
  guint    length; /* of the longest chain from here, once it is done */
  gboolean is_entered;
  gboolean is_done;
} Node;

typedef struct
{
  Node *node;
  guint next;
} Step;

struct _DatelineJsonLinks
{
  GArray *links;
};

static void
clear_link (gpointer data)
{
  Link *link = data;

  g_object_unref (link->from);
  g_object_unref (link->to);
  g_free (link->path);
}

/**
 * dateline_json_links_new:
 *
 * Creates an empty list of references.
 *
 * Returns: (transfer full): a new list
 */
DatelineJsonLinks *
dateline_json_links_new (void)
{
  DatelineJsonLinks *self = g_new0 (DatelineJsonLinks, 1);

  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (self->links, clear_link);

  return self;
}

/**
 * dateline_json_links_free:
 * @self: (transfer full): a list of references
 *
 * Frees the list.
 */
void
dateline_json_links_free (DatelineJsonLinks *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->links);
  g_free (self);
}

/**
 * dateline_json_links_add:
 * @self: a list of references
 * @from: the item that refers; all its references are added one after the other
 * @to: what it refers to
 * @func: (nullable) (scope notified): how to set the reference, or %NULL to only ask dateline_json_links_is_kept()
 * @path: (transfer full): where it stands
 *
 * Adds a reference to be set.
 */
void
dateline_json_links_add (DatelineJsonLinks    *self,
                         DatelineItem         *from,
                         DatelineItem         *to,
                         DatelineJsonLinkFunc  func,
                         char                 *path)
{
  Link link = { .func = func, .path = path };

  g_return_if_fail (self != NULL);
  g_return_if_fail (DATELINE_IS_ITEM (from));
  g_return_if_fail (DATELINE_IS_ITEM (to));
  g_return_if_fail (path != NULL);

  link.from = g_object_ref (from);
  link.to = g_object_ref (to);
  g_array_append_val (self->links, link);
}

static void
drop (Link               *link,
      DatelineJsonReport *report,
      const char         *format)
{
  g_auto(GStrv) pieces = g_strsplit (format, "%s", 2);

  link->is_dropped = TRUE;
  dateline_json_report_take (report, g_strjoinv (link->path, pieces));
}

/* Follows the links from one item, depth first and without recursion, until a link has to be followed further: then
 * returns the node to go to. */
static Node *
advance (DatelineJsonLinks  *self,
         GHashTable         *nodes,
         Step               *step,
         DatelineJsonReport *report)
{
  DatelineItem *from = g_array_index (self->links, Link, step->node->first).from;

  for (; step->next < self->links->len; step->next++)
    {
      Link *link = &g_array_index (self->links, Link, step->next);
      Node *target = g_hash_table_lookup (nodes, link->to);
      guint length;

      if (link->from != from)
        break;
      if (target != NULL && !target->is_entered)
        return target;

      length = target != NULL ? target->length + 1 : 1;
      if (target != NULL && !target->is_done)
        drop (link, report, _("%s leads back to where it stands and is left out"));
      else if (length > DATELINE_JSON_MAX_CHAIN)
        drop (link, report, _("%s makes too long a chain and is left out"));
      else
        step->node->length = MAX (step->node->length, length);
    }

  step->node->is_done = TRUE;

  return NULL;
}

static void
follow (DatelineJsonLinks  *self,
        GHashTable         *nodes,
        Node               *start,
        DatelineJsonReport *report)
{
  g_autoptr(GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  Node *node = start;

  do
    {
      if (node != NULL)
        {
          Step step = { node, node->first };

          node->is_entered = TRUE;
          g_array_append_val (steps, step);
        }

      node = advance (self, nodes, &g_array_index (steps, Step, steps->len - 1), report);
      if (node == NULL)
        g_array_set_size (steps, steps->len - 1);
    }
  while (steps->len > 0);
}

/**
 * dateline_json_links_resolve:
 * @self: a list of references
 * @report: where to add warnings
 *
 * Sets all references but those that would close a circle.
 */
void
dateline_json_links_resolve (DatelineJsonLinks  *self,
                             DatelineJsonReport *report)
{
  g_autoptr(GHashTable) nodes = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  g_return_if_fail (self != NULL);
  g_return_if_fail (report != NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = &g_array_index (self->links, Link, i);

      if (!g_hash_table_contains (nodes, link->from))
        {
          Node *node = g_new0 (Node, 1);

          node->first = i;
          g_hash_table_insert (nodes, link->from, node);
        }
    }

  for (guint i = 0; i < self->links->len; i++)
    {
      Node *node = g_hash_table_lookup (nodes, g_array_index (self->links, Link, i).from);

      if (!node->is_entered)
        follow (self, nodes, node, report);
    }

  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = &g_array_index (self->links, Link, i);

      if (!link->is_dropped && link->func != NULL)
        link->func (link->from, link->to);
    }
}

/**
 * dateline_json_links_is_kept:
 * @self: a list of references that was resolved
 * @i: a number: the first reference that was added is 0
 *
 * Whether a reference may be set.
 *
 * Returns: %FALSE if it would close a circle
 */
gboolean
dateline_json_links_is_kept (DatelineJsonLinks *self,
                             guint              i)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (i < self->links->len, FALSE);

  return !g_array_index (self->links, Link, i).is_dropped;
}
