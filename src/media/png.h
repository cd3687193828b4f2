/*
 * media/png.h -- PNG through libpng, from memory and to memory.
 *
 * libpng sees only IHDR, PLTE, tRNS, IDAT and IEND of a file whose chunks were
 * checked: profiles and texts never reach it.  Its warnings count as errors.
 * Gamma is ignored.
 */
#pragma once

#include "media/media.h"
#include "media/png_chunk.h"

/* Unpacks every row once, a row at a time, and forgets it: true if the pixels
 * are whole. */
bool media_png_check(GBytes *bytes, GError **error);

/* Pixels as stored, not turned.  (transfer full) */
MediaPixels *media_png_decode(GBytes *bytes, const MediaPngHeader *header,
                              GError **error);
