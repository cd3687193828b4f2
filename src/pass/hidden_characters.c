/* pass/hidden_characters.c -- what a text hides is shown, or ends with its
 * block.
 *
 * Source: Unicode UAX 9 (what opens a direction, what closes it) and UTS 51
 * (tags behind a black flag name a country's part: the one good use). */
/* SPDX-License-Identifier: MIT */

#include "pass/pass.h"
#include "pass/rewrite.h"

#include <string.h>

#define LEFT_TO_RIGHT_EMBEDDING 0x202a
#define POP_DIRECTION           0x202c
#define RIGHT_TO_LEFT_OVERRIDE  0x202e
#define LEFT_TO_RIGHT_ISOLATE   0x2066
#define FIRST_STRONG_ISOLATE    0x2068
#define POP_ISOLATE             0x2069
#define JOINER                  0x200d
#define BLACK_FLAG              0x1f3f4
#define TAG_FIRST               0xe0000
#define TAG_LAST                0xe007f

typedef struct {
  gunichar character;
  gunichar closer;
  DiagPos pos;
} Opened;

typedef struct {
  Doc *doc;
  const PassContext *context;
  GArray *open; /* of Opened: what this block has not closed yet */
} Scan;

/* Of one text. */
typedef struct {
  GString *shown;
  unsigned hidden;
  gunichar first; /* that was hidden */
  DiagPos pos;    /* of it */
} Text;

/* What would close it; 0: it opens nothing. */
static gunichar
closer_of(gunichar c)
{
  if (c >= LEFT_TO_RIGHT_EMBEDDING && c <= RIGHT_TO_LEFT_OVERRIDE &&
      c != POP_DIRECTION)
    return POP_DIRECTION;
  return c >= LEFT_TO_RIGHT_ISOLATE && c <= FIRST_STRONG_ISOLATE ? POP_ISOLATE
                                                                 : 0;
}

static bool
is_closer(gunichar c)
{
  return c == POP_DIRECTION || c == POP_ISOLATE;
}

static bool
is_tag(gunichar c)
{
  return c >= TAG_FIRST && c <= TAG_LAST;
}

static bool
is_ascii_word(gunichar c)
{
  return c < 0x80 && g_ascii_isalnum((char)c);
}

/* Tags that name no flag, and joiners where nothing joins. */
static bool
is_hidden(gunichar c, gunichar before, gunichar after, bool flag)
{
  if (is_tag(c))
    return !flag;
  return c == JOINER && is_ascii_word(before) && is_ascii_word(after);
}

static void
show(Text *text, gunichar c, DiagPos pos)
{
  if (text->hidden++ == 0) {
    text->first = c;
    text->pos = pos;
  }
  g_string_append_printf(text->shown, "[U+%04X]", c);
}

/* True if the text has a tag, a joiner or a direction: only F3 A0 80, F3 A0 81,
 * E2 80 and E2 81 begin them in UTF-8. */
static bool
has_any(const char *text)
{
  while ((text = strpbrk(text, "\xe2\xf3")) != NULL) {
    gunichar c = g_utf8_get_char(text);
    if (is_tag(c) || c == JOINER || closer_of(c) != 0 || is_closer(c))
      return true;
    text++;
  }
  return false;
}

/* An isolate closes what was opened inside it; an embedding only itself
 * (UAX 9, X6a and X7).  False if there is nothing to close. */
static bool
close_one(GArray *open, gunichar closer)
{
  for (guint i = open->len; i-- > 0;) {
    gunichar expected = g_array_index(open, Opened, i).closer;

    if (expected == closer) {
      g_array_set_size(open, i);
      return true;
    }
    if (closer == POP_DIRECTION)
      return false;
  }
  return false;
}

static void
take_direction(Scan *scan, Text *text, gunichar c, DiagPos pos)
{
  Opened opened = { c, closer_of(c), pos };

  if (opened.closer != 0)
    g_array_append_val(scan->open, opened);
  else if (!close_one(scan->open, c)) {
    diag_report(scan->context->diag, DIAG_WARNING, pos, "open-direction",
                "the invisible character U+%04X ends a direction of writing "
                "that nothing has begun, and is left out; take it away",
                c);
    return;
  }
  g_string_append_unichar(text->shown, c);
}

static void
report_hidden(const Scan *scan, const Text *text, DiagLevel level)
{
  if (text->hidden > 0)
    diag_report(scan->context->diag, level, text->pos, "hidden-character",
                "these words have invisible characters (%u, the first U+%04X); "
                "type them anew",
                text->hidden, text->first);
}

static void
scan_text(Scan *scan, DocNode *node)
{
  if (!has_any(node->as.text))
    return;
  g_autoptr(GString) shown = g_string_new(NULL);
  Text text = { .shown = shown };
  DiagPos start = pass_pos(scan->doc, node);
  gunichar before = 0;
  bool flag = false;

  for (const char *at = node->as.text; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    gunichar after = g_utf8_get_char(g_utf8_next_char(at));
    DiagPos pos = start;

    pos.column += (unsigned)(at - node->as.text);
    flag = c == BLACK_FLAG || (flag && is_tag(c));
    if (is_hidden(c, before, after, flag))
      show(&text, c, pos);
    else if (closer_of(c) != 0 || is_closer(c))
      take_direction(scan, &text, c, pos);
    else
      g_string_append_unichar(shown, c);
    before = c;
  }
  report_hidden(scan, &text, DIAG_CONTENT);
  if (!g_str_equal(shown->str, node->as.text))
    doc_node_set_text(scan->doc, node, shown->str);
}

/* Code is read to the letter, so its order of letters must be the true one. */
static void
show_code(const Scan *scan, DocNode *node)
{
  if (!has_any(node->as.text))
    return;
  g_autoptr(GString) shown = g_string_new(NULL);
  Text text = { .shown = shown };

  for (const char *at = node->as.text; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);

    if (closer_of(c) != 0 || is_closer(c) || is_tag(c))
      show(&text, c, pass_pos(scan->doc, node));
    else
      g_string_append_unichar(shown, c);
  }
  report_hidden(scan, &text, DIAG_WARNING);
  if (text.hidden > 0)
    doc_node_set_text(scan->doc, node, shown->str);
}

static void
scan_inlines(Scan *scan, DocNode *parent)
{
  DocNode *next;

  for (DocNode *node = parent->first; node != NULL; node = next) {
    next = node->next;
    if (node->kind == DOC_CODE)
      show_code(scan, node);
    else if (node->kind == DOC_TEXT)
      scan_text(scan, node);
    else
      scan_inlines(scan, node);
    if (node->kind == DOC_TEXT && node->as.text[0] == '\0')
      doc_node_unlink(node);
  }
}

static void
close_block(Scan *scan, DocNode *block)
{
  g_autoptr(GString) closers = g_string_new(NULL);

  if (scan->open->len == 0)
    return;
  const Opened *first = &g_array_index(scan->open, Opened, 0);
  diag_report(scan->context->diag, DIAG_WARNING, first->pos, "open-direction",
              "the invisible character U+%04X begins a direction of writing "
              "that nothing ends, and is ended with this block; take it away, "
              "or write U+%04X where it ends",
              first->character, first->closer);
  for (guint i = scan->open->len; i-- > 0;)
    g_string_append_unichar(closers,
                            g_array_index(scan->open, Opened, i).closer);
  doc_node_append(block, pass_rewrite_text(scan->doc, closers->str));
  g_array_set_size(scan->open, 0);
}

static void
visit(Scan *scan, DocNode *parent)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (node->kind == DOC_CODE_BLOCK) {
      show_code(scan, node);
    } else if (node->first != NULL && doc_kind_is_inline(node->first->kind)) {
      scan_inlines(scan, node);
      close_block(scan, node);
    } else {
      visit(scan, node);
    }
  }
}

void
pass_hidden_characters_run(Doc *doc, const PassContext *context)
{
  Scan scan = { doc, context, g_array_new(FALSE, FALSE, sizeof(Opened)) };

  visit(&scan, doc_root_mutable(doc));
  g_array_unref(scan.open);
}
