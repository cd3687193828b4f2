/* pdf/audit_link.c -- links are in the tree, say what they are, and do nothing
 * but lead somewhere (PDF/UA-1, 7.18; PDF/A-2, 6.3 and 6.5). */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit_rule.h"

#include <string.h>

enum {
  FLAG_HIDDEN = 1 << 1, /* PDF 1.7, table 165 */
  FLAG_PRINT = 1 << 2
};

static bool
is_safe_address(const char *uri)
{
  static const char *const schemes[] = { "http://", "https://",
                                         "mailto:", "tel:", "sms:" };

  for (gsize i = 0; i < G_N_ELEMENTS(schemes); i++)
    if (g_ascii_strncasecmp(uri, schemes[i], strlen(schemes[i])) == 0)
      return true;
  return false;
}

static void
check_action(PdfAudit *audit, PdfValue annotation, int page)
{
  PdfFile *file = audit->file;
  PdfValue action = pdf_file_key(file, annotation, "/A");

  if (!pdf_value_is_null(pdf_value_key(annotation, "/AA")))
    pdf_audit_fault(audit, NULL, page, "a link acts by itself (/AA)");
  if (!pdf_value_is_dictionary(action))
    return; /* a place in the file: the reading has found it */
  g_autofree char *uri = pdf_value_text(pdf_file_key(file, action, "/URI"));
  if (!pdf_value_is_name(pdf_file_key(file, action, "/S"), "/URI") ||
      !pdf_value_is_null(pdf_value_key(action, "/Next")) || uri == NULL)
    pdf_audit_fault(audit, NULL, page,
                    "a link does something else than lead to an address");
  else if (!is_safe_address(uri))
    pdf_audit_fault(audit, NULL, page,
                    "a link leads to \"%s\", which no reader should open", uri);
}

static void
check_looks(PdfAudit *audit, PdfValue annotation, int page)
{
  PdfFile *file = audit->file;
  g_autofree char *contents =
      pdf_value_text(pdf_file_key(file, annotation, "/Contents"));
  int flags = pdf_value_integer(pdf_file_key(file, annotation, "/F"), 0);

  if (contents == NULL || *contents == '\0')
    pdf_audit_fault(audit, NULL, page, "a link does not say what it is");
  if ((flags & FLAG_PRINT) == 0 || (flags & FLAG_HIDDEN) != 0)
    pdf_audit_fault(audit, NULL, page, "a link is not there in print");
}

/* `links` gives the element of each annotation that the tree has. */
static void
check_annotation(PdfAudit *audit, PdfValue annotation, int number, int page,
                 GHashTable *links)
{
  PdfFile *file = audit->file;
  int key =
      pdf_value_integer(pdf_file_key(file, annotation, "/StructParent"), -1);
  int element =
      GPOINTER_TO_INT(g_hash_table_lookup(links, GINT_TO_POINTER(number)));

  if (!pdf_value_is_name(pdf_file_key(file, annotation, "/Subtype"), "/Link")) {
    pdf_audit_fault(audit, NULL, page, "an annotation that is no link");
    return;
  }
  check_action(audit, annotation, page);
  check_looks(audit, annotation, page);
  if (element == 0)
    pdf_audit_fault(audit, NULL, page, "a link is not in the structure tree");
  else if (pdf_value_reference(pdf_audit_parent(audit, key)) != element)
    pdf_audit_fault(audit, NULL, page,
                    "the parent tree gives a link to another element");
}

static void
check_page(PdfAudit *audit, int page, GHashTable *links)
{
  PdfFile *file = audit->file;
  PdfValue object = pdf_file_object(
      file, g_array_index(audit->reading->page_objects, int, page));
  PdfScanner items = pdf_value_items(pdf_file_key(file, object, "/Annots"));
  PdfValue item;

  while (pdf_value_next(&items, &item)) {
    PdfValue annotation = pdf_file_resolve(file, item);
    if (pdf_value_is_dictionary(annotation))
      check_annotation(audit, annotation, pdf_value_reference(item), page,
                       links);
  }
}

static void
visit_link(PdfAudit *audit, const PdfPart *part, gpointer data)
{
  if (part->kind != PDF_PART_LINK)
    return;
  if (!pdf_part_is(part->parent, "Link"))
    pdf_audit_fault(audit, part, -1, "a link is in a %s, which says no link",
                    part->parent->role);
  if (!g_hash_table_insert(data, GINT_TO_POINTER(part->object),
                           GINT_TO_POINTER(part->parent->object)))
    pdf_audit_fault(audit, part, -1,
                    "a link stands twice in the structure tree");
}

void
pdf_audit_links(PdfAudit *audit)
{
  g_autoptr(GHashTable) links = g_hash_table_new(NULL, NULL);

  pdf_audit_walk(audit, visit_link, links);
  for (guint i = 0; i < audit->reading->pages->len; i++)
    check_page(audit, (int)i, links);
}
