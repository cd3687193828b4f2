/* tests/unit/release_alone.c -- one article of a bare folder: what is read of
 * the others, and what is said. */
/* SPDX-License-Identifier: MIT */

#include "release/input.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder;
  Input *input;
  char *messages;
} Alone;

/* "bad.png" is a picture that no check lets through. */
static const struct {
  const char *name;
  const char *text;
} files[] = {
  { "a.md", "# A\n\n[x](b.md#there), [y](b.md#not), [z](c.md).\n" },
  { "b.md", "# B\n\n## There\n\n![](no.png) [w](nowhere.md)\n" },
  { "c.md", "# C\n\n![A picture](bad.png)\n" },
  { "bad.png", "no picture" },
};

static Alone
open_alone(const char *article)
{
  Alone alone = { .folder = g_dir_make_tmp("handbill-XXXXXX", NULL) };
  const char *const arguments[] = { alone.folder, "--article", article, NULL };
  const Console console = { .quiet = true };
  g_autoptr(GError) error = NULL;
  g_autoptr(Diag) diag = diag_new();

  for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(alone.folder, files[i].name, NULL);
    g_assert_true(g_file_set_contents(path, files[i].text, -1, NULL));
  }
  g_autoptr(Options) options = options_read(COMMAND_BUILD, arguments, &error);
  g_assert_no_error(error);
  alone.input = input_load(options, &console, diag, &error);
  g_assert_no_error(error);
  alone.messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  return alone;
}

static void
close_alone(Alone *alone)
{
  for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path =
        g_build_filename(alone->folder, files[i].name, NULL);
    g_assert_cmpint(g_remove(path), ==, 0);
  }
  g_assert_cmpint(g_rmdir(alone->folder), ==, 0);
  input_free(alone->input);
  g_free(alone->folder);
  g_free(alone->messages);
}

static void
assert_said(const Alone *alone, const char *word, bool said)
{
  if ((strstr(alone->messages, word) != NULL) != said)
    g_error("\"%s\" is %samong\n%s", word, said ? "not " : "", alone->messages);
}

/* An anchor of another article is looked for; what is wrong there is not said,
 * nor is its picture read. */
static void
test_links(void)
{
  Alone alone = open_alone("a");
  const Book *book = alone.input->book;

  g_assert_cmpuint(book->articles->len, ==, 1);
  g_assert_nonnull(book_article(book, 0)->doc);
  assert_said(&alone, "a.md:3:18: warning: the link to \"b.md#not\" finds no",
              true);
  assert_said(&alone, "b.md#there", false);
  assert_said(&alone, "b.md:", false);
  assert_said(&alone, "c.md", false);
  g_autofree char *words =
      doc_node_plain_text(doc_root(book_article(book, 0)->doc));
  g_assert_nonnull(strstr(words, "x, y, z."));
  close_alone(&alone);
}

static void
test_picture(void)
{
  Alone alone = open_alone("c");

  assert_said(&alone, "c.md:3:1: warning: ", true);
  assert_said(&alone, "[bad-image]", true);
  assert_said(&alone, "b.md", false);
  close_alone(&alone);
}

/* Both are asked for, so both are judged, once. */
static void
test_several(void)
{
  Alone alone = open_alone("b,a");
  const Book *book = alone.input->book;

  g_assert_cmpuint(book->articles->len, ==, 2);
  g_assert_false(book_article(book, 1)->aside);
  assert_said(&alone, "nowhere.md", true);
  assert_said(&alone, "[missing-image]", true);
  const char *first = strstr(alone.messages, "b.md#not");
  g_assert_nonnull(first);
  g_assert_null(strstr(first + 1, "b.md#not"));
  close_alone(&alone);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/alone/links", test_links);
  g_test_add_func("/alone/picture", test_picture);
  g_test_add_func("/alone/several", test_several);
  return g_test_run();
}
