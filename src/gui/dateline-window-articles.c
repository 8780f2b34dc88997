/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding an article to the story, and giving one another text. */
#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-text-window.h"

static void
added_cb (DatelineWindow *self,
          const char     *id)
{
  DatelineSession *session = dateline_window_get_session (self);
  DatelineItem *article = dateline_story_lookup (dateline_session_get_story (session), id);

  if (article == NULL)
    return;

  /* Who published it, and when, is asked for next: citations tell it. */
  dateline_navigator_show (dateline_session_get_navigator (session), "articles", article, NULL);
  dateline_side_panes_show_field (_dateline_window_get_side_panes (self), id, "publisher");
}

static void
replaced_cb (DatelineWindow *self,
             const char     *id,
             DatelineEdit   *edit)
{
  guint n = dateline_edit_get_lost (edit)->len;
  g_autofree char *title = NULL;

  title = n == 0 ? g_strdup (_("Text replaced"))
                 : g_strdup_printf (ngettext ("Text replaced; %'u passage found no place in it",
                                              "Text replaced; %'u passages found no place in it", n), n);
  dateline_editor_say (dateline_window_get_editor (self), title);
}

static void
show_window (DatelineWindow  *self,
             DatelineArticle *article)
{
  DatelineTextWindow *window;

  /* What is being typed in the form may be of the same article. */
  if (!dateline_window_flush (self))
    return;

  window = dateline_text_window_new (dateline_window_get_session (self), article);
  g_signal_connect_object (window, "done", article != NULL ? G_CALLBACK (replaced_cb) : G_CALLBACK (added_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
add_article_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  show_window (DATELINE_WINDOW (widget), NULL);
}

static void
replace_text_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  DatelineSession *session = dateline_window_get_session (self);
  DatelineItem *item = NULL;

  if (session != NULL)
    item = dateline_story_lookup (dateline_session_get_story (session), g_variant_get_string (parameter, NULL));
  if (DATELINE_IS_ARTICLE (item))
    show_window (self, DATELINE_ARTICLE (item));
}

void
_dateline_window_class_articles_init (DatelineWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.add-article", NULL, add_article_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.replace-text", "s", replace_text_action);
}

void
_dateline_window_articles_update (DatelineWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-article", dateline_window_get_session (self) != NULL);
}
