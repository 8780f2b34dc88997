/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of every sort, as chance has it. */
#include "config.h"

#include "random-edit.h"

#include "dateline-kept-clippings.h"

typedef struct
{
  DatelineStoryFile *file;
  DatelineStory     *story;
  GRand             *rand;
  DatelineEdit      *edit;
} Dice;

static guint
roll (Dice  *dice,
      guint  n)
{
  return (guint) g_rand_int_range (dice->rand, 0, (gint32) n);
}

static gpointer
dup_item (Dice             *dice,
          DatelineItemKind  kind)
{
  GListModel *items = dateline_story_get_items (dice->story, kind);
  guint n = g_list_model_get_n_items (items);

  return n > 0 ? g_list_model_get_item (items, roll (dice, n)) : NULL;
}

static DatelineItemKind
roll_kind (Dice *dice)
{
  return (DatelineItemKind) roll (dice, DATELINE_N_ITEM_KINDS);
}

static char *
dup_text (Dice *dice)
{
  static const char *const words[] = { "court", "суд", "сердце", "heart", "“so”", "2021", "😀", "it's", "a|b", "\\n", "" };
  GString *text = g_string_new (NULL);

  for (guint n = roll (dice, 5) + 1; n > 0; n--)
    g_string_append_printf (text, "%s ", words[roll (dice, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static DatelinePassage *
dup_passage (Dice            *dice,
             DatelineArticle *only)
{
  g_autoptr(DatelineArticle) article = only != NULL ? g_object_ref (only) : dup_item (dice, DATELINE_ITEM_ARTICLE);
  guint length = article != NULL ? dateline_article_get_length (article) : 0;
  guint start;

  if (length < 2)
    return NULL;
  start = roll (dice, length - 1);

  return dateline_passage_new (article, start, start + 1 + roll (dice, MIN (30, length - start - 1) + 1));
}

static DatelineDate *
dup_date (Dice *dice)
{
  g_autofree char *text = g_strdup_printf ("20%02u-%02u-%02u", roll (dice, 30), roll (dice, 12) + 1, roll (dice, 28) + 1);

  return dateline_date_new (text, NULL);
}

/* Some of the items of a kind, in any order. */
static GPtrArray *
dup_some (Dice             *dice,
          DatelineItemKind  kind)
{
  GPtrArray *some = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint n = roll (dice, 4); n > 0; n--)
    {
      g_autoptr(DatelineItem) item = dup_item (dice, kind);

      if (item != NULL && !g_ptr_array_find (some, item, NULL))
        g_ptr_array_add (some, g_object_ref (item));
    }

  return some;
}

static void
change_passages (Dice         *dice,
                 DatelineItem *draft)
{
  GListModel *old = dateline_item_get_passages (draft);
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_single = DATELINE_IS_QUOTE (draft) || DATELINE_IS_ACCOUNT (draft);
  DatelinePassage *passage;

  if (DATELINE_IS_ARTICLE (draft) || DATELINE_IS_CLAIM (draft))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (old) && !is_single; i++)
    if (roll (dice, 4) > 0)
      g_ptr_array_insert (passages, (int) roll (dice, passages->len + 1), g_list_model_get_item (old, i));
  passage = dup_passage (dice, DATELINE_IS_ACCOUNT (draft) ? dateline_account_get_article (DATELINE_ACCOUNT (draft)) : NULL);
  if (passage != NULL)
    g_ptr_array_add (passages, passage);
  if (passages->len > 0)
    dateline_item_set_passages (draft, passages);
}

static void
change_links (Dice         *dice,
              DatelineItem *draft)
{
  static const struct
  {
    GType          (*type) (void);
    const char      *property;
    DatelineItemKind kind;
    gboolean         is_needed;
  } links[] = {
    { dateline_event_get_type, "part-of", DATELINE_ITEM_EVENT, FALSE },
    { dateline_quote_get_type, "speaker", DATELINE_ITEM_PERSON, FALSE },
    { dateline_quote_get_type, "addressee", DATELINE_ITEM_PERSON, FALSE },
    { dateline_quote_get_type, "original", DATELINE_ITEM_QUOTE, FALSE },
    { dateline_quote_get_type, "event", DATELINE_ITEM_EVENT, FALSE },
    { dateline_reaction_get_type, "author", DATELINE_ITEM_PERSON, TRUE },
    { dateline_reaction_get_type, "answers", DATELINE_ITEM_EVENT, FALSE },
    { dateline_reaction_get_type, "answers", DATELINE_ITEM_REACTION, FALSE },
    { dateline_account_get_type, "claim", DATELINE_ITEM_CLAIM, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr(DatelineItem) other = NULL;

      if (!g_type_is_a (G_OBJECT_TYPE (draft), links[i].type ()) || roll (dice, 2) == 0)
        continue;
      if (links[i].is_needed || roll (dice, 3) > 0)
        other = dup_item (dice, links[i].kind);
      if (other != NULL || !links[i].is_needed)
        g_object_set (draft, links[i].property, other, NULL);
    }
}

static void
change_texts (Dice         *dice,
              DatelineItem *draft)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (draft), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_text (dice);

      /* An address has to be one. */
      if (pspecs[i]->value_type == G_TYPE_STRING && !g_str_equal (pspecs[i]->name, "url") &&
          (pspecs[i]->flags & (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY)) == G_PARAM_WRITABLE && roll (dice, 3) == 0)
        g_object_set (draft, pspecs[i]->name, text, NULL);
    }
}

static void
change_lists (Dice         *dice,
              DatelineItem *draft)
{
  const char *themes[] = { "courage", "prayer", NULL };

  if (DATELINE_IS_EVENT (draft))
    {
      g_autoptr(GPtrArray) people = dup_some (dice, DATELINE_ITEM_PERSON);
      g_autoptr(DatelineDate) date = dup_date (dice);

      dateline_event_set_participants (DATELINE_EVENT (draft), people);
      g_object_set (draft, "date", date, NULL);
    }
  else if (DATELINE_IS_CLAIM (draft))
    {
      g_autoptr(GPtrArray) about = dup_some (dice, roll_kind (dice));

      dateline_claim_set_about (DATELINE_CLAIM (draft), about);
    }
  else if (DATELINE_IS_REACTION (draft))
    {
      g_object_set (draft, "themes", themes + roll (dice, 3), NULL);
    }
  else if (DATELINE_IS_PERSON (draft))
    {
      g_object_set (draft, "aliases", themes + roll (dice, 3), NULL);
    }
}

static void
change_item (Dice *dice)
{
  g_autoptr(DatelineItem) item = dup_item (dice, roll_kind (dice));
  g_autoptr(DatelineItem) base = NULL;
  g_autoptr(DatelineItem) draft = NULL;

  if (item == NULL)
    return;

  base = dateline_item_copy (item);
  draft = dateline_item_copy (item);
  if (roll (dice, 2) == 0)
    change_texts (dice, draft);
  if (roll (dice, 3) == 0)
    change_links (dice, draft);
  if (roll (dice, 3) == 0)
    change_lists (dice, draft);
  if (roll (dice, 3) == 0)
    change_passages (dice, draft);
  dateline_edit_put (dice->edit, draft, base);
}

static void
add_item (Dice *dice)
{
  static GType (*const types[]) (void) = {
    [DATELINE_ITEM_ARTICLE] = dateline_article_get_type,
    [DATELINE_ITEM_PERSON] = dateline_person_get_type,
    [DATELINE_ITEM_EVENT] = dateline_event_get_type,
    [DATELINE_ITEM_QUOTE] = dateline_quote_get_type,
    [DATELINE_ITEM_REACTION] = dateline_reaction_get_type,
    [DATELINE_ITEM_CLAIM] = dateline_claim_get_type,
    [DATELINE_ITEM_ACCOUNT] = dateline_account_get_type,
  };
  DatelineItemKind kind = roll_kind (dice);
  /* Not of dateline_edit_dup_new_id(), so that a run is like the other. */
  g_autofree char *id = g_strdup_printf ("new-%08x%08x", g_rand_int (dice->rand), g_rand_int (dice->rand));
  g_autoptr(DatelineItem) draft = g_object_new (types[kind] (), "id", id, NULL);

  change_texts (dice, draft);
  if (kind == DATELINE_ITEM_ARTICLE)
    {
      dateline_article_append_block (DATELINE_ARTICLE (draft), DATELINE_BLOCK_HEADING, "New");
      dateline_article_append_block (DATELINE_ARTICLE (draft), DATELINE_BLOCK_PARAGRAPH, "A text with “words”.");
    }
  if (kind == DATELINE_ITEM_ACCOUNT)
    {
      g_autoptr(DatelineQuantity) quantity = NULL;
      g_autoptr(DatelineClaim) claim = dup_item (dice, DATELINE_ITEM_CLAIM);

      if (claim == NULL)
        return;
      quantity = dateline_quantity_new (DATELINE_VALUE_KIND_TEXT, "so", DATELINE_BOUND_EXACTLY, NULL, NULL);
      g_object_set (draft, "claim", claim, "quantity", quantity, NULL);
    }
  if (kind == DATELINE_ITEM_REACTION)
    {
      g_autoptr(DatelinePerson) author = dup_item (dice, DATELINE_ITEM_PERSON);

      if (author == NULL)
        return;
      g_object_set (draft, "author", author, NULL);
    }
  change_lists (dice, draft);
  if (kind == DATELINE_ITEM_EVENT)
    {
      g_autoptr(DatelineDate) date = dup_date (dice);

      g_object_set (draft, "date", date, NULL);
    }
  if (kind == DATELINE_ITEM_QUOTE || kind == DATELINE_ITEM_ACCOUNT)
    {
      g_autoptr(DatelinePassage) passage = dup_passage (dice, NULL);

      if (passage == NULL)
        return;
      dateline_item_add_passage (draft, passage);
    }
  else
    {
      change_passages (dice, draft);
    }
  dateline_edit_put (dice->edit, draft, NULL);
}

static void
remove_item (Dice *dice)
{
  DatelineItemKind kind = roll_kind (dice);
  g_autoptr(DatelineItem) item = NULL;

  /* Articles take much with them: not all of them. */
  if (kind == DATELINE_ITEM_ARTICLE &&
      g_list_model_get_n_items (dateline_story_get_articles (dice->story)) < 3 + roll (dice, 3))
    return;

  item = dup_item (dice, kind);
  if (item != NULL)
    dateline_edit_remove (dice->edit, dateline_item_get_id (item));
}

static void
move_item (Dice *dice)
{
  DatelineItemKind kind = roll_kind (dice);
  g_autoptr(DatelineItem) item = dup_item (dice, kind);
  g_autoptr(DatelineItem) before = roll (dice, 4) > 0 ? dup_item (dice, kind) : NULL;

  if (item != NULL && item != before)
    dateline_edit_move (dice->edit, dateline_item_get_id (item), before != NULL ? dateline_item_get_id (before) : NULL);
}

static void
set_details (Dice *dice)
{
  g_autofree char *title = dup_text (dice);
  g_autofree char *note = dup_text (dice);

  dateline_edit_set_details (dice->edit, dice->story, roll (dice, 2) ? title : NULL, NULL, roll (dice, 2) ? "de" : NULL,
                             roll (dice, 2) ? note : NULL);
}

/* Leaves a block out, doubles one, adds one, or changes a word of it. */
static void
replace_text (Dice *dice)
{
  g_autoptr(DatelineArticle) article = dup_item (dice, DATELINE_ITEM_ARTICLE);
  g_autoptr(GArray) kinds = g_array_new (FALSE, FALSE, sizeof (DatelineBlockKind));
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr(GPtrArray) blocks = NULL;
  g_auto(GStrv) strv = NULL;

  if (article == NULL)
    return;

  blocks = dateline_article_dup_blocks (article);
  for (guint i = 0; i < blocks->len; i++)
    {
      DatelineTextBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *other = g_strdup_printf ("%s And more.", block->text);
      guint chance = roll (dice, 12);

      if (chance == 0)
        continue;
      for (guint n = chance == 1 ? 2 : 1; n > 0; n--)
        {
          g_array_append_val (kinds, block->kind);
          g_strv_builder_add (texts, chance == 2 ? other : chance == 3 ? "An entirely new one." : block->text);
        }
    }
  strv = g_strv_builder_end (texts);
  dateline_edit_replace_text (dice->edit, article, (const DatelineBlockKind *) (gpointer) kinds->data,
                              (const char *const *) strv);
}

static void
change_clippings (Dice *dice)
{
  g_autoptr(GPtrArray) base = dateline_story_file_dup_clippings (dice->file, NULL);
  g_autoptr(GPtrArray) clippings = NULL;
  guint n = roll (dice, 4);

  clippings = g_ptr_array_copy (base, (GCopyFunc) dateline_kept_clipping_copy, NULL);
  g_ptr_array_set_free_func (clippings, (GDestroyNotify) dateline_kept_clipping_free);
  if (clippings->len > 0 && n == 0)
    g_ptr_array_remove_index (clippings, roll (dice, clippings->len));
  else if (clippings->len > 0 && n == 1)
    {
      gpointer moved = g_ptr_array_steal_index (clippings, roll (dice, clippings->len));

      g_ptr_array_insert (clippings, (int) roll (dice, clippings->len + 1), moved);
    }
  for (; n > 1; n--)
    {
      g_autoptr(DatelineItem) item = roll (dice, 2) ? dup_item (dice, DATELINE_ITEM_QUOTE) : NULL;
      g_autoptr(DatelinePassage) passage = item != NULL ? dateline_item_dup_first_passage (item) : dup_passage (dice, NULL);
      g_autoptr(DatelineClipping) clipping = NULL;
      g_autofree char *note = dup_text (dice);
      DatelineKeptClipping *kept;
      gboolean is_known = FALSE;

      if (passage == NULL)
        return;
      clipping = dateline_clipping_new (item, passage);
      dateline_clipping_set_note (clipping, note);
      kept = dateline_kept_clipping_new (clipping);
      for (guint i = 0; i < clippings->len; i++)
        is_known = is_known || dateline_kept_clipping_same_place (g_ptr_array_index (clippings, i), kept);
      if (is_known)
        dateline_kept_clipping_free (kept);
      else
        g_ptr_array_insert (clippings, (int) roll (dice, clippings->len + 1), kept);
    }

  dateline_edit_set_clippings (dice->edit, base, clippings);
}

/* Draws an edit of one operation or more. Some make no sense together, and are refused. */
DatelineEdit *
random_edit_new (DatelineStoryFile *file,
                 GRand             *rand)
{
  static void (*const operations[]) (Dice *) = {
    change_item, change_item, change_item, change_item, add_item, add_item, add_item, remove_item, move_item, move_item,
    set_details, replace_text, change_clippings
  };
  Dice dice = { file, dateline_story_file_get_story (file), rand, NULL };

  dice.edit = dateline_edit_new ("Random");
  for (guint n = roll (&dice, 3) == 0 ? 4 : 1; n > 0; n--)
    operations[roll (&dice, G_N_ELEMENTS (operations))](&dice);

  return dice.edit;
}
