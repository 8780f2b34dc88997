/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms: every field of every kind changes the story, as one step that can be undone. */
#include "config.h"

#include <string.h>

#include "file-kit.h"
#include "form-kit.h"
#include "kit.h"

/* Every field, there and back. */
static void
check_form (FormKit *kit)
{
  g_autofree char *before = form_kit_dup_json (kit);
  g_autoptr(GPtrArray) fields = form_kit_dup_fields (kit);

  g_assert_cmpuint (fields->len, >, 3);
  for (guint i = 0; i < fields->len; i++)
    {
      DatelineField *field = g_ptr_array_index (fields, i);
      g_autofree char *property = form_kit_dup_property (field);
      g_autofree char *name = NULL;
      g_autofree char *changed = NULL;
      g_autofree char *again = NULL;
      g_autofree char *after = NULL;

      /* The kind of a claim's values depends on its accounts: see test_kind(). */
      if (g_str_equal (property, "value-kind"))
        continue;

      g_test_message ("%s of %s", property, G_OBJECT_TYPE_NAME (dateline_field_get_target (field)));
      form_kit_change (field, 0);
      dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
      g_assert_false (form_kit_is_wrong (field));
      changed = form_kit_dup_json (kit);
      g_assert_cmpstr (changed, !=, before);
      file_kit_assert_shown (kit->file);
      g_object_get (field, "edit-name", &name, NULL);
      g_assert_cmpstr (dateline_session_get_undo_name (kit->session), ==, name);

      /* More of the same is the same step. */
      form_kit_change (field, 1);
      dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
      again = form_kit_dup_json (kit);
      g_assert_cmpstr (again, !=, changed);

      g_assert_true (dateline_session_undo (kit->session));
      after = form_kit_dup_json (kit);
      g_assert_cmpstr (after, ==, before);
      file_kit_assert_shown (kit->file);
    }
  g_assert_cmpstr (dateline_session_get_undo_name (kit->session), ==, "");
}

static void
test_fields (FormKit       *kit,
             gconstpointer  data)
{
  static const DatelineItemKind kinds[] = {
    DATELINE_ITEM_ARTICLE, DATELINE_ITEM_PERSON, DATELINE_ITEM_EVENT, DATELINE_ITEM_QUOTE, DATELINE_ITEM_REACTION
  };

  g_assert_true (dateline_form_get_target (form_kit_get_form (kit)) == G_OBJECT (form_kit_get_story (kit)));
  check_form (kit);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(DatelineItem) item = g_list_model_get_item (dateline_story_get_items (form_kit_get_story (kit), kinds[i]), 1);

      form_kit_select_item (kit, item);
      g_assert_true (dateline_form_get_target (form_kit_get_form (kit)) == G_OBJECT (item));
      check_form (kit);
    }
}

static DatelineClaim *
find_claim (FormKit           *kit,
            DatelineValueKind  kind)
{
  GListModel *claims = dateline_story_get_claims (form_kit_get_story (kit));

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr(DatelineClaim) claim = g_list_model_get_item (claims, i);

      if (dateline_claim_get_value_kind (claim) == kind && g_list_model_get_n_items (dateline_claim_get_accounts (claim)) > 1)
        return claim;
    }
  g_assert_not_reached ();
}

static void
test_claim (FormKit       *kit,
            gconstpointer  data)
{
  DatelineClaim *claim = find_claim (kit, DATELINE_VALUE_KIND_COUNT);
  g_autoptr(DatelineAccount) account = g_list_model_get_item (dateline_claim_get_accounts (claim), 0);
  DatelineField *field;

  /* Who selects an account edits its claim. */
  form_kit_select_item (kit, account);
  g_assert_true (dateline_form_get_target (form_kit_get_form (kit)) == G_OBJECT (claim));
  check_form (kit);

  field = form_kit_find_field (kit, "quantity");
  form_kit_type (field, "5,000 or so");
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_true (form_kit_says (field, "“5,000 or so” is not a number"));
  form_kit_type (field, "");
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_true (form_kit_says (field, "needs a value"));
  form_kit_type (field, "7,500");
  dateline_edit_pane_flush (DATELINE_EDIT_PANE (kit->pane));
  g_assert_false (form_kit_is_wrong (field));
  g_assert_cmpstr (dateline_quantity_get_value (dateline_account_get_quantity (account)), ==, "7500");
  g_assert_true (form_kit_says (field, "7,500") || form_kit_says (field, "7500"));
}

/* What the accounts hold has to be readable as what the claim asks for. */
static void
test_kind (FormKit       *kit,
           gconstpointer  data)
{
  DatelineClaim *claim = find_claim (kit, DATELINE_VALUE_KIND_DURATION);
  g_autoptr(DatelineAccount) account = g_list_model_get_item (dateline_claim_get_accounts (claim), 0);
  GtkDropDown *drop_down;
  DatelineField *field;

  form_kit_select_item (kit, claim);
  field = form_kit_find_field (kit, "value-kind");
  drop_down = GTK_DROP_DOWN (kit_find (GTK_WIDGET (field), GTK_TYPE_DROP_DOWN, NULL));
  gtk_drop_down_set_selected (drop_down, DATELINE_VALUE_KIND_COUNT);
  g_assert_true (form_kit_is_wrong (field));
  g_assert_nonnull (form_kit_get_message (field));
  g_assert_cmpint (dateline_claim_get_value_kind (claim), ==, DATELINE_VALUE_KIND_DURATION);

  gtk_drop_down_set_selected (drop_down, DATELINE_VALUE_KIND_TEXT);
  g_assert_false (form_kit_is_wrong (field));
  g_assert_cmpint (dateline_claim_get_value_kind (claim), ==, DATELINE_VALUE_KIND_TEXT);
  g_assert_cmpint (dateline_quantity_get_kind (dateline_account_get_quantity (account)), ==, DATELINE_VALUE_KIND_TEXT);
  file_kit_assert_shown (kit->file);

  g_assert_true (dateline_session_undo (kit->session));
  g_assert_cmpint (dateline_claim_get_value_kind (claim), ==, DATELINE_VALUE_KIND_DURATION);
  g_assert_cmpint (dateline_quantity_get_kind (dateline_account_get_quantity (account)), ==, DATELINE_VALUE_KIND_DURATION);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, DATELINE_VALUE_KIND_DURATION);
}

int
main (int   argc,
      char *argv[])
{
  kit_init (&argc, &argv);
  file_kit_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/forms/" name, FormKit, NULL, form_kit_set_up, func, form_kit_tear_down)
  ADD ("fields", test_fields);
  ADD ("claim", test_claim);
  ADD ("kind", test_kind);

  return file_kit_run ();
}
