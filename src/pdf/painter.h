/*
 * pdf/painter.h -- draws boxes with cairo, as they are: layout has decided.
 *
 * Stream     cairo hides failed writes (a callback's error can get lost), so
 *            the pages go to memory with a flag of our own, and the finisher
 *            reads the result back.
 * Errors     ERROR_BUG: boxes that cannot be painted; ERROR_LIMIT: more than
 *            1 GiB; those of media/.
 */
#pragma once

#include "layout/box.h"
#include "pdf/plan.h"

/* All pages with their cuts, untagged.  (transfer full) */
GBytes *pdf_painter_paint(const LayoutDocument *document,
                          const LayoutPaper *paper, const PdfPlan *plan,
                          GError **error);
