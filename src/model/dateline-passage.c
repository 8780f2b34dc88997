/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A span of one article, with the words themselves and their surroundings, so that it can be found again when
 * the text moved (the TextPositionSelector and TextQuoteSelector of the W3C Web Annotation model). */
#include "config.h"

#include "dateline-passage.h"

#include <string.h>

#include "dateline-article.h"
#include "dateline-text.h"

struct _DatelinePassage
{
  GObject parent_instance;

  DatelineArticle *article;
  guint            start;
  guint            end;
  char            *exact;
  char            *prefix;
  char            *suffix;
};

enum
{
  PROP_0,
  PROP_ARTICLE,
  PROP_START,
  PROP_END,
  PROP_EXACT,
  PROP_PREFIX,
  PROP_SUFFIX,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelinePassage, dateline_passage, G_TYPE_OBJECT)

static void
dateline_passage_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DatelinePassage *self = DATELINE_PASSAGE (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, dateline_passage_get_article (self));
      break;
    case PROP_START:
      g_value_set_uint (value, dateline_passage_get_start (self));
      break;
    case PROP_END:
      g_value_set_uint (value, dateline_passage_get_end (self));
      break;
    case PROP_EXACT:
      g_value_set_string (value, dateline_passage_get_exact (self));
      break;
    case PROP_PREFIX:
      g_value_set_string (value, dateline_passage_get_prefix (self));
      break;
    case PROP_SUFFIX:
      g_value_set_string (value, dateline_passage_get_suffix (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_passage_dispose (GObject *object)
{
  DatelinePassage *self = DATELINE_PASSAGE (object);

  g_clear_object (&self->article);

  G_OBJECT_CLASS (dateline_passage_parent_class)->dispose (object);
}

static void
dateline_passage_finalize (GObject *object)
{
  DatelinePassage *self = DATELINE_PASSAGE (object);

  g_clear_pointer (&self->exact, g_free);
  g_clear_pointer (&self->prefix, g_free);
  g_clear_pointer (&self->suffix, g_free);

  G_OBJECT_CLASS (dateline_passage_parent_class)->finalize (object);
}

static void
dateline_passage_class_init (DatelinePassageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_passage_dispose;
  object_class->finalize = dateline_passage_finalize;
  object_class->get_property = dateline_passage_get_property;

  /**
   * DatelinePassage:article:
   *
   * The article that the span is in.
   */
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, DATELINE_TYPE_ARTICLE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelinePassage:start:
   *
   * Where the span starts, in Unicode code points from the start of the article's text.
   */
  properties[PROP_START] =
    g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelinePassage:end:
   *
   * Where the span ends, in Unicode code points, exclusive.
   */
  properties[PROP_END] =
    g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelinePassage:exact:
   *
   * The words of the span.
   */
  properties[PROP_EXACT] =
    g_param_spec_string ("exact", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelinePassage:prefix:
   *
   * Up to 32 code points before the span.
   */
  properties[PROP_PREFIX] =
    g_param_spec_string ("prefix", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelinePassage:suffix:
   *
   * Up to 32 code points after the span.
   */
  properties[PROP_SUFFIX] =
    g_param_spec_string ("suffix", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_passage_init (DatelinePassage *self)
{
}

/**
 * dateline_passage_new:
 * @article: the article that the span is in
 * @start: where it starts, in code points
 * @end: where it ends, in code points, exclusive; at most the length of the article's text
 *
 * Creates a passage of what @article says there.
 *
 * Returns: (transfer full): a new passage
 */
DatelinePassage *
dateline_passage_new (DatelineArticle *article,
                      guint            start,
                      guint            end)
{
  DatelinePassage *self;
  const char *text;
  const char *from;
  const char *to;
  const char *before;
  const char *after;

  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (start < end, NULL);
  g_return_val_if_fail (end <= dateline_article_get_length (article), NULL);

  text = dateline_article_get_text (article);
  from = dateline_article_get_pointer (article, start);
  to = dateline_article_get_pointer (article, end);
  before = from;
  after = to;

  for (guint i = 0; i < DATELINE_PASSAGE_CONTEXT; i++)
    {
      if (before > text)
        before = g_utf8_prev_char (before);
      if (*after != '\0')
        after = g_utf8_next_char (after);
    }

  self = g_object_new (DATELINE_TYPE_PASSAGE, NULL);
  self->article = g_object_ref (article);
  self->start = start;
  self->end = end;
  self->exact = g_strndup (from, to - from);
  self->prefix = g_strndup (before, from - before);
  self->suffix = g_strndup (to, after - to);

  return self;
}

/**
 * dateline_passage_new_quoted:
 * @article: the article that the span is in
 * @start: where it starts, in code points
 * @end: where it ends, in code points, exclusive
 * @exact: the words of the span
 * @prefix: the words before it
 * @suffix: the words after it
 *
 * Creates a passage as somebody else noted it, without a look at the text; see dateline_passage_is_there().
 *
 * Returns: (transfer full): a new passage
 */
DatelinePassage *
dateline_passage_new_quoted (DatelineArticle *article,
                             guint            start,
                             guint            end,
                             const char      *exact,
                             const char      *prefix,
                             const char      *suffix)
{
  DatelinePassage *self;

  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (start < end, NULL);
  g_return_val_if_fail (exact != NULL && prefix != NULL && suffix != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_PASSAGE, NULL);
  self->article = g_object_ref (article);
  self->start = start;
  self->end = end;
  self->exact = g_strdup (exact);
  self->prefix = g_strdup (prefix);
  self->suffix = g_strdup (suffix);

  return self;
}

/**
 * dateline_passage_get_article:
 * @self: a `DatelinePassage`
 *
 * The article that the span is in.
 *
 * Returns: (transfer none): the article
 */
DatelineArticle *
dateline_passage_get_article (DatelinePassage *self)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE (self), NULL);

  return self->article;
}

/**
 * dateline_passage_get_start:
 * @self: a `DatelinePassage`
 *
 * Where the span starts.
 *
 * Returns: Unicode code points from the start of the article's text
 */
guint
dateline_passage_get_start (DatelinePassage *self)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE (self), 0);

  return self->start;
}

/**
 * dateline_passage_get_end:
 * @self: a `DatelinePassage`
 *
 * Where the span ends.
 *
 * Returns: Unicode code points from the start of the article's text, exclusive
 */
guint
dateline_passage_get_end (DatelinePassage *self)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE (self), 0);

  return self->end;
}

/**
 * dateline_passage_get_exact:
 * @self: a `DatelinePassage`
 *
 * The words of the span.
 *
 * Returns: the text
 */
const char *
dateline_passage_get_exact (DatelinePassage *self)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE (self), "");

  return self->exact;
}

/**
 * dateline_passage_get_prefix:
 * @self: a `DatelinePassage`
 *
 * Up to 32 code points before the span.
 *
 * Returns: the text
 */
const char *
dateline_passage_get_prefix (DatelinePassage *self)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE (self), "");

  return self->prefix;
}

/**
 * dateline_passage_get_suffix:
 * @self: a `DatelinePassage`
 *
 * Up to 32 code points after the span.
 *
 * Returns: the text
 */
const char *
dateline_passage_get_suffix (DatelinePassage *self)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE (self), "");

  return self->suffix;
}

/**
 * dateline_passage_is_there:
 * @self: a `DatelinePassage`
 *
 * Whether the article has the words at that place: its text may have been replaced since.
 *
 * Returns: %TRUE if it has
 */
gboolean
dateline_passage_is_there (DatelinePassage *self)
{
  const char *from;
  const char *to;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (self), FALSE);

  if (self->end > dateline_article_get_length (self->article))
    return FALSE;

  from = dateline_article_get_pointer (self->article, self->start);
  to = dateline_article_get_pointer (self->article, self->end);

  return strlen (self->exact) == (gsize) (to - from) && strncmp (from, self->exact, to - from) == 0;
}

/**
 * dateline_passage_dup_sentence:
 * @self: a `DatelinePassage`
 *
 * The whole sentence or sentences that the span touches, within its text block.
 *
 * Returns: (transfer full): a passage that contains @self; @self itself if it is whole already
 */
DatelinePassage *
dateline_passage_dup_sentence (DatelinePassage *self)
{
  const char *from;
  const char *to;
  guint start;
  guint end;

  g_return_val_if_fail (DATELINE_IS_PASSAGE (self), NULL);

  if (!dateline_passage_is_there (self))
    return g_object_ref (self);

  from = dateline_article_get_pointer (self->article, self->start);
  to = dateline_article_get_pointer (self->article, self->end);
  dateline_text_span_sentence (dateline_article_get_text (self->article), &from, &to);

  /* Counted from the span, which is near, and not from the start of the text. */
  start = self->start - (guint) g_utf8_pointer_to_offset (from, dateline_article_get_pointer (self->article, self->start));
  end = start + (guint) g_utf8_pointer_to_offset (from, to);

  if (start == self->start && end == self->end)
    return g_object_ref (self);

  return dateline_passage_new (self->article, start, end);
}

/**
 * dateline_passage_contains:
 * @self: a `DatelinePassage`
 * @other: another passage
 *
 * Whether all of @other lies within @self.
 *
 * Returns: %TRUE if it does
 */
gboolean
dateline_passage_contains (DatelinePassage *self,
                           DatelinePassage *other)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (other), FALSE);

  return self->article == other->article && self->start <= other->start && other->end <= self->end;
}

/**
 * dateline_passage_equal:
 * @a: a `DatelinePassage`
 * @b: a `DatelinePassage`
 *
 * Whether two passages are the same words at the same place of one article, amid the same words.
 *
 * Returns: %TRUE if one can stand for the other
 */
gboolean
dateline_passage_equal (DatelinePassage *a,
                        DatelinePassage *b)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE (a), FALSE);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (b), FALSE);

  return a == b ||
         (a->article == b->article && a->start == b->start && a->end == b->end && g_str_equal (a->exact, b->exact) &&
          g_str_equal (a->prefix, b->prefix) && g_str_equal (a->suffix, b->suffix));
}

/**
 * dateline_passage_compare:
 * @a: a `DatelinePassage`
 * @b: a `DatelinePassage`
 *
 * Orders passages as a reader meets them: by article, by start, the longer first.
 *
 * Returns: negative, zero or positive, as strcmp() does
 */
int
dateline_passage_compare (DatelinePassage *a,
                          DatelinePassage *b)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE (a), 0);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (b), 0);

  if (a->article != b->article)
    return dateline_article_get_position (a->article) < dateline_article_get_position (b->article) ? -1 : 1;
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;

  return 0;
}
