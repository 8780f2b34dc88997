/* SPDX-License-Identifier: GPL-3.0-or-later */
/* firstframe COMMAND...: how long an X11 program takes from its start to the first frame with content, from outside.
 *
 * Content is there at the first damage after which the first large window holds at least four colours, looked at in a
 * grid of spots; the program is settled when there was no damage for a while. Prints one line:
 *   content MS CPU_MS settled MS CPU_MS rss KIB
 * CPU is that of all threads of the program, rss the most memory it ever held. To be run with no window manager. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define LIMIT_MS 60000
#define SETTLE_MS 700
#define MIN_COLOURS 4
#define MIN_SIZE 200

typedef struct
{
  Display *display;
  int      damage_event;
  pid_t    pid;
  double   start;
  Window   window;
  double   content;
  double   content_cpu;
  double   settled;
  double   settled_cpu;
} Watch;

static double
to_ms (const struct timespec *time)
{
  return (double) time->tv_sec * 1e3 + (double) time->tv_nsec / 1e6;
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return to_ms (&time);
}

static double
cpu_of (pid_t pid)
{
  clockid_t clock;
  struct timespec time;

  if (clock_getcpuclockid (pid, &clock) != 0 || clock_gettime (clock, &time) != 0)
    return 0;

  return to_ms (&time);
}

static long
peak_rss (pid_t pid)
{
  char path[64];
  char line[256];
  long value = 0;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/status", (int) pid);
  file = fopen (path, "r");
  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    if (strncmp (line, "VmHWM:", 6) == 0)
      value = atol (line + 6);
  if (file != NULL)
    fclose (file);

  return value;
}

/* Windows come and go while they are looked at. */
static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

static int
has_content (Watch *self)
{
  XWindowAttributes attributes;
  unsigned long seen[MIN_COLOURS];
  XImage *image;
  int n = 0;

  if (!XGetWindowAttributes (self->display, self->window, &attributes) || attributes.map_state != IsViewable)
    return 0;
  image = XGetImage (self->display, self->window, 0, 0, attributes.width, attributes.height, AllPlanes, ZPixmap);
  if (image == NULL)
    return 0;

  for (int y = 2; y < attributes.height && n < MIN_COLOURS; y += 7)
    for (int x = 2; x < attributes.width && n < MIN_COLOURS; x += 3)
      {
        unsigned long colour = XGetPixel (image, x, y) & 0xffffff;
        int i = 0;

        while (i < n && seen[i] != colour)
          i++;
        if (i == n)
          seen[n++] = colour;
      }
  XDestroyImage (image);

  return n >= MIN_COLOURS;
}

static void
handle_damage (Watch              *self,
               XDamageNotifyEvent *event)
{
  XDamageSubtract (self->display, event->damage, None, None);
  if (self->window == None || event->drawable != self->window)
    return;

  self->settled = now () - self->start;
  self->settled_cpu = cpu_of (self->pid);
  if (self->content == 0 && !event->more && has_content (self))
    {
      self->content = self->settled;
      self->content_cpu = self->settled_cpu;
    }
}

static void
handle_event (Watch  *self,
              XEvent *event)
{
  XWindowAttributes attributes;

  if (event->type == CreateNotify)
    XDamageCreate (self->display, event->xcreatewindow.window, XDamageReportDeltaRectangles);
  else if (event->type == MapNotify && self->window == None &&
           XGetWindowAttributes (self->display, event->xmap.window, &attributes) &&
           attributes.width >= MIN_SIZE && attributes.height >= MIN_SIZE)
    self->window = event->xmap.window;
  else if (event->type == self->damage_event + XDamageNotify)
    handle_damage (self, (XDamageNotifyEvent *) event);
}

static int
is_over (Watch *self)
{
  double time = now () - self->start;

  return time > LIMIT_MS || (self->content > 0 && time - self->settled > SETTLE_MS);
}

int
main (int   argc,
      char *argv[])
{
  Watch self = { 0 };
  int error_base;
  int status;
  long rss;

  self.display = XOpenDisplay (NULL);
  if (argc < 2 || self.display == NULL || !XDamageQueryExtension (self.display, &self.damage_event, &error_base))
    {
      fputs ("usage, on a display with the damage extension: firstframe COMMAND...\n", stderr);
      return 2;
    }

  XSetErrorHandler (ignore_error);
  XSelectInput (self.display, DefaultRootWindow (self.display), SubstructureNotifyMask);
  XSync (self.display, False);

  self.start = now ();
  self.pid = fork ();
  if (self.pid == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }

  while (!is_over (&self))
    {
      struct pollfd connection = { .fd = ConnectionNumber (self.display), .events = POLLIN };

      if (!XPending (self.display))
        poll (&connection, 1, 20);
      while (XPending (self.display))
        {
          XEvent event;

          XNextEvent (self.display, &event);
          handle_event (&self, &event);
        }
      if (waitpid (self.pid, &status, WNOHANG) == self.pid)
        {
          fputs ("the program ended\n", stderr);
          return 1;
        }
    }

  rss = peak_rss (self.pid);
  kill (self.pid, SIGKILL);
  waitpid (self.pid, &status, 0);
  if (self.content == 0)
    {
      fputs ("no content within a minute\n", stderr);
      return 1;
    }

  printf ("content %.1f %.1f settled %.1f %.1f rss %ld\n",
          self.content, self.content_cpu, self.settled, self.settled_cpu, rss);

  return 0;
}
