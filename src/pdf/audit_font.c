/* pdf/audit_font.c -- every font of every page is in the file, and says what
 * its glyphs mean. */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit.h"

static bool
is_embedded(qpdf_data qpdf, qpdf_oh font)
{
  static const char *const keys[] = { "/FontFile", "/FontFile2", "/FontFile3" };
  qpdf_oh descriptor = qpdf_oh_get_key(qpdf, font, "/FontDescriptor");

  if (!qpdf_oh_is_dictionary(qpdf, descriptor))
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (qpdf_oh_is_stream(qpdf, qpdf_oh_get_key(qpdf, descriptor, keys[i])))
      return true;
  return false;
}

/* PDF/A-2, 6.2.11.3.2: a composite TrueType font names its glyphs. */
static bool
has_glyph_map(qpdf_data qpdf, qpdf_oh font)
{
  qpdf_oh subtype = qpdf_oh_get_key(qpdf, font, "/Subtype");

  return !qpdf_oh_is_name_and_equals(qpdf, subtype, "/CIDFontType2") ||
         qpdf_oh_has_key(qpdf, font, "/CIDToGIDMap");
}

static void
check_font(PdfAudit *audit, qpdf_oh font, int page)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh kids = qpdf_oh_get_key(qpdf, font, "/DescendantFonts");
  qpdf_oh base = qpdf_oh_get_key(qpdf, font, "/BaseFont");
  const char *name =
      qpdf_oh_is_name(qpdf, base) ? qpdf_oh_get_name(qpdf, base) : "/?";
  qpdf_oh inner = font;

  if (qpdf_oh_is_array(qpdf, kids) && qpdf_oh_get_array_n_items(qpdf, kids) > 0)
    inner = qpdf_oh_get_array_item(qpdf, kids, 0);
  if (!qpdf_oh_is_dictionary(qpdf, inner) || !is_embedded(qpdf, inner))
    pdf_audit_fault(audit, NULL, page, "the font %s is not embedded", name);
  else if (!has_glyph_map(qpdf, inner))
    pdf_audit_fault(audit, NULL, page, "the font %s names no glyphs", name);
  if (!qpdf_oh_is_stream(qpdf, qpdf_oh_get_key(qpdf, font, "/ToUnicode")))
    pdf_audit_fault(audit, NULL, page,
                    "the font %s does not say what its glyphs mean", name);
}

static void
check_page(PdfAudit *audit, qpdf_oh page, int index, GHashTable *seen)
{
  qpdf_data qpdf = audit->qpdf;
  qpdf_oh resources = qpdf_oh_get_key(qpdf, page, "/Resources");
  qpdf_oh fonts = qpdf_oh_is_dictionary(qpdf, resources)
                      ? qpdf_oh_get_key(qpdf, resources, "/Font")
                      : resources;

  if (!qpdf_oh_is_dictionary(qpdf, fonts))
    return;
  qpdf_oh_begin_dict_key_iter(qpdf, fonts);
  while (qpdf_oh_dict_more_keys(qpdf)) {
    qpdf_oh font = qpdf_oh_get_key(qpdf, fonts, qpdf_oh_dict_next_key(qpdf));
    int number = qpdf_oh_get_object_id(qpdf, font);
    if (qpdf_oh_is_dictionary(qpdf, font) &&
        (number == 0 || g_hash_table_add(seen, GINT_TO_POINTER(number))))
      check_font(audit, font, index);
  }
}

void
pdf_audit_fonts(PdfAudit *audit)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

  for (guint i = 0; i < audit->reading->pages->len; i++) {
    check_page(audit, qpdf_get_page_n(audit->qpdf, i), (int)i, seen);
    qpdf_oh_release_all(audit->qpdf);
  }
}
