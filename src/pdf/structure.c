/* pdf/structure.c -- the structure tree (PDF 1.7, 14.7 and 14.8). */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "pdf/attribute.h"
#include "pdf/object.h"
#include "pdf/parents.h"
#include "pdf/tree.h"

static const LayoutNode *
node_at(const PdfFinish *finish, int index)
{
  return &g_array_index(finish->document->nodes, LayoutNode, index);
}

static const LayoutLeaf *
leaf_at(const PdfFinish *finish, int index)
{
  return &g_array_index(finish->document->leaves, LayoutLeaf, index);
}

bool
pdf_structure_start(PdfFinish *finish, GError **error)
{
  int count = (int)finish->document->nodes->len;

  if (!pdf_tree_check(finish, error))
    return false;
  finish->tree = pdf_draft_reserve(finish->draft);
  for (int i = 0; i < count; i++)
    if (finish->kept[i])
      finish->nodes[i] = pdf_draft_reserve(finish->draft);
  return true;
}

/* --- kids --- */

/* The element's page is that of its first mark; marks elsewhere say theirs. */
static int
first_page(const PdfFinish *finish, const LayoutNode *node)
{
  for (guint i = 0; i < node->kids->len; i++) {
    Kid kid = g_array_index(node->kids, Kid, i);
    if (kid.kind == KID_LEAF && finish->marks[kid.index].count > 0)
      return leaf_at(finish, kid.index)->page;
  }
  return -1;
}

static void
append_page(GString *out, const PdfFinish *finish, int page)
{
  g_string_append(out, "/Pg ");
  pdf_append_reference(out, pdf_finish_page(finish, page));
}

/* How many kids it has become. */
static int
append_leaf(GString *out, const PdfFinish *finish, int leaf, int own_page)
{
  PdfLeafMarks marks = finish->marks[leaf];
  int page = leaf_at(finish, leaf)->page;

  for (int i = 0; i < marks.count; i++) {
    if (page != own_page) {
      g_string_append(out, "<</Type/MCR");
      append_page(out, finish, page);
      g_string_append(out, "/MCID ");
    }
    bytes_append_integer(out, marks.first + i);
    g_string_append(out, page != own_page ? ">>" : " ");
  }
  return marks.count;
}

static int
append_link(GString *out, const PdfFinish *finish, int link)
{
  int page = g_array_index(finish->document->links, LayoutLink, link).page;

  g_string_append(out, "<</Type/OBJR");
  append_page(out, finish, page);
  g_string_append(out, "/Obj ");
  pdf_append_reference(out, finish->links[link]);
  g_string_append(out, ">>");
  return 1;
}

static int
append_node(GString *out, const PdfFinish *finish, int node)
{
  if (!finish->kept[node])
    return 0;
  pdf_append_reference(out, finish->nodes[node]);
  return 1;
}

static int
append_kid(GString *out, const PdfFinish *finish, Kid kid, int own_page)
{
  switch (kid.kind) {
  case KID_NODE:
    return append_node(out, finish, kid.index);
  case KID_LEAF:
    return append_leaf(out, finish, kid.index, own_page);
  case KID_LINK:
    return append_link(out, finish, kid.index);
  }
  g_return_val_if_reached(0);
}

/* One kid stands alone, more in an array. */
static void
append_kids(GString *out, const PdfFinish *finish, const LayoutNode *node,
            int own_page)
{
  gsize before = out->len;
  int count = 0;

  g_string_append(out, "/K[");
  for (guint i = 0; i < node->kids->len; i++)
    count +=
        append_kid(out, finish, g_array_index(node->kids, Kid, i), own_page);
  if (count == 0)
    g_string_truncate(out, before);
  else if (count == 1)
    out->str[before + strlen("/K")] = ' ';
  else
    g_string_append_c(out, ']');
}

/* --- elements --- */

static void
append_said(GString *out, const PdfFinish *finish, int index)
{
  const LayoutNode *node = node_at(finish, index);
  g_autofree char *id = pdf_attribute_id(finish->document, index);

  if (node->alt != NULL) {
    g_string_append(out, "/Alt");
    pdf_append_text(out, node->alt);
  }
  if (node->lang != NULL) {
    g_string_append(out, "/Lang");
    pdf_append_bytes(out, node->lang);
  }
  if (id != NULL) {
    g_string_append(out, "/ID");
    pdf_append_bytes(out, id);
  }
  pdf_attribute_append(out, finish, node);
}

static void
write_element(PdfFinish *finish, int index)
{
  const LayoutNode *node = node_at(finish, index);
  int parent = node->parent < 0 ? finish->tree : finish->nodes[node->parent];
  int page = first_page(finish, node);
  GString *out = pdf_draft_begin(finish->draft, finish->nodes[index]);

  g_string_append(out, "<</Type/StructElem/S/");
  g_string_append(out, role_name(node->role));
  g_string_append(out, "/P ");
  pdf_append_reference(out, parent);
  if (page >= 0)
    append_page(out, finish, page);
  append_said(out, finish, index);
  append_kids(out, finish, node, page);
  g_string_append(out, ">>");
  pdf_draft_end(finish->draft);
}

static void
write_tree(PdfFinish *finish)
{
  int next = (int)(finish->document->pages->len + finish->document->links->len);
  int parents = pdf_parents_write(finish), ids = pdf_parents_write_ids(finish);
  GString *out = pdf_draft_begin(finish->draft, finish->tree);

  g_string_append(out, "<</Type/StructTreeRoot/K[");
  for (guint i = 0; i < finish->document->nodes->len; i++)
    if (finish->kept[i] && node_at(finish, (int)i)->parent < 0)
      pdf_append_reference(out, finish->nodes[i]);
  g_string_append(out, "]/ParentTree ");
  pdf_append_reference(out, parents);
  g_string_append(out, "/ParentTreeNextKey ");
  bytes_append_integer(out, next);
  if (ids != 0) {
    g_string_append(out, "/IDTree ");
    pdf_append_reference(out, ids);
  }
  g_string_append(out, ">>");
  pdf_draft_end(finish->draft);
}

void
pdf_structure_fill(PdfFinish *finish)
{
  g_autoptr(GString) tree = g_string_new(NULL);

  for (guint i = 0; i < finish->document->nodes->len; i++)
    if (finish->kept[i])
      write_element(finish, (int)i);
  write_tree(finish);
  pdf_append_reference(tree, finish->tree);
  pdf_finish_set_root(finish, "/StructTreeRoot", tree->str);
}
