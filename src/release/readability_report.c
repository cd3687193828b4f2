/* release/readability_report.c -- how hard each article is, as a table. */
/* SPDX-License-Identifier: MIT */

#include "release/readability_report.h"

#include "base/bytes.h"
#include "pass/gate.h"
#include "pass/readability.h"

#include <string.h>

enum {
  NAME_WIDTH = 26,
  CELL_WIDTH = 10
};

static void
append_name(GString *out, const char *name)
{
  glong length = g_utf8_strlen(name, -1);
  g_string_append(out, name);
  for (; length < NAME_WIDTH; length++)
    g_string_append_c(out, ' ');
}

static void
append_cell(GString *out, const char *text)
{
  for (gsize width = strlen(text); width < CELL_WIDTH; width++)
    g_string_append_c(out, ' ');
  g_string_append(out, text);
}

static void
append_count(GString *out, unsigned count)
{
  g_autofree char *text = g_strdup_printf("%u", count);
  append_cell(out, text);
}

/* With one digit behind the point also where it is a zero, so that columns
 * line up. */
static void
append_value(GString *out, double value)
{
  g_autoptr(GString) text = g_string_new(NULL);
  bytes_append_number(text, value, 1);
  if (!strchr(text->str, '.'))
    g_string_append(text, ".0");
  append_cell(out, text->str);
}

static void
append_line(GString *out, const char *name, const PassGradeCounts *counts)
{
  append_name(out, name);
  append_count(out, counts->sentences);
  append_count(out, counts->words);
  append_value(out, pass_grade_flesch_kincaid(counts));
  append_value(out, pass_grade_reading_ease(counts));
  if (pass_grade_has_smog(counts))
    append_value(out, pass_grade_smog(counts));
  else
    append_cell(out, "-");
  append_value(out, pass_grade_coleman_liau(counts));
  append_value(out, pass_grade_ari(counts));
  g_string_append_c(out, '\n');
}

static void
append_article(GString *out, const Book *book, const BookArticle *article)
{
  if (!pass_gate_is_english(article->meta->lang)) {
    append_name(out, article->meta->id);
    g_string_append(out, "  not judged: the formulas are for English\n");
    return;
  }
  PassReadability counts = pass_readability_count(book, article);
  append_line(out, article->meta->id, &counts.all);
  append_line(out, "  without glossary words", &counts.plain);
}

static void
append_head(GString *out)
{
  static const char *const names[] = { "sentences", "words", "F-Kincaid",
                                       "Ease",      "SMOG",  "Col.-Liau",
                                       "ARI" };
  append_name(out, "How hard it is to read");
  for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
    append_cell(out, names[i]);
  g_string_append_c(out, '\n');
}

void
readability_report_append(GString *out, const Book *book)
{
  append_head(out);
  for (unsigned i = 0; i < book->articles->len; i++) {
    const BookArticle *article = book_article(book, i);
    if (article->doc && article->origin != BOOK_INDEX)
      append_article(out, book, article);
  }
  g_string_append(
      out,
      "\n"
      "The gate is Flesch-Kincaid without glossary words: aim at 6 to 8; 9 is\n"
      "a warning, 11 an error.  The rest is only reported.  Ease is the "
      "higher\n"
      "the better; all others are school grades.  SMOG needs 30 sentences.  A\n"
      "formula is a guess: let three to five readers try the text.\n\n");
}
