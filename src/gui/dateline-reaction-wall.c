/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall of posts: the cards of a list of reactions, in groups. Of a long list only a stretch has cards; it grows as
 * the reader scrolls on, and moves when a reaction far away is to be shown. */
#include "config.h"

#include "dateline-reaction-wall.h"

#include "dateline-event.h"
#include "dateline-focus-keeper.h"
#include "dateline-reaction-card.h"
#include "dateline-reaction-group.h"
#include "dateline-shown.h"
#include "dateline-view.h"

/* Cards that are made at first, and those that are added in one go without a frame being missed. */
#define FIRST_CARDS 24
#define MORE_CARDS  12

/* Of the posts that answer another, its card shows the first few. */
#define MAX_REPLIES 24

struct _DatelineReactionWall
{
  AdwBin parent_instance;

  DatelineSession   *session;
  GListModel        *reactions;
  DatelineReaction  *selected;
  GtkScrolledWindow *scrolled_window;
  GtkWidget         *wall_box;
  GtkWidget         *earlier_button;
  GtkWidget         *groups_box;
  GHashTable        *cards; /* DatelineReaction (unowned, held by its card) to DatelineReactionCard */
  DatelineShown     *shown; /* what is on the cards and over them */
  gboolean           grouped;
  guint              offset; /* where in the list the wall starts */
  guint              n_shown;
  guint              rebuild_id;
  guint              grow_id;
  guint              scroll_id;
  DatelineReaction  *scroll_to;
};

G_DEFINE_FINAL_TYPE (DatelineReactionWall, dateline_reaction_wall, ADW_TYPE_BIN)

static DatelineItem *
get_group_root (DatelineReaction *reaction)
{
  DatelineItem *root = dateline_reaction_get_root (reaction);

  return DATELINE_IS_EVENT (root) ? root : NULL;
}

static void
count_groups (DatelineReactionWall *self)
{
  g_autoptr(GHashTable) counts = NULL;
  guint n = g_list_model_get_n_items (self->reactions);

  if (!self->grouped)
    return;

  counts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (self->reactions, i);
      DatelineItem *root = get_group_root (reaction);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, root));

      g_hash_table_insert (counts, root, GUINT_TO_POINTER (count + 1));
    }

  for (GtkWidget *group = gtk_widget_get_first_child (self->groups_box); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    {
      DatelineItem *root = dateline_reaction_group_get_root (DATELINE_REACTION_GROUP (group));

      dateline_reaction_group_set_count (DATELINE_REACTION_GROUP (group),
                                         GPOINTER_TO_UINT (g_hash_table_lookup (counts, root)));
    }
}

static void
add_shown (DatelineReactionWall *self,
           DatelineShown        *shown,
           DatelineReaction     *reaction)
{
  DatelineIndex *index = dateline_session_get_index (self->session);

  dateline_shown_add_number (shown, self->grouped);
  dateline_shown_add (shown, DATELINE_ITEM (reaction));
  dateline_shown_add (shown, dateline_reaction_get_answers (reaction));
  dateline_shown_add (shown, self->grouped ? get_group_root (reaction) : NULL);
  dateline_shown_add_list (shown, dateline_index_get_related (index, DATELINE_ITEM (reaction), DATELINE_ITEM_REACTION),
                           MAX_REPLIES);
}

/* Puts the cards of @n more reactions onto the wall. */
static void
append_cards (DatelineReactionWall *self,
              guint                 n)
{
  guint end = MIN (self->offset + self->n_shown + n, g_list_model_get_n_items (self->reactions));
  GtkWidget *group = gtk_widget_get_last_child (self->groups_box);

  for (guint i = self->offset + self->n_shown; i < end; i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (self->reactions, i);
      DatelineItem *root = self->grouped ? get_group_root (reaction) : NULL;
      GtkWidget *card = dateline_reaction_card_new (self->session, reaction);

      dateline_reaction_card_set_grouped (DATELINE_REACTION_CARD (card), self->grouped);
      dateline_reaction_card_set_selected (DATELINE_REACTION_CARD (card), reaction == self->selected);

      if (group == NULL || dateline_reaction_group_get_root (DATELINE_REACTION_GROUP (group)) != root)
        {
          group = dateline_reaction_group_new (self->session, self->grouped, root);
          gtk_box_append (GTK_BOX (self->groups_box), group);
        }
      dateline_reaction_group_append (DATELINE_REACTION_GROUP (group), card);
      g_hash_table_insert (self->cards, reaction, card);
      add_shown (self, self->shown, reaction);
    }

  self->n_shown = end - self->offset;
  count_groups (self);
}

/* The reaction whose card has the focus, or holds what has it. */
static DatelineReaction *
dup_focused (DatelineReactionWall *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, DATELINE_TYPE_REACTION_CARD) : NULL;

  if (card == NULL || !gtk_widget_is_ancestor (card, self->groups_box))
    return NULL;

  return g_object_ref (dateline_reaction_card_get_reaction (DATELINE_REACTION_CARD (card)));
}

/* All cards are made anew: those moved to another parent would lose their actions (GTK 4.8). */
static void
rebuild (DatelineReactionWall *self,
         guint                 offset,
         guint                 n)
{
  g_autoptr(DatelineReaction) focused = dup_focused (self);
  GtkWidget *group;

  g_clear_handle_id (&self->rebuild_id, g_source_remove);

  g_hash_table_remove_all (self->cards);
  while ((group = gtk_widget_get_first_child (self->groups_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups_box), group);

  g_clear_pointer (&self->shown, dateline_shown_free);
  self->shown = dateline_shown_new ();
  self->offset = offset;
  self->n_shown = 0;
  append_cards (self, n);
  gtk_widget_set_visible (self->earlier_button, self->offset > 0);

  if (focused != NULL && g_hash_table_contains (self->cards, focused))
    gtk_widget_grab_focus (g_hash_table_lookup (self->cards, focused));
}

static gboolean
rebuild_idle_cb (gpointer user_data)
{
  DatelineReactionWall *self = DATELINE_REACTION_WALL (user_data);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), DATELINE_TYPE_VIEW);

  self->rebuild_id = 0;
  /* The story changed rather than the filters: the view will say so, and the reader stays where they are. */
  if (view != NULL && dateline_view_is_stale (DATELINE_VIEW (view)))
    return G_SOURCE_REMOVE;

  rebuild (self, 0, FIRST_CARDS);
  gtk_adjustment_set_value (adjustment, 0);

  return G_SOURCE_REMOVE;
}

/* One change of a filter makes several changes of the list: the wall is built once for all of them. */
static void
queue_rebuild (DatelineReactionWall *self)
{
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 20, rebuild_idle_cb, self, NULL);
}

static gboolean
grow_idle_cb (gpointer user_data)
{
  DatelineReactionWall *self = DATELINE_REACTION_WALL (user_data);

  self->grow_id = 0;
  append_cards (self, MORE_CARDS);

  return G_SOURCE_REMOVE;
}

/* Two screens ahead of the reader there are always cards, until the list ends. */
static void
scrolled_cb (DatelineReactionWall *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  double ahead = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) -
                 gtk_adjustment_get_page_size (adjustment);

  if (self->grow_id == 0 && self->rebuild_id == 0 && self->reactions != NULL &&
      ahead < 2 * gtk_adjustment_get_page_size (adjustment) &&
      self->offset + self->n_shown < g_list_model_get_n_items (self->reactions))
    self->grow_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, grow_idle_cb, self, NULL);
}

static gboolean
scroll_tick_cb (GtkWidget     *widget,
                GdkFrameClock *frame_clock,
                gpointer       user_data)
{
  DatelineReactionWall *self = DATELINE_REACTION_WALL (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  GtkWidget *card = self->scroll_to != NULL ? g_hash_table_lookup (self->cards, self->scroll_to) : NULL;
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (self->scroll_to != NULL && self->rebuild_id != 0)
    return G_SOURCE_CONTINUE;
  /* A card that has no size yet gets one in this frame. */
  if (card != NULL && (gtk_widget_get_height (card) == 0 || page <= 0))
    return G_SOURCE_CONTINUE;

  if (card != NULL && gtk_widget_compute_bounds (card, self->wall_box, &bounds) &&
      (bounds.origin.y < value || bounds.origin.y + bounds.size.height > value + page))
    gtk_adjustment_set_value (adjustment, bounds.origin.y - MAX (0, (page - bounds.size.height) / 2));

  g_clear_object (&self->scroll_to);
  self->scroll_id = 0;

  return G_SOURCE_REMOVE;
}

static void
earlier_clicked_cb (DatelineReactionWall *self)
{
  g_autoptr(DatelineReaction) first = g_list_model_get_item (self->reactions, self->offset);
  guint n_more = MIN (self->offset, FIRST_CARDS);

  rebuild (self, self->offset - n_more, self->n_shown + n_more);
  if (first != NULL)
    dateline_reaction_wall_reveal (self, first);
}

static void
dateline_reaction_wall_dispose (GObject *object)
{
  DatelineReactionWall *self = DATELINE_REACTION_WALL (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
  g_clear_object (&self->scroll_to);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->shown, dateline_shown_free);
  g_hash_table_remove_all (self->cards);
  g_clear_object (&self->reactions);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_reaction_wall_parent_class)->dispose (object);
}

static void
dateline_reaction_wall_finalize (GObject *object)
{
  DatelineReactionWall *self = DATELINE_REACTION_WALL (object);

  g_clear_pointer (&self->cards, g_hash_table_unref);

  G_OBJECT_CLASS (dateline_reaction_wall_parent_class)->finalize (object);
}

static void
dateline_reaction_wall_class_init (DatelineReactionWallClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_reaction_wall_dispose;
  object_class->finalize = dateline_reaction_wall_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-reaction-wall.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionWall, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionWall, wall_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionWall, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineReactionWall, groups_box);
  gtk_widget_class_bind_template_callback (widget_class, earlier_clicked_cb);
}

static void
dateline_reaction_wall_init (DatelineReactionWall *self)
{
  GtkAdjustment *adjustment;

  self->cards = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_reaction_wall_set_up:
 * @self: a `DatelineReactionWall`
 * @session: the session that the story is shown by
 * @reactions: a list of `DatelineReaction`, filtered and sorted, by group first where they are grouped
 *
 * Says what the wall shows. To be called once.
 */
void
dateline_reaction_wall_set_up (DatelineReactionWall *self,
                               DatelineSession      *session,
                               GListModel           *reactions)
{
  g_return_if_fail (DATELINE_IS_REACTION_WALL (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (G_IS_LIST_MODEL (reactions));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->reactions = g_object_ref (reactions);
  g_signal_connect_object (reactions, "items-changed", G_CALLBACK (queue_rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self, 0, FIRST_CARDS);
}

/**
 * dateline_reaction_wall_set_grouped:
 * @self: a `DatelineReactionWall`
 * @grouped: whether posts hang under the event that they answer
 *
 * Shows or hides the headings. The list has to be sorted to match.
 */
void
dateline_reaction_wall_set_grouped (DatelineReactionWall *self,
                                    gboolean              grouped)
{
  g_return_if_fail (DATELINE_IS_REACTION_WALL (self));

  if (self->grouped == grouped)
    return;

  self->grouped = grouped;
  if (self->session != NULL)
    queue_rebuild (self);
}

/**
 * dateline_reaction_wall_select:
 * @self: a `DatelineReactionWall`
 * @reaction: (nullable): the reader's selection
 *
 * Marks the card of a reaction, if it has one.
 */
void
dateline_reaction_wall_select (DatelineReactionWall *self,
                               DatelineReaction     *reaction)
{
  GtkWidget *card;

  g_return_if_fail (DATELINE_IS_REACTION_WALL (self));
  g_return_if_fail (reaction == NULL || DATELINE_IS_REACTION (reaction));

  if (self->selected == reaction)
    return;

  card = self->selected != NULL ? g_hash_table_lookup (self->cards, self->selected) : NULL;
  if (card != NULL)
    dateline_reaction_card_set_selected (DATELINE_REACTION_CARD (card), FALSE);
  g_set_object (&self->selected, reaction);
  card = reaction != NULL ? g_hash_table_lookup (self->cards, reaction) : NULL;
  if (card != NULL)
    dateline_reaction_card_set_selected (DATELINE_REACTION_CARD (card), TRUE);
}

/**
 * dateline_reaction_wall_get_selected:
 * @self: a `DatelineReactionWall`
 *
 * The reaction whose card is marked.
 *
 * Returns: (transfer none) (nullable): the reaction
 */
DatelineReaction *
dateline_reaction_wall_get_selected (DatelineReactionWall *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION_WALL (self), NULL);

  return self->selected;
}

/**
 * dateline_reaction_wall_reveal:
 * @self: a `DatelineReactionWall`
 * @reaction: what to show
 *
 * Scrolls to the card of a reaction.
 *
 * Returns: %FALSE if it is not in the list
 */
gboolean
dateline_reaction_wall_reveal (DatelineReactionWall *self,
                               DatelineReaction     *reaction)
{
  guint n;
  guint position = 0;

  g_return_val_if_fail (DATELINE_IS_REACTION_WALL (self), FALSE);
  g_return_val_if_fail (DATELINE_IS_REACTION (reaction), FALSE);

  n = g_list_model_get_n_items (self->reactions);
  for (; position < n; position++)
    {
      g_autoptr(DatelineReaction) other = g_list_model_get_item (self->reactions, position);

      if (other == reaction)
        break;
    }
  if (position == n)
    return FALSE;

  if (self->rebuild_id != 0 || !g_hash_table_contains (self->cards, reaction))
    {
      /* Some before it, so that it is seen where it belongs. */
      if (position < FIRST_CARDS)
        rebuild (self, 0, FIRST_CARDS);
      else
        rebuild (self, position - MORE_CARDS, FIRST_CARDS);
    }

  g_set_object (&self->scroll_to, reaction);
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);

  return TRUE;
}

/* What the wall would show if it was built anew where it is. */
static DatelineShown *
list_shown (DatelineReactionWall *self,
            guint                 offset,
            guint                 n)
{
  DatelineShown *shown = dateline_shown_new ();
  guint end = MIN (offset + n, g_list_model_get_n_items (self->reactions));

  for (guint i = offset; i < end; i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (self->reactions, i);

      add_shown (self, shown, reaction);
    }

  return shown;
}

/**
 * dateline_reaction_wall_refresh:
 * @self: a `DatelineReactionWall`
 *
 * Shows the reactions as they are now, where the reader is.
 */
void
dateline_reaction_wall_refresh (DatelineReactionWall *self)
{
  guint offset;
  guint n;

  g_return_if_fail (DATELINE_IS_REACTION_WALL (self));

  offset = self->offset < g_list_model_get_n_items (self->reactions) ? self->offset : 0;
  n = MAX (self->n_shown, FIRST_CARDS);
  if (dateline_shown_replace (&self->shown, list_shown (self, offset, n), GTK_WIDGET (self)))
    {
      dateline_focus_keeper_hold (GTK_WIDGET (self));
      rebuild (self, offset, n);
      return;
    }

  /* The lists changed, and then it was the same again. */
  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  count_groups (self);
}
