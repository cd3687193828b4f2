/* tests/unit/epub_xml.c -- what is escaped, and that counting never counts too
 * few. */
/* SPDX-License-Identifier: MIT */

#include "epub/xml.h"

#include <string.h>

static const char *const texts[] = {
  "",
  "plain",
  "a < b > c & d \"e\" 'f'",
  "line\nline\ttab\rreturn",
  "caf\u00e9 \u2019 \u4e2d\u6587 \U0001f6a8",
  "]]>&amp;&#13;",
};

static void
write_all(EpubXml *xml)
{
  epub_xml_open(xml, "section");
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    epub_xml_open(xml, "p");
    epub_xml_attribute(xml, "class", texts[i]);
    epub_xml_attribute(xml, "xml:lang", NULL);
    epub_xml_text(xml, texts[i]);
    epub_xml_open(xml, "br");
    epub_xml_close_empty(xml);
    epub_xml_text_range(xml, texts[i], strlen(texts[i]) / 2);
    epub_xml_close(xml);
    epub_xml_line(xml);
  }
  epub_xml_element(xml, "span", "");
  epub_xml_close(xml);
}

static void
test_count(void)
{
  g_autoptr(EpubXml) written = epub_xml_new();
  g_autoptr(EpubXml) counted = epub_xml_new_count();

  g_assert_cmpuint(epub_xml_length(counted), >=, epub_xml_length(written));
  write_all(written);
  write_all(counted);
  g_assert_cmpuint(epub_xml_length(counted), >=, epub_xml_length(written));
  g_assert_cmpuint(epub_xml_length(counted), <,
                   epub_xml_length(written) * 3 / 2);
}

/* Each alone, so that one cannot make up for another. */
static void
test_count_each(void)
{
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(EpubXml) written = epub_xml_new();
    g_autoptr(EpubXml) counted = epub_xml_new_count();
    EpubXml *pair[] = { written, counted };
    gsize grown[2];
    for (unsigned j = 0; j < 2; j++) {
      gsize before = epub_xml_length(pair[j]);
      epub_xml_open(pair[j], "p");
      epub_xml_attribute(pair[j], "title", texts[i]);
      epub_xml_text(pair[j], texts[i]);
      epub_xml_close(pair[j]);
      grown[j] = epub_xml_length(pair[j]) - before;
    }
    g_assert_cmpuint(grown[1], >=, grown[0]);
  }
}

static void
assert_written(const char *text, gsize length, const char *expected)
{
  g_autoptr(EpubXml) xml = epub_xml_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *whole = g_strconcat("<p>", expected, "</p>", NULL);

  epub_xml_open(xml, "p");
  epub_xml_text_range(xml, text, length);
  epub_xml_close(xml);
  g_autoptr(GBytes) bytes = epub_xml_finish(xml, &error);
  g_assert_no_error(error);
  g_autofree char *out =
      g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  g_assert_nonnull(strstr(out, whole));
}

/* What stands behind the range does not count. */
static void
test_range(void)
{
  assert_written("plain", 5, "plain");
  assert_written("plain & simple", 5, "plain");
  assert_written("plain & simple", 7, "plain &amp;");
  assert_written("<b>\"bold\"</b>", 13, "&lt;b&gt;&quot;bold&quot;&lt;/b&gt;");
  assert_written("a\rb", 3, "a&#13;b");
  assert_written("", 0, "");
}

static void
test_unfinished(void)
{
  g_autoptr(EpubXml) xml = epub_xml_new();
  g_autoptr(GError) error = NULL;

  epub_xml_open(xml, "p");
  g_assert_null(epub_xml_finish(xml, &error));
  g_assert_nonnull(error);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/epub/xml/count", test_count);
  g_test_add_func("/epub/xml/count-each", test_count_each);
  g_test_add_func("/epub/xml/range", test_range);
  g_test_add_func("/epub/xml/unfinished", test_unfinished);
  return g_test_run();
}
