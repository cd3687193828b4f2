/* tests/unit/release_target.c -- only a release is ever replaced. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "release/manifest.h"
#include "release/target.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  char *top;
  char *book;
  char *target;
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
set_up(Place *place, gconstpointer data)
{
  (void)data;
  place->top = g_dir_make_tmp("handbill-XXXXXX", NULL);
  place->book = g_build_filename(place->top, "book", NULL);
  place->target = g_build_filename(place->top, "out", NULL);
  put(place->book, "a.md", "A");
}

static void
tear_down(Place *place, gconstpointer data)
{
  (void)data;
  const char *const remove[] = { "rm", "-rf", place->top, NULL };
  g_assert_true(g_spawn_sync(NULL, (char **)(guintptr)remove, NULL,
                             G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                             NULL));
  g_free(place->top);
  g_free(place->book);
  g_free(place->target);
}

static void
accept(const Place *place, const char *target)
{
  g_autoptr(GError) error = NULL;
  target_check(target, place->book, &error);
  g_assert_no_error(error);
}

static void
refuse(const Place *place, const char *target, const char *words)
{
  g_autoptr(GError) error = NULL;
  g_assert_false(target_check(target, place->book, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_CANNOT_WRITE);
  if (!strstr(error->message, words))
    g_error("\"%s\" does not say \"%s\"", error->message, words);
}

static void
test_release(Place *place, gconstpointer data)
{
  (void)data;
  accept(place, place->target); /* nothing is there */
  put(place->target, "a.epub", "x");
  refuse(place, place->target, "holds \"a.epub\"");
  put(place->target, MANIFEST_NAME,
      "{\"format\": \"handbill-release-1\", \"book\": \"b\", \"partial\": "
      "false, \"files\": [{\"name\": \"a.epub\", \"bytes\": 1, \"sha256\": "
      "\"x\"}, {\"name\": \"print/b.pdf\", \"bytes\": 1, \"sha256\": "
      "\"x\"}]}");
  put(place->target, MANIFEST_SUMS, "");
  put(place->target, "print/b.pdf", "x");
  accept(place, place->target);
  put(place->target, "print/notes.txt", "mine");
  refuse(place, place->target, "holds \"print/notes.txt\"");
}

/* Hidden files and those below dist/ count as well. */
static void
test_hidden(Place *place, gconstpointer data)
{
  (void)data;
  g_autofree char *inner = g_build_filename(place->target, "dist", NULL);
  g_assert_cmpint(g_mkdir_with_parents(inner, 0700), ==, 0);
  accept(place, place->target);
  put(place->target, "dist/.git/config", "mine");
  refuse(place, place->target, "holds \"dist/.git/config\"");
}

static void
test_book(Place *place, gconstpointer data)
{
  (void)data;
  g_autofree char *inner = g_build_filename(place->book, "out", NULL);
  g_autofree char *dist = g_build_filename(place->book, "dist", "b", NULL);
  g_autofree char *only = g_build_filename(place->book, "dist", NULL);
  g_autofree char *link = g_build_filename(place->top, "link", NULL);
  g_autofree char *through = g_build_filename(link, "out", NULL);
  g_autofree char *sibling = g_build_filename(place->top, "book2", NULL);
  refuse(place, inner, "book's own folder");
  refuse(place, place->book, "book's own folder");
  refuse(place, only, "book's own folder");
  refuse(place, place->top, "the book lies in this folder");
  g_assert_cmpint(symlink("book", link), ==, 0);
  refuse(place, through, "book's own folder");
  accept(place, dist);
  accept(place, sibling);
}

static void
test_folder(void)
{
  g_autoptr(Book) book = book_new();
  book->id = g_strdup("stop");
  Options options = { 0 };
  g_autofree char *whole = target_folder(&options, book);
  g_assert_cmpstr(whole, ==, "dist/stop");
  options.narrowed = true;
  g_autofree char *part = target_folder(&options, book);
  g_assert_cmpstr(part, ==, "dist/stop.part");
  char given[] = "x";
  options.output = given;
  g_autofree char *named = target_folder(&options, book);
  g_assert_cmpstr(named, ==, "x");
}

int
main(int count, char **arguments)
{
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/target/folder", test_folder);
  g_test_add("/target/release", Place, NULL, set_up, test_release, tear_down);
  g_test_add("/target/hidden", Place, NULL, set_up, test_hidden, tear_down);
  g_test_add("/target/book", Place, NULL, set_up, test_book, tear_down);
  return g_test_run();
}
