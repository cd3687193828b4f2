/*
 * pdf/object.h -- what the steps of the finisher share, and PDF's objects as
 * text (PDF 1.7, 7.3).
 *
 * Space      Layout's coordinates are turned into the page's (y up) here.
 */
#pragma once

#include "layout/box.h"
#include "pdf/draft.h"
#include "pdf/plan.h"

#include <glib.h>
#include <stdbool.h>

/* The MCIDs of a leaf: `count` from `first` on. */
typedef struct {
  int first;
  int count;
} PdfLeafMarks;

typedef struct {
  PdfDraft *draft;
  const LayoutDocument *document;
  const LayoutPaper *paper;
  const PdfPlan *plan;
  GPtrArray *owners;   /* a page: GArray of int, the leaf of each MCID */
  PdfLeafMarks *marks; /* a leaf */
  bool *kept;          /* a node: it has content, hence an element */
  GArray *pages;       /* of int: object numbers */
  int *nodes;
  int *links;
  int tree; /* StructTreeRoot */
} PdfFinish;

int pdf_finish_page(const PdfFinish *finish, int page); /* its object */

/* Layout's place on a page in the page's own space. */
double pdf_finish_x(const PdfFinish *finish, int page, double x);
double pdf_finish_y(const PdfFinish *finish, double y);

/* Sets a key of the catalogue. */
void pdf_finish_set_root(PdfFinish *finish, const char *key, const char *text);

/* --- objects as text, appended --- */

void pdf_append_number(GString *out, double value);

/* "12 0 R " */
void pdf_append_reference(GString *out, int number);

/* PDF/A-2, 6.1.13: a string has at most 32,767 bytes.  NULL fits. */
bool pdf_text_fits(const char *text);

/* A text string of UTF-8. */
void pdf_append_text(GString *out, const char *text);

/* A byte string. */
void pdf_append_bytes(GString *out, const char *bytes);

/* "[x y x y]", from layout's coordinates on `page`. */
void pdf_append_rectangle(GString *out, const PdfFinish *finish, int page,
                          double x0, double y0, double x1, double y1);

/* "[page /XYZ 0 y null]" */
void pdf_append_destination(GString *out, const PdfFinish *finish, int page,
                            double y);

/* --- the steps, in their order --- */

void pdf_repair_objects(PdfFinish *finish);                  /* repair.c */
bool pdf_finish_pages(PdfFinish *finish, GError **error);    /* page.c */
bool pdf_structure_start(PdfFinish *finish, GError **error); /* structure.c */
bool pdf_annotate_links(PdfFinish *finish, GError **error);  /* annotation.c */
void pdf_structure_fill(PdfFinish *finish);                  /* structure.c */
bool pdf_outline(PdfFinish *finish, GError **error);         /* outline.c */
void pdf_label_pages(PdfFinish *finish);                     /* outline.c */
void pdf_describe(PdfFinish *finish);                        /* metadata.c */
bool pdf_color_profile(PdfFinish *finish, GError **error); /* color_profile.c */
