/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits that start from selected words: a new item with them as its evidence, or new evidence of an item. */
#include "config.h"

#include "dateline-passage-edit.h"

#include <glib/gi18n.h>

#include "dateline-passage-context.h"
#include "dateline-passage-item.h"
#include "dateline-text.h"

/* As much of the words as a message quotes. */
#define MAX_SHOWN 40

G_DEFINE_QUARK (dateline-passage-edit-error-quark, dateline_passage_edit_error)

static DatelinePassage *
trim (DatelinePassage  *passage,
      GError          **error)
{
  DatelinePassage *words = dateline_passage_context_trim (passage, NULL);

  if (words == NULL)
    g_set_error_literal (error, DATELINE_PASSAGE_EDIT_ERROR, DATELINE_PASSAGE_EDIT_ERROR_NO_WORDS,
                         _("There are no words in the selection"));

  return words;
}

static DatelineEdit *
create_edit (const char    *name,
             DatelineItem  *draft,
             char         **id)
{
  DatelineEdit *edit = dateline_edit_new (name);

  dateline_edit_put (edit, draft, NULL);
  *id = g_strdup (dateline_item_get_id (draft));

  return edit;
}

/* The same passage twice would be counted twice. */
static gboolean
has_passage (DatelineItem    *item,
             DatelinePassage *passage)
{
  GListModel *passages = dateline_item_get_passages (item);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) other = g_list_model_get_item (passages, i);

      if (dateline_passage_compare (other, passage) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
put_passage (DatelineEdit    *edit,
             DatelineItem    *item,
             DatelinePassage *passage)
{
  g_autoptr(DatelineItem) base = dateline_item_copy (item);
  g_autoptr(DatelineItem) draft = dateline_item_copy (item);

  if (!has_passage (item, passage))
    dateline_item_add_passage (draft, passage);
  dateline_edit_put (edit, draft, base);
}

static DatelineEdit *
add_person (DatelineStory    *story,
            DatelinePassage  *words,
            char            **id)
{
  DatelinePerson *known = dateline_passage_context_find_person (story, dateline_passage_get_exact (words));
  g_autofree char *new_id = NULL;
  g_autoptr(DatelineItem) draft = NULL;

  if (known != NULL)
    {
      DatelineEdit *edit = dateline_edit_new (C_("edit", "Add Mention"));

      put_passage (edit, DATELINE_ITEM (known), words);
      *id = g_strdup (dateline_item_get_id (DATELINE_ITEM (known)));
      return edit;
    }

  new_id = dateline_edit_dup_new_id (DATELINE_ITEM_PERSON);
  draft = dateline_passage_item_new_person (new_id, words);

  return create_edit (C_("edit", "Add Person"), draft, id);
}

/**
 * dateline_passage_edit_new_item:
 * @index: the index of the story
 * @story: the story
 * @passage: the words that the reader selected
 * @kind: an event, a quote or a person
 * @id: (out): the item that the edit makes; the person that has the name already, who is mentioned once more
 * @error: return location for an error
 *
 * Makes an item of words.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with @error set
 */
DatelineEdit *
dateline_passage_edit_new_item (DatelineIndex     *index,
                                DatelineStory     *story,
                                DatelinePassage   *passage,
                                DatelineItemKind   kind,
                                char             **id,
                                GError           **error)
{
  g_autoptr(DatelinePassage) words = NULL;
  g_autofree char *new_id = NULL;
  g_autoptr(DatelineItem) draft = NULL;

  g_return_val_if_fail (DATELINE_IS_INDEX (index), NULL);
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (kind == DATELINE_ITEM_EVENT || kind == DATELINE_ITEM_QUOTE || kind == DATELINE_ITEM_PERSON, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  words = trim (passage, error);
  if (words == NULL)
    return NULL;
  if (kind == DATELINE_ITEM_PERSON)
    return add_person (story, words, id);

  new_id = dateline_edit_dup_new_id (kind);
  if (kind == DATELINE_ITEM_EVENT)
    {
      draft = dateline_passage_item_new_event (new_id, words);
      return create_edit (C_("edit", "Add Event"), draft, id);
    }

  draft = dateline_passage_item_new_quote (new_id, words, index);

  return create_edit (C_("edit", "Add Quote"), draft, id);
}

/* Who wrote what nobody is known to have written; the same for all such posts. */
static DatelinePerson *
dup_author (DatelineStory *story,
            DatelineEdit  *edit,
            const char    *name)
{
  DatelinePerson *known = dateline_passage_context_find_person (story, name);
  g_autofree char *id = NULL;
  DatelinePerson *author;

  if (known != NULL)
    return g_object_ref (known);

  id = dateline_edit_dup_new_id (DATELINE_ITEM_PERSON);
  author = g_object_new (DATELINE_TYPE_PERSON, "id", id, "name", name, NULL);
  dateline_edit_put (edit, DATELINE_ITEM (author), NULL);

  return author;
}

/**
 * dateline_passage_edit_new_reaction:
 * @story: the story
 * @passage: the words of the post
 * @author: (nullable): who wrote it
 * @name: (nullable): the name of somebody who is perhaps not in the story yet; without an author and a name it is whoever
 *     the line under the post names, or an unknown author
 * @id: (out): the reaction that the edit makes
 * @error: return location for an error
 *
 * Makes a reaction of words.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with @error set
 */
DatelineEdit *
dateline_passage_edit_new_reaction (DatelineStory    *story,
                                    DatelinePassage  *passage,
                                    DatelinePerson   *author,
                                    const char       *name,
                                    char            **id,
                                    GError          **error)
{
  g_autoptr(DatelinePassage) words = NULL;
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(DatelinePerson) who = NULL;
  g_autoptr(DatelineItem) draft = NULL;
  g_autoptr(DatelineDate) date = NULL;
  g_autofree char *byline = NULL;
  g_autofree char *handle = NULL;
  g_autofree char *new_id = NULL;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (author == NULL || DATELINE_IS_PERSON (author), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  words = trim (passage, error);
  if (words == NULL)
    return NULL;

  edit = dateline_edit_new (C_("edit", "Add Reaction"));
  if (author != NULL)
    who = g_object_ref (author);
  else if (name != NULL && *name != '\0')
    who = dup_author (story, edit, name);
  else if (dateline_passage_context_read_byline (words, &byline, &handle, &date))
    who = dup_author (story, edit, byline);
  else
    who = dup_author (story, edit, _("Unknown author"));

  new_id = dateline_edit_dup_new_id (DATELINE_ITEM_REACTION);
  draft = dateline_passage_item_new_reaction (new_id, words, who);
  dateline_edit_put (edit, draft, NULL);
  *id = g_steal_pointer (&new_id);

  return g_steal_pointer (&edit);
}

static const char *
describe_kind (DatelineValueKind kind)
{
  switch (kind)
    {
    case DATELINE_VALUE_KIND_DURATION:
      /* Translators: %s are words of an article */
      return _("“%s” tells no duration");
    case DATELINE_VALUE_KIND_COUNT:
      /* Translators: %s are words of an article */
      return _("“%s” tells no number");
    case DATELINE_VALUE_KIND_DATE:
      /* Translators: %s are words of an article */
      return _("“%s” tells no date");
    case DATELINE_VALUE_KIND_TEXT:
    default:
      return "“%s”";
    }
}

/**
 * dateline_passage_edit_new_account_of:
 * @passage: the wording
 * @claim: the claim that it answers
 * @quantity: what the wording comes to
 * @unit: (nullable): what is counted
 * @id: (out): the account that the edit makes
 * @error: return location for an error
 *
 * Makes an account of words that do not tell their value by themselves.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with @error set
 */
DatelineEdit *
dateline_passage_edit_new_account_of (DatelinePassage   *passage,
                                      DatelineClaim     *claim,
                                      DatelineQuantity  *quantity,
                                      const char        *unit,
                                      char             **id,
                                      GError           **error)
{
  g_autoptr(DatelinePassage) words = NULL;
  g_autoptr(DatelineItem) draft = NULL;
  g_autofree char *new_id = NULL;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (DATELINE_IS_CLAIM (claim), NULL);
  g_return_val_if_fail (quantity != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  words = trim (passage, error);
  if (words == NULL)
    return NULL;

  new_id = dateline_edit_dup_new_id (DATELINE_ITEM_ACCOUNT);
  draft = g_object_new (DATELINE_TYPE_ACCOUNT, "id", new_id, "quantity", quantity, "unit", unit != NULL ? unit : "", "claim", claim, NULL);
  dateline_item_add_passage (draft, words);

  return create_edit (_("Add Account"), draft, id);
}

/**
 * dateline_passage_edit_new_account:
 * @passage: the wording
 * @claim: (nullable): the claim that it answers
 * @question: (nullable): the question of a new claim, without @claim
 * @id: (out): the account that the edit makes; of a new claim, the claim
 * @error: return location for an error
 *
 * Makes an account of words, and the claim if there is none yet.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with @error set
 */
DatelineEdit *
dateline_passage_edit_new_account (DatelinePassage  *passage,
                                   DatelineClaim    *claim,
                                   const char       *question,
                                   char            **id,
                                   GError          **error)
{
  g_autoptr(DatelinePassage) words = NULL;
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(DatelineItem) asked = NULL;
  g_autoptr(DatelineItem) draft = NULL;
  g_autofree char *new_id = NULL;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (claim == NULL || DATELINE_IS_CLAIM (claim), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  words = trim (passage, error);
  if (words == NULL)
    return NULL;

  if (claim != NULL)
    {
      asked = g_object_ref (DATELINE_ITEM (claim));
      edit = dateline_edit_new (C_("edit", "Add Account"));
    }
  else
    {
      g_autofree char *claim_id = dateline_edit_dup_new_id (DATELINE_ITEM_CLAIM);

      asked = dateline_passage_item_new_claim (claim_id, question != NULL && *question != '\0' ? question : _("New question"),
                                               words);
      edit = dateline_edit_new (C_("edit", "Add Claim"));
      dateline_edit_put (edit, asked, NULL);
    }

  new_id = dateline_edit_dup_new_id (DATELINE_ITEM_ACCOUNT);
  draft = dateline_passage_item_new_account (new_id, words, dateline_claim_get_value_kind (DATELINE_CLAIM (asked)));
  if (draft == NULL)
    {
      g_autofree char *shown = dateline_text_abridge (dateline_passage_get_exact (words), MAX_SHOWN);
      g_autoptr(GString) message = g_string_new (describe_kind (dateline_claim_get_value_kind (DATELINE_CLAIM (asked))));

      g_string_replace (message, "%s", shown, 1);
      g_set_error_literal (error, DATELINE_PASSAGE_EDIT_ERROR, DATELINE_PASSAGE_EDIT_ERROR_NO_VALUE, message->str);
      return NULL;
    }

  g_object_set (draft, "claim", asked, NULL);
  dateline_edit_put (edit, draft, NULL);
  *id = g_strdup (dateline_item_get_id (claim != NULL ? draft : asked));

  return g_steal_pointer (&edit);
}

/**
 * dateline_passage_edit_add_evidence:
 * @passage: the words that the reader selected
 * @item: an item of the story
 * @id: (out): what gets the words: the item, or a new account if it is a claim
 * @error: return location for an error
 *
 * Adds words to what an item rests on.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with @error set
 */
DatelineEdit *
dateline_passage_edit_add_evidence (DatelinePassage  *passage,
                                    DatelineItem     *item,
                                    char            **id,
                                    GError          **error)
{
  g_autoptr(DatelinePassage) words = NULL;
  DatelineEdit *edit;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (DATELINE_IS_CLAIM (item))
    return dateline_passage_edit_new_account (passage, DATELINE_CLAIM (item), NULL, id, error);

  words = trim (passage, error);
  if (words == NULL)
    return NULL;

  edit = dateline_edit_new (DATELINE_IS_PERSON (item) ? C_("edit", "Add Mention") : C_("edit", "Add Evidence"));
  put_passage (edit, item, words);
  *id = g_strdup (dateline_item_get_id (item));

  return edit;
}
