/*
 * pdf/audit_rule.h -- the machine rules that matter most, asked of a finished
 * file: what is painted and the structure tree agree, and the tree is one that
 * readers can follow (PDF/UA-1, PDF/A-2, PDF 1.7, 14.7 and 14.8).
 *
 * Each rule adds a fault, a sentence that names page and article, and goes on;
 * none trusts another.  A validator knows more rules; these hold wherever the
 * program itself runs.
 */
#pragma once

#include "pdf/audit.h"

void pdf_audit_catalog(PdfAudit *audit); /* what the file says as a whole */
void pdf_audit_fonts(PdfAudit *audit);   /* the only one that needs no tree */
void pdf_audit_marks(PdfAudit *audit);   /* content and tree */
void pdf_audit_links(PdfAudit *audit);   /* annotations */
void pdf_audit_roles(PdfAudit *audit);   /* which in which */
void pdf_audit_tables(PdfAudit *audit);  /* grids and heads */
