/* layout/line.c -- a chosen line becomes boxes. */
/* SPDX-License-Identifier: MIT */

#include "layout/line.h"

#include "layout/glyph_run.h"

#define UNDERLINE_DEPTH 0.12 /* of the font size, below the baseline */
#define STRIKE_HEIGHT   0.28 /* above it */
#define LINE_THICKNESS  0.05
#define SUPER_HEIGHT    0.36
#define SUB_DEPTH       0.14
#define LINK_ASCENT     0.80 /* of a link's rectangle */
#define LINK_DESCENT    0.22

typedef struct {
  Flow *flow;
  const Paragraph *paragraph;
  Shaper *shaper;
  const LineChoice *choice;
  const LinePlace *place;
  GArray *segments; /* of Segment, in reading order */
} Line;

static const Span *
segment_span(const Line *line, const Segment *segment)
{
  return &g_array_index(line->paragraph->spans, Span, segment->piece->span);
}

static const Break *
break_at(const Line *line, int index)
{
  return &g_array_index(line->paragraph->breaks, Break, index);
}

/* --- what stands on the line --- */

static void
add_segment(Line *line, const Piece *piece, guint32 start, guint32 end)
{
  Segment segment = { .piece = piece, .start = start, .end = end };
  const Break *last = break_at(line, line->choice->to);
  double stretch = 1 + line->choice->expansion;

  segment.swallowed = start >= last->end;
  if (piece->kind == PIECE_IMAGE) {
    segment.width = piece->width;
  } else {
    ShapeRun run = { piece->analysis, segment_span(line, &segment)->style };
    bool whole = start == piece->start && end == piece->end;

    segment.word =
        whole ? piece->word
              : shaper_word(line->shaper, &run,
                            line->paragraph->text->str + start, end - start);
    segment.width = piece->kind == PIECE_SPACE
                        ? segment.word->width * line->choice->space
                        : segment.word->width * stretch +
                              line->choice->tracking *
                                  (MAX(segment.word->glyph_count, 1) - 1);
  }
  if (segment.swallowed)
    segment.width = 0;
  g_array_append_val(line->segments, segment);
}

static void
add_hyphen(Line *line)
{
  const Segment *last;
  Segment hyphen;
  ShapeRun run;

  if (break_at(line, line->choice->to)->kind != BREAK_HYPHEN ||
      line->segments->len == 0)
    return;
  last = &g_array_index(line->segments, Segment, line->segments->len - 1);
  hyphen = *last;
  run = (ShapeRun){ last->piece->analysis, segment_span(line, last)->style };
  hyphen.word = shaper_hyphen(line->shaper, &run);
  hyphen.start = hyphen.end = last->end;
  hyphen.width = hyphen.word->width * (1 + line->choice->expansion);
  hyphen.soft_hyphen = true;
  g_array_append_val(line->segments, hyphen);
}

/* Where the author ends a line, and where a line of a listing ends, no space is
 * swallowed that would keep the words apart. */
static void
add_separator(Line *line)
{
  const Break *end = break_at(line, line->choice->to);
  const Segment *last;
  Segment separator;
  ShapeRun run;

  if (line->segments->len == 0)
    return;
  last = &g_array_index(line->segments, Segment, line->segments->len - 1);
  if (last->word == NULL ||
      (end->kind != BREAK_FORCED &&
       (end->kind != BREAK_END || !line->paragraph->style->keep_white_space)))
    return;
  separator = *last;
  run = (ShapeRun){ last->piece->analysis, segment_span(line, last)->style };
  separator.word = shaper_word(line->shaper, &run, " ", 1);
  separator.start = separator.end = last->end;
  separator.width = 0;
  separator.separator = true;
  g_array_append_val(line->segments, separator);
}

/* The first piece that reaches beyond `offset`, by bisection. */
static unsigned
piece_behind(const Paragraph *paragraph, guint32 offset)
{
  unsigned low = 0, high = paragraph->pieces->len;

  while (low < high) {
    unsigned middle = (low + high) / 2;
    if (g_array_index(paragraph->pieces, Piece, middle).end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The text of a line reaches from behind the break before it to its own; the
 * first of the spaces that its break swallows goes with it. */
static void
collect_segments(Line *line)
{
  const LineChoice *choice = line->choice;
  guint32 start = choice->from >= 0 ? break_at(line, choice->from)->start : 0;
  const Break *last = break_at(line, choice->to);
  guint32 end = last->kind == BREAK_SPACE ? last->end + 1 : last->end;

  for (unsigned i = piece_behind(line->paragraph, start);
       i < line->paragraph->pieces->len; i++) {
    const Piece *piece = &g_array_index(line->paragraph->pieces, Piece, i);

    if (piece->start >= end)
      break;
    if (piece->kind != PIECE_FORCED)
      add_segment(line, piece, MAX(piece->start, start), MIN(piece->end, end));
  }
  add_hyphen(line);
  add_separator(line);
}

/* --- where it stands --- */

/* UAX #9 L2: from the highest level to the lowest odd one, turn every run of
 * that level or higher round. */
static void
visual_order(const Line *line, unsigned *order)
{
  unsigned count = line->segments->len;
  unsigned highest = 0;

  for (unsigned i = 0; i < count; i++) {
    order[i] = i;
    highest =
        MAX(highest, g_array_index(line->segments, Segment, i).piece->level);
  }
  for (unsigned level = highest; level > 0; level--)
    for (unsigned i = 0; i < count; i++) {
      unsigned from = i;

      while (i < count &&
             g_array_index(line->segments, Segment, order[i]).piece->level >=
                 level)
        i++;
      for (unsigned a = from, b = i; b > from && a < --b; a++) {
        unsigned swap = order[a];
        order[a] = order[b];
        order[b] = swap;
      }
    }
}

static double
natural_width(const Line *line)
{
  double width = 0;

  for (unsigned i = 0; i < line->segments->len; i++)
    width += g_array_index(line->segments, Segment, i).width;
  return width;
}

static double
line_start(const Line *line)
{
  const LinePlace *place = line->place;
  double indent = line->choice->from < 0 ? place->measure->indent : 0;
  double room = place->measure->measure - indent - natural_width(line);
  double left =
      place->x - line->choice->hang_left + (line->paragraph->rtl ? 0 : indent);
  StyleAlign align = place->align;

  if (line->paragraph->rtl &&
      (align == STYLE_ALIGN_START || align == STYLE_ALIGN_JUSTIFY))
    return left + room;
  if (line->paragraph->rtl && align == STYLE_ALIGN_END)
    return left;
  if (align == STYLE_ALIGN_CENTER)
    return left + room / 2;
  return align == STYLE_ALIGN_END ? left + room : left;
}

static double
place_segments(Line *line)
{
  g_autofree unsigned *order = g_new(unsigned, line->segments->len + 1);
  double x = line_start(line);

  visual_order(line, order);
  for (unsigned i = 0; i < line->segments->len; i++) {
    Segment *segment = &g_array_index(line->segments, Segment, order[i]);
    segment->x = x;
    x += segment->width;
  }
  return x;
}

/* --- boxes --- */

static bool
can_follow(const Line *line, const Segment *a, const Segment *b)
{
  const Span *x = segment_span(line, a), *y = segment_span(line, b);

  return b->word != NULL && x->node == y->node && x->style == y->style &&
         x->link == y->link &&
         a->piece->analysis->font == b->piece->analysis->font &&
         a->piece->level == b->piece->level && (a->piece->level & 1) == 0;
}

static double
raise_of(const Style *style)
{
  switch (style->raise) {
  case STYLE_RAISE_NONE:
    return 0;
  case STYLE_RAISE_SUPER:
    return -SUPER_HEIGHT * style->font_size;
  case STYLE_RAISE_SUB:
    return SUB_DEPTH * style->font_size;
  }
  g_return_val_if_reached(0);
}

/* One box of segments [first, end). */
static void
make_glyph_box(Line *line, unsigned first, unsigned end)
{
  const Segment *begin = &g_array_index(line->segments, Segment, first);
  Box box = glyph_run_make(line->flow->document, line->paragraph,
                           line->segments, first, end,
                           1 + line->choice->expansion, line->choice->tracking);

  box.y = line->place->baseline + raise_of(segment_span(line, begin)->style);
  if (box.as.glyphs.glyph_count > 0)
    g_array_append_val(line->flow->boxes, box);
}

static void
make_image_box(Line *line, const Segment *segment)
{
  const Span *span = segment_span(line, segment);
  const Piece *piece = segment->piece;
  Box box = { .kind = BOX_IMAGE,
              .leaf = span->node,
              .x = segment->x,
              .y = line->place->baseline - piece->height,
              .width = piece->width,
              .height = piece->height };

  if (span->image->as.image.decorative) {
    box.leaf = -1;
    box.artifact = ARTIFACT_LAYOUT;
  }
  box.as.image = span->image->as.image.resource;
  g_array_append_val(line->flow->boxes, box);
}

static void
make_boxes(Line *line)
{
  unsigned count = line->segments->len;

  for (unsigned i = 0; i < count;) {
    const Segment *segment = &g_array_index(line->segments, Segment, i);
    unsigned end = i + 1;

    if (segment->word == NULL) {
      make_image_box(line, segment);
      i++;
      continue;
    }
    while (
        end < count &&
        can_follow(line, segment, &g_array_index(line->segments, Segment, end)))
      end++;
    make_glyph_box(line, i, end);
    i = end;
  }
}

/* --- links, underlines --- */

/* For a stretch of segments of one span, with its extent. */
typedef void (*StretchFunc)(Line *line, const Span *span, double x0, double x1);

static void
each_span(Line *line, StretchFunc func)
{
  unsigned count = line->segments->len;

  for (unsigned i = 0; i < count;) {
    const Segment *first = &g_array_index(line->segments, Segment, i);
    double x0 = first->x, x1 = first->x + first->width;

    for (i++; i < count; i++) {
      const Segment *next = &g_array_index(line->segments, Segment, i);
      if (next->piece->span != first->piece->span)
        break;
      x0 = MIN(x0, next->x);
      x1 = MAX(x1, next->x + next->width);
    }
    if (x1 > x0)
      func(line, segment_span(line, first), x0, x1);
  }
}

static void
add_link(Line *line, const Span *span, double x0, double x1)
{
  double base = line->place->baseline + raise_of(span->style);
  double size = span->style->font_size;
  FlowLink link = { .target = span->link,
                    .node = span->node,
                    .x0 = x0,
                    .y0 = base - LINK_ASCENT * size,
                    .x1 = x1,
                    .y1 = base + LINK_DESCENT * size };

  if (span->link >= 0)
    g_array_append_val(line->flow->links, link);
}

static void
add_text_line(Line *line, const Span *span, double x0, double x1)
{
  double size = span->style->font_size;
  Box box = { .kind = BOX_RULE,
              .leaf = -1,
              .artifact = ARTIFACT_LAYOUT,
              .x = x0,
              .y = line->place->baseline,
              .width = x1 - x0,
              .height = LINE_THICKNESS * size };

  if (span->style->text_line == STYLE_LINE_NONE)
    return;
  box.y += span->style->text_line == STYLE_LINE_UNDER ? UNDERLINE_DEPTH * size
                                                      : -STRIKE_HEIGHT * size;
  box.as.color = span->style->color;
  g_array_append_val(line->flow->boxes, box);
}

double
line_make(Flow *flow, const Paragraph *paragraph, Shaper *shaper,
          const LineChoice *choice, const LinePlace *place)
{
  g_autoptr(GArray) segments = g_array_new(FALSE, FALSE, sizeof(Segment));
  Line line = { flow, paragraph, shaper, choice, place, segments };
  double end;

  collect_segments(&line);
  end = place_segments(&line);
  make_boxes(&line);
  each_span(&line, add_link);
  each_span(&line, add_text_line);
  return end;
}

double
line_make_whole(Flow *flow, const Paragraph *paragraph, Shaper *shaper,
                const LinePlace *place)
{
  LineChoice choice = { .from = -1,
                        .to = (int)paragraph->breaks->len - 1,
                        .space = 1 };

  return line_make(flow, paragraph, shaper, &choice, place);
}

double
line_image_height(const Paragraph *paragraph, const LineChoice *choice)
{
  guint32 start =
      choice->from >= 0
          ? g_array_index(paragraph->breaks, Break, choice->from).start
          : 0;
  guint32 end = g_array_index(paragraph->breaks, Break, choice->to).end;
  double height = 0;

  for (unsigned i = piece_behind(paragraph, start); i < paragraph->pieces->len;
       i++) {
    const Piece *piece = &g_array_index(paragraph->pieces, Piece, i);
    if (piece->start >= end)
      break;
    if (piece->kind == PIECE_IMAGE)
      height = MAX(height, piece->height);
  }
  return height;
}
