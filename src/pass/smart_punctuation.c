/* pass/smart_punctuation.c -- typed marks become printed ones: “quotes”,
 * dashes, dots.  Never in code, never in addresses. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"
#include "pass/pass.h"
#include "pass/quotes.h"

#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

enum {
  LOOK_AHEAD = 400 /* bytes in which a single quotation ends */
};

typedef struct {
  Doc *doc;
  const PassQuotes *quotes;
  gunichar before;  /* the character before; ' ' at a block's start */
  unsigned doubles; /* open quotations */
  unsigned singles;
  bool addresses; /* this text may have some */
  GString *out;
} Smart;

static bool
opens_after(gunichar c)
{
  GUnicodeType type = g_unichar_type(c);

  return g_unichar_isspace(c) || c == 0xa0 || c == '/' || c == '"' ||
         type == G_UNICODE_OPEN_PUNCTUATION ||
         type == G_UNICODE_INITIAL_PUNCTUATION ||
         type == G_UNICODE_DASH_PUNCTUATION;
}

/* True if something stands at `at`: a word or another node. */
static bool
has_word(const char *at)
{
  return *at == '\0' || !g_unichar_isspace(g_utf8_get_char(at));
}

static void
put(Smart *smart, const char *text)
{
  g_string_append(smart->out, text);
  smart->before = g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
}

static const char *
put_double(Smart *smart, const char *at)
{
  bool open = opens_after(smart->before) && has_word(at + 1);

  if (!open && smart->doubles == 0 && g_unichar_isdigit(smart->before)) {
    put(smart, "\""); /* inches */
    return at + 1;
  }
  if (open)
    smart->doubles++;
  else if (smart->doubles > 0)
    smart->doubles--;
  put(smart, open ? smart->quotes->open : smart->quotes->close);
  return at + 1;
}

/* True if a quotation that begins before `at` ends in this text. */
static bool
ends_soon(const char *at)
{
  const char *last = at + strnlen(at, LOOK_AHEAD);

  for (const char *c = at; c < last; c++)
    if (*c == '\'' && c > at && !g_ascii_isspace(c[-1]) &&
        !g_ascii_isalnum(c[1]) && (c[1] & 0x80) == 0)
      return true;
  return false;
}

static const char *
put_single(Smart *smart, const char *at)
{
  bool word_after = g_unichar_isalnum(g_utf8_get_char(at + 1));
  /* The '90s, rock 'n' roll: letters left out, nothing quoted. */
  bool left_out = g_ascii_isdigit(at[1]) || g_str_has_prefix(at, "'n'");
  bool open = opens_after(smart->before) && has_word(at + 1) && !left_out &&
              ends_soon(at + 1);

  if (open) {
    smart->singles++;
    put(smart, smart->quotes->inner_open);
  } else if (smart->singles > 0 && !word_after) {
    smart->singles--;
    put(smart, smart->quotes->inner_close);
  } else {
    put(smart, "’");
  }
  return at + 1;
}

static void
put_times(Smart *smart, const char *text, size_t count)
{
  for (size_t i = 0; i < count; i++)
    put(smart, text);
}

/* Two hyphens are a short dash, three a long one; more are made of these, all
 * alike where that comes out even. */
static const char *
put_dashes(Smart *smart, const char *at)
{
  size_t count = strspn(at, "-");
  size_t shorts = count % 3 == 0   ? 0
                  : count % 2 == 0 ? count / 2
                  : count % 3 == 2 ? 1
                                   : 2;
  bool option =
      count == 2 && opens_after(smart->before) && g_ascii_isalpha(at[count]);

  if (count == 1 || option) {
    put_times(smart, "-", count);
  } else {
    put_times(smart, "—", (count - 2 * shorts) / 3);
    put_times(smart, "–", shorts);
  }
  return at + count;
}

static const char *
put_dots(Smart *smart, const char *at)
{
  if (!g_str_has_prefix(at, "...")) {
    put(smart, ".");
    return at + 1;
  }
  put(smart, "…");
  return at + 3;
}

static const char *
put_space(Smart *smart, const char *at)
{
  bool fixed = smart->before == 0xab ||
               (at[1] != '\0' && strchr(";:!?", at[1])) ||
               g_str_has_prefix(at + 1, "»");

  put(smart, fixed && smart->before != ' ' ? NO_BREAK_SPACE : " ");
  return at + 1;
}

static bool
may_have_addresses(const char *text)
{
  return strchr(text, '@') != NULL || strstr(text, "://") != NULL ||
         strstr(text, "www.") != NULL || strstr(text, "mailto:") != NULL;
}

/* The length of a web or mail address that begins at `at`, or 0. */
static size_t
address_length(const char *at)
{
  size_t length = strcspn(at, " \t\n\"<>");
  const char *mark = memmem(at, length, "://", 3);

  if (mark == NULL && !g_str_has_prefix(at, "www.") &&
      !g_str_has_prefix(at, "mailto:") && memchr(at + 1, '@', length) == NULL)
    return 0;
  while (length > 0 && strchr(".,;:!?')", at[length - 1]) != NULL)
    length--;
  return length;
}

static const char *
put_address(Smart *smart, const char *at, size_t length)
{
  g_autofree char *address = g_strndup(at, length);

  put(smart, address);
  return at + length;
}

/* What is no mark goes with all behind it up to the next mark, or to the next
 * word where words are looked at. */
static const char *
put_plain(Smart *smart, const char *at)
{
  const char *next = g_utf8_next_char(at);

  if (!smart->addresses && !smart->quotes->spaced)
    next += strcspn(next, "\"'-.");
  else if (g_ascii_isalpha(*at))
    next += strcspn(next, "\"'-. (/[");
  g_string_append_len(smart->out, at, next - at);
  smart->before = g_utf8_get_char(g_utf8_prev_char(next));
  return next;
}

static const char *
put_next(Smart *smart, const char *at)
{
  size_t length =
      smart->addresses && g_ascii_isalpha(*at) && opens_after(smart->before)
          ? address_length(at)
          : 0;

  if (length > 0)
    return put_address(smart, at, length);
  if (*at == '"')
    return put_double(smart, at);
  if (*at == '\'')
    return put_single(smart, at);
  if (*at == '-')
    return put_dashes(smart, at);
  if (*at == '.')
    return put_dots(smart, at);
  if (*at == ' ' && smart->quotes->spaced)
    return put_space(smart, at);
  return put_plain(smart, at);
}

static void
visit_text(Smart *smart, DocNode *node)
{
  g_string_truncate(smart->out, 0);
  smart->addresses = may_have_addresses(node->as.text);
  for (const char *at = node->as.text; *at != '\0';)
    at = put_next(smart, at);
  if (strcmp(smart->out->str, node->as.text) != 0)
    doc_node_set_text(smart->doc, node, smart->out->str);
}

/* A link whose words are its address. */
static bool
is_address(const DocNode *node)
{
  g_autofree char *text = NULL;
  const char *target;

  if (node->kind != DOC_LINK)
    return false;
  text = doc_node_plain_text(node);
  target = node->as.link.target;
  return strcmp(text, target) == 0 ||
         (g_str_has_prefix(target, "mailto:") && strcmp(text, target + 7) == 0);
}

static bool
is_verbatim(const DocNode *node)
{
  return node->kind == DOC_CODE || node->kind == DOC_KEYBOARD ||
         node->kind == DOC_NOTE_REF || doc_node_has_class(node, "code") ||
         is_address(node);
}

static void
visit_inlines(Smart *smart, DocNode *parent)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    const PassQuotes *outer = smart->quotes;

    if (node->lang != NULL)
      smart->quotes = pass_quotes_find(node->lang);
    if (node->kind == DOC_TEXT)
      visit_text(smart, node);
    else if (node->kind == DOC_SOFT_BREAK || node->kind == DOC_HARD_BREAK)
      smart->before = ' ';
    else if (is_verbatim(node))
      smart->before = 'x';
    else
      visit_inlines(smart, node);
    smart->quotes = outer;
  }
}

static void
visit_blocks(Smart *smart, DocNode *block)
{
  if (block->first != NULL && doc_kind_is_inline(block->first->kind)) {
    smart->quotes = pass_quotes_find(doc_node_lang(block));
    smart->before = ' ';
    smart->doubles = smart->singles = 0;
    visit_inlines(smart, block);
    return;
  }
  for (DocNode *node = block->first; node != NULL; node = node->next)
    visit_blocks(smart, node);
}

void
pass_smart_punctuation_run(Doc *doc, const PassContext *context)
{
  g_autoptr(GString) out = g_string_new(NULL);
  Smart smart = { .doc = doc, .out = out };

  (void)context;
  visit_blocks(&smart, doc_root_mutable(doc));
}
