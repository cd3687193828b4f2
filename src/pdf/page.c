/* pdf/page.c -- each page: its content rewritten, its keys set. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "pdf/content.h"
#include "pdf/drawing.h"
#include "pdf/object.h"

#include <stdlib.h>

static bool
rewrite_content(PdfFinish *finish, int page, qpdf_oh object, GError **error)
{
  unsigned char *in = NULL;
  size_t length = 0;
  GArray *owners = g_ptr_array_index(finish->owners, page);
  g_autoptr(GString) out = NULL;

  if (qpdf_oh_get_page_content_data(finish->qpdf, object, &in, &length) !=
      QPDF_SUCCESS)
    return pdf_finish_check(finish, "page content", error);
  out = g_string_sized_new(length + length / 4);
  bool rewritten = pdf_content_rewrite(
      (const char *)in, length, pdf_plan_page(finish->plan, (unsigned)page),
      out, owners, error);
  free(in);
  if (rewritten)
    pdf_set(finish, object, "/Contents",
            pdf_object_stream(finish, out->str, out->len));
  return rewritten;
}

/* MCIDs are given in painting order and a leaf stands in one piece, so those
 * of a leaf are consecutive. */
static void
note_marks(PdfFinish *finish, int page)
{
  const GArray *owners = g_ptr_array_index(finish->owners, page);

  for (guint mcid = 0; mcid < owners->len; mcid++) {
    PdfLeafMarks *marks = &finish->marks[g_array_index(owners, int, mcid)];
    if (marks->count++ == 0)
      marks->first = (int)mcid;
  }
}

static void
set_keys(PdfFinish *finish, int page, qpdf_oh object)
{
  qpdf_data qpdf = finish->qpdf;
  qpdf_oh media = qpdf_oh_get_key(qpdf, object, "/MediaBox");

  pdf_set(finish, object, "/TrimBox", qpdf_oh_new_object(qpdf, media));
  pdf_set_integer(finish, object, "/StructParents", page);
  pdf_set_name(finish, object, "/Tabs", "S");
}

static bool
finish_page(PdfFinish *finish, int page, GHashTable *seen, GError **error)
{
  qpdf_oh object = qpdf_get_page_n(finish->qpdf, (size_t)page);

  finish->pages[page] = qpdf_oh_get_object_id(finish->qpdf, object);
  if (!rewrite_content(finish, page, object, error))
    return false;
  note_marks(finish, page);
  set_keys(finish, page, object);
  return pdf_finish_check(finish, "page", error) &&
         pdf_drawing_blacken(finish, page, seen, error);
}

bool
pdf_finish_pages(PdfFinish *finish, GError **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  int count = (int)finish->document->pages->len;

  if (qpdf_get_num_pages(finish->qpdf) != count) {
    g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                        "the painter made another number of pages than the "
                        "layout has");
    return false;
  }
  for (int page = 0; page < count; page++)
    if (!finish_page(finish, page, seen, error)) {
      g_prefix_error(error, "page %d: ", page + 1);
      return false;
    }
  return true;
}
