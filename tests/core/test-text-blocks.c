/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article as it is typed: taken apart, and written down again without loss. */
#include "config.h"

#include "dateline-text-blocks.h"

/* "p:words|h:words" and so on */
static char *
describe (const char *text)
{
  static const char kinds[] = "hpqt";
  g_autoptr(GPtrArray) blocks = dateline_text_blocks_parse (text);
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const DatelineTextBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (description, "%s%c:%s", i > 0 ? "|" : "", kinds[block->kind], block->text);
    }

  return g_string_free (description, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *wanted;
  } cases[] = {
    { "", "" },
    { " \n\n \t ", "" },
    { "One", "p:One" },
    /* A line each, as long as there are no empty ones */
    { "One\nTwo\n", "p:One|p:Two" },
    { "\n\nOne\nTwo", "p:One|p:Two" },
    /* Lines as a mail has them */
    { "One\ngoes on\n\nTwo", "p:One goes on|p:Two" },
    { "One\r\ngoes on\r\n\r\n\r\nTwo", "p:One goes on|p:Two" },
    { "One\r\rTwo", "p:One|p:Two" },
    { "One\xe2\x80\xa8" "goes on\xe2\x80\xa9\xe2\x80\xa9Two", "p:One goes on|p:Two" },
    /* Marks */
    { "# Head\nOne\n\nTwo", "h:Head|p:One|p:Two" },
    { "One\n\n> said\n> more\nand on", "p:One|q:said more and on" },
    { "> said\n@ posted", "q:said|t:posted" },
    { "@ posted\n\n> said", "t:posted|q:said" },
    /* No marks: a hashtag, a handle, an arrow */
    { "#негрустивсебудетхорошо", "p:#негрустивсебудетхорошо" },
    { "@navalny\n>quote", "p:@navalny|p:>quote" },
    { "\\# not a head", "p:# not a head" },
    { "\\\\# two", "p:\\# two" },
    { "\\n", "p:\\n" },
    { "#", "p:#" },
    { "# ", "p:#" },
    /* What comes with what is pasted */
    { "\xef\xbb\xbfOne\x01two\xc2\xa0three", "p:One two\xc2\xa0three" },
    { "bad \xff byte", "p:bad \xef\xbf\xbd byte" },
    { "  ❤️ сердце  ", "p:❤️ сердце" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].wanted);
    }
}

/* Whatever is in the blocks: written down and read again it is the same. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "#", ">", "@", "\\", " ", "a", "ж", "❤️", "word", "“", "-" };

  for (guint seed = 0; seed < 5000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_text_block_free);
      g_autoptr(GPtrArray) again = NULL;
      g_autofree char *text = NULL;

      for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
        {
          g_autoptr(GString) words = g_string_new (NULL);

          for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
            g_string_append (words, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          g_strstrip (words->str);
          if (*words->str != '\0')
            g_ptr_array_add (blocks, dateline_text_block_new (g_rand_int_range (rand, 0, 4), words->str));
        }

      text = dateline_text_blocks_print (blocks);
      again = dateline_text_blocks_parse (text);
      g_assert_cmpuint (again->len, ==, blocks->len);
      for (guint i = 0; i < blocks->len; i++)
        {
          const DatelineTextBlock *a = g_ptr_array_index (blocks, i);
          const DatelineTextBlock *b = g_ptr_array_index (again, i);

          g_assert_cmpint (a->kind, ==, b->kind);
          g_assert_cmpstr (a->text, ==, b->text);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-blocks/parse", test_parse);
  g_test_add_func ("/text-blocks/round-trip", test_round_trip);

  return g_test_run ();
}
