/*
 * media/svg_size.h -- how large a drawing is.
 *
 * Width and height count when they are absolute lengths; what is missing comes
 * from the view box, and a missing view box from them.
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

typedef struct {
  double view[4]; /* left, top, width, height in user units */
  double width;   /* px of 1/96 in */
  double height;
} MediaSvgSize;

/* ERROR_REFUSED if there is no size or it is not finite, ERROR_LIMIT if it is
 * too large for a picture. */
bool media_svg_size_read(xmlNode *root, MediaSvgSize *size, GError **error);
