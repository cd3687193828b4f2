/* release/verify_words.c -- the words of each PDF are those of the EPUB. */
/* SPDX-License-Identifier: MIT */

#include "release/verify_words.h"

#include "epub/spoken.h"
#include "pdf/article.h"

#include <string.h>

enum {
  SHEET_LINES = 1, /* of a handout's own, under its title */
  EXCERPT = 6      /* words of each in a message */
};

typedef struct {
  const ManifestEntry *entry;
  Diag *diag;
} Report;

static void
report(const Report *to, const char *text)
{
  diag_report(to->diag, DIAG_ERROR, (DiagPos){ to->entry->name, 0, 0 },
              "pdf-words", "%s", text);
}

/* --- two lists --- */

/* A character without a glyph is printed as "[U+1F6A8]". */
static char *
spell_out(const char *text)
{
  GString *out = g_string_new(NULL);

  while (*text != '\0') {
    char *end = NULL;
    guint64 character = g_str_has_prefix(text, "[U+")
                            ? g_ascii_strtoull(text + 3, &end, 16)
                            : 0;
    if (end != NULL && *end == ']' && character > 0 && character <= 0x10ffff) {
      word_list_append_letters(out, (gunichar)character);
      text = end + 1;
    } else {
      g_string_append_c(out, *text++);
    }
  }
  return g_string_free(out, FALSE);
}

static bool
same_word(const char *printed, const char *expected)
{
  if (strcmp(printed, expected) == 0)
    return true;
  if (strstr(printed, "[U+") == NULL)
    return false;
  g_autofree char *spelled = spell_out(printed);
  g_autofree char *normal = g_utf8_normalize(spelled, -1, G_NORMALIZE_NFC);
  return g_strcmp0(normal, expected) == 0;
}

/* How many words from `a` and `b` on are the same. */
static guint
common(const WordList *left, guint a, const WordList *right, guint b)
{
  guint same = 0;

  while (a + same < left->words->len && b + same < right->words->len &&
         same_word(word_list_at(left, a + same)->text,
                   word_list_at(right, b + same)->text))
    same++;
  return same;
}

static void
report_difference(const Report *to, const PdfArticle *printed, guint a,
                  const WordList *words, const EpubArticle *article,
                  const WordList *expected, guint b)
{
  g_autofree char *found = word_list_excerpt(words, a, EXCERPT);
  g_autofree char *wanted = word_list_excerpt(expected, b, EXCERPT);
  guint last = words->words->len - 1;
  unsigned page =
      words->words->len > 0 ? word_list_at(words, MIN(a, last))->place : 0;
  unsigned line =
      b < expected->words->len ? word_list_at(expected, b)->place : 0;
  g_autofree char *text = g_strdup_printf(
      "page %u, in \"%s\": the structure tree says \"%s\", the EPUB (%s, line "
      "%u) says \"%s\": readers would hear something else",
      page, printed->title, found, article->file, line, wanted);

  report(to, text);
}

/* --- one article --- */

/* Paper's own lines at word `at`: where the text goes on behind `lines` of
 * them; G_MAXUINT if there are not so many. */
static guint
behind_furniture(const PdfArticle *printed, guint at, unsigned lines)
{
  for (guint i = 0; i < printed->blocks->len && lines > 0; i++) {
    const PdfBlock *block = &g_array_index(printed->blocks, PdfBlock, i);
    if (block->word < at)
      continue;
    if (block->word != at || !block->own_line)
      return G_MAXUINT;
    at = i + 1 < printed->blocks->len
             ? g_array_index(printed->blocks, PdfBlock, i + 1).word
             : printed->words->words->len;
    lines--;
  }
  return lines > 0 ? G_MAXUINT : at;
}

/* A handout names the part above its title. */
static guint
title_start(const PdfArticle *printed, const EpubArticle *article)
{
  guint behind = behind_furniture(printed, 0, 1);

  if (common(printed->words, 0, article->words, 0) >= article->opening ||
      behind == G_MAXUINT)
    return 0;
  return common(printed->words, behind, article->words, 0) >= article->opening
             ? behind
             : 0;
}

/* A handout says the emergency steps in short under its title, where the EPUB
 * leads to them: its text is what stands behind. */
static bool
follows_steps(const Report *to, const PdfArticle *printed,
              const EpubArticle *article, guint title_end)
{
  guint left = article->words->words->len - article->opening;
  guint at = printed->words->words->len - left;

  if (to->entry->kind != RELEASE_HANDOUT || !article->urgent ||
      printed->words->words->len < title_end + left)
    return false;
  for (guint i = 0; i < printed->blocks->len; i++)
    if (g_array_index(printed->blocks, PdfBlock, i).word == at)
      return common(printed->words, at, article->words, article->opening) ==
             left;
  return false;
}

static void
compare_text(const Report *to, const PdfArticle *printed,
             const EpubArticle *article)
{
  guint opening = article->opening;
  guint start = title_start(printed, article);
  guint same = common(printed->words, start, article->words, 0);
  guint left = article->words->words->len - opening;
  guint best = 0, from = start + opening;
  unsigned own = to->entry->kind == RELEASE_HANDOUT ? SHEET_LINES : 0;

  if (same < opening) {
    report_difference(to, printed, start + same, printed->words, article,
                      article->words, same);
    return;
  }
  if (follows_steps(to, printed, article, from))
    return;
  for (unsigned lines = 0; lines <= own; lines++) {
    guint at = behind_furniture(printed, start + opening, lines);
    if (at == G_MAXUINT)
      break;
    same = common(printed->words, at, article->words, opening);
    if (same == left && at + same == printed->words->words->len)
      return;
    if (same >= best) {
      best = same;
      from = at;
    }
  }
  report_difference(to, printed, from + best, printed->words, article,
                    article->words, opening + best);
}

static void
compare_notes(const Report *to, const PdfArticle *printed,
              const EpubArticle *article)
{
  guint same = common(printed->notes, 0, article->notes, 0);

  if (same < printed->notes->words->len || same < article->notes->words->len)
    report_difference(to, printed, same, printed->notes, article,
                      article->notes, same);
}

static void
compare_articles(const Report *to, const PdfArticle *printed,
                 const EpubArticle *article)
{
  compare_text(to, printed, article);
  compare_notes(to, printed, article);
}

/* --- one file --- */

static void
compare_reader(const Report *to, const GPtrArray *printed,
               const GPtrArray *articles)
{
  if (printed->len != articles->len) {
    g_autofree char *text =
        g_strdup_printf("the structure tree has %u articles, the EPUB has %u",
                        printed->len, articles->len);
    report(to, text);
    return;
  }
  for (guint i = 0; i < printed->len; i++)
    compare_articles(to, g_ptr_array_index(printed, i),
                     g_ptr_array_index(articles, i));
}

/* "handouts/panic.a4.pdf" is of "panic.xhtml". */
static const EpubArticle *
article_of_handout(const GPtrArray *articles, const char *name)
{
  g_autofree char *base = g_path_get_basename(name);

  *strchrnul(base, '.') = '\0';
  for (guint i = 0; i < articles->len; i++) {
    const EpubArticle *article = g_ptr_array_index(articles, i);
    gsize length = strlen(base);
    if (strncmp(article->file, base, length) == 0 &&
        strcmp(article->file + length, ".xhtml") == 0)
      return article;
  }
  return NULL;
}

static void
compare_handout(const Report *to, const GPtrArray *printed,
                const GPtrArray *articles)
{
  const EpubArticle *article = article_of_handout(articles, to->entry->name);

  if (printed->len != 1 || article == NULL)
    report(to, "this handout is not of one article that the EPUB has");
  else
    compare_articles(to, g_ptr_array_index(printed, 0), article);
}

static bool
is_pdf(const ManifestEntry *entry)
{
  return entry->kind == RELEASE_READER || entry->kind == RELEASE_HANDOUT;
}

static void
compare_file(const ManifestEntry *entry, const GPtrArray *articles,
             VerifyOpen *files, Diag *diag)
{
  const Report to = { entry, diag };
  bool reader = entry->kind == RELEASE_READER;
  g_autoptr(GError) error = NULL;
  PdfFinished *pdf = verify_open_pdf(files, entry->name, &error);
  g_autoptr(GPtrArray) printed =
      pdf ? pdf_articles_read(pdf, reader, &error) : NULL;

  if (printed == NULL)
    report(&to, error->message);
  else if (reader)
    compare_reader(&to, printed, articles);
  else
    compare_handout(&to, printed, articles);
}

/* The name of the release's EPUB, or NULL. */
static const char *
find_epub(const Manifest *manifest, const VerifyOpen *files)
{
  for (guint i = 0; i < manifest->entries->len; i++) {
    const ManifestEntry *entry = g_ptr_array_index(manifest->entries, i);
    if (entry->kind == RELEASE_EPUB)
      return verify_open_bytes(files, entry->name) ? entry->name : NULL;
  }
  return NULL;
}

void
verify_words(const Manifest *manifest, const ManifestEntry *entry,
             VerifyOpen *files, Diag *diag)
{
  const char *epub = find_epub(manifest, files);
  const GPtrArray *articles;

  if (epub == NULL || !is_pdf(entry) ||
      verify_open_bytes(files, entry->name) == NULL)
    return;
  articles = verify_open_articles(files, epub, entry->kind == RELEASE_READER);
  if (articles != NULL)
    compare_file(entry, articles, files, diag);
}
