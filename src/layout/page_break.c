/* layout/page_break.c -- where the column is cut. */
/* SPDX-License-Identifier: MIT */

#include "layout/page_break.h"

#include "layout/page_search.h"

/* The page that ends with state `last`.  `turn` is the state behind it, which
 * knows how it was filled up; NULL: it is the last page. */
static PageCut
cut_of(guint32 first, guint32 end, const PageState *last, const PageState *turn,
       bool overfull)
{
  PageCut cut = { .first = first,
                  .end = end,
                  .note_first = last->cursor.note_first,
                  .note_end = last->cursor.note_end,
                  .overfull = overfull };

  if (turn == NULL)
    return cut;
  cut.stretch = turn->stretch;
  cut.lift = turn->lift;
  cut.lifted = turn->lifted;
  return cut;
}

/* Pages for what the last page could not hold of its notes. */
static void
add_note_pages(const PageSearch *search, GArray *cuts)
{
  guint32 end = search->flow->slices->len;
  guint32 all = search->flow->note_row->len;
  guint32 done = g_array_index(cuts, PageCut, cuts->len - 1).note_end;

  while (done < all) {
    PageCursor cursor =
        page_cursor(search->flow, search->measure, end, all - done);
    bool fits = page_cursor_fits(&cursor) || page_cursor_split_notes(&cursor);
    PageCut cut = { .first = end,
                    .end = end,
                    .note_first = done,
                    .note_end = fits ? cursor.note_end : all,
                    .overfull = !fits };

    g_array_append_val(cuts, cut);
    done = cut.note_end;
  }
}

/* Back from the best end: cuts, and the variants of the paragraphs, whose units
 * are met in reverse order. */
static GArray *
collect(const PageSearch *search, Flow *flow)
{
  GArray *cuts = g_array_new(FALSE, FALSE, sizeof(PageCut));
  guint32 end = flow->slices->len, at = end;
  guint paragraph = flow->paragraphs->len;
  int best = page_search_best(search);
  const PageState *last = page_search_state(search, MAX(best, 0));
  const PageState *turn = NULL;
  bool overfull = false;

  for (int i = best; i > 0;) {
    const PageState *state = page_search_state(search, i);
    FlowParagraph *before =
        paragraph > 0
            ? &g_array_index(flow->paragraphs, FlowParagraph, paragraph - 1)
            : NULL;

    if (before != NULL && before->first + before->room == at) {
      before->chosen = state->variant;
      at = before->first;
      paragraph--;
    } else {
      at--;
    }
    overfull = overfull || state->overfull;
    if (state->cut > 0) {
      PageCut cut = cut_of(state->cut, end, last, turn, overfull);
      PageCut blank = { .first = state->cut, .end = state->cut };
      g_array_prepend_val(cuts, cut);
      if (state->blank)
        g_array_prepend_val(cuts, blank);
      end = state->cut;
      overfull = false;
      last = page_search_state(search, state->prev);
      turn = state;
    }
    i = state->prev;
  }
  if (flow->slices->len > 0) {
    PageCut cut = cut_of(0, end, last, turn, overfull);
    g_array_prepend_val(cuts, cut);
    add_note_pages(search, cuts);
  }
  return cuts;
}

GArray *
page_break(Flow *flow, const PageMeasure *measure, bool verso)
{
  PageSearch search;
  GArray *cuts;

  flow_row_notes(flow);
  search = page_search(flow, measure, verso);
  cuts = collect(&search, flow);
  page_search_clear(&search);
  return cuts;
}
