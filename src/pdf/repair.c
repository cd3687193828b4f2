/* pdf/repair.c -- what cairo leaves out or writes too much of.
 *
 * CIDToGIDMap is missing in fonts of TrueType outlines (PDF/A-2, 6.2.11.3.2),
 * images may ask for smoothing (6.2.8), and ToUnicode has the ligatures'
 * names of pdf/spelling.h. */
/* SPDX-License-Identifier: MIT */

#include "pdf/object.h"
#include "pdf/spelling.h"

#include <stdlib.h>

static void
spell_map(PdfFinish *finish, qpdf_oh map)
{
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered = QPDF_FALSE;
  g_autoptr(GString) spelled = NULL;

  if (qpdf_oh_get_stream_data(finish->qpdf, map, qpdf_dl_all, &filtered, &data,
                              &length) == QPDF_SUCCESS)
    spelled = pdf_spelling_map((const char *)data, length);
  free(data);
  if (spelled == NULL)
    return;
  qpdf_oh_replace_stream_data(
      finish->qpdf, map, (const unsigned char *)spelled->str, spelled->len,
      qpdf_oh_new_null(finish->qpdf), qpdf_oh_new_null(finish->qpdf));
}

static void
repair_dictionary(PdfFinish *finish, qpdf_oh object)
{
  qpdf_data qpdf = finish->qpdf;
  qpdf_oh subtype = qpdf_oh_get_key(qpdf, object, "/Subtype");

  if (qpdf_oh_is_name_and_equals(qpdf, subtype, "/CIDFontType2") &&
      !qpdf_oh_has_key(qpdf, object, "/CIDToGIDMap"))
    pdf_set_name(finish, object, "/CIDToGIDMap", "Identity");
  if (qpdf_oh_has_key(qpdf, object, "/ToUnicode"))
    spell_map(finish, qpdf_oh_get_key(qpdf, object, "/ToUnicode"));
}

bool
pdf_repair_objects(PdfFinish *finish, GError **error)
{
  qpdf_data qpdf = finish->qpdf;
  int size = qpdf_oh_get_int_value_as_int(
      qpdf, qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Size"));

  for (int number = 1; number < size; number++) {
    qpdf_oh object = pdf_object(finish, number);
    if (qpdf_oh_is_stream(qpdf, object))
      qpdf_oh_remove_key(qpdf, qpdf_oh_get_dict(qpdf, object), "/Interpolate");
    else if (qpdf_oh_is_dictionary(qpdf, object))
      repair_dictionary(finish, object);
    qpdf_oh_release_all(qpdf);
  }
  return pdf_finish_check(finish, "repair", error);
}
