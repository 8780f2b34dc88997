/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows when its file is no story: why, and what to do instead. */
#include "config.h"

#include "dateline-error-page.h"

struct _DatelineErrorPage
{
  AdwBin parent_instance;

  AdwStatusPage *status_page;
};

G_DEFINE_FINAL_TYPE (DatelineErrorPage, dateline_error_page, ADW_TYPE_BIN)

static void
dateline_error_page_class_init (DatelineErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineErrorPage, status_page);
}

static void
dateline_error_page_init (DatelineErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_error_page_new:
 * @message: a sentence that says what is wrong
 *
 * Creates a page.
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
dateline_error_page_new (const char *message)
{
  DatelineErrorPage *self;
  g_autofree char *markup = NULL;

  g_return_val_if_fail (message != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_ERROR_PAGE, NULL);
  /* The description of an AdwStatusPage is markup. */
  markup = g_markup_escape_text (message, -1);
  adw_status_page_set_description (self->status_page, markup);

  return GTK_WIDGET (self);
}
