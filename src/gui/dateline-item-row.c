/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How any item looks as a row of a list from which something is chosen: glyph, label, and what tells it from its like. */
#include "config.h"

#include "dateline-item-row.h"

#include "dateline-closures.h"
#include "dateline-text.h"

/* Two lines of a list; more of a long quotation would only take time. */
#define MAX_LABEL 160

/**
 * dateline_item_row_get_icon:
 * @item: an item
 *
 * The glyph of an item.
 *
 * Returns: the name of an icon
 */
const char *
dateline_item_row_get_icon (DatelineItem *item)
{
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_PERSON:
      return "dateline-person-symbolic";
    case DATELINE_ITEM_EVENT:
      return dateline_closures_get_category_icon (dateline_event_get_category (DATELINE_EVENT (item)));
    case DATELINE_ITEM_QUOTE:
      return "dateline-quote-symbolic";
    case DATELINE_ITEM_REACTION:
      return "dateline-reaction-symbolic";
    case DATELINE_ITEM_CLAIM:
    case DATELINE_ITEM_ACCOUNT:
      return "dateline-compare-symbolic";
    case DATELINE_ITEM_ARTICLE:
    default:
      return "dateline-articles-symbolic";
    }
}

/* The first argument of a closure in a .ui file is the expression's object, which may be NULL: nobody uses it. */

static char *
item_icon (gpointer      unused,
           DatelineItem *item)
{
  return g_strdup (item != NULL ? dateline_item_row_get_icon (item) : "");
}

static char *
item_label (gpointer      unused,
            DatelineItem *item,
            const char   *label)
{
  return dateline_text_abridge (label != NULL ? label : "", MAX_LABEL);
}

static char *
dup_name (DatelinePerson *person)
{
  return g_strdup (person != NULL ? dateline_person_get_name (person) : "");
}

static char *
item_subtitle (gpointer      unused,
               DatelineItem *item)
{
  if (DATELINE_IS_PERSON (item))
    return g_strdup (dateline_person_get_role (DATELINE_PERSON (item)));
  if (DATELINE_IS_QUOTE (item))
    return dup_name (dateline_quote_get_speaker (DATELINE_QUOTE (item)));
  if (DATELINE_IS_REACTION (item))
    return dup_name (dateline_reaction_get_author (DATELINE_REACTION (item)));
  if (DATELINE_IS_ARTICLE (item))
    return g_strdup (dateline_article_get_publisher (DATELINE_ARTICLE (item)));
  if (DATELINE_IS_EVENT (item) && dateline_event_get_date (DATELINE_EVENT (item)) != NULL)
    return dateline_date_format (dateline_event_get_date (DATELINE_EVENT (item)));

  return g_strdup ("");
}

static gboolean
item_has_subtitle (gpointer      unused,
                   DatelineItem *item)
{
  g_autofree char *subtitle = item_subtitle (NULL, item);

  return *subtitle != '\0';
}

/**
 * dateline_item_row_bind:
 * @widget_class: a class whose template has a list of `rows/dateline-item-row.ui`
 *
 * Gives the rows what they call.
 */
void
dateline_item_row_bind (GtkWidgetClass *widget_class)
{
  g_return_if_fail (widget_class != NULL);

  gtk_widget_class_bind_template_callback (widget_class, item_icon);
  gtk_widget_class_bind_template_callback (widget_class, item_label);
  gtk_widget_class_bind_template_callback (widget_class, item_subtitle);
  gtk_widget_class_bind_template_callback (widget_class, item_has_subtitle);
}
