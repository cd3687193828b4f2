/* pdf/audit_font.c -- every font of a page or drawing is in the file, and says
 * what its glyphs mean. */
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

/* (transfer full) */
static GStrv
keys_of(qpdf_data qpdf, qpdf_oh dictionary)
{
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new();

  if (qpdf_oh_is_dictionary(qpdf, dictionary)) {
    qpdf_oh_begin_dict_key_iter(qpdf, dictionary);
    while (qpdf_oh_dict_more_keys(qpdf))
      g_strv_builder_add(keys, qpdf_oh_dict_next_key(qpdf));
  }
  return g_strv_builder_end(keys);
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
  audit->fonts++;
  if (!qpdf_oh_is_dictionary(qpdf, inner) || !is_embedded(qpdf, inner))
    audit->fonts_loose++;
  else if (!has_glyph_map(qpdf, inner))
    pdf_audit_fault(audit, NULL, page, "the font %s names no glyphs", name);
  if (!qpdf_oh_is_stream(qpdf, qpdf_oh_get_key(qpdf, font, "/ToUnicode")))
    pdf_audit_fault(audit, NULL, page,
                    "the font %s does not say what its glyphs mean", name);
}

/* Fonts, and drawings with fonts and drawings of their own. */
static void
check_resources(PdfAudit *audit, qpdf_oh resources, int page, GHashTable *seen)
{
  static const char *const kinds[] = { "/Font", "/XObject" };
  qpdf_data qpdf = audit->qpdf;

  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    qpdf_oh all = qpdf_oh_is_dictionary(qpdf, resources)
                      ? qpdf_oh_get_key(qpdf, resources, kinds[i])
                      : resources;
    g_auto(GStrv) names = keys_of(qpdf, all);
    for (char **name = names; *name != NULL; name++) {
      qpdf_oh object = qpdf_oh_get_key(qpdf, all, *name);
      int number = qpdf_oh_get_object_id(qpdf, object);
      if (number != 0 && !g_hash_table_add(seen, GINT_TO_POINTER(number)))
        continue;
      if (i == 0)
        check_font(audit, object, page);
      else if (qpdf_oh_is_stream(qpdf, object))
        check_resources(
            audit,
            qpdf_oh_get_key(qpdf, qpdf_oh_get_dict(qpdf, object), "/Resources"),
            page, seen);
    }
  }
}

void
pdf_audit_fonts(PdfAudit *audit)
{
  qpdf_data qpdf = audit->qpdf;
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  int pages = qpdf_get_num_pages(qpdf);

  for (int i = 0; i < pages; i++) {
    qpdf_oh page = qpdf_get_page_n(qpdf, (size_t)i);
    check_resources(audit, qpdf_oh_get_key(qpdf, page, "/Resources"), i, seen);
    qpdf_oh_release_all(qpdf);
  }
}
