/* media/jpeg.c -- JPEG through libturbojpeg. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg.h"

#include "base/error.h"
#include "media/jpeg_scan.h"
#include "media/pixels.h"

#include <turbojpeg.h>

#define QUALITY      85
#define DECODE_FLAGS (TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING)

#define SOI_LENGTH 2
#define APP0       0xe0

static void
close_handle(void *handle)
{
  tjDestroy(handle);
}

typedef void Handle;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Handle, close_handle)

typedef unsigned char TurboBytes;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TurboBytes, tjFree)

/* Four bytes a pixel: R, G, B, 255, or C, M, Y, K. */
static bool
unpack(GBytes *bytes, const MediaJpegHeader *header, guint8 *out,
       unsigned width, unsigned height, GError **error)
{
  g_autoptr(Handle) handle = tjInitDecompress();
  const guint8 *data = g_bytes_get_data(bytes, NULL);
  int format = header->components == 4 ? TJPF_CMYK : TJPF_RGBA;

  if (tjDecompress2(handle, data, header->length, out, (int)width,
                    (int)(4 * width), (int)height, format, DECODE_FLAGS) == 0)
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "damaged JPEG: %s; save the picture again",
              tjGetErrorStr2(handle));
  return false;
}

bool
media_jpeg_check(GBytes *bytes, const MediaJpegHeader *header, GError **error)
{
  if (media_jpeg_scan_is_whole(g_bytes_get_data(bytes, NULL), header->length))
    return true;
  const tjscalingfactor eighth = { 1, 8 };
  unsigned width = (unsigned)TJSCALED((int)header->width, eighth);
  unsigned height = (unsigned)TJSCALED((int)header->height, eighth);
  g_autofree guint8 *out = g_malloc_n(height, 4 * width);

  return unpack(bytes, header, out, width, height, error);
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

  if (!unpack(bytes, header, pixels->data, header->width, header->height,
              error))
    return NULL;
  if (header->components == 4)
    mix_inks(pixels->data, (gsize)header->width * header->height,
             header->inverted);
  media_pixels_finish(pixels);
  return g_steal_pointer(&pixels);
}

/* R, G, B rows on white. */
static guint8 *
flatten(const MediaPixels *pixels)
{
  guint8 *out = g_malloc_n(pixels->height, 3 * pixels->width);
  const guint32 *word = (const guint32 *)(const void *)pixels->data;
  gsize count = (gsize)pixels->width * pixels->height;

  for (gsize i = 0; i < count; i++) {
    guint32 paper = 255 - (word[i] >> 24);

    out[3 * i] = (guint8)((word[i] >> 16 & 0xff) + paper);
    out[3 * i + 1] = (guint8)((word[i] >> 8 & 0xff) + paper);
    out[3 * i + 2] = (guint8)((word[i] & 0xff) + paper);
  }
  return out;
}

/* The profile stands after SOI and, where there is one, the JFIF header, which
 * has to come first (JFIF 1.02, page 2). */
static GBytes *
insert_profile(const guint8 *jpeg, gsize length, const GByteArray *profile)
{
  GByteArray *out = g_byte_array_new();
  gsize head = SOI_LENGTH;

  if (length > 6 && jpeg[3] == APP0)
    head += 2 + ((gsize)jpeg[4] << 8 | jpeg[5]);
  g_byte_array_append(out, jpeg, (guint)head);
  if (profile != NULL)
    g_byte_array_append(out, profile->data, profile->len);
  g_byte_array_append(out, jpeg + head, (guint)(length - head));
  return g_byte_array_free_to_bytes(out);
}

GBytes *
media_jpeg_encode(const MediaPixels *pixels, bool grey,
                  const GByteArray *profile, GError **error)
{
  g_autoptr(Handle) handle = tjInitCompress();
  g_autofree guint8 *rows = flatten(pixels);
  unsigned char *made = NULL;
  unsigned long length = 0;
  int sampling = grey ? TJSAMP_GRAY : TJSAMP_420;
  int failed =
      tjCompress2(handle, rows, (int)pixels->width, (int)(3 * pixels->width),
                  (int)pixels->height, TJPF_RGB, &made, &length, sampling,
                  QUALITY, TJFLAG_ACCURATEDCT);
  g_autoptr(TurboBytes) jpeg = made;

  if (failed != 0) {
    g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                "a JPEG cannot be written: %s", tjGetErrorStr2(handle));
    return NULL;
  }
  return insert_profile(jpeg, length, profile);
}
