/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told before a text is replaced is what happens when it is. */
#include "config.h"

#include "dateline-text-blocks.h"
#include "dateline-text-check.h"
#include "file-kit.h"

typedef struct
{
  GAsyncResult *result;
} Answer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Answer *answer = user_data;

  answer->result = g_object_ref (result);
}

static GPtrArray *
check (DatelineSession *session,
       DatelineArticle *article,
       GPtrArray       *blocks,
       guint           *n_kept)
{
  Answer answer = { NULL };
  g_autoptr(GError) error = NULL;
  GPtrArray *losses;

  dateline_text_check_async (session, article, blocks, NULL, answered_cb, &answer);
  while (answer.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  losses = dateline_text_check_finish (answer.result, n_kept, &error);
  g_assert_no_error (error);
  g_object_unref (answer.result);

  return losses;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
assert_same_words (GPtrArray *losses,
                   GPtrArray *lost)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new ();
  g_autoptr(GPtrArray) done = g_ptr_array_new ();

  for (guint i = 0; i < losses->len; i++)
    g_ptr_array_add (told, ((DatelineTextLoss *) g_ptr_array_index (losses, i))->words);
  for (guint i = 0; i < lost->len; i++)
    g_ptr_array_add (done, ((DatelineLostPassage *) g_ptr_array_index (lost, i))->words);
  g_ptr_array_sort (told, compare_words);
  g_ptr_array_sort (done, compare_words);
  g_assert_cmpuint (told->len, ==, done->len);
  for (guint i = 0; i < told->len; i++)
    g_assert_cmpstr (g_ptr_array_index (told, i), ==, g_ptr_array_index (done, i));
}

static void
replace (DatelineStoryFile *file,
         DatelineArticle   *article,
         GPtrArray         *blocks,
         DatelineEdit     **edit)
{
  g_autoptr(GArray) kinds = g_array_new (FALSE, TRUE, sizeof (DatelineBlockKind));
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++)
    {
      const DatelineTextBlock *block = g_ptr_array_index (blocks, i);

      g_array_append_val (kinds, block->kind);
      g_ptr_array_add (texts, block->text);
    }
  g_ptr_array_add (texts, NULL);
  *edit = dateline_edit_new ("Replace Text");
  dateline_edit_replace_text (*edit, article, (gconstpointer) kinds->data, (const char *const *) texts->pdata);
  file_kit_apply (file, *edit);
}

static void
test_tells (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  DatelineStory *story = dateline_session_get_story (session);

  for (guint i = 0; i < g_list_model_get_n_items (dateline_story_get_articles (story)); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (dateline_story_get_articles (story), i);
      g_autoptr(GPtrArray) all = dateline_article_dup_blocks (article);
      g_autoptr(GPtrArray) same = NULL;

      same = check (session, article, all, NULL);
      g_assert_cmpuint (same->len, ==, 0);

      /* Each block left out, in turn */
      for (guint left_out = 0; left_out < all->len; left_out++)
        {
          g_autoptr(GPtrArray) blocks = dateline_article_dup_blocks (article);
          g_autoptr(GPtrArray) losses = NULL;
          g_autoptr(DatelineEdit) edit = NULL;
          guint n_removed = 0;
          guint n_kept;

          g_ptr_array_remove_index (blocks, left_out);
          losses = check (session, article, blocks, &n_kept);
          for (guint j = 0; j < losses->len; j++)
            {
              const DatelineTextLoss *loss = g_ptr_array_index (losses, j);
              gboolean is_first = TRUE;

              for (guint k = 0; k < j; k++)
                is_first &= ((DatelineTextLoss *) g_ptr_array_index (losses, k))->item != loss->item;
              n_removed += loss->takes_item && is_first;
            }

          replace (file, article, blocks, &edit);
          assert_same_words (losses, dateline_edit_get_lost (edit));
          g_assert_cmpuint (dateline_edit_get_removed (edit)->len, ==, n_removed);
          g_assert_true (dateline_session_undo (session));
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr(DatelineStoryFile) file = file_kit_create ();
  g_autoptr(DatelineSession) session = dateline_session_new_for_file (file);
  g_autoptr(DatelineArticle) article = NULL;
  g_autoptr(GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Answer answer = { NULL };

  article = g_list_model_get_item (dateline_story_get_articles (dateline_session_get_story (session)), 0);
  dateline_text_check_async (session, article, blocks, cancellable, answered_cb, &answer);
  g_cancellable_cancel (cancellable);
  while (answer.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (dateline_text_check_finish (answer.result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (answer.result);
}

int
main (int    argc,
      char **argv)
{
  file_kit_init (&argc, &argv);

  g_test_add_func ("/text-check/tells", test_tells);
  g_test_add_func ("/text-check/cancelled", test_cancelled);

  return file_kit_run ();
}
