/*
 * doc/kind.h -- the kinds of nodes that a document tree has, their names, and
 * which may hold which.
 *
 * To add one: a line here, a row in kind.c, and a case wherever the compiler
 * then asks for it (no switch over kinds has a default).
 */
#pragma once

#include <stdbool.h>

/* Blocks first, inlines last: doc_kind_is_inline() and the table in kind.c
 * count on it. */
typedef enum {
  DOC_DOCUMENT, /* the root: one article */
  DOC_SECTION,  /* a heading and all it governs; made by pass/sections.c */
  DOC_HEADING,
  DOC_PARAGRAPH,
  DOC_QUOTE,
  DOC_CALLOUT, /* an alert; its label is in its text after pass/callouts.c */
  DOC_LIST,
  DOC_ITEM,
  DOC_TERM_LIST,  /* a definition list: terms and definitions */
  DOC_TERM,       /* holds inlines */
  DOC_DEFINITION, /* holds blocks */
  DOC_CODE_BLOCK, /* leaf: as.text */
  DOC_FIGURE,     /* a paragraph with an image and, optionally, a caption */
  DOC_CAPTION,
  DOC_TABLE,
  DOC_ROW,
  DOC_CELL,
  DOC_NOTE, /* the body of a footnote; after pass/notes.c last in its article,
             * in the order of the first references */
  DOC_RULE, /* leaf: a thematic break */

  DOC_TEXT,       /* leaf: as.text, valid UTF-8 without control characters */
  DOC_SOFT_BREAK, /* leaf: a line end of the source, printed as a space */
  DOC_HARD_BREAK, /* leaf: a line end the author asked for */
  DOC_CODE,       /* leaf: as.text */
  DOC_EMPHASIS,
  DOC_STRONG,
  DOC_STRIKE,
  DOC_SUPERSCRIPT,
  DOC_SUBSCRIPT,
  DOC_KEYBOARD,
  DOC_SPAN, /* no meaning of its own: carries class or lang */
  DOC_LINK,
  DOC_IMAGE,    /* its children are the alternative text */
  DOC_NOTE_REF, /* leaf: as.note_ref */
  DOC_PAGE_REF, /* as.link; print says "page N", its children are what an
                 * output without pages says */

  DOC_KIND_COUNT,
  DOC_FIRST_INLINE = DOC_TEXT
} DocKind;

typedef enum {
  DOC_CALLOUT_NOTE,
  DOC_CALLOUT_TIP,
  DOC_CALLOUT_IMPORTANT,
  DOC_CALLOUT_WARNING,
  DOC_CALLOUT_CAUTION
} DocCallout;

const char *doc_kind_name(DocKind kind); /* "paragraph"; static */
bool doc_kind_is_inline(DocKind kind);
bool doc_kind_has_text(DocKind kind); /* as.text is set */
bool doc_kind_accepts(DocKind parent, DocKind child);
const char *doc_callout_name(DocCallout callout); /* "warning"; static */
