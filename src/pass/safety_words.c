/* pass/safety_words.c -- what no sentence of a health book may say. */
/* SPDX-License-Identifier: MIT */

#include "pass/safety_words.h"

#include "base/bytes.h"
#include "pass/pattern.h"

#include <string.h>

enum {
  SHOWN_MAX = 80
};

#define COUNT "(another|[0-9]+|two|three|four|five|six|seven|ten|few|other)"

typedef enum {
  AMOUNT,
  PERCENT,
  TAPER,
  INTERVAL,
  SAFE_DOSE,
  NEGATION,
  PROMISE,
  STOP_TAKING,
  TALK_TO,
  NALOXONE,
  NALOXONE_GIVEN,
  NALOXONE_COUNT,
  MINUTES,
  RIGHT_MINUTES,
  PATTERNS
} PatternName;

static const char *const expressions[PATTERNS] = {
  [AMOUNT] = "([0-9][0-9.,]*[- ]?)?(mg|mcg|ug|µg|μg|milligrams?|micrograms?)",
  [PERCENT] = "([0-9][0-9.]* ?|[a-z]+ )(per ?cent|percent)|[0-9][0-9.]* ?%",
  [TAPER] = "taper(s|ed|ing)?|(cut|cuts|cutting|lower|lowers|lowering|lowered|"
            "reduce|reduces|reducing|reduced|decrease|decreases|drop|drops|go "
            "down|come down|raise|increase) .*(dose|doses|amount|medicine|"
            "tablets?|pills?)|(dose|doses|amount|medicine|tablets?|pills?) .*("
            "cut|lower|lowered|reduced|decreased|raised|increased)",
  [INTERVAL] = "every " COUNT "( or " COUNT "| to " COUNT ")? ?-?"
               "(hours?|days?|weeks?|hourly)",
  [SAFE_DOSE] = "(safe|safer|safest) (start(ing)? )?(dose|doses|dosage|amount|"
                "amounts)",
  [NEGATION] = "no|not|never|nobody|no one|none|cannot|can't|isn't|aren't|"
               "don't|doesn't|without|unknown",
  [PROMISE] = "guarantee(s|d)?|guaranteeing|cure(s|d)?|curing|always works?",
  [STOP_TAKING] = "(stop|stops|stopped|stopping|quit) taking",
  [TALK_TO] = "talk(s|ed|ing)? (to|with)",
  [NALOXONE] = "naloxone|narcan",
  [NALOXONE_GIVEN] = "give|gives|giving|given|another|second|again|repeat|"
                     "dose|doses|spray|sprays|shot|shots",
  [NALOXONE_COUNT] = "(two|three|four|five|six|[2-9]|both|several|many|more "
                     "than one) (more )?(doses|sprays|shots)",
  [MINUTES] = "([0-9]+|one|two|three|four|five|ten)( ?(to|-|–|or) ?([0-9]+|two"
              "|three|four|five|ten))?[- ]?(minutes?|mins?|seconds?)",
  [RIGHT_MINUTES] = "(2|two) ?(to|-|–) ?(3|three) (minutes|mins?)",
};

struct PassSafetyWords {
  const PassContext *context;
  PassPattern *patterns[PATTERNS];
};

/* What a rule looks at. */
typedef struct {
  const PassSafetyWords *words;
  const PassProse *prose;
  PassSpan sentence;
  PassSpan next; /* empty: it is the block's last */
} Place;

PassSafetyWords *
pass_safety_words_new(const PassContext *context)
{
  PassSafetyWords *words = g_new0(PassSafetyWords, 1);

  words->context = context;
  for (unsigned i = 0; i < PATTERNS; i++) {
    words->patterns[i] = pass_pattern_new(expressions[i]);
    if (words->patterns[i] == NULL)
      g_error("a pattern of pass/safety_words.c does not compile: %s",
              expressions[i]);
  }
  return words;
}

void
pass_safety_words_free(PassSafetyWords *words)
{
  for (unsigned i = 0; words != NULL && i < PATTERNS; i++)
    pass_pattern_free(words->patterns[i]);
  g_free(words);
}

static bool
find(const Place *place, PatternName name, PassSpan within, PassSpan *found)
{
  return pass_pattern_find(place->words->patterns[name],
                           pass_prose_text(place->prose), within, found);
}

static bool
has(const Place *place, PatternName name, PassSpan within)
{
  PassSpan found;

  return find(place, name, within, &found);
}

static char *
shown(const Place *place, PassSpan span)
{
  g_autofree char *words = g_strndup(pass_prose_text(place->prose) + span.start,
                                     span.end - span.start);

  return bytes_printable(words, SHOWN_MAX);
}

/* `text` says what is wrong and what to write, behind the words themselves. */
static void
report(const Place *place, PassSpan span, const char *code, const char *text)
{
  g_autofree char *words = shown(place, span);

  diag_report(place->words->context->diag, DIAG_ERROR,
              pass_prose_pos(place->prose, span.start), code, "\"%s\": %s",
              words, text);
}

/* --- doses --- */

/* The two figures that a book may print, of acetaminophen: the most in a day,
 * and the most in one unit of a combination. */
static bool
is_allowed_figure(const Place *place, PassSpan span)
{
  const char *text = pass_prose_text(place->prose);
  g_autoptr(GString) figure = g_string_new(NULL);
  g_auto(GStrv) id =
      g_strsplit(place->words->context->article->meta->id, "-", -1);

  for (gsize i = span.start; i < span.end; i++)
    if (text[i] != ',' && text[i] != ' ' && text[i] != '-')
      g_string_append_c(figure, text[i]);
  return (strcmp(figure->str, "4000mg") == 0 ||
          strcmp(figure->str, "325mg") == 0) &&
         g_strv_contains((const char *const *)id, "liver") &&
         pass_prose_source(place->prose, place->sentence) != NULL;
}

static void
check_amount(const Place *place)
{
  PassSpan within = place->sentence;
  PassSpan found;

  for (; find(place, AMOUNT, within, &found); within.start = found.end)
    if (!is_allowed_figure(place, found))
      report(place, found, "dose-amount",
             "a book prints no dose; leave it out and send the reader to "
             "whoever prescribes (4,000 mg and 325 mg of acetaminophen may "
             "stand in the article on the liver, whose id has \"liver\" in "
             "it, in a sentence that names its source)");
}

static void
check_percent(const Place *place)
{
  PassSpan found;

  if (find(place, PERCENT, place->sentence, &found) &&
      has(place, TAPER, place->sentence))
    report(place, found, "dose-percent",
           "this reads as a rate at which to change a dose; leave it out, and "
           "say that the plan is made with whoever prescribes");
}

static void
check_interval(const Place *place)
{
  PassSpan found;

  if (find(place, INTERVAL, place->sentence, &found))
    report(place, found, "dose-interval",
           "a book prints no schedule; leave it out, and say whom to ask "
           "when");
}

/* --- promises --- */

static void
check_safe_dose(const Place *place)
{
  PassSpan found;
  PassSpan before = place->sentence;

  if (!find(place, SAFE_DOSE, place->sentence, &found))
    return;
  before.end = found.end;
  if (!has(place, NEGATION, before))
    report(place, found, "safe-dose",
           "no amount is known to be safe; say \"there is no safe dose\", or "
           "whom to ask");
}

static void
check_promise(const Place *place)
{
  PassSpan found;

  if (find(place, PROMISE, place->sentence, &found))
    report(place, found, "false-promise",
           "nothing works for all; say what was seen, in how many people, and "
           "name the source");
}

static void
check_stop_taking(const Place *place)
{
  PassSpan found;

  if (find(place, STOP_TAKING, place->sentence, &found) &&
      !has(place, TALK_TO, place->sentence) &&
      !has(place, TALK_TO, place->next))
    report(place, found, "stop-taking",
           "a sudden stop can harm; write \"talk to\" and whom, in this "
           "sentence or the next");
}

/* --- naloxone --- */

/* "after 2 minutes", "after 5 minutes": a wait that is not the right one. */
static bool
has_other_wait(const Place *place, PassSpan *found)
{
  PassSpan within = place->sentence;

  if (!has(place, NALOXONE_GIVEN, within))
    return false;
  for (; find(place, MINUTES, within, found); within.start = found->end)
    if (!has(place, RIGHT_MINUTES, *found))
      return true;
  return false;
}

static void
check_naloxone(const Place *place)
{
  PassSpan whole = { 0, strlen(pass_prose_text(place->prose)) };
  PassSpan found;

  if (!has(place, NALOXONE, whole))
    return;
  if (find(place, NALOXONE_COUNT, place->sentence, &found) ||
      has_other_wait(place, &found))
    report(place, found, "naloxone-dose",
           "of naloxone a book says one thing: \"one, then another after 2 to "
           "3 minutes if breathing has not got better\"");
}

/* --- the sentences --- */

static void
check_sentence(const Place *place)
{
  check_amount(place);
  check_percent(place);
  check_interval(place);
  check_safe_dose(place);
  check_promise(place);
  check_stop_taking(place);
  check_naloxone(place);
}

static void
check_block(const PassProse *prose, gpointer data)
{
  Place place = { .words = data, .prose = prose };

  for (gsize from = 0; pass_prose_sentence(prose, from, &place.sentence);
       from = place.sentence.end) {
    place.next = (PassSpan){ place.sentence.end, place.sentence.end };
    pass_prose_sentence(prose, place.sentence.end, &place.next);
    check_sentence(&place);
  }
}

void
pass_safety_words_check(const PassSafetyWords *words)
{
  const PassContext *context = words->context;
  const Doc *brief = context->book->registry->emergency.brief;

  pass_prose_each(context->article, true, check_block, (gpointer)(gsize)words);
  if (context->article->origin == BOOK_EMERGENCY && brief != NULL)
    pass_prose_each_below(context->article, doc_root(brief), check_block,
                          (gpointer)(gsize)words);
}
