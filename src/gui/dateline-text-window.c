/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the text of an article is pasted: of a new one, or of one that gets another text. */
#include "config.h"

#include "dateline-text-window.h"

#include <glib/gi18n.h>

#include "dateline-short-text.h"
#include "dateline-submission.h"
#include "dateline-text-blocks.h"
#include "dateline-text-check.h"
#include "dateline-text-draft.h"
#include "dateline-text-summary.h"

/* How long nothing is typed before what was typed is looked at, in milliseconds. */
#define PAUSE 300

/* What finds no place is listed one by one up to this. */
#define MAX_LISTED 50

struct _DatelineTextWindow
{
  AdwWindow parent_instance;

  DatelineSession   *session;
  DatelineArticle   *article; /* NULL for a new one */
  char              *draft_id;
  char              *initial; /* the text that the article has */
  DatelineTextDraft *draft;
  DatelineEdit      *edit;    /* what waits, or was done */
  GCancellable      *check;
  guint              pause_id;
  gboolean           is_waiting; /* for a place to keep the story, or for another program */
  gboolean           is_done;

  GtkButton         *apply_button;
  GtkLabel          *error_label;
  GtkWidget         *draft_box;
  GtkWidget         *headline_list;
  GtkWidget         *headline_row;
  GtkTextView       *text_view;
  GtkTextBuffer     *buffer;
  GtkWidget         *placeholder_label;
  GtkLabel          *counts_label;
  GtkRevealer       *losses_revealer;
  GtkLabel          *losses_label;
  GtkListBox        *losses_list;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineTextWindow, dateline_text_window, ADW_TYPE_WINDOW)

static char *
dup_headline (DatelineTextWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->headline_row))));
}

static char *
dup_text (DatelineTextWindow *self)
{
  char *text;

  g_object_get (self->buffer, "text", &text, NULL);

  return text;
}

static gboolean
is_changed (DatelineTextWindow *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *headline = dup_headline (self);

  return !g_str_equal (text, self->initial) || *headline != '\0';
}

static void
update_apply (DatelineTextWindow *self)
{
  g_autofree char *headline = dup_headline (self);
  gboolean can = self->article != NULL ? is_changed (self) : *headline != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text-window.apply", can && !self->is_waiting);
}

/* -- What is told of it -- */

static void
add_row (DatelineTextWindow *self,
         const char         *title,
         const char         *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *short_title = dateline_short_text_dup (title, DATELINE_SHORT_TEXT_LINE);
  g_autofree char *short_subtitle = dateline_short_text_dup (subtitle, DATELINE_SHORT_TEXT_LINE);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), short_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), short_subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->losses_list, row);
}

static void
show_losses (DatelineTextWindow *self,
             GPtrArray          *losses,
             guint               n_kept)
{
  GtkWidget *row;
  g_autofree char *heading = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->losses_list))) != NULL)
    gtk_list_box_remove (self->losses_list, row);

  for (guint i = 0; i < MIN (losses->len, MAX_LISTED); i++)
    {
      const DatelineTextLoss *loss = g_ptr_array_index (losses, i);
      /* Translators: quotation marks around words of an article */
      g_autofree char *words = g_strdup_printf (C_("words", "“%s”"), loss->words);
      g_autofree char *item = dateline_text_summary_dup_loss (loss);

      add_row (self, words, item);
    }
  if (losses->len > MAX_LISTED)
    {
      guint n = losses->len - MAX_LISTED;
      g_autofree char *more = g_strdup_printf (ngettext ("And %'u more", "And %'u more", n), n);

      add_row (self, more, "");
    }

  heading = g_strdup_printf (ngettext ("%'u passage finds no place in this text and would go",
                                       "%'u passages find no place in this text and would go", losses->len),
                             losses->len);
  gtk_label_set_label (self->losses_label, losses->len > 0 ? heading : "");
  gtk_revealer_set_reveal_child (self->losses_revealer, losses->len > 0);
  if (losses->len == 0 && n_kept > 0 && is_changed (self))
    {
      g_autofree char *kept = g_strdup_printf (ngettext ("%'u passage keeps its place", "All %'u passages keep their places", n_kept),
                                               n_kept);
      g_autofree char *counts = g_strjoin (" · ", gtk_label_get_label (self->counts_label), kept, NULL);

      gtk_label_set_label (self->counts_label, counts);
    }
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DatelineTextWindow) self = DATELINE_TEXT_WINDOW (user_data);
  g_autoptr(GPtrArray) losses = NULL;
  guint n_kept;

  losses = dateline_text_check_finish (result, &n_kept, NULL);
  if (losses != NULL && self->session != NULL)
    show_losses (self, losses, n_kept);
}

static void
stop_checking (DatelineTextWindow *self)
{
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
}

/* What is typed is not lost with the program. */
static void
keep_draft (DatelineTextWindow *self)
{
  g_autofree char *headline = dup_headline (self);
  g_autofree char *text = dup_text (self);

  if (self->is_done || !is_changed (self))
    dateline_text_draft_remove (self->draft);
  else
    dateline_text_draft_write (self->draft, headline, text);
}

static gboolean
pause_cb (gpointer user_data)
{
  DatelineTextWindow *self = DATELINE_TEXT_WINDOW (user_data);
  g_autofree char *text = dup_text (self);
  g_autoptr(GPtrArray) blocks = dateline_text_blocks_parse (text);
  g_autofree char *counts = dateline_text_summary_dup_counts (blocks);

  self->pause_id = 0;
  keep_draft (self);
  gtk_label_set_label (self->counts_label, counts);
  stop_checking (self);
  if (self->article != NULL)
    {
      self->check = g_cancellable_new ();
      dateline_text_check_async (self->session, self->article, blocks, self->check, checked_cb, g_object_ref (self));
    }

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DatelineTextWindow *self)
{
  /* The template tells of changes while it is being made. */
  if (self->session == NULL)
    return;

  gtk_widget_set_visible (self->placeholder_label, gtk_text_buffer_get_char_count (self->buffer) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  update_apply (self);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE, pause_cb, self);
}

static void
headline_activated_cb (DatelineTextWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* -- Carrying it out -- */

static void
fill_edit (DatelineTextWindow *self,
           GPtrArray          *blocks)
{
  DatelineStory *story = dateline_session_get_story (self->session);
  g_autofree char *headline = dup_headline (self);
  g_autoptr(DatelineArticle) draft = NULL;
  g_autoptr(GArray) kinds = NULL;
  g_autoptr(GPtrArray) texts = NULL;

  if (self->article == NULL)
    {
      draft = g_object_new (DATELINE_TYPE_ARTICLE,
                            "id", self->draft_id,
                            "headline", headline,
                            "language", dateline_story_get_language (story),
                            NULL);
      dateline_article_set_blocks (draft, blocks);
      dateline_edit_put (self->edit, DATELINE_ITEM (draft), NULL);
      return;
    }

  kinds = g_array_new (FALSE, TRUE, sizeof (DatelineBlockKind));
  texts = g_ptr_array_new ();
  for (guint i = 0; i < blocks->len; i++)
    {
      const DatelineTextBlock *block = g_ptr_array_index (blocks, i);

      g_array_append_val (kinds, block->kind);
      g_ptr_array_add (texts, block->text);
    }
  g_ptr_array_add (texts, NULL);
  dateline_edit_replace_text (self->edit, self->article, (gconstpointer) kinds->data,
                              (const char * const *) texts->pdata);
}

static void
finish (DatelineTextWindow *self)
{
  const char *id = self->article != NULL ? dateline_item_get_id (DATELINE_ITEM (self->article)) : self->draft_id;

  self->is_done = TRUE;
  g_signal_emit (self, signals[SIGNAL_DONE], 0, id, self->edit);
  gtk_window_close (GTK_WINDOW (self));
}

/* Where the story is to be kept somewhere first, this window waits with all that was typed. */
static void
edited_cb (DatelineTextWindow *self,
           const char         *name)
{
  if (!self->is_waiting || g_strcmp0 (name, dateline_edit_get_name (self->edit)) != 0)
    return;

  self->is_waiting = FALSE;
  finish (self);
}

/* It was not done after all: everything is as it was, and so is what was typed. */
static void
go_on (DatelineTextWindow *self,
       const char         *message)
{
  self->is_waiting = FALSE;
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
  gtk_window_present (GTK_WINDOW (self));
  update_apply (self);
}

static void
given_up_cb (DatelineTextWindow *self)
{
  if (self->is_waiting)
    go_on (self, NULL);
}

static void
failed_cb (DatelineTextWindow *self,
           const char         *message)
{
  if (self->is_waiting)
    go_on (self, message);
}

static void
conflict_cb (DatelineTextWindow *self,
             DatelineEdit       *edit,
             const char         *message)
{
  if (self->is_waiting && edit == self->edit)
    go_on (self, message);
}

static void
apply_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DatelineTextWindow *self = DATELINE_TEXT_WINDOW (widget);
  g_autofree char *text = dup_text (self);
  g_autoptr(GPtrArray) blocks = dateline_text_blocks_parse (text);
  g_autofree char *message = NULL;

  g_clear_object (&self->edit);
  self->edit = dateline_edit_new (self->article == NULL ? C_("edit", "Add Article") : C_("edit", "Replace Text"));
  fill_edit (self, blocks);
  switch (dateline_submission_send (self->session, self->edit, &message))
    {
    case DATELINE_SUBMISSION_DONE:
      finish (self);
      break;
    case DATELINE_SUBMISSION_WAITING:
      self->is_waiting = TRUE;
      update_apply (self);
      gtk_widget_set_visible (widget, FALSE);
      break;
    case DATELINE_SUBMISSION_DELAYED:
      self->is_waiting = TRUE;
      update_apply (self);
      break;
    case DATELINE_SUBMISSION_CONFLICT:
    case DATELINE_SUBMISSION_FAILED:
    default:
      go_on (self, message);
      break;
    }
}

static void
close_cb (gpointer user_data)
{
  g_autoptr(DatelineTextWindow) self = DATELINE_TEXT_WINDOW (user_data);

  gtk_window_close (GTK_WINDOW (self));
}

/* The question, which goes with this window, is still being answered. */
static void
discard_cb (DatelineTextWindow *self)
{
  self->is_done = TRUE;
  g_idle_add_once (close_cb, g_object_ref (self));
}

/* What was typed goes only if the reader says so. */
static gboolean
close_request_cb (DatelineTextWindow *self)
{
  GtkWidget *dialog;

  if (self->is_done || !is_changed (self))
    return GDK_EVENT_PROPAGATE;
  /* It is on its way and cannot be discarded: this is done with when that is, or comes again if it fails. */
  if (self->is_waiting)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return GDK_EVENT_STOP;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Discard the Text?"),
                                   self->article == NULL ? _("The article has not been added.")
                                                         : _("The text of the article has not been replaced."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response::discard", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return GDK_EVENT_STOP;
}

static void
start_over_cb (DatelineTextWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->headline_row), "");
  gtk_text_buffer_set_text (self->buffer, self->initial, -1);
  gtk_widget_set_visible (self->draft_box, FALSE);
  gtk_widget_grab_focus (self->article == NULL ? self->headline_row : GTK_WIDGET (self->text_view));
}

static void
dateline_text_window_dispose (GObject *object)
{
  DatelineTextWindow *self = DATELINE_TEXT_WINDOW (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  stop_checking (self);
  if (self->draft != NULL)
    keep_draft (self);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_object (&self->article);
  g_clear_object (&self->edit);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_TEXT_WINDOW);

  G_OBJECT_CLASS (dateline_text_window_parent_class)->dispose (object);
}

static void
dateline_text_window_finalize (GObject *object)
{
  DatelineTextWindow *self = DATELINE_TEXT_WINDOW (object);

  g_free (self->draft_id);
  g_free (self->initial);

  G_OBJECT_CLASS (dateline_text_window_parent_class)->finalize (object);
}

static void
dateline_text_window_class_init (DatelineTextWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_text_window_dispose;
  object_class->finalize = dateline_text_window_finalize;

  /**
   * DatelineTextWindow::done:
   * @self: a `DatelineTextWindow`
   * @id: the id of the article
   * @edit: what was done
   *
   * The article was added, or has another text now.
   */
  signals[SIGNAL_DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, DATELINE_TYPE_EDIT);

  gtk_widget_class_install_action (widget_class, "text-window.apply", NULL, apply_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-text-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, apply_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, draft_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, headline_list);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, headline_row);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, text_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, buffer);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, placeholder_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, losses_revealer);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, losses_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTextWindow, losses_list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, headline_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);
}

static void
dateline_text_window_init (DatelineTextWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What was typed the last time, and neither added nor discarded */
static void
restore_draft (DatelineTextWindow *self)
{
  g_autofree char *headline = NULL;
  g_autofree char *text = NULL;

  if (!dateline_text_draft_read (self->draft, &headline, &text))
    return;

  if (self->article == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->headline_row), headline);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_widget_set_visible (self->draft_box, is_changed (self));
}

static void
show_text (DatelineTextWindow *self)
{
  g_autoptr(GPtrArray) blocks = NULL;
  GtkTextIter start;

  if (self->article != NULL)
    {
      blocks = dateline_article_dup_blocks (self->article);
      self->initial = dateline_text_blocks_print (blocks);
    }
  else
    {
      self->initial = g_strdup ("");
    }
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, self->initial, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  restore_draft (self);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

/**
 * dateline_text_window_new:
 * @session: a session
 * @article: (nullable): the article that gets another text; %NULL to add one
 *
 * Creates a window.
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
DatelineTextWindow *
dateline_text_window_new (DatelineSession *session,
                          DatelineArticle *article)
{
  DatelineTextWindow *self;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (article == NULL || DATELINE_IS_ARTICLE (article), NULL);

  self = g_object_new (DATELINE_TYPE_TEXT_WINDOW,
                       "title", article == NULL ? _("Add Article") : _("Replace Text"),
                       NULL);
  gtk_button_set_label (self->apply_button, article == NULL ? _("_Add") : _("_Replace"));
  gtk_widget_set_visible (self->headline_list, article == NULL);
  g_set_object (&self->article, article);
  self->draft = dateline_text_draft_new (session, article);
  show_text (self);
  self->session = g_object_ref (session);
  if (article == NULL)
    self->draft_id = dateline_edit_dup_new_id (DATELINE_ITEM_ARTICLE);
  g_signal_connect_object (session, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "given-up", G_CALLBACK (given_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "conflict", G_CALLBACK (conflict_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), article == NULL ? self->headline_row : GTK_WIDGET (self->text_view));

  return self;
}
