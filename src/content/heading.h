/*
 * content/heading.h -- the first heading of a text, as a title for an article
 * of a bare folder that names none.
 *
 * A light look at the lines, no reading of the text: the reader does that.
 */
#pragma once

#include <glib.h>

/* The first heading of Markdown (`# …`, or a line above `===`), without its
 * marks; NULL if there is none.  (transfer full) */
char *content_heading_find_markdown(const char *text, gsize length);

/* What the first <h1>, or else <title>, of HTML holds, without tags; NULL if
 * there is none.  (transfer full) */
char *content_heading_find_html(const char *text, gsize length);
