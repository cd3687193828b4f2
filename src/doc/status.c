/* doc/status.c -- how old an article is and how far it can be trusted. */
/* SPDX-License-Identifier: MIT */

#include "doc/status.h"

#include "doc/words.h"

void
status_append(GString *line, const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (line->len > 0)
    g_string_append(line, " \u00b7 ");
  g_string_append(line, part);
}

static void
append_words(GString *line, bool said, Words words, const char *lang)
{
  if (said)
    status_append(line, words_say(words, lang));
}

/* NULL for an empty line; frees it. */
static char *
finish(GString *line)
{
  return g_string_free(line, line->len == 0);
}

static char *
review_words(const Meta *meta)
{
  const MetaReview *review = &meta->review;
  g_autofree char *on =
      review->on != NULL ? words_date(review->on, meta->lang) : NULL;

  if (review->by == NULL)
    return NULL;
  return g_strdup_printf("%s %s%s%s%s%s", words_say(WORDS_REVIEWED, meta->lang),
                         review->by, review->role != NULL ? ", " : "",
                         review->role != NULL ? review->role : "",
                         on != NULL ? ", " : "", on != NULL ? on : "");
}

char *
status_dates(const Meta *meta)
{
  g_autofree char *updated =
      words_dated(WORDS_UPDATED, meta->updated, meta->lang);
  g_autofree char *reviewed = review_words(meta);
  GString *line = g_string_new(NULL);

  status_append(line, meta->author);
  status_append(line, updated);
  status_append(line, reviewed);
  return finish(line);
}

char *
status_doubts(const Meta *meta)
{
  const MetaStatus *status = &meta->status;
  const char *lang = meta->lang;
  GString *line = g_string_new(NULL);

  append_words(line, status->overdue, WORDS_OVERDUE, lang);
  append_words(line, status->unchecked, WORDS_UNCHECKED, lang);
  append_words(line, status->second_hand, WORDS_SECOND_HAND, lang);
  append_words(line, status->unverified, WORDS_UNVERIFIED, lang);
  return finish(line);
}

char *
status_trust(const Meta *meta, const Book *book)
{
  g_autofree char *doubts = status_doubts(meta);
  GString *line = g_string_new(NULL);

  append_words(line, meta->review.by == NULL && !book->bare, WORDS_NOT_REVIEWED,
               meta->lang);
  append_words(line, book->draft && !book->bare, WORDS_DRAFT, meta->lang);
  status_append(line, doubts);
  return finish(line);
}

char *
status_names(const Meta *meta)
{
  g_autofree char *names = g_strjoinv(", ", meta->also_known_as);

  if (names[0] == '\0')
    return NULL;
  return g_strdup_printf("%s %s", words_say(WORDS_ALSO_KNOWN_AS, meta->lang),
                         names);
}

static bool
any_unreviewed(const Book *book)
{
  for (unsigned i = 0; i < book->articles->len; i++)
    if (book_article(book, i)->meta->review.by == NULL)
      return true;
  return false;
}

char *
status_edition(const Book *book)
{
  g_autofree char *edition =
      book->edition != NULL
          ? g_strdup_printf("%s %s", words_say(WORDS_EDITION, book->lang),
                            book->edition)
          : NULL;
  GString *line = g_string_new(NULL);

  status_append(line, edition);
  append_words(line, !book->bare && any_unreviewed(book), WORDS_NOT_REVIEWED,
               book->lang);
  append_words(line, !book->bare && book->draft, WORDS_DRAFT, book->lang);
  return finish(line);
}
