/*
 * doc/dump.h -- the tree as text: what tests compare and `dump --as tree`
 * prints.  One node a line, two spaces a level:
 *
 *     document
 *       heading 2 #article.why
 *         text "Why a break is dangerous"
 *       list ordered 3 tight
 *       link internal "article.why" title "…"
 *       cell header columns=2 align=right
 *
 * Strings are in double quotes with \n \t \" \\ escaped; in them, in ids and
 * classes a byte of what a terminal might obey is \xNN (base/bytes.h).
 * Positions are left out unless asked for, and then stand first: "12:3
 * paragraph".
 */
#pragma once

#include "doc/tree.h"

void doc_dump(const Doc *doc, bool positions, GString *out);
