/* content/discreet.c -- a book that nobody near its reader shall recognise. */
/* SPDX-License-Identifier: MIT */

#include "content/discreet.h"

#include "base/hash.h"

#include <string.h>

enum {
  DIGITS = 6 /* of a hash: two discreet books have two names */
};

static const struct {
  const char *lang;
  const char *title;
} titles[] = {
  { "en", "Notes" },    { "de", "Notizen" }, { "fr", "Notes" },
  { "es", "Notas" },    { "pt", "Notas" },   { "it", "Appunti" },
  { "nl", "Notities" }, { "pl", "Notatki" }, { "ar", "ملاحظات" },
};

static const char *
title_of(const char *lang)
{
  for (size_t i = 0; i < G_N_ELEMENTS(titles); i++)
    if (g_str_has_prefix(lang, titles[i].lang))
      return titles[i].title;
  return titles[0].title;
}

static char *
id_of(const char *id)
{
  g_autoptr(GBytes) bytes = g_bytes_new(id, strlen(id));
  g_autofree char *sum = hash_sha256(bytes);

  return g_strdup_printf("notes-%.*s", DIGITS, sum);
}

void
content_discreet_apply(Book *book)
{
  char *id;

  if (!book->discreet)
    return;
  id = id_of(book->id);
  g_free(book->id);
  book->id = id;
  g_free(book->title);
  book->title = g_strdup(title_of(book->lang));
  g_clear_pointer(&book->subtitle, g_free);
  g_clear_pointer(&book->series, g_free);
  g_clear_pointer(&book->publisher, g_free);
  book->series_position = 0;
}
