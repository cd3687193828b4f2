/* pdf/annotation.c -- clickable rectangles (PDF 1.7, 12.5.6.5). */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "pdf/object.h"

/* A URI is 7-bit ASCII (PDF 1.7, 12.6.4.7). */
static char *
ascii_uri(const char *uri)
{
  GString *out = g_string_new(NULL);

  for (; *uri != '\0'; uri++) {
    guchar c = (guchar)*uri;
    if (c <= 0x20 || c >= 0x7f)
      g_string_append_printf(out, "%%%02X", c);
    else
      g_string_append_c(out, *uri);
  }
  return g_string_free(out, FALSE);
}

static void
set_target(PdfFinish *finish, qpdf_oh annotation, const LayoutLink *link)
{
  if (link->uri == NULL) {
    pdf_set(finish, annotation, "/Dest",
            pdf_object_destination(finish, link->dest_page, link->dest_y));
    return;
  }
  g_autofree char *uri = ascii_uri(link->uri);
  qpdf_oh action = qpdf_oh_parse(finish->qpdf, "<</Type/Action/S/URI>>");
  pdf_set_bytes(finish, action, "/URI", uri);
  pdf_set(finish, annotation, "/A", action);
}

static void
append_to_page(PdfFinish *finish, qpdf_oh page, int annotation)
{
  qpdf_data qpdf = finish->qpdf;

  if (!qpdf_oh_has_key(qpdf, page, "/Annots"))
    pdf_set(finish, page, "/Annots", qpdf_oh_new_array(qpdf));
  qpdf_oh_append_item(qpdf, qpdf_oh_get_key(qpdf, page, "/Annots"),
                      pdf_object(finish, annotation));
}

/* F 4: print, as PDF/A-2 wants (6.3.2). */
static void
annotate(PdfFinish *finish, int index)
{
  const LayoutLink *link =
      &g_array_index(finish->document->links, LayoutLink, index);
  qpdf_oh page = pdf_object(finish, finish->pages[link->page]);
  qpdf_oh annotation = qpdf_oh_parse(
      finish->qpdf, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]>>");

  pdf_set(finish, annotation, "/Rect",
          pdf_object_rectangle(finish, link->page, link->x0, link->y0, link->x1,
                               link->y1));
  pdf_set_text(finish, annotation, "/Contents", link->contents);
  pdf_set_integer(finish, annotation, "/StructParent",
                  (int)finish->document->pages->len + index);
  pdf_set(finish, annotation, "/P", page);
  set_target(finish, annotation, link);
  finish->links[index] = pdf_object_add(finish, annotation);
  append_to_page(finish, page, finish->links[index]);
}

static bool
is_page(const PdfFinish *finish, int page)
{
  return page >= 0 && (guint)page < finish->document->pages->len;
}

bool
pdf_annotate_links(PdfFinish *finish, GError **error)
{
  for (guint i = 0; i < finish->document->links->len; i++) {
    const LayoutLink *link =
        &g_array_index(finish->document->links, LayoutLink, i);
    if (!is_page(finish, link->page) || link->contents == NULL ||
        *link->contents == '\0' ||
        (link->uri == NULL && !is_page(finish, link->dest_page))) {
      g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                  "link %u says nothing, or leads to no page", i);
      return false;
    }
    annotate(finish, (int)i);
    qpdf_oh_release_all(finish->qpdf);
  }
  return pdf_finish_check(finish, "links", error);
}
