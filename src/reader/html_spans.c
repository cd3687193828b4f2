/* reader/html_spans.c -- inline tags with Markdown between them. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_node.h"
#include "reader/html_token.h"

#include <string.h>

typedef struct {
  const HtmlElement *element;
  DocNode *inner; /* where what comes next goes */
  DocPos pos;
} Open;

void
html_spans_begin(HtmlSpans *spans, ReaderContext *context, DocNode *parent)
{
  *spans =
      (HtmlSpans){ context, parent, g_array_new(FALSE, FALSE, sizeof(Open)) };
}

DocNode *
html_spans_parent(const HtmlSpans *spans)
{
  if (spans->open->len == 0)
    return spans->base;
  return g_array_index(spans->open, Open, spans->open->len - 1).inner;
}

/* Not HTML that we know: the author's characters, as they stand. */
static void
add_as_text(HtmlSpans *spans, const char *tag, DocPos pos)
{
  g_autofree char *shown =
      g_utf8_substring(tag, 0, MIN(g_utf8_strlen(tag, -1), 60));

  diag_report(spans->context->diag, DIAG_CONTENT,
              reader_context_pos(spans->context, pos), "raw-html",
              "%s has no place here; write &lt; where you mean the sign, or "
              "leave the tag out (it is printed as it stands)",
              shown);
  reader_context_add_text(spans->context, html_spans_parent(spans), tag, pos);
}

static void
close_last(HtmlSpans *spans)
{
  Open last = g_array_index(spans->open, Open, spans->open->len - 1);
  HtmlReader html = { .context = spans->context, .line = last.pos.line };

  g_array_set_size(spans->open, spans->open->len - 1);
  if (last.inner != html_spans_parent(spans))
    html_inline_end(&html, last.inner, last.element);
}

static void
close_unfinished(HtmlSpans *spans)
{
  Open last = g_array_index(spans->open, Open, spans->open->len - 1);

  diag_report(spans->context->diag, DIAG_CONTENT,
              reader_context_pos(spans->context, last.pos), "raw-html",
              "<%s> is not closed; add </%s> in the same paragraph",
              last.element->name, last.element->name);
  close_last(spans);
}

static void
close_element(HtmlSpans *spans, const HtmlElement *element, const char *tag,
              DocPos pos)
{
  unsigned depth = spans->open->len;

  while (depth > 0 &&
         g_array_index(spans->open, Open, depth - 1).element != element)
    depth--;
  if (depth == 0) {
    add_as_text(spans, tag, pos);
    return;
  }
  while (spans->open->len > depth)
    close_unfinished(spans);
  close_last(spans);
}

static void
open_element(HtmlSpans *spans, const HtmlElement *element, const xmlNode *node,
             DocPos pos)
{
  HtmlReader html = { .context = spans->context, .line = pos.line };
  DocNode *inner =
      html_inline_begin(&html, html_spans_parent(spans), element, node);
  Open open = { element, inner, pos };

  inner->pos = inner != html_spans_parent(spans) ? pos : inner->pos;
  g_array_append_val(spans->open, open);
}

/* A tag with nothing between it and its end. */
static void
add_leaf(HtmlSpans *spans, xmlNode *node, DocPos pos)
{
  HtmlReader html = { .context = spans->context, .line = pos.line };
  DocNode *parent = html_spans_parent(spans);
  xmlNode *after = node->next;

  node->next = NULL;
  html_inline_read_all(&html, parent, node);
  node->next = after;
  if (parent->last != NULL)
    parent->last->pos = pos;
}

static bool
is_leaf(const HtmlElement *element)
{
  return element->role == HTML_ROLE_BREAK || element->role == HTML_ROLE_IMAGE;
}

/* Tags that do nothing in a line, with or without an end. */
static bool
is_nothing(const HtmlElement *element)
{
  return element->role == HTML_ROLE_EMPTY;
}

static void
add_start(HtmlSpans *spans, const HtmlElement *element, const char *tag,
          DocPos pos)
{
  xmlDoc *tree = html_node_parse(spans->context, tag, strlen(tag), pos);
  xmlNode *node = NULL;

  if (tree != NULL)
    node = html_node_find(xmlDocGetRootElement(tree), element->name);
  if (node == NULL)
    add_as_text(spans, tag, pos);
  else if (is_leaf(element))
    add_leaf(spans, node, pos);
  else
    open_element(spans, element, node, pos);
  xmlFreeDoc(tree);
}

void
html_spans_add(HtmlSpans *spans, const char *tag, DocPos pos)
{
  HtmlTokenizer tokenizer;
  HtmlToken token;
  const HtmlElement *element;

  html_tokenizer_init(&tokenizer, tag, strlen(tag));
  if (!html_tokenizer_next(&tokenizer, &token))
    return;
  if (token.kind == HTML_TOKEN_COMMENT)
    return;
  element = html_element_find(token.name);
  if (element == NULL || element->role == HTML_ROLE_REFUSED ||
      html_element_is_block(element))
    add_as_text(spans, tag, pos);
  else if (is_nothing(element))
    return;
  else if (token.kind == HTML_TOKEN_END)
    close_element(spans, element, tag, pos);
  else
    add_start(spans, element, tag, pos);
}

void
html_spans_end(HtmlSpans *spans)
{
  while (spans->open->len > 0)
    close_unfinished(spans);
  g_array_unref(spans->open);
  spans->open = NULL;
}
