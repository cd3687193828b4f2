/* text/text.c -- a book in, a plain text edition out. */
/* SPDX-License-Identifier: MIT */

#include "text/text.h"

#include "doc/status.h"
#include "doc/words.h"
#include "text/writer.h"

#include <string.h>

static void
write_line(TextWriter *writer, const char *text)
{
  if (text == NULL)
    return;
  g_string_append(writer->lines->words, text);
  text_lines_flush(writer->lines);
}

/* "Licence: CC BY 4.0"; nothing for NULL. */
static void
write_labelled(TextWriter *writer, Words label, const char *text)
{
  g_autofree char *line =
      text != NULL
          ? g_strdup_printf("%s %s", words_say(label, writer->book->lang), text)
          : NULL;

  write_line(writer, line);
}

static void
write_imprint(TextWriter *writer)
{
  const Book *book = writer->book;
  g_autofree char *released = words_dated(
      WORDS_RELEASED, book->bare ? NULL : book->released, book->lang);
  const char *report = book->report_errors_to;

  if (report == NULL && !book->bare)
    report = words_say(WORDS_NO_REPORT_ADDRESS, book->lang);
  write_line(writer, released);
  write_labelled(writer, WORDS_REPLACES, book->replaces);
  write_labelled(writer, WORDS_PUBLISHED_BY, book->publisher);
  write_labelled(writer, WORDS_LICENCE, book->licence);
  write_labelled(writer, WORDS_ON_THE_WEB, book->address);
  write_labelled(writer, WORDS_REPORT_ERRORS, report);
}

/* The first page is the title's; imprint and contents are paper's. */
static void
write_title_page(TextWriter *writer)
{
  const Book *book = writer->book;
  g_autofree char *edition = status_edition(book);

  for (unsigned i = 0; i < writer->pages->front; i++)
    text_writer_label(
        writer,
        g_array_index(writer->pages->map->entries, PageMapEntry, i).label);
  g_string_append(writer->lines->words, book->title);
  text_lines_flush_title(writer->lines, '=');
  write_line(writer, book->subtitle);
  write_line(writer, book->author);
  write_line(writer, edition);
  write_imprint(writer);
}

static void
write_contents_line(TextWriter *writer, const BookArticle *article)
{
  const char *label = text_pages_find(writer->pages, article->meta->id);
  gsize before = text_block_indent(writer, "- ");

  g_string_append(writer->lines->words, article->meta->title);
  if (label != NULL)
    g_string_append_printf(writer->lines->words, ", %s", label);
  text_lines_flush(writer->lines);
  text_block_outdent(writer, before);
}

static void
write_contents(TextWriter *writer)
{
  const Book *book = writer->book;
  unsigned part = G_MAXUINT;

  text_lines_gap(writer->lines);
  for (unsigned i = 0; i < book->articles->len; i++) {
    const BookArticle *article = book_article(book, i);

    writer->lines->tight = article->part == part;
    if (article->part != part)
      write_line(writer, book_part(book, article->part)->title);
    writer->lines->tight =
        article->part == part || book_part(book, article->part)->title != NULL;
    part = article->part;
    write_contents_line(writer, article);
  }
}

/* --- an article --- */

static void
write_note(TextWriter *writer, const DocNode *note)
{
  g_autofree char *mark = g_strdup_printf("*%u ", note->as.note.number);
  gsize before = text_block_indent(writer, mark);

  text_writer_pages(writer, note, 0, G_MAXSIZE);
  text_block_write_children(writer, note);
  text_block_outdent(writer, before);
}

static void
write_status(TextWriter *writer, const BookArticle *article)
{
  g_autofree char *dates = status_dates(article->meta);
  g_autofree char *trust = status_trust(article->meta, writer->book);
  g_autofree char *names = status_names(article->meta);

  if (article->origin == BOOK_INDEX)
    return; /* nobody reviews page numbers */
  write_line(writer, dates);
  write_line(writer, trust);
  write_line(writer, names);
}

static void
write_article(TextWriter *writer, const BookArticle *article)
{
  const DocNode *root = doc_root(article->doc);
  const Meta *meta = article->meta;

  text_lines_gap(writer->lines);
  text_lines_gap(writer->lines);
  text_writer_pages(writer, root, 0, G_MAXSIZE);
  g_string_append(writer->lines->words, meta->title);
  text_lines_flush_title(writer->lines, '=');
  write_line(writer, meta->summary);
  write_status(writer, article);
  text_block_write_children(writer, root);
  text_lines_flush(writer->lines);
  for (const DocNode *node = root->first; node != NULL; node = node->next)
    if (node->kind == DOC_NOTE)
      write_note(writer, node);
}

static void
write_back_pages(TextWriter *writer)
{
  const GArray *entries =
      writer->pages->map != NULL ? writer->pages->map->entries : NULL;
  guint from = entries != NULL ? entries->len : 0;

  while (from > writer->pages->front &&
         g_array_index(entries, PageMapEntry, from - 1).node == NULL)
    from--;
  for (guint i = from; entries != NULL && i < entries->len; i++)
    text_writer_label(writer, g_array_index(entries, PageMapEntry, i).label);
  text_lines_flush(writer->lines);
}

GBytes *
text_write(const Book *book, const PageMap *pages)
{
  g_autoptr(TextPages) found = text_pages_new(book, pages);
  g_autoptr(TextLines) lines = text_lines_new();
  TextWriter writer = { book, found, lines };
  gsize length;

  write_title_page(&writer);
  write_contents(&writer);
  for (unsigned i = 0; i < book->articles->len; i++)
    write_article(&writer, book_article(book, i));
  write_back_pages(&writer);
  length = lines->out->len;
  return g_bytes_new_take(g_string_free(g_steal_pointer(&lines->out), FALSE),
                          length);
}
