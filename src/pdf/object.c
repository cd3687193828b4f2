/* pdf/object.c -- PDF's objects as text, and places in a page's space. */
/* SPDX-License-Identifier: MIT */

#include "pdf/object.h"

#include "base/bytes.h"

enum {
  DECIMALS = 3,      /* of a point */
  STRING_MAX = 32767 /* bytes */
};

int
pdf_finish_page(const PdfFinish *finish, int page)
{
  return g_array_index(finish->pages, int, page);
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

void
pdf_finish_set_root(PdfFinish *finish, const char *key, const char *text)
{
  pdf_draft_set(finish->draft, pdf_draft_root(finish->draft), key, text);
}

void
pdf_append_number(GString *out, double value)
{
  bytes_append_number(out, value, DECIMALS);
}

void
pdf_append_reference(GString *out, int number)
{
  bytes_append_integer(out, number);
  g_string_append(out, " 0 R ");
}

void
pdf_append_bytes(GString *out, const char *bytes)
{
  g_string_append_c(out, '(');
  for (; *bytes != '\0'; bytes++) {
    guchar c = (guchar)*bytes;
    if (c < 0x20 || c >= 0x7f) {
      g_string_append_printf(out, "\\%03o", c);
      continue;
    }
    if (c == '(' || c == ')' || c == '\\')
      g_string_append_c(out, '\\');
    g_string_append_c(out, (char)c);
  }
  g_string_append_c(out, ')');
}

static void
append_unit(GString *out, gunichar unit)
{
  static const char hex[] = "0123456789abcdef";

  for (int shift = 12; shift >= 0; shift -= 4)
    g_string_append_c(out, hex[unit >> shift & 0xf]);
}

bool
pdf_text_fits(const char *text)
{
  gsize bytes = 2; /* the mark that it is UTF-16 */

  if (text == NULL || strlen(text) <= STRING_MAX / 2)
    return true;
  if (g_str_is_ascii(text))
    return strlen(text) <= STRING_MAX;
  for (; *text != '\0'; text = g_utf8_next_char(text))
    bytes += g_utf8_get_char(text) > 0xffff ? 4 : 2;
  return bytes <= STRING_MAX;
}

/* Plain ASCII as it is, all else as UTF-16 (7.9.2.2). */
void
pdf_append_text(GString *out, const char *text)
{
  if (g_str_is_ascii(text)) {
    pdf_append_bytes(out, text);
    return;
  }
  g_string_append(out, "<feff");
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (c > 0xffff) {
      append_unit(out, 0xd800 + ((c - 0x10000) >> 10));
      append_unit(out, 0xdc00 + (c & 0x3ff));
    } else {
      append_unit(out, c);
    }
  }
  g_string_append_c(out, '>');
}

void
pdf_append_rectangle(GString *out, const PdfFinish *finish, int page, double x0,
                     double y0, double x1, double y1)
{
  double numbers[4] = { pdf_finish_x(finish, page, x0),
                        pdf_finish_y(finish, y1),
                        pdf_finish_x(finish, page, x1),
                        pdf_finish_y(finish, y0) };

  for (int i = 0; i < 4; i++) {
    g_string_append_c(out, i == 0 ? '[' : ' ');
    pdf_append_number(out, numbers[i]);
  }
  g_string_append_c(out, ']');
}

void
pdf_append_destination(GString *out, const PdfFinish *finish, int page,
                       double y)
{
  g_string_append_c(out, '[');
  pdf_append_reference(out, pdf_finish_page(finish, page));
  g_string_append(out, "/XYZ 0 ");
  pdf_append_number(out, pdf_finish_y(finish, y));
  g_string_append(out, " null]");
}
