/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what is cited from an article or a post, so that the styles need not know which of the two they have. */
#include "config.h"

#include "dateline-work.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-escape.h"
#include "dateline-person.h"

/* A post has no title; all three styles take its beginning. APA counts words, a script without spaces has none. */
#define MAX_TITLE_WORDS       20
#define MAX_TITLE_CHARACTERS 280

static DatelineWork *
work_new (void)
{
  DatelineWork *self = g_new0 (DatelineWork, 1);

  self->authors = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_name_free);

  return self;
}

/* One line, without white space at the ends. */
static char *
dup_line (const char *text)
{
  g_autoptr(GString) line = g_string_new (NULL);

  dateline_escape_line (line, text);

  return g_strdup (g_strstrip (line->str));
}

static char *
dup_line_or_null (const char *text)
{
  g_autofree char *line = dup_line (text);

  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/**
 * dateline_work_new_article:
 * @article: an article
 *
 * Reads what is cited of an article.
 *
 * Returns: (transfer full): the work
 */
DatelineWork *
dateline_work_new_article (DatelineArticle *article)
{
  DatelineWork *self;
  const char * const *byline;

  g_return_val_if_fail (DATELINE_IS_ARTICLE (article), NULL);

  self = work_new ();
  byline = dateline_article_get_byline (article);
  for (guint i = 0; byline[i] != NULL; i++)
    {
      g_autofree char *author = dup_line_or_null (byline[i]);

      if (author != NULL)
        g_ptr_array_add (self->authors,
                         dateline_name_new (author, g_strcmp0 (author, dateline_article_get_publisher (article)) != 0));
    }

  self->title = dup_line_or_null (dateline_article_get_headline (article));
  if (self->title == NULL)
    {
      /* Translators: stands in a citation for the title of an article that has none */
      self->title = g_strdup (C_("citation", "Untitled article"));
      self->untitled = TRUE;
    }
  self->container = dup_line_or_null (dateline_article_get_publisher (article));
  self->issued = dateline_article_get_published (article);
  self->accessed = dateline_article_get_accessed (article);
  if (dateline_escape_is_web_address (dateline_article_get_url (article)))
    self->url = dateline_article_get_url (article);

  return self;
}

static char *
dup_beginning (const char *text,
               gboolean   *shortened)
{
  g_autofree char *line = dup_line (text);
  gboolean in_word = FALSE;
  guint words = 0;
  guint n = 0;

  *shortened = FALSE;
  for (char *p = line; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean space = g_unichar_isspace (c);
      /* Never cut between a sign and what is joined to it: marks, variation selectors, skin tones, joiners. */
      gboolean joined = n > 0 && (g_unichar_ismark (c) || c == 0x200d || (c >= 0x1f3fb && c <= 0x1f3ff) ||
                                  g_utf8_get_char (g_utf8_prev_char (p)) == 0x200d);

      if (!space && !in_word && ++words > MAX_TITLE_WORDS)
        *shortened = TRUE;
      if (n >= MAX_TITLE_CHARACTERS && !joined)
        *shortened = TRUE;
      if (*shortened)
        {
          *p = '\0';
          break;
        }
      in_word = !space;
    }

  /* A comma before the dots would say nothing. */
  if (*shortened)
    {
      gsize length = strlen (g_strchomp (line));

      while (length > 0 && strchr (",;:-", line[length - 1]) != NULL)
        line[--length] = '\0';
    }

  return g_strdup (g_strchomp (line));
}

static const char *
get_genre (DatelineReaction *reaction)
{
  if (dateline_reaction_get_form (reaction) == DATELINE_REACTION_FORM_COMMENT)
    /* Translators: what kind of work a citation is about: a comment under a public post */
    return C_("citation", "Comment");
  if (g_ascii_strcasecmp (dateline_reaction_get_platform (reaction), "Twitter") == 0)
    /* Translators: what kind of work a citation is about: a public post on Twitter */
    return C_("citation", "Tweet");

  /* Translators: what kind of work a citation is about: a public post */
  return C_("citation", "Post");
}

/**
 * dateline_work_new_post:
 * @reaction: a public post or comment
 *
 * Reads what is cited of a post.
 *
 * Returns: (transfer full): the work
 */
DatelineWork *
dateline_work_new_post (DatelineReaction *reaction)
{
  DatelineWork *self;
  DatelinePerson *author;
  g_autofree char *handle = NULL;

  g_return_val_if_fail (DATELINE_IS_REACTION (reaction), NULL);

  self = work_new ();
  author = dateline_reaction_get_author (reaction);
  handle = dup_line_or_null (dateline_reaction_get_handle (reaction));
  if (handle != NULL)
    self->handle = g_strconcat ("@", handle, NULL);
  if (author != NULL)
    {
      g_autofree char *name = dup_line_or_null (dateline_person_get_name (author));
      gboolean personal = dateline_person_get_person_kind (author) == DATELINE_PERSON_KIND_PERSON;

      if (name != NULL)
        g_ptr_array_add (self->authors, dateline_name_new (name, personal));
    }

  self->genre = get_genre (reaction);
  self->title = dup_beginning (dateline_reaction_get_text (reaction), &self->shortened);
  if (*self->title == '\0')
    {
      g_free (self->title);
      /* Translators: stands in a citation for the words of a post that has none */
      self->title = g_strdup (C_("citation", "Post without words"));
      self->untitled = TRUE;
    }
  self->container = dup_line_or_null (dateline_reaction_get_platform (reaction));
  self->issued = dateline_reaction_get_date (reaction);
  if (dateline_escape_is_web_address (dateline_reaction_get_url (reaction)))
    self->url = dateline_reaction_get_url (reaction);

  return self;
}

/**
 * dateline_work_free:
 * @self: (transfer full): a work
 *
 * Frees a work.
 */
void
dateline_work_free (DatelineWork *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->authors);
  g_free (self->handle);
  g_free (self->title);
  g_free (self->container);
  g_free (self);
}

/**
 * dateline_work_is_own_publisher:
 * @self: a work
 *
 * Whether the author is the publisher as well, and so need not be named twice.
 *
 * Returns: %TRUE if so
 */
gboolean
dateline_work_is_own_publisher (const DatelineWork *self)
{
  const DatelineName *author;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->authors->len != 1 || self->container == NULL)
    return FALSE;
  author = g_ptr_array_index (self->authors, 0);

  return g_strcmp0 (author->literal, self->container) == 0;
}
