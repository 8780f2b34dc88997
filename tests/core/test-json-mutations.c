/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Good stories, made bad at random but always in the same way: whatever comes in, the reader either refuses it with a
 * sentence or hands out a story that can be used and written. */
#include "config.h"

#include <string.h>

#include "dateline-comparison.h"
#include "dateline-index.h"
#include "dateline-json-reader.h"
#include "dateline-json-writer.h"
#include "dateline-quantity.h"

/* Pieces that are likely to matter somewhere. */
static const char *const pieces[] = {
  "{", "}", "[", "]", "\"", ":", ",", "null", "true", "false", "0", "-1", "1e9", "4294967296", "9223372036854775807", "0.5",
  "\"\"", "[]", "{}", "\\", "\\u0000", "\\ud83d", "\\ude00", "\n", "\xff", "\xd0", "\xe2\x80\xa8", "\xf0\x9f\x9f\xa5",
  "\"id\":\"person-he\"", "\"article-one\"", "\"event-whole\"", "\"2021-13\"", "\"../2021\"", "\"P1Y\"", "\"over\"", "//", "'",
  "\"start\":0", "\"end\":99999999"
};

static void
mutate (GByteArray *text,
        GRand      *rand)
{
  guint n = g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n && text->len > 2; i++)
    {
      guint at = g_rand_int_range (rand, 0, text->len - 1);
      guint length = g_rand_int_range (rand, 1, 64);
      const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
      g_autofree guint8 *copy = NULL;

      length = MIN (length, text->len - at);
      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          text->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
          break;
        case 1:
          g_byte_array_remove_range (text, at, length);
          break;
        case 2:
          /* Something in the place of as many bytes keeps most of the rest valid. */
          memcpy (text->data + at, piece, MIN (strlen (piece), text->len - at));
          break;
        case 3:
          copy = g_memdup2 (text->data + at, text->len - at);
          length = text->len - at;
          g_byte_array_set_size (text, at);
          g_byte_array_append (text, (const guint8 *) piece, strlen (piece));
          g_byte_array_append (text, copy, length);
          break;
        default:
          /* The same again somewhere else. */
          {
            guint to = g_rand_int_range (rand, 0, text->len - length + 1);

            memmove (text->data + to, text->data + at, length);
          }
          break;
        }
    }
}

/* Swaps the values of two lines, which leaves the JSON valid: ids, numbers and texts turn up where others should be. */
static void
mutate_lines (GByteArray *text,
              GRand      *rand)
{
  g_autofree char *whole = g_strndup ((const char *) text->data, text->len);
  g_auto(GStrv) lines = g_strsplit (whole, "\n", -1);
  guint n = g_strv_length (lines);
  g_autofree char *joined = NULL;

  for (guint tries = 0; tries < 100; tries++)
    {
      char **a = &lines[g_rand_int_range (rand, 0, n)];
      char **b = &lines[g_rand_int_range (rand, 0, n)];
      char *a_value = strstr (*a, "\": ");
      char *b_value = strstr (*b, "\": ");
      char *new_a;
      char *new_b;

      if (a == b || a_value == NULL || b_value == NULL || strchr ("[{", a_value[3]) || strchr ("[{", b_value[3]) ||
          g_str_has_suffix (*a, ",") != g_str_has_suffix (*b, ","))
        continue;

      new_a = g_strdup_printf ("%.*s%s", (int) (a_value - *a), *a, b_value);
      new_b = g_strdup_printf ("%.*s%s", (int) (b_value - *b), *b, a_value);
      g_free (*a);
      g_free (*b);
      *a = new_a;
      *b = new_b;
      break;
    }

  joined = g_strjoinv ("\n", lines);
  g_byte_array_set_size (text, 0);
  g_byte_array_append (text, (const guint8 *) joined, strlen (joined));
}

static void
use_story (DatelineStory *story)
{
  g_autoptr(DatelineIndex) index = dateline_index_new (story);
  GListModel *articles = dateline_story_get_articles (story);
  GListModel *claims = dateline_story_get_claims (story);
  g_autoptr(GBytes) bytes = dateline_json_writer_write (story);
  g_autoptr(DatelineStory) again = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;

  for (DatelineItemKind kind = 0; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      GListModel *items = dateline_story_get_items (story, kind);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, i);

          g_assert_nonnull (dateline_item_get_label (item));
          dateline_index_get_articles (index, item);
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr(DatelineClaim) claim = g_list_model_get_item (claims, i);
      g_autoptr(DatelineComparison) comparison = dateline_comparison_new (claim, articles);
      GListModel *accounts = dateline_claim_get_accounts (claim);

      for (guint j = 0; j < g_list_model_get_n_items (accounts); j++)
        {
          g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, j);
          g_autofree char *words = dateline_quantity_format (dateline_account_get_quantity (account));
          g_autofree char *explanation = dateline_comparison_dup_explanation (comparison, account);

          g_assert_true (g_utf8_validate (words, -1, NULL));
          g_assert_true (g_utf8_validate (explanation, -1, NULL));
        }
    }

  /* What was mended once needs no mending again. */
  again = dateline_json_reader_read (bytes, &warnings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (warnings), ==, 0);
}

static gboolean
read_mutant (GByteArray *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text->data, text->len);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) warnings = NULL;
  DatelineStory *story = dateline_json_reader_read (bytes, &warnings, &error);

  if (story == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == DATELINE_STORY_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return FALSE;
    }

  g_assert_no_error (error);
  for (guint i = 0; warnings[i] != NULL; i++)
    g_assert_true (g_utf8_validate (warnings[i], -1, NULL));
  use_story (story);
  g_assert_finalize_object (story);

  return TRUE;
}

static void
read_mutants (GBytes *original,
              guint   n,
              gboolean by_line)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20210202);
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GByteArray) text = g_byte_array_new ();

      g_byte_array_append (text, g_bytes_get_data (original, NULL), g_bytes_get_size (original));
      if (by_line)
        for (guint swaps = g_rand_int_range (rand, 1, 6); swaps > 0; swaps--)
          mutate_lines (text, rand);
      else
        mutate (text, rand);
      n_read += read_mutant (text);
    }

  /* If all of them were refused, or none, the mutations would prove little. */
  g_test_message ("%u of %u could be read", n_read, n);
  g_assert_cmpuint (n_read, >, n / 50);
  g_assert_cmpuint (n_read, <, n);
}

static GBytes *
load_fixture (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "everything.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_bytes (void)
{
  g_autoptr(GBytes) bytes = load_fixture ();

  read_mutants (bytes, 2000, FALSE);
}

static void
test_lines (void)
{
  g_autoptr(GBytes) bytes = load_fixture ();

  read_mutants (bytes, 2000, TRUE);
}

static void
test_bundled (void)
{
  g_autoptr(GBytes) bytes = g_resources_lookup_data (DATELINE_STORY_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  read_mutants (bytes, 100, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-mutations/bytes", test_bytes);
  g_test_add_func ("/json-mutations/lines", test_lines);
  g_test_add_func ("/json-mutations/bundled", test_bundled);

  return g_test_run ();
}
