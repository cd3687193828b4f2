/*
 * pdf/finisher.h -- cairo's file in; tagged, described, archival file out.
 *
 * Order      repair objects; rewrite the pages, which gives MCIDs; elements,
 *            links, references between them; indexes; labels, metadata,
 *            bookmarks, colour profile; write.
 * Cost       At most 15 % of painting (tests/bench): content is unpacked and
 *            packed once, all else is appended as text.  qpdf, which builds an
 *            object for each of ten thousand elements, took as long as the
 *            painting; it proves the result instead (pdf/open.h).
 */
#pragma once

#include "layout/box.h"
#include "pdf/plan.h"

/* (transfer full) */
GBytes *pdf_finisher_finish(const LayoutDocument *document,
                            const LayoutPaper *paper, const PdfPlan *plan,
                            GBytes *painted, GError **error);
