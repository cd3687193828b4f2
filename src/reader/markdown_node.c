/* reader/markdown_node.c -- where a node of libcmark-gfm stands in its source,
 * and the words in it. */
/* SPDX-License-Identifier: MIT */

#include "reader/markdown.h"

static int
width(cmark_node *node)
{
  return cmark_node_get_end_column(node) - cmark_node_get_start_column(node);
}

/* The text of "<https://e.org>", or NULL.  The parser counts such a link's
 * columns from the paragraph's start, and its text's from the line's. */
static cmark_node *
autolink_text(cmark_node *node)
{
  cmark_node *text = cmark_node_get_type(node) == CMARK_NODE_LINK
                         ? cmark_node_first_child(node)
                         : NULL;

  if (text == NULL || cmark_node_get_type(text) != CMARK_NODE_TEXT ||
      cmark_node_get_start_line(text) != cmark_node_get_start_line(node) ||
      width(node) != width(text) + 2)
    return NULL;
  return text;
}

static int
start_column(cmark_node *node)
{
  cmark_node *text = autolink_text(node);

  return text != NULL ? cmark_node_get_start_column(text) - 1
                      : cmark_node_get_start_column(node);
}

static int
column_behind(cmark_node *node)
{
  cmark_node *text = autolink_text(node);

  return text != NULL ? cmark_node_get_end_column(text) + 2
                      : cmark_node_get_end_column(node) + 1;
}

DocPos
markdown_pos(const Markdown *markdown, cmark_node *node, const DocNode *parent)
{
  unsigned offset = markdown->context.input->first_line - 1;
  cmark_node *before = cmark_node_previous(node);
  int line = cmark_node_get_start_line(node);
  int column = start_column(node);

  if (line <= 0 && before != NULL && cmark_node_get_end_line(before) > 0) {
    line = cmark_node_get_end_line(before);
    column = column_behind(before);
  }
  if (line <= 0)
    return parent->pos;
  return (DocPos){ (unsigned)line + offset, (unsigned)MAX(column, 1) };
}

char *
markdown_text(cmark_node *node)
{
  GString *text = g_string_new(NULL);
  cmark_iter *iter = cmark_iter_new(node);

  while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
    cmark_node *at = cmark_iter_get_node(iter);
    cmark_node_type type = cmark_node_get_type(at);

    if (cmark_iter_get_event_type(iter) != CMARK_EVENT_ENTER)
      continue;
    bool begins = text->len > 0 && type < CMARK_NODE_TYPE_INLINE &&
                  text->str[text->len - 1] != ' ';
    if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
      continue;
    if (cmark_node_get_literal(at) != NULL)
      g_string_append(text, cmark_node_get_literal(at));
    else if (begins || type == CMARK_NODE_SOFTBREAK ||
             type == CMARK_NODE_LINEBREAK)
      g_string_append_c(text, ' ');
  }
  cmark_iter_free(iter);
  return g_string_free(text, FALSE);
}

const char *
markdown_line(const Markdown *markdown, cmark_node *node, gsize *length)
{
  int line = cmark_node_get_start_line(node);
  gsize start;

  if (line <= 0 || (guint)line >= markdown->lines->len)
    return NULL;
  start = g_array_index(markdown->lines, gsize, line - 1);
  *length = g_array_index(markdown->lines, gsize, line) - start;
  return markdown->context.input->text + start;
}
