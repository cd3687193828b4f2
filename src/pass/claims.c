/* pass/claims.c -- every sentence with a figure or a comparison of risks names
 * its source, and the ledger has the figure. */
/* SPDX-License-Identifier: MIT */

#include "pass/ledger.h"
#include "pass/number.h"
#include "pass/pass.h"
#include "pass/sentence.h"
#include "pass/source_ref.h"

#include <regex.h>
#include <string.h>

/* English: what compares risks without a figure. */
static const char *const comparisons[] = {
  "(times|twice|half) (as|the|more|less|higher|lower|greater)",
  "(more|less|fewer|higher|lower|greater|smaller) (risk|danger|chance|deaths?|"
  "likely|death rate|overdoses?)",
  "(risk|danger|deaths?|death rate|chance)s? (is|are|was|were|gets?|goes|went) "
  "([a-z]+ )?(higher|lower|greater|more|less|fewer|smaller)",
  "(lowers?|raises?|reduces?|cuts?|doubles?|halves?|lowering|raising|reducing) "
  "(the )?(risk|danger|deaths?|chance|overdoses?|number of (deaths|overdoses))",
  "(more|fewer|most) (people )?(die|dies|died|deaths)",
  "(safer|riskier|deadlier) than|(more|less) (dangerous|deadly) than",
};

typedef struct {
  const Doc *doc;
  const PassContext *context;
  bool english;
  regex_t patterns[G_N_ELEMENTS(comparisons)];
} Claims;

static void
compile(Claims *claims)
{
  for (size_t i = 0; i < G_N_ELEMENTS(comparisons); i++)
    if (regcomp(&claims->patterns[i], comparisons[i],
                REG_EXTENDED | REG_ICASE | REG_NOSUB) != 0)
      g_error("a pattern of pass/claims.c does not compile: %s",
              comparisons[i]);
}

/* Telephone numbers and hours have gates of their own. */
static void
blank_numbers(GString *text, const Registry *registry)
{
  PassNumber number = { 0 };
  char *always;

  while (pass_number_next(registry, text->str, number.start + number.length,
                          &number))
    memset(text->str + number.start, ' ', number.length);
  while ((always = strstr(text->str, "24/7")) != NULL)
    memset(always, ' ', strlen("24/7"));
}

static bool
has_figure(const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
    if (g_unichar_isdigit(g_utf8_get_char(at)) || *at == '%')
      return true;
  return false;
}

static bool
has_comparison(const Claims *claims, const char *text)
{
  for (size_t i = 0; claims->english && i < G_N_ELEMENTS(comparisons); i++)
    if (regexec(&claims->patterns[i], text, 0, NULL, 0) == 0)
      return true;
  return false;
}

/* --- sources that stand elsewhere --- */

/* "In studies: [1]" speaks for the table or list behind it. */
static void
add_from_lead(const DocNode *block, GPtrArray *sources)
{
  const DocNode *lead = block->prev;
  g_autoptr(GPtrArray) sentences = NULL;
  const PassSentence *last;

  if (lead == NULL || lead->kind != DOC_PARAGRAPH)
    return;
  sentences = pass_sentences(lead, lead);
  if (sentences->len == 0)
    return;
  last = g_ptr_array_index(sentences, sentences->len - 1);
  if (g_str_has_suffix(last->text->str, ":"))
    for (guint i = 0; i < last->sources->len; i++)
      g_ptr_array_add(sources, g_ptr_array_index(last->sources, i));
}

static void
add_from_header(const DocNode *table, GPtrArray *sources)
{
  for (const DocNode *row = table->first; row != NULL; row = row->next)
    if (row->kind == DOC_ROW && row->as.header)
      pass_sentence_add_sources(row, sources);
}

/* A row's sources speak for each of its cells, a step's for all that it says.
 */
static GPtrArray *
find_around(const DocNode *block)
{
  GPtrArray *sources = g_ptr_array_new();

  for (const DocNode *node = block; node != NULL; node = node->parent) {
    if (node->kind == DOC_ROW ||
        (node->kind == DOC_ITEM && doc_node_has_class(node, "step")))
      pass_sentence_add_sources(node, sources);
    else if (node->kind == DOC_TABLE)
      add_from_header(node, sources);
    if (node->kind == DOC_TABLE || node->kind == DOC_LIST)
      add_from_lead(node, sources);
  }
  return sources;
}

/* --- the gate --- */

static void
add_claim(const Claims *claims, const PassSentence *sentence, DiagPos pos)
{
  BookClaim *claim = book_add_claim(claims->context->book);
  g_autoptr(GStrvBuilder) sources = g_strv_builder_new();

  for (guint i = 0; i < sentence->sources->len; i++)
    g_strv_builder_add(sources, g_ptr_array_index(sentence->sources, i));
  claim->article = claims->context->article;
  claim->line = pos.line;
  claim->sentence = g_strdup(sentence->text->str);
  claim->sources = g_strv_builder_end(sources);
}

static DiagPos
pos_of(const Claims *claims, const DocNode *block, const PassSentence *sentence)
{
  DiagPos pos = pass_pos(claims->doc, block);

  if (sentence->pos.line > 0)
    pos = (DiagPos){ pos.file, sentence->pos.line, sentence->pos.column };
  return pos;
}

/* What the sources are said to support must have the figure too. */
static void
check_ledger(const Claims *claims, const PassSentence *sentence, DiagPos pos)
{
  g_autofree char *missing =
      pass_ledger_find_missing(claims->context->book->registry,
                               sentence->sources, sentence->figures->str);

  if (missing != NULL)
    diag_report(
        claims->context->diag, DIAG_CONTENT, pos, "figure-not-in-ledger",
        "the figure %.20s of \"%.80s%s\" stands in none of its "
        "sources' rows in sources.yaml; look it up in the source, and "
        "write it below \"supports:\" or mend the sentence",
        missing, sentence->text->str, sentence->text->len > 80 ? "..." : "");
}

static void
report_no_source(const Claims *claims, const PassSentence *sentence,
                 DiagPos pos, bool figure)
{
  diag_report(claims->context->diag, DIAG_CONTENT, pos, "no-source",
              "\"%.80s%s\" has %s and names no source; write "
              "[](source:ID) behind it, with the id of a row of "
              "sources.yaml%s",
              sentence->text->str, sentence->text->len > 80 ? "..." : "",
              figure ? "a figure" : "a comparison of risks",
              figure ? ", or [3]{.count} if it only counts what stands here"
                     : "");
}

static void
check_sentence(const Claims *claims, const DocNode *block,
               PassSentence *sentence, const GPtrArray *around)
{
  DiagPos pos = pos_of(claims, block, sentence);
  bool figure;

  blank_numbers(sentence->figures, claims->context->book->registry);
  figure = has_figure(sentence->figures->str);

  if (!figure && !has_comparison(claims, sentence->figures->str) &&
      sentence->sources->len == 0)
    return;
  for (guint i = 0; sentence->sources->len == 0 && i < around->len; i++)
    g_ptr_array_add(sentence->sources, g_ptr_array_index(around, i));
  if (sentence->sources->len == 0) {
    report_no_source(claims, sentence, pos, figure);
    return;
  }
  add_claim(claims, sentence, pos);
  check_ledger(claims, sentence, pos);
}

static void
check_block(const Claims *claims, const DocNode *block)
{
  g_autoptr(GPtrArray) around = find_around(block);
  g_autoptr(GPtrArray) sentences = pass_sentences(doc_root(claims->doc), block);

  for (guint i = 0; i < sentences->len; i++)
    check_sentence(claims, block, g_ptr_array_index(sentences, i), around);
}

static void
visit(const Claims *claims, const DocNode *parent)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    if (node->kind == DOC_LIST && doc_node_has_class(node, PASS_SOURCE_LIST))
      continue;
    if (node->kind == DOC_LIST && doc_node_has_class(node, "cards"))
      continue;
    if (node->first != NULL && doc_kind_is_inline(node->first->kind))
      check_block(claims, node);
    else
      visit(claims, node);
  }
}

/* A summary stands on cards and covers, where no number leads to a list. */
static void
check_summary(const Claims *claims)
{
  const char *summary = claims->context->article->meta->summary;

  if (summary != NULL && has_figure(summary))
    diag_report(claims->context->diag, DIAG_CONTENT,
                (DiagPos){ doc_source(claims->doc), 1, 0 }, "no-source",
                "the summary has a figure and can name no source; say it "
                "without, and give the figure in the text");
}

/* What an earlier run found of this article goes. */
static void
forget(const PassContext *context)
{
  GPtrArray *claims = context->book->claims;

  for (guint i = claims->len; i-- > 0;) {
    const BookClaim *claim = g_ptr_array_index(claims, i);

    if (claim->article == context->article)
      g_ptr_array_remove_index(claims, i);
  }
}

/* A book without sources.yaml makes no claims that it could prove. */
void
pass_claims_run(Doc *doc, const PassContext *context)
{
  const char *lang = context->article->meta->lang;
  Claims claims = { .doc = doc, .context = context };

  if (context->book->bare || context->book->registry->sources->len == 0)
    return;
  claims.english =
      lang == NULL || g_ascii_strncasecmp(lang, "en", strlen("en")) == 0;
  compile(&claims);
  forget(context);
  check_summary(&claims);
  visit(&claims, doc_root(doc));
  for (size_t i = 0; i < G_N_ELEMENTS(comparisons); i++)
    regfree(&claims.patterns[i]);
}
