/*
 * layout/frame.h -- the borders of blocks that reach over several slices, and
 * over several pages.
 */
#pragma once

#include "layout/page_break.h"

/* Appends to `boxes` what of the flow's frames stands on the page of `cut`.
 * `tops` has the y of every slice.  The upper border is drawn where the block
 * begins, the lower one where it ends. */
void frame_draw(const Flow *flow, const PageCut *cut, const double *tops,
                GArray *boxes);
