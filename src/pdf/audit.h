/*
 * pdf/audit.h -- what the rules for a finished file share (pdf/audit_rule.h):
 * the file, and where they say what is wrong with it.
 */
#pragma once

#include "pdf/reading.h"

#include <glib.h>
#include <qpdf/qpdf-c.h>

typedef struct {
  qpdf_data qpdf;            /* for what the file says as a whole */
  PdfFile *file;             /* for what there is much of */
  const PdfReading *reading; /* NULL: only the fonts can be asked */
  GArray *parents;           /* pdf_audit_parents() */
  GPtrArray *faults;         /* of char *: the first 256, "and more" */
  unsigned fonts;            /* that pages and drawings use */
  unsigned fonts_loose;      /* of these, not embedded */
} PdfAudit;

/* `part` is what is wrong, or NULL: then `page` (index) is, or the file (-1).
 */
void pdf_audit_fault(PdfAudit *audit, const PdfPart *part, int page,
                     const char *format, ...) G_GNUC_PRINTF(4, 5);

/* Calls `visit` with every part, parents first. */
typedef void (*PdfPartFunc)(PdfAudit *audit, const PdfPart *part,
                            gpointer data);
void pdf_audit_walk(PdfAudit *audit, PdfPartFunc visit, gpointer data);

/* Of PdfValue: the parent tree, by key.  (transfer full) */
GArray *pdf_audit_parents(PdfFile *file);

/* What the parent tree has for `key`; null if nothing. */
PdfValue pdf_audit_parent(const PdfAudit *audit, int key);
