/* media/png_encode.c -- writing PNG through libpng, the same bytes each time.
 */
/* SPDX-License-Identifier: MIT */

#include "base/deflate.h"
#include "base/error.h"
#include "media/palette.h"
#include "media/pixels.h"

#include <png.h>
#include <setjmp.h>

#define COMPRESSION 6 /* zlib level: fixed, for equal bytes */

/* As in media/png.c: what must live through a longjmp. */
typedef struct {
  png_structp png;
  png_infop info;
  const MediaPixels *pixels;
  guint8 *row;
  const MediaPalette *palette; /* or NULL */
  const GByteArray *packed;    /* with `palette`: what IDAT holds */
  GByteArray *out;
  GError **error;
} Session;

static void
on_error(png_structp png, const char *text)
{
  Session *session = png_get_error_ptr(png);

  if (session->error != NULL && *session->error == NULL)
    g_set_error(session->error, HANDBILL_ERROR, ERROR_BUG,
                "a PNG cannot be written: %s", text);
  png_longjmp(png, 1);
}

static void
on_write(png_structp png, png_bytep data, size_t length)
{
  Session *session = png_get_io_ptr(png);

  g_byte_array_append(session->out, data, (guint)length);
}

static void
on_flush(png_structp png)
{
  (void)png; /* memory needs no flush */
}

static int
colour_type(const MediaPixels *pixels)
{
  if (pixels->alpha)
    return PNG_COLOR_TYPE_RGB_ALPHA;
  return pixels->grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB;
}

/* R, G, B, A to the samples that are written, in place. */
static void
pack_row(guint8 *row, unsigned width, unsigned samples)
{
  for (unsigned x = 0; x < width; x++)
    for (unsigned sample = 0; sample < samples; sample++)
      row[samples * x + sample] = row[4 * x + sample];
}

static void
start(Session *session, int colour)
{
  png_structp png = session->png;

  png_set_write_fn(png, session, on_write, on_flush);
  png_set_compression_level(png, COMPRESSION);
  png_set_IHDR(png, session->info, session->pixels->width,
               session->pixels->height, 8, colour, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
}

static void
encode(Session *session)
{
  png_structp png = session->png;
  const MediaPixels *pixels = session->pixels;

  start(session, colour_type(pixels));
  png_write_info(png, session->info);
  unsigned samples = png_get_channels(png, session->info);
  for (unsigned y = 0; y < pixels->height; y++) {
    media_pixels_row(pixels, y, session->row);
    pack_row(session->row, pixels->width, samples);
    png_write_row(png, session->row);
  }
  png_write_end(png, NULL);
}

/* libpng would pack with zlib, which takes twice as long. */
static void
encode_indices(Session *session)
{
  png_structp png = session->png;
  png_color colours[MEDIA_PALETTE_MAX];

  for (unsigned i = 0; i < session->palette->count; i++) {
    guint32 colour = session->palette->colours[i];
    colours[i] = (png_color){ .red = colour >> 16 & 0xff,
                              .green = colour >> 8 & 0xff,
                              .blue = colour & 0xff };
  }
  start(session, PNG_COLOR_TYPE_PALETTE);
  png_set_PLTE(png, session->info, colours, (int)session->palette->count);
  png_write_info(png, session->info);
  png_write_chunk(png, (png_const_bytep) "IDAT", session->packed->data,
                  session->packed->len);
  png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
}

static bool
guard(Session *session)
{
  if (setjmp(png_jmpbuf(session->png)) != 0)
    return false;
  if (session->palette != NULL)
    encode_indices(session);
  else
    encode(session);
  return true;
}

static GBytes *
run(Session *session, GError **error)
{
  g_autoptr(GByteArray) out = g_byte_array_new();
  bool done = false;

  session->out = out;
  session->error = error;
  session->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, session,
                                         on_error, on_error);
  if (session->png != NULL)
    session->info = png_create_info_struct(session->png);
  if (session->info != NULL)
    done = guard(session);
  png_destroy_write_struct(&session->png, &session->info);
  if (!done) {
    if (error != NULL && *error == NULL)
      g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                          "libpng cannot be started");
    return NULL;
  }
  return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}

GBytes *
media_encode_png(const MediaPixels *pixels, GError **error)
{
  g_autofree guint8 *row = g_malloc_n(pixels->width, 4);
  Session session = { .pixels = pixels, .row = row };

  return run(&session, error);
}

GBytes *
media_encode_page(MediaPixels *pixels, GError **error)
{
  MediaPalette palette;
  g_autofree guint8 *rows = media_palette_index(pixels, &palette);

  if (rows == NULL) {
    media_pixels_make_opaque(pixels);
    return media_encode_png(pixels, error);
  }
  g_autoptr(Deflate) deflate = deflate_new(DEFLATE_SMALL);
  g_autoptr(GByteArray) packed = g_byte_array_new();
  deflate_pack(deflate, rows, media_palette_size(pixels), packed);
  Session session = { .pixels = pixels, .palette = &palette, .packed = packed };
  return run(&session, error);
}
