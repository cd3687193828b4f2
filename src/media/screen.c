/* media/screen.c -- pictures for e-readers: upright, baseline, small, and
 * without anything that is not picture. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_plain.h"
#include "media/jpeg_write.h"
#include "media/media.h"
#include "media/png.h"
#include "media/svg.h"

/* A drawing is drawn at twice its size: e-readers have about 300 dots an inch,
 * and a CSS pixel is 1/96 in. */
#define DRAWING_SCALE 2

/* What a PNG keeps: the picture and how its colours and size are meant. */
static const char *const kept[] = { "IHDR", "PLTE", "tRNS", "sRGB", "gAMA",
                                    "iCCP", "pHYs", "IDAT", "IEND", NULL };

/* The header of a PNG that we encode: signature and IHDR. */
#define PNG_HEAD (MEDIA_PNG_SIGNATURE_LENGTH + 25)

static bool
fits(unsigned width, unsigned height, unsigned limit)
{
  return MAX(width, height) <= limit;
}

static MediaPixels *
small_pixels(const DocResource *resource, unsigned limit, GError **error)
{
  MediaPixels *pixels = media_decode(resource, error);

  return pixels != NULL ? media_scale(pixels, limit) : NULL;
}

/* Which chunks about colour stay true of pixels that we encoded: a profile
 * belongs to grey or to RGB pixels, never to both. */
static void
append_colour(GBytes *bytes, bool same_model, GByteArray *out)
{
  gsize length = 0;
  const guint8 *at = g_bytes_get_data(bytes, &length);
  const guint8 *end = at + length;
  MediaPngChunk chunk;

  at += MEDIA_PNG_SIGNATURE_LENGTH;
  while (at < end && media_png_chunk_next(&at, end, &chunk, NULL)) {
    bool profile = g_str_equal(chunk.name, "iCCP");

    if (g_str_equal(chunk.name, "sRGB") || g_str_equal(chunk.name, "gAMA") ||
        (profile && same_model))
      g_byte_array_append(out, chunk.whole, (guint)chunk.whole_length);
  }
}

static GBytes *
encode_png(GBytes *original, const MediaPngHeader *header,
           const MediaPixels *pixels, GError **error)
{
  g_autoptr(GBytes) plain = media_encode_png(pixels, error);
  bool was_grey = header->colour == 0 || header->colour == 4;
  gsize length = 0;

  if (plain == NULL)
    return NULL;
  const guint8 *data = g_bytes_get_data(plain, &length);
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, data, PNG_HEAD);
  append_colour(original, was_grey == pixels->grey, out);
  g_byte_array_append(out, data + PNG_HEAD, (guint)(length - PNG_HEAD));
  return g_byte_array_free_to_bytes(out);
}

static GBytes *
png_for_screen(const DocResource *resource, unsigned limit, GError **error)
{
  MediaPngHeader header = { 0 };

  if (!media_png_chunk_check(resource->bytes, &header, error))
    return NULL;
  if (fits(header.width, header.height, limit) && header.orientation == 1 &&
      !header.interlaced && header.depth <= 8)
    return media_png_chunk_keep(resource->bytes, kept);
  g_autoptr(MediaPixels) pixels = small_pixels(resource, limit, error);
  if (pixels == NULL)
    return NULL;
  return encode_png(resource->bytes, &header, pixels, error);
}

/* Nothing but what is not picture gets lost; NULL if that cannot be. */
static GBytes *
keep_jpeg(const DocResource *resource, const MediaJpegHeader *header)
{
  if (header->components == 4)
    return NULL;
  if (header->orientation == 1 && header->baseline)
    return media_jpeg_segment_strip(resource->bytes);
  if (resource->plain != NULL)
    return g_bytes_ref(resource->plain);
  return media_jpeg_plain_new(resource->bytes, header);
}

static GBytes *
encode_jpeg(const DocResource *resource, unsigned limit,
            const MediaJpegHeader *header, GError **error)
{
  g_autoptr(MediaPixels) pixels = small_pixels(resource, limit, error);
  g_autoptr(GByteArray) profile = g_byte_array_new();

  if (pixels == NULL)
    return NULL;
  if (header->components != 4) /* a CMYK profile says nothing about RGB */
    media_jpeg_segment_append_profile(resource->bytes, profile);
  return media_jpeg_encode(pixels, header->components == 1, profile, error);
}

static GBytes *
jpeg_for_screen(const DocResource *resource, unsigned limit, GError **error)
{
  MediaJpegHeader header;
  GBytes *kept_jpeg = NULL;

  if (!media_jpeg_segment_check(resource->bytes, &header, error))
    return NULL;
  if (fits(header.width, header.height, limit))
    kept_jpeg = keep_jpeg(resource, &header);
  return kept_jpeg != NULL ? kept_jpeg
                           : encode_jpeg(resource, limit, &header, error);
}

static GBytes *
svg_for_screen(const DocResource *resource, unsigned limit, GError **error)
{
  unsigned width = 0;
  unsigned height = 0;
  g_autoptr(GBytes) clean =
      media_svg_clean(resource->bytes, &width, &height, error);

  if (clean == NULL)
    return NULL;
  double scale = MIN(DRAWING_SCALE, (double)limit / MAX(width, height));
  g_autoptr(MediaPixels) pixels =
      media_svg_draw(clean, MAX(1, (unsigned)(width * scale)),
                     MAX(1, (unsigned)(height * scale)), error);
  return pixels != NULL ? media_encode_png(pixels, error) : NULL;
}

GBytes *
media_for_screen(const DocResource *resource, unsigned limit, GError **error)
{
  g_return_val_if_fail(limit > 0, NULL);
  switch (resource->kind) {
  case RESOURCE_PNG:
    return png_for_screen(resource, limit, error);
  case RESOURCE_JPEG:
    return jpeg_for_screen(resource, limit, error);
  case RESOURCE_SVG:
    return svg_for_screen(resource, limit, error);
  }
  g_return_val_if_reached(NULL);
}
