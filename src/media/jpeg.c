/* media/jpeg.c -- reading JPEG through libjpeg. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg.h"

#include "base/error.h"
#include "media/jpeg_plain.h"
#include "media/jpeg_scan.h"
#include "media/jpeg_trap.h"
#include "media/pixels.h"

typedef struct {
  MediaJpegTrap trap;
  struct jpeg_decompress_struct in;
  const guint8 *data;
  gsize length;
  bool inks;           /* C, M, Y, K and not R, G, B, 255 */
  MediaPixels *pixels; /* NULL: an eighth of the size, and forgotten */
} Session;

static void
start(Session *session)
{
  struct jpeg_decompress_struct *in = &session->in;

  jpeg_create_decompress(in);
  jpeg_mem_src(in, session->data, session->length);
  jpeg_read_header(in, TRUE);
  in->out_color_space = session->inks ? JCS_CMYK : JCS_EXT_RGBA;
}

/* Into one row's memory. */
static void
look(gpointer data)
{
  Session *session = data;
  struct jpeg_decompress_struct *in = &session->in;

  start(session);
  in->scale_num = 1;
  in->scale_denom = 8;
  jpeg_start_decompress(in);
  JSAMPARRAY row = in->mem->alloc_sarray((j_common_ptr)in, JPOOL_IMAGE,
                                         4 * in->output_width, 1);
  while (in->output_scanline < in->output_height)
    jpeg_read_scanlines(in, row, 1);
  jpeg_finish_decompress(in);
}

static void
unpack(gpointer data)
{
  Session *session = data;
  struct jpeg_decompress_struct *in = &session->in;
  const MediaPixels *pixels = session->pixels;

  start(session);
  jpeg_start_decompress(in);
  g_return_if_fail(in->output_width == pixels->width &&
                   in->output_height == pixels->height);
  while (in->output_scanline < in->output_height) {
    JSAMPROW row = pixels->data + (gsize)in->output_scanline * pixels->stride;
    jpeg_read_scanlines(in, &row, 1);
  }
  jpeg_finish_decompress(in);
}

static bool
run(GBytes *bytes, const MediaJpegHeader *header, MediaPixels *pixels,
    GError **error)
{
  g_autofree Session *session = g_new0(Session, 1);

  session->data = g_bytes_get_data(bytes, NULL);
  session->length = header->length;
  session->inks = header->components == 4;
  session->pixels = pixels;
  session->in.err = media_jpeg_trap_set(&session->trap);
  bool done = media_jpeg_trap_run(&session->trap,
                                  pixels != NULL ? unpack : look, session);
  jpeg_destroy_decompress(&session->in);
  if (!done)
    g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
                "damaged JPEG: %s; save the picture again", session->trap.text);
  return done;
}

/* What does not become plain is looked at, for the reason or the proof. */
bool
media_jpeg_check(GBytes *bytes, const MediaJpegHeader *header, GBytes **plain,
                 GError **error)
{
  if (plain != NULL)
    *plain = NULL;
  if (media_jpeg_scan_is_whole(g_bytes_get_data(bytes, NULL), header->length))
    return true;
  if (plain != NULL && !header->baseline &&
      MAX(header->width, header->height) <= MEDIA_SCREEN_LIMIT)
    *plain = media_jpeg_plain_new(bytes, header);
  return (plain != NULL && *plain != NULL) || run(bytes, header, NULL, error);
}

static guint8
mix(guint8 ink, guint8 black, bool inverted)
{
  unsigned light = inverted ? ink : 255u - ink;
  unsigned lamp = inverted ? black : 255u - black;

  return (guint8)((light * lamp + 127) / 255);
}

static void
mix_inks(guint8 *pixel, gsize count, bool inverted)
{
  for (; count > 0; count--, pixel += 4) {
    for (unsigned ink = 0; ink < 3; ink++)
      pixel[ink] = mix(pixel[ink], pixel[3], inverted);
    pixel[3] = 255;
  }
}

MediaPixels *
media_jpeg_decode(GBytes *bytes, const MediaJpegHeader *header, GError **error)
{
  g_autoptr(MediaPixels) pixels =
      media_pixels_new(header->width, header->height);

  if (!run(bytes, header, pixels, error))
    return NULL;
  if (header->components == 4)
    mix_inks(pixels->data, (gsize)header->width * header->height,
             header->inverted);
  media_pixels_finish(pixels);
  return g_steal_pointer(&pixels);
}
