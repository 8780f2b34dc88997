/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover in which the reader finds one item of a story by its words, or names a new one. */
#include "config.h"

#include "dateline-item-popover.h"

#include "dateline-item-row.h"
#include "dateline-row.h"
#include "dateline-search.h"

/* Of each kind; more letters lead further. */
#define MAX_FOUND 40

struct _DatelineItemPopover
{
  GtkPopover parent_instance;

  guint               kinds;
  DatelineSearch     *search;
  GListModel         *all;
  GListStore         *found;     /* what the words are found in */
  GtkSingleSelection *selection; /* of one of the two */
  gboolean            has_words;
  char               *new_plain;
  char               *new_named;

  GtkLabel           *title_label;
  GtkEditable        *entry;
  GtkWidget          *new_button;
  GtkLabel           *new_label;
  GtkStack           *stack;
  GtkListView        *list_view;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_NEW_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineItemPopover, dateline_item_popover, GTK_TYPE_POPOVER)

static void
update (DatelineItemPopover *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "empty");
  /* What is looked for and not there is what somebody wants to make. */
  gtk_widget_set_visible (GTK_WIDGET (self->stack), found || self->new_plain == NULL);
}

static void
answered_cb (DatelineItemPopover *self)
{
  GListModel *hits = dateline_search_get_hits (self->search);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  if (!self->has_words)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      /* The list holds it, and it holds its item. */
      g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);
      DatelineItem *item = dateline_search_hit_get_item (hit);

      if (item != NULL && (self->kinds & (1u << dateline_item_get_kind (item))) != 0 && !g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), items->pdata, items->len);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->found));
  update (self);
}

static void
words_changed_cb (DatelineItemPopover *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  self->has_words = *words != '\0';
  dateline_search_set_words (self->search, words);
  if (!self->has_words)
    gtk_single_selection_set_model (self->selection, self->all);
  else if (!dateline_search_get_busy (self->search))
    answered_cb (self);
  if (self->new_plain != NULL)
    {
      g_autoptr(GString) label = g_string_new (self->has_words ? self->new_named : self->new_plain);

      g_string_replace (label, "%s", words, 1);
      gtk_label_set_label (self->new_label, label->str);
    }
  update (self);
}

static void
choose (DatelineItemPopover *self,
        guint                position)
{
  g_autoptr(DatelineItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  G_GNUC_UNUSED g_autoptr(DatelineItemPopover) kept = g_object_ref (self);

  if (item == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item);
}

static void
row_activated_cb (DatelineItemPopover *self,
                  guint                position)
{
  choose (self, position);
}

static void
new_clicked_cb (DatelineItemPopover *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  G_GNUC_UNUSED g_autoptr(DatelineItemPopover) kept = g_object_ref (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_NEW_ASKED], 0, words);
}

/* Enter takes the first that fits; the new one, if nothing does or nothing was typed. */
static void
entry_activate_cb (DatelineItemPopover *self)
{
  gboolean found;

  /* Return may come before the list follows the last key. */
  words_changed_cb (self);
  if (self->has_words && dateline_search_get_busy (self->search))
    dateline_search_finish (self->search, NULL);
  found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  if (self->new_plain != NULL && (!found || !self->has_words))
    new_clicked_cb (self);
  else if (found)
    choose (self, 0);
}

static gboolean
key_pressed_cb (DatelineItemPopover *self,
                guint                keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static void
dateline_item_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dateline_item_popover_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (DATELINE_ITEM_POPOVER (widget)->entry));
}

static void
dateline_item_popover_dispose (GObject *object)
{
  DatelineItemPopover *self = DATELINE_ITEM_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_ITEM_POPOVER);
  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
  g_clear_object (&self->all);
  g_clear_object (&self->found);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (dateline_item_popover_parent_class)->dispose (object);
}

static void
dateline_item_popover_finalize (GObject *object)
{
  DatelineItemPopover *self = DATELINE_ITEM_POPOVER (object);

  g_free (self->new_plain);
  g_free (self->new_named);

  G_OBJECT_CLASS (dateline_item_popover_parent_class)->finalize (object);
}

static void
dateline_item_popover_class_init (DatelineItemPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_item_popover_dispose;
  object_class->finalize = dateline_item_popover_finalize;

  widget_class->map = dateline_item_popover_map;

  g_type_ensure (DATELINE_TYPE_ROW);

  /**
   * DatelineItemPopover::chosen:
   * @self: a `DatelineItemPopover`
   * @item: the item
   *
   * The reader chose an item.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DATELINE_TYPE_ITEM);

  /**
   * DatelineItemPopover::new-asked:
   * @self: a `DatelineItemPopover`
   * @words: what the reader typed, perhaps nothing
   *
   * The reader wants a new item.
   */
  signals[SIGNAL_NEW_ASKED] =
    g_signal_new ("new-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-item-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineItemPopover, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineItemPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineItemPopover, new_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineItemPopover, new_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineItemPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineItemPopover, list_view);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  dateline_item_row_bind (widget_class);
}

static void
dateline_item_popover_init (DatelineItemPopover *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), controller);
}

/**
 * dateline_item_popover_new:
 * @session: the session whose story has the items
 * @kinds: a mask of bits `1 << DatelineItemKind`
 * @title: what is chosen
 *
 * Creates a popover with the items of some kinds. It needs a parent, and is to be unparented when it was closed.
 *
 * Returns: (transfer floating): a new chooser
 */
DatelineItemPopover *
dateline_item_popover_new (DatelineSession *session,
                           guint            kinds,
                           const char      *title)
{
  DatelineItemPopover *self;
  DatelineStory *story;
  GListStore *lists;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_ITEM_POPOVER, NULL);
  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  story = dateline_session_get_story (session);
  lists = g_list_store_new (G_TYPE_LIST_MODEL);
  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind < DATELINE_N_ITEM_KINDS; kind++)
    if ((kinds & (1u << kind)) != 0)
      g_list_store_append (lists, dateline_story_get_items (story, kind));
  self->kinds = kinds;
  self->all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  self->found = g_list_store_new (DATELINE_TYPE_ITEM);
  self->search = dateline_search_new (story, dateline_session_get_file (session));
  dateline_search_set_limits (self->search, MAX_FOUND, MAX_FOUND);
  g_signal_connect_object (self->search, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (g_object_ref (self->all));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  update (self);

  return self;
}

/**
 * dateline_item_popover_offer_new:
 * @self: a `DatelineItemPopover`
 * @label: what a new item is called on the button
 * @label_with_words: the same, with "%s" where the words stand that the reader typed
 *
 * Lets the reader ask for a new item.
 */
void
dateline_item_popover_offer_new (DatelineItemPopover *self,
                                 const char          *label,
                                 const char          *label_with_words)
{
  g_return_if_fail (DATELINE_IS_ITEM_POPOVER (self));
  g_return_if_fail (label != NULL && label_with_words != NULL);
  g_return_if_fail (self->new_plain == NULL);

  self->new_plain = g_strdup (label);
  self->new_named = g_strdup (label_with_words);
  gtk_widget_set_visible (self->new_button, TRUE);
  words_changed_cb (self);
}
