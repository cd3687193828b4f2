/* base/word_list.c -- the words of a text in their order. */
/* SPDX-License-Identifier: MIT */

#include "base/word_list.h"

#include <stdbool.h>
#include <string.h>

enum {
  CHUNK = 16384 /* bytes of texts that are allocated at once */
};

WordList *
word_list_new(void)
{
  WordList *list = g_new0(WordList, 1);

  list->words = g_array_new(FALSE, FALSE, sizeof(Word));
  list->texts = g_string_chunk_new(CHUNK);
  list->open = g_string_new(NULL);
  return list;
}

void
word_list_free(WordList *list)
{
  if (list == NULL)
    return;
  g_array_unref(list->words);
  g_string_chunk_free(list->texts);
  g_string_free(list->open, TRUE);
  g_free(list);
}

/* Unicode's format characters that change no word (UAX #14, UAX #9). */
static bool
is_unseen(gunichar c)
{
  return c == 0x00ad || c == 0x061c || c == 0x200b || c == 0x200e ||
         c == 0x200f || c == 0x2060 || c == 0xfeff ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Marks alone would become a space and the mark: they stay as they are. */
void
word_list_append_letters(GString *out, gunichar c)
{
  gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { 0 };
  gsize count = 0;

  if ((c >= 0xfb00 && c <= 0xfdfb) || (c >= 0xfe70 && c <= 0xfefc))
    count = g_unichar_fully_decompose(c, TRUE, letters, G_N_ELEMENTS(letters));
  if (count == 0 || letters[0] == ' ') {
    g_string_append_unichar(out, c);
    return;
  }
  for (gsize i = 0; i < count; i++)
    g_string_append_unichar(out, letters[i]);
}

static void
append_word(WordList *list, const char *text, gsize length, unsigned place)
{
  Word word = { g_string_chunk_insert_len(list->texts, text, (gssize)length),
                place };

  g_array_append_val(list->words, word);
}

/* How many bytes from `text` on are letters and marks of ASCII, which mean
 * nothing but themselves. */
static gsize
plain_length(const char *text)
{
  gsize length = 0;

  while (text[length] > ' ' && text[length] < 0x7f)
    length++;
  return length;
}

static void
add_plain(WordList *list, const char *text, gsize length, unsigned place)
{
  bool whole = text[length] == ' ' || text[length] == '\n';

  if (list->open->len == 0 && whole) {
    append_word(list, text, length, place);
    return;
  }
  if (list->open->len == 0)
    list->open_place = place;
  g_string_append_len(list->open, text, (gssize)length);
}

static void
add_character(WordList *list, gunichar c, unsigned place)
{
  if (g_unichar_isspace(c)) {
    word_list_end(list);
    return;
  }
  if (is_unseen(c))
    return;
  if (list->open->len == 0)
    list->open_place = place;
  word_list_append_letters(list->open, c == 0x2011 ? '-' : c);
}

void
word_list_add(WordList *list, const char *text, unsigned place)
{
  const char *at = text;

  while (*at != '\0') {
    gsize plain = plain_length(at);
    if (plain > 0) {
      add_plain(list, at, plain, place);
      at += plain;
    } else {
      add_character(list, g_utf8_get_char(at), place);
      at = g_utf8_next_char(at);
    }
  }
}

/* ASCII has one form. */
void
word_list_end(WordList *list)
{
  g_autofree char *normal = NULL;

  if (list->open->len == 0)
    return;
  if (!g_str_is_ascii(list->open->str))
    normal = g_utf8_normalize(list->open->str, -1, G_NORMALIZE_NFC);
  append_word(list, normal != NULL ? normal : list->open->str,
              normal != NULL ? strlen(normal) : list->open->len,
              list->open_place);
  g_string_truncate(list->open, 0);
}

/* The brackets hold two words, and the second is a number. */
void
word_list_cut_page(char *text)
{
  char *open = strrchr(text, '(');
  gsize length = strlen(text);
  g_auto(GStrv) words = NULL;

  if (open == NULL || open == text || text[length - 1] != ')')
    return;
  g_autofree char *inside =
      g_strndup(open + 1, length - 2 - (gsize)(open - text));
  for (char *gap = strstr(inside, "\u00a0"); gap != NULL;
       gap = strstr(inside, "\u00a0")) {
    gap[0] = ' ';
    memmove(gap + 1, gap + 2, strlen(gap + 1));
  }
  words = g_strsplit(inside, " ", 3);
  if (g_strv_length(words) != 2 || *words[1] == '\0' ||
      words[1][strspn(words[1], "0123456789")] != '\0')
    return;
  while (open > text && open[-1] == ' ')
    open--;
  *open = '\0';
}

const Word *
word_list_at(const WordList *list, guint index)
{
  return &g_array_index(list->words, Word, index);
}

char *
word_list_excerpt(const WordList *list, guint from, guint count)
{
  GString *out = g_string_new(NULL);
  guint end = MIN(list->words->len, from + count);

  for (guint i = from; i < end; i++) {
    if (i > from)
      g_string_append_c(out, ' ');
    g_string_append(out, word_list_at(list, i)->text);
  }
  if (end < list->words->len)
    g_string_append(out, " \u2026");
  return g_string_free(out, FALSE);
}
