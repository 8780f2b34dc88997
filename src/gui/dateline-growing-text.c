/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text view that is as high as its text needs at the width it gets. A plain one asks for the height that it needed at
 * the width before, once it has had time to find out. */
#include "config.h"

#include "dateline-growing-text.h"

struct _DatelineGrowingText
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineGrowingText, dateline_growing_text, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
dateline_growing_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dateline_growing_text_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *text = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size <= 0)
    {
      GTK_WIDGET_CLASS (dateline_growing_text_parent_class)->measure (widget, orientation, for_size, minimum, natural,
                                                                      minimum_baseline, natural_baseline);
      return;
    }

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural;
  *minimum_baseline = *natural_baseline = -1;
}

static void
dateline_growing_text_class_init (DatelineGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = dateline_growing_text_get_request_mode;
  widget_class->measure = dateline_growing_text_measure;
}

static void
dateline_growing_text_init (DatelineGrowingText *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_growing_text_new:
 *
 * Creates an empty text.
 *
 * Returns: (transfer floating): a new text
 */
GtkWidget *
dateline_growing_text_new (void)
{
  return g_object_new (DATELINE_TYPE_GROWING_TEXT, NULL);
}
