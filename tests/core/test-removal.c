/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting and moving: the edits, and what is said of them. */
#include "config.h"

#include "dateline-edit-private.h"
#include "dateline-order.h"
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

/* Where an item goes: "b3" stands before what is third, "" is nowhere. */
static void
assert_place (DatelineEdit *edit,
              const char   *before_id)
{
  const DatelineOperation *operation;

  if (before_id != NULL && *before_id == '\0')
    {
      g_assert_null (edit);
      return;
    }

  g_assert_nonnull (edit);
  operation = _dateline_edit_get_operation (edit, 0);
  g_assert_cmpint (operation->kind, ==, DATELINE_OPERATION_MOVE);
  g_assert_cmpstr (operation->before_id, ==, before_id);
  g_object_unref (edit);
}

static void
test_order (void)
{
  g_autoptr(DatelineStory) story = dateline_story_new ("s", "S", NULL, NULL);
  g_autoptr(DatelineItem) event = create (DATELINE_TYPE_EVENT, "event-1");
  DatelineItem *claims[4];

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *id = g_strdup_printf ("claim-%u", i);

      claims[i] = create (DATELINE_TYPE_CLAIM, id);
      g_assert_true (dateline_story_add (story, claims[i]));
      g_object_unref (claims[i]);
    }
  g_assert_true (dateline_story_add (story, event));

  assert_place (dateline_order_move (story, claims[0], -1), "");
  assert_place (dateline_order_move (story, claims[0], 1), "claim-2");
  assert_place (dateline_order_move (story, claims[2], 1), NULL);
  assert_place (dateline_order_move (story, claims[3], 1), "");
  assert_place (dateline_order_move (story, claims[3], -1), "claim-2");
  assert_place (dateline_order_move (story, event, 1), "");

  assert_place (dateline_order_drop (story, claims[0], claims[2], FALSE), "claim-2");
  assert_place (dateline_order_drop (story, claims[0], claims[2], TRUE), "claim-3");
  assert_place (dateline_order_drop (story, claims[0], claims[3], TRUE), NULL);
  assert_place (dateline_order_drop (story, claims[0], claims[1], FALSE), "");
  assert_place (dateline_order_drop (story, claims[1], claims[0], TRUE), "");
  assert_place (dateline_order_drop (story, claims[3], claims[0], FALSE), "claim-0");
  assert_place (dateline_order_drop (story, claims[0], claims[0], TRUE), "");
  assert_place (dateline_order_drop (story, claims[0], event, TRUE), "");
  assert_place (dateline_order_drop (story, claims[0], NULL, FALSE), NULL);
  assert_place (dateline_order_drop (story, claims[3], NULL, FALSE), "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/removal/words", test_words);
  g_test_add_func ("/removal/order", test_order);

  return g_test_run ();
}
