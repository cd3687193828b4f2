/*
 * media/svg_reference.h -- how often a drawing draws what it refers to.
 *
 * Ten elements that each use the one before ten times are 10^10 shapes.  The
 * count follows href and url(#id) everywhere and refuses circles, chains over
 * 100 and more than 500,000 shapes in all.
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

bool media_svg_reference_check(xmlNode *root, GError **error);
