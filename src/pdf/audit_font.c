/* pdf/audit_font.c -- every font of a page or drawing is in the file, and says
 * what its glyphs mean. */
/* SPDX-License-Identifier: MIT */

#include "pdf/audit_rule.h"

enum {
  NESTING = 100 /* drawings in drawings; a sheet's are refused above 28 */
};

static void check_drawing(PdfAudit *audit, PdfValue drawing, int page,
                          GHashTable *seen, unsigned level);

static bool
is_stream(PdfFile *file, PdfValue value)
{
  gsize length;

  return pdf_file_packed(file, value, &length) != NULL;
}

static bool
is_embedded(PdfFile *file, PdfValue font)
{
  static const char *const keys[] = { "/FontFile", "/FontFile2", "/FontFile3" };
  PdfValue descriptor = pdf_file_key(file, font, "/FontDescriptor");

  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (is_stream(file, pdf_file_key(file, descriptor, keys[i])))
      return true;
  return false;
}

/* PDF/A-2, 6.2.11.3.2: a composite TrueType font names its glyphs. */
static bool
has_glyph_map(PdfFile *file, PdfValue font)
{
  PdfValue subtype = pdf_file_key(file, font, "/Subtype");

  return !pdf_value_is_name(subtype, "/CIDFontType2") ||
         !pdf_value_is_null(pdf_file_key(file, font, "/CIDToGIDMap"));
}

static void
check_font(PdfAudit *audit, PdfValue font, int page)
{
  PdfFile *file = audit->file;
  PdfValue base = pdf_file_key(file, font, "/BaseFont"), inner = font;
  gsize length = pdf_value_name_length(base);
  g_autofree char *name =
      g_strndup(length > 0 ? base.start : "/?", MAX(length, 2));
  PdfScanner kids =
      pdf_value_items(pdf_file_key(file, font, "/DescendantFonts"));

  if (pdf_value_next(&kids, &inner))
    inner = pdf_file_resolve(file, inner);
  audit->fonts++;
  if (!is_embedded(file, inner))
    audit->fonts_loose++;
  else if (!has_glyph_map(file, inner))
    pdf_audit_fault(audit, NULL, page, "the font %s names no glyphs", name);
  if (!is_stream(file, pdf_file_key(file, font, "/ToUnicode")))
    pdf_audit_fault(audit, NULL, page,
                    "the font %s does not say what its glyphs mean", name);
}

/* Fonts, and drawings with fonts and drawings of their own.  Pages share their
 * fonts, and each is looked at once. */
static void
check_resources(PdfAudit *audit, PdfValue resources, int page, GHashTable *seen,
                unsigned level)
{
  static const char *const kinds[] = { "/Font", "/XObject" };
  PdfFile *file = audit->file;

  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    PdfScanner all = pdf_value_items(pdf_file_key(file, resources, kinds[i]));
    PdfValue name, item;
    while (pdf_value_next(&all, &name) && pdf_value_next(&all, &item)) {
      int number = pdf_value_reference(item);
      if (number != 0 && !g_hash_table_add(seen, GINT_TO_POINTER(number)))
        continue;
      PdfValue object = pdf_file_resolve(file, item);
      if (i == 0)
        check_font(audit, object, page);
      else if (number != 0)
        check_drawing(audit, object, page, seen, level + 1);
    }
  }
}

static void
check_drawing(PdfAudit *audit, PdfValue drawing, int page, GHashTable *seen,
              unsigned level)
{
  if (level > NESTING)
    pdf_audit_fault(audit, NULL, page, "drawings are nested too deep");
  else
    check_resources(audit, pdf_file_key(audit->file, drawing, "/Resources"),
                    page, seen, level);
}

void
pdf_audit_fonts(PdfAudit *audit)
{
  PdfFile *file = audit->file;
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  g_autoptr(GArray) pages = pdf_file_pages(file);

  for (guint i = 0; i < pages->len; i++) {
    PdfValue page = pdf_file_object(file, g_array_index(pages, int, i));
    check_resources(audit, pdf_file_key(file, page, "/Resources"), (int)i, seen,
                    0);
  }
}
