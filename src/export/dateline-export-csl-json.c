/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSL-JSON: an item for each article and each post that is cited, with its quotes as a note and, in a form for
 * programs, under "custom". */
#include "config.h"

#include "dateline-export.h"

#include "dateline-citation-date.h"
#include "dateline-export-words.h"
#include "dateline-name.h"
#include "dateline-references.h"
#include "dateline-work.h"

static void
add_part (JsonBuilder             *builder,
          const DatelineDateParts *part)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, part->year);
  if (part->month > 0)
    json_builder_add_int_value (builder, part->month);
  if (part->day > 0)
    json_builder_add_int_value (builder, part->day);
  json_builder_end_array (builder);
}

static void
add_date (JsonBuilder  *builder,
          const char   *member,
          DatelineDate *date)
{
  DatelineDateParts from;
  DatelineDateParts to;
  gboolean interval;

  if (date == NULL)
    return;

  interval = dateline_date_parts_read (date, &from, &to);
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  if (!from.plain || (interval && !to.plain))
    {
      /* Open ends, centuries, years of five digits: nothing but the words of the source can say them. */
      dateline_export_add_string (builder, "literal", dateline_date_get_edtf (date));
    }
  else
    {
      json_builder_set_member_name (builder, "date-parts");
      json_builder_begin_array (builder);
      add_part (builder, &from);
      if (interval)
        add_part (builder, &to);
      json_builder_end_array (builder);
      if (from.season > 0)
        {
          json_builder_set_member_name (builder, "season");
          json_builder_add_int_value (builder, from.season);
        }
      if (from.approximate || from.uncertain || to.approximate || to.uncertain)
        {
          json_builder_set_member_name (builder, "circa");
          json_builder_add_boolean_value (builder, TRUE);
        }
    }
  json_builder_end_object (builder);
}

static void
add_authors (JsonBuilder        *builder,
             const DatelineWork *work)
{
  if (work->authors->len == 0)
    return;

  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  for (guint i = 0; i < work->authors->len; i++)
    {
      const DatelineName *name = g_ptr_array_index (work->authors, i);

      json_builder_begin_object (builder);
      dateline_export_add_string (builder, "literal", name->literal);
      dateline_export_add_string (builder, "family", name->family);
      dateline_export_add_string (builder, "given", name->given);
      dateline_export_add_string (builder, "suffix", name->suffix);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_note (JsonBuilder             *builder,
          const DatelineReference *reference)
{
  g_autoptr(GString) note = g_string_new (NULL);

  if (dateline_references_is_retold (reference))
    g_string_append (note, dateline_citation_get_retold ());
  for (guint i = 0; i < reference->clippings->len; i++)
    {
      g_autofree char *line = dateline_export_words_note (g_ptr_array_index (reference->clippings, i),
                                                          DATELINE_IS_REACTION (reference->item));

      g_string_append_printf (note, "%s%s", note->len > 0 ? "\n\n" : "", line);
    }
  dateline_export_add_string (builder, "note", note->str);
}

static void
add_custom (JsonBuilder             *builder,
            const DatelineExport    *self,
            const DatelineReference *reference)
{
  json_builder_set_member_name (builder, "custom");
  json_builder_begin_object (builder);
  if (DATELINE_IS_ARTICLE (reference->item))
    {
      json_builder_set_member_name (builder, "retelling");
      json_builder_add_boolean_value (builder, dateline_article_get_retelling (DATELINE_ARTICLE (reference->item)));
    }
  json_builder_set_member_name (builder, "clippings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reference->clippings->len; i++)
    {
      DatelineClipping *clipping = g_ptr_array_index (reference->clippings, i);
      DatelinePassage *passage = dateline_clipping_get_passage (clipping);
      DatelinePerson *speaker = dateline_clipping_get_speaker (clipping);
      DatelineItem *item = dateline_clipping_get_item (clipping);
      g_autofree char *id = dateline_export_dup_clipping_uuid (self, clipping);

      json_builder_begin_object (builder);
      dateline_export_add_string (builder, "id", id);
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, dateline_clipping_get_text (clipping));
      if (speaker != NULL)
        dateline_export_add_string (builder, "speaker", dateline_person_get_name (speaker));
      if (DATELINE_IS_QUOTE (item))
        {
          json_builder_set_member_name (builder, "direct");
          json_builder_add_boolean_value (builder, dateline_quote_get_direct (DATELINE_QUOTE (item)));
        }
      dateline_export_add_string (builder, "article",
                                  dateline_item_get_id (DATELINE_ITEM (dateline_passage_get_article (passage))));
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, dateline_passage_get_start (passage));
      json_builder_set_member_name (builder, "end");
      json_builder_add_int_value (builder, dateline_passage_get_end (passage));
      dateline_export_add_string (builder, "note", dateline_clipping_get_note (clipping));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_reference (JsonBuilder             *builder,
               const DatelineExport    *self,
               const DatelineReference *reference)
{
  gboolean post = DATELINE_IS_REACTION (reference->item);
  g_autoptr(DatelineWork) work = post ? dateline_work_new_post (DATELINE_REACTION (reference->item))
                                      : dateline_work_new_article (DATELINE_ARTICLE (reference->item));
  const char *type = "webpage";

  if (post)
    type = "post";
  else if (work->container != NULL)
    type = "article-newspaper";

  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "id", dateline_item_get_id (reference->item));
  dateline_export_add_string (builder, "type", type);
  dateline_export_add_string (builder, "title", work->title);
  add_authors (builder, work);
  dateline_export_add_string (builder, "container-title", work->container);
  dateline_export_add_string (builder, "genre", work->genre);
  add_date (builder, "issued", work->issued);
  add_date (builder, "accessed", work->accessed);
  dateline_export_add_string (builder, "URL", work->url);
  dateline_export_add_string (builder, "language",
                              post ? dateline_reaction_get_language (DATELINE_REACTION (reference->item))
                                   : dateline_article_get_language (DATELINE_ARTICLE (reference->item)));
  add_note (builder, reference);
  add_custom (builder, self, reference);
  json_builder_end_object (builder);
}

/**
 * dateline_export_csl_json:
 * @self: what to export
 * @out: where to append
 *
 * Writes CSL-JSON.
 */
void
dateline_export_csl_json (const DatelineExport *self,
                          GString              *out)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) references = dateline_references_new (self);

  json_builder_begin_array (builder);
  for (guint i = 0; i < references->len; i++)
    add_reference (builder, self, g_ptr_array_index (references, i));
  json_builder_end_array (builder);

  dateline_export_append_json (out, builder, TRUE);
}
