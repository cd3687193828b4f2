/* tests/unit/pdf_crossref.c -- where objects are: older and newer sections, a
 * deleted object, one that is somewhere else, streams whose length stands
 * elsewhere; what is malicious is no more than null. */
/* SPDX-License-Identifier: MIT */

#include "pdf/draft.h"

#include <string.h>

typedef struct {
  GString *text;
  gsize places[8];
} Writer;

static void
begin(Writer *writer)
{
  *writer = (Writer){ g_string_new("%PDF-1.7\n"), { 0 } };
}

static void
add(Writer *writer, int number, const char *value)
{
  writer->places[number] = writer->text->len;
  g_string_append_printf(writer->text, "%d 0 obj\n%s\nendobj\n", number, value);
}

/* A section of the objects from `first` on, of which one is deleted. */
static gsize
end_section(Writer *writer, int first, int count, int deleted, gsize before)
{
  gsize start = writer->text->len;

  g_string_append_printf(writer->text, "xref\n%d %d\n", first, count);
  for (int i = first; i < first + count; i++)
    g_string_append_printf(writer->text, "%010" G_GSIZE_FORMAT " 00000 %c \n",
                           i == deleted || i == 0 ? (gsize)0
                                                  : writer->places[i],
                           i == deleted || i == 0 ? 'f' : 'n');
  g_string_append(writer->text, "trailer\n<</Size 8/Root 1 0 R");
  if (before > 0)
    g_string_append_printf(writer->text, "/Prev %" G_GSIZE_FORMAT, before);
  g_string_append_printf(
      writer->text, ">>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);
  return start;
}

static PdfFile *
open_file(Writer *writer)
{
  g_autoptr(GBytes) bytes = g_string_free_to_bytes(writer->text);
  g_autoptr(GError) error = NULL;
  PdfFile *file = pdf_file_open(bytes, &error);

  g_assert_no_error(error);
  return file;
}

static void
add_book(Writer *writer)
{
  add(writer, 1, "<</Type/Catalog/Pages 2 0 R>>");
  add(writer, 2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
  add(writer, 3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>");
  add(writer, 4, "<</Length 5 0 R>>\nstream\nBT ET\nendstream");
  add(writer, 5, "5");
}

/* --- sections --- */

static void
test_newest(void)
{
  Writer writer;

  begin(&writer);
  add_book(&writer);
  add(&writer, 6, "(old)");
  add(&writer, 7, "(kept)");
  gsize before = end_section(&writer, 0, 8, 0, 0);
  add(&writer, 6, "(new)");
  end_section(&writer, 6, 2, 7, before);
  g_autoptr(PdfFile) file = open_file(&writer);
  g_autofree char *newest = pdf_value_text(pdf_file_object(file, 6));
  g_assert_cmpstr(newest, ==, "new");
  g_assert_true(pdf_value_is_null(pdf_file_object(file, 7)));
  g_assert_true(pdf_value_is_null(pdf_file_object(file, 99)));
  g_assert_true(pdf_value_is_null(pdf_file_object(file, -1)));
}

static void
test_elsewhere(void)
{
  Writer writer;

  begin(&writer);
  add_book(&writer);
  writer.places[6] = writer.places[5];
  writer.places[7] = writer.text->len + 4000;
  end_section(&writer, 0, 8, 0, 0);
  g_autoptr(PdfFile) file = open_file(&writer);
  g_assert_true(pdf_value_is_null(pdf_file_object(file, 6)));
  g_assert_true(pdf_value_is_null(pdf_file_object(file, 7)));
}

/* A section that is older than itself. */
static void
test_circle(void)
{
  Writer writer;

  begin(&writer);
  add_book(&writer);
  gsize start = writer.text->len;
  end_section(&writer, 0, 6, 0, start);
  g_autoptr(GBytes) bytes = g_string_free_to_bytes(writer.text);
  g_assert_null(pdf_file_open(bytes, NULL));
}

/* --- streams --- */

static void
expect_content(PdfFile *file, const char *content)
{
  g_autoptr(GArray) pages = pdf_file_pages(file);
  g_autoptr(GByteArray) bytes = g_byte_array_new();

  g_assert_cmpuint(pages->len, ==, 1);
  g_assert_true(pdf_file_content(
      file, pdf_file_object(file, g_array_index(pages, int, 0)), bytes));
  g_assert_cmpuint(bytes->len, ==, strlen(content));
  g_assert_true(memcmp(bytes->data, content, bytes->len) == 0);
}

/* cairo writes each stream's length as an object behind it; in a finished file
 * it stands in the stream, and the object is left out. */
static void
test_length(void)
{
  Writer writer;

  begin(&writer);
  add_book(&writer);
  end_section(&writer, 0, 6, 0, 0);
  g_autoptr(GBytes) painted = g_string_free_to_bytes(writer.text);
  g_autoptr(PdfFile) file = pdf_file_open(painted, NULL);
  expect_content(file, "BT ET");
  g_autoptr(PdfDraft) draft = pdf_draft_new(painted, NULL);
  g_autoptr(GBytes) bytes = pdf_draft_write(draft, NULL);
  g_autoptr(PdfFile) finished = pdf_file_open(bytes, NULL);
  expect_content(finished, "BT ET");
  g_assert_true(pdf_value_is_null(pdf_file_object(finished, 5)));
}

static void
refuse_stream(const char *stream)
{
  Writer writer;
  g_autoptr(GByteArray) out = g_byte_array_new();

  begin(&writer);
  add(&writer, 1, "<</Type/Catalog>>");
  add(&writer, 2, stream);
  end_section(&writer, 0, 3, 0, 0);
  g_autoptr(PdfFile) file = open_file(&writer);
  g_assert_false(pdf_file_unpack(file, pdf_file_object(file, 2), out));
  g_assert_cmpuint(out->len, ==, 0);
}

static void
test_no_stream(void)
{
  refuse_stream("<</Length 9999>>\nstream\nx\nendstream");
  refuse_stream("<</Length -1>>\nstream\nx\nendstream");
  refuse_stream("<</Length 2 0 R>>\nstream\nx\nendstream");
  refuse_stream("<</Length 1/Filter/LZWDecode>>\nstream\nx\nendstream");
  refuse_stream("<</Length 1/Filter/FlateDecode>>\nstream\nx\nendstream");
  refuse_stream("<</Length 1/Filter[/FlateDecode/ASCIIHexDecode]>>\nstream\nx\n"
                "endstream");
  refuse_stream("(no stream)");
}

/* --- depth --- */

static void
test_deep(void)
{
  Writer writer;
  g_autoptr(GString) deep = g_string_new(NULL);

  for (int i = 0; i < 500000; i++)
    g_string_append_c(deep, '[');
  begin(&writer);
  add(&writer, 1, "<</Type/Catalog/Pages 2 0 R>>");
  add(&writer, 2, "<</Kids[2 0 R 2 0 R 3 0 R]>>");
  add(&writer, 3, deep->str);
  add(&writer, 4, "5 0 R");
  add(&writer, 5, "4 0 R");
  end_section(&writer, 0, 6, 0, 0);
  g_autoptr(PdfFile) file = open_file(&writer);
  g_autoptr(GArray) pages = pdf_file_pages(file);
  PdfScanner items = pdf_value_items(pdf_file_object(file, 3));
  PdfValue item;

  g_assert_cmpuint(pages->len, ==, 0);
  while (pdf_value_next(&items, &item))
    g_assert_true(pdf_value_is_array(item));
  g_assert_true(
      pdf_value_is_null(pdf_file_resolve(file, pdf_file_object(file, 4))));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/newest", test_newest);
  g_test_add_func("/elsewhere", test_elsewhere);
  g_test_add_func("/circle", test_circle);
  g_test_add_func("/length", test_length);
  g_test_add_func("/no-stream", test_no_stream);
  g_test_add_func("/deep", test_deep);
  return g_test_run();
}
