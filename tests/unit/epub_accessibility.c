/* tests/unit/epub_accessibility.c -- each claim from a count, none without. */
/* SPDX-License-Identifier: MIT */

#include "epub/epub.h"
#include "epub_sample.h"

static char *
dump_book(const Book *book)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GError) error = NULL;
  EpubOptions options = { 0 };
  g_autoptr(GBytes) bytes = epub_write(book, &options, diag, &error);

  g_assert_no_error(error);
  return epub_dump(bytes, NULL);
}

static bool
claims(const char *dump, const char *property, const char *value)
{
  g_autofree char *line = g_strdup_printf("meta property=\"schema:%s\" "
                                          "\"%s\"\n",
                                          property, value);

  return strstr(dump, line) != NULL;
}

static Book *
book_without_pictures(void)
{
  Book *book = sample_book();

  g_ptr_array_remove_index(book->articles, 0);
  return book;
}

static DocNode *
add_picture(Book *book, const char *words)
{
  Doc *doc = ((BookArticle *)g_ptr_array_index(book->articles, 0))->doc;
  DocNode *line = sample_add(doc, doc_root_mutable(doc), DOC_PARAGRAPH);
  DocNode *image = sample_add(doc, line, DOC_IMAGE);

  doc_node_set_link(doc, image, "a.png", NULL);
  image->as.image.resource = g_ptr_array_index(book->resources, 0);
  sample_text(doc, image, DOC_TEXT, words);
  return image;
}

static void
test_text_only(void)
{
  g_autoptr(Book) book = book_without_pictures();
  g_autofree char *dump = dump_book(book);

  g_assert_true(claims(dump, "accessMode", "textual"));
  g_assert_false(claims(dump, "accessMode", "visual"));
  g_assert_true(claims(dump, "accessModeSufficient", "textual"));
  g_assert_false(claims(dump, "accessModeSufficient", "textual,visual"));
  g_assert_false(claims(dump, "accessibilityFeature", "alternativeText"));
  g_assert_true(claims(dump, "accessibilityFeature", "tableOfContents"));
  g_assert_true(claims(dump, "accessibilityHazard", "none"));
}

static void
test_decorative(void)
{
  g_autoptr(Book) book = book_without_pictures();
  g_autofree char *dump = NULL;

  add_picture(book, "")->as.image.decorative = true;
  dump = dump_book(book);
  g_assert_false(claims(dump, "accessMode", "visual"));
  g_assert_true(claims(dump, "accessModeSufficient", "textual"));
}

static void
test_described(void)
{
  g_autoptr(Book) book = book_without_pictures();
  g_autofree char *dump = NULL;

  add_picture(book, "A square");
  dump = dump_book(book);
  g_assert_true(claims(dump, "accessMode", "visual"));
  g_assert_true(claims(dump, "accessModeSufficient", "textual"));
  g_assert_true(claims(dump, "accessModeSufficient", "textual,visual"));
  g_assert_true(claims(dump, "accessibilityFeature", "alternativeText"));
}

/* One picture without words is enough: no claim, and the summary says so. */
static void
test_undescribed(void)
{
  g_autoptr(Book) book = book_without_pictures();
  g_autofree char *dump = NULL;

  add_picture(book, "A square");
  add_picture(book, " ");
  book->evaluation.by = g_strdup("Eva");
  book->evaluation.on = g_strdup("2026-11-01");
  book->evaluation.report = g_strdup("https://example.org/report");
  dump = dump_book(book);
  g_assert_false(claims(dump, "accessModeSufficient", "textual"));
  g_assert_false(claims(dump, "accessibilityFeature", "alternativeText"));
  g_assert_nonnull(strstr(dump, "1 of 2 pictures have no description."));
  g_assert_null(strstr(dump, "conformsTo"));
}

static void
test_conformance(void)
{
  g_autoptr(Book) book = sample_book();
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  book->evaluation.by = g_strdup("Eva");
  book->evaluation.on = g_strdup("2026-11-01");
  without = dump_book(book);
  g_assert_null(strstr(without, "conformsTo"));
  book->evaluation.report = g_strdup("https://example.org/report");
  with = dump_book(book);
  g_assert_nonnull(
      strstr(with, "    meta id=\"conformance\" "
                   "property=\"dcterms:conformsTo\" \"EPUB Accessibility 1.1 "
                   "- WCAG 2.2 Level AA\"\n"
                   "    meta refines=\"#conformance\" "
                   "property=\"a11y:certifiedBy\" \"Eva\"\n"));
  g_assert_nonnull(strstr(with, "rel=\"a11y:certifierReport\" "
                                "href=\"https://example.org/report\"\n"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text-only", test_text_only);
  g_test_add_func("/decorative", test_decorative);
  g_test_add_func("/described", test_described);
  g_test_add_func("/undescribed", test_undescribed);
  g_test_add_func("/conformance", test_conformance);
  return g_test_run();
}
