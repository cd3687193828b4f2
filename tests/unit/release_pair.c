/* tests/unit/release_pair.c -- the EPUB says the same page as the paper; one
 * mark moved by one word, two exchanged, a label changed are noticed. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "epub/epub.h"
#include "pdf/pdf.h"
#include "release/make.h"
#include "release/verify_pair.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *top;
  Options *options;
  Input *input;
  GBytes *pdf;
  PageMap *pages;
} Place;

static const Console quiet = { .quiet = true };

/* Words that are all different and long enough to be divided. */
static void
append_paragraph(GString *text, unsigned number)
{
  static const char *const words[] = { "rehabilitation", "misunderstanding",
                                       "well-known",     "responsibility",
                                       "breathing",      "extraordinary" };
  for (unsigned i = 0; i < 90; i++)
    g_string_append_printf(text, "%s%c%c ", words[(number + i) % 6],
                           'a' + (char)(i % 26), 'a' + (char)(number % 26));
  g_string_append(text, "\n\n");
}

static void
append_extras(GString *text, unsigned number)
{
  g_string_append_printf(text, "## Heading %u\n\n1. first\n2. second\n\n",
                         number);
  g_string_append_printf(text,
                         "| A | B |\n|---|---|\n| c%u | d |\n| e%u | f "
                         "|\n\nNoted%u.[^%u]\n\n[^%u]: Why %u.\n\n",
                         number, number, number, number, number, number);
  g_string_append(text, "```\nlet code = 1;\n\nmore(code);\n```\n\n");
}

static void
put_book(const char *folder)
{
  for (char name = 'a'; name <= 'c'; name++) {
    g_autofree char *file = g_strdup_printf("%c.md", name);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "# Article %c\n\n", name);
    for (unsigned i = 0; i < 14; i++) {
      append_paragraph(text, i + (unsigned)name);
      append_extras(text, i);
    }
    g_assert_true(g_file_set_contents(path, text->str, -1, NULL));
  }
}

static void
load(Place *place)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Diag) diag = diag_new();
  g_autofree char *line = g_strdup_printf(
      "%s --as-of 2026-11-22 --paper a4 --styles %s/styles --fonts %s/fonts",
      place->top, SOURCE_DIR, SOURCE_DIR);
  g_auto(GStrv) words = g_strsplit(line, " ", -1);
  place->options =
      options_read(COMMAND_BUILD, (const char *const *)words, &error);
  g_assert_no_error(error);
  place->input = input_load(place->options, &quiet, diag, &error);
  g_assert_no_error(error);
  input_load_styles(place->input, place->options, &quiet, diag, &error);
  g_assert_no_error(error);
}

static void
set_up(Place *place, gconstpointer data)
{
  (void)data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Diag) diag = diag_new();
  place->top = g_dir_make_tmp("handbill-XXXXXX", NULL);
  put_book(place->top);
  load(place);
  g_autoptr(LayoutDocument) document =
      make_layout(place->input, place->options, &quiet, diag, &error);
  g_assert_no_error(error);
  place->pdf = pdf_write(
      document, &g_array_index(document->papers, LayoutPaper, 0), &error);
  g_assert_no_error(error);
  place->pages = layout_page_map(document);
  g_assert_cmpuint(place->pages->entries->len, >, 12);
}

static void
tear_down(Place *place, gconstpointer data)
{
  (void)data;
  const char *const remove[] = { "rm", "-rf", place->top, NULL };
  g_assert_true(g_spawn_sync(NULL, (char **)(guintptr)remove, NULL,
                             G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                             NULL));
  page_map_free(place->pages);
  g_bytes_unref(place->pdf);
  input_free(place->input);
  options_free(place->options);
  g_free(place->top);
}

/* What is said of the EPUB with these pages, beside the PDF if `with_pdf`. */
static char *
judge(const Place *place, bool with_pdf)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GBytes) epub =
      make_epub(place->input, &quiet, false, place->pages, diag, &error);
  g_assert_no_error(error);
  g_autoptr(GPtrArray) made = release_file_list_new();
  g_autoptr(GHashTable) files = g_hash_table_new(g_str_hash, g_str_equal);
  g_ptr_array_add(made, release_file_new(RELEASE_EPUB, g_strdup("book.epub"),
                                         g_bytes_ref(epub)));
  if (with_pdf)
    g_ptr_array_add(made,
                    release_file_new(RELEASE_READER, g_strdup("book.a4.pdf"),
                                     g_bytes_ref(place->pdf)));
  g_autoptr(GBytes) text =
      manifest_write(place->input->book, NULL, !with_pdf, made);
  g_autoptr(Manifest) manifest = manifest_read(text, &error);
  g_assert_no_error(error);
  g_hash_table_insert(files, (gpointer)(guintptr) "book.epub", epub);
  g_hash_table_insert(files, (gpointer)(guintptr) "book.a4.pdf",
                      with_pdf ? place->pdf : NULL);
  g_autoptr(VerifyOpen) open = verify_open_new(files);
  for (unsigned i = 0; i < manifest->entries->len; i++)
    verify_pair(manifest, g_ptr_array_index(manifest->entries, i), open, diag);
  return diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
}

static PageMapEntry *
entry_at(const Place *place, unsigned index)
{
  return &g_array_index(place->pages->entries, PageMapEntry, index);
}

/* The first page that begins inside a text, not at its start. */
static unsigned
find_inside(const Place *place)
{
  for (unsigned i = 0; i < place->pages->entries->len; i++)
    if (entry_at(place, i)->node && entry_at(place, i)->offset > 0)
      return i;
  g_assert_not_reached();
}

static void
test_agree(Place *place, gconstpointer data)
{
  (void)data;
  g_autofree char *said = judge(place, true);
  g_assert_cmpstr(said, ==, "");
}

/* Every page that begins inside a text: its mark moved by one word. */
static void
test_moved(Place *place, gconstpointer data)
{
  (void)data;
  unsigned moved = 0;
  for (unsigned i = find_inside(place); i < place->pages->entries->len; i++) {
    PageMapEntry *entry = entry_at(place, i);
    gsize before = entry->offset;
    const char *space = entry->offset > 0 && entry->node->kind == DOC_TEXT
                            ? strchr(entry->node->as.text + before, ' ')
                            : NULL;
    if (!space || moved == 5)
      continue;
    entry->offset = (gsize)(space + 1 - entry->node->as.text);
    g_autofree char *said = judge(place, true);
    g_assert_nonnull(strstr(said, "[page-list]"));
    g_assert_nonnull(strstr(said, " begins with \""));
    entry->offset = before;
    moved++;
  }
  g_assert_cmpuint(moved, ==, 5);
}

static void
test_exchanged(Place *place, gconstpointer data)
{
  (void)data;
  unsigned at = find_inside(place);
  PageMapEntry *one = entry_at(place, at), *other = entry_at(place, at + 1);
  PageMapEntry kept = *one;
  one->node = other->node;
  one->offset = other->offset;
  other->node = kept.node;
  other->offset = kept.offset;
  g_autofree char *said = judge(place, true);
  g_assert_nonnull(strstr(said, "[page-list]"));
}

static void
test_label(Place *place, gconstpointer data)
{
  (void)data;
  PageMapEntry *entry = entry_at(place, find_inside(place));
  g_free(entry->label);
  entry->label = g_strdup("99");
  g_autofree char *said = judge(place, true);
  g_assert_nonnull(strstr(said, "the page list says \"99\" where the PDF"));
}

/* A page that is not in the list, and one whose text is not behind its mark. */
static void
test_missing(Place *place, gconstpointer data)
{
  (void)data;
  unsigned at = find_inside(place);
  entry_at(place, at)->node = NULL;
  g_autofree char *empty = judge(place, true);
  g_assert_nonnull(strstr(empty, "begins with \"\" in the EPUB"));
  g_array_remove_index(place->pages->entries, at);
  g_autofree char *fewer = judge(place, true);
  g_assert_nonnull(strstr(fewer, "the page list has "));
}

static void
test_alone(Place *place, gconstpointer data)
{
  (void)data;
  g_autofree char *said = judge(place, false);
  g_assert_nonnull(strstr(said, "note: page list not proven"));
  g_assert_null(strstr(said, "error"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
#define ADD(name)                                                              \
  g_test_add("/release/pair/" #name, Place, NULL, set_up, test_##name,         \
             tear_down)
  ADD(agree);
  ADD(moved);
  ADD(exchanged);
  ADD(label);
  ADD(missing);
  ADD(alone);
  return g_test_run();
}
