/* pass/language_lint.c -- the words of terms.tsv: what to say instead. */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "pass/pattern.h"

#include <string.h>

#define FIRST_AKA "first-aka"

enum {
  WORDS_AROUND = 3, /* that an exception is looked for in, on either side */
  SHOWN_MAX = 80
};

typedef struct {
  const TermRule *rule;
  PassPattern *avoid;
  PassPattern *except; /* NULL: none but first-aka, if that */
  bool first_aka;      /* may be said once as a search term */
} Rule;

typedef struct {
  Rule *rule;
  PassSpan span;
} Hit;

typedef struct {
  const PassContext *context;
  GArray *rules; /* of Rule */
} Lint;

/* --- the rules --- */

static void
rule_clear(gpointer data)
{
  Rule *rule = data;

  pass_pattern_free(rule->avoid);
  pass_pattern_free(rule->except);
}

/* "first-aka|slip of paper" without its first word; NULL if nothing is left.
 * (transfer full) */
static char *
pattern_of(const char *except, bool *first_aka)
{
  *first_aka = except != NULL && g_str_has_prefix(except, FIRST_AKA);
  if (!*first_aka)
    return g_strdup(except);
  except += strlen(FIRST_AKA);
  return *except == '|' ? g_strdup(except + 1) : NULL;
}

/* True if the article lists what the rule avoids among the words that people
 * search for. */
static bool
is_search_term(const PassContext *context, const Rule *rule)
{
  PassSpan found;
  const Registry *registry = context->book->registry;
  GStrv names = context->article->meta->also_known_as;

  for (unsigned i = 0; names[i] != NULL; i++)
    if (pass_pattern_find(rule->avoid, names[i],
                          (PassSpan){ 0, strlen(names[i]) }, &found))
      return true;
  for (unsigned i = 0;
       context->article->origin == BOOK_GLOSSARY && i < registry->glossary->len;
       i++) {
    names = registry_glossary_entry(registry, i)->also_known_as;
    for (unsigned k = 0; names[k] != NULL; k++)
      if (pass_pattern_find(rule->avoid, names[k],
                            (PassSpan){ 0, strlen(names[k]) }, &found))
        return true;
  }
  return false;
}

/* A word that is only to be explained ("acetaminophen (paracetamol)"), and is,
 * somewhere in the article. */
typedef struct {
  const PassPattern *pattern;
  bool found;
} Explained;

static void
look_for_explanation(const PassProse *prose, gpointer data)
{
  const char *text = pass_prose_text(prose);
  Explained *explained = data;
  PassSpan found;

  explained->found = explained->found ||
                     pass_pattern_find(explained->pattern, text,
                                       (PassSpan){ 0, strlen(text) }, &found);
}

static bool
is_explained(const PassContext *context, const Rule *rule)
{
  Explained explained = { rule->except, false };

  if (rule->rule->severity == TERM_INFO && rule->except != NULL)
    pass_prose_each(context->article, false, look_for_explanation, &explained);
  return explained.found;
}

static void
add_rule(Lint *lint, const TermRule *row)
{
  Rule rule = { .rule = row };
  g_autofree char *except = pattern_of(row->except, &rule.first_aka);

  rule.avoid = pass_pattern_new(row->avoid);
  if (rule.avoid == NULL)
    return; /* content/ has said so */
  rule.except = except != NULL ? pass_pattern_new(except) : NULL;
  rule.first_aka = rule.first_aka && is_search_term(lint->context, &rule);
  if (is_explained(lint->context, &rule))
    rule_clear(&rule);
  else
    g_array_append_val(lint->rules, rule);
}

/* --- finding --- */

/* The span with the words around it. */
static PassSpan
widen(const char *text, PassSpan span)
{
  for (unsigned i = 0; i < WORDS_AROUND; i++) {
    while (span.start > 0 && text[span.start - 1] == ' ')
      span.start--;
    while (span.start > 0 && text[span.start - 1] != ' ')
      span.start--;
    span.end += strspn(text + span.end, " ");
    span.end += strcspn(text + span.end, " ");
  }
  return span;
}

/* A long name begins among the words around the phrase, and may end behind
 * them: "Substance Abuse and Mental Health Services". */
static bool
is_excepted(const char *text, const Rule *rule, PassSpan span)
{
  PassSpan around = widen(text, span);
  PassSpan within = { around.start, around.end + strnlen(text + around.end,
                                                         PASS_PHRASE_MAX) };
  PassSpan found;

  return rule->except != NULL &&
         pass_pattern_find(rule->except, text, within, &found) &&
         found.start < around.end;
}

static bool
is_spared(const PassProse *prose, Rule *rule, PassSpan span)
{
  if (pass_prose_is_verbatim(prose, span) ||
      is_excepted(pass_prose_text(prose), rule, span))
    return true;
  if (!rule->first_aka || pass_prose_block(prose) == NULL)
    return false;
  rule->first_aka = false;
  return true;
}

static void
find_hits(const PassProse *prose, Rule *rule, GArray *hits)
{
  const char *text = pass_prose_text(prose);
  PassSpan within = { 0, strlen(text) };
  Hit hit = { .rule = rule };

  while (pass_pattern_find(rule->avoid, text, within, &hit.span)) {
    if (!is_spared(prose, rule, hit.span))
      g_array_append_val(hits, hit);
    within.start = hit.span.end;
  }
}

/* By place; at one place the longer phrase first, then the graver rule. */
static int
compare(gconstpointer a, gconstpointer b)
{
  const Hit *one = a;
  const Hit *other = b;

  if (one->span.start != other->span.start)
    return one->span.start < other->span.start ? -1 : 1;
  if (one->span.end != other->span.end)
    return one->span.end > other->span.end ? -1 : 1;
  return (int)one->rule->rule->severity - (int)other->rule->rule->severity;
}

/* True if `outer` says all that is to be said of `inner`: "recovering addict"
 * of "addict". */
static bool
covers(const Hit *outer, const Hit *inner)
{
  return outer->span.start <= inner->span.start &&
         outer->span.end >= inner->span.end &&
         outer->rule->rule->severity <= inner->rule->rule->severity;
}

/* --- saying --- */

static DiagLevel
level_of(TermSeverity severity)
{
  switch (severity) {
  case TERM_ERROR:
    return DIAG_ERROR;
  case TERM_WARN:
    return DIAG_WARNING;
  case TERM_INFO:
    return DIAG_NOTE;
  }
  g_return_val_if_reached(DIAG_ERROR);
}

/* "VA NIDA" as "VA and NIDA".  (transfer full) */
static char *
advisers(const TermRule *rule)
{
  g_auto(GStrv) names = g_strsplit(
      rule->source != NULL && *rule->source ? rule->source : "house", " ", -1);

  for (char **name = names; *name != NULL; name++)
    if (strcmp(*name, "house") == 0) {
      g_free(*name);
      *name = g_strdup("house style");
    }
  return g_strjoinv(" and ", names);
}

static void
report(const Lint *lint, const PassProse *prose, const Hit *hit)
{
  const TermRule *rule = hit->rule->rule;
  gsize length = MIN(hit->span.end - hit->span.start, SHOWN_MAX);
  g_autofree char *shown =
      g_strndup(pass_prose_text(prose) + hit->span.start, length);
  g_autofree char *names = advisers(rule);

  diag_report(lint->context->diag, level_of(rule->severity),
              pass_prose_pos(prose, hit->span.start), "avoided-word",
              "\"%s\": say \"%s\" instead (%s; terms.tsv, line %u: %s)", shown,
              rule->use, names, rule->pos.line, rule->id);
}

static bool
is_other_language(const PassProse *prose, const Book *book)
{
  const DocNode *block = pass_prose_block(prose);
  const char *lang = block != NULL ? doc_node_lang(block) : NULL;
  gsize length = strcspn(book->lang != NULL ? book->lang : "", "-_");

  return lang != NULL && book->lang != NULL &&
         (strcspn(lang, "-_") != length ||
          g_ascii_strncasecmp(lang, book->lang, length) != 0);
}

static void
check(const PassProse *prose, gpointer data)
{
  const Lint *lint = data;
  g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(Hit));
  const Hit *last = NULL;

  /* The words are those of the book's language. */
  if (is_other_language(prose, lint->context->book))
    return;
  for (guint i = 0; i < lint->rules->len; i++)
    find_hits(prose, &g_array_index(lint->rules, Rule, i), hits);
  g_array_sort(hits, compare);
  for (guint i = 0; i < hits->len; i++) {
    const Hit *hit = &g_array_index(hits, Hit, i);

    if (last != NULL && covers(last, hit))
      continue;
    report(lint, prose, hit);
    last = hit;
  }
}

void
pass_language_lint_run(Doc *doc, const PassContext *context)
{
  const Registry *registry = context->book->registry;
  g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(Rule));
  Lint lint = { context, rules };

  (void)doc;
  /* The index leads from the words that people search for to those we say. */
  if (registry->terms->len == 0 || context->article->doc == NULL ||
      context->article->origin == BOOK_INDEX)
    return;
  g_array_set_clear_func(rules, rule_clear);
  for (unsigned i = 0; i < registry->terms->len; i++)
    add_rule(&lint, registry_term_rule(registry, i));
  pass_prose_each(context->article, true, check, &lint);
}
