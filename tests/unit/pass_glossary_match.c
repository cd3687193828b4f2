/* tests/unit/pass_glossary_match.c -- the words of the glossary, as sentences
 * bend them. */
/* SPDX-License-Identifier: MIT */

#include "pass/glossary_match.h"

#include <glib.h>

typedef struct {
  const char *lang;
  const char *text;
  const char *found; /* NULL: none */
} Case;

static void
check(const char *term, const char *forms, const Case *cases, size_t count)
{
  g_auto(GStrv) list = g_strsplit(forms, ",", -1);
  GlossaryEntry entry = { .term = (char *)(gsize)term, .forms = list };

  for (size_t i = 0; i < count; i++) {
    gsize start = 0, end = 0;
    bool found = pass_glossary_match_find(&entry, cases[i].text, cases[i].lang,
                                          &start, &end);
    g_autofree char *words =
        found ? g_strndup(cases[i].text + start, end - start) : NULL;
    g_assert_cmpstr(words, ==, cases[i].found);
  }
}

static void
test_english(void)
{
  static const Case cases[] = {
    { "en", "An opioid helps.", "opioid" },
    { "en", "OPIOIDS help.", "OPIOIDS" },
    { "en-GB", "An opioid\u2019s effect.", "opioid\u2019s" },
    { NULL, "These opioids' effects.", "opioids'" },
    { "en", "An opioid-free day.", NULL },
    { "en", "Nonopioid, opioidal, opioidsx.", NULL },
    { "en", "No opioidss, but opioids", "opioids" },
  };
  static const Case therapy[] = {
    { "en", "Two therapies.", "therapies" },
    { "en", "A therapy.", "therapy" },
    { "en", "A therapist.", NULL },
    { "en", "Nottherapies.", NULL },
  };

  check("Opioid", "", cases, G_N_ELEMENTS(cases));
  check("Therapy", "", therapy, G_N_ELEMENTS(therapy));
}

/* No English ending in another language; what it needs stands in forms. */
static void
test_forms(void)
{
  static const Case german[] = {
    { "de", "Die Wirkung des Opioids.", NULL },
    { "de", "Mit Opioiden und Opioid.", "Opioiden" },
    { "de", "Ein Opioid.", "Opioid" },
  };
  static const Case english[] = {
    { "en", "You are tolerant.", "tolerant" },
    { "en", "Less tolerance.", "tolerance" },
  };

  check("Opioid", "Opioiden", german, G_N_ELEMENTS(german));
  check("Tolerance", "tolerant,tolerate", english, G_N_ELEMENTS(english));
}

static void
test_two_names(void)
{
  static const Case cases[] = {
    { "en", "Take paracetamol.", "paracetamol" },
    { "en", "Take acetaminophen.", "acetaminophen" },
    { "en", "Acetaminophen (paracetamol)!", "Acetaminophen (paracetamol)" },
  };

  check("Acetaminophen (paracetamol)", "", cases, G_N_ELEMENTS(cases));
}

/* The longest at the first place. */
static void
test_longest(void)
{
  static const Case cases[] = {
    { "en", "Withdrawal management, then withdrawal.",
      "Withdrawal management" },
  };

  check("Withdrawal", "withdrawal management", cases, G_N_ELEMENTS(cases));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/glossary-match/english", test_english);
  g_test_add_func("/glossary-match/forms", test_forms);
  g_test_add_func("/glossary-match/two-names", test_two_names);
  g_test_add_func("/glossary-match/longest", test_longest);
  return g_test_run();
}
