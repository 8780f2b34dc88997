/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One result of a search: what was found, where it stands, and words to show of it. */
#include "config.h"

#include "dateline-search-hit.h"

struct _DatelineSearchHit
{
  GObject parent_instance;

  DatelineItem    *item;
  DatelinePassage *passage;
  char            *snippet;
  GStrv            words;
  gboolean         leads_group;
};

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_PASSAGE,
  PROP_SNIPPET,
  PROP_LEADS_GROUP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineSearchHit, dateline_search_hit, G_TYPE_OBJECT)

static void
dateline_search_hit_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineSearchHit *self = DATELINE_SEARCH_HIT (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_PASSAGE:
      g_value_set_object (value, self->passage);
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, self->snippet);
      break;
    case PROP_LEADS_GROUP:
      g_value_set_boolean (value, self->leads_group);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_search_hit_dispose (GObject *object)
{
  DatelineSearchHit *self = DATELINE_SEARCH_HIT (object);

  g_clear_object (&self->item);
  g_clear_object (&self->passage);

  G_OBJECT_CLASS (dateline_search_hit_parent_class)->dispose (object);
}

static void
dateline_search_hit_finalize (GObject *object)
{
  DatelineSearchHit *self = DATELINE_SEARCH_HIT (object);

  g_clear_pointer (&self->snippet, g_free);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (dateline_search_hit_parent_class)->finalize (object);
}

static void
dateline_search_hit_class_init (DatelineSearchHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_search_hit_dispose;
  object_class->finalize = dateline_search_hit_finalize;
  object_class->get_property = dateline_search_hit_get_property;

  /**
   * DatelineSearchHit:item:
   *
   * What was found.
   */
  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, DATELINE_TYPE_ITEM,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSearchHit:passage: (nullable)
   *
   * Where it stands, if it stands anywhere.
   */
  properties[PROP_PASSAGE] =
    g_param_spec_object ("passage", NULL, NULL, DATELINE_TYPE_PASSAGE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSearchHit:snippet:
   *
   * The words to show of it.
   */
  properties[PROP_SNIPPET] =
    g_param_spec_string ("snippet", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineSearchHit:leads-group:
   *
   * Whether it is the first of its kind in the list.
   */
  properties[PROP_LEADS_GROUP] =
    g_param_spec_boolean ("leads-group", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_search_hit_init (DatelineSearchHit *self)
{
}

/**
 * dateline_search_hit_new:
 * @item: what was found
 * @passage: (nullable): where it stands
 * @snippet: words to show of it
 * @words: (array zero-terminated=1): the words that were found, folded
 * @leads_group: whether it is the first of its kind in the list
 *
 * Creates a result.
 *
 * Returns: (transfer full): a new result
 */
DatelineSearchHit *
dateline_search_hit_new (DatelineItem       *item,
                         DatelinePassage    *passage,
                         const char         *snippet,
                         const char * const *words,
                         gboolean            leads_group)
{
  DatelineSearchHit *self;

  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);
  g_return_val_if_fail (snippet != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_SEARCH_HIT, NULL);
  self->item = g_object_ref (item);
  g_set_object (&self->passage, passage);
  self->snippet = g_strdup (snippet);
  self->words = g_strdupv ((char **) words);
  self->leads_group = leads_group;

  return self;
}

/**
 * dateline_search_hit_get_item:
 * @self: a `DatelineSearchHit`
 *
 * What was found.
 *
 * Returns: (transfer none): the item
 */
DatelineItem *
dateline_search_hit_get_item (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), NULL);

  return self->item;
}

/**
 * dateline_search_hit_get_passage:
 * @self: a `DatelineSearchHit`
 *
 * Where it stands.
 *
 * Returns: (transfer none) (nullable): the passage, or %NULL if it stands nowhere
 */
DatelinePassage *
dateline_search_hit_get_passage (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), NULL);

  return self->passage;
}

/**
 * dateline_search_hit_get_snippet:
 * @self: a `DatelineSearchHit`
 *
 * The words to show of it.
 *
 * Returns: the text
 */
const char *
dateline_search_hit_get_snippet (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), "");

  return self->snippet;
}

/**
 * dateline_search_hit_get_words:
 * @self: a `DatelineSearchHit`
 *
 * The words that were found, for showing where they stand in the snippet.
 *
 * Returns: (transfer none) (array zero-terminated=1): the words, folded as dateline_text_fold() does
 */
const char * const *
dateline_search_hit_get_words (DatelineSearchHit *self)
{
  g_return_val_if_fail (DATELINE_IS_SEARCH_HIT (self), NULL);

  return (const char * const *) self->words;
}
