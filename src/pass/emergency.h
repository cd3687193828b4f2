/*
 * pass/emergency.h -- the steps of an emergency, as blocks.
 */
#pragma once

#include "doc/edit.h"
#include "pass/pass.h"

/* Appends the steps of the book's registry to `to` as a panel of the class
 * "emergency": a numbered list, each step with its source.  With `whole` also
 * what stands before and behind them. */
void pass_emergency_append(Doc *doc, DocNode *to, const PassContext *context,
                           bool whole);

/* An empty panel of that class. */
DocNode *pass_emergency_panel(Doc *doc);
