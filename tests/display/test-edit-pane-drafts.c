/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edit pane: what was typed and is not applied yet is kept with every key. */
#include "config.h"

#include "dateline-drafts.h"
#include "file-kit.h"
#include "form-kit.h"
#include "kit.h"

#define assert_text(field, expected)                    \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *text = form_kit_dup_text (field);  \
                                                        \
    g_assert_cmpstr (text, ==, expected);               \
  }                                                     \
  G_STMT_END

/* Who never rests is not kept waiting for long. */
static void
test_restless (FormKit       *kit,
               gconstpointer  data)
{
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");
  gint64 start = g_get_monotonic_time ();
  DatelineField *field;
  guint n = 0;

  form_kit_select_item (kit, event);
  field = form_kit_find_field (kit, "title");
  while (!g_str_has_prefix (dateline_event_get_title (event), "Key ") && g_get_monotonic_time () - start < 5 * G_USEC_PER_SEC)
    {
      gint64 next = g_get_monotonic_time () + 100000;
      g_autofree char *text = g_strdup_printf ("Key %u", n++);

      form_kit_type (field, text);
      while (g_get_monotonic_time () < next)
        kit_iterate ();
    }
  g_assert_true (g_str_has_prefix (dateline_event_get_title (event), "Key "));
  g_assert_cmpuint (n, >, 15);
}

/* What is not applied yet is kept with every key, and no longer when it is. */
static void
test_drafts (FormKit       *kit,
             gconstpointer  data)
{
  DatelineDrafts *drafts = dateline_drafts_get (kit->session);
  DatelineField *title;
  DatelineField *date;

  form_kit_select_item (kit, form_kit_get_item (kit, "event-hearing"));
  title = form_kit_find_field (kit, "title");
  date = form_kit_find_field (kit, "date");
  form_kit_type (title, "Typed");
  g_assert_cmpstr (dateline_drafts_find (drafts, "event-hearing", "title")->text, ==, "Typed");
  form_kit_type (date, "2021-13");
  g_assert_cmpstr (dateline_drafts_find (drafts, "event-hearing", "date")->text, ==, "2021-13");
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_null (dateline_drafts_find (drafts, "event-hearing", "title"));
  g_assert_nonnull (dateline_drafts_find (drafts, "event-hearing", "date"));

  /* Another window, or another day: the date is as wrong as it was, and nobody else changed it. */
  kit_destroy (kit->window);
  g_clear_object (&kit->editor);
  g_assert_finalize_object (kit->session);
  g_clear_object (&kit->settings);
  form_kit_show_file (kit);
  form_kit_select_item (kit, form_kit_get_item (kit, "event-hearing"));
  date = form_kit_find_field (kit, "date");
  assert_text (date, "2021-13");
  g_assert_true (form_kit_is_wrong (date));
  g_assert_false (form_kit_asks (date));
  form_kit_type (date, "2021-02-03");
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_null (dateline_drafts_find (dateline_drafts_get (kit->session), "event-hearing", "date"));
}

/* Typed in the moment before a crash: it is applied when it is seen again, unless somebody else was there. */
static void
test_left_behind (FormKit       *kit,
                  gconstpointer  data)
{
  DatelineDrafts *drafts = dateline_drafts_get (kit->session);
  DatelineEvent *event = form_kit_get_item (kit, "event-hearing");

  dateline_drafts_put (drafts, "event-hearing", "title", "Title", dateline_event_get_title (event), "Almost lost");
  dateline_drafts_put (drafts, "event-hearing", "place", "Place", "Where it was then", "Another place");
  form_kit_select_item (kit, event);
  assert_text (form_kit_find_field (kit, "title"), "Almost lost");
  assert_text (form_kit_find_field (kit, "place"), "Another place");
  g_assert_true (form_kit_asks (form_kit_find_field (kit, "place")));
  KIT_UNTIL (g_strcmp0 (dateline_event_get_title (event), "Almost lost") == 0);
  g_assert_cmpstr (dateline_event_get_place (event), !=, "Another place");
  dateline_drafts_clear (drafts);
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/edit-pane-drafts/" name, FormKit, NULL, form_kit_set_up, func, form_kit_tear_down)
  ADD ("restless", test_restless);
  ADD ("kept", test_drafts);
  ADD ("left-behind", test_left_behind);

  return file_kit_run ();
}
