/* pdf/page_words.c -- the words that each page of a finished PDF begins with.
 */
/* SPDX-License-Identifier: MIT */

#include "pdf/page_words.h"

#include "pdf/label.h"
#include "pdf/open.h"
#include "pdf/reading.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
  const PdfReading *reading;
  GPtrArray *pages;     /* of GString: what becomes the words */
  GPtrArray *divided;   /* of char *, by page */
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

static void
free_string(gpointer string)
{
  g_string_free(string, TRUE);
}

/* --- labels --- */

static void
append_words(const PdfReading *reading, const PdfPart *part, GString *out)
{
  if (part->kind == PDF_PART_MARK)
    g_string_append(out, pdf_reading_words(reading, part));
  if (part->kind != PDF_PART_ELEMENT)
    return;
  for (guint i = 0; i < part->kids->len; i++)
    append_words(reading, pdf_part_kid(part, i), out);
}

static bool
has_letter(const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char(text))
    if (g_unichar_isalpha(g_utf8_get_char(text)))
      return true;
  return false;
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
  return !has_letter(words->str);
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
}

static void
read_mark(Walk *walk, const PdfPart *mark)
{
  const char *text = pdf_reading_words(walk->reading, mark);
  GString *words = g_ptr_array_index(walk->pages, mark->page);
  const PdfPart *block = block_of(mark);

  if (block != walk->block)
    g_string_truncate(walk->tail, 0);
  walk->block = block;
  if (*text == '\0')
    return;
  if (words->len == 0)
    g_ptr_array_index(walk->divided, mark->page) = g_strdup(walk->tail->str);
  else if (walk->tail->len == 0)
    g_string_append_c(words, ' ');
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
  for (guint i = 0; i < part->kids->len; i++)
    walk_part(walk, pdf_part_kid(part, i));
}

static void
walk_all(Walk *walk)
{
  for (guint i = 0; i < walk->reading->pages->len; i++)
    g_ptr_array_add(walk->pages, g_string_new(NULL));
  g_ptr_array_set_size(walk->divided, (int)walk->reading->pages->len);
  for (guint i = 0; i < walk->reading->roots->len; i++)
    walk_part(walk, g_ptr_array_index(walk->reading->roots, i));
}

/* --- the result --- */

static void
page_free(gpointer data)
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
  GPtrArray *result = g_ptr_array_new_with_free_func(page_free);

  for (guint i = 0; i < walk->pages->len; i++) {
    PdfPageWords *page = g_new0(PdfPageWords, 1);
    const GString *words = g_ptr_array_index(walk->pages, i);
    const char *divided = g_ptr_array_index(walk->divided, i);

    page->label = g_strdup(g_ptr_array_index(labels, i));
    page->words = g_strdup(words->str);
    page->divided = g_strdup(divided != NULL ? divided : "");
    g_ptr_array_add(result, page);
  }
  return result;
}

GPtrArray *
pdf_page_words_read(GBytes *bytes, GError **error)
{
  g_auto(PdfOpen) qpdf = pdf_open(bytes, error);
  g_autoptr(PdfReading) reading =
      qpdf != NULL ? pdf_reading_new(qpdf, error) : NULL;
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(free_string);
  g_autoptr(GPtrArray) divided = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) tail = g_string_new(NULL);
  Walk walk = { reading, pages, divided, NULL, tail };

  if (reading == NULL)
    return NULL;
  g_autoptr(GPtrArray) labels = pdf_label_read(qpdf, reading->pages->len);
  if (!pdf_open_check(qpdf, error))
    return NULL;
  walk_all(&walk);
  return collect(&walk, labels);
}
