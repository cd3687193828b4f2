/* tests/unit/epub_split.c -- long articles: no file over the limit, no link
 * into the wrong one, no word lost. */
/* SPDX-License-Identifier: MIT */

#include "epub/archive.h"
#include "epub/epub.h"
#include "epub/inspect.h"
#include "epub/plan.h"
#include "epub_sample.h"

/* 100 KB of words. */
static char *
long_text(void)
{
  GString *text = g_string_new(NULL);

  for (int i = 0; i < 10000; i++)
    g_string_append(text, "lorem <<> ");
  return g_string_free(text, FALSE);
}

static void
add_note(Doc *doc, DocNode *line, unsigned number)
{
  DocNode *note = doc_node_new(doc, DOC_NOTE, SAMPLE_POS);
  DocNode *reference = sample_add(doc, line, DOC_NOTE_REF);

  note->as.note = (DocNote){ "n", number };
  reference->as.note_ref = (DocNoteRef){ "n", note, 1 };
  sample_words(doc, note, DOC_PARAGRAPH, "Source");
  doc_node_append(doc_root_mutable(doc), note);
}

/* Sections of 150 KB as XHTML, each with a note and a link to the last. */
static Doc *
long_doc(unsigned sections)
{
  Doc *doc = doc_new("articles/long.md");
  g_autofree char *text = long_text();

  doc_node_set_id(doc, doc_root_mutable(doc), "long");
  for (unsigned i = 0; i < sections; i++) {
    g_autofree char *id = g_strdup_printf("long.s%u", i);
    DocNode *section =
        sample_section(doc, doc_root_mutable(doc), 2, id, "Section");
    DocNode *line = sample_words(doc, section, DOC_PARAGRAPH, text);
    sample_link(doc, line, DOC_LINK, DOC_LINK_INTERNAL, "long.s2", "last");
    add_note(doc, line, i + 1);
  }
  return doc;
}

static GBytes *
write_long(Doc *doc, unsigned errors)
{
  g_autoptr(Book) book = sample_book();
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GError) error = NULL;
  EpubOptions options = { 0 };
  GBytes *bytes;

  sample_article(book, "long", "Long", 1, doc);
  bytes = epub_write(book, &options, diag, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(diag_count(diag, DIAG_ERROR), ==, errors);
  return bytes;
}

static char *
find_text(GBytes *bytes, const char *name)
{
  g_autoptr(EpubArchive) archive = epub_archive_read(bytes, NULL);
  const EpubEntry *entry = epub_archive_find(archive, name);
  gsize length;
  const char *data;

  if (entry == NULL)
    return NULL;
  data = g_bytes_get_data(entry->bytes, &length);
  g_assert_cmpuint(length, <=, EPUB_FILE_LIMIT);
  return g_strndup(data, length);
}

static void
test_sections(void)
{
  g_autoptr(GBytes) bytes = write_long(long_doc(3), 0);
  g_autoptr(EpubReport) report = sample_inspect(bytes, NULL);
  g_autofree char *first = find_text(bytes, "long.xhtml");
  g_autofree char *second = find_text(bytes, "long-2.xhtml");
  g_autofree char *third = find_text(bytes, "long-3.xhtml");
  g_autofree char *fourth = find_text(bytes, "long-4.xhtml");

  g_assert_cmpuint(report->faults->len, ==, 0);
  g_assert_nonnull(strstr(first, "id=\"s0\""));
  g_assert_nonnull(strstr(first, "href=\"long-3.xhtml#s2\""));
  g_assert_nonnull(strstr(first, "id=\"note-1\""));
  g_assert_null(strstr(first, "id=\"note-2\""));
  g_assert_nonnull(strstr(second, "id=\"note-2\""));
  g_assert_nonnull(strstr(second, "<title>Long (2)</title>"));
  g_assert_null(strstr(second, "doc-chapter"));
  g_assert_nonnull(strstr(third, "href=\"#s2\""));
  g_assert_null(fourth);
}

/* One section that is too long itself is split between its blocks. */
static void
test_blocks(void)
{
  Doc *doc = doc_new("articles/long.md");
  g_autofree char *text = long_text();
  DocNode *section =
      sample_section(doc, doc_root_mutable(doc), 2, "long.s", "Section");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(EpubReport) report = NULL;
  g_autofree char *second = NULL;

  doc_node_set_id(doc, doc_root_mutable(doc), "long");
  for (int i = 0; i < 2; i++)
    sample_words(doc, section, DOC_PARAGRAPH, text);
  bytes = write_long(doc, 0);
  report = sample_inspect(bytes, NULL);
  second = find_text(bytes, "long-2.xhtml");
  g_assert_cmpuint(report->faults->len, ==, 0);
  g_assert_nonnull(second);
}

/* What cannot be split is said, not hidden: by the writer and by inspect. */
static void
test_one_block(void)
{
  Doc *doc = doc_new("articles/long.md");
  g_autofree char *text = long_text();
  g_autofree char *more = g_strconcat(text, text, text, NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(EpubReport) report = NULL;

  doc_node_set_id(doc, doc_root_mutable(doc), "long");
  sample_words(doc, doc_root_mutable(doc), DOC_PARAGRAPH, more);
  bytes = write_long(doc, 1);
  report = sample_inspect(bytes, NULL);
  g_assert_cmpuint(report->faults->len, ==, 1);
  g_assert_true(
      g_str_has_prefix(g_ptr_array_index(report->faults, 0), "long.xhtml: "));
}

/* CrossPoint's table of anchors has 1024 places. */
static void
test_anchors(void)
{
  Doc *doc = doc_new("articles/long.md");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(EpubReport) report = NULL;
  g_autofree char *second = NULL;

  doc_node_set_id(doc, doc_root_mutable(doc), "long");
  for (unsigned i = 0; i < 1500; i++) {
    g_autofree char *id = g_strdup_printf("long.s%u", i);
    sample_section(doc, doc_root_mutable(doc), 2, id, "Section");
  }
  bytes = write_long(doc, 0);
  report = sample_inspect(bytes, NULL);
  second = find_text(bytes, "long-2.xhtml");
  g_assert_cmpuint(report->faults->len, ==, 0);
  g_assert_nonnull(second);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/sections", test_sections);
  g_test_add_func("/blocks", test_blocks);
  g_test_add_func("/one-block", test_one_block);
  g_test_add_func("/anchors", test_anchors);
  return g_test_run();
}
