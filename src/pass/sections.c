/* pass/sections.c -- nests each heading with all that it governs. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"
#include "pass/pass.h"

/* A section of an HTML element (a div with a class) has no heading first. */
static bool
is_governed(const DocNode *section)
{
  return section->first != NULL && section->first->kind == DOC_HEADING;
}

static unsigned
level_of(const DocNode *section)
{
  return section->first->as.level;
}

/* The section that `heading` ends up beside, or NULL at the top. */
static DocNode *
close_sections(DocNode *open, const DocNode *top, const DocNode *heading)
{
  while (open != top && level_of(open) >= heading->as.level)
    open = open->parent;
  return open;
}

static void
nest(Doc *doc, DocNode *parent)
{
  DocNode *open = parent;
  DocNode *next;

  for (DocNode *node = parent->first; node != NULL; node = next) {
    next = node->next;
    if (node->kind == DOC_SECTION && !is_governed(node))
      nest(doc, node);
    if (node->kind == DOC_NOTE || (node->kind == DOC_SECTION && open == parent))
      continue;
    if (node->kind == DOC_HEADING) {
      DocNode *section = doc_node_new(doc, DOC_SECTION, node->pos);
      open = close_sections(open, parent, node);
      if (open == parent)
        doc_node_insert_before(node, section);
      else
        doc_node_append(open, section);
      open = section;
    }
    if (open == parent)
      continue;
    doc_node_unlink(node);
    doc_node_append(open, node);
  }
}

void
pass_sections_run(Doc *doc, const PassContext *context)
{
  (void)context;
  nest(doc, doc_root_mutable(doc));
}
