/* pdf/audit_link.c -- links are in the tree, say what they are, and do nothing
 * but lead somewhere (PDF/UA-1, 7.18; PDF/A-2, 6.3 and 6.5). */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit.h"

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
check_action(PdfAudit *audit, qpdf_oh annotation, int page)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh action = qpdf_oh_get_key(qpdf, annotation, "/A");

  if (qpdf_oh_has_key(qpdf, annotation, "/AA"))
    pdf_audit_fault(audit, NULL, page, "a link acts by itself (/AA)");
  if (!qpdf_oh_is_dictionary(qpdf, action))
    return; /* a place in the file: the reading has found it */
  qpdf_oh uri = qpdf_oh_get_key(qpdf, action, "/URI");
  if (!qpdf_oh_is_name_and_equals(qpdf, qpdf_oh_get_key(qpdf, action, "/S"),
                                  "/URI") ||
      qpdf_oh_has_key(qpdf, action, "/Next") || !qpdf_oh_is_string(qpdf, uri))
    pdf_audit_fault(audit, NULL, page,
                    "a link does something else than lead to an address");
  else if (!is_safe_address(qpdf_oh_get_utf8_value(qpdf, uri)))
    pdf_audit_fault(audit, NULL, page,
                    "a link leads to \"%s\", which no reader should open",
                    qpdf_oh_get_utf8_value(qpdf, uri));
}

static void
check_looks(PdfAudit *audit, qpdf_oh annotation, int page)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh contents = qpdf_oh_get_key(qpdf, annotation, "/Contents");
  qpdf_oh flags = qpdf_oh_get_key(qpdf, annotation, "/F");
  int value = qpdf_oh_is_integer(qpdf, flags)
                  ? qpdf_oh_get_int_value_as_int(qpdf, flags)
                  : 0;

  if (!qpdf_oh_is_string(qpdf, contents) ||
      *qpdf_oh_get_utf8_value(qpdf, contents) == '\0')
    pdf_audit_fault(audit, NULL, page, "a link does not say what it is");
  if ((value & FLAG_PRINT) == 0 || (value & FLAG_HIDDEN) != 0)
    pdf_audit_fault(audit, NULL, page, "a link is not there in print");
}

/* `links` gives the element of each annotation that the tree has. */
static void
check_annotation(PdfAudit *audit, qpdf_oh annotation, int page,
                 GHashTable *links)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh key = qpdf_oh_get_key(qpdf, annotation, "/StructParent");
  int number = qpdf_oh_get_object_id(qpdf, annotation);
  int element =
      GPOINTER_TO_INT(g_hash_table_lookup(links, GINT_TO_POINTER(number)));

  if (!qpdf_oh_is_name_and_equals(
          qpdf, qpdf_oh_get_key(qpdf, annotation, "/Subtype"), "/Link")) {
    pdf_audit_fault(audit, NULL, page, "an annotation that is no link");
    return;
  }
  check_action(audit, annotation, page);
  check_looks(audit, annotation, page);
  if (element == 0) {
    pdf_audit_fault(audit, NULL, page, "a link is not in the structure tree");
    return;
  }
  qpdf_oh parent =
      pdf_audit_parent(audit, qpdf_oh_is_integer(qpdf, key)
                                  ? qpdf_oh_get_int_value_as_int(qpdf, key)
                                  : -1);
  if (qpdf_oh_get_object_id(qpdf, parent) != element)
    pdf_audit_fault(audit, NULL, page,
                    "the parent tree gives a link to another element");
}

static void
check_page(PdfAudit *audit, int page, GHashTable *links)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh annotations =
      qpdf_oh_get_key(qpdf, qpdf_get_page_n(qpdf, (size_t)page), "/Annots");
  int count = qpdf_oh_is_array(qpdf, annotations)
                  ? qpdf_oh_get_array_n_items(qpdf, annotations)
                  : 0;

  for (int i = 0; i < count; i++) {
    qpdf_oh annotation = qpdf_oh_get_array_item(qpdf, annotations, i);
    if (qpdf_oh_is_dictionary(qpdf, annotation))
      check_annotation(audit, annotation, page, links);
  }
  qpdf_oh_release_all(qpdf);
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
