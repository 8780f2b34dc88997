/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for several words: aliases, names, hashtags, themes; as chips, with what the story has already on offer. */
#include "config.h"

#include "dateline-tags-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-text.h"
#include "dateline-wrap-box.h"

#define MAX_SUGGESTIONS 6

struct _DatelineTagsEntry
{
  DatelineField parent_instance;

  gboolean         hashtags;
  gboolean         suggests;
  GPtrArray       *tags;

  DatelineWrapBox *chips;
  GtkEntry        *text;
  DatelineWrapBox *suggestions;
};

enum
{
  PROP_0,
  PROP_HASHTAGS,
  PROP_SUGGESTS,
  PROP_PLACEHOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineTagsEntry, dateline_tags_entry, DATELINE_TYPE_FIELD)

static gboolean
has_tag (DatelineTagsEntry *self,
         const char        *tag)
{
  return g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal, NULL);
}

static void
remove_tag (DatelineTagsEntry *self,
            guint              position)
{
  g_ptr_array_remove_index (self->tags, position);
}

static void show_chips (DatelineTagsEntry *self);

static void
chip_clicked_cb (DatelineTagsEntry *self,
                 GtkWidget         *chip)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->tags, g_object_get_data (G_OBJECT (chip), "tag"), g_str_equal, &position))
    return;

  remove_tag (self, position);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  show_chips (self);
  dateline_field_touch (DATELINE_FIELD (self));
  dateline_field_commit (DATELINE_FIELD (self));
}

static GtkWidget *
create_chip (DatelineTagsEntry *self,
             const char        *tag,
             gboolean           addition)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = g_strconcat (self->hashtags ? "#" : "", tag, NULL);
  GtkWidget *label = gtk_label_new (text);
  /* Translators: %s is a word, such as a hashtag */
  g_autofree char *name = g_strdup_printf (addition ? _("Add “%s”") : _("Remove “%s”"), tag);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (addition ? "list-add-symbolic" : "window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "tag", g_strdup (tag), g_free);

  return chip;
}

static void
show_chips (DatelineTagsEntry *self)
{
  dateline_wrap_box_clear (self->chips);
  for (guint i = 0; i < self->tags->len; i++)
    {
      GtkWidget *chip = create_chip (self, g_ptr_array_index (self->tags, i), FALSE);

      g_signal_connect_swapped (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
      dateline_wrap_box_append (self->chips, chip);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->tags->len > 0);
}

/* Takes what is typed; tells whether there was anything. */
static gboolean
take_text (DatelineTagsEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  g_auto(GStrv) pieces = g_strsplit (text, self->suggests ? "," : "\n", -1);
  gboolean found = FALSE;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *tag = g_strstrip (pieces[i]);

      while (self->hashtags && *tag == '#')
        tag++;
      if (*tag == '\0')
        continue;
      found = TRUE;
      if (!has_tag (self, tag))
        g_ptr_array_add (self->tags, self->suggests && !self->hashtags ? g_utf8_strdown (tag, -1) : g_strdup (tag));
    }
  if (*text != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  if (found)
    show_chips (self);

  return found;
}

static void
add_tag (DatelineTagsEntry *self)
{
  if (!take_text (self))
    return;

  dateline_field_touch (DATELINE_FIELD (self));
  dateline_field_commit (DATELINE_FIELD (self));
}

static void
suggestion_clicked_cb (DatelineTagsEntry *self,
                       GtkWidget         *chip)
{
  g_autofree char *tag = g_strdup (g_object_get_data (G_OBJECT (chip), "tag"));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_editable_set_text (GTK_EDITABLE (self->text), tag);
  add_tag (self);
}

/* What other items of the story have in the same property */
static GPtrArray *
find_suggestions (DatelineTagsEntry *self,
                  const char        *words)
{
  g_autofree char *property = NULL;
  GObject *target = dateline_field_get_target (DATELINE_FIELD (self));
  DatelineStory *story = dateline_session_get_story (dateline_field_get_session (DATELINE_FIELD (self)));
  GListModel *items = dateline_story_get_items (story, dateline_item_get_kind (DATELINE_ITEM (target)));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  g_object_get (self, "property", &property, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (items) && found->len < MAX_SUGGESTIONS; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, i);
      g_auto(GStrv) tags = NULL;

      g_object_get (item, property, &tags, NULL);
      for (guint j = 0; tags != NULL && tags[j] != NULL && found->len < MAX_SUGGESTIONS; j++)
        if (!has_tag (self, tags[j]) && !g_ptr_array_find_with_equal_func (found, tags[j], g_str_equal, NULL) &&
            (*words == '\0' || dateline_text_matches (tags[j], words)))
          g_ptr_array_add (found, g_strdup (tags[j]));
    }

  return found;
}

static void
show_suggestions (DatelineTagsEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *words = g_strstrip (g_strdup (self->hashtags && *text == '#' ? text + 1 : text));
  g_autoptr(GPtrArray) found = NULL;

  dateline_wrap_box_clear (self->suggestions);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), FALSE);
  if (!self->suggests || *words == '\0' || dateline_field_get_target (DATELINE_FIELD (self)) == NULL)
    return;

  found = find_suggestions (self, words);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *chip = create_chip (self, g_ptr_array_index (found, i), TRUE);

      gtk_widget_add_css_class (chip, "suggested");
      g_signal_connect_swapped (chip, "clicked", G_CALLBACK (suggestion_clicked_cb), self);
      dateline_wrap_box_append (self->suggestions, chip);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), found->len > 0);
}

static void
text_changed_cb (DatelineTagsEntry *self)
{
  if (self->suggests && strchr (gtk_editable_get_text (GTK_EDITABLE (self->text)), ',') != NULL)
    {
      add_tag (self);
      return;
    }

  show_suggestions (self);
}

static gboolean
key_pressed_cb (DatelineTagsEntry *self,
                guint              keyval)
{
  if (keyval != GDK_KEY_BackSpace || *gtk_editable_get_text (GTK_EDITABLE (self->text)) != '\0' || self->tags->len == 0)
    return GDK_EVENT_PROPAGATE;

  remove_tag (self, self->tags->len - 1);
  show_chips (self);
  dateline_field_touch (DATELINE_FIELD (self));
  dateline_field_commit (DATELINE_FIELD (self));

  return GDK_EVENT_STOP;
}

static void
dateline_tags_entry_left (DatelineField *field)
{
  if (take_text (DATELINE_TAGS_ENTRY (field)))
    dateline_field_touch (field);
}

static void
dateline_tags_entry_display (DatelineField *field,
                             const GValue  *value)
{
  DatelineTagsEntry *self = DATELINE_TAGS_ENTRY (field);
  char **tags = g_value_get_boxed (value);

  g_ptr_array_set_size (self->tags, 0);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    g_ptr_array_add (self->tags, g_strdup (tags[i]));
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  show_chips (self);
}

static gboolean
dateline_tags_entry_read (DatelineField  *field,
                          GValue         *value,
                          GError        **error)
{
  DatelineTagsEntry *self = DATELINE_TAGS_ENTRY (field);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->tags->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->tags, i));
  g_value_take_boxed (value, g_strv_builder_end (builder));

  return TRUE;
}

static void
dateline_tags_entry_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DatelineTagsEntry *self = DATELINE_TAGS_ENTRY (object);

  switch (prop_id)
    {
    case PROP_HASHTAGS:
      self->hashtags = g_value_get_boolean (value);
      break;
    case PROP_SUGGESTS:
      self->suggests = g_value_get_boolean (value);
      break;
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->text, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_tags_entry_finalize (GObject *object)
{
  g_ptr_array_unref (DATELINE_TAGS_ENTRY (object)->tags);

  G_OBJECT_CLASS (dateline_tags_entry_parent_class)->finalize (object);
}

static void
dateline_tags_entry_class_init (DatelineTagsEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineFieldClass *field_class = DATELINE_FIELD_CLASS (klass);

  object_class->finalize = dateline_tags_entry_finalize;
  object_class->set_property = dateline_tags_entry_set_property;

  field_class->display = dateline_tags_entry_display;
  field_class->read = dateline_tags_entry_read;
  field_class->left = dateline_tags_entry_left;

  /**
   * DatelineTagsEntry:hashtags:
   *
   * Whether the words are shown, and may be typed, with a # that the story does not keep.
   */
  properties[PROP_HASHTAGS] =
    g_param_spec_boolean ("hashtags", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineTagsEntry:suggests:
   *
   * Whether the words come from a stock: those of the story are offered, and commas separate them.
   */
  properties[PROP_SUGGESTS] =
    g_param_spec_boolean ("suggests", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineTagsEntry:placeholder:
   *
   * What stands where the next one is typed.
   */
  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_tags_entry_init (DatelineTagsEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->chips = DATELINE_WRAP_BOX (dateline_wrap_box_new ());
  self->suggestions = DATELINE_WRAP_BOX (dateline_wrap_box_new ());
  self->text = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_has_frame (self->text, FALSE);
  gtk_entry_set_placeholder_text (self->text, _("Add…"));
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "field-text");
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (add_tag), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->suggestions));
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), FALSE);

  dateline_field_set_editor (DATELINE_FIELD (self), box, GTK_WIDGET (self->text), FALSE);
}
