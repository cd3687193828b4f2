/*
 * media/svg_drawing.h -- a clean SVG as librsvg sees it, to be painted.
 *
 * Loading    librsvg is opened when the first drawing is there and not linked:
 *            with what it brings along it costs every start 2 ms, a tenth of
 *            what one article takes, and few books have drawings.  It stays
 *            open, for its types are registered for good.
 * Danger     librsvg can abort or hang (safety.md, F10): only what
 *            media_svg_trial() has drawn may be painted in this process.
 * Errors     ERROR_REFUSED with librsvg's words; ERROR_IO without librsvg.
 */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

typedef struct MediaSvgDrawing MediaSvgDrawing;

/* `clean` comes from media_svg_clean(); one CSS pixel is 1/96 in.  Nothing
 * outside is found, for no base address is set.  (transfer full) */
MediaSvgDrawing *media_svg_drawing_new(GBytes *clean, GError **error);
void media_svg_drawing_free(MediaSvgDrawing *drawing); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MediaSvgDrawing, media_svg_drawing_free)

/* Fitted into the box, in units of `cairo`. */
bool media_svg_drawing_paint(const MediaSvgDrawing *drawing, cairo_t *cairo,
                             double x, double y, double width, double height,
                             GError **error);
