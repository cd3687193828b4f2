/*
 * reader/html_node.h -- from libxml2's tree into ours.
 *
 * Only reader/html*.c include this.
 */
#pragma once

#include "reader/html.h"

#include <libxml/HTMLparser.h>

typedef struct {
  ReaderContext *context;
  unsigned line; /* of the source, that the parsed text begins in */
  bool space; /* the paragraph being read ends with white space or is empty */
} HtmlReader;

/* NULL after a DIAG_ERROR.  Free with xmlFreeDoc(). */
xmlDoc *html_node_parse(ReaderContext *context, const char *text, gsize length,
                        DocPos pos);

/* The first element of that name at or below `node`, or NULL. */
xmlNode *html_node_find(xmlNode *node, const char *name);

DocPos html_node_pos(const HtmlReader *html, const xmlNode *node);

/* An attribute's value, or NULL.  (transfer full) */
char *html_node_attribute(const xmlNode *node, const char *name);

/* A number from 1 to 1000, or `otherwise`. */
unsigned html_node_number(const xmlNode *node, const char *name,
                          unsigned otherwise);

/* All text below.  (transfer full) */
char *html_node_text(const xmlNode *node);

/* Sets id, class and language as the element says; reports what is refused:
 * handlers, style. */
void html_node_apply(HtmlReader *html, DocNode *to, const xmlNode *node);

/* The element in our list, or NULL after a message. */
const HtmlElement *html_node_element(HtmlReader *html, const xmlNode *node);

/* `first` and its siblings. */
void html_block_read_all(HtmlReader *html, DocNode *parent, xmlNode *first);
void html_inline_read_all(HtmlReader *html, DocNode *parent, xmlNode *first);

/* The same, for a whole paragraph, cell, heading: without outer spaces. */
void html_inline_read_whole(HtmlReader *html, DocNode *parent, xmlNode *first);

/* True for text and for elements that stand in a line. */
bool html_inline_is(const xmlNode *node);

/* One inline element, for which what lies between comes from elsewhere.
 * Returns where that goes: `parent` itself, or a new node. */
DocNode *html_inline_begin(HtmlReader *html, DocNode *parent,
                           const HtmlElement *element, const xmlNode *node);
void html_inline_end(HtmlReader *html, DocNode *inner,
                     const HtmlElement *element);

void html_table_read(HtmlReader *html, DocNode *parent, xmlNode *table);
