/* pdf/page.c -- each page: its content rewritten, its keys set. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/content.h"
#include "pdf/drawing.h"
#include "pdf/object.h"

/* Used for one page after the other. */
typedef struct {
  GByteArray *in;
  GString *out;
  GHashTable *seen; /* drawings */
} Workplace;

static bool
rewrite_content(PdfFinish *finish, int page, PdfValue object,
                const Workplace *place, GError **error)
{
  PdfFile *source = pdf_draft_source(finish->draft);
  int content = pdf_value_reference(pdf_value_key(object, "/Contents"));

  g_byte_array_set_size(place->in, 0);
  g_string_truncate(place->out, 0);
  if (content == 0 || !pdf_file_content(source, object, place->in)) {
    g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                        "its painted content cannot be read");
    return false;
  }
  if (!pdf_content_rewrite((const char *)place->in->data, place->in->len,
                           pdf_plan_page(finish->plan, (unsigned)page),
                           place->out, g_ptr_array_index(finish->owners, page),
                           error))
    return false;
  pdf_draft_pack(finish->draft, content, place->out->str, place->out->len);
  return true;
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
set_keys(PdfFinish *finish, int page, PdfValue object)
{
  PdfValue media = pdf_value_key(object, "/MediaBox");
  g_autoptr(GString) entries = g_string_new("/Tabs/S/StructParents ");

  bytes_append_integer(entries, page);
  if (media.length > 0) {
    g_string_append(entries, "/TrimBox ");
    g_string_append_len(entries, media.start, (gssize)media.length);
  }
  pdf_draft_add(finish->draft, pdf_finish_page(finish, page), entries->str);
}

static bool
finish_page(PdfFinish *finish, int page, const Workplace *place, GError **error)
{
  PdfValue object = pdf_file_object(pdf_draft_source(finish->draft),
                                    pdf_finish_page(finish, page));

  if (!rewrite_content(finish, page, object, place, error))
    return false;
  note_marks(finish, page);
  set_keys(finish, page, object);
  return pdf_drawing_blacken(finish, page, place->seen, error);
}

static bool
finish_pages(PdfFinish *finish, const Workplace *place, GError **error)
{
  for (int page = 0; page < (int)finish->pages->len; page++)
    if (!finish_page(finish, page, place, error)) {
      g_prefix_error(error, "page %d: ", page + 1);
      return false;
    }
  return true;
}

bool
pdf_finish_pages(PdfFinish *finish, GError **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  g_autoptr(GByteArray) in = g_byte_array_new();
  g_autoptr(GString) out = g_string_new(NULL);
  Workplace place = { in, out, seen };

  if (finish->pages->len == finish->document->pages->len)
    return finish_pages(finish, &place, error);
  g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                      "the painter made another number of pages than the "
                      "layout has");
  return false;
}
