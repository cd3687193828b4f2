/* pdf/plan.c -- which boxes of a page belong together. */
/* SPDX-License-Identifier: MIT */

#include "pdf/plan.h"

#include "base/error.h"

static bool
same_segment(const Box *a, const Box *b)
{
  if (a->leaf != b->leaf)
    return false;
  return a->leaf >= 0 || a->artifact == b->artifact;
}

static PdfSegment
segment_of(const LayoutDocument *document, const Box *box, unsigned first)
{
  PdfSegment segment = { .leaf = box->leaf, .first = first };

  if (box->leaf < 0) {
    segment.tag = "Artifact";
    segment.properties = artifact_properties(box->artifact);
    return segment;
  }
  int node = g_array_index(document->leaves, LayoutLeaf, box->leaf).node;
  segment.tag =
      role_name(g_array_index(document->nodes, LayoutNode, node).role);
  return segment;
}

/* A leaf is the content of one node on one page, in one piece. */
static bool
check_leaf(const LayoutDocument *document, int index, unsigned page, bool *seen,
           GError **error)
{
  if (index < 0)
    return true;
  if ((guint)index >= document->leaves->len) {
    g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                "page %u: a box of leaf %d, which does not exist", page + 1,
                index);
    return false;
  }
  const LayoutLeaf *leaf = &g_array_index(document->leaves, LayoutLeaf, index);
  if (leaf->page != (int)page || leaf->node < 0 ||
      (guint)leaf->node >= document->nodes->len) {
    g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                "page %u: a box of leaf %d, which belongs to page %d, node %d",
                page + 1, index, leaf->page + 1, leaf->node);
    return false;
  }
  if (seen[index]) {
    g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                "page %u: leaf %d stands in two places", page + 1, index);
    return false;
  }
  seen[index] = true;
  return true;
}

static GArray *
plan_page(const LayoutDocument *document, unsigned page, bool *seen,
          GError **error)
{
  const GArray *boxes = g_array_index(document->pages, LayoutPage, page).boxes;
  g_autoptr(GArray) segments = g_array_new(FALSE, FALSE, sizeof(PdfSegment));

  for (guint i = 0; i < boxes->len; i++) {
    const Box *box = &g_array_index(boxes, Box, i);
    if (i == 0 || !same_segment(box, box - 1)) {
      if (!check_leaf(document, box->leaf, page, seen, error))
        return NULL;
      PdfSegment segment = segment_of(document, box, i);
      g_array_append_val(segments, segment);
    }
    g_array_index(segments, PdfSegment, segments->len - 1).boxes++;
  }
  return g_steal_pointer(&segments);
}

PdfPlan *
pdf_plan_new(const LayoutDocument *document, GError **error)
{
  g_autofree bool *seen = g_new0(bool, document->leaves->len + 1);
  g_autoptr(PdfPlan) plan = g_new0(PdfPlan, 1);

  plan->ground = true;
  plan->pages = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (guint page = 0; page < document->pages->len; page++) {
    GArray *segments = plan_page(document, page, seen, error);
    if (segments == NULL)
      return NULL;
    g_ptr_array_add(plan->pages, segments);
  }
  return g_steal_pointer(&plan);
}

void
pdf_plan_free(PdfPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref(plan->pages);
  g_free(plan);
}

const GArray *
pdf_plan_page(const PdfPlan *plan, unsigned page)
{
  return g_ptr_array_index(plan->pages, page);
}

static void
draw(cairo_t *cairo, double x, double y, double width, double height)
{
  cairo_save(cairo);
  cairo_identity_matrix(cairo);
  cairo_reset_clip(cairo);
  cairo_set_source_rgb(cairo, PDF_CUT_RED, PDF_CUT_GREEN, PDF_CUT_BLUE);
  cairo_rectangle(cairo, x, y, width, height);
  cairo_fill(cairo);
  cairo_restore(cairo);
}

/* Not all of the page: cairo would take that for another way to clear it. */
void
pdf_plan_draw_ground(cairo_t *cairo, double width, double height)
{
  draw(cairo, 1, 1, width - 2, height - 2);
}

void
pdf_plan_draw_cut(cairo_t *cairo, unsigned number)
{
  unsigned row = number / PDF_CUT_COLUMNS;

  draw(cairo, number % PDF_CUT_COLUMNS, row, PDF_CUT_WIDTH, PDF_CUT_HEIGHT);
}
