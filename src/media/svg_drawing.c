/* media/svg_drawing.c -- a clean SVG as librsvg sees it, to be painted. */
/* SPDX-License-Identifier: MIT */

#include "media/svg_drawing.h"

#include "base/library.h"

#include <librsvg/rsvg.h>
#include <stddef.h>

#define DOTS_PER_INCH 96.0 /* CSS; librsvg would take 90 */

/* The functions that are used, with the types that the header gives them. */
typedef struct {
  __typeof__(rsvg_handle_new_from_data) *new_from_data;
  __typeof__(rsvg_handle_set_dpi) *set_dpi;
  __typeof__(rsvg_handle_render_document) *render_document;
} Librsvg;

#define FUNCTION(name)                                                         \
  {                                                                            \
    "rsvg_handle_" #name, offsetof(Librsvg, name)                              \
  }

static const LibraryFunction functions[] = {
  FUNCTION(new_from_data),
  FUNCTION(set_dpi),
  FUNCTION(render_document),
};

static const Library library = {
  .file = "librsvg-2.so.2", /* since librsvg 2.0, to 2.60 at least */
  .need = "drawings need",
  .remedy = "install librsvg 2.52 or newer, or save the drawing as PNG",
  .functions = functions,
  .count = G_N_ELEMENTS(functions),
};

struct MediaSvgDrawing {
  Librsvg librsvg;
  RsvgHandle *handle;
};

MediaSvgDrawing *
media_svg_drawing_new(GBytes *clean, GError **error)
{
  g_autoptr(MediaSvgDrawing) drawing = g_new0(MediaSvgDrawing, 1);
  gsize length = 0;
  const guint8 *data = g_bytes_get_data(clean, &length);

  if (!library_load(&library, &drawing->librsvg, error))
    return NULL;
  drawing->handle = drawing->librsvg.new_from_data(data, length, error);
  if (drawing->handle == NULL)
    return NULL;
  drawing->librsvg.set_dpi(drawing->handle, DOTS_PER_INCH);
  return g_steal_pointer(&drawing);
}

void
media_svg_drawing_free(MediaSvgDrawing *drawing)
{
  if (drawing == NULL)
    return;
  g_clear_object(&drawing->handle);
  g_free(drawing);
}

bool
media_svg_drawing_paint(const MediaSvgDrawing *drawing, cairo_t *cairo,
                        double x, double y, double width, double height,
                        GError **error)
{
  const RsvgRectangle box = { x, y, width, height };

  return drawing->librsvg.render_document(drawing->handle, cairo, &box, error);
}
