/* layout/balance.c -- lines of about the same length. */
/* SPDX-License-Identifier: MIT */

#include "layout/balance.h"

#include "layout/line_break.h"

#define LINES_MAX 4   /* what has more is text */
#define PRECISION 1.0 /* pt */

/* The sizes of pictures are lost when a paragraph is shaped again. */
static bool
is_text(const Paragraph *paragraph)
{
  for (guint i = 0; i < paragraph->spans->len; i++)
    if (g_array_index(paragraph->spans, Span, i).image != NULL)
      return false;
  return !paragraph_is_empty(paragraph);
}

/* How many lines there are in that width; 0: not without leaving it. */
static guint
count_lines(const Paragraph *paragraph, double width)
{
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LineChoice));
  LineMeasure measure = { .measure = width,
                          .indent = paragraph->style->text_indent };

  return line_break(paragraph, &measure, lines) ? lines->len : 0;
}

void
balance_container(Builder *builder, Paragraph *paragraph)
{
  double enough = builder->width, less = 0;
  guint lines;

  if (!paragraph->style->balance ||
      paragraph->style->text_align == STYLE_ALIGN_JUSTIFY ||
      !is_text(paragraph))
    return;
  builder_shape(builder, paragraph);
  lines = count_lines(paragraph, enough);
  if (lines < 2 || lines > LINES_MAX)
    return;
  while (enough - less > PRECISION) {
    double middle = (enough + less) / 2;

    if (count_lines(paragraph, middle) == lines)
      enough = middle;
    else
      less = middle;
  }
  if (builder->rtl)
    builder->x += builder->width - enough;
  builder->width = enough;
}
