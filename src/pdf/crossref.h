/*
 * pdf/crossref.h -- where the objects of a PDF are (PDF 1.7, 7.5.4 and 7.5.8).
 */
#pragma once

#include "base/deflate.h"
#include "pdf/value.h"

#include <glib.h>

typedef enum {
  PDF_PLACE_NONE,  /* no section knows it */
  PDF_PLACE_FREE,  /* deleted; what an older section says counts no more */
  PDF_PLACE_FILE,  /* at an offset */
  PDF_PLACE_STREAM /* in an object stream */
} PdfPlaceKind;

typedef struct {
  PdfPlaceKind kind;
  guint stream; /* the object stream's number */
  gsize offset; /* in the file; or the index in the object stream */
} PdfPlace;

/* Of PdfPlace, by object number; `trailer` is set to the newest trailer.  NULL
 * with ERROR_IO if it cannot be read.  (transfer full) */
GArray *pdf_crossref_read(const char *data, gsize length, Deflate *deflate,
                          PdfValue *trailer, GError **error);

/* The value behind "12 0 obj" at `offset`; null if there is none, or it is
 * another object than `number` (0: any). */
PdfValue pdf_crossref_object(const char *data, gsize length, gsize offset,
                             int number);

/* The bytes behind "stream" of a stream whose dictionary is `stream` and whose
 * /Length is `packed`; NULL if they are not there. */
const char *pdf_crossref_stream(const char *data, gsize length, PdfValue stream,
                                gsize packed);
