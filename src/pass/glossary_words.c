/* pass/glossary_words.c -- the words of the book's glossary. */
/* SPDX-License-Identifier: MIT */

#include "pass/glossary_words.h"

#include "pass/prose.h"

#include <string.h>

enum {
  TERM_WORDS_MAX = 8
};

struct PassGlossaryWords {
  GHashTable *terms; /* folded singulars, joined by spaces */
};

/* "opioids" as "opioid"; "always" loses its end too, in both places. */
static void
append_singular(GString *to, const char *word)
{
  gsize length = strlen(word);

  if (g_str_has_suffix(word, "'s"))
    length -= 2;
  else if (length > 3 && word[length - 1] == 's' && word[length - 2] != 's')
    length--;
  if (to->len > 0)
    g_string_append_c(to, ' ');
  g_string_append_len(to, word, (gssize)length);
}

static void
add(PassGlossaryWords *glossary, const char *term)
{
  GString *key = g_string_new(NULL);
  gsize end = strlen(term);
  PassSpan word = { 0, 0 };

  while (pass_prose_word(term, word.end, end, &word)) {
    g_autofree char *folded =
        g_utf8_casefold(term + word.start, (gssize)(word.end - word.start));

    append_singular(key, folded);
  }
  g_hash_table_add(glossary->terms, g_string_free(key, FALSE));
}

/* "Acetaminophen (paracetamol)" are two terms. */
static void
add_term(PassGlossaryWords *glossary, const char *term)
{
  g_auto(GStrv) names = g_strsplit_set(term, "()", -1);

  for (char **name = names; *name != NULL; name++)
    if (*g_strstrip(*name) != '\0')
      add(glossary, *name);
}

PassGlossaryWords *
pass_glossary_words_new(const Registry *registry)
{
  PassGlossaryWords *glossary = g_new0(PassGlossaryWords, 1);

  glossary->terms =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (unsigned i = 0; i < registry->glossary->len; i++) {
    const GlossaryEntry *entry = registry_glossary_entry(registry, i);

    if (entry->term != NULL)
      add_term(glossary, entry->term);
    for (unsigned k = 0; entry->forms[k] != NULL; k++)
      add(glossary, entry->forms[k]);
    for (unsigned k = 0; entry->also_known_as[k] != NULL; k++)
      add(glossary, entry->also_known_as[k]);
  }
  return glossary;
}

void
pass_glossary_words_free(PassGlossaryWords *words)
{
  if (words == NULL)
    return;
  g_hash_table_unref(words->terms);
  g_free(words);
}

unsigned
pass_glossary_words_match(const PassGlossaryWords *glossary,
                          const char *const *words)
{
  g_autoptr(GString) key = g_string_new(NULL);
  unsigned longest = 0;

  for (unsigned i = 0; i < TERM_WORDS_MAX && words[i] != NULL; i++) {
    append_singular(key, words[i]);
    if (g_hash_table_contains(glossary->terms, key->str))
      longest = i + 1;
  }
  return longest;
}
