/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What more than one format needs. */
#include "config.h"

#include "dateline-export.h"

#include <string.h>

/* Made once at random, so that ids of ours meet no one else's. */
static const guint8 uuid_namespace[16] = {
  0x6b, 0x1f, 0x0c, 0x52, 0x93, 0xd4, 0x4e, 0x0a, 0x8a, 0x77, 0x2c, 0x41, 0xe5, 0x90, 0x3b, 0xd8
};

/**
 * dateline_export_get_n:
 * @self: an export
 *
 * The number of clippings.
 *
 * Returns: how many there are
 */
guint
dateline_export_get_n (const DatelineExport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_list_model_get_n_items (self->clippings);
}

/**
 * dateline_export_dup_clipping:
 * @self: an export
 * @position: which one
 *
 * One of the clippings.
 *
 * Returns: (transfer full): the clipping
 */
DatelineClipping *
dateline_export_dup_clipping (const DatelineExport *self,
                              guint                 position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_list_model_get_item (self->clippings, position);
}

/**
 * dateline_export_dup_created:
 * @self: an export
 *
 * When the export was made.
 *
 * Returns: (transfer full): a time in UTC, as in "2021-02-03T10:00:00Z"
 */
char *
dateline_export_dup_created (const DatelineExport *self)
{
  g_autoptr(GDateTime) time = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  time = g_date_time_new_from_unix_utc (self->created);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * dateline_export_dup_uuid:
 * @self: an export
 * @name: what is named, unique within the story
 *
 * A UUID (version 5 of RFC 4122) that is the same in every export of the story.
 *
 * Returns: (transfer full): the UUID as an IRI, "urn:uuid:…"
 */
char *
dateline_export_dup_uuid (const DatelineExport *self,
                          const char           *name)
{
  g_autoptr(GChecksum) checksum = NULL;
  const char *story;
  guint8 hash[20];
  gsize length = sizeof hash;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  story = dateline_story_get_id (self->story);
  checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_checksum_update (checksum, uuid_namespace, sizeof uuid_namespace);
  g_checksum_update (checksum, (const guchar *) story, (gssize) strlen (story));
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, hash, &length);

  hash[6] = (guint8) ((hash[6] & 0x0f) | 0x50);
  hash[8] = (guint8) ((hash[8] & 0x3f) | 0x80);

  return g_strdup_printf ("urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7],
                          hash[8], hash[9], hash[10], hash[11], hash[12], hash[13], hash[14], hash[15]);
}

/**
 * dateline_export_dup_clipping_uuid:
 * @self: an export
 * @clipping: a clipping
 *
 * A UUID that is the same in every export of the clipping, whatever its note.
 *
 * Returns: (transfer full): the UUID as an IRI
 */
char *
dateline_export_dup_clipping_uuid (const DatelineExport *self,
                                   DatelineClipping     *clipping)
{
  DatelineItem *item;
  DatelinePassage *passage;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (DATELINE_IS_CLIPPING (clipping), NULL);

  item = dateline_clipping_get_item (clipping);
  passage = dateline_clipping_get_passage (clipping);
  name = g_strdup_printf ("%s %s %u-%u", item != NULL ? dateline_item_get_id (item) : "",
                          dateline_item_get_id (DATELINE_ITEM (dateline_passage_get_article (passage))),
                          dateline_passage_get_start (passage), dateline_passage_get_end (passage));

  return dateline_export_dup_uuid (self, name);
}

/**
 * dateline_export_append_json:
 * @out: where to append
 * @builder: a finished document
 * @pretty: whether to indent it
 *
 * Appends a JSON document with a line feed at its end.
 */
void
dateline_export_append_json (GString     *out,
                             JsonBuilder *builder,
                             gboolean     pretty)
{
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (out != NULL);
  g_return_if_fail (JSON_IS_BUILDER (builder));

  root = json_builder_get_root (builder);
  text = json_to_string (root, pretty);
  g_string_append (out, text);
  g_string_append_c (out, '\n');
}

/**
 * dateline_export_add_string:
 * @builder: a builder inside of an object
 * @member: name of the member
 * @value: (nullable): its value
 *
 * Adds a member, unless its value is missing or empty.
 */
void
dateline_export_add_string (JsonBuilder *builder,
                            const char  *member,
                            const char  *value)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (member != NULL);

  if (value == NULL || *value == '\0')
    return;

  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

/**
 * dateline_export_add_strings:
 * @builder: a builder inside of an object
 * @member: name of the member
 * @values: (array zero-terminated=1): its values
 *
 * Adds an array of strings, unless it is empty.
 */
void
dateline_export_add_strings (JsonBuilder        *builder,
                             const char         *member,
                             const char * const *values)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (member != NULL);

  if (values == NULL || values[0] == NULL)
    return;

  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/**
 * dateline_export_add_date:
 * @builder: a builder inside of an object
 * @member: name of the member
 * @date: (nullable): its value
 *
 * Adds a date in EDTF form, unless it is missing.
 */
void
dateline_export_add_date (JsonBuilder  *builder,
                          const char   *member,
                          DatelineDate *date)
{
  dateline_export_add_string (builder, member, date != NULL ? dateline_date_get_edtf (date) : NULL);
}
