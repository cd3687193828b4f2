/*
 * tests/unit/release_gate.h -- a book made of files in the test, read as a
 * build reads it: loaded, parsed, through all passes.
 */
#pragma once

#include "doc/dump.h"
#include "release/input.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  const char *name; /* NULL ends the list */
  const char *text;
} GateFile;

typedef struct {
  char *folder;
  Diag *diag;
  Input *input;
  char *messages;
} Gate;

#define GATE_DAY "2026-06-01"

static inline void
gate_write(const char *folder, const GateFile *file)
{
  g_autofree char *path = g_build_filename(folder, file->name, NULL);
  g_autofree char *parent = g_path_get_dirname(path);

  g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
  g_assert_true(g_file_set_contents(path, file->text, -1, NULL));
}

static inline void
gate_remove(const char *path)
{
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
    g_autofree char *child = g_build_filename(path, name, NULL);

    gate_remove(child);
  }
  g_assert_cmpint(g_remove(path), ==, 0);
}

/* `words` is what follows "check BOOK", space-separated, and may be NULL. */
static inline Gate
gate_open(const GateFile *files, const char *words)
{
  Gate gate = { .folder = g_dir_make_tmp("gate-XXXXXX", NULL),
                .diag = diag_new() };
  g_autofree char *line =
      g_strdup_printf("%s --as-of " GATE_DAY "%s%s", gate.folder,
                      words != NULL ? " " : "", words != NULL ? words : "");
  g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
  g_autoptr(GError) error = NULL;
  const Console console = { .quiet = true };

  for (const GateFile *file = files; file->name != NULL; file++)
    gate_write(gate.folder, file);

  g_autoptr(Options) options =
      options_read(COMMAND_CHECK, (const char *const *)arguments, &error);

  g_assert_no_error(error);
  gate.input = input_load(options, &console, gate.diag, &error);
  g_assert_no_error(error);
  gate.messages = diag_print(gate.diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  return gate;
}

static inline void
gate_close(Gate *gate)
{
  gate_remove(gate->folder);
  g_free(gate->folder);
  diag_free(gate->diag);
  input_free(gate->input);
  g_free(gate->messages);
}

static inline const BookArticle *
gate_article(const Gate *gate, const char *id)
{
  const BookArticle *article = book_find_article(gate->input->book, id);

  g_assert_nonnull(article);
  return article;
}

/* The words of an article as a reader sees them. */
static inline char *
gate_words(const Gate *gate, const char *id)
{
  return doc_node_plain_text(doc_root(gate_article(gate, id)->doc));
}

static inline char *
gate_tree(const Gate *gate, const char *id)
{
  GString *out = g_string_new(NULL);

  doc_dump(gate_article(gate, id)->doc, false, out);
  return g_string_free(out, FALSE);
}
