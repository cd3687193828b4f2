/* layout/breakpoint.c -- where lines may end. */
/* SPDX-License-Identifier: MIT */

#include "layout/breakpoint.h"

#include "layout/division.h"
#include "layout/protrusion.h"

#include <string.h>

/* Prices, in the unit of line_break.h: a line at the limit of its word spaces
 * costs 100. */
enum {
  PRICE_EXPLICIT = 5,
  PRICE_HYPHEN = 123,
  PRICE_NAME = 1500, /* inside what may be a name: only where nothing helps */
  PRICE_CODE_MARK = 120,    /* after :: _ . / , - */
  PRICE_CODE_BRACKET = 200, /* after ( < [ { */
  PRICE_CODE_CASE = 300,    /* at a camelCase border */
  PRICE_CODE_ANYWHERE = 1000,
  PRICE_NUMBER = 300 /* between a name and its number: "Chapter 13" */
};

enum {
  CODE_LENGTH = 12, /* bytes: a shorter word in running text is no code */
  CASE_LENGTH = 8   /* bytes: McDonald is one word */
};

typedef struct {
  Paragraph *paragraph;
  Shaper *shaper;
  Divider divider;
  double words; /* pt, sums up to the current piece */
  double spaces;
  guint32 letters;
  guint32 gaps;
} Finder;

static const Piece *
piece_at(const Finder *finder, unsigned index)
{
  return &g_array_index(finder->paragraph->pieces, Piece, index);
}

static Break *
last_break(const Finder *finder)
{
  GArray *breaks = finder->paragraph->breaks;

  return &g_array_index(breaks, Break, breaks->len - 1);
}

static Break *
add_break(Finder *finder, BreakKind kind, guint32 end, guint32 start,
          double penalty)
{
  Break made = { .kind = kind,
                 .end = end,
                 .start = start,
                 .penalty = (float)penalty,
                 .end_words = finder->words,
                 .end_spaces = finder->spaces,
                 .start_words = finder->words,
                 .start_spaces = finder->spaces,
                 .end_letters = finder->letters,
                 .end_gaps = finder->gaps,
                 .start_gaps = finder->gaps };

  g_array_append_val(finder->paragraph->breaks, made);
  return last_break(finder);
}

/* A break inside the word `piece`. */
static void
add_inner(Finder *finder, const Piece *piece, const DivisionPoint *point,
          BreakKind kind, double penalty)
{
  guint32 at = piece->start + point->bytes;
  Break *made = add_break(finder, kind, at, at, penalty);

  made->end_words = finder->words + point->before;
  made->start_words = finder->words + point->after;
  made->end_letters = finder->letters + point->letters;
  made->start_gaps = finder->gaps + point->glyphs;
  made->end_gaps = made->start_gaps - 1;
}

static ShapeRun
run_of(const Finder *finder, const Piece *piece)
{
  return (ShapeRun){
    piece->analysis,
    g_array_index(finder->paragraph->spans, Span, piece->span).style
  };
}

/* --- words --- */

/* A source's number, "[5]", and spaces may stand between two sentences. */
static bool
begins_sentence(const Finder *finder, const Piece *piece)
{
  const char *text = finder->paragraph->text->str;
  guint32 at = piece->start;

  while (at > 0 && (strchr(" []", text[at - 1]) != NULL ||
                    (g_ascii_isdigit(text[at - 1]) &&
                     (text[at] == ']' || g_ascii_isdigit(text[at])))))
    at--;
  return at == 0 || strchr(".?!:", text[at - 1]) != NULL;
}

/* Next to another capital: "The Slice Type". */
static bool
is_in_title(const Finder *finder, const Piece *piece)
{
  const char *text = finder->paragraph->text->str;
  const char *before = text + piece->start, *after = text + piece->end;

  if (before - text >= 2 && before[-1] == ' ') {
    before--;
    while (before > text && before[-1] != ' ')
      before--;
    if (g_ascii_isupper(*before) && before[1] != ' ')
      return true;
  }
  return after[0] == ' ' && g_ascii_isupper(after[1]);
}

/* A lone capital may begin the name of a medicine, which is divided only where
 * the line would be torn apart; not where it begins a
 * sentence or stands in a title, and not in German, where it begins every
 * noun. */
static bool
is_name(const Finder *finder, const Piece *piece, const WordDivision *word)
{
  const char *text = finder->paragraph->text->str + piece->start;
  const char *lang = pango_language_to_string(piece->analysis->language);

  return g_unichar_isupper(g_utf8_get_char(text + word->first)) &&
         !g_str_has_prefix(lang, "de") && !begins_sentence(finder, piece) &&
         !is_in_title(finder, piece);
}

static void
add_hyphens(Finder *finder, const Piece *piece, const WordDivision *word)
{
  const char *text = finder->paragraph->text->str + piece->start;
  const Span *span =
      &g_array_index(finder->paragraph->spans, Span, piece->span);
  ShapeRun run = run_of(finder, piece);
  double hyphen, price;

  if (finder->divider.hyphenation == NULL || span->link >= 0)
    return;
  word = division_find(&finder->divider, piece->word, &run, text,
                       piece->end - piece->start);
  if (word->count == 0)
    return;
  hyphen = shaper_hyphen(finder->shaper, &run)->width;
  price = is_name(finder, piece, word) ? PRICE_NAME : PRICE_HYPHEN;
  for (unsigned i = 0; i < word->count; i++) {
    add_inner(finder, piece, &word->points[i], BREAK_HYPHEN, price);
    last_break(finder)->hyphen = (float)hyphen;
  }
}

static double
code_price(const char *text, gsize length, const char *at, bool anywhere)
{
  char before = at[-1];

  if (before == *at || (before == '-' && !g_ascii_isalnum(*at)))
    /* "..", "--", "->" stay whole, "==========" only where it has room. */
    return anywhere ? PRICE_CODE_ANYWHERE : -1;
  if (strchr("_./,-", before) != NULL || strchr("?&=#", before) != NULL)
    return PRICE_CODE_MARK;
  if (before == ':' && at - text > 1 && at[-2] == ':')
    return PRICE_CODE_MARK;
  if (before == '[' && at[0] == 'U' && at[1] == '+')
    return -1; /* the name of a character without a glyph stays whole */
  if (strchr("(<[{", before) != NULL)
    return PRICE_CODE_BRACKET;
  if ((anywhere || length >= CASE_LENGTH) && g_ascii_islower(before) &&
      g_ascii_isupper(*at))
    return PRICE_CODE_CASE;
  return anywhere ? PRICE_CODE_ANYWHERE : -1;
}

/* Marks at the very start or end of a word are no place to break. */
static void
add_code_breaks(Finder *finder, const Piece *piece, bool anywhere)
{
  const char *text = finder->paragraph->text->str + piece->start;
  const char *end = text + (piece->end - piece->start);
  ShapeRun run = run_of(finder, piece);

  for (const char *at = g_utf8_next_char(text); at < end;
       at = g_utf8_next_char(at)) {
    double price = code_price(text, (gsize)(end - text), at, anywhere);
    bool edge = at - text < 2 || end - at < 2;

    if (price >= 0 && (!edge || (anywhere && price >= PRICE_CODE_ANYWHERE)) &&
        !g_unichar_ismark(g_utf8_get_char(at))) {
      DivisionPoint point =
          division_point(finder->shaper, piece->word, &run, text,
                         (gsize)(end - text), (gsize)(at - text));
      add_inner(finder, piece, &point, BREAK_CODE, price);
    }
  }
}

static bool
is_phone_like(const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit(text[i]) && strchr("-+()., ", text[i]) == NULL)
      return false;
  return true;
}

static void
find_in_word(Finder *finder, const Piece *piece, const WordDivision *word)
{
  const char *text = finder->paragraph->text->str + piece->start;
  gsize length = piece->end - piece->start;
  const Span *span =
      &g_array_index(finder->paragraph->spans, Span, piece->span);

  if (word->plain && !span->code)
    add_hyphens(finder, piece, word);
  else if (length > 3 && !is_phone_like(text, length))
    add_code_breaks(finder, piece, span->code || length >= CODE_LENGTH);
}

/* --- between pieces --- */

/* A number behind a name or behind "page" stays with it. */
static double
space_price(const Finder *finder, unsigned index)
{
  const char *text = finder->paragraph->text->str;
  const Piece *before, *after;

  if (index == 0 || index + 1 >= finder->paragraph->pieces->len)
    return 0;
  before = piece_at(finder, index - 1);
  after = piece_at(finder, index + 1);
  if (before->kind != PIECE_WORD || after->kind != PIECE_WORD ||
      !g_ascii_isdigit(text[after->start]))
    return 0;
  if (g_ascii_isupper(text[before->start]) ||
      (before->end - before->start == 4 &&
       memcmp(text + before->start, "page", 4) == 0))
    return PRICE_NUMBER;
  return 0;
}

static void
find_at_space(Finder *finder, unsigned index)
{
  const Piece *piece = piece_at(finder, index);
  const char *text = finder->paragraph->text->str;
  bool fixed = text[piece->start] != ' ';
  Break *made = NULL;

  if (!fixed && index > 0 && piece_at(finder, index - 1)->kind != PIECE_SPACE)
    made = add_break(finder, BREAK_SPACE, piece->start, piece->end,
                     space_price(finder, index));
  finder->spaces += piece->width;
  if (made != NULL)
    made->start_spaces = finder->spaces;
}

/* More spaces behind a break belong to it. */
static void
extend_break(Finder *finder, const Piece *piece)
{
  Break *last;

  if (finder->paragraph->breaks->len == 0)
    return;
  last = last_break(finder);
  if (last->start != piece->start || last->kind == BREAK_FORCED)
    return;
  last->start = piece->end;
  last->start_spaces = finder->spaces;
}

/* "->" and "--help": a hyphen that no letter stands before and behind joins
 * no words. */
static bool
is_arrow_or_option(const char *text, const Piece *piece)
{
  const char *hyphen = text + piece->end - 1;

  return *hyphen == '-' &&
         (piece->end - piece->start < 2 ||
          !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(hyphen))) ||
          !g_unichar_isalnum(g_utf8_get_char(hyphen + 1)));
}

static bool
may_break_between(const Finder *finder, unsigned index)
{
  const Piece *piece = piece_at(finder, index);
  const Piece *next = index + 1 < finder->paragraph->pieces->len
                          ? piece_at(finder, index + 1)
                          : NULL;
  const char *text = finder->paragraph->text->str;
  const char *tail = g_utf8_prev_char(text + piece->end);
  gunichar before = g_utf8_get_char(tail);

  if (next == NULL || next->kind != PIECE_WORD || piece->kind != PIECE_WORD ||
      next->span != piece->span || is_arrow_or_option(text, piece))
    return false;
  return before == '-' || before == 0x2010 || before == 0x2013 ||
         before == 0x2014 || before == '/' || before == 0x200B ||
         before == 0xAD || before > 0x2E00;
}

static void
find_at_word(Finder *finder, unsigned index)
{
  const Piece *piece = piece_at(finder, index);
  const char *text = finder->paragraph->text->str;

  if (piece->kind == PIECE_WORD) {
    const WordDivision *word = division_look(piece->word, text + piece->start,
                                             piece->end - piece->start);
    find_in_word(finder, piece, word);
    finder->letters += word->letters;
  }
  finder->words += piece->width;
  if (piece->word != NULL)
    finder->gaps += MAX(piece->word->glyph_count, 1u) - 1;
  if (may_break_between(finder, index))
    add_break(finder, text[piece->end - 1] == '-' ? BREAK_DASH : BREAK_EXPLICIT,
              piece->end, piece->end, PRICE_EXPLICIT);
}

/* --- hanging punctuation --- */

/* The width of one character in the font of its piece. */
static double
character_width(const Finder *finder, const Piece *piece, const char *at)
{
  ShapeRun run = run_of(finder, piece);

  return shaper_word(finder->shaper, &run, at,
                     (gsize)(g_utf8_next_char(at) - at))
      ->width;
}

static double
hang_of(const Finder *finder, const Piece *piece, const char *at, double share)
{
  if (share <= 0 || piece->kind != PIECE_WORD)
    return 0;
  return MIN(PROTRUSION_MAX, share * character_width(finder, piece, at));
}

/* How far the glyphs on both sides of a break may hang, `piece` being the one
 * that ends at or after it. */
static void
hang_break(const Finder *finder, Break *made, const Piece *before,
           const Piece *after)
{
  const char *text = finder->paragraph->text->str;

  if (made->kind == BREAK_HYPHEN) {
    made->hang_right =
        (float)MIN(PROTRUSION_MAX, protrusion_right('-') * made->hyphen);
  } else if (before != NULL && made->end > before->start) {
    const char *at = g_utf8_prev_char(text + made->end);
    made->hang_right = (float)hang_of(finder, before, at,
                                      protrusion_right(g_utf8_get_char(at)));
  }
  if (after != NULL) {
    const char *at = text + made->start;
    made->hang_left =
        (float)hang_of(finder, after, at, protrusion_left(g_utf8_get_char(at)));
  }
}

static void
hang_all(Finder *finder)
{
  GArray *breaks = finder->paragraph->breaks;
  const GArray *pieces = finder->paragraph->pieces;
  unsigned before = 0, after = 0;

  for (unsigned i = 0; i < breaks->len; i++) {
    Break *made = &g_array_index(breaks, Break, i);

    while (before < pieces->len && piece_at(finder, before)->end < made->end)
      before++;
    while (after < pieces->len && piece_at(finder, after)->end <= made->start)
      after++;
    hang_break(finder, made,
               before < pieces->len ? piece_at(finder, before) : NULL,
               after < pieces->len ? piece_at(finder, after) : NULL);
  }
}

void
breakpoint_find(Paragraph *paragraph, Shaper *shaper, Hyphenation *hyphenation)
{
  g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(gsize));
  Finder finder = { .paragraph = paragraph,
                    .shaper = shaper,
                    .divider = { shaper, hyphenation, offsets } };

  g_array_set_size(paragraph->breaks, 0);
  for (unsigned i = 0; i < paragraph->pieces->len; i++) {
    const Piece *piece = piece_at(&finder, i);

    switch (piece->kind) {
    case PIECE_SPACE:
      find_at_space(&finder, i);
      extend_break(&finder, piece);
      break;
    case PIECE_FORCED:
      add_break(&finder, BREAK_FORCED, piece->start, piece->end, 0);
      break;
    case PIECE_WORD:
    case PIECE_IMAGE:
      find_at_word(&finder, i);
      break;
    }
  }
  add_break(&finder, BREAK_END, (guint32)paragraph->text->len,
            (guint32)paragraph->text->len, 0);
  if (paragraph->style->text_align == STYLE_ALIGN_JUSTIFY && !paragraph->rtl)
    hang_all(&finder);
}
