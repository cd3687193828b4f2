/* pass/rewrite.c -- changes to a tree that more than one pass makes. */
/* SPDX-License-Identifier: MIT */

#include "pass/rewrite.h"

void
pass_rewrite_insert_after(DocNode *sibling, DocNode *node)
{
  if (sibling->next != NULL)
    doc_node_insert_before(sibling->next, node);
  else
    doc_node_append(sibling->parent, node);
}

void
pass_rewrite_prepend(DocNode *parent, DocNode *node)
{
  if (parent->first != NULL)
    doc_node_insert_before(parent->first, node);
  else
    doc_node_append(parent, node);
}

void
pass_rewrite_replace(DocNode *node, DocNode *with)
{
  with->id = node->id;
  with->class_name = node->class_name;
  with->lang = node->lang;
  doc_node_insert_before(node, with);
  doc_node_unlink(node);
}

void
pass_rewrite_unwrap(DocNode *node)
{
  while (node->first != NULL) {
    DocNode *child = node->first;
    doc_node_unlink(child);
    doc_node_insert_before(node, child);
  }
  doc_node_unlink(node);
}

bool
pass_rewrite_take_line(DocNode *from, DocNode *to)
{
  while (from->first != NULL) {
    DocNode *child = from->first;
    doc_node_unlink(child);
    if (child->kind == DOC_SOFT_BREAK || child->kind == DOC_HARD_BREAK)
      return true;
    doc_node_append(to, child);
  }
  return false;
}

void
pass_rewrite_trim_end(Doc *doc, DocNode *node)
{
  DocNode *leaf = node;

  while (leaf->last != NULL)
    leaf = leaf->last;
  if (leaf->kind != DOC_TEXT || !g_str_has_suffix(leaf->as.text, " "))
    return;
  g_autofree char *text = g_strchomp(g_strdup(leaf->as.text));
  if (*text == '\0' && leaf != node)
    doc_node_unlink(leaf);
  else
    doc_node_set_text(doc, leaf, text);
}

DocNode *
pass_rewrite_text(Doc *doc, const char *text)
{
  return doc_node_new_text(doc, DOC_TEXT, text, (DocPos){ 0, 0 });
}
