/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotes of a page once more for programs that read it: schema.org as JSON-LD, which nothing has to fetch. */
#include "config.h"

#include "dateline-export-html-data.h"

#include "dateline-citation-date.h"
#include "dateline-escape.h"

/* Schema.org knows ISO 8601 alone: years, months and days that are certain. */
static void
add_date (JsonBuilder  *builder,
          const char   *member,
          DatelineDate *date)
{
  DatelineDateParts from;
  DatelineDateParts to;
  g_autofree char *iso = NULL;

  if (date == NULL || dateline_date_parts_read (date, &from, &to))
    return;
  if (!from.plain || from.approximate || from.uncertain || from.season > 0)
    return;

  if (from.day > 0)
    iso = g_strdup_printf ("%04d-%02d-%02d", from.year, from.month, from.day);
  else if (from.month > 0)
    iso = g_strdup_printf ("%04d-%02d", from.year, from.month);
  else
    iso = g_strdup_printf ("%04d", from.year);
  dateline_export_add_string (builder, member, iso);
}

static void
add_person (JsonBuilder    *builder,
            const char     *member,
            DatelinePerson *person)
{
  gboolean personal;

  if (person == NULL)
    return;

  personal = dateline_person_get_person_kind (person) == DATELINE_PERSON_KIND_PERSON;
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "@type", personal ? "Person" : "Organization");
  dateline_export_add_string (builder, "name", dateline_person_get_name (person));
  json_builder_end_object (builder);
}

static void
add_url (JsonBuilder *builder,
         const char  *member,
         const char  *url)
{
  if (dateline_escape_is_web_address (url))
    dateline_export_add_string (builder, member, url);
}

/* A retelling is a work of its own, based on the article. */
static void
add_article (JsonBuilder     *builder,
             const char      *member,
             DatelineArticle *article)
{
  gboolean retelling = dateline_article_get_retelling (article);
  const char *publisher = dateline_article_get_publisher (article);

  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  if (retelling)
    {
      dateline_export_add_string (builder, "@type", "CreativeWork");
      json_builder_set_member_name (builder, "isBasedOn");
      json_builder_begin_object (builder);
    }
  dateline_export_add_string (builder, "@type", "NewsArticle");
  dateline_export_add_string (builder, "headline", dateline_article_get_headline (article));
  dateline_export_add_strings (builder, "author", dateline_article_get_byline (article));
  if (*publisher != '\0')
    {
      json_builder_set_member_name (builder, "publisher");
      json_builder_begin_object (builder);
      dateline_export_add_string (builder, "@type", "Organization");
      dateline_export_add_string (builder, "name", publisher);
      json_builder_end_object (builder);
    }
  add_date (builder, "datePublished", dateline_article_get_published (article));
  dateline_export_add_string (builder, "inLanguage", dateline_article_get_language (article));
  add_url (builder, "url", dateline_article_get_url (article));
  if (retelling)
    json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_clipping (JsonBuilder          *builder,
              const DatelineExport *self,
              DatelineClipping     *clipping)
{
  DatelineItem *item = dateline_clipping_get_item (clipping);
  DatelineArticle *article = dateline_clipping_get_article (clipping);
  g_autofree char *id = dateline_export_dup_clipping_uuid (self, clipping);

  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "@id", id);
  dateline_export_add_string (builder, "@type", DATELINE_IS_REACTION (item) ? "SocialMediaPosting" : "Quotation");
  dateline_export_add_string (builder, "text", dateline_clipping_get_text (clipping));
  if (DATELINE_IS_REACTION (item))
    {
      DatelineReaction *reaction = DATELINE_REACTION (item);

      add_person (builder, "author", dateline_reaction_get_author (reaction));
      add_date (builder, "datePublished", dateline_reaction_get_date (reaction));
      dateline_export_add_string (builder, "inLanguage", dateline_reaction_get_language (reaction));
      add_url (builder, "url", dateline_reaction_get_url (reaction));
      add_article (builder, "subjectOf", article);
    }
  else
    {
      if (DATELINE_IS_QUOTE (item))
        {
          add_person (builder, "spokenByCharacter", dateline_quote_get_speaker (DATELINE_QUOTE (item)));
          dateline_export_add_string (builder, "inLanguage", dateline_quote_get_language (DATELINE_QUOTE (item)));
        }
      add_article (builder, "isPartOf", article);
    }
  json_builder_end_object (builder);
}

/**
 * dateline_export_html_append_data:
 * @self: what to export
 * @out: where to append
 *
 * Appends a script element with data about the clippings.
 */
void
dateline_export_html_append_data (const DatelineExport *self,
                                  GString              *out)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GString) json = g_string_new (NULL);
  guint n = dateline_export_get_n (self);

  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "@context", "https://schema.org");
  json_builder_set_member_name (builder, "@graph");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = dateline_export_dup_clipping (self, i);

      add_clipping (builder, self, clipping);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  dateline_export_append_json (json, builder, FALSE);
  g_string_append (out, "  <script type=\"application/ld+json\">\n");
  for (const char *p = json->str; *p != '\0'; p++)
    {
      /* These stand in strings alone, where they would end the element or open a comment. */
      if (*p == '<' || *p == '>')
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append (out, "  </script>\n");
}
