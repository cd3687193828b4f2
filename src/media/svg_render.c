/* media/svg_render.c -- a process that draws one SVG and nothing else. */
/* SPDX-License-Identifier: MIT */

#include "media/svg_render.h"

#include "media/pixels.h"
#include "media/svg_drawing.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME "handbill-draw-svg" /* argv[0] of such a process */

enum {
  EXIT_DONE = 0,
  EXIT_FAILED = 1
};

gsize
media_svg_sheet_size(const MediaSvgSheet *sheet)
{
  return sizeof *sheet + (gsize)4 * sheet->width * sheet->height +
         sheet->fonts + sheet->text;
}

guint8 *
media_svg_sheet_pixels(MediaSvgSheet *sheet)
{
  return (guint8 *)(sheet + 1);
}

char *
media_svg_sheet_fonts(MediaSvgSheet *sheet)
{
  return (char *)media_svg_sheet_pixels(sheet) +
         (gsize)4 * sheet->width * sheet->height;
}

char *
media_svg_sheet_text(MediaSvgSheet *sheet)
{
  return media_svg_sheet_fonts(sheet) + sheet->fonts;
}

void
media_svg_render_become(int file)
{
  char name[] = NAME;
  char language[] = "LC_ALL=C.UTF-8";
  char zone[] = "TZ=UTC0";
  char *arguments[] = { name, NULL };
  char *environment[] = { language, zone, NULL };

  /* Locks and files of the program are none of the drawing's business. */
  if (dup2(file, STDIN_FILENO) == STDIN_FILENO && close_range(3, ~0u, 0) == 0)
    execve("/proc/self/exe", arguments, environment);
}

static MediaSvgSheet *
open_sheet(void)
{
  struct stat status;

  if (fstat(STDIN_FILENO, &status) != 0 ||
      (gsize)status.st_size < sizeof(MediaSvgSheet))
    return NULL;
  void *memory = mmap(NULL, (gsize)status.st_size, PROT_READ | PROT_WRITE,
                      MAP_SHARED, STDIN_FILENO, 0);
  if (memory == MAP_FAILED)
    return NULL;
  MediaSvgSheet *sheet = memory;
  bool whole = media_svg_sheet_size(sheet) == (gsize)status.st_size;
  return whole ? sheet : NULL;
}

static bool
load_fonts(MediaSvgSheet *sheet)
{
  const char *at = media_svg_sheet_fonts(sheet);
  const char *end = at + sheet->fonts;

  if (at == end)
    return true;
  FcConfig *config = FcConfigCreate();
  for (; at < end; at += strlen(at) + 1)
    if (!FcConfigAppFontAddFile(config, (const FcChar8 *)at))
      return false;
  return FcConfigSetCurrent(config);
}

static bool
render(const MediaSvgDrawing *drawing, MediaSvgSheet *sheet, GError **error)
{
  int width = (int)sheet->width;
  int height = (int)sheet->height;
  cairo_surface_t *surface = cairo_image_surface_create_for_data(
      media_svg_sheet_pixels(sheet), CAIRO_FORMAT_ARGB32, width, height,
      4 * width);
  cairo_t *cairo = cairo_create(surface);
  bool done =
      media_svg_drawing_paint(drawing, cairo, 0, 0, width, height, error);

  cairo_surface_flush(surface);
  done = done && cairo_status(cairo) == CAIRO_STATUS_SUCCESS &&
         cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return done;
}

static bool
draw(MediaSvgSheet *sheet)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) clean =
      g_bytes_new_static(media_svg_sheet_text(sheet), sheet->text);
  g_autoptr(MediaSvgDrawing) drawing = media_svg_drawing_new(clean, &error);
  bool done = drawing != NULL && render(drawing, sheet, &error);

  if (!done && error != NULL)
    g_strlcpy(sheet->message, error->message, sizeof sheet->message);
  return done;
}

/* Before main(); the C library gives a constructor what main() gets. */
__attribute__((constructor)) static void
begin(int count, char **arguments)
{
  if (count != 1 || strcmp(arguments[0], NAME) != 0)
    return;
  MediaSvgSheet *sheet = open_sheet();
  bool done = sheet != NULL && media_child_limit_memory() &&
              load_fonts(sheet) && draw(sheet);
  _exit(done ? EXIT_DONE : EXIT_FAILED);
}
