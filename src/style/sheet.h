/*
 * style/sheet.h -- a style sheet in our subset of CSS, parsed and checked.
 *
 * The subset is documented for authors in styles/README.md: type, class and
 * descendant selectors ("callout.warning p"), selector lists, @page rules with
 * names and margin boxes, the properties of style/style.h, lengths in pt, mm,
 * in, em, rem and %.  No @import, no url(), no !important, no inheritance
 * keywords.  An unknown property, value or selector is an error with its line.
 *
 * Two sheets are read with the same parser: book.css and handout.css style the
 * printed pages, epub.css is shipped in the EPUB after it was checked
 * (STYLE_SHEET_EPUB allows element names of XHTML and more properties, listed
 * in property.inc).
 */
#pragma once

#include "base/diag.h"
#include "style/style.h"

#include <glib.h>

typedef struct StyleSheet StyleSheet;

typedef enum {
  STYLE_SHEET_PRINT,
  STYLE_SHEET_EPUB
} StyleSheetKind;

/* Reports what is wrong to `diag`; always returns a sheet of what is right.
 * (transfer full) */
StyleSheet *style_sheet_read(const char *name, StyleSheetKind kind,
                             GBytes *bytes, Diag *diag);
void style_sheet_free(StyleSheet *sheet); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(StyleSheet, style_sheet_free)

/* An element as selectors see it; `parent` leads up to the root. */
typedef struct StyleElement StyleElement;
struct StyleElement {
  const StyleElement *parent;
  const char *name;    /* "p", "h2", "callout", "li": see styles/README.md */
  const char *classes; /* words separated by spaces, or NULL */
};

/* The computed style of `element`, whose parent's is `parent` (NULL at the
 * root).  Declarations apply by specificity (classes, then names), then by
 * order.  Interned: equal styles are one pointer, owned by the sheet. */
const Style *style_sheet_resolve(StyleSheet *sheet, const StyleElement *element,
                                 const Style *parent);

/* The text block and the papers, from @page rules.  Absent: NULL. */
const StylePage *style_sheet_page(const StyleSheet *sheet, const char *name);
