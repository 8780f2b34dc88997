/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story on the start page: what it is, what it holds, when it was last opened, and what can be done with it. */
#include "config.h"

#include "dateline-library-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-context-menu.h"
#include "dateline-library-folder.h"

struct _DatelineLibraryCard
{
  GtkWidget parent_instance;

  DatelineLibraryEntry *entry;

  GtkWidget            *box;
  GtkLabel             *title_label;
  GtkMenuButton        *menu_button;
  GtkLabel             *description_label;
  GtkWidget            *error_box;
  GtkLabel             *error_label;
  GtkWidget            *counts_box;
  char                 *counts; /* what is in the box, in words; NULL if that is nothing */
  GtkWidget            *example_label;
  GtkLabel             *place_label;
  GtkLabel             *opened_label;
  GtkWidget            *context_menu;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineLibraryCard, dateline_library_card, GTK_TYPE_WIDGET)

static gboolean
is_example (DatelineLibraryEntry *entry)
{
  return g_file_has_uri_scheme (dateline_library_entry_get_file (entry), "resource");
}

/* The day, in as few words as people use. */
static char *
describe_opened (gint64 opened)
{
  g_autoptr(GDateTime) then = g_date_time_new_from_unix_local (opened);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  GDate then_day;
  GDate today;
  int days;

  if (opened == 0 || then == NULL)
    return g_strdup (C_("story", "Not opened yet"));

  g_date_clear (&then_day, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&then_day, g_date_time_get_day_of_month (then), g_date_time_get_month (then), g_date_time_get_year (then));
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
  days = g_date_days_between (&then_day, &today);

  if (days <= 0)
    return g_strdup (C_("story", "Opened today"));
  if (days == 1)
    return g_strdup (C_("story", "Opened yesterday"));
  if (days < 7)
    return g_strdup_printf (ngettext ("Opened %d day ago", "Opened %d days ago", (gulong) days), days);

  /* Translators: when a story was opened: day, name of the month, year; see the manual of g_date_time_format() */
  return g_date_time_format (then, _("Opened %-d %B %Y"));
}

static void
clear_counts (DatelineLibraryCard *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->counts, g_free);
  while ((child = gtk_widget_get_first_child (self->counts_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->counts_box), child);
}

static void
add_count (DatelineLibraryCard *self,
           const char          *icon,
           guint                n,
           const char          *words)
{
  g_autofree char *number = g_strdup_printf ("%'u", n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_tooltip_text (box, words);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->counts_box), box);
}

static void
show_counts (DatelineLibraryCard          *self,
             const DatelineLibrarySummary *summary,
             GString                      *name)
{
  static const char *const icons[] = {
    "dateline-articles-symbolic", "dateline-timeline-symbolic", "dateline-people-symbolic", "dateline-quote-symbolic",
    "dateline-reactions-symbolic"
  };
  const guint counts[] = {
    summary->n_articles, summary->n_events, summary->n_people, summary->n_quotes, summary->n_reactions
  };
  g_autofree char *articles = g_strdup_printf (ngettext ("%'u article", "%'u articles", counts[0]), counts[0]);
  g_autofree char *events = g_strdup_printf (ngettext ("%'u event", "%'u events", counts[1]), counts[1]);
  g_autofree char *people = g_strdup_printf (ngettext ("%'u person", "%'u people", counts[2]), counts[2]);
  g_autofree char *quotes = g_strdup_printf (ngettext ("%'u quote", "%'u quotes", counts[3]), counts[3]);
  g_autofree char *reactions = g_strdup_printf (ngettext ("%'u reaction", "%'u reactions", counts[4]), counts[4]);
  const char *const words[] = { articles, events, people, quotes, reactions };
  g_autoptr(GString) all = g_string_new (NULL);
  GtkWidget *child;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      g_string_append_printf (all, ", %s", words[i]);
  g_string_append (name, all->str);
  /* What is told of a story changes more often than what it holds. */
  if (g_strcmp0 (self->counts, all->str) == 0)
    return;

  clear_counts (self);
  self->counts = g_strdup (all->str);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      add_count (self, icons[i], counts[i], words[i]);
  if (all->len == 0)
    {
      child = gtk_label_new (C_("story", "Empty"));
      gtk_widget_add_css_class (child, "library-dim");
      gtk_box_append (GTK_BOX (self->counts_box), child);
    }
}

/* It is the widget around the card that gets the focus, and GtkListItem has no name for it before GTK 4.12. */
static void
set_name (DatelineLibraryCard *self,
          const char          *name)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (DatelineLibraryCard *self)
{
  const DatelineLibrarySummary *summary = dateline_library_entry_get_summary (self->entry);
  const char *title = dateline_library_entry_get_title (self->entry);
  const char *description = summary != NULL && summary->description != NULL ? summary->description : "";
  const char *error = summary != NULL ? summary->error : NULL;
  gboolean elsewhere = dateline_library_entry_get_elsewhere (self->entry);
  gboolean example = is_example (self->entry);
  gboolean story_file = dateline_library_folder_is_story (dateline_library_entry_get_file (self->entry));
  gint64 opened = dateline_library_entry_get_opened (self->entry);
  g_autofree char *opened_words = !example ? describe_opened (opened) : g_strdup ("");
  g_autofree char *place = NULL;
  g_autofree char *menu_name = NULL;
  g_autoptr(GString) name = g_string_new (*title != '\0' ? title : _("Untitled Story"));
  g_autofree char *line = g_strdelimit (g_strdup (description), "\n\r\t", ' ');

  gtk_label_set_label (self->title_label, name->str);
  gtk_label_set_label (self->description_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), error == NULL);
  gtk_label_set_label (self->error_label, error != NULL ? error : "");
  gtk_widget_set_visible (self->error_box, error != NULL);
  if (error != NULL)
    gtk_widget_add_css_class (self->box, "damaged");
  else
    gtk_widget_remove_css_class (self->box, "damaged");

  if (elsewhere)
    place = dateline_library_folder_dup_display (dateline_library_entry_get_file (self->entry));
  gtk_label_set_label (self->place_label, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), place != NULL);
  gtk_widget_set_visible (self->example_label, example);

  /* Translators: the name of a button; %s is the title of a story */
  menu_name = g_strdup_printf (_("Menu of “%s”"), name->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_name, -1);

  if (example)
    g_string_append_printf (name, ", %s", C_("story", "Example"));
  if (summary != NULL && error == NULL)
    show_counts (self, summary, name);
  else
    clear_counts (self);
  gtk_label_set_label (self->opened_label, opened_words);
  if (*opened_words != '\0')
    g_string_append_printf (name, ", %s", opened_words);
  if (error != NULL)
    g_string_append_printf (name, ", %s", error);
  set_name (self, name->str);

  /* What cannot be done is not in the menu. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.rename", story_file && error == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.duplicate", error == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.save-copy", error == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.show-in-files", !example);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.forget", elsewhere);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.trash", !example);
}

static void
parent_changed_cb (DatelineLibraryCard *self)
{
  if (self->entry != NULL && gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    update (self);
}

static GMenuModel *
dup_menu (void)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/app/dateline/Dateline/ui/dateline-library-menu.ui");

  return g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder, "card_menu")));
}

/* Few of the menus are ever opened. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr(GMenuModel) model = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  model = dup_menu ();
  gtk_menu_button_set_menu_model (button, model);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  DatelineLibraryCard *self = DATELINE_LIBRARY_CARD (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (!gdk_event_triggers_context_menu (event))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->context_menu == NULL)
    {
      g_autoptr(GMenuModel) model = dup_menu ();

      self->context_menu = dateline_context_menu_new (GTK_WIDGET (self), model);
    }
  dateline_context_menu_popup (self->context_menu, x, y);
}

/* Every action of a card is one of its window, with the story's address. */
static void
card_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineLibraryCard *self = DATELINE_LIBRARY_CARD (widget);
  g_autofree char *action = g_strconcat ("library.", strchr (action_name, '.') + 1, NULL);
  g_autofree char *uri = NULL;

  if (self->entry == NULL)
    return;

  uri = g_file_get_uri (dateline_library_entry_get_file (self->entry));
  gtk_widget_activate_action (widget, action, "s", uri);
}

static void
dateline_library_card_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  DatelineLibraryCard *self = DATELINE_LIBRARY_CARD (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (self->context_menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->context_menu));
}

static void
dateline_library_card_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  gtk_widget_measure (DATELINE_LIBRARY_CARD (widget)->box, orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
dateline_library_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dateline_library_card_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DatelineLibraryCard *self = DATELINE_LIBRARY_CARD (object);

  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_library_card_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  DatelineLibraryCard *self = DATELINE_LIBRARY_CARD (object);

  switch (prop_id)
    {
    case PROP_ENTRY:
      dateline_library_card_set_entry (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_library_card_dispose (GObject *object)
{
  DatelineLibraryCard *self = DATELINE_LIBRARY_CARD (object);

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, update, self);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_clear_pointer (&self->counts, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_LIBRARY_CARD);

  G_OBJECT_CLASS (dateline_library_card_parent_class)->dispose (object);
}

static void
dateline_library_card_class_init (DatelineLibraryCardClass *klass)
{
  static const char * const actions[] = {
    "card.open", "card.rename", "card.duplicate", "card.save-copy", "card.show-in-files", "card.forget", "card.trash"
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_library_card_dispose;
  object_class->get_property = dateline_library_card_get_property;
  object_class->set_property = dateline_library_card_set_property;

  widget_class->size_allocate = dateline_library_card_size_allocate;
  widget_class->measure = dateline_library_card_measure;
  widget_class->get_request_mode = dateline_library_card_get_request_mode;

  /**
   * DatelineLibraryCard:entry:
   *
   * The story that is shown.
   */
  properties[PROP_ENTRY] =
    g_param_spec_object ("entry", NULL, NULL, DATELINE_TYPE_LIBRARY_ENTRY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, card_action);

  gtk_widget_class_set_css_name (widget_class, "librarycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-library-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, box);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, description_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, error_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, error_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, counts_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, example_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, place_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineLibraryCard, opened_label);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
dateline_library_card_init (DatelineLibraryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, NULL, NULL);
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_changed_cb), NULL);
}

/**
 * dateline_library_card_set_entry:
 * @self: a `DatelineLibraryCard`
 * @entry: (nullable): an entry of the library
 *
 * Sets the story to show.
 */
void
dateline_library_card_set_entry (DatelineLibraryCard  *self,
                                 DatelineLibraryEntry *entry)
{
  g_return_if_fail (DATELINE_IS_LIBRARY_CARD (self));
  g_return_if_fail (entry == NULL || DATELINE_IS_LIBRARY_ENTRY (entry));

  if (self->entry == entry)
    return;

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, update, self);
  g_set_object (&self->entry, entry);
  if (entry != NULL)
    {
      g_signal_connect_object (entry, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

/**
 * dateline_library_card_popup_menu:
 * @self: a `DatelineLibraryCard`
 *
 * Opens the menu of the story.
 */
void
dateline_library_card_popup_menu (DatelineLibraryCard *self)
{
  g_return_if_fail (DATELINE_IS_LIBRARY_CARD (self));

  gtk_menu_button_popup (self->menu_button);
}
