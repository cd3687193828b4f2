/* tests/unit/pdf_file.c -- objects of a PDF as text; what a draft writes is
 * read back, by us and by qpdf; a file cut short anywhere is refused or has
 * holes, no more. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/draft.h"
#include "pdf/object.h"
#include "pdf/open.h"

#include <string.h>

static PdfValue
value_of(const char *text)
{
  return (PdfValue){ text, strlen(text) };
}

static void
test_value(void)
{
  PdfValue value = value_of("<</A 12 0 R/B[1 -2 (a]\\)>>) 3 0 R]/C<</A/No>>"
                            "/D<feff20ac>/E(\\200 \\(x\\))/F 7>>");
  PdfScanner items = pdf_value_items(pdf_value_key(value, "/B"));
  PdfValue item;

  g_assert_cmpint(pdf_value_reference(pdf_value_key(value, "/A")), ==, 12);
  g_assert_true(pdf_value_next(&items, &item));
  g_assert_cmpint(pdf_value_integer(item, 0), ==, 1);
  g_assert_true(pdf_value_next(&items, &item));
  g_assert_cmpint(pdf_value_integer(item, 0), ==, -2);
  g_assert_true(pdf_value_next(&items, &item));
  g_autofree char *string = pdf_value_text(item);
  g_assert_cmpstr(string, ==, "a])>>");
  g_assert_true(pdf_value_next(&items, &item));
  g_assert_cmpint(pdf_value_reference(item), ==, 3);
  g_assert_false(pdf_value_is_integer(item));
  g_assert_false(pdf_value_next(&items, &item));
  g_assert_cmpint(pdf_value_integer(pdf_value_key(value, "/F"), 0), ==, 7);
  g_assert_true(pdf_value_is_null(pdf_value_key(value, "/No")));
  g_autofree char *wide = pdf_value_text(pdf_value_key(value, "/D"));
  g_autofree char *bullet = pdf_value_text(pdf_value_key(value, "/E"));
  g_assert_cmpstr(wide, ==, "\u20ac");
  g_assert_cmpstr(bullet, ==, "\u2022 (x)");
}

/* --- a file --- */

static GBytes *
painted(void)
{
  GString *text = g_string_new("%PDF-1.4\n");
  gsize places[4] = { 0 };

  places[1] = text->len;
  g_string_append(text, "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
  places[2] = text->len;
  g_string_append(text,
                  "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
  places[3] = text->len;
  g_string_append(text, "3 0 obj\n<</Type/Page/StructParents 7/Parent 2 0 R"
                        "/MediaBox[0 0 9 9]>>\nendobj\n");
  gsize start = text->len;
  g_string_append(text, "xref\n0 4\n0000000000 65535 f \n");
  for (int i = 1; i < 4; i++)
    g_string_append_printf(text, "%010" G_GSIZE_FORMAT " 00000 n \n",
                           places[i]);
  g_string_append_printf(text,
                         "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n"
                         "%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                         start);
  return g_string_free_to_bytes(text);
}

/* The page gets content, and a key that it has, as that of cairo 1.18; the
 * catalogue gets one twice. */
static GBytes *
finished(void)
{
  g_autoptr(GBytes) source = painted();
  g_autoptr(GError) error = NULL;
  g_autoptr(PdfDraft) draft = pdf_draft_new(source, &error);

  g_assert_no_error(error);
  int content = pdf_draft_reserve(draft);
  g_assert_cmpint(content, ==, 4);
  g_string_append(pdf_draft_begin(draft, content), "<<>>");
  pdf_draft_end(draft);
  pdf_draft_pack(draft, content, "BT ET", strlen("BT ET"));
  pdf_draft_add(draft, 3, "/Contents 4 0 R/StructParents 0");
  int info = pdf_draft_reserve(draft);
  g_string_append(pdf_draft_begin(draft, info), "<</Title(x)>>");
  pdf_draft_end(draft);
  pdf_draft_set_info(draft, info);
  pdf_draft_set(draft, 1, "/Lang", "(de)");
  pdf_draft_set(draft, 1, "/Lang", "(en)");
  return pdf_draft_write(draft, NULL);
}

static void
test_draft(void)
{
  g_autoptr(GBytes) bytes = finished(), again = finished();
  g_autoptr(GError) error = NULL;
  g_autoptr(PdfFile) file = pdf_file_open(bytes, &error);
  g_autoptr(GByteArray) content = g_byte_array_new();

  g_assert_no_error(error);
  g_assert_true(g_bytes_equal(bytes, again));
  g_autoptr(GArray) pages = pdf_file_pages(file);
  g_assert_cmpuint(pages->len, ==, 1);
  g_assert_true(pdf_file_content(
      file, pdf_file_object(file, g_array_index(pages, int, 0)), content));
  g_assert_cmpmem(content->data, content->len, "BT ET", strlen("BT ET"));
  g_autofree char *lang =
      pdf_value_text(pdf_file_key(file, pdf_file_root(file), "/Lang"));
  g_assert_cmpstr(lang, ==, "en");
  PdfValue page = pdf_file_object(file, g_array_index(pages, int, 0));
  g_assert_cmpint(pdf_value_integer(pdf_value_key(page, "/StructParents"), -1),
                  ==, 0);
}

/* What says that it is a stream and has no bytes is not written as something
 * else. */
static void
test_lost_stream(void)
{
  g_autoptr(GBytes) source = painted();
  g_autoptr(GError) error = NULL;
  g_autoptr(PdfDraft) draft = pdf_draft_new(source, &error);

  g_assert_no_error(error);
  pdf_draft_add(draft, 3, "/Length 5");
  g_assert_null(pdf_draft_write(draft, &error));
  g_assert_nonnull(error);
}

/* qpdf warns of keys that stand twice, streams of another length, numbers that
 * are not where the cross-references say. */
static void
test_sound(void)
{
  g_autoptr(GBytes) bytes = finished();
  g_autoptr(GError) error = NULL;
  g_auto(PdfOpen) qpdf = pdf_open(bytes, &error);

  g_assert_no_error(error);
  qpdf_check_pdf(qpdf);
  pdf_open_check(qpdf, &error);
  g_assert_no_error(error);
}

/* --- text strings --- */

/* What we write is what we and qpdf read. */
static void
check_text(const char *text)
{
  g_autoptr(GString) out = g_string_new("<</A");

  pdf_append_text(out, text);
  g_string_append(out, "/B 1>>");
  PdfValue dictionary = { out->str, out->len };
  g_autofree char *ours = pdf_value_text(pdf_value_key(dictionary, "/A"));
  g_assert_cmpstr(ours, ==, text);
  g_assert_cmpint(pdf_value_integer(pdf_value_key(dictionary, "/B"), 0), ==, 1);
  qpdf_data qpdf = qpdf_init();
  qpdf_empty_pdf(qpdf);
  qpdf_oh parsed = qpdf_oh_parse(qpdf, out->str);
  g_assert_cmpstr(
      qpdf_oh_get_utf8_value(qpdf, qpdf_oh_get_key(qpdf, parsed, "/A")), ==,
      text);
  qpdf_cleanup(&qpdf);
}

static void
test_text(void)
{
  static const char *const texts[] = {
    "",
    "plain",
    "(()",
    ")",
    "\\",
    "ends with \\",
    "\\)",
    "a\nb\tc\rd",
    "<feff>",
    ">> 1 0 R",
    "%not a note",
    "Gr\u00fc\u00df",
    "\u2019",
    "\u0628\u062d\u062b",
    "\U0001f600 \U0010fffd",
    "\u0d28\u0a29", /* bytes that are "(" and ")" */
    "\u5c5c\u2829",
  };

  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    check_text(texts[i]);
}

static void
test_numbers(void)
{
  g_autoptr(GString) out = g_string_new(NULL);

  bytes_append_integer(out, G_MININT);
  bytes_append_integer(out, G_MAXINT);
  bytes_append_integer(out, 0);
  g_assert_cmpstr(out->str, ==, "-214748364821474836470");
}

static void
read_all(PdfFile *file)
{
  g_autoptr(GArray) pages = pdf_file_pages(file);
  g_autoptr(GByteArray) content = g_byte_array_new();

  for (guint i = 0; i < pages->len; i++)
    pdf_file_content(file, pdf_file_object(file, g_array_index(pages, int, i)),
                     content);
}

/* Each byte in turn: cut there, or another. */
static void
test_broken(void)
{
  g_autoptr(GBytes) bytes = finished();
  gsize length;
  const guint8 *data = g_bytes_get_data(bytes, &length);

  for (gsize at = 0; at < length; at++)
    for (int way = 0; way < 4; way++) {
      g_autofree guint8 *copy = g_memdup2(data, length);
      copy[at] = (guint8)(way == 1 ? 0 : way == 2 ? '9' : copy[at] ^ 0x55);
      g_autoptr(GBytes) wrong = g_bytes_new(copy, way == 0 ? at : length);
      g_autoptr(PdfFile) file = pdf_file_open(wrong, NULL);
      if (file != NULL)
        read_all(file);
    }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/value", test_value);
  g_test_add_func("/draft", test_draft);
  g_test_add_func("/lost-stream", test_lost_stream);
  g_test_add_func("/sound", test_sound);
  g_test_add_func("/text", test_text);
  g_test_add_func("/numbers", test_numbers);
  g_test_add_func("/broken", test_broken);
  return g_test_run();
}
