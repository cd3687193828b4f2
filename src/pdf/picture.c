/* pdf/picture.c -- the pictures of a document: each decoded once. */
/* SPDX-License-Identifier: MIT */

#include "pdf/picture.h"

#include "base/error.h"
#include "media/jpeg_segment.h"
#include "media/media.h"
#include "media/svg.h"
#include "media/svg_drawing.h"

#include <math.h>

typedef struct {
  const DocResource *resource;
  double points; /* pt, its longer side where drawn largest */
  unsigned last_page;
  bool shown;               /* on the page being painted */
  cairo_surface_t *surface; /* NULL: not decoded, or let go of */
  MediaSvgDrawing *drawing; /* the same for vectors */
} Picture;

struct PdfPictures {
  GHashTable *table;
  double density; /* px per pt */
};

static void
let_go(Picture *picture)
{
  g_clear_pointer(&picture->surface, cairo_surface_destroy);
  g_clear_pointer(&picture->drawing, media_svg_drawing_free);
}

static void
picture_free(gpointer data)
{
  Picture *picture = data;

  let_go(picture);
  g_free(picture);
}

/* Pictures are their own keys. */
static guint
picture_hash(gconstpointer data)
{
  return g_direct_hash(((const Picture *)data)->resource);
}

static gboolean
picture_equal(gconstpointer a, gconstpointer b)
{
  return ((const Picture *)a)->resource == ((const Picture *)b)->resource;
}

static Picture *
find_picture(const PdfPictures *pictures, const DocResource *resource)
{
  Picture wanted = { .resource = resource };

  return g_hash_table_lookup(pictures->table, &wanted);
}

static void
note_use(PdfPictures *pictures, const Box *box, unsigned page)
{
  Picture *picture = find_picture(pictures, box->as.image);

  if (picture == NULL) {
    picture = g_new0(Picture, 1);
    picture->resource = box->as.image;
    g_hash_table_add(pictures->table, picture);
  }
  picture->points = MAX(picture->points, MAX(box->width, box->height));
  picture->last_page = page;
}

PdfPictures *
pdf_pictures_new(const LayoutDocument *document, double density)
{
  PdfPictures *pictures = g_new0(PdfPictures, 1);

  pictures->density = density;
  pictures->table =
      g_hash_table_new_full(picture_hash, picture_equal, picture_free, NULL);
  for (guint page = 0; page < document->pages->len; page++) {
    const GArray *boxes =
        g_array_index(document->pages, LayoutPage, page).boxes;
    for (guint i = 0; i < boxes->len; i++)
      if (g_array_index(boxes, Box, i).kind == BOX_IMAGE)
        note_use(pictures, &g_array_index(boxes, Box, i), page);
  }
  return pictures;
}

void
pdf_pictures_free(PdfPictures *pictures)
{
  if (pictures == NULL)
    return;
  g_hash_table_unref(pictures->table);
  g_free(pictures);
}

/* px on the longer side that are kept */
static unsigned
pixel_limit(const PdfPictures *pictures, const Picture *picture)
{
  return (unsigned)CLAMP(ceil(picture->points * pictures->density), 1, 16384);
}

static void
free_pixels(void *data)
{
  media_pixels_free(data);
}

/* Takes `pixels`. */
static cairo_surface_t *
surface_of_pixels(MediaPixels *pixels)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *surface = cairo_image_surface_create_for_data(
      pixels->data, pixels->alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
      (int)pixels->width, (int)pixels->height, (int)pixels->stride);

  if (cairo_surface_set_user_data(surface, &key, pixels, free_pixels) !=
      CAIRO_STATUS_SUCCESS)
    media_pixels_free(pixels);
  return surface;
}

static cairo_surface_t *
load_pixels(const DocResource *resource, unsigned limit, GError **error)
{
  MediaPixels *pixels = media_decode(resource, error);

  return pixels != NULL ? surface_of_pixels(media_scale(pixels, limit)) : NULL;
}

static void
free_bytes(void *data)
{
  g_bytes_unref(data);
}

/* cairo puts the compressed data into the file, which say how large the picture
 * is; the surface is stretched to its place, and its pixel is never shown.  One
 * is enough: cairo 1.16 copies all of a surface's pixels when it is destroyed.
 * Takes `bytes`. */
static cairo_surface_t *
surface_of_jpeg(GBytes *bytes)
{
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);
  gsize length;
  const guint8 *data = g_bytes_get_data(bytes, &length);

  if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, data, length,
                                  free_bytes, bytes) != CAIRO_STATUS_SUCCESS)
    g_bytes_unref(bytes);
  return surface;
}

static bool
can_embed(const MediaInfo *info, unsigned limit)
{
  return (info->components == 1 || info->components == 3) &&
         info->orientation == 1 && MAX(info->width, info->height) <= limit;
}

/* A checked JPEG, as it is or made again; NULL if it is of neither kind that
 * can go into the file (CMYK), or with `error` set. */
static cairo_surface_t *
load_jpeg(const DocResource *resource, unsigned limit, GError **error)
{
  g_autoptr(GBytes) small = NULL;
  MediaInfo info;

  if (!media_probe_structure(resource->name, resource->bytes, &info, error))
    return NULL;
  if (can_embed(&info, limit))
    return surface_of_jpeg(media_jpeg_segment_strip(resource->bytes));
  small = media_for_screen(resource, limit, error);
  if (small == NULL ||
      !media_probe_structure(resource->name, small, &info, error))
    return NULL;
  return can_embed(&info, limit)
             ? surface_of_jpeg(media_jpeg_segment_strip(small))
             : load_pixels(resource, limit, error);
}

static bool
load_surface(const PdfPictures *pictures, Picture *picture, bool vector,
             GError **error)
{
  const DocResource *resource = picture->resource;
  unsigned limit = pixel_limit(pictures, picture);

  if (picture->surface != NULL)
    return true;
  if (resource->kind == RESOURCE_JPEG && vector)
    picture->surface = load_jpeg(resource, limit, error);
  else
    picture->surface = load_pixels(resource, limit, error);
  if (picture->surface == NULL)
    return false;
  if (cairo_surface_status(picture->surface) == CAIRO_STATUS_SUCCESS)
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT, "cannot be painted: %s",
              cairo_status_to_string(cairo_surface_status(picture->surface)));
  return false;
}

static void
draw_surface(cairo_t *cairo, cairo_surface_t *surface, bool vector, double x,
             double y, double width, double height)
{
  cairo_save(cairo);
  cairo_translate(cairo, x, y);
  cairo_scale(cairo, width / cairo_image_surface_get_width(surface),
              height / cairo_image_surface_get_height(surface));
  cairo_set_source_surface(cairo, surface, 0, 0);
  if (!vector) /* no pale edges; in a PDF it would unpack the JPEG */
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
  cairo_rectangle(cairo, 0, 0, cairo_image_surface_get_width(surface),
                  cairo_image_surface_get_height(surface));
  cairo_fill(cairo);
  cairo_restore(cairo);
}

/* cairo 1.16 lists a picture once for each time that the page shows it, under
 * the same name, which qpdf rightly refuses.  A group has a list of its own. */
static void
draw_again(cairo_t *cairo, cairo_surface_t *surface, double x, double y,
           double width, double height)
{
  cairo_save(cairo);
  cairo_rectangle(cairo, x, y, width, height);
  cairo_clip(cairo);
  cairo_push_group(cairo);
  draw_surface(cairo, surface, true, x, y, width, height);
  cairo_pop_group_to_source(cairo);
  cairo_paint(cairo);
  cairo_restore(cairo);
}

/* librsvg may abort or hang: only what a limited child has drawn is drawn
 * here. */
static bool
load_drawing(Picture *picture, GError **error)
{
  g_autoptr(GBytes) clean = NULL;
  unsigned width, height;

  if (picture->drawing != NULL)
    return true;
  clean = media_svg_clean(picture->resource->bytes, &width, &height, error);
  if (clean == NULL || !media_svg_trial(clean, error))
    return false;
  picture->drawing = media_svg_drawing_new(clean, error);
  return picture->drawing != NULL;
}

/* The group becomes one Form XObject: what is in it can look like no cut. */
static bool
draw_vectors(cairo_t *cairo, const MediaSvgDrawing *drawing, double x, double y,
             double width, double height, GError **error)
{
  cairo_save(cairo);
  cairo_rectangle(cairo, x, y, width, height);
  cairo_clip(cairo);
  cairo_push_group(cairo);
  bool drawn =
      media_svg_drawing_paint(drawing, cairo, x, y, width, height, error);
  cairo_pop_group_to_source(cairo);
  cairo_paint(cairo);
  cairo_restore(cairo);
  return drawn;
}

bool
pdf_pictures_paint(PdfPictures *pictures, cairo_t *cairo,
                   const DocResource *resource, double x, double y,
                   double width, double height, GError **error)
{
  Picture *picture = find_picture(pictures, resource);
  bool vector =
      cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_PDF;
  bool painted;

  g_return_val_if_fail(picture != NULL, false);
  if (vector && resource->kind == RESOURCE_SVG) {
    painted = load_drawing(picture, error) &&
              draw_vectors(cairo, picture->drawing, x, y, width, height, error);
  } else {
    painted = load_surface(pictures, picture, vector, error);
    if (painted && vector && picture->shown)
      draw_again(cairo, picture->surface, x, y, width, height);
    else if (painted)
      draw_surface(cairo, picture->surface, vector, x, y, width, height);
    picture->shown = true;
  }
  if (!painted)
    g_prefix_error(error, "%s: ", resource->source);
  return painted;
}

void
pdf_pictures_end_page(PdfPictures *pictures, unsigned page)
{
  GHashTableIter each;
  gpointer value;

  g_hash_table_iter_init(&each, pictures->table);
  while (g_hash_table_iter_next(&each, &value, NULL)) {
    Picture *picture = value;
    picture->shown = false;
    if (picture->last_page <= page)
      let_go(picture);
  }
}
