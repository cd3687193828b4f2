/* layout/layout.c -- a book becomes a document: order, labels, settling. */
/* SPDX-License-Identifier: MIT */

#include "layout/layout.h"

#include "base/error.h"
#include "layout/chapter.h"

enum {
  ROUNDS_MAX = 5 /* of settling page numbers */
};

struct LayoutTools {
  Shaper *shaper;
  Hyphenation *hyphenation;
};

typedef struct {
  LayoutContext context;
  LayoutDocument *document;
  GPtrArray *chapters; /* of Chapter */
  unsigned front;      /* how many of them stand before the text */
} Maker;

LayoutTools *
layout_tools_new(const Fonts *fonts)
{
  LayoutTools *tools = g_new0(LayoutTools, 1);

  tools->shaper = shaper_new(fonts);
  tools->hyphenation = hyphenation_new(NULL);
  return tools;
}

void
layout_tools_free(LayoutTools *tools)
{
  if (tools == NULL)
    return;
  shaper_free(tools->shaper);
  hyphenation_free(tools->hyphenation);
  g_free(tools);
}

static void
free_chapter(gpointer data)
{
  chapter_free(data);
}

static Chapter *
chapter_at(const Maker *maker, unsigned index)
{
  return g_ptr_array_index(maker->chapters, index);
}

static void
add_chapter(Maker *maker, ChapterKind kind, int article)
{
  g_ptr_array_add(maker->chapters, chapter_new(kind, article));
}

/* --- papers --- */

static bool
add_paper(Maker *maker, const char *name, GError **error)
{
  const StylePage *rule = style_sheet_page(maker->context.sheet, name);
  LayoutPaper paper = { .name = layout_strdup(maker->document, name) };
  bool rtl = maker->context.rtl;

  if (rule == NULL || rule->width <= 0 || rule->height <= 0) {
    g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
                "the style sheet has no paper \"%s\": add \"@page %s { size: "
                "... }\" to it, or name another paper",
                name, name);
    return false;
  }
  paper.width = rule->width;
  paper.height = rule->height;
  paper.y = rule->margin_top;
  paper.x_recto = rule->margin_inside;
  paper.x_verso = rule->width - rule->margin_inside - rule->block_width;
  if (rtl) {
    double swap = paper.x_recto;
    paper.x_recto = paper.x_verso;
    paper.x_verso = swap;
  }
  if (rule->one_sided)
    paper.x_verso = paper.x_recto;
  g_array_append_val(maker->document->papers, paper);
  return true;
}

static bool
add_papers(Maker *maker, const char *const *names, GError **error)
{
  for (; *names != NULL; names++)
    if (!add_paper(maker, *names, error))
      return false;
  return true;
}

/* --- pages and their labels --- */

static void
add_page(Maker *maker, const char *label, int article)
{
  LayoutPage page = { .label = layout_strdup(maker->document, label),
                      .verso = maker->document->pages->len % 2 == 1,
                      .article = article };

  page.boxes = g_array_new(FALSE, FALSE, sizeof(Box));
  g_array_append_val(maker->document->pages, page);
}

static char *
roman(unsigned number)
{
  static const struct {
    unsigned value;
    const char *digits;
  } table[] = { { 100, "c" }, { 90, "xc" }, { 50, "l" },
                { 40, "xl" }, { 10, "x" },  { 9, "ix" },
                { 5, "v" },   { 4, "iv" },  { 1, "i" } };
  GString *text = g_string_new(NULL);

  for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
    for (; number >= table[i].value; number -= table[i].value)
      g_string_append(text, table[i].digits);
  return g_string_free(text, FALSE);
}

static void
add_numbered_page(Maker *maker, bool front, int article)
{
  unsigned before = 0;
  g_autofree char *label = NULL;

  if (!front && maker->document->labels->len > 0)
    before = (unsigned)g_array_index(maker->document->labels, LayoutLabelRange,
                                     maker->document->labels->len - 1)
                 .page;
  label = front
              ? roman(maker->document->pages->len + 1)
              : g_strdup_printf("%u", maker->document->pages->len - before + 1);
  add_page(maker, label, article);
}

static void
begin_labels(Maker *maker, char style)
{
  LayoutLabelRange range = { (int)maker->document->pages->len, style, 1 };

  g_array_append_val(maker->document->labels, range);
}

/* Contents and text begin on a right-hand page, so that a printed book opens as
 * it should. */
static void
begin_chapter(Maker *maker, unsigned index)
{
  bool front = index < maker->front;
  bool recto = index == maker->front ||
               chapter_at(maker, index)->kind == CHAPTER_CONTENTS;

  if (recto && maker->document->pages->len % 2 == 1)
    add_numbered_page(maker, front || index == maker->front, -1);
  if (index == 0 && maker->front > 0)
    begin_labels(maker, 'r');
  if (index == maker->front)
    begin_labels(maker, 'D');
  chapter_at(maker, index)->first_page = (int)maker->document->pages->len;
}

/* Builds the chapters one after another, each knowing on which side of the
 * spread it begins, and makes their pages.  `again`: only those that say page
 * numbers, or whose side has changed. */
static void
lay_chapters(Maker *maker, bool again)
{
  g_array_set_size(maker->document->pages, 0);
  g_array_set_size(maker->document->labels, 0);
  for (unsigned i = 0; i < maker->chapters->len; i++) {
    Chapter *chapter = chapter_at(maker, i);
    bool verso;

    begin_chapter(maker, i);
    verso = chapter->first_page % 2 == 1;
    if (!again || chapter->refers || chapter->verso != verso)
      chapter_build(chapter, &maker->context, maker->document, verso);
    for (unsigned page = 0; page < chapter_pages(chapter); page++)
      add_numbered_page(maker, i < maker->front, chapter->article);
  }
}

/* --- settling --- */

/* The last chapter with an id that has moved since the round before, or NULL.
 */
static const Chapter *
learn_numbers(Maker *maker, ChapterMoved *moved)
{
  const Chapter *changed = NULL;

  for (unsigned i = 0; i < maker->chapters->len; i++)
    if (chapter_number(chapter_at(maker, i), maker->document,
                       maker->context.page_numbers, moved))
      changed = chapter_at(maker, i);
  return changed;
}

static void
report_unsettled(const Maker *maker, const Chapter *chapter,
                 const ChapterMoved *moved, Diag *diag)
{
  const Book *book = maker->context.book;
  int article = chapter->article;
  DiagPos pos = { article >= 0 ? book_article(book, (unsigned)article)->source
                               : NULL,
                  0, 0 };

  diag_report(diag, DIAG_WARNING, pos, "unsettled",
              "the pages that the text names move what they number: \"%s\" "
              "stands now on page %s and now on page %s, and a text that names "
              "it may be wrong by a page; reword a sentence near it",
              moved->id, moved->before,
              (const char *)g_hash_table_lookup(maker->context.page_numbers,
                                                moved->id));
}

/* Page numbers in the text may move what they number: built again until they
 * stay.  A text that never settles is taken as it is, with a warning. */
static void
settle(Maker *maker)
{
  Diag *diag = maker->context.diag;
  g_autoptr(Diag) silent = diag_new();
  ChapterMoved moved = { NULL, NULL };
  const Chapter *changed;

  lay_chapters(maker, false);
  for (int round = 0; (changed = learn_numbers(maker, &moved)) != NULL;
       round++) {
    if (round == ROUNDS_MAX) {
      report_unsettled(maker, changed, &moved, diag);
      break;
    }
    /* What is wrong was said in the first round. */
    maker->context.diag = silent;
    lay_chapters(maker, true);
  }
  maker->context.diag = diag;
  g_free(moved.before);
}

/* --- all together --- */

static void
compose_all(Maker *maker)
{
  g_autoptr(Composer) composer = composer_new(maker->document);
  const Book *book = maker->context.book;
  int root = layout_node_new(maker->document, -1, ROLE_DOCUMENT);

  (void)root;
  for (unsigned i = 0; i < maker->chapters->len; i++)
    chapter_compose(chapter_at(maker, i), &maker->context, composer);
  composer_finish(composer);
  for (unsigned i = 0; i < maker->chapters->len; i++) {
    const Chapter *chapter = chapter_at(maker, i);
    unsigned part;
    bool titled;

    if (chapter->kind != CHAPTER_ARTICLE)
      continue;
    part = book_article(book, (unsigned)chapter->article)->part;
    titled = book_part(book, part)->title != NULL &&
             maker->context.sheet_paper == NULL;
    if (titled &&
        (i == maker->front ||
         part != book_article(book, (unsigned)chapter_at(maker, i - 1)->article)
                     ->part)) {
      LayoutBookmark mark = { layout_strdup(maker->document,
                                            book_part(book, part)->title),
                              1, chapter->first_page, 0 };
      g_array_append_val(maker->document->bookmarks, mark);
    }
    chapter_bookmarks(chapter, &maker->context, composer, titled ? 2 : 1);
  }
}

static void
name_document(Maker *maker, const BookArticle *article)
{
  const Book *book = maker->context.book;
  LayoutInfo *info = &maker->document->info;

  info->title = article != NULL ? article->meta->title : book->title;
  info->subject = article != NULL ? article->meta->summary : book->subtitle;
  info->author = article != NULL && article->meta->author != NULL
                     ? article->meta->author
                     : book->author;
  info->lang = article != NULL ? article->meta->lang : book->lang;
  info->date = book->released;
}

/* The steps of an emergency stand inside the front cover, behind the title; the
 * imprint then gives its place to them and ends the book. */
static void
choose_chapters(Maker *maker, unsigned article)
{
  const Book *book = maker->context.book;
  bool steps_first = book->articles->len > 1 &&
                     book_article(book, 0)->origin == BOOK_EMERGENCY;

  if (article != LAYOUT_ALL) {
    add_chapter(maker, CHAPTER_ARTICLE, (int)article);
    return;
  }
  add_chapter(maker, CHAPTER_TITLE, -1);
  if (steps_first)
    add_chapter(maker, CHAPTER_ARTICLE, 0);
  else if (!book->bare)
    add_chapter(maker, CHAPTER_IMPRINT, -1);
  add_chapter(maker, CHAPTER_CONTENTS, -1);
  maker->front = maker->chapters->len;
  for (unsigned i = steps_first; i < book->articles->len; i++)
    add_chapter(maker, CHAPTER_ARTICLE, (int)i);
  if (steps_first)
    add_chapter(maker, CHAPTER_IMPRINT, -1);
}

static Maker
maker_new(const Book *book, StyleSheet *sheet, const LayoutTools *tools,
          Diag *diag)
{
  return (Maker){
    .context = { .book = book,
                 .rtl = book->direction == META_RTL,
                 .sheet = sheet,
                 .shaper = tools->shaper,
                 .hyphenation = tools->hyphenation,
                 .diag = diag,
                 .page = style_sheet_page(sheet, NULL),
                 .page_numbers = g_hash_table_new_full(g_str_hash, g_str_equal,
                                                       g_free, g_free) },
    .document = layout_document_new(),
    .chapters = g_ptr_array_new_with_free_func(free_chapter),
  };
}

static void
maker_clear(Maker *maker)
{
  g_ptr_array_unref(maker->chapters);
  g_hash_table_unref(maker->context.page_numbers);
  layout_document_free(maker->document);
}

LayoutDocument *
layout_book(const Book *book, StyleSheet *sheet, LayoutTools *tools,
            const LayoutOptions *options, Diag *diag, GError **error)
{
  Maker maker = maker_new(book, sheet, tools, diag);
  const BookArticle *article = options->article != LAYOUT_ALL
                                   ? book_article(book, options->article)
                                   : NULL;
  LayoutDocument *document = NULL;

  if (article != NULL) {
    maker.context.sheet_paper = style_sheet_page(sheet, options->papers[0]);
    maker.context.sheet_article = article->meta->id;
    maker.context.rtl = article->meta->direction == META_RTL;
  }
  if (add_papers(&maker, options->papers, error)) {
    choose_chapters(&maker, options->article);
    settle(&maker);
    compose_all(&maker);
    name_document(&maker, article);
    document = g_steal_pointer(&maker.document);
  }
  maker_clear(&maker);
  return document;
}

LayoutDocument *
layout_cover(const Book *book, StyleSheet *sheet, LayoutTools *tools,
             Diag *diag, GError **error)
{
  Maker maker = maker_new(book, sheet, tools, diag);
  LayoutDocument *document = NULL;

  if (add_paper(&maker, "cover", error)) {
    add_chapter(&maker, CHAPTER_COVER, -1);
    settle(&maker);
    compose_all(&maker);
    name_document(&maker, NULL);
    document = g_steal_pointer(&maker.document);
  }
  maker_clear(&maker);
  return document;
}
