/* pdf/content.c -- the content stream of a page: cuts out, marked content in.
 */
/* SPDX-License-Identifier: MIT */

#include "pdf/content.h"

#include "base/error.h"
#include "pdf/mark.h"
#include "pdf/token.h"

#include <string.h>

typedef enum {
  OPERATOR_OTHER,
  OPERATOR_BEGIN_TEXT,
  OPERATOR_END_TEXT,
  OPERATOR_SHOW_TEXT,
  OPERATOR_BEGIN_MARK,
  OPERATOR_END_MARK,
  OPERATOR_RECTANGLE,
  OPERATOR_PATH,
  OPERATOR_PAINT_PATH,
  OPERATOR_STROKE_PATH,
  OPERATOR_END_PATH,
  OPERATOR_OBJECT,
  OPERATOR_SAVE,
  OPERATOR_RESTORE,
  OPERATOR_COLOR,
  OPERATOR_INLINE_IMAGE
} Operator;

typedef struct {
  PdfMarker marker;
  PdfScanner scanner;
  const GArray *segments;
  unsigned next_cut;
  bool has_ground;
  bool in_path;
  unsigned depth;                 /* of q */
  bool cut_color[PDF_STATES + 1]; /* the fill colour is the cut's */
  PdfToken color[PDF_STATES + 1]; /* that the output sets, "0 0 1 rg" */
} Rewrite;

static Operator
operator_of(PdfToken token)
{
  switch (pdf_token_name(token)) {
  case PDF_NAME('T', 'j', 0):
  case PDF_NAME('T', 'J', 0):
  case PDF_NAME('\'', 0, 0):
  case PDF_NAME('"', 0, 0):
    return OPERATOR_SHOW_TEXT;
  case PDF_NAME('B', 'T', 0):
    return OPERATOR_BEGIN_TEXT;
  case PDF_NAME('E', 'T', 0):
    return OPERATOR_END_TEXT;
  case PDF_NAME('B', 'D', 'C'):
  case PDF_NAME('B', 'M', 'C'):
    return OPERATOR_BEGIN_MARK;
  case PDF_NAME('E', 'M', 'C'):
    return OPERATOR_END_MARK;
  case PDF_NAME('r', 'e', 0):
    return OPERATOR_RECTANGLE;
  case PDF_NAME('m', 0, 0):
  case PDF_NAME('l', 0, 0):
  case PDF_NAME('c', 0, 0):
  case PDF_NAME('v', 0, 0):
  case PDF_NAME('y', 0, 0):
  case PDF_NAME('h', 0, 0):
    return OPERATOR_PATH;
  case PDF_NAME('f', 0, 0):
  case PDF_NAME('F', 0, 0):
  case PDF_NAME('f', '*', 0):
  case PDF_NAME('B', 0, 0):
  case PDF_NAME('B', '*', 0):
  case PDF_NAME('b', 0, 0):
  case PDF_NAME('b', '*', 0):
    return OPERATOR_PAINT_PATH;
  case PDF_NAME('S', 0, 0):
  case PDF_NAME('s', 0, 0):
    return OPERATOR_STROKE_PATH;
  case PDF_NAME('n', 0, 0):
    return OPERATOR_END_PATH;
  case PDF_NAME('D', 'o', 0):
  case PDF_NAME('s', 'h', 0):
    return OPERATOR_OBJECT;
  case PDF_NAME('q', 0, 0):
    return OPERATOR_SAVE;
  case PDF_NAME('Q', 0, 0):
    return OPERATOR_RESTORE;
  case PDF_NAME('r', 'g', 0):
  case PDF_NAME('R', 'G', 0):
  case PDF_NAME('g', 0, 0):
  case PDF_NAME('k', 0, 0):
  case PDF_NAME('c', 's', 0):
  case PDF_NAME('s', 'c', 0):
  case PDF_NAME('s', 'c', 'n'):
    return OPERATOR_COLOR;
  case PDF_NAME('B', 'I', 0):
    return OPERATOR_INLINE_IMAGE;
  default:
    return OPERATOR_OTHER;
  }
}

static bool
color_is(const PdfOperands *operands, const char *red, const char *green,
         const char *blue)
{
  return operands->count == 3 && pdf_token_is(operands->tokens[0], red) &&
         pdf_token_is(operands->tokens[1], green) &&
         pdf_token_is(operands->tokens[2], blue);
}

/* The gray operator for black given in RGB; NULL for all else. */
static const char *
black_of(PdfToken name, const PdfOperands *operands)
{
  if (!color_is(operands, "0", "0", "0"))
    return NULL;
  if (pdf_token_is(name, "rg"))
    return "0 g";
  return pdf_token_is(name, "RG") ? "0 G" : NULL;
}

/* "x y 0.5 0.25 re" */
static bool
is_cut(const PdfOperands *operands)
{
  return operands->count == 4 && pdf_token_is(operands->tokens[2], "0.5") &&
         pdf_token_is(operands->tokens[3], "0.25");
}

/* Offset behind the fill of a rectangle; 0 if something else is done to it. */
static gsize
fill_end(Rewrite *rewrite)
{
  PdfOperation fill;

  if (pdf_scanner_operation(&rewrite->scanner, &fill) &&
      pdf_token_is(fill.name, "f") && fill.start + 1 == fill.end)
    return fill.end;
  rewrite->marker.fault = "a cut is not filled";
  return 0;
}

/* With the line end behind it. */
static void
take_ground(Rewrite *rewrite, const PdfOperation *rectangle)
{
  gsize end = fill_end(rewrite);

  rewrite->has_ground = true;
  if (rewrite->marker.in_text)
    rewrite->marker.fault = "the ground is inside a text";
  else if (end > 0)
    pdf_marker_skip(&rewrite->marker, rectangle->start,
                    MIN(end + 1, rewrite->scanner.length));
}

static void
take_cut(Rewrite *rewrite, const PdfOperation *rectangle,
         const PdfOperands *operands)
{
  PdfMarker *marker = &rewrite->marker;
  int x = pdf_token_integer(operands->tokens[0]);
  int y = pdf_token_integer(operands->tokens[1]);
  gsize end = fill_end(rewrite);

  if (end == 0)
    return;
  if (marker->in_text || x < 0 || x >= PDF_CUT_COLUMNS || y < 0 ||
      (guint64)y * PDF_CUT_COLUMNS + (guint64)x != rewrite->next_cut) {
    marker->fault = "a cut is out of order";
    return;
  }
  if (rewrite->next_cut >= rewrite->segments->len) {
    marker->fault = "there are more cuts than segments";
    return;
  }
  pdf_marker_close(marker);
  pdf_marker_skip(marker, rectangle->start, end);
  marker->segment =
      &g_array_index(rewrite->segments, PdfSegment, rewrite->next_cut);
  rewrite->next_cut++;
}

/* True if the output has set this fill colour already: behind each cut cairo
 * says it again. */
static bool
is_set(Rewrite *rewrite, const PdfOperation *operation)
{
  PdfToken *set = &rewrite->color[rewrite->depth];
  PdfToken color = { rewrite->marker.in + operation->start,
                     operation->end - operation->start };

  if (set->start != NULL && set->length == color.length &&
      memcmp(set->start, color.start, color.length) == 0)
    return true;
  *set = color;
  return false;
}

/* The cut's colour goes out with it: cairo sets another one before it paints
 * anything else, and painting in this one is a fault. */
static void
take_color(Rewrite *rewrite, const PdfOperation *operation)
{
  PdfMarker *marker = &rewrite->marker;
  PdfOperands operands;
  bool fill = !pdf_token_is(operation->name, "RG");
  bool *cut = &rewrite->cut_color[rewrite->depth];

  if (marker->in_text || rewrite->in_path) {
    marker->fault = "a colour is set inside a text or path";
    return;
  }
  pdf_operation_operands(marker->in, operation, &operands);
  const char *black = black_of(operation->name, &operands);
  if (fill)
    *cut = pdf_token_is(operation->name, "rg") &&
           color_is(&operands, "0.125", "0.25", "0.625");
  if (fill && (*cut || is_set(rewrite, operation))) {
    pdf_marker_skip(marker, operation->start, operation->end);
  } else if (black != NULL) {
    pdf_marker_skip(marker, operation->start, operation->end);
    g_string_append(marker->out, black);
  }
}

static void
save_state(Rewrite *rewrite)
{
  if (rewrite->marker.in_text || rewrite->in_path) {
    rewrite->marker.fault = "q inside a text or path";
    return;
  }
  if (rewrite->depth == PDF_STATES) {
    rewrite->marker.fault = "graphics states nest more than 28 deep";
    return;
  }
  rewrite->cut_color[rewrite->depth + 1] = rewrite->cut_color[rewrite->depth];
  rewrite->color[rewrite->depth + 1] = rewrite->color[rewrite->depth];
  rewrite->depth++;
}

static void
restore_state(Rewrite *rewrite)
{
  PdfMarker *marker = &rewrite->marker;

  if (marker->in_text || rewrite->in_path || rewrite->depth == 0) {
    marker->fault = "Q without q, or inside a text or path";
    return;
  }
  if (marker->open && marker->open_depth == rewrite->depth)
    pdf_marker_close(marker);
  rewrite->depth--;
}

static void
check_fill_color(Rewrite *rewrite)
{
  if (rewrite->cut_color[rewrite->depth])
    rewrite->marker.fault = "something is painted in the colour of the cuts";
}

static void
paint_path(Rewrite *rewrite, const PdfOperation *operation)
{
  if (!rewrite->in_path)
    rewrite->marker.fault = "a path is painted that was not drawn";
  rewrite->in_path = false;
  pdf_marker_paint(&rewrite->marker, operation->end, rewrite->depth);
}

static void
paint_object(Rewrite *rewrite, const PdfOperation *operation)
{
  if (rewrite->marker.in_text || rewrite->in_path)
    rewrite->marker.fault = "an image inside a text or path";
  rewrite->marker.object_start = operation->start;
  pdf_marker_paint(&rewrite->marker, operation->end, rewrite->depth);
}

static void
begin_path(Rewrite *rewrite, const PdfOperation *operation)
{
  if (rewrite->marker.in_text)
    rewrite->marker.fault = "a path inside a text";
  if (!rewrite->in_path)
    rewrite->marker.object_start = operation->start;
  rewrite->in_path = true;
}

/* Of a cut, of the ground, or of a box. */
static void
take_rectangle(Rewrite *rewrite, const PdfOperation *operation)
{
  PdfOperands operands;

  if (rewrite->in_path || !rewrite->cut_color[rewrite->depth]) {
    begin_path(rewrite, operation);
    return;
  }
  pdf_operation_operands(rewrite->marker.in, operation, &operands);
  if (is_cut(&operands))
    take_cut(rewrite, operation, &operands);
  else if (rewrite->next_cut == 0 && !rewrite->has_ground)
    take_ground(rewrite, operation);
  else
    begin_path(rewrite, operation);
}

static void
take_operation(Rewrite *rewrite, const PdfOperation *operation)
{
  PdfMarker *marker = &rewrite->marker;

  switch (operator_of(operation->name)) {
  case OPERATOR_BEGIN_TEXT:
    pdf_marker_begin_text(marker, operation);
    break;
  case OPERATOR_END_TEXT:
    pdf_marker_end_text(marker, operation, rewrite->depth);
    break;
  case OPERATOR_SHOW_TEXT:
    check_fill_color(rewrite);
    pdf_marker_show_text(marker, operation, rewrite->depth);
    break;
  case OPERATOR_BEGIN_MARK:
    pdf_marker_begin_span(marker, operation, rewrite->depth);
    break;
  case OPERATOR_END_MARK:
    pdf_marker_end_span(marker, operation);
    break;
  case OPERATOR_RECTANGLE:
    take_rectangle(rewrite, operation);
    break;
  case OPERATOR_PATH:
    begin_path(rewrite, operation);
    break;
  case OPERATOR_PAINT_PATH:
    check_fill_color(rewrite);
    paint_path(rewrite, operation);
    break;
  case OPERATOR_STROKE_PATH:
    paint_path(rewrite, operation);
    break;
  case OPERATOR_END_PATH:
    rewrite->in_path = false;
    break;
  case OPERATOR_OBJECT:
    paint_object(rewrite, operation);
    break;
  case OPERATOR_SAVE:
    save_state(rewrite);
    break;
  case OPERATOR_RESTORE:
    restore_state(rewrite);
    break;
  case OPERATOR_COLOR:
    take_color(rewrite, operation);
    break;
  case OPERATOR_INLINE_IMAGE:
    marker->fault = "an inline image";
    break;
  case OPERATOR_OTHER:
    break;
  }
}

static const char *
fault_at_end(const Rewrite *rewrite)
{
  if (rewrite->marker.fault != NULL)
    return rewrite->marker.fault;
  if (rewrite->next_cut != rewrite->segments->len)
    return "cuts are missing";
  if (rewrite->depth > 0)
    return "q without Q";
  if (rewrite->marker.in_text || rewrite->in_path)
    return "the stream ends inside a text or path";
  return NULL;
}

bool
pdf_content_rewrite(const char *in, gsize length, const GArray *segments,
                    GString *out, GArray *owners, GError **error)
{
  Rewrite rewrite = {
    .marker = { .in = in, .out = out, .owners = owners },
    .scanner = { .in = in, .length = length },
    .segments = segments,
  };
  PdfOperation operation;
  const char *fault;

  while (rewrite.marker.fault == NULL &&
         pdf_scanner_operation(&rewrite.scanner, &operation))
    take_operation(&rewrite, &operation);
  fault = fault_at_end(&rewrite);
  if (fault != NULL) {
    g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                "%s (byte %" G_GSIZE_FORMAT " of the content)", fault,
                rewrite.scanner.at);
    return false;
  }
  pdf_marker_close(&rewrite.marker);
  pdf_marker_copy(&rewrite.marker, length);
  return true;
}

static void
blacken(PdfMarker *marker, const PdfOperation *operation)
{
  PdfOperands operands;

  if (operator_of(operation->name) != OPERATOR_COLOR)
    return;
  pdf_operation_operands(marker->in, operation, &operands);
  const char *black = black_of(operation->name, &operands);
  if (black == NULL)
    return;
  pdf_marker_skip(marker, operation->start, operation->end);
  g_string_append(marker->out, black);
}

bool
pdf_content_blacken(const char *in, gsize length, GString *out, unsigned *depth,
                    GError **error)
{
  PdfMarker marker = { .in = in, .out = out };
  PdfScanner scanner = { .in = in, .length = length };
  PdfOperation operation;
  unsigned now = 0;

  *depth = 0;
  while (pdf_scanner_operation(&scanner, &operation)) {
    if (pdf_token_is(operation.name, "BI")) {
      g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                          "an inline image in a drawing");
      return false;
    }
    now += pdf_token_is(operation.name, "q");
    now -= now > 0 && pdf_token_is(operation.name, "Q");
    *depth = MAX(*depth, now);
    blacken(&marker, &operation);
  }
  pdf_marker_copy(&marker, length);
  return true;
}
