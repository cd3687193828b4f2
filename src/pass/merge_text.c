/* pass/merge_text.c -- joins neighbouring text nodes, so that shaping and
 * escaping see whole runs. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"
#include "pass/pass.h"

static bool
is_text(const DocNode *node)
{
  return node != NULL && node->kind == DOC_TEXT;
}

static void
merge_run(Doc *doc, DocNode *node)
{
  g_autoptr(GString) text = g_string_new(node->as.text);

  while (is_text(node->next)) {
    g_string_append(text, node->next->as.text);
    if (node->pos.line == 0)
      node->pos = node->next->pos;
    doc_node_unlink(node->next);
  }
  doc_node_set_text(doc, node, text->str);
}

static void
merge_children(Doc *doc, DocNode *parent)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (is_text(node) && is_text(node->next))
      merge_run(doc, node);
    merge_children(doc, node);
  }
}

void
pass_merge_text_run(Doc *doc, const PassContext *context)
{
  (void)context;
  merge_children(doc, doc_root_mutable(doc));
}
