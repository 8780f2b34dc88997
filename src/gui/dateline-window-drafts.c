/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window does about changes that are not finished: it says so before it closes, and when it opens again. */
#include "config.h"

#include "dateline-window-private.h"

#include <string.h>
#include <glib/gi18n.h>

#include "dateline-drafts.h"
#include "dateline-text.h"

/* As many as a dialog names, and as much of each. */
#define MAX_NAMED 4
#define MAX_SHOWN 60

#define CLOSING "closing-with-drafts"

static GPtrArray *
dup_drafts (DatelineWindow *self)
{
  return dateline_drafts_dup_shown (dateline_drafts_get (dateline_window_get_session (self)));
}

/* What it belongs to, such as the title of an event */
static char *
dup_owner (DatelineWindow      *self,
           const DatelineDraft *draft)
{
  DatelineStory *story = dateline_session_get_story (dateline_window_get_session (self));

  if (*draft->id == '\0')
    return dateline_text_abridge (dateline_story_get_title (story), MAX_SHOWN);

  return dateline_text_abridge (dateline_item_get_label (dateline_story_lookup (story, draft->id)), MAX_SHOWN);
}

static char *
describe (DatelineWindow *self,
          GPtrArray      *drafts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (drafts->len, MAX_NAMED); i++)
    {
      const DatelineDraft *draft = g_ptr_array_index (drafts, i);
      g_autofree char *owner = dup_owner (self, draft);
      /* The value comes last where a field has several parts. */
      const char *typed = strrchr (draft->text, '\n') != NULL ? strrchr (draft->text, '\n') + 1 : draft->text;
      g_autofree char *shown = dateline_text_abridge (typed, MAX_SHOWN);

      if (*shown != '\0')
        /* Translators: the name of a field, such as "Date"; what it belongs to; what was typed into it */
        g_string_append_printf (text, _("%s of “%s”: “%s”"), draft->name, owner, shown);
      else
        /* Translators: the name of a field, such as "Title"; what it belongs to */
        g_string_append_printf (text, _("%s of “%s” is empty"), draft->name, owner);
      g_string_append (text, "\n");
    }
  if (drafts->len > MAX_NAMED)
    {
      guint n = drafts->len - MAX_NAMED;

      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n), n);
      g_string_append (text, "\n");
    }
  g_string_append (text, "\n");
  g_string_append (text, _("Kept for later, it waits in its form until you open the story again."));

  return g_string_free (text, FALSE);
}

static void
show_draft (DatelineWindow *self)
{
  DatelineSession *session = dateline_window_get_session (self);
  g_autoptr(GPtrArray) drafts = dup_drafts (self);
  const DatelineDraft *draft;
  g_autofree char *id = NULL;
  g_autofree char *property = NULL;

  if (drafts->len == 0)
    return;

  draft = g_ptr_array_index (drafts, 0);
  id = g_strdup (draft->id);
  property = g_strdup (draft->property);
  if (*id != '\0')
    dateline_navigator_select (dateline_session_get_navigator (session), dateline_story_lookup (dateline_session_get_story (session), id),
                               NULL);
  dateline_side_panes_show_field (_dateline_window_get_side_panes (self), id, property);
}

static void
show_drafts_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  show_draft (DATELINE_WINDOW (widget));
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

static void
response_cb (DatelineWindow *self,
             const char     *response)
{
  if (g_str_equal (response, "back"))
    {
      show_draft (self);
      return;
    }

  if (g_str_equal (response, "discard"))
    dateline_drafts_clear (dateline_drafts_get (dateline_window_get_session (self)));
  g_object_set_data (G_OBJECT (self), CLOSING, self);
  /* The dialog, which goes with the window, is still on its way out. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
ask (DatelineWindow *self,
     GPtrArray      *drafts)
{
  g_autofree char *body = describe (self, drafts);
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self),
                                                       ngettext ("A Change Is Not Finished", "Some Changes Are Not Finished", drafts->len),
                                                       body));
  adw_message_dialog_add_responses (dialog,
                                    "back", _("_Go Back"),
                                    "discard", _("_Discard"),
                                    "keep", _("_Keep for Later"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "back");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whether nothing that was typed would be out of sight without a word. */
gboolean
_dateline_window_may_close (DatelineWindow *self)
{
  g_autoptr(GPtrArray) drafts = NULL;

  if (dateline_window_get_session (self) == NULL)
    return TRUE;
  /* What has to wait for a place to be kept would be lost. */
  if (!dateline_window_flush (self) || _dateline_window_hold_open (self))
    return FALSE;
  if (g_object_get_data (G_OBJECT (self), CLOSING) != NULL)
    return TRUE;

  drafts = dup_drafts (self);
  if (drafts->len > 0)
    ask (self, drafts);

  return drafts->len == 0;
}

/* Says what was left when the story was closed last, or when the program had no time to close it. */
void
_dateline_window_tell_drafts (DatelineWindow *self)
{
  g_autoptr(GPtrArray) drafts = dup_drafts (self);
  AdwToast *toast;

  if (drafts->len == 0)
    return;

  toast = adw_toast_new (ngettext ("A change is not finished", "Some changes are not finished", drafts->len));
  adw_toast_set_button_label (toast, C_("draft", "Show"));
  adw_toast_set_action_name (toast, "win.show-drafts");
  adw_toast_set_timeout (toast, 0);
  dateline_window_add_toast (self, toast);
}

void
_dateline_window_class_drafts_init (DatelineWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.show-drafts", NULL, show_drafts_action);
}

/**
 * dateline_window_flush:
 * @self: a `DatelineWindow`
 *
 * Applies at once what was typed.
 *
 * Returns: %FALSE if something now waits for a place to keep the story
 */
gboolean
dateline_window_flush (DatelineWindow *self)
{
  g_return_val_if_fail (DATELINE_IS_WINDOW (self), TRUE);

  return dateline_side_panes_flush (_dateline_window_get_side_panes (self));
}
