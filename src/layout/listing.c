/* layout/listing.c -- code as a block; lines that go on have a sign. */
/* SPDX-License-Identifier: MIT */

#include "layout/listing.h"

#include <string.h>

enum {
  TAB_COLUMNS = 4,
  DIVIDED_LINES = 8, /* a shorter listing is not divided */
  HANG_COLUMNS = 3   /* that a continued line stands further in: the sign's */
};

/* The sign, in shares of the font size. */
#define SIGN_LINE   0.07
#define SIGN_TOP    0.62 /* above the baseline */
#define SIGN_BAR    0.26 /* above the baseline: the middle of its head */
#define SIGN_WIDTH  0.95
#define SIGN_HEAD   0.30 /* long */
#define SIGN_SPREAD 0.40 /* high, where it is highest */
#define SIGN_STEPS  5    /* that the head is drawn in */

typedef struct {
  Builder *builder;
  const DocNode *node;
  double column; /* pt, the width of a space */
} Listing;

static Paragraph *
new_line(const Listing *listing, const Style *style)
{
  const Builder *builder = listing->builder;

  return paragraph_new(style, builder_lang(builder, listing->node),
                       builder->rtl);
}

static double
column_width(const Listing *listing)
{
  Builder *builder = listing->builder;
  g_autoptr(Paragraph) paragraph = new_line(listing, builder->style);
  double narrowest, widest;

  builder_text(builder, paragraph, "0", builder->style, builder->node);
  builder_shape(builder, paragraph);
  paragraph_widths(paragraph, &narrowest, &widest);
  return widest;
}

/* Tabs reach to the next multiple of four columns. */
static char *
expand_tabs(const char *line, gsize length)
{
  GString *out = g_string_new(NULL);
  unsigned column = 0;

  for (const char *at = line; at < line + length; at = g_utf8_next_char(at)) {
    gunichar character = g_utf8_get_char(at);

    do {
      g_string_append_unichar(out, character == '\t' ? ' ' : character);
      column++;
    } while (character == '\t' && column % TAB_COLUMNS != 0);
  }
  return g_string_free(out, FALSE);
}

/* --- the sign --- */

/* A rectangle whose place is told from where the line begins, inwards. */
static void
sign_part(Builder *builder, double start, double inwards, double width,
          double y, double height, guint32 color)
{
  double x = builder->rtl ? start - inwards - width : start + inwards;

  builder_rule(builder, x, y, width, height, color);
}

/* At the line's start `start`, of the line with its baseline at `baseline`. */
static void
draw_sign(Builder *builder, double start, double baseline)
{
  StyleElement element = { builder->element, "marker", NULL };
  const Style *style =
      style_sheet_resolve(builder->context->sheet, &element, builder->style);
  double em = style->font_size, line = SIGN_LINE * em;
  double middle = baseline - SIGN_BAR * em;
  double step = SIGN_HEAD * em / SIGN_STEPS;

  sign_part(builder, start, 0, line, baseline - SIGN_TOP * em,
            (SIGN_TOP - SIGN_BAR) * em + line / 2, style->color);
  sign_part(builder, start, 0, (SIGN_WIDTH - SIGN_HEAD) * em, middle - line / 2,
            line, style->color);
  for (int i = 0; i < SIGN_STEPS; i++) {
    double height = SIGN_SPREAD * em * (SIGN_STEPS - i - 0.5) / SIGN_STEPS;
    sign_part(builder, start, (SIGN_WIDTH - SIGN_HEAD) * em + i * step, step,
              middle - height / 2, height, style->color);
  }
}

/* A sign in front of each of the lines behind the first, among whose boxes it
 * stands. */
static void
add_signs(Builder *builder, const ParagraphSet *set, double start)
{
  GArray *boxes = builder->flow->boxes;
  guint32 first = flow_slice(builder->slices, set->first + 1)->boxes.first;
  g_autofree Box *kept = g_memdup2(&g_array_index(boxes, Box, first),
                                   (boxes->len - first) * sizeof(Box));

  g_array_set_size(boxes, first);
  for (unsigned i = 1; i < set->lines; i++) {
    FlowSlice *slice = flow_slice(builder->slices, set->first + i);
    const Box *own = kept + (slice->boxes.first - first);
    guint32 count = slice->boxes.count;

    slice->boxes.first = boxes->len;
    draw_sign(builder, start, slice->baseline);
    g_array_append_vals(boxes, own, count);
    slice->boxes.count = boxes->len - slice->boxes.first;
  }
}

/* --- lines --- */

/* How far in a line begins; where that is too far for what goes on, less. */
static double
inset_of(const Listing *listing, const char *text)
{
  double most = listing->builder->width / 2 - HANG_COLUMNS * listing->column;

  return CLAMP((double)strspn(text, " ") * listing->column, 0, MAX(most, 0));
}

static void
set_line(const Listing *listing, Paragraph **paragraph, double inset,
         double hang)
{
  Builder *builder = listing->builder;
  double x = builder->x, width = builder->width;
  ParagraphSet set;

  builder->width -= hang;
  if (!builder->rtl)
    builder->x += hang;
  set = builder_set(builder, paragraph);
  builder->x = x;
  builder->width = width;
  if (set.lines > 1)
    add_signs(builder, &set, builder->rtl ? x + width - inset : x + inset);
}

static void
make_line(const Listing *listing, const char *line, gsize length)
{
  Builder *builder = listing->builder;
  g_autofree char *text = expand_tabs(line, length);
  double inset = inset_of(listing, text);
  double hang = inset + HANG_COLUMNS * listing->column;
  g_autoptr(Paragraph) paragraph = new_line(listing, builder->style);
  Span span = { .style = builder->style,
                .node = builder->node,
                .link = -1,
                .code = true,
                .source = listing->node,
                .source_offset = (guint32)(line - listing->node->as.text) };

  paragraph->hang = hang;
  paragraph_add(paragraph, &span, text, -1);
  set_line(listing, &paragraph, inset, hang);
}

/* A short listing stays whole; of a long one so many lines stay together at
 * either end as the style says of paragraphs. */
static void
keep_lines(const Builder *builder, guint32 first)
{
  const Style *style = builder->style;
  guint32 lines = builder->slices->len - first;

  for (guint32 i = 1; i < lines; i++)
    if (lines < DIVIDED_LINES || i < style->orphans ||
        lines - i < style->widows)
      flow_slice(builder->slices, first + i)->before = FLOW_BREAK_FORBIDDEN;
}

/* A listing is a P that holds one Code, so that it counts as a block. */
void
listing_make(Builder *builder, const DocNode *node)
{
  BuilderSaved saved;
  Listing listing = { .builder = builder, .node = node };
  const char *line = node->as.text;
  guint32 first;

  builder_anchor(builder, node->id);
  builder_enter(builder, &saved, "pre", node->class_name, ROLE_P);
  builder->node = flow_node_new(builder->flow, builder->node, ROLE_CODE);
  listing.column = column_width(&listing);
  first = builder->slices->len;
  while (*line != '\0') {
    const char *end = strchrnul(line, '\n');

    /* An empty line is room between two others: none is left of it at the top
     * of a page. */
    if (end == line)
      builder->space += builder->style->line_height;
    else
      make_line(&listing, line, (gsize)(end - line));
    line = *end == '\n' ? end + 1 : end;
  }
  keep_lines(builder, first);
  builder_leave(builder, &saved);
}
