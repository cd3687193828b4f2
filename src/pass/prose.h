/*
 * pass/prose.h -- the words of a block as one line of text, and where in the
 * source each of them stands.
 *
 * What a reader sees as one phrase is one here, whatever marks it holds: a
 * break is a space, curly quotes are straight, a no-break space is a space.
 * Lists of sources, cards and code blocks are passed over, and what stands
 * behind a number that nobody has checked; they are others' words.
 *
 * Ownership  A PassProse borrows the tree and lives as long as the call that
 *            it is handed to.
 * Offsets    In bytes of `text`.
 */
#pragma once

#include "base/diag.h"
#include "doc/book.h"

typedef struct PassProse PassProse;

typedef struct {
  gsize start;
  gsize end;
} PassSpan;

typedef void (*PassProseFunc)(const PassProse *prose, gpointer data);

/* Each block of the article that holds words, in order; first its title and
 * its summary if `with_meta`, which have no block. */
void pass_prose_each(const BookArticle *article, bool with_meta,
                     PassProseFunc func, gpointer data);

/* The blocks at and below `node` alone. */
void pass_prose_each_below(const BookArticle *article, const DocNode *node,
                           PassProseFunc func, gpointer data);

const char *pass_prose_text(const PassProse *prose);
const DocNode *pass_prose_block(const PassProse *prose); /* or NULL */
DiagPos pass_prose_pos(const PassProse *prose, gsize offset);

/* True if the span touches code, an address or a cited title: words that are
 * not the author's own. */
bool pass_prose_is_verbatim(const PassProse *prose, PassSpan span);

/* The id of a source that stands in the span or right behind it, or NULL. */
const char *pass_prose_source(const PassProse *prose, PassSpan span);

/* The next sentence that begins at or behind `from`; false if there is none.
 * It ends with . ! ? or the block. */
bool pass_prose_sentence(const PassProse *prose, gsize from,
                         PassSpan *sentence);

/* The next word at or behind `from` and before `end`: letters and digits, and
 * what stands between two of them in "don't", "long-lasting", "4,000", "U.S.".
 * False if there is none. */
bool pass_prose_word(const char *text, gsize from, gsize end, PassSpan *word);
