/*
 * layout/page_break.h -- where the column is cut: the pages of a flow.
 *
 * Chooses all page breaks of a flow at once, and for each paragraph with
 * variants how many lines it has, so that the sum of the costs is least
 * (dynamic programming; the idea of doing so over a whole text is Plass's,
 * "Optimal Pagination Techniques for Automatic Typesetting Systems", 1981).
 *
 * Model      A page holds whole slices; what may stand next to a page break is
 *            said by the slices (FlowBreak) and by a paragraph's orphans and
 *            widows.  A page that is short by whole lines may be stretched by
 *            them where it has gaps that flex.  The best layout within this
 *            model is found; tests compare it with brute force.
 * Notes      Stand on the page of their reference.  Where a page would be far
 *            too short or too high, its last note is divided: the rest goes
 *            to the foot of the next page, and nothing more is put on this
 *            one.
 * Costs      page_cost.h.
 * Time       Linear: the states at one place are bounded by the lines of a
 * page.
 */
#pragma once

#include "layout/page_cursor.h"

typedef struct {
  guint32 first;      /* slice */
  guint32 end;        /* as `first`: a page of notes alone, or a blank one */
  guint32 note_first; /* in flow->note_row: its notes */
  guint32 note_end;
  unsigned stretch; /* lines that its gaps take */
  double lift;      /* pt, that slices from `lifted` on stand lower */
  guint32 lifted;
  bool overfull; /* a slice is higher than the page */
} PageCut;

/* The pages, in order, the first of them a left-hand one if `verso`; sets
 * `chosen` of the flow's paragraphs.  (transfer full) (element-type PageCut) */
GArray *page_break(Flow *flow, const PageMeasure *measure, bool verso);
