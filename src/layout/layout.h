/*
 * layout/layout.h -- tree and style in, pages of positioned boxes out.
 *
 * The reader (layout_book): title page, contents, articles, each on a new
 * page; page labels roman in front, arabic in the text.  One layout serves all
 * papers that the style sheet names: they share the text block and differ in
 * margins only.
 *
 * A sheet (options.article) is one article alone on one paper, whose own text
 * block it fills; at its foot stands a box for a stamp where there is room.
 *
 * Method     Inline content is shaped word by word (shape.h) and broken into
 *            lines by total fit (line_break.h); blocks become a flow of slices
 *            (flow.h), which is cut into pages (page_break.h); page numbers in
 *            the text are settled in a bounded number of rounds.
 * Errors     ERROR_REFUSED when the style sheet lacks the page that is asked
 *            for; content errors (no glyph, unbreakable line) go to `diag`.
 */
#pragma once

#include "base/diag.h"
#include "doc/book.h"
#include "doc/page_map.h"
#include "layout/box.h"
#include "style/fonts.h"
#include "style/sheet.h"

#define LAYOUT_ALL ((unsigned)-1)

typedef struct {
  const char *const *papers; /* names, NULL-terminated: "a4", "letter" */
  unsigned article; /* index of the article of a sheet, or LAYOUT_ALL */
} LayoutOptions;

/* Shaped words and hyphenation, shared by all layouts of a run.  Documents must
 * not outlive the tools that made them. */
typedef struct LayoutTools LayoutTools;

/* Borrows `fonts`.  (transfer full) */
LayoutTools *layout_tools_new(const Fonts *fonts);
void layout_tools_free(LayoutTools *tools); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LayoutTools, layout_tools_free)

/* The reader on all papers, or one sheet on its paper.  (transfer full) */
LayoutDocument *layout_book(const Book *book, StyleSheet *sheet,
                            LayoutTools *tools, const LayoutOptions *options,
                            Diag *diag, GError **error);

/* The cover: one page on the paper "cover" of the sheet.  (transfer full) */
LayoutDocument *layout_cover(const Book *book, StyleSheet *sheet,
                             LayoutTools *tools, Diag *diag, GError **error);

/* Which word begins which page.  (transfer full) */
PageMap *layout_page_map(const LayoutDocument *document);

/* Pages, boxes and structure as text: what tests compare. */
void layout_dump(const LayoutDocument *document, GString *out);

/* One line a page: label, first words, number of boxes. */
void layout_dump_pages(const LayoutDocument *document, GString *out);
