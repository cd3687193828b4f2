/*
 * pdf/finisher.h -- cairo's file in; tagged, described, archival file out.
 *
 * Order      repair objects; rewrite the pages, which gives MCIDs; elements,
 *            links, references between them; indexes; bookmarks and labels;
 *            metadata; colour profile; write.
 * qpdf       Only memory: libqpdf reports success on a full disk (11.3).
 *            Recovery is off, any warning is an error.
 */
#pragma once

#include "layout/box.h"
#include "pdf/plan.h"

/* (transfer full) */
GBytes *pdf_finisher_finish(const LayoutDocument *document,
                            const LayoutPaper *paper, const PdfPlan *plan,
                            GBytes *painted, GError **error);
