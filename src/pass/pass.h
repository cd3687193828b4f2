/*
 * pass/pass.h -- the passes: tree in, better tree out.
 *
 * A pass changes one article's Doc in place, reads nothing but the Doc and its
 * context, and may be run twice with the same result.  What is wrong with the
 * content it reports to the Diag; it has no other way to fail.
 *
 * pass_run_all() takes each pass over all articles before the next pass
 * begins, so a pass may count on what earlier ones did anywhere in the book.
 */
#pragma once

#include "base/diag.h"
#include "base/path.h"
#include "doc/book.h"
#include "doc/tree.h"

typedef struct {
  Book *book;
  BookArticle *article;
  const PathRoot *root; /* of the book folder; NULL: there are no files */
  Diag *diag;
} PassContext;

typedef struct {
  const char *name; /* what --after NAME and tests/golden/NAME/ call it */
  void (*run)(Doc *doc, const PassContext *context);
} Pass;

/* In the order they run; ends with a NULL name. */
extern const Pass pass_table[];

/* Runs the passes up to and including `after`, or all for NULL.  False if
 * there is no pass of that name.  Of an article that stands aside nothing is
 * reported, and its pictures are not read. */
bool pass_run_all(Book *book, const PathRoot *root, Diag *diag,
                  const char *after);

/* The position of `node` in its source file, for messages. */
DiagPos pass_pos(const Doc *doc, const DocNode *node);

/* In the order of the table; each is told by the file of its name. */
void pass_language_run(Doc *doc, const PassContext *context);
void pass_dates_run(Doc *doc, const PassContext *context);
void pass_emergency_run(Doc *doc, const PassContext *context);
void pass_glossary_run(Doc *doc, const PassContext *context);
void pass_merge_text_run(Doc *doc, const PassContext *context);
void pass_includes_run(Doc *doc, const PassContext *context);
void pass_hidden_characters_run(Doc *doc, const PassContext *context);
void pass_callouts_run(Doc *doc, const PassContext *context);
void pass_heading_ids_run(Doc *doc, const PassContext *context);
void pass_spans_run(Doc *doc, const PassContext *context);
void pass_helplines_run(Doc *doc, const PassContext *context);
void pass_hours_run(Doc *doc, const PassContext *context);
void pass_terms_run(Doc *doc, const PassContext *context);
void pass_glossary_uses_run(Doc *doc, const PassContext *context);
void pass_index_run(Doc *doc, const PassContext *context);
void pass_sources_run(Doc *doc, const PassContext *context);
void pass_term_lists_run(Doc *doc, const PassContext *context);
void pass_figures_run(Doc *doc, const PassContext *context);
void pass_images_run(Doc *doc, const PassContext *context);
void pass_headings_run(Doc *doc, const PassContext *context);
void pass_sections_run(Doc *doc, const PassContext *context);
void pass_claims_run(Doc *doc, const PassContext *context);
void pass_notes_run(Doc *doc, const PassContext *context);
void pass_cards_run(Doc *doc, const PassContext *context);
void pass_smart_punctuation_run(Doc *doc, const PassContext *context);
void pass_ids_run(Doc *doc, const PassContext *context);
void pass_links_run(Doc *doc, const PassContext *context);
void pass_addresses_run(Doc *doc, const PassContext *context);
void pass_language_lint_run(Doc *doc, const PassContext *context);
void pass_safety_lint_run(Doc *doc, const PassContext *context);
void pass_readability_run(Doc *doc, const PassContext *context);
void pass_emergency_brief_run(Doc *doc, const PassContext *context);
