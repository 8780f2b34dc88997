/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A public post or comment that answers an event or another reaction. */
#include "config.h"

#include "dateline-reaction.h"

#include <string.h>

#include "dateline-field.h"
#include "dateline-item-private.h"
#include "dateline-passage.h"
#include "dateline-text.h"

/* A piece of a post shorter than this many letters may stand in an article by chance. */
#define SHORTEST_EXCERPT 12

G_DEFINE_ENUM_TYPE (DatelineReactionForm, dateline_reaction_form,
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_FORM_POST, "post"),
                    G_DEFINE_ENUM_VALUE (DATELINE_REACTION_FORM_COMMENT, "comment"))

struct _DatelineReaction
{
  DatelineItem parent_instance;

  DatelinePerson      *author;
  char                *handle;
  char                *platform;
  DatelineDate        *date;
  DatelineReactionForm form;
  char                *text;
  GStrv                hashtags;
  GStrv                themes;
  char                *language;
  char                *url;
  DatelineItem        *answers;
};

enum
{
  PROP_0,
  PROP_AUTHOR,
  PROP_HANDLE,
  PROP_PLATFORM,
  PROP_DATE,
  PROP_FORM,
  PROP_TEXT,
  PROP_HASHTAGS,
  PROP_THEMES,
  PROP_LANGUAGE,
  PROP_URL,
  PROP_ANSWERS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DatelineReaction, dateline_reaction, DATELINE_TYPE_ITEM)

static const char *
dateline_reaction_get_label (DatelineItem *item)
{
  DatelineReaction *self = DATELINE_REACTION (item);

  return self->text;
}

static void
dateline_reaction_unlink (DatelineItem *item)
{
  dateline_reaction_set_answers (DATELINE_REACTION (item), NULL);
}

static void
dateline_reaction_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DatelineReaction *self = DATELINE_REACTION (object);

  switch (prop_id)
    {
    case PROP_AUTHOR:
      g_value_set_object (value, dateline_reaction_get_author (self));
      break;
    case PROP_HANDLE:
      g_value_set_string (value, dateline_reaction_get_handle (self));
      break;
    case PROP_PLATFORM:
      g_value_set_string (value, dateline_reaction_get_platform (self));
      break;
    case PROP_DATE:
      g_value_set_boxed (value, dateline_reaction_get_date (self));
      break;
    case PROP_FORM:
      g_value_set_enum (value, dateline_reaction_get_form (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, dateline_reaction_get_text (self));
      break;
    case PROP_HASHTAGS:
      g_value_set_boxed (value, dateline_reaction_get_hashtags (self));
      break;
    case PROP_THEMES:
      g_value_set_boxed (value, dateline_reaction_get_themes (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, dateline_reaction_get_language (self));
      break;
    case PROP_URL:
      g_value_set_string (value, dateline_reaction_get_url (self));
      break;
    case PROP_ANSWERS:
      g_value_set_object (value, dateline_reaction_get_answers (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_reaction_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DatelineReaction *self = DATELINE_REACTION (object);
  gboolean is_changed = FALSE;

  switch (prop_id)
    {
    case PROP_AUTHOR:
      is_changed = g_set_object (&self->author, g_value_get_object (value));
      break;
    case PROP_HANDLE:
      is_changed = dateline_field_set_string (&self->handle, value);
      break;
    case PROP_PLATFORM:
      is_changed = dateline_field_set_string (&self->platform, value);
      break;
    case PROP_DATE:
      is_changed = dateline_field_set_date (&self->date, value);
      break;
    case PROP_FORM:
      is_changed = self->form != g_value_get_enum (value);
      self->form = g_value_get_enum (value);
      break;
    case PROP_TEXT:
      is_changed = dateline_field_set_string (&self->text, value);
      break;
    case PROP_HASHTAGS:
      is_changed = dateline_field_set_strings (&self->hashtags, value);
      break;
    case PROP_THEMES:
      is_changed = dateline_field_set_strings (&self->themes, value);
      break;
    case PROP_LANGUAGE:
      is_changed = dateline_field_set_string (&self->language, value);
      break;
    case PROP_URL:
      is_changed = dateline_field_set_string (&self->url, value);
      break;
    case PROP_ANSWERS:
      dateline_reaction_set_answers (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (is_changed)
    g_object_notify_by_pspec (object, pspec);
  if (is_changed && prop_id == PROP_TEXT)
    dateline_item_notify_label (DATELINE_ITEM (self));
}

static void
dateline_reaction_dispose (GObject *object)
{
  DatelineReaction *self = DATELINE_REACTION (object);

  g_clear_object (&self->author);
  g_clear_object (&self->answers);

  G_OBJECT_CLASS (dateline_reaction_parent_class)->dispose (object);
}

static void
dateline_reaction_finalize (GObject *object)
{
  DatelineReaction *self = DATELINE_REACTION (object);

  g_clear_pointer (&self->handle, dateline_field_free_string);
  g_clear_pointer (&self->platform, dateline_field_free_string);
  g_clear_pointer (&self->date, dateline_date_unref);
  g_clear_pointer (&self->text, dateline_field_free_string);
  g_clear_pointer (&self->hashtags, dateline_field_free_strings);
  g_clear_pointer (&self->themes, dateline_field_free_strings);
  g_clear_pointer (&self->language, dateline_field_free_string);
  g_clear_pointer (&self->url, dateline_field_free_string);

  G_OBJECT_CLASS (dateline_reaction_parent_class)->finalize (object);
}

static void
dateline_reaction_class_init (DatelineReactionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DatelineItemClass *item_class = DATELINE_ITEM_CLASS (klass);

  object_class->dispose = dateline_reaction_dispose;
  object_class->finalize = dateline_reaction_finalize;
  object_class->get_property = dateline_reaction_get_property;
  object_class->set_property = dateline_reaction_set_property;

  item_class->kind = DATELINE_ITEM_REACTION;
  item_class->get_label = dateline_reaction_get_label;
  item_class->unlink = dateline_reaction_unlink;

  /**
   * DatelineReaction:author:
   *
   * Who wrote it.
   */
  properties[PROP_AUTHOR] =
    g_param_spec_object ("author", NULL, NULL, DATELINE_TYPE_PERSON, DATELINE_FIELD);

  /**
   * DatelineReaction:handle:
   *
   * The account name without "@".
   */
  properties[PROP_HANDLE] =
    g_param_spec_string ("handle", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineReaction:platform:
   *
   * Where it was posted, such as "Twitter".
   */
  properties[PROP_PLATFORM] =
    g_param_spec_string ("platform", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineReaction:date:
   *
   * When it was posted.
   */
  properties[PROP_DATE] =
    g_param_spec_boxed ("date", NULL, NULL, DATELINE_TYPE_DATE, DATELINE_FIELD);

  /**
   * DatelineReaction:form:
   *
   * Whether it is a post or a comment under one.
   */
  properties[PROP_FORM] =
    g_param_spec_enum ("form", NULL, NULL, DATELINE_TYPE_REACTION_FORM, DATELINE_REACTION_FORM_POST,
                       DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineReaction:text:
   *
   * The exact text, with emoji, hashtags and links.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineReaction:hashtags:
   *
   * The hashtags in the text, without "#".
   */
  properties[PROP_HASHTAGS] =
    g_param_spec_boxed ("hashtags", NULL, NULL, G_TYPE_STRV, DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineReaction:themes:
   *
   * What the reaction is about, as lower-case words.
   */
  properties[PROP_THEMES] =
    g_param_spec_boxed ("themes", NULL, NULL, G_TYPE_STRV, DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineReaction:language:
   *
   * The language of the text, as a BCP 47 tag.
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineReaction:url:
   *
   * The address of the post, or an empty string.
   */
  properties[PROP_URL] =
    g_param_spec_string ("url", NULL, NULL, "", DATELINE_FIELD_WITH_DEFAULT);

  /**
   * DatelineReaction:answers:
   *
   * The event or reaction it answers.
   */
  properties[PROP_ANSWERS] =
    g_param_spec_object ("answers", NULL, NULL, DATELINE_TYPE_ITEM, DATELINE_FIELD);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_reaction_init (DatelineReaction *self)
{
}

/**
 * dateline_reaction_get_author:
 * @self: a `DatelineReaction`
 *
 * Who wrote it.
 *
 * Returns: (transfer none) (nullable): the author
 */
DatelinePerson *
dateline_reaction_get_author (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return self->author;
}

/**
 * dateline_reaction_get_handle:
 * @self: a `DatelineReaction`
 *
 * The account name without "@".
 *
 * Returns: the handle
 */
const char *
dateline_reaction_get_handle (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return self->handle;
}

/**
 * dateline_reaction_get_platform:
 * @self: a `DatelineReaction`
 *
 * Where it was posted, such as "Twitter".
 *
 * Returns: the platform
 */
const char *
dateline_reaction_get_platform (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return self->platform;
}

/**
 * dateline_reaction_get_date:
 * @self: a `DatelineReaction`
 *
 * When it was posted.
 *
 * Returns: (transfer none) (nullable): the date
 */
DatelineDate *
dateline_reaction_get_date (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return self->date;
}

/**
 * dateline_reaction_get_form:
 * @self: a `DatelineReaction`
 *
 * Whether it is a post or a comment under one.
 *
 * Returns: the form
 */
DatelineReactionForm
dateline_reaction_get_form (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), DATELINE_REACTION_FORM_POST);

  return self->form;
}

/**
 * dateline_reaction_get_text:
 * @self: a `DatelineReaction`
 *
 * The exact text, with emoji, hashtags and links.
 *
 * Returns: the text
 */
const char *
dateline_reaction_get_text (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return self->text;
}

/**
 * dateline_reaction_get_hashtags:
 * @self: a `DatelineReaction`
 *
 * The hashtags in the text, without "#".
 *
 * Returns: (transfer none) (array zero-terminated=1): the hashtags
 */
const char * const *
dateline_reaction_get_hashtags (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return (const char * const *) self->hashtags;
}

/**
 * dateline_reaction_get_themes:
 * @self: a `DatelineReaction`
 *
 * What the reaction is about, as lower-case words.
 *
 * Returns: (transfer none) (array zero-terminated=1): the themes
 */
const char * const *
dateline_reaction_get_themes (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return (const char * const *) self->themes;
}

/**
 * dateline_reaction_get_language:
 * @self: a `DatelineReaction`
 *
 * The language of the text, as a BCP 47 tag.
 *
 * Returns: the language
 */
const char *
dateline_reaction_get_language (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return self->language;
}

/**
 * dateline_reaction_get_url:
 * @self: a `DatelineReaction`
 *
 * The address of the post, or an empty string.
 *
 * Returns: the url
 */
const char *
dateline_reaction_get_url (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return self->url;
}

/**
 * dateline_reaction_get_answers:
 * @self: a `DatelineReaction`
 *
 * The event or reaction it answers.
 *
 * Returns: (transfer none) (nullable): the answers
 */
DatelineItem *
dateline_reaction_get_answers (DatelineReaction *self)
{
  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  return self->answers;
}

/**
 * dateline_reaction_set_answers:
 * @self: a `DatelineReaction`
 * @answers: (nullable): the event or reaction it answers.
 *
 * Sets what the reaction answers. A reader calls this once every item exists.
 */
void
dateline_reaction_set_answers (DatelineReaction *self,
                               DatelineItem *answers)
{
  g_return_if_fail (DATELINE_IS_REACTION (self));

  if (g_set_object (&self->answers, answers))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWERS]);
}

/**
 * dateline_reaction_get_root:
 * @self: a `DatelineReaction`
 *
 * What the thread that the reaction belongs to began with: mostly an event, or a reaction that answers nothing.
 *
 * Returns: (transfer none): the event, or the first reaction; @self itself if it answers nothing
 */
DatelineItem *
dateline_reaction_get_root (DatelineReaction *self)
{
  DatelineItem *root = DATELINE_ITEM (self);
  DatelineItem *slow = root;
  gboolean odd = FALSE;

  g_return_val_if_fail (DATELINE_IS_REACTION (self), NULL);

  while (DATELINE_IS_REACTION (root) && DATELINE_REACTION (root)->answers != NULL)
    {
      root = DATELINE_REACTION (root)->answers;
      /* A file may say of two reactions that each answers the other: the slower walker is met again. */
      if (odd)
        slow = DATELINE_REACTION (slow)->answers;
      odd = !odd;
      if (root == slow)
        return DATELINE_ITEM (self);
    }

  return root;
}

/* The letters of a text, without what typesetting changes: case, spacing, quotation marks. */
static char *
bare_letters (const char *text)
{
  g_autofree char *folded = dateline_text_fold (text);
  GString *bare = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '"' && c != '\'')
        g_string_append_unichar (bare, c);
    }

  return g_string_free (bare, FALSE);
}

/**
 * dateline_reaction_compare:
 * @self: a `DatelineReaction`
 * @passage: a place where an article tells of it
 *
 * Tells whether an article carries the post's own words, all of them or a piece, or tells of them in others.
 *
 * Returns: how the passage renders the post
 */
DatelineRendering
dateline_reaction_compare (DatelineReaction *self,
                           DatelinePassage  *passage)
{
  g_autofree char *own = NULL;
  g_autofree char *carried = NULL;

  g_return_val_if_fail (DATELINE_IS_REACTION (self), DATELINE_RENDERING_PARAPHRASE);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), DATELINE_RENDERING_PARAPHRASE);

  own = bare_letters (self->text);
  carried = bare_letters (dateline_passage_get_exact (passage));

  if (strcmp (own, carried) == 0)
    return DATELINE_RENDERING_VERBATIM;
  /* An article that carries more than the post, such as its author's name, carries it whole. */
  if (*own != '\0' && g_utf8_strlen (own, -1) >= SHORTEST_EXCERPT && strstr (carried, own) != NULL)
    return DATELINE_RENDERING_VERBATIM;
  if (g_utf8_strlen (carried, -1) >= SHORTEST_EXCERPT && strstr (own, carried) != NULL)
    return DATELINE_RENDERING_EXCERPT;

  return DATELINE_RENDERING_PARAPHRASE;
}
