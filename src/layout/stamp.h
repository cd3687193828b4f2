/*
 * layout/stamp.h -- the box at the foot of a sheet, for the stamp of the local
 * service.
 *
 * It is drawn on the last page where there is room for it (90 x 45 mm or more,
 * the size of a common stamp), as an artifact: it says nothing to read aloud.
 * Its look is the style of "div.stamp".
 */
#pragma once

#include "layout/builder.h"
#include "layout/compose.h"

void stamp_draw(const LayoutContext *context, LayoutDocument *document,
                const ComposeFlow *job);
