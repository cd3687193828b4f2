/* tests/unit/release_build.c -- a folder of articles becomes a release. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "epub/epub.h"
#include "release/command.h"
#include "release/manifest.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *top;
  char *book; /* TOP/first/leaflet */
  char *out;  /* TOP/out */
  char *styles;
  Diag *diag;
  GString *said;
} Place;

static void
put(const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname(path);
  g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
put_articles(const char *folder)
{
  put(folder, "b.md", "# Second\n\nSee [the first](a.md).[^1]\n\n[^1]: Why.\n");
  put(folder, "a.md",
      "# First\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n"
      "> [!WARNING]\n> Careful.\n");
}

static void
set_up(Place *place, gconstpointer data)
{
  (void)data;
  place->top = g_dir_make_tmp("handbill-XXXXXX", NULL);
  place->book = g_build_filename(place->top, "first", "leaflet", NULL);
  place->out = g_build_filename(place->top, "out", NULL);
  place->styles = g_strdup(SOURCE_DIR "/styles");
  place->diag = diag_new();
  place->said = g_string_new(NULL);
  put_articles(place->book);
}

static void
tear_down(Place *place, gconstpointer data)
{
  (void)data;
  const char *const remove[] = { "rm", "-rf", place->top, NULL };
  g_assert_true(g_spawn_sync(NULL, (char **)(guintptr)remove, NULL,
                             G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                             NULL));
  diag_free(place->diag);
  g_string_free(place->said, TRUE);
  g_free(place->top);
  g_free(place->book);
  g_free(place->out);
  g_free(place->styles);
}

/* `more` are further arguments, separated by spaces. */
static bool
build(Place *place, const char *book, const char *more, GError **error)
{
  const Console console = { .quiet = true };
  g_autofree char *line =
      g_strdup_printf("%s --as-of 2026-11-22 --styles %s --fonts %s/fonts%s",
                      book, place->styles, SOURCE_DIR, more);
  g_auto(GStrv) words = g_strsplit(line, " ", -1);
  g_autoptr(Options) options =
      options_read(COMMAND_BUILD, (const char *const *)words, error);
  return options &&
         command_build(options, &console, place->diag, place->said, error);
}

static void
build_to(Place *place, const char *book, const char *out, const char *more)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *arguments = g_strdup_printf(" -o %s%s", out, more);
  build(place, book, arguments, &error);
  g_autofree char *messages =
      diag_print(place->diag, DIAG_FORMAT_TEXT, DIAG_WARNING);
  g_assert_cmpstr(messages, ==, "");
  g_assert_no_error(error);
}

static GBytes *
read_file(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  char *text = NULL;
  gsize length = 0;
  g_assert_true(g_file_get_contents(path, &text, &length, NULL));
  return g_bytes_new_take(text, length);
}

/* What verify says of `folder`. */
static char *
verify(const char *folder)
{
  const Console console = { .quiet = true };
  const char *const arguments[] = { folder, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(Options) options = options_read(COMMAND_VERIFY, arguments, NULL);
  g_assert_true(command_verify(options, &console, diag, out, &error));
  return diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
}

static void
test_whole(Place *place, gconstpointer data)
{
  (void)data;
  build_to(place, place->book, place->out, "");
  g_assert_nonnull(strstr(place->said->str, "leaflet.letter.pdf"));
  g_autofree char *faults = verify(place->out);
  g_assert_cmpstr(faults, ==, "");
  g_autoptr(GBytes) bytes = read_file(place->out, MANIFEST_NAME);
  g_autoptr(Manifest) manifest = manifest_read(bytes, NULL);
  g_assert_cmpstr(manifest->book, ==, "leaflet");
  g_assert_false(manifest->partial);
  g_assert_cmpuint(manifest->entries->len, ==, 8); /* and 2 x 2 handouts */
  g_assert_nonnull(manifest_find(manifest, "handouts/a.a4.pdf"));
  g_assert_nonnull(manifest_find(manifest, "handouts/b.letter.pdf"));
  const ManifestEntry *a4 = manifest_find(manifest, "leaflet.a4.pdf");
  const ManifestEntry *letter = manifest_find(manifest, "leaflet.letter.pdf");
  g_assert_cmpuint(a4->pages, >=, 4);
  g_assert_cmpuint(a4->pages, ==, letter->pages);
  g_assert_cmpuint(manifest_find(manifest, "leaflet.epub")->articles, ==, 2);
}

/* Another folder, files made in another order: the same bytes. */
static void
test_same(Place *place, gconstpointer data)
{
  (void)data;
  g_autofree char *book =
      g_build_filename(place->top, "second", "place", "leaflet", NULL);
  g_autofree char *out = g_build_filename(place->top, "out2", NULL);
  put(book, "a.md", "");
  put_articles(book);
  build_to(place, place->book, place->out, "");
  build_to(place, book, out, "");
  static const char *const names[] = { "leaflet.epub", "leaflet.a4.pdf",
                                       "leaflet.letter.pdf", MANIFEST_NAME,
                                       MANIFEST_SUMS };
  for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autoptr(GBytes) one = read_file(place->out, names[i]);
    g_autoptr(GBytes) two = read_file(out, names[i]);
    g_assert_true(g_bytes_equal(one, two));
  }
}

static void
test_damage(Place *place, gconstpointer data)
{
  (void)data;
  build_to(place, place->book, place->out, "");
  g_autoptr(GBytes) bytes = read_file(place->out, "leaflet.a4.pdf");
  g_autofree char *cut = g_strndup(g_bytes_get_data(bytes, NULL), 100);
  put(place->out, "leaflet.a4.pdf", cut);
  g_autofree char *faults = verify(place->out);
  g_assert_nonnull(strstr(faults, "leaflet.a4.pdf: error: this file was "));
  build_to(place, place->book, place->out, ""); /* replaces it */
  g_autofree char *mended = verify(place->out);
  g_assert_cmpstr(mended, ==, "");
}

static void
test_narrowed(Place *place, gconstpointer data)
{
  (void)data;
  build_to(place, place->book, place->out,
           " --only epub,pdf --paper a4 --article b");
  g_autoptr(GBytes) bytes = read_file(place->out, MANIFEST_NAME);
  g_autoptr(Manifest) manifest = manifest_read(bytes, NULL);
  g_assert_true(manifest->partial);
  g_assert_cmpuint(manifest->entries->len, ==, 2);
  g_assert_cmpuint(manifest_find(manifest, "leaflet.epub")->articles, ==, 1);
  g_autofree char *faults = verify(place->out);
  g_assert_cmpstr(faults, ==, "");
}

/* What an EPUB says of printed pages, as epub_dump() shows it. */
static unsigned
count_page_words(const Place *place)
{
  static const char *const words[] = { "pagebreak",    "page-list",
                                       "pageList",     "pageTarget",
                                       "pageBreak",    "pageNavigation",
                                       "print edition" };
  g_autoptr(GBytes) epub = read_file(place->out, "leaflet.epub");
  g_autofree char *text = epub_dump(epub, NULL);
  unsigned count = 0;
  g_assert_nonnull(text);
  for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
    count += strstr(text, words[i]) != NULL;
  return count;
}

/* Nothing is said or claimed of pages that nobody has counted. */
static void
test_no_page_list(Place *place, gconstpointer data)
{
  (void)data;
  build_to(place, place->book, place->out, " --only epub");
  g_assert_cmpuint(count_page_words(place), ==, 7);
  build_to(place, place->book, place->out, " --only epub,txt --no-page-list");
  g_assert_cmpuint(count_page_words(place), ==, 0);
  g_autoptr(GBytes) bytes = read_file(place->out, MANIFEST_NAME);
  g_autoptr(Manifest) manifest = manifest_read(bytes, NULL);
  g_assert_true(manifest->partial);
  g_assert_cmpuint(manifest_find(manifest, "leaflet.epub")->articles, ==, 2);
  g_autofree char *faults = verify(place->out);
  g_assert_cmpstr(faults, ==, ""); /* nor that a page list is not proven */
}

/* With a book.yaml a broken link is refused, and what was published stays. */
static void
test_refused(Place *place, gconstpointer data)
{
  (void)data;
  build_to(place, place->book, place->out, "");
  g_autoptr(GBytes) before = read_file(place->out, MANIFEST_SUMS);
  g_autofree char *strict = g_build_filename(place->top, "strict", NULL);
  put(strict, "book.yaml",
      "id: leaflet\ntitle: Leaflet\nlang: en\n"
      "released: 2026-11-22\narticles:\n  - a\n");
  put(strict, "articles/a.md",
      "---\nid: a\ntitle: First\n---\nSee [nothing](gone.md).\n");
  diag_free(place->diag); /* it was made lenient by the bare folder */
  place->diag = diag_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *arguments = g_strdup_printf(" -o %s", place->out);
  g_assert_false(build(place, strict, arguments, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_REFUSED);
  g_autofree char *messages =
      diag_print(place->diag, DIAG_FORMAT_TEXT, DIAG_ERROR);
  g_assert_nonnull(strstr(messages, "articles/a.md:5:5: error: "));
  g_autoptr(GBytes) after = read_file(place->out, MANIFEST_SUMS);
  g_assert_true(g_bytes_equal(before, after));
}

static void
test_strangers(Place *place, gconstpointer data)
{
  (void)data;
  put(place->out, "thesis.txt", "mine");
  g_autoptr(GError) error = NULL;
  g_autofree char *arguments = g_strdup_printf(" -o %s", place->out);
  g_assert_false(build(place, place->book, arguments, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_CANNOT_WRITE);
  g_autoptr(GBytes) kept = read_file(place->out, "thesis.txt");
  g_assert_cmpuint(g_bytes_get_size(kept), ==, 4);
}

/* A handout has a sheet of its own, and no other is asked for; a spoilt one of
 * its own stops it. */
static void
test_sheets(Place *place, gconstpointer data)
{
  (void)data;
  g_autoptr(GBytes) sheet = read_file(place->styles, "handout.css");
  g_free(place->styles);
  place->styles = g_build_filename(place->top, "sheets", NULL);
  g_autofree char *text =
      g_strndup(g_bytes_get_data(sheet, NULL), g_bytes_get_size(sheet));
  put(place->styles, "handout.css", text);
  build_to(place, place->book, place->out, " --only handouts --paper a4");
  g_autofree char *other = g_build_filename(place->top, "other", NULL);
  g_autofree char *arguments = g_strdup_printf(" -o %s --only epub", other);
  g_autoptr(GError) error = NULL;
  g_assert_false(build(place, place->book, arguments, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_IO);
  g_assert_nonnull(strstr(error->message, "book.css"));
  put(place->styles, "handout.css", "p { no-such-property: 1 }");
  g_autofree char *again = g_strdup_printf(" -o %s --only handouts", other);
  g_clear_error(&error);
  g_assert_false(build(place, place->book, again, &error));
  g_assert_false(g_file_test(other, G_FILE_TEST_EXISTS));
}

static void
add_test(const char *name, void (*run)(Place *place, gconstpointer data))
{
  g_test_add(name, Place, NULL, set_up, run, tear_down);
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  add_test("/build/whole", test_whole);
  add_test("/build/same", test_same);
  add_test("/build/damage", test_damage);
  add_test("/build/narrowed", test_narrowed);
  add_test("/build/no-page-list", test_no_page_list);
  add_test("/build/refused", test_refused);
  add_test("/build/strangers", test_strangers);
  add_test("/build/sheets", test_sheets);
  return g_test_run();
}
