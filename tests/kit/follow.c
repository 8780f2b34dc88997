/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes stories in every way there is, and compares what a view shows then with what a new one does. */
#include "config.h"

#include "follow.h"

#include <string.h>

#include "dateline-timeline-canvas.h"
#include "dateline-timeline-card.h"

/* A frame is drawn at most so long after it was asked for: 60 of them are a second. */
#define FRAME_MS 17

/* Runs the main loop until nothing has been to do for longer than a frame may wait. */
void
kit_settle (void)
{
  for (guint quiet = 0; quiet < FRAME_MS + 3; quiet++)
    {
      if (g_main_context_iteration (NULL, FALSE))
        quiet = 0;
      else
        g_usleep (1000);
    }
}

static void
add_line (GString    *text,
          guint       depth,
          GtkWidget  *widget,
          const char *sort,
          const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL || *value == '\0')
    return;

  line = g_strescape (value, "\"'“”‘’…·–—");
  g_string_append_printf (text, "%*s%s %s: %s\n", (int) depth, "", G_OBJECT_TYPE_NAME (widget), sort, line);
}

static void
add_classes (GString   *text,
             guint      depth,
             GtkWidget *widget)
{
  g_auto(GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *joined = NULL;

  /* Which are given in which order says nothing. */
  for (guint i = 0; classes[i] != NULL; i++)
    for (guint j = i + 1; classes[j] != NULL; j++)
      if (strcmp (classes[i], classes[j]) > 0)
        {
          char *swap = classes[i];

          classes[i] = classes[j];
          classes[j] = swap;
        }
  joined = g_strjoinv (" ", classes);
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Dateline") || GTK_IS_BUTTON (widget) || GTK_IS_LABEL (widget))
    add_line (text, depth, widget, "class", joined);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  GtkWidget *first = *(GtkWidget **) a;
  GtkWidget *second = *(GtkWidget **) b;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT_ZERO;
  graphene_rect_t other = GRAPHENE_RECT_INIT_ZERO;

  if (!gtk_widget_compute_bounds (first, gtk_widget_get_parent (first), &bounds) ||
      !gtk_widget_compute_bounds (second, gtk_widget_get_parent (second), &other) ||
      (bounds.origin.y == other.origin.y && bounds.origin.x == other.origin.x))
    return 0;
  if (bounds.origin.y == other.origin.y)
    return bounds.origin.x < other.origin.x ? -1 : 1;

  return bounds.origin.y < other.origin.y ? -1 : 1;
}

static void
dump (GtkWidget *widget,
      GString   *text,
      guint      depth)
{
  g_autoptr(GPtrArray) children = g_ptr_array_new ();

  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget) || GTK_IS_SCROLLBAR (widget))
    return;

  if (GTK_IS_LABEL (widget))
    add_line (text, depth, widget, "text", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    add_line (text, depth, widget, "text", gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  else if (GTK_IS_IMAGE (widget))
    add_line (text, depth, widget, "icon", gtk_image_get_icon_name (GTK_IMAGE (widget)));
  else if (ADW_IS_AVATAR (widget))
    add_line (text, depth, widget, "text", adw_avatar_get_text (ADW_AVATAR (widget)));
  else if (GTK_IS_EDITABLE (widget))
    add_line (text, depth, widget, "text", gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      g_autofree char *words = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &words, NULL);
      add_line (text, depth, widget, "text", words);
    }
  else if (GTK_IS_PROGRESS_BAR (widget))
    {
      g_autofree char *fraction = g_strdup_printf ("%.3f", gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (widget)));

      add_line (text, depth, widget, "fraction", fraction);
    }
  else if (DATELINE_IS_TIMELINE_CARD (widget))
    {
      g_autofree char *words = dateline_timeline_card_describe (dateline_timeline_card_get_event (DATELINE_TIMELINE_CARD (widget)));

      add_line (text, depth, widget, "event", words);
    }
  if (GTK_IS_TOGGLE_BUTTON (widget))
    add_line (text, depth, widget, "active", gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)) ? "yes" : "no");
  if (!gtk_widget_get_sensitive (widget))
    add_line (text, depth, widget, "sensitive", "no");
  add_line (text, depth, widget, "tip", gtk_widget_get_tooltip_text (widget));
  add_classes (text, depth, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (children, child);
  /* A list that was sorted anew has its rows where they belong, but not as children; nor has the timeline its cards. */
  if (GTK_IS_LIST_VIEW (widget) || (children->len > 0 && DATELINE_IS_TIMELINE_CARD (g_ptr_array_index (children, 0))))
    g_ptr_array_sort (children, compare_places);
  for (guint i = 0; i < children->len; i++)
    dump (g_ptr_array_index (children, i), text, depth + 1);
}

/* Returns: (transfer full): everything that can be read below ROOT, and how it looks as far as classes tell */
char *
kit_dump (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  dump (root, text, 0);

  return g_string_free (text, FALSE);
}

/* A list makes rows only for what is in sight. Tells whether something was elsewhere. */
static gboolean
scroll_to_top (GtkWidget *widget)
{
  gboolean scrolled = FALSE;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

      scrolled = gtk_adjustment_get_value (adjustment) > 0;
      gtk_adjustment_set_value (adjustment, 0);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    scrolled |= scroll_to_top (child);

  return scrolled;
}

/* What is drawn rather than set in labels can only be compared as a picture. */
static GBytes *
take_picture (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gsize size = (gsize) width * 4 * (gsize) height;
  guchar *data;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return g_bytes_new (NULL, 0);

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  data = g_malloc (size);
  gdk_texture_download (texture, data, (gsize) width * 4);

  return g_bytes_new_take (data, size);
}

static void
assert_same_pictures (GtkWidget  *followed,
                      GtkWidget  *fresh,
                      const char *what)
{
  static const char *const drawn[] = { "DatelineTimelineCanvas", "DatelineTimelineOverview" };

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      GtkWidget *left = kit_find (followed, g_type_from_name (drawn[i]), NULL);
      GtkWidget *right = kit_find (fresh, g_type_from_name (drawn[i]), NULL);
      g_autoptr(GBytes) picture = NULL;
      g_autoptr(GBytes) wanted = NULL;

      if (left == NULL || !gtk_widget_get_mapped (left))
        continue;
      picture = take_picture (left);
      wanted = take_picture (right);
      if (!g_bytes_equal (picture, wanted))
        g_error ("After '%s' %s looks other than a new one.", what, drawn[i]);
    }
}

/* Asserts that FOLLOWED, which has seen the story change, shows what FRESH does, which has not. */
void
kit_assert_same (GtkWidget  *followed,
                 GtkWidget  *fresh,
                 const char *what)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) wanted = NULL;
  gboolean scrolled;
  guint i = 0;

  scrolled = scroll_to_top (followed);
  scrolled |= scroll_to_top (fresh);
  if (scrolled)
    kit_settle ();
  left = kit_dump (followed);
  right = kit_dump (fresh);
  if (g_str_equal (left, right))
    {
      assert_same_pictures (followed, fresh, what);
      return;
    }

  lines = g_strsplit (left, "\n", -1);
  wanted = g_strsplit (right, "\n", -1);
  while (lines[i] != NULL && g_strcmp0 (lines[i], wanted[i]) == 0)
    i++;
  for (guint j = i > 6 ? i - 6 : 0; j < i; j++)
    g_test_message ("   both: %s", lines[j]);
  for (guint j = i; j < i + 6 && lines[j] != NULL; j++)
    g_test_message ("  shows: %s", lines[j]);
  for (guint j = i; j < i + 6 && j < g_strv_length (wanted); j++)
    g_test_message ("  fresh: %s", wanted[j]);
  g_error ("After '%s' the view shows something else than a new one.", what);
}

static DatelineItem *
find_other (DatelineStory *story,
            DatelineItem  *item,
            GType          type,
            gpointer       now)
{
  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      GListModel *items = dateline_story_get_items (story, kind);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr(DatelineItem) other = g_list_model_get_item (items, i);

          if (G_TYPE_CHECK_INSTANCE_TYPE (other, type) && (gpointer) other != now && other != item &&
              (type != DATELINE_TYPE_ITEM || DATELINE_IS_EVENT (other)))
            return other;
        }
    }

  return NULL;
}

static void
change_field (DatelineStory *story,
              DatelineItem  *item,
              GParamSpec    *pspec)
{
  g_auto(GValue) value = G_VALUE_INIT;
  GType type = pspec->value_type;

  g_value_init (&value, type);
  g_object_get_property (G_OBJECT (item), pspec->name, &value);
  if (type == G_TYPE_STRING)
    {
      g_autofree char *text = g_strdup_printf ("Other %s", g_value_get_string (&value) != NULL ? g_value_get_string (&value) : "");

      g_value_set_string (&value, g_str_equal (pspec->name, "category") ? "protest" : text);
    }
  else if (type == G_TYPE_STRV)
    {
      const char *const texts[] = { "Something", "other", NULL };

      g_value_set_boxed (&value, texts);
    }
  else if (type == DATELINE_TYPE_DATE)
    {
      g_value_take_boxed (&value, dateline_date_new ("2021-02-04", NULL));
    }
  else if (type == G_TYPE_BOOLEAN)
    {
      g_value_set_boolean (&value, !g_value_get_boolean (&value));
    }
  else if (G_TYPE_IS_ENUM (type))
    {
      g_value_set_enum (&value, g_value_get_enum (&value) == 1 ? 0 : 1);
    }
  else if (g_type_is_a (type, DATELINE_TYPE_ITEM) && type != DATELINE_TYPE_CLAIM && type != DATELINE_TYPE_ARTICLE)
    {
      g_value_set_object (&value, find_other (story, item, type, g_value_get_object (&value)));
    }
  else
    {
      return;
    }

  g_object_set_property (G_OBJECT (item), pspec->name, &value);
}

/* All passages but the first, and for a sole one a longer one. */
static void
change_passages (DatelineItem *item)
{
  GListModel *passages = dateline_item_get_passages (item);
  g_autoptr(GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (passages);

  if (n == 0)
    return;

  for (guint i = 1; i < n; i++)
    g_ptr_array_add (changed, g_list_model_get_item (passages, i));
  if (n == 1)
    {
      g_autoptr(DatelinePassage) passage = g_list_model_get_item (passages, 0);
      guint end = dateline_passage_get_end (passage);

      g_ptr_array_add (changed, dateline_passage_new (dateline_passage_get_article (passage), end - 2, end));
    }
  dateline_item_set_passages (item, changed);
}

/* Gives every field of ITEM another value. */
void
kit_change_item (DatelineStory *story,
                 DatelineItem  *item)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  dateline_story_begin_changes (story);
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (item), &n);
  for (guint i = 0; i < n; i++)
    if ((pspecs[i]->flags & (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY)) == G_PARAM_WRITABLE)
      change_field (story, item, pspecs[i]);

  change_passages (item);
  if (DATELINE_IS_ARTICLE (item))
    {
      g_autoptr(GPtrArray) blocks = dateline_article_dup_blocks (DATELINE_ARTICLE (item));

      g_ptr_array_add (blocks, dateline_text_block_new (DATELINE_BLOCK_PARAGRAPH, "There was more to say."));
      dateline_article_set_blocks (DATELINE_ARTICLE (item), blocks);
    }
  else if (DATELINE_IS_EVENT (item))
    {
      g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(DatelineItem) person = g_list_model_get_item (dateline_story_get_people (story), 0);

      if (person != NULL)
        g_ptr_array_add (people, g_steal_pointer (&person));
      dateline_event_set_participants (DATELINE_EVENT (item), people);
    }
  else if (DATELINE_IS_CLAIM (item))
    {
      g_autoptr(GPtrArray) about = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(DatelineItem) person = g_list_model_get_item (dateline_story_get_people (story), 0);

      if (person != NULL)
        g_ptr_array_add (about, g_steal_pointer (&person));
      dateline_claim_set_about (DATELINE_CLAIM (item), about);
    }
  dateline_story_touch (story, item);
  dateline_story_end_changes (story);
}

/* Returns: (transfer full): the members of LIST that have nothing to do with GONE, or NULL if all have not */
static GPtrArray *
without (GListModel *list,
         gpointer    gone)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) member = g_list_model_get_item (list, i);

      if (member == gone || (DATELINE_IS_PASSAGE (member) &&
                             (gpointer) dateline_passage_get_article (DATELINE_PASSAGE (member)) == gone))
        continue;
      g_ptr_array_add (left, g_steal_pointer (&member));
    }

  if (left->len < n)
    return left;

  g_ptr_array_unref (left);
  return NULL;
}

/* Has OTHER let go of GONE. Returns whether it cannot stand any more. */
static gboolean
let_go (DatelineStory *story,
        DatelineItem  *other,
        DatelineItem  *gone)
{
  g_autoptr(GPtrArray) passages = without (dateline_item_get_passages (other), gone);
  g_autofree GParamSpec **pspecs = NULL;
  gboolean changed = passages != NULL;
  guint n;

  if (passages != NULL)
    dateline_item_set_passages (other, passages);
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (other), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) value = NULL;

      if ((pspecs[i]->flags & (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY)) != G_PARAM_WRITABLE ||
          !g_type_is_a (pspecs[i]->value_type, DATELINE_TYPE_ITEM))
        continue;
      g_object_get (other, pspecs[i]->name, &value, NULL);
      if (value != (GObject *) gone)
        continue;
      if (DATELINE_IS_CLAIM (gone))
        return TRUE;
      g_object_set (other, pspecs[i]->name, NULL, NULL);
      changed = TRUE;
    }
  if (DATELINE_IS_EVENT (other))
    {
      g_autoptr(GPtrArray) people = without (dateline_event_get_participants (DATELINE_EVENT (other)), gone);

      changed |= people != NULL;
      if (people != NULL)
        dateline_event_set_participants (DATELINE_EVENT (other), people);
    }
  else if (DATELINE_IS_CLAIM (other))
    {
      g_autoptr(GPtrArray) about = without (dateline_claim_get_about (DATELINE_CLAIM (other)), gone);

      changed |= about != NULL;
      if (about != NULL)
        dateline_claim_set_about (DATELINE_CLAIM (other), about);
    }
  if (changed)
    dateline_story_touch (story, other);

  return changed && (DATELINE_IS_QUOTE (other) || DATELINE_IS_ACCOUNT (other)) &&
         g_list_model_get_n_items (dateline_item_get_passages (other)) == 0;
}

/* Removes ITEM as the store does: what refers to it lets go of it, and what cannot stand without it goes as well. */
void
kit_remove_item (DatelineStory *story,
                 DatelineItem  *item)
{
  G_GNUC_UNUSED g_autoptr(DatelineItem) kept = g_object_ref (item);

  dateline_story_begin_changes (story);
  for (DatelineItemKind kind = DATELINE_ITEM_ARTICLE; kind < DATELINE_N_ITEM_KINDS; kind++)
    {
      GListModel *items = dateline_story_get_items (story, kind);

      for (guint i = g_list_model_get_n_items (items); i > 0; i--)
        {
          g_autoptr(DatelineItem) other = g_list_model_get_item (items, i - 1);

          if (other != NULL && other != item && let_go (story, other, item))
            kit_remove_item (story, other);
        }
    }
  dateline_story_remove (story, item);
  dateline_story_end_changes (story);
}
