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
#include <stdbool.h>

typedef enum {
  PDF_PART_ELEMENT,
  PDF_PART_MARK,
  PDF_PART_LINK
} PdfPartKind;

typedef struct PdfPart PdfPart;

struct PdfPart {
  PdfPartKind kind;
  int page;        /* index; of an element without content -1 */
  PdfPart *parent; /* NULL: of the root elements */
  int object;      /* its number in the file; of a mark 0 */

  int mcid;           /* PDF_PART_MARK */
  const char *target; /* PDF_PART_LINK: "https://…", "page 12" */

  const char *role; /* PDF_PART_ELEMENT: "H1" */
  int above;        /* what it says its parent is: an object number */
  bool has_box;     /* /BBox */
  const char *lang; /* these may be NULL */
  const char *alt;
  const char *id;
  const char *scope;
  const char **headers; /* ids; NULL at the end, or none at all */
  unsigned columns;     /* spanned, 1 to 999 */
  unsigned rows;
  guint count;    /* of kids */
  PdfPart **kids; /* the first `count` */
};

typedef struct {
  PdfPart root;             /* its kids are the root elements */
  GPtrArray *pages;         /* of PdfPageText */
  GArray *page_objects;     /* of int: the pages' numbers in the file */
  GHashTable *page_indexes; /* object number to index + 1 */
  GStringChunk *strings;
  GPtrArray *blocks; /* memory of the parts */
} PdfReading;

/* (transfer full) */
PdfReading *pdf_reading_new(PdfFile *file, GError **error);
void pdf_reading_free(PdfReading *reading); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfReading, pdf_reading_free)

const PdfPageText *pdf_reading_page(const PdfReading *reading, int page);

/* What a mark says; borrowed. */
const char *pdf_reading_words(const PdfReading *reading, const PdfPart *mark);

static inline bool
pdf_part_is(const PdfPart *part, const char *role)
{
  return part->kind == PDF_PART_ELEMENT && strcmp(part->role, role) == 0;
}

static inline const PdfPart *
pdf_part_kid(const PdfPart *part, guint index)
{
  return part->kids[index];
}
