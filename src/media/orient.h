/*
 * media/orient.h -- turning pixels upright.
 *
 * The eight orientations are those of EXIF 2.32, 4.6.4 A: 1 upright, 2
 * mirrored, 3 half a turn, 4 upside down mirrored, 5 to 8 the same with the
 * sides exchanged.
 */
#pragma once

#include "media/media.h"

/* True if `orientation` exchanges width and height. */
bool media_orient_swaps(unsigned orientation);

/* Upright pixels; takes `pixels`, which is what comes back for 1.
 * (transfer full) */
MediaPixels *media_orient_apply(MediaPixels *pixels, unsigned orientation);
