/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of what an article holds: an item with its passages there, or the heading of a kind. Also a row of the list of
 * articles. */
#include "config.h"

#include "dateline-article-entry.h"

#include <glib/gi18n.h>

#include "dateline-closures.h"
#include "dateline-event.h"
#include "dateline-person.h"
#include "dateline-quote.h"
#include "dateline-reaction.h"
#include "dateline-text.h"

/* Two or three lines of a narrow panel. */
#define MAX_LABEL 110

struct _DatelineArticleEntry
{
  GObject parent_instance;

  DatelineItem  *item;  /* NULL for a heading */
  DatelineIndex *index; /* of the row of an article: who counts for it */
  GPtrArray     *passages;
  char          *title;
  char          *detail;
  char          *counts; /* NULL until somebody asks */
  const char    *icon_name;
};

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_COUNTS,
  PROP_ICON_NAME,
  PROP_COUNT,
  PROP_IS_ITEM,
  PROP_CAN_CLIP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineArticleEntry, dateline_article_entry, G_TYPE_OBJECT)

static guint
count_related (DatelineArticleEntry *self,
               DatelineItemKind      kind)
{
  return g_list_model_get_n_items (dateline_index_get_related (self->index, self->item, kind));
}

static void
append_count (GString    *counts,
              const char *format,
              guint       count)
{
  g_autofree char *number = g_strdup_printf ("%'u", count);

  if (count == 0)
    return;

  if (counts->len > 0)
    g_string_append (counts, " · ");
  /* A number and its noun stay on one line. */
  g_string_append (counts, format);
  g_string_replace (counts, "%u ", "%u\u00a0", 1);
  g_string_replace (counts, "%u", number, 1);
}

static char *
dup_counts (DatelineArticleEntry *self)
{
  GString *counts = g_string_new (NULL);
  guint n;

  n = count_related (self, DATELINE_ITEM_PERSON);
  append_count (counts, ngettext ("%u person", "%u people", n), n);
  n = count_related (self, DATELINE_ITEM_EVENT);
  append_count (counts, ngettext ("%u event", "%u events", n), n);
  n = count_related (self, DATELINE_ITEM_QUOTE);
  append_count (counts, ngettext ("%u quote", "%u quotes", n), n);
  n = count_related (self, DATELINE_ITEM_REACTION);
  append_count (counts, ngettext ("%u reaction", "%u reactions", n), n);

  return g_string_free (counts, FALSE);
}

static void
dateline_article_entry_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  DatelineArticleEntry *self = DATELINE_ARTICLE_ENTRY (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_COUNTS:
      if (self->counts == NULL && self->index != NULL)
        self->counts = dup_counts (self);
      g_value_set_string (value, self->counts);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->passages->len);
      break;
    case PROP_IS_ITEM:
      g_value_set_boolean (value, self->item != NULL);
      break;
    case PROP_CAN_CLIP:
      g_value_set_boolean (value, self->item != NULL && !DATELINE_IS_PERSON (self->item) && !DATELINE_IS_ARTICLE (self->item));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_article_entry_finalize (GObject *object)
{
  DatelineArticleEntry *self = DATELINE_ARTICLE_ENTRY (object);

  g_clear_object (&self->item);
  g_clear_object (&self->index);
  g_ptr_array_unref (self->passages);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->counts);

  G_OBJECT_CLASS (dateline_article_entry_parent_class)->finalize (object);
}

static void
dateline_article_entry_class_init (DatelineArticleEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_article_entry_finalize;
  object_class->get_property = dateline_article_entry_get_property;

  /**
   * DatelineArticleEntry:item: (nullable)
   *
   * The item; %NULL for a heading.
   */
  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, DATELINE_TYPE_ITEM,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleEntry:title:
   *
   * What the row says.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleEntry:detail:
   *
   * What it says below, such as who spoke.
   */
  properties[PROP_DETAIL] =
    g_param_spec_string ("detail", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleEntry:counts: (nullable)
   *
   * What an article holds, in numbers.
   */
  properties[PROP_COUNTS] =
    g_param_spec_string ("counts", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleEntry:icon-name: (nullable)
   *
   * The glyph of the item's kind.
   */
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleEntry:count:
   *
   * How many passages of the article have the item.
   */
  properties[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleEntry:is-item:
   *
   * Whether it is an item and no heading.
   */
  properties[PROP_IS_ITEM] =
    g_param_spec_boolean ("is-item", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleEntry:can-clip:
   *
   * Whether its passage is worth a clipping: a name alone is none.
   */
  properties[PROP_CAN_CLIP] =
    g_param_spec_boolean ("can-clip", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_article_entry_init (DatelineArticleEntry *self)
{
  self->passages = g_ptr_array_new_with_free_func (g_object_unref);
}

static char *
dup_label (gpointer item)
{
  return g_strdup (item != NULL ? dateline_item_get_label (item) : "");
}

static void
describe (DatelineArticleEntry *self)
{
  DatelineItem *item = self->item;
  g_autofree char *label = dateline_text_abridge (dateline_item_get_label (item), MAX_LABEL);

  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_PERSON:
      self->title = g_steal_pointer (&label);
      self->detail = g_strdup (dateline_person_get_role (DATELINE_PERSON (item)));
      switch (dateline_person_get_person_kind (DATELINE_PERSON (item)))
        {
        case DATELINE_PERSON_KIND_ORGANISATION:
          self->icon_name = "dateline-organisation-symbolic";
          break;
        case DATELINE_PERSON_KIND_GROUP:
          self->icon_name = "dateline-group-symbolic";
          break;
        case DATELINE_PERSON_KIND_PERSON:
        default:
          self->icon_name = "dateline-person-symbolic";
          break;
        }
      break;
    case DATELINE_ITEM_EVENT:
      {
        DatelineDate *date = dateline_event_get_date (DATELINE_EVENT (item));

        self->title = g_steal_pointer (&label);
        self->detail = date != NULL ? dateline_date_format (date) : g_strdup ("");
        self->icon_name = dateline_closures_get_category_icon (dateline_event_get_category (DATELINE_EVENT (item)));
      }
      break;
    case DATELINE_ITEM_QUOTE:
      self->title = g_strdup_printf (C_("quotation", "“%s”"), label);
      self->detail = dup_label (dateline_quote_get_speaker (DATELINE_QUOTE (item)));
      self->icon_name = "dateline-quote-symbolic";
      break;
    case DATELINE_ITEM_REACTION:
      self->title = g_steal_pointer (&label);
      self->detail = dup_label (dateline_reaction_get_author (DATELINE_REACTION (item)));
      self->icon_name = "dateline-reaction-symbolic";
      break;
    case DATELINE_ITEM_ACCOUNT:
      self->title = g_strdup_printf (C_("quotation", "“%s”"), label);
      self->detail = g_strdup ("");
      self->icon_name = "dateline-compare-symbolic";
      break;
    case DATELINE_ITEM_ARTICLE:
    case DATELINE_ITEM_CLAIM:
    default:
      self->title = g_steal_pointer (&label);
      self->detail = g_strdup ("");
      break;
    }
}

/**
 * dateline_article_entry_new:
 * @item: an item
 *
 * Creates the row of an item.
 *
 * Returns: (transfer full): a new row without passages
 */
DatelineArticleEntry *
dateline_article_entry_new (DatelineItem *item)
{
  DatelineArticleEntry *self;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  self = g_object_new (DATELINE_TYPE_ARTICLE_ENTRY, NULL);
  self->item = g_object_ref (item);
  describe (self);

  return self;
}

/**
 * dateline_article_entry_new_heading:
 * @title: what comes below
 *
 * Creates a heading.
 *
 * Returns: (transfer full): a new row
 */
DatelineArticleEntry *
dateline_article_entry_new_heading (const char *title)
{
  DatelineArticleEntry *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_ARTICLE_ENTRY, NULL);
  self->title = g_strdup (title);
  self->detail = g_strdup ("");

  return self;
}

static char *
dup_origin (DatelineArticle *article)
{
  const char *publisher = dateline_article_get_publisher (article);
  DatelineDate *published = dateline_article_get_published (article);
  g_autofree char *date = published != NULL ? dateline_date_format (published) : g_strdup (_("Date unknown"));

  /* Translators: a publisher and a date */
  return g_strdup_printf (C_("source", "%s · %s"), *publisher != '\0' ? publisher : _("Publisher unknown"), date);
}

/**
 * dateline_article_entry_new_article:
 * @article: an article
 * @index: the index of the story
 *
 * Creates the row of an article in the list of articles. What the article holds is counted when somebody asks for it.
 *
 * Returns: (transfer full): a new row
 */
DatelineArticleEntry *
dateline_article_entry_new_article (DatelineArticle *article,
                                    DatelineIndex   *index)
{
  DatelineArticleEntry *self;

  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (DATELINE_IS_INDEX (index), NULL);

  self = g_object_new (DATELINE_TYPE_ARTICLE_ENTRY, NULL);
  self->item = g_object_ref (DATELINE_ITEM (article));
  self->index = g_object_ref (index);
  self->title = g_strdup (dateline_article_get_headline (article));
  self->detail = dup_origin (article);

  return self;
}

/* Takes over @now. */
static void
change (DatelineArticleEntry  *self,
        char                 **text,
        char                  *now,
        guint                  prop_id)
{
  if (g_strcmp0 (*text, now) == 0)
    {
      g_free (now);
      return;
    }

  g_free (*text);
  *text = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

/**
 * dateline_article_entry_refresh:
 * @self: the row of an article in the list of articles
 *
 * Has the row say what is so now.
 */
void
dateline_article_entry_refresh (DatelineArticleEntry *self)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_ENTRY (self));
  g_return_if_fail (self->index != NULL);

  change (self, &self->title, g_strdup (dateline_article_get_headline (DATELINE_ARTICLE (self->item))), PROP_TITLE);
  change (self, &self->detail, dup_origin (DATELINE_ARTICLE (self->item)), PROP_DETAIL);
  if (self->counts != NULL)
    change (self, &self->counts, dup_counts (self), PROP_COUNTS);
}

/**
 * dateline_article_entry_equal:
 * @a: a `DatelineArticleEntry`
 * @b: a `DatelineArticleEntry`
 *
 * Whether two rows say the same of the same item.
 *
 * Returns: %TRUE if they do
 */
gboolean
dateline_article_entry_equal (gconstpointer a,
                              gconstpointer b)
{
  const DatelineArticleEntry *row = a;
  const DatelineArticleEntry *other = b;

  if (row->item != other->item || row->passages->len != other->passages->len ||
      g_strcmp0 (row->title, other->title) != 0 || g_strcmp0 (row->detail, other->detail) != 0 ||
      g_strcmp0 (row->icon_name, other->icon_name) != 0)
    return FALSE;

  for (guint i = 0; i < row->passages->len; i++)
    if (!dateline_passage_equal (g_ptr_array_index (row->passages, i), g_ptr_array_index (other->passages, i)))
      return FALSE;

  return TRUE;
}

/**
 * dateline_article_entry_get_item:
 * @self: a `DatelineArticleEntry`
 *
 * The item.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL for a heading
 */
DatelineItem *
dateline_article_entry_get_item (DatelineArticleEntry *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_ENTRY (self), NULL);

  return self->item;
}

/**
 * dateline_article_entry_add_passage:
 * @self: a `DatelineArticleEntry`
 * @passage: a passage of the article
 *
 * Adds a passage, in the order of the text. For whoever makes the row.
 */
void
dateline_article_entry_add_passage (DatelineArticleEntry *self,
                                    DatelinePassage      *passage)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_ENTRY (self));
  g_return_if_fail (DATELINE_IS_PASSAGE (passage));

  g_ptr_array_add (self->passages, g_object_ref (passage));
}

/**
 * dateline_article_entry_get_next:
 * @self: a `DatelineArticleEntry`
 * @after: (nullable): the passage that was looked at
 *
 * The passage to look at next: who clicks again goes on, and after the last begins anew.
 *
 * Returns: (transfer none) (nullable): a passage
 */
DatelinePassage *
dateline_article_entry_get_next (DatelineArticleEntry *self,
                                 DatelinePassage      *after)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_ENTRY (self), NULL);

  if (self->passages->len == 0)
    return NULL;

  for (guint i = 0; i < self->passages->len; i++)
    if (g_ptr_array_index (self->passages, i) == after)
      return g_ptr_array_index (self->passages, (i + 1) % self->passages->len);

  return g_ptr_array_index (self->passages, 0);
}
