/*
 * base/word_list.h -- the words of a text in their order, each with its place:
 * for the question whether two files say the same.
 *
 * Words      What stands between white space (U+00A0 and line ends are white
 *            space), in Unicode's form NFC, without what only says how to set
 *            them: soft hyphens, places to break, bidirectional controls; a
 *            hyphen at which no line ends (U+2011) is one, a ligature or joined
 *            form (U+FB01) is its letters.
 * Place      What the caller says: a line, a page.
 */
#pragma once

#include <glib.h>

typedef struct {
  const char *text; /* owned by the list */
  unsigned place;
} Word;

typedef struct {
  GArray *words; /* of Word */
  GStringChunk *texts;
  GString *open; /* the word that has begun */
  unsigned open_place;
} WordList;

/* (transfer full) */
WordList *word_list_new(void);
void word_list_free(WordList *list); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(WordList, word_list_free)

/* Appends UTF-8; its first word continues the one that is open. */
void word_list_add(WordList *list, const char *text, unsigned place);

/* The open word ends here. */
void word_list_end(WordList *list);

/* Appends a character; of a ligature or joined form its letters, as a PDF says
 * them, whoever has written the form. */
void word_list_append_letters(GString *out, gunichar character);

/* Cuts " (page 12)" from the end of `text`, in any language. */
void word_list_cut_page(char *text);

const Word *word_list_at(const WordList *list, guint index);

/* Up to `count` words from `from` on, with spaces between; "…" if more follow.
 * (transfer full) */
char *word_list_excerpt(const WordList *list, guint from, guint count);
