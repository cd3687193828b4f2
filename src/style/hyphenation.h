/*
 * style/hyphenation.h -- where a word may be divided, by patterns and
 * exceptions.
 *
 * Patterns come from libhyphen's dictionaries (hyph_en_US.dic, ...) in one
 * folder, loaded at the first word of a language.  A language without a
 * dictionary is not divided.  An exception of the book rules over the
 * patterns.
 *
 * Language   BCP 47 tags.  "de-AT" asks for hyph_de_AT.dic, then for the usual
 *            one of the language (de: hyph_de_DE.dic), then for hyph_de.dic.
 * Limits     At least 2 letters stay before a division and 3 after it
 *            (typesetting.md); words over 100 characters are not divided.
 * Not done   Divisions that change the spelling ("Schif-fahrt" by the old
 *            German rules) are left out: the letters must stay as written.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct Hyphenation Hyphenation;

/* `folder` NULL: where the system's packages put their dictionaries.
 * (transfer full) */
Hyphenation *hyphenation_new(const char *folder);
void hyphenation_free(Hyphenation *hyphenation); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Hyphenation, hyphenation_free)

/* True if there are patterns for `lang`. */
bool hyphenation_has(Hyphenation *hyphenation, const char *lang);

/* `divided` is a word with its places marked, "lit-er-a-ta"; without a mark,
 * the word is never divided.  Holds for `lang` and its variants ("en" also for
 * "en-GB"), in whatever case. */
void hyphenation_add_exception(Hyphenation *hyphenation, const char *lang,
                               const char *divided);

/* Sets `offsets` (element-type gsize) to the byte offsets in `word`, growing,
 * at which a hyphen may be put.  `word` is UTF-8, letters only, with no
 * punctuation around it; apostrophes inside are fine. */
void hyphenation_find(Hyphenation *hyphenation, const char *lang,
                      const char *word, gsize length, GArray *offsets);
