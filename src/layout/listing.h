/*
 * layout/listing.h -- code as a block, line by line as its author wrote it.
 *
 * A line that does not fit is continued under itself, further in than it
 * begins, behind a sign (an arrow that turns down and to the text).  The sign
 * is drawn of rules, not set: no text has it, so that a copy of the page gives
 * the author's code.
 */
#pragma once

#include "layout/builder.h"

/* Sets a DOC_CODE_BLOCK. */
void listing_make(Builder *builder, const DocNode *node);
