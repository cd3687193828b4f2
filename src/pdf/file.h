/*
 * pdf/file.h -- a PDF in memory, object by object, as its text.
 *
 * For what there is much of: content, structure elements, links.  qpdf, which
 * builds an object of its own for each, has found the file sound before
 * (pdf/open.h).
 *
 * Understood  tables and streams of cross-references, object streams,
 *             FlateDecode.
 * Ownership   The file owns all; values borrow from it.
 * Errors      ERROR_IO: cross-references that cannot be read.  An object that
 *             is not there, or not where it should be, is null.
 */
#pragma once

#include "base/deflate.h"
#include "pdf/value.h"

#include <glib.h>
#include <stdbool.h>

typedef struct PdfFile PdfFile;

/* (transfer full) */
PdfFile *pdf_file_open(GBytes *bytes, GError **error);
void pdf_file_free(PdfFile *file); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfFile, pdf_file_free)

gsize pdf_file_length(const PdfFile *file); /* bytes */

/* One more than the highest number of an object. */
int pdf_file_size(const PdfFile *file);
PdfValue pdf_file_trailer(const PdfFile *file);
PdfValue pdf_file_root(PdfFile *file);

PdfValue pdf_file_object(PdfFile *file, int number);

/* The object that a reference means; all else as it is. */
PdfValue pdf_file_resolve(PdfFile *file, PdfValue value);

/* What `key` has in a dictionary, resolved. */
PdfValue pdf_file_key(PdfFile *file, PdfValue dictionary, const char *key);

/* Of int: the objects of the pages, in their order.  (transfer full) */
GArray *pdf_file_pages(PdfFile *file);

/* The bytes of a stream as they stand; NULL if it is none. */
const char *pdf_file_packed(PdfFile *file, PdfValue stream, gsize *length);

/* Appends the bytes of a stream to `out`; false if they cannot be unpacked. */
bool pdf_file_unpack(PdfFile *file, PdfValue stream, GByteArray *out);

/* The content of a page, from one stream or several; false as above, and where
 * they have more than 256 MiB before the last. */
bool pdf_file_content(PdfFile *file, PdfValue page, GByteArray *out);
