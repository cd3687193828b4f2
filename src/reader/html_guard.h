/*
 * reader/html_guard.h -- limits before the HTML parser, counts after it.
 *
 * libxml2's HTML parser drops what stands behind an element 256 deep or a text
 * of ten million bytes without a word, and needs quadratic time for many
 * attributes.  So the limits are checked beforehand, and afterwards every
 * letter and digit that went in must have come out.
 */
#pragma once

#include "reader/context.h"

/* Reports what exceeds a limit: 16 MiB, 100 deep, 256 attributes in a tag,
 * 64 KiB in an attribute. */
bool html_guard_check(ReaderContext *context, const char *text, gsize length,
                      DocPos pos);

/* Reports scripts and styles, which libxml2 may put where nobody looks: their
 * content is dropped.  A page may have a title and styles, ours replace them.
 */
void html_guard_report_dropped(ReaderContext *context, const char *text,
                               gsize length, DocPos pos, bool page);

/* How many letters and digits the text between the tags has, references such
 * as &eacute; resolved; scripts, styles, titles and comments have none. */
guint64 html_guard_count_source(const char *text, gsize length);

/* The same of the tree below `node`; alternative texts have none. */
guint64 html_guard_count_tree(const DocNode *node);
