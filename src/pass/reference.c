/* pass/reference.c -- lists of printed pages under construction. */
/* SPDX-License-Identifier: MIT */

#include "pass/reference.h"

#include "doc/page_list.h"
#include "pass/rewrite.h"

#include <string.h>

static const DocPos nowhere = { 0, 0 };

DocNode *
pass_reference_list(Doc *doc, DocNode *parent, const char *lead)
{
  DocNode *list = doc_node_new(doc, DOC_SPAN, nowhere);

  doc_node_add_class(doc, list, PAGE_LIST_CLASS);
  if (lead != NULL)
    doc_node_append(list, pass_rewrite_text(doc, lead));
  doc_node_append(parent, list);
  return list;
}

/* pass/links.c makes a page reference of it and gives it words. */
DocNode *
pass_reference_add(Doc *doc, DocNode *list, const char *article,
                   const char *anchor)
{
  DocNode *link = doc_node_new(doc, DOC_LINK, nowhere);
  g_autofree char *target =
      g_strconcat("page:", article, anchor != NULL ? "#" : "", anchor, NULL);

  doc_node_set_link(doc, link, target, NULL);
  doc_node_append(list, link);
  return link;
}

static bool
has_anchor(const DocNode *node, const char *anchor)
{
  const char *dot = node->id != NULL ? strrchr(node->id, '.') : NULL;

  return node->id != NULL &&
         strcmp(dot != NULL ? dot + 1 : node->id, anchor) == 0;
}

const DocNode *
pass_reference_find(const DocNode *node, const char *anchor)
{
  if (has_anchor(node, anchor))
    return node;
  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    const DocNode *found = pass_reference_find(child, anchor);
    if (found != NULL)
      return found;
  }
  return NULL;
}
