/* tests/unit/doc_tree.c -- the tree keeps its rules. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"

#include <string.h>

static const DocPos start = { 1, 1 };

static void
test_links(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *paragraph = doc_node_new(doc, DOC_PARAGRAPH, start);
  DocNode *one = doc_node_new_text(doc, DOC_TEXT, "one", start);
  DocNode *two = doc_node_new(doc, DOC_SOFT_BREAK, start);
  DocNode *three = doc_node_new_text(doc, DOC_TEXT, "three", start);
  g_autofree char *text = NULL;

  doc_node_append(doc_root_mutable(doc), paragraph);
  doc_node_append(paragraph, one);
  doc_node_append(paragraph, three);
  doc_node_insert_before(three, two);
  text = doc_node_plain_text(paragraph);
  g_assert_cmpstr(text, ==, "one three");
  doc_node_unlink(one);
  g_assert_true(paragraph->first == two && two->prev == NULL);
  doc_node_unlink(three);
  g_assert_true(paragraph->last == two && two->next == NULL);
  g_assert_true(doc_check(doc, NULL));
}

static void
test_refusals(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *text = doc_node_new_text(doc, DOC_TEXT, "a", start);
  DocNode *quote = doc_node_new(doc, DOC_QUOTE, start);

  g_test_expect_message("handbill", G_LOG_LEVEL_CRITICAL, "*doc_kind_accepts*");
  doc_node_append(doc_root_mutable(doc), text);
  g_test_assert_expected_messages();
  g_test_expect_message("handbill", G_LOG_LEVEL_CRITICAL, "*is_below*");
  doc_node_append(quote, quote);
  g_test_assert_expected_messages();
}

static void
test_check(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *root = doc_root_mutable(doc);
  DocNode *text = doc_node_new_text(doc, DOC_TEXT, "a", start);
  g_autoptr(GString) report = g_string_new(NULL);

  root->first = root->last = text;
  text->parent = root;
  g_assert_false(doc_check(doc, report));
  g_assert_cmpstr(report->str, ==, "1:1: text in document: not allowed here\n");
}

static void
test_classes(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *span = doc_node_new(doc, DOC_SPAN, start);

  g_assert_false(doc_node_has_class(span, "a"));
  doc_node_add_class(doc, span, "ab");
  doc_node_add_class(doc, span, "a");
  doc_node_add_class(doc, span, "a");
  g_assert_cmpstr(span->class_name, ==, "ab a");
  g_assert_true(doc_node_has_class(span, "a"));
  g_assert_false(doc_node_has_class(span, "b"));
}

static void
test_language(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *paragraph = doc_node_new(doc, DOC_PARAGRAPH, start);

  doc_node_append(doc_root_mutable(doc), paragraph);
  g_assert_null(doc_node_lang(paragraph));
  doc_root_mutable(doc)->lang = "de";
  g_assert_cmpstr(doc_node_lang(paragraph), ==, "de");
  paragraph->lang = "fr";
  g_assert_cmpstr(doc_node_lang(paragraph), ==, "fr");
}

/* More nodes than one block of memory holds. */
static void
test_many(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *paragraph = doc_node_new(doc, DOC_PARAGRAPH, start);
  g_autofree char *text = NULL;

  doc_node_append(doc_root_mutable(doc), paragraph);
  for (unsigned i = 0; i < 1000; i++)
    doc_node_append(paragraph, doc_node_new_text(doc, DOC_TEXT, "a", start));
  text = doc_node_plain_text(doc_root(doc));
  g_assert_cmpuint(strlen(text), ==, 1000);
  g_assert_true(doc_check(doc, NULL));
}

static void
test_kinds(void)
{
  for (int kind = 0; kind < DOC_KIND_COUNT; kind++)
    g_assert_nonnull(doc_kind_name((DocKind)kind));
  g_assert_true(doc_kind_accepts(DOC_FIGURE, DOC_CAPTION));
  g_assert_false(doc_kind_accepts(DOC_QUOTE, DOC_CAPTION));
  g_assert_false(doc_kind_accepts(DOC_QUOTE, DOC_DOCUMENT));
  g_assert_false(doc_kind_accepts(DOC_TEXT, DOC_TEXT));
  g_assert_true(doc_kind_is_inline(DOC_TEXT));
  g_assert_false(doc_kind_is_inline(DOC_RULE));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tree/links", test_links);
  g_test_add_func("/tree/refusals", test_refusals);
  g_test_add_func("/tree/check", test_check);
  g_test_add_func("/tree/classes", test_classes);
  g_test_add_func("/tree/language", test_language);
  g_test_add_func("/tree/many", test_many);
  g_test_add_func("/tree/kinds", test_kinds);
  return g_test_run();
}
