/* media/png.c -- reading PNG through libpng. */
/* SPDX-License-Identifier: MIT */

#include "media/png.h"

#include "base/error.h"
#include "media/limit.h"
#include "media/pixels.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

/* All state that must live through a longjmp stands here and not in local
 * variables, whose values would be lost. */
typedef struct {
  png_structp png;
  png_infop info;
  const guint8 *at;
  gsize left;
  MediaPixels *pixels; /* NULL: only look */
  guint8 *row;
  guint8 **rows;
  GError **error;
} Session;

static const char *const needed[] = { "IHDR", "PLTE", "tRNS",
                                      "IDAT", "IEND", NULL };

static void
on_error(png_structp png, const char *text)
{
  Session *session = png_get_error_ptr(png);

  if (session->error != NULL && *session->error == NULL)
    g_set_error(session->error, HANDBILL_ERROR, ERROR_REFUSED,
                "damaged PNG: %s; save the picture again", text);
  png_longjmp(png, 1);
}

/* A picture that libpng has to mend is not the one the author saw. */
static void
on_warning(png_structp png, const char *text)
{
  on_error(png, text);
}

static void
on_read(png_structp png, png_bytep out, size_t length)
{
  Session *session = png_get_io_ptr(png);

  if (length > session->left)
    png_error(png, "it is cut off");
  memcpy(out, session->at, length);
  session->at += length;
  session->left -= length;
}

static void
start(Session *session)
{
  png_structp png = session->png;

  png_set_read_fn(png, session, on_read);
  png_set_user_limits(png, MEDIA_LIMIT_SIDE, MEDIA_LIMIT_SIDE);
  png_set_chunk_malloc_max(png, MEDIA_LIMIT_CHUNK);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_read_info(png, session->info);
}

/* Rows of stored samples, into one row's memory. */
static void
look(Session *session)
{
  png_structp png = session->png;

  start(session);
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, session->info);
  png_uint_32 height = png_get_image_height(png, session->info);
  session->row = g_malloc0(png_get_rowbytes(png, session->info));
  for (int pass = 0; pass < passes; pass++)
    for (png_uint_32 y = 0; y < height; y++)
      png_read_row(png, session->row, NULL);
  png_read_end(png, NULL);
}

/* Every kind of PNG as R, G, B, A of 8 bits. */
static void
decode(Session *session)
{
  png_structp png = session->png;
  MediaPixels *pixels = session->pixels;

  start(session);
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
  png_set_interlace_handling(png);
  png_read_update_info(png, session->info);
  if (png_get_rowbytes(png, session->info) != pixels->stride ||
      png_get_image_height(png, session->info) != pixels->height)
    png_error(png, "the size does not agree with IHDR");
  session->rows = g_new(guint8 *, pixels->height);
  for (unsigned y = 0; y < pixels->height; y++)
    session->rows[y] = pixels->data + (gsize)y * pixels->stride;
  png_read_image(png, session->rows);
  png_read_end(png, NULL);
}

/* The only place where a longjmp of libpng lands; nothing local changes after
 * setjmp(). */
static bool
guard(Session *session, void (*work)(Session *session))
{
  if (setjmp(png_jmpbuf(session->png)) != 0)
    return false;
  work(session);
  return true;
}

static bool
run(Session *session, GBytes *bytes, void (*work)(Session *session))
{
  g_autoptr(GBytes) plain = media_png_chunk_keep(bytes, needed);
  bool done = false;

  session->at = g_bytes_get_data(plain, &session->left);
  session->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, session,
                                        on_error, on_warning);
  if (session->png != NULL)
    session->info = png_create_info_struct(session->png);
  if (session->info != NULL)
    done = guard(session, work);
  else if (session->error != NULL && *session->error == NULL)
    g_set_error_literal(session->error, HANDBILL_ERROR, ERROR_BUG,
                        "libpng cannot be started");
  png_destroy_read_struct(&session->png, &session->info, NULL);
  g_free(session->row);
  g_free(session->rows);
  return done;
}

bool
media_png_check(GBytes *bytes, GError **error)
{
  Session session = { .error = error };

  return run(&session, bytes, look);
}

MediaPixels *
media_png_decode(GBytes *bytes, const MediaPngHeader *header, GError **error)
{
  g_autoptr(MediaPixels) pixels =
      media_pixels_new(header->width, header->height);
  Session session = { .pixels = pixels, .error = error };

  if (!run(&session, bytes, decode))
    return NULL;
  media_pixels_finish(pixels);
  return g_steal_pointer(&pixels);
}
