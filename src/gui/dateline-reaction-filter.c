/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which reactions are shown: any of the chosen keys within a dimension, all of the dimensions, the words typed,
 * and a time. */
#include "config.h"

#include "dateline-reaction-filter.h"

#include "dateline-text.h"
#include "dateline-timeline-histogram.h"

struct _DatelineReactionFilter
{
  GtkFilter parent_instance;

  GPtrArray *keys[DATELINE_N_REACTION_FACETS]; /* of strings, ends with NULL */
  char      *text;
  gint64     start; /* of the time in which reactions begin; the same as its end if any will do */
  gint64     end;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_ACTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineReactionFilter, dateline_reaction_filter, GTK_TYPE_FILTER)

static guint
n_keys (DatelineReactionFilter *self,
        DatelineReactionFacet   facet)
{
  return self->keys[facet]->len - 1;
}

static gboolean
find_key (DatelineReactionFilter *self,
          DatelineReactionFacet   facet,
          const char             *key,
          guint                  *position)
{
  for (guint i = 0; i < n_keys (self, facet); i++)
    if (g_str_equal (g_ptr_array_index (self->keys[facet], i), key))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
match_text (DatelineReactionFilter *self,
            DatelineReaction       *reaction)
{
  DatelinePerson *author = dateline_reaction_get_author (reaction);
  const char *handle = dateline_reaction_get_handle (reaction);
  g_autofree char *haystack = NULL;

  if (*self->text == '\0')
    return TRUE;

  /* One text, so that words of the name and of the post may be typed together. */
  haystack = g_strdup_printf ("%s\n@%s\n%s", author != NULL ? dateline_person_get_name (author) : "",
                              handle != NULL ? handle : "", dateline_reaction_get_text (reaction));

  return dateline_text_matches (haystack, self->text);
}

static gboolean
match_range (DatelineReactionFilter *self,
             DatelineReaction       *reaction)
{
  DatelineDate *date = dateline_reaction_get_date (reaction);
  gint64 start;
  gint64 end;

  if (self->start == self->end)
    return TRUE;
  if (date == NULL)
    return FALSE;

  dateline_timeline_histogram_get_span (date, &start, &end);

  return start >= self->start && start < self->end;
}

static gboolean
match_keys (DatelineReactionFilter *self,
            DatelineReactionFacet   facet,
            const char * const     *keys)
{
  guint position;

  if (n_keys (self, facet) == 0)
    return TRUE;

  for (guint i = 0; keys[i] != NULL; i++)
    if (find_key (self, facet, keys[i], &position))
      return TRUE;

  return FALSE;
}

static gboolean
dateline_reaction_filter_match (GtkFilter *filter,
                                gpointer   item)
{
  DatelineReactionFilter *self = DATELINE_REACTION_FILTER (filter);
  DatelineReaction *reaction = DATELINE_REACTION (item);

  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    {
      g_auto(GStrv) keys = NULL;

      if (n_keys (self, facet) == 0)
        continue;
      keys = dateline_reaction_facet_dup_keys (facet, reaction);
      if (!match_keys (self, facet, (const char * const *) keys))
        return FALSE;
    }

  return match_range (self, reaction) && match_text (self, reaction);
}

static GtkFilterMatch
dateline_reaction_filter_get_strictness (GtkFilter *filter)
{
  return dateline_reaction_filter_get_active (DATELINE_REACTION_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                                                 : GTK_FILTER_MATCH_ALL;
}

static void
changed (DatelineReactionFilter *self,
         gboolean                was_active,
         GtkFilterChange         change)
{
  if (was_active != dateline_reaction_filter_get_active (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  gtk_filter_changed (GTK_FILTER (self), change);
}

static void
dateline_reaction_filter_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  DatelineReactionFilter *self = DATELINE_REACTION_FILTER (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, dateline_reaction_filter_get_text (self));
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, dateline_reaction_filter_get_active (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_reaction_filter_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  DatelineReactionFilter *self = DATELINE_REACTION_FILTER (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      dateline_reaction_filter_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_reaction_filter_finalize (GObject *object)
{
  DatelineReactionFilter *self = DATELINE_REACTION_FILTER (object);

  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    g_clear_pointer (&self->keys[facet], g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (dateline_reaction_filter_parent_class)->finalize (object);
}

static void
dateline_reaction_filter_class_init (DatelineReactionFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  object_class->finalize = dateline_reaction_filter_finalize;
  object_class->get_property = dateline_reaction_filter_get_property;
  object_class->set_property = dateline_reaction_filter_set_property;

  filter_class->match = dateline_reaction_filter_match;
  filter_class->get_strictness = dateline_reaction_filter_get_strictness;

  /**
   * DatelineReactionFilter:text:
   *
   * Words that must stand in the post, its author's name or handle; an empty string for none.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineReactionFilter:active:
   *
   * Whether anything is asked of a reaction.
   */
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_reaction_filter_init (DatelineReactionFilter *self)
{
  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    {
      self->keys[facet] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->keys[facet], NULL);
    }
  self->text = g_strdup ("");
}

/**
 * dateline_reaction_filter_new:
 *
 * Creates a filter that lets everything through.
 *
 * Returns: (transfer full): a new filter
 */
DatelineReactionFilter *
dateline_reaction_filter_new (void)
{
  return g_object_new (DATELINE_TYPE_REACTION_FILTER, NULL);
}

/**
 * dateline_reaction_filter_get_text:
 * @self: a `DatelineReactionFilter`
 *
 * The words that are looked for.
 *
 * Returns: the words, or an empty string
 */
const char *
dateline_reaction_filter_get_text (DatelineReactionFilter *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION_FILTER (self), "");

  return self->text;
}

/**
 * dateline_reaction_filter_set_text:
 * @self: a `DatelineReactionFilter`
 * @text: (nullable): words that must stand in the post, its author's name or handle
 *
 * Changes the words that are looked for.
 */
void
dateline_reaction_filter_set_text (DatelineReactionFilter *self,
                                   const char             *text)
{
  gboolean was_active;
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;
  g_autofree char *stripped = NULL;

  g_return_if_fail (DATELINE_IS_REACTION_FILTER (self));

  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (g_str_equal (self->text, stripped))
    return;

  was_active = dateline_reaction_filter_get_active (self);
  if (g_str_has_prefix (stripped, self->text))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (self->text, stripped))
    change = GTK_FILTER_CHANGE_LESS_STRICT;

  g_free (self->text);
  self->text = g_steal_pointer (&stripped);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  changed (self, was_active, change);
}

/**
 * dateline_reaction_filter_set_range:
 * @self: a `DatelineReactionFilter`
 * @start: a moment, in seconds from 1970-01-01 UTC
 * @end: the first moment after the range; the same as @start for any time
 *
 * Asks for reactions that were made in a time, as a bar of the timeline counts them.
 */
void
dateline_reaction_filter_set_range (DatelineReactionFilter *self,
                                    gint64                  start,
                                    gint64                  end)
{
  gboolean was_active;

  g_return_if_fail (DATELINE_IS_REACTION_FILTER (self));
  g_return_if_fail (start <= end);

  if (self->start == start && self->end == end)
    return;

  was_active = dateline_reaction_filter_get_active (self);
  self->start = start;
  self->end = end;
  changed (self, was_active, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * dateline_reaction_filter_get_range:
 * @self: a `DatelineReactionFilter`
 * @start: (out): where to put the first moment
 * @end: (out): where to put the first moment after
 *
 * The time in which the reactions were made.
 *
 * Returns: %FALSE if any time will do
 */
gboolean
dateline_reaction_filter_get_range (DatelineReactionFilter *self,
                                    gint64                 *start,
                                    gint64                 *end)
{
  g_return_val_if_fail (DATELINE_IS_REACTION_FILTER (self), FALSE);
  g_return_val_if_fail (start != NULL, FALSE);
  g_return_val_if_fail (end != NULL, FALSE);

  *start = self->start;
  *end = self->end;

  return self->start != self->end;
}

/**
 * dateline_reaction_filter_get_active:
 * @self: a `DatelineReactionFilter`
 *
 * Whether anything is asked of a reaction.
 *
 * Returns: %FALSE if every reaction is let through
 */
gboolean
dateline_reaction_filter_get_active (DatelineReactionFilter *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION_FILTER (self), FALSE);

  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    if (n_keys (self, facet) > 0)
      return TRUE;

  return *self->text != '\0' || self->start != self->end;
}

/**
 * dateline_reaction_filter_clear:
 * @self: a `DatelineReactionFilter`
 *
 * Lets everything through again.
 */
void
dateline_reaction_filter_clear (DatelineReactionFilter *self)
{
  g_return_if_fail (DATELINE_IS_REACTION_FILTER (self));

  if (!dateline_reaction_filter_get_active (self))
    return;

  for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
    g_ptr_array_remove_range (self->keys[facet], 0, n_keys (self, facet));
  self->start = self->end = 0;
  if (*self->text != '\0')
    {
      g_free (self->text);
      self->text = g_strdup ("");
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
    }
  changed (self, TRUE, GTK_FILTER_CHANGE_LESS_STRICT);
}

/**
 * dateline_reaction_filter_contains:
 * @self: a `DatelineReactionFilter`
 * @facet: a dimension
 * @key: a key in it
 *
 * Whether a key is one of those looked for.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_reaction_filter_contains (DatelineReactionFilter *self,
                                   DatelineReactionFacet   facet,
                                   const char             *key)
{
  guint position;

  g_return_val_if_fail (DATELINE_IS_REACTION_FILTER (self), FALSE);
  g_return_val_if_fail (facet < DATELINE_N_REACTION_FACETS, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return find_key (self, facet, key, &position);
}

/**
 * dateline_reaction_filter_toggle:
 * @self: a `DatelineReactionFilter`
 * @facet: a dimension
 * @key: a key in it
 *
 * Looks for a key, or no longer.
 */
void
dateline_reaction_filter_toggle (DatelineReactionFilter *self,
                                 DatelineReactionFacet   facet,
                                 const char             *key)
{
  gboolean was_active;
  guint position;

  g_return_if_fail (DATELINE_IS_REACTION_FILTER (self));
  g_return_if_fail (facet < DATELINE_N_REACTION_FACETS);
  g_return_if_fail (key != NULL);

  was_active = dateline_reaction_filter_get_active (self);
  if (find_key (self, facet, key, &position))
    {
      g_ptr_array_remove_index (self->keys[facet], position);
      /* The last key of a dimension takes its demand with it; any other leaves fewer ways to meet it. */
      changed (self, was_active,
               n_keys (self, facet) == 0 ? GTK_FILTER_CHANGE_LESS_STRICT : GTK_FILTER_CHANGE_MORE_STRICT);
    }
  else
    {
      g_ptr_array_insert (self->keys[facet], (int) n_keys (self, facet), g_strdup (key));
      changed (self, was_active,
               n_keys (self, facet) == 1 ? GTK_FILTER_CHANGE_MORE_STRICT : GTK_FILTER_CHANGE_LESS_STRICT);
    }
}

/**
 * dateline_reaction_filter_get_keys:
 * @self: a `DatelineReactionFilter`
 * @facet: a dimension
 *
 * The keys that are looked for, in the order in which they were chosen.
 *
 * Returns: (transfer none): the keys
 */
const char * const *
dateline_reaction_filter_get_keys (DatelineReactionFilter *self,
                                   DatelineReactionFacet   facet)
{
  g_return_val_if_fail (DATELINE_IS_REACTION_FILTER (self), NULL);
  g_return_val_if_fail (facet < DATELINE_N_REACTION_FACETS, NULL);

  return (const char * const *) self->keys[facet]->pdata;
}

static void
count_keys (GHashTable *counts,
            GStrv       keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, keys[i]));

      g_hash_table_insert (counts, g_strdup (keys[i]), GUINT_TO_POINTER (n + 1));
    }
}

/**
 * dateline_reaction_filter_count:
 * @self: a `DatelineReactionFilter`
 * @reactions: a list of `DatelineReaction`
 * @counts: for each dimension a hash table of string to number, or %NULL; filled with the counts
 *
 * Counts for every key of every dimension how many reactions meet what is asked in the other dimensions: what a
 * reader gets who chooses that key.
 */
void
dateline_reaction_filter_count (DatelineReactionFilter *self,
                                GListModel             *reactions,
                                GHashTable             *counts[DATELINE_N_REACTION_FACETS])
{
  g_return_if_fail (DATELINE_IS_REACTION_FILTER (self));
  g_return_if_fail (G_IS_LIST_MODEL (reactions));
  g_return_if_fail (counts != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (reactions); i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (reactions, i);
      GStrv keys[DATELINE_N_REACTION_FACETS];
      guint n_failed = 0;
      DatelineReactionFacet failed = 0;

      if (!match_range (self, reaction) || !match_text (self, reaction))
        continue;

      for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
        {
          keys[facet] = dateline_reaction_facet_dup_keys (facet, reaction);
          if (!match_keys (self, facet, (const char * const *) keys[facet]))
            {
              n_failed++;
              failed = facet;
            }
        }
      /* Who fails in one dimension alone would be let in by another key of that dimension. */
      for (DatelineReactionFacet facet = 0; facet < DATELINE_N_REACTION_FACETS; facet++)
        {
          if (counts[facet] != NULL && (n_failed == 0 || (n_failed == 1 && failed == facet)))
            count_keys (counts[facet], keys[facet]);
          g_strfreev (keys[facet]);
        }
    }
}

static gboolean
is_key_in_use (DatelineReactionFacet  facet,
               DatelineStory         *story,
               const char            *key)
{
  GListModel *reactions = dateline_story_get_reactions (story);

  for (guint i = 0; i < g_list_model_get_n_items (reactions); i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (reactions, i);
      g_auto(GStrv) keys = dateline_reaction_facet_dup_keys (facet, reaction);

      if (g_strv_contains ((const char * const *) keys, key))
        return TRUE;
    }

  return FALSE;
}

/**
 * dateline_reaction_filter_prune:
 * @self: a `DatelineReactionFilter`
 * @story: the story
 *
 * Lets go of people, articles and events that are no more in the story: nothing would be left, and nobody could say why.
 */
void
dateline_reaction_filter_prune (DatelineReactionFilter *self,
                                DatelineStory          *story)
{
  static const DatelineReactionFacet facets[] = {
    DATELINE_REACTION_FACET_AUTHOR, DATELINE_REACTION_FACET_ARTICLE, DATELINE_REACTION_FACET_ANSWERS
  };

  g_return_if_fail (DATELINE_IS_REACTION_FILTER (self));
  g_return_if_fail (DATELINE_IS_STORY (story));

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_auto(GStrv) keys = g_strdupv ((char **) dateline_reaction_filter_get_keys (self, facets[i]));

      for (guint j = 0; keys[j] != NULL; j++)
        if (dateline_story_lookup (story, keys[j]) == NULL && !is_key_in_use (facets[i], story, keys[j]))
          dateline_reaction_filter_toggle (self, facets[i], keys[j]);
    }
}
