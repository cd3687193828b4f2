/* pdf/page_words.c -- the words that each page of a finished PDF begins with.
 */
/* SPDX-License-Identifier: MIT */

#include "pdf/page_words.h"

#include "base/bytes.h"
#include "pdf/label.h"

#include <stdbool.h>
#include <string.h>

enum {
  TAIL_MAX = 240 /* bytes */
};

/* What a page begins with. */
typedef struct {
  GString *words;
  char *divided; /* or NULL */
  bool article;
} Page;

typedef struct {
  const PdfReading *reading;
  GPtrArray *pages;     /* of Page */
  const PdfPart *block; /* that the mark before stands in */
  GString *tail;        /* of that block's text, from the last space on */
} Walk;

static bool
is_inline(const PdfPart *part)
{
  static const char *const roles[] = { "Span", "Link", "Reference", "Code" };

  for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
    if (pdf_part_is(part, roles[i]))
      return true;
  return false;
}

static const PdfPart *
block_of(const PdfPart *mark)
{
  const PdfPart *part = mark->parent;

  while (part != NULL && part->parent != NULL && is_inline(part))
    part = part->parent;
  return part;
}

static const PdfPart *
outermost_section(const PdfPart *part)
{
  const PdfPart *section = NULL;

  for (; part != NULL; part = part->parent)
    if (pdf_part_is(part, "Sect"))
      section = part;
  return section;
}

static bool
has_kid(const PdfPart *part, const char *role)
{
  for (guint i = 0; i < part->count; i++)
    if (pdf_part_is(pdf_part_kid(part, i), role))
      return true;
  return false;
}

static bool
is_in_article(const PdfPart *mark)
{
  const PdfPart *section = outermost_section(mark);

  return section != NULL && has_kid(section, "H1") && !has_kid(section, "TOC");
}

static void
free_page(gpointer data)
{
  Page *page = data;

  g_string_free(page->words, TRUE);
  g_free(page->divided);
  g_free(page);
}

/* --- labels --- */

static void
append_words(const PdfReading *reading, const PdfPart *part, GString *out)
{
  if (part->kind == PDF_PART_MARK)
    g_string_append(out, pdf_reading_words(reading, part));
  if (part->kind != PDF_PART_ELEMENT)
    return;
  for (guint i = 0; i < part->count; i++)
    append_words(reading, pdf_part_kid(part, i), out);
}

/* The words of definition lists are labels, too: those stay. */
static bool
is_left_out(const Walk *walk, const PdfPart *part)
{
  g_autoptr(GString) words = g_string_new(NULL);

  if (pdf_part_is(part, "Note"))
    return true;
  if (!pdf_part_is(part, "Lbl") && !pdf_part_is(part, "Reference"))
    return false;
  append_words(walk->reading, part, words);
  return !bytes_has_letter(words->str);
}

/* --- marks --- */

static void
keep_tail(GString *tail, const char *text)
{
  const char *from = text;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
    if (g_unichar_isspace(g_utf8_get_char(at)))
      from = g_utf8_next_char(at);
  if (from > text)
    g_string_truncate(tail, 0);
  g_string_append(tail, from);
  if (tail->len <= TAIL_MAX)
    return;
  from = g_utf8_find_next_char(tail->str + (tail->len - TAIL_MAX), NULL);
  g_string_erase(tail, 0, from - tail->str);
}

static void
read_mark(Walk *walk, const PdfPart *mark)
{
  const char *text = pdf_reading_words(walk->reading, mark);
  Page *page = g_ptr_array_index(walk->pages, mark->page);
  GString *words = page->words;
  const PdfPart *block = block_of(mark);

  if (block != walk->block)
    g_string_truncate(walk->tail, 0);
  walk->block = block;
  if (*text == '\0')
    return;
  if (words->len == 0) {
    page->divided = g_strdup(walk->tail->str);
    page->article = is_in_article(mark);
  } else if (walk->tail->len == 0) {
    g_string_append_c(words, ' ');
  }
  if (words->len <= PDF_PAGE_WORDS)
    g_string_append(words, text);
  keep_tail(walk->tail, text);
}

static void
walk_part(Walk *walk, const PdfPart *part)
{
  switch (part->kind) {
  case PDF_PART_MARK:
    read_mark(walk, part);
    return;
  case PDF_PART_LINK:
    return;
  case PDF_PART_ELEMENT:
    break;
  }
  if (is_left_out(walk, part))
    return;
  for (guint i = 0; i < part->count; i++)
    walk_part(walk, pdf_part_kid(part, i));
}

static void
walk_all(Walk *walk)
{
  for (guint i = 0; i < walk->reading->pages->len; i++) {
    Page *page = g_new0(Page, 1);
    page->words = g_string_new(NULL);
    g_ptr_array_add(walk->pages, page);
  }
  for (guint i = 0; i < walk->reading->root.count; i++)
    walk_part(walk, walk->reading->root.kids[i]);
}

/* --- the result --- */

static void
result_free(gpointer data)
{
  PdfPageWords *page = data;

  g_free(page->label);
  g_free(page->words);
  g_free(page->divided);
  g_free(page);
}

static GPtrArray *
collect(const Walk *walk, const GPtrArray *labels)
{
  GPtrArray *result = g_ptr_array_new_with_free_func(result_free);

  for (guint i = 0; i < walk->pages->len; i++) {
    PdfPageWords *page = g_new0(PdfPageWords, 1);
    const Page *found = g_ptr_array_index(walk->pages, i);

    page->label = g_strdup(g_ptr_array_index(labels, i));
    page->article = found->article;
    page->words = g_strdup(found->words->str);
    page->divided = g_strdup(found->divided != NULL ? found->divided : "");
    g_ptr_array_add(result, page);
  }
  return result;
}

GPtrArray *
pdf_page_words_read(PdfFinished *finished, GError **error)
{
  const PdfReading *reading = finished->reading;
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(free_page);
  g_autoptr(GString) tail = g_string_new(NULL);
  Walk walk = { reading, pages, NULL, tail };

  if (!pdf_finished_has_reading(finished, error))
    return NULL;
  g_autoptr(GPtrArray) labels =
      pdf_label_read(finished->qpdf, reading->pages->len);
  if (!pdf_finished_check(finished, error))
    return NULL;
  walk_all(&walk);
  return collect(&walk, labels);
}
