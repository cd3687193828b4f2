/*
 * reader/html.h -- HTML in: a fragment of an article, or a page.
 *
 * Nothing passes through: libxml2 parses, and our tree is built anew from the
 * elements that html_element.h lists.  Other elements and what runs code are
 * reported (raw-html); the text in them is kept.
 *
 * In Markdown, tags come apart.  "<kbd>" and "</kbd>" are two inline nodes
 * with Markdown between them, and an HTML block may hold "<details>" alone,
 * its "</details>" three blocks later.  HtmlFlow and HtmlSpans pair them, each
 * within one parent.
 *
 *     HtmlFlow flow;                        HtmlSpans spans;
 *     html_flow_begin(&flow, …, parent);    html_spans_begin(&spans, …,
 * parent); html_flow_add(&flow, block, …);       html_spans_add(&spans,
 * "<kbd>", …); … append to html_flow_parent(&flow)   … to
 * html_spans_parent(&spans) html_flow_end(&flow); html_spans_end(&spans);
 */
#pragma once

#include "reader/context.h"
#include "reader/html_element.h"

/* Blocks, into `parent`. */
void html_read_fragment(ReaderContext *context, DocNode *parent,
                        const char *text, gsize length, DocPos pos);

/* The body of a page, into the root. */
void html_read_page(ReaderContext *context, const char *text, gsize length);

typedef struct {
  ReaderContext *context;
  DocNode *base;
  GArray *open; /* of what html_flow.c keeps */
} HtmlFlow;

void html_flow_begin(HtmlFlow *flow, ReaderContext *context, DocNode *parent);
void html_flow_add(HtmlFlow *flow, const char *text, DocPos pos);
DocNode *html_flow_parent(const HtmlFlow *flow);
void html_flow_end(HtmlFlow *flow);

typedef struct {
  ReaderContext *context;
  DocNode *base;
  GArray *open; /* of what html_spans.c keeps */
} HtmlSpans;

void html_spans_begin(HtmlSpans *spans, ReaderContext *context,
                      DocNode *parent);
void html_spans_add(HtmlSpans *spans, const char *tag, DocPos pos);
DocNode *html_spans_parent(const HtmlSpans *spans);
void html_spans_end(HtmlSpans *spans);
