/* pdf/finished.c -- a finished PDF, opened and read once. */
/* SPDX-License-Identifier: MIT */

#include "pdf/finished.h"

PdfFinished *
pdf_finished_open(GBytes *bytes, GError **error)
{
  g_autoptr(PdfFinished) finished = g_new0(PdfFinished, 1);

  finished->bytes = g_bytes_ref(bytes);
  finished->qpdf = pdf_open(bytes, error);
  if (finished->qpdf == NULL)
    return NULL;
  finished->file = pdf_file_open(bytes, error);
  if (finished->file == NULL)
    return NULL;
  finished->reading = pdf_reading_new(finished->file, &finished->fault);
  return g_steal_pointer(&finished);
}

void
pdf_finished_free(PdfFinished *finished)
{
  if (finished == NULL)
    return;
  pdf_reading_free(finished->reading);
  pdf_file_free(finished->file);
  pdf_open_close(finished->qpdf);
  g_clear_error(&finished->warning);
  g_clear_error(&finished->fault);
  g_bytes_unref(finished->bytes);
  g_free(finished);
}

/* qpdf tells each warning once; whoever asks later must hear it, too. */
bool
pdf_finished_check(PdfFinished *finished, GError **error)
{
  if (finished->warning == NULL)
    pdf_open_check(finished->qpdf, &finished->warning);
  if (finished->warning == NULL)
    return true;
  if (error != NULL)
    *error = g_error_copy(finished->warning);
  return false;
}

bool
pdf_finished_has_reading(PdfFinished *finished, GError **error)
{
  if (finished->reading != NULL)
    return pdf_finished_check(finished, error);
  if (error != NULL)
    *error = g_error_copy(finished->fault);
  return false;
}
