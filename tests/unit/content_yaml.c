/* tests/unit/content_yaml.c -- YAML's positions, and what of it is refused. */
/* SPDX-License-Identifier: MIT */

#include "content/yaml.h"

#include <string.h>

static ContentYaml *
parse(const char *text, gsize length, char **messages)
{
  g_autoptr(Diag) diag = diag_new();
  g_autofree char *copy = g_memdup2(text, length); /* no NUL behind it */
  ContentYamlInput input = { "f", copy, length, 3 };
  ContentYaml *root = content_yaml_parse(&input, diag);

  *messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  g_assert_cmpint(root == NULL, ==, (*messages)[0] != '\0');
  return root;
}

static const ContentYaml *
child_at(const ContentYaml *node, unsigned index)
{
  return g_ptr_array_index(node->children, index);
}

static void
test_positions(void)
{
  static const char text[] = "a: b\n\"ä\": 'ö'\nlist:\n  - x\n  - {k: v}\n"
                             "empty:\nblock: |\n  one\n  two\n";
  g_autofree char *messages = NULL;
  g_autoptr(ContentYaml) root = parse(text, strlen(text), &messages);

  g_assert_cmpstr(messages, ==, "");
  g_assert_cmpint(root->kind, ==, CONTENT_YAML_MAP);
  g_assert_cmpuint(root->children->len, ==, 5);
  g_assert_cmpuint(child_at(root, 0)->pos.line, ==, 3);
  g_assert_cmpuint(child_at(root, 0)->pos.column, ==, 4);
  g_assert_false(child_at(root, 0)->quoted);

  const ContentYaml *quoted = content_yaml_find(root, "ä");

  g_assert_cmpstr(quoted->text, ==, "ö");
  g_assert_true(quoted->quoted);
  g_assert_cmpuint(quoted->key_pos.column, ==, 1);
  g_assert_cmpuint(quoted->pos.column, ==, 7); /* bytes */

  const ContentYaml *item = child_at(content_yaml_find(root, "list"), 1);

  g_assert_cmpint(item->kind, ==, CONTENT_YAML_MAP);
  g_assert_cmpuint(item->pos.line, ==, 7);
  g_assert_true(content_yaml_is_null(content_yaml_find(root, "empty")));
  g_assert_cmpstr(content_yaml_find(root, "block")->text, ==, "one\ntwo\n");
  g_assert_null(content_yaml_find(root, "k"));
  g_assert_null(content_yaml_find(item, "a"));
}

static void
test_texts_stay_texts(void)
{
  static const char text[] = "[2026.10, yes, 0x10, 2026-11-22, ~, \"~\", 1e3]";
  g_autofree char *messages = NULL;
  g_autoptr(ContentYaml) root = parse(text, strlen(text), &messages);

  g_assert_cmpstr(child_at(root, 0)->text, ==, "2026.10");
  g_assert_cmpstr(child_at(root, 1)->text, ==, "yes");
  g_assert_cmpstr(child_at(root, 2)->text, ==, "0x10");
  g_assert_true(content_yaml_is_null(child_at(root, 4)));
  g_assert_false(content_yaml_is_null(child_at(root, 5)));
}

static void
test_empty(void)
{
  static const char *const texts[] = { "", "\n\n", "# only a comment\n" };

  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autofree char *messages = NULL;
    g_autoptr(ContentYaml) root = parse(texts[i], strlen(texts[i]), &messages);

    g_assert_cmpstr(messages, ==, "");
    g_assert_cmpint(root->kind, ==, CONTENT_YAML_MAP);
    g_assert_cmpuint(root->children->len, ==, 0);
  }
}

static void
check_refused(const char *text, gsize length, const char *expected)
{
  g_autofree char *messages = NULL;
  g_autoptr(ContentYaml) root = parse(text, length, &messages);

  g_assert_null(root);
  if (expected != NULL)
    g_assert_cmpstr(messages, ==, expected);
}

static void
test_refused(void)
{
  static const struct {
    const char *text;
    const char *expected;
  } cases[] = {
    { "a: !tag b\n", "f:3:9: error: tags (!name) are not read here; leave it "
                     "out, or put quotation marks around the text "
                     "[yaml-tag]\n" },
    { "<<: {a: b}\n", "f:3:1: error: merge keys (<<) are not read here; write "
                      "the keys out [yaml-merge]\n" },
    { "a: *x\n", "f:3:5: error: anchors (&name) and aliases (*name) are not "
                 "read here; write the value out, or put quotation marks "
                 "around it [yaml-alias]\n" },
    { "? [a]\n: b\n", "f:3:3: error: a key is a word, not a list; write "
                      "\"word: value\" [bad-key]\n" },
    { "a: \"\\0\"\n", "f:3:5: error: this value holds a character that cannot "
                      "be printed, written as an escape; remove it "
                      "[bad-character]\n" },
    { "a: b\n---\nc: d\n",
      "f:4:1: error: a second document begins here; keep one, without a line "
      "\"---\" between its keys [bad-yaml]\n" },
    { "a: [b\n", NULL },
    { "a: \"b\n", NULL },
    { "a: b\n\tc: d\n", NULL },
    { "a: @b\n", NULL },
    { "{", NULL },
    { "%YAML 9.9\n---\na: b\n", NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    check_refused(cases[i].text, strlen(cases[i].text), cases[i].expected);
}

static void
test_depth(void)
{
  g_autofree char *deep = g_strnfill(1000000, '[');
  g_autofree char *fine = g_strconcat(deep + 1000000 - 100, "", NULL);
  g_autoptr(GString) closed = g_string_new(fine);
  g_autofree char *messages = NULL;

  for (unsigned i = 0; i < 100; i++)
    g_string_append_c(closed, ']');

  g_autoptr(ContentYaml) root = parse(closed->str, closed->len, &messages);

  g_assert_nonnull(root);
  check_refused(deep, 1000000,
                "f:3:101: error: lists and groups are nested more than 100 "
                "deep; write fewer levels [yaml-depth]\n");
}

static void
test_size(void)
{
  gsize length = CONTENT_YAML_BYTES_MAX + 1;
  g_autofree char *large = g_strnfill(length, 'a');

  check_refused(large, length,
                "f:3:1: error: the keys here are larger than 1 MiB; move the "
                "text into the article [yaml-size]\n");
}

/* Every prefix of a document, and every document with one byte changed, is
 * read or refused, never worse. */
static void
test_mutations(void)
{
  static const char text[] =
      "title: \"A: b\"\nlist: [a, 'b', {c: d}]\nfold: >\n  x\n  y\n? k\n: v\n"
      "parts:\n  - part: x\n    articles:\n      - y # z\n";
  static const char bytes[] = "\t\n :-[]{}&*!|>'\"%@#,?\xC3";

  for (gsize i = 0; i < strlen(text); i++)
    for (gsize j = 0; j < sizeof bytes - 1; j++) {
      g_autofree char *changed = g_strdup(text);
      g_autofree char *messages = NULL;

      changed[i] = bytes[j];
      content_yaml_free(parse(changed, strlen(text), &messages));
      g_clear_pointer(&messages, g_free);
      content_yaml_free(parse(changed, i + 1, &messages));
    }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/positions", test_positions);
  g_test_add_func("/texts-stay-texts", test_texts_stay_texts);
  g_test_add_func("/empty", test_empty);
  g_test_add_func("/refused", test_refused);
  g_test_add_func("/depth", test_depth);
  g_test_add_func("/size", test_size);
  g_test_add_func("/mutations", test_mutations);
  return g_test_run();
}
