/*
 * pdf/open.h -- a PDF in memory, opened for reading.
 *
 * Errors     ERROR_IO: what qpdf says, warnings included; nothing is mended.
 */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

typedef qpdf_data PdfOpen;

/* `bytes` must outlive it.  (transfer full) */
PdfOpen pdf_open(GBytes *bytes, GError **error);
void pdf_open_close(PdfOpen qpdf); /* NULL is fine */
G_DEFINE_AUTO_CLEANUP_FREE_FUNC(PdfOpen, pdf_open_close, NULL)

/* False if qpdf has met an error or warning since it was opened. */
bool pdf_open_check(PdfOpen qpdf, GError **error);
