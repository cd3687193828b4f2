/* layout/stamp.c -- the box for the stamp of the local service. */
/* SPDX-License-Identifier: MIT */

#include "layout/stamp.h"

#include "base/unit.h"
#include "doc/words.h"
#include "layout/line.h"

#define STAMP_HEIGHT (45 * UNIT_PT_PER_MM)

/* Where the text of the last side ends. */
static double
text_end(const ComposeFlow *job, const PageCut *cut)
{
  PageCursor cursor = page_cursor(job->flow, job->measure, cut->first, 0);

  for (guint32 at = cut->first; at < cut->end; at++)
    page_cursor_add(&cursor, at);
  return cursor.y;
}

/* Where its notes begin, with the room above them: they stand at the foot. */
static double
notes_start(const ComposeFlow *job, const PageCut *cut)
{
  return job->measure->height - page_notes_height(job->flow, job->measure,
                                                  cut->note_first,
                                                  cut->note_end);
}

/* What the box is for, on its last line. */
static void
add_label(const LayoutContext *context, LayoutDocument *document,
          const Style *style, const Box *box, GArray *boxes)
{
  g_autoptr(Flow) scratch = flow_new(document);
  const char *lang = context->book->lang;
  g_autoptr(Paragraph) paragraph = paragraph_new(style, lang, false);
  LineMeasure measure = { .measure = box->width };
  LinePlace place = { .x = box->x + style->padding[STYLE_LEFT],
                      .baseline = box->y + box->height -
                                  style->padding[STYLE_BOTTOM] -
                                  style->line_height / 4,
                      .measure = &measure };
  Span span = { .style = style, .node = -1, .link = -1 };

  paragraph_add(paragraph, &span, words_say(WORDS_STAMP, lang), -1);
  paragraph_shape(paragraph, context->shaper, NULL, NULL, NULL);
  line_make_whole(scratch, paragraph, context->shaper, &place);
  for (guint i = 0; i < scratch->boxes->len; i++) {
    Box label = g_array_index(scratch->boxes, Box, i);
    label.leaf = -1;
    label.artifact = ARTIFACT_LAYOUT;
    g_array_append_val(boxes, label);
  }
}

void
stamp_draw(const LayoutContext *context, LayoutDocument *document,
           const ComposeFlow *job)
{
  StyleElement root = { NULL, "book", NULL };
  StyleElement element = { &root, "div", "stamp" };
  const Style *style =
      style_sheet_resolve(context->sheet, &element,
                          style_sheet_resolve(context->sheet, &root, NULL));
  const StyleBorder *border = &style->border[STYLE_TOP];
  int last = job->first_page + (int)job->cuts->len - 1;
  LayoutPage *page = &g_array_index(document->pages, LayoutPage, last);
  const PageCut *cut = &g_array_index(job->cuts, PageCut, job->cuts->len - 1);
  double foot = notes_start(job, cut);
  Box box = { .kind = BOX_DOTS, .leaf = -1, .artifact = ARTIFACT_LAYOUT };

  if (border->kind != STYLE_BORDER_DOTTED ||
      text_end(job, cut) + style->margin[STYLE_TOP] + STAMP_HEIGHT > foot)
    return;
  box.x = context->rtl ? 0 : style->margin[STYLE_LEFT];
  box.width = job->width - style->margin[STYLE_LEFT];
  box.height = STAMP_HEIGHT;
  box.y = foot - box.height;
  box.as.color = border->color;
  g_array_append_val(page->boxes, box);
  add_label(context, document, style, &box, page->boxes);
}
