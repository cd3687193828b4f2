/* tests/unit/reader_html.c -- the limits of HTML, and that its text stays. */
/* SPDX-License-Identifier: MIT */

#include "reader/html_guard.h"
#include "reader/html_token.h"
#include "reader/reader.h"

#include <string.h>

static char *
repeat(const char *head, const char *part, unsigned count, const char *tail)
{
  GString *out = g_string_new(head);

  for (unsigned i = 0; i < count; i++)
    g_string_append(out, part);
  g_string_append(out, tail);
  return g_string_free(out, FALSE);
}

/* Reads `text`, frees it, and gives the messages. */
static char *
read_text(const char *name, char *text, Doc **doc)
{
  g_autoptr(Diag) diag = diag_new();
  ReaderInput input = { name, text, strlen(text), 1 };
  g_autoptr(GTimer) timer = g_timer_new();

  *doc = reader_find(name)(&input, diag);
  g_assert_cmpfloat(g_timer_elapsed(timer, NULL), <, 5.0);
  g_assert_nonnull(*doc);
  g_assert_true(doc_check(*doc, NULL));
  g_free(text);
  return diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
}

static void
assert_reported(const char *name, char *text, const char *code)
{
  Doc *doc;
  g_autofree char *messages = read_text(name, text, &doc);
  g_autofree char *wanted = g_strdup_printf(" error: ");

  g_assert_nonnull(strstr(messages, wanted));
  g_assert_nonnull(strstr(messages, code));
  doc_free(doc);
}

static void
test_limits(void)
{
  assert_reported("a.html", repeat("", "<div>", 300, "x"), "[too-deep]");
  assert_reported("a.html", repeat("<p", " a=b", 300, ">x"),
                  "[html-attributes]");
  assert_reported("a.html", repeat("<p", " a", 100000, ">x"),
                  "[html-attributes]");
  assert_reported("a.html", repeat("<p a='", "x", 70000, "'>x"),
                  "[html-attributes]");
  assert_reported("a.html", repeat("<p>", "0123456789abcdef", 1 << 20, "x"),
                  "[too-large]");
  assert_reported("a.md", repeat("", "<div>", 300, "x"), "[raw-html]");
  assert_reported("a.md", repeat("a <b", " a=b", 300, ">x</b>"),
                  "[html-attributes]");
}

/* libxml2 loses what stands behind ten million bytes of text. */
static void
test_loss_is_an_error(void)
{
  Doc *doc;
  g_autofree char *messages =
      read_text("a.html", repeat("<p>", "0123456789", 1100000, "<p>end"), &doc);
  g_autofree char *plain = doc_node_plain_text(doc_root(doc));

  if (strstr(plain, "end") == NULL || strlen(plain) < 11000000)
    g_assert_nonnull(strstr(messages, " error: "));
  doc_free(doc);
}

static void
assert_kept(const char *name, const char *text, const char *words)
{
  Doc *doc;
  g_autofree char *messages = read_text(name, g_strdup(text), &doc);
  g_autofree char *plain = doc_node_plain_text(doc_root(doc));

  g_assert_null(strstr(messages, "html-text-lost"));
  g_assert_cmpstr(plain, ==, words);
  doc_free(doc);
}

/* Whatever the tags are, the words are there, in order. */
static void
test_text_is_kept(void)
{
  assert_kept("a.html", "<table>a<tr>b<td>c</table>d", "abcd");
  assert_kept("a.html", "<ul>a<li>b</ul></li>c", "abc");
  assert_kept("a.html", "<dl>a<dt>b<dd>c<p>d</dl>", "abcd");
  assert_kept("a.html", "<a href=x><p>a</p></a><li>b<td>c", "abc");
  assert_kept("a.html", "<svg><text>a</text></svg><x-y>b</x-y>", "ab");
  assert_kept("a.html", "a < b &lt; c d &nosuch; e &#x41;",
              "a < b < c d &nosuch; e A");
  assert_kept("a.html", "<b><div>a</div>b</b>", "a b");
  assert_kept("a.html", "<pre><table><tr><td>a</table>b</pre>", "ab");
  assert_kept("a.html", "<select><option>a<option>b</select>", "ab");
  assert_kept("a.html", "<!-- x --!> a --><p>b", "a -->b");
  assert_kept("a.html", "<figure>a<figcaption>b</figure>", "ab");
  assert_kept("a.html", "<h1><p>a</h1>b", "ab");
  assert_kept("a.md", "<table>\n<tr><td>\n\nb\n\n</td></tr>\n</table>", "b");
  assert_kept("a.md", "<ul>\n<li>a\n\nb\n\n</ul>", "ab");
  assert_kept("a.md", "<b>a\n\nb</b>", "ab</b>");
}

static void
test_page_positions(void)
{
  Doc *doc;
  g_autofree char *messages = NULL;
  g_autoptr(Diag) diag = diag_new();
  const char *text = "<p>a\n<p>b";
  ReaderInput input = { "a.html", text, strlen(text), 10 };

  doc = reader_html_read(&input, diag);
  g_assert_cmpuint(doc_root(doc)->first->pos.line, ==, 10);
  g_assert_cmpuint(doc_root(doc)->last->pos.line, ==, 11);
  doc_free(doc);
  messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  g_assert_cmpstr(messages, ==, "");
}

static void
test_tokens(void)
{
  static const char text[] = "a<B x='>' y>c</B><!--d--><script>e</script>f<";
  static const HtmlTokenKind kinds[] = { HTML_TOKEN_TEXT,     HTML_TOKEN_START,
                                         HTML_TOKEN_TEXT,     HTML_TOKEN_END,
                                         HTML_TOKEN_COMMENT,  HTML_TOKEN_START,
                                         HTML_TOKEN_RAW_TEXT, HTML_TOKEN_END,
                                         HTML_TOKEN_TEXT };
  HtmlTokenizer tokenizer;
  HtmlToken token;
  gsize length = 0;

  html_tokenizer_init(&tokenizer, text, strlen(text));
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
    g_assert_true(html_tokenizer_next(&tokenizer, &token));
    g_assert_cmpint(token.kind, ==, kinds[i]);
    length += token.length;
    if (i == 1) {
      g_assert_cmpstr(token.name, ==, "b");
      g_assert_cmpuint(token.attributes, ==, 2);
    }
  }
  g_assert_false(html_tokenizer_next(&tokenizer, &token));
  g_assert_cmpuint(length, ==, strlen(text));
}

static void
test_counts(void)
{
  static const char text[] = "<p>a1 &eacute; &#x2603;<script>x</script>";

  g_assert_cmpuint(html_guard_count_source(text, strlen(text)), ==, 3);
}

static void
test_table(void)
{
  g_assert_true(reader_find("a.MD") == reader_markdown_read);
  g_assert_true(reader_find("x/a.html") == reader_html_read);
  g_assert_null(reader_find("a.txt"));
  g_assert_null(reader_find("md"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/html/limits", test_limits);
  g_test_add_func("/html/loss-is-an-error", test_loss_is_an_error);
  g_test_add_func("/html/text-is-kept", test_text_is_kept);
  g_test_add_func("/html/page-positions", test_page_positions);
  g_test_add_func("/html/tokens", test_tokens);
  g_test_add_func("/html/counts", test_counts);
  g_test_add_func("/html/table", test_table);
  return g_test_run();
}
