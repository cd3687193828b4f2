/*
 * media/svg.h -- SVG: the door that every drawing goes through, and drawing it
 * in a limited child.
 *
 * Door       The document is read, checked against lists of allowed elements,
 *            attributes and properties, and written anew.  Refused, with the
 *            line and a remedy: scripts, handlers, style sheets, pictures
 *            inside, foreign objects, animation, references out of the file,
 *            entities, filters but a bounded blur, offset and merge; depth over
 *            100, over 20,000 elements.  What is harmless and never drawn
 *            (titles, metadata, attributes of editors) is left out and listed
 *            by media_svg_notes().  Widths, heights and coordinates are finite
 *            and at most 2^23.
 * Drawing    librsvg can abort or hang on its own (safety.md, F10), so it runs
 *            in a child: 5 s of processor time, 512 MiB more memory than the
 *            parent has.  One CSS pixel is 1/96 in.
 *            The child is a new process (svg_render.h), so that no thread of
 *            this one is missing in it.
 * Fonts      Texts are drawn in the fonts that were added to the process's
 *            current fontconfig configuration; whoever needs the same picture
 *            everywhere sets it.
 * Errors     ERROR_REFUSED, ERROR_LIMIT; ERROR_IO if no child can be made.
 */
#pragma once

#include "media/media.h"

/* The same drawing, sanitised, in UTF-8: its root has viewBox, width and
 * height in px.  The rounded-up size in px goes to `*width`, `*height`.
 * (transfer full) */
GBytes *media_svg_clean(GBytes *bytes, unsigned *width, unsigned *height,
                        GError **error);

/* What media_svg_clean() leaves out, one sentence each with its line, in the
 * order of the file; empty for a refused file.  (transfer full)
 * (element-type utf8) */
GPtrArray *media_svg_notes(GBytes *bytes);

/* Draws the clean document once in the child and forgets the picture: true if
 * that stayed within the limits. */
bool media_svg_trial(GBytes *clean, GError **error);

/* True if the clean document has filters.  Such a drawing is only ever drawn
 * with media_svg_draw(): filters give pixels, not lines. */
bool media_svg_has_filter(GBytes *clean);

/* The clean document as `width` x `height` px, drawn in the child.
 * (transfer full) */
MediaPixels *media_svg_draw(GBytes *clean, unsigned width, unsigned height,
                            GError **error);
