/*
 * layout/protrusion.h -- how far characters may hang into the margin.
 *
 * Points and hyphens at a line's edge look as if the edge were dented; letting
 * them stand out a little makes it straight to the eye (optical margins; the
 * shares follow what pdfTeX's users settled on, in thousandths of the glyph's
 * width).
 */
#pragma once

#include <glib.h>

#define PROTRUSION_MAX 2.5 /* pt: nothing stands out farther */

/* Shares of the glyph's width, 0 to 1. */
double protrusion_left(gunichar character);
double protrusion_right(gunichar character);
