/* SPDX-License-Identifier: GPL-3.0-or-later */
/* W3C Web Annotation Data Model: a collection whose first page holds an annotation for each clipping. Positions
 * count code points of the article's text as Dateline has it, as the model asks. */
#include "config.h"

#include "dateline-export.h"

#include "dateline-citation-date.h"
#include "dateline-escape.h"
#include "dateline-export-words.h"

static void
add_body (JsonBuilder *builder,
          const char  *purpose,
          const char  *value,
          const char  *language)
{
  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "type", "TextualBody");
  dateline_export_add_string (builder, "purpose", purpose);
  json_builder_set_member_name (builder, "value");
  json_builder_add_string_value (builder, value);
  dateline_export_add_string (builder, "format", "text/plain");
  dateline_export_add_string (builder, "language", language);
  json_builder_end_object (builder);
}

/* The text itself, then whose it is, then the reader's note. */
static void
add_bodies (JsonBuilder      *builder,
            DatelineClipping *clipping)
{
  DatelineItem *item = dateline_clipping_get_item (clipping);
  const char *note = dateline_clipping_get_note (clipping);
  g_autofree char *kind = dateline_export_words_kind (clipping);
  g_autofree char *description = NULL;

  json_builder_set_member_name (builder, "body");
  json_builder_begin_array (builder);
  if (DATELINE_IS_REACTION (item))
    add_body (builder, "describing", dateline_clipping_get_text (clipping),
              dateline_reaction_get_language (DATELINE_REACTION (item)));
  if (item != NULL)
    description = g_strdup_printf ("%s, %s", dateline_export_words_speaker (clipping), kind);
  add_body (builder, "describing", description != NULL ? description : kind, dateline_export_words_language ());
  if (*note != '\0')
    add_body (builder, "commenting", note, NULL);
  json_builder_end_array (builder);
}

/* A retelling stands at no address: what is there is another text, in which the passage would not be found. */
static void
add_source (JsonBuilder          *builder,
            const DatelineExport *self,
            DatelineArticle      *article)
{
  const char *url = dateline_article_get_url (article);
  gboolean retelling = dateline_article_get_retelling (article);
  gboolean on_web = dateline_escape_is_web_address (url);
  g_autofree char *urn = dateline_export_dup_uuid (self, dateline_item_get_id (DATELINE_ITEM (article)));

  json_builder_set_member_name (builder, "source");
  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "id", on_web && !retelling ? url : urn);
  dateline_export_add_string (builder, "type", "Text");
  dateline_export_add_string (builder, "format", on_web && !retelling ? "text/html" : "text/plain");
  dateline_export_add_string (builder, "language", dateline_article_get_language (article));
  dateline_export_add_string (builder, "dcterms:title", dateline_article_get_headline (article));
  dateline_export_add_strings (builder, "dcterms:creator", dateline_article_get_byline (article));
  dateline_export_add_string (builder, "dcterms:publisher", dateline_article_get_publisher (article));
  dateline_export_add_date (builder, "dcterms:issued", dateline_article_get_published (article));
  if (retelling)
    {
      dateline_export_add_string (builder, "dcterms:description", "Retelling of an article");
      if (on_web)
        dateline_export_add_string (builder, "dcterms:source", url);
    }
  json_builder_end_object (builder);
}

static void
add_selectors (JsonBuilder     *builder,
               DatelinePassage *passage)
{
  json_builder_set_member_name (builder, "selector");
  json_builder_begin_array (builder);

  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "type", "TextQuoteSelector");
  json_builder_set_member_name (builder, "exact");
  json_builder_add_string_value (builder, dateline_passage_get_exact (passage));
  dateline_export_add_string (builder, "prefix", dateline_passage_get_prefix (passage));
  dateline_export_add_string (builder, "suffix", dateline_passage_get_suffix (passage));
  json_builder_end_object (builder);

  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "type", "TextPositionSelector");
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, dateline_passage_get_start (passage));
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, dateline_passage_get_end (passage));
  json_builder_end_object (builder);

  json_builder_end_array (builder);
}

/* When the text was as it is here. */
static void
add_state (JsonBuilder     *builder,
           DatelineArticle *article)
{
  DatelineDate *accessed = dateline_article_get_accessed (article);
  g_autofree char *time = NULL;
  DatelineDateParts from;
  DatelineDateParts to;

  if (accessed == NULL || !dateline_date_is_exact_day (accessed))
    return;

  dateline_date_parts_read (accessed, &from, &to);
  time = g_strdup_printf ("%04d-%02d-%02dT00:00:00Z", from.year, from.month, from.day);
  json_builder_set_member_name (builder, "state");
  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "type", "TimeState");
  dateline_export_add_string (builder, "sourceDate", time);
  json_builder_end_object (builder);
}

static void
add_annotation (JsonBuilder          *builder,
                const DatelineExport *self,
                DatelineClipping     *clipping,
                const char           *created)
{
  DatelineArticle *article = dateline_clipping_get_article (clipping);
  g_autofree char *id = dateline_export_dup_clipping_uuid (self, clipping);

  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "id", id);
  dateline_export_add_string (builder, "type", "Annotation");
  dateline_export_add_string (builder, "motivation",
                              *dateline_clipping_get_note (clipping) != '\0' ? "commenting" : "highlighting");
  dateline_export_add_string (builder, "created", created);
  add_bodies (builder, clipping);
  json_builder_set_member_name (builder, "target");
  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "type", "SpecificResource");
  add_source (builder, self, article);
  add_selectors (builder, dateline_clipping_get_passage (clipping));
  add_state (builder, article);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/**
 * dateline_export_annotations:
 * @self: what to export
 * @out: where to append
 *
 * Writes web annotations.
 */
void
dateline_export_annotations (const DatelineExport *self,
                             GString              *out)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *created = dateline_export_dup_created (self);
  g_autofree char *collection = dateline_export_dup_uuid (self, "annotations");
  g_autofree char *page = dateline_export_dup_uuid (self, "annotations page 1");
  guint n = dateline_export_get_n (self);

  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "@context", "http://www.w3.org/ns/anno.jsonld");
  dateline_export_add_string (builder, "id", collection);
  dateline_export_add_string (builder, "type", "AnnotationCollection");
  dateline_export_add_string (builder, "label", dateline_story_get_title (self->story));
  dateline_export_add_string (builder, "created", created);
  json_builder_set_member_name (builder, "total");
  json_builder_add_int_value (builder, n);

  json_builder_set_member_name (builder, "first");
  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "id", page);
  dateline_export_add_string (builder, "type", "AnnotationPage");
  json_builder_set_member_name (builder, "startIndex");
  json_builder_add_int_value (builder, 0);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = dateline_export_dup_clipping (self, i);

      add_annotation (builder, self, clipping, created);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  dateline_export_append_json (out, builder, TRUE);
}
