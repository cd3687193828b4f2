/*
 * epub/epub.h -- a book in, an EPUB 3.3 file out.
 *
 * One XHTML file per article, `<article-id>.xhtml` (split at headings into
 * `-2`, `-3`, ... where it would pass 250 KB), nav.xhtml, toc.ncx, cover.xhtml,
 * title.xhtml, style.css, the pictures, package.opf.  Entries are in the order
 * of the reading, mimetype first; each has the DOS time of 1980-01-01.
 * Same book, same bytes.
 *
 * Errors     ERROR_BUG: what was made is not well-formed; ERROR_LIMIT.
 */
#pragma once

#include "base/diag.h"
#include "doc/book.h"
#include "doc/page_map.h"
#include "style/fonts.h"

typedef struct {
  GBytes *css;             /* style.css, checked by style/ */
  GBytes *cover;           /* PNG or NULL */
  const Fonts *fonts;      /* that a book may ask to embed; or NULL */
  const PageMap *pages;    /* or NULL: no page list */
  const char *page_source; /* names the print edition, with `pages` */
} EpubOptions;

/* (transfer full) */
GBytes *epub_write(const Book *book, const EpubOptions *options, Diag *diag,
                   GError **error);

/* The entries as text, in order: "== name (stored|deflated, N bytes)", then
 * XML and CSS entries canonical, one element a line; for golden tests and
 * dump.  (transfer full) */
char *epub_dump(GBytes *epub, GError **error);
