/*
 * media/jpeg.h -- JPEG through libturbojpeg.
 *
 * What the library has to mend (its warnings) counts as damaged.  CMYK and
 * YCCK become RGB by the simple product of paper and ink, with Adobe's
 * inversion where the file has it.
 */
#pragma once

#include "media/jpeg_segment.h"
#include "media/media.h"

/* True if its compressed data are whole: of most pictures the codes are stepped
 * over (media/jpeg_scan.h), the others are unpacked at an eighth of their size
 * and forgotten. */
bool media_jpeg_check(GBytes *bytes, const MediaJpegHeader *header,
                      GError **error);

/* Pixels as stored, not turned.  (transfer full) */
MediaPixels *media_jpeg_decode(GBytes *bytes, const MediaJpegHeader *header,
                               GError **error);

/* A baseline JPEG, quality 85, 4:2:0, or of one component if `grey`; what is
 * transparent becomes white.  `profile` holds segments to put in, may be NULL.
 * (transfer full) */
GBytes *media_jpeg_encode(const MediaPixels *pixels, bool grey,
                          const GByteArray *profile, GError **error);
