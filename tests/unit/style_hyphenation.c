/* tests/unit/style_hyphenation.c -- known divisions of known words. */
/* SPDX-License-Identifier: MIT */
#include "style/hyphenation.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
divide(Hyphenation *hyphenation, const char *lang, const char *word)
{
  g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(gsize));
  hyphenation_find(hyphenation, lang, word, strlen(word), offsets);
  GString *out = g_string_new(word);
  for (guint i = offsets->len; i > 0; i--)
    g_string_insert_c(out, (gssize)g_array_index(offsets, gsize, i - 1), '-');
  return g_string_free(out, FALSE);
}

static void
assert_divided(const char *lang, const char *word, const char *expected)
{
  g_autoptr(Hyphenation) hyphenation = hyphenation_new(NULL);
  g_autofree char *divided = divide(hyphenation, lang, word);
  g_assert_cmpstr(divided, ==, expected);
}

static void
test_english(void)
{
  assert_divided("en", "hyphenation", "hy-phen-ation");
  assert_divided("en-US", "medication", "med-i-ca-tion");
  assert_divided("en-GB", "medication", "med-ic-a-tion");
  assert_divided("en-CA", "medication", "med-i-ca-tion");
  assert_divided("en", "Medication", "Med-i-ca-tion");
  assert_divided("en", "MEDICATION", "MED-I-CA-TION");
}

static void
test_minima(void)
{
  assert_divided("en", "water", "wa-ter"); /* 2 before, 3 after */
  assert_divided("en", "about", "about");  /* never one letter before */
  assert_divided("en", "badly", "badly");  /* never two letters after */
  assert_divided("en", "", "");
}

static void
test_other_languages(void)
{
  assert_divided("de", "Überdosierung", "Über-do-sie-rung");
  assert_divided("de-AT", "Abhängigkeit", "Ab-hän-gig-keit");
  assert_divided("fr", "médicament", "mé-di-ca-ment");
  assert_divided("pt-BR", "informação", "in-for-ma-ção");
}

static void
test_apostrophe(void)
{
  assert_divided("en", "shouldn’t", "shouldn’t");
  assert_divided("fr", "l’ordonnance", "l’or-don-nance");
}

static void
test_no_patterns(void)
{
  g_autoptr(Hyphenation) hyphenation = hyphenation_new(NULL);
  g_assert_true(hyphenation_has(hyphenation, "en"));
  g_assert_false(hyphenation_has(hyphenation, "xx"));
  g_assert_false(hyphenation_has(hyphenation, NULL));
  g_assert_false(hyphenation_has(hyphenation, "../en"));
  g_assert_false(hyphenation_has(hyphenation, ""));
  assert_divided("xx", "hyphenation", "hyphenation");
  assert_divided(NULL, "hyphenation", "hyphenation");
  g_autoptr(Hyphenation) empty = hyphenation_new("/nowhere");
  g_assert_false(hyphenation_has(empty, "en"));
}

static void
test_exceptions(void)
{
  g_autoptr(Hyphenation) hyphenation = hyphenation_new(NULL);
  hyphenation_add_exception(hyphenation, "en", "nal-ox-one");
  hyphenation_add_exception(hyphenation, "en", "medication");
  g_autofree char *plain = divide(hyphenation, "en", "Naloxone");
  g_assert_cmpstr(plain, ==, "Nal-ox-one");
  g_autofree char *variant = divide(hyphenation, "en-GB", "naloxone");
  g_assert_cmpstr(variant, ==, "nal-ox-one");
  g_autofree char *never = divide(hyphenation, "en", "medication");
  g_assert_cmpstr(never, ==, "medication");
  g_autofree char *foreign = divide(hyphenation, "fr", "naloxone");
  g_assert_cmpstr(foreign, !=, "nal-ox-one");
}

static void
test_single_byte_dictionary(void)
{
  g_autofree char *folder = g_dir_make_tmp("hyphenation-XXXXXX", NULL);
  g_autofree char *file = g_build_filename(folder, "hyph_qq.dic", NULL);
  const char patterns[] = "ISO8859-1\n\xe9"
                          "1d\n";
  g_assert_true(g_file_set_contents(file, patterns, -1, NULL));
  g_autoptr(Hyphenation) hyphenation = hyphenation_new(folder);
  g_autofree char *divided = divide(hyphenation, "qq", "mÉdical");
  g_assert_cmpstr(divided, ==, "mÉ-dical");
  g_autofree char *other = divide(hyphenation, "qq", "mé字dédical");
  g_assert_cmpstr(other, ==, "mé字dédical");
  g_remove(file);
  g_rmdir(folder);
}

static void
test_long_word(void)
{
  g_autofree char *word = g_strnfill(5000, 'a');
  assert_divided("en", word, word);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/style/hyphenation/english", test_english);
  g_test_add_func("/style/hyphenation/minima", test_minima);
  g_test_add_func("/style/hyphenation/other-languages", test_other_languages);
  g_test_add_func("/style/hyphenation/apostrophe", test_apostrophe);
  g_test_add_func("/style/hyphenation/no-patterns", test_no_patterns);
  g_test_add_func("/style/hyphenation/exceptions", test_exceptions);
  g_test_add_func("/style/hyphenation/single-byte",
                  test_single_byte_dictionary);
  g_test_add_func("/style/hyphenation/long-word", test_long_word);
  return g_test_run();
}
