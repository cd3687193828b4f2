/* layout/front.c -- title page, imprint, contents, an article's opening. */
/* SPDX-License-Identifier: MIT */

#include "layout/front.h"

#include "doc/status.h"
#include "doc/words.h"
#include "layout/line.h"

#include <string.h>

#define LEADER_GAP 3.0 /* pt, before and behind the dots */

Builder
front_builder(const LayoutContext *context, Flow *flow,
              const StyleElement *root)
{
  return (Builder){
    .context = context,
    .flow = flow,
    .slices = flow->slices,
    .lang = context->book->lang,
    .rtl = context->book->direction == META_RTL,
    .element = root,
    .style = style_sheet_resolve(context->sheet, root, NULL),
    .node = -1,
    .width = context->page->block_width,
  };
}

static void
append_labelled(GString *line, const char *label, const char *value)
{
  g_autofree char *both = NULL;

  if (value == NULL)
    return;
  both = g_strdup_printf("%s %s", label, value);
  status_append(line, both);
}

static void
append_date(GString *line, Words label, const char *date, const char *lang)
{
  g_autofree char *said = words_dated(label, date, lang);

  status_append(line, said);
}

/* In the foot of a page, short. */
static void
append_review(GString *line, const Book *book, const Meta *meta)
{
  const char *lang = book->lang;

  if (book->bare)
    return;
  if (meta->review.by != NULL)
    append_labelled(line, words_say(WORDS_REVIEWED, lang), meta->review.by);
  else
    status_append(line, words_say(WORDS_NOT_REVIEWED, lang));
  if (book->draft)
    status_append(line, words_say(WORDS_DRAFT, lang));
}

char *
front_edition_line(const Book *book, const BookArticle *article)
{
  const Meta *meta = article != NULL ? article->meta : NULL;
  g_autofree char *edition = meta == NULL ? status_edition(book) : NULL;
  GString *line = g_string_new(NULL);

  status_append(line, book->title);
  status_append(line, edition);
  if (meta == NULL)
    return g_string_free(line, FALSE);
  append_labelled(line, words_say(WORDS_EDITION, book->lang), book->edition);
  append_date(line, WORDS_UPDATED, meta->updated, book->lang);
  if (meta->status.overdue)
    status_append(line, words_say(WORDS_OVERDUE, book->lang));
  else
    append_date(line, WORDS_REVIEW_BY, meta->review_by, book->lang);
  append_review(line, book, meta);
  return g_string_free(line, FALSE);
}

/* --- title page and imprint --- */

static void
title_bar(Builder *builder)
{
  BuilderSaved saved;
  const StyleBorder *border;
  double width;

  builder_enter(builder, &saved, "div", "bar", ROLE_COUNT);
  border = &builder->style->border[STYLE_TOP];
  builder_slice(builder, builder->style->line_height);
  width =
      builder->style->width > 0 ? builder->style->width : builder->width / 6;
  builder_rule(builder,
               builder->rtl ? builder->x + builder->width - width : builder->x,
               0, width, border->width, border->color);
  builder_close(builder);
  saved.framed = false;
  builder_leave(builder, &saved);
}

void
front_title_page(Builder *builder, const char *element)
{
  const Book *book = builder->context->book;
  g_autofree char *edition = status_edition(book);
  BuilderSaved saved;

  builder_enter(builder, &saved, element, NULL, ROLE_SECT);
  title_bar(builder);
  builder_own(builder, "p", "title", ROLE_P, book->title);
  if (book->subtitle != NULL)
    builder_own(builder, "p", "subtitle", ROLE_P, book->subtitle);
  if (book->author != NULL)
    builder_own(builder, "p", "author", ROLE_P, book->author);
  if (edition != NULL)
    builder_own(builder, "p", "status", ROLE_P, edition);
  builder_leave(builder, &saved);
}

/* All that the book rests on; each article lists its own as well. */
static void
imprint_sources(Builder *builder)
{
  const Registry *registry = builder->context->book->registry;
  bool begun = false;

  for (unsigned i = 0; i < registry->sources->len; i++) {
    const Source *source = registry_source(registry, i);

    if (!source->cited || source->citation == NULL)
      continue;
    if (!begun)
      builder_own(builder, "p", "imprint-head", ROLE_P,
                  words_say(WORDS_SOURCES, builder->context->book->lang));
    begun = true;
    builder_own(builder, "p", "source", ROLE_P, source->citation);
  }
}

void
front_imprint(Builder *builder)
{
  const Book *book = builder->context->book;
  const char *lang = book->lang;
  g_autofree char *report =
      g_strdup_printf("%s %s.", words_say(WORDS_REPORT_ERRORS, lang),
                      book->report_errors_to != NULL
                          ? book->report_errors_to
                          : words_say(WORDS_NO_REPORT_ADDRESS, lang));
  g_autofree char *edition = front_edition_line(book, NULL);
  BuilderSaved saved;

  builder_enter(builder, &saved, "title-page",
                book->registry->sources->len > 0 ? "sources" : "imprint",
                ROLE_SECT);
  builder_own(builder, "p", "imprint", ROLE_P, edition);
  if (book->publisher != NULL)
    builder_own(builder, "p", "imprint", ROLE_P, book->publisher);
  if (book->licence != NULL) {
    g_autofree char *licence = g_strdup_printf(
        "%s %s.", words_say(WORDS_LICENCE, lang), book->licence);
    builder_own(builder, "p", "imprint", ROLE_P, licence);
  }
  if (book->replaces != NULL) {
    g_autofree char *replaces = g_strdup_printf(
        "%s %s.", words_say(WORDS_REPLACES, lang), book->replaces);
    builder_own(builder, "p", "imprint", ROLE_P, replaces);
  }
  builder_own(builder, "p", "imprint", ROLE_P, report);
  imprint_sources(builder);
  builder_leave(builder, &saved);
}

/* --- contents --- */

/* A line of the layout's own at a given place of the newest slice. */
static double
place_text(Builder *builder, const Style *style, const char *text, int node,
           double x, double measure, StyleAlign align, double baseline)
{
  g_autoptr(Paragraph) paragraph =
      paragraph_new(style, builder->lang, builder->rtl);
  LineMeasure room = { .measure = measure };
  LinePlace place = { x, baseline, &room, align };
  double narrowest, widest;

  builder_text(builder, paragraph, text, style, node);
  builder_shape(builder, paragraph);
  paragraph_widths(paragraph, &narrowest, &widest);
  line_make_whole(builder->flow, paragraph, builder->context->shaper, &place);
  return widest;
}

/* The one dot of `box` at `count` places, `step` apart. */
static void
repeat_dot(Flow *flow, Box *box, unsigned count, double step)
{
  const BoxGlyph dot = box->as.glyphs.glyphs[0];
  BoxGlyph *glyphs = layout_alloc(flow->document, count * sizeof *glyphs);
  BoxCluster *clusters = layout_alloc(flow->document, count * sizeof *clusters);
  char *text = layout_alloc(flow->document, count + 1);

  for (unsigned i = 0; i < count; i++) {
    glyphs[i] = (BoxGlyph){ dot.glyph, (float)(i * step), 0 };
    clusters[i] = (BoxCluster){ 1, 1 };
  }
  memset(text, '.', count);
  text[count] = '\0';
  box->as.glyphs.glyphs = glyphs;
  box->as.glyphs.clusters = clusters;
  box->as.glyphs.text = text;
  box->as.glyphs.glyph_count = box->as.glyphs.cluster_count = count;
  box->as.glyphs.text_length = count;
  box->width = count * step;
}

/* Dots between the end of the title and the number, on a grid of their own so
 * that they stand under each other. */
static void
place_leader(Builder *builder, const Style *style, double from, double to,
             double baseline)
{
  double step = style->font_size * 0.5;
  int first = (int)((from + LEADER_GAP) / step) + 1;
  int last = (int)((to - LEADER_GAP) / step);
  StyleElement element = { builder->element, "span", "leader" };
  const Style *dotted =
      style_sheet_resolve(builder->context->sheet, &element, style);
  guint before = builder->flow->boxes->len;
  Box *box;

  if (style->leader == NULL || last <= first)
    return;
  place_text(builder, dotted, ".", -1, first * step, step, STYLE_ALIGN_START,
             baseline);
  if (builder->flow->boxes->len != before + 1)
    return;
  box = &g_array_index(builder->flow->boxes, Box, before);
  box->leaf = -1;
  box->artifact = ARTIFACT_LAYOUT;
  repeat_dot(builder->flow, box, (unsigned)(last - first), step);
}

/* The title keeps off the number, which stands at the line's end. */
static ParagraphSet
contents_title(Builder *builder, const BookArticle *article)
{
  g_autoptr(Paragraph) paragraph =
      paragraph_new(builder->style, article->meta->lang, builder->rtl);
  double x = builder->x, room = builder->width;
  double off = 3 * builder->style->font_size;
  ParagraphSet set;

  builder_text(builder, paragraph, article->meta->title, builder->style,
               builder->node);
  builder->width -= off;
  if (builder->rtl)
    builder->x += off;
  set = builder_set(builder, &paragraph);
  builder->x = x;
  builder->width = room;
  return set;
}

/* Where the newest line begins at its left. */
static double
line_left(const Builder *builder)
{
  const FlowSlice *slice =
      flow_slice(builder->slices, builder->slices->len - 1);
  double left = builder->x + builder->width;

  for (guint i = slice->boxes.first; i < builder->flow->boxes->len; i++)
    left = MIN(left, g_array_index(builder->flow->boxes, Box, i).x);
  return left;
}

static bool
has_steps(const DocNode *node)
{
  if (node->kind == DOC_LIST && doc_node_has_class(node, "steps"))
    return true;
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    if (has_steps(child))
      return true;
  return false;
}

/* A book that opens with the steps has them first, and to be found first. */
static const char *
entry_classes(const Book *book, const BookArticle *article)
{
  bool first = article == book_article(book, 0);

  return first && has_steps(doc_root(article->doc)) ? "entry emergency"
                                                    : "entry";
}

/* Title, dots, number, all in one link. */
static void
contents_entry(Builder *builder, const BookArticle *article)
{
  BuilderSaved saved;
  const char *id = article->meta->id;
  /* The dots are furniture: for those who listen a space keeps them apart. */
  g_autofree char *spaced =
      g_strconcat(" ", builder_page_number(builder, id), NULL);
  ParagraphSet set;
  FlowSlice *slice;
  FlowLink link;
  double width, end, left;

  builder_enter(builder, &saved, "p",
                entry_classes(builder->context->book, article), ROLE_TOCI);
  builder->node = flow_node_new(builder->flow, builder->node, ROLE_REFERENCE);
  builder->node = flow_node_new(builder->flow, builder->node, ROLE_LINK);
  set = contents_title(builder, article);
  left = line_left(builder);
  slice = flow_slice(builder->slices, builder->slices->len - 1);
  width = place_text(builder, builder->style, spaced, builder->node, builder->x,
                     builder->width, STYLE_ALIGN_END, slice->baseline);
  end = builder->x + builder->width - width;
  if (builder->rtl)
    place_leader(builder, builder->style, builder->x + width, left,
                 slice->baseline);
  else
    place_leader(builder, builder->style, set.last_end, end, slice->baseline);
  link = (FlowLink){ .target = flow_target_new(builder->flow, NULL, id,
                                               article->meta->title),
                     .node = builder->node,
                     .x0 = builder->x,
                     .y0 = 0,
                     .x1 = builder->x + builder->width,
                     .y1 = builder->style->line_height };
  g_array_append_val(builder->flow->links, link);
  builder_close(builder);
  builder_leave(builder, &saved);
}

/* A part without a title stands as clear of the one before as others do. */
static void
begin_part(Builder *builder, const char *title, bool first)
{
  StyleElement element = { builder->element, "p", "part" };

  if (title != NULL)
    builder_own(builder, "p", "part", ROLE_P, title);
  else if (!first)
    builder_space(builder, style_sheet_resolve(builder->context->sheet,
                                               &element, builder->style)
                               ->margin[STYLE_TOP]);
}

void
front_contents(Builder *builder)
{
  const Book *book = builder->context->book;
  BuilderSaved saved;
  unsigned part = G_MAXUINT;
  int outer;

  builder_enter(builder, &saved, "contents", NULL, ROLE_SECT);
  builder_own(builder, "h1", NULL, ROLE_H1,
              words_say(WORDS_CONTENTS, book->lang));
  outer = builder->node;
  for (unsigned i = 0; i < book->articles->len; i++) {
    const BookArticle *article = book_article(book, i);

    if (article->part != part) {
      builder->node = outer;
      begin_part(builder, book_part(book, article->part)->title, i == 0);
      builder->node = flow_node_new(builder->flow, outer, ROLE_TOC);
    }
    part = article->part;
    contents_entry(builder, article);
  }
  builder->node = outer;
  builder_leave(builder, &saved);
}

/* --- an article --- */

static void
article_dates(Builder *builder, const Meta *meta)
{
  g_autofree char *dates = status_dates(meta);
  g_autofree char *trust = status_trust(meta, builder->context->book);
  g_autofree char *names = status_names(meta);
  g_autoptr(GString) line = g_string_new(NULL);

  status_append(line, dates);
  status_append(line, trust);
  if (line->len > 0)
    builder_own(builder, "p", "dates", ROLE_P, line->str);
  if (names != NULL)
    builder_own(builder, "p", "dates", ROLE_P, names);
}

static const char *
kind_class(MetaKind kind)
{
  switch (kind) {
  case META_ARTICLE:
    return "article";
  case META_TOPIC:
    return "topic";
  case META_FORM:
    return "form";
  }
  g_return_val_if_reached(NULL);
}

/* A sheet says its dates in its foot, and here what makes it less sure. */
static void
sheet_status(Builder *builder, const Meta *meta)
{
  g_autofree char *doubts = status_doubts(meta);

  if (doubts != NULL)
    builder_own(builder, "p", "status", ROLE_P, doubts);
}

/* No sheet is without the steps: in few words where it has them not. */
static void
emergency_panel(Builder *builder, const BookArticle *article)
{
  const Doc *brief = builder->context->book->registry->emergency.brief;

  if (brief != NULL && !has_steps(doc_root(article->doc)))
    builder_blocks(builder, doc_root(brief));
}

void
front_article(Builder *builder, const BookArticle *article)
{
  const Meta *meta = article->meta;
  const BookPart *part = book_part(builder->context->book, article->part);
  bool sheet = builder->context->sheet_paper != NULL;
  BuilderSaved saved;

  builder->source = article->source;
  builder->lang = meta->lang;
  builder->rtl = meta->direction == META_RTL;
  builder_anchor(builder, meta->id);
  builder_enter(builder, &saved, "article", kind_class(meta->kind), ROLE_SECT);
  if (sheet && part->title != NULL)
    builder_own(builder, "p", "topic", ROLE_P, part->title);
  builder_own(builder, "h1", NULL, ROLE_H1, meta->title);
  if (meta->summary != NULL)
    builder_own(builder, "p", "summary", ROLE_P, meta->summary);
  if (sheet)
    sheet_status(builder, meta);
  else if (article->origin != BOOK_INDEX)
    article_dates(builder, meta);
  if (sheet)
    emergency_panel(builder, article);
  builder->first = true;
  builder_blocks(builder, doc_root(article->doc));
  builder_leave(builder, &saved);
}
