/* tests/unit/pdf_hostile.c -- a few bytes that ask for all memory, all time or
 * all of the stack are refused. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "pdf/audit.h"
#include "pdf/reading.h"

#include <string.h>

enum {
  LINE = 7, /* bytes of a line of the cross-references */
  PAGE = 3, /* numbers of objects */
  TREE = 4,
  CONTENT = 5,
  TOP = 6,
  SHARED = 7,
  MORE = 10 /* from here on */
};

typedef struct {
  GString *text;
  GByteArray *lines; /* of the cross-references, by number */
} File;

static File
file_begin(void)
{
  return (File){ g_string_new("%PDF-1.7\n"), g_byte_array_new() };
}

static void
set_line(File *file, guint number, guint8 kind, gsize place, gsize index)
{
  while (file->lines->len < (number + 1) * LINE)
    g_byte_array_append(file->lines, (const guint8 *)"", 1);
  guint8 *line = file->lines->data + (gsize)number * LINE;
  *line++ = kind;
  for (int shift = 24; shift >= 0; shift -= 8)
    *line++ = (guint8)(place >> shift);
  *line++ = (guint8)(index >> 8);
  *line = (guint8)index;
}

static void
add(File *file, guint number, const char *text)
{
  set_line(file, number, 1, file->text->len, 0);
  g_string_append_printf(file->text, "%u 0 obj\n%s\nendobj\n", number, text);
}

static void
add_stream(File *file, guint number, const char *content)
{
  g_autofree char *text = g_strdup_printf(
      "<</Length %zu>>\nstream\n%s\nendstream", strlen(content), content);

  add(file, number, text);
}

/* One page whose resources are `fonts`, and a tree whose kids are `kids`. */
static void
add_frame(File *file, const char *fonts, const char *kids)
{
  g_autofree char *page = g_strdup_printf(
      "<</Type/Page/Resources<</Font<<%s>>>>/Contents 5 0 R>>", fonts);
  g_autofree char *tree = g_strdup_printf("<</K %s>>", kids);

  add(file, 1, "<</Pages 2 0 R/StructTreeRoot 4 0 R>>");
  add(file, 2, "<</Kids[3 0 R]>>");
  add(file, PAGE, page);
  add(file, TREE, tree);
}

/* Takes what `file` has. */
static PdfFile *
file_open(File *file)
{
  guint number = file->lines->len / LINE;
  gsize start = file->text->len;
  GError *error = NULL;

  g_string_append_printf(file->text,
                         "%u 0 obj\n<</Type/XRef/W[1 4 2]/Size %u/Root 1 0 R"
                         "/Length %u>>\nstream\n",
                         number, number, file->lines->len);
  g_string_append_len(file->text, (const char *)file->lines->data,
                      file->lines->len);
  g_string_append_printf(file->text, "\nendstream\nendobj\nstartxref\n%zu\n",
                         start);
  g_autoptr(GBytes) bytes = g_string_free_to_bytes(file->text);
  PdfFile *opened = pdf_file_open(bytes, &error);
  g_assert_no_error(error);
  g_byte_array_unref(file->lines);
  return opened;
}

static void
refuse(File *file, const char *words)
{
  g_autoptr(PdfFile) opened = file_open(file);
  g_autoptr(GError) error = NULL;

  g_assert_null(pdf_reading_new(opened, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
  g_assert_nonnull(strstr(error->message, words));
}

/* `count` references, from MORE on.  (transfer full) */
static char *
references(guint count)
{
  GString *text = g_string_new("[");

  for (guint i = 0; i < count; i++)
    g_string_append_printf(text, "%u 0 R ", MORE + i);
  g_string_append_c(text, ']');
  return g_string_free(text, FALSE);
}

/* --- the tree --- */

static void
test_no_kids(void)
{
  File file = file_begin();

  add_stream(&file, CONTENT, "");
  add_frame(&file, "", "[]");
  refuse(&file, "it is empty");
}

/* The elements have the same kids: three thousand times three thousand. */
static void
test_parts(void)
{
  enum {
    COUNT = 3000
  };
  File file = file_begin();
  g_autoptr(GString) numbers = g_string_new("[");
  g_autofree char *kids = references(COUNT);

  for (guint i = 0; i < COUNT; i++) {
    g_string_append(numbers, "0 ");
    add(&file, MORE + i, "<</S/P/Pg 3 0 R/K 7 0 R>>");
  }
  g_string_append_c(numbers, ']');
  add_stream(&file, CONTENT, "");
  add(&file, SHARED, numbers->str);
  add_frame(&file, "", kids);
  refuse(&file, "more parts");
}

static void
test_same_mark(void)
{
  File file = file_begin();

  add_stream(&file, CONTENT, "");
  add(&file, TOP, "<</S/P/K[7 0 R 7 0 R]>>");
  add(&file, SHARED, "<</Type/MCR/Pg 3 0 R/MCID 0>>");
  add_frame(&file, "", "6 0 R");
  refuse(&file, "twice");
}

static void
test_attributes(void)
{
  enum {
    COUNT = 40,
    JUNK = 8 << 20
  };
  File file = file_begin();
  g_autofree char *kids = references(COUNT);
  g_autofree char *junk = g_strnfill(JUNK, 'a');
  g_autofree char *shared =
      g_strdup_printf("<</Scope/Row/BBox[]/ColSpan 1/RowSpan 1/Headers[]"
                      "/Junk(%s)>>",
                      junk);

  for (guint i = 0; i < COUNT; i++)
    add(&file, MORE + i, "<</S/TH/Pg 3 0 R/A 7 0 R>>");
  add_stream(&file, CONTENT, "");
  add(&file, SHARED, shared);
  add_frame(&file, "", kids);
  refuse(&file, "too much to read");
}

static void
test_headers(void)
{
  File file = file_begin();
  g_autoptr(GString) cell = g_string_new("<</S/TD/A<</Headers[");
  guint count = 0;

  for (int i = 0; i < 5000; i++)
    g_string_append(cell, "(a)");
  g_string_append(cell, "]>>>>");
  add_stream(&file, CONTENT, "");
  add(&file, TOP, cell->str);
  add_frame(&file, "", "6 0 R");
  g_autoptr(PdfFile) opened = file_open(&file);
  g_autoptr(PdfReading) reading = pdf_reading_new(opened, NULL);
  g_assert_nonnull(reading);
  while (reading->root.kids[0]->headers[count] != NULL)
    count++;
  g_assert_cmpuint(count, ==, 999);
}

/* --- pages --- */

/* Two fonts that stand in the page itself, each with a map of its own. */
static void
test_own_fonts(void)
{
  File file = file_begin();

  add_stream(&file, CONTENT, "/P<</MCID 0>>BDC/A 9 Tf(x)Tj/B 9 Tf(x)Tj EMC");
  add_stream(&file, MORE, "1 beginbfchar<78><0061>endbfchar");
  add_stream(&file, MORE + 1, "1 beginbfchar<78><0062>endbfchar");
  add(&file, TOP, "<</S/P/Pg 3 0 R/K 0>>");
  add_frame(&file, "/A<</ToUnicode 10 0 R>>/B<</ToUnicode 11 0 R>>", "6 0 R");
  g_autoptr(PdfFile) opened = file_open(&file);
  g_autoptr(PdfReading) reading = pdf_reading_new(opened, NULL);
  g_assert_nonnull(reading);
  g_assert_cmpstr(pdf_page_text_find(pdf_reading_page(reading, 0), 0), ==,
                  "ab");
}

static void
test_many_maps(void)
{
  enum {
    COUNT = 300
  };
  File file = file_begin();
  g_autoptr(GString) fonts = g_string_new(NULL);
  g_autoptr(GString) content = g_string_new(NULL);

  for (guint i = 0; i < COUNT; i++) {
    add_stream(&file, MORE + i, "1 beginbfrange<00><ff><0041>endbfrange");
    g_string_append_printf(fonts, "/F%u<</ToUnicode %u 0 R>>", i, MORE + i);
    g_string_append_printf(content, "/F%u 9 Tf ", i);
  }
  add_stream(&file, CONTENT, content->str);
  add(&file, TOP, "<</S/P/Pg 3 0 R/K 0>>");
  add_frame(&file, fonts->str, "6 0 R");
  refuse(&file, "more than can be read");
}

/* Each byte is 768 bytes of text. */
static void
test_many_words(void)
{
  File file = file_begin();
  g_autoptr(GString) map = g_string_new("1 beginbfchar<41><");
  g_autofree char *codes = g_strnfill(1 << 20, 'A');
  g_autofree char *content =
      g_strconcat("/P<</MCID 0>>BDC/A 9 Tf(", codes, ")Tj EMC", NULL);

  for (int i = 0; i < 256; i++)
    g_string_append(map, "4e2d");
  g_string_append(map, ">endbfchar");
  add_stream(&file, CONTENT, content);
  add_stream(&file, SHARED, map->str);
  add(&file, TOP, "<</S/P/Pg 3 0 R/K 0>>");
  add_frame(&file, "/A<</ToUnicode 7 0 R>>", "6 0 R");
  refuse(&file, "more than can be read");
}

/* Of nodes that have each other for kids, each is gone into once, and each
 * list of kids at most once to its end. */
static void
test_same_pages(void)
{
  File file = file_begin();

  add(&file, 1, "<</Pages 2 0 R>>");
  add(&file, 2, "<</Kids[3 0 R 4 0 R 3 0 R 5 0 R]>>");
  for (guint number = PAGE; number <= CONTENT; number++)
    add(&file, number, "<</Type/Page>>");
  g_autoptr(PdfFile) opened = file_open(&file);
  g_autoptr(GArray) pages = pdf_file_pages(opened);
  g_assert_cmpuint(pages->len, ==, 2);
}

/* --- object streams --- */

/* The length of each is said to lie in the next: more than the stack bears. */
static void
test_deep_lengths(void)
{
  enum {
    COUNT = 40000
  };
  File file = file_begin();
  gsize last = 0;

  add(&file, 1, "<</Pages 2 0 R>>");
  for (guint i = 0; i < COUNT; i++) {
    guint held = MORE + COUNT + i, stream = MORE + i;
    g_autofree char *inner = i == 0 ? g_strdup_printf("%u 0 (x)", held)
                                    : g_strdup_printf("%u 0 %zu", held, last);
    gsize first = strlen(inner) - strlen(strrchr(inner, ' ') + 1);
    g_autofree char *length = i + 1 < COUNT
                                  ? g_strdup_printf("%u 0 R", held + 1)
                                  : g_strdup_printf("%zu", strlen(inner));
    g_autofree char *text =
        g_strdup_printf("<</N 1/First %zu/Length %s>>stream\n%s\nendstream",
                        first, length, inner);
    add(&file, stream, text);
    set_line(&file, held, 2, stream, 0);
    last = strlen(inner);
  }
  g_autoptr(PdfFile) opened = file_open(&file);
  g_assert_true(pdf_value_is_null(pdf_file_object(opened, MORE + COUNT)));
  PdfValue near = pdf_file_object(opened, MORE + 2 * COUNT - 1);
  g_assert_true(pdf_value_is_integer(near));
}

/* --- what is told of it --- */

static void
test_many_faults(void)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
  PdfAudit audit = { .faults = faults };

  for (int i = 0; i < 1000; i++)
    pdf_audit_fault(&audit, NULL, i, "wrong");
  g_assert_cmpuint(faults->len, ==, 257);
  g_assert_cmpstr(g_ptr_array_index(faults, 255), ==, "page 256: wrong");
  g_assert_cmpstr(g_ptr_array_index(faults, 256), ==, "and more that is wrong");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/no-kids", test_no_kids);
  g_test_add_func("/parts", test_parts);
  g_test_add_func("/same-mark", test_same_mark);
  g_test_add_func("/attributes", test_attributes);
  g_test_add_func("/headers", test_headers);
  g_test_add_func("/own-fonts", test_own_fonts);
  g_test_add_func("/many-maps", test_many_maps);
  g_test_add_func("/many-words", test_many_words);
  g_test_add_func("/same-pages", test_same_pages);
  g_test_add_func("/deep-lengths", test_deep_lengths);
  g_test_add_func("/many-faults", test_many_faults);
  return g_test_run();
}
