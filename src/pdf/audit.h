/*
 * pdf/audit.h -- the machine rules that matter most, asked of a finished file:
 * what is painted and the structure tree agree, and the tree is one that
 * readers can follow (PDF/UA-1, PDF/A-2, PDF 1.7, 14.7 and 14.8).
 *
 * Each rule adds a fault, a sentence that names page and article, and goes on;
 * none trusts another.  A validator knows more rules; these hold wherever the
 * program itself runs.
 */
#pragma once

#include "pdf/reading.h"

#include <glib.h>
#include <qpdf/qpdf-c.h>

typedef struct {
  qpdf_data qpdf;            /* for what the file says as a whole */
  PdfFile *file;             /* for what there is much of */
  const PdfReading *reading; /* NULL: only the fonts can be asked */
  GArray *parents;           /* of PdfValue: the parent tree, by key */
  GPtrArray *faults;         /* of char * */
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

/* What the parent tree has for `key`; null if nothing. */
PdfValue pdf_audit_parent(const PdfAudit *audit, int key);

/* All rules but that of the fonts. */
void pdf_audit(PdfAudit *audit);

/* --- the rules --- */

void
pdf_audit_catalog(PdfAudit *audit);    /* audit_catalog.c: what the file says */
void pdf_audit_fonts(PdfAudit *audit); /* audit_font.c */
void pdf_audit_marks(PdfAudit *audit); /* audit_mark.c: content and tree */
void pdf_audit_links(PdfAudit *audit); /* audit_link.c: annotations */
void pdf_audit_roles(PdfAudit *audit); /* audit_role.c: which in which */
void pdf_audit_tables(PdfAudit *audit); /* audit_table.c: grids and heads */
