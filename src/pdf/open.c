/* pdf/open.c -- a PDF in memory, opened for reading. */
/* SPDX-License-Identifier: MIT */

#include "pdf/open.h"

#include "base/error.h"

PdfOpen
pdf_open(GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  PdfOpen qpdf = qpdf_init();

  qpdf_silence_errors(qpdf);
  qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery(qpdf, QPDF_FALSE);
  qpdf_read_memory(qpdf, "PDF", data != NULL ? data : "", length, NULL);
  if (pdf_open_check(qpdf, error))
    return qpdf;
  pdf_open_close(qpdf);
  return NULL;
}

void
pdf_open_close(PdfOpen qpdf)
{
  if (qpdf != NULL)
    qpdf_cleanup(&qpdf);
}

bool
pdf_open_check(PdfOpen qpdf, GError **error)
{
  qpdf_error problem = NULL;

  if (qpdf_has_error(qpdf))
    problem = qpdf_get_error(qpdf);
  else if (qpdf_more_warnings(qpdf))
    problem = qpdf_next_warning(qpdf);
  if (problem == NULL)
    return true;
  if (error == NULL || *error == NULL)
    g_set_error(error, HANDBILL_ERROR, ERROR_IO, "the PDF cannot be read: %s",
                qpdf_get_error_full_text(qpdf, problem));
  return false;
}
