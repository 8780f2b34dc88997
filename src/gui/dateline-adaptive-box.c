/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sidebar beside its content, which folds to one of the two where there is no room for both.
 *
 * libadwaita 1.2 has AdwLeaflet and AdwFlap for this, which 1.4 deprecates, and not yet what replaces them. */
#include "config.h"

#include "dateline-adaptive-box.h"

struct _DatelineAdaptiveBox
{
  GtkWidget parent_instance;

  GtkWidget       *sidebar;
  GtkWidget       *content;
  GtkWidget       *separator;
  GtkPackType      side;
  int              fold_width;
  int              sidebar_width;
  gboolean         folded;
  gboolean         show_content;
  gboolean         show_sidebar;
  guint            notify_id;
};

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_SIDE,
  PROP_FOLD_WIDTH,
  PROP_SIDEBAR_WIDTH,
  PROP_FOLDED,
  PROP_SHOW_CONTENT,
  PROP_SHOW_SIDEBAR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void buildable_iface_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable_iface;

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineAdaptiveBox, dateline_adaptive_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static gboolean
has_sidebar (DatelineAdaptiveBox *self)
{
  return self->sidebar != NULL && self->show_sidebar;
}

static void
dateline_adaptive_box_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  DatelineAdaptiveBox *self = DATELINE_ADAPTIVE_BOX (widget);
  int sidebar_minimum = 0;
  int sidebar_natural = 0;
  int content_minimum = 0;
  int content_natural = 0;

  if (self->sidebar != NULL)
    gtk_widget_measure (self->sidebar, orientation, -1, &sidebar_minimum, &sidebar_natural, NULL, NULL);
  if (self->content != NULL)
    gtk_widget_measure (self->content, orientation, -1, &content_minimum, &content_natural, NULL, NULL);

  /* Folded, only one of the two needs room. A content alone is told when it has to get by with less, and does so
   * a frame later: what it needs now must not keep the window from getting narrower. */
  *minimum = MAX (sidebar_minimum, content_minimum);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->sidebar == NULL)
    *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->sidebar_width + content_natural
                                                       : MAX (sidebar_natural, content_natural);
}

static gboolean
notify_folded_cb (gpointer user_data)
{
  DatelineAdaptiveBox *self = DATELINE_ADAPTIVE_BOX (user_data);

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);

  return G_SOURCE_REMOVE;
}

static void
allocate_at (GtkWidget *child,
             int        x,
             int        width,
             int        height)
{
  gtk_widget_allocate (child, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0)));
}

static void
allocate_content (DatelineAdaptiveBox *self,
                  int                  width,
                  int                  height)
{
  int minimum;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->content, MAX (width, minimum), height, -1, NULL);
}

static void
allocate_both (DatelineAdaptiveBox *self,
               int                  width,
               int                  height)
{
  gboolean at_start = (self->side == GTK_PACK_START) != (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  int sidebar_width;
  int line_width;
  int minimum;

  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->separator, GTK_ORIENTATION_HORIZONTAL, -1, &line_width, NULL, NULL, NULL);
  sidebar_width = MAX (minimum, MIN (self->sidebar_width, width * 2 / 5));

  allocate_at (self->sidebar, at_start ? 0 : width - sidebar_width, sidebar_width, height);
  allocate_at (self->separator, at_start ? sidebar_width : width - sidebar_width - line_width, line_width, height);
  allocate_at (self->content, at_start ? sidebar_width + line_width : 0, width - sidebar_width - line_width, height);
}

static void
dateline_adaptive_box_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  DatelineAdaptiveBox *self = DATELINE_ADAPTIVE_BOX (widget);
  gboolean folded = width < self->fold_width;
  gboolean both = !folded && has_sidebar (self) && self->content != NULL;
  gboolean content_only = !has_sidebar (self) || (folded && self->show_content);

  if (folded != self->folded)
    {
      self->folded = folded;
      /* Handlers resize things, which may not happen while sizes are given out. */
      if (self->notify_id == 0)
        self->notify_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, notify_folded_cb, self, NULL);
    }

  if (self->sidebar != NULL)
    gtk_widget_set_child_visible (self->sidebar, both || !content_only);
  if (self->content != NULL)
    gtk_widget_set_child_visible (self->content, both || content_only);
  gtk_widget_set_child_visible (self->separator, both);

  if (both)
    allocate_both (self, width, height);
  else if (content_only && self->content != NULL)
    allocate_content (self, width, height);
  else if (self->sidebar != NULL)
    gtk_widget_allocate (self->sidebar, width, height, baseline, NULL);
}

/* Whether a child is seen is for size_allocate() to say; but a sidebar that is not wanted must not be mapped before the
 * first of these, since many a view is made when it is mapped. */
static void
hide_sidebar (DatelineAdaptiveBox *self)
{
  if (self->sidebar != NULL && !self->show_sidebar)
    gtk_widget_set_child_visible (self->sidebar, FALSE);
}

static void
set_child (DatelineAdaptiveBox  *self,
           GtkWidget           **place,
           GtkWidget            *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  hide_sidebar (self);
}

static void
dateline_adaptive_box_add_child (GtkBuildable *buildable,
                                 GtkBuilder   *builder,
                                 GObject      *child,
                                 const char   *type)
{
  DatelineAdaptiveBox *self = DATELINE_ADAPTIVE_BOX (buildable);

  if (g_strcmp0 (type, "sidebar") == 0)
    set_child (self, &self->sidebar, GTK_WIDGET (child));
  else if (GTK_IS_WIDGET (child) && (type == NULL || g_strcmp0 (type, "content") == 0))
    set_child (self, &self->content, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = dateline_adaptive_box_add_child;
}

static void
dateline_adaptive_box_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DatelineAdaptiveBox *self = DATELINE_ADAPTIVE_BOX (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_SIDE:
      g_value_set_enum (value, self->side);
      break;
    case PROP_FOLD_WIDTH:
      g_value_set_int (value, self->fold_width);
      break;
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, self->sidebar_width);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, self->show_content);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_adaptive_box_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  DatelineAdaptiveBox *self = DATELINE_ADAPTIVE_BOX (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      set_child (self, &self->sidebar, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_SIDE:
      self->side = g_value_get_enum (value);
      break;
    case PROP_FOLD_WIDTH:
      self->fold_width = g_value_get_int (value);
      break;
    case PROP_SIDEBAR_WIDTH:
      self->sidebar_width = g_value_get_int (value);
      break;
    case PROP_SHOW_CONTENT:
      dateline_adaptive_box_set_show_content (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_SIDEBAR:
      dateline_adaptive_box_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_adaptive_box_dispose (GObject *object)
{
  DatelineAdaptiveBox *self = DATELINE_ADAPTIVE_BOX (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);

  G_OBJECT_CLASS (dateline_adaptive_box_parent_class)->dispose (object);
}

static void
dateline_adaptive_box_class_init (DatelineAdaptiveBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_adaptive_box_dispose;
  object_class->get_property = dateline_adaptive_box_get_property;
  object_class->set_property = dateline_adaptive_box_set_property;

  widget_class->measure = dateline_adaptive_box_measure;
  widget_class->size_allocate = dateline_adaptive_box_size_allocate;

  /**
   * DatelineAdaptiveBox:sidebar: (nullable)
   *
   * The narrower of the two children, such as a list.
   */
  properties[PROP_SIDEBAR] =
    g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineAdaptiveBox:content: (nullable)
   *
   * The wider of the two children, such as the page of what is selected in the list.
   */
  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineAdaptiveBox:side:
   *
   * Whether the sidebar stands before or after the content.
   */
  properties[PROP_SIDE] =
    g_param_spec_enum ("side", NULL, NULL, GTK_TYPE_PACK_TYPE, GTK_PACK_START,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineAdaptiveBox:fold-width:
   *
   * The width in pixels below which only one child is shown.
   */
  properties[PROP_FOLD_WIDTH] =
    g_param_spec_int ("fold-width", NULL, NULL, 0, G_MAXINT, 640,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineAdaptiveBox:sidebar-width:
   *
   * The width in pixels that the sidebar has where there is room for it.
   */
  properties[PROP_SIDEBAR_WIDTH] =
    g_param_spec_int ("sidebar-width", NULL, NULL, 0, G_MAXINT, 300,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineAdaptiveBox:folded:
   *
   * Whether only one child is shown for want of room.
   */
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineAdaptiveBox:show-content:
   *
   * Whether the content is what is shown when folded.
   */
  properties[PROP_SHOW_CONTENT] =
    g_param_spec_boolean ("show-content", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * DatelineAdaptiveBox:show-sidebar:
   *
   * Whether there is a sidebar at all.
   */
  properties[PROP_SHOW_SIDEBAR] =
    g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "adaptive-box");
}

static void
dateline_adaptive_box_init (DatelineAdaptiveBox *self)
{
  self->side = GTK_PACK_START;
  self->fold_width = 640;
  self->sidebar_width = 300;
  self->show_sidebar = TRUE;
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * dateline_adaptive_box_get_folded:
 * @self: a `DatelineAdaptiveBox`
 *
 * Whether only one child is shown for want of room.
 *
 * Returns: %TRUE if it is folded
 */
gboolean
dateline_adaptive_box_get_folded (DatelineAdaptiveBox *self)
{
  g_return_val_if_fail (DATELINE_IS_ADAPTIVE_BOX (self), FALSE);

  return self->folded;
}

/**
 * dateline_adaptive_box_get_show_content:
 * @self: a `DatelineAdaptiveBox`
 *
 * Whether the content is what is shown when folded.
 *
 * Returns: %TRUE if it is
 */
gboolean
dateline_adaptive_box_get_show_content (DatelineAdaptiveBox *self)
{
  g_return_val_if_fail (DATELINE_IS_ADAPTIVE_BOX (self), FALSE);

  return self->show_content;
}

/**
 * dateline_adaptive_box_set_show_content:
 * @self: a `DatelineAdaptiveBox`
 * @show_content: whether to show the content when folded
 *
 * Chooses the child that is shown when folded.
 */
void
dateline_adaptive_box_set_show_content (DatelineAdaptiveBox *self,
                                        gboolean             show_content)
{
  g_return_if_fail (DATELINE_IS_ADAPTIVE_BOX (self));

  if (self->show_content == show_content)
    return;

  self->show_content = show_content;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

/**
 * dateline_adaptive_box_get_show_sidebar:
 * @self: a `DatelineAdaptiveBox`
 *
 * Whether there is a sidebar at all.
 *
 * Returns: %TRUE if there is
 */
gboolean
dateline_adaptive_box_get_show_sidebar (DatelineAdaptiveBox *self)
{
  g_return_val_if_fail (DATELINE_IS_ADAPTIVE_BOX (self), FALSE);

  return self->show_sidebar;
}

/**
 * dateline_adaptive_box_set_show_sidebar:
 * @self: a `DatelineAdaptiveBox`
 * @show_sidebar: whether there is to be a sidebar
 *
 * Takes the sidebar away, or brings it back.
 */
void
dateline_adaptive_box_set_show_sidebar (DatelineAdaptiveBox *self,
                                        gboolean             show_sidebar)
{
  g_return_if_fail (DATELINE_IS_ADAPTIVE_BOX (self));

  if (self->show_sidebar == show_sidebar)
    return;

  self->show_sidebar = show_sidebar;
  hide_sidebar (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}
