/*
 * pdf/object.h -- qpdf's objects, and what the steps of the finisher share.
 *
 * qpdf       qpdf_oh_parse() refuses references, so what refers to other
 *            objects is set key by key.  Handles pile up until they are
 *            released: between steps only object numbers are kept, and
 *            pdf_finish_check() releases all handles.  qpdf collects errors;
 *            the check after each step picks them up.
 * Space      Layout's coordinates are turned into the page's (y up) here.
 * Version    qpdf 11.3 (Debian 12) and 12.2 (Debian 13).
 */
#pragma once

#include "layout/box.h"
#include "pdf/plan.h"

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

/* The MCIDs of a leaf: `count` from `first` on. */
typedef struct {
  int first;
  int count;
} PdfLeafMarks;

typedef struct {
  qpdf_data qpdf;
  const LayoutDocument *document;
  const LayoutPaper *paper;
  const PdfPlan *plan;
  GPtrArray *owners;   /* a page: GArray of int, the leaf of each MCID */
  PdfLeafMarks *marks; /* a leaf */
  bool *kept;          /* a node: it has content, hence an element */
  int *pages;          /* object numbers */
  int *nodes;
  int *links;
  int tree; /* StructTreeRoot */
} PdfFinish;

/* Releases all handles.  False if qpdf has met an error since the last time;
 * `where` goes in front of its message. */
bool pdf_finish_check(PdfFinish *finish, const char *where, GError **error);

/* Layout's place on a page in the page's own space. */
double pdf_finish_x(const PdfFinish *finish, int page, double x);
double pdf_finish_y(const PdfFinish *finish, double y);

/* --- objects --- */

qpdf_oh pdf_object(PdfFinish *finish, int number);
int pdf_object_add(PdfFinish *finish, qpdf_oh object); /* its new number */
qpdf_oh pdf_object_stream(PdfFinish *finish, const void *data, gsize length);
qpdf_oh pdf_object_number(PdfFinish *finish, double value);

/* From layout's coordinates on `page`. */
qpdf_oh pdf_object_rectangle(PdfFinish *finish, int page, double x0, double y0,
                             double x1, double y1);

/* "[page /XYZ 0 y null]" */
qpdf_oh pdf_object_destination(PdfFinish *finish, int page, double y);

/* --- keys of a dictionary --- */

void pdf_set(PdfFinish *finish, qpdf_oh dictionary, const char *key,
             qpdf_oh value);
void pdf_set_name(PdfFinish *finish, qpdf_oh dictionary, const char *key,
                  const char *name);
void pdf_set_integer(PdfFinish *finish, qpdf_oh dictionary, const char *key,
                     int value);
/* A text string of UTF-8; nothing if `text` is NULL. */
void pdf_set_text(PdfFinish *finish, qpdf_oh dictionary, const char *key,
                  const char *text);
/* A byte string; nothing if `bytes` is NULL. */
void pdf_set_bytes(PdfFinish *finish, qpdf_oh dictionary, const char *key,
                   const char *bytes);
/* Any object without references, as PDF text. */
void pdf_set_parsed(PdfFinish *finish, qpdf_oh dictionary, const char *key,
                    const char *text);

/* --- the steps, in their order --- */

bool pdf_repair_objects(PdfFinish *finish, GError **error);  /* repair.c */
bool pdf_finish_pages(PdfFinish *finish, GError **error);    /* page.c */
bool pdf_structure_start(PdfFinish *finish, GError **error); /* structure.c */
bool pdf_annotate_links(PdfFinish *finish, GError **error);  /* annotation.c */
bool pdf_structure_fill(PdfFinish *finish, GError **error);  /* structure.c */
bool pdf_index_parents(PdfFinish *finish, GError **error);   /* parents.c */
bool pdf_index_ids(PdfFinish *finish, GError **error);       /* parents.c */
bool pdf_outline(PdfFinish *finish, GError **error);         /* outline.c */
bool pdf_label_pages(PdfFinish *finish, GError **error);     /* outline.c */
bool pdf_describe(PdfFinish *finish, GError **error);        /* metadata.c */
bool pdf_color_profile(PdfFinish *finish, GError **error); /* color_profile.c */
