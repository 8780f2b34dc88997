/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article's text with the small toolbar that follows the selected words.
 *
 * The toolbar lies over the text and never over the selected words: above them, else below them, else in a strip of its
 * own under the text. It takes no focus, and comes only when the selection rests. What its buttons do is in -actions.c. */
#include "config.h"

#include "dateline-reader-box-private.h"

#include <glib/gi18n.h>

/* Between the words and the toolbar, and between it and the edges. */
#define GAP  6
#define EDGE 6

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineReaderBox, dateline_reader_box, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *label;
  const char *name;
  const char *action;
  guint       key;
} buttons[] = {
  { "dateline-clip-symbolic", NC_("selected words", "Clip"), N_("Add to Clippings"), "article.clip", 0 },
  { "dateline-timeline-symbolic", NC_("selected words", "Event"), N_("New Event From This Passage"), "reader.new-event", GDK_KEY_v },
  { "dateline-quote-symbolic", NC_("selected words", "Quote"), N_("New Quote From This Passage"), "reader.new-quote", GDK_KEY_q },
  { "dateline-person-symbolic", NC_("selected words", "Person"), N_("New Person From This Passage"), "reader.new-person", GDK_KEY_p },
  { "dateline-reaction-symbolic", NC_("selected words", "Reaction"), N_("New Reaction From This Passage"), "reader.new-reaction",
    GDK_KEY_r },
  { "dateline-compare-symbolic", NC_("selected words", "Account"), N_("New Account From This Passage"), "reader.new-account",
    GDK_KEY_k },
};

/* Where the selected words are, in the coordinates of the box. */
GdkRectangle
_dateline_reader_box_get_area (DatelineReaderBox *self)
{
  GdkRectangle area = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), 1 };
  double x;
  double y;

  if (self->text != NULL && dateline_article_text_get_words_area (self->text, &area) &&
      gtk_widget_translate_coordinates (GTK_WIDGET (self->text), GTK_WIDGET (self), area.x, area.y, &x, &y))
    {
      area.x = (int) x;
      area.y = (int) y;
    }

  return area;
}

/* Where the toolbar goes; %FALSE if the words are out of sight. Docked, it takes its height from the text. */
static gboolean
place_bar (DatelineReaderBox *self,
           int                width,
           int                height,
           GdkRectangle      *bar,
           gboolean          *docked)
{
  GdkRectangle area;
  int bottom;
  int natural;
  int minimum;

  if (!self->is_open || self->text == NULL || !dateline_article_text_get_words_area (self->text, &area))
    return FALSE;

  area = _dateline_reader_box_get_area (self);
  bottom = area.y + area.height;
  if (bottom <= 0 || area.y >= height)
    return FALSE;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  bar->width = MAX (minimum, MIN (natural, width - 2 * EDGE));
  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, bar->width, NULL, &bar->height, NULL, NULL);
  bar->x = CLAMP (area.x + (area.width - bar->width) / 2, EDGE, MAX (EDGE, width - EDGE - bar->width));
  *docked = FALSE;
  if (area.y - GAP - bar->height >= EDGE)
    {
      bar->y = area.y - GAP - bar->height;
    }
  else if (bottom + GAP + bar->height <= height - EDGE)
    {
      bar->y = bottom + GAP;
    }
  else
    {
      bar->x = (width - bar->width) / 2;
      bar->y = height - EDGE - bar->height;
      *docked = TRUE;
    }

  return TRUE;
}

static void
dateline_reader_box_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (widget);
  GdkRectangle bar = { 0, 0, 0, 0 };
  gboolean docked = FALSE;
  gboolean shown;

  self->is_allocating = TRUE;
  /* Lines move only with the width. */
  if (self->child != NULL && gtk_widget_get_width (self->child) != width)
    gtk_widget_size_allocate (self->child, &(GtkAllocation) { 0, 0, width, height }, -1);
  shown = place_bar (self, width, height, &bar, &docked);
  if (self->child != NULL)
    gtk_widget_size_allocate (self->child, &(GtkAllocation) { 0, 0, width, docked ? bar.y - GAP : height }, -1);

  gtk_widget_set_child_visible (self->bar, shown);
  if (shown)
    gtk_widget_size_allocate (self->bar, &bar, -1);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  self->is_allocating = FALSE;
}

static void
dateline_reader_box_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (widget);

  /* The toolbar lies over the text, and asks for no room. */
  *minimum = *natural = 0;
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
}

static gboolean
allocate_cb (gpointer user_data)
{
  DatelineReaderBox *self = user_data;

  self->allocate_id = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* The words move with the text. What is asked for within an allocation would be forgotten. */
static void
scrolled_cb (DatelineReaderBox *self)
{
  if (!self->is_open)
    return;
  if (!self->is_allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  else if (self->allocate_id == 0)
    self->allocate_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, allocate_cb, self, NULL);
}

static void
set_open (DatelineReaderBox *self,
          gboolean           open)
{
  if (self->is_open == open)
    return;

  self->is_open = open;
  /* Closed, it is not there for assistive technology either. */
  gtk_widget_set_visible (self->bar, open);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
_dateline_reader_box_close_bar (DatelineReaderBox *self)
{
  set_open (self, FALSE);
}

static void
words_selected_cb (DatelineReaderBox *self)
{
  set_open (self, TRUE);
}

/* While words are being selected the toolbar stays away. */
static void
mark_set_cb (DatelineReaderBox *self,
             GtkTextIter       *location,
             GtkTextMark       *mark,
             GtkTextBuffer     *buffer)
{
  if (mark == gtk_text_buffer_get_insert (buffer) || mark == gtk_text_buffer_get_selection_bound (buffer))
    set_open (self, FALSE);
}

static void
has_selection_cb (DatelineReaderBox *self,
                  GParamSpec        *pspec,
                  GtkTextBuffer     *buffer)
{
  if (!gtk_text_buffer_get_has_selection (buffer))
    set_open (self, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (widget);

  if (!self->is_open)
    return FALSE;

  set_open (self, FALSE);

  return TRUE;
}

static void
add_button (DatelineReaderBox *self,
            GtkWidget         *button,
            const char        *icon,
            const char        *label,
            const char        *name,
            guint              key)
{
  g_autofree char *keys = gtk_accelerator_get_label (key != 0 ? key : GDK_KEY_d,
                                                     key != 0 ? GDK_CONTROL_MASK | GDK_SHIFT_MASK : GDK_CONTROL_MASK);
  /* Translators: what a button does, and the keys that do the same: "Add to Clippings (Ctrl+D)" */
  g_autofree char *tooltip = g_strdup_printf (_("%s (%s)"), name, keys);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *caption = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  /* Else it would ask for three letters, where the icon is enough. */
  gtk_label_set_width_chars (GTK_LABEL (caption), 1);
  gtk_widget_add_css_class (caption, "caption");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), caption);
  if (GTK_IS_MENU_BUTTON (button))
    gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  else
    gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, GTK_IS_MENU_BUTTON (button) ? name : tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->bar), button);
}

static void
dateline_reader_box_set_child (DatelineReaderBox *self,
                               GtkWidget         *child)
{
  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  /* Below the toolbar. */
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->bar);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static void
dateline_reader_box_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_reader_box_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      dateline_reader_box_set_child (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_reader_box_dispose (GObject *object)
{
  DatelineReaderBox *self = DATELINE_READER_BOX (object);

  g_clear_handle_id (&self->allocate_id, g_source_remove);
  _dateline_reader_box_actions_dispose (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->text = NULL;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_READER_BOX);
  g_clear_object (&self->place);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_reader_box_parent_class)->dispose (object);
}

static void
dateline_reader_box_class_init (DatelineReaderBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_reader_box_dispose;
  object_class->get_property = dateline_reader_box_get_property;
  object_class->set_property = dateline_reader_box_set_property;

  widget_class->measure = dateline_reader_box_measure;
  widget_class->size_allocate = dateline_reader_box_size_allocate;

  /**
   * DatelineReaderBox:child: (nullable)
   *
   * What holds the text.
   */
  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-reader-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineReaderBox, bar);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  _dateline_reader_box_class_actions_init (klass);
}

static void
dateline_reader_box_init (DatelineReaderBox *self)
{
  GtkWidget *more;
  g_autoptr(GMenu) menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->bar, FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new ();

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      add_button (self, button, buttons[i].icon, g_dpgettext2 (NULL, "selected words", buttons[i].label),
                  _(buttons[i].name),
                  buttons[i].key);
    }

  g_menu_append (menu, _("_Add as Evidence To…"), "reader.add-evidence");
  g_menu_append (menu, _("_Copy"), "article.copy");
  more = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  add_button (self, more, "view-more-symbolic", C_("selected words", "More"), _("More"), 0);
}

/**
 * dateline_reader_box_set_context:
 * @self: a `DatelineReaderBox`
 * @session: the session
 * @text: the text, somewhere in the child
 *
 * Says what the toolbar follows. Called once.
 */
void
dateline_reader_box_set_context (DatelineReaderBox   *self,
                                 DatelineSession     *session,
                                 DatelineArticleText *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (DATELINE_IS_READER_BOX (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (DATELINE_IS_ARTICLE_TEXT (text));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->text = text;
  _dateline_reader_box_actions_connect (self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  g_signal_connect_object (text, "words-selected", G_CALLBACK (words_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::has-selection", G_CALLBACK (has_selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_reader_box_set_place:
 * @self: a `DatelineReaderBox`
 * @place: (nullable): a passage
 *
 * Says what the actions are about while no words are selected.
 */
void
dateline_reader_box_set_place (DatelineReaderBox *self,
                               DatelinePassage   *place)
{
  g_return_if_fail (DATELINE_IS_READER_BOX (self));
  g_return_if_fail (place == NULL || DATELINE_IS_PASSAGE (place));

  g_set_object (&self->place, place);
}
