/* pdf/audit_mark.c -- all that is painted is content or furniture, and content
 * and tree lead to each other (PDF 1.7, 14.7.4). */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit_rule.h"

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

  g_array_set_size(owners, text->count);
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
  if (!pdf_page_text_has(text, part->mcid)) {
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
    if (g_array_index(owners, int, i) == 0 && pdf_page_text_has(text, (int)i))
      pdf_audit_fault(audit, NULL, page,
                      "mark %u, \"%s\", is not in the structure tree", i,
                      pdf_page_text_find(text, (int)i));
}

/* --- and back --- */

static void
check_parents(PdfAudit *audit, const GArray *owners, PdfValue parents, int page)
{
  PdfScanner items = pdf_value_items(parents);
  PdfValue parent;
  guint count = 0;

  while (pdf_value_next(&items, &parent)) {
    if (count < owners->len &&
        pdf_value_reference(parent) != g_array_index(owners, int, count))
      pdf_audit_fault(audit, NULL, page,
                      "the parent tree gives mark %u to another element",
                      count);
    count++;
  }
  if (count != owners->len)
    pdf_audit_fault(audit, NULL, page,
                    "the parent tree knows %u marks of this page, which has %u",
                    count, owners->len);
}

static void
check_page(PdfAudit *audit, const Marks *marks, int page)
{
  PdfFile *file = audit->file;
  PdfValue object = pdf_file_object(
      file, g_array_index(audit->reading->page_objects, int, page));
  PdfValue key = pdf_file_key(file, object, "/StructParents");

  check_page_text(audit, pdf_reading_page(audit->reading, page), page);
  check_unread(audit, marks, page);
  if (pdf_value_integer(key, -1) != page)
    pdf_audit_fault(audit, NULL, page, "the page is not in the parent tree");
  else
    check_parents(audit, g_ptr_array_index(marks->owners, page),
                  pdf_file_resolve(file, pdf_audit_parent(audit, page)), page);
  if (!pdf_value_is_name(pdf_file_key(file, object, "/Tabs"), "/S"))
    pdf_audit_fault(audit, NULL, page,
                    "the tab key does not follow the structure");
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
