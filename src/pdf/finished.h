/*
 * pdf/finished.h -- a finished PDF, opened and read once for all that is asked
 * of it: what it says (article.h, page_words.h, structure_text.h) and whether
 * it is right (inspect.h).
 *
 * Ownership  It owns all; what is read from it is a copy.
 * Errors     ERROR_IO: not a PDF that qpdf reads without a warning, or one
 *            without a structure tree that leads to its pages.
 */
#pragma once

#include "pdf/open.h"
#include "pdf/reading.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
  GBytes *bytes;
  PdfOpen qpdf;
  PdfFile *file;
  PdfReading *reading; /* NULL: the tree cannot be read */
  GError *fault;       /* then why */
  GError *warning;     /* qpdf's first */
} PdfFinished;

/* A PDF whose tree cannot be read is opened, too.  (transfer full) */
PdfFinished *pdf_finished_open(GBytes *bytes, GError **error);
void pdf_finished_free(PdfFinished *finished); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfFinished, pdf_finished_free)

/* False if qpdf has met an error or warning since the file was opened. */
bool pdf_finished_check(PdfFinished *finished, GError **error);

/* False, too, if the structure tree cannot be read. */
bool pdf_finished_has_reading(PdfFinished *finished, GError **error);
