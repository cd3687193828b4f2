/*
 * layout/side.h -- a paragraph in the margin, beside the block that follows it
 * (hang: margin).
 *
 * It stands in a slice of no height in front of that block's, its first line
 * level with the block's; the block is held together as far as the paragraph
 * reaches, and is as high as that at least.  It is read before the block.
 */
#pragma once

#include "layout/builder.h"

/* True if `node` has such a style, with a width, and a block behind it. */
bool side_hangs(const Builder *builder, const DocNode *node);

/* Sets it and the block behind it. */
void side_make(Builder *builder, const DocNode *node);
