/*
 * media/jpeg.h -- reading JPEG through libjpeg.
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
 * and forgotten; or, if `plain` is there and e-readers need it, written again
 * (media/jpeg_plain.h), which reads as much.  `*plain` becomes that copy, or
 * NULL.  (transfer full) */
bool media_jpeg_check(GBytes *bytes, const MediaJpegHeader *header,
                      GBytes **plain, GError **error);

/* Pixels as stored, not turned.  (transfer full) */
MediaPixels *media_jpeg_decode(GBytes *bytes, const MediaJpegHeader *header,
                               GError **error);
