/* media/jpeg_segment.c -- a JPEG as a row of segments. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_segment.h"

#include "base/error.h"
#include "media/exif.h"
#include "media/limit.h"

#include <string.h>

/* T.81, table B.1. */
typedef enum {
  MARKER_TEM = 0x01,
  MARKER_SOF0 = 0xc0, /* baseline */
  MARKER_SOF1 = 0xc1, /* extended sequential */
  MARKER_SOF2 = 0xc2, /* progressive */
  MARKER_DHT = 0xc4,
  MARKER_JPG = 0xc8,
  MARKER_DAC = 0xcc,
  MARKER_SOF15 = 0xcf,
  MARKER_RST0 = 0xd0,
  MARKER_RST7 = 0xd7,
  MARKER_SOI = 0xd8,
  MARKER_EOI = 0xd9,
  MARKER_SOS = 0xda,
  MARKER_APP0 = 0xe0,
  MARKER_APP1 = 0xe1,
  MARKER_APP2 = 0xe2,
  MARKER_APP14 = 0xee,
  MARKER_APP15 = 0xef,
  MARKER_COM = 0xfe
} Marker;

/* A string literal with its closing NUL is the signature of a segment. */
#define STARTS_WITH(segment, literal)                                          \
  ((segment)->length >= sizeof(literal) &&                                     \
   memcmp((segment)->data, literal, sizeof(literal)) == 0)

static bool
refuse(GError **error, const char *text)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "damaged JPEG: %s; save the picture again", text);
  return false;
}

static bool
refuse_kind(GError **error, const char *text)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "%s JPEG is not read: save the picture as a plain JPEG", text);
  return false;
}

static unsigned
read_short(const guint8 *at)
{
  return (unsigned)at[0] << 8 | at[1];
}

static bool
is_icc(const MediaJpegSegment *segment)
{
  return segment->marker == MARKER_APP2 && STARTS_WITH(segment, "ICC_PROFILE");
}

/* The signature has no closing NUL. */
static bool
is_adobe(const MediaJpegSegment *segment)
{
  return segment->marker == MARKER_APP14 && segment->length >= 12 &&
         memcmp(segment->data, "Adobe", 5) == 0;
}

static bool
is_bare(guint8 marker)
{
  return marker == MARKER_SOI || marker == MARKER_EOI || marker == MARKER_TEM;
}

/* The first marker after the compressed data of a scan: there a 0xFF stands
 * only before 0x00 or a restart marker (B.1.1.5). */
static const guint8 *
skip_scan(const guint8 *at, const guint8 *end)
{
  while (at < end) {
    at = memchr(at, 0xff, (gsize)(end - at));
    if (at == NULL || end - at < 2)
      return end;
    if (at[1] == 0xff)
      at++;
    else if (at[1] == 0 || (at[1] >= MARKER_RST0 && at[1] <= MARKER_RST7))
      at += 2;
    else
      return at;
  }
  return end;
}

static void
finish(MediaJpegSegment *segment, const guint8 **at, const guint8 *next)
{
  segment->whole_length = (gsize)(next - segment->whole);
  *at = next;
}

bool
media_jpeg_segment_next(const guint8 **at, const guint8 *end,
                        MediaJpegSegment *segment, GError **error)
{
  const guint8 *next = *at;

  if (end - next < 2)
    return refuse(error, "it is cut off");
  if (*next != 0xff)
    return refuse(error, "bytes stand where a segment should begin");
  while (end - next >= 2 && next[1] == 0xff) /* fill bytes: B.1.1.2 */
    next++;
  if (end - next < 2)
    return refuse(error, "it is cut off");
  segment->marker = next[1];
  segment->whole = next;
  segment->data = next + 2;
  segment->length = 0;
  if (is_bare(segment->marker)) {
    finish(segment, at, next + 2);
    return true;
  }
  if (end - next < 4 || read_short(next + 2) < 2 ||
      read_short(next + 2) > (gsize)(end - next - 2))
    return refuse(error, "a segment is cut off");
  segment->data = next + 4;
  segment->length = read_short(next + 2) - 2;
  next = segment->data + segment->length;
  if (segment->marker == MARKER_SOS)
    next = skip_scan(next, end);
  finish(segment, at, next);
  return true;
}

static bool
read_frame(MediaJpegHeader *header, const MediaJpegSegment *segment,
           GError **error)
{
  const guint8 *data = segment->data;

  if (header->components != 0)
    return refuse(error, "it has two frames");
  if (segment->length < 6 || segment->length != 6 + 3 * (gsize)data[5])
    return refuse(error, "the frame header has a wrong length");
  if (segment->marker > MARKER_SOF2)
    return refuse_kind(error, "a lossless, hierarchical or arithmetic-coded");
  if (data[0] != 8)
    return refuse_kind(error, "a 12-bit");
  if (data[5] != 1 && data[5] != 3 && data[5] != 4)
    return refuse(error, "it has neither 1, 3 nor 4 colours");
  header->height = read_short(data + 1);
  header->width = read_short(data + 3);
  header->components = data[5];
  header->baseline = segment->marker == MARKER_SOF0;
  header->progressive = segment->marker == MARKER_SOF2;
  return media_limit_check(header->width, header->height, error);
}

static bool
read_scan(MediaJpegHeader *header, GError **error)
{
  if (header->components == 0)
    return refuse(error, "a scan comes before the frame header");
  header->scans++;
  guint64 work = (guint64)header->width * header->height * header->scans;
  if (header->scans <= MEDIA_LIMIT_SCANS && work <= MEDIA_LIMIT_WORK)
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT,
              "the JPEG has too many scans (limit %u, less for large "
              "pictures): save it as baseline, not progressive",
              MEDIA_LIMIT_SCANS);
  return false;
}

/* The first Exif segment counts. */
static void
read_exif(MediaJpegHeader *header, const MediaJpegSegment *segment)
{
  if (header->orientation == 0 && STARTS_WITH(segment, "Exif\0"))
    header->orientation =
        media_exif_orientation(segment->data + 6, segment->length - 6);
}

static bool
is_frame(guint8 marker)
{
  return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 &&
         marker != MARKER_DHT && marker != MARKER_JPG && marker != MARKER_DAC;
}

static bool
read_segment(MediaJpegHeader *header, const MediaJpegSegment *segment,
             GError **error)
{
  if (is_frame(segment->marker))
    return read_frame(header, segment, error);
  if (segment->marker == MARKER_SOS)
    return read_scan(header, error);
  if (segment->marker == MARKER_SOI)
    return refuse(error, "a picture begins inside the picture");
  if (segment->marker == MARKER_APP1)
    read_exif(header, segment);
  if (is_adobe(segment))
    header->inverted = true;
  return true;
}

bool
media_jpeg_segment_check(GBytes *bytes, MediaJpegHeader *header, GError **error)
{
  gsize length = 0;
  const guint8 *start = g_bytes_get_data(bytes, &length);
  const guint8 *at = start + 2;
  MediaJpegSegment segment = { 0 };

  *header = (MediaJpegHeader){ 0 };
  if (length < 4 || start[0] != 0xff || start[1] != MARKER_SOI)
    return refuse(error, "the signature is wrong");
  while (segment.marker != MARKER_EOI) {
    if (!media_jpeg_segment_next(&at, start + length, &segment, error) ||
        !read_segment(header, &segment, error))
      return false;
  }
  if (header->scans == 0)
    return refuse(error, "there are no pixels in it");
  if (header->orientation == 0)
    header->orientation = 1;
  header->length = (gsize)(at - start);
  return true;
}

static bool
is_kept(const MediaJpegSegment *segment)
{
  if (segment->marker >= MARKER_APP0 && segment->marker <= MARKER_APP15)
    return is_icc(segment) || is_adobe(segment);
  return segment->marker != MARKER_COM;
}

static void
append(GByteArray *out, const MediaJpegSegment *segment)
{
  g_byte_array_append(out, segment->whole, (guint)segment->whole_length);
}

GBytes *
media_jpeg_segment_strip(GBytes *bytes)
{
  gsize length = 0;
  const guint8 *at = g_bytes_get_data(bytes, &length);
  const guint8 *end = at + length;
  GByteArray *out = g_byte_array_new();
  MediaJpegSegment segment = { 0 };

  while (segment.marker != MARKER_EOI &&
         media_jpeg_segment_next(&at, end, &segment, NULL)) {
    if (is_kept(&segment))
      append(out, &segment);
  }
  return g_byte_array_free_to_bytes(out);
}

void
media_jpeg_segment_append_profile(GBytes *bytes, GByteArray *out)
{
  gsize length = 0;
  const guint8 *at = g_bytes_get_data(bytes, &length);
  const guint8 *end = at + length;
  MediaJpegSegment segment = { 0 };

  while (segment.marker != MARKER_SOS &&
         media_jpeg_segment_next(&at, end, &segment, NULL)) {
    if (is_icc(&segment))
      append(out, &segment);
  }
}
