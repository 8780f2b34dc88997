/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dimensions in which reactions differ, and where each reaction stands in them: what filters and charts count. */
#include "config.h"

#include "dateline-reaction-facet.h"

#include <string.h>
#include <glib/gi18n.h>

#include "dateline-article.h"
#include "dateline-event.h"
#include "dateline-passage.h"
#include "dateline-text.h"

G_DEFINE_ENUM_TYPE (DatelineReactionFacet, dateline_reaction_facet,
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_FACET_THEME, "theme"),
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_FACET_PLATFORM, "platform"),
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_FACET_DAY, "day"),
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_FACET_ARTICLE, "article"),
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_FACET_HASHTAG, "hashtag"),
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_FACET_AUTHOR, "author"),
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_FACET_ANSWERS, "answers"))

static void
take_key (GPtrArray *keys,
          char      *key)
{
  if (key == NULL || *key == '\0' || g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    g_free (key);
  else
    g_ptr_array_add (keys, key);
}

/* The day without its time and its doubts, so that "about 2 February" counts with the 2nd. */
static char *
dup_day (DatelineDate *date)
{
  const char *edtf = dateline_date_get_edtf (date);

  if (dateline_date_is_interval (date))
    return g_strdup (edtf);

  return g_strndup (edtf, strcspn (edtf, "T~?%"));
}

static char *
dup_author_key (DatelineReaction *reaction)
{
  DatelinePerson *author = dateline_reaction_get_author (reaction);
  const char *handle = dateline_reaction_get_handle (reaction);

  if (author != NULL)
    return g_strdup (dateline_item_get_id (DATELINE_ITEM (author)));

  /* Nobody in the story is the author: the handle tells authors apart. Ids never start with an @. */
  return handle != NULL && *handle != '\0' ? g_strconcat ("@", handle, NULL) : NULL;
}

static void
take_articles (GPtrArray        *keys,
               DatelineReaction *reaction)
{
  GListModel *passages = dateline_item_get_passages (DATELINE_ITEM (reaction));

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);
      DatelineArticle *article = dateline_passage_get_article (passage);

      take_key (keys, g_strdup (dateline_item_get_id (DATELINE_ITEM (article))));
    }
}

/* What it answers, what that answers, and so on up to the event. */
static void
take_answers (GPtrArray        *keys,
              DatelineReaction *reaction)
{
  DatelineItem *item = dateline_reaction_get_answers (reaction);

  while (item != NULL)
    {
      guint n = keys->len;

      take_key (keys, g_strdup (dateline_item_get_id (item)));
      /* Met before: the file goes round in a circle. */
      if (keys->len == n)
        break;
      item = DATELINE_IS_REACTION (item) ? dateline_reaction_get_answers (DATELINE_REACTION (item)) : NULL;
    }
}

static void
take_words (GPtrArray          *keys,
            const char * const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    take_key (keys, g_strdup (words[i]));
}

/**
 * dateline_reaction_facet_dup_keys:
 * @facet: a dimension
 * @reaction: a reaction
 *
 * Where a reaction stands in a dimension: its themes, its one platform, the articles that tell of it.
 *
 * Returns: (transfer full): the keys, none if the reaction tells nothing of that
 */
GStrv
dateline_reaction_facet_dup_keys (DatelineReactionFacet  facet,
                                  DatelineReaction      *reaction)
{
  GPtrArray *keys = NULL;

  g_return_val_if_fail (DATELINE_IS_REACTION (reaction), NULL);

  keys = g_ptr_array_new ();
  switch (facet)
    {
    case DATELINE_REACTION_FACET_THEME:
      take_words (keys, dateline_reaction_get_themes (reaction));
      break;
    case DATELINE_REACTION_FACET_PLATFORM:
      take_key (keys, g_strdup (dateline_reaction_get_platform (reaction)));
      break;
    case DATELINE_REACTION_FACET_DAY:
      if (dateline_reaction_get_date (reaction) != NULL)
        take_key (keys, dup_day (dateline_reaction_get_date (reaction)));
      break;
    case DATELINE_REACTION_FACET_ARTICLE:
      take_articles (keys, reaction);
      break;
    case DATELINE_REACTION_FACET_HASHTAG:
      take_words (keys, dateline_reaction_get_hashtags (reaction));
      break;
    case DATELINE_REACTION_FACET_AUTHOR:
      take_key (keys, dup_author_key (reaction));
      break;
    case DATELINE_REACTION_FACET_ANSWERS:
      take_answers (keys, reaction);
      break;
    default:
      g_assert_not_reached ();
    }
  g_ptr_array_add (keys, NULL);

  return (GStrv) g_ptr_array_free (keys, FALSE);
}

static char *
dup_item_label (DatelineItem *item)
{
  g_autofree char *text = NULL;

  if (!DATELINE_IS_REACTION (item))
    return g_strdup (dateline_item_get_label (item));

  text = dateline_text_abridge (dateline_item_get_label (item), 40);
  if (dateline_reaction_get_author (DATELINE_REACTION (item)) == NULL)
    return g_steal_pointer (&text);

  /* Translators: who wrote a post, and how it begins */
  return g_strdup_printf (_("%s: %s"),
                          dateline_person_get_name (dateline_reaction_get_author (DATELINE_REACTION (item))), text);
}

/**
 * dateline_reaction_facet_dup_label:
 * @facet: a dimension
 * @story: the story that the reactions are in
 * @key: one of the keys of a reaction
 *
 * Says a key in words.
 *
 * Returns: (transfer full): what to show
 */
char *
dateline_reaction_facet_dup_label (DatelineReactionFacet  facet,
                                   DatelineStory         *story,
                                   const char            *key)
{
  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  switch (facet)
    {
    case DATELINE_REACTION_FACET_DAY:
      {
        g_autoptr(DatelineDate) date = dateline_date_new (key, NULL);

        return date != NULL ? dateline_date_format_short (date) : g_strdup (key);
      }

    case DATELINE_REACTION_FACET_ARTICLE:
    case DATELINE_REACTION_FACET_AUTHOR:
    case DATELINE_REACTION_FACET_ANSWERS:
      {
        DatelineItem *item = dateline_story_lookup (story, key);

        return item != NULL ? dup_item_label (item) : g_strdup (key);
      }

    case DATELINE_REACTION_FACET_HASHTAG:
      return g_strconcat ("#", key, NULL);

    case DATELINE_REACTION_FACET_THEME:
    case DATELINE_REACTION_FACET_PLATFORM:
    default:
      return g_strdup (key);
    }
}

/**
 * dateline_reaction_facet_get_title:
 * @facet: a dimension
 *
 * The name of a dimension in the reader's language.
 *
 * Returns: the name
 */
const char *
dateline_reaction_facet_get_title (DatelineReactionFacet facet)
{
  switch (facet)
    {
    case DATELINE_REACTION_FACET_PLATFORM:
      return C_("reactions", "Platform");
    case DATELINE_REACTION_FACET_DAY:
      return C_("reactions", "Day");
    case DATELINE_REACTION_FACET_ARTICLE:
      return C_("reactions", "Article");
    case DATELINE_REACTION_FACET_HASHTAG:
      return C_("reactions", "Hashtag");
    case DATELINE_REACTION_FACET_AUTHOR:
      return C_("reactions", "Author");
    case DATELINE_REACTION_FACET_ANSWERS:
      return C_("reactions", "Answers");
    case DATELINE_REACTION_FACET_THEME:
    default:
      return C_("reactions", "Theme");
    }
}

/**
 * dateline_reaction_facet_get_nick:
 * @facet: a dimension
 *
 * The name of a dimension in actions and tests.
 *
 * Returns: the name
 */
const char *
dateline_reaction_facet_get_nick (DatelineReactionFacet facet)
{
  g_autoptr(GEnumClass) enum_class = g_type_class_ref (DATELINE_TYPE_REACTION_FACET);
  GEnumValue *value = g_enum_get_value (enum_class, facet);

  g_return_val_if_fail (value != NULL, NULL);

  return value->value_nick;
}

/**
 * dateline_reaction_facet_from_nick:
 * @nick: the name of a dimension
 * @facet: (out): where to put the dimension
 *
 * Finds a dimension by its name.
 *
 * Returns: %TRUE if there is one of that name
 */
gboolean
dateline_reaction_facet_from_nick (const char            *nick,
                                   DatelineReactionFacet *facet)
{
  g_autoptr(GEnumClass) enum_class = g_type_class_ref (DATELINE_TYPE_REACTION_FACET);
  GEnumValue *value;

  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (facet != NULL, FALSE);

  value = g_enum_get_value_by_nick (enum_class, nick);
  if (value != NULL)
    *facet = value->value;

  return value != NULL;
}
