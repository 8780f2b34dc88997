/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of a place in an article: what to do with the words, and what stands there. */
#include "config.h"

#include "dateline-article-menu.h"

#include <glib/gi18n.h>

#include "dateline-text.h"

/* As many as a menu shows without scrolling, and as wide as a phone. */
#define MAX_ITEMS 10
#define MAX_LABEL 44

/* Which view tells most about a kind of item, and how the menus name the two. */
static const struct
{
  const char *view;
  const char *show;
  const char *name;
} kinds[DATELINE_N_ITEM_KINDS] = {
  [DATELINE_ITEM_PERSON] = { "people", N_("Show in People: %s"), N_("Person: %s") },
  [DATELINE_ITEM_EVENT] = { "timeline", N_("Show in Timeline: %s"), N_("Event: %s") },
  [DATELINE_ITEM_QUOTE] = { "people", N_("Show in People: “%s”"), N_("Quote: “%s”") },
  [DATELINE_ITEM_REACTION] = { "reactions", N_("Show in Reactions: %s"), N_("Reaction: %s") },
  [DATELINE_ITEM_ACCOUNT] = { "compare", N_("Show in Compare: “%s”"), N_("Claim: “%s”") },
};

/**
 * dateline_article_menu_new_items:
 * @index: the index of the story
 * @article: an article
 * @offset: a place in its text
 * @view: (nullable): %NULL to select an item where it is, anything else to go to the view that tells most about it
 *
 * Creates a menu of what stands at a place, the shortest first. Its actions are `article.show`.
 *
 * Returns: (transfer full): a menu, perhaps empty
 */
GMenu *
dateline_article_menu_new_items (DatelineIndex   *index,
                                 DatelineArticle *article,
                                 guint            offset,
                                 const char      *view)
{
  g_autoptr(GListModel) here = NULL;
  GMenu *menu = g_menu_new ();

  g_return_val_if_fail (DATELINE_IS_INDEX (index), menu);
  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), menu);

  here = dateline_index_dup_at (index, article, offset);
  for (guint i = 0; i < MIN (MAX_ITEMS, g_list_model_get_n_items (here)); i++)
    {
      g_autoptr(DatelineOccurrence) occurrence = g_list_model_get_item (here, i);
      DatelineItem *item = dateline_occurrence_get_item (occurrence);
      DatelineItemKind kind = dateline_item_get_kind (item);
      g_autofree char *short_label = dateline_text_abridge (dateline_item_get_label (item), MAX_LABEL);
      g_auto(GStrv) underscores = NULL;
      g_autofree char *escaped = NULL;
      g_autoptr(GMenuItem) entry = NULL;
      g_autoptr(GString) label = NULL;

      if (kinds[kind].view == NULL)
        continue;

      /* In a menu an underscore marks the key of the entry. */
      underscores = g_strsplit (short_label, "_", -1);
      escaped = g_strjoinv ("__", underscores);
      label = g_string_new (_(view != NULL ? kinds[kind].show : kinds[kind].name));
      g_string_replace (label, "%s", escaped, 1);
      entry = g_menu_item_new (label->str, NULL);
      g_menu_item_set_action_and_target (entry, "article.show", "(ssu)",
                                         view != NULL ? kinds[kind].view : "",
                                         dateline_item_get_id (item), offset);
      g_menu_append_item (menu, entry);
    }

  return menu;
}

/* The keys of a widget, which GTK shows only for those of the application. */
static void
append_with_keys (GMenu      *menu,
                  const char *label,
                  const char *action,
                  const char *keys)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

/**
 * dateline_article_menu_new:
 * @index: the index of the story
 * @article: an article
 * @offset: a place in its text; one beyond its end for a place beside it
 *
 * Creates the context menu of a place.
 *
 * Returns: (transfer full): a menu
 */
GMenu *
dateline_article_menu_new (DatelineIndex   *index,
                           DatelineArticle *article,
                           guint            offset)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) words = g_menu_new ();
  g_autoptr(GMenu) new_items = g_menu_new ();
  g_autoptr(GMenu) items = dateline_article_menu_new_items (index, article, offset, "");

  g_menu_append (words, _("Copy"), "article.copy");
  g_menu_append (words, _("Add to Clippings"), "article.clip");
  append_with_keys (new_items, _("New Event From This Passage"), "reader.new-event", "<Shift><Control>v");
  append_with_keys (new_items, _("New Quote From This Passage"), "reader.new-quote", "<Shift><Control>q");
  append_with_keys (new_items, _("New Person From This Passage"), "reader.new-person", "<Shift><Control>p");
  append_with_keys (new_items, _("New Reaction From This Passage"), "reader.new-reaction", "<Shift><Control>r");
  append_with_keys (new_items, _("New Account From This Passage"), "reader.new-account", "<Shift><Control>k");
  append_with_keys (new_items, _("Add as Evidence To…"), "reader.add-evidence", "<Shift><Control>l");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (new_items));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (items));

  return menu;
}
