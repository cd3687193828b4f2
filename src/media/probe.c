/* media/probe.c -- what a picture is, before anything is drawn of it. */
/* SPDX-License-Identifier: MIT */

#include "media/probe.h"

#include "base/error.h"
#include "media/jpeg.h"
#include "media/media.h"
#include "media/orient.h"
#include "media/png.h"
#include "media/svg.h"

#include <string.h>

/* Formats that authors try and that we do not read: offset and bytes of the
 * signature. */
typedef struct {
  const char *format;
  gsize offset;
  const char *magic;
} Foreign;

static const Foreign foreign[] = {
  { .format = "a damaged PNG", .offset = 1, .magic = "PNG" },
  { .format = "a damaged PNG", .offset = 12, .magic = "IHDR" },
  { .format = "a GIF", .offset = 0, .magic = "GIF8" },
  { .format = "a WebP", .offset = 8, .magic = "WEBP" },
  { .format = "a HEIC", .offset = 4, .magic = "ftyphei" },
  { .format = "a HEIC", .offset = 4, .magic = "ftypmif1" },
  { .format = "an AVIF", .offset = 4, .magic = "ftypavif" },
  { .format = "a TIFF", .offset = 0, .magic = "II*" },
  { .format = "a TIFF", .offset = 0, .magic = "MM" },
  { .format = "a BMP", .offset = 0, .magic = "BM" },
  { .format = "a PDF", .offset = 0, .magic = "%PDF" },
  { .format = "a JPEG 2000", .offset = 4, .magic = "jP  " },
  { .format = "a compressed SVG", .offset = 0, .magic = "\x1f\x8b" },
};

static const struct {
  const char *suffix;
  ResourceKind kind;
} suffixes[] = {
  { ".png", RESOURCE_PNG },
  { ".jpg", RESOURCE_JPEG },
  { ".jpeg", RESOURCE_JPEG },
  { ".svg", RESOURCE_SVG },
};

static bool
has_magic(GBytes *bytes, gsize offset, const char *magic)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data(bytes, &length);
  gsize wanted = strlen(magic);

  return length >= offset + wanted && memcmp(data + offset, magic, wanted) == 0;
}

/* XML begins with "<", after a byte order mark and white space at most; what
 * vocabulary it is, the door finds out. */
static bool
is_xml(GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  gsize at = has_magic(bytes, 0, "\xef\xbb\xbf") ? 3 : 0;

  while (at < length && g_ascii_isspace(data[at]))
    at++;
  return at < length && data[at] == '<';
}

static bool
refuse_foreign(GBytes *bytes, GError **error)
{
  const char *format = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS(foreign) && format == NULL; i++)
    if (has_magic(bytes, foreign[i].offset, foreign[i].magic))
      format = foreign[i].format;
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "this is %s file: save the picture as PNG, JPEG or SVG",
              format != NULL ? format : "not a PNG, JPEG or SVG");
  return false;
}

bool
media_probe_kind(GBytes *bytes, ResourceKind *kind, GError **error)
{
  if (has_magic(bytes, 0, MEDIA_PNG_SIGNATURE))
    *kind = RESOURCE_PNG;
  else if (has_magic(bytes, 0, "\xff\xd8\xff"))
    *kind = RESOURCE_JPEG;
  else if (is_xml(bytes))
    *kind = RESOURCE_SVG;
  else
    return refuse_foreign(bytes, error);
  return true;
}

static const char *
kind_name(ResourceKind kind)
{
  switch (kind) {
  case RESOURCE_PNG:
    return "PNG";
  case RESOURCE_JPEG:
    return "JPEG";
  case RESOURCE_SVG:
    return "SVG";
  }
  g_return_val_if_reached(NULL);
}

static const char *
kind_suffix(ResourceKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS(suffixes); i++)
    if (suffixes[i].kind == kind)
      return suffixes[i].suffix;
  g_return_val_if_reached(NULL);
}

static bool
check_suffix(const char *name, ResourceKind kind, GError **error)
{
  const char *suffix = strrchr(name, '.');

  for (gsize i = 0; suffix != NULL && i < G_N_ELEMENTS(suffixes); i++)
    if (g_ascii_strcasecmp(suffix, suffixes[i].suffix) == 0 &&
        suffixes[i].kind == kind)
      return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "the file holds a %s picture but its name does not end in %s: "
              "rename it",
              kind_name(kind), kind_suffix(kind));
  return false;
}

static void
set_size(MediaInfo *info, unsigned width, unsigned height)
{
  bool swap = media_orient_swaps(info->orientation);

  info->width = swap ? height : width;
  info->height = swap ? width : height;
}

static bool
probe_png(GBytes *bytes, MediaInfo *info, GError **error)
{
  MediaPngHeader header = { 0 };

  if (!media_png_chunk_check(bytes, &header, error))
    return false;
  info->orientation = header.orientation;
  info->components = header.colour == 0 || header.colour == 4 ? 1 : 3;
  info->alpha = header.transparent;
  info->progressive = header.interlaced;
  set_size(info, header.width, header.height);
  return true;
}

static bool
probe_jpeg(GBytes *bytes, MediaInfo *info, GError **error)
{
  MediaJpegHeader header;

  if (!media_jpeg_segment_check(bytes, &header, error))
    return false;
  info->orientation = header.orientation;
  info->components = header.components;
  info->progressive = header.progressive;
  set_size(info, header.width, header.height);
  return true;
}

static bool
probe_svg(GBytes *bytes, MediaInfo *info, GError **error)
{
  g_autoptr(GBytes) clean =
      media_svg_clean(bytes, &info->width, &info->height, error);

  info->orientation = 1;
  info->components = 3;
  info->alpha = true;
  return clean != NULL;
}

bool
media_probe_structure(const char *name, GBytes *bytes, MediaInfo *info,
                      GError **error)
{
  *info = (MediaInfo){ 0 };
  if (!media_probe_kind(bytes, &info->kind, error) ||
      !check_suffix(name, info->kind, error))
    return false;
  switch (info->kind) {
  case RESOURCE_PNG:
    return probe_png(bytes, info, error);
  case RESOURCE_JPEG:
    return probe_jpeg(bytes, info, error);
  case RESOURCE_SVG:
    return probe_svg(bytes, info, error);
  }
  g_return_val_if_reached(false);
}

static bool
check_jpeg(GBytes *bytes, GBytes **plain, GError **error)
{
  MediaJpegHeader header;

  return media_jpeg_segment_check(bytes, &header, error) &&
         media_jpeg_check(bytes, &header, plain, error);
}

bool
media_probe(const char *name, GBytes *bytes, MediaInfo *info, GError **error)
{
  return media_probe_plain(name, bytes, info, NULL, error);
}

bool
media_probe_plain(const char *name, GBytes *bytes, MediaInfo *info,
                  GBytes **plain, GError **error)
{
  if (plain != NULL)
    *plain = NULL;
  if (!media_probe_structure(name, bytes, info, error))
    return false;
  switch (info->kind) {
  case RESOURCE_PNG:
    return media_png_check(bytes, error);
  case RESOURCE_JPEG:
    return check_jpeg(bytes, plain, error);
  case RESOURCE_SVG:
    return true; /* the door is all there is to check */
  }
  g_return_val_if_reached(false);
}
