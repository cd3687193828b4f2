/* release/reading.c -- every text of a book gets its tree. */
/* SPDX-License-Identifier: MIT */

#include "release/reading.h"

#include "pass/target.h"
#include "reader/reader.h"

#include <string.h>

/* The texts of data files are Markdown, whatever the file's suffix. */
#define MARKDOWN "text.md"

static Doc *
read_markdown(const char *source, const char *text, unsigned line, Diag *diag)
{
  ReaderInput input = {
    .source = source, .text = text, .length = strlen(text), .first_line = line
  };
  return reader_find(MARKDOWN)(&input, diag);
}

static void
read_text(RegistryText *text, Diag *diag)
{
  if (text->markdown)
    text->doc =
        read_markdown(text->pos.file, text->markdown, text->pos.line, diag);
}

static void
read_registry(Registry *registry, Diag *diag)
{
  read_text(&registry->emergency.intro, diag);
  read_text(&registry->emergency.after, diag);
  for (unsigned i = 0; i < registry->emergency.steps->len; i++) {
    EmergencyStep *step = g_ptr_array_index(registry->emergency.steps, i);
    read_text(&step->text, diag);
    read_text(&step->brief, diag);
  }
  for (unsigned i = 0; i < registry->glossary->len; i++) {
    GlossaryEntry *entry = g_ptr_array_index(registry->glossary, i);
    read_text(&entry->definition, diag);
  }
}

static void
read_fragments(Book *book, Diag *diag)
{
  for (unsigned i = 0; i < book->fragments->len; i++) {
    BookFragment *fragment = g_ptr_array_index(book->fragments, i);
    gsize length = 0;
    const char *data = g_bytes_get_data(fragment->bytes, &length);
    g_autofree char *text = g_strndup(length > 0 ? data : "", length);
    fragment->doc = read_markdown(fragment->source, text, 1, diag);
  }
}

static void
read_article(BookArticle *article, Diag *diag)
{
  if (article->origin != BOOK_WRITTEN) { /* a pass fills the empty tree */
    article->doc = read_markdown(article->source, "", 1, diag);
    return;
  }
  if (!article->bytes)
    return; /* content/ has said why */
  gsize length = 0;
  const char *text = g_bytes_get_data(article->bytes, &length);
  ReaderFunc read = reader_find(article->source);
  if (!read) {
    diag_report(diag, DIAG_ERROR, (DiagPos){ article->source, 0, 0 },
                "unknown-suffix",
                "no reader knows this suffix; write the article in Markdown "
                "and call it NAME.md");
    return;
  }
  ReaderInput input = { .source = article->source,
                        .text = text + article->body_offset,
                        .length = length - article->body_offset,
                        .first_line = article->body_line };
  article->doc = read(&input, diag);
}

bool
reading_read_book(Book *book, Diag *diag)
{
  bool complete = true;
  for (unsigned i = 0; i < book->articles->len; i++) {
    BookArticle *article = g_ptr_array_index(book->articles, i);
    read_article(article, diag);
    complete = complete && article->doc;
  }
  read_registry(book->registry, diag);
  read_fragments(book, diag);
  return complete;
}

/* --- some of the articles --- */

static void
collect_targets(Book *book, BookArticle *article, GPtrArray *targets)
{
  PassContext context = { .book = book, .article = article };
  PassTargets finder;

  pass_targets_init(&finder, &context);
  pass_targets_collect(&finder, article->doc, targets);
  pass_targets_clear(&finder);
}

/* What is wrong with an article aside is said when that one is asked for. */
static void
read_aside(GPtrArray *targets)
{
  g_autoptr(Diag) silent = diag_new();
  diag_set_lenient(silent, true);
  for (unsigned i = 0; i < targets->len; i++) {
    BookArticle *article = g_ptr_array_index(targets, i);
    if (article->doc)
      continue;
    article->aside = true;
    read_article(article, silent);
  }
}

bool
reading_read_articles(Book *book, const char *const *ids, Diag *diag)
{
  g_autoptr(GPtrArray) targets = g_ptr_array_new();
  bool complete = true;
  for (unsigned i = 0; i < book->articles->len; i++) {
    BookArticle *article = g_ptr_array_index(book->articles, i);
    if (!g_strv_contains(ids, article->meta->id))
      continue;
    read_article(article, diag);
    complete = complete && article->doc;
  }
  for (unsigned i = 0; i < book->articles->len && complete; i++) {
    BookArticle *article = g_ptr_array_index(book->articles, i);
    if (article->doc)
      collect_targets(book, article, targets);
  }
  read_aside(targets);
  return complete;
}
