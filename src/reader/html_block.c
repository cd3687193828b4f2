/* reader/html_block.c -- HTML that stands in blocks. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_node.h"

#include <string.h>

static DocNode *
add(HtmlReader *html, DocNode *parent, DocKind kind, const xmlNode *node)
{
  DocNode *made = reader_context_add(html->context, parent, kind,
                                     html_node_pos(html, node));

  html_node_apply(html, made, node);
  return made;
}

static void
drop_if_empty(DocNode *node)
{
  if (node->first == NULL && node->id == NULL)
    doc_node_unlink(node);
}

/* A block that holds inlines. */
static DocNode *
read_line(HtmlReader *html, DocNode *parent, DocKind kind, xmlNode *node)
{
  DocNode *made = add(html, parent, kind, node);

  html_inline_read_whole(html, made, node->children);
  drop_if_empty(made);
  return made;
}

static void
read_holder(HtmlReader *html, DocNode *parent, DocKind kind, xmlNode *node)
{
  DocNode *made = add(html, parent, kind, node);

  html_block_read_all(html, made, node->children);
  drop_if_empty(made);
}

/* A summary is read by all, for on paper nothing folds. */
static void
read_summary(HtmlReader *html, DocNode *parent, xmlNode *node)
{
  DocNode *paragraph = add(html, parent, DOC_PARAGRAPH, node);
  DocNode *strong =
      reader_context_add(html->context, paragraph, DOC_STRONG, paragraph->pos);

  doc_node_add_class(html->context->doc, paragraph, "summary");
  html_inline_read_whole(html, strong, node->children);
  if (strong->first == NULL)
    doc_node_unlink(paragraph);
}

static void
read_heading(HtmlReader *html, DocNode *parent, xmlNode *node)
{
  DocNode *heading = read_line(html, parent, DOC_HEADING, node);

  heading->as.level = (unsigned)(node->name[1] - '0');
}

static void
read_code_block(HtmlReader *html, DocNode *parent, xmlNode *node)
{
  DocPos pos = html_node_pos(html, node);
  g_autofree char *raw = html_node_text(node);
  g_autofree char *text = NULL;
  DocNode *made;

  if (g_str_has_suffix(raw, "\n"))
    raw[strlen(raw) - 1] = '\0';
  /* HTML 5, 13.1.2.5: a line end right behind <pre> does not count. */
  text = reader_context_clean(html->context, raw[0] == '\n' ? raw + 1 : raw,
                              true, pos);
  made = doc_node_new_text(html->context->doc, DOC_CODE_BLOCK, text, pos);
  html_node_apply(html, made, node);
  doc_node_append(parent, made);
}

/* HTML has no tight lists; those without paragraphs are. */
static bool
is_tight(xmlNode *list)
{
  for (xmlNode *item = list->children; item != NULL; item = item->next)
    for (xmlNode *node = item->children;
         item->type == XML_ELEMENT_NODE && node != NULL; node = node->next)
      if (node->type == XML_ELEMENT_NODE &&
          strcmp((const char *)node->name, "p") == 0)
        return false;
  return true;
}

static bool
is_blank(const xmlNode *node)
{
  const char *text = (const char *)node->content;

  if (node->type == XML_ELEMENT_NODE)
    return false;
  return node->type != XML_TEXT_NODE ||
         strspn(text, " \t\r\n\f") == strlen(text);
}

/* Whatever stands between items or terms goes into one of its own. */
static void
read_stray(HtmlReader *html, DocNode *list, DocKind kind, xmlNode *node)
{
  DocNode *holder =
      reader_context_add(html->context, list, kind, html_node_pos(html, node));
  xmlNode *after = node->next;

  node->next = NULL; /* for this reading, it stands alone */
  html_block_read_all(html, holder, node);
  node->next = after;
  drop_if_empty(holder);
}

static void
read_list(HtmlReader *html, DocNode *parent, xmlNode *node)
{
  DocNode *list = add(html, parent, DOC_LIST, node);

  list->as.list.ordered = strcmp((const char *)node->name, "ol") == 0;
  list->as.list.start = html_node_number(node, "start", 1);
  list->as.list.tight = is_tight(node);
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (is_blank(child))
      continue;
    if (child->type == XML_ELEMENT_NODE &&
        strcmp((const char *)child->name, "li") == 0)
      html_block_read_all(html, add(html, list, DOC_ITEM, child),
                          child->children);
    else
      read_stray(html, list, DOC_ITEM, child);
  }
  drop_if_empty(list);
}

static bool
is_term(const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE &&
         (strcmp((const char *)node->name, "dd") == 0 ||
          strcmp((const char *)node->name, "dt") == 0);
}

/* libxml2 lets a <dd> or <dt> without an end tag hold the ones behind it:
 * they are taken out again. */
static void
free_terms(xmlNode *holder)
{
  xmlNode *child = holder->children;
  xmlNode *after = holder;

  while (child != NULL && !is_term(child))
    child = child->next;
  while (child != NULL) {
    xmlNode *next = child->next;
    xmlUnlinkNode(child);
    after = xmlAddNextSibling(after, child);
    child = next;
  }
}

static void
read_terms(HtmlReader *html, DocNode *list, xmlNode *first)
{
  for (xmlNode *node = first; node != NULL; node = node->next) {
    const char *name = (const char *)node->name;

    if (is_blank(node))
      continue;
    if (is_term(node))
      free_terms(node);
    if (node->type == XML_ELEMENT_NODE && strcmp(name, "dt") == 0) {
      html_inline_read_whole(html, add(html, list, DOC_TERM, node),
                             node->children);
    } else if (node->type == XML_ELEMENT_NODE && strcmp(name, "div") == 0) {
      read_terms(html, list, node->children);
    } else if (node->type == XML_ELEMENT_NODE && strcmp(name, "dd") == 0) {
      html_block_read_all(html, add(html, list, DOC_DEFINITION, node),
                          node->children);
    } else {
      read_stray(html, list, DOC_DEFINITION, node);
    }
  }
}

static void
read_term_list(HtmlReader *html, DocNode *parent, xmlNode *node)
{
  DocNode *list = add(html, parent, DOC_TERM_LIST, node);

  read_terms(html, list, node->children);
  drop_if_empty(list);
}

static void
read_flow(HtmlReader *html, DocNode *parent, xmlNode *node,
          const HtmlElement *element)
{
  DocNode *made = add(html, parent, DOC_SECTION, node);

  if (element->class_name != NULL)
    doc_node_add_class(html->context->doc, made, element->class_name);
  html_block_read_all(html, made, node->children);
  if (made->id != NULL || made->class_name != NULL || made->lang != NULL) {
    drop_if_empty(made);
    return;
  }
  doc_node_unlink(made); /* it said nothing: its blocks stand for themselves */
  doc_node_move_children(parent, made);
}

static void
read_caption(HtmlReader *html, DocNode *parent, xmlNode *node)
{
  read_line(html, parent,
            parent->kind == DOC_FIGURE ? DOC_CAPTION : DOC_PARAGRAPH, node);
}

static void
read_block(HtmlReader *html, DocNode *parent, xmlNode *node, HtmlRole role,
           const HtmlElement *element)
{
  switch (role) {
  case HTML_ROLE_FLOW:
    read_flow(html, parent, node, element);
    return;
  case HTML_ROLE_QUOTE:
    read_holder(html, parent, DOC_QUOTE, node);
    return;
  case HTML_ROLE_PARAGRAPH:
    read_line(html, parent, DOC_PARAGRAPH, node);
    return;
  case HTML_ROLE_SUMMARY:
    read_summary(html, parent, node);
    return;
  case HTML_ROLE_HEADING:
    read_heading(html, parent, node);
    return;
  case HTML_ROLE_LIST:
    read_list(html, parent, node);
    return;
  case HTML_ROLE_TERM_LIST:
    read_term_list(html, parent, node);
    return;
  case HTML_ROLE_CODE_BLOCK:
    read_code_block(html, parent, node);
    return;
  case HTML_ROLE_FIGURE:
    read_holder(html, parent, DOC_FIGURE, node);
    return;
  case HTML_ROLE_CAPTION:
    read_caption(html, parent, node);
    return;
  case HTML_ROLE_TABLE:
    html_table_read(html, parent, node);
    return;
  case HTML_ROLE_RULE:
    add(html, parent, DOC_RULE, node);
    return;
  case HTML_ROLE_WRAP:
  case HTML_ROLE_CODE:
  case HTML_ROLE_BREAK:
  case HTML_ROLE_IMAGE:
  case HTML_ROLE_LINK:
  case HTML_ROLE_QUOTED:
  case HTML_ROLE_RUBY:
  case HTML_ROLE_EMPTY:
  case HTML_ROLE_REFUSED:
    return;            /* html_guard_report_dropped() has said it */
  case HTML_ROLE_ITEM: /* these outside their parents: what is in them */
  case HTML_ROLE_TERM:
  case HTML_ROLE_DEFINITION:
  case HTML_ROLE_TABLE_CAPTION:
  case HTML_ROLE_ROWS:
  case HTML_ROLE_ROW:
  case HTML_ROLE_CELL:
    html_block_read_all(html, parent, node->children);
    return;
  }
}

/* Too deep for more blocks: the words alone. */
static void
read_as_text(HtmlReader *html, DocNode *parent, const xmlNode *node)
{
  g_autofree char *text = html_node_text(node);
  DocNode *paragraph = reader_context_add(html->context, parent, DOC_PARAGRAPH,
                                          html_node_pos(html, node));

  reader_context_add_text(html->context, paragraph, g_strstrip(text),
                          paragraph->pos);
  drop_if_empty(paragraph);
}

static void
read_element(HtmlReader *html, DocNode *parent, xmlNode *node)
{
  const HtmlElement *element;

  if (reader_context_is_full(html->context, parent,
                             html_node_pos(html, node))) {
    read_as_text(html, parent, node);
    return;
  }
  element = html_node_element(html, node);
  if (element == NULL)
    html_block_read_all(html, parent, node->children);
  else
    read_block(html, parent, node, element->role, element);
}

/* The run of inline nodes that begins at `first` becomes a paragraph; returns
 * what follows it. */
static xmlNode *
read_run(HtmlReader *html, DocNode *parent, xmlNode *first)
{
  xmlNode *node = first;
  xmlNode *end = first;
  xmlNode *after;
  DocNode *paragraph = reader_context_add(html->context, parent, DOC_PARAGRAPH,
                                          html_node_pos(html, first));

  for (; node != NULL && html_inline_is(node); node = node->next)
    end = node;
  after = end->next;
  end->next = NULL; /* for this reading, the run is all there is */
  html_inline_read_whole(html, paragraph, first);
  end->next = after;
  drop_if_empty(paragraph);
  return after;
}

void
html_block_read_all(HtmlReader *html, DocNode *parent, xmlNode *first)
{
  xmlNode *node = first;

  while (node != NULL) {
    if (is_blank(node)) {
      node = node->next;
    } else if (html_inline_is(node)) {
      node = read_run(html, parent, node);
    } else {
      read_element(html, parent, node);
      node = node->next;
    }
  }
}
