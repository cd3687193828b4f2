/* pdf/mark.c -- puts marked content into one page's stream. */
/* SPDX-License-Identifier: MIT */

#include "pdf/mark.h"

#include "base/bytes.h"
#include "pdf/spelling.h"

void
pdf_marker_copy(PdfMarker *marker, gsize end)
{
  if (end <= marker->copied)
    return;
  g_string_append_len(marker->out, marker->in + marker->copied,
                      (gssize)(end - marker->copied));
  marker->copied = end;
}

void
pdf_marker_skip(PdfMarker *marker, gsize end, gsize next)
{
  pdf_marker_copy(marker, end);
  marker->copied = MAX(marker->copied, next);
}

static unsigned
new_mcid(PdfMarker *marker)
{
  g_array_append_val(marker->owners, marker->segment->leaf);
  return marker->owners->len - 1;
}

/* `actual` is the text of a span that becomes a sibling, or NULL. */
static void
open_mark(PdfMarker *marker, unsigned depth, const PdfToken *actual)
{
  const PdfSegment *segment = marker->segment;
  GString *out = marker->out;

  if (segment == NULL) {
    marker->fault = "something is painted before the first cut";
    return;
  }
  marker->open = true;
  marker->open_depth = depth;
  if (segment->leaf < 0) {
    g_string_append(out, "/Artifact <<");
    g_string_append(out, segment->properties);
  } else {
    g_string_append_c(out, '/');
    g_string_append(out, actual != NULL ? "Span" : segment->tag);
    g_string_append(out, " <</MCID ");
    bytes_append_integer(out, new_mcid(marker));
    if (actual != NULL) {
      g_string_append(out, "/ActualText");
      pdf_spelling_append(out, *actual);
    }
  }
  g_string_append(out, ">> BDC\n");
}

void
pdf_marker_close(PdfMarker *marker)
{
  if (marker->open)
    g_string_append(marker->out, "\nEMC\n");
  marker->open = false;
}

void
pdf_marker_paint(PdfMarker *marker, gsize end, unsigned depth)
{
  if (!marker->open) {
    pdf_marker_copy(marker, marker->object_start);
    open_mark(marker, depth, NULL);
  }
  pdf_marker_copy(marker, end);
}

void
pdf_marker_begin_text(PdfMarker *marker, const PdfOperation *operation)
{
  if (marker->in_text)
    marker->fault = "a text object begins inside another";
  marker->in_text = true;
  marker->inside = false;
  marker->shown = false;
  marker->object_start = operation->start;
  marker->text_body = operation->end;
}

void
pdf_marker_show_text(PdfMarker *marker, const PdfOperation *operation,
                     unsigned depth)
{
  if (!marker->in_text)
    marker->fault = "glyphs outside a text object";
  if (marker->inside && !marker->open) {
    pdf_marker_copy(marker, operation->start);
    g_string_append_c(marker->out, '\n');
    open_mark(marker, depth, NULL);
  }
  marker->shown = true;
}

void
pdf_marker_end_text(PdfMarker *marker, const PdfOperation *operation,
                    unsigned depth)
{
  if (!marker->in_text || marker->in_span)
    marker->fault = "a text object ends that is not open, or inside a span";
  if (marker->inside) {
    pdf_marker_copy(marker, operation->start);
    pdf_marker_close(marker);
    pdf_marker_copy(marker, operation->end);
  } else if (marker->shown) {
    pdf_marker_paint(marker, operation->end, depth);
  }
  marker->in_text = false;
  marker->inside = false;
}

static void
move_inside(PdfMarker *marker, unsigned depth)
{
  if (marker->inside)
    return;
  pdf_marker_close(marker);
  pdf_marker_copy(marker, marker->text_body);
  g_string_append_c(marker->out, '\n');
  marker->inside = true;
  if (marker->shown)
    open_mark(marker, depth, NULL);
}

/* "/Span << /ActualText <feff...> >> BDC" is the only marked content that
 * cairo writes of its own accord. */
static bool
is_actual_text(PdfToken name, const PdfOperands *operands)
{
  const PdfToken *tokens = operands->tokens;

  return pdf_token_is(name, "BDC") && operands->count == 5 &&
         pdf_token_is(tokens[0], "/Span") && pdf_token_is(tokens[1], "<<") &&
         pdf_token_is(tokens[2], "/ActualText") && tokens[3].start[0] == '<' &&
         tokens[3].length >= 6;
}

void
pdf_marker_begin_span(PdfMarker *marker, const PdfOperation *operation,
                      unsigned depth)
{
  PdfOperands operands;

  pdf_operation_operands(marker->in, operation, &operands);
  if (!marker->in_text || marker->in_span ||
      !is_actual_text(operation->name, &operands)) {
    marker->fault = "marked content that is none of ours";
    return;
  }
  marker->in_span = true;
  move_inside(marker, depth);
  pdf_marker_copy(marker, operation->start);
  pdf_marker_close(marker);
  open_mark(marker, depth, &operands.tokens[3]);
  pdf_marker_skip(marker, operation->start, operation->end);
}

void
pdf_marker_end_span(PdfMarker *marker, const PdfOperation *operation)
{
  if (!marker->in_span) {
    marker->fault = "marked content ends that is not open";
    return;
  }
  marker->in_span = false;
  pdf_marker_copy(marker, operation->start);
  pdf_marker_close(marker);
  pdf_marker_skip(marker, operation->start, operation->end);
}
