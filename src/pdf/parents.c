/* pdf/parents.c -- from marked content and links back to their elements (PDF
 * 1.7, 14.7.4.4), and from ids. */
/* SPDX-License-Identifier: MIT */

#include "pdf/attribute.h"
#include "pdf/object.h"

static qpdf_oh
element_of(PdfFinish *finish, int node)
{
  return pdf_object(finish, finish->nodes[node]);
}

static void
append_page(PdfFinish *finish, qpdf_oh numbers, int page)
{
  qpdf_data qpdf = finish->qpdf;
  const GArray *owners = g_ptr_array_index(finish->owners, page);
  qpdf_oh elements = qpdf_oh_new_array(qpdf);

  for (guint i = 0; i < owners->len; i++) {
    int leaf = g_array_index(owners, int, i);
    int node = g_array_index(finish->document->leaves, LayoutLeaf, leaf).node;
    qpdf_oh_append_item(qpdf, elements, element_of(finish, node));
  }
  qpdf_oh_append_item(qpdf, numbers, qpdf_oh_new_integer(qpdf, page));
  qpdf_oh_append_item(qpdf, numbers, qpdf_make_indirect_object(qpdf, elements));
}

/* Keys: the pages first, then the links; annotation.c uses the same. */
bool
pdf_index_parents(PdfFinish *finish, GError **error)
{
  qpdf_data qpdf = finish->qpdf;
  int pages = (int)finish->document->pages->len;
  int links = (int)finish->document->links->len;
  qpdf_oh numbers = qpdf_oh_new_array(qpdf);
  qpdf_oh index = qpdf_oh_new_dictionary(qpdf);
  qpdf_oh tree = pdf_object(finish, finish->tree);

  for (int i = 0; i < pages; i++)
    append_page(finish, numbers, i);
  for (int i = 0; i < links; i++) {
    int node = g_array_index(finish->document->links, LayoutLink, i).node;
    qpdf_oh_append_item(qpdf, numbers, qpdf_oh_new_integer(qpdf, pages + i));
    qpdf_oh_append_item(qpdf, numbers, element_of(finish, node));
  }
  pdf_set(finish, index, "/Nums", numbers);
  pdf_set(finish, tree, "/ParentTree", qpdf_make_indirect_object(qpdf, index));
  pdf_set_integer(finish, tree, "/ParentTreeNextKey", pages + links);
  return pdf_finish_check(finish, "parent tree", error);
}

typedef struct {
  char *id;
  int node;
} IdNode;

static void
id_clear(gpointer data)
{
  g_free(((IdNode *)data)->id);
}

static int
compare_ids(gconstpointer a, gconstpointer b)
{
  const IdNode *left = a, *right = b;

  return g_strcmp0(left->id, right->id);
}

static GArray *
sorted_ids(const PdfFinish *finish)
{
  GArray *ids = g_array_new(FALSE, FALSE, sizeof(IdNode));

  g_array_set_clear_func(ids, id_clear);
  for (guint i = 0; i < finish->document->nodes->len; i++) {
    IdNode entry = { .node = (int)i };
    if (finish->kept[i])
      entry.id = pdf_attribute_id(finish->document, (int)i);
    if (entry.id != NULL)
      g_array_append_val(ids, entry);
  }
  g_array_sort(ids, compare_ids);
  return ids;
}

bool
pdf_index_ids(PdfFinish *finish, GError **error)
{
  qpdf_data qpdf = finish->qpdf;
  g_autoptr(GArray) ids = sorted_ids(finish);
  qpdf_oh names = qpdf_oh_new_array(qpdf);
  qpdf_oh index = qpdf_oh_new_dictionary(qpdf);

  if (ids->len == 0)
    return true;
  for (guint i = 0; i < ids->len; i++) {
    const IdNode *entry = &g_array_index(ids, IdNode, i);
    qpdf_oh_append_item(qpdf, names, qpdf_oh_new_string(qpdf, entry->id));
    qpdf_oh_append_item(qpdf, names, element_of(finish, entry->node));
  }
  pdf_set(finish, index, "/Names", names);
  pdf_set(finish, pdf_object(finish, finish->tree), "/IDTree",
          qpdf_make_indirect_object(qpdf, index));
  return pdf_finish_check(finish, "ids", error);
}
