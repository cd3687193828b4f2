/*
 * tests/unit/release_gate.h -- a book made of files in the test, read as a
 * build reads it: loaded, parsed, through all passes.  Three tests share it;
 * each includes it once.
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

#define BOOK(more)                                                             \
  {                                                                            \
    "book.yaml", "id: b\ntitle: B\nlang: en\nreleased: " GATE_DAY              \
                 "\narticles: [a]\n" more                                      \
  }
#define HELPLINES                                                              \
  "- {id: em, country: US, name: E, number: \"911\", checked: null}\n"         \
  "- {id: sam, country: UK, name: S, number: 116 123, always: true, checked: " \
  "{by: P, on: 2026-01-02, how: web}, expires: 2026-12-01}\n"                  \
  "- {id: old, country: US, name: O, number: 1-800-555-0100, checked: {by: "   \
  "P, on: 2025-01-02, how: web}, expires: 2026-05-31}\n"                       \
  "- {id: nua, country: US, name: N, number: 1-800-555-0101, conflict: true, " \
  "checked: null}\n"                                                           \
  "- {id: msg, country: US, name: M, number: \"741741\", reach: text, "        \
  "checked: {by: P, on: 2026-01-02, how: web}}\n"
#define SOURCES                                                                \
  "- {id: who, citation: WHO 2009, address: 'https://example.org/w', read: "   \
  "2026-01-02, status: read, supports: [x, '9 of 10, 8, 50 %, 4,000, 7.5']}\n" \
  "- {id: hear, citation: Hearsay, read: 2026-01-02, status: second-hand, "    \
  "supports: [9]}\n"                                                           \
  "- {id: none, citation: Nobody, read: 2026-01-02, status: unverified, "      \
  "supports: [x]}\n"
#define HEAD "---\ntitle: A\nlang: en\n---\n\n"

static inline Gate
open_text(const char *text, const char *more, const char *words)
{
  g_autofree char *article = g_strconcat(HEAD, text, "\n", NULL);
  g_autofree char *book = g_strconcat(
      "id: b\ntitle: B\nlang: en\nreleased: " GATE_DAY "\narticles: [a]\n",
      more, NULL);
  const GateFile files[] = { { "book.yaml", book },
                             { "articles/a.md", article },
                             { "helplines.yaml", HELPLINES },
                             { "sources.yaml", SOURCES },
                             { "fragments/f.md", "Taken in.\n" },
                             { NULL, NULL } };

  return gate_open(files, words);
}

/* The codes of the messages, with commas: "no-source,overdue". */
static inline char *
codes_of(const Gate *gate)
{
  GString *codes = g_string_new(NULL);
  g_auto(GStrv) lines = g_strsplit(gate->messages, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    const char *open = strrchr(*line, '[');
    if (open != NULL)
      g_string_append_printf(codes, "%s%.*s", codes->len > 0 ? "," : "",
                             (int)strcspn(open + 1, "]"), open + 1);
  }
  return g_string_free(codes, FALSE);
}

static inline void
check_codes(const char *text, const char *wanted)
{
  Gate gate = open_text(text, "", NULL);
  g_autofree char *codes = codes_of(&gate);

  if (strcmp(codes, wanted) != 0)
    g_test_message("%s", gate.messages);
  g_assert_cmpstr(codes, ==, wanted);
  gate_close(&gate);
}
