/* content/value.c -- what a text must look like to be a date, an id, … */
/* SPDX-License-Identifier: MIT */

#include "content/value.h"

#include "base/bytes.h"

#include <string.h>

enum {
  ID_BYTES_MAX = 100, /* leaves room for ".letter.pdf" in any file name */
  ISBN_DIGITS = 13
};

bool
content_value_is_date(const char *text)
{
  if (strlen(text) != strlen("2026-11-22"))
    return false;
  for (unsigned i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit(text[i]))
      return false;

  unsigned year = (unsigned)g_ascii_strtoull(text, NULL, 10);
  unsigned month = (unsigned)g_ascii_strtoull(text + 5, NULL, 10);
  unsigned day = (unsigned)g_ascii_strtoull(text + 8, NULL, 10);

  return year > 0 && month >= 1 && month <= 12 &&
         g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static bool
is_id(const char *text, const char *extra)
{
  gsize length = strlen(text);

  if (length == 0 || length > ID_BYTES_MAX)
    return false;
  for (gsize i = 0; i < length; i++) {
    bool plain = g_ascii_islower(text[i]) || g_ascii_isdigit(text[i]);

    if (!plain && (i == 0 || strchr(extra, text[i]) == NULL))
      return false;
  }
  return true;
}

bool
content_value_is_article_id(const char *text)
{
  return is_id(text, "-");
}

bool
content_value_is_book_id(const char *text)
{
  return is_id(text, "-._");
}

/* RFC 5646 section 2.1: a primary subtag of 2 or 3 letters, then subtags of 1
 * to 8 letters and digits. */
bool
content_value_is_language(const char *text)
{
  g_auto(GStrv) tags = g_strsplit(text, "-", -1);

  if (tags[0] == NULL || strlen(tags[0]) < 2 || strlen(tags[0]) > 3 ||
      strlen(text) > 35)
    return false;
  for (unsigned i = 0; tags[i] != NULL; i++) {
    gsize length = strlen(tags[i]);

    if (length < 1 || length > 8)
      return false;
    for (gsize j = 0; j < length; j++)
      if (i == 0 ? !g_ascii_isalpha(tags[i][j]) : !g_ascii_isalnum(tags[i][j]))
        return false;
  }
  return true;
}

bool
content_value_is_address(const char *text)
{
  return g_uri_is_valid(text, G_URI_FLAGS_NONE, NULL) &&
         (g_str_has_prefix(text, "https://") ||
          g_str_has_prefix(text, "http://"));
}

bool
content_value_is_isbn(const char *text)
{
  unsigned digits = 0;
  unsigned sum = 0;

  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '-' || *p == ' ')
      continue;
    if (!g_ascii_isdigit(*p))
      return false;
    sum += (unsigned)g_ascii_digit_value(*p) * (digits % 2 == 0 ? 1 : 3);
    digits++;
  }
  return digits == ISBN_DIGITS && sum % 10 == 0;
}

/* A script subtag rules; else the languages that are written in Arabic,
 * Hebrew, Syriac or Thaana letters where the tag names no script. */
MetaDirection
content_value_direction(const char *language)
{
  static const char *const scripts[] = { "Arab", "Hebr", "Syrc", "Thaa",
                                         "Nkoo", "Adlm", NULL };
  static const char *const languages[] = { "ar", "arc", "ckb", "dv",
                                           "fa", "he",  "ks",  "nqo",
                                           "ps", "prs", "sd",  "syr",
                                           "ug", "ur",  "yi",  NULL };
  g_auto(GStrv) tags = g_strsplit(language, "-", -1);

  if (tags[0] == NULL)
    return META_LTR;
  for (unsigned i = 1; tags[i] != NULL; i++) {
    if (strlen(tags[i]) != 4 || !g_ascii_isalpha(tags[i][0]))
      continue;
    for (unsigned j = 0; scripts[j] != NULL; j++)
      if (g_ascii_strcasecmp(tags[i], scripts[j]) == 0)
        return META_RTL;
    return META_LTR;
  }
  for (unsigned j = 0; languages[j] != NULL; j++)
    if (g_ascii_strcasecmp(tags[0], languages[j]) == 0)
      return META_RTL;
  return META_LTR;
}

char *
content_value_slug(const char *text)
{
  char *slug = bytes_slug(text, false);
  gsize length = strlen(slug);

  if (length > ID_BYTES_MAX)
    length = ID_BYTES_MAX;
  while (length > 1 && slug[length - 1] == '-')
    length--;
  slug[length] = '\0';
  return slug;
}

char *
content_value_stem(const char *file)
{
  char *stem = g_path_get_basename(file);
  char *dot = strrchr(stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  return stem;
}
