/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article, set in type: offsets are those of the article's passages, since nothing is put between. */
#include "config.h"

#include "dateline-article-buffer.h"

#include <string.h>

/* What a line of prose of the reader's measure looks like: the letters in about the frequency of running text. */
#define SAMPLE "The court sat until the evening; outside, people waited and sang. "
#define MEASURE 68

#define N_KINDS (DATELINE_BLOCK_POST + 1)

struct _DatelineArticleBuffer
{
  GtkTextBuffer parent_instance;

  DatelineArticle *article;
  char            *setting; /* what was set of it, and how */
  GtkTextTag      *tags[N_KINDS];
  GtkTextTag      *attribution;
  double           ascent[N_KINDS];
  double           descent[N_KINDS];
  int              measure;
};

/* How the kinds of block differ, in shares of the text size. */
static const struct
{
  double   scale;
  double   leading; /* times the line height of the reader's choice */
  double   above;
  double   below;
  double   indent;
  gboolean bold;
  gboolean interface_font;
} kinds[N_KINDS] = {
  [DATELINE_BLOCK_HEADING] = { 1.24, .84, 1.0, .45, 0, TRUE, FALSE },
  [DATELINE_BLOCK_PARAGRAPH] = { 1.0, 1.0, 0, .8, 0, FALSE, FALSE },
  [DATELINE_BLOCK_BLOCKQUOTE] = { 1.0, 1.0, .3, 1.1, 1.6, FALSE, FALSE },
  [DATELINE_BLOCK_POST] = { .92, .96, .8, 1.6, 1.1, FALSE, TRUE },
};

G_DEFINE_FINAL_TYPE (DatelineArticleBuffer, dateline_article_buffer, GTK_TYPE_TEXT_BUFFER)

static void
dateline_article_buffer_dispose (GObject *object)
{
  DatelineArticleBuffer *self = DATELINE_ARTICLE_BUFFER (object);

  g_clear_object (&self->article);
  g_clear_pointer (&self->setting, g_free);

  G_OBJECT_CLASS (dateline_article_buffer_parent_class)->dispose (object);
}

static void
dateline_article_buffer_constructed (GObject *object)
{
  DatelineArticleBuffer *self = DATELINE_ARTICLE_BUFFER (object);

  G_OBJECT_CLASS (dateline_article_buffer_parent_class)->constructed (object);

  /* The margins of a block add to those that the widget sets for the measure. */
  for (guint i = 0; i < N_KINDS; i++)
    self->tags[i] = gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (self), NULL,
                                                "accumulative-margin", TRUE,
                                                "insert-hyphens", FALSE, /* no sign that the text does not have */
                                                NULL);
  self->attribution = gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (self), NULL,
                                                  "weight", PANGO_WEIGHT_SEMIBOLD,
                                                  NULL);
}

static void
dateline_article_buffer_class_init (DatelineArticleBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dateline_article_buffer_constructed;
  object_class->dispose = dateline_article_buffer_dispose;
}

static void
dateline_article_buffer_init (DatelineArticleBuffer *self)
{
  self->measure = 480;
}

/**
 * dateline_article_buffer_new:
 *
 * Creates a buffer without an article.
 *
 * Returns: (transfer full): a new buffer
 */
DatelineArticleBuffer *
dateline_article_buffer_new (void)
{
  return g_object_new (DATELINE_TYPE_ARTICLE_BUFFER,
                       "enable-undo", FALSE,
                       NULL);
}

/**
 * dateline_article_buffer_get_article:
 * @self: a `DatelineArticleBuffer`
 *
 * The article whose text this is.
 *
 * Returns: (transfer none) (nullable): the article
 */
DatelineArticle *
dateline_article_buffer_get_article (DatelineArticleBuffer *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_BUFFER (self), NULL);

  return self->article;
}

static void
apply_tag (DatelineArticleBuffer *self,
           GtkTextTag            *tag,
           guint                  start,
           guint                  end)
{
  GtkTextIter start_iter;
  GtkTextIter end_iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &start_iter, (int) start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &end_iter, (int) end);
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), tag, &start_iter, &end_iter);
}

/* A post ends with who wrote it: "… — Name (@handle), date". */
static void
tag_attribution (DatelineArticleBuffer *self,
                 const DatelineBlock   *block)
{
  const char *start = dateline_article_get_pointer (self->article, block->start);
  const char *end = dateline_article_get_pointer (self->article, block->end);
  const char *dash = g_strrstr_len (start, end - start, " — ");

  if (dash != NULL)
    apply_tag (self, self->attribution, block->start + (guint) g_utf8_pointer_to_offset (start, dash), block->end);
}

/* The text as it is set: what, and in which way. */
static char *
dup_setting (DatelineArticle *article)
{
  GString *setting = g_string_new (dateline_article_get_text (article));
  const DatelineBlock *blocks;
  guint n_blocks;

  blocks = dateline_article_get_blocks (article, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    g_string_append_printf (setting, "\n%u", blocks[i].kind);

  return g_string_free (setting, FALSE);
}

static void
set_language (DatelineArticleBuffer *self)
{
  const char *language = dateline_article_get_language (self->article);

  for (guint i = 0; i < N_KINDS; i++)
    {
      if (*language != '\0')
        g_object_set (self->tags[i], "language", language, NULL);
      else
        g_object_set (self->tags[i], "language-set", FALSE, NULL);
    }
}

/**
 * dateline_article_buffer_set_article:
 * @self: a `DatelineArticleBuffer`
 * @article: (nullable): an article
 *
 * Sets the text of an article.
 */
void
dateline_article_buffer_set_article (DatelineArticleBuffer *self,
                                     DatelineArticle       *article)
{
  const DatelineBlock *blocks;
  GtkTextIter start;
  guint n_blocks;

  g_return_if_fail (DATELINE_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (article == NULL || DATELINE_IS_ARTICLE (article));

  g_set_object (&self->article, article);
  g_clear_pointer (&self->setting, g_free);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), article != NULL ? dateline_article_get_text (article) : "", -1);
  if (article == NULL)
    return;

  blocks = dateline_article_get_blocks (article, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      /* The line feed belongs to its block: the space below it does too. */
      apply_tag (self, self->tags[blocks[i].kind], blocks[i].start, blocks[i].end + 1);
      if (blocks[i].kind == DATELINE_BLOCK_POST)
        tag_attribution (self, &blocks[i]);
    }
  self->setting = dup_setting (article);
  set_language (self);

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
}

static int
measure_sample (PangoContext               *context,
                const PangoFontDescription *font)
{
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  int width;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, SAMPLE, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width * MEASURE / (int) strlen (SAMPLE);
}

/**
 * dateline_article_buffer_set_type:
 * @self: a `DatelineArticleBuffer`
 * @context: what to measure the fonts with
 * @family: the font family of the text
 * @size: the text size in pixels
 * @line_height: the distance of two lines, as a multiple of the text size
 *
 * Sets the type.
 */
void
dateline_article_buffer_set_type (DatelineArticleBuffer *self,
                                  PangoContext          *context,
                                  const char            *family,
                                  double                 size,
                                  double                 line_height)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  for (guint i = 0; i < N_KINDS; i++)
    {
      double pixels = size * kinds[i].scale;
      g_autoptr(PangoFontDescription) font = pango_font_description_new ();
      PangoFontMetrics *metrics;
      double natural;

      pango_font_description_set_family (font, kinds[i].interface_font
                                                 ? pango_font_description_get_family (pango_context_get_font_description (context))
                                                 : family);
      pango_font_description_set_absolute_size (font, pixels * PANGO_SCALE);
      if (kinds[i].bold)
        pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);

      metrics = pango_context_get_metrics (context, font, NULL);
      self->ascent[i] = pango_font_metrics_get_ascent (metrics) / (double) PANGO_SCALE;
      self->descent[i] = pango_font_metrics_get_descent (metrics) / (double) PANGO_SCALE;
      natural = pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE;
      if (natural <= 0)
        natural = self->ascent[i] + self->descent[i];
      pango_font_metrics_unref (metrics);

      /* Pango counts from the font's own line height, the reader from the size of the type. */
      g_object_set (self->tags[i],
                    "font-desc", font,
                    "line-height", natural > 0 ? (float) (line_height * kinds[i].leading * pixels / natural) : 1.0f,
                    "pixels-above-lines", (int) (size * kinds[i].above),
                    "pixels-below-lines", (int) (size * kinds[i].below),
                    "left-margin", (int) (size * kinds[i].indent),
                    "right-margin", (int) (size * kinds[i].indent),
                    NULL);
      if (i == DATELINE_BLOCK_PARAGRAPH)
        self->measure = measure_sample (context, font);
    }
}

/**
 * dateline_article_buffer_get_measure:
 * @self: a `DatelineArticleBuffer`
 *
 * How wide a line should be at most to be read with ease.
 *
 * Returns: a width in pixels
 */
int
dateline_article_buffer_get_measure (DatelineArticleBuffer *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_BUFFER (self), 0);

  return self->measure;
}

/**
 * dateline_article_buffer_get_metrics:
 * @self: a `DatelineArticleBuffer`
 * @kind: a kind of block
 * @ascent: (out): how high its letters stand above the baseline, in pixels
 * @descent: (out): how deep they reach below it
 *
 * The metrics of the font of a kind of block.
 */
void
dateline_article_buffer_get_metrics (DatelineArticleBuffer *self,
                                     DatelineBlockKind      kind,
                                     double                *ascent,
                                     double                *descent)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (kind < N_KINDS);

  *ascent = self->ascent[kind];
  *descent = self->descent[kind];
}

/**
 * dateline_article_buffer_get_block:
 * @self: a `DatelineArticleBuffer`
 * @offset: a place in the text
 * @position: (out) (optional): which block it is
 *
 * The block that a place is in.
 *
 * Returns: (transfer none) (nullable): the block
 */
const DatelineBlock *
dateline_article_buffer_get_block (DatelineArticleBuffer *self,
                                   guint                  offset,
                                   guint                 *position)
{
  const DatelineBlock *blocks;
  guint low = 0;
  guint high;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_BUFFER (self), NULL);

  if (self->article == NULL)
    return NULL;

  blocks = dateline_article_get_blocks (self->article, &high);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (blocks[middle].end < offset)
        low = middle + 1;
      else
        high = middle;
    }

  dateline_article_get_blocks (self->article, &high);
  if (low == high)
    return NULL;
  if (position != NULL)
    *position = low;

  return &blocks[low];
}

/**
 * dateline_article_buffer_refresh:
 * @self: a `DatelineArticleBuffer`
 *
 * Sets the text of the article anew if it is another now. What is selected stays so, as far as there is text.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_article_buffer_refresh (DatelineArticleBuffer *self)
{
  g_autoptr(DatelineArticle) article = NULL;
  g_autofree char *setting = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter insert;
  GtkTextIter bound;
  int offsets[2];

  g_return_val_if_fail (DATELINE_IS_ARTICLE_BUFFER (self), FALSE);

  if (self->article == NULL)
    return FALSE;

  set_language (self);
  setting = dup_setting (self->article);
  if (g_strcmp0 (setting, self->setting) == 0)
    return FALSE;

  buffer = GTK_TEXT_BUFFER (self);
  gtk_text_buffer_get_iter_at_mark (buffer, &insert, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  offsets[0] = gtk_text_iter_get_offset (&insert);
  offsets[1] = gtk_text_iter_get_offset (&bound);

  article = g_object_ref (self->article);
  dateline_article_buffer_set_article (self, article);
  gtk_text_buffer_get_iter_at_offset (buffer, &insert, offsets[0]);
  gtk_text_buffer_get_iter_at_offset (buffer, &bound, offsets[1]);
  gtk_text_buffer_select_range (buffer, &insert, &bound);

  return TRUE;
}
