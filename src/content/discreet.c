/* content/discreet.c -- a book that nobody near its reader shall recognise. */
/* SPDX-License-Identifier: MIT */

#include "content/discreet.h"

#include "base/hash.h"
#include "doc/words.h"

#include <string.h>

enum {
  DIGITS = 6 /* of a hash: two discreet books have two names */
};

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
  book->title = g_strdup(words_say(WORDS_DISCREET, book->lang));
  g_clear_pointer(&book->subtitle, g_free);
  g_clear_pointer(&book->series, g_free);
  g_clear_pointer(&book->publisher, g_free);
  book->series_position = 0;
}
