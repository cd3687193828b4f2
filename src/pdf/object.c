/* pdf/object.c -- qpdf's objects, and what the steps of the finisher share. */
/* SPDX-License-Identifier: MIT */

#include "pdf/object.h"

#include "base/bytes.h"
#include "base/error.h"

bool
pdf_finish_check(PdfFinish *finish, const char *where, GError **error)
{
  qpdf_oh_release_all(finish->qpdf);
  if (qpdf_more_warnings(finish->qpdf)) {
    g_set_error(error, HANDBILL_ERROR, ERROR_BUG, "PDF, %s: %s", where,
                qpdf_get_error_full_text(finish->qpdf,
                                         qpdf_next_warning(finish->qpdf)));
    return false;
  }
  if (!qpdf_has_error(finish->qpdf))
    return true;
  g_set_error(
      error, HANDBILL_ERROR, ERROR_BUG, "PDF, %s: %s", where,
      qpdf_get_error_full_text(finish->qpdf, qpdf_get_error(finish->qpdf)));
  return false;
}

double
pdf_finish_x(const PdfFinish *finish, int page, double x)
{
  const LayoutPage *at =
      &g_array_index(finish->document->pages, LayoutPage, page);

  return x + (at->verso ? finish->paper->x_verso : finish->paper->x_recto);
}

double
pdf_finish_y(const PdfFinish *finish, double y)
{
  return finish->paper->height - finish->paper->y - y;
}

qpdf_oh
pdf_object(PdfFinish *finish, int number)
{
  return qpdf_get_object_by_id(finish->qpdf, number, 0);
}

int
pdf_object_add(PdfFinish *finish, qpdf_oh object)
{
  return qpdf_oh_get_object_id(finish->qpdf,
                               qpdf_make_indirect_object(finish->qpdf, object));
}

qpdf_oh
pdf_object_stream(PdfFinish *finish, const void *data, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream(finish->qpdf);

  qpdf_oh_replace_stream_data(finish->qpdf, stream, data, length,
                              qpdf_oh_new_null(finish->qpdf),
                              qpdf_oh_new_null(finish->qpdf));
  return stream;
}

qpdf_oh
pdf_object_number(PdfFinish *finish, double value)
{
  g_autoptr(GString) text = g_string_new(NULL);

  bytes_append_number(text, value, 3);
  return qpdf_oh_new_real_from_string(finish->qpdf, text->str);
}

qpdf_oh
pdf_object_rectangle(PdfFinish *finish, int page, double x0, double y0,
                     double x1, double y1)
{
  double numbers[4] = { pdf_finish_x(finish, page, x0),
                        pdf_finish_y(finish, y1),
                        pdf_finish_x(finish, page, x1),
                        pdf_finish_y(finish, y0) };
  qpdf_oh array = qpdf_oh_new_array(finish->qpdf);

  for (int i = 0; i < 4; i++)
    qpdf_oh_append_item(finish->qpdf, array,
                        pdf_object_number(finish, numbers[i]));
  return array;
}

qpdf_oh
pdf_object_destination(PdfFinish *finish, int page, double y)
{
  qpdf_oh array = qpdf_oh_parse(finish->qpdf, "[/XYZ 0]");

  qpdf_oh_insert_item(finish->qpdf, array, 0,
                      pdf_object(finish, finish->pages[page]));
  qpdf_oh_append_item(finish->qpdf, array,
                      pdf_object_number(finish, pdf_finish_y(finish, y)));
  qpdf_oh_append_item(finish->qpdf, array, qpdf_oh_new_null(finish->qpdf));
  return array;
}

void
pdf_set(PdfFinish *finish, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key(finish->qpdf, dictionary, key, value);
}

void
pdf_set_name(PdfFinish *finish, qpdf_oh dictionary, const char *key,
             const char *name)
{
  g_autofree char *slashed = g_strconcat("/", name, NULL);

  pdf_set(finish, dictionary, key, qpdf_oh_new_name(finish->qpdf, slashed));
}

void
pdf_set_integer(PdfFinish *finish, qpdf_oh dictionary, const char *key,
                int value)
{
  pdf_set(finish, dictionary, key, qpdf_oh_new_integer(finish->qpdf, value));
}

void
pdf_set_text(PdfFinish *finish, qpdf_oh dictionary, const char *key,
             const char *text)
{
  if (text != NULL)
    pdf_set(finish, dictionary, key,
            qpdf_oh_new_unicode_string(finish->qpdf, text));
}

void
pdf_set_bytes(PdfFinish *finish, qpdf_oh dictionary, const char *key,
              const char *bytes)
{
  if (bytes != NULL)
    pdf_set(finish, dictionary, key, qpdf_oh_new_string(finish->qpdf, bytes));
}

void
pdf_set_parsed(PdfFinish *finish, qpdf_oh dictionary, const char *key,
               const char *text)
{
  pdf_set(finish, dictionary, key, qpdf_oh_parse(finish->qpdf, text));
}
