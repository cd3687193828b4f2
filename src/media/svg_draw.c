/* media/svg_draw.c -- drawing SVG with librsvg, in a child. */
/* SPDX-License-Identifier: MIT */

#include "media/child.h"
#include "media/limit.h"
#include "media/pixels.h"
#include "media/svg.h"

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <string.h>

#define DOTS_PER_INCH 96.0 /* CSS; librsvg would take 90 */
#define TRIAL_SIDE    1024 /* px, of the trial's square */

typedef struct {
  GBytes *clean;
  unsigned width;
  unsigned height;
  guint8 *data; /* shared; stride 4 * width */
} Drawing;

static bool
render(RsvgHandle *handle, const Drawing *drawing, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data(
      drawing->data, CAIRO_FORMAT_ARGB32, (int)drawing->width,
      (int)drawing->height, (int)(4 * drawing->width));
  cairo_t *cairo = cairo_create(surface);
  const RsvgRectangle whole = { 0, 0, drawing->width, drawing->height };
  bool done = rsvg_handle_render_document(handle, cairo, &whole, error);

  cairo_surface_flush(surface);
  done = done && cairo_status(cairo) == CAIRO_STATUS_SUCCESS &&
         cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return done;
}

/* In the child: no base address is set, so that nothing outside is found. */
static bool
draw(gpointer data, char *message)
{
  const Drawing *drawing = data;
  g_autoptr(GError) error = NULL;
  gsize length = 0;
  const guint8 *bytes = g_bytes_get_data(drawing->clean, &length);
  RsvgHandle *handle = rsvg_handle_new_from_data(bytes, length, &error);
  bool done = false;

  if (handle != NULL) {
    rsvg_handle_set_dpi(handle, DOTS_PER_INCH);
    done = render(handle, drawing, &error);
    g_object_unref(handle);
  }
  if (!done && error != NULL)
    g_strlcpy(message, error->message, MEDIA_CHILD_MESSAGE);
  return done;
}

MediaPixels *
media_svg_draw(GBytes *clean, unsigned width, unsigned height, GError **error)
{
  Drawing drawing = { .clean = clean, .width = width, .height = height };
  MediaPixels *pixels = NULL;

  if (!media_limit_check(width, height, error))
    return NULL;
  gsize length = (gsize)4 * width * height;
  drawing.data = media_child_share(length, error);
  if (drawing.data == NULL)
    return NULL;
  if (media_child_run(draw, &drawing, "the drawing", error)) {
    pixels = media_pixels_new(width, height);
    memcpy(pixels->data, drawing.data, length);
    media_pixels_classify(pixels);
  }
  media_child_unshare(drawing.data, length);
  return pixels;
}

bool
media_svg_trial(GBytes *clean, GError **error)
{
  g_autoptr(MediaPixels) pixels =
      media_svg_draw(clean, TRIAL_SIDE, TRIAL_SIDE, error);

  return pixels != NULL;
}

bool
media_svg_has_filter(GBytes *clean)
{
  gsize length = 0;
  const void *text = g_bytes_get_data(clean, &length);

  /* The door's own writing: "<" stands only where a tag begins. */
  return memmem(text, length, "<filter", strlen("<filter")) != NULL;
}
