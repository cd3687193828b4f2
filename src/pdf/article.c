/* pdf/article.c -- what a finished PDF says, article by article. */
/* SPDX-License-Identifier: MIT */

#include "pdf/article.h"

#include <string.h>

typedef struct {
  const PdfReading *reading;
  PdfArticle *article;
  WordList *list; /* the one that is being filled */
  bool with_pages;
} Reader;

static void read_kids(const Reader *reader, const PdfPart *part);

static void
article_free(gpointer data)
{
  PdfArticle *article = data;

  g_free(article->title);
  word_list_free(article->words);
  word_list_free(article->notes);
  g_array_unref(article->blocks);
  g_free(article);
}

static PdfArticle *
article_new(void)
{
  PdfArticle *article = g_new0(PdfArticle, 1);

  article->words = word_list_new();
  article->notes = word_list_new();
  article->blocks = g_array_new(FALSE, FALSE, sizeof(PdfBlock));
  return article;
}

/* Roles whose words may be parts of one word (PDF 1.7, 14.8.4.4). */
static bool
is_inline(const PdfPart *part)
{
  static const char *const roles[] = { "Span", "Link", "Reference", "Code" };

  for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
    if (pdf_part_is(part, roles[i]))
      return true;
  return false;
}

static bool
is_task(const char *text)
{
  return strcmp(text, "\u2610") == 0 || strcmp(text, "\u2611") == 0;
}

/* Bullets and numbers are furniture, a ticked box is not; and the terms of a
 * definition list are words. */
static bool
is_furniture(const Reader *reader, const PdfPart *label)
{
  g_autoptr(GString) text = g_string_new(NULL);

  if (!pdf_part_is(label, "Lbl") || label->parent == NULL)
    return false;
  for (guint i = 0; i < label->count; i++) {
    const PdfPart *kid = pdf_part_kid(label, i);
    if (kid->kind != PDF_PART_MARK)
      return false;
    g_string_append(text, pdf_reading_words(reader->reading, kid));
  }
  g_strstrip(text->str);
  if (pdf_part_is(label->parent, "Note") || strcmp(text->str, "\u2022") == 0 ||
      strcmp(text->str, "\u2013") == 0)
    return true;
  gsize digits = strspn(text->str, "0123456789");
  return !is_task(text->str) && digits > 0 &&
         strcmp(text->str + digits, ".") == 0;
}

static bool
is_page_number(const PdfPart *link)
{
  return link->kind == PDF_PART_LINK && g_str_has_prefix(link->target, "page ");
}

/* "Page 12" alone in a paragraph: where a card leads. */
static bool
is_page_line(const Reader *reader, const PdfPart *part)
{
  g_autofree char *text = NULL;
  const PdfPart *link;
  const char *gap;

  if (!pdf_part_is(part, "P") || part->count != 1)
    return false;
  link = pdf_part_kid(part, 0);
  if (!pdf_part_is(link, "Link") || link->count != 2 ||
      pdf_part_kid(link, 0)->kind != PDF_PART_MARK ||
      !is_page_number(pdf_part_kid(link, 1)))
    return false;
  text = g_strdup(pdf_reading_words(reader->reading, pdf_part_kid(link, 0)));
  gap = strchr(g_strstrip(text), ' ');
  return gap != NULL && gap[1] != '\0' &&
         gap[1 + strspn(gap + 1, "0123456789")] == '\0';
}

static void
begin_block(const Reader *reader, const PdfPart *part)
{
  GArray *blocks = reader->article->blocks;
  PdfBlock block = { reader->list->words->len,
                     pdf_part_is(part, "P") && part->parent != NULL &&
                         pdf_part_is(part->parent, "Sect") };

  if (reader->list != reader->article->words)
    return;
  if (blocks->len > 0 &&
      g_array_index(blocks, PdfBlock, blocks->len - 1).word == block.word)
    g_array_set_size(blocks, blocks->len - 1);
  g_array_append_val(blocks, block);
}

static void
append_words(const PdfReading *reading, const PdfPart *part, GString *out)
{
  for (guint i = 0; i < part->count; i++) {
    const PdfPart *kid = pdf_part_kid(part, i);
    if (kid->kind == PDF_PART_MARK)
      g_string_append(out, pdf_reading_words(reading, kid));
    else if (kid->kind == PDF_PART_ELEMENT)
      append_words(reading, kid, out);
  }
}

static bool
leads_to_page(const PdfPart *link)
{
  for (guint i = 0; i < link->count; i++)
    if (is_page_number(pdf_part_kid(link, i)))
      return true;
  return false;
}

/* True if all of the link was read. */
static bool
read_link_without_page(const Reader *reader, const PdfPart *link)
{
  g_autoptr(GString) words = g_string_new(NULL);

  if (reader->with_pages || !pdf_part_is(link, "Link") || !leads_to_page(link))
    return false;
  append_words(reader->reading, link, words);
  word_list_cut_page(words->str);
  word_list_add(reader->list, words->str, (unsigned)link->page + 1);
  return true;
}

static void
read_element(const Reader *reader, const PdfPart *part)
{
  Reader inner = *reader;
  bool within = is_inline(part);

  if (is_furniture(reader, part) || is_page_line(reader, part) ||
      read_link_without_page(reader, part))
    return;
  if (pdf_part_is(part, "Note"))
    inner.list = reader->article->notes;
  if (!within) {
    word_list_end(inner.list);
    begin_block(&inner, part);
  }
  if (pdf_part_is(part, "Figure") && part->alt != NULL)
    word_list_add(inner.list, part->alt, (unsigned)part->page + 1);
  read_kids(&inner, part);
  if (!within)
    word_list_end(inner.list);
}

static void
read_kids(const Reader *reader, const PdfPart *part)
{
  for (guint i = 0; i < part->count; i++) {
    const PdfPart *kid = pdf_part_kid(part, i);

    switch (kid->kind) {
    case PDF_PART_ELEMENT:
      read_element(reader, kid);
      break;
    case PDF_PART_MARK:
      word_list_add(reader->list, pdf_reading_words(reader->reading, kid),
                    (unsigned)kid->page + 1);
      break;
    case PDF_PART_LINK:
      break;
    }
  }
}

static const PdfPart *
find_kid(const PdfPart *part, const char *role)
{
  for (guint i = 0; i < part->count; i++)
    if (pdf_part_is(pdf_part_kid(part, i), role))
      return pdf_part_kid(part, i);
  return NULL;
}

static char *
title_of(const PdfReading *reading, const PdfPart *heading)
{
  PdfArticle *scratch = article_new();
  Reader reader = { reading, scratch, scratch->words, true };
  char *title;

  read_kids(&reader, heading);
  word_list_end(scratch->words);
  title = word_list_excerpt(scratch->words, 0, scratch->words->words->len);
  article_free(scratch);
  return title;
}

static void
find_articles(const PdfReading *reading, const PdfPart *part, bool with_pages,
              GPtrArray *articles)
{
  const PdfPart *heading;

  if (part->kind != PDF_PART_ELEMENT)
    return;
  if (!pdf_part_is(part, "Sect")) {
    for (guint i = 0; i < part->count; i++)
      find_articles(reading, pdf_part_kid(part, i), with_pages, articles);
    return;
  }
  heading = find_kid(part, "H1");
  if (heading == NULL || find_kid(part, "TOC") != NULL)
    return;
  PdfArticle *article = article_new();
  Reader reader = { reading, article, article->words, with_pages };
  article->title = title_of(reading, heading);
  read_kids(&reader, part);
  word_list_end(article->words);
  word_list_end(article->notes);
  g_ptr_array_add(articles, article);
}

GPtrArray *
pdf_articles_read(PdfFinished *finished, bool with_pages, GError **error)
{
  const PdfReading *reading = finished->reading;
  GPtrArray *articles;

  if (!pdf_finished_has_reading(finished, error))
    return NULL;
  articles = g_ptr_array_new_with_free_func(article_free);
  for (guint i = 0; i < reading->root.count; i++)
    find_articles(reading, reading->root.kids[i], with_pages, articles);
  return articles;
}
