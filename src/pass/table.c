/* pass/table.c -- which passes run, and in which order. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"

#include <string.h>

const Pass pass_table[] = {
  { .name = "language", .run = pass_language_run },
  { .name = "dates", .run = pass_dates_run },
  { .name = "emergency", .run = pass_emergency_run },
  { .name = "glossary", .run = pass_glossary_run },
  { .name = "merge-text", .run = pass_merge_text_run },
  { .name = "includes", .run = pass_includes_run },
  /* All that people wrote; what we write below is balanced. */
  { .name = "hidden-characters", .run = pass_hidden_characters_run },
  /* Our own marks in the text, before anything moves it. */
  { .name = "callouts", .run = pass_callouts_run },
  { .name = "heading-ids", .run = pass_heading_ids_run },
  { .name = "spans", .run = pass_spans_run },
  /* What the registry holds, and what must not be said without it. */
  { .name = "helplines", .run = pass_helplines_run },
  { .name = "hours", .run = pass_hours_run },
  { .name = "terms", .run = pass_terms_run },
  { .name = "sources", .run = pass_sources_run },
  { .name = "term-lists", .run = pass_term_lists_run },
  { .name = "figures", .run = pass_figures_run },
  /* A title that is a caption is none of the picture's by now. */
  { .name = "images", .run = pass_images_run },
  { .name = "headings", .run = pass_headings_run },
  { .name = "sections", .run = pass_sections_run },
  /* Tables and notes are as they will be. */
  { .name = "claims", .run = pass_claims_run },
  { .name = "notes", .run = pass_notes_run },
  { .name = "cards", .run = pass_cards_run },
  { .name = "smart-punctuation", .run = pass_smart_punctuation_run },
  /* The text is whole; the glossary and the index are last of the articles. */
  { .name = "glossary-uses", .run = pass_glossary_uses_run },
  { .name = "index", .run = pass_index_run },
  /* All headings of the book have their ids before a link looks for one. */
  { .name = "ids", .run = pass_ids_run },
  { .name = "links", .run = pass_links_run },
  /* The text is as its readers get it: these change nothing, and judge. */
  { .name = "language-lint", .run = pass_language_lint_run },
  { .name = "safety-lint", .run = pass_safety_lint_run },
  { .name = "readability", .run = pass_readability_run },
  /* No author wrote these words, so nobody judges them. */
  { .name = "addresses", .run = pass_addresses_run },
  { .name = "emergency-brief", .run = pass_emergency_brief_run },
  { .name = NULL, .run = NULL },
};

static void
check(const Doc *doc, const char *name)
{
#ifndef NDEBUG
  g_autoptr(GString) report = g_string_new(NULL);

  if (!doc_check(doc, report))
    g_critical("the pass %s broke the tree of %s:\n%s", name, doc_source(doc),
               report->str);
#else
  (void)doc;
  (void)name;
#endif
}

/* An article that was not read has no tree. */
static void
run_over_book(const Pass *pass, Book *book, const PathRoot *root, Diag *diag)
{
  g_autoptr(Diag) silent = diag_new();

  diag_set_lenient(silent, diag_is_lenient(diag));
  for (guint i = 0; i < book->articles->len; i++) {
    BookArticle *article = g_ptr_array_index(book->articles, i);
    PassContext context = { book, article, article->aside ? NULL : root,
                            article->aside ? silent : diag };

    if (article->doc == NULL)
      continue;
    pass->run(article->doc, &context);
    check(article->doc, pass->name);
  }
}

static bool
is_known(const char *name)
{
  for (const Pass *pass = pass_table; pass->name != NULL; pass++)
    if (strcmp(pass->name, name) == 0)
      return true;
  return false;
}

bool
pass_run_all(Book *book, const PathRoot *root, Diag *diag, const char *after)
{
  g_return_val_if_fail(book != NULL && diag != NULL, false);

  if (after != NULL && !is_known(after))
    return false;
  for (const Pass *pass = pass_table; pass->name != NULL; pass++) {
    run_over_book(pass, book, root, diag);
    if (after != NULL && strcmp(pass->name, after) == 0)
      break;
  }
  return true;
}

DiagPos
pass_pos(const Doc *doc, const DocNode *node)
{
  /* What a pass made stands where the nearest node of the source does. */
  while (node->pos.line == 0 && node->parent != NULL)
    node = node->parent;
  return (DiagPos){ doc_source(doc), node->pos.line, node->pos.column };
}
