/* pass/helplines.c -- "[](helpline:ID)" becomes the number of the registry (a
 * span of the class "number" in a link to tel:, words of the link before it),
 * and no other number gets through.  Behind the number of a row that nobody has
 * checked, a span of the class "unchecked" says so. */
/* SPDX-License-Identifier: MIT */

#include "doc/words.h"
#include "pass/number.h"
#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

#define SCHEME         "helpline:"
#define NO_BREAK_SPACE "\u00a0"
/* Unicode UAX 9, 2.3: what stands between is read from left to right. */
#define ISOLATE_LTR "\u2066"
#define ISOLATE_END "\u2069"

typedef struct {
  Doc *doc;
  const PassContext *context;
} Helplines;

static bool
is_past(const char *date, const char *day)
{
  return date != NULL && day != NULL && strcmp(date, day) < 0;
}

/* A date of the book itself can be later than today: both refuse. */
static bool
is_expired(const Helpline *helpline, const Book *book)
{
  return is_past(helpline->expires, book->gate.today) ||
         is_past(helpline->expires, book->released);
}

/* Once for each helpline: every place that prints it is as bad. */
static void
judge_unchecked(const PassContext *context, DiagPos pos, Helpline *helpline)
{
  Book *book = context->book;
  bool allowed = book->draft || book->gate.allow_unchecked;

  if (book->gate.allow_unchecked)
    book->draft = true;
  if (!helpline->printed)
    diag_report(context->diag, allowed ? DIAG_NOTE : DIAG_ERROR, pos,
                "unchecked-helpline",
                "nobody has checked \"%s\" (helplines.yaml, line %u)%s; look "
                "at the operator's own page and write \"checked: {by: …, on: "
                "…, how: …}\", or write \"draft: true\" in book.yaml",
                helpline->id, helpline->pos.line,
                allowed ? ", so this is a draft" : "");
  context->article->meta->status.unchecked = true;
}

/* False if the number must not be printed. */
static bool
judge(const PassContext *context, DiagPos pos, Helpline *helpline)
{
  if (helpline->conflict || helpline->number == NULL) {
    diag_report(context->diag, DIAG_CONTENT, pos, "helpline-conflict",
                "sources differ about the number of \"%s\", so it is never "
                "printed; take it away until the operator's own page settles "
                "it",
                helpline->id);
    return false;
  }
  if (is_expired(helpline, context->book)) {
    diag_report(context->diag, DIAG_CONTENT, pos, "expired-helpline",
                "\"%s\" was good until %s; check it again and write a later "
                "\"expires:\" in helplines.yaml",
                helpline->id, helpline->expires);
    return false;
  }
  if (helpline->checked.by == NULL)
    judge_unchecked(context, pos, helpline);
  helpline->printed = true;
  return true;
}

static DocNode *
make_number(Helplines *helplines, const Helpline *helpline)
{
  DocNode *span = doc_node_new(helplines->doc, DOC_SPAN, (DocPos){ 0, 0 });
  g_auto(GStrv) groups = g_strsplit(helpline->number, " ", -1);
  g_autofree char *whole = g_strjoinv(NO_BREAK_SPACE, groups);
  bool rtl = helplines->context->article->meta->direction == META_RTL;
  g_autofree char *text =
      g_strconcat(rtl ? ISOLATE_LTR : "", whole, rtl ? ISOLATE_END : "", NULL);

  doc_node_add_class(helplines->doc, span, "number");
  doc_node_append(span, pass_rewrite_text(helplines->doc, text));
  return span;
}

static void
fill(Helplines *helplines, DocNode *link, const Helpline *helpline)
{
  g_autofree char *words = g_strstrip(doc_node_plain_text(link));

  if (strcmp(words, helpline->number) == 0 ||
      g_str_has_prefix(words, SCHEME)) /* written as <helpline:ID> */
    while (link->first != NULL)
      doc_node_unlink(link->first);
  if (link->first != NULL)
    doc_node_append(link, pass_rewrite_text(helplines->doc, NO_BREAK_SPACE));
  doc_node_append(link, make_number(helplines, helpline));
}

/* RFC 3966: a local number is its digits. */
static void
set_address(Helplines *helplines, DocNode *link, const Helpline *helpline)
{
  GString *address = g_string_new("tel:");

  for (const char *at = helpline->number; *at != '\0'; at++)
    if (g_ascii_isdigit(*at) || *at == '+')
      g_string_append_c(address, *at);
  doc_node_set_link(helplines->doc, link, address->str, NULL);
  g_string_free(address, TRUE);
}

/* The space keeps the note's first word beside its number. */
static void
append_unchecked(Helplines *helplines, DocNode *link)
{
  DocNode *note = doc_node_new(helplines->doc, DOC_SPAN, (DocPos){ 0, 0 });
  g_autofree char *text = g_strdup_printf(
      NO_BREAK_SPACE "[%s]", words_say(WORDS_NOT_CHECKED, doc_node_lang(link)));

  doc_node_add_class(helplines->doc, note, "unchecked");
  doc_node_append(note, pass_rewrite_text(helplines->doc, text));
  pass_rewrite_insert_after(link, note);
}

static void
report_unknown(Helplines *helplines, const DocNode *link, const char *id)
{
  const Registry *registry = helplines->context->book->registry;
  const char *nearest = registry_nearest_id(registry->helplines, id);

  diag_report(helplines->context->diag, DIAG_CONTENT,
              pass_pos(helplines->doc, link), "unknown-helpline",
              "helplines.yaml has no row \"%.100s\"; %s%s", id,
              nearest != NULL ? "the nearest is " : "write one first",
              nearest != NULL ? nearest : "");
}

static void
resolve(Helplines *helplines, DocNode *link)
{
  const char *id = link->as.link.target + strlen(SCHEME);
  Helpline *helpline =
      registry_find_helpline(helplines->context->book->registry, id);
  DiagPos pos = pass_pos(helplines->doc, link);

  if (helpline == NULL)
    report_unknown(helplines, link, id);
  if (helpline == NULL || !judge(helplines->context, pos, helpline)) {
    pass_rewrite_unwrap(link);
    return;
  }
  fill(helplines, link, helpline);
  if (helpline->checked.by == NULL)
    append_unchecked(helplines, link);
  if (helpline->reach == HELPLINE_TEXT)
    pass_rewrite_unwrap(link);
  else
    set_address(helplines, link, helpline);
}

/* --- numbers that did not come from the registry --- */

static void
report_plain(const PassContext *context, DiagPos pos, const PassNumber *number,
             const char *text)
{
  const Helpline *helpline =
      pass_number_helpline(context->book->registry, number->digits);
  g_autofree char *shown = g_strndup(text + number->start, number->length);

  if (helpline != NULL)
    diag_report(context->diag, DIAG_CONTENT, pos, "plain-number",
                "\"%s\" is the number of a helpline; write [](helpline:%s), "
                "so that it is checked and can be called, or [%s]{.count} if "
                "it counts something",
                shown, helpline->id, shown);
  else
    diag_report(context->diag, DIAG_CONTENT, pos, "unknown-number",
                "\"%s\" looks like a telephone number that helplines.yaml does "
                "not have; write a row for it and [](helpline:ID) here, or "
                "[%s]{.count} if it counts something",
                shown, shown);
}

static void
check_text(const PassContext *context, DiagPos pos, const char *text)
{
  PassNumber number = { 0 };

  while (pass_number_next(context->book->registry, text,
                          number.start + number.length, &number)) {
    DiagPos at = pos;

    if (at.column > 0)
      at.column += (unsigned)number.start;
    report_plain(context, at, &number, text);
  }
}

static void
check_address(Helplines *helplines, const DocNode *link)
{
  const Registry *registry = helplines->context->book->registry;
  const char *digits = link->as.link.target + strlen("tel:");

  if (pass_number_helpline(registry, digits) == NULL)
    diag_report(helplines->context->diag, DIAG_CONTENT,
                pass_pos(helplines->doc, link), "unknown-number",
                "helplines.yaml does not have the number of this link to "
                "\"%.100s\"; write a row for it and [](helpline:ID) here",
                link->as.link.target);
}

static bool
is_exempt(const DocNode *node)
{
  return node->kind == DOC_SPAN && (doc_node_has_class(node, "number") ||
                                    doc_node_has_class(node, "count"));
}

static void
visit(Helplines *helplines, DocNode *parent)
{
  DocNode *next;

  for (DocNode *node = parent->first; node != NULL; node = next) {
    next = node->next;
    if (is_exempt(node))
      continue;
    if (node->kind == DOC_TEXT)
      check_text(helplines->context, pass_pos(helplines->doc, node),
                 node->as.text);
    visit(helplines, node);
    if (node->kind != DOC_LINK)
      continue;
    if (g_str_has_prefix(node->as.link.target, SCHEME))
      resolve(helplines, node);
    else if (g_str_has_prefix(node->as.link.target, "tel:"))
      check_address(helplines, node);
  }
}

static void
check_meta(const Doc *doc, const PassContext *context)
{
  const Meta *meta = context->article->meta;
  DiagPos pos = { doc_source(doc), 1, 0 };

  if (meta->title != NULL)
    check_text(context, pos, meta->title);
  if (meta->summary != NULL)
    check_text(context, pos, meta->summary);
}

/* A book without a registry of helplines has its numbers as they are. */
void
pass_helplines_run(Doc *doc, const PassContext *context)
{
  Helplines helplines = { doc, context };

  if (context->book->bare)
    return;
  check_meta(doc, context);
  visit(&helplines, doc_root_mutable(doc));
}
