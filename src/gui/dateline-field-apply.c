/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a field becomes an edit: when typing rests, and what happens if it cannot be applied. */
#include "config.h"

#include "dateline-field-private.h"

#include "dateline-drafts.h"
#include "dateline-field-value.h"
#include "dateline-submission.h"

/* How long typing may rest before it is applied, in milliseconds. */
#define PAUSE 400
/* How long somebody may type without a rest until what is only text is applied anyway, in microseconds. */
#define MAX_WAIT (2 * G_USEC_PER_SEC)

static void
load (DatelineField *self,
      GObject       *object,
      GValue        *value)
{
  DATELINE_FIELD_GET_CLASS (self)->load (self, object, value);
}

static gboolean
is_nothing (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return g_value_get_string (value) == NULL || *g_value_get_string (value) == '\0';
  if (G_VALUE_HOLDS_OBJECT (value))
    return g_value_get_object (value) == NULL;
  if (G_VALUE_HOLDS_BOXED (value))
    return g_value_get_boxed (value) == NULL;

  return FALSE;
}

static gboolean
read_editor (DatelineField  *self,
             GValue         *value,
             GError        **error)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (priv->target), priv->property);

  g_value_init (value, g_type_is_a (pspec->value_type, G_TYPE_LIST_MODEL) ? G_TYPE_PTR_ARRAY : pspec->value_type);
  if (!DATELINE_FIELD_GET_CLASS (self)->read (self, value, error))
    return FALSE;
  if (priv->required != NULL && is_nothing (value))
    {
      g_set_error_literal (error, DATELINE_FIELD_ERROR, DATELINE_FIELD_ERROR_INVALID, priv->required);
      return FALSE;
    }

  return TRUE;
}

static const char *
get_id (DatelineFieldPrivate *priv)
{
  return DATELINE_IS_ITEM (priv->target) ? dateline_item_get_id (DATELINE_ITEM (priv->target)) : "";
}

/* Until it is in the story, what was typed is kept elsewhere, key by key. */
static void
keep_draft (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  DatelineFieldClass *klass = DATELINE_FIELD_GET_CLASS (self);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *was = NULL;
  g_autofree char *text = NULL;

  if (klass->dup_text == NULL)
    return;

  load (self, priv->base, &value);
  was = klass->describe (self, &value);
  text = klass->dup_text (self);
  dateline_drafts_put (dateline_drafts_get (priv->session), get_id (priv), priv->property, dateline_field_get_name (self), was, text);
}

/* What the reader typed is applied or given up: the field shows what the target has. */
void
_dateline_field_settle (DatelineField *self,
                        gboolean       redisplay)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  g_auto(GValue) value = G_VALUE_INIT;

  g_clear_handle_id (&priv->timeout, g_source_remove);
  g_clear_object (&priv->base);
  g_clear_object (&priv->sent);
  if (priv->dirty)
    dateline_drafts_drop (dateline_drafts_get (priv->session), get_id (priv), priv->property);
  priv->dirty = FALSE;
  priv->waiting = FALSE;
  _dateline_field_set_conflict (self, NULL);

  load (self, priv->target, &value);
  if (redisplay)
    _dateline_field_display (self, &value);
  else
    _dateline_field_show_preview (self, &value);
}

GObject *
_dateline_field_copy (GObject *object)
{
  if (DATELINE_IS_STORY (object))
    {
      DatelineStory *story = DATELINE_STORY (object);
      DatelineStory *copy = dateline_story_new (dateline_story_get_id (story), dateline_story_get_title (story),
                                                dateline_story_get_description (story), dateline_story_get_language (story));

      g_object_set (copy, "note", dateline_story_get_note (story), NULL);

      return G_OBJECT (copy);
    }

  return G_OBJECT (dateline_item_copy (DATELINE_ITEM (object)));
}

/* What the reader changes: what the target is, or will be when nothing waits any more. */
static GObject *
get_base (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);

  return priv->sent != NULL ? priv->sent : priv->base;
}

/* Who was named here for the first time comes into the story with the same edit. */
static void
put_new_items (DatelineField *self,
               DatelineEdit  *edit,
               const GValue  *value)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  g_autoptr(GPtrArray) items = dateline_field_value_dup_items (value);
  g_autoptr(GPtrArray) known = NULL;
  g_auto(GValue) was = G_VALUE_INIT;

  load (self, get_base (self), &was);
  known = dateline_field_value_dup_items (&was);
  for (guint i = 0; i < items->len; i++)
    {
      DatelineItem *item = g_ptr_array_index (items, i);

      if (dateline_story_lookup (dateline_session_get_story (priv->session), dateline_item_get_id (item)) == NULL &&
          !g_ptr_array_find (known, item, NULL))
        dateline_edit_put (edit, item, NULL);
    }
}

/* The target as it is to be. */
static GObject *
create_draft (DatelineField *self,
              const GValue  *value)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  GObject *draft = _dateline_field_copy (get_base (self));

  if (DATELINE_IS_STORY (draft))
    g_object_set_property (draft, priv->property, value);
  else
    DATELINE_FIELD_GET_CLASS (self)->store (self, draft, value);

  return draft;
}

static DatelineEdit *
create_edit (DatelineField *self,
             GObject       *draft,
             const GValue  *value)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  DatelineEdit *edit = dateline_edit_new (priv->edit_name);
  g_autofree char *key = NULL;

  if (DATELINE_IS_STORY (priv->target))
    {
      const char *text = g_value_get_string (value);

      key = g_strdup_printf ("%s/%s", dateline_story_get_id (DATELINE_STORY (priv->target)), priv->property);
      dateline_edit_set_details (edit, DATELINE_STORY (get_base (self)),
                                 g_str_equal (priv->property, "title") ? text : NULL,
                                 g_str_equal (priv->property, "description") ? text : NULL,
                                 g_str_equal (priv->property, "language") ? text : NULL,
                                 g_str_equal (priv->property, "note") ? text : NULL);
    }
  else
    {
      key = g_strdup_printf ("%s/%s", dateline_item_get_id (DATELINE_ITEM (draft)), priv->property);
      put_new_items (self, edit, value);
      dateline_edit_put (edit, DATELINE_ITEM (draft), DATELINE_ITEM (get_base (self)));
    }
  dateline_edit_set_merge_key (edit, key);

  return edit;
}

/* Tells whether nothing is left to be applied. */
gboolean
_dateline_field_apply (DatelineField *self,
                       gboolean       redisplay)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  g_auto(GValue) value = G_VALUE_INIT;
  g_auto(GValue) was = G_VALUE_INIT;
  g_auto(GValue) now = G_VALUE_INIT;
  g_autoptr(DatelineEdit) edit = NULL;
  g_autoptr(GObject) draft = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  DatelineSubmission outcome;

  g_clear_handle_id (&priv->timeout, g_source_remove);
  if (!priv->dirty)
    return TRUE;
  if (priv->waiting || priv->conflict || priv->sending)
    return FALSE;
  if (!read_editor (self, &value, &error))
    {
      _dateline_field_set_message (self, error->message, TRUE);
      return FALSE;
    }

  load (self, get_base (self), &was);
  if (dateline_field_value_equal (&value, &was))
    {
      if (priv->sent != NULL)
        return FALSE;
      _dateline_field_settle (self, redisplay);
      return TRUE;
    }

  draft = create_draft (self, &value);
  edit = create_edit (self, draft, &value);
  priv->sending = TRUE;
  outcome = dateline_submission_send (priv->session, edit, &message);
  priv->sending = FALSE;

  if (outcome == DATELINE_SUBMISSION_DONE)
    {
      _dateline_field_settle (self, redisplay);
      return TRUE;
    }
  if (outcome == DATELINE_SUBMISSION_WAITING)
    {
      priv->waiting = TRUE;
      return FALSE;
    }
  if (outcome == DATELINE_SUBMISSION_DELAYED)
    {
      g_set_object (&priv->sent, draft);
      dateline_drafts_mark_sent (dateline_drafts_get (priv->session), get_id (priv), priv->property);
      return FALSE;
    }

  keep_draft (self);
  load (self, priv->target, &now);
  if (outcome == DATELINE_SUBMISSION_CONFLICT && !dateline_field_value_equal (&now, &was))
    _dateline_field_set_conflict (self, &now);
  else
    _dateline_field_set_message (self, message, TRUE);

  return FALSE;
}

static gboolean
pause_cb (gpointer user_data)
{
  DatelineField *self = DATELINE_FIELD (user_data);
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);

  priv->timeout = 0;
  _dateline_field_apply (self, FALSE);

  return G_SOURCE_REMOVE;
}

void
_dateline_field_target_changed (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  g_auto(GValue) now = G_VALUE_INIT;
  g_auto(GValue) was = G_VALUE_INIT;
  g_auto(GValue) mine = G_VALUE_INIT;

  if (priv->sending)
    return;
  if (!priv->dirty)
    {
      _dateline_field_settle (self, TRUE);
      return;
    }

  load (self, priv->target, &now);
  if (read_editor (self, &mine, NULL) && dateline_field_value_equal (&mine, &now))
    {
      /* What was waiting is applied, or somebody else wrote the same. */
      _dateline_field_settle (self, FALSE);
      return;
    }
  /* One of several edits that wait may be done: what they come to is to be seen when all are. */
  if (priv->sent != NULL)
    return;
  keep_draft (self);
  load (self, priv->base, &was);
  _dateline_field_set_conflict (self, dateline_field_value_equal (&now, &was) ? NULL : &now);
}

/* What is still being composed of several keys is typed, too. */
static void
end_composition (GtkWidget *editor)
{
  if (editor == NULL || !gtk_widget_has_focus (GTK_IS_ENTRY (editor) ? gtk_widget_get_first_child (editor) : editor))
    return;

  if (GTK_IS_ENTRY (editor))
    gtk_entry_reset_im_context (GTK_ENTRY (editor));
  else if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_view_reset_im_context (GTK_TEXT_VIEW (editor));
}

/**
 * dateline_field_flush:
 * @self: a `DatelineField`
 *
 * Applies at once what was typed. What is invalid, or waits already, is left as it is.
 *
 * Returns: %FALSE if what was typed now waits for a place to keep the story
 */
gboolean
dateline_field_flush (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  gboolean was_waiting;

  g_return_val_if_fail (DATELINE_IS_FIELD (self), TRUE);

  was_waiting = priv->waiting;
  if (priv->target != NULL)
    {
      end_composition (priv->focus);
      if (DATELINE_FIELD_GET_CLASS (self)->left != NULL)
        DATELINE_FIELD_GET_CLASS (self)->left (self);
      _dateline_field_apply (self, FALSE);
    }

  return was_waiting || !priv->waiting;
}

/**
 * dateline_field_give_up:
 * @self: a `DatelineField`
 *
 * Shows what the item has, whatever was typed.
 */
void
dateline_field_give_up (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);

  g_return_if_fail (DATELINE_IS_FIELD (self));

  if (priv->target != NULL)
    _dateline_field_settle (self, TRUE);
}

/**
 * dateline_field_is_waiting:
 * @self: a `DatelineField`
 *
 * Whether what was typed waits for a place to keep the story, or for another program.
 *
 * Returns: %TRUE if it does
 */
gboolean
dateline_field_is_waiting (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);

  g_return_val_if_fail (DATELINE_IS_FIELD (self), FALSE);

  return priv->waiting || priv->sent != NULL;
}

/**
 * dateline_field_retry:
 * @self: a `DatelineField`
 *
 * Applies what had to wait, now that the story has a place or the other program has finished. What is done by then is not
 * done again.
 */
void
dateline_field_retry (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);

  g_return_if_fail (DATELINE_IS_FIELD (self));

  if (priv->sent != NULL)
    {
      g_auto(GValue) now = G_VALUE_INIT;
      g_auto(GValue) then = G_VALUE_INIT;

      load (self, priv->target, &now);
      load (self, priv->sent, &then);
      /* The reader typed on from there. */
      if (dateline_field_value_equal (&now, &then))
        g_set_object (&priv->base, priv->sent);
      g_clear_object (&priv->sent);
    }
  priv->waiting = FALSE;
  dateline_field_flush (self);
}

/* Puts back what could not be applied, with what is wrong with it. */
void
_dateline_field_restore (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  DatelineFieldClass *klass = DATELINE_FIELD_GET_CLASS (self);
  const DatelineDraft *draft = dateline_drafts_find (dateline_drafts_get (priv->session), get_id (priv), priv->property);
  g_auto(GValue) mine = G_VALUE_INIT;
  g_auto(GValue) now = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (draft == NULL || klass->set_text == NULL)
    return;

  text = g_strdup (draft->text);
  was = g_strdup (draft->was);
  load (self, priv->target, &now);
  is = klass->describe (self, &now);
  /* An editor of several parts would tell of each of them. */
  priv->displaying = TRUE;
  klass->set_text (self, text);
  priv->displaying = FALSE;
  dateline_field_touch (self);
  /* As before, not as it is now: that the draft is older is to be known the next time, too. */
  dateline_drafts_put (dateline_drafts_get (priv->session), get_id (priv), priv->property, dateline_field_get_name (self), was, text);
  if (!read_editor (self, &mine, &error))
    {
      g_clear_handle_id (&priv->timeout, g_source_remove);
      _dateline_field_set_message (self, error->message, TRUE);
    }
  else if (dateline_field_value_equal (&mine, &now))
    {
      _dateline_field_settle (self, FALSE);
    }
  else if (dateline_session_get_is_waiting (priv->session))
    {
      g_clear_handle_id (&priv->timeout, g_source_remove);
      priv->waiting = TRUE;
    }
  else if (!g_str_equal (was, is))
    {
      g_clear_handle_id (&priv->timeout, g_source_remove);
      _dateline_field_set_conflict (self, &now);
    }
}

/**
 * dateline_field_touch:
 * @self: a `DatelineField`
 *
 * Called by an editor when the reader typed something: what is valid is applied after a pause.
 */
void
dateline_field_touch (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);
  g_auto(GValue) value = G_VALUE_INIT;

  g_return_if_fail (DATELINE_IS_FIELD (self));

  if (priv->displaying || priv->target == NULL)
    return;

  if (!priv->dirty)
    {
      priv->dirty = TRUE;
      priv->dirty_since = g_get_monotonic_time ();
      g_clear_object (&priv->base);
      priv->base = _dateline_field_copy (priv->target);
    }
  keep_draft (self);

  /* What is not finished yet is not wrong: errors are told when the typing rests. */
  if (read_editor (self, &value, NULL))
    _dateline_field_show_preview (self, &value);
  else if (!gtk_widget_has_css_class (GTK_WIDGET (self), "invalid"))
    _dateline_field_set_message (self, NULL, FALSE);

  /* A half of a date may be another date; a half of a sentence is what was typed so far. */
  if (priv->timeout != 0 && G_VALUE_HOLDS_STRING (&value) && g_get_monotonic_time () - priv->dirty_since > MAX_WAIT)
    return;
  g_clear_handle_id (&priv->timeout, g_source_remove);
  priv->timeout = g_timeout_add (PAUSE, pause_cb, self);
}

/**
 * dateline_field_commit:
 * @self: a `DatelineField`
 *
 * Called by an editor for a change that is complete, such as a choice or Enter: applies it now.
 */
void
dateline_field_commit (DatelineField *self)
{
  DatelineFieldPrivate *priv = _dateline_field_get_private (self);

  g_return_if_fail (DATELINE_IS_FIELD (self));

  if (priv->displaying || priv->target == NULL)
    return;

  _dateline_field_apply (self, TRUE);
}
