/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a wording says of its value, in words to choose from. */
#include "config.h"

#include "dateline-bounds.h"

#include <glib/gi18n.h>

/**
 * dateline_bounds_create_list:
 *
 * The words for every `DatelineBound`, in their order.
 *
 * Returns: (transfer full): a list
 */
GtkStringList *
dateline_bounds_create_list (void)
{
  const char *bounds[] = {
    C_("bound", "exactly"), C_("bound", "more than"), C_("bound", "at least"), C_("bound", "less than"),
    C_("bound", "at most"), C_("bound", "about"), C_("bound", "almost"), NULL
  };

  return gtk_string_list_new (bounds);
}
