/* style/hyphenation.c -- where a word may be divided. */
/* SPDX-License-Identifier: MIT */
#include "style/hyphenation.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

/* A system path like that of a shared library: the packages hyphen-* of every
 * distribution put their dictionaries here. */
#ifndef HANDBILL_HYPHEN_DIR
#define HANDBILL_HYPHEN_DIR "/usr/share/hyphen"
#endif

enum {
  LETTERS_BEFORE = 2,
  LETTERS_AFTER = 3,
  WORD_LIMIT = 100 /* characters */
};

struct Hyphenation {
  char *folder;
  GHashTable *dictionaries; /* file name to HyphenDict, or to NULL */
  GHashTable *by_language;  /* tag to HyphenDict (borrowed), or to NULL */
  GHashTable *exceptions;   /* "tag word" to the divided word */
};

/* The dictionary that a language without a region means. */
static const struct {
  const char *language;
  const char *file;
} usual[] = {
  { "de", "hyph_de_DE.dic" }, { "en", "hyph_en_US.dic" },
  { "es", "hyph_es_ES.dic" }, { "fr", "hyph_fr.dic" },
  { "it", "hyph_it_IT.dic" }, { "nl", "hyph_nl_NL.dic" },
  { "pl", "hyph_pl_PL.dic" }, { "pt", "hyph_pt_PT.dic" },
  { "ru", "hyph_ru_RU.dic" }, { "uk", "hyph_uk_UA.dic" },
};

static void
free_dictionary(gpointer dictionary)
{
  if (dictionary)
    hnj_hyphen_free(dictionary);
}

Hyphenation *
hyphenation_new(const char *folder)
{
  Hyphenation *hyphenation = g_new0(Hyphenation, 1);
  hyphenation->folder = g_strdup(folder ? folder : HANDBILL_HYPHEN_DIR);
  hyphenation->dictionaries =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_dictionary);
  hyphenation->by_language =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  hyphenation->exceptions =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return hyphenation;
}

void
hyphenation_free(Hyphenation *hyphenation)
{
  if (!hyphenation)
    return;
  g_hash_table_unref(hyphenation->exceptions);
  g_hash_table_unref(hyphenation->by_language);
  g_hash_table_unref(hyphenation->dictionaries);
  g_free(hyphenation->folder);
  g_free(hyphenation);
}

static HyphenDict *
load_dictionary(Hyphenation *hyphenation, const char *file)
{
  gpointer known = NULL;
  if (g_hash_table_lookup_extended(hyphenation->dictionaries, file, NULL,
                                   &known))
    return known;
  g_autofree char *path = g_build_filename(hyphenation->folder, file, NULL);
  HyphenDict *dictionary = hnj_hyphen_load(path);
  g_hash_table_insert(hyphenation->dictionaries, g_strdup(file), dictionary);
  return dictionary;
}

static HyphenDict *
load_named(Hyphenation *hyphenation, const char *name)
{
  g_autofree char *file = g_strdup_printf("hyph_%s.dic", name);
  g_strdelimit(file, "-", '_');
  return load_dictionary(hyphenation, file);
}

/* A tag becomes part of a file name: letters, digits and hyphens only. */
static bool
is_tag(const char *lang)
{
  return *lang &&
         strspn(lang, G_CSET_a_2_z G_CSET_A_2_Z "0123456789-") == strlen(lang);
}

static char *
primary_language(const char *lang)
{
  return g_ascii_strdown(lang, strcspn(lang, "-"));
}

static HyphenDict *
load_language(Hyphenation *hyphenation, const char *lang)
{
  g_autofree char *primary = primary_language(lang);
  const char *rest = lang + strlen(primary);
  g_autofree char *name = g_strconcat(primary, rest, NULL);
  HyphenDict *dictionary = *rest ? load_named(hyphenation, name) : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(usual) && !dictionary; i++)
    if (!strcmp(primary, usual[i].language))
      dictionary = load_dictionary(hyphenation, usual[i].file);
  return dictionary ? dictionary : load_named(hyphenation, primary);
}

static HyphenDict *
find_dictionary(Hyphenation *hyphenation, const char *lang)
{
  if (!lang || !is_tag(lang))
    return NULL;
  gpointer known = NULL;
  if (g_hash_table_lookup_extended(hyphenation->by_language, lang, NULL,
                                   &known))
    return known;
  HyphenDict *dictionary = load_language(hyphenation, lang);
  g_hash_table_insert(hyphenation->by_language, g_strdup(lang), dictionary);
  return dictionary;
}

bool
hyphenation_has(Hyphenation *hyphenation, const char *lang)
{
  return find_dictionary(hyphenation, lang) != NULL;
}

/* Small letters and plain apostrophes, character by character, so that the
 * n-th character stays the n-th. */
static char *
fold(const char *word, gsize length)
{
  GString *out = g_string_sized_new(length);
  for (const char *p = word; p < word + length; p = g_utf8_next_char(p)) {
    gunichar c = g_unichar_tolower(g_utf8_get_char(p));
    g_string_append_unichar(out, c == 0x2019 ? '\'' : c);
  }
  return g_string_free(out, FALSE);
}

void
hyphenation_add_exception(Hyphenation *hyphenation, const char *lang,
                          const char *divided)
{
  g_return_if_fail(g_utf8_validate(divided, -1, NULL));
  g_autofree char *folded = fold(divided, strlen(divided));
  g_auto(GStrv) parts = g_strsplit(folded, "-", -1);
  g_autofree char *word = g_strjoinv("", parts);
  g_autofree char *tag = g_ascii_strdown(lang, -1);
  g_hash_table_replace(hyphenation->exceptions,
                       g_strconcat(tag, " ", word, NULL),
                       g_steal_pointer(&folded));
}

static const char *
find_exception(const Hyphenation *hyphenation, const char *lang,
               const char *word)
{
  if (g_hash_table_size(hyphenation->exceptions) == 0)
    return NULL;
  g_autofree char *tag = g_ascii_strdown(lang, -1);
  g_autofree char *key = g_strconcat(tag, " ", word, NULL);
  const char *found = g_hash_table_lookup(hyphenation->exceptions, key);
  if (found || !strchr(tag, '-'))
    return found;
  g_autofree char *primary = primary_language(lang);
  g_autofree char *short_key = g_strconcat(primary, " ", word, NULL);
  return g_hash_table_lookup(hyphenation->exceptions, short_key);
}

/* marks[n] says that a hyphen may stand after the n-th character. */
static void
mark_exception(const char *divided, bool *marks)
{
  gsize n = 0;
  for (const char *p = divided; *p; p = g_utf8_next_char(p)) {
    if (*p != '-')
      n++;
    else if (n > 0)
      marks[n - 1] = true;
  }
}

static void
free_replacements(char **replacements, gsize count)
{
  for (gsize i = 0; replacements && i < count; i++)
    free(replacements[i]);
  free(replacements);
}

static char *
convert_word(const HyphenDict *dictionary, const char *word)
{
  if (dictionary->utf8 || g_str_is_ascii(word))
    return g_strdup(word);
  return g_convert(word, -1, dictionary->cset, "UTF-8", NULL, NULL, NULL);
}

/* libhyphen answers by characters, in either kind of dictionary: odd digits
 * are divisions. */
static void
mark_patterns(HyphenDict *dictionary, const char *folded, gsize characters,
              bool *marks)
{
  g_autofree char *word = convert_word(dictionary, folded);
  gsize size = word ? strlen(word) : 0;
  if (!word || (!dictionary->utf8 && size != characters))
    return;
  g_autofree char *digits = g_malloc0(size + 5);
  char **replacements = NULL;
  int *positions = NULL;
  int *cuts = NULL;
  if (hnj_hyphen_hyphenate3(dictionary, word, (int)size, digits, NULL,
                            &replacements, &positions, &cuts, LETTERS_BEFORE,
                            LETTERS_AFTER, LETTERS_BEFORE, LETTERS_BEFORE) == 0)
    for (gsize i = 0; i < characters; i++)
      marks[i] = (digits[i] & 1) && !(replacements && replacements[i]);
  free_replacements(replacements, size);
  free(positions);
  free(cuts);
}

static void
append_offsets(const char *word, gsize length, const bool *marks,
               GArray *offsets)
{
  gsize letters = 0;
  for (const char *p = word; p < word + length; p = g_utf8_next_char(p))
    letters += g_unichar_isalpha(g_utf8_get_char(p));
  gsize before = 0;
  for (const char *p = word; p < word + length;) {
    before += g_unichar_isalpha(g_utf8_get_char(p));
    p = g_utf8_next_char(p);
    gsize offset = (gsize)(p - word);
    if (*marks++ && before >= LETTERS_BEFORE &&
        letters - before >= LETTERS_AFTER)
      g_array_append_val(offsets, offset);
  }
}

void
hyphenation_find(Hyphenation *hyphenation, const char *lang, const char *word,
                 gsize length, GArray *offsets)
{
  g_return_if_fail(g_array_get_element_size(offsets) == sizeof(gsize));
  g_array_set_size(offsets, 0);
  gsize characters = (gsize)g_utf8_strlen(word, (gssize)length);
  if (!lang || characters < LETTERS_BEFORE + LETTERS_AFTER ||
      characters > WORD_LIMIT)
    return;
  bool marks[WORD_LIMIT] = { false };
  g_autofree char *folded = fold(word, length);
  const char *exception = find_exception(hyphenation, lang, folded);
  HyphenDict *dictionary = find_dictionary(hyphenation, lang);
  if (exception)
    mark_exception(exception, marks);
  else if (dictionary)
    mark_patterns(dictionary, folded, characters, marks);
  append_offsets(word, length, marks, offsets);
}
