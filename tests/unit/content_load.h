/*
 * tests/unit/content_load.h -- a folder made of files in the test, loaded.
 *
 * The three tests of book files share it; each includes it once.
 */
#pragma once

#include "content/content.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  const char *name; /* NULL ends the list */
  const char *text;
  gssize length; /* 0: of the text */
} TestFile;

typedef struct {
  char *folder;
  PathRoot *root;
  Diag *diag;
  Book *book;
  GError *error;
  char *messages;
} TestLoad;

static inline void
test_load_write(const char *folder, const TestFile *file)
{
  g_autofree char *path = g_build_filename(folder, file->name, NULL);
  g_autofree char *parent = g_path_get_dirname(path);
  gssize length = file->length > 0 ? file->length : (gssize)strlen(file->text);

  g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
  g_assert_true(g_file_set_contents(path, file->text, length, NULL));
}

static inline void
test_load_open(TestLoad *load, const char *as_of, const char *folder_name)
{
  ContentOptions options = { .as_of = as_of, .folder_name = folder_name };

  load->root = path_root_open(load->folder, NULL);
  g_assert_nonnull(load->root);
  load->diag = diag_new();
  load->book = content_load(load->root, &options, load->diag, &load->error);
  load->messages = diag_print(load->diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
}

static inline TestLoad
test_load(const TestFile *files, const char *as_of)
{
  TestLoad load = { .folder = g_dir_make_tmp("content-XXXXXX", NULL) };

  for (const TestFile *file = files; file->name != NULL; file++)
    test_load_write(load.folder, file);
  test_load_open(&load, as_of, "My Folder");
  return load;
}

static inline void
test_load_remove(const char *path)
{
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
    g_autofree char *child = g_build_filename(path, name, NULL);

    test_load_remove(child);
  }
  g_assert_cmpint(g_remove(path), ==, 0);
}

static inline void
test_load_free(TestLoad *load)
{
  test_load_remove(load->folder);
  g_free(load->folder);
  path_root_free(load->root);
  diag_free(load->diag);
  book_free(load->book);
  g_clear_error(&load->error);
  g_free(load->messages);
}
