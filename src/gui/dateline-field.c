/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form: it edits one property of an item, applies what is typed by itself, and follows what others do. */
#include "config.h"

#include "dateline-field-private.h"

#include <glib/gi18n.h>

#include "dateline-field-value.h"

enum
{
  PROP_0,
  PROP_PROPERTY,
  PROP_EDIT_NAME,
  PROP_REQUIRED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_QUARK (dateline-field-error-quark, dateline_field_error)
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DatelineField, dateline_field, ADW_TYPE_PREFERENCES_ROW)

DatelineFieldPrivate *
_dateline_field_get_private (DatelineField *self)
{
  return dateline_field_get_instance_private (self);
}

void
_dateline_field_set_message (DatelineField *self,
                             const char    *message,
                             gboolean       is_error)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  gtk_label_set_label (priv->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->message_label), message != NULL && *message != '\0');
  if (is_error)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "invalid");
      gtk_widget_remove_css_class (GTK_WIDGET (priv->message_label), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
      gtk_widget_add_css_class (GTK_WIDGET (priv->message_label), "dim-label");
    }
  if (priv->focus != NULL)
    {
      gtk_accessible_update_state (GTK_ACCESSIBLE (priv->focus),
                                   GTK_ACCESSIBLE_STATE_INVALID, is_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                                   -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message != NULL ? message : "",
                                      -1);
    }
}

void
_dateline_field_set_conflict (DatelineField *self,
                              const GValue  *theirs)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  priv->conflict = theirs != NULL;
  gtk_widget_set_visible (priv->conflict_box, priv->conflict);
  if (theirs != NULL)
    {
      g_autofree char *words = DATELINE_FIELD_GET_CLASS (self)->describe (self, theirs);
      /* Translators: %s is the value of a field as it is now */
      g_autofree char *text = *words != '\0' ? g_strdup_printf (_("Someone else changed this to “%s”"), words)
                                             : g_strdup (_("Someone else left this empty"));

      gtk_label_set_label (priv->conflict_label, text);
    }
}

void
_dateline_field_show_preview (DatelineField *self,
                              const GValue  *value)
{
  DatelineFieldClass *klass = DATELINE_FIELD_GET_CLASS (self);
  g_autofree char *preview = klass->preview != NULL ? klass->preview (self, value) : NULL;

  _dateline_field_set_message (self, preview, FALSE);
}

void
_dateline_field_display (DatelineField *self,
                         const GValue  *value)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  priv->displaying = TRUE;
  DATELINE_FIELD_GET_CLASS (self)->display (self, value);
  priv->displaying = FALSE;
  _dateline_field_show_preview (self, value);
}

static void
keep_mine_cb (DatelineField *self)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  g_clear_object (&priv->base);
  priv->base = _dateline_field_copy (priv->target);
  _dateline_field_set_conflict (self, NULL);
  _dateline_field_apply (self, TRUE);
  dateline_field_focus_editor (self);
}

static void
use_theirs_cb (DatelineField *self)
{
  _dateline_field_settle (self, TRUE);
  dateline_field_focus_editor (self);
}

static gboolean
left_cb (gpointer user_data)
{
  DatelineField *self = DATELINE_FIELD (user_data);
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  priv->left_id = 0;
  if (DATELINE_FIELD_GET_CLASS (self)->left != NULL)
    DATELINE_FIELD_GET_CLASS (self)->left (self);
  /* What was typed another way than it is written, such as a date, is now shown as it is kept. */
  if (!priv->dirty)
    _dateline_field_settle (self, TRUE);
  else
    _dateline_field_apply (self, TRUE);

  return G_SOURCE_REMOVE;
}

/* GTK is still on its way from one widget to the other: nothing may go from under it. */
static void
focus_left_cb (DatelineField *self)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  if (priv->target != NULL && priv->left_id == 0)
    priv->left_id = g_idle_add (left_cb, self);
}

static void
pressed_cb (DatelineField *self)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  if (priv->focus != NULL && !gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))), GTK_WIDGET (self)))
    gtk_widget_grab_focus (priv->focus);
}

static void
let_go (DatelineField *self)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  g_clear_handle_id (&priv->timeout, g_source_remove);
  g_clear_handle_id (&priv->left_id, g_source_remove);
  if (priv->list != NULL)
    g_signal_handlers_disconnect_by_func (priv->list, _dateline_field_target_changed, self);
  if (priv->target != NULL)
    g_signal_handlers_disconnect_by_func (priv->target, _dateline_field_target_changed, self);
  g_clear_object (&priv->list);
  g_clear_object (&priv->target);
  g_clear_object (&priv->base);
  g_clear_object (&priv->sent);
  g_clear_object (&priv->session);
  priv->dirty = FALSE;
  priv->waiting = FALSE;
}

static void
dateline_field_real_load (DatelineField *self,
                          GObject       *object,
                          GValue        *value)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  dateline_field_value_load (object, priv->property, value);
}

static void
dateline_field_real_store (DatelineField *self,
                           GObject       *draft,
                           const GValue  *value)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  dateline_field_value_store (draft, priv->property, value);
}

static char *
dateline_field_real_describe (DatelineField *self,
                              const GValue  *value)
{
  return dateline_field_value_describe (value);
}

static void
dateline_field_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (DATELINE_FIELD (object));

  switch (prop_id)
    {
    case PROP_PROPERTY:
      g_value_set_string (value, priv->property);
      break;
    case PROP_EDIT_NAME:
      g_value_set_string (value, priv->edit_name);
      break;
    case PROP_REQUIRED:
      g_value_set_string (value, priv->required);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_field_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (DATELINE_FIELD (object));

  switch (prop_id)
    {
    case PROP_PROPERTY:
      priv->property = g_value_dup_string (value);
      break;
    case PROP_EDIT_NAME:
      priv->edit_name = g_value_dup_string (value);
      break;
    case PROP_REQUIRED:
      priv->required = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_field_dispose (GObject *object)
{
  let_go (DATELINE_FIELD (object));

  G_OBJECT_CLASS (dateline_field_parent_class)->dispose (object);
}

static void
dateline_field_finalize (GObject *object)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (DATELINE_FIELD (object));

  g_clear_pointer (&priv->property, g_free);
  g_clear_pointer (&priv->edit_name, g_free);
  g_clear_pointer (&priv->required, g_free);

  G_OBJECT_CLASS (dateline_field_parent_class)->finalize (object);
}

static void
dateline_field_class_init (DatelineFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_field_dispose;
  object_class->finalize = dateline_field_finalize;
  object_class->get_property = dateline_field_get_property;
  object_class->set_property = dateline_field_set_property;

  klass->load = dateline_field_real_load;
  klass->store = dateline_field_real_store;
  klass->describe = dateline_field_real_describe;

  /**
   * DatelineField:property:
   *
   * The name of the property that the field edits.
   */
  properties[PROP_PROPERTY] =
    g_param_spec_string ("property", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineField:edit-name:
   *
   * What a change is called where it is undone: "Change Title".
   */
  properties[PROP_EDIT_NAME] =
    g_param_spec_string ("edit-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineField:required:
   *
   * Why the field must not be empty; %NULL where it may be.
   */
  properties[PROP_REQUIRED] =
    g_param_spec_string ("required", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-field.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DatelineField, line);
  gtk_widget_class_bind_template_child_private (widget_class, DatelineField, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, DatelineField, message_label);
  gtk_widget_class_bind_template_child_private (widget_class, DatelineField, conflict_box);
  gtk_widget_class_bind_template_child_private (widget_class, DatelineField, conflict_label);
  gtk_widget_class_bind_template_callback (widget_class, keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
dateline_field_init (DatelineField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_field_bind:
 * @self: a `DatelineField`
 * @session: (nullable): the session to edit in
 * @target: (nullable): the item, or the story, that the field shows
 *
 * Shows another item, or none. What was typed and not applied is in the drafts of the session, and is shown again with its
 * item.
 */
void
dateline_field_bind (DatelineField   *self,
                     DatelineSession *session,
                     GObject         *target)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);
  g_autofree char *signal = NULL;
  GParamSpec *pspec;

  g_return_if_fail (DATELINE_IS_FIELD (self));
  g_return_if_fail ((session == NULL) == (target == NULL));

  let_go (self);
  if (target == NULL)
    return;

  pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (target), priv->property);
  g_return_if_fail (pspec != NULL);

  priv->session = g_object_ref (session);
  priv->target = g_object_ref (target);
  signal = g_strconcat ("notify::", priv->property, NULL);
  g_signal_connect_object (target, signal, G_CALLBACK (_dateline_field_target_changed), self, G_CONNECT_SWAPPED);
  if (g_type_is_a (pspec->value_type, G_TYPE_LIST_MODEL))
    {
      g_object_get (target, priv->property, &priv->list, NULL);
      g_signal_connect_object (priv->list, "items-changed", G_CALLBACK (_dateline_field_target_changed), self, G_CONNECT_SWAPPED);
    }
  if (DATELINE_FIELD_GET_CLASS (self)->bound != NULL)
    DATELINE_FIELD_GET_CLASS (self)->bound (self);
  _dateline_field_settle (self, TRUE);
  _dateline_field_restore (self);
}

/**
 * dateline_field_focus_editor:
 * @self: a `DatelineField`
 *
 * Gives the keys to the editor, at the end of what stands there.
 */
void
dateline_field_focus_editor (DatelineField *self)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_FIELD (self));

  /* Selected as a whole, it would be gone with the first key. */
  if (GTK_IS_TEXT_VIEW (priv->focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (priv->focus));
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_place_cursor (buffer, &end);
      gtk_widget_grab_focus (priv->focus);
    }
  else if (GTK_IS_ENTRY (priv->focus))
    {
      gtk_entry_grab_focus_without_selecting (GTK_ENTRY (priv->focus));
      gtk_editable_set_position (GTK_EDITABLE (priv->focus), -1);
    }
  else if (priv->focus != NULL)
    {
      gtk_widget_grab_focus (priv->focus);
    }
}

/**
 * dateline_field_select_editor:
 * @self: a `DatelineField`
 *
 * Gives the keys to the editor, with all that stands there selected: what is typed takes its place.
 */
void
dateline_field_select_editor (DatelineField *self)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_FIELD (self));

  if (priv->focus == NULL)
    return;

  /* An entry selects by itself. */
  gtk_widget_grab_focus (priv->focus);
  if (GTK_IS_TEXT_VIEW (priv->focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (priv->focus));
      GtkTextIter start;
      GtkTextIter end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_select_range (buffer, &end, &start);
    }
}

/**
 * dateline_field_set_editor:
 * @self: a `DatelineField`
 * @editor: what the value is edited with
 * @focus: the widget in @editor that takes the keys, which the title names
 * @beside: %TRUE for an editor beside the title, %FALSE for one below it
 *
 * Called once, when a field is made.
 */
void
dateline_field_set_editor (DatelineField *self,
                           GtkWidget     *editor,
                           GtkWidget     *focus,
                           gboolean       beside)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  g_return_if_fail (DATELINE_IS_FIELD (self));
  g_return_if_fail (priv->editor == NULL);

  priv->editor = editor;
  priv->focus = focus;
  gtk_box_append (priv->line, editor);
  gtk_label_set_mnemonic_widget (priv->title_label, focus);
  if (beside)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (priv->line), GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_spacing (priv->line, 12);
      gtk_widget_set_hexpand (GTK_WIDGET (priv->title_label), TRUE);
      gtk_widget_set_halign (editor, GTK_ALIGN_END);
      gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (GTK_WIDGET (self), "beside");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (priv->title_label), "field-title");
    }
}

/**
 * dateline_field_get_session:
 * @self: a `DatelineField`
 *
 * The session that the field edits in.
 *
 * Returns: (transfer none) (nullable): the session, or %NULL before it has one
 */
DatelineSession *
dateline_field_get_session (DatelineField *self)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_FIELD (self), NULL);

  return priv->session;
}

/**
 * dateline_field_get_target:
 * @self: a `DatelineField`
 *
 * The item, or the story, that the field shows.
 *
 * Returns: (transfer none) (nullable): the object, or %NULL without one
 */
GObject *
dateline_field_get_target (DatelineField *self)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_FIELD (self), NULL);

  return priv->target;
}

/**
 * dateline_field_get_name:
 * @self: a `DatelineField`
 *
 * What the reader calls the field: its title, without the mark of a mnemonic.
 *
 * Returns: the name
 */
const char *
dateline_field_get_name (DatelineField *self)
{
  DatelineFieldPrivate *priv = dateline_field_get_instance_private (self);

  g_return_val_if_fail (DATELINE_IS_FIELD (self), "");

  return gtk_label_get_text (priv->title_label);
}
