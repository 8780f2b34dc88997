/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody turns out to be two: all that the story says of one person, and what of it goes to another. */
#include "config.h"

#include "dateline-split.h"

#include "dateline-people-edit.h"

struct _DatelineSplit
{
  GObject parent_instance;

  DatelinePerson *person;
  GListStore     *parts;
  guint           n_ticked;
  gboolean        following; /* mentions after their alias */
};

enum
{
  PROP_0,
  PROP_N_TICKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineSplit, dateline_split, G_TYPE_OBJECT)

/* Where an article uses the alias, the alias most likely means the one whose it is. */
static void
follow_alias (DatelineSplit *self,
              const char    *alias,
              gboolean       ticked)
{
  GListModel *parts = G_LIST_MODEL (self->parts);
  guint n = g_list_model_get_n_items (parts);

  self->following = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineSplitPart) part = g_list_model_get_item (parts, i);
      DatelinePassage *passage = dateline_split_part_get_passage (part);

      if (passage != NULL && g_str_equal (dateline_passage_get_exact (passage), alias))
        dateline_split_part_set_ticked (part, ticked);
    }
  self->following = FALSE;
}

static void
ticked_cb (DatelineSplit     *self,
           GParamSpec        *pspec,
           DatelineSplitPart *part)
{
  gboolean ticked = dateline_split_part_get_ticked (part);

  if (ticked)
    self->n_ticked++;
  else
    self->n_ticked--;
  if (self->following)
    return;

  if (dateline_split_part_get_alias (part) != NULL)
    follow_alias (self, dateline_split_part_get_alias (part), ticked);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TICKED]);
}

static void
take_part (GPtrArray         *parts,
           DatelineSplit     *self,
           DatelineSplitPart *part)
{
  g_signal_connect_object (part, "notify::ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (parts, part);
}

static void
dateline_split_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_TICKED:
      g_value_set_uint (value, DATELINE_SPLIT (object)->n_ticked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_split_dispose (GObject *object)
{
  DatelineSplit *self = DATELINE_SPLIT (object);

  g_clear_object (&self->parts);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (dateline_split_parent_class)->dispose (object);
}

static void
dateline_split_class_init (DatelineSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dateline_split_get_property;
  object_class->dispose = dateline_split_dispose;

  /**
   * DatelineSplit:n-ticked:
   *
   * How many parts go to the new person.
   */
  properties[PROP_N_TICKED] =
    g_param_spec_uint ("n-ticked", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_split_init (DatelineSplit *self)
{
  self->parts = g_list_store_new (DATELINE_TYPE_SPLIT_PART);
}

/**
 * dateline_split_new:
 * @index: the index of the story
 * @person: a person of the story
 *
 * Lists what the story says of a person, none of it ticked.
 *
 * Returns: (transfer full): a new split
 */
DatelineSplit *
dateline_split_new (DatelineIndex  *index,
                    DatelinePerson *person)
{
  static const DatelineItemKind kinds[] = {
    DATELINE_ITEM_EVENT, DATELINE_ITEM_QUOTE, DATELINE_ITEM_REACTION, DATELINE_ITEM_CLAIM
  };
  DatelineSplit *self;
  g_autoptr(GPtrArray) parts = NULL;
  const char * const *aliases;
  GListModel *passages;

  g_return_val_if_fail (DATELINE_IS_INDEX (index), NULL);
  g_return_val_if_fail (DATELINE_IS_PERSON (person), NULL);

  self = g_object_new (DATELINE_TYPE_SPLIT, NULL);
  self->person = g_object_ref (person);
  parts = g_ptr_array_new_with_free_func (g_object_unref);
  aliases = dateline_person_get_aliases (person);
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    take_part (parts, self, dateline_split_part_new_alias (aliases[i]));

  passages = dateline_item_get_passages (DATELINE_ITEM (person));
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      take_part (parts, self, dateline_split_part_new_mention (passage));
    }

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GListModel *items = dateline_index_get_related (index, DATELINE_ITEM (person), kinds[k]);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

          if (dateline_people_edit_points_to (item, person))
            take_part (parts, self, dateline_split_part_new_item (item));
        }
    }
  g_list_store_splice (self->parts, 0, 0, parts->pdata, parts->len);

  return self;
}

/**
 * dateline_split_get_parts:
 * @self: a `DatelineSplit`
 *
 * What can go to the new person: aliases, mentions, then items kind by kind.
 *
 * Returns: (transfer none): a list of `DatelineSplitPart`
 */
GListModel *
dateline_split_get_parts (DatelineSplit *self)
{
  g_return_val_if_fail (DATELINE_IS_SPLIT (self), NULL);

  return G_LIST_MODEL (self->parts);
}

/**
 * dateline_split_get_n_ticked:
 * @self: a `DatelineSplit`
 *
 * How many parts go to the new person.
 *
 * Returns: their number
 */
guint
dateline_split_get_n_ticked (DatelineSplit *self)
{
  g_return_val_if_fail (DATELINE_IS_SPLIT (self), 0);

  return self->n_ticked;
}

/**
 * dateline_split_dup_first_name:
 * @self: a `DatelineSplit`
 *
 * What the new person is probably called: the first alias that is ticked, else what the first mention reads.
 *
 * Returns: (transfer full) (nullable): a name, or %NULL if nothing that is ticked tells one
 */
char *
dateline_split_dup_first_name (DatelineSplit *self)
{
  g_return_val_if_fail (DATELINE_IS_SPLIT (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->parts)); i++)
    {
      g_autoptr(DatelineSplitPart) part = g_list_model_get_item (G_LIST_MODEL (self->parts), i);

      if (dateline_split_part_get_ticked (part) && dateline_split_part_get_alias (part) != NULL)
        return g_strdup (dateline_split_part_get_alias (part));
      if (dateline_split_part_get_ticked (part) && dateline_split_part_get_passage (part) != NULL)
        return g_strdup (dateline_passage_get_exact (dateline_split_part_get_passage (part)));
    }

  return NULL;
}

/**
 * dateline_split_create_edit:
 * @self: a `DatelineSplit`
 * @name: what the new person is called
 * @id: (out): the new person
 *
 * Creates the edit that splits the person.
 *
 * Returns: (transfer full): the edit
 */
DatelineEdit *
dateline_split_create_edit (DatelineSplit  *self,
                            const char     *name,
                            char          **id)
{
  g_autoptr(GPtrArray) aliases = g_ptr_array_new ();
  g_autoptr(GPtrArray) mentions = g_ptr_array_new ();
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  g_return_val_if_fail (DATELINE_IS_SPLIT (self), NULL);
  g_return_val_if_fail (name != NULL && id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->parts)); i++)
    {
      /* The list holds it. */
      g_autoptr(DatelineSplitPart) part = g_list_model_get_item (G_LIST_MODEL (self->parts), i);

      if (!dateline_split_part_get_ticked (part))
        continue;
      if (dateline_split_part_get_alias (part) != NULL)
        g_ptr_array_add (aliases, (gpointer) dateline_split_part_get_alias (part));
      else if (dateline_split_part_get_passage (part) != NULL)
        g_ptr_array_add (mentions, dateline_split_part_get_passage (part));
      else
        g_ptr_array_add (items, dateline_split_part_get_item (part));
    }
  g_ptr_array_add (aliases, NULL);

  return dateline_people_edit_split (self->person, name, (const char * const *) aliases->pdata, mentions, items, id);
}
