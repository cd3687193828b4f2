/*
 * layout/list_columns.h -- a list whose items stand beside each other, each
 * under its number: steps that a hand finds at once.
 */
#pragma once

#include "layout/builder.h"

/* Sets the items of `list` in columns about equally high, in one slice, in the
 * container of the builder.  False, and nothing is set: an item is more than
 * one paragraph, or the columns would be too narrow to read. */
bool list_columns_set(Builder *builder, const DocNode *list);
