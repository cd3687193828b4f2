/*
 * release/input.h -- everything a build reads, read: the book with its trees,
 * the style sheets, the fonts.
 *
 * With --article a book is read and judged as a whole first, with all its
 * messages; of a bare folder only the articles that were asked for are, and
 * without messages those into which they link.  Then they are read once more as
 * a book of their own, in which links to the others become text.
 */
#pragma once

#include "base/path.h"
#include "doc/book.h"
#include "layout/layout.h"
#include "release/console.h"
#include "release/options.h"
#include "style/fonts.h"
#include "style/sheet.h"

typedef struct {
  PathRoot *root;
  Book *book;
  StyleSheet *sheet;   /* book.css; NULL until input_load_styles(), or unused */
  StyleSheet *handout; /* handout.css, the same */
  GBytes *epub_css;    /* epub.css, the same */
  Fonts *fonts;
  LayoutTools *tools;
} Input;

/* The book, its articles read, the passes run; `after` as in pass/pass.h.  An
 * article that could not be read has no tree, and then no pass was run; `diag`
 * says why.  (transfer full) */
Input *input_load(const Options *options, const Console *console, Diag *diag,
                  GError **error);

/* The fonts, and the style sheets of what a build makes; other commands hear
 * what is wrong with any of them. */
bool input_load_styles(Input *input, const Options *options,
                       const Console *console, Diag *diag, GError **error);

void input_free(Input *input); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Input, input_free)

/* False, with an ERROR_REFUSED that counts them, if `diag` has errors. */
bool input_is_accepted(const Diag *diag, GError **error);
