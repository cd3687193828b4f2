/* pass/clone.c -- a text of the registry or a fragment, copied into a tree. */
/* SPDX-License-Identifier: MIT */

#include "pass/clone.h"

typedef struct {
  Doc *doc;
  const DiagPos *origin;
} Clone;

static const char *
string(const Clone *clone, const char *text)
{
  return text != NULL ? doc_string(clone->doc, text) : NULL;
}

/* A text that was read by itself begins in column 1 of its own first line. */
static DocPos
place(const Clone *clone, DocPos pos)
{
  if (clone->origin == NULL || pos.line == 0)
    return (DocPos){ 0, 0 };
  if (pos.line == clone->origin->line && clone->origin->column > 0)
    pos.column += clone->origin->column - 1;
  return pos;
}

static void
copy_link(const Clone *clone, DocNode *copy, const DocNode *node)
{
  copy->as.link = node->as.link;
  copy->as.link.target = string(clone, node->as.link.target);
  copy->as.link.title = string(clone, node->as.link.title);
}

static void
copy_image(const Clone *clone, DocNode *copy, const DocNode *node)
{
  copy->as.image = node->as.image;
  copy->as.image.target = string(clone, node->as.image.target);
  copy->as.image.title = string(clone, node->as.image.title);
}

/* The strings among the kind's own fields; the rest is copied as it is. */
static void
copy_fields(const Clone *clone, DocNode *copy, const DocNode *node)
{
  copy->as = node->as;
  if (doc_kind_has_text(node->kind))
    copy->as.text = string(clone, node->as.text);
  else if (node->kind == DOC_LINK || node->kind == DOC_PAGE_REF)
    copy_link(clone, copy, node);
  else if (node->kind == DOC_IMAGE)
    copy_image(clone, copy, node);
  else if (node->kind == DOC_NOTE)
    copy->as.note.label = string(clone, node->as.note.label);
  else if (node->kind == DOC_NOTE_REF)
    copy->as.note_ref.label = string(clone, node->as.note_ref.label);
}

static void
copy_below(const Clone *clone, DocNode *to, const DocNode *from)
{
  for (const DocNode *node = from->first; node != NULL; node = node->next) {
    DocNode *copy =
        doc_node_new(clone->doc, node->kind, place(clone, node->pos));

    copy_fields(clone, copy, node);
    copy->id = string(clone, node->id);
    copy->class_name = string(clone, node->class_name);
    copy->lang = string(clone, node->lang);
    doc_node_append(to, copy);
    copy_below(clone, copy, node);
  }
}

void
pass_clone_children(Doc *doc, DocNode *to, const DocNode *from,
                    const DiagPos *origin)
{
  Clone clone = { doc, origin };

  copy_below(&clone, to, from);
}
