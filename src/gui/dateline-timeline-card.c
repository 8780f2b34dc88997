/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event on the timeline: glyph, short time, title, and who reports it. One widget that draws itself: there are up
 * to a hundred of them, and each moves with every frame. */
#include "config.h"

#include "dateline-timeline-card.h"

#include <glib/gi18n.h>

#include "dateline-article.h"
#include "dateline-closures.h"
#include "dateline-palette.h"
#include "dateline-short-text.h"

#define MARGIN     8
#define ICON_SIZE  16
#define BADGE_SIZE 15
#define BADGE_GAP  2
/* A caption with less room than this, and too little for all of it, is left out. */
#define MIN_CAPTION 56
/* More articles than this are told by a number. */
#define MAX_BADGES 4
/* How far a bar is drawn out of sight. */
#define CUT 10

struct _DatelineTimelineCard
{
  GtkButton parent_instance;

  GListModel    *articles;
  DatelineEvent *event;
  GdkPaintable  *icon;
  const char    *icon_name;
  PangoLayout   *title;
  PangoLayout   *caption;
  PangoLayout   *letters[MAX_BADGES];
  PangoLayout   *count;
  guint          n;
  guint          n_articles;
  guint          n_reporting;
  gboolean       reporting[MAX_BADGES];
  gboolean       bar;
  double         soft_start;
  double         soft_end;
  gboolean       cut_start;
  gboolean       cut_end;
};

G_DEFINE_FINAL_TYPE (DatelineTimelineCard, dateline_timeline_card, GTK_TYPE_BUTTON)

static PangoLayout *
create_layout (GtkWidget   *widget,
               PangoWeight  weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  /* Digits of one width, so that times stand in line. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static void
draw_text (GtkSnapshot   *snapshot,
           PangoLayout   *layout,
           double         x,
           double         y,
           const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
ensure_icon (DatelineTimelineCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *name = dateline_closures_get_category_icon (dateline_event_get_category (self->event));

  if (self->icon != NULL && g_strcmp0 (name, self->icon_name) == 0)
    return;

  g_clear_object (&self->icon);
  self->icon_name = name;
  self->icon = GDK_PAINTABLE (gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                                          name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget),
                                                          gtk_widget_get_direction (widget), 0));
}

static void
draw_icon (DatelineTimelineCard *self,
           GtkSnapshot          *snapshot,
           double                x,
           double                y,
           const GdkRGBA        *colour)
{
  GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };

  ensure_icon (self);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, ICON_SIZE, ICON_SIZE, colours, 4);
  gtk_snapshot_restore (snapshot);
}

static void
draw_badge (DatelineTimelineCard *self,
            GtkSnapshot          *snapshot,
            guint                 index,
            double                x,
            double                y,
            const GdkRGBA        *foreground)
{
  g_autoptr(DatelineArticle) article = g_list_model_get_item (self->articles, index);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, BADGE_SIZE, BADGE_SIZE);
  GskRoundedRect shape;
  GdkRGBA colour;
  int width;
  int height;

  if (self->letters[index] == NULL)
    {
      self->letters[index] = create_layout (GTK_WIDGET (self), PANGO_WEIGHT_BOLD);
      pango_layout_set_text (self->letters[index], dateline_article_get_badge (article), -1);
    }

  gsk_rounded_rect_init_from_rect (&shape, &bounds, 4);
  if (self->reporting[index])
    {
      dateline_palette_get_badge (dateline_article_get_position (article), &colour);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &colour, &bounds);
      gtk_snapshot_pop (snapshot);
      colour = (GdkRGBA) { 1, 1, 1, 1 };
    }
  else
    {
      GdkRGBA border = *foreground;

      border.alpha = 0.3f;
      gtk_snapshot_append_border (snapshot, &shape,
                                  (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { border, border, border, border });
      colour = *foreground;
      colour.alpha = 0.6f;
    }

  pango_layout_get_pixel_size (self->letters[index], &width, &height);
  draw_text (snapshot, self->letters[index],
             x + (BADGE_SIZE - width) / 2.0, y + (BADGE_SIZE - height) / 2.0, &colour);
}

/* Draws who reports the event, at the end; gives back the room that this takes. */
static double
draw_articles (DatelineTimelineCard *self,
               GtkSnapshot          *snapshot,
               double                width,
               double                y,
               gboolean              rtl,
               const GdkRGBA        *foreground)
{
  double room;

  /* Who reports the event on top says nothing about the others of a stack. */
  if (self->n_articles == 0 || self->n > 1)
    return 0;

  if (self->n_articles > MAX_BADGES)
    {
      GdkRGBA colour = *foreground;
      int text_width;
      int text_height;

      pango_layout_get_pixel_size (self->count, &text_width, &text_height);
      colour.alpha *= 0.75f;
      draw_text (snapshot, self->count,
                 rtl ? MARGIN : width - MARGIN - text_width, y + (BADGE_SIZE - text_height) / 2.0, &colour);
      return text_width + BADGE_GAP;
    }

  room = self->n_articles * (BADGE_SIZE + BADGE_GAP) - BADGE_GAP;
  for (guint i = 0; i < self->n_articles; i++)
    {
      double from_end = room - i * (BADGE_SIZE + BADGE_GAP);

      draw_badge (self, snapshot, i,
                  rtl ? MARGIN + from_end - BADGE_SIZE : width - MARGIN - from_end, y, foreground);
    }

  return room + BADGE_GAP;
}

static void
place_text (DatelineTimelineCard *self,
            GtkSnapshot          *snapshot,
            PangoLayout          *layout,
            double                start,
            double                y,
            double                room,
            int                   lines,
            double                width,
            gboolean              rtl,
            const GdkRGBA        *colour)
{
  if (room < 8)
    return;

  pango_layout_set_width (layout, (int) room * PANGO_SCALE);
  pango_layout_set_height (layout, -lines);
  draw_text (snapshot, layout, rtl ? width - start - (int) room : start, y, colour);
}

static void
draw_card (DatelineTimelineCard *self,
           GtkSnapshot          *snapshot,
           double                width,
           double                height,
           const GdkRGBA        *foreground,
           const GdkRGBA        *tint)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA dim = *foreground;
  g_autoptr(PangoLayout) caption = NULL;
  double used;
  double room;
  int text_width;
  int text_height;
  int lines;

  /* On the accent dim text would be too faint. */
  dim.alpha *= gtk_widget_has_css_class (GTK_WIDGET (self), "selected") ? 0.95f : 0.75f;
  draw_icon (self, snapshot, rtl ? width - MARGIN - ICON_SIZE : MARGIN, 5, tint);
  used = draw_articles (self, snapshot, width, 5, rtl, foreground);
  room = width - 2 * MARGIN - ICON_SIZE - 5 - used;
  caption = dateline_short_text_dup_layout (self->caption, (int) room);
  pango_layout_get_pixel_size (caption, &text_width, &text_height);
  /* The axis tells the time as well: of a word there is more than its beginning, or nothing. */
  if (room >= MIN (text_width, MIN_CAPTION))
    place_text (self, snapshot, caption, MARGIN + ICON_SIZE + 5, 5 + (ICON_SIZE - text_height) / 2.0,
                room, 1, width, rtl, &dim);

  pango_layout_get_pixel_size (self->title, &text_width, &text_height);
  lines = (int) MAX ((height - 23 - 4) / MAX (text_height / MAX (pango_layout_get_line_count (self->title), 1), 1), 1);
  place_text (self, snapshot, self->title, MARGIN, 23, width - 2 * MARGIN, MIN (lines, 2), width, rtl, foreground);
}

static void
draw_bar (DatelineTimelineCard *self,
          GtkSnapshot          *snapshot,
          double                width,
          double                height,
          const GdkRGBA        *foreground,
          const GdkRGBA        *tint)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double used = 0;
  int text_width;
  int text_height;

  if (width > 200)
    used = draw_articles (self, snapshot, width, (height - BADGE_SIZE) / 2, rtl, foreground);
  draw_icon (self, snapshot, rtl ? width - MARGIN - ICON_SIZE : MARGIN, (height - ICON_SIZE) / 2, tint);
  pango_layout_set_height (self->title, -1);
  pango_layout_get_pixel_size (self->title, &text_width, &text_height);
  text_height /= MAX (pango_layout_get_line_count (self->title), 1);
  place_text (self, snapshot, self->title, MARGIN + ICON_SIZE + 5, (height - text_height) / 2.0,
              width - 2 * MARGIN - ICON_SIZE - 5 - used, 1, width, rtl, foreground);
}

/* The length of a bar, hatched where it is not known whether it lasted yet, or still. */
static void
draw_length (DatelineTimelineCard *self,
             GtkSnapshot          *snapshot,
             double                width,
             double                height,
             const GdkRGBA        *tint)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double left = rtl ? self->soft_end : self->soft_start;
  double right = rtl ? self->soft_start : self->soft_end;
  /* What goes on out of sight has no end here: its round corners are out of sight too. */
  double before = (rtl ? self->cut_end : self->cut_start) ? CUT : 0;
  double after = (rtl ? self->cut_start : self->cut_end) ? CUT : 0;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) -before, 0, (float) (width + before + after), (float) height);
  GdkRGBA fill = *tint;
  GdkRGBA none = *tint;
  GdkRGBA line = *tint;
  float from = (float) CLAMP (left / MAX (width, 1), 0, 1);
  float to = (float) (1 - CLAMP (right / MAX (width, 1), 0, 1));
  GskRoundedRect shape;

  fill.alpha = 0.2f;
  line.alpha = 0.16f;
  none.alpha = 0.04f;
  gsk_rounded_rect_init_from_rect (&shape, &bounds, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_linear_gradient (snapshot, &bounds,
                                       &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT ((float) width, 0),
                                       (GskColorStop[]) {
                                         { 0, left > 0 ? none : fill }, { MIN (from, to), fill },
                                         { MAX (from, to), fill }, { 1, right > 0 ? none : fill }
                                       }, 4);
  for (int side = 0; side < 2; side++)
    {
      double length = MIN (side == 0 ? left : right, width);
      graphene_rect_t end = GRAPHENE_RECT_INIT ((float) (side == 0 ? 0 : width - length), 0, (float) length, (float) height);

      none.alpha = 0;
      if (length > 0)
        gtk_snapshot_append_repeating_linear_gradient (snapshot, &end,
                                                       &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (4, 4),
                                                       (GskColorStop[]) {
                                                         { 0, line }, { 0.3f, line }, { 0.3f, none }, { 1, none }
                                                       }, 4);
    }
  gtk_snapshot_pop (snapshot);
}

static void
dateline_timeline_card_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  DatelineTimelineCard *self = DATELINE_TIMELINE_CARD (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  GdkRGBA foreground;
  GdkRGBA tint;

  if (self->event == NULL || width <= 0)
    return;

  if (gtk_widget_has_css_class (widget, "selected"))
    {
      foreground = tint = (GdkRGBA) { 1, 1, 1, 1 };
    }
  else
    {
      dateline_palette_get_foreground (&foreground);
      dateline_palette_get_category (dateline_event_get_category (self->event), &tint);
    }

  if (self->bar)
    {
      if (!gtk_widget_has_css_class (widget, "selected"))
        draw_length (self, snapshot, width, height, &tint);
      draw_bar (self, snapshot, width, height, &foreground, &tint);
    }
  else
    {
      draw_card (self, snapshot, width, height, &foreground, &tint);
    }
}

/* The timeline says how large a card is. */
static void
dateline_timeline_card_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static gboolean
dateline_timeline_card_query_tooltip (GtkWidget  *widget,
                                      int         x,
                                      int         y,
                                      gboolean    keyboard_tip,
                                      GtkTooltip *tooltip)
{
  DatelineTimelineCard *self = DATELINE_TIMELINE_CARD (widget);
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  /* A card whose title is there to be read needs no tip. */
  if (self->event == NULL || self->n > 1 || !pango_layout_is_ellipsized (self->title))
    return FALSE;

  date = dateline_date_format (dateline_event_get_date (self->event));
  title = dateline_short_text_dup_tip (dateline_event_get_title (self->event));
  text = g_strdup_printf ("%s\n%s", title != NULL ? title : "", date);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
dateline_timeline_card_dispose (GObject *object)
{
  DatelineTimelineCard *self = DATELINE_TIMELINE_CARD (object);

  g_clear_object (&self->articles);
  g_clear_object (&self->event);
  g_clear_object (&self->icon);
  g_clear_object (&self->title);
  g_clear_object (&self->caption);
  g_clear_object (&self->count);
  for (guint i = 0; i < MAX_BADGES; i++)
    g_clear_object (&self->letters[i]);

  G_OBJECT_CLASS (dateline_timeline_card_parent_class)->dispose (object);
}

static void
dateline_timeline_card_class_init (DatelineTimelineCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_timeline_card_dispose;

  widget_class->measure = dateline_timeline_card_measure;
  widget_class->snapshot = dateline_timeline_card_snapshot;
  widget_class->query_tooltip = dateline_timeline_card_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "timelinecard");
}

static void
dateline_timeline_card_init (DatelineTimelineCard *self)
{
  /* The button's own layout would ask its child, and there is none. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->title = create_layout (GTK_WIDGET (self), PANGO_WEIGHT_BOLD);
  self->caption = create_layout (GTK_WIDGET (self), PANGO_WEIGHT_NORMAL);
  pango_layout_set_wrap (self->title, PANGO_WRAP_WORD_CHAR);
}

/**
 * dateline_timeline_card_new:
 * @articles: the articles of the story
 *
 * Creates a card that stands for nothing yet.
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
dateline_timeline_card_new (GListModel *articles)
{
  DatelineTimelineCard *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (articles), NULL);

  self = g_object_new (DATELINE_TYPE_TIMELINE_CARD, NULL);
  self->articles = g_object_ref (articles);

  return GTK_WIDGET (self);
}

/**
 * dateline_timeline_card_get_event:
 * @self: a `DatelineTimelineCard`
 *
 * The event that the card stands for; of a stack, the one on top.
 *
 * Returns: (transfer none) (nullable): the event
 */
DatelineEvent *
dateline_timeline_card_get_event (DatelineTimelineCard *self)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE_CARD (self), NULL);

  return self->event;
}

/**
 * dateline_timeline_card_get_n:
 * @self: a `DatelineTimelineCard`
 *
 * How many events the card stands for.
 *
 * Returns: 1, or more for a stack
 */
guint
dateline_timeline_card_get_n (DatelineTimelineCard *self)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE_CARD (self), 0);

  return self->n;
}

/**
 * dateline_timeline_card_describe:
 * @event: a dated event
 *
 * Says in one line what a card shows.
 *
 * Returns: (transfer full): title, date and number of articles
 */
char *
dateline_timeline_card_describe (DatelineEvent *event)
{
  g_autofree char *date = NULL;
  g_autofree char *articles = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GListModel *passages;
  guint n;

  g_return_val_if_fail (DATELINE_IS_EVENT (event), NULL);

  passages = dateline_item_get_passages (DATELINE_ITEM (event));
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      g_hash_table_add (seen, dateline_passage_get_article (passage));
    }
  n = g_hash_table_size (seen);
  articles = g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
  date = dateline_event_get_date (event) != NULL ? dateline_date_format (dateline_event_get_date (event))
                                                 : g_strdup (_("Date unknown"));

  /* Translators: what a screen reader says of an event: its title, its date, how many articles report it */
  return g_strdup_printf (C_("event", "%s, %s, %s"), dateline_event_get_title (event), date, articles);
}

static void
bind_articles (DatelineTimelineCard *self)
{
  g_autoptr(GPtrArray) reporting = dateline_item_dup_articles (DATELINE_ITEM (self->event));

  self->n_articles = g_list_model_get_n_items (self->articles);
  self->n_reporting = reporting->len;
  for (guint i = 0; i < MAX_BADGES; i++)
    self->reporting[i] = FALSE;
  for (guint i = 0; i < reporting->len; i++)
    {
      guint position = dateline_article_get_position (g_ptr_array_index (reporting, i));

      if (position < MAX_BADGES)
        self->reporting[position] = TRUE;
    }

  if (self->n_articles > MAX_BADGES)
    {
      g_autofree char *text = g_strdup_printf ("%u/%u", self->n_reporting, self->n_articles);

      if (self->count == NULL)
        self->count = create_layout (GTK_WIDGET (self), PANGO_WEIGHT_NORMAL);
      pango_layout_set_text (self->count, text, -1);
    }
}

/**
 * dateline_timeline_card_bind:
 * @self: a `DatelineTimelineCard`
 * @event: a dated event
 * @n: how many events the card stands for
 * @bar: whether it is as long as the event lasted
 *
 * Makes the card stand for an event.
 */
void
dateline_timeline_card_bind (DatelineTimelineCard *self,
                             DatelineEvent        *event,
                             guint                 n,
                             gboolean              bar)
{
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (DATELINE_IS_TIMELINE_CARD (self));
  g_return_if_fail (DATELINE_IS_EVENT (event));

  if (self->event == event && self->n == n && self->bar == bar)
    return;

  g_set_object (&self->event, event);
  self->n = n;
  self->bar = bar;
  self->soft_start = self->soft_end = 0;
  bind_articles (self);

  date = dateline_date_format_short (dateline_event_get_date (event));
  name = dateline_timeline_card_describe (event);
  title = dateline_short_text_dup (dateline_event_get_title (event), DATELINE_SHORT_TEXT_LINE);
  if (n > 1)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%'u event", "%'u events", n), n);
      g_autofree char *stack = NULL;

      /* Translators: a stack of cards: how many events, and the title of the first */
      stack = g_strdup_printf (_("%s: %s …"), count, dateline_event_get_title (event));
      pango_layout_set_text (self->caption, count, -1);
      pango_layout_set_text (self->title, title, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, stack, -1);
    }
  else
    {
      pango_layout_set_text (self->caption, date, -1);
      pango_layout_set_text (self->title, title, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }

  if (bar)
    gtk_widget_add_css_class (GTK_WIDGET (self), "bar");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "bar");
  if (n > 1)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stack");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stack");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dateline_timeline_card_forget:
 * @self: a `DatelineTimelineCard`
 *
 * Has the card stand for nothing, so that it says anew what its next event is, be it the same one.
 */
void
dateline_timeline_card_forget (DatelineTimelineCard *self)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_CARD (self));

  g_clear_object (&self->event);
}

/**
 * dateline_timeline_card_set_ends:
 * @self: a `DatelineTimelineCard`
 * @soft_start: how much of a bar's start is not known exactly, in pixels
 * @soft_end: how much of its end
 * @cut_start: whether the bar started earlier, out of sight
 * @cut_end: whether it ends later, out of sight
 *
 * Says how the ends of a bar look.
 */
void
dateline_timeline_card_set_ends (DatelineTimelineCard *self,
                                 double                soft_start,
                                 double                soft_end,
                                 gboolean              cut_start,
                                gboolean              cut_end)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_CARD (self));

  if (self->soft_start == soft_start && self->soft_end == soft_end &&
      self->cut_start == cut_start && self->cut_end == cut_end)
    return;

  self->soft_start = soft_start;
  self->soft_end = soft_end;
  self->cut_start = cut_start;
  self->cut_end = cut_end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_css_class (GtkWidget  *widget,
               const char *name,
               gboolean    set)
{
  if (set == gtk_widget_has_css_class (widget, name))
    return;

  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/**
 * dateline_timeline_card_set_related:
 * @self: a `DatelineTimelineCard`
 * @selected: whether the event, or one of the stack, is selected
 * @related: whether it has to do with what is selected
 *
 * Shows what the card has to do with the selection.
 */
void
dateline_timeline_card_set_related (DatelineTimelineCard *self,
                                    gboolean              selected,
                                    gboolean              related)
{
  g_return_if_fail (DATELINE_IS_TIMELINE_CARD (self));

  set_css_class (GTK_WIDGET (self), "related", related && !selected);
  if (selected == gtk_widget_has_css_class (GTK_WIDGET (self), "selected"))
    return;

  set_css_class (GTK_WIDGET (self), "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, selected,
                               -1);
}
