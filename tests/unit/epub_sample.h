/*
 * tests/unit/epub_sample.h -- a small book with every kind of node, built by
 * hand, for the tests of epub/.
 *
 * Two parts, three articles: "first" has all kinds, "second" links back and
 * is reviewed, "third" is Arabic.
 */
#pragma once

#include "doc/book.h"
#include "doc/edit.h"
#include "doc/page_map.h"
#include "epub/epub.h"
#include "epub/inspect.h"
#include "media/media.h"

#include <string.h>

#define SAMPLE_POS ((DocPos){ 1, 1 })

static inline DocNode *
sample_add(Doc *doc, DocNode *parent, DocKind kind)
{
  DocNode *node = doc_node_new(doc, kind, SAMPLE_POS);

  doc_node_append(parent, node);
  return node;
}

static inline DocNode *
sample_text(Doc *doc, DocNode *parent, DocKind kind, const char *text)
{
  DocNode *node = doc_node_new_text(doc, kind, text, SAMPLE_POS);

  doc_node_append(parent, node);
  return node;
}

/* A node of `kind` that holds one text. */
static inline DocNode *
sample_words(Doc *doc, DocNode *parent, DocKind kind, const char *text)
{
  DocNode *node = sample_add(doc, parent, kind);

  sample_text(doc, node, DOC_TEXT, text);
  return node;
}

static inline DocNode *
sample_section(Doc *doc, DocNode *parent, unsigned level, const char *id,
               const char *title)
{
  DocNode *section = sample_add(doc, parent, DOC_SECTION);
  DocNode *heading = sample_words(doc, section, DOC_HEADING, title);

  heading->as.level = level;
  if (id != NULL)
    doc_node_set_id(doc, heading, id);
  return section;
}

static inline DocNode *
sample_link(Doc *doc, DocNode *parent, DocKind kind, DocLinkKind link,
            const char *target, const char *text)
{
  DocNode *node = sample_words(doc, parent, kind, text);

  doc_node_set_link(doc, node, target, NULL);
  node->as.link.kind = link;
  return node;
}

/* A grey square of 8 px. */
static inline GBytes *
sample_png(void)
{
  guint32 data[64];
  MediaPixels pixels = { 8, 8, 32, false, true, (guint8 *)data };

  for (int i = 0; i < 64; i++)
    data[i] = 0xff808080;
  return media_encode_png(&pixels, NULL);
}

static inline void
sample_inlines(Doc *doc, DocNode *parent)
{
  static const DocKind kinds[] = { DOC_EMPHASIS,    DOC_STRONG,    DOC_STRIKE,
                                   DOC_SUPERSCRIPT, DOC_SUBSCRIPT, DOC_KEYBOARD,
                                   DOC_SPAN };
  DocNode *line =
      sample_words(doc, parent, DOC_PARAGRAPH, "Words <&> \"all\":");

  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
    sample_add(doc, line, DOC_SOFT_BREAK);
    sample_words(doc, line, kinds[i], doc_kind_name(kinds[i]));
  }
  doc_node_add_class(doc, line->last, "safety");
  line->last->lang = doc_string(doc, "de");
  sample_add(doc, line, DOC_HARD_BREAK);
  sample_text(doc, line, DOC_CODE, "a < b");
  sample_link(doc, line, DOC_LINK, DOC_LINK_EXTERNAL,
              "https://example.org/a b?x=1&y=2", "outside");
  sample_link(doc, line, DOC_LINK, DOC_LINK_INTERNAL, "second.end", "inside");
  sample_link(doc, line, DOC_LINK, DOC_LINK_UNRESOLVED, "nowhere", "broken");
}

static inline void
sample_lists(Doc *doc, DocNode *parent)
{
  DocNode *list = sample_add(doc, parent, DOC_LIST);
  DocNode *item;
  DocNode *inner;

  list->as.list = (DocList){ .tight = true };
  item = sample_add(doc, list, DOC_ITEM);
  sample_words(doc, item, DOC_PARAGRAPH, "Open");
  item->as.task = DOC_TASK_OPEN;
  item = sample_add(doc, list, DOC_ITEM);
  sample_words(doc, item, DOC_PARAGRAPH, "Done");
  item->as.task = DOC_TASK_DONE;
  inner = sample_add(doc, item, DOC_LIST);
  inner->as.list = (DocList){ .ordered = true, .start = 3 };
  item = sample_add(doc, inner, DOC_ITEM);
  sample_words(doc, item, DOC_PARAGRAPH, "Third");
  sample_words(doc, item, DOC_PARAGRAPH, "and more");

  list = sample_add(doc, parent, DOC_TERM_LIST);
  sample_words(doc, list, DOC_TERM, "Tolerance");
  doc_node_set_id(doc, list->last, "first.tolerance");
  sample_words(doc, sample_add(doc, list, DOC_DEFINITION), DOC_PARAGRAPH,
               "What the body gets used to.");
}

static inline void
sample_table(Doc *doc, DocNode *parent)
{
  DocNode *figure = sample_add(doc, parent, DOC_FIGURE);
  DocNode *table = sample_add(doc, figure, DOC_TABLE);

  sample_words(doc, figure, DOC_CAPTION, "How long");
  for (unsigned i = 0; i < 2; i++) {
    DocNode *row = sample_add(doc, table, DOC_ROW);
    row->as.header = i == 0;
    for (unsigned j = 0; j < 2; j++) {
      DocNode *cell = sample_add(doc, row, DOC_CELL);
      if (i + j > 0)
        sample_text(doc, cell, DOC_TEXT, i == 0 ? "Days" : "Opioids");
      cell->as.cell.header = i == 0 || j == 0;
      cell->as.cell.align = j == 1 ? DOC_ALIGN_RIGHT : DOC_ALIGN_NONE;
    }
  }
}

static inline void
sample_picture(Doc *doc, DocNode *parent, const DocResource *resource)
{
  DocNode *figure = sample_add(doc, parent, DOC_FIGURE);
  DocNode *image =
      sample_add(doc, sample_add(doc, figure, DOC_PARAGRAPH), DOC_IMAGE);

  doc_node_set_link(doc, image, "a.png", NULL);
  image->as.image.resource = resource;
  sample_text(doc, image, DOC_TEXT, "A grey square");
  sample_words(doc, figure, DOC_CAPTION, "The square");
  image = sample_add(doc, sample_add(doc, parent, DOC_PARAGRAPH), DOC_IMAGE);
  doc_node_set_link(doc, image, "a.png", "decorative");
  image->as.image.resource = resource;
  image->as.image.decorative = true;
}

static inline void
sample_notes(Doc *doc, DocNode *parent)
{
  DocNode *note = doc_node_new(doc, DOC_NOTE, SAMPLE_POS);
  DocNode *line = sample_words(doc, parent, DOC_PARAGRAPH, "A claim");

  note->as.note = (DocNote){ "a", 1 };
  for (unsigned nth = 1; nth <= 2; nth++) {
    DocNode *reference = sample_add(doc, line, DOC_NOTE_REF);
    reference->as.note_ref = (DocNoteRef){ "a", note, nth };
    sample_text(doc, line, DOC_TEXT, " and again");
  }
  sample_words(doc, note, DOC_PARAGRAPH, "Said by a source.");
  sample_words(doc, note, DOC_PARAGRAPH, "And another.");
  doc_node_append(doc_root_mutable(doc), note);
}

static inline Doc *
sample_first(const DocResource *resource)
{
  Doc *doc = doc_new("articles/first.md");
  DocNode *root = doc_root_mutable(doc);
  DocNode *section;
  DocNode *callout;

  doc_node_set_id(doc, root, "first");
  sample_words(doc, root, DOC_PARAGRAPH, "The first paragraph.");
  sample_inlines(doc, root);
  section = sample_section(doc, root, 2, "first.1-why", "Why it matters");
  sample_words(doc, sample_add(doc, section, DOC_QUOTE), DOC_PARAGRAPH,
               "A quote.");
  callout = sample_add(doc, section, DOC_CALLOUT);
  callout->as.callout = DOC_CALLOUT_WARNING;
  sample_words(doc, callout, DOC_PARAGRAPH, "Warning: do not start again.");
  sample_lists(doc, section);
  section = sample_section(doc, section, 3, NULL, "A closer look");
  sample_text(doc, section, DOC_CODE_BLOCK, "if (a < b)\n  return;\n");
  sample_add(doc, section, DOC_RULE);
  sample_table(doc, section);
  sample_picture(doc, section, resource);
  sample_notes(doc, section);
  return doc;
}

static inline Doc *
sample_second(void)
{
  Doc *doc = doc_new("articles/second.md");
  DocNode *root = doc_root_mutable(doc);
  DocNode *section;
  DocNode *list;
  DocNode *line;

  doc_node_set_id(doc, root, "second");
  list = sample_add(doc, root, DOC_LIST);
  doc_node_add_class(doc, list, "cards");
  line = sample_add(doc, sample_add(doc, list, DOC_ITEM), DOC_PARAGRAPH);
  sample_link(doc, line, DOC_PAGE_REF, DOC_LINK_INTERNAL, "first.1-why",
              "Read more");
  sample_link(doc, line, DOC_LINK, DOC_LINK_INTERNAL, "first", "First");
  section = sample_section(doc, root, 2, "second.end", "The end");
  sample_words(doc, section, DOC_PARAGRAPH, "An undivided ending.");
  return doc;
}

static inline Doc *
sample_third(void)
{
  Doc *doc = doc_new("articles/third.md");
  DocNode *line = sample_words(doc, doc_root_mutable(doc), DOC_PARAGRAPH,
                               "\u0645\u0631\u062d\u0628\u0627 ");

  doc_node_set_id(doc, doc_root_mutable(doc), "third");
  sample_words(doc, line, DOC_SPAN, "hello");
  line->last->lang = doc_string(doc, "en");
  return doc;
}

static inline BookArticle *
sample_article(Book *book, const char *id, const char *title, unsigned part,
               Doc *doc)
{
  BookArticle *article = book_add_article(book);

  article->meta->id = g_strdup(id);
  article->meta->title = g_strdup(title);
  article->meta->lang = g_strdup("en");
  article->source = g_strdup(doc_source(doc));
  article->part = part;
  article->doc = doc;
  return article;
}

static inline void
sample_describe_articles(Book *book)
{
  Meta *first = ((BookArticle *)g_ptr_array_index(book->articles, 0))->meta;
  Meta *second = ((BookArticle *)g_ptr_array_index(book->articles, 1))->meta;
  Meta *third = ((BookArticle *)g_ptr_array_index(book->articles, 2))->meta;

  first->summary = g_strdup("What a break does, in one sentence.");
  first->updated = g_strdup("2026-11-22");
  g_strfreev(first->also_known_as);
  first->also_known_as = g_strsplit("stopping|a pause", "|", -1);
  second->review.by = g_strdup("Dr A. Example");
  second->review.role = g_strdup("pharmacist");
  second->review.on = g_strdup("2026-03-01");
  g_free(third->lang);
  third->lang = g_strdup("ar");
  third->direction = META_RTL;
  third->updated = g_strdup("2026-11-22");
}

/* (transfer full) */
static inline Book *
sample_book(void)
{
  Book *book = book_new();
  DocResource *resource =
      doc_resource_new("articles/a.png", "a.png", RESOURCE_PNG, sample_png());

  resource->width = resource->height = 8;
  g_ptr_array_add(book->resources, resource);
  book->id = g_strdup("sample");
  book->title = g_strdup("A sample & more");
  book->subtitle = g_strdup("For the tests");
  book->lang = g_strdup("en");
  book->edition = g_strdup("2026.11");
  book->released = g_strdup("2026-11-22");
  book->licence = g_strdup("CC BY 4.0");
  book->report_errors_to = g_strdup("mailto:errors@example.org");
  book_add_part(book, NULL);
  book_add_part(book, "The second part");
  sample_article(book, "first", "The first", 0, sample_first(resource));
  sample_article(book, "second", "The second", 1, sample_second());
  sample_article(book, "third", "The third", 1, sample_third());
  sample_describe_articles(book);
  return book;
}

static inline const DocNode *
sample_find(const DocNode *node, const char *text)
{
  if (doc_kind_has_text(node->kind) && strstr(node->as.text, text) != NULL)
    return node;
  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    const DocNode *found = sample_find(child, text);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static inline const DocNode *
sample_root(const Book *book, unsigned article)
{
  return doc_root(book_article(book, article)->doc);
}

/* i: title page; 1: first article; 2: its section's heading; 3: blank; 4:
 * second article; 5: in the middle of "undivided".  (transfer full) */
static inline PageMap *
sample_pages(const Book *book)
{
  PageMap *map = page_map_new();

  page_map_add(map, "i", 0, NULL, 0);
  page_map_add(map, "1", 0, sample_root(book, 0), 0);
  page_map_add(map, "2", 0, sample_find(sample_root(book, 0), "Why it"), 0);
  page_map_add(map, "3", 0, NULL, 0);
  page_map_add(map, "4", 1, sample_root(book, 1), 0);
  page_map_add(map, "5", 1, sample_find(sample_root(book, 1), "undivided"),
               strlen("An undi"));
  return map;
}

/* NULL when it is no ZIP at all.  (transfer full) */
static inline EpubReport *
sample_inspect(GBytes *bytes, GError **error)
{
  g_autoptr(EpubFinished) epub = epub_finished_open(bytes, error);

  return epub != NULL ? epub_inspect(epub) : NULL;
}

/* The book as an EPUB in which nothing is wrong, as text.  `pages` may be NULL.
 * (transfer full) */
static inline char *
sample_dump(const Book *book, const PageMap *pages)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GError) error = NULL;
  EpubOptions options = { .pages = pages, .page_source = "urn:isbn:1" };
  g_autoptr(GBytes) bytes = epub_write(book, &options, diag, &error);
  g_autoptr(EpubReport) report = NULL;
  char *dump;

  g_assert_no_error(error);
  report = sample_inspect(bytes, &error);
  g_assert_no_error(error);
  g_assert_cmpuint(report->faults->len, ==, 0);
  dump = epub_dump(bytes, &error);
  g_assert_no_error(error);
  return dump;
}
