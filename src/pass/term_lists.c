/* pass/term_lists.c -- "Term" and ": definition" lines become a list of terms.
 */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

/* True if a line that begins with `node` is ": definition". */
static bool
is_definition(const DocNode *node)
{
  return node != NULL && node->kind == DOC_TEXT && node->as.text[0] == ':' &&
         (node->as.text[1] == ' ' ||
          (node->as.text[1] == '\0' && node->next != NULL));
}

static bool
is_break(const DocNode *node)
{
  return node->kind == DOC_SOFT_BREAK || node->kind == DOC_HARD_BREAK;
}

/* The first line is no definition and the second is. */
static bool
is_term_list(const DocNode *paragraph)
{
  const DocNode *node = paragraph->first;

  if (node == NULL || is_definition(node))
    return false;
  while (node != NULL && !is_break(node))
    node = node->next;
  return node != NULL && is_definition(node->next);
}

static void
add_term(Doc *doc, DocNode *list, DocNode *line)
{
  DocNode *term = doc_node_new(doc, DOC_TERM, line->pos);

  doc_node_move_children(term, line);
  doc_node_append(list, term);
}

static void
add_definition(Doc *doc, DocNode *list, DocNode *line)
{
  DocNode *definition = doc_node_new(doc, DOC_DEFINITION, line->pos);
  DocNode *text = line->first;
  const char *rest = text->as.text + 1;

  rest += strspn(rest, " ");
  if (*rest == '\0')
    doc_node_unlink(text);
  else
    doc_node_set_text(doc, text, rest);
  doc_node_append(definition, line);
  doc_node_append(list, definition);
}

/* A line that is neither goes on with what the last definition says. */
static void
add_continuation(Doc *doc, DocNode *list, DocNode *line)
{
  DocNode *paragraph = list->last->last;

  doc_node_append(paragraph, doc_node_new(doc, DOC_SOFT_BREAK, line->pos));
  doc_node_move_children(paragraph, line);
}

static DocNode *
take_line(Doc *doc, DocNode *paragraph)
{
  DocNode *line = doc_node_new(doc, DOC_PARAGRAPH, paragraph->first->pos);

  pass_rewrite_take_line(paragraph, line);
  return line;
}

static void
convert(Doc *doc, DocNode *paragraph, DocNode *list)
{
  while (paragraph->first != NULL) {
    DocNode *line = take_line(doc, paragraph);

    if (is_definition(line->first))
      add_definition(doc, list, line);
    else if (is_definition(paragraph->first) || list->last == NULL ||
             list->last->kind != DOC_DEFINITION)
      add_term(doc, list, line);
    else
      add_continuation(doc, list, line);
  }
}

/* Terms that only a blank line parts are one list. */
static DocNode *
visit_paragraph(Doc *doc, DocNode *paragraph)
{
  DocNode *list = paragraph->prev;

  if (list == NULL || list->kind != DOC_TERM_LIST) {
    list = doc_node_new(doc, DOC_TERM_LIST, paragraph->pos);
    doc_node_insert_before(paragraph, list);
  }
  convert(doc, paragraph, list);
  doc_node_unlink(paragraph);
  return list;
}

static void
visit(Doc *doc, DocNode *parent)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (doc_kind_is_inline(node->kind))
      return;
    if (node->kind == DOC_PARAGRAPH && is_term_list(node))
      node = visit_paragraph(doc, node);
    else
      visit(doc, node);
  }
}

void
pass_term_lists_run(Doc *doc, const PassContext *context)
{
  (void)context;
  visit(doc, doc_root_mutable(doc));
}
