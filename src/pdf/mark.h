/*
 * pdf/mark.h -- puts marked content into one page's stream: where BDC and EMC
 * go, so that they nest with q/Q and BT/ET.
 *
 * The input is copied to the output bit by bit; what the caller wants gone is
 * passed over with pdf_marker_skip().  A mark opens before the first object
 * that paints (text, path, image) of a segment and closes behind the last, so
 * that an empty segment gets no mark.
 *
 * Text       cairo wraps glyphs whose text it cannot map in a Span with
 *            ActualText.  Nested in a marked segment such a span makes poppler
 *            22.12 lose the rest of the segment's text; so it becomes a
 *            sibling with an MCID of its own, and the marks of that text object
 *            move inside BT and ET.
 * Errors     `fault` is set to a sentence about the first one, and stays.
 */
#pragma once

#include "pdf/plan.h"
#include "pdf/token.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
  const char *in;
  GString *out;
  GArray *owners;            /* of int: the leaf of each MCID */
  const PdfSegment *segment; /* NULL: before the first cut */
  gsize copied;              /* how much of `in` is dealt with */
  gsize object_start;        /* of the text, path or image being read */
  gsize text_body;           /* behind its BT */
  bool open;                 /* a mark is open */
  unsigned open_depth;       /* of q, where it was opened */
  bool in_text;
  bool shown;  /* this text object has shown a glyph */
  bool inside; /* this text object has its marks inside BT and ET */
  bool in_span;
  const char *fault; /* static; NULL: none */
} PdfMarker;

/* Copies the input up to `end`; leaves out what follows up to `next`. */
void pdf_marker_copy(PdfMarker *marker, gsize end);
void pdf_marker_skip(PdfMarker *marker, gsize end, gsize next);

void pdf_marker_close(PdfMarker *marker);

/* The object from object_start to `end` paints.  `depth` is that of q. */
void pdf_marker_paint(PdfMarker *marker, gsize end, unsigned depth);

void pdf_marker_begin_text(PdfMarker *marker, const PdfOperation *operation);
void pdf_marker_show_text(PdfMarker *marker, const PdfOperation *operation,
                          unsigned depth);
void pdf_marker_end_text(PdfMarker *marker, const PdfOperation *operation,
                         unsigned depth);

/* cairo's ActualText span. */
void pdf_marker_begin_span(PdfMarker *marker, const PdfOperation *operation,
                           unsigned depth);
void pdf_marker_end_span(PdfMarker *marker, const PdfOperation *operation);
