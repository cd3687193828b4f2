/*
 * pdf/structure_text.h -- a finished PDF as text: its structure tree, with
 * the words of each element in reading order.
 *
 * Shape      One element a line, kids indented by two spaces; the words of
 *            consecutive marks in quotes, on the element's own line where it
 *            has nothing else; "-> target" for a link's annotation.
 *
 *                Document
 *                  H1 "Panic attacks"
 *                  Figure alt "A gray wedge" ""
 *                  P
 *                    "See "
 *                    Link
 *                      "page 12"
 *                      -> page 14
 *
 * Errors     ERROR_IO: not a tagged PDF that qpdf reads without a warning, or
 *            a tree that leads to no page or round in circles.
 */
#pragma once

#include <glib.h>

/* (transfer full) */
char *pdf_structure_text(GBytes *bytes, GError **error);
