/*
 * pdf/deflate.h -- /FlateDecode in memory (PDF 1.7, 7.4.4).
 *
 * libdeflate takes half of zlib's time for the same size.  Its bytes depend on
 * its version, as zlib's do.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct PdfDeflate PdfDeflate;

/* Both directions.  (transfer full) */
PdfDeflate *pdf_deflate_new(void);
void pdf_deflate_free(PdfDeflate *deflate); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfDeflate, pdf_deflate_free)

/* Appends `data` to `out`, packed. */
void pdf_deflate_pack(PdfDeflate *deflate, const void *data, gsize length,
                      GByteArray *out);

/* CRC-32 of `data`: tells files apart, at the speed of reading them. */
guint32 pdf_deflate_sum(const void *data, gsize length);

/* Appends what was packed to `out`, which is then as it was if that fails:
 * broken data, or more than 1 GiB of it. */
bool pdf_deflate_unpack(PdfDeflate *deflate, const void *data, gsize length,
                        GByteArray *out);
