/* layout/chapter.c -- a flow with its pages. */
/* SPDX-License-Identifier: MIT */

#include "layout/chapter.h"

#include "doc/words.h"
#include "layout/furniture.h"
#include "layout/stamp.h"

#include <string.h>

Chapter *
chapter_new(ChapterKind kind, int article)
{
  Chapter *chapter = g_new0(Chapter, 1);

  chapter->kind = kind;
  chapter->article = article;
  return chapter;
}

static void
clear(Chapter *chapter)
{
  flow_free(chapter->flow);
  if (chapter->cuts != NULL)
    g_array_unref(chapter->cuts);
  chapter->flow = NULL;
  chapter->cuts = NULL;
}

void
chapter_free(Chapter *chapter)
{
  if (chapter == NULL)
    return;
  clear(chapter);
  g_free(chapter);
}

/* --- building --- */

static const char *
first_page_name(ChapterKind kind)
{
  switch (kind) {
  case CHAPTER_TITLE:
  case CHAPTER_IMPRINT:
    return "title";
  case CHAPTER_CONTENTS:
    return "contents";
  case CHAPTER_ARTICLE:
    return "first";
  case CHAPTER_COVER:
    return "cover";
  }
  g_return_val_if_reached("text");
}

/* Named page rules fall back on the one without a name. */
static const StylePage *
page_rule(const LayoutContext *context, const char *name)
{
  const StylePage *rule = style_sheet_page(context->sheet, name);

  return rule != NULL ? rule : context->page;
}

/* A sheet fills the text block of its paper, which may differ from another's.
 */
static const StylePage *
block_rule(const LayoutContext *context, const StylePage *rule)
{
  return context->sheet_paper != NULL ? context->sheet_paper : rule;
}

static const StylePage *
rule_of_page(const Chapter *chapter, const LayoutContext *context, unsigned at)
{
  if (at > 0 && chapter->kind == CHAPTER_ARTICLE)
    return page_rule(context, "text");
  return page_rule(context, first_page_name(chapter->kind));
}

static const Style *
notes_style(const LayoutContext *context)
{
  StyleElement book = { NULL, "book", NULL };
  StyleElement notes = { &book, "notes", NULL };

  return style_sheet_resolve(context->sheet, &notes,
                             style_sheet_resolve(context->sheet, &book, NULL));
}

/* The gap above the notes is the style of "notes". */
static void
measure_notes(Chapter *chapter, const LayoutContext *context)
{
  const Style *style = notes_style(context);

  chapter->measure.note_gap = style->margin[STYLE_TOP] +
                              style->padding[STYLE_TOP] +
                              style->border[STYLE_TOP].width;
}

static double
note_rule_width(const LayoutContext *context)
{
  const Style *style = notes_style(context);

  return style->border[STYLE_TOP].kind == STYLE_BORDER_NONE ? 0 : style->width;
}

static void
fill(Chapter *chapter, const LayoutContext *context, Builder *builder)
{
  switch (chapter->kind) {
  case CHAPTER_TITLE:
    front_title_page(builder, "title-page");
    return;
  case CHAPTER_COVER:
    front_title_page(builder, "cover");
    return;
  case CHAPTER_IMPRINT:
    front_imprint(builder);
    return;
  case CHAPTER_CONTENTS:
    front_contents(builder);
    return;
  case CHAPTER_ARTICLE:
    front_article(builder,
                  book_article(context->book, (unsigned)chapter->article));
    return;
  }
  g_return_if_reached();
}

static bool
has_page_ref(const DocNode *node)
{
  if (node->kind == DOC_PAGE_REF)
    return true;
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    if (has_page_ref(child))
      return true;
  return false;
}

static bool
says_page_numbers(const Chapter *chapter, const LayoutContext *context)
{
  if (chapter->kind == CHAPTER_CONTENTS)
    return true;
  return chapter->kind == CHAPTER_ARTICLE &&
         has_page_ref(doc_root(
             book_article(context->book, (unsigned)chapter->article)->doc));
}

void
chapter_build(Chapter *chapter, const LayoutContext *context,
              LayoutDocument *document, bool verso)
{
  StyleElement root = { NULL, "book", NULL };
  const StylePage *rule = rule_of_page(chapter, context, 0);
  const StylePage *block = block_rule(context, rule);
  Builder builder;

  clear(chapter);
  chapter->flow = flow_new(document);
  chapter->refers = says_page_numbers(chapter, context);
  chapter->measure = (PageMeasure){ .height = block->block_height,
                                    .sink = rule->sink,
                                    .grid = rule->grid };
  measure_notes(chapter, context);
  builder = front_builder(context, chapter->flow, &root);
  builder.width = block->block_width;
  chapter->measure.line = builder.style->line_height;
  fill(chapter, context, &builder);
  chapter->verso = verso;
  chapter->cuts = page_break(chapter->flow, &chapter->measure, verso);
  set_take_variants(context, chapter->flow);
}

unsigned
chapter_pages(const Chapter *chapter)
{
  return chapter->cuts->len;
}

/* --- running heads --- */

static const char *
section_of_page(const Chapter *chapter, unsigned at)
{
  const PageCut *cut = &g_array_index(chapter->cuts, PageCut, at);
  const GArray *headings = chapter->flow->headings;
  const char *title = NULL;

  for (guint i = 0; i < headings->len; i++) {
    const FlowHeading *heading = &g_array_index(headings, FlowHeading, i);
    if (heading->slice >= cut->end)
      break;
    title = heading->title;
  }
  return title;
}

/* A page that is overdue for review says so on each page.  (transfer full) */
static char *
running_title(const Chapter *chapter, const Book *book)
{
  const Meta *meta;

  if (chapter->kind != CHAPTER_ARTICLE)
    return NULL;
  meta = book_article(book, (unsigned)chapter->article)->meta;
  if (!meta->status.overdue)
    return g_strdup(meta->title);
  return g_strdup_printf("%s \u00b7 %s", words_say(WORDS_OVERDUE, meta->lang),
                         meta->title);
}

static void
draw_furniture(const Chapter *chapter, const LayoutContext *context,
               LayoutDocument *document, unsigned at, const char *edition)
{
  LayoutPage *page = &g_array_index(document->pages, LayoutPage,
                                    chapter->first_page + (int)at);
  const PageCut *cut = &g_array_index(chapter->cuts, PageCut, at);
  const Book *book = context->book;
  g_autofree char *title = running_title(chapter, book);
  FurnitureText text = { .book = book->title,
                         .folio = page->label,
                         .edition = edition,
                         .section = section_of_page(chapter, at) };

  g_autofree char *number = NULL;

  if (cut->first == cut->end && cut->note_first == cut->note_end)
    return; /* blank */
  if (chapter->kind == CHAPTER_ARTICLE) {
    text.title = title;
    text.article = (unsigned)chapter->article;
    text.articles = book->articles->len;
    text.number = number = g_strdup_printf("%d", chapter->article + 1);
  }
  if (chapter->kind == CHAPTER_CONTENTS)
    text.title = words_say(WORDS_CONTENTS, book->lang);
  if (text.section == NULL)
    text.section = text.title;
  furniture_draw(context, document, rule_of_page(chapter, context, at),
                 chapter->measure.height, &text, page->verso, page->boxes);
}

void
chapter_compose(const Chapter *chapter, const LayoutContext *context,
                Composer *composer)
{
  LayoutDocument *document = composer->document;
  const BookArticle *article =
      chapter->article >= 0
          ? book_article(context->book, (unsigned)chapter->article)
          : NULL;
  g_autofree char *edition = front_edition_line(context->book, article);
  ComposeFlow job = {
    .flow = chapter->flow,
    .cuts = chapter->cuts,
    .measure = &chapter->measure,
    .first_page = chapter->first_page,
    .article = chapter->article,
    .width =
        block_rule(context, rule_of_page(chapter, context, 0))->block_width,
    .note_rule = note_rule_width(context)
  };

  job.root = article != NULL ? doc_root(article->doc) : NULL;
  job.rtl = (article != NULL ? article->meta->direction
                             : context->book->direction) == META_RTL;
  compose_flow(composer, &job);
  for (unsigned at = 0; at < chapter->cuts->len; at++)
    draw_furniture(chapter, context, document, at, edition);
  if (context->sheet_paper != NULL)
    stamp_draw(context, document, &job);
}

/* --- numbers and outline --- */

static unsigned
page_of_slice(const Chapter *chapter, guint32 slice)
{
  for (unsigned i = 0; i < chapter->cuts->len; i++)
    if (slice < g_array_index(chapter->cuts, PageCut, i).end)
      return i;
  return chapter->cuts->len - 1;
}

bool
chapter_number(const Chapter *chapter, const LayoutDocument *document,
               GHashTable *numbers, ChapterMoved *moved)
{
  bool changed = false;

  for (guint i = 0; i < chapter->flow->anchors->len; i++) {
    const FlowAnchor *anchor =
        &g_array_index(chapter->flow->anchors, FlowAnchor, i);
    int page = chapter->first_page + (int)page_of_slice(chapter, anchor->slice);
    const char *label = g_array_index(document->pages, LayoutPage, page).label;
    const char *known = g_hash_table_lookup(numbers, anchor->id);

    if (known != NULL && strcmp(known, label) == 0)
      continue;
    g_free(moved->before);
    *moved = (ChapterMoved){ anchor->id, g_strdup(known) };
    g_hash_table_insert(numbers, g_strdup(anchor->id), g_strdup(label));
    changed = true;
  }
  return changed;
}

static void
add_bookmark(LayoutDocument *document, const char *title, int level,
             const ComposePlace *place)
{
  int last = document->bookmarks->len > 0
                 ? g_array_index(document->bookmarks, LayoutBookmark,
                                 document->bookmarks->len - 1)
                       .level
                 : 0;
  LayoutBookmark bookmark = { layout_strdup(document, title),
                              MIN(level, last + 1), place->page, place->y };

  g_array_append_val(document->bookmarks, bookmark);
}

void
chapter_bookmarks(const Chapter *chapter, const LayoutContext *context,
                  const Composer *composer, int level)
{
  LayoutDocument *document = composer->document;
  const BookArticle *article =
      book_article(context->book, (unsigned)chapter->article);
  const ComposePlace *place =
      g_hash_table_lookup(composer->places, article->meta->id);
  ComposePlace start = { chapter->first_page, 0 };

  add_bookmark(document, article->meta->title, level,
               place != NULL ? place : &start);
  for (guint i = 0; i < chapter->flow->headings->len; i++) {
    const FlowHeading *heading =
        &g_array_index(chapter->flow->headings, FlowHeading, i);
    ComposePlace at = {
      chapter->first_page + (int)page_of_slice(chapter, heading->slice), 0
    };

    for (guint a = 0; a < chapter->flow->anchors->len; a++) {
      const FlowAnchor *anchor =
          &g_array_index(chapter->flow->anchors, FlowAnchor, a);
      const ComposePlace *known =
          anchor->slice == heading->slice
              ? g_hash_table_lookup(composer->places, anchor->id)
              : NULL;
      if (known != NULL)
        at = *known;
    }
    add_bookmark(document, heading->title, level + (int)heading->level - 1,
                 &at);
  }
}
