/*
 * reader/html_element.h -- the elements we know, and what each becomes.
 *
 * An allow-list: what is not in it is reported.  Its text is kept, but for
 * the few elements whose text is no text (script, style).
 */
#pragma once

#include "doc/tree.h"

typedef enum {
  /* Inlines */
  HTML_ROLE_WRAP, /* becomes a node of the element's kind */
  HTML_ROLE_CODE, /* DOC_CODE, a leaf */
  HTML_ROLE_BREAK,
  HTML_ROLE_IMAGE,
  HTML_ROLE_LINK,
  HTML_ROLE_QUOTED,  /* text between quotation marks */
  HTML_ROLE_RUBY,    /* the reading of a word: in parentheses behind it */
  HTML_ROLE_EMPTY,   /* has no text and no meaning on paper */
  HTML_ROLE_REFUSED, /* dropped with its content, and reported */

  /* Blocks */
  HTML_ROLE_FLOW, /* holds blocks; a section if it has id, class or lang */
  HTML_ROLE_QUOTE,
  HTML_ROLE_PARAGRAPH,
  HTML_ROLE_SUMMARY, /* of details: a paragraph in bold */
  HTML_ROLE_HEADING,
  HTML_ROLE_LIST,
  HTML_ROLE_ITEM,
  HTML_ROLE_TERM_LIST,
  HTML_ROLE_TERM,
  HTML_ROLE_DEFINITION,
  HTML_ROLE_CODE_BLOCK,
  HTML_ROLE_FIGURE,
  HTML_ROLE_CAPTION,
  HTML_ROLE_TABLE,
  HTML_ROLE_TABLE_CAPTION,
  HTML_ROLE_ROWS,
  HTML_ROLE_ROW,
  HTML_ROLE_CELL,
  HTML_ROLE_RULE,

  HTML_FIRST_BLOCK = HTML_ROLE_FLOW
} HtmlRole;

typedef struct {
  const char *name;
  HtmlRole role;
  DocKind kind;           /* of HTML_ROLE_WRAP */
  const char *class_name; /* for what has no kind of its own; or NULL */
} HtmlElement;

/* By lower-case name, or NULL. */
const HtmlElement *html_element_find(const char *name);

bool html_element_is_block(const HtmlElement *element);
