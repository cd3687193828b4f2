/* pdf/annotation.c -- clickable rectangles (PDF 1.7, 12.5.6.5). */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
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

/* An address grows where it has characters that a URI has not. */
static bool
check_length(const LayoutLink *link, GError **error)
{
  g_autofree char *uri = link->uri != NULL ? ascii_uri(link->uri) : NULL;

  if (pdf_text_fits(uri) && pdf_text_fits(link->contents))
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT,
              "page %d: a link is longer than a PDF may hold (32,767 bytes)",
              link->page + 1);
  return false;
}

static void
append_target(GString *out, const PdfFinish *finish, const LayoutLink *link)
{
  if (link->uri == NULL) {
    g_string_append(out, "/Dest");
    pdf_append_destination(out, finish, link->dest_page, link->dest_y);
    return;
  }
  g_autofree char *uri = ascii_uri(link->uri);
  g_string_append(out, "/A<</Type/Action/S/URI/URI");
  pdf_append_bytes(out, uri);
  g_string_append(out, ">>");
}

/* F 4: print, as PDF/A-2 wants (6.3.2). */
static void
annotate(PdfFinish *finish, int index)
{
  const LayoutLink *link =
      &g_array_index(finish->document->links, LayoutLink, index);
  GString *out = pdf_draft_begin(finish->draft, finish->links[index]);

  g_string_append(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
  pdf_append_rectangle(out, finish, link->page, link->x0, link->y0, link->x1,
                       link->y1);
  g_string_append(out, "/Contents");
  pdf_append_text(out, link->contents);
  g_string_append(out, "/StructParent ");
  bytes_append_integer(out, (int)finish->document->pages->len + index);
  g_string_append(out, "/P ");
  pdf_append_reference(out, pdf_finish_page(finish, link->page));
  append_target(out, finish, link);
  g_string_append(out, ">>");
  pdf_draft_end(finish->draft);
}

static bool
is_page(const PdfFinish *finish, int page)
{
  return page >= 0 && (guint)page < finish->document->pages->len;
}

static bool
check_link(const PdfFinish *finish, int index, GError **error)
{
  const LayoutLink *link =
      &g_array_index(finish->document->links, LayoutLink, index);

  if (is_page(finish, link->page) && link->contents != NULL &&
      *link->contents != '\0' &&
      (link->uri != NULL || is_page(finish, link->dest_page)))
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
              "link %d says nothing, or leads to no page", index);
  return false;
}

/* `lists` are the annotations of each page, NULL where there are none. */
static void
set_lists(PdfFinish *finish, GString *const *lists)
{
  for (guint i = 0; i < finish->document->pages->len; i++) {
    if (lists[i] == NULL)
      continue;
    g_string_append_c(lists[i], ']');
    pdf_draft_add(finish->draft, pdf_finish_page(finish, (int)i),
                  lists[i]->str);
    g_string_free(lists[i], TRUE);
  }
}

bool
pdf_annotate_links(PdfFinish *finish, GError **error)
{
  const GArray *links = finish->document->links;
  g_autofree GString **lists =
      g_new0(GString *, finish->document->pages->len + 1);

  for (guint i = 0; i < links->len; i++)
    if (!check_link(finish, (int)i, error) ||
        !check_length(&g_array_index(links, LayoutLink, i), error))
      return false;
  for (guint i = 0; i < links->len; i++) {
    GString **list = &lists[g_array_index(links, LayoutLink, i).page];
    finish->links[i] = pdf_draft_reserve(finish->draft);
    annotate(finish, (int)i);
    if (*list == NULL)
      *list = g_string_new("/Annots[");
    pdf_append_reference(*list, finish->links[i]);
  }
  set_lists(finish, lists);
  return true;
}
