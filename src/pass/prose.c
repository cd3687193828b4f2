/* pass/prose.c -- the words of a block as one line, and where they stand. */
/* SPDX-License-Identifier: MIT */

#include "pass/prose.h"

#include "pass/source_ref.h"

#include <string.h>

enum {
  /* Behind so many bytes of one text a column may be off by what was escaped,
   * lest a line of a megabyte is walked for each of its words. */
  EXACT_BYTES = 4096
};

/* A stretch of text that stands in one node. */
typedef struct {
  gsize start;
  const DocNode *node;
  gsize raw; /* where in the node's text it begins */
  bool verbatim;
} Piece;

typedef struct {
  gsize at;
  const char *id;
} Mention;

struct PassProse {
  const BookArticle *article;
  const GArray *lines; /* of gsize: where each line of the source begins */
  const DocNode *block;
  DiagPos pos;
  GString *text;
  GArray *pieces;   /* of Piece */
  GArray *mentions; /* of Mention */
};

typedef struct {
  const BookArticle *article;
  GArray *lines;
  PassProseFunc func;
  gpointer data;
} Walk;

/* --- positions --- */

static GArray *
find_lines(const BookArticle *article)
{
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(gsize));
  gsize length = 0;
  const char *text =
      article->bytes != NULL ? g_bytes_get_data(article->bytes, &length) : NULL;

  for (gsize at = 0; at < length;) {
    const char *end = memchr(text + at, '\n', length - at);

    g_array_append_val(lines, at);
    at = end != NULL ? (gsize)(end - text) + 1 : length;
  }
  return lines;
}

static bool
starts_with(const char *at, const char *end, const char *text)
{
  gsize length = strlen(text);

  return (gsize)(end - at) >= length && memcmp(at, text, length) == 0;
}

/* How many bytes of the source made the character at `text`: an escape, an
 * entity and a mark that was made typographic are longer than what they
 * became. */
static gsize
source_length(const char *source, const char *end, const char *text)
{
  const char *stop;

  if (*source == '\\' && *text != '\\' && end - source > 1)
    return 2;
  if (*source == '&' && *text != '&' &&
      (stop = memchr(source, ';', (gsize)(end - source))) != NULL)
    return (gsize)(stop - source) + 1;
  if (g_str_has_prefix(text, "…") && starts_with(source, end, "..."))
    return 3;
  if (g_str_has_prefix(text, "—") && starts_with(source, end, "---"))
    return 3;
  if (g_str_has_prefix(text, "–") && starts_with(source, end, "--"))
    return 2;
  if (g_utf8_get_char_validated(source, end - source) >= (gunichar)-2)
    return 1;
  return (gsize)(g_utf8_next_char(source) - source);
}

/* How far behind the node's beginning in the source its text's byte `raw`
 * stands. */
static gsize
distance(const PassProse *prose, const DocNode *node, gsize raw)
{
  gsize length = 0;
  const char *source;
  const char *end;
  const char *start;
  const char *text = node->as.text;

  if (prose->article->bytes == NULL || node->pos.line > prose->lines->len ||
      raw > EXACT_BYTES)
    return raw;
  source = g_bytes_get_data(prose->article->bytes, &length);
  end = source + length;
  start = source + g_array_index(prose->lines, gsize, node->pos.line - 1) +
          node->pos.column - 1;
  source = start;
  while (text < node->as.text + raw && source < end && *source != '\n') {
    source += source_length(source, end, text);
    text = g_utf8_next_char(text);
  }
  return (gsize)(source - start);
}

static const Piece *
piece_at(const PassProse *prose, gsize offset)
{
  guint low = 0;
  guint high = prose->pieces->len;

  if (high == 0)
    return NULL;
  while (high - low > 1) {
    guint middle = (low + high) / 2;

    if (g_array_index(prose->pieces, Piece, middle).start <= offset)
      low = middle;
    else
      high = middle;
  }
  return &g_array_index(prose->pieces, Piece, low);
}

DiagPos
pass_prose_pos(const PassProse *prose, gsize offset)
{
  const Piece *piece = piece_at(prose, offset);
  DiagPos pos = prose->pos;

  if (piece == NULL || piece->node == NULL || piece->node->pos.line == 0)
    return pos;
  pos.line = piece->node->pos.line;
  pos.column = piece->node->pos.column;
  if (doc_kind_has_text(piece->node->kind))
    pos.column += (unsigned)distance(prose, piece->node,
                                     piece->raw + offset - piece->start);
  return pos;
}

/* --- the line of text --- */

static void
open_piece(PassProse *prose, const DocNode *node, gsize raw, bool verbatim)
{
  Piece piece = { prose->text->len, node, raw, verbatim };

  g_array_append_val(prose->pieces, piece);
}

/* The plain character that patterns are written with, or 0. */
static char
plain(gunichar c)
{
  static const struct {
    gunichar from;
    char to;
  } rows[] = { { 0xa0, ' ' },    { 0x202f, ' ' }, { 0x2018, '\'' },
               { 0x2019, '\'' }, { 0x201c, '"' }, { 0x201d, '"' },
               { 0x2010, '-' },  { 0x2011, '-' } };

  for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].from == c)
      return rows[i].to;
  return '\0';
}

static void
append_text(PassProse *prose, const DocNode *node, const char *text,
            bool verbatim)
{
  open_piece(prose, node, 0, verbatim);
  for (const char *at = text; *at != '\0';) {
    const char *next = g_utf8_next_char(at);
    char simple = next - at > 1 ? plain(g_utf8_get_char(at)) : '\0';

    if (simple != '\0') {
      g_string_append_c(prose->text, simple);
      open_piece(prose, node, (gsize)(next - text), verbatim);
    } else {
      g_string_append_len(prose->text, at, next - at);
    }
    at = next;
  }
}

static void
append_mention(PassProse *prose, const char *id)
{
  Mention mention = { prose->text->len, id };

  g_array_append_val(prose->mentions, mention);
}

/* The note behind a telephone number; pass/helplines.c wrote it. */
static bool
is_note_of_number(const DocNode *node)
{
  return node->kind == DOC_SPAN && doc_node_has_class(node, "unchecked");
}

/* What a link to the web says is a title, or its address. */
static bool
is_verbatim(const DocNode *node)
{
  if (doc_kind_has_text(node->kind) && node->kind != DOC_TEXT)
    return true;
  return node->kind == DOC_KEYBOARD || doc_node_has_class(node, "code") ||
         (node->kind == DOC_LINK && node->as.link.kind == DOC_LINK_EXTERNAL &&
          !g_str_has_prefix(node->as.link.target, "tel:"));
}

static void
append_inlines(PassProse *prose, const DocNode *parent, bool verbatim)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    bool other = verbatim || is_verbatim(node);

    if (pass_source_ref_id(node) != NULL)
      append_mention(prose, pass_source_ref_id(node));
    else if (doc_kind_has_text(node->kind))
      append_text(prose, node, node->as.text, other);
    else if (node->kind == DOC_SOFT_BREAK || node->kind == DOC_HARD_BREAK)
      append_text(prose, node, " ", false);
    else if (!is_note_of_number(node))
      append_inlines(prose, node, other);
  }
}

/* --- asking --- */

const char *
pass_prose_text(const PassProse *prose)
{
  return prose->text->str;
}

const DocNode *
pass_prose_block(const PassProse *prose)
{
  return prose->block;
}

/* "example.org/a", "a@example.org": the run of characters around it. */
static bool
is_address(const char *text, PassSpan span)
{
  gsize start = span.start;
  gsize end = span.end;

  while (start > 0 && text[start - 1] != ' ')
    start--;
  end += strcspn(text + end, " ");
  for (gsize i = start; i < end; i++) {
    bool inside = i > start && i + 2 < end;

    if (text[i] == '@' || g_str_has_prefix(text + i, "://"))
      return true;
    if (text[i] == '.' && inside && g_ascii_isalnum(text[i - 1]) &&
        g_ascii_isalpha(text[i + 1]) && g_ascii_isalpha(text[i + 2]))
      return true;
  }
  return false;
}

bool
pass_prose_is_verbatim(const PassProse *prose, PassSpan span)
{
  const Piece *first = piece_at(prose, span.start);
  const Piece *end =
      (const Piece *)(void *)prose->pieces->data + prose->pieces->len;

  for (const Piece *piece = first;
       piece != NULL && piece < end && piece->start < span.end; piece++)
    if (piece->verbatim)
      return true;
  return is_address(prose->text->str, span);
}

const char *
pass_prose_source(const PassProse *prose, PassSpan span)
{
  for (guint i = 0; i < prose->mentions->len; i++) {
    const Mention *mention = &g_array_index(prose->mentions, Mention, i);

    /* A space binds the reference to its sentence. */
    if (mention->at > span.start && mention->at <= span.end + 1)
      return mention->id;
  }
  return NULL;
}

/* --- walking --- */

static void
hand_over(const Walk *walk, const DocNode *block, const char *text, DiagPos pos)
{
  g_autoptr(GString) line = g_string_new(NULL);
  g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(Mention));
  PassProse prose = { .article = walk->article,
                      .lines = walk->lines,
                      .block = block,
                      .pos = pos,
                      .text = line,
                      .pieces = pieces,
                      .mentions = mentions };

  if (block != NULL)
    append_inlines(&prose, block, false);
  else
    append_text(&prose, NULL, text, false);
  walk->func(&prose, walk->data);
}

static DiagPos
pos_of(const Walk *walk, const DocNode *node)
{
  while (node->pos.line == 0 && node->parent != NULL)
    node = node->parent;
  return (DiagPos){ walk->article->source, node->pos.line, node->pos.column };
}

/* Words that stand elsewhere in the book, or that are data. */
static bool
is_passed_over(const DocNode *node)
{
  return (node->kind == DOC_LIST &&
          (doc_node_has_class(node, PASS_SOURCE_LIST) ||
           doc_node_has_class(node, "cards"))) ||
         doc_node_has_class(node, "also-known-as") ||
         doc_node_has_class(node, "see") ||
         doc_node_has_class(node, "print-pages") ||
         node->kind == DOC_CODE_BLOCK;
}

static void
visit(const Walk *walk, const DocNode *node)
{
  if (is_passed_over(node))
    return;
  if (node->first != NULL && doc_kind_is_inline(node->first->kind)) {
    hand_over(walk, node, NULL, pos_of(walk, node));
    return;
  }
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    visit(walk, child);
}

/* The line of the front matter that begins with `key`. */
static DiagPos
key_pos(const Walk *walk, const char *key)
{
  DiagPos pos = { walk->article->source, 1, 1 };
  const char *text;

  if (walk->article->bytes == NULL)
    return pos;
  text = g_bytes_get_data(walk->article->bytes, NULL);
  for (guint i = 0; i < walk->lines->len; i++) {
    gsize start = g_array_index(walk->lines, gsize, i);

    if (start >= walk->article->body_offset)
      break;
    if (strncmp(text + start, key, strlen(key)) == 0)
      pos.line = i + 1;
  }
  return pos;
}

void
pass_prose_each_below(const BookArticle *article, const DocNode *node,
                      PassProseFunc func, gpointer data)
{
  g_autoptr(GArray) lines = find_lines(article);
  Walk walk = { article, lines, func, data };

  visit(&walk, node);
}

void
pass_prose_each(const BookArticle *article, bool with_meta, PassProseFunc func,
                gpointer data)
{
  g_autoptr(GArray) lines = find_lines(article);
  Walk walk = { article, lines, func, data };

  if (with_meta && article->meta->title != NULL)
    hand_over(&walk, NULL, article->meta->title, key_pos(&walk, "title:"));
  if (with_meta && article->meta->summary != NULL)
    hand_over(&walk, NULL, article->meta->summary, key_pos(&walk, "summary:"));
  if (article->origin != BOOK_INDEX) /* it has the words of others only */
    visit(&walk, doc_root(article->doc));
}
