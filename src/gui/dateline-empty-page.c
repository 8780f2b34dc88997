/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view shows when the story has nothing for it: how that comes about, and where to begin. */
#include "config.h"

#include "dateline-empty-page.h"

#include <glib/gi18n.h>

struct _DatelineEmptyPage
{
  AdwBin parent_instance;

  DatelineSession *session;
  char            *icon_name;
  char            *title;
  char            *description;

  AdwStatusPage   *status_page;
  GtkWidget       *add_button;
  GtkWidget       *read_button;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_DESCRIPTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineEmptyPage, dateline_empty_page, ADW_TYPE_BIN)

/* All that a story holds is made of the words of articles: they come first. */
static void
update (DatelineEmptyPage *self)
{
  GListModel *articles;
  const char *description;
  g_autofree char *markup = NULL;
  gboolean has_articles;

  if (self->session == NULL)
    return;

  articles = dateline_story_get_articles (dateline_session_get_story (self->session));
  has_articles = g_list_model_get_n_items (articles) > 0;
  description = has_articles ? self->description
                             : _("Begin with the articles that tell the story. Events, people, quotes and reactions are made of their words.");
  /* The description of an AdwStatusPage is markup. */
  markup = g_markup_escape_text (description != NULL ? description : "", -1);
  adw_status_page_set_description (self->status_page, markup);
  gtk_widget_set_visible (self->add_button, !has_articles);
  gtk_widget_set_visible (self->read_button, has_articles);
}

static void
set_session (DatelineEmptyPage *self,
             DatelineSession   *session)
{
  if (!g_set_object (&self->session, session))
    return;

  if (session != NULL)
    g_signal_connect_object (dateline_story_get_articles (dateline_session_get_story (session)), "items-changed",
                             G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
dateline_empty_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DatelineEmptyPage *self = DATELINE_EMPTY_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_empty_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DatelineEmptyPage *self = DATELINE_EMPTY_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_ICON_NAME:
      g_free (self->icon_name);
      self->icon_name = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_DESCRIPTION:
      g_free (self->description);
      self->description = g_value_dup_string (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_empty_page_dispose (GObject *object)
{
  DatelineEmptyPage *self = DATELINE_EMPTY_PAGE (object);

  /* AdwBin would let go once more of a child that the template took away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_EMPTY_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_empty_page_parent_class)->dispose (object);
}

static void
dateline_empty_page_finalize (GObject *object)
{
  DatelineEmptyPage *self = DATELINE_EMPTY_PAGE (object);

  g_free (self->icon_name);
  g_free (self->title);
  g_free (self->description);

  G_OBJECT_CLASS (dateline_empty_page_parent_class)->finalize (object);
}

static void
dateline_empty_page_class_init (DatelineEmptyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_empty_page_dispose;
  object_class->finalize = dateline_empty_page_finalize;
  object_class->get_property = dateline_empty_page_get_property;
  object_class->set_property = dateline_empty_page_set_property;

  /**
   * DatelineEmptyPage:session:
   *
   * The session whose story has nothing to show.
   */
  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DATELINE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineEmptyPage:icon-name:
   *
   * The icon of the view.
   */
  props[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineEmptyPage:title:
   *
   * What there is none of.
   */
  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineEmptyPage:description:
   *
   * How it is made, where the story has articles.
   */
  props[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineEmptyPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, DatelineEmptyPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineEmptyPage, read_button);
}

static void
dateline_empty_page_init (DatelineEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
