/*
 * pdf/page_text.h -- what the marked content of a page says, MCID by MCID.
 *
 * Text is read as a reader would: codes through the font's ToUnicode, and
 * ActualText in place of what it covers.
 */
#pragma once

#include "pdf/file.h"

#include <glib.h>

typedef struct PdfPageReader PdfPageReader;

typedef struct {
  guint count;    /* one more than the highest MCID */
  gsize *places;  /* by MCID: one more than the offset into words; 0: none */
  char *words;    /* of all marks, each with its NUL */
  guint loose;    /* text, lines and pictures outside of marks */
  guint repeated; /* marks with an MCID that an earlier mark has */
  guint nested;   /* marks and artifacts inside of each other */
} PdfPageText;

/* For the pages of one file, which share fonts.  (transfer full) */
PdfPageReader *pdf_page_reader_new(PdfFile *file);
void pdf_page_reader_free(PdfPageReader *reader); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfPageReader, pdf_page_reader_free)

/* ERROR_IO: content that cannot be read, or so much of it, or so many fonts,
 * that no book has made them.  (transfer full) */
PdfPageText *pdf_page_text_read(PdfPageReader *reader, PdfValue page,
                                GError **error);
void pdf_page_text_free(PdfPageText *text); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfPageText, pdf_page_text_free)

bool pdf_page_text_has(const PdfPageText *text, int mcid);

/* "" where there is none; borrowed. */
const char *pdf_page_text_find(const PdfPageText *text, int mcid);
