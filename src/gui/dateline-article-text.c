/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's text: an article as paper, with a clamped measure, its header above and its marks in and beside it.
 *
 * The buffer holds the article's text and nothing else, so that its offsets are those of the passages; what else is to
 * be seen is drawn, or lies over the margins. Drawing is in -snapshot.c, keys and pointer in -input.c. */
#include "config.h"

#include "dateline-article-text-private.h"

#include <adwaita.h>

/* Room for the bars and bubbles, for the notes, and for the eye. */
#define START_MARGIN 42
#define END_MARGIN   24
#define NOTES_MARGIN 42
#define LAST_MARGIN  72

/* Where a passage is scrolled to: as a share of the height, from the top. */
#define LEVEL .3

enum
{
  PROP_0,
  PROP_HEADER,
  PROP_TEXT_SIZE,
  PROP_LINE_HEIGHT,
  PROP_HOVERED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineArticleText, dateline_article_text, GTK_TYPE_TEXT_VIEW)

/* The document font that somebody chose; what a desktop comes with is often its interface font. */
static char *
dup_family (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettings) settings = NULL;
  g_autoptr(GVariant) value = NULL;
  g_autoptr(PangoFontDescription) font = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "org.gnome.desktop.interface", TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "document-font-name"))
    return g_strdup ("serif");

  settings = g_settings_new_full (schema, NULL, NULL);
  value = g_settings_get_user_value (settings, "document-font-name");
  if (value == NULL)
    return g_strdup ("serif");

  font = pango_font_description_from_string (g_variant_get_string (value, NULL));
  if (pango_font_description_get_family (font) == NULL)
    return g_strdup ("serif");

  return g_strdup (pango_font_description_get_family (font));
}

static void
update_type (DatelineArticleText *self)
{
  int dpi = 0;
  double scale;

  /* Whoever reads everything larger reads articles larger too. */
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  scale = dpi > 0 ? dpi / 1024. / 96. : 1;
  dateline_article_buffer_set_type (self->buffer, gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                    self->family, self->text_size * scale, self->line_height);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
update_margins (DatelineArticleText *self,
                int                  width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int end_minimum = self->notes != NULL ? NOTES_MARGIN : END_MARGIN;
  int measure = MIN (dateline_article_buffer_get_measure (self->buffer), width - START_MARGIN - end_minimum);
  int start = MAX (START_MARGIN, (width - measure) / 2);
  int end = MAX (end_minimum, width - start - measure);
  int left = rtl ? end : start;
  int top = 24;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;

  gtk_text_view_set_left_margin (view, left);
  gtk_text_view_set_right_margin (view, rtl ? start : end);
  if (self->header != NULL)
    {
      gtk_widget_set_size_request (self->header, width - start - end, -1);
      gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width - start - end, &top, NULL, NULL, NULL);
      /* Moving asks for another allocation, also to where it is already: done each time, that would never end. */
      if (left != self->header_left || top != self->header_height || value != self->header_scroll)
        {
          self->header_left = left;
          self->header_height = top;
          self->header_scroll = value;
          gtk_text_view_move_overlay (view, self->header, left, -top);
        }
    }
  gtk_text_view_set_top_margin (view, top);
}

static void
dateline_article_text_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (widget);

  self->is_allocating = TRUE;
  update_margins (self, width);
  GTK_WIDGET_CLASS (dateline_article_text_parent_class)->size_allocate (widget, width, height, baseline);
  self->is_allocating = FALSE;
}

static void
dateline_article_text_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (widget);

  GTK_WIDGET_CLASS (dateline_article_text_parent_class)->measure (widget, orientation, for_size, minimum, natural,
                                                                  minimum_baseline, natural_baseline);
  if (orientation != GTK_ORIENTATION_HORIZONTAL)
    return;

  /* The margins follow the width; counted in, they would never let it shrink. */
  *minimum = 240;
  *natural = dateline_article_buffer_get_measure (self->buffer) + START_MARGIN + END_MARGIN;
}

static void
dateline_article_text_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dateline_article_text_parent_class)->realize (widget);

  /* Only now is it known on which screen, with which fonts. */
  update_type (DATELINE_ARTICLE_TEXT (widget));
}

static gboolean
hold_cb (gpointer user_data)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (user_data);

  self->hold_id = 0;
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), self->target, 0, TRUE, 0, LEVEL);

  return G_SOURCE_REMOVE;
}

/* The text grows while it is laid out, and when its size changes: what was scrolled to stays in sight. */
static void
extent_changed_cb (DatelineArticleText *self)
{
  if (self->is_held && self->hold_id == 0)
    self->hold_id = g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 1, hold_cb, self, NULL);
}

static gboolean
allocate_again_cb (gpointer user_data)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (user_data);

  self->allocate_id = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* GTK 4.8 scrolls what lies over the text only when it is allocated anew; asked for within an allocation, the next one
 * would be forgotten. */
static void
scrolled_cb (DatelineArticleText *self)
{
  if (!self->is_allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  else if (self->allocate_id == 0)
    self->allocate_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, allocate_again_cb, self, NULL);
}

static void
adjustment_changed_cb (DatelineArticleText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment == NULL)
    return;

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (extent_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Set once: GTK 4.8 has no way to take away what lies over the text. */
static void
set_header (DatelineArticleText *self,
            GtkWidget           *header)
{
  g_return_if_fail (self->header == NULL);

  self->header = header;
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self), header, 0, 0);
}

static void
dateline_article_text_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (object);

  switch (prop_id)
    {
    case PROP_HEADER:
      g_value_set_object (value, self->header);
      break;
    case PROP_TEXT_SIZE:
      g_value_set_int (value, self->text_size);
      break;
    case PROP_LINE_HEIGHT:
      g_value_set_double (value, self->line_height);
      break;
    case PROP_HOVERED:
      g_value_set_object (value, self->hovered);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_article_text_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (object);

  switch (prop_id)
    {
    case PROP_HEADER:
      set_header (self, g_value_get_object (value));
      break;
    case PROP_TEXT_SIZE:
      self->text_size = g_value_get_int (value);
      update_type (self);
      break;
    case PROP_LINE_HEIGHT:
      self->line_height = g_value_get_double (value);
      update_type (self);
      break;
    case PROP_HOVERED:
      dateline_article_text_set_hovered (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_article_text_constructed (GObject *object)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (object);
  g_autoptr(DatelineArticleBuffer) buffer = dateline_article_buffer_new ();
  GtkTextIter start;

  G_OBJECT_CLASS (dateline_article_text_parent_class)->constructed (object);

  self->buffer = buffer;
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), GTK_TEXT_BUFFER (buffer));
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &start);
  self->target = gtk_text_buffer_create_mark (GTK_TEXT_BUFFER (buffer), NULL, &start, TRUE);
  _dateline_article_text_input_init (self);
  update_type (self);
}

static void
dateline_article_text_dispose (GObject *object)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (object);

  _dateline_article_text_input_dispose (self);
  dateline_article_text_let_go (self);
  g_clear_handle_id (&self->allocate_id, g_source_remove);
  self->header = NULL;
  g_clear_object (&self->marks);
  g_clear_object (&self->item);
  g_clear_object (&self->passage);
  g_clear_object (&self->hovered);
  g_clear_pointer (&self->notes, g_array_unref);

  G_OBJECT_CLASS (dateline_article_text_parent_class)->dispose (object);
}

static void
dateline_article_text_finalize (GObject *object)
{
  DatelineArticleText *self = DATELINE_ARTICLE_TEXT (object);

  g_free (self->family);

  G_OBJECT_CLASS (dateline_article_text_parent_class)->finalize (object);
}

static void
dateline_article_text_class_init (DatelineArticleTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->constructed = dateline_article_text_constructed;
  object_class->dispose = dateline_article_text_dispose;
  object_class->finalize = dateline_article_text_finalize;
  object_class->get_property = dateline_article_text_get_property;
  object_class->set_property = dateline_article_text_set_property;

  widget_class->measure = dateline_article_text_measure;
  widget_class->realize = dateline_article_text_realize;
  widget_class->size_allocate = dateline_article_text_size_allocate;

  view_class->snapshot_layer = _dateline_article_text_snapshot_layer;

  /**
   * DatelineArticleText:header: (nullable)
   *
   * What stands above the text and scrolls with it. Set once.
   */
  properties[PROP_HEADER] =
    g_param_spec_object ("header", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleText:text-size:
   *
   * The size of the type in pixels.
   */
  properties[PROP_TEXT_SIZE] =
    g_param_spec_int ("text-size", NULL, NULL, 1, 200, 17,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleText:line-height:
   *
   * The distance of two lines, as a multiple of the text size.
   */
  properties[PROP_LINE_HEIGHT] =
    g_param_spec_double ("line-height", NULL, NULL, 1, 4, 1.5,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineArticleText:hovered: (nullable)
   *
   * The item whose passages are shown quietly.
   */
  properties[PROP_HOVERED] =
    g_param_spec_object ("hovered", NULL, NULL, DATELINE_TYPE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  _dateline_article_text_class_input_init (klass);
}

static void
dateline_article_text_init (DatelineArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->family = dup_family ();
  self->text_size = 17;
  self->line_height = 1.5;
  self->kinds = DATELINE_ALL_MARKS;
  self->mark = DATELINE_NO_MARK;

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_bottom_margin (view, LAST_MARGIN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-text");

  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_changed_cb), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (update_type), self, G_CONNECT_SWAPPED);
}

/* Where a column of the margin stands, in buffer coordinates: at the start of the lines, or at their end. */
int
_dateline_article_text_get_column (DatelineArticleText *self,
                                   gboolean             at_end,
                                   int                  distance,
                                   int                  width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (rtl == at_end)
    return gtk_text_view_get_left_margin (view) - distance - width;

  return gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_right_margin (view) + distance;
}

/**
 * dateline_article_text_set_article:
 * @self: a `DatelineArticleText`
 * @article: (nullable): an article
 * @marks: (nullable): what is to be marked in it
 *
 * Shows an article from its start.
 */
void
dateline_article_text_set_article (DatelineArticleText  *self,
                                   DatelineArticle      *article,
                                   DatelineArticleMarks *marks)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (self));
  g_return_if_fail ((article == NULL) == (marks == NULL));

  _dateline_article_text_set_mark (self, DATELINE_NO_MARK);
  g_set_object (&self->marks, marks);
  dateline_article_text_set_selection (self, NULL, NULL);
  dateline_article_text_set_hovered (self, NULL);
  dateline_article_text_let_go (self);
  dateline_article_buffer_set_article (self->buffer, article);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * dateline_article_text_get_kinds:
 * @self: a `DatelineArticleText`
 *
 * The kinds of mark that are shown.
 *
 * Returns: a mask of bits `1 << DatelineMarkKind`
 */
guint
dateline_article_text_get_kinds (DatelineArticleText *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_TEXT (self), 0);

  return self->kinds;
}

/**
 * dateline_article_text_set_kinds:
 * @self: a `DatelineArticleText`
 * @kinds: a mask of bits `1 << DatelineMarkKind`
 *
 * Chooses the kinds of mark that are shown.
 */
void
dateline_article_text_set_kinds (DatelineArticleText *self,
                                 guint                kinds)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (self));

  if (self->kinds == kinds)
    return;

  self->kinds = kinds;
  _dateline_article_text_set_mark (self, DATELINE_NO_MARK);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dateline_article_text_set_selection:
 * @self: a `DatelineArticleText`
 * @item: (nullable): the item whose passages are shown
 * @passage: (nullable): the passage that is looked at
 *
 * Highlights what is selected.
 */
void
dateline_article_text_set_selection (DatelineArticleText *self,
                                     DatelineItem        *item,
                                     DatelinePassage     *passage)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (self));

  g_set_object (&self->item, item);
  g_set_object (&self->passage, passage);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dateline_article_text_set_hovered:
 * @self: a `DatelineArticleText`
 * @item: (nullable): an item
 *
 * Shows quietly where an item stands.
 */
void
dateline_article_text_set_hovered (DatelineArticleText *self,
                                   DatelineItem        *item)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (self));

  if (!g_set_object (&self->hovered, item))
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}

/**
 * dateline_article_text_set_notes:
 * @self: a `DatelineArticleText`
 * @notes: (nullable) (element-type DatelineArticleNote): notes for the margin, in the order of the text
 *
 * Puts notes into the margin, or takes them away.
 */
void
dateline_article_text_set_notes (DatelineArticleText *self,
                                 GArray              *notes)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (self));

  g_clear_pointer (&self->notes, g_array_unref);
  if (notes != NULL)
    self->notes = g_array_ref (notes);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
is_in_sight (DatelineArticleText *self,
             DatelinePassage     *passage)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GdkRectangle first;
  GdkRectangle last;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &iter, (int) dateline_passage_get_start (passage));
  gtk_text_view_get_iter_location (view, &iter, &first);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &iter, (int) dateline_passage_get_end (passage));
  gtk_text_view_get_iter_location (view, &iter, &last);

  return first.y >= visible.y && last.y + last.height <= visible.y + visible.height;
}

/**
 * dateline_article_text_scroll_to:
 * @self: a `DatelineArticleText`
 * @passage: a passage of the article
 * @always: whether to scroll even if the passage is in sight
 *
 * Scrolls a passage to about a third from the top.
 */
void
dateline_article_text_scroll_to (DatelineArticleText *self,
                                 DatelinePassage     *passage,
                                 gboolean             always)
{
  GtkTextIter iter;

  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (self));
  g_return_if_fail (DATELINE_IS_PASSAGE (passage));

  if (!always && is_in_sight (self, passage))
    return;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &iter, (int) dateline_passage_get_start (passage));
  gtk_text_buffer_move_mark (GTK_TEXT_BUFFER (self->buffer), self->target, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), self->target, 0, TRUE, 0, LEVEL);
  self->is_held = TRUE;
}

/**
 * dateline_article_text_let_go:
 * @self: a `DatelineArticleText`
 *
 * Forgets what was scrolled to: the reader goes elsewhere.
 */
void
dateline_article_text_let_go (DatelineArticleText *self)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (self));

  self->is_held = FALSE;
  g_clear_handle_id (&self->hold_id, g_source_remove);
}

/**
 * dateline_article_text_get_mark:
 * @self: a `DatelineArticleText`
 *
 * The mark that the keyboard is at.
 *
 * Returns: its position, or %DATELINE_NO_MARK
 */
guint
dateline_article_text_get_mark (DatelineArticleText *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_TEXT (self), DATELINE_NO_MARK);

  return self->mark;
}

/**
 * dateline_article_text_get_position:
 * @self: a `DatelineArticleText`
 * @offset: a place in the text
 * @y: (out): how far below the top of all that scrolls it is, in pixels
 *
 * Where a place of the text is.
 *
 * Returns: %FALSE if there is no such place
 */
gboolean
dateline_article_text_get_position (DatelineArticleText *self,
                                    guint                offset,
                                    int                 *y)
{
  GtkTextIter iter;
  GdkRectangle location;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_TEXT (self), FALSE);
  g_return_val_if_fail (y != NULL, FALSE);

  if ((int) offset > gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self->buffer)))
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &iter, (int) offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &location);
  *y = location.y + gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self));

  return TRUE;
}

/**
 * dateline_article_text_get_family:
 * @self: a `DatelineArticleText`
 *
 * The font family of the text.
 *
 * Returns: the name of the family
 */
const char *
dateline_article_text_get_family (DatelineArticleText *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_TEXT (self), "serif");

  return self->family;
}
