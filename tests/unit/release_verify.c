/* tests/unit/release_verify.c -- a release is proved file by file. */
/* SPDX-License-Identifier: MIT */

#include "release/manifest.h"
#include "release/verify.h"

#include <string.h>

/* A release of one file that is no EPUB, whatever its manifest says. */
static VerifySet *
some_set(ReleaseKind kind, const char *content)
{
  g_autoptr(Book) book = book_new();
  book->id = g_strdup("b");
  g_autoptr(GPtrArray) files = release_file_list_new();
  if (content)
    g_ptr_array_add(files,
                    release_file_new(kind, g_strdup("b.x"),
                                     g_bytes_new(content, strlen(content))));
  VerifySet *set = verify_set_new();
  for (unsigned i = 0; i < files->len; i++) {
    const ReleaseFile *file = g_ptr_array_index(files, i);
    verify_set_add(set, file->name, file->bytes);
  }
  g_autoptr(GBytes) manifest = manifest_write(book, NULL, false, files);
  g_autoptr(GBytes) sums = manifest_write_sums(files, manifest);
  verify_set_add(set, MANIFEST_NAME, manifest);
  verify_set_add(set, MANIFEST_SUMS, sums);
  return set;
}

static void
replace(VerifySet *set, const char *name, const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  g_hash_table_remove(set->bytes, name);
  for (unsigned i = 0; i < set->names->len; i++) {
    if (strcmp(g_ptr_array_index(set->names, i), name) == 0)
      g_ptr_array_remove_index(set->names, i--);
  }
  verify_set_add(set, name, bytes);
}

/* Verifies `set` and gives the messages. */
static char *
faults(const VerifySet *set)
{
  g_autoptr(Diag) diag = diag_new();
  bool whole = verify_release(set, diag);
  g_assert_cmpint(whole, ==, diag_count(diag, DIAG_ERROR) == 0);
  return diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
}

static void
check_says(const VerifySet *set, const char *words)
{
  g_autofree char *text = faults(set);
  if (!strstr(text, words))
    g_error("\"%s\" does not say \"%s\"", text, words);
}

static void
test_whole(void)
{
  g_autoptr(VerifySet) set = some_set(RELEASE_EPUB, NULL);
  g_autofree char *text = faults(set);
  g_assert_cmpstr(text, ==, "");
}

static void
test_manifest(void)
{
  g_autoptr(VerifySet) empty = verify_set_new();
  check_says(empty, "MANIFEST.json: error: this file is missing");
  g_autoptr(VerifySet) set = some_set(RELEASE_EPUB, NULL);
  replace(set, MANIFEST_NAME, "{\n\"format\": x}");
  check_says(set, "MANIFEST.json: error: line 2: expected");
}

static void
test_bytes(void)
{
  g_autoptr(VerifySet) set = some_set(RELEASE_EPUB, "hello");
  check_says(set, "b.x: error: ");
  check_says(set, "[epub-broken]");
  replace(set, "b.x", "hellO");
  check_says(set, "b.x: error: this file was changed or damaged");
  check_says(set, "SHA256SUMS:2: error: the file of this line has another");
  g_hash_table_remove(set->bytes, "b.x");
  g_ptr_array_set_size(set->names, 0);
  check_says(set,
             "b.x: error: the manifest lists this file, but it is missing");
}

static void
test_kinds(void)
{
  g_autoptr(VerifySet) pdf = some_set(RELEASE_READER, "%PDF-1.7 cut");
  check_says(pdf, "[pdf-broken]");
  g_autoptr(VerifySet) set = some_set(RELEASE_EPUB, NULL);
  replace(set, MANIFEST_NAME,
          "{\"format\": \"handbill-release-1\", \"book\": \"b\", \"partial\": "
          "false, \"files\": [{\"name\": \"f\", \"kind\": \"film\", "
          "\"bytes\": 1, \"sha256\": \"2d711642b726b04401627ca9fbac32f5c8530fb1"
          "903cc4db02258717921a4881\"}]}");
  replace(set, "f", "x");
  check_says(set, "f: error: this version of handbill does not know");
}

static void
test_sums(void)
{
  g_autoptr(VerifySet) set = some_set(RELEASE_EPUB, NULL);
  replace(set, MANIFEST_SUMS, "");
  check_says(set, "SHA256SUMS: error: this does not list every file");
  replace(set, MANIFEST_SUMS, "cafe  MANIFEST.json\n");
  check_says(set, "SHA256SUMS:1: error: this is no line");
}

static void
test_stranger(void)
{
  g_autoptr(VerifySet) set = some_set(RELEASE_EPUB, NULL);
  replace(set, "notes.txt", "mine");
  check_says(set, "notes.txt: error: the manifest does not list this file");
}

/* The two papers of the reader must have the same pages. */
static void
test_papers(void)
{
  g_autoptr(VerifySet) set = some_set(RELEASE_EPUB, NULL);
#define PAPER(name, label)                                                     \
  "{\"name\": \"" name "\", \"kind\": \"reader\", \"bytes\": 1, "              \
  "\"sha256\": \"x\", \"pages\": 1, \"page_list\": [{\"label\": \"" label      \
  "\", \"sha256\": \"y\"}]}"
#define HEAD                                                                   \
  "{\"format\": \"handbill-release-1\", \"book\": \"b\", \"partial\": false, " \
  "\"files\": ["
  replace(set, MANIFEST_NAME, HEAD PAPER("a", "1") "," PAPER("b", "2") "]}");
  check_says(set, "b: error: its pages are not those of a");
  replace(set, MANIFEST_NAME, HEAD PAPER("a", "1") "," PAPER("b", "1") "]}");
  g_autofree char *text = faults(set);
  g_assert_null(strstr(text, "its pages are not"));
}

/* In whatever order files come. */
static void
test_names(void)
{
  static const char *const names[] = { "m", "z", "a", "handouts/b", "b", "n" };
  static const char *const sorted[] = { "a", "b", "handouts/b", "m", "n", "z" };
  g_autoptr(VerifySet) set = verify_set_new();
  g_autoptr(GBytes) bytes = g_bytes_new_static("", 0);
  for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
    verify_set_add(set, names[i], bytes);
  g_assert_cmpuint(set->names->len, ==, G_N_ELEMENTS(sorted));
  for (unsigned i = 0; i < G_N_ELEMENTS(sorted); i++)
    g_assert_cmpstr(g_ptr_array_index(set->names, i), ==, sorted[i]);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/verify/whole", test_whole);
  g_test_add_func("/verify/manifest", test_manifest);
  g_test_add_func("/verify/bytes", test_bytes);
  g_test_add_func("/verify/kinds", test_kinds);
  g_test_add_func("/verify/sums", test_sums);
  g_test_add_func("/verify/stranger", test_stranger);
  g_test_add_func("/verify/papers", test_papers);
  g_test_add_func("/verify/names", test_names);
  return g_test_run();
}
