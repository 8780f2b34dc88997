/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover in which the reader finds one item of a story by its words, or names a new one. */
#include "config.h"

#include "dateline-item-popover.h"

#include "dateline-item-row.h"
#include "dateline-row.h"
#include "dateline-text.h"

struct _DatelineItemPopover
{
  GtkPopover parent_instance;

  GtkCustomFilter    *filter;
  GtkSingleSelection *selection;
  char               *words;  /* what is looked for, folded */
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

static gboolean
matches (DatelineItemPopover *self,
         const char          *text)
{
  return text != NULL && dateline_text_matches (text, self->words);
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  DatelineItemPopover *self = user_data;
  const char * const *aliases;

  if (self->words == NULL || *self->words == '\0' || matches (self, dateline_item_get_label (item)))
    return TRUE;
  if (!DATELINE_IS_PERSON (item))
    return FALSE;

  aliases = dateline_person_get_aliases (item);
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    if (matches (self, aliases[i]))
      return TRUE;

  return FALSE;
}

static void
update (DatelineItemPopover *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "empty");
  /* What is looked for and not there is what somebody wants to make. */
  gtk_widget_set_visible (GTK_WIDGET (self->stack), found || self->new_plain == NULL);
}

static void
words_changed_cb (DatelineItemPopover *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_free (self->words);
  self->words = dateline_text_fold (words);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (self->new_plain != NULL)
    {
      g_autoptr(GString) label = g_string_new (*words != '\0' ? self->new_named : self->new_plain);

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
  g_autoptr(DatelineItemPopover) kept = g_object_ref (self);

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
  g_autoptr(DatelineItemPopover) kept = g_object_ref (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_NEW_ASKED], 0, words);
}

/* Enter takes the first that fits; the new one, if nothing does or nothing was typed. */
static void
entry_activate_cb (DatelineItemPopover *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  if (self->new_plain != NULL && (!found || self->words == NULL || *self->words == '\0'))
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
  /* The filter asks about this widget. */
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (dateline_item_popover_parent_class)->dispose (object);
}

static void
dateline_item_popover_finalize (GObject *object)
{
  DatelineItemPopover *self = DATELINE_ITEM_POPOVER (object);

  g_free (self->words);
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
 * @story: the story to choose from
 * @kinds: a mask of bits `1 << DatelineItemKind`
 * @title: what is chosen
 *
 * Creates a popover with the items of some kinds. It needs a parent, and is to be unparented when it was closed.
 *
 * Returns: (transfer floating): a new chooser
 */
DatelineItemPopover *
dateline_item_popover_new (DatelineStory *story,
                           guint          kinds,
                           const char    *title)
{
  DatelineItemPopover *self;
  GListStore *lists;
  GtkFilterListModel *found;

  g_return_val_if_fail (DATELINE_IS_STORY (story), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_ITEM_POPOVER, NULL);
  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  lists = g_list_store_new (G_TYPE_LIST_MODEL);
  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind < DATELINE_N_ITEM_KINDS; kind++)
    if ((kinds & (1u << kind)) != 0)
      g_list_store_append (lists, dateline_story_get_items (story, kind));
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  found = gtk_filter_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists))),
                                     g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
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
