/* pdf/structure.c -- the structure tree (PDF 1.7, 14.7 and 14.8). */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "pdf/attribute.h"
#include "pdf/object.h"
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

static void
make_element(PdfFinish *finish, int index)
{
  const LayoutNode *node = node_at(finish, index);
  qpdf_oh element = qpdf_oh_new_dictionary(finish->qpdf);
  g_autofree char *note = NULL;

  pdf_set_name(finish, element, "/Type", "StructElem");
  pdf_set_name(finish, element, "/S", role_name(node->role));
  pdf_set_text(finish, element, "/Alt", node->alt);
  pdf_set_bytes(finish, element, "/Lang", node->lang);
  note = pdf_attribute_id(finish->document, index);
  pdf_set_bytes(finish, element, "/ID", note);
  pdf_attribute_set(finish, element, node);
  finish->nodes[index] = pdf_object_add(finish, element);
}

bool
pdf_structure_start(PdfFinish *finish, GError **error)
{
  int count = (int)finish->document->nodes->len;

  if (!pdf_tree_check(finish, error))
    return false;
  finish->tree = pdf_object_add(
      finish, qpdf_oh_parse(finish->qpdf, "<</Type/StructTreeRoot>>"));
  for (int i = 0; i < count; i++) {
    if (finish->kept[i])
      make_element(finish, i);
    qpdf_oh_release_all(finish->qpdf);
  }
  return pdf_finish_check(finish, "structure", error);
}

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

static qpdf_oh
page_of(PdfFinish *finish, int page)
{
  return pdf_object(finish, finish->pages[page]);
}

static void
append_leaf(PdfFinish *finish, qpdf_oh kids, int leaf, int own_page)
{
  qpdf_data qpdf = finish->qpdf;
  PdfLeafMarks marks = finish->marks[leaf];
  int page = leaf_at(finish, leaf)->page;

  for (int i = 0; i < marks.count; i++) {
    qpdf_oh mcid = qpdf_oh_new_integer(qpdf, marks.first + i);
    if (page == own_page) {
      qpdf_oh_append_item(qpdf, kids, mcid);
      continue;
    }
    qpdf_oh reference = qpdf_oh_parse(qpdf, "<</Type/MCR>>");
    pdf_set(finish, reference, "/Pg", page_of(finish, page));
    pdf_set(finish, reference, "/MCID", mcid);
    qpdf_oh_append_item(qpdf, kids, reference);
  }
}

static void
append_link(PdfFinish *finish, qpdf_oh kids, int link)
{
  int page = g_array_index(finish->document->links, LayoutLink, link).page;
  qpdf_oh reference = qpdf_oh_parse(finish->qpdf, "<</Type/OBJR>>");

  pdf_set(finish, reference, "/Pg", page_of(finish, page));
  pdf_set(finish, reference, "/Obj", pdf_object(finish, finish->links[link]));
  qpdf_oh_append_item(finish->qpdf, kids, reference);
}

static void
append_kid(PdfFinish *finish, qpdf_oh kids, Kid kid, int own_page)
{
  switch (kid.kind) {
  case KID_NODE:
    if (finish->kept[kid.index])
      qpdf_oh_append_item(finish->qpdf, kids,
                          pdf_object(finish, finish->nodes[kid.index]));
    break;
  case KID_LEAF:
    append_leaf(finish, kids, kid.index, own_page);
    break;
  case KID_LINK:
    append_link(finish, kids, kid.index);
    break;
  }
}

static void
fill_element(PdfFinish *finish, int index)
{
  const LayoutNode *node = node_at(finish, index);
  qpdf_oh element = pdf_object(finish, finish->nodes[index]);
  qpdf_oh kids = qpdf_oh_new_array(finish->qpdf);
  int parent = node->parent < 0 ? finish->tree : finish->nodes[node->parent];
  int page = first_page(finish, node);

  pdf_set(finish, element, "/P", pdf_object(finish, parent));
  if (page >= 0)
    pdf_set(finish, element, "/Pg", page_of(finish, page));
  for (guint i = 0; i < node->kids->len; i++)
    append_kid(finish, kids, g_array_index(node->kids, Kid, i), page);
  int count = qpdf_oh_get_array_n_items(finish->qpdf, kids);
  if (count == 1)
    kids = qpdf_oh_get_array_item(finish->qpdf, kids, 0);
  if (count > 0)
    pdf_set(finish, element, "/K", kids);
}

bool
pdf_structure_fill(PdfFinish *finish, GError **error)
{
  qpdf_oh roots = qpdf_oh_new_array(finish->qpdf);

  for (guint i = 0; i < finish->document->nodes->len; i++)
    if (finish->kept[i] && node_at(finish, (int)i)->parent < 0)
      qpdf_oh_append_item(finish->qpdf, roots,
                          pdf_object(finish, finish->nodes[i]));
  pdf_set(finish, pdf_object(finish, finish->tree), "/K", roots);
  pdf_set(finish, qpdf_get_root(finish->qpdf), "/StructTreeRoot",
          pdf_object(finish, finish->tree));
  for (guint i = 0; i < finish->document->nodes->len; i++) {
    if (finish->kept[i])
      fill_element(finish, (int)i);
    qpdf_oh_release_all(finish->qpdf);
  }
  return pdf_finish_check(finish, "structure", error);
}
