/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed access to the members of a JSON object that a stranger wrote: what does not fit becomes a warning. */
#include "config.h"

#include "dateline-json-place.h"

#include <glib/gi18n.h>

typedef enum
{
  TYPE_STRING,
  TYPE_BOOLEAN,
  TYPE_NUMBER,
  TYPE_LIST,
  TYPE_OBJECT
} Type;

static void
append_path (const DatelineJsonPlace *self,
             GString                 *path)
{
  if (self->parent == NULL)
    return;

  append_path (self->parent, path);
  dateline_json_path_append_name (path, self->name, strlen (self->name));
  if (self->index != DATELINE_JSON_NO_INDEX)
    dateline_json_path_append_index (path, self->index);
}

static Type
get_type_of (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return TYPE_OBJECT;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return TYPE_LIST;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return TYPE_STRING;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return TYPE_BOOLEAN;

  /* "null" is none of them, and never what is asked for. */
  return TYPE_NUMBER;
}

/* Takes the path; says that what stands there is not of the type that it should be. */
static void
warn_type (const DatelineJsonPlace *self,
           Type                     wanted,
           DatelineJsonNeed         need,
           char                    *path)
{
  static const char *const optional[] = {
    /* Translators: %s is a place in a JSON file, such as events[3].date; so it is in all messages that start with %s */
    [TYPE_STRING] = N_("%s is not a text and is left out"),
    [TYPE_BOOLEAN] = N_("%s is neither true nor false and is left out"),
    [TYPE_NUMBER] = N_("%s is not a number and is left out"),
    [TYPE_LIST] = N_("%s is not a list and is left out"),
    [TYPE_OBJECT] = N_("%s is not an object and is left out"),
  };
  static const char *const required[] = {
    [TYPE_STRING] = N_("%s is not a text, so what it belongs to is left out"),
    [TYPE_BOOLEAN] = N_("%s is neither true nor false, so what it belongs to is left out"),
    [TYPE_NUMBER] = N_("%s is not a number, so what it belongs to is left out"),
    [TYPE_LIST] = N_("%s is not a list, so what it belongs to is left out"),
    [TYPE_OBJECT] = N_("%s is not an object, so what it belongs to is left out"),
  };
  const char *format = _(need == DATELINE_JSON_OPTIONAL ? optional[wanted] : required[wanted]);
  g_auto(GStrv) pieces = g_strsplit (format, "%s", 2);

  dateline_json_report_take (self->report, g_strjoinv (path, pieces));
  g_free (path);
}

static JsonNode *
get_member (const DatelineJsonPlace *self,
            const char              *member,
            Type                     wanted,
            DatelineJsonNeed         need)
{
  JsonNode *node = json_object_get_member (self->object, member);

  if (node == NULL)
    {
      if (need != DATELINE_JSON_OPTIONAL)
        {
          g_autofree char *path = dateline_json_place_dup_path (self, member, DATELINE_JSON_NO_INDEX);

          dateline_json_report_take (self->report,
                                     g_strdup_printf (_("%s is missing, so what it belongs to is left out"), path));
        }
      return NULL;
    }
  if (get_type_of (node) != wanted || JSON_NODE_HOLDS_NULL (node))
    {
      warn_type (self, wanted, need, dateline_json_place_dup_path (self, member, DATELINE_JSON_NO_INDEX));
      return NULL;
    }

  return node;
}

/**
 * dateline_json_place_dup_path:
 * @self: a place
 * @member: (nullable): a member of the object
 * @index: an element of @member, or `DATELINE_JSON_NO_INDEX`
 *
 * Names the place, or something in it, as in "events[3].passages[0].start".
 *
 * Returns: (transfer full): the path
 */
char *
dateline_json_place_dup_path (const DatelineJsonPlace *self,
                              const char              *member,
                              guint                    index)
{
  GString *path;

  g_return_val_if_fail (self != NULL, NULL);

  path = g_string_new (NULL);
  append_path (self, path);
  if (member != NULL)
    dateline_json_path_append_name (path, member, strlen (member));
  if (index != DATELINE_JSON_NO_INDEX)
    dateline_json_path_append_index (path, index);

  return g_string_free (path, FALSE);
}

/**
 * dateline_json_place_check:
 * @self: a place
 * @known: the names of the members that the format knows, %NULL-terminated
 *
 * Warns of all other members.
 */
void
dateline_json_place_check (const DatelineJsonPlace *self,
                           const char *const       *known)
{
  JsonObjectIter iter;
  const char *name;

  g_return_if_fail (self != NULL);
  g_return_if_fail (known != NULL);

  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (known, name))
      {
        g_autofree char *path = dateline_json_place_dup_path (self, name, DATELINE_JSON_NO_INDEX);

        dateline_json_report_take (self->report, g_strdup_printf (_("%s is not known and is left out"), path));
      }
}

/**
 * dateline_json_place_get_string:
 * @self: a place
 * @member: the name of a member
 * @need: whether the object is of use without it
 *
 * Gets a text. One that the object needs must not be empty.
 *
 * Returns: (nullable): the text, or %NULL if there is none
 */
const char *
dateline_json_place_get_string (const DatelineJsonPlace *self,
                                const char              *member,
                                DatelineJsonNeed         need)
{
  JsonNode *node;
  const char *text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  node = get_member (self, member, TYPE_STRING, need);
  if (node == NULL)
    return NULL;

  text = json_node_get_string (node);
  if (need == DATELINE_JSON_REQUIRED && *text == '\0')
    {
      g_autofree char *path = dateline_json_place_dup_path (self, member, DATELINE_JSON_NO_INDEX);

      dateline_json_report_take (self->report,
                                 g_strdup_printf (_("%s is empty, so what it belongs to is left out"), path));
      return NULL;
    }

  return text;
}

/**
 * dateline_json_place_get_boolean:
 * @self: a place
 * @member: the name of a member
 *
 * Gets a boolean.
 *
 * Returns: its value, %FALSE if there is none
 */
gboolean
dateline_json_place_get_boolean (const DatelineJsonPlace *self,
                                 const char              *member)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  node = get_member (self, member, TYPE_BOOLEAN, DATELINE_JSON_OPTIONAL);

  return node != NULL && json_node_get_boolean (node);
}

/**
 * dateline_json_place_get_offset:
 * @self: a place
 * @member: the name of a member
 * @offset: (out): a number of code points
 *
 * Gets an offset, without which the object is of no use.
 *
 * Returns: %TRUE if there is one
 */
gboolean
dateline_json_place_get_offset (const DatelineJsonPlace *self,
                                const char              *member,
                                guint                   *offset)
{
  JsonNode *node;
  double value;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (offset != NULL, FALSE);

  node = get_member (self, member, TYPE_NUMBER, DATELINE_JSON_REQUIRED);
  if (node == NULL)
    return FALSE;

  /* 32 bits are exact in a double, however the number was written. */
  value = json_node_get_double (node);
  if (value < 0 || value > G_MAXUINT32 || value != (double) (guint) value)
    {
      g_autofree char *path = dateline_json_place_dup_path (self, member, DATELINE_JSON_NO_INDEX);

      dateline_json_report_take (self->report,
                                 g_strdup_printf (_("%s is not an offset, so what it belongs to is left out"), path));
      return FALSE;
    }
  *offset = (guint) value;

  return TRUE;
}

/**
 * dateline_json_place_get_enum:
 * @self: a place
 * @member: the name of a member
 * @type: the type of an enumeration
 * @fallback: the value if there is none
 *
 * Gets a value of an enumeration, which is written as its nick.
 *
 * Returns: the value
 */
int
dateline_json_place_get_enum (const DatelineJsonPlace *self,
                              const char              *member,
                              GType                    type,
                              int                      fallback)
{
  g_autoptr(GEnumClass) klass = NULL;
  GEnumValue *value;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, fallback);
  g_return_val_if_fail (member != NULL, fallback);
  g_return_val_if_fail (G_TYPE_IS_ENUM (type), fallback);

  if (!json_object_has_member (self->object, member))
    return fallback;

  klass = g_type_class_ref (type);
  node = json_object_get_member (self->object, member);
  if (get_type_of (node) == TYPE_STRING)
    {
      value = g_enum_get_value_by_nick (klass, json_node_get_string (node));
      if (value != NULL)
        return value->value;
    }

  dateline_json_place_warn_word (self, member, g_enum_get_value (klass, fallback)->value_nick);

  return fallback;
}

/**
 * dateline_json_place_warn_word:
 * @self: a place
 * @member: the name of a member
 * @fallback: the word that is taken instead
 *
 * Warns that a member is none of the words that the format knows.
 */
void
dateline_json_place_warn_word (const DatelineJsonPlace *self,
                               const char              *member,
                               const char              *fallback)
{
  g_autofree char *path = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (member != NULL);
  g_return_if_fail (fallback != NULL);

  path = dateline_json_place_dup_path (self, member, DATELINE_JSON_NO_INDEX);
  dateline_json_report_take (self->report,
                             /* Translators: the second %s is a word of the file format, such as "paragraph" */
                             g_strdup_printf (_("%s is none of the known words and is taken for “%s”"), path, fallback));
}

/**
 * dateline_json_place_get_url:
 * @self: a place
 * @member: the name of a member
 *
 * Gets the address of a web page. Other addresses, which might run or reveal something when they are opened, are left out.
 *
 * Returns: (nullable): the address, or %NULL if there is none
 */
const char *
dateline_json_place_get_url (const DatelineJsonPlace *self,
                             const char              *member)
{
  g_autofree char *path = NULL;
  const char *url;
  const char *scheme;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  url = dateline_json_place_get_string (self, member, DATELINE_JSON_OPTIONAL);
  if (url == NULL)
    return NULL;

  scheme = g_uri_peek_scheme (url);
  if ((g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0) &&
      g_uri_is_valid (url, G_URI_FLAGS_PARSE_RELAXED, NULL))
    return url;

  path = dateline_json_place_dup_path (self, member, DATELINE_JSON_NO_INDEX);
  dateline_json_report_take (self->report,
                             g_strdup_printf (_("%s is not the address of a web page and is left out"), path));

  return NULL;
}

/**
 * dateline_json_place_get_date:
 * @self: a place
 * @member: the name of a member
 * @need: whether the object is of use without it
 *
 * Gets a date.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if there is none
 */
DatelineDate *
dateline_json_place_get_date (const DatelineJsonPlace *self,
                              const char              *member,
                              DatelineJsonNeed         need)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  DatelineDate *date;
  const char *text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  text = dateline_json_place_get_string (self, member, need);
  if (text == NULL)
    return NULL;

  date = dateline_date_new (text, &error);
  if (date != NULL)
    return date;

  path = dateline_json_place_dup_path (self, member, DATELINE_JSON_NO_INDEX);
  if (need == DATELINE_JSON_REQUIRED)
    dateline_json_report_take (self->report,
                               /* Translators: the second %s is a whole sentence that says what is wrong */
                               g_strdup_printf (_("%s: %s, so what it belongs to is left out"), path, error->message));
  else
    dateline_json_report_take (self->report,
                               /* Translators: the second %s is a whole sentence that says what is wrong */
                               g_strdup_printf (_("%s: %s, so it is left out"), path, error->message));

  return NULL;
}

/**
 * dateline_json_place_get_array:
 * @self: a place
 * @member: the name of a member
 * @need: whether the object is of use without it
 *
 * Gets a list.
 *
 * Returns: (transfer none) (nullable): the list, or %NULL if there is none
 */
JsonArray *
dateline_json_place_get_array (const DatelineJsonPlace *self,
                               const char              *member,
                               DatelineJsonNeed         need)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  node = get_member (self, member, TYPE_LIST, need);

  return node != NULL ? json_node_get_array (node) : NULL;
}

/**
 * dateline_json_place_get_strings:
 * @self: a place
 * @member: the name of a member
 *
 * Gets a list of texts, without those elements that are none.
 *
 * Returns: (transfer full): the texts, %NULL-terminated, possibly none
 */
GStrv
dateline_json_place_get_strings (const DatelineJsonPlace *self,
                                 const char              *member)
{
  g_autoptr(GStrvBuilder) builder = NULL;
  JsonArray *array;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  builder = g_strv_builder_new ();
  array = dateline_json_place_get_array (self, member, DATELINE_JSON_OPTIONAL);
  n = array != NULL ? json_array_get_length (array) : 0;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (get_type_of (node) == TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (node));
      else
        warn_type (self, TYPE_STRING, DATELINE_JSON_OPTIONAL, dateline_json_place_dup_path (self, member, i));
    }

  return g_strv_builder_end (builder);
}

/**
 * dateline_json_place_get_object:
 * @self: a place
 * @member: the name of a member
 * @child: (out caller-allocates): the place of that member
 *
 * Goes into an object, without which this one is of no use.
 *
 * Returns: %TRUE if there is one
 */
gboolean
dateline_json_place_get_object (const DatelineJsonPlace *self,
                                const char              *member,
                                DatelineJsonPlace       *child)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (child != NULL, FALSE);

  node = get_member (self, member, TYPE_OBJECT, DATELINE_JSON_REQUIRED);
  if (node == NULL)
    return FALSE;

  *child = (DatelineJsonPlace) { self, member, DATELINE_JSON_NO_INDEX, json_node_get_object (node), self->report };

  return TRUE;
}

/**
 * dateline_json_place_get_element:
 * @self: a place
 * @member: the name of a member that is a list
 * @array: that list
 * @index: which element
 * @child: (out caller-allocates): the place of that element
 *
 * Goes into an object in a list.
 *
 * Returns: %TRUE if the element is an object
 */
gboolean
dateline_json_place_get_element (const DatelineJsonPlace *self,
                                 const char              *member,
                                 JsonArray               *array,
                                 guint                    index,
                                 DatelineJsonPlace       *child)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);
  g_return_val_if_fail (array != NULL, FALSE);
  g_return_val_if_fail (child != NULL, FALSE);

  node = json_array_get_element (array, index);
  if (get_type_of (node) != TYPE_OBJECT)
    {
      warn_type (self, TYPE_OBJECT, DATELINE_JSON_OPTIONAL, dateline_json_place_dup_path (self, member, index));
      return FALSE;
    }

  *child = (DatelineJsonPlace) { self, member, index, json_node_get_object (node), self->report };

  return TRUE;
}
