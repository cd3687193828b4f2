/* tests/unit/reader_prescan.c -- what is refused by name, at once, and what is
 * not.
 *
 * Each refused input is one on which libcmark-gfm 0.29.0.gfm.6 needs seconds to
 * minutes, or ends the process. */
/* SPDX-License-Identifier: MIT */

#include "reader/reader.h"

#include <string.h>

enum {
  SECONDS_MAX = 3 /* for a debug build on a busy machine; 0.3 is usual */
};

static char *
repeat(const char *head, const char *part, unsigned count, const char *tail)
{
  GString *out = g_string_new(head);

  for (unsigned i = 0; i < count; i++)
    g_string_append(out, part);
  g_string_append(out, tail);
  return g_string_free(out, FALSE);
}

/* The messages of reading `text`; `read` says whether there was a tree. */
static char *
read_text(const char *name, const char *text, bool *read)
{
  g_autoptr(Diag) diag = diag_new();
  ReaderInput input = { name, text, strlen(text), 1 };
  g_autoptr(GTimer) timer = g_timer_new();
  g_autoptr(Doc) doc = reader_find(name)(&input, diag);

  g_assert_cmpfloat(g_timer_elapsed(timer, NULL), <, SECONDS_MAX);
  if (doc != NULL)
    g_assert_true(doc_check(doc, NULL));
  *read = doc != NULL;
  return diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
}

static void
assert_refused(char *text, const char *code)
{
  bool read;
  g_autofree char *messages = read_text("a.md", text, &read);
  g_autofree char *wanted = g_strdup_printf("[%s]", code);

  g_assert_false(read);
  g_assert_nonnull(strstr(messages, " error: "));
  g_assert_nonnull(strstr(messages, wanted));
  g_free(text);
}

static void
assert_read(char *text)
{
  bool read;
  g_autofree char *messages = read_text("a.md", text, &read);

  g_assert_true(read);
  g_assert_cmpstr(messages, ==, "");
  g_free(text);
}

static void
test_tables(void)
{
  assert_refused(repeat("", "a\n-|-\n", 50000, ""), "table-delimiters");
  assert_refused(repeat("", "a\n", 100000, "-|-\n"), "table-delimiters");
  assert_refused(repeat("", "a|b\n", 50000, "-|-\n"), "table-delimiters");
  assert_refused(repeat("x|y\n    -|-\n", "a\n-|-\n", 50000, ""),
                 "table-delimiters");
  assert_refused(repeat("", "a\n*\n-|-\n", 50000, ""), "table-delimiters");
  assert_refused(repeat("", "|", 20000, "\n|-|-|\n"), "table-columns");
  assert_refused(repeat("a|b\n", "-|", 20000, "\n"), "table-columns");
  {
    g_autofree char *head = repeat("|", "a|", 900, "\n|");
    g_autofree char *table = repeat(head, "-|", 900, "\n");
    assert_refused(repeat(table, "x\n", 20000, ""), "table-size");
  }
  assert_read(repeat("a|b\n-|-\n", "-|-\n", 400, ""));
  assert_read(repeat("", "a|b\n-|-\nc|d\n\n", 2000, ""));
  assert_read(repeat("", "a|b\n", 20000, "")); /* no table at all */
}

static void
test_brackets(void)
{
  assert_refused(repeat("", "![[]()", 50000, ""), "link-brackets");
  assert_read(repeat("", "![a](b) [c](d)\n", 1000, ""));
  assert_read(repeat("", "[", 50000, ""));
  assert_read(repeat("", "[a](", 20000, ""));
  assert_read(repeat("", "*a **b ", 20000, ""));
}

static void
test_declarations(void)
{
  assert_refused(repeat("", "a <!A ", 100000, ""), "html-declarations");
  assert_refused(repeat("", "a <?", 100000, ""), "html-declarations");
  assert_refused(repeat("", "a <![CDATA[", 100000, ""), "html-declarations");
}

static void
test_references(void)
{
  g_autofree char *definition = repeat("[a]: ", "x", 50000, "\n\n");
  g_autofree char *two_lines = repeat("[ A\n b]:\n", "x", 50000, "\n\n");

  assert_refused(repeat(definition, "[a] ", 50000, ""), "reference-expansion");
  assert_refused(repeat(two_lines, "[a  B] ", 50000, ""),
                 "reference-expansion");
  assert_read(
      repeat("[a]: https://example.org/ \"title\"\n\n", "[a] ", 50000, ""));
  assert_read(repeat(definition, "[a] ", 10, ""));
}

static void
test_nesting(void)
{
  assert_refused(repeat("", "> ", 20000, "a"), "too-deep");
  assert_refused(repeat("", ">", 20000, "a*"), "too-deep");
  assert_refused(repeat("", "- ", 20000, "x\n\n\n"), "too-deep");
  assert_refused(repeat("", "1. ", 20000, "x"), "too-deep");
  assert_read(repeat("", "- ", 20000, "\n")); /* a thematic break */
}

/* Levels that the scan lets pass are flattened, and say so once. */
static void
test_flattening(void)
{
  bool read;
  GString *text = g_string_new(NULL);
  g_autofree char *messages = NULL;
  g_autofree char *source = NULL;

  for (unsigned i = 0; i < 300; i++)
    g_string_append_printf(text, "%*s- w%u\n", (int)(2 * i), "", i);
  g_string_append(text, "\n");
  for (unsigned i = 0; i < 300; i++)
    g_string_append(text, "*a **b ");
  for (unsigned i = 0; i < 300; i++)
    g_string_append(text, "c** d*");
  source = g_string_free(text, FALSE);
  messages = read_text("a.md", source, &read);
  g_assert_true(read);
  g_assert_nonnull(strstr(messages, "[too-deep]"));
  g_assert_true(strstr(messages, "[too-deep]") ==
                g_strrstr(messages, "[too-deep]"));
}

static void
test_flat_text_is_kept(void)
{
  g_autoptr(Diag) diag = diag_new();
  GString *text = g_string_new(NULL);

  for (unsigned i = 0; i < 200; i++)
    g_string_append_printf(text, "%*s- w%u.\n", (int)(2 * i), "", i);
  ReaderInput input = { "a.md", text->str, text->len, 1 };
  g_autoptr(Doc) doc = reader_markdown_read(&input, diag);
  g_autofree char *plain = doc_node_plain_text(doc_root(doc));

  for (unsigned i = 0; i < 200; i++) {
    g_autofree char *word = g_strdup_printf("w%u.", i);
    g_assert_nonnull(strstr(plain, word));
  }
  g_string_free(text, TRUE);
}

static void
test_text(void)
{
  assert_refused(repeat("a\n", "e", 1, "\xcc\x81\xff"), "bad-text");
  assert_refused(repeat("a\x01", "", 0, ""), "bad-text");
  assert_refused(repeat("a\xef\xbf\xbf", "", 0, ""), "bad-text");
  assert_refused(repeat("e", "\xcc\x81", 33, ""), "combining-marks");
  assert_read(repeat("e", "\xcc\x81", 32, ""));
}

static void
test_zero(void)
{
  g_autoptr(Diag) diag = diag_new();
  ReaderInput input = { "a.md", "a\0b", 3, 7 };
  g_autofree char *messages = NULL;

  g_assert_null(reader_markdown_read(&input, diag));
  messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  g_assert_true(g_str_has_prefix(messages, "a.md:7:2: error: "));
}

static void
test_size(void)
{
  gsize length = ((gsize)64 << 20) + 1;
  g_autofree char *text = g_malloc(length);
  g_autoptr(Diag) diag = diag_new();
  ReaderInput input = { "a.md", text, length, 1 };
  g_autofree char *messages = NULL;

  memset(text, 'a', length);
  g_assert_null(reader_markdown_read(&input, diag));
  messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  g_assert_nonnull(strstr(messages, "[too-large]"));
}

static void
assert_read_file(const char *path)
{
  g_autoptr(Diag) diag = diag_new();
  g_autofree char *text = NULL;
  gsize length = 0;

  g_assert_true(g_file_get_contents(path, &text, &length, NULL));
  ReaderInput input = { path, text, length, 1 };
  g_autoptr(Doc) doc = reader_find(path)(&input, diag);
  g_assert_nonnull(doc);
  g_assert_true(doc_check(doc, NULL));
}

static void
read_folder(const char *folder)
{
  GDir *dir = g_dir_open(folder, 0, NULL);
  const char *name;

  if (dir == NULL) {
    g_test_skip("no ../shared/corpora beside the checkout");
    return;
  }
  while ((name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (reader_find(name) != NULL)
      assert_read_file(path);
  }
  g_dir_close(dir);
}

/* No document that people wrote is refused. */
static void
test_corpora(void)
{
  read_folder(SOURCE_DIR "/../shared/corpora/betahealth/articles");
  read_folder(SOURCE_DIR "/../shared/corpora/rust-book/articles");
  if (g_file_test(SOURCE_DIR "/../shared/corpora/commonmark/spec.txt",
                  G_FILE_TEST_EXISTS)) {
    g_autofree char *text = NULL;
    gsize length = 0;
    g_autoptr(Diag) diag = diag_new();
    g_assert_true(g_file_get_contents(SOURCE_DIR
                                      "/../shared/corpora/commonmark/spec.txt",
                                      &text, &length, NULL));
    ReaderInput input = { "spec.md", text, length, 1 };
    g_autoptr(Doc) doc = reader_markdown_read(&input, diag);
    g_assert_nonnull(doc);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/prescan/tables", test_tables);
  g_test_add_func("/prescan/brackets", test_brackets);
  g_test_add_func("/prescan/declarations", test_declarations);
  g_test_add_func("/prescan/references", test_references);
  g_test_add_func("/prescan/nesting", test_nesting);
  g_test_add_func("/prescan/flattening", test_flattening);
  g_test_add_func("/prescan/flat-text-is-kept", test_flat_text_is_kept);
  g_test_add_func("/prescan/text", test_text);
  g_test_add_func("/prescan/zero", test_zero);
  g_test_add_func("/prescan/size", test_size);
  g_test_add_func("/prescan/corpora", test_corpora);
  return g_test_run();
}
