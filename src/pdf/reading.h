/*
 * pdf/reading.h -- a finished PDF as a reader takes it: its structure tree in
 * memory, and what the pages' marked content says.
 *
 * Shape      A tree of elements; between them, in reading order, marks (marked
 *            content of a page) and links (annotations).
 * Ownership  The reading owns all.
 * Errors     ERROR_IO: no structure tree, or one that leads to no page, nests
 *            too deep or round in circles.
 */
#pragma once

#include "pdf/page_text.h"

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

typedef enum {
  PDF_PART_ELEMENT,
  PDF_PART_MARK,
  PDF_PART_LINK
} PdfPartKind;

typedef struct PdfPart PdfPart;

struct PdfPart {
  PdfPartKind kind;
  PdfPart *parent; /* NULL: of the root elements */
  int page;        /* index; of an element without content -1 */
  int object;      /* its number in the file; of a mark 0 */

  int mcid;     /* PDF_PART_MARK */
  char *target; /* PDF_PART_LINK: "https://…", "page 12" */

  char *role; /* PDF_PART_ELEMENT: "H1" */
  int above;  /* what it says its parent is: an object number */
  char *lang; /* these may be NULL */
  char *alt;
  char *id;
  char *scope;
  GPtrArray *headers; /* of char *: ids; never NULL for an element */
  unsigned columns;   /* spanned, at least 1 */
  unsigned rows;
  bool has_box;    /* /BBox */
  GPtrArray *kids; /* of PdfPart */
};

typedef struct {
  GPtrArray *roots;         /* of PdfPart */
  GPtrArray *pages;         /* of PdfPageText */
  GHashTable *page_objects; /* object number to index + 1 */
} PdfReading;

/* (transfer full) */
PdfReading *pdf_reading_new(qpdf_data qpdf, GError **error);
void pdf_reading_free(PdfReading *reading); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfReading, pdf_reading_free)

const PdfPageText *pdf_reading_page(const PdfReading *reading, int page);

/* What a mark says; borrowed. */
const char *pdf_reading_words(const PdfReading *reading, const PdfPart *mark);

bool pdf_part_is(const PdfPart *part, const char *role);
const PdfPart *pdf_part_kid(const PdfPart *part, guint index);
