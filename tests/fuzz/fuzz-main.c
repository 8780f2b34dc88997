/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target without libFuzzer: the files that are given, and what a few random changes make of them.
 * DATELINE_FUZZ_SECONDS says for how long. */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "fuzz.h"

#define SECONDS 3

static void
mutate (GByteArray *bytes,
        GRand      *rand)
{
  guint n = (guint) g_rand_int_range (rand, 1, 9);

  for (guint i = 0; i < n && bytes->len > 0; i++)
    {
      guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
      guint length = (guint) g_rand_int_range (rand, 1, (gint32) MIN (bytes->len - at, 64) + 1);
      guint from = (guint) g_rand_int_range (rand, 0, (gint32) (bytes->len - length) + 1);

      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          bytes->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
          break;
        case 1:
          bytes->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
          break;
        case 2:
          memmove (bytes->data + at, bytes->data + from, MIN (length, bytes->len - at));
          break;
        case 3:
          memset (bytes->data + at, g_rand_boolean (rand) ? 0xff : 0, length);
          break;
        case 4:
          if (g_rand_int_range (rand, 0, 8) == 0)
            g_byte_array_set_size (bytes, at);
          break;
        default:
          if (at + length < bytes->len && g_rand_int_range (rand, 0, 8) == 0)
            g_byte_array_remove_range (bytes, at, length);
          break;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  const char *limit = g_getenv ("DATELINE_FUZZ_SECONDS");
  gint64 end = g_get_monotonic_time () + (limit != NULL ? g_ascii_strtoll (limit, NULL, 10) : SECONDS) * G_USEC_PER_SEC;
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint n = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr(GError) error = NULL;
      char *data;
      gsize length;

      g_file_get_contents (argv[i], &data, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (seeds, g_bytes_new_take (data, length));
      LLVMFuzzerTestOneInput ((const uint8_t *) data, length);
    }
  g_assert_cmpuint (seeds->len, >, 0);
  LLVMFuzzerTestOneInput ((const uint8_t *) "", 0);

  for (; g_get_monotonic_time () < end; n++)
    {
      GBytes *seed = g_ptr_array_index (seeds, (guint) g_rand_int_range (rand, 0, (gint32) seeds->len));
      g_autoptr(GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
      mutate (bytes, rand);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }

  g_print ("TAP version 13\n1..1\nok 1 - %u inputs\n", n);

  return 0;
}
