/* tests/unit/content_book_file.c -- book.yaml: every key, and every way to get
 * one wrong. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "content_load.h"

#define HEAD    "id: b\ntitle: B\nlang: en\nreleased: 2026-11-22\n"
#define ARTICLE "---\ntitle: A\n---\n\nText.\n"

/* Loads book.yaml with one article a.md, and compares the messages. */
static void
check_messages(const char *yaml, const char *expected)
{
  TestLoad load = test_load((TestFile[]){ { "book.yaml", yaml, 0 },
                                          { "articles/a.md", ARTICLE, 0 },
                                          { NULL, NULL, 0 } },
                            NULL);

  g_assert_no_error(load.error);
  g_assert_cmpstr(load.messages, ==, expected);
  g_assert_nonnull(load.book->title);
  g_assert_nonnull(load.book->id);
  g_assert_nonnull(load.book->lang);
  g_assert_nonnull(load.book->released);
  test_load_free(&load);
}

static void
test_every_key(void)
{
  TestLoad load = test_load(
      (TestFile[]){
          { "book.yaml",
            "id: opioid-restart\n"
            "title: \"Opioid  restart\"\n"
            "subtitle: >\n  Plain\n  answers\n"
            "author: null\n"
            "publisher: P\nlicence: CC BY 4.0\nlang: ar\nedition: 2026.10\n"
            "released: 2026-11-22\nprevious: old/MANIFEST.json\ndraft: true\n"
            "discreet: false\nreport-errors-to: us\n"
            "series: {name: S, position: 3}\n"
            "isbn: 978-3-16-148410-0\naddress: https://example.org/b\n"
            "translation-of: {id: other, edition: '1'}\n"
            "evaluation:\n  by: E\n  on: 2026-01-02\n"
            "  report: https://example.org/r\n"
            "fonts: [Literata, Noto]\nformats: []\narticles: [a]\n",
            0 },
          { "articles/a.md", ARTICLE, 0 },
          { NULL, NULL, 0 } },
      NULL);
  const Book *book = load.book;

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpstr(book->id, ==, "opioid-restart");
  g_assert_cmpstr(book->title, ==, "Opioid restart");
  g_assert_cmpstr(book->subtitle, ==, "Plain answers");
  g_assert_null(book->author);
  g_assert_cmpstr(book->publisher, ==, "P");
  g_assert_cmpstr(book->licence, ==, "CC BY 4.0");
  g_assert_cmpint(book->direction, ==, META_RTL);
  g_assert_cmpstr(book->edition, ==, "2026.10");
  g_assert_cmpstr(book->released, ==, "2026-11-22");
  g_assert_cmpstr(book->previous, ==, "old/MANIFEST.json");
  g_assert_true(book->draft);
  g_assert_false(book->discreet);
  g_assert_cmpstr(book->report_errors_to, ==, "us");
  g_assert_cmpstr(book->series, ==, "S");
  g_assert_cmpuint(book->series_position, ==, 3);
  g_assert_cmpstr(book->isbn, ==, "978-3-16-148410-0");
  g_assert_cmpstr(book->address, ==, "https://example.org/b");
  g_assert_cmpstr(book->translation.id, ==, "other");
  g_assert_cmpstr(book->translation.edition, ==, "1");
  g_assert_cmpstr(book->evaluation.by, ==, "E");
  g_assert_cmpstr(book->evaluation.on, ==, "2026-01-02");
  g_assert_cmpstr(book->evaluation.report, ==, "https://example.org/r");
  g_assert_cmpstr(book->fonts[1], ==, "Noto");
  g_assert_null(book->formats[0]);
  g_assert_false(book->bare);
  g_assert_cmpstr(book_article(book, 0)->meta->lang, ==, "ar");
  g_assert_cmpint(book_article(book, 0)->meta->direction, ==, META_RTL);
  test_load_free(&load);
}

static void
test_parts(void)
{
  TestLoad load = test_load(
      (TestFile[]){ { "book.yaml",
                      HEAD "articles:\n  - first\n  - second\n"
                           "  - part: Going  back\n    articles: [third]\n"
                           "  - deep/last\n",
                      0 },
                    { "articles/first.md", "---\ntitle: 1\n---\n", 0 },
                    { "articles/second.html", "---\ntitle: 2\n---\n", 0 },
                    { "articles/third.md", "---\ntitle: 3\n---\n", 0 },
                    { "articles/deep/last.md", "---\ntitle: 4\n---\n", 0 },
                    { "articles/notes.txt", "not an article", 0 },
                    { NULL, NULL, 0 } },
      NULL);
  static const unsigned parts[] = { 0, 0, 1, 2 };
  static const char *const ids[] = { "first", "second", "third", "last" };

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpuint(load.book->articles->len, ==, 4);
  for (unsigned i = 0; i < 4; i++) {
    g_assert_cmpuint(book_article(load.book, i)->part, ==, parts[i]);
    g_assert_cmpstr(book_article(load.book, i)->meta->id, ==, ids[i]);
  }
  g_assert_cmpuint(load.book->parts->len, ==, 3);
  g_assert_null(book_part(load.book, 0)->title);
  g_assert_cmpstr(book_part(load.book, 1)->title, ==, "Going back");
  g_assert_null(book_part(load.book, 2)->title);
  g_assert_cmpstr(book_article(load.book, 1)->source, ==,
                  "articles/second.html");
  test_load_free(&load);
}

static void
test_as_of(void)
{
  const TestFile files[] = { { "book.yaml", HEAD "articles: [a]\n", 0 },
                             { "articles/a.md", ARTICLE, 0 },
                             { NULL, NULL, 0 } };
  TestLoad load = test_load(files, "2027-01-31");

  g_assert_cmpstr(load.book->released, ==, "2027-01-31");
  test_load_free(&load);

  load = test_load(files, "2027-02-29");
  g_assert_null(load.book);
  g_assert_error(load.error, HANDBILL_ERROR, ERROR_USAGE);
  test_load_free(&load);
}

static void
test_missing(void)
{
  check_messages(
      "",
      "book.yaml:1:1: error: id is missing; write \"id: opioid-restart\" "
      "[missing-key]\n"
      "book.yaml:1:1: error: title is missing; write \"title: What this book "
      "is called\" [missing-key]\n"
      "book.yaml:1:1: error: lang is missing; write \"lang: en\" "
      "[missing-key]\n"
      "book.yaml:1:1: error: released is missing; write \"released: "
      "2026-11-22\" [missing-key]\n"
      "book.yaml:1:1: error: articles is missing; write \"articles: "
      "[first-article, second-article]\" [missing-key]\n");
  check_messages("id: b\ntitle:\nlang: en\nreleased: 2026-11-22\n"
                 "articles: [a]\n",
                 "book.yaml:2:1: error: title is missing; write \"title: What "
                 "this book is called\" [missing-key]\n");
  check_messages(HEAD "articles: [a]\nevaluation: {by: E, on: 2026-01-01}\n",
                 "book.yaml:6:13: error: report is missing; write \"report: "
                 "https://example.org/report\" [missing-key]\n");
}

static void
test_nothing_said(void)
{
  check_messages(HEAD "articles: [a]\nsubtitle: \"\"\nauthor:\nisbn: ~\n"
                      "evaluation: null\n",
                 "");
  check_messages("id: b\ntitle: ''\nlang: en\nreleased: 2026-11-22\n"
                 "articles: [a]\n",
                 "book.yaml:2:8: error: title is missing; write \"title: What "
                 "this book is called\" [missing-key]\n");
}

static void
test_unknown_key(void)
{
  check_messages(HEAD "articles: [a]\nsubtilte: x\n",
                 "book.yaml:6:1: error: there is no key \"subtilte\" here; the "
                 "nearest is \"subtitle\" [unknown-key]\n");
  check_messages(HEAD "articles: [a]\nseries:\n  name: S\n  Postion: 1\n",
                 "book.yaml:8:3: error: there is no key \"Postion\" here; the "
                 "nearest is \"position\" [unknown-key]\n");
  check_messages(HEAD "articles:\n  - part: P\n    article: [a]\n",
                 "book.yaml:7:5: error: there is no key \"article\" here; the "
                 "nearest is \"articles\" [unknown-key]\n"
                 "book.yaml:6:5: error: articles is missing; write "
                 "\"articles: [first-article, second-article]\" "
                 "[missing-key]\n"
                 "articles/a.md: note: this file is not in the book; add \"a\" "
                 "to articles in book.yaml to take it in "
                 "[unlisted-article]\n");
}

/* One wrong line behind a whole book file. */
static void
check_line(const char *line, const char *expected)
{
  g_autofree char *yaml = g_strconcat(HEAD "articles: [a]\n", line, NULL);

  check_messages(yaml, expected);
}

static void
test_wrong_type(void)
{
  check_line("draft: yes\n", "book.yaml:6:8: error: draft wants true or false "
                             "without quotation marks, not \"yes\"; "
                             "write \"draft: true\" [bad-value]\n");
  check_line("draft: \"true\"\n",
             "book.yaml:6:8: error: draft wants true or false without "
             "quotation marks, not \"true\"; "
             "write \"draft: true\" [bad-value]\n");
  check_line("subtitle: [a, b]\n",
             "book.yaml:6:11: error: subtitle wants a text, not a list; write "
             "\"subtitle: What it is, in a line\" [wrong-type]\n");
  check_line("fonts: Literata\n",
             "book.yaml:6:8: error: fonts wants a list of texts, not "
             "\"Literata\"; write \"fonts: [Literata]\" [wrong-type]\n");
  check_line("fonts:\n  - a\n  - {b: c}\n",
             "book.yaml:8:5: error: fonts wants a list of texts, not a group "
             "of keys; write \"fonts: [Literata]\" [wrong-type]\n");
  check_line("series: [S]\n",
             "book.yaml:6:9: error: series wants a name, not a list; write "
             "\"series: {name: Plain answers, position: 1}\" [wrong-type]\n");
  check_line("series: {name: S, position: 0}\n",
             "book.yaml:6:29: error: position wants a whole number from 1, "
             "not \"0\"; write \"position: 1\" [bad-value]\n");
  check_line("translation-of: x\n",
             "book.yaml:6:17: error: translation-of wants a group of keys, "
             "not \"x\"; write \"translation-of: {id: opioid-restart, "
             "edition: \"2026.11\"}\" [bad-value]\n");
}

static void
test_bad_value(void)
{
  check_line("isbn: 978-3-16-148410-1\n",
             "book.yaml:6:7: error: isbn wants an ISBN of 13 digits whose "
             "last is right, not \"978-3-16-148410-1\"; write \"isbn: "
             "978-3-16-148410-0\" [bad-value]\n");
  check_line("address: example.org\n",
             "book.yaml:6:10: error: address wants an http or https address, "
             "not \"example.org\"; write \"address: "
             "https://example.org/book\" [bad-value]\n");
  check_line("dir: rlt\n",
             "book.yaml:6:6: error: dir wants one of ltr, rtl, not \"rlt\"; "
             "write \"dir: rtl\" [bad-value]\n");
  check_messages("id: ../b\ntitle: B\nlang: e\nreleased: 2026-02-30\n"
                 "articles: [a]\n",
                 "book.yaml:1:5: error: id wants small letters a to z, "
                 "digits, dots and hyphens, at most 100, not \"../b\"; write "
                 "\"id: opioid-restart\" [bad-value]\n"
                 "book.yaml:3:7: error: lang wants a language tag (BCP 47), "
                 "not \"e\"; write \"lang: en\" [bad-value]\n"
                 "book.yaml:4:11: error: released wants a day of the "
                 "calendar, not \"2026-02-30\"; write \"released: "
                 "2026-11-22\" [bad-value]\n");
}

static void
test_articles(void)
{
  check_messages(HEAD "articles: [a, warning]\n",
                 "book.yaml:5:15: error: there is no file "
                 "articles/warning.md; write the name of a file in articles/ "
                 "without its suffix, such as \"a\" [no-such-article]\n");
  check_messages(HEAD "articles: [a, ../../etc/passwd, ../articles/a]\n",
                 "book.yaml:5:15: error: there is no file "
                 "articles/../../etc/passwd.md; write the name of a file in "
                 "articles/ without its suffix, such as \"a\" "
                 "[no-such-article]\n"
                 "book.yaml:5:33: error: articles/a.md is listed a second "
                 "time; keep one of the two [duplicate-article]\n");
  check_messages(HEAD "articles: a\n",
                 "book.yaml:5:11: error: articles wants a list of texts, not "
                 "\"a\"; write \"articles: [first-article, second-article]\" "
                 "[wrong-type]\n");
  check_messages(HEAD "articles:\n  - a\n  - [b]\n",
                 "book.yaml:7:5: error: an item of articles is the name of an "
                 "article or a part, not a list; write \"- overdose\" or \"- "
                 "part: Title\" with \"articles: […]\" below it "
                 "[wrong-type]\n");
}

static void
test_no_articles_folder(void)
{
  TestLoad load =
      test_load((TestFile[]){ { "book.yaml", HEAD "articles: [a]\n", 0 },
                              { NULL, NULL, 0 } },
                NULL);

  g_assert_cmpstr(load.messages, ==,
                  "book.yaml:5:12: error: there is no file articles/a.md; "
                  "write it first [no-such-article]\n");
  test_load_free(&load);
}

static void
test_duplicate_id(void)
{
  TestLoad load = test_load(
      (TestFile[]){ { "book.yaml", HEAD "articles: [a, b]\n", 0 },
                    { "articles/a.md", "---\ntitle: A\n---\n", 0 },
                    { "articles/b.md", "---\ntitle: B\nid: a\n---\n", 0 },
                    { NULL, NULL, 0 } },
      NULL);

  g_assert_cmpstr(load.messages, ==,
                  "articles/b.md:1:1: error: the id \"a\" is also that of "
                  "articles/a.md; write another \"id:\" in one of the two "
                  "front matters [duplicate-id]\n");
  g_assert_cmpstr(book_article(load.book, 1)->meta->id, ==, "a-2");
  test_load_free(&load);
}

static void
test_not_text(void)
{
  TestLoad load = test_load(
      (TestFile[]){ { "book.yaml", "title: \xff", 0 }, { NULL, NULL, 0 } },
      NULL);

  g_assert_cmpstr(load.messages, ==,
                  "book.yaml: error: byte 8 is no text; save the file as "
                  "UTF-8, without control characters [not-text]\n");
  test_load_free(&load);
  check_messages("just words\n",
                 "book.yaml:1:1: error: the book file is a text; write one "
                 "\"key: value\" a line [wrong-type]\n");
}

/* The project's own book has nothing to complain about. */
static void
test_own_book(void)
{
  g_autoptr(PathRoot) root = path_root_open(SOURCE_DIR "/content", NULL);
  g_autoptr(Diag) diag = diag_new();
  ContentOptions options = { .folder_name = "content" };
  g_autoptr(GError) error = NULL;
  g_autoptr(Book) book = content_load(root, &options, diag, &error);
  g_autofree char *messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_WARNING);

  g_assert_no_error(error);
  g_assert_cmpstr(messages, ==, "");
  g_assert_cmpuint(book->articles->len, >=, 3);
  for (unsigned i = 0; i < book->articles->len; i++) {
    if (book_article(book, i)->origin != BOOK_WRITTEN)
      continue;
    g_assert_nonnull(book_article(book, i)->meta->summary);
    g_assert_nonnull(book_article(book, i)->meta->updated);
    g_assert_nonnull(book_article(book, i)->meta->review_by);
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/every-key", test_every_key);
  g_test_add_func("/parts", test_parts);
  g_test_add_func("/as-of", test_as_of);
  g_test_add_func("/missing", test_missing);
  g_test_add_func("/nothing-said", test_nothing_said);
  g_test_add_func("/unknown-key", test_unknown_key);
  g_test_add_func("/wrong-type", test_wrong_type);
  g_test_add_func("/bad-value", test_bad_value);
  g_test_add_func("/articles", test_articles);
  g_test_add_func("/no-articles-folder", test_no_articles_folder);
  g_test_add_func("/duplicate-id", test_duplicate_id);
  g_test_add_func("/not-text", test_not_text);
  g_test_add_func("/own-book", test_own_book);
  return g_test_run();
}
