/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting: the name of the edit, and what is said of it. */
#include "config.h"

#include "dateline-removal.h"

static DatelineItem *
create (GType       type,
        const char *id)
{
  return g_object_new (type, "id", id, NULL);
}

static void
assert_words (const char *kinds,
              const char *others,
              const char *name,
              const char *words)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(DatelineEdit) edit = NULL;
  g_autofree char *sentence = NULL;

  for (guint round = 0; round < 2; round++)
    for (const char *p = round == 0 ? kinds : others; *p != '\0'; p++)
      {
        static const struct
        {
          char  letter;
          GType (*get_type) (void);
        } types[] = { { 'e', dateline_event_get_type },   { 'p', dateline_person_get_type }, { 'q', dateline_quote_get_type },
                      { 'r', dateline_reaction_get_type }, { 'c', dateline_claim_get_type },  { 'a', dateline_account_get_type },
                      { 't', dateline_article_get_type } };

        for (guint i = 0; i < G_N_ELEMENTS (types); i++)
          if (types[i].letter == *p)
            {
              g_autofree char *id = g_strdup_printf ("%c-%u-%u", *p, round, (guint) removed->len);
              DatelineItem *item = create (types[i].get_type (), id);

              g_ptr_array_add (removed, item);
              if (round == 0)
                g_ptr_array_add (items, g_object_ref (item));
            }
      }

  edit = dateline_removal_new (items);
  sentence = dateline_removal_describe (items, removed);
  g_assert_cmpstr (dateline_edit_get_name (edit), ==, name);
  g_assert_cmpstr (sentence, ==, words);
}

static void
test_words (void)
{
  assert_words ("e", "", "Delete Event", "Event deleted");
  assert_words ("e", "aa", "Delete Event", "Event deleted, and 2 accounts with it");
  assert_words ("eee", "", "Delete Events", "3 events deleted");
  assert_words ("pp", "rrr", "Delete People", "2 people deleted, and 3 reactions with them");
  assert_words ("t", "qaar", "Delete Article", "Article deleted, and 1 quote, 1 reaction and 2 accounts with it");
  assert_words ("ep", "", "Delete Items", "2 items deleted");
  assert_words ("c", "a", "Delete Claim", "Claim deleted, and 1 account with it");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/removal/words", test_words);

  return g_test_run ();
}
