/* tests/unit/release_manifest.c -- the manifest, written and read back. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "release/manifest.h"

#include <string.h>

static Book *
some_book(void)
{
  Book *book = book_new();
  book->id = g_strdup("stop");
  book->title = g_strdup("Stop \"and\" start");
  book->lang = g_strdup("en");
  book->edition = g_strdup("1");
  book->released = g_strdup("2026-11-22");
  return book;
}

static GPtrArray *
some_files(void)
{
  GPtrArray *files = release_file_list_new();
  ReleaseFile *pdf = release_file_new(RELEASE_READER, g_strdup("stop.a4.pdf"),
                                      g_bytes_new_static("pdf", 3));
  ReleasePage page = { g_strdup("i"), g_strdup("cafe") };
  g_array_append_val(pdf->pages, page);
  g_ptr_array_add(files, pdf);
  ReleaseFile *epub = release_file_new(RELEASE_EPUB, g_strdup("a.epub"),
                                       g_bytes_new_static("abc", 3));
  epub->articles = 7;
  g_ptr_array_add(files, epub);
  return files;
}

static void
test_write(void)
{
  g_autoptr(Book) book = some_book();
  g_autoptr(GPtrArray) files = some_files();
  g_autoptr(GBytes) bytes = manifest_write(book, "2026-12-01", true, files);
  g_autofree char *text =
      g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  g_assert_cmpstr(
      text, ==,
      "{\n\"format\": \"handbill-release-1\",\n"
      "\"handbill\": \"" HANDBILL_VERSION "\",\n"
      "\"book\": \"stop\",\n\"title\": \"Stop \\\"and\\\" start\",\n"
      "\"lang\": \"en\",\n\"edition\": \"1\",\n"
      "\"released\": \"2026-11-22\",\n\"as_of\": \"2026-12-01\",\n"
      "\"partial\": true,\n\"files\": [\n"
      "  {\"name\": \"a.epub\", \"kind\": \"epub\", \"bytes\": 3, "
      "\"sha256\": \"ba7816bf8f01cfea414140de5dae2223"
      "b00361a396177a9cb410ff61f20015ad\", \"articles\": 7},\n"
      "  {\"name\": \"stop.a4.pdf\", \"kind\": \"reader\", \"bytes\": 3, "
      "\"sha256\": \"c35b21d6ca39aa7cc3b79a705d989f1a"
      "6e88b99ab43988d74048799e3db926a3\", \"pages\": 1,\n"
      "   \"page_list\": [\n    {\"label\": \"i\", \"sha256\": \"cafe\"}]}\n"
      "]}\n");
}

static void
test_read(void)
{
  g_autoptr(Book) book = some_book();
  g_autoptr(GPtrArray) files = some_files();
  g_autoptr(GBytes) bytes = manifest_write(book, NULL, false, files);
  g_autoptr(GError) error = NULL;
  g_autoptr(Manifest) manifest = manifest_read(bytes, &error);
  g_assert_no_error(error);
  g_assert_cmpstr(manifest->book, ==, "stop");
  g_assert_false(manifest->partial);
  g_assert_cmpuint(manifest->entries->len, ==, 2);
  const ManifestEntry *pdf = manifest_find(manifest, "stop.a4.pdf");
  g_assert_cmpint(pdf->kind, ==, RELEASE_READER);
  g_assert_cmpuint(pdf->pages, ==, 1);
  g_assert_cmpstr(g_array_index(pdf->page_list, ReleasePage, 0).label, ==, "i");
  g_assert_cmpuint(manifest_find(manifest, "a.epub")->articles, ==, 7);
  g_assert_null(manifest_find(manifest, "b.epub"));
}

static void
test_sums(void)
{
  g_autoptr(GPtrArray) files = some_files();
  g_autoptr(GBytes) manifest = g_bytes_new_static("abc", 3);
  g_autoptr(GBytes) bytes = manifest_write_sums(files, manifest);
  g_autofree char *text =
      g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  static const char abc[] = "ba7816bf8f01cfea414140de5dae2223"
                            "b00361a396177a9cb410ff61f20015ad";
  g_assert_true(g_str_has_prefix(text, abc));
  g_assert_nonnull(strstr(text, "  MANIFEST.json\n"));
  g_assert_nonnull(strstr(text, "  a.epub\n"));
  g_assert_true(g_str_has_suffix(text, "  stop.a4.pdf\n"));
}

static void
refuse(const char *text, const char *words)
{
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  g_autoptr(GError) error = NULL;
  g_assert_null(manifest_read(bytes, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_REFUSED);
  g_assert_nonnull(strstr(error->message, words));
}

#define HEAD                                                                   \
  "{\"format\": \"handbill-release-1\", \"book\": \"b\", "                     \
  "\"partial\": false, \"files\": ["
#define FILE_A "{\"name\": \"a\", \"bytes\": 1, \"sha256\": \"x\"}"

static void
test_refuse(void)
{
  refuse("[", "line 1");
  refuse("{}", "no manifest that this version");
  refuse("{\"format\": \"handbill-release-2\"}", "no manifest that this");
  refuse("{\"format\": \"handbill-release-1\"}", "missing or wrong");
  refuse(HEAD "{\"name\": \"a\"}]}", "missing or wrong");
  refuse(HEAD "{\"name\": \"../a\", \"bytes\": 1, \"sha256\": \"x\"}]}",
         "missing or wrong");
  refuse(HEAD "{\"name\": \"/a\", \"bytes\": 1, \"sha256\": \"x\"}]}",
         "missing or wrong");
  refuse(HEAD FILE_A "," FILE_A "]}", "missing or wrong");
  g_autoptr(GBytes) good =
      g_bytes_new_static(HEAD FILE_A "]}", strlen(HEAD FILE_A "]}"));
  g_autoptr(Manifest) manifest = manifest_read(good, NULL);
  g_assert_nonnull(manifest);
  g_assert_cmpint(manifest_find(manifest, "a")->kind, ==, RELEASE_KIND_COUNT);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/manifest/write", test_write);
  g_test_add_func("/manifest/read", test_read);
  g_test_add_func("/manifest/sums", test_sums);
  g_test_add_func("/manifest/refuse", test_refuse);
  return g_test_run();
}
