/*
 * pdf/plan.h -- which boxes of a page belong together, and the cut that stands
 * before each such stretch.
 *
 * A segment is a stretch of consecutive boxes of one leaf, or of one kind of
 * artifact.  The painter draws a cut before each segment: a tiny rectangle in
 * a colour that nothing else can have, whose place says the segment's number
 * on its page.  content.c finds the cuts in cairo's stream again.
 *
 * Ground     cairo adds the extents of whatever is drawn to a region of the
 *            page, row by row, and has nothing to add once that is the page:
 *            a large rectangle before the first cut saves 3 % of the painting.
 *            content.c takes it out, too.
 * Ownership  Strings of a segment are static.
 * Errors     ERROR_BUG: a leaf that is not where the layout says it is, or
 *            that stands in two places.
 */
#pragma once

#include "layout/box.h"

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

/* A colour of 0xRRGGBB cannot be this one: no part is a multiple of 1/255. */
#define PDF_CUT_RED   0.125
#define PDF_CUT_GREEN 0.25
#define PDF_CUT_BLUE  0.625

#define PDF_CUT_WIDTH  0.5  /* pt */
#define PDF_CUT_HEIGHT 0.25 /* pt */

enum {
  PDF_CUT_COLUMNS = 128 /* cuts in a row of the page; 1 pt apart */
};

typedef struct {
  int leaf;               /* index into leaves, or -1: an artifact */
  const char *tag;        /* "P"; "Artifact" */
  const char *properties; /* of an artifact: "/Type/Layout"; else NULL */
  unsigned first;         /* index of its first box on the page */
  unsigned boxes;         /* how many */
} PdfSegment;

typedef struct {
  GPtrArray *pages; /* of GArray of PdfSegment */
  bool ground;      /* each page with cuts has one; true but for tests */
} PdfPlan;

/* (transfer full) */
PdfPlan *pdf_plan_new(const LayoutDocument *document, GError **error);
void pdf_plan_free(PdfPlan *plan); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfPlan, pdf_plan_free)

/* The segments of a page; borrowed. */
const GArray *pdf_plan_page(const PdfPlan *plan, unsigned page);

/* Draws the ground: a rectangle over nearly all of the page, in the colour of
 * the cuts, before the first of them. */
void pdf_plan_draw_ground(cairo_t *cairo, double width, double height);

/* Draws the cut of segment `number`.  Both leave the state of `cairo` alone. */
void pdf_plan_draw_cut(cairo_t *cairo, unsigned number);
