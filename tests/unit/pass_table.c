/* tests/unit/pass_table.c -- which passes run, over what, and their
 * quotation marks. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"
#include "pass/pass.h"
#include "pass/quotes.h"

#include <string.h>

static const DocPos start = { 1, 1 };

static BookArticle *
add_article(Book *book, const char *id, const char *text)
{
  BookArticle *article = book_add_article(book);
  DocNode *heading;

  article->source = g_strdup_printf("%s.md", id);
  article->meta->id = g_strdup(id);
  article->meta->lang = g_strdup("en");
  if (text == NULL)
    return article;
  article->doc = doc_new(article->source);
  heading = doc_node_new(article->doc, DOC_HEADING, start);
  heading->as.level = 2;
  doc_node_append(heading,
                  doc_node_new_text(article->doc, DOC_TEXT, text, start));
  doc_node_append(doc_root_mutable(article->doc), heading);
  return article;
}

static void
test_order(void)
{
  g_autoptr(Book) book = book_new();
  g_autoptr(Diag) diag = diag_new();
  BookArticle *article = add_article(book, "a", "One");

  add_article(book, "b", NULL); /* the reader refused it */
  g_assert_false(pass_run_all(book, NULL, diag, "no-such-pass"));
  g_assert_true(pass_run_all(book, NULL, diag, "headings"));
  g_assert_cmpint(doc_root(article->doc)->first->kind, ==, DOC_HEADING);
  g_assert_true(pass_run_all(book, NULL, diag, NULL));
  g_assert_cmpint(doc_root(article->doc)->first->kind, ==, DOC_SECTION);
  g_assert_cmpstr(doc_root(article->doc)->id, ==, "a");
  g_assert_cmpuint(diag_count(diag, DIAG_ERROR), ==, 0);
}

static void
test_names(void)
{
  for (const Pass *pass = pass_table; pass->name != NULL; pass++)
    for (const Pass *other = pass + 1; other->name != NULL; other++)
      g_assert_cmpstr(pass->name, !=, other->name);
}

/* A message about what a pass made tells the nearest place in the source. */
static void
test_position(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *paragraph = doc_node_new(doc, DOC_PARAGRAPH, (DocPos){ 7, 2 });
  DocNode *made = doc_node_new_text(doc, DOC_TEXT, "x", (DocPos){ 0, 0 });
  DiagPos pos;

  doc_node_append(doc_root_mutable(doc), paragraph);
  doc_node_append(paragraph, made);
  pos = pass_pos(doc, made);
  g_assert_cmpstr(pos.file, ==, "a.md");
  g_assert_cmpuint(pos.line, ==, 7);
  g_assert_cmpuint(pos.column, ==, 2);
}

static void
test_quotes(void)
{
  g_assert_cmpstr(pass_quotes_find("de-DE")->open, ==, "„");
  g_assert_cmpstr(pass_quotes_find("de-CH")->open, ==, "«");
  g_assert_cmpstr(pass_quotes_find("pt")->open, ==, "“");
  g_assert_cmpstr(pass_quotes_find("den")->open, ==, "“");
  g_assert_cmpstr(pass_quotes_find(NULL)->close, ==, "”");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pass/order", test_order);
  g_test_add_func("/pass/names", test_names);
  g_test_add_func("/pass/position", test_position);
  g_test_add_func("/pass/quotes", test_quotes);
  return g_test_run();
}
