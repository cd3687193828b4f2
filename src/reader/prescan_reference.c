/* reader/prescan_reference.c -- what reference links would add up to.
 *
 * Each use of "[label]" copies the address and title that "[label]: …" gives:
 * 50,000 uses of a definition of 50,000 bytes are 2.5 GB, on which the parser
 * ends the process. */
/* SPDX-License-Identifier: MIT */

#include "reader/prescan.h"

#include <string.h>

enum {
  AMPLIFICATION_MAX = 64,   /* times the input … */
  EXPANSION_FREE = 1 << 20, /* … and this many bytes */
  LABEL_MAX = 999           /* CommonMark 0.31 section 6.3 */
};

typedef struct {
  const ReaderInput *input;
  const char *end;
  GHashTable *sizes; /* label to bytes of its definition */
  guint64 sum;
} Expansion;

/* Labels agree in folded case and single spaces. */
static char *
fold_label(const char *start, const char *end)
{
  g_autofree char *raw = g_strndup(start, (gsize)(end - start));
  g_autofree char *folded = NULL;
  GString *out = g_string_new(NULL);

  g_strstrip(raw);
  folded = g_utf8_casefold(raw, -1);
  for (const char *at = folded; *at != '\0'; at++) {
    if (!g_ascii_isspace(*at))
      g_string_append_c(out, *at);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c(out, ' ');
  }
  return g_string_free(out, FALSE);
}

/* The "]" that ends the label which begins at `at`, or NULL. */
static const char *
label_end(const char *at, const char *end)
{
  const char *last = at + MIN(end - at, LABEL_MAX + 1);

  for (; at < last; at++) {
    if (*at == '\\')
      at++;
    else if (*at == '[')
      return NULL;
    else if (*at == ']')
      return at;
  }
  return NULL;
}

/* A definition ends at the latest with its paragraph. */
static gsize
definition_size(const char *at, const char *end)
{
  const char *start = at;

  while (at < end) {
    if (*at == '\n' && (at + 1 == end || at[1] == '\n' || at[1] == '['))
      break;
    at++;
  }
  return (gsize)(at - start);
}

static void
collect(Expansion *expansion)
{
  for (const char *at = expansion->input->text; at < expansion->end; at++) {
    const char *close;
    char *label;

    if (*at != '[')
      continue;
    close = label_end(at + 1, expansion->end);
    if (close == NULL || close + 1 >= expansion->end || close[1] != ':')
      continue;
    label = fold_label(at + 1, close);
    if (g_hash_table_contains(expansion->sizes, label)) {
      g_free(label); /* the first definition is the one that counts */
      continue;
    }
    g_hash_table_insert(
        expansion->sizes, label,
        GSIZE_TO_POINTER(definition_size(close + 2, expansion->end)));
  }
}

static void
add_uses(Expansion *expansion)
{
  for (const char *at = expansion->input->text; at < expansion->end; at++) {
    const char *close;
    g_autofree char *label = NULL;

    if (*at != '[')
      continue;
    close = label_end(at + 1, expansion->end);
    if (close == NULL)
      continue;
    label = fold_label(at + 1, close);
    expansion->sum +=
        GPOINTER_TO_SIZE(g_hash_table_lookup(expansion->sizes, label));
  }
}

bool
reader_prescan_references(const ReaderInput *input, Diag *diag)
{
  g_autoptr(GHashTable) sizes =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Expansion expansion = { input, input->text + input->length, sizes, 0 };

  collect(&expansion);
  if (g_hash_table_size(sizes) == 0)
    return true;
  add_uses(&expansion);
  if (expansion.sum <=
      (guint64)AMPLIFICATION_MAX * input->length + EXPANSION_FREE)
    return true;
  diag_report(diag, DIAG_ERROR, (DiagPos){ input->source, 0, 0 },
              "reference-expansion",
              "link definitions that are too long for how often they are used "
              "(%" G_GUINT64_FORMAT " bytes in all); shorten them",
              expansion.sum);
  return false;
}
