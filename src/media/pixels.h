/*
 * media/pixels.h -- making and describing decoded pixels, for the decoders.
 *
 * A decoder fills rows with R, G, B, A bytes, not premultiplied, and calls
 * media_pixels_finish(), which makes cairo's ARGB32 of them in place.
 */
#pragma once

#include "media/media.h"

/* Transparent black.  (transfer full) */
MediaPixels *media_pixels_new(unsigned width, unsigned height);

/* R, G, B, A bytes become premultiplied ARGB32; sets `alpha` and `grey`. */
void media_pixels_finish(MediaPixels *pixels);

/* Sets `alpha` and `grey` from premultiplied ARGB32. */
void media_pixels_classify(MediaPixels *pixels);

/* Whatever the alpha was: cairo's RGB24 leaves it undefined. */
void media_pixels_make_opaque(MediaPixels *pixels);

/* One row as R, G, B, A bytes, not premultiplied, into `out` (4 x width). */
void media_pixels_row(const MediaPixels *pixels, unsigned y, guint8 *out);
