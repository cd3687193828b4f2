/*
 * media/svg_value.h -- what an attribute of an SVG may hold.
 *
 * Every number is finite and at most 2^23 (cairo's coordinates end there).
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
  SVG_VALUE_PLAIN,     /* words and numbers with units, in a list */
  SVG_VALUE_PATH,      /* commands and numbers */
  SVG_VALUE_TRANSFORM, /* a list of functions */
  SVG_VALUE_PAINT,     /* a colour, a word, url(#id) and both */
  SVG_VALUE_REFERENCE, /* a word or url(#id) */
  SVG_VALUE_HREF,      /* #id */
  SVG_VALUE_ID,
  SVG_VALUE_FAMILY, /* names of fonts */
  SVG_VALUE_BLUR,   /* numbers from 0 to 100 */
  SVG_VALUE_STYLE   /* declarations: each is checked by itself */
} MediaSvgValue;

bool media_svg_value_fits(MediaSvgValue kind, const char *text);

/* Moves over one number; false if there is none or it is out of bounds. */
bool media_svg_value_number(const char **at, double *number);

/* True if no url() in `text` leads out of the file and nothing is imported. */
bool media_svg_value_is_local(const char *text);
