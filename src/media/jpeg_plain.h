/*
 * media/jpeg_plain.h -- a JPEG's picture as cheap e-readers want it: baseline,
 * one scan, upright.
 *
 * Nothing is lost: the coefficients are copied, turned where the picture has to
 * be, and only their codes are new (Annex K's).  What is not picture, the
 * colour profile excepted, stays behind.
 *
 * Strict     Made only of grey or three colours, chroma at most halved, all
 *            coefficients there and of a size that baseline has; turned only if
 *            whole units lie at the edges that move to the left or the top.
 * Proof      All data are read and warnings are errors: what becomes plain was
 *            whole.
 */
#pragma once

#include "media/jpeg_segment.h"

/* NULL where it cannot be made, be it damaged or too strange.  (transfer full)
 */
GBytes *media_jpeg_plain_new(GBytes *bytes, const MediaJpegHeader *header);
