/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small button that leads to the sentence of an article: its badge, and a few words where they are needed. */
#include "config.h"

#include "dateline-passage-chip.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-short-text.h"

#define MAX_CHARS 40

struct _DatelinePassageChip
{
  GtkButton parent_instance;

  DatelineSession *session;
  DatelineItem    *item;
  DatelinePassage *passage;
};

G_DEFINE_FINAL_TYPE (DatelinePassageChip, dateline_passage_chip, GTK_TYPE_BUTTON)

static void
dateline_passage_chip_clicked (GtkButton *button)
{
  DatelinePassageChip *self = DATELINE_PASSAGE_CHIP (button);

  dateline_navigator_show (dateline_session_get_navigator (self->session), "articles", self->item, self->passage);
}

static void
dateline_passage_chip_dispose (GObject *object)
{
  DatelinePassageChip *self = DATELINE_PASSAGE_CHIP (object);

  g_clear_object (&self->passage);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_passage_chip_parent_class)->dispose (object);
}

static void
dateline_passage_chip_class_init (DatelinePassageChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkButtonClass *button_class = GTK_BUTTON_CLASS (klass);

  object_class->dispose = dateline_passage_chip_dispose;

  button_class->clicked = dateline_passage_chip_clicked;
}

static void
dateline_passage_chip_init (DatelinePassageChip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
  gtk_widget_add_css_class (GTK_WIDGET (self), "passage-chip");
}

static void
set_name (DatelinePassageChip *self,
          const char          *label,
          guint                count)
{
  const char *headline = dateline_article_get_headline (dateline_passage_get_article (self->passage));
  g_autofree char *name = NULL;

  if (label == NULL)
    name = g_strdup_printf (_("In “%s”"), headline);
  else if (count > 1)
    /* Translators: words, how often they stand in an article, and its headline */
    name = g_strdup_printf (ngettext ("%s: %'u time in “%s”", "%s: %'u times in “%s”", count), label, count, headline);
  else
    /* Translators: words, and the headline of the article in which they stand */
    name = g_strdup_printf (_("%s: in “%s”"), label, headline);

  dateline_short_text_tooltip (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/**
 * dateline_passage_chip_new:
 * @session: the session that the story is shown by
 * @item: what the passage is evidence of
 * @passage: where to lead
 * @label: (nullable): words to show beside the badge
 * @count: how often they stand in the article; 0 or 1 to say nothing of that
 *
 * Creates a chip.
 *
 * Returns: (transfer floating): a new chip
 */
GtkWidget *
dateline_passage_chip_new (DatelineSession *session,
                           DatelineItem    *item,
                           DatelinePassage *passage,
                           const char      *label,
                           guint            count)
{
  DatelinePassageChip *self;
  GtkWidget *box;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (DATELINE_IS_ITEM (item), NULL);
  g_return_val_if_fail (DATELINE_IS_PASSAGE (passage), NULL);

  self = g_object_new (DATELINE_TYPE_PASSAGE_CHIP, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  g_set_object (&self->passage, passage);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), dateline_badge_new (dateline_passage_get_article (passage), FALSE));
  if (label != NULL)
    {
      GtkWidget *text_label = gtk_label_new (NULL);

      gtk_label_set_ellipsize (GTK_LABEL (text_label), PANGO_ELLIPSIZE_END);
      dateline_short_text_show (GTK_LABEL (text_label), label, DATELINE_SHORT_TEXT_LINE);
      gtk_label_set_max_width_chars (GTK_LABEL (text_label), MAX_CHARS);
      gtk_box_append (GTK_BOX (box), text_label);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "bare");
    }
  if (count > 1)
    {
      g_autofree char *text = g_strdup_printf ("%'u", count);
      GtkWidget *count_label = gtk_label_new (text);

      gtk_widget_add_css_class (count_label, "numeric");
      gtk_widget_add_css_class (count_label, "dim-label");
      gtk_box_append (GTK_BOX (box), count_label);
    }
  gtk_button_set_child (GTK_BUTTON (self), box);
  set_name (self, label, count);

  return GTK_WIDGET (self);
}

/**
 * dateline_passage_chip_get_passage:
 * @self: a `DatelinePassageChip`
 *
 * Where the chip leads.
 *
 * Returns: (transfer none): the passage
 */
DatelinePassage *
dateline_passage_chip_get_passage (DatelinePassageChip *self)
{
  g_return_val_if_fail (DATELINE_IS_PASSAGE_CHIP (self), NULL);

  return self->passage;
}
