/* layout/box.c -- the laid out document: pages, boxes, structure. */
/* SPDX-License-Identifier: MIT */

#include "layout/box.h"

#include <string.h>

enum {
  ARENA_BLOCK = 64 * 1024 /* bytes */
};

struct LayoutArena {
  GPtrArray *blocks;
  char *next;
  gsize left; /* bytes, in the newest block */
};

static void
page_clear(gpointer data)
{
  LayoutPage *page = data;

  g_array_unref(page->boxes);
}

static void
node_clear(gpointer data)
{
  LayoutNode *node = data;

  g_array_unref(node->kids);
}

LayoutDocument *
layout_document_new(void)
{
  LayoutDocument *document = g_new0(LayoutDocument, 1);

  document->pages = g_array_new(FALSE, TRUE, sizeof(LayoutPage));
  document->nodes = g_array_new(FALSE, TRUE, sizeof(LayoutNode));
  document->leaves = g_array_new(FALSE, TRUE, sizeof(LayoutLeaf));
  document->links = g_array_new(FALSE, TRUE, sizeof(LayoutLink));
  document->bookmarks = g_array_new(FALSE, TRUE, sizeof(LayoutBookmark));
  document->labels = g_array_new(FALSE, TRUE, sizeof(LayoutLabelRange));
  document->starts = g_array_new(FALSE, TRUE, sizeof(LayoutStart));
  document->taken = g_array_new(FALSE, TRUE, sizeof(LayoutTaken));
  document->papers = g_array_new(FALSE, TRUE, sizeof(LayoutPaper));
  g_array_set_clear_func(document->pages, page_clear);
  g_array_set_clear_func(document->nodes, node_clear);
  document->arena = g_new0(struct LayoutArena, 1);
  document->arena->blocks = g_ptr_array_new_with_free_func(g_free);
  return document;
}

void
layout_document_free(LayoutDocument *document)
{
  if (document == NULL)
    return;
  g_array_unref(document->pages);
  g_array_unref(document->nodes);
  g_array_unref(document->leaves);
  g_array_unref(document->links);
  g_array_unref(document->bookmarks);
  g_array_unref(document->labels);
  g_array_unref(document->starts);
  g_array_unref(document->taken);
  g_array_unref(document->papers);
  g_ptr_array_unref(document->arena->blocks);
  g_free(document->arena);
  g_free(document);
}

void *
layout_alloc(LayoutDocument *document, gsize bytes)
{
  struct LayoutArena *arena = document->arena;
  gsize size = (bytes + 7) & ~(gsize)7;
  char *at;

  if (size > arena->left) {
    gsize block = MAX(size, (gsize)ARENA_BLOCK);
    arena->next = g_malloc(block);
    arena->left = block;
    g_ptr_array_add(arena->blocks, arena->next);
  }
  at = arena->next;
  arena->next += size;
  arena->left -= size;
  return at;
}

const char *
layout_strdup(LayoutDocument *document, const char *text)
{
  gsize size;
  char *copy;

  if (text == NULL)
    return NULL;
  size = strlen(text) + 1;
  copy = layout_alloc(document, size);
  memcpy(copy, text, size);
  return copy;
}

const char *
role_name(Role role)
{
  static const char *const names[ROLE_COUNT] = {
    [ROLE_DOCUMENT] = "Document",
    [ROLE_PART] = "Part",
    [ROLE_SECT] = "Sect",
    [ROLE_DIV] = "Div",
    [ROLE_H1] = "H1",
    [ROLE_H2] = "H2",
    [ROLE_H3] = "H3",
    [ROLE_H4] = "H4",
    [ROLE_H5] = "H5",
    [ROLE_H6] = "H6",
    [ROLE_P] = "P",
    [ROLE_L] = "L",
    [ROLE_LI] = "LI",
    [ROLE_LBL] = "Lbl",
    [ROLE_LBODY] = "LBody",
    [ROLE_TABLE] = "Table",
    [ROLE_THEAD] = "THead",
    [ROLE_TBODY] = "TBody",
    [ROLE_TR] = "TR",
    [ROLE_TH] = "TH",
    [ROLE_TD] = "TD",
    [ROLE_CAPTION] = "Caption",
    [ROLE_FIGURE] = "Figure",
    [ROLE_NOTE] = "Note",
    [ROLE_REFERENCE] = "Reference",
    [ROLE_LINK] = "Link",
    [ROLE_TOC] = "TOC",
    [ROLE_TOCI] = "TOCI",
    [ROLE_BLOCKQUOTE] = "BlockQuote",
    [ROLE_CODE] = "Code",
    [ROLE_SPAN] = "Span",
  };

  g_return_val_if_fail(role < ROLE_COUNT, "?");
  return names[role];
}

const char *
artifact_properties(Artifact artifact)
{
  switch (artifact) {
  case ARTIFACT_HEADER:
    return "/Type/Pagination/Subtype/Header";
  case ARTIFACT_FOOTER:
    return "/Type/Pagination/Subtype/Footer";
  case ARTIFACT_REPEAT:
    return "/Type/Pagination";
  case ARTIFACT_LAYOUT:
    return "/Type/Layout";
  }
  g_return_val_if_reached("/Type/Layout");
}

LayoutNode *
layout_node(LayoutDocument *document, int index)
{
  g_return_val_if_fail(index >= 0 && (guint)index < document->nodes->len, NULL);
  return &g_array_index(document->nodes, LayoutNode, index);
}

int
layout_node_new(LayoutDocument *document, int parent, Role role)
{
  LayoutNode node = { .role = role, .parent = parent, .page = -1 };
  int index = (int)document->nodes->len;

  node.kids = g_array_new(FALSE, FALSE, sizeof(Kid));
  g_array_append_val(document->nodes, node);
  if (parent >= 0)
    layout_node_add_kid(document, parent, KID_NODE, index);
  return index;
}

void
layout_node_add_kid(LayoutDocument *document, int node, KidKind kind, int index)
{
  Kid kid = { kind, index };

  g_array_append_val(layout_node(document, node)->kids, kid);
}
