/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small chart of horizontal bars, each a button that can be pressed: it shows how much there is, and picks it. */
#include "config.h"

#include "dateline-bar-chart.h"

#include <glib/gi18n.h>

#include "dateline-badge.h"
#include "dateline-short-text.h"

/* What is shown at first, how many more are not worth a button, and how many come at every demand. */
#define FEW       8
#define TOLERANCE 3
#define MORE      24

typedef struct
{
  char            *key;
  char            *label;
  char            *name;
  DatelineArticle *article;
  guint            count;
  gboolean         active;
  GtkWidget       *button; /* NULL until it is among the shown ones */
  GtkWidget       *progress_bar;
  GtkLabel        *count_label;
  GtkWidget       *check_image;
} Bar;

struct _DatelineBarChart
{
  GtkWidget parent_instance;

  GtkLabel   *title_label;
  GtkWidget  *bars_box;
  GtkWidget  *more_button;
  GPtrArray  *bars;   /* of Bar */
  GHashTable *by_key; /* string (owned by the bar) to Bar */
  guint       n_shown;
  guint       highest;
  guint       update_id;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineBarChart, dateline_bar_chart, GTK_TYPE_WIDGET)

static void
bar_free (Bar *bar)
{
  g_free (bar->key);
  g_free (bar->label);
  g_free (bar->name);
  g_clear_object (&bar->article);
  g_free (bar);
}

static void
clicked_cb (GtkWidget *button,
            gpointer   user_data)
{
  DatelineBarChart *self = DATELINE_BAR_CHART (user_data);
  Bar *bar = g_object_get_data (G_OBJECT (button), "bar");
  g_autofree char *key = g_strdup (bar->key);

  /* Whether it stays pressed is for those to say who know what is picked. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), bar->active);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, key);
}

static void
make_button (DatelineBarChart *self,
             Bar              *bar)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  bar->button = gtk_toggle_button_new ();
  gtk_widget_add_css_class (bar->button, "flat");
  gtk_widget_add_css_class (bar->button, "chart-bar");
  dateline_short_text_tooltip (bar->button, bar->article != NULL ? bar->label : NULL);

  bar->progress_bar = g_object_new (GTK_TYPE_PROGRESS_BAR,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "hexpand", TRUE,
                                    "valign", GTK_ALIGN_FILL,
                                    NULL);
  bar->check_image = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  dateline_short_text_show (GTK_LABEL (label), bar->label, DATELINE_SHORT_TEXT_LINE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  bar->count_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (bar->count_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (bar->count_label), "chart-count");

  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_box_append (GTK_BOX (box), bar->check_image);
  if (bar->article != NULL)
    gtk_box_append (GTK_BOX (box), dateline_badge_new (bar->article, FALSE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar->count_label));
  gtk_grid_attach (GTK_GRID (grid), bar->progress_bar, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), box, 0, 0, 1, 1);
  gtk_button_set_child (GTK_BUTTON (bar->button), grid);

  g_object_set_data (G_OBJECT (bar->button), "bar", bar);
  g_signal_connect (bar->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->bars_box), bar->button);
}

static void
update_bar (DatelineBarChart *self,
            Bar              *bar)
{
  g_autofree char *count = g_strdup_printf ("%'u", bar->count);

  gtk_label_set_label (bar->count_label, count);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar->progress_bar),
                                 self->highest > 0 ? (double) bar->count / self->highest : 0);
  gtk_widget_set_opacity (bar->progress_bar, bar->count > 0 ? 1 : 0);
  gtk_widget_set_visible (bar->check_image, bar->active);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (bar->button), bar->active);
  gtk_widget_set_sensitive (bar->button, bar->count > 0 || bar->active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, bar->name != NULL ? bar->name : bar->label,
                                  -1);
  /* GTK says so only once the state has changed. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar->button),
                               GTK_ACCESSIBLE_STATE_PRESSED, bar->active ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                         : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
update_bars (DatelineBarChart *self)
{
  guint n = self->bars->len <= self->n_shown + TOLERANCE ? self->bars->len : self->n_shown;

  self->highest = 0;
  for (guint i = 0; i < self->bars->len; i++)
    self->highest = MAX (self->highest, ((Bar *) g_ptr_array_index (self->bars, i))->count);

  for (guint i = 0; i < n; i++)
    {
      Bar *bar = g_ptr_array_index (self->bars, i);

      if (bar->button == NULL)
        make_button (self, bar);
      update_bar (self, bar);
    }

  gtk_widget_set_visible (self->more_button, n < self->bars->len);
}

static gboolean
update_idle_cb (gpointer user_data)
{
  DatelineBarChart *self = DATELINE_BAR_CHART (user_data);

  self->update_id = 0;
  update_bars (self);

  return G_SOURCE_REMOVE;
}

/* Bars change one by one, and every change of the highest changes them all: once a frame is enough. */
static void
queue_update (DatelineBarChart *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_idle_cb, self, NULL);
}

static void
more_clicked_cb (DatelineBarChart *self)
{
  guint first = self->n_shown;

  self->n_shown += MORE;
  update_bars (self);
  /* The button may be gone now, and the focus would be with it. */
  if (first < self->bars->len)
    gtk_widget_grab_focus (((Bar *) g_ptr_array_index (self->bars, first))->button);
}

static void
dateline_bar_chart_dispose (GObject *object)
{
  DatelineBarChart *self = DATELINE_BAR_CHART (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_BAR_CHART);

  G_OBJECT_CLASS (dateline_bar_chart_parent_class)->dispose (object);
}

static void
dateline_bar_chart_finalize (GObject *object)
{
  DatelineBarChart *self = DATELINE_BAR_CHART (object);

  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->bars, g_ptr_array_unref);

  G_OBJECT_CLASS (dateline_bar_chart_parent_class)->finalize (object);
}

static void
dateline_bar_chart_class_init (DatelineBarChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_bar_chart_dispose;
  object_class->finalize = dateline_bar_chart_finalize;

  /**
   * DatelineBarChart::picked:
   * @self: a `DatelineBarChart`
   * @key: what was picked
   *
   * The reader pressed a bar. It stays as it is until dateline_bar_chart_set() says otherwise.
   */
  signals[SIGNAL_PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/dateline/Dateline/ui/dateline-bar-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineBarChart, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineBarChart, bars_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineBarChart, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "barchart");
}

static void
dateline_bar_chart_init (DatelineBarChart *self)
{
  self->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) bar_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->n_shown = FEW;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_bar_chart_new:
 * @title: what the chart is about
 *
 * Creates a chart without bars.
 *
 * Returns: (transfer floating): a new chart
 */
GtkWidget *
dateline_bar_chart_new (const char *title)
{
  DatelineBarChart *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_BAR_CHART, NULL);
  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * dateline_bar_chart_clear:
 * @self: a `DatelineBarChart`
 *
 * Takes all bars out.
 */
void
dateline_bar_chart_clear (DatelineBarChart *self)
{
  GtkWidget *button;

  g_return_if_fail (DATELINE_IS_BAR_CHART (self));

  while ((button = gtk_widget_get_first_child (self->bars_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->bars_box), button);
  g_hash_table_remove_all (self->by_key);
  g_ptr_array_set_size (self->bars, 0);
  queue_update (self);
}

/**
 * dateline_bar_chart_add:
 * @self: a `DatelineBarChart`
 * @key: what names the bar
 * @label: what it says
 * @article: (nullable): the article whose badge it bears
 *
 * Adds a bar below the others. Only the first few are shown until the reader asks for more.
 */
void
dateline_bar_chart_add (DatelineBarChart *self,
                        const char       *key,
                        const char       *label,
                        DatelineArticle  *article)
{
  Bar *bar;

  g_return_if_fail (DATELINE_IS_BAR_CHART (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (!g_hash_table_contains (self->by_key, key));

  bar = g_new0 (Bar, 1);
  bar->key = g_strdup (key);
  bar->label = g_strdup (label);
  g_set_object (&bar->article, article);
  g_ptr_array_add (self->bars, bar);
  g_hash_table_insert (self->by_key, bar->key, bar);
  queue_update (self);
}

/**
 * dateline_bar_chart_set:
 * @self: a `DatelineBarChart`
 * @key: what names the bar
 * @count: how much there is of it
 * @name: the bar in words, for who does not see it
 * @active: whether it is picked
 *
 * Changes a bar.
 */
void
dateline_bar_chart_set (DatelineBarChart *self,
                        const char       *key,
                        guint             count,
                        const char       *name,
                        gboolean          active)
{
  Bar *bar;

  g_return_if_fail (DATELINE_IS_BAR_CHART (self));
  g_return_if_fail (key != NULL);

  bar = g_hash_table_lookup (self->by_key, key);
  g_return_if_fail (bar != NULL);

  if (bar->count == count && bar->active == active && g_strcmp0 (bar->name, name) == 0)
    return;

  bar->count = count;
  bar->active = active;
  g_free (bar->name);
  bar->name = g_strdup (name);
  queue_update (self);
}
