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

/* A name of up to three characters as a number. */
#define NAME(a, b, c) ((guint32)(a) | (guint32)(b) << 8 | (guint32)(c) << 16)

static const struct {
  guint32 name;
  Operator operator;
} operators[] = {
  { NAME('T', 'j', 0), OPERATOR_SHOW_TEXT },
  { NAME('T', 'J', 0), OPERATOR_SHOW_TEXT },
  { NAME('\'', 0, 0), OPERATOR_SHOW_TEXT },
  { NAME('"', 0, 0), OPERATOR_SHOW_TEXT },
  { NAME('B', 'T', 0), OPERATOR_BEGIN_TEXT },
  { NAME('E', 'T', 0), OPERATOR_END_TEXT },
  { NAME('B', 'D', 'C'), OPERATOR_BEGIN_MARK },
  { NAME('B', 'M', 'C'), OPERATOR_BEGIN_MARK },
  { NAME('E', 'M', 'C'), OPERATOR_END_MARK },
  { NAME('m', 0, 0), OPERATOR_PATH },
  { NAME('l', 0, 0), OPERATOR_PATH },
  { NAME('c', 0, 0), OPERATOR_PATH },
  { NAME('v', 0, 0), OPERATOR_PATH },
  { NAME('y', 0, 0), OPERATOR_PATH },
  { NAME('h', 0, 0), OPERATOR_PATH },
  { NAME('r', 'e', 0), OPERATOR_PATH },
  { NAME('f', 0, 0), OPERATOR_PAINT_PATH },
  { NAME('F', 0, 0), OPERATOR_PAINT_PATH },
  { NAME('f', '*', 0), OPERATOR_PAINT_PATH },
  { NAME('B', 0, 0), OPERATOR_PAINT_PATH },
  { NAME('B', '*', 0), OPERATOR_PAINT_PATH },
  { NAME('b', 0, 0), OPERATOR_PAINT_PATH },
  { NAME('b', '*', 0), OPERATOR_PAINT_PATH },
  { NAME('S', 0, 0), OPERATOR_STROKE_PATH },
  { NAME('s', 0, 0), OPERATOR_STROKE_PATH },
  { NAME('n', 0, 0), OPERATOR_END_PATH },
  { NAME('D', 'o', 0), OPERATOR_OBJECT },
  { NAME('s', 'h', 0), OPERATOR_OBJECT },
  { NAME('q', 0, 0), OPERATOR_SAVE },
  { NAME('Q', 0, 0), OPERATOR_RESTORE },
  { NAME('r', 'g', 0), OPERATOR_COLOR },
  { NAME('R', 'G', 0), OPERATOR_COLOR },
  { NAME('g', 0, 0), OPERATOR_COLOR },
  { NAME('k', 0, 0), OPERATOR_COLOR },
  { NAME('c', 's', 0), OPERATOR_COLOR },
  { NAME('s', 'c', 0), OPERATOR_COLOR },
  { NAME('s', 'c', 'n'), OPERATOR_COLOR },
  { NAME('B', 'I', 0), OPERATOR_INLINE_IMAGE },
};

typedef struct {
  PdfMarker marker;
  PdfScanner scanner;
  const GArray *segments;
  unsigned next_cut;
  bool in_path;
  unsigned depth;                 /* of q */
  bool cut_color[PDF_STATES + 1]; /* the fill colour is the cut's */
  PdfToken color[PDF_STATES + 1]; /* that the output sets, "0 0 1 rg" */
} Rewrite;

static Operator
operator_of(PdfToken token)
{
  guint32 name = 0;

  for (gsize i = 0; i < MIN(token.length, sizeof name); i++)
    name |= (guint32)(guint8)token.start[i] << (8 * i);
  for (gsize i = 0; i < G_N_ELEMENTS(operators); i++)
    if (operators[i].name == name)
      return operators[i].operator;
  return OPERATOR_OTHER;
}

static bool
color_is(const PdfOperation *operation, const char *red, const char *green,
         const char *blue)
{
  return operation->operand_count == 3 &&
         pdf_token_is(operation->operands[0], red) &&
         pdf_token_is(operation->operands[1], green) &&
         pdf_token_is(operation->operands[2], blue);
}

/* The gray operator for black given in RGB; NULL for all else. */
static const char *
black_of(const PdfOperation *operation)
{
  if (!color_is(operation, "0", "0", "0"))
    return NULL;
  if (pdf_token_is(operation->name, "rg"))
    return "0 g";
  return pdf_token_is(operation->name, "RG") ? "0 G" : NULL;
}

/* "x y 0.5 0.25 re" while the fill colour is the cut's. */
static bool
is_cut(const Rewrite *rewrite, const PdfOperation *operation)
{
  return !rewrite->in_path && rewrite->cut_color[rewrite->depth] &&
         operation->operand_count == 4 && pdf_token_is(operation->name, "re") &&
         pdf_token_is(operation->operands[2], "0.5") &&
         pdf_token_is(operation->operands[3], "0.25");
}

static void
take_cut(Rewrite *rewrite, const PdfOperation *rectangle)
{
  PdfMarker *marker = &rewrite->marker;
  int x = pdf_token_integer(rectangle->operands[0]);
  int y = pdf_token_integer(rectangle->operands[1]);
  PdfOperation fill;

  if (!pdf_scanner_operation(&rewrite->scanner, &fill) ||
      !pdf_token_is(fill.name, "f") || fill.operand_count > 0) {
    marker->fault = "a cut is not filled";
    return;
  }
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
  pdf_marker_skip(marker, rectangle->start, fill.end);
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
  const char *black = black_of(operation);
  bool fill = !pdf_token_is(operation->name, "RG");
  bool *cut = &rewrite->cut_color[rewrite->depth];

  if (marker->in_text || rewrite->in_path) {
    marker->fault = "a colour is set inside a text or path";
    return;
  }
  if (fill)
    *cut = pdf_token_is(operation->name, "rg") &&
           color_is(operation, "0.125", "0.25", "0.625");
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

static void
take_operation(Rewrite *rewrite, const PdfOperation *operation)
{
  PdfMarker *marker = &rewrite->marker;

  if (is_cut(rewrite, operation)) {
    take_cut(rewrite, operation);
    return;
  }
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
    const char *black = black_of(&operation);
    if (pdf_token_is(operation.name, "BI")) {
      g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                          "an inline image in a drawing");
      return false;
    }
    now += pdf_token_is(operation.name, "q");
    now -= now > 0 && pdf_token_is(operation.name, "Q");
    *depth = MAX(*depth, now);
    if (black != NULL) {
      pdf_marker_skip(&marker, operation.start, operation.end);
      g_string_append(out, black);
    }
  }
  pdf_marker_copy(&marker, length);
  return true;
}
