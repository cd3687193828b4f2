/* media/decode.c -- a resource as upright pixels, whatever its kind. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "media/jpeg.h"
#include "media/media.h"
#include "media/orient.h"
#include "media/png.h"
#include "media/svg.h"

/* The bytes say which way up they are; what the resource carries is a copy. */
static MediaPixels *
decode_png(GBytes *bytes, GError **error)
{
  MediaPngHeader header = { 0 };
  MediaPixels *pixels = NULL;

  if (media_png_chunk_check(bytes, &header, error))
    pixels = media_png_decode(bytes, &header, error);
  return pixels != NULL ? media_orient_apply(pixels, header.orientation) : NULL;
}

static MediaPixels *
decode_jpeg(GBytes *bytes, GError **error)
{
  MediaJpegHeader header;
  MediaPixels *pixels = NULL;

  if (media_jpeg_segment_check(bytes, &header, error))
    pixels = media_jpeg_decode(bytes, &header, error);
  return pixels != NULL ? media_orient_apply(pixels, header.orientation) : NULL;
}

static MediaPixels *
decode_svg(GBytes *bytes, GError **error)
{
  unsigned width = 0;
  unsigned height = 0;
  g_autoptr(GBytes) clean = media_svg_clean(bytes, &width, &height, error);

  if (clean == NULL)
    return NULL;
  return media_svg_draw(clean, width, height, error);
}

MediaPixels *
media_decode(const DocResource *resource, GError **error)
{
  switch (resource->kind) {
  case RESOURCE_PNG:
    return decode_png(resource->bytes, error);
  case RESOURCE_JPEG:
    return decode_jpeg(resource->bytes, error);
  case RESOURCE_SVG:
    return decode_svg(resource->bytes, error);
  }
  g_return_val_if_reached(NULL);
}
