/* release/explain.c -- what a message means, with an example and its cure. */
/* SPDX-License-Identifier: MIT */

#include "release/explain.h"

#include <string.h>

enum {
  LINE_WIDTH = 78,
  INDENT = 2,
  CODE_WIDTH = 24
};

typedef struct {
  const char *code;
  const char *meaning;
  const char *example;
  const char *cure;
} Explanation;

static const Explanation explanations[] = {
#include "release/explain.inc"
};

static const Explanation *
find(const char *code)
{
  for (unsigned i = 0; i < G_N_ELEMENTS(explanations); i++) {
    if (strcmp(explanations[i].code, code) == 0)
      return &explanations[i];
  }
  return NULL;
}

/* In lines that fit a terminal. */
static void
append_wrapped(GString *out, const char *text)
{
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  gsize column = 0;
  for (char **word = words; *word; word++) {
    gsize length = (gsize)g_utf8_strlen(*word, -1);
    if (column > 0 && column + 1 + length > LINE_WIDTH) {
      g_string_append_c(out, '\n');
      column = 0;
    }
    g_string_append_printf(out, "%*s%s", column > 0 ? 1 : INDENT, "", *word);
    column += length + (column > 0 ? 1 : INDENT);
  }
  g_string_append_c(out, '\n');
}

static void
append_part(GString *out, const char *title, const char *text)
{
  g_string_append_printf(out, "\n%s\n", title);
  append_wrapped(out, text);
}

bool
explain_append(GString *out, const char *code)
{
  const Explanation *found = find(code);
  if (!found)
    return false;
  g_string_append_printf(out, "%s\n", found->code);
  append_part(out, "What it means", found->meaning);
  append_part(out, "For example", found->example);
  append_part(out, "What to do", found->cure);
  return true;
}

/* The first sentence of the meaning says enough for a list. */
static void
append_line(GString *out, const Explanation *row)
{
  const char *end = strstr(row->meaning, ". ");
  gsize length = end ? (gsize)(end - row->meaning) + 1 : strlen(row->meaning);
  gsize room = LINE_WIDTH - INDENT - CODE_WIDTH;
  g_autofree char *first = g_strndup(row->meaning, length);
  if (length > room) {
    char *cut = g_strrstr_len(first, (gssize)room - 3, " ");
    memcpy(cut, "...", sizeof "...");
  }
  g_string_append_printf(out, "  %-*s%s\n", CODE_WIDTH, row->code, first);
}

void
explain_append_list(GString *out)
{
  for (unsigned i = 0; i < G_N_ELEMENTS(explanations); i++)
    append_line(out, &explanations[i]);
  g_string_append(out, "\nhandbill explain CODE says more of each.\n");
}

/* How many first letters two words share, and how many last ones. */
static unsigned
likeness(const char *a, const char *b)
{
  gsize end_a = strlen(a);
  gsize end_b = strlen(b);
  unsigned same = 0;
  while (a[same] != '\0' && a[same] == b[same])
    same++;
  for (; end_a > 0 && end_b > 0 && a[end_a - 1] == b[end_b - 1]; end_a--) {
    end_b--;
    same++;
  }
  return same;
}

const char *
explain_nearest(const char *code)
{
  unsigned best = 0;
  const char *nearest = explanations[0].code;
  for (unsigned i = 0; i < G_N_ELEMENTS(explanations); i++) {
    unsigned same = likeness(code, explanations[i].code);
    if (same > best) {
      best = same;
      nearest = explanations[i].code;
    }
  }
  return nearest;
}
