/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dateline's own JSON, "dateline-clippings": everything that is known of each clipping, each complete in itself. It
 * holds all that the file has in which the clippings of a story last. data/dateline-clippings.schema.json describes it. */
#include "config.h"

#include "dateline-export.h"

static void
add_person (JsonBuilder    *builder,
            const char     *member,
            DatelinePerson *person)
{
  g_autoptr(GEnumClass) kinds = NULL;
  GEnumValue *kind;

  if (person == NULL)
    return;

  kinds = g_type_class_ref (DATELINE_TYPE_PERSON_KIND);
  kind = g_enum_get_value (kinds, (int) dateline_person_get_person_kind (person));
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "id", dateline_item_get_id (DATELINE_ITEM (person)));
  dateline_export_add_string (builder, "name", dateline_person_get_name (person));
  dateline_export_add_string (builder, "kind", kind->value_nick);
  dateline_export_add_string (builder, "role", dateline_person_get_role (person));
  json_builder_end_object (builder);
}

static void
add_quote (JsonBuilder   *builder,
           DatelineQuote *quote)
{
  DatelineEvent *event = dateline_quote_get_event (quote);

  json_builder_set_member_name (builder, "direct");
  json_builder_add_boolean_value (builder, dateline_quote_get_direct (quote));
  dateline_export_add_string (builder, "cue", dateline_quote_get_cue (quote));
  add_person (builder, "addressee", dateline_quote_get_addressee (quote));
  dateline_export_add_string (builder, "language", dateline_quote_get_language (quote));
  if (event != NULL)
    {
      json_builder_set_member_name (builder, "event");
      json_builder_begin_object (builder);
      dateline_export_add_string (builder, "id", dateline_item_get_id (DATELINE_ITEM (event)));
      dateline_export_add_string (builder, "title", dateline_event_get_title (event));
      dateline_export_add_date (builder, "date", dateline_event_get_date (event));
      json_builder_end_object (builder);
    }
}

static void
add_reaction (JsonBuilder      *builder,
              DatelineReaction *reaction)
{
  gboolean comment = dateline_reaction_get_form (reaction) == DATELINE_REACTION_FORM_COMMENT;

  dateline_export_add_string (builder, "form", comment ? "comment" : "post");
  dateline_export_add_string (builder, "handle", dateline_reaction_get_handle (reaction));
  dateline_export_add_string (builder, "platform", dateline_reaction_get_platform (reaction));
  dateline_export_add_date (builder, "date", dateline_reaction_get_date (reaction));
  dateline_export_add_string (builder, "url", dateline_reaction_get_url (reaction));
  dateline_export_add_string (builder, "language", dateline_reaction_get_language (reaction));
  dateline_export_add_strings (builder, "hashtags", dateline_reaction_get_hashtags (reaction));
  dateline_export_add_strings (builder, "themes", dateline_reaction_get_themes (reaction));
}

static void
add_article (JsonBuilder     *builder,
             DatelineArticle *article)
{
  json_builder_set_member_name (builder, "article");
  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "id", dateline_item_get_id (DATELINE_ITEM (article)));
  json_builder_set_member_name (builder, "headline");
  json_builder_add_string_value (builder, dateline_article_get_headline (article));
  dateline_export_add_string (builder, "publisher", dateline_article_get_publisher (article));
  dateline_export_add_strings (builder, "byline", dateline_article_get_byline (article));
  dateline_export_add_date (builder, "published", dateline_article_get_published (article));
  dateline_export_add_string (builder, "language", dateline_article_get_language (article));
  dateline_export_add_string (builder, "url", dateline_article_get_url (article));
  dateline_export_add_date (builder, "accessed", dateline_article_get_accessed (article));
  json_builder_set_member_name (builder, "retelling");
  json_builder_add_boolean_value (builder, dateline_article_get_retelling (article));
  json_builder_end_object (builder);
}

static void
add_passage (JsonBuilder     *builder,
             DatelinePassage *passage)
{
  json_builder_set_member_name (builder, "passage");
  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "article", dateline_item_get_id (DATELINE_ITEM (dateline_passage_get_article (passage))));
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, dateline_passage_get_start (passage));
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, dateline_passage_get_end (passage));
  json_builder_set_member_name (builder, "exact");
  json_builder_add_string_value (builder, dateline_passage_get_exact (passage));
  json_builder_set_member_name (builder, "prefix");
  json_builder_add_string_value (builder, dateline_passage_get_prefix (passage));
  json_builder_set_member_name (builder, "suffix");
  json_builder_add_string_value (builder, dateline_passage_get_suffix (passage));
  json_builder_end_object (builder);
}

static const char *
get_kind (DatelineItem *item)
{
  if (DATELINE_IS_QUOTE (item))
    return "quote";
  if (DATELINE_IS_REACTION (item))
    return "reaction";

  return "passage";
}

static void
add_clipping (JsonBuilder          *builder,
              const DatelineExport *self,
              DatelineClipping     *clipping)
{
  DatelineItem *item = dateline_clipping_get_item (clipping);
  g_autofree char *id = dateline_export_dup_clipping_uuid (self, clipping);

  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "id", id);
  dateline_export_add_string (builder, "kind", get_kind (item));
  dateline_export_add_string (builder, "item", item != NULL ? dateline_item_get_id (item) : NULL);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, dateline_clipping_get_text (clipping));
  add_person (builder, "speaker", dateline_clipping_get_speaker (clipping));
  if (DATELINE_IS_QUOTE (item))
    add_quote (builder, DATELINE_QUOTE (item));
  else if (DATELINE_IS_REACTION (item))
    add_reaction (builder, DATELINE_REACTION (item));
  add_article (builder, dateline_clipping_get_article (clipping));
  add_passage (builder, dateline_clipping_get_passage (clipping));
  dateline_export_add_string (builder, "note", dateline_clipping_get_note (clipping));
  json_builder_end_object (builder);
}

/**
 * dateline_export_json:
 * @self: what to export
 * @out: where to append
 *
 * Writes Dateline's own JSON.
 */
void
dateline_export_json (const DatelineExport *self,
                      GString              *out)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *created = dateline_export_dup_created (self);
  guint n = dateline_export_get_n (self);

  json_builder_begin_object (builder);
  dateline_export_add_string (builder, "format", "dateline-clippings");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  dateline_export_add_string (builder, "created", created);
  dateline_export_add_string (builder, "story", dateline_story_get_id (self->story));
  dateline_export_add_string (builder, "title", dateline_story_get_title (self->story));
  dateline_export_add_string (builder, "language", dateline_story_get_language (self->story));

  json_builder_set_member_name (builder, "clippings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DatelineClipping) clipping = dateline_export_dup_clipping (self, i);

      add_clipping (builder, self, clipping);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  dateline_export_append_json (out, builder, TRUE);
}
