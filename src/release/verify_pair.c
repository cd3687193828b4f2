/* release/verify_pair.c -- the EPUB says the same page as the paper. */
/* SPDX-License-Identifier: MIT */

#include "release/verify_pair.h"

#include "doc/page_map.h"
#include "pdf/page_words.h"
#include "release/verify_text.h"

#include <string.h>

enum {
  COMPARED_MAX = PDF_PAGE_WORDS / 4 /* bytes */
};

typedef struct {
  const char *epub; /* file names */
  const char *pdf;
  Diag *diag;
} Pair;

static void report(const Pair *pair, const char *format, ...)
    G_GNUC_PRINTF(2, 3);

static void
report(const Pair *pair, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  diag_report(pair->diag, DIAG_ERROR, (DiagPos){ pair->epub, 0, 0 },
              "page-list", "%s (%s); build both again", text, pair->pdf);
}

/* --- words --- */

/* A character without a glyph is printed as "[U+65E5]".  (transfer full) */
static char *
name_glyphs(const char *text)
{
  GString *out = g_string_new(NULL);
  while (*text) {
    char *end = NULL;
    bool named = g_str_has_prefix(text, "[U+");
    guint64 c = named ? g_ascii_strtoull(text + 3, &end, 16) : 0;
    if (named && *end == ']' && c <= 0x10FFFF &&
        g_unichar_validate((gunichar)c)) {
      g_string_append_unichar(out, (gunichar)c);
      text = end + 1;
    } else {
      g_string_append_c(out, *text++);
    }
  }
  return g_string_free(out, FALSE);
}

/* U+2010 to U+2027: dashes, quotation marks, dots.  Neither they nor what they
 * are made of are letters or figures. */
static bool
is_mark(const char *at)
{
  return (guchar)at[0] == 0xe2 && (guchar)at[1] == 0x80 &&
         (guchar)at[2] >= 0x90 && (guchar)at[2] <= 0xa7;
}

/* NULL if the text has more than ASCII and such marks: few texts have, and
 * normalising would take ten times as long as reading. */
static char *
fold_plain(const char *text)
{
  g_autofree char *out = g_malloc(strlen(text) + 1);
  char *to = out;
  for (const char *at = text; *at; at++) {
    if (g_ascii_isalnum(*at))
      *to++ = g_ascii_tolower(*at);
    else if (is_mark(at))
      at += 2;
    else if ((guchar)*at >= 0x80)
      return NULL;
  }
  *to = '\0';
  return g_steal_pointer(&out);
}

/* Letters and figures alone, in one case and one form. */
static char *
fold(const char *text)
{
  char *plain = strstr(text, "[U+") ? NULL : fold_plain(text);
  if (plain)
    return plain;
  g_autofree char *named = name_glyphs(text);
  g_autofree char *form = g_utf8_normalize(named, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold(form ? form : "", -1);
  GString *out = g_string_new(NULL);
  for (const char *at = folded; *at; at = g_utf8_next_char(at))
    if (g_unichar_isalnum(g_utf8_get_char(at)))
      g_string_append_unichar(out, g_utf8_get_char(at));
  return g_string_free(out, FALSE);
}

/* Long words, of scripts without spaces, are compared by their beginning. */
static bool
agree(const char *text, const char *printed)
{
  return strncmp(text, printed, MIN(strlen(text), COMPARED_MAX)) == 0;
}

/* The letters at the end of `fragment`. */
static const char *
last_letters(const char *fragment)
{
  const char *from = fragment + strlen(fragment);
  while (from > fragment) {
    const char *before = g_utf8_prev_char(from);
    if (!g_unichar_isalnum(g_utf8_get_char(before)))
      break;
    from = before;
  }
  return from;
}

/* "rehabilita" + "tion begins here", where a hyphen divides the word. */
static bool
agree_behind_hyphen(const char *text, const PdfPageWords *page)
{
  g_autofree char *fragment =
      g_strndup(page->divided, strlen(page->divided) - strlen("\u00ad"));
  g_autofree char *whole =
      g_strconcat(last_letters(fragment), page->words, NULL);
  g_autofree char *printed = fold(whole);
  return agree(text, printed);
}

static bool
same_words(const EpubPageWords *marked, const PdfPageWords *page)
{
  g_autofree char *text = fold(marked->words);
  g_autofree char *printed = fold(page->words);
  if (*text == '\0')
    return *printed == '\0';
  if (g_str_has_suffix(page->divided, "\u00ad") &&
      strlen(page->divided) < PAGE_MAP_WORD_MAX)
    return agree_behind_hyphen(text, page);
  if (agree(text, printed))
    return true;
  for (const char *at = page->divided; *at; at = g_utf8_next_char(at)) {
    g_autofree char *whole = g_strconcat(at, page->words, NULL);
    g_autofree char *folded = fold(whole);
    if (agree(text, folded))
      return true;
  }
  return false;
}

/* --- pages --- */

/* As far as the EPUB says what the paper does. */
static bool
same_beside(const EpubPageWords *marked, const PdfPageWords *page)
{
  g_autofree char *text = fold(marked->words);
  return *text == '\0' || same_words(marked, page);
}

static char *
shown(const char *words)
{
  g_autofree char *line = g_strdup(words);
  g_strdelimit(line, "\r\n\t", ' ');
  g_autofree char *start =
      g_utf8_substring(line, 0, MIN(g_utf8_strlen(line, -1), (glong)60));
  return g_strdup(g_strstrip(start));
}

/* False if nothing behind this page can be right. */
static bool
check_page(const Pair *pair, const EpubPageWords *marked,
           const PdfPageWords *page)
{
  if (strcmp(marked->label, page->label) != 0) {
    report(pair, "the page list says \"%s\" where the PDF says page %s",
           marked->label, page->label);
    return false;
  }
  if (page->article ? same_words(marked, page) : same_beside(marked, page))
    return true;
  g_autofree char *left = shown(marked->words);
  g_autofree char *right = shown(page->words);
  report(pair,
         "page %s begins with \"%s\" in the EPUB and with \"%s%s\" on paper",
         page->label, left, page->divided, right);
  return true;
}

static void
check_pages(const Pair *pair, const GPtrArray *marked, const GPtrArray *pages)
{
  if (marked->len != pages->len) {
    report(pair, "the page list has %u pages, the PDF %u", marked->len,
           pages->len);
    return;
  }
  for (unsigned i = 0; i < pages->len; i++)
    if (!check_page(pair, g_ptr_array_index(marked, i),
                    g_ptr_array_index(pages, i)))
      return;
}

/* --- the release --- */

/* The reader PDF `pdf` with every EPUB of the release. */
static void
check_reader(const Manifest *manifest, const ManifestEntry *pdf,
             VerifyOpen *files, Diag *diag)
{
  PdfFinished *finished = verify_open_pdf(files, pdf->name, NULL);
  g_autoptr(GPtrArray) pages =
      finished ? pdf_page_words_read(finished, NULL) : NULL;
  for (unsigned i = 0; pages && i < manifest->entries->len; i++) {
    const ManifestEntry *entry = g_ptr_array_index(manifest->entries, i);
    if (entry->kind != RELEASE_EPUB || !verify_open_bytes(files, entry->name))
      continue;
    Pair pair = { entry->name, pdf->name, diag };
    const EpubReport *epub = verify_open_epub(files, entry->name, NULL);
    if (epub)
      check_pages(&pair, epub->pages, pages);
  }
}

static bool
has_reader(const Manifest *manifest, const VerifyOpen *files)
{
  for (unsigned i = 0; i < manifest->entries->len; i++) {
    const ManifestEntry *entry = g_ptr_array_index(manifest->entries, i);
    if (entry->kind == RELEASE_READER && verify_open_bytes(files, entry->name))
      return true;
  }
  return false;
}

static void
check_epub(const Manifest *manifest, const char *name, VerifyOpen *files,
           Diag *diag)
{
  const EpubReport *epub = verify_open_epub(files, name, NULL);
  if (epub && epub->pages->len > 0 && !has_reader(manifest, files))
    diag_report(diag, DIAG_NOTE, (DiagPos){ name, 0, 0 }, "page-list",
                "page list not proven: this release has no reader PDF to "
                "hold it against");
}

static void
check_text(const Manifest *manifest, const ManifestEntry *text, GBytes *bytes,
           Diag *diag)
{
  for (unsigned i = 0; i < manifest->entries->len; i++) {
    const ManifestEntry *entry = g_ptr_array_index(manifest->entries, i);
    if (entry->kind == RELEASE_READER)
      verify_text_pages(text, bytes, entry->page_list, diag);
  }
}

void
verify_pair(const Manifest *manifest, const ManifestEntry *entry,
            VerifyOpen *files, Diag *diag)
{
  GBytes *bytes = verify_open_bytes(files, entry->name);
  if (!bytes)
    return;
  switch (entry->kind) {
  case RELEASE_EPUB:
    check_epub(manifest, entry->name, files, diag);
    break;
  case RELEASE_READER:
    check_reader(manifest, entry, files, diag);
    break;
  case RELEASE_TEXT:
    check_text(manifest, entry, bytes, diag);
    break;
  case RELEASE_HANDOUT:
  case RELEASE_KIND_COUNT:
    break;
  }
}
