/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One article with its header, in step with the navigator: what is selected is highlighted, what is clicked is
 * selected. */
#include "config.h"

#include "dateline-article-page.h"

#include <glib/gi18n.h>

#include "dateline-article-menu.h"
#include "dateline-badge.h"
#include "dateline-closures.h"
#include "dateline-reader-box.h"

struct _DatelineArticlePage
{
  AdwBin parent_instance;

  DatelineSession      *session;
  DatelineSettings     *settings;
  DatelineArticle      *article;
  DatelineArticleMarks *marks;
  GtkWidget            *popover;
  guint                 menu_offset; /* where the menu was opened, or DATELINE_NO_MARK */
  gboolean              is_selecting;

  DatelineReaderBox    *reader_box;
  GtkScrolledWindow    *scrolled_window;
  DatelineArticleText  *text;
  GtkLabel             *headline_label;
  GtkWidget            *original_button;
  GtkWidget            *empty_label;
};

enum
{
  PROP_0,
  PROP_ARTICLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const mark_settings[DATELINE_N_MARK_KINDS] = {
  [DATELINE_MARK_PERSON] = "show-people-marks",
  [DATELINE_MARK_QUOTE] = "show-quote-marks",
  [DATELINE_MARK_DATE] = "show-date-marks",
  [DATELINE_MARK_REACTION] = "show-reaction-marks",
};

G_DEFINE_FINAL_TYPE (DatelineArticlePage, dateline_article_page, ADW_TYPE_BIN)

static gboolean
is_web_address (const char *url)
{
  return g_ascii_strncasecmp (url, "https://", 8) == 0 || g_ascii_strncasecmp (url, "http://", 7) == 0;
}

static void
original_clicked_cb (DatelineArticlePage *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                dateline_article_get_url (self->article), GDK_CURRENT_TIME);
}

/* The first passage of @item in this article. */
static DatelinePassage *
dup_passage_here (DatelineArticlePage *self,
                  DatelineItem        *item)
{
  GListModel *passages = dateline_item_get_passages (item);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      if (dateline_passage_get_article (passage) == self->article)
        return g_steal_pointer (&passage);
    }

  return NULL;
}

static DatelinePassage *
dup_target (DatelineArticlePage *self)
{
  DatelineNavigator *navigator = dateline_session_get_navigator (self->session);
  DatelineItem *item = dateline_navigator_get_selected (navigator);
  DatelinePassage *passage = dateline_navigator_get_passage (navigator);

  if (passage != NULL && dateline_passage_get_article (passage) == self->article)
    return g_object_ref (passage);

  return item != NULL ? dup_passage_here (self, item) : NULL;
}

static void
follow (DatelineArticlePage *self,
        gboolean             reveal)
{
  DatelineNavigator *navigator = dateline_session_get_navigator (self->session);
  g_autoptr(DatelinePassage) target = NULL;

  if (self->article == NULL)
    return;

  target = dup_target (self);
  dateline_article_text_set_selection (self->text, dateline_navigator_get_selected (navigator), target);
  /* What was clicked here is where the reader looks already. */
  if (target != NULL && !self->is_selecting)
    dateline_article_text_scroll_to (self->text, target, reveal);
}

static void
selection_changed_cb (DatelineArticlePage *self)
{
  follow (self, FALSE);
}

static void
revealed_cb (DatelineArticlePage *self)
{
  follow (self, TRUE);
}

static void
update_kinds (DatelineArticlePage *self)
{
  guint kinds = 0;

  for (guint i = 0; i < DATELINE_N_MARK_KINDS; i++)
    if (dateline_settings_get_boolean (self->settings, mark_settings[i]))
      kinds |= 1u << i;

  dateline_article_text_set_kinds (self->text, kinds);
}

/* A headline grows less than the text, which has to fit more often; a long one is set smaller. */
static void
update_headline (DatelineArticlePage *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  double size = 13 + dateline_settings_get_int (self->settings, "text-size");
  const char *headline = self->article != NULL ? dateline_article_get_headline (self->article) : "";
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    size *= dpi / 1024. / 96.;
  if (g_utf8_strlen (headline, -1) > 90)
    size *= .8;
  pango_attr_list_insert (attributes, pango_attr_family_new (dateline_article_text_get_family (self->text)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_line_height_new (.92));
  gtk_label_set_attributes (self->headline_label, attributes);
}

static void
text_clicked_cb (DatelineArticlePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.replace-text", "s", dateline_item_get_id (DATELINE_ITEM (self->article)));
}

/* What is shown of the article besides its text. */
static void
describe (DatelineArticlePage *self)
{
  update_headline (self);
  gtk_widget_set_visible (self->original_button,
                          self->article != NULL && is_web_address (dateline_article_get_url (self->article)));
  gtk_widget_set_visible (self->empty_label, self->article != NULL && dateline_article_get_length (self->article) == 0);
  if (self->article != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_article_get_headline (self->article),
                                    -1);
}

static void
select_here (DatelineArticlePage *self,
             DatelineItem        *item,
             DatelinePassage     *passage)
{
  self->is_selecting = TRUE;
  dateline_navigator_select (dateline_session_get_navigator (self->session), item, passage);
  self->is_selecting = FALSE;
}

/* A date moves the time window to it, with as much again to see around it. */
static void
show_date (DatelineArticlePage *self,
           guint                position)
{
  const DatelineMark *mark = dateline_article_marks_get (self->marks, position);
  g_autoptr(DatelinePassage) passage = NULL;
  g_autoptr(DatelineEvent) event = dateline_article_marks_dup_event (self->marks, position, &passage);
  gint64 lower = dateline_date_get_lower (mark->date);
  gint64 upper = dateline_date_get_upper (mark->date);
  const gint64 day = 24 * 60 * 60;

  if (event != NULL)
    select_here (self, DATELINE_ITEM (event), passage);
  else
    select_here (self, NULL, mark->passage);

  if (lower == DATELINE_DATE_OPEN_START && upper == DATELINE_DATE_OPEN_END)
    return;

  /* An open end reaches a year from the one that is known. */
  if (lower == DATELINE_DATE_OPEN_START)
    lower = upper - 365 * day;
  if (upper == DATELINE_DATE_OPEN_END)
    upper = lower + 365 * day;

  {
    gint64 around = MAX ((upper - lower) / 2, day / 2);

    dateline_navigator_set_range (dateline_session_get_navigator (self->session), lower - around, upper + around);
  }
}

static void
popover_closed_cb (DatelineArticlePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
pop_up (DatelineArticlePage *self,
        GMenuModel          *menu,
        const GdkRectangle  *at)
{
  GdkRectangle here = *at;
  double x;
  double y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->text), GTK_WIDGET (self), at->x, at->y, &x, &y);
  here.x = (int) x;
  here.y = (int) y;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &here);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  /* Within the reach of the reader's actions. */
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->reader_box));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Where several marks lie over each other a click takes the innermost, and the rest is offered. */
static void
offer_all (DatelineArticlePage *self,
           guint                offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  g_autoptr(GArray) found = NULL;
  g_autoptr(GMenu) menu = NULL;
  GtkTextIter iter;
  GdkRectangle at;

  found = dateline_article_marks_find (self->marks, offset, offset + 1, dateline_article_text_get_kinds (self->text));
  if (found->len < 2)
    return;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_iter_location (view, &iter, &at);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, at.x, at.y, &at.x, &at.y);
  at.width = MAX (1, at.width);
  menu = dateline_article_menu_new_items (dateline_session_get_index (self->session), self->article, offset, NULL);
  pop_up (self, G_MENU_MODEL (menu), &at);
}

static void
mark_activated_cb (DatelineArticlePage *self,
                   guint                position,
                   guint                offset)
{
  const DatelineMark *mark = dateline_article_marks_get (self->marks, position);

  if (mark->kind == DATELINE_MARK_DATE)
    show_date (self, position);
  else
    select_here (self, mark->item, mark->passage);

  offer_all (self, offset);
}

static void
words_selected_cb (DatelineArticlePage *self,
                   DatelinePassage     *passage)
{
  DatelinePassage *old = dateline_navigator_get_passage (dateline_session_get_navigator (self->session));

  if (old != NULL && dateline_passage_compare (old, passage) == 0)
    return;

  select_here (self, NULL, passage);
}

/* The sentence where the menu was opened. */
static DatelinePassage *
dup_place (DatelineArticlePage *self)
{
  g_autoptr(DatelinePassage) letter = NULL;

  if (self->menu_offset >= dateline_article_get_length (self->article))
    return NULL;

  letter = dateline_passage_new (self->article, self->menu_offset, self->menu_offset + 1);

  return dateline_passage_dup_sentence (letter);
}

static void
menu_requested_cb (DatelineArticlePage *self,
                   guint                offset,
                   const GdkRectangle  *at)
{
  g_autoptr(DatelinePassage) place = NULL;
  g_autoptr(GMenu) menu = NULL;

  if (self->article == NULL)
    return;

  self->menu_offset = offset;
  place = dup_place (self);
  dateline_reader_box_set_place (self->reader_box, place);
  menu = dateline_article_menu_new (dateline_session_get_index (self->session), self->article, offset);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.copy",
                                 gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text))));
  pop_up (self, G_MENU_MODEL (menu), at);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit_by_name (DATELINE_ARTICLE_PAGE (widget)->text, "copy-clipboard");
}

/* The words that are selected; else what is quoted where the menu was opened; else the sentence there. */
static void
clip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineArticlePage *self = DATELINE_ARTICLE_PAGE (widget);
  DatelineClippings *clippings = dateline_session_get_clippings (self->session);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_autoptr(DatelinePassage) passage = NULL;
  GtkTextIter start;
  GtkTextIter end;
  guint position;

  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      passage = dateline_passage_new (self->article,
                                      (guint) gtk_text_iter_get_offset (&start),
                                      (guint) gtk_text_iter_get_offset (&end));
      dateline_clippings_add (clippings, NULL, passage);
      return;
    }
  if (self->menu_offset >= dateline_article_get_length (self->article))
    return;

  position = dateline_article_marks_find_shortest (self->marks, self->menu_offset,
                                                   (1u << DATELINE_MARK_QUOTE) | (1u << DATELINE_MARK_REACTION));
  if (position != DATELINE_NO_MARK)
    {
      const DatelineMark *mark = dateline_article_marks_get (self->marks, position);

      dateline_clippings_add (clippings, mark->item, mark->passage);
    }
  else
    {
      passage = dup_place (self);
      dateline_clippings_add (clippings, NULL, passage);
    }
}

/* The passage of @item at @offset; its first one here if there is none. */
static DatelinePassage *
dup_passage_at (DatelineArticlePage *self,
                DatelineItem        *item,
                guint                offset)
{
  GListModel *passages = dateline_item_get_passages (item);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);

      if (dateline_passage_get_article (passage) == self->article &&
          dateline_passage_get_start (passage) <= offset && dateline_passage_get_end (passage) > offset)
        return g_steal_pointer (&passage);
    }

  return dup_passage_here (self, item);
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  DatelineArticlePage *self = DATELINE_ARTICLE_PAGE (widget);
  g_autoptr(DatelinePassage) passage = NULL;
  DatelineItem *item;
  const char *view;
  const char *id;
  guint offset;

  g_variant_get (parameter, "(&s&su)", &view, &id, &offset);
  item = dateline_story_lookup (dateline_session_get_story (self->session), id);
  if (item == NULL || self->article == NULL)
    return;

  passage = dup_passage_at (self, item, offset);
  if (*view == '\0')
    select_here (self, item, passage);
  else
    dateline_navigator_show (dateline_session_get_navigator (self->session), view, item, passage);
}

static void
dateline_article_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DatelineArticlePage *self = DATELINE_ARTICLE_PAGE (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, dateline_article_page_get_article (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_article_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  DatelineArticlePage *self = DATELINE_ARTICLE_PAGE (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      dateline_article_page_set_article (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_article_page_dispose (GObject *object)
{
  DatelineArticlePage *self = DATELINE_ARTICLE_PAGE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  /* AdwBin would let go once more of a child that the template took away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_ARTICLE_PAGE);
  g_clear_object (&self->marks);
  g_clear_object (&self->article);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dateline_article_page_parent_class)->dispose (object);
}

static void
dateline_article_page_class_init (DatelineArticlePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_article_page_dispose;
  object_class->get_property = dateline_article_page_get_property;
  object_class->set_property = dateline_article_page_set_property;

  g_type_ensure (DATELINE_TYPE_ARTICLE_TEXT);
  g_type_ensure (DATELINE_TYPE_BADGE);
  g_type_ensure (DATELINE_TYPE_READER_BOX);

  /**
   * DatelineArticlePage:article: (nullable)
   *
   * The article.
   */
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, DATELINE_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "article.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "article.clip", NULL, clip_action);
  gtk_widget_class_install_action (widget_class, "article.show", "(ssu)", show_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePage, reader_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePage, text);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePage, headline_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePage, original_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticlePage, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, text_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, original_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_selected_cb);
  dateline_closures_bind (widget_class);
}

/* Who scrolls, by whatever means, goes where they want. */
static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          gpointer            user_data)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_SCROLL || type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    dateline_article_text_let_go (DATELINE_ARTICLE_PAGE (user_data)->text);

  return GDK_EVENT_PROPAGATE;
}

static void
dateline_article_page_init (DatelineArticlePage *self)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  self->menu_offset = DATELINE_NO_MARK;
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled_window), controller);
}

/**
 * dateline_article_page_set_context:
 * @self: a `DatelineArticlePage`
 * @session: the session
 * @settings: the reader's preferences
 *
 * Says what the page follows. Called once, before an article is set.
 */
void
dateline_article_page_set_context (DatelineArticlePage *self,
                                   DatelineSession     *session,
                                   DatelineSettings    *settings)
{
  DatelineNavigator *navigator;

  g_return_if_fail (DATELINE_IS_ARTICLE_PAGE (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (DATELINE_IS_SETTINGS (settings));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);

  g_object_bind_property (settings, "text-size", self->text, "text-size", G_BINDING_SYNC_CREATE);
  g_object_bind_property (settings, "line-height", self->text, "line-height", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (settings, "notify::text-size", G_CALLBACK (update_headline), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < DATELINE_N_MARK_KINDS; i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", mark_settings[i], NULL);

      g_signal_connect_object (settings, signal, G_CALLBACK (update_kinds), self, G_CONNECT_SWAPPED);
    }
  update_headline (self);
  update_kinds (self);
  dateline_reader_box_set_context (self->reader_box, session, self->text);

  navigator = dateline_session_get_navigator (session);
  g_signal_connect_object (navigator, "notify::selected", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::passage", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "reveal", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_article_page_get_article:
 * @self: a `DatelineArticlePage`
 *
 * The article.
 *
 * Returns: (transfer none) (nullable): the article
 */
DatelineArticle *
dateline_article_page_get_article (DatelineArticlePage *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_PAGE (self), NULL);

  return self->article;
}

/**
 * dateline_article_page_set_article:
 * @self: a `DatelineArticlePage`
 * @article: (nullable): an article of the session's story
 *
 * Changes the article.
 */
void
dateline_article_page_set_article (DatelineArticlePage *self,
                                   DatelineArticle     *article)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_PAGE (self));
  g_return_if_fail (self->session != NULL);

  if (!g_set_object (&self->article, article))
    return;

  g_clear_object (&self->marks);
  if (article != NULL)
    self->marks = dateline_article_marks_new (dateline_session_get_index (self->session), article);
  self->menu_offset = DATELINE_NO_MARK;
  dateline_reader_box_set_place (self->reader_box, NULL);
  dateline_article_text_set_article (self->text, article, self->marks);
  describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
  follow (self, TRUE);
}

/**
 * dateline_article_page_get_text:
 * @self: a `DatelineArticlePage`
 *
 * The widget of the text.
 *
 * Returns: (transfer none): the widget
 */
DatelineArticleText *
dateline_article_page_get_text (DatelineArticlePage *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_PAGE (self), NULL);

  return self->text;
}

/**
 * dateline_article_page_get_adjustment:
 * @self: a `DatelineArticlePage`
 *
 * How far the text is scrolled.
 *
 * Returns: (transfer none): the vertical adjustment
 */
GtkAdjustment *
dateline_article_page_get_adjustment (DatelineArticlePage *self)
{
  g_return_val_if_fail (DATELINE_IS_ARTICLE_PAGE (self), NULL);

  return gtk_scrolled_window_get_vadjustment (self->scrolled_window);
}

/**
 * dateline_article_page_refresh:
 * @self: a `DatelineArticlePage`
 *
 * Shows the article as it is now, where the reader is.
 */
void
dateline_article_page_refresh (DatelineArticlePage *self)
{
  DatelineNavigator *navigator;
  g_autoptr(DatelinePassage) target = NULL;

  g_return_if_fail (DATELINE_IS_ARTICLE_PAGE (self));

  if (self->article == NULL)
    return;

  navigator = dateline_session_get_navigator (self->session);
  g_clear_object (&self->marks);
  self->marks = dateline_article_marks_new (dateline_session_get_index (self->session), self->article);
  target = dup_target (self);
  dateline_article_text_refresh (self->text, self->marks);
  dateline_article_text_set_selection (self->text, dateline_navigator_get_selected (navigator), target);
  describe (self);
}
