/* pass/figures.c -- a picture alone in its paragraph becomes a figure. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "pass/rewrite.h"

static bool
is_decorative(const DocNode *image)
{
  return image->as.image.decorative ||
         (image->as.image.title != NULL &&
          g_ascii_strcasecmp(image->as.image.title, "decorative") == 0);
}

/* The line of emphasis in the picture's own paragraph, or NULL. */
static DocNode *
inner_line(const DocNode *image)
{
  DocNode *second = image->next;

  if (second == NULL || second->next == NULL || second->next->next != NULL ||
      (second->kind != DOC_SOFT_BREAK && second->kind != DOC_HARD_BREAK) ||
      second->next->kind != DOC_EMPHASIS)
    return NULL;
  return second->next;
}

static bool
is_figure(const DocNode *paragraph)
{
  const DocNode *image = paragraph->first;

  if (image == NULL || image->kind != DOC_IMAGE ||
      paragraph->parent->kind == DOC_FIGURE)
    return false;
  return image->next == NULL ||
         (!is_decorative(image) && inner_line(image) != NULL);
}

/* The paragraph of nothing but emphasis that follows, or NULL. */
static DocNode *
next_line(const DocNode *paragraph)
{
  DocNode *next = paragraph->next;

  if (next == NULL || next->kind != DOC_PARAGRAPH || next->first == NULL ||
      next->first != next->last || next->first->kind != DOC_EMPHASIS)
    return NULL;
  return next;
}

/* The picture's title comes first; else the line of emphasis in its paragraph
 * or the one after it. */
static DocNode *
take_caption(Doc *doc, DocNode *paragraph)
{
  DocNode *image = paragraph->first;
  DocNode *inner = inner_line(image);
  DocNode *next = inner != NULL ? NULL : next_line(paragraph);
  DocNode *caption = doc_node_new(doc, DOC_CAPTION, image->pos);

  if (is_decorative(image))
    return NULL;
  if (inner != NULL) {
    doc_node_unlink(image->next);
    doc_node_unlink(inner);
    doc_node_move_children(caption, inner);
  } else if (image->as.image.title != NULL) {
    doc_node_append(
        caption,
        doc_node_new_text(doc, DOC_TEXT, image->as.image.title, image->pos));
    image->as.image.title = NULL;
  } else if (next != NULL) {
    doc_node_move_children(caption, next->first);
    doc_node_unlink(next);
  }
  return caption->first != NULL ? caption : NULL;
}

static DocNode *
convert(Doc *doc, DocNode *paragraph)
{
  DocNode *caption = take_caption(doc, paragraph);
  DocNode *figure = doc_node_new(doc, DOC_FIGURE, paragraph->pos);

  doc_node_insert_before(paragraph, figure);
  doc_node_unlink(paragraph);
  doc_node_append(figure, paragraph);
  if (caption != NULL)
    doc_node_append(figure, caption);
  return figure;
}

static void
visit(Doc *doc, DocNode *parent)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (doc_kind_is_inline(node->kind))
      return;
    if (node->kind == DOC_PARAGRAPH && is_figure(node))
      node = convert(doc, node);
    else
      visit(doc, node);
  }
}

void
pass_figures_run(Doc *doc, const PassContext *context)
{
  (void)context;
  visit(doc, doc_root_mutable(doc));
}
