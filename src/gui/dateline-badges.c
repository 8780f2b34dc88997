/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which articles tell of an item and which are silent, as a row of badges; of many articles, as numbers. */
#include "config.h"

#include "dateline-badges.h"

#include <glib/gi18n.h>

#include "dateline-article.h"
#include "dateline-badge.h"

#define MAX_BADGES 4

struct _DatelineBadges
{
  GtkWidget parent_instance;

  GListModel   *articles;
  DatelineItem *item;
};

enum
{
  PROP_0,
  PROP_ARTICLES,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineBadges, dateline_badges, GTK_TYPE_WIDGET)

static void
remove_children (DatelineBadges *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
show_numbers (DatelineBadges *self,
              guint           n)
{
  g_autoptr(GPtrArray) telling = dateline_item_dup_articles (self->item);
  g_autofree char *text = g_strdup_printf ("%u/%u", telling->len, n);
  GtkWidget *label;

  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
update (DatelineBadges *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  guint n;

  if (self->item == NULL || self->articles == NULL)
    return;

  n = g_list_model_get_n_items (self->articles);
  if (n > MAX_BADGES || !DATELINE_IS_BADGE (child))
    {
      remove_children (self);
      child = NULL;
    }
  if (n > MAX_BADGES)
    {
      show_numbers (self, n);
      return;
    }

  /* Rows are recycled, and with them their badges. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineArticle) article = g_list_model_get_item (self->articles, i);
      gboolean hollow = !dateline_item_is_in_article (self->item, article);

      if (child == NULL)
        {
          gtk_widget_set_parent (dateline_badge_new (article, hollow), GTK_WIDGET (self));
        }
      else
        {
          dateline_badge_set_article (DATELINE_BADGE (child), article);
          dateline_badge_set_hollow (DATELINE_BADGE (child), hollow);
          child = gtk_widget_get_next_sibling (child);
        }
    }
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_widget_unparent (child);
      child = next;
    }
}

/* Has the badges follow @now instead of @before, which either may be no list. */
static void
watch (DatelineBadges *self,
       GListModel     *before,
       GListModel     *now)
{
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, update, self);
  if (now != NULL)
    g_signal_connect_object (now, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
dateline_badges_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DatelineBadges *self = DATELINE_BADGES (object);

  switch (prop_id)
    {
    case PROP_ARTICLES:
      g_value_set_object (value, self->articles);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_badges_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DatelineBadges *self = DATELINE_BADGES (object);

  switch (prop_id)
    {
    case PROP_ARTICLES:
      if (self->articles != g_value_get_object (value))
        {
          watch (self, self->articles, g_value_get_object (value));
          g_set_object (&self->articles, g_value_get_object (value));
          update (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_ITEM:
      dateline_badges_set_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_badges_dispose (GObject *object)
{
  DatelineBadges *self = DATELINE_BADGES (object);

  remove_children (self);
  watch (self, self->articles, NULL);
  watch (self, self->item != NULL ? dateline_item_get_passages (self->item) : NULL, NULL);
  g_clear_object (&self->articles);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (dateline_badges_parent_class)->dispose (object);
}

static void
dateline_badges_class_init (DatelineBadgesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_badges_dispose;
  object_class->get_property = dateline_badges_get_property;
  object_class->set_property = dateline_badges_set_property;

  /**
   * DatelineBadges:articles: (nullable)
   *
   * All articles of the story.
   */
  properties[PROP_ARTICLES] =
    g_param_spec_object ("articles", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineBadges:item: (nullable)
   *
   * What the articles tell of or not.
   */
  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, DATELINE_TYPE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "badges");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dateline_badges_init (DatelineBadges *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 3);
}

/**
 * dateline_badges_set_item:
 * @self: a `DatelineBadges`
 * @item: (nullable): what the articles tell of or not
 *
 * Changes the item.
 */
void
dateline_badges_set_item (DatelineBadges *self,
                          DatelineItem   *item)
{
  g_return_if_fail (DATELINE_IS_BADGES (self));
  g_return_if_fail (item == NULL || DATELINE_IS_ITEM (item));

  if (self->item == item)
    return;

  watch (self, self->item != NULL ? dateline_item_get_passages (self->item) : NULL,
         item != NULL ? dateline_item_get_passages (item) : NULL);
  g_set_object (&self->item, item);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
