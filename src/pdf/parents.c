/* pdf/parents.c -- from marked content and links back to their elements (PDF
 * 1.7, 14.7.4.4), and from ids. */
/* SPDX-License-Identifier: MIT */

#include "pdf/parents.h"

#include "base/bytes.h"
#include "pdf/attribute.h"

static void
append_element(GString *out, const PdfFinish *finish, int node)
{
  pdf_append_reference(out, finish->nodes[node]);
}

/* An object of its own for each page; its number. */
static int
write_page(PdfFinish *finish, int page)
{
  const GArray *owners = g_ptr_array_index(finish->owners, page);
  int number = pdf_draft_reserve(finish->draft);
  GString *out = pdf_draft_begin(finish->draft, number);

  g_string_append_c(out, '[');
  for (guint i = 0; i < owners->len; i++) {
    int leaf = g_array_index(owners, int, i);
    append_element(
        out, finish,
        g_array_index(finish->document->leaves, LayoutLeaf, leaf).node);
  }
  g_string_append_c(out, ']');
  pdf_draft_end(finish->draft);
  return number;
}

/* Page i has key i, and the links follow; annotation.c uses the same. */
int
pdf_parents_write(PdfFinish *finish)
{
  int pages = (int)finish->document->pages->len;
  int links = (int)finish->document->links->len;
  int first = 0, number;
  GString *out;

  for (int i = 0; i < pages; i++) {
    number = write_page(finish, i);
    first = i == 0 ? number : first;
  }
  number = pdf_draft_reserve(finish->draft);
  out = pdf_draft_begin(finish->draft, number);
  g_string_append(out, "<</Nums[");
  for (int i = 0; i < pages; i++) {
    bytes_append_integer(out, i);
    g_string_append_c(out, ' ');
    pdf_append_reference(out, first + i);
  }
  for (int i = 0; i < links; i++) {
    bytes_append_integer(out, pages + i);
    g_string_append_c(out, ' ');
    append_element(out, finish,
                   g_array_index(finish->document->links, LayoutLink, i).node);
  }
  g_string_append(out, "]>>");
  pdf_draft_end(finish->draft);
  return number;
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

int
pdf_parents_write_ids(PdfFinish *finish)
{
  g_autoptr(GArray) ids = sorted_ids(finish);
  int number;

  if (ids->len == 0)
    return 0;
  number = pdf_draft_reserve(finish->draft);
  GString *out = pdf_draft_begin(finish->draft, number);
  g_string_append(out, "<</Names[");
  for (guint i = 0; i < ids->len; i++) {
    const IdNode *entry = &g_array_index(ids, IdNode, i);
    pdf_append_bytes(out, entry->id);
    append_element(out, finish, entry->node);
  }
  g_string_append(out, "]>>");
  pdf_draft_end(finish->draft);
  return number;
}
