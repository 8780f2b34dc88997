/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover in which an item of the story is looked for by typing, or a new person is named. */
#include "config.h"

#include "dateline-item-picker.h"

#include <glib/gi18n.h>

#include "dateline-closures.h"
#include "dateline-edit.h"
#include "dateline-search.h"
#include "dateline-text.h"

/* As many as anybody reads; more letters lead further. */
#define MAX_ROWS 40

struct _DatelineItemPicker
{
  GtkPopover parent_instance;

  char            **kinds;
  DatelineSession  *session;
  GPtrArray        *excluded;
  DatelineSearch   *search;
  gpointer          file; /* that it searches: only to be compared */
  guint             n_rows;

  GtkEditable      *entry;
  GtkListBox       *list;
  GtkWidget        *empty_label;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineItemPicker, dateline_item_picker, GTK_TYPE_POPOVER)

/* What is called so, not what only tells of it */
static gboolean
is_called (DatelineItem *item,
           const char   *words)
{
  if (dateline_text_matches (dateline_item_get_label (item), words))
    return TRUE;
  if (DATELINE_IS_PERSON (item))
    {
      const char * const *aliases = dateline_person_get_aliases (DATELINE_PERSON (item));

      for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
        if (dateline_text_matches (aliases[i], words))
          return TRUE;
    }

  return FALSE;
}

/* What tells it from another of the same name */
static char *
describe (DatelineItem *item)
{
  if (DATELINE_IS_PERSON (item))
    return g_strdup (dateline_person_get_role (DATELINE_PERSON (item)));
  if (DATELINE_IS_EVENT (item) && dateline_event_get_date (DATELINE_EVENT (item)) != NULL)
    return dateline_date_format_short (dateline_event_get_date (DATELINE_EVENT (item)));
  if (DATELINE_IS_QUOTE (item) && dateline_quote_get_speaker (DATELINE_QUOTE (item)) != NULL)
    return g_strdup (dateline_person_get_name (dateline_quote_get_speaker (DATELINE_QUOTE (item))));
  if (DATELINE_IS_REACTION (item) && dateline_reaction_get_author (DATELINE_REACTION (item)) != NULL)
    return g_strdup (dateline_person_get_name (dateline_reaction_get_author (DATELINE_REACTION (item))));

  return g_strdup ("");
}

static GtkWidget *
create_row (const char *icon_name,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (lines), label);
  if (*subtitle != '\0')
    {
      GtkWidget *second = gtk_label_new (subtitle);

      gtk_label_set_xalign (GTK_LABEL (second), 0);
      gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (lines), second);
    }
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

static void
drop_search (DatelineItemPicker *self)
{
  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
}

static gboolean
is_full (DatelineItemPicker *self)
{
  return self->n_rows >= MAX_ROWS;
}

static void
add_item (DatelineItemPicker *self,
          DatelineItem       *item)
{
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (is_full (self) || (self->excluded != NULL && g_ptr_array_find (self->excluded, item, NULL)))
    return;

  subtitle = describe (item);
  row = create_row (dateline_item_picker_get_icon (item), dateline_item_get_label (item), subtitle);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  gtk_list_box_append (self->list, row);
  self->n_rows++;
}

static void
clear_rows (DatelineItemPicker *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  self->n_rows = 0;
}

static char *
dup_words (DatelineItemPicker *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static gboolean
has_kind (DatelineItemPicker *self,
          DatelineItemKind    kind)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);
  GEnumValue *value = g_enum_get_value (klass, kind);

  return value != NULL && g_strv_contains ((const char * const *) self->kinds, value->value_nick);
}

/* What comes first in the story, before anything is looked for */
static void
show_first (DatelineItemPicker *self)
{
  DatelineStory *story = dateline_session_get_story (self->session);

  clear_rows (self);
  for (guint i = 0; self->kinds[i] != NULL; i++)
    {
      g_autoptr(GEnumClass) klass = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);
      GEnumValue *kind = g_enum_get_value_by_nick (klass, self->kinds[i]);
      GListModel *items = dateline_story_get_items (story, (DatelineItemKind) kind->value);

      for (guint k = 0; k < g_list_model_get_n_items (items) && !is_full (self); k++)
        {
          g_autoptr(DatelineItem) item = g_list_model_get_item (items, k);

          add_item (self, item);
        }
    }
  gtk_widget_set_visible (self->empty_label, self->n_rows == 0);
}

/* Whose name it is, whatever the case of its letters */
static gboolean
is_named (DatelineItem *item,
          const char   *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *other = g_utf8_casefold (dateline_item_get_label (item), -1);

  return DATELINE_IS_PERSON (item) && g_str_equal (folded, other);
}

static void
offer_new (DatelineItemPicker *self,
           const char         *name)
{
  /* Translators: %s is a name */
  g_autofree char *title = g_strdup_printf (_("New person “%s”"), name);
  GtkWidget *row = create_row ("list-add-symbolic", title, "");

  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  gtk_list_box_append (self->list, row);
  self->n_rows++;
}

/* The best first: what is called so before what only tells of it. */
static void
show_found (DatelineItemPicker *self)
{
  g_autofree char *words = dup_words (self);
  GListModel *hits = dateline_search_get_hits (self->search);
  g_autoptr(GPtrArray) called = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_known = FALSE;

  if (*words == '\0')
    return;

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(DatelineSearchHit) hit = g_list_model_get_item (hits, i);
      DatelineItem *item = dateline_search_hit_get_item (hit);

      if (item == NULL || !has_kind (self, dateline_item_get_kind (item)) ||
          g_ptr_array_find (called, item, NULL) || g_ptr_array_find (others, item, NULL))
        continue;
      is_known = is_known || is_named (item, words);
      g_ptr_array_add (is_called (item, words) ? called : others, g_object_ref (item));
    }

  clear_rows (self);
  for (guint i = 0; i < called->len; i++)
    add_item (self, g_ptr_array_index (called, i));
  for (guint i = 0; i < others->len; i++)
    add_item (self, g_ptr_array_index (others, i));
  if (has_kind (self, DATELINE_ITEM_PERSON) && !is_known)
    offer_new (self, words);
  gtk_widget_set_visible (self->empty_label, self->n_rows == 0);
}

static void
words_changed_cb (DatelineItemPicker *self)
{
  g_autofree char *words = dup_words (self);

  if (self->session == NULL)
    return;
  if (*words == '\0')
    {
      show_first (self);
      return;
    }

  dateline_search_set_words (self->search, words);
  /* What is there stays until the answer comes. */
  if (!dateline_search_get_busy (self->search))
    show_found (self);
}

/* Searches with the index of the story, however long that is. */
static void
create_search (DatelineItemPicker *self)
{
  static const int groups[DATELINE_N_ITEM_KINDS] = {
    [DATELINE_ITEM_ARTICLE] = DATELINE_SEARCH_ARTICLES,
    [DATELINE_ITEM_PERSON] = DATELINE_SEARCH_PEOPLE,
    [DATELINE_ITEM_EVENT] = DATELINE_SEARCH_EVENTS,
    [DATELINE_ITEM_QUOTE] = DATELINE_SEARCH_QUOTES,
    [DATELINE_ITEM_REACTION] = DATELINE_SEARCH_REACTIONS,
    [DATELINE_ITEM_CLAIM] = DATELINE_SEARCH_CLAIMS,
    [DATELINE_ITEM_ACCOUNT] = DATELINE_SEARCH_CLAIMS,
  };

  drop_search (self);
  self->file = dateline_session_get_file (self->session);
  self->search = dateline_search_new (dateline_session_get_story (self->session), self->file);
  dateline_search_set_limits (self->search, MAX_ROWS, MAX_ROWS);
  if (g_strv_length (self->kinds) == 1)
    {
      g_autoptr(GEnumClass) klass = g_type_class_ref (DATELINE_TYPE_ITEM_KIND);

      dateline_search_set_group (self->search, groups[g_enum_get_value_by_nick (klass, self->kinds[0])->value]);
    }
  g_signal_connect_object (self->search, "answered", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
}

static void
row_activated_cb (DatelineItemPicker *self,
                  GtkListBoxRow      *row)
{
  g_autoptr(DatelineItem) item = g_object_get_data (G_OBJECT (row), "item");
  const char *name = g_object_get_data (G_OBJECT (row), "name");

  if (item != NULL)
    {
      g_object_ref (item);
    }
  else
    {
      g_autofree char *id = dateline_edit_dup_new_id (DATELINE_ITEM_PERSON);

      item = g_object_new (DATELINE_TYPE_PERSON, "id", id, "name", name, NULL);
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, item);
}

static void
activate_cb (DatelineItemPicker *self)
{
  GtkListBoxRow *row;

  /* Return may come before the list follows the last key. */
  words_changed_cb (self);
  if (self->session != NULL && dateline_search_get_busy (self->search) && !dateline_search_finish (self->search, NULL))
    show_found (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_search_cb (DatelineItemPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (DatelineItemPicker *self,
                guint               keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (keyval != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
dateline_item_picker_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dateline_item_picker_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (DATELINE_ITEM_PICKER (widget)->entry));
}

static void
dateline_item_picker_dispose (GObject *object)
{
  DatelineItemPicker *self = DATELINE_ITEM_PICKER (object);

  drop_search (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->excluded, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_strfreev);

  G_OBJECT_CLASS (dateline_item_picker_parent_class)->dispose (object);
}

static void
dateline_item_picker_class_init (DatelineItemPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_item_picker_dispose;

  widget_class->map = dateline_item_picker_map;

  /**
   * DatelineItemPicker::picked:
   * @self: a `DatelineItemPicker`
   * @item: an item of the story, or a new person
   *
   * Emitted when the reader has decided.
   */
  signals[SIGNAL_PICKED] =
    g_signal_new ("picked", DATELINE_TYPE_ITEM_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, DATELINE_TYPE_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-item-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineItemPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineItemPicker, list);
  gtk_widget_class_bind_template_child (widget_class, DatelineItemPicker, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
dateline_item_picker_init (DatelineItemPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_item_picker_new:
 * @kinds: the nicks of the kinds to choose from, between spaces: "event reaction"
 *
 * Creates a popover. If people can be chosen, new ones can be named.
 *
 * Returns: (transfer floating): a new popover
 */
GtkWidget *
dateline_item_picker_new (const char *kinds)
{
  DatelineItemPicker *self = g_object_new (DATELINE_TYPE_ITEM_PICKER, NULL);

  self->kinds = g_strsplit (kinds, " ", -1);

  return GTK_WIDGET (self);
}

/**
 * dateline_item_picker_set_up:
 * @self: a `DatelineItemPicker`
 * @session: the session whose story has the items
 * @excluded: (nullable): what is not to be chosen
 *
 * Starts anew, with everything there is. Called before the popover is shown.
 */
void
dateline_item_picker_set_up (DatelineItemPicker *self,
                             DatelineSession    *session,
                             GPtrArray          *excluded)
{
  g_return_if_fail (DATELINE_IS_ITEM_PICKER (self));

  if (g_set_object (&self->session, session))
    drop_search (self);
  g_clear_pointer (&self->excluded, g_ptr_array_unref);
  self->excluded = excluded != NULL ? g_ptr_array_ref (excluded) : NULL;
  if (self->search == NULL || self->file != dateline_session_get_file (session))
    create_search (self);
  gtk_editable_set_text (self->entry, "");
  words_changed_cb (self);
}

/**
 * dateline_item_picker_get_icon:
 * @item: an item
 *
 * The glyph of an item.
 *
 * Returns: an icon name
 */
const char *
dateline_item_picker_get_icon (DatelineItem *item)
{
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);

  switch (dateline_item_get_kind (item))
    {
    case DATELINE_ITEM_ARTICLE:
      return "dateline-articles-symbolic";
    case DATELINE_ITEM_PERSON:
      if (dateline_person_get_person_kind (DATELINE_PERSON (item)) == DATELINE_PERSON_KIND_ORGANISATION)
        return "dateline-organisation-symbolic";
      if (dateline_person_get_person_kind (DATELINE_PERSON (item)) == DATELINE_PERSON_KIND_GROUP)
        return "dateline-group-symbolic";
      return "dateline-person-symbolic";
    case DATELINE_ITEM_EVENT:
      return dateline_closures_get_category_icon (dateline_event_get_category (DATELINE_EVENT (item)));
    case DATELINE_ITEM_QUOTE:
      return "dateline-quote-symbolic";
    case DATELINE_ITEM_REACTION:
      return "dateline-reaction-symbolic";
    case DATELINE_ITEM_CLAIM:
    case DATELINE_ITEM_ACCOUNT:
    default:
      return "dateline-compare-symbolic";
    }
}
