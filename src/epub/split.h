/*
 * epub/split.h -- which article goes into which files: one, or several where
 * it would pass EPUB_FILE_LIMIT bytes or EPUB_ANCHOR_LIMIT ids.
 *
 * A long article is split before a heading where there is one, else between
 * blocks.  A single block over the limit cannot be split; a message says so.
 */
#pragma once

#include "epub/plan.h"

/* Fills plan->pieces. */
void epub_split_articles(EpubPlan *plan);
