/* doc/tree.c -- storage and links of the document tree. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"

#include <string.h>

enum {
  BLOCK_NODES = 256
};

struct Doc {
  char *source;
  DocNode *root;
  GPtrArray *blocks; /* of DocNode[BLOCK_NODES] */
  unsigned used;     /* nodes taken from the newest block */
  GStringChunk *strings;
};

Doc *
doc_new(const char *source)
{
  Doc *doc;

  g_return_val_if_fail(source != NULL, NULL);

  doc = g_new0(Doc, 1);
  doc->source = g_strdup(source);
  doc->blocks = g_ptr_array_new_with_free_func(g_free);
  doc->used = BLOCK_NODES;
  doc->strings = g_string_chunk_new(4096);
  doc->root = doc_node_new(doc, DOC_DOCUMENT, (DocPos){ 1, 1 });
  return doc;
}

void
doc_free(Doc *doc)
{
  if (doc == NULL)
    return;
  g_string_chunk_free(doc->strings);
  g_ptr_array_free(doc->blocks, TRUE);
  g_free(doc->source);
  g_free(doc);
}

const char *
doc_source(const Doc *doc)
{
  return doc->source;
}

const DocNode *
doc_root(const Doc *doc)
{
  return doc->root;
}

DocNode *
doc_root_mutable(Doc *doc)
{
  return doc->root;
}

DocNode *
doc_node_new(Doc *doc, DocKind kind, DocPos pos)
{
  DocNode *node;

  g_return_val_if_fail(doc != NULL && kind < DOC_KIND_COUNT, NULL);

  if (doc->used == BLOCK_NODES) {
    g_ptr_array_add(doc->blocks, g_new0(DocNode, BLOCK_NODES));
    doc->used = 0;
  }
  node = (DocNode *)g_ptr_array_index(doc->blocks, doc->blocks->len - 1) +
         doc->used++;
  node->kind = kind;
  node->pos = pos;
  if (kind == DOC_CELL)
    node->as.cell.columns = node->as.cell.rows = 1;
  return node;
}

DocNode *
doc_node_new_text(Doc *doc, DocKind kind, const char *text, DocPos pos)
{
  DocNode *node;

  g_return_val_if_fail(doc_kind_has_text(kind), NULL);

  node = doc_node_new(doc, kind, pos);
  doc_node_set_text(doc, node, text);
  return node;
}

void
doc_node_set_id(Doc *doc, DocNode *node, const char *id)
{
  g_return_if_fail(doc != NULL && node != NULL && id != NULL);
  node->id = g_string_chunk_insert(doc->strings, id);
}

void
doc_node_set_text(Doc *doc, DocNode *node, const char *text)
{
  g_return_if_fail(doc != NULL && node != NULL && text != NULL);
  g_return_if_fail(doc_kind_has_text(node->kind));
  node->as.text = g_string_chunk_insert(doc->strings, text);
}

const char *
doc_string(Doc *doc, const char *text)
{
  g_return_val_if_fail(doc != NULL && text != NULL, NULL);
  return g_string_chunk_insert(doc->strings, text);
}

void
doc_node_set_link(Doc *doc, DocNode *node, const char *target,
                  const char *title)
{
  const char *kept_title;

  g_return_if_fail(doc != NULL && node != NULL && target != NULL);

  kept_title = title != NULL ? doc_string(doc, title) : NULL;
  if (node->kind == DOC_IMAGE) {
    node->as.image.target = doc_string(doc, target);
    node->as.image.title = kept_title;
    return;
  }
  g_return_if_fail(node->kind == DOC_LINK || node->kind == DOC_PAGE_REF);
  node->as.link.target = doc_string(doc, target);
  node->as.link.title = kept_title;
}

bool
doc_node_has_class(const DocNode *node, const char *word)
{
  size_t length = strlen(word);
  const char *at = node->class_name;

  while (at != NULL && *at != '\0') {
    const char *end = strchrnul(at, ' ');
    if ((size_t)(end - at) == length && memcmp(at, word, length) == 0)
      return true;
    at = *end == ' ' ? end + 1 : end;
  }
  return false;
}

void
doc_node_add_class(Doc *doc, DocNode *node, const char *word)
{
  g_autofree char *both = NULL;

  g_return_if_fail(doc != NULL && node != NULL && word != NULL);
  if (doc_node_has_class(node, word))
    return;
  if (node->class_name != NULL)
    both = g_strconcat(node->class_name, " ", word, NULL);
  node->class_name = doc_string(doc, both != NULL ? both : word);
}

const char *
doc_node_lang(const DocNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->lang != NULL)
      return node->lang;
  return NULL;
}

static bool
is_below(const DocNode *node, const DocNode *ancestor)
{
  for (; node != NULL; node = node->parent)
    if (node == ancestor)
      return true;
  return false;
}

void
doc_node_append(DocNode *parent, DocNode *child)
{
  g_return_if_fail(parent != NULL && child != NULL && child->parent == NULL);
  g_return_if_fail(doc_kind_accepts(parent->kind, child->kind));
  g_return_if_fail(!is_below(parent, child));

  child->parent = parent;
  child->prev = parent->last;
  if (parent->last != NULL)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

void
doc_node_insert_before(DocNode *sibling, DocNode *node)
{
  g_return_if_fail(sibling != NULL && sibling->parent != NULL);
  g_return_if_fail(node != NULL && node->parent == NULL);
  g_return_if_fail(doc_kind_accepts(sibling->parent->kind, node->kind));
  g_return_if_fail(!is_below(sibling, node));

  node->parent = sibling->parent;
  node->next = sibling;
  node->prev = sibling->prev;
  if (sibling->prev != NULL)
    sibling->prev->next = node;
  else
    sibling->parent->first = node;
  sibling->prev = node;
}

void
doc_node_unlink(DocNode *node)
{
  DocNode *parent = node->parent;

  if (parent == NULL)
    return;
  if (node->prev != NULL)
    node->prev->next = node->next;
  else
    parent->first = node->next;
  if (node->next != NULL)
    node->next->prev = node->prev;
  else
    parent->last = node->prev;
  node->parent = node->prev = node->next = NULL;
}

void
doc_node_move_children(DocNode *to, DocNode *from)
{
  while (from->first != NULL) {
    DocNode *child = from->first;
    doc_node_unlink(child);
    doc_node_append(to, child);
  }
}

static void
collect_text(const DocNode *node, GString *text)
{
  if (doc_kind_has_text(node->kind))
    g_string_append(text, node->as.text);
  else if (node->kind == DOC_SOFT_BREAK || node->kind == DOC_HARD_BREAK)
    g_string_append_c(text, ' ');
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    collect_text(child, text);
}

char *
doc_node_plain_text(const DocNode *node)
{
  GString *text = g_string_new(NULL);

  collect_text(node, text);
  return g_string_free(text, FALSE);
}

static unsigned
check_node(const DocNode *node, GString *report)
{
  unsigned faults = 0;
  const DocNode *prev = NULL;

  for (const DocNode *child = node->first; child != NULL;
       prev = child, child = child->next) {
    const char *fault = NULL;

    if (child->parent != node || child->prev != prev)
      fault = "broken link";
    else if (!doc_kind_accepts(node->kind, child->kind))
      fault = "not allowed here";
    else if (doc_kind_has_text(child->kind) && child->as.text == NULL)
      fault = "no text";
    if (fault != NULL) {
      faults++;
      if (report != NULL)
        g_string_append_printf(report, "%u:%u: %s in %s: %s\n", child->pos.line,
                               child->pos.column, doc_kind_name(child->kind),
                               doc_kind_name(node->kind), fault);
    }
    faults += check_node(child, report);
  }
  if (node->last != prev) {
    faults++;
    if (report != NULL)
      g_string_append_printf(report, "%u:%u: %s: broken last child\n",
                             node->pos.line, node->pos.column,
                             doc_kind_name(node->kind));
  }
  return faults;
}

bool
doc_check(const Doc *doc, GString *report)
{
  return check_node(doc->root, report) == 0;
}
