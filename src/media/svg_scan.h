/*
 * media/svg_scan.h -- a linear look at an SVG before a parser sees it.
 *
 * Refuses what costs a parser more than its length: text that is not UTF-8,
 * declarations of entities, more than 16 MiB, far too many tags, a tag with
 * over 256 attributes.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

bool media_svg_scan(const char *text, gsize length, GError **error);
