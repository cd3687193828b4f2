/*
 * pdf/pdf.h -- laid out pages in, a finished PDF out.
 *
 * painter.c draws the boxes with cairo and puts a cut before each stretch of
 * boxes that belongs to another leaf or artifact; finisher.c takes the cuts
 * out again with qpdf, puts marked content in their place and adds structure,
 * links, outline, labels and metadata (method and proof: the header of
 * content.h).  The file conforms to PDF/UA-1 and PDF/A-2a.
 *
 * Errors     ERROR_BUG: the painted page and the layout do not agree (nothing
 *            is guessed); ERROR_LIMIT, ERROR_IO.
 */
#pragma once

#include "layout/box.h"

#include <glib.h>

/* The whole document on one of its papers.  (transfer full) */
GBytes *pdf_write(const LayoutDocument *document, const LayoutPaper *paper,
                  GError **error);

/* One page as a PNG: the paper's whole page, `width` pixels wide.
 * (transfer full) */
GBytes *pdf_page_png(const LayoutDocument *document, const LayoutPaper *paper,
                     unsigned page, unsigned width, GError **error);
