/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several people who turn out to be one, and one who turns out to be two. */
#include "config.h"

#include "dateline-people-edit.h"

#include <glib/gi18n.h>

typedef struct
{
  GHashTable     *from; /* of people: whoever is not to be pointed to any more */
  DatelinePerson *to;
} Change;

static gboolean
goes (const Change *change,
      gpointer      person)
{
  return person != NULL && g_hash_table_contains (change->from, person);
}

/* A list with one person in the place of others; %NULL if none of them is in it. */
static GPtrArray *
replace_in_list (const Change *change,
                 GListModel   *list)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_changed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);
      gpointer other = item;

      if (goes (change, item))
        {
          other = change->to;
          is_changed = TRUE;
        }
      if (!g_ptr_array_find (items, other, NULL))
        g_ptr_array_add (items, g_object_ref (other));
    }

  return is_changed ? g_steal_pointer (&items) : NULL;
}

/* How an item is to be when the people are one; %NULL if it has nothing to do with them. */
static DatelineItem *
dup_changed (const Change *change,
             DatelineItem *item)
{
  g_autoptr(GPtrArray) list = NULL;
  DatelineItem *draft = NULL;

  if (DATELINE_IS_EVENT (item))
    {
      list = replace_in_list (change, dateline_event_get_participants (DATELINE_EVENT (item)));
      if (list != NULL)
        {
          draft = dateline_item_copy (item);
          dateline_event_set_participants (DATELINE_EVENT (draft), list);
        }
    }
  else if (DATELINE_IS_QUOTE (item))
    {
      gboolean speaks = goes (change, dateline_quote_get_speaker (DATELINE_QUOTE (item)));
      gboolean listens = goes (change, dateline_quote_get_addressee (DATELINE_QUOTE (item)));

      if (speaks || listens)
        draft = dateline_item_copy (item);
      if (speaks)
        g_object_set (draft, "speaker", change->to, NULL);
      if (listens)
        g_object_set (draft, "addressee", change->to, NULL);
    }
  else if (DATELINE_IS_REACTION (item))
    {
      if (goes (change, dateline_reaction_get_author (DATELINE_REACTION (item))))
        {
          draft = dateline_item_copy (item);
          g_object_set (draft, "author", change->to, NULL);
        }
    }
  else if (DATELINE_IS_CLAIM (item))
    {
      list = replace_in_list (change, dateline_claim_get_about (DATELINE_CLAIM (item)));
      if (list != NULL)
        {
          draft = dateline_item_copy (item);
          dateline_claim_set_about (DATELINE_CLAIM (draft), list);
        }
    }

  return draft;
}

static void
put_changed (DatelineEdit *edit,
             const Change *change,
             DatelineItem *item)
{
  g_autoptr(DatelineItem) draft = dup_changed (change, item);
  g_autoptr(DatelineItem) base = draft != NULL ? dateline_item_copy (item) : NULL;

  if (draft != NULL)
    dateline_edit_put (edit, draft, base);
}

static void
add_alias (GPtrArray  *aliases,
           const char *name,
           const char *alias)
{
  if (*alias != '\0' && g_strcmp0 (name, alias) != 0 && !g_ptr_array_find_with_equal_func (aliases, alias, g_str_equal, NULL))
    g_ptr_array_add (aliases, g_strdup (alias));
}

static void
add_aliases (GPtrArray          *aliases,
             const char         *name,
             const char * const *more)
{
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    add_alias (aliases, name, more[i]);
}

static int
compare_passages (gconstpointer a,
                  gconstpointer b)
{
  return dateline_passage_compare (*(DatelinePassage **) a, *(DatelinePassage **) b);
}

static void
add_passages (GPtrArray    *passages,
              DatelineItem *item)
{
  GListModel *model = dateline_item_get_passages (item);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (passages, g_list_model_get_item (model, i));
}

/* What somebody else is known for, where the one who stays has nothing. */
static void
fill (DatelineItem *draft,
      DatelineItem *other,
      const char   *property)
{
  g_autofree char *own = NULL;
  g_autofree char *theirs = NULL;

  g_object_get (draft, property, &own, NULL);
  g_object_get (other, property, &theirs, NULL);
  if ((own == NULL || *own == '\0') && theirs != NULL && *theirs != '\0')
    g_object_set (draft, property, theirs, NULL);
}

/**
 * dateline_people_edit_merge:
 * @story: the story
 * @people: (element-type DatelinePerson): two or more people of the story
 * @keep: the one of them whose name stays
 *
 * Makes one person of several: the others' names become aliases, and all that points to them points to the one who stays.
 *
 * Returns: (transfer full): the edit
 */
DatelineEdit *
dateline_people_edit_merge (DatelineStory  *story,
                            GPtrArray      *people,
                            DatelinePerson *keep)
{
  static const DatelineItemKind kinds[] = {
    DATELINE_ITEM_EVENT, DATELINE_ITEM_QUOTE, DATELINE_ITEM_REACTION, DATELINE_ITEM_CLAIM
  };
  g_autoptr(GHashTable) others = NULL;
  g_autoptr(GPtrArray) aliases = NULL;
  g_autoptr(GPtrArray) passages = NULL;
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) draft = NULL;
  DatelineEdit *edit;
  Change change;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (people != NULL && people->len > 1, NULL);
  g_return_val_if_fail (DATELINE_IS_PERSON (keep), NULL);

  edit = dateline_edit_new (C_("edit", "Merge People"));
  base = dateline_item_copy (DATELINE_ITEM (keep));
  draft = dateline_item_copy (DATELINE_ITEM (keep));
  others = g_hash_table_new (NULL, NULL);
  aliases = g_ptr_array_new_with_free_func (g_free);
  passages = g_ptr_array_new_with_free_func (g_object_unref);
  add_aliases (aliases, dateline_person_get_name (keep), dateline_person_get_aliases (keep));
  add_passages (passages, DATELINE_ITEM (keep));
  for (guint i = 0; i < people->len; i++)
    {
      DatelinePerson *other = g_ptr_array_index (people, i);

      if (other == keep)
        continue;
      g_hash_table_add (others, other);
      add_alias (aliases, dateline_person_get_name (keep), dateline_person_get_name (other));
      add_aliases (aliases, dateline_person_get_name (keep), dateline_person_get_aliases (other));
      add_passages (passages, DATELINE_ITEM (other));
      fill (draft, DATELINE_ITEM (other), "role");
      fill (draft, DATELINE_ITEM (other), "description");
      fill (draft, DATELINE_ITEM (other), "note");
    }

  g_ptr_array_sort (passages, compare_passages);
  for (guint i = passages->len; i > 1; i--)
    if (dateline_passage_compare (g_ptr_array_index (passages, i - 1), g_ptr_array_index (passages, i - 2)) == 0)
      g_ptr_array_remove_index (passages, i - 1);
  g_ptr_array_add (aliases, NULL);
  g_object_set (draft, "aliases", aliases->pdata, NULL);
  dateline_item_set_passages (draft, passages);
  dateline_edit_put (edit, draft, base);

  change = (Change) { .from = others, .to = keep };
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GListModel *items = dateline_story_get_items (story, kinds[k]);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

          put_changed (edit, &change, item);
        }
    }
  /* Last, when nothing points to them any more: else that would go with them. */
  for (guint i = 0; i < people->len; i++)
    if (g_ptr_array_index (people, i) != keep)
      dateline_edit_remove (edit, dateline_item_get_id (g_ptr_array_index (people, i)));

  return edit;
}

/* Where a passage stands: the list of a person may have been made anew since it was looked at. */
static char *
dup_place (DatelinePassage *passage)
{
  return g_strdup_printf ("%u %u %s", dateline_passage_get_start (passage), dateline_passage_get_end (passage),
                          dateline_item_get_id (DATELINE_ITEM (dateline_passage_get_article (passage))));
}

static gboolean
is_taken (const char * const *aliases,
          const char         *name,
          const char         *alias)
{
  return g_strcmp0 (name, alias) == 0 || (aliases != NULL && g_strv_contains (aliases, alias));
}

/**
 * dateline_people_edit_split:
 * @person: a person of the story
 * @name: what the new person is called
 * @aliases: (nullable): the aliases that go to the new person
 * @mentions: (element-type DatelinePassage): the mentions that go to the new person
 * @items: (element-type DatelineItem): the events, quotes, reactions and claims that go to the new person
 * @id: (out): the new person
 *
 * Makes two people of one.
 *
 * Returns: (transfer full): the edit
 */
DatelineEdit *
dateline_people_edit_split (DatelinePerson      *person,
                            const char          *name,
                            const char * const  *aliases,
                            GPtrArray           *mentions,
                            GPtrArray           *items,
                            char               **id)
{
  g_autoptr(GHashTable) from = NULL;
  g_autoptr(GHashTable) taken_places = NULL;
  g_autoptr(GPtrArray) kept_aliases = NULL;
  g_autoptr(GPtrArray) kept_passages = NULL;
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) draft = NULL;
  g_autoptr(DatelineItem) other = NULL;
  const char * const *all;
  GListModel *passages;
  DatelineEdit *edit;
  Change change;

  g_return_val_if_fail (DATELINE_IS_PERSON (person), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (mentions != NULL && items != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  edit = dateline_edit_new (C_("edit", "Split Person"));
  base = dateline_item_copy (DATELINE_ITEM (person));
  draft = dateline_item_copy (DATELINE_ITEM (person));
  all = dateline_person_get_aliases (person);
  kept_aliases = g_ptr_array_new ();
  for (guint i = 0; all != NULL && all[i] != NULL; i++)
    if (!is_taken (aliases, name, all[i]))
      g_ptr_array_add (kept_aliases, (gpointer) all[i]);
  g_ptr_array_add (kept_aliases, NULL);

  taken_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < mentions->len; i++)
    g_hash_table_add (taken_places, dup_place (g_ptr_array_index (mentions, i)));
  kept_passages = g_ptr_array_new_with_free_func (g_object_unref);
  passages = dateline_item_get_passages (DATELINE_ITEM (person));
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);
      g_autofree char *place = dup_place (passage);

      if (!g_hash_table_contains (taken_places, place))
        g_ptr_array_add (kept_passages, g_steal_pointer (&passage));
    }
  g_object_set (draft, "aliases", kept_aliases->pdata, NULL);
  dateline_item_set_passages (draft, kept_passages);

  *id = dateline_edit_dup_new_id (DATELINE_ITEM_PERSON);
  other = g_object_new (DATELINE_TYPE_PERSON,
                        "id", *id,
                        "name", name,
                        "person-kind", dateline_person_get_person_kind (person),
                        NULL);
  if (aliases != NULL)
    {
      g_autoptr(GPtrArray) taken = g_ptr_array_new ();

      for (guint i = 0; aliases[i] != NULL; i++)
        if (g_strcmp0 (aliases[i], name) != 0)
          g_ptr_array_add (taken, (gpointer) aliases[i]);
      g_ptr_array_add (taken, NULL);
      g_object_set (other, "aliases", taken->pdata, NULL);
    }
  dateline_item_set_passages (other, mentions);

  dateline_edit_put (edit, other, NULL);
  dateline_edit_put (edit, draft, base);
  from = g_hash_table_new (NULL, NULL);
  g_hash_table_add (from, person);
  change = (Change) { .from = from, .to = DATELINE_PERSON (other) };
  for (guint i = 0; i < items->len; i++)
    put_changed (edit, &change, g_ptr_array_index (items, i));

  return edit;
}

/**
 * dateline_people_edit_is_used:
 * @person: a person
 * @name: a name
 *
 * Whether an article calls the person so.
 *
 * Returns: %TRUE if a mention reads so
 */
gboolean
dateline_people_edit_is_used (DatelinePerson *person,
                              const char     *name)
{
  GListModel *passages;

  g_return_val_if_fail (DATELINE_IS_PERSON (person), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  passages = dateline_item_get_passages (DATELINE_ITEM (person));
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      if (g_str_equal (dateline_passage_get_exact (passage), name))
        return TRUE;
    }

  return FALSE;
}

/**
 * dateline_people_edit_rename:
 * @draft: a copy of a person
 * @name: what the person is called from now on
 *
 * Gives a person another name. A name that articles use stays as an alias, by which the person is found and recognised; the
 * alias that becomes the name is none any more.
 */
void
dateline_people_edit_rename (DatelinePerson *draft,
                             const char     *name)
{
  g_autoptr(GPtrArray) aliases = NULL;
  const char * const *old;

  g_return_if_fail (DATELINE_IS_PERSON (draft));
  g_return_if_fail (name != NULL);

  aliases = g_ptr_array_new_with_free_func (g_free);
  old = dateline_person_get_aliases (draft);
  /* One that no article uses would not come back when somebody only types past it. */
  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    if (!g_str_equal (old[i], name) || !dateline_people_edit_is_used (draft, name))
      g_ptr_array_add (aliases, g_strdup (old[i]));
  if (dateline_people_edit_is_used (draft, dateline_person_get_name (draft)))
    add_alias (aliases, name, dateline_person_get_name (draft));
  g_ptr_array_add (aliases, NULL);
  g_object_set (draft, "name", name, "aliases", aliases->pdata, NULL);
}

static gboolean
has_item (GListModel *list,
          gpointer    item)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) other = g_list_model_get_item (list, i);

      if (other == item)
        return TRUE;
    }

  return FALSE;
}

/**
 * dateline_people_edit_points_to:
 * @item: an item
 * @person: a person
 *
 * Whether an item names a person other than in its words: as who took part, said it, was told it, wrote it, or is asked
 * about.
 *
 * Returns: %TRUE if it does
 */
gboolean
dateline_people_edit_points_to (DatelineItem   *item,
                                DatelinePerson *person)
{
  g_return_val_if_fail (DATELINE_IS_ITEM (item), FALSE);
  g_return_val_if_fail (DATELINE_IS_PERSON (person), FALSE);

  if (DATELINE_IS_EVENT (item))
    return has_item (dateline_event_get_participants (DATELINE_EVENT (item)), person);
  if (DATELINE_IS_QUOTE (item))
    return dateline_quote_get_speaker (DATELINE_QUOTE (item)) == person ||
           dateline_quote_get_addressee (DATELINE_QUOTE (item)) == person;
  if (DATELINE_IS_REACTION (item))
    return dateline_reaction_get_author (DATELINE_REACTION (item)) == person;
  if (DATELINE_IS_CLAIM (item))
    return has_item (dateline_claim_get_about (DATELINE_CLAIM (item)), person);

  return FALSE;
}
