/*
 * media/jpeg_segment.h -- a JPEG as a row of segments (ITU T.81, annex B).
 *
 * Nothing is decoded here.  The walk refuses what is cut off, lossless,
 * hierarchical, arithmetic-coded or not of 8 bits, and more scans than the
 * limit.  Bytes after the end of the picture, as cameras put there, are not
 * part of it and are never copied.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
  guint8 marker; /* the byte after 0xFF */
  const guint8 *data;
  gsize length; /* of data, after the length field */
  const guint8 *whole;
  gsize whole_length; /* of a scan, its compressed data too */
} MediaJpegSegment;

typedef struct {
  unsigned width;
  unsigned height;
  unsigned components; /* 1, 3 or 4 */
  unsigned scans;
  unsigned orientation;
  bool baseline; /* SOF0 */
  bool progressive;
  bool inverted; /* an Adobe segment: 255 is no ink in a CMYK picture */
  gsize length;  /* from SOI through EOI, in bytes */
} MediaJpegHeader;

/* Reads the segment at `*at` and moves on. */
bool media_jpeg_segment_next(const guint8 **at, const guint8 *end,
                             MediaJpegSegment *segment, GError **error);

/* Walks the whole file. */
bool media_jpeg_segment_check(GBytes *bytes, MediaJpegHeader *header,
                              GError **error);

/* A copy of a checked file without comments and APPn segments but the colour
 * profile (APP2) and Adobe's (APP14), which say what the numbers mean.
 * (transfer full) */
GBytes *media_jpeg_segment_strip(GBytes *bytes);

/* Appends the colour profile's segments, if there are any. */
void media_jpeg_segment_append_profile(GBytes *bytes, GByteArray *out);
