/* pdf/painter.c -- draws boxes with cairo, as they are. */
/* SPDX-License-Identifier: MIT */

#include "pdf/painter.h"

#include "base/error.h"
#include "media/pixels.h"
#include "pdf/pdf.h"
#include "pdf/picture.h"
#include "pdf/run.h"
#include "pdf/typeface.h"

#include <cairo-pdf.h>
#include <math.h>

#define DOT_SIZE 0.75 /* pt, also of BOX_DOTS' line */
#define DOT_STEP 2.25 /* pt from dot to dot, about */

enum {
  STREAM_LIMIT = 1 << 30 /* bytes */
};

typedef struct {
  GByteArray *bytes;
  bool full;
} Stream;

typedef struct {
  cairo_t *cairo;
  PdfTypefaces *typefaces;
  PdfPictures *pictures;
  double left; /* pt, of the text block on this page */
  double top;
} Painter;

static cairo_status_t
stream_append(void *closure, const unsigned char *data, unsigned length)
{
  Stream *stream = closure;

  if (stream->bytes->len + (gsize)length > STREAM_LIMIT)
    stream->full = true;
  if (stream->full)
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append(stream->bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_color(cairo_t *cairo, guint32 color)
{
  cairo_set_source_rgb(cairo, (color >> 16 & 0xff) / 255.0,
                       (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

/* One side, dots evenly from corner to corner. */
static void
stroke_dots(cairo_t *cairo, double x0, double y0, double x1, double y1)
{
  double length = fabs(x1 - x0) + fabs(y1 - y0);
  double steps = MAX(1, round(length / DOT_STEP));
  double dashes[2] = { 0, length / steps };

  if (length <= 0)
    return;
  cairo_set_dash(cairo, dashes, 2, 0);
  cairo_move_to(cairo, x0, y0);
  cairo_line_to(cairo, x1, y1);
  cairo_stroke(cairo);
}

static void
paint_dots(cairo_t *cairo, double x, double y, double width, double height)
{
  double inset = DOT_SIZE / 2;
  double x0 = x + inset, x1 = x + MAX(inset, width - inset);
  double y0 = y + inset, y1 = y + MAX(inset, height - inset);

  cairo_save(cairo);
  cairo_set_line_width(cairo, DOT_SIZE);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  stroke_dots(cairo, x0, y0, x1, y0);
  stroke_dots(cairo, x1, y0, x1, y1);
  stroke_dots(cairo, x1, y1, x0, y1);
  stroke_dots(cairo, x0, y1, x0, y0);
  cairo_restore(cairo);
}

static bool
paint_box(const Painter *painter, const Box *box, GError **error)
{
  cairo_t *cairo = painter->cairo;
  double x = painter->left + box->x;
  double y = painter->top + box->y;

  switch (box->kind) {
  case BOX_GLYPHS:
    set_color(cairo, box->as.glyphs.color);
    return pdf_run_paint(cairo, painter->typefaces, &box->as.glyphs, x, y,
                         error);
  case BOX_RULE:
    set_color(cairo, box->as.color);
    cairo_rectangle(cairo, x, y, box->width, box->height);
    cairo_fill(cairo);
    return true;
  case BOX_DOTS:
    set_color(cairo, box->as.color);
    paint_dots(cairo, x, y, box->width, box->height);
    return true;
  case BOX_IMAGE:
    return pdf_pictures_paint(painter->pictures, cairo, box->as.image, x, y,
                              box->width, box->height, error);
  }
  g_return_val_if_reached(false);
}

static bool
paint_page(Painter *painter, const LayoutPage *page, const LayoutPaper *paper,
           const GArray *segments, GError **error)
{
  unsigned cut = 0;

  painter->left = page->verso ? paper->x_verso : paper->x_recto;
  painter->top = paper->y;
  for (guint i = 0; i < page->boxes->len; i++) {
    if (segments != NULL && cut < segments->len &&
        g_array_index(segments, PdfSegment, cut).first == i)
      pdf_plan_draw_cut(painter->cairo, cut++);
    if (!paint_box(painter, &g_array_index(page->boxes, Box, i), error))
      return false;
  }
  return true;
}

static bool
check_status(cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return true;
  g_set_error(error, HANDBILL_ERROR,
              status == CAIRO_STATUS_NO_MEMORY ? ERROR_LIMIT : ERROR_BUG,
              "cannot be painted: %s", cairo_status_to_string(status));
  return false;
}

static bool
paint_pages(Painter *painter, const LayoutDocument *document,
            const LayoutPaper *paper, const PdfPlan *plan, GError **error)
{
  for (guint i = 0; i < document->pages->len; i++) {
    const LayoutPage *page = &g_array_index(document->pages, LayoutPage, i);
    const GArray *segments = pdf_plan_page(plan, i);
    if (plan->ground && segments->len > 0)
      pdf_plan_draw_ground(painter->cairo, paper->width, paper->height);
    bool painted = paint_page(painter, page, paper, segments, error);
    if (painted) {
      cairo_show_page(painter->cairo);
      painted = check_status(cairo_status(painter->cairo), error);
    }
    if (!painted) {
      g_prefix_error(error, "page %u: ", i + 1);
      return false;
    }
    pdf_pictures_end_page(painter->pictures, i);
  }
  return true;
}

/* cairo would write the clock's time; the finisher replaces it anyway. */
static cairo_surface_t *
new_surface(const LayoutPaper *paper, Stream *stream)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
      stream_append, stream, paper->width, paper->height);

  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                 "1980-01-01T00:00:00Z");
  return surface;
}

GBytes *
pdf_painter_paint(const LayoutDocument *document, const LayoutPaper *paper,
                  const PdfPlan *plan, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  Stream stream = { bytes, false };
  cairo_surface_t *surface = new_surface(paper, &stream);
  cairo_t *cairo = cairo_create(surface);
  g_autoptr(PdfTypefaces) typefaces = pdf_typefaces_new(cairo);
  g_autoptr(PdfPictures) pictures =
      pdf_pictures_new(document, PDF_PICTURE_DENSITY);
  Painter painter = { cairo, typefaces, pictures, 0, 0 };

  bool painted = paint_pages(&painter, document, paper, plan, error);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  if (painted)
    painted = check_status(cairo_surface_status(surface), error);
  cairo_surface_destroy(surface);
  if (!painted)
    return NULL;
  if (stream.full) {
    g_set_error_literal(error, HANDBILL_ERROR, ERROR_LIMIT,
                        "the pages take more than 1 GiB");
    return NULL;
  }
  return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

static bool
paint_on_image(cairo_t *cairo, const LayoutDocument *document,
               const LayoutPaper *paper, unsigned page, double scale,
               GError **error)
{
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, scale, scale);
  g_autoptr(PdfTypefaces) typefaces = pdf_typefaces_new(cairo);
  g_autoptr(PdfPictures) pictures = pdf_pictures_new(document, scale);
  Painter painter = { cairo, typefaces, pictures, 0, 0 };

  return paint_page(&painter, &g_array_index(document->pages, LayoutPage, page),
                    paper, NULL, error) &&
         check_status(cairo_status(cairo), error);
}

GBytes *
pdf_page_png(const LayoutDocument *document, const LayoutPaper *paper,
             unsigned page, unsigned width, GError **error)
{
  g_return_val_if_fail(page < document->pages->len && width > 0, NULL);
  double scale = width / paper->width;
  g_autoptr(MediaPixels) pixels =
      media_pixels_new(width, (unsigned)lround(paper->height * scale));
  cairo_surface_t *surface = cairo_image_surface_create_for_data(
      pixels->data, CAIRO_FORMAT_RGB24, (int)pixels->width, (int)pixels->height,
      (int)pixels->stride);
  cairo_t *cairo = cairo_create(surface);

  bool painted = paint_on_image(cairo, document, paper, page, scale, error);
  cairo_surface_flush(surface);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return painted ? media_encode_page(pixels, error) : NULL;
}
