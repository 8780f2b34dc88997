/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions that the .ui files format with: plain values in, text for people out. */
#include "config.h"

#include "dateline-closures.h"

#include <glib/gi18n.h>

#include "dateline-date.h"
#include "dateline-person.h"
#include "dateline-short-text.h"

static const struct
{
  const char *category;
  const char *icon;
  const char *name;
} categories[] = {
  { "court", "dateline-kind-court-symbolic", NC_("kind of event", "Court") },
  { "arrest", "dateline-kind-arrest-symbolic", NC_("kind of event", "Arrest") },
  { "attack", "dateline-kind-attack-symbolic", NC_("kind of event", "Attack") },
  { "health", "dateline-kind-health-symbolic", NC_("kind of event", "Health") },
  { "statement", "dateline-kind-statement-symbolic", NC_("kind of event", "Statement") },
  { "gesture", "dateline-kind-gesture-symbolic", NC_("kind of event", "Gesture") },
  { "post", "dateline-kind-post-symbolic", NC_("kind of event", "Post") },
  { "protest", "dateline-kind-protest-symbolic", NC_("kind of event", "Protest") },
  { "other", "dateline-kind-other-symbolic", NC_("kind of event", "Other") },
};

/**
 * dateline_closures_get_category_icon:
 * @category: (nullable): a kind of event
 *
 * The glyph of a kind of event.
 *
 * Returns: an icon name, also for a kind that nobody foresaw
 */
const char *
dateline_closures_get_category_icon (const char *category)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_strcmp0 (categories[i].category, category) == 0)
      return categories[i].icon;

  return "dateline-kind-other-symbolic";
}

/**
 * dateline_closures_get_category_name:
 * @category: (nullable): a kind of event
 *
 * The name of a kind of event in the reader's language.
 *
 * Returns: (nullable): the name; @category itself for a kind that nobody foresaw
 */
const char *
dateline_closures_get_category_name (const char *category)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_strcmp0 (categories[i].category, category) == 0)
      return g_dpgettext2 (NULL, "kind of event", categories[i].name);

  return category;
}

/* The first argument of a closure in a .ui file is the expression's object, which may be NULL: nobody uses it. */

static char *
format_date (gpointer      unused,
             DatelineDate *date)
{
  return date != NULL ? dateline_date_format (date) : g_strdup (_("Date unknown"));
}

static char *
format_date_short (gpointer      unused,
                   DatelineDate *date)
{
  return date != NULL ? dateline_date_format_short (date) : g_strdup ("");
}

static char *
format_publisher (gpointer    unused,
                  const char *publisher)
{
  return g_strdup (publisher != NULL && *publisher != '\0' ? publisher : _("Publisher unknown"));
}

static char *
format_byline (gpointer            unused,
               const char * const *byline,
               DatelineDate       *published)
{
  g_autofree char *names = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *date = published != NULL ? dateline_date_format (published) : g_strdup (_("Date unknown"));

  if (byline == NULL || byline[0] == NULL)
    return g_steal_pointer (&date);

  /* Translators: between the names of several authors */
  names = g_strjoinv (_(", "), (char **) byline);
  shown = dateline_short_text_dup (names, DATELINE_SHORT_TEXT_PARAGRAPH);

  /* Translators: the authors of an article, and its date */
  return g_strdup_printf (_("By %s · %s"), shown, date);
}

static char *
category_icon (gpointer    unused,
               const char *category)
{
  return g_strdup (dateline_closures_get_category_icon (category));
}

static char *
category_name (gpointer    unused,
               const char *category)
{
  return g_strdup (dateline_closures_get_category_name (category));
}

static char *
person_kind_name (gpointer           unused,
                  DatelinePersonKind kind)
{
  switch (kind)
    {
    case DATELINE_PERSON_KIND_ORGANISATION:
      return g_strdup (C_("kind of person", "Organisation"));
    case DATELINE_PERSON_KIND_GROUP:
      return g_strdup (C_("kind of person", "Group"));
    case DATELINE_PERSON_KIND_PERSON:
    default:
      return g_strdup (C_("kind of person", "Person"));
    }
}

static char *
format_handle (gpointer    unused,
               const char *handle)
{
  return handle != NULL && *handle != '\0' ? g_strconcat ("@", handle, NULL) : g_strdup ("");
}

static char *
shorten (gpointer    unused,
         const char *text)
{
  return dateline_short_text_dup (text, DATELINE_SHORT_TEXT_PARAGRAPH);
}

static char *
shorten_line (gpointer    unused,
              const char *text)
{
  return dateline_short_text_dup (text, DATELINE_SHORT_TEXT_LINE);
}

static gboolean
is_not_empty (gpointer    unused,
              const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_positive (gpointer unused,
             guint    n)
{
  return n > 0;
}

/**
 * dateline_closures_bind:
 * @widget_class: the class of a widget with a template
 *
 * Makes the functions known to a template and to the list rows within it.
 */
void
dateline_closures_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, format_date);
  gtk_widget_class_bind_template_callback (widget_class, format_date_short);
  gtk_widget_class_bind_template_callback (widget_class, format_publisher);
  gtk_widget_class_bind_template_callback (widget_class, format_byline);
  gtk_widget_class_bind_template_callback (widget_class, category_icon);
  gtk_widget_class_bind_template_callback (widget_class, category_name);
  gtk_widget_class_bind_template_callback (widget_class, person_kind_name);
  gtk_widget_class_bind_template_callback (widget_class, format_handle);
  gtk_widget_class_bind_template_callback (widget_class, shorten);
  gtk_widget_class_bind_template_callback (widget_class, shorten_line);
  gtk_widget_class_bind_template_callback (widget_class, is_not_empty);
  gtk_widget_class_bind_template_callback (widget_class, is_positive);
}
