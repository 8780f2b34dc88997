/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the story holds about one event, above all the sentences that report it, each a link to its article. */
#include "config.h"

#include "dateline-event-detail.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-closures.h"
#include "dateline-focus-keeper.h"
#include "dateline-passage-row.h"
#include "dateline-short-text.h"
#include "dateline-shown.h"
#include "dateline-wrap-box.h"

/* More reactions than this are left to the view of reactions. */
#define MAX_REACTIONS 3
#define MAX_QUOTES    12
#define MAX_EVENTS    20
#define MAX_PEOPLE    16

/* Of a story of thousands of articles, no more are told of one by one. */
#define MAX_ARTICLES 100

struct _DatelineEventDetail
{
  AdwBin parent_instance;

  DatelineSession   *session;
  DatelineEvent     *event;
  DatelineShown     *shown;

  GtkScrolledWindow *scroller;
  GtkImage          *kind_image;
  GtkLabel          *kind_label;
  GtkLabel          *title_label;
  GtkLabel          *date_label;
  GtkLabel          *precision_label;
  GtkLabel          *description_label;
  DatelineWrapBox   *people_box;
  GtkBox            *articles_box;
  GtkBox            *quotes_box;
  GtkBox            *reactions_box;
  GtkBox            *events_box;
};

enum
{
  PROP_0,
  PROP_EVENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineEventDetail, dateline_event_detail, ADW_TYPE_BIN)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_widget_set_visible (GTK_WIDGET (box), FALSE);
}

static void
append (GtkBox    *box,
        GtkWidget *child)
{
  gtk_box_append (box, child);
  gtk_widget_set_visible (GTK_WIDGET (box), TRUE);
}

static void
append_heading (GtkBox     *box,
                const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "detail-heading");
  append (box, label);
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  dateline_short_text_show (label, text, DATELINE_SHORT_TEXT_PAGE);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static GListModel *
get_related (DatelineEventDetail *self,
             DatelineItemKind     kind)
{
  return dateline_index_get_related (dateline_session_get_index (self->session), DATELINE_ITEM (self->event), kind);
}

/* -- Date -- */

/* What an interval leaves open, in words. */
static const char *
explain_interval (DatelineDate *date)
{
  gint64 start_upper;
  gint64 end_lower;
  gboolean start_doubtful;
  gboolean end_doubtful;

  dateline_date_get_ends (date, &start_upper, &end_lower, &start_doubtful, &end_doubtful);
  if (start_doubtful && end_doubtful)
    return _("Neither when it began nor when it ended is known for certain.");
  if (start_doubtful)
    return _("When it began is not known for certain.");
  if (end_doubtful)
    return _("When it ended is not known for certain.");

  return "";
}

/* What the form of the date leaves open, in words. */
static const char *
explain_date (DatelineDate *date)
{
  if (dateline_date_is_interval (date))
    return explain_interval (date);
  if (dateline_date_is_uncertain (date))
    return _("The date is not certain.");
  if (dateline_date_is_approximate (date))
    return _("The date is only approximate.");

  switch (dateline_date_get_precision (date))
    {
    case DATELINE_PRECISION_CENTURY:
      return _("Only the century is known.");
    case DATELINE_PRECISION_DECADE:
      return _("Only the decade is known.");
    case DATELINE_PRECISION_YEAR:
      return _("Only the year is known.");
    case DATELINE_PRECISION_SEASON:
      return _("Only the season is known.");
    case DATELINE_PRECISION_MONTH:
      return _("Only the month is known.");
    case DATELINE_PRECISION_DAY:
    case DATELINE_PRECISION_MINUTE:
    case DATELINE_PRECISION_SECOND:
    default:
      return "";
    }
}

static void
show_date (DatelineEventDetail *self)
{
  DatelineDate *date = dateline_event_get_date (self->event);
  g_autofree char *words = date != NULL ? dateline_date_format (date) : g_strdup (_("Date unknown"));
  const char *explanation = date != NULL ? explain_date (date) : NULL;

  set_label (self->date_label, words);
  set_label (self->precision_label, explanation);
}

static void
show_kind (DatelineEventDetail *self)
{
  const char *category = dateline_event_get_category (self->event);
  const char *name = dateline_closures_get_category_name (category);
  const char *place = dateline_event_get_place (self->event);
  g_autofree char *text = NULL;

  gtk_image_set_from_icon_name (self->kind_image, dateline_closures_get_category_icon (category));
  if (name != NULL && *name != '\0' && place != NULL && *place != '\0')
    /* Translators: the kind of an event and its place: "Court · Moscow" */
    text = g_strdup_printf (C_("event", "%s · %s"), name, place);
  else
    text = g_strdup (name != NULL && *name != '\0' ? name : place);
  set_label (self->kind_label, text);
}

/* -- People -- */

static void
person_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  DatelineEventDetail *self = DATELINE_EVENT_DETAIL (user_data);

  dateline_navigator_show (dateline_session_get_navigator (self->session), "people",
                           g_object_get_data (G_OBJECT (button), "item"), NULL);
}

static void
show_people (DatelineEventDetail *self)
{
  GListModel *people = dateline_event_get_participants (self->event);
  guint n = g_list_model_get_n_items (people);

  dateline_wrap_box_clear (self->people_box);
  for (guint i = 0; i < MIN (n, MAX_PEOPLE); i++)
    {
      g_autoptr(DatelinePerson) person = g_list_model_get_item (people, i);
      GtkWidget *button = gtk_button_new ();
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      dateline_short_text_show (GTK_LABEL (label), dateline_person_get_name (person), DATELINE_SHORT_TEXT_LINE);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "detail-chip");
      dateline_short_text_tooltip (button, dateline_person_get_role (person));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_person_get_name (person),
                                      -1);
      g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (person), g_object_unref);
      g_signal_connect (button, "clicked", G_CALLBACK (person_clicked_cb), self);
      dateline_wrap_box_append (self->people_box, button);
    }
  if (n > MAX_PEOPLE)
    {
      /* Translators: so many more people took part */
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_PEOPLE), n - MAX_PEOPLE);

      dateline_wrap_box_append (self->people_box, gtk_label_new (more));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->people_box), n > 0);
}

/* -- Articles -- */

static void
append_article (DatelineEventDetail *self,
                DatelineArticle     *article)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *headline = gtk_label_new (NULL);
  GListModel *passages = dateline_item_get_passages (DATELINE_ITEM (self->event));

  gtk_label_set_xalign (GTK_LABEL (headline), 0);
  gtk_label_set_wrap (GTK_LABEL (headline), TRUE);
  gtk_label_set_lines (GTK_LABEL (headline), 2);
  gtk_label_set_ellipsize (GTK_LABEL (headline), PANGO_ELLIPSIZE_END);
  dateline_short_text_show (GTK_LABEL (headline), dateline_article_get_headline (article), DATELINE_SHORT_TEXT_LINE);
  dateline_short_text_tooltip (headline, dateline_article_get_headline (article));
  gtk_widget_add_css_class (headline, "caption-heading");
  gtk_box_append (GTK_BOX (header), dateline_badge_new (article, FALSE));
  gtk_box_append (GTK_BOX (header), headline);
  gtk_widget_add_css_class (header, "detail-article");
  append (self->articles_box, header);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, i);
      g_autoptr(DatelinePassage) sentence = NULL;

      if (dateline_passage_get_article (passage) != article)
        continue;

      sentence = dateline_passage_dup_sentence (passage);
      append (self->articles_box,
              dateline_passage_row_new (self->session, DATELINE_ITEM (self->event), passage,
                                        dateline_passage_get_exact (sentence != NULL ? sentence : passage), NULL));
    }
}

static void
append_silent (DatelineEventDetail *self,
               GListModel          *articles)
{
  GtkWidget *box = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (articles, i);

      if (dateline_item_is_in_article (DATELINE_ITEM (self->event), article))
        continue;

      if (box == NULL)
        {
          GtkWidget *label = gtk_label_new (_("Silent about this:"));

          box = dateline_wrap_box_new ();
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
          dateline_wrap_box_append (DATELINE_WRAP_BOX (box), label);
          gtk_widget_add_css_class (box, "detail-silent");
        }
      dateline_wrap_box_append (DATELINE_WRAP_BOX (box), dateline_badge_new (article, TRUE));
    }

  if (box != NULL)
    append (self->articles_box, box);
}

static void
show_articles (DatelineEventDetail *self)
{
  GListModel *articles = dateline_story_get_articles (dateline_session_get_story (self->session));
  g_autoptr(GPtrArray) reporting = dateline_item_dup_articles (DATELINE_ITEM (self->event));
  guint n = g_list_model_get_n_items (articles);
  guint n_reporting = reporting->len;

  clear_box (self->articles_box);
  if (n_reporting == 1 && n > 1)
    {
      /* Translators: %s is the letter of an article */
      g_autofree char *text = g_strdup_printf (_("Only Article %s Reports This"), dateline_article_get_badge (g_ptr_array_index (reporting, 0)));

      append_heading (self->articles_box, text);
    }
  else if (n_reporting > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u of %u Article Reports This", "%u of %u Articles Report This", n), n_reporting, n);

      append_heading (self->articles_box, text);
    }
  else if (n > 0)
    {
      append_heading (self->articles_box, _("No Article Reports This"));
    }

  for (guint i = 0; i < MIN (n_reporting, MAX_ARTICLES); i++)
    append_article (self, g_ptr_array_index (reporting, i));
  if (n <= MAX_ARTICLES)
    append_silent (self, articles);
}

/* -- Quotes, reactions, events -- */

static void
show_quotes (DatelineEventDetail *self)
{
  GListModel *quotes = get_related (self, DATELINE_ITEM_QUOTE);
  guint n = g_list_model_get_n_items (quotes);

  clear_box (self->quotes_box);
  if (n > 0)
    append_heading (self->quotes_box, _("Said Here"));
  for (guint i = 0; i < MIN (n, MAX_QUOTES); i++)
    {
      g_autoptr(DatelineQuote) quote = g_list_model_get_item (quotes, i);
      g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (DATELINE_ITEM (quote));
      DatelinePerson *speaker = dateline_quote_get_speaker (quote);
      g_autofree char *text = NULL;

      if (passage == NULL)
        continue;
      /* Translators: the marks around a quotation */
      text = dateline_quote_get_direct (quote) ? g_strdup_printf (C_("quotation", "“%s”"), dateline_quote_get_text (quote))
                                               : g_strdup (dateline_quote_get_text (quote));
      append (self->quotes_box,
              dateline_passage_row_new (self->session, DATELINE_ITEM (quote), passage, text,
                                        speaker != NULL ? dateline_person_get_name (speaker) : NULL));
    }
}

static void
reactions_clicked_cb (DatelineEventDetail *self)
{
  GListModel *reactions = get_related (self, DATELINE_ITEM_REACTION);
  g_autoptr(DatelineItem) first = g_list_model_get_item (reactions, 0);

  dateline_navigator_show (dateline_session_get_navigator (self->session), "reactions", first, NULL);
}

static void
show_reactions (DatelineEventDetail *self)
{
  GListModel *reactions = get_related (self, DATELINE_ITEM_REACTION);
  guint n = g_list_model_get_n_items (reactions);

  clear_box (self->reactions_box);
  if (n > 0)
    append_heading (self->reactions_box, _("Reactions"));
  for (guint i = 0; i < MIN (n, MAX_REACTIONS); i++)
    {
      g_autoptr(DatelineReaction) reaction = g_list_model_get_item (reactions, i);
      g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (DATELINE_ITEM (reaction));
      DatelinePerson *author = dateline_reaction_get_author (reaction);

      if (passage != NULL)
        append (self->reactions_box,
                dateline_passage_row_new (self->session, DATELINE_ITEM (reaction), passage,
                                          dateline_reaction_get_text (reaction),
                                          author != NULL ? dateline_person_get_name (author) : NULL));
    }
  if (n > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("Show %u Reaction", "Show All %u Reactions", n), n);
      GtkWidget *button = gtk_button_new_with_label (text);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (reactions_clicked_cb), self);
      append (self->reactions_box, button);
    }
}

static void
event_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  DatelineEventDetail *self = DATELINE_EVENT_DETAIL (user_data);

  dateline_navigator_select (dateline_session_get_navigator (self->session),
                             g_object_get_data (G_OBJECT (button), "item"), NULL);
}

static void
append_event (DatelineEventDetail *self,
              DatelineEvent       *event)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *image = gtk_image_new_from_icon_name (dateline_closures_get_category_icon (dateline_event_get_category (event)));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  dateline_short_text_show (GTK_LABEL (label), dateline_event_get_title (event), DATELINE_SHORT_TEXT_LINE);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "passage-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_event_get_title (event), -1);
  g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (event), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (event_clicked_cb), self);
  append (self->events_box, button);
}

static void
show_events (DatelineEventDetail *self)
{
  GListModel *events = get_related (self, DATELINE_ITEM_EVENT);
  DatelineEvent *whole = dateline_event_get_part_of (self->event);
  guint n = g_list_model_get_n_items (events);
  gboolean started = FALSE;

  clear_box (self->events_box);
  if (whole != NULL)
    {
      append_heading (self->events_box, _("Part Of"));
      append_event (self, whole);
    }
  for (guint i = 0; i < MIN (n, MAX_EVENTS); i++)
    {
      g_autoptr(DatelineEvent) event = g_list_model_get_item (events, i);

      if (dateline_event_get_part_of (event) != self->event)
        continue;
      if (!started)
        append_heading (self->events_box, _("What Happened in It"));
      started = TRUE;
      append_event (self, event);
    }
}

static void
dateline_event_detail_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DatelineEventDetail *self = DATELINE_EVENT_DETAIL (object);

  switch (prop_id)
    {
    case PROP_EVENT:
      g_value_set_object (value, self->event);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_event_detail_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_EVENT:
      dateline_event_detail_set_event (DATELINE_EVENT_DETAIL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_event_detail_dispose (GObject *object)
{
  DatelineEventDetail *self = DATELINE_EVENT_DETAIL (object);

  /* The template would unparent its child without the bin's knowledge. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_EVENT_DETAIL);
  g_clear_object (&self->session);
  g_clear_object (&self->event);
  g_clear_pointer (&self->shown, dateline_shown_free);

  G_OBJECT_CLASS (dateline_event_detail_parent_class)->dispose (object);
}

static void
dateline_event_detail_class_init (DatelineEventDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_event_detail_dispose;
  object_class->get_property = dateline_event_detail_get_property;
  object_class->set_property = dateline_event_detail_set_property;

  /**
   * DatelineEventDetail:event: (nullable)
   *
   * The event that is shown.
   */
  properties[PROP_EVENT] =
    g_param_spec_object ("event", NULL, NULL, DATELINE_TYPE_EVENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DATELINE_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-event-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, kind_image);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, kind_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, date_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, precision_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, description_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, people_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, articles_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, quotes_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, reactions_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineEventDetail, events_box);
}

static void
dateline_event_detail_init (DatelineEventDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static DatelineShown *
list_shown (DatelineEventDetail *self)
{
  GListModel *articles = dateline_story_get_articles (dateline_session_get_story (self->session));
  DatelineShown *shown = dateline_shown_new ();

  dateline_shown_add (shown, DATELINE_ITEM (self->event));
  dateline_shown_add_list (shown, articles,
                           g_list_model_get_n_items (articles) <= MAX_ARTICLES ? MAX_ARTICLES : 0);
  dateline_shown_add_list (shown, get_related (self, DATELINE_ITEM_QUOTE), MAX_QUOTES);
  dateline_shown_add_list (shown, get_related (self, DATELINE_ITEM_REACTION), MAX_REACTIONS);
  dateline_shown_add_list (shown, get_related (self, DATELINE_ITEM_EVENT), MAX_EVENTS);

  return shown;
}

static void
show_event (DatelineEventDetail *self)
{
  show_kind (self);
  set_label (self->title_label, dateline_event_get_title (self->event));
  show_date (self);
  set_label (self->description_label, dateline_event_get_description (self->event));
  show_people (self);
  show_articles (self);
  show_quotes (self);
  show_reactions (self);
  show_events (self);
}

/**
 * dateline_event_detail_set_session:
 * @self: a `DatelineEventDetail`
 * @session: the session that its events are of
 *
 * Says where events come from. Called once, before the first event.
 */
void
dateline_event_detail_set_session (DatelineEventDetail *self,
                                   DatelineSession     *session)
{
  g_return_if_fail (DATELINE_IS_EVENT_DETAIL (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));

  g_set_object (&self->session, session);
}

/**
 * dateline_event_detail_get_event:
 * @self: a `DatelineEventDetail`
 *
 * The event that is shown.
 *
 * Returns: (transfer none) (nullable): the event
 */
DatelineEvent *
dateline_event_detail_get_event (DatelineEventDetail *self)
{
  g_return_val_if_fail (DATELINE_IS_EVENT_DETAIL (self), NULL);

  return self->event;
}

/**
 * dateline_event_detail_set_event:
 * @self: a `DatelineEventDetail`
 * @event: (nullable): an event of the session
 *
 * Shows an event.
 */
void
dateline_event_detail_set_event (DatelineEventDetail *self,
                                 DatelineEvent       *event)
{
  g_return_if_fail (DATELINE_IS_EVENT_DETAIL (self));
  g_return_if_fail (event == NULL || (DATELINE_IS_EVENT (event) && self->session != NULL));

  if (!g_set_object (&self->event, event))
    return;

  g_clear_pointer (&self->shown, dateline_shown_free);
  if (event != NULL)
    {
      self->shown = list_shown (self);
      show_event (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVENT]);
}

/**
 * dateline_event_detail_refresh:
 * @self: a `DatelineEventDetail`
 *
 * Tells of the event what the story now does, and stays where the reader is.
 */
void
dateline_event_detail_refresh (DatelineEventDetail *self)
{
  g_return_if_fail (DATELINE_IS_EVENT_DETAIL (self));

  if (self->event == NULL || !dateline_shown_replace (&self->shown, list_shown (self), GTK_WIDGET (self)))
    return;

  dateline_focus_keeper_hold (GTK_WIDGET (self));
  show_event (self);
}
