/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letter and colour that stand for an article everywhere: filled where it reports something, hollow where it is
 * silent. */
#include "config.h"

#include "dateline-badge.h"

#include "dateline-short-text.h"

#include <glib/gi18n.h>

/* The classes badge-0 to badge-7 of the style sheet. */
#define N_COLOURS 8

struct _DatelineBadge
{
  GtkWidget parent_instance;

  DatelineArticle *article;
  GtkWidget       *label;
  gboolean         hollow;
};

enum
{
  PROP_0,
  PROP_ARTICLE,
  PROP_HOLLOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineBadge, dateline_badge, GTK_TYPE_WIDGET)

static void
update (DatelineBadge *self)
{
  g_autofree char *description = NULL;
  const char *headline;

  for (guint i = 0; i < N_COLOURS; i++)
    {
      g_autofree char *name = g_strdup_printf ("badge-%u", i);

      if (self->article != NULL && dateline_article_get_position (self->article) % N_COLOURS == i)
        gtk_widget_add_css_class (GTK_WIDGET (self), name);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), name);
    }

  if (self->article == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->label), "");
      return;
    }

  headline = dateline_article_get_headline (self->article);
  if (self->hollow)
    /* Translators: %s is the headline of an article that says nothing about something */
    description = g_strdup_printf (_("Not in “%s”"), headline);
  else
    /* Translators: %s is the headline of an article that reports something */
    description = g_strdup_printf (_("In “%s”"), headline);

  gtk_label_set_label (GTK_LABEL (self->label), dateline_article_get_badge (self->article));
  dateline_short_text_tooltip (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

static void
dateline_badge_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DatelineBadge *self = DATELINE_BADGE (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_HOLLOW:
      g_value_set_boolean (value, self->hollow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_badge_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DatelineBadge *self = DATELINE_BADGE (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      dateline_badge_set_article (self, g_value_get_object (value));
      break;
    case PROP_HOLLOW:
      dateline_badge_set_hollow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_badge_dispose (GObject *object)
{
  DatelineBadge *self = DATELINE_BADGE (object);

  if (self->article != NULL)
    g_signal_handlers_disconnect_by_func (self->article, update, self);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (dateline_badge_parent_class)->dispose (object);
}

static void
dateline_badge_class_init (DatelineBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_badge_dispose;
  object_class->get_property = dateline_badge_get_property;
  object_class->set_property = dateline_badge_set_property;

  /**
   * DatelineBadge:article: (nullable)
   *
   * The article that the badge stands for.
   */
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, DATELINE_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineBadge:hollow:
   *
   * Whether the article is silent here.
   */
  properties[PROP_HOLLOW] =
    g_param_spec_boolean ("hollow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dateline_badge_init (DatelineBadge *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * dateline_badge_new:
 * @article: the article that the badge stands for
 * @hollow: whether it is silent
 *
 * Creates a badge.
 *
 * Returns: (transfer floating): a new badge
 */
GtkWidget *
dateline_badge_new (DatelineArticle *article,
                    gboolean         hollow)
{
  return g_object_new (DATELINE_TYPE_BADGE,
                       "article", article,
                       "hollow", hollow,
                       NULL);
}

/**
 * dateline_badge_set_article:
 * @self: a `DatelineBadge`
 * @article: (nullable): the article that the badge stands for
 *
 * Changes the article.
 */
void
dateline_badge_set_article (DatelineBadge   *self,
                            DatelineArticle *article)
{
  g_return_if_fail (DATELINE_IS_BADGE (self));
  g_return_if_fail (article == NULL || DATELINE_IS_ARTICLE (article));

  if (self->article == article)
    return;

  if (self->article != NULL)
    g_signal_handlers_disconnect_by_func (self->article, update, self);
  g_set_object (&self->article, article);
  if (article != NULL)
    {
      g_signal_connect_object (article, "notify::headline", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (article, "notify::position", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/**
 * dateline_badge_set_hollow:
 * @self: a `DatelineBadge`
 * @hollow: whether the article is silent here
 *
 * Fills or empties the badge.
 */
void
dateline_badge_set_hollow (DatelineBadge *self,
                           gboolean       hollow)
{
  g_return_if_fail (DATELINE_IS_BADGE (self));

  if (self->hollow == hollow)
    return;

  self->hollow = hollow;
  if (hollow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "hollow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hollow");
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOLLOW]);
}
