/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text and JSON for a terminal, a pipe or a file. Always UTF-8: the story is, and a converted quote is no quote. */
#include "config.h"

#include "dateline-cli-output.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* How many bytes are gathered before they are written. */
#define BUFFER_SIZE 65536

/* Columns of names before their values. */
#define FIELD_WIDTH 16

/* Columns that the last cell of a row needs beside the others; with fewer it goes below them. */
#define MIN_LAST_CELL 28

struct _DatelineCliOutput
{
  int      fd;
  GString *buffer;
  guint    width; /* of the terminal, 0 if lines may be of any length */
  gboolean is_styled;
  int      saved_errno;
};

static guint
find_width (int fd)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size;
  guint64 width;

  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 20, 1000, &width, NULL))
    return (guint) width;
  if (isatty (fd) && ioctl (fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
    return size.ws_col;

  return isatty (fd) ? 80 : 0;
}

/**
 * dateline_cli_output_new:
 * @fd: a file descriptor, which stays open
 *
 * Creates an output. Lines are wrapped and headings are bold only on a terminal.
 *
 * Returns: (transfer full): a new output
 */
DatelineCliOutput *
dateline_cli_output_new (int fd)
{
  DatelineCliOutput *self = g_new0 (DatelineCliOutput, 1);

  self->fd = fd;
  self->buffer = g_string_new (NULL);
  self->width = find_width (fd);
  self->is_styled = isatty (fd) && g_getenv ("NO_COLOR") == NULL && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;

  return self;
}

/**
 * dateline_cli_output_free:
 * @self: (transfer full): an output
 *
 * Frees the output. What was not flushed is lost.
 */
void
dateline_cli_output_free (DatelineCliOutput *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static void
write_out (DatelineCliOutput *self)
{
  gsize done = 0;

  while (done < self->buffer->len && self->saved_errno == 0)
    {
      gssize n = write (self->fd, self->buffer->str + done, self->buffer->len - done);

      if (n >= 0)
        done += n;
      else if (errno != EINTR)
        self->saved_errno = errno;
    }
  g_string_truncate (self->buffer, 0);
}

/* Called where nobody will take back what was put out. */
static void
drain (DatelineCliOutput *self)
{
  if (self->buffer->len > BUFFER_SIZE)
    write_out (self);
}

/**
 * dateline_cli_output_is_open:
 * @self: an output
 *
 * Whether somebody reads on. Whoever has much to say asks from time to time.
 *
 * Returns: %FALSE if what is put out goes nowhere
 */
gboolean
dateline_cli_output_is_open (DatelineCliOutput *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->saved_errno == 0;
}

/**
 * dateline_cli_output_raw:
 * @self: an output
 * @data: bytes
 * @length: how many
 *
 * Puts bytes out as they are.
 */
void
dateline_cli_output_raw (DatelineCliOutput *self,
                         const void        *data,
                         gsize              length)
{
  g_return_if_fail (self != NULL);

  g_string_append_len (self->buffer, data, length);
  drain (self);
}

/**
 * dateline_cli_output_json:
 * @self: an output
 * @node: (transfer none): JSON
 *
 * Puts out indented JSON and a line feed.
 */
void
dateline_cli_output_json (DatelineCliOutput *self,
                          JsonNode          *node)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (node != NULL);

  text = json_to_string (node, TRUE);
  dateline_cli_output_raw (self, text, strlen (text));
  dateline_cli_output_raw (self, "\n", 1);
}

static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * dateline_cli_text_width:
 * @text: UTF-8 text
 *
 * Counts the columns that a text takes on a terminal.
 *
 * Returns: the width
 */
guint
dateline_cli_text_width (const char *text)
{
  guint width = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));

  return width;
}

/* Appends text that cannot make the terminal do anything: an escape sequence in an article is only text. */
static void
append_safe (DatelineCliOutput *self,
             const char        *text,
             gsize              length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (self->buffer, g_unichar_iscntrl (c) ? 0xfffd : c);
    }
}

static void
append_spaces (DatelineCliOutput *self,
               guint              n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (self->buffer, ' ');
}

static void
trim_spaces (DatelineCliOutput *self)
{
  while (self->buffer->len > 0 && self->buffer->str[self->buffer->len - 1] == ' ')
    g_string_truncate (self->buffer, self->buffer->len - 1);
}

static void
begin_tone (DatelineCliOutput *self,
            DatelineCliTone    tone)
{
  if (self->is_styled && tone != DATELINE_CLI_PLAIN)
    g_string_append (self->buffer, tone == DATELINE_CLI_BOLD ? "\033[1m" : "\033[2m");
}

static void
end_tone (DatelineCliOutput *self,
          DatelineCliTone    tone)
{
  if (self->is_styled && tone != DATELINE_CLI_PLAIN)
    g_string_append (self->buffer, "\033[0m");
}

/* Finds where a line that starts at @text has to end: at a space if there is one, and never in the middle of a letter. */
static const char *
find_line_end (const char *text,
               const char *stop,
               guint       columns)
{
  const char *space = NULL;
  guint width = 0;

  for (const char *p = text; p < stop; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += get_char_width (c);
      if (width > columns && p > text)
        return space != NULL ? space : p;
      if (c == ' ')
        space = p;
    }

  return stop;
}

/* Appends text whose first line starts at the current place and whose others are indented. */
static void
append_wrapped (DatelineCliOutput *self,
                DatelineCliTone    tone,
                guint              indent,
                const char        *text)
{
  guint columns = self->width > indent + 10 ? self->width - indent : (self->width > 0 ? 10 : G_MAXUINT);
  const char *p = text;

  for (;;)
    {
      const char *stop = strchr (p, '\n');
      const char *end;

      if (stop == NULL)
        stop = p + strlen (p);
      end = find_line_end (p, stop, columns);
      if (end > p)
        {
          begin_tone (self, tone);
          append_safe (self, p, end - p);
          end_tone (self, tone);
        }
      g_string_append_c (self->buffer, '\n');

      p = end;
      if (p == stop && *p == '\0')
        break;
      if (p == stop)
        p++;
      else
        while (*p == ' ')
          p++;
      append_spaces (self, indent);
    }
}

/**
 * dateline_cli_output_text:
 * @self: an output
 * @tone: how to set it
 * @indent: columns before each line
 * @text: UTF-8 text
 *
 * Puts out text, wrapped to the terminal.
 */
void
dateline_cli_output_text (DatelineCliOutput *self,
                          DatelineCliTone    tone,
                          guint              indent,
                          const char        *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  append_spaces (self, *text != '\0' ? indent : 0);
  append_wrapped (self, tone, indent, text);
  drain (self);
}

/**
 * dateline_cli_output_field:
 * @self: an output
 * @name: the name of a property
 * @value: (nullable): its value
 *
 * Puts out a line of name and value; none if there is no value.
 */
void
dateline_cli_output_field (DatelineCliOutput *self,
                           const char        *name,
                           const char        *value)
{
  guint width;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  if (value == NULL || *value == '\0')
    return;

  width = dateline_cli_text_width (name);
  begin_tone (self, DATELINE_CLI_DIM);
  append_safe (self, name, strlen (name));
  end_tone (self, DATELINE_CLI_DIM);
  append_spaces (self, width < FIELD_WIDTH ? FIELD_WIDTH - width : 1);
  append_wrapped (self, DATELINE_CLI_PLAIN, FIELD_WIDTH, value);
  drain (self);
}

/**
 * dateline_cli_output_measure_row:
 * @row: (array length=n_columns): the cells of a row
 * @n_columns: how many
 * @widths: (inout) (array length=n_columns): the widths of the columns, 0 before the first row
 *
 * Makes columns wide enough for a row.
 */
void
dateline_cli_output_measure_row (const char *const *row,
                                 guint              n_columns,
                                 guint             *widths)
{
  g_return_if_fail (row != NULL);
  g_return_if_fail (widths != NULL);

  for (guint column = 0; column < n_columns; column++)
    {
      guint width = dateline_cli_text_width (row[column]);

      widths[column] = MAX (widths[column], width);
    }
}

/**
 * dateline_cli_output_row:
 * @self: an output
 * @row: (array length=n_columns): the cells of a row
 * @n_columns: how many
 * @widths: (array length=n_columns): the widths of the columns
 *
 * Puts out a row of a table with aligned columns. The last one is wrapped, below the others if there is no room beside
 * them.
 */
void
dateline_cli_output_row (DatelineCliOutput *self,
                         const char *const *row,
                         guint              n_columns,
                         const guint       *widths)
{
  const char *last;
  guint indent = 0;
  gboolean is_below;

  g_return_if_fail (self != NULL);
  g_return_if_fail (row != NULL);
  g_return_if_fail (n_columns > 0);
  g_return_if_fail (widths != NULL);

  last = row[n_columns - 1];
  for (guint column = 0; column < n_columns - 1; column++)
    indent += widths[column] > 0 ? widths[column] + 2 : 0;
  is_below = self->width > 0 && self->width < indent + MIN_LAST_CELL && indent > 4;

  for (guint column = 0; column < n_columns - 1; column++)
    {
      /* What was measured may have grown since. */
      guint width = MIN (dateline_cli_text_width (row[column]), widths[column]);

      if (widths[column] == 0)
        continue;
      append_safe (self, row[column], strlen (row[column]));
      append_spaces (self, widths[column] - width + 2);
    }
  if (is_below || *last == '\0')
    trim_spaces (self);
  if (is_below && *last != '\0')
    {
      g_string_append_c (self->buffer, '\n');
      append_spaces (self, 4);
    }
  append_wrapped (self, DATELINE_CLI_PLAIN, is_below ? 4 : indent, last);
  drain (self);
}

/**
 * dateline_cli_output_table:
 * @self: an output
 * @rows: (element-type GStrv): cells, @n_columns in each row
 * @n_columns: how many
 *
 * Puts out a small table. Rows of a large one are measured and put out one by one.
 */
void
dateline_cli_output_table (DatelineCliOutput *self,
                           GPtrArray         *rows,
                           guint              n_columns)
{
  g_autofree guint *widths = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (rows != NULL);

  widths = g_new0 (guint, n_columns);
  for (guint i = 0; i < rows->len; i++)
    dateline_cli_output_measure_row (g_ptr_array_index (rows, i), n_columns, widths);
  for (guint i = 0; i < rows->len; i++)
    dateline_cli_output_row (self, g_ptr_array_index (rows, i), n_columns, widths);
}

/**
 * dateline_cli_output_flush:
 * @self: an output
 * @error: return location for an error
 *
 * Writes what is still held back.
 *
 * Returns: %FALSE if something could not be written; that the reader of a pipe went away is no error
 */
gboolean
dateline_cli_output_flush (DatelineCliOutput  *self,
                           GError            **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  write_out (self);
  if (self->saved_errno == 0 || self->saved_errno == EPIPE)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (self->saved_errno),
               /* Translators: %s is what the system says */
               _("The output cannot be written: %s"), g_strerror (self->saved_errno));

  return FALSE;
}
