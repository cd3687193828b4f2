/* tests/unit/content_front_matter.c -- front matter, right and wrong, in a
 * book and in a bare folder. */
/* SPDX-License-Identifier: MIT */

#include "content_load.h"

static TestLoad
load_book(const char *article)
{
  return test_load((TestFile[]){ { "book.yaml",
                                   "id: b\ntitle: B\nlang: en\n"
                                   "released: 2026-11-22\narticles: [a]\n",
                                   0 },
                                 { "articles/a.md", article, 0 },
                                 { NULL, NULL, 0 } },
                   NULL);
}

static void
check_book(const char *article, const char *expected)
{
  TestLoad load = load_book(article);

  g_assert_cmpstr(load.messages, ==, expected);
  g_assert_cmpuint(load.book->articles->len, ==, 1);
  g_assert_nonnull(book_article(load.book, 0)->meta->title);
  test_load_free(&load);
}

static const char *
body_of(const BookArticle *article)
{
  return (const char *)g_bytes_get_data(article->bytes, NULL) +
         article->body_offset;
}

/* The body is the last of the file: the bytes end there, without a NUL. */
static void
check_body(const BookArticle *article, const char *expected, unsigned line)
{
  gsize length = g_bytes_get_size(article->bytes) - article->body_offset;
  g_autofree char *body = g_strndup(body_of(article), length);

  g_assert_cmpstr(body, ==, expected);
  g_assert_cmpuint(article->body_line, ==, line);
}

static void
test_every_key(void)
{
  TestLoad load =
      load_book("---\n"
                "title: Warning signs, and a plan\n"
                "id: signs\n"
                "kind: topic\n"
                "summary: |\n  Two\n  lines.\n"
                "author: N. N.\n"
                "lang: ur\n"
                "updated: 2026-11-22\n"
                "reviewed: {by: R, on: 2026-11-23, role: pharmacist}\n"
                "review-by: 2027-05-22\n"
                "also-known-as: [signs of relapse, \"triggers\"]\n"
                "index:\n  - plan\n"
                "formats: [trifold]\n"
                "---\n"
                "Text.\n");
  const Meta *meta = book_article(load.book, 0)->meta;

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpstr(meta->title, ==, "Warning signs, and a plan");
  g_assert_cmpstr(meta->id, ==, "signs");
  g_assert_cmpint(meta->kind, ==, META_TOPIC);
  g_assert_cmpstr(meta->summary, ==, "Two lines.");
  g_assert_cmpstr(meta->author, ==, "N. N.");
  g_assert_cmpstr(meta->lang, ==, "ur");
  g_assert_cmpint(meta->direction, ==, META_RTL);
  g_assert_cmpstr(meta->updated, ==, "2026-11-22");
  g_assert_cmpstr(meta->review.by, ==, "R");
  g_assert_cmpstr(meta->review.on, ==, "2026-11-23");
  g_assert_cmpstr(meta->review.role, ==, "pharmacist");
  g_assert_cmpstr(meta->review_by, ==, "2027-05-22");
  g_assert_cmpstr(meta->also_known_as[1], ==, "triggers");
  g_assert_cmpstr(meta->index[0], ==, "plan");
  g_assert_cmpstr(meta->formats[0], ==, "trifold");
  check_body(book_article(load.book, 0), "Text.\n", 18);
  test_load_free(&load);
}

static void
test_defaults(void)
{
  TestLoad load = load_book("---\ntitle: T\n---\n");
  const BookArticle *article = book_article(load.book, 0);

  g_assert_cmpstr(load.messages, ==, "");
  g_assert_cmpstr(article->meta->id, ==, "a");
  g_assert_cmpint(article->meta->kind, ==, META_ARTICLE);
  g_assert_cmpstr(article->meta->lang, ==, "en");
  g_assert_null(article->meta->review.by);
  g_assert_null(article->meta->also_known_as[0]);
  check_body(article, "", 4);
  test_load_free(&load);
}

static void
test_fences(void)
{
  static const struct {
    const char *text;
    const char *body;
    unsigned line;
  } cases[] = {
    { "---\r\ntitle: T\r\n---\r\nA\r\n", "A\r\n", 4 },
    { "---  \ntitle: T\n--- \t\nA", "A", 4 },
    { "\xEF\xBB\xBF---\ntitle: T\n---\nA", "A", 4 },
    { "---\ntitle: T\n---", "", 4 },
    { "---\ntitle: T\n# a comment\n---\n---\nA", "---\nA", 5 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    TestLoad load = load_book(cases[i].text);

    g_assert_cmpstr(load.messages, ==, "");
    g_assert_cmpstr(book_article(load.book, 0)->meta->title, ==, "T");
    check_body(book_article(load.book, 0), cases[i].body, cases[i].line);
    test_load_free(&load);
  }
}

#define NO_FRONT_MATTER                                                        \
  "articles/a.md:1:1: error: there is no front matter; begin the file with "   \
  "the three lines \"---\", \"title: What this article is about\", \"---\" "   \
  "[no-front-matter]\n"

static void
test_none(void)
{
  check_book("", NO_FRONT_MATTER);
  check_book("Text.\n", NO_FRONT_MATTER);
  check_book("\n---\ntitle: T\n---\n", NO_FRONT_MATTER);
  check_book("----\ntitle: T\n----\n", NO_FRONT_MATTER);
  check_book("---\ntitle: T\n\nText.\n",
             "articles/a.md:1:1: error: no second line \"---\" closes the "
             "front matter that begins here; write one behind its last key "
             "[open-front-matter]\n");
  check_book("---", "articles/a.md:1:1: error: no second line \"---\" closes "
                    "the front matter that begins here; write one behind its "
                    "last key [open-front-matter]\n");
}

static void
test_wrong(void)
{
  check_book("---\n---\n",
             "articles/a.md:1:1: error: title is missing; write \"title: What "
             "this article is about\" between the two lines \"---\" "
             "[missing-key]\n");
  check_book("---\ntitle: T\nsumary: S\n---\n",
             "articles/a.md:3:1: error: there is no key \"sumary\" here; the "
             "nearest is \"summary\" [unknown-key]\n");
  check_book("---\ntitle: T\nkind: Topic\n---\n",
             "articles/a.md:3:7: error: kind wants one of article, topic, "
             "form, not \"Topic\"; write \"kind: topic\" [bad-value]\n");
  check_book("---\ntitle: T\nid: Über uns\n---\n",
             "articles/a.md:3:5: error: id wants small letters a to z, digits "
             "and hyphens, at most 100, not \"Über uns\"; write \"id: "
             "warning-signs\" [bad-value]\n");
  check_book("---\ntitle: T\nupdated: 22 November 2026\n---\n",
             "articles/a.md:3:10: error: updated wants a day of the calendar, "
             "not \"22 November 2026\"; write \"updated: 2026-11-22\" "
             "[bad-value]\n");
  check_book("---\ntitle: T\nreviewed: true\n---\n",
             "articles/a.md:3:11: error: reviewed wants a group of keys, not "
             "\"true\"; write \"reviewed: {by: …, on: 2026-11-22, role: …}\" "
             "[bad-value]\n");
  check_book("---\ntitle: T\nreviewed: {by: R}\n---\n",
             "articles/a.md:3:11: error: on is missing; write \"on: "
             "2026-11-22\" [missing-key]\n"
             "articles/a.md:3:11: error: role is missing; write \"role: "
             "pharmacist\" [missing-key]\n");
  check_book("---\ntitle: T\nupdated: 2026-11-22\nreview-by: 2026-05-22\n"
             "---\n",
             "articles/a.md:4:12: error: review-by (2026-05-22) lies before "
             "updated (2026-11-22); write a later day [bad-value]\n");
  check_book("---\n- title\n---\n",
             "articles/a.md:2:1: error: the front matter is a list; write one "
             "\"key: value\" a line [wrong-type]\n");
}

static void
test_yaml_errors(void)
{
  check_book("---\ntitle: Opioids: a start\n---\n",
             "articles/a.md:2:15: error: this is no YAML (invalid nested "
             "block mapping on the same line); put quotation marks around a "
             "text that holds \": \" or \" #\" or begins with a sign "
             "[bad-yaml]\n");
  check_book("---\ntitle: A\ntitle: B\n---\n",
             "articles/a.md:3:1: error: the key \"title\" stands here a "
             "second time (first in line 2); keep one [duplicate-key]\n");
  check_book("---\ntitle: &x A\nsummary: *x\n---\n",
             "articles/a.md:2:11: error: anchors (&name) and aliases (*name) "
             "are not read here; write the value out, or put quotation marks "
             "around it [yaml-alias]\n");
}

static void
test_not_text(void)
{
  TestLoad load = test_load(
      (TestFile[]){ { "book.yaml",
                      "id: b\ntitle: B\nlang: en\nreleased: 2026-11-22\n"
                      "articles: [a]\n",
                      0 },
                    { "articles/a.md", "---\ntitle: T\n---\nab\0c\n", 21 },
                    { NULL, NULL, 0 } },
      NULL);

  g_assert_cmpstr(load.messages, ==,
                  "articles/a.md:4:3: error: the byte 00 here is no text; "
                  "save the file as UTF-8, without control characters "
                  "[not-text]\n");
  g_assert_cmpuint(g_bytes_get_size(book_article(load.book, 0)->bytes), ==, 0);
  test_load_free(&load);
}

static void
check_bare(const char *article, const char *messages, const char *title,
           const char *body, unsigned line)
{
  TestLoad load = test_load(
      (TestFile[]){ { "a file.md", article, 0 }, { NULL, NULL, 0 } }, NULL);

  g_assert_cmpstr(load.messages, ==, messages);
  g_assert_cmpstr(book_article(load.book, 0)->meta->title, ==, title);
  g_assert_cmpstr(book_article(load.book, 0)->meta->id, ==, "a-file");
  check_body(book_article(load.book, 0), body, line);
  test_load_free(&load);
}

static void
test_bare(void)
{
  check_bare("Text.\n", "", "a file", "Text.\n", 1);
  check_bare("", "", "a file", "", 1);
  check_bare("Text\n\n## A *good* title ##\n", "", "A good title",
             "Text\n\n## A *good* title ##\n", 1);
  check_bare("---\ntitle: T\nlayout: post\n---\nText\n",
             "a file.md:3:1: warning: there is no key \"layout\" here; the "
             "nearest is \"lang\" [unknown-key]\n",
             "T", "Text\n", 5);
  check_bare("---\nupdated: never\n---\n# H\n",
             "a file.md:2:10: warning: updated wants a day of the calendar, "
             "not \"never\"; write \"updated: 2026-11-22\" [bad-value]\n",
             "H", "# H\n", 4);
}

/* What only looks like front matter is the text's own beginning. */
static void
test_bare_rules(void)
{
  check_bare("---\nA poem,\nno more.\n---\n",
             "a file.md:2:1: warning: the front matter is a text; write one "
             "\"key: value\" a line [wrong-type]\n",
             "a file", "---\nA poem,\nno more.\n---\n", 1);
  check_bare("---\n\nText.\n",
             "a file.md:1:1: warning: no second line \"---\" closes the front "
             "matter that begins here; write one behind its last key "
             "[open-front-matter]\n",
             "a file", "---\n\nText.\n", 1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/every-key", test_every_key);
  g_test_add_func("/defaults", test_defaults);
  g_test_add_func("/fences", test_fences);
  g_test_add_func("/none", test_none);
  g_test_add_func("/wrong", test_wrong);
  g_test_add_func("/yaml-errors", test_yaml_errors);
  g_test_add_func("/not-text", test_not_text);
  g_test_add_func("/bare", test_bare);
  g_test_add_func("/bare-rules", test_bare_rules);
  return g_test_run();
}
