/* pdf/audit_mark.c -- all that is painted is content or furniture, and content
 * and tree lead to each other (PDF 1.7, 14.7.4). */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit.h"

typedef struct {
  GPtrArray *owners; /* a page: GArray of int, the element of each MCID */
} Marks;

/* --- the content --- */

static void
check_page_text(PdfAudit *audit, const PdfPageText *text, int page)
{
  if (text->loose > 0)
    pdf_audit_fault(audit, NULL, page,
                    "%u things are painted that are neither content nor "
                    "furniture",
                    text->loose);
  if (text->repeated > 0)
    pdf_audit_fault(audit, NULL, page, "%u marks have the number of another",
                    text->repeated);
  if (text->nested > 0)
    pdf_audit_fault(audit, NULL, page, "%u marks are inside of another",
                    text->nested);
}

/* --- from the tree to the content --- */

static GArray *
owners_of(const PdfPageText *text)
{
  GArray *owners = g_array_new(FALSE, TRUE, sizeof(int));

  g_array_set_size(owners, text->texts->len);
  return owners;
}

static void
visit_mark(PdfAudit *audit, const PdfPart *part, gpointer data)
{
  const Marks *marks = data;
  const PdfPageText *text;
  GArray *owners;

  if (part->kind != PDF_PART_MARK)
    return;
  text = pdf_reading_page(audit->reading, part->page);
  owners = g_ptr_array_index(marks->owners, part->page);
  if (part->mcid < 0 || (guint)part->mcid >= owners->len ||
      g_ptr_array_index(text->texts, part->mcid) == NULL) {
    pdf_audit_fault(audit, part, -1,
                    "the structure tree leads to mark %d, which is not there",
                    part->mcid);
    return;
  }
  int *owner = &g_array_index(owners, int, part->mcid);
  if (*owner != 0)
    pdf_audit_fault(audit, part, -1,
                    "mark %d stands twice in the structure tree", part->mcid);
  *owner = part->parent->object;
}

static void
check_unread(PdfAudit *audit, const Marks *marks, int page)
{
  const PdfPageText *text = pdf_reading_page(audit->reading, page);
  const GArray *owners = g_ptr_array_index(marks->owners, page);

  for (guint i = 0; i < owners->len; i++)
    if (g_array_index(owners, int, i) == 0 &&
        g_ptr_array_index(text->texts, i) != NULL)
      pdf_audit_fault(audit, NULL, page,
                      "mark %u, \"%s\", is not in the structure tree", i,
                      pdf_page_text_find(text, (int)i));
}

/* --- and back --- */

static void
check_parents(PdfAudit *audit, const GArray *owners, qpdf_oh parents, int page)
{
  qpdf_data qpdf = audit->qpdf;
  int count = qpdf_oh_is_array(qpdf, parents)
                  ? qpdf_oh_get_array_n_items(qpdf, parents)
                  : -1;

  if (count != (int)owners->len) {
    pdf_audit_fault(audit, NULL, page,
                    "the parent tree knows %d marks of this page, which has %u",
                    MAX(count, 0), owners->len);
    return;
  }
  for (int i = 0; i < count; i++) {
    qpdf_oh parent = qpdf_oh_get_array_item(qpdf, parents, i);
    if (qpdf_oh_get_object_id(qpdf, parent) != g_array_index(owners, int, i))
      pdf_audit_fault(audit, NULL, page,
                      "the parent tree gives mark %d to another element", i);
  }
}

/* Our parent tree is one flat array, in the order of its keys. */
static qpdf_oh
parent_numbers(const PdfAudit *audit)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh tree = qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/StructTreeRoot");
  qpdf_oh parents = qpdf_oh_is_dictionary(qpdf, tree)
                        ? qpdf_oh_get_key(qpdf, tree, "/ParentTree")
                        : tree;

  return qpdf_oh_is_dictionary(qpdf, parents)
             ? qpdf_oh_get_key(qpdf, parents, "/Nums")
             : qpdf_oh_new_null(qpdf);
}

qpdf_oh
pdf_audit_parent(const PdfAudit *audit, int key)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh numbers = parent_numbers(audit);
  int count = qpdf_oh_is_array(qpdf, numbers)
                  ? qpdf_oh_get_array_n_items(qpdf, numbers)
                  : 0;

  if (key < 0 || key >= count / 2)
    return qpdf_oh_new_null(qpdf);
  qpdf_oh found = qpdf_oh_get_array_item(qpdf, numbers, 2 * key);
  if (!qpdf_oh_is_integer(qpdf, found) ||
      qpdf_oh_get_int_value_as_int(qpdf, found) != key)
    return qpdf_oh_new_null(qpdf);
  return qpdf_oh_get_array_item(qpdf, numbers, 2 * key + 1);
}

static void
check_page(PdfAudit *audit, const Marks *marks, int page)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh object = qpdf_get_page_n(qpdf, (size_t)page);
  qpdf_oh key = qpdf_oh_get_key(qpdf, object, "/StructParents");
  qpdf_oh tabs = qpdf_oh_get_key(qpdf, object, "/Tabs");

  check_page_text(audit, pdf_reading_page(audit->reading, page), page);
  check_unread(audit, marks, page);
  if (!qpdf_oh_is_integer(qpdf, key) ||
      qpdf_oh_get_int_value_as_int(qpdf, key) != page)
    pdf_audit_fault(audit, NULL, page, "the page is not in the parent tree");
  else
    check_parents(audit, g_ptr_array_index(marks->owners, page),
                  pdf_audit_parent(audit, page), page);
  if (!qpdf_oh_is_name_and_equals(qpdf, tabs, "/S"))
    pdf_audit_fault(audit, NULL, page,
                    "the tab key does not follow the structure");
  qpdf_oh_release_all(qpdf);
}

void
pdf_audit_marks(PdfAudit *audit)
{
  g_autoptr(GPtrArray) owners =
      g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  Marks marks = { owners };

  for (guint i = 0; i < audit->reading->pages->len; i++)
    g_ptr_array_add(owners,
                    owners_of(pdf_reading_page(audit->reading, (int)i)));
  pdf_audit_walk(audit, visit_mark, &marks);
  for (guint i = 0; i < audit->reading->pages->len; i++)
    check_page(audit, &marks, (int)i);
}
