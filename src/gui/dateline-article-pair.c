/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two articles side by side, which scroll together: where both tell of an event, both show it at the same height. */
#include "config.h"

#include "dateline-article-pair.h"

#include <glib/gi18n.h>

#include "dateline-article-alignment.h"
#include "dateline-badge.h"
#include "dateline-closures.h"
#include "dateline-row.h"

/* The height in the window at which the articles are held level, as a share; where passages are scrolled to. */
#define LEVEL .3

/* Who scrolls, so that the other follows. What both find for themselves, as after a selection, nobody leads. */
typedef enum
{
  LEADER_FIRST,
  LEADER_SECOND,
  LEADER_NOBODY,
  LEADER_ANYBODY
} Leader;

struct _DatelineArticlePair
{
  AdwBin parent_instance;

  DatelineSession     *session;
  GArray              *anchors; /* of DatelineArticleAnchor */
  GArray              *notes[2];
  guint                current; /* the anchor that was gone to, or G_MAXUINT */
  Leader               leader;
  guint                follow_id;
  guint                scrolled_side; /* whose scrolling the other follows */
  gboolean             is_scrolling;
  gboolean             is_choosing;

  GtkBox              *panes;
  GtkLabel            *count_label;
  GtkWidget           *first_pane;
  GtkWidget           *second_pane;
  GtkDropDown         *drop_downs[2];
  DatelineArticlePage *pages[2];
};

G_DEFINE_FINAL_TYPE (DatelineArticlePair, dateline_article_pair, ADW_TYPE_BIN)

static void
append_point (GArray *points,
              double  x,
              double  y)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (points->len > 0)
    {
      const graphene_point_t *last = &g_array_index (points, graphene_point_t, points->len - 1);

      /* Two events in one line are one place. */
      if (point.x <= last->x || point.y <= last->y)
        return;
    }
  g_array_append_val (points, point);
}

/* Which heights belong together: the starts, each shared event, the ends. */
static GArray *
get_points (DatelineArticlePair *self)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  double first[2];
  double last[2];

  for (guint i = 0; i < 2; i++)
    {
      GtkAdjustment *adjustment = dateline_article_page_get_adjustment (self->pages[i]);

      first[i] = LEVEL * gtk_adjustment_get_page_size (adjustment);
      last[i] = gtk_adjustment_get_upper (adjustment) - (1 - LEVEL) * gtk_adjustment_get_page_size (adjustment);
    }

  append_point (points, first[0], first[1]);
  for (guint i = 0; i < self->anchors->len; i++)
    {
      const DatelineArticleAnchor *anchor = &g_array_index (self->anchors, DatelineArticleAnchor, i);
      int y[2];

      if (anchor->in_order &&
          dateline_article_text_get_position (dateline_article_page_get_text (self->pages[0]),
                                              dateline_passage_get_start (anchor->passages[0]), &y[0]) &&
          dateline_article_text_get_position (dateline_article_page_get_text (self->pages[1]),
                                              dateline_passage_get_start (anchor->passages[1]), &y[1]) &&
          y[0] < last[0] && y[1] < last[1])
        append_point (points, y[0], y[1]);
    }
  append_point (points, last[0], last[1]);

  return points;
}

static void
scrolled (DatelineArticlePair *self,
          guint                side)
{
  GtkAdjustment *here = dateline_article_page_get_adjustment (self->pages[side]);
  GtkAdjustment *there = dateline_article_page_get_adjustment (self->pages[!side]);
  g_autoptr(GArray) points = NULL;
  double position;

  if (self->is_scrolling || self->anchors == NULL ||
      (self->leader != LEADER_ANYBODY && self->leader != (side == 0 ? LEADER_FIRST : LEADER_SECOND)))
    return;

  points = get_points (self);
  position = gtk_adjustment_get_value (here) + LEVEL * gtk_adjustment_get_page_size (here);
  position = dateline_article_alignment_map (points, side == 1, position);

  self->is_scrolling = TRUE;
  dateline_article_text_let_go (dateline_article_page_get_text (self->pages[!side]));
  gtk_adjustment_set_value (there, position - LEVEL * gtk_adjustment_get_page_size (there));
  self->is_scrolling = FALSE;
}

static gboolean
follow_cb (gpointer user_data)
{
  DatelineArticlePair *self = DATELINE_ARTICLE_PAIR (user_data);

  self->follow_id = 0;
  scrolled (self, self->scrolled_side);

  return G_SOURCE_REMOVE;
}

/* An allocation scrolls too; to lay out or scroll the other text within it would leave both without one. */
static void
follow_later (DatelineArticlePair *self,
              guint                side)
{
  if (self->is_scrolling)
    return;

  self->scrolled_side = side;
  if (self->follow_id == 0)
    self->follow_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, follow_cb, self, NULL);
}

static void
first_scrolled_cb (DatelineArticlePair *self)
{
  follow_later (self, 0);
}

static void
second_scrolled_cb (DatelineArticlePair *self)
{
  follow_later (self, 1);
}

static gboolean
pane_event_cb (GtkEventController *controller,
               GdkEvent           *event,
               gpointer            user_data)
{
  DatelineArticlePair *self = DATELINE_ARTICLE_PAIR (user_data);
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_SCROLL || type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    self->leader = gtk_event_controller_get_widget (controller) == self->first_pane ? LEADER_FIRST : LEADER_SECOND;

  return GDK_EVENT_PROPAGATE;
}

static void
update_count (DatelineArticlePair *self)
{
  guint n = self->anchors != NULL ? self->anchors->len : 0;
  g_autofree char *text = NULL;

  if (self->current < n)
    /* Translators: which of the events that both articles tell of: "3 of 12" */
    text = g_strdup_printf (_("%'u of %'u"), self->current + 1, n);
  else
    text = g_strdup_printf (ngettext ("%'u shared event", "%'u shared events", n), n);

  gtk_label_set_label (self->count_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.next-event", self->current == G_MAXUINT ? n > 0 : self->current + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.previous-event", self->current != G_MAXUINT && self->current > 0);
}

static void
selection_changed_cb (DatelineArticlePair *self)
{
  DatelineItem *item = dateline_navigator_get_selected (dateline_session_get_navigator (self->session));

  /* Both pages look for it themselves. */
  self->leader = LEADER_NOBODY;
  for (guint i = 0; self->anchors != NULL && i < self->anchors->len; i++)
    if (g_array_index (self->anchors, DatelineArticleAnchor, i).event == item)
      {
        self->current = i;
        update_count (self);
        return;
      }
}

static void
go_to_event (DatelineArticlePair *self,
             guint                position)
{
  const DatelineArticleAnchor *anchor = &g_array_index (self->anchors, DatelineArticleAnchor, position);

  self->current = position;
  dateline_navigator_select (dateline_session_get_navigator (self->session), anchor->event, anchor->passages[0]);
  self->leader = LEADER_NOBODY;
  for (guint i = 0; i < 2; i++)
    dateline_article_text_scroll_to (dateline_article_page_get_text (self->pages[i]), anchor->passages[i], TRUE);
  update_count (self);
}

static void
next_event_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  DatelineArticlePair *self = DATELINE_ARTICLE_PAIR (widget);

  go_to_event (self, self->current == G_MAXUINT ? 0 : self->current + 1);
}

static void
previous_event_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  DatelineArticlePair *self = DATELINE_ARTICLE_PAIR (widget);

  go_to_event (self, self->current - 1);
}

static void
note_activated (DatelineArticlePair *self,
                guint                side,
                guint                position)
{
  const DatelineArticleNote *note = &g_array_index (self->notes[side], DatelineArticleNote, position);

  if (note->number > 0)
    go_to_event (self, note->number - 1);
  else
    dateline_navigator_select (dateline_session_get_navigator (self->session), note->item, note->passage);
}

static void
first_note_activated_cb (DatelineArticlePair *self,
                         guint                position)
{
  note_activated (self, 0, position);
}

static void
second_note_activated_cb (DatelineArticlePair *self,
                          guint                position)
{
  note_activated (self, 1, position);
}

/* Whether there is something to scroll to. An article itself is no such thing. */
static gboolean
has_selection (DatelineArticlePair *self)
{
  DatelineNavigator *navigator = dateline_session_get_navigator (self->session);
  DatelineItem *item = dateline_navigator_get_selected (navigator);

  return (item != NULL && !DATELINE_IS_ARTICLE (item)) || dateline_navigator_get_passage (navigator) != NULL;
}

static void
align (DatelineArticlePair *self)
{
  DatelineIndex *index = dateline_session_get_index (self->session);
  DatelineArticle *articles[2];

  for (guint i = 0; i < 2; i++)
    {
      articles[i] = dateline_article_page_get_article (self->pages[i]);
      g_clear_pointer (&self->notes[i], g_array_unref);
    }
  g_clear_pointer (&self->anchors, g_array_unref);
  self->current = G_MAXUINT;
  if (articles[0] == NULL || articles[1] == NULL)
    return;

  self->anchors = dateline_article_alignment_find (index, articles[0], articles[1]);
  for (guint i = 0; i < 2; i++)
    {
      self->notes[i] = dateline_article_alignment_note (index, articles[i], self->anchors);
      dateline_article_text_set_notes (dateline_article_page_get_text (self->pages[i]), self->notes[i]);
    }
  update_count (self);
}

static void
set_side (DatelineArticlePair *self,
          guint                side,
          DatelineArticle     *article)
{
  dateline_article_page_set_article (self->pages[side], article);
  self->is_choosing = TRUE;
  gtk_drop_down_set_selected (self->drop_downs[side], dateline_article_get_position (article));
  self->is_choosing = FALSE;
}

static gboolean
is_in_story (DatelineArticlePair *self,
             DatelineArticle     *article)
{
  return article != NULL && dateline_story_find (dateline_session_get_story (self->session), DATELINE_ITEM (article), NULL);
}

/* The article that tells most of what @article tells. */
static DatelineArticle *
find_partner (DatelineArticlePair *self,
              DatelineArticle     *article)
{
  GListModel *articles = dateline_story_get_articles (dateline_session_get_story (self->session));
  DatelineArticle *best = NULL;
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      /* The story keeps its articles. */
      g_autoptr(DatelineArticle) other = g_list_model_get_item (articles, i);
      g_autoptr(GArray) anchors = NULL;

      if (other == article)
        continue;
      anchors = dateline_article_alignment_find (dateline_session_get_index (self->session), article, other);
      if (best == NULL || anchors->len > most)
        {
          best = other;
          most = anchors->len;
        }
    }

  return best;
}

static void
chosen (DatelineArticlePair *self,
        guint                side)
{
  DatelineArticle *article = gtk_drop_down_get_selected_item (self->drop_downs[side]);
  DatelineArticle *old = dateline_article_page_get_article (self->pages[side]);

  /* When an article goes, the list offers another: which one is to be seen is decided when that is all. */
  if (self->is_choosing || article == NULL || article == old || !is_in_story (self, old))
    return;

  /* Who picks the article of the other side swaps the two. */
  if (article == dateline_article_page_get_article (self->pages[!side]))
    set_side (self, !side, old);
  set_side (self, side, article);
  align (self);
}

static void
first_chosen_cb (DatelineArticlePair *self)
{
  chosen (self, 0);
}

static void
second_chosen_cb (DatelineArticlePair *self)
{
  chosen (self, 1);
}

static void
dateline_article_pair_dispose (GObject *object)
{
  DatelineArticlePair *self = DATELINE_ARTICLE_PAIR (object);

  g_clear_handle_id (&self->follow_id, g_source_remove);
  /* AdwBin would let go once more of a child that the template took away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_ARTICLE_PAIR);
  g_clear_pointer (&self->anchors, g_array_unref);
  g_clear_pointer (&self->notes[0], g_array_unref);
  g_clear_pointer (&self->notes[1], g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_article_pair_parent_class)->dispose (object);
}

static void
dateline_article_pair_class_init (DatelineArticlePairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_article_pair_dispose;

  g_type_ensure (DATELINE_TYPE_ARTICLE_PAGE);
  g_type_ensure (DATELINE_TYPE_BADGE);
  g_type_ensure (DATELINE_TYPE_ROW);

  gtk_widget_class_install_action (widget_class, "pair.next-event", NULL, next_event_action);
  gtk_widget_class_install_action (widget_class, "pair.previous-event", NULL, previous_event_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-article-pair.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePair, panes);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePair, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePair, first_pane);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePair, second_pane);
  gtk_widget_class_bind_template_child_full (widget_class, "first_drop_down", FALSE,
                                             G_STRUCT_OFFSET (DatelineArticlePair, drop_downs[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second_drop_down", FALSE,
                                             G_STRUCT_OFFSET (DatelineArticlePair, drop_downs[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "first_page", FALSE,
                                             G_STRUCT_OFFSET (DatelineArticlePair, pages[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second_page", FALSE,
                                             G_STRUCT_OFFSET (DatelineArticlePair, pages[1]));
  gtk_widget_class_bind_template_callback (widget_class, first_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, second_chosen_cb);
  dateline_closures_bind (widget_class);
}

static void
watch_pane (DatelineArticlePair *self,
            GtkWidget           *pane)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (pane_event_cb), self);
  gtk_widget_add_controller (pane, controller);
}

static void
dateline_article_pair_init (DatelineArticlePair *self)
{
  self->current = G_MAXUINT;
  self->leader = LEADER_ANYBODY;
  self->is_choosing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_choosing = FALSE;
  watch_pane (self, self->first_pane);
  watch_pane (self, self->second_pane);
}

/**
 * dateline_article_pair_new:
 * @session: the session
 * @settings: the reader's preferences
 *
 * Creates a pair without articles.
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
dateline_article_pair_new (DatelineSession  *session,
                           DatelineSettings *settings)
{
  DatelineArticlePair *self;
  GListModel *articles;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (DATELINE_IS_SETTINGS (settings), NULL);

  self = g_object_new (DATELINE_TYPE_ARTICLE_PAIR, NULL);
  self->session = g_object_ref (session);
  articles = dateline_story_get_articles (dateline_session_get_story (session));
  self->is_choosing = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      dateline_article_page_set_context (self->pages[i], session, settings);
      gtk_drop_down_set_model (self->drop_downs[i], articles);
      g_signal_connect_object (dateline_article_page_get_adjustment (self->pages[i]), "value-changed",
                               G_CALLBACK (i == 0 ? first_scrolled_cb : second_scrolled_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dateline_article_page_get_text (self->pages[i]), "note-activated",
                               G_CALLBACK (i == 0 ? first_note_activated_cb : second_note_activated_cb), self,
                               G_CONNECT_SWAPPED);
    }
  self->is_choosing = FALSE;
  g_signal_connect_object (dateline_session_get_navigator (session), "notify",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * dateline_article_pair_set_article:
 * @self: a `DatelineArticlePair`
 * @article: an article of a story with more than one
 *
 * Shows an article, first, beside the one that tells most of the same; nothing changes if it is shown already.
 */
void
dateline_article_pair_set_article (DatelineArticlePair *self,
                                   DatelineArticle     *article)
{
  DatelineArticle *second;

  g_return_if_fail (DATELINE_IS_ARTICLE_PAIR (self));
  g_return_if_fail (DATELINE_IS_ARTICLE (article));

  second = dateline_article_page_get_article (self->pages[1]);
  if (article == dateline_article_page_get_article (self->pages[0]) || article == second)
    return;

  set_side (self, 0, article);
  if (second == NULL)
    second = find_partner (self, article);
  if (second != NULL)
    set_side (self, 1, second);
  align (self);
  /* Both pages look for what is selected, within their first allocation; none may lead the other there. */
  self->leader = has_selection (self) ? LEADER_NOBODY : LEADER_ANYBODY;
}

/**
 * dateline_article_pair_set_stacked:
 * @self: a `DatelineArticlePair`
 * @stacked: whether there is no room for two side by side
 *
 * Sets one article above the other, or beside it.
 */
void
dateline_article_pair_set_stacked (DatelineArticlePair *self,
                                   gboolean             stacked)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_PAIR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (stacked)
    gtk_widget_add_css_class (GTK_WIDGET (self->panes), "stacked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->panes), "stacked");
}

/**
 * dateline_article_pair_get_page:
 * @self: a `DatelineArticlePair`
 * @side: 0 for the first, 1 for the second
 *
 * One of the two articles.
 *
 * Returns: (transfer none): its page
 */
DatelineArticlePage *
dateline_article_pair_get_page (DatelineArticlePair *self,
                                guint                side)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_PAIR (self), NULL);
  g_return_val_if_fail (side < 2, NULL);

  return self->pages[side];
}

/**
 * dateline_article_pair_get_n_shared:
 * @self: a `DatelineArticlePair`
 *
 * How many events both articles tell of.
 *
 * Returns: the number
 */
guint
dateline_article_pair_get_n_shared (DatelineArticlePair *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_PAIR (self), 0);

  return self->anchors != NULL ? self->anchors->len : 0;
}

/**
 * dateline_article_pair_refresh:
 * @self: a `DatelineArticlePair`
 *
 * Shows both articles as they are now; for one that is gone, another one, as long as the story has two.
 */
void
dateline_article_pair_refresh (DatelineArticlePair *self)
{
  DatelineArticle *articles[2];
  g_autoptr(DatelineItem) event = NULL;

  g_return_if_fail (DATELINE_IS_ARTICLE_PAIR (self));

  if (self->anchors != NULL && self->current < self->anchors->len)
    event = g_object_ref (g_array_index (self->anchors, DatelineArticleAnchor, self->current).event);
  for (guint i = 0; i < 2; i++)
    {
      articles[i] = dateline_article_page_get_article (self->pages[i]);
      if (!is_in_story (self, articles[i]))
        articles[i] = NULL;
    }
  if (articles[0] == NULL)
    articles[0] = find_partner (self, articles[1]);
  if (articles[1] == NULL)
    articles[1] = find_partner (self, articles[0]);
  if (articles[0] == NULL || articles[1] == NULL)
    return;

  for (guint i = 0; i < 2; i++)
    {
      set_side (self, i, articles[i]);
      dateline_article_page_refresh (self->pages[i]);
    }
  align (self);
  for (guint i = 0; event != NULL && i < self->anchors->len; i++)
    if (g_array_index (self->anchors, DatelineArticleAnchor, i).event == event)
      self->current = i;
  update_count (self);
}
