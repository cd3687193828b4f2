/* tests/unit/content_folder.c -- a bare folder: its order, its names, and the
 * corpora without one complaint. */
/* SPDX-License-Identifier: MIT */

#include "content_load.h"

#define CORPORA SOURCE_DIR "/../shared/corpora"

static char *
sources_of(const Book *book)
{
  g_autoptr(GString) out = g_string_new(NULL);

  for (unsigned i = 0; i < book->articles->len; i++)
    g_string_append_printf(out, "%s=%s ", book_article(book, i)->source,
                           book_article(book, i)->meta->id);
  return g_strdup(out->str);
}

static void
check_order(const TestFile *files, const char *sources, const char *messages)
{
  TestLoad load = test_load(files, NULL);
  g_autofree char *found = sources_of(load.book);

  g_assert_cmpstr(found, ==, sources);
  g_assert_cmpstr(load.messages, ==, messages);
  test_load_free(&load);
}

static void
test_book(void)
{
  TestLoad load =
      test_load((TestFile[]){ { "a.md", "x", 0 }, { NULL, NULL, 0 } }, NULL);

  g_assert_true(load.book->bare);
  g_assert_true(diag_is_lenient(load.diag));
  g_assert_cmpstr(load.book->title, ==, "My Folder");
  g_assert_cmpstr(load.book->id, ==, "my-folder");
  g_assert_cmpstr(load.book->lang, ==, "en");
  g_assert_cmpstr(load.book->released, ==, "1980-01-01");
  g_assert_cmpuint(load.book->parts->len, ==, 1);
  g_assert_null(book_part(load.book, 0)->title);
  test_load_free(&load);

  load = test_load((TestFile[]){ { "a.md", "x", 0 }, { NULL, NULL, 0 } },
                   "2026-11-22");
  g_assert_cmpstr(load.book->released, ==, "2026-11-22");
  test_load_free(&load);
}

static void
test_by_name(void)
{
  check_order((TestFile[]){ { "b.md", "x", 0 },
                            { "B.html", "<p>x", 0 },
                            { "a.md", "x", 0 },
                            { "c.txt", "x", 0 },
                            { ".hidden.md", "x", 0 },
                            { "sub/d.md", "x", 0 },
                            { NULL, NULL, 0 } },
              "B.html=b a.md=a b.md=b-2 ",
              "b.md:1:1: warning: the id \"b\" is also that of B.html; write "
              "another \"id:\" in one of the two front matters "
              "[duplicate-id]\n");
}

static void
test_order_file(void)
{
  check_order((TestFile[]){ { "order.txt", "c.md\r\n\n a.md\nc.md\nd.md\n", 0 },
                            { "a.md", "x", 0 },
                            { "b.md", "x", 0 },
                            { "c.md", "x", 0 },
                            { NULL, NULL, 0 } },
              "c.md=c a.md=a b.md=b ",
              "order.txt:4:1: warning: c.md is listed a second time; keep one "
              "of the two [duplicate-article]\n"
              "order.txt:5:1: warning: there is no article d.md in this "
              "folder; write a file's name as it is, with .md or .html "
              "[no-such-article]\n"
              "b.md: warning: order.txt does not name this file; it comes "
              "behind those that it names [unlisted-article]\n");
}

static void
test_no_articles(void)
{
  check_order(
      (TestFile[]){ { "x.txt", "x", 0 }, { NULL, NULL, 0 } }, "",
      "handbill: error: this folder has no book.yaml and no article; put *.md "
      "or *.html files into it [no-articles]\n");
}

static void
test_long_names(void)
{
  g_autofree char *long_name = g_strnfill(200, 'n');
  g_autofree char *file = g_strconcat(long_name, ".md", NULL);
  TestLoad load =
      test_load((TestFile[]){ { file, "x", 0 }, { NULL, NULL, 0 } }, NULL);

  g_assert_cmpuint(strlen(book_article(load.book, 0)->meta->id), ==, 100);
  g_assert_cmpstr(load.messages, ==, "");
  test_load_free(&load);
}

static void
check_corpus(const char *name, unsigned least)
{
  g_autofree char *path = g_build_filename(CORPORA, name, "articles", NULL);
  g_autoptr(PathRoot) root = path_root_open(path, NULL);
  g_autoptr(Diag) diag = diag_new();
  ContentOptions options = { .folder_name = name };
  g_autoptr(GError) error = NULL;

  if (root == NULL) {
    g_test_skip("the corpora are not beside the checkout");
    return;
  }

  g_autoptr(Book) book = content_load(root, &options, diag, &error);
  g_autofree char *messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);

  g_assert_no_error(error);
  g_assert_cmpstr(messages, ==, "");
  g_assert_cmpuint(book->articles->len, >=, least);
  for (unsigned i = 0; i < book->articles->len; i++)
    g_assert_cmpuint(book_article(book, i)->body_line, >, 4);
}

static void
test_betahealth(void)
{
  check_corpus("betahealth", 65);
}

static void
test_rust_book(void)
{
  check_corpus("rust-book", 111);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/book", test_book);
  g_test_add_func("/by-name", test_by_name);
  g_test_add_func("/order-file", test_order_file);
  g_test_add_func("/no-articles", test_no_articles);
  g_test_add_func("/long-names", test_long_names);
  g_test_add_func("/betahealth", test_betahealth);
  g_test_add_func("/rust-book", test_rust_book);
  return g_test_run();
}
