/* pass/readability.c -- how hard an article is to read. */
/* SPDX-License-Identifier: MIT */

#include "pass/readability.h"

#include "pass/gate.h"
#include "pass/glossary_words.h"
#include "pass/offenders.h"
#include "pass/prose.h"
#include "pass/syllables.h"

#include <string.h>

enum {
  LONG_SYLLABLES = 3
};

typedef struct {
  const PassGlossaryWords *glossary;
  PassReadability counts;
  PassOffenders *offenders; /* or NULL */
} Reading;

/* --- counting --- */

static unsigned
count_characters(const char *text, PassSpan word)
{
  unsigned count = 0;

  for (const char *at = text + word.start; at < text + word.end;
       at = g_utf8_next_char(at))
    count += g_unichar_isalnum(g_utf8_get_char(at));
  return count;
}

static void
count_word(PassGradeCounts *counts, const char *text, PassSpan word)
{
  unsigned syllables =
      pass_syllables_count(text + word.start, word.end - word.start);

  counts->words++;
  counts->syllables += syllables;
  counts->long_words += syllables >= LONG_SYLLABLES;
  counts->characters += count_characters(text, word);
}

static void
add_counts(PassGradeCounts *to, PassGradeCounts sentence)
{
  to->sentences += sentence.words > 0;
  to->words += sentence.words;
  to->syllables += sentence.syllables;
  to->long_words += sentence.long_words;
  to->characters += sentence.characters;
}

/* The words of a sentence: where they are, and as they are compared. */
static void
find_words(const char *text, PassSpan sentence, GArray *spans, GPtrArray *words)
{
  PassSpan word = { sentence.start, sentence.start };

  while (pass_prose_word(text, word.end, sentence.end, &word)) {
    g_array_append_val(spans, word);
    g_ptr_array_add(words, g_utf8_casefold(text + word.start,
                                           (gssize)(word.end - word.start)));
  }
  g_ptr_array_add(words, NULL);
}

static void
count_sentence(Reading *reading, const PassProse *prose, PassSpan sentence)
{
  const char *text = pass_prose_text(prose);
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(PassSpan));
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  PassGradeCounts all = { 0 };
  PassGradeCounts plain = { 0 };
  unsigned in_term = 0;

  find_words(text, sentence, spans, words);
  for (guint i = 0; i < spans->len; i++) {
    PassSpan word = g_array_index(spans, PassSpan, i);

    if (in_term == 0)
      in_term = pass_glossary_words_match(
          reading->glossary, (const char *const *)words->pdata + i);
    count_word(&all, text, word);
    if (in_term > 0) {
      in_term--;
      continue;
    }
    count_word(&plain, text, word);
    if (reading->offenders != NULL)
      pass_offenders_add_word(reading->offenders, prose, word);
  }
  add_counts(&reading->counts.all, all);
  add_counts(&reading->counts.plain, plain);
  if (reading->offenders != NULL)
    pass_offenders_add_sentence(reading->offenders, prose, sentence, &plain);
}

static bool
ends_a_sentence(const char *text)
{
  gsize length = strlen(text);

  while (length > 0 && strchr(" \"')", text[length - 1]) != NULL)
    length--;
  return length > 0 && strchr(".!?", text[length - 1]) != NULL;
}

/* Names and labels are no sentences. */
static bool
is_read(const PassProse *prose)
{
  const DocNode *block = pass_prose_block(prose);
  DocKind kind = block != NULL ? block->kind : DOC_HEADING;

  if (kind == DOC_HEADING || kind == DOC_TERM || kind == DOC_CAPTION)
    return false;
  return kind != DOC_CELL || ends_a_sentence(pass_prose_text(prose));
}

static void
read_block(const PassProse *prose, gpointer data)
{
  PassSpan sentence;

  if (!is_read(prose))
    return;
  for (gsize from = 0; pass_prose_sentence(prose, from, &sentence);
       from = sentence.end)
    count_sentence(data, prose, sentence);
}

static PassReadability
read_article(const Book *book, const BookArticle *article,
             PassOffenders *offenders)
{
  g_autoptr(PassGlossaryWords) glossary =
      pass_glossary_words_new(book->registry);
  Reading reading = { .glossary = glossary, .offenders = offenders };

  pass_prose_each(article, false, read_block, &reading);
  return reading.counts;
}

PassReadability
pass_readability_count(const Book *book, const BookArticle *article)
{
  return read_article(book, article, NULL);
}

/* --- the gate --- */

/* Says so once in a book, at the first such article. */
static void
report_language(const PassContext *context)
{
  for (guint i = 0; i < context->book->articles->len; i++) {
    const BookArticle *article = book_article(context->book, i);

    if (pass_gate_is_english(article->meta->lang))
      continue;
    if (article == context->article)
      diag_report(context->diag, DIAG_NOTE, (DiagPos){ article->source, 0, 0 },
                  "other-language",
                  "how hard a text is to read is judged for English only; "
                  "let three to five readers try this one");
    return;
  }
}

void
pass_readability_run(Doc *doc, const PassContext *context)
{
  (void)doc;
  if (!pass_gate_has_readability(context->book) ||
      context->article->origin == BOOK_INDEX)
    return;
  if (!pass_gate_is_english(context->article->meta->lang)) {
    report_language(context);
    return;
  }

  g_autoptr(PassOffenders) offenders = pass_offenders_new();
  PassReadability counts =
      read_article(context->book, context->article, offenders);

  pass_offenders_judge(offenders, context, &counts.plain);
}
