/*
 * pdf/inspect.h -- reads our finished PDF files back.
 *
 * qpdf opens the file and says what it is as a whole; what there is much of,
 * content and structure, is read by pdf/file.h.
 *
 * Errors     ERROR_IO: what qpdf cannot read without a warning.
 */
#pragma once

#include "pdf/finished.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
  unsigned pages;
  GPtrArray *labels;    /* of char *: the page labels, one a page */
  unsigned fonts;       /* that pages and drawings use */
  unsigned fonts_loose; /* of these, not embedded */
  bool tagged;
  char *title;
  char *lang;
  GPtrArray *faults; /* of char *: rules of pdf/audit_rule.h that are broken */
} PdfReport;

/* (transfer full) */
PdfReport *pdf_inspect(PdfFinished *finished, GError **error);
void pdf_report_free(PdfReport *report); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfReport, pdf_report_free)
