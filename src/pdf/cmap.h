/*
 * pdf/cmap.h -- a ToUnicode map: from the codes of a font to text (PDF 1.7,
 * 9.10.3).
 *
 * Limits     Codes of two bytes, texts of 512 and of 1 MiB in all, and 131,072
 *            entries, those of ranges counted one by one: what is beyond is
 *            left out.
 */
#pragma once

#include <glib.h>

typedef struct PdfCmap PdfCmap;

/* Codes without an entry become U+FFFD.  (transfer full) */
PdfCmap *pdf_cmap_new(const char *text, gsize length);
void pdf_cmap_free(PdfCmap *cmap); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfCmap, pdf_cmap_free)

enum {
  PDF_CMAP_DECODED_MAX = 1 << 28 /* bytes */
};

/* Appends the text of a shown string to `out`, as UTF-8, until that has more
 * than PDF_CMAP_DECODED_MAX. */
void pdf_cmap_decode(const PdfCmap *cmap, const GByteArray *codes,
                     GString *out);

/* A text string, UTF-16BE with its mark or else Latin, as UTF-8.
 * (transfer full) */
char *pdf_cmap_text(const GByteArray *string);
