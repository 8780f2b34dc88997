/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that the story tells of one person, each thing one click from its sentence. */
#include "config.h"

#include "dateline-person-page.h"

#include <glib/gi18n.h>

#include "dateline-account.h"
#include "dateline-bar-chart.h"
#include "dateline-claim.h"
#include "dateline-closures.h"
#include "dateline-context-menu.h"
#include "dateline-fact-list.h"
#include "dateline-focus-keeper.h"
#include "dateline-passage-chip.h"
#include "dateline-portrait.h"
#include "dateline-short-text.h"
#include "dateline-shown.h"
#include "dateline-wrap-box.h"

/* Chips of one sort that are shown; a court with a thousand guests is listed elsewhere. */
#define MAX_COMPANIONS 24
#define MAX_SPELLINGS  48

struct _DatelinePersonPage
{
  AdwBin parent_instance;

  DatelineSession   *session;
  DatelinePerson    *person;
  DatelineShown     *shown;
  char              *open_article; /* id of the article whose sentences are listed, or NULL */
  GtkScrolledWindow *scrolled_window;
  AdwAvatar         *avatar;
  GtkLabel          *name_label;
  GtkLabel          *role_label;
  GtkImage          *kind_image;
  GtkLabel          *kind_label;
  GtkLabel          *description_label;
  GtkMenuButton     *menu_button;
  GtkWidget         *spellings_section;
  DatelineWrapBox   *spellings_box;
  GtkLabel          *unused_label;
  GtkWidget         *companions_section;
  DatelineWrapBox   *companions_box;
  GtkWidget         *mentions_section;
  GtkWidget         *mentions_box;
  DatelineBarChart  *mentions_chart;
  DatelineFactList  *mentions_list;
  DatelineFactList  *quotes_list;
  DatelineFactList  *events_list;
  DatelineFactList  *reactions_list;
  DatelineFactList  *about_list;
  GtkWidget         *claims_section;
  GtkWidget         *claims_box;
};

G_DEFINE_FINAL_TYPE (DatelinePersonPage, dateline_person_page, ADW_TYPE_BIN)

static const char *
get_kind_icon (DatelinePersonKind kind)
{
  switch (kind)
    {
    case DATELINE_PERSON_KIND_ORGANISATION:
      return "dateline-organisation-symbolic";
    case DATELINE_PERSON_KIND_GROUP:
      return "dateline-group-symbolic";
    case DATELINE_PERSON_KIND_PERSON:
    default:
      return "dateline-person-symbolic";
    }
}

static const char *
get_kind_name (DatelinePersonKind kind)
{
  switch (kind)
    {
    case DATELINE_PERSON_KIND_ORGANISATION:
      return C_("kind of person", "Organisation");
    case DATELINE_PERSON_KIND_GROUP:
      return C_("kind of person", "Group");
    case DATELINE_PERSON_KIND_PERSON:
    default:
      return C_("kind of person", "Person");
    }
}

static void
set_or_hide (GtkLabel   *label,
             const char *text)
{
  dateline_short_text_show (label, text, DATELINE_SHORT_TEXT_PAGE);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_kind_text (DatelinePersonPage *self)
{
  guint n = g_list_model_get_n_items (dateline_item_get_passages (DATELINE_ITEM (self->person)));
  guint n_articles = g_list_model_get_n_items (dateline_index_get_articles (dateline_session_get_index (self->session),
                                                                            DATELINE_ITEM (self->person)));
  const char *kind = get_kind_name (dateline_person_get_person_kind (self->person));
  g_autofree char *mentions = NULL;
  g_autofree char *articles = NULL;

  if (n == 0)
    return g_strdup (kind);

  mentions = g_strdup_printf (ngettext ("%'u mention", "%'u mentions", n), n);
  articles = g_strdup_printf (ngettext ("in %'u article", "in %'u articles", n_articles), n_articles);

  /* Translators: the kind of a person, how often and in how many articles: "Group · 5 mentions in 2 articles" */
  return g_strdup_printf (_("%s · %s %s"), kind, mentions, articles);
}

static void
fill_header (DatelinePersonPage *self)
{
  const char *name = dateline_person_get_name (self->person);
  DatelinePersonKind kind = dateline_person_get_person_kind (self->person);
  g_autofree char *text = dup_kind_text (self);
  g_autoptr(GMenuModel) menu = dateline_context_menu_create_section (DATELINE_ITEM (self->person));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  adw_avatar_set_text (self->avatar, name);
  dateline_short_text_show (self->name_label, name, DATELINE_SHORT_TEXT_PARAGRAPH);
  set_or_hide (self->role_label, dateline_person_get_role (self->person));
  set_or_hide (self->description_label, dateline_person_get_description (self->person));
  gtk_image_set_from_icon_name (self->kind_image, get_kind_icon (kind));
  gtk_label_set_label (self->kind_label, text);
}

/* Names that the file gives and no article uses as they are: without a sentence to lead to, but not withheld. */
static void
fill_unused (DatelinePersonPage *self,
             GPtrArray          *spellings)
{
  const char * const *aliases = dateline_person_get_aliases (self->person);
  g_autoptr(GPtrArray) unused = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    {
      gboolean used = FALSE;

      for (guint j = 0; j < spellings->len && !used; j++)
        used = g_str_equal (aliases[i], ((DatelineSpelling *) g_ptr_array_index (spellings, j))->text);
      if (!used)
        g_ptr_array_add (unused, (gpointer) aliases[i]);
    }
  if (unused->len > 0)
    {
      g_ptr_array_add (unused, NULL);
      names = g_strjoinv (", ", (char **) unused->pdata);
      text = g_strdup_printf (_("Also %s"), names);
    }

  set_or_hide (self->unused_label, text);
}

static void
fill_spellings (DatelinePersonPage *self)
{
  g_autoptr(GPtrArray) spellings = dateline_portrait_dup_spellings (self->person);

  dateline_wrap_box_clear (self->spellings_box);
  for (guint i = 0; i < MIN (spellings->len, MAX_SPELLINGS); i++)
    {
      DatelineSpelling *spelling = g_ptr_array_index (spellings, i);

      dateline_wrap_box_append (self->spellings_box,
                                dateline_passage_chip_new (self->session, DATELINE_ITEM (self->person),
                                                           spelling->passage, spelling->text, spelling->count));
    }
  fill_unused (self, spellings);
  gtk_widget_set_visible (self->spellings_section,
                          spellings->len > 0 || gtk_widget_get_visible (GTK_WIDGET (self->unused_label)));
}

static void
companion_clicked_cb (GtkWidget *chip,
                      gpointer   user_data)
{
  DatelinePersonPage *self = DATELINE_PERSON_PAGE (user_data);

  dateline_navigator_show (dateline_session_get_navigator (self->session), "people",
                           g_object_get_data (G_OBJECT (chip), "person"), NULL);
}

static GtkWidget *
create_companion (DatelinePersonPage *self,
                  DatelineCompanion  *companion)
{
  const char *name = dateline_person_get_name (companion->person);
  g_autofree char *count = g_strdup_printf ("%'u", companion->n_events + companion->n_sentences);
  g_autofree char *events = g_strdup_printf (ngettext ("%'u event", "%'u events", companion->n_events),
                                             companion->n_events);
  g_autofree char *sentences = g_strdup_printf (ngettext ("%'u sentence", "%'u sentences", companion->n_sentences),
                                                companion->n_sentences);
  /* Translators: a person, and how many events and sentences they share with the person shown */
  g_autofree char *text = g_strdup_printf (_("%s: %s and %s together"), name, events, sentences);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *avatar = adw_avatar_new (20, name, TRUE);
  GtkWidget *name_label = gtk_label_new (NULL);
  GtkWidget *count_label = gtk_label_new (count);

  gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_END);
  dateline_short_text_show (GTK_LABEL (name_label), name, DATELINE_SHORT_TEXT_LINE);
  gtk_label_set_max_width_chars (GTK_LABEL (name_label), 32);
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_widget_add_css_class (count_label, "dim-label");
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), count_label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "companion");
  dateline_short_text_tooltip (chip, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  g_object_set_data_full (G_OBJECT (chip), "person", g_object_ref (companion->person), g_object_unref);
  g_signal_connect (chip, "clicked", G_CALLBACK (companion_clicked_cb), self);

  return chip;
}

static void
fill_companions (DatelinePersonPage *self)
{
  g_autoptr(GPtrArray) companions = dateline_portrait_dup_companions (self->person,
                                                                      dateline_session_get_index (self->session));

  dateline_wrap_box_clear (self->companions_box);
  for (guint i = 0; i < MIN (companions->len, MAX_COMPANIONS); i++)
    dateline_wrap_box_append (self->companions_box, create_companion (self, g_ptr_array_index (companions, i)));
  gtk_widget_set_visible (self->companions_section, companions->len > 0);
}

/* Returns: (transfer full): how often each article names the person, where any does */
static GHashTable *
count_mentions (DatelinePersonPage *self)
{
  GListModel *mentions = dateline_item_get_passages (DATELINE_ITEM (self->person));
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(DatelinePassage) mention = g_list_model_get_item (mentions, i);
      DatelineArticle *article = dateline_passage_get_article (mention);

      g_hash_table_insert (counts, article, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, article)) + 1));
    }

  return counts;
}

static void
update_mentions (DatelinePersonPage *self)
{
  g_autoptr(GHashTable) counts = count_mentions (self);
  g_autoptr(GListModel) open = NULL;
  GHashTableIter iter;
  gpointer article;
  gpointer count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &article, &count))
    {
      guint n = GPOINTER_TO_UINT (count);
      const char *id = dateline_item_get_id (article);
      gboolean active = g_strcmp0 (id, self->open_article) == 0;
      /* Translators: the headline of an article and how often it names a person */
      g_autofree char *name = g_strdup_printf (ngettext ("%s: %'u mention", "%s: %'u mentions", n),
                                               dateline_article_get_headline (article), n);

      dateline_bar_chart_set (self->mentions_chart, id, n, name, active);
      if (active)
        open = dateline_portrait_dup_mentions (self->person, article);
    }

  dateline_fact_list_set_facts (self->mentions_list, self->session, DATELINE_ITEM (self->person), open);
}

static void
fill_mentions (DatelinePersonPage *self)
{
  g_autoptr(GPtrArray) articles = dateline_item_dup_articles (DATELINE_ITEM (self->person));

  dateline_bar_chart_clear (self->mentions_chart);
  for (guint i = 0; i < articles->len; i++)
    {
      DatelineArticle *article = g_ptr_array_index (articles, i);

      dateline_bar_chart_add (self->mentions_chart, dateline_item_get_id (DATELINE_ITEM (article)),
                              dateline_article_get_headline (article), article);
    }
  gtk_widget_set_visible (self->mentions_section, articles->len > 0);
  update_mentions (self);
}

static void
article_picked_cb (DatelinePersonPage *self,
                   const char         *id)
{
  gboolean close = g_strcmp0 (self->open_article, id) == 0;

  g_free (self->open_article);
  self->open_article = close ? NULL : g_strdup (id);
  update_mentions (self);
}

static void
claim_clicked_cb (GtkWidget *button,
                  gpointer   user_data)
{
  DatelinePersonPage *self = DATELINE_PERSON_PAGE (user_data);

  dateline_navigator_show (dateline_session_get_navigator (self->session), "compare",
                           g_object_get_data (G_OBJECT (button), "claim"), NULL);
}

static GtkWidget *
create_claim (DatelinePersonPage *self,
              DatelineClaim      *claim)
{
  GListModel *accounts = dateline_claim_get_accounts (claim);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *chips = dateline_wrap_box_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  dateline_short_text_show (GTK_LABEL (label), dateline_claim_get_question (claim), DATELINE_SHORT_TEXT_PARAGRAPH);
  /* Where letters join, a label is wrong about how narrow it can get; it never has to get as narrow as that. */
  gtk_widget_set_size_request (label, 48, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "link-like");
  gtk_widget_set_tooltip_text (button, _("Compare What the Articles Say"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_claim_get_question (claim),
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "claim", g_object_ref (claim), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (claim_clicked_cb), self);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(DatelineAccount) account = g_list_model_get_item (accounts, i);
      g_autoptr(DatelinePassage) passage = dateline_item_dup_first_passage (DATELINE_ITEM (account));

      if (passage != NULL)
        dateline_wrap_box_append (DATELINE_WRAP_BOX (chips),
                                  dateline_passage_chip_new (self->session, DATELINE_ITEM (account), passage,
                                                             dateline_account_get_wording (account), 0));
    }

  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_widget_add_css_class (box, "person-claim");

  return box;
}

static GListModel *
get_related (DatelinePersonPage *self,
             DatelineItemKind    kind)
{
  return dateline_index_get_related (dateline_session_get_index (self->session), DATELINE_ITEM (self->person), kind);
}

static void
fill_claims (DatelinePersonPage *self)
{
  GListModel *claims = get_related (self, DATELINE_ITEM_CLAIM);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->claims_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->claims_box), child);
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr(DatelineClaim) claim = g_list_model_get_item (claims, i);

      gtk_box_append (GTK_BOX (self->claims_box), create_claim (self, claim));
    }
  gtk_widget_set_visible (self->claims_section, g_list_model_get_n_items (claims) > 0);
}

static void
add_companions (DatelinePersonPage *self,
                DatelineShown      *shown)
{
  g_autoptr(GPtrArray) companions = dateline_portrait_dup_companions (self->person,
                                                                      dateline_session_get_index (self->session));

  for (guint i = 0; i < MIN (companions->len, MAX_COMPANIONS); i++)
    {
      DatelineCompanion *companion = g_ptr_array_index (companions, i);

      dateline_shown_add (shown, DATELINE_ITEM (companion->person));
      dateline_shown_add_number (shown, companion->n_events);
      dateline_shown_add_number (shown, companion->n_sentences);
    }
}

static void
add_claims (DatelinePersonPage *self,
            DatelineShown      *shown)
{
  GListModel *claims = get_related (self, DATELINE_ITEM_CLAIM);

  dateline_shown_add_list (shown, claims, G_MAXUINT);
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr(DatelineClaim) claim = g_list_model_get_item (claims, i);

      dateline_shown_add_list (shown, dateline_claim_get_accounts (claim), G_MAXUINT);
    }
}

/* What fill() shows, in an order of its own. The mentions are those of the person. */
static DatelineShown *
list_shown (DatelinePersonPage *self)
{
  DatelineIndex *index = dateline_session_get_index (self->session);
  DatelineStory *story = dateline_session_get_story (self->session);
  g_autoptr(GListModel) quotes = dateline_portrait_dup_quotes_by (self->person, index);
  g_autoptr(GListModel) about = dateline_portrait_dup_quotes_about (self->person, story);
  DatelineShown *shown = dateline_shown_new ();

  dateline_shown_add (shown, DATELINE_ITEM (self->person));
  dateline_shown_add_list (shown, quotes, dateline_fact_list_get_max (self->quotes_list));
  dateline_shown_add_list (shown, get_related (self, DATELINE_ITEM_EVENT), dateline_fact_list_get_max (self->events_list));
  dateline_shown_add_list (shown, get_related (self, DATELINE_ITEM_REACTION), dateline_fact_list_get_max (self->reactions_list));
  dateline_shown_add_list (shown, about, dateline_fact_list_get_max (self->about_list));
  add_claims (self, shown);
  add_companions (self, shown);

  return shown;
}

static void
fill (DatelinePersonPage *self)
{
  DatelineIndex *index = dateline_session_get_index (self->session);
  DatelineStory *story = dateline_session_get_story (self->session);
  DatelineItem *item = DATELINE_ITEM (self->person);
  g_autoptr(GListModel) quotes = dateline_portrait_dup_quotes_by (self->person, index);
  g_autoptr(GListModel) about = dateline_portrait_dup_quotes_about (self->person, story);

  fill_header (self);
  fill_spellings (self);
  fill_companions (self);
  fill_mentions (self);
  dateline_fact_list_set_facts (self->quotes_list, self->session, item, quotes);
  dateline_fact_list_set_facts (self->events_list, self->session, item,
                                get_related (self, DATELINE_ITEM_EVENT));
  dateline_fact_list_set_facts (self->reactions_list, self->session, item,
                                get_related (self, DATELINE_ITEM_REACTION));
  dateline_fact_list_set_facts (self->about_list, self->session, item, about);
  fill_claims (self);
}

static void
dateline_person_page_dispose (GObject *object)
{
  DatelinePersonPage *self = DATELINE_PERSON_PAGE (object);

  g_clear_object (&self->person);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, dateline_shown_free);

  G_OBJECT_CLASS (dateline_person_page_parent_class)->dispose (object);
}

static void
dateline_person_page_finalize (GObject *object)
{
  DatelinePersonPage *self = DATELINE_PERSON_PAGE (object);

  g_clear_pointer (&self->open_article, g_free);

  G_OBJECT_CLASS (dateline_person_page_parent_class)->finalize (object);
}

static void
dateline_person_page_class_init (DatelinePersonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_person_page_dispose;
  object_class->finalize = dateline_person_page_finalize;

  g_type_ensure (DATELINE_TYPE_FACT_LIST);
  g_type_ensure (DATELINE_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, role_label);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, kind_image);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, description_label);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, spellings_section);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, spellings_box);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, unused_label);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, companions_section);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, companions_box);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, mentions_section);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, mentions_box);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, mentions_list);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, quotes_list);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, events_list);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, reactions_list);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, about_list);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, claims_section);
  gtk_widget_class_bind_template_child (widget_class, DatelinePersonPage, claims_box);
}

static void
dateline_person_page_init (DatelinePersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->mentions_chart = DATELINE_BAR_CHART (dateline_bar_chart_new (_("Mentions")));
  gtk_box_prepend (GTK_BOX (self->mentions_box), GTK_WIDGET (self->mentions_chart));
  g_signal_connect_object (self->mentions_chart, "picked", G_CALLBACK (article_picked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_person_page_set_session:
 * @self: a `DatelinePersonPage`
 * @session: the session that the story is shown by
 *
 * Says whose story it is. To be called once, before a person is set.
 */
void
dateline_person_page_set_session (DatelinePersonPage *self,
                                  DatelineSession    *session)
{
  g_return_if_fail (DATELINE_IS_PERSON_PAGE (self));
  g_return_if_fail (DATELINE_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}

/**
 * dateline_person_page_get_person:
 * @self: a `DatelinePersonPage`
 *
 * Whose page it is.
 *
 * Returns: (transfer none) (nullable): the person
 */
DatelinePerson *
dateline_person_page_get_person (DatelinePersonPage *self)
{
  g_return_val_if_fail (DATELINE_IS_PERSON_PAGE (self), NULL);

  return self->person;
}

/**
 * dateline_person_page_set_person:
 * @self: a `DatelinePersonPage`
 * @person: whose page to show
 *
 * Turns to the page of a person, at its top. After the story changed, dateline_person_page_refresh() is to be called.
 */
void
dateline_person_page_set_person (DatelinePersonPage *self,
                                 DatelinePerson     *person)
{
  g_return_if_fail (DATELINE_IS_PERSON_PAGE (self));
  g_return_if_fail (DATELINE_IS_PERSON (person));
  g_return_if_fail (self->session != NULL);

  if (!g_set_object (&self->person, person))
    return;

  g_clear_pointer (&self->open_article, g_free);
  g_clear_pointer (&self->shown, dateline_shown_free);
  fill (self);
  self->shown = list_shown (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

/**
 * dateline_person_page_refresh:
 * @self: a `DatelinePersonPage`
 *
 * Tells of the person what the story now does, and stays where the reader is.
 */
void
dateline_person_page_refresh (DatelinePersonPage *self)
{
  g_return_if_fail (DATELINE_IS_PERSON_PAGE (self));

  if (self->person == NULL || !dateline_shown_replace (&self->shown, list_shown (self), GTK_WIDGET (self)))
    return;

  dateline_focus_keeper_hold (GTK_WIDGET (self));
  fill (self);
}
