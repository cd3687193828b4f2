/* reader/html_inline.c -- HTML that stands in a line. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_node.h"

#include <string.h>

static void read_one(HtmlReader *html, DocNode *parent, xmlNode *node);

/* Runs of white space are one space, none at the start of a paragraph. */
static void
add_text(HtmlReader *html, DocNode *parent, const char *text, DocPos pos)
{
  g_autoptr(GString) out = g_string_new(NULL);

  for (; *text != '\0'; text++) {
    bool space = g_ascii_isspace(*text);
    if (!space)
      g_string_append_c(out, *text);
    else if (!html->space)
      g_string_append_c(out, ' ');
    html->space = space;
  }
  reader_context_add_text(html->context, parent, out->str, pos);
}

/* The leaf at the very end of `node`. */
static DocNode *
last_leaf(DocNode *node)
{
  while (node->last != NULL)
    node = node->last;
  return node;
}

static void
trim_end(Doc *doc, DocNode *block)
{
  DocNode *leaf = last_leaf(block);

  while (leaf != block && leaf->kind == DOC_HARD_BREAK) {
    doc_node_unlink(leaf);
    leaf = last_leaf(block);
  }
  if (leaf->kind == DOC_TEXT && g_str_has_suffix(leaf->as.text, " ")) {
    g_autofree char *text = g_strchomp(g_strdup(leaf->as.text));
    if (*text == '\0')
      doc_node_unlink(leaf);
    else
      doc_node_set_text(doc, leaf, text);
  }
}

static bool
has_block(const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL;
       child = child->next)
    if (!html_inline_is(child))
      return true;
  return false;
}

bool
html_inline_is(const xmlNode *node)
{
  const HtmlElement *element;

  if (node->type != XML_ELEMENT_NODE)
    return true;
  element = html_element_find((const char *)node->name);
  if (element == NULL)
    return !has_block(node);
  return !html_element_is_block(element);
}

static void
add_image(HtmlReader *html, DocNode *parent, const xmlNode *node)
{
  ReaderContext *context = html->context;
  DocPos pos = html_node_pos(html, node);
  g_autofree char *source = html_node_attribute(node, "src");
  g_autofree char *alt = html_node_attribute(node, "alt");
  g_autofree char *title = html_node_attribute(node, "title");
  DocNode *image;

  if (source == NULL) {
    diag_report(context->diag, DIAG_CONTENT, reader_context_pos(context, pos),
                "raw-html", "<img> without src; name the picture's file");
    return;
  }
  image = reader_context_add(context, parent, DOC_IMAGE, pos);
  doc_node_set_link(context->doc, image, source, title);
  html_node_apply(html, image, node);
  /* HTML says "decorative" by an empty alternative text. */
  image->as.image.decorative = alt != NULL && *g_strstrip(alt) == '\0';
  reader_context_add_text(context, image, alt, pos);
  html->space = false;
}

static DocNode *
add_link(HtmlReader *html, DocNode *parent, const xmlNode *node)
{
  g_autofree char *target = html_node_attribute(node, "href");
  g_autofree char *title = html_node_attribute(node, "title");
  DocPos pos = html_node_pos(html, node);
  DocNode *link;

  if (target == NULL)
    return reader_context_add(html->context, parent, DOC_SPAN, pos);
  link = reader_context_add(html->context, parent, DOC_LINK, pos);
  doc_node_set_link(html->context->doc, link, target, title);
  return link;
}

static DocNode *
add_wrapper(HtmlReader *html, DocNode *parent, const HtmlElement *element,
            const xmlNode *node)
{
  DocNode *inner = reader_context_add(html->context, parent, element->kind,
                                      html_node_pos(html, node));

  if (element->class_name != NULL)
    doc_node_add_class(html->context->doc, inner, element->class_name);
  return inner;
}

/* A reading in parentheses of its own ("<rp>(</rp>") needs none of ours. */
static bool
has_parenthesis(const DocNode *parent)
{
  return parent->last != NULL && parent->last->kind == DOC_TEXT &&
         g_str_has_suffix(parent->last->as.text, "(");
}

static DocNode *
add_marked(HtmlReader *html, DocNode *parent, const HtmlElement *element,
           const xmlNode *node, const char *mark)
{
  DocNode *inner = add_wrapper(html, parent, element, node);

  reader_context_add_text(html->context, inner, mark, inner->pos);
  html->space = false;
  return inner;
}

DocNode *
html_inline_begin(HtmlReader *html, DocNode *parent, const HtmlElement *element,
                  const xmlNode *node)
{
  DocNode *inner = parent;

  if (reader_context_is_full(html->context, parent, html_node_pos(html, node)))
    return parent;
  if (element->role == HTML_ROLE_WRAP)
    inner = add_wrapper(html, parent, element, node);
  else if (element->role == HTML_ROLE_LINK)
    inner = add_link(html, parent, node);
  else if (element->role == HTML_ROLE_QUOTED)
    inner = add_marked(html, parent, element, node, "\"");
  else if (element->role == HTML_ROLE_RUBY)
    inner = has_parenthesis(parent)
                ? add_wrapper(html, parent, element, node)
                : add_marked(html, parent, element, node, "(");
  else if (element->role == HTML_ROLE_CODE)
    inner = reader_context_add(html->context, parent, DOC_SPAN,
                               html_node_pos(html, node));
  if (inner != parent)
    html_node_apply(html, inner, node);
  return inner;
}

/* Code is a leaf; where there is more in it than text it stays a span. */
static void
finish_code(ReaderContext *context, DocNode *span)
{
  g_autofree char *text = doc_node_plain_text(span);
  DocNode *code;

  for (const DocNode *child = span->first; child != NULL; child = child->next)
    if (child->first != NULL || child->kind == DOC_NOTE_REF) {
      doc_node_add_class(context->doc, span, "code");
      return;
    }
  code = doc_node_new_text(context->doc, DOC_CODE, text, span->pos);
  code->id = span->id;
  code->class_name = span->class_name;
  code->lang = span->lang;
  doc_node_insert_before(span, code);
  doc_node_unlink(span);
}

static bool
begins_with_parenthesis(const DocNode *ruby)
{
  return ruby->first != NULL && ruby->first->kind == DOC_TEXT &&
         g_str_has_prefix(ruby->first->as.text, "(");
}

void
html_inline_end(HtmlReader *html, DocNode *inner, const HtmlElement *element)
{
  if (element->role == HTML_ROLE_QUOTED)
    reader_context_add_text(html->context, inner, "\"", inner->pos);
  else if (element->role == HTML_ROLE_RUBY && begins_with_parenthesis(inner))
    reader_context_add_text(html->context, inner, ")", inner->pos);
  else if (element->role == HTML_ROLE_CODE)
    finish_code(html->context, inner);
}

static void
add_break(HtmlReader *html, DocNode *parent, DocPos pos)
{
  reader_context_add(html->context, parent, DOC_HARD_BREAK, pos);
  html->space = true;
}

/* A block where only a line fits (a list in a table's cell): on a line of its
 * own. */
static void
read_block_inline(HtmlReader *html, DocNode *parent, xmlNode *node)
{
  DocPos pos = html_node_pos(html, node);

  if (parent->last != NULL && parent->last->kind != DOC_HARD_BREAK)
    add_break(html, parent, pos);
  html_inline_read_all(html, parent, node->children);
  if (node->next != NULL && parent->last != NULL &&
      parent->last->kind != DOC_HARD_BREAK)
    add_break(html, parent, pos);
}

static void
read_element(HtmlReader *html, DocNode *parent, xmlNode *node,
             const HtmlElement *element)
{
  DocNode *inner;

  if (element->role == HTML_ROLE_REFUSED || element->role == HTML_ROLE_EMPTY)
    return;
  if (element->role == HTML_ROLE_BREAK) {
    add_break(html, parent, html_node_pos(html, node));
    return;
  }
  if (element->role == HTML_ROLE_IMAGE) {
    add_image(html, parent, node);
    return;
  }
  if (html_element_is_block(element)) {
    read_block_inline(html, parent, node);
    return;
  }
  inner = html_inline_begin(html, parent, element, node);
  html_inline_read_all(html, inner, node->children);
  if (inner != parent)
    html_inline_end(html, inner, element);
}

static void
read_one(HtmlReader *html, DocNode *parent, xmlNode *node)
{
  const HtmlElement *element;

  if (node->type == XML_TEXT_NODE) {
    add_text(html, parent, (const char *)node->content,
             html_node_pos(html, node));
    return;
  }
  if (node->type != XML_ELEMENT_NODE)
    return;
  element = html_node_element(html, node);
  if (element == NULL)
    html_inline_read_all(html, parent, node->children);
  else
    read_element(html, parent, node, element);
}

void
html_inline_read_all(HtmlReader *html, DocNode *parent, xmlNode *first)
{
  for (xmlNode *node = first; node != NULL; node = node->next)
    read_one(html, parent, node);
}

void
html_inline_read_whole(HtmlReader *html, DocNode *parent, xmlNode *first)
{
  html->space = true;
  html_inline_read_all(html, parent, first);
  trim_end(html->context->doc, parent);
}
