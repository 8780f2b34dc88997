/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which answers to one question differ, with the words for them. */
#include "config.h"

#include "dateline-relation.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (DatelineRelation, dateline_relation,
                    G_DEFINE_ENUM_VALUE (DATELINE_RELATION_AGREE, "agree"),
                    G_DEFINE_ENUM_VALUE (DATELINE_RELATION_ROUNDING, "rounding"),
                    G_DEFINE_ENUM_VALUE (DATELINE_RELATION_PRECISION, "precision"),
                    G_DEFINE_ENUM_VALUE (DATELINE_RELATION_CONTRADICTION, "contradiction"),
                    G_DEFINE_ENUM_VALUE (DATELINE_RELATION_ONLY_HERE, "only-here"),
                    G_DEFINE_ENUM_VALUE (DATELINE_RELATION_SILENT, "silent"))

/**
 * dateline_relation_get_nick:
 * @relation: a relation
 *
 * The relation as programs name it.
 *
 * Returns: a slug, such as "only-here"
 */
const char *
dateline_relation_get_nick (DatelineRelation relation)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (DATELINE_TYPE_RELATION);
  GEnumValue *value = g_enum_get_value (klass, relation);

  g_return_val_if_fail (value != NULL, "");

  return value->value_nick;
}

/**
 * dateline_relation_get_label:
 * @relation: a relation
 *
 * The relation in a word or two of the reader's language.
 *
 * Returns: the label
 */
const char *
dateline_relation_get_label (DatelineRelation relation)
{
  switch (relation)
    {
    case DATELINE_RELATION_AGREE:
      /* Translators: what an article's answer is, compared with those of other articles */
      return C_("relation", "agrees");
    case DATELINE_RELATION_ROUNDING:
      /* Translators: what an article's answer is, compared with those of other articles */
      return C_("relation", "rounded");
    case DATELINE_RELATION_PRECISION:
      /* Translators: what an article's answer is, compared with those of other articles */
      return C_("relation", "less precise");
    case DATELINE_RELATION_CONTRADICTION:
      /* Translators: what an article's answer is, compared with those of other articles */
      return C_("relation", "contradicts");
    case DATELINE_RELATION_ONLY_HERE:
      /* Translators: what an article's answer is, compared with those of other articles */
      return C_("relation", "only here");
    case DATELINE_RELATION_SILENT:
    default:
      /* Translators: an article that does not answer the question that others answer */
      return C_("relation", "silent");
    }
}
