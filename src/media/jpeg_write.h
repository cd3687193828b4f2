/*
 * media/jpeg_write.h -- writing JPEG through libjpeg, to memory.
 *
 * Nothing of the environment has a say (libturbojpeg asks it for its options).
 */
#pragma once

#include "media/jpeg_trap.h"
#include "media/media.h"

/* Where libjpeg writes to. */
typedef struct {
  struct jpeg_destination_mgr manager; /* first, as in MediaJpegTrap */
  GByteArray *bytes;
} MediaJpegSink;

/* For the `dest` of a libjpeg object; `guess` is how many bytes there may be.
 */
struct jpeg_destination_mgr *media_jpeg_sink_set(MediaJpegSink *sink,
                                                 gsize guess);

/* What was written, with the segments of `profile` (may be NULL) where they
 * belong; empties `sink`.  (transfer full) */
GBytes *media_jpeg_sink_take(MediaJpegSink *sink, const GByteArray *profile);
void media_jpeg_sink_clear(MediaJpegSink *sink);

/* A baseline JPEG, quality 85, 4:2:0, or of one component if `grey`; what is
 * transparent becomes white.  `profile` holds segments to put in, may be NULL.
 * (transfer full) */
GBytes *media_jpeg_encode(const MediaPixels *pixels, bool grey,
                          const GByteArray *profile, GError **error);
