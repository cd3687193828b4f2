/* reader/html_element.c -- the elements we know, and what each becomes. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_element.h"

#include <string.h>

static const HtmlElement elements[] = {
  { "a", HTML_ROLE_LINK, DOC_LINK, NULL },
  { "abbr", HTML_ROLE_WRAP, DOC_SPAN, "abbreviation" },
  { "article", HTML_ROLE_FLOW, DOC_SECTION, NULL },
  { "aside", HTML_ROLE_FLOW, DOC_SECTION, "aside" },
  { "b", HTML_ROLE_WRAP, DOC_STRONG, NULL },
  { "bdi", HTML_ROLE_WRAP, DOC_SPAN, "isolate" },
  { "bdo", HTML_ROLE_WRAP, DOC_SPAN, NULL },
  { "blockquote", HTML_ROLE_QUOTE, DOC_QUOTE, NULL },
  { "br", HTML_ROLE_BREAK, DOC_HARD_BREAK, NULL },
  { "caption", HTML_ROLE_TABLE_CAPTION, DOC_PARAGRAPH, "table-caption" },
  { "cite", HTML_ROLE_WRAP, DOC_EMPHASIS, NULL },
  { "code", HTML_ROLE_CODE, DOC_CODE, NULL },
  { "col", HTML_ROLE_EMPTY, DOC_SPAN, NULL },
  { "colgroup", HTML_ROLE_EMPTY, DOC_SPAN, NULL },
  { "data", HTML_ROLE_WRAP, DOC_SPAN, NULL },
  { "dd", HTML_ROLE_DEFINITION, DOC_DEFINITION, NULL },
  { "del", HTML_ROLE_WRAP, DOC_STRIKE, NULL },
  { "details", HTML_ROLE_FLOW, DOC_SECTION, NULL },
  { "dfn", HTML_ROLE_WRAP, DOC_EMPHASIS, NULL },
  { "div", HTML_ROLE_FLOW, DOC_SECTION, NULL },
  { "dl", HTML_ROLE_TERM_LIST, DOC_TERM_LIST, NULL },
  { "dt", HTML_ROLE_TERM, DOC_TERM, NULL },
  { "em", HTML_ROLE_WRAP, DOC_EMPHASIS, NULL },
  { "figcaption", HTML_ROLE_CAPTION, DOC_CAPTION, NULL },
  { "figure", HTML_ROLE_FIGURE, DOC_FIGURE, NULL },
  { "footer", HTML_ROLE_FLOW, DOC_SECTION, NULL },
  { "h1", HTML_ROLE_HEADING, DOC_HEADING, NULL },
  { "h2", HTML_ROLE_HEADING, DOC_HEADING, NULL },
  { "h3", HTML_ROLE_HEADING, DOC_HEADING, NULL },
  { "h4", HTML_ROLE_HEADING, DOC_HEADING, NULL },
  { "h5", HTML_ROLE_HEADING, DOC_HEADING, NULL },
  { "h6", HTML_ROLE_HEADING, DOC_HEADING, NULL },
  { "header", HTML_ROLE_FLOW, DOC_SECTION, NULL },
  { "hr", HTML_ROLE_RULE, DOC_RULE, NULL },
  { "i", HTML_ROLE_WRAP, DOC_EMPHASIS, NULL },
  { "img", HTML_ROLE_IMAGE, DOC_IMAGE, NULL },
  { "ins", HTML_ROLE_WRAP, DOC_SPAN, "inserted" },
  { "kbd", HTML_ROLE_WRAP, DOC_KEYBOARD, NULL },
  { "li", HTML_ROLE_ITEM, DOC_ITEM, NULL },
  { "main", HTML_ROLE_FLOW, DOC_SECTION, NULL },
  { "mark", HTML_ROLE_WRAP, DOC_SPAN, "mark" },
  { "nav", HTML_ROLE_FLOW, DOC_SECTION, NULL },
  { "ol", HTML_ROLE_LIST, DOC_LIST, NULL },
  { "p", HTML_ROLE_PARAGRAPH, DOC_PARAGRAPH, NULL },
  { "pre", HTML_ROLE_CODE_BLOCK, DOC_CODE_BLOCK, NULL },
  { "q", HTML_ROLE_QUOTED, DOC_SPAN, NULL },
  { "rp", HTML_ROLE_EMPTY, DOC_SPAN, NULL },
  { "rt", HTML_ROLE_RUBY, DOC_SPAN, "ruby" },
  { "ruby", HTML_ROLE_WRAP, DOC_SPAN, NULL },
  { "s", HTML_ROLE_WRAP, DOC_STRIKE, NULL },
  { "samp", HTML_ROLE_CODE, DOC_CODE, NULL },
  { "script", HTML_ROLE_REFUSED, DOC_SPAN, NULL },
  { "section", HTML_ROLE_FLOW, DOC_SECTION, NULL },
  { "small", HTML_ROLE_WRAP, DOC_SPAN, "small" },
  { "span", HTML_ROLE_WRAP, DOC_SPAN, NULL },
  { "strike", HTML_ROLE_WRAP, DOC_STRIKE, NULL },
  { "strong", HTML_ROLE_WRAP, DOC_STRONG, NULL },
  { "style", HTML_ROLE_REFUSED, DOC_SPAN, NULL },
  { "sub", HTML_ROLE_WRAP, DOC_SUBSCRIPT, NULL },
  { "summary", HTML_ROLE_SUMMARY, DOC_PARAGRAPH, "summary" },
  { "sup", HTML_ROLE_WRAP, DOC_SUPERSCRIPT, NULL },
  { "table", HTML_ROLE_TABLE, DOC_TABLE, NULL },
  { "tbody", HTML_ROLE_ROWS, DOC_ROW, NULL },
  { "td", HTML_ROLE_CELL, DOC_CELL, NULL },
  { "tfoot", HTML_ROLE_ROWS, DOC_ROW, NULL },
  { "th", HTML_ROLE_CELL, DOC_CELL, NULL },
  { "thead", HTML_ROLE_ROWS, DOC_ROW, NULL },
  { "time", HTML_ROLE_WRAP, DOC_SPAN, NULL },
  { "title", HTML_ROLE_REFUSED, DOC_SPAN, NULL },
  { "tr", HTML_ROLE_ROW, DOC_ROW, NULL },
  { "tt", HTML_ROLE_CODE, DOC_CODE, NULL },
  { "u", HTML_ROLE_WRAP, DOC_SPAN, "underline" },
  { "ul", HTML_ROLE_LIST, DOC_LIST, NULL },
  { "var", HTML_ROLE_WRAP, DOC_EMPHASIS, NULL },
  { "wbr", HTML_ROLE_EMPTY, DOC_SPAN, NULL },
};

const HtmlElement *
html_element_find(const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS(elements); i++)
    if (strcmp(elements[i].name, name) == 0)
      return &elements[i];
  return NULL;
}

bool
html_element_is_block(const HtmlElement *element)
{
  return element->role >= HTML_FIRST_BLOCK;
}
