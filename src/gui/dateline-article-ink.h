/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DatelineInk:
 *
 * The colours in which marks are drawn, for light, dark and high contrast.
 */
typedef struct
{
  GdkRGBA person;
  GdkRGBA quote;
  GdkRGBA quote_tint;
  GdkRGBA date;
  GdkRGBA reaction;
  GdkRGBA accent;
  GdkRGBA accent_tint;
  GdkRGBA related_tint;
  GdkRGBA card;
  GdkRGBA card_line;
  GdkRGBA quiet;
  GdkRGBA paper;
} DatelineInk;

void dateline_ink_get            (DatelineInk                *ink);
void dateline_ink_append_dots    (GtkSnapshot                *snapshot,
                                  const graphene_rect_t      *line,
                                  const GdkRGBA              *color);
void dateline_ink_append_dashes  (GtkSnapshot                *snapshot,
                                  const graphene_rect_t      *line,
                                  const GdkRGBA              *color);
void dateline_ink_append_rounded (GtkSnapshot                *snapshot,
                                  const graphene_rect_t      *rect,
                                  float                       radius,
                                  const GdkRGBA              *fill,
                                  const GdkRGBA              *line);
void dateline_ink_append_outline (GtkSnapshot                *snapshot,
                                  const graphene_rect_t      *lines,
                                  guint                       n_lines,
                                  const GdkRGBA              *fill,
                                  const GdkRGBA              *line);
void dateline_ink_append_bubble  (GtkSnapshot                *snapshot,
                                  const graphene_rect_t      *rect,
                                  const GdkRGBA              *color);
void dateline_ink_append_number  (GtkSnapshot                *snapshot,
                                  PangoContext               *context,
                                  const graphene_rect_t      *rect,
                                  guint                       number,
                                  const GdkRGBA              *fill,
                                  const GdkRGBA              *color);
void dateline_ink_append_only_here (GtkSnapshot             *snapshot,
                                  const graphene_rect_t      *rect,
                                  const GdkRGBA              *fill,
                                  const GdkRGBA              *color);

G_END_DECLS
