/* pdf/repair.c -- what cairo leaves out or writes too much of.
 *
 * CIDToGIDMap is missing in fonts of TrueType outlines (PDF/A-2, 6.2.11.3.2),
 * images may ask for smoothing (6.2.8), and ToUnicode has the ligatures'
 * names of pdf/spelling.h. */
/* SPDX-License-Identifier: MIT */

#include "pdf/object.h"
#include "pdf/spelling.h"

static void
spell_map(PdfFinish *finish, int map)
{
  PdfFile *source = pdf_draft_source(finish->draft);
  g_autoptr(GByteArray) data = g_byte_array_new();
  g_autoptr(GString) spelled = NULL;

  if (pdf_file_unpack(source, pdf_file_object(source, map), data))
    spelled = pdf_spelling_map((const char *)data->data, data->len);
  if (spelled != NULL)
    pdf_draft_pack(finish->draft, map, spelled->str, spelled->len);
}

static void
repair_object(PdfFinish *finish, int number, PdfValue object)
{
  PdfValue subtype = pdf_value_key(object, "/Subtype");

  if (pdf_value_is_null(subtype))
    return;
  if (pdf_value_is_name(subtype, "/Image")) {
    if (!pdf_value_is_null(pdf_value_key(object, "/Interpolate")))
      pdf_draft_set(finish->draft, number, "/Interpolate", NULL);
    return;
  }
  if (pdf_value_is_name(subtype, "/CIDFontType2") &&
      pdf_value_is_null(pdf_value_key(object, "/CIDToGIDMap")))
    pdf_draft_set(finish->draft, number, "/CIDToGIDMap", "/Identity");
  if (!pdf_value_is_name(pdf_value_key(object, "/Type"), "/Font"))
    return;
  int map = pdf_value_reference(pdf_value_key(object, "/ToUnicode"));
  if (map != 0)
    spell_map(finish, map);
}

void
pdf_repair_objects(PdfFinish *finish)
{
  PdfFile *source = pdf_draft_source(finish->draft);
  int size = pdf_file_size(source);

  for (int number = 1; number < size; number++) {
    PdfValue object = pdf_file_object(source, number);
    if (pdf_value_is_dictionary(object))
      repair_object(finish, number, object);
  }
}
