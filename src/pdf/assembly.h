/*
 * pdf/assembly.h -- writes the objects of a PDF, one after the other (PDF 1.7,
 * 7.5).
 */
#pragma once

#include "base/deflate.h"
#include "pdf/value.h"

#include <glib.h>

typedef struct PdfAssembly PdfAssembly;

typedef enum {
  PDF_BYTES_AS_SAID, /* as /Filter in the dictionary says */
  PDF_BYTES_PACKED,  /* /FlateDecode, whatever the dictionary says */
  PDF_BYTES_PLAIN
} PdfBytes;

/* `size` is one more than the highest number, `bytes` about how long the file
 * will be.  pdf_assembly_finish() frees it. */
PdfAssembly *pdf_assembly_new(Deflate *deflate, int size, gsize bytes);

void pdf_assembly_stream(PdfAssembly *assembly, int number, PdfValue dictionary,
                         const void *data, gsize length, PdfBytes bytes);

/* Into an object stream; no streams may follow. */
void pdf_assembly_object(PdfAssembly *assembly, int number, PdfValue value);

/* (transfer full) */
GBytes *pdf_assembly_finish(PdfAssembly *assembly, int root, int info);

/* Appends the keys and values of `dictionary` but for those of `without`
 * (NULL at its end). */
void pdf_assembly_copy(GString *out, PdfValue dictionary,
                       const char *const *without);

/* Appends the numbers (int) that `value` refers to, but for a stream's length.
 */
void pdf_assembly_references(PdfValue value, GArray *numbers);
