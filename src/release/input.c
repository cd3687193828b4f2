/* release/input.c -- everything a build reads, read. */
/* SPDX-License-Identifier: MIT */

#include "release/input.h"

#include "base/error.h"
#include "base/process.h"
#include "content/content.h"
#include "pass/pass.h"
#include "release/data.h"
#include "release/narrow.h"
#include "release/reading.h"
#include "release/recall.h"

enum {
  SHEET_MAX = 1 << 20 /* bytes of a style sheet */
};

void
input_free(Input *input)
{
  if (!input)
    return;
  layout_tools_free(input->tools);
  fonts_free(input->fonts);
  style_sheet_free(input->sheet);
  style_sheet_free(input->handout);
  g_clear_pointer(&input->epub_css, g_bytes_unref);
  book_free(input->book);
  path_root_free(input->root);
  g_free(input);
}

/* --- the book --- */

static Book *
load_book(const PathRoot *root, const Options *options, Diag *diag,
          GError **error)
{
  g_autofree char *whole = g_canonicalize_filename(options->place, NULL);
  g_autofree char *name = g_path_get_basename(whole);
  g_autofree char *today = options->as_of ? NULL : process_today();
  ContentOptions content = { .as_of = options->as_of,
                             .folder_name = name,
                             .today = today,
                             .allow_unchecked = options->allow_unchecked,
                             .allow_overdue = options->allow_overdue };
  return content_load(root, &content, diag, error);
}

static bool
run_passes(Input *input, const Options *options, Diag *diag, GError **error)
{
  if (pass_run_all(input->book, input->root, diag, options->after))
    return true;
  GString *names = g_string_new(NULL);
  for (const Pass *pass = pass_table; pass->name; pass++)
    g_string_append_printf(names, "%s%s", names->len ? ", " : "", pass->name);
  g_set_error(error, HANDBILL_ERROR, ERROR_USAGE,
              "--after %s: there is no such pass; write one of %s",
              options->after, names->str);
  g_string_free(names, TRUE);
  return false;
}

static bool
read_whole(Input *input, const Options *options, Diag *diag, GError **error)
{
  return !reading_read_book(input->book, diag) ||
         run_passes(input, options, diag, error);
}

/* The articles that were asked for, as a book of their own.  What is wrong with
 * them was said. */
static bool
read_narrowed(Input *input, const Options *options, GError **error)
{
  g_autoptr(Diag) silent = diag_new();
  diag_set_lenient(silent, true);
  narrow_book(input->book, (const char *const *)options->articles);
  return read_whole(input, options, silent, error);
}

/* A book is judged as a whole; the passes have changed its registry, so it is
 * loaded anew. */
static bool
read_book_narrowed(Input *input, const Options *options, Diag *diag,
                   GError **error)
{
  g_autoptr(Diag) silent = diag_new();
  if (!read_whole(input, options, diag, error) ||
      !narrow_check(input->book, (const char *const *)options->articles, error))
    return false;
  if (diag_count(diag, DIAG_ERROR) > 0)
    return true;
  Book *book = load_book(input->root, options, silent, error);
  if (!book)
    return false;
  book_take_spare(book, input->book);
  book_free(input->book);
  input->book = book;
  return read_narrowed(input, options, error);
}

/* Articles that nothing binds together are judged one by one. */
static bool
read_bare_narrowed(Input *input, const Options *options, Diag *diag,
                   GError **error)
{
  const char *const *ids = (const char *const *)options->articles;
  if (!narrow_check(input->book, ids, error))
    return false;
  bool complete = reading_read_articles(input->book, ids, diag);
  if (complete && !run_passes(input, options, diag, error))
    return false;
  if (diag_count(diag, DIAG_ERROR) > 0)
    return true;
  book_take_spare(input->book, input->book);
  return read_narrowed(input, options, error);
}

static bool
is_narrowed(const Options *options)
{
  return options->articles && options->command != COMMAND_CHECK &&
         !(options->command == COMMAND_DUMP && options->as == DUMP_TREE);
}

static bool
read_articles(Input *input, const Options *options, Diag *diag, GError **error)
{
  if (!is_narrowed(options))
    return read_whole(input, options, diag, error);
  return input->book->bare ? read_bare_narrowed(input, options, diag, error)
                           : read_book_narrowed(input, options, diag, error);
}

Input *
input_load(const Options *options, const Console *console, Diag *diag,
           GError **error)
{
  console_step(console, "Reading the articles");
  g_autoptr(Input) input = g_new0(Input, 1);
  input->root = path_root_open(options->place, error);
  if (!input->root)
    return NULL;
  input->book = load_book(input->root, options, diag, error);
  if (!input->book || !read_articles(input, options, diag, error))
    return NULL;
  if (!options->after) /* else the trees are half-made */
    recall_find(input->book, input->root, diag);
  return g_steal_pointer(&input);
}

/* --- styles and fonts --- */

typedef struct {
  const char *name;
  StyleSheetKind kind;
  StyleSheet **sheet;
  GBytes **bytes; /* NULL: nobody writes them */
  bool wanted;
} SheetFile;

static bool
read_sheet(const PathRoot *root, const SheetFile *file, Diag *diag,
           GError **error)
{
  if (!file->wanted)
    return true;
  g_autoptr(GBytes) bytes = path_root_read(root, file->name, SHEET_MAX, error);
  if (!bytes)
    return false;
  *file->sheet = style_sheet_read(file->name, file->kind, bytes, diag);
  if (file->bytes)
    *file->bytes = g_steal_pointer(&bytes);
  return true;
}

/* The pages of a handout are its own; those of an EPUB and a text are the
 * book's.  A command that makes nothing is asked about all. */
static bool
load_sheets(Input *input, const Options *options, const char *folder,
            Diag *diag, GError **error)
{
  bool all = options->command != COMMAND_BUILD;
  bool book = all || options->pdf || options->epub || options->text;
  g_autoptr(StyleSheet) epub = NULL;
  const SheetFile files[] = {
    { "book.css", STYLE_SHEET_PRINT, &input->sheet, NULL, book },
    { "handout.css", STYLE_SHEET_PRINT, &input->handout, NULL,
      all || options->handouts },
    { "epub.css", STYLE_SHEET_EPUB, &epub, &input->epub_css,
      all || options->epub },
  };
  g_autoptr(PathRoot) root = path_root_open(folder, error);

  if (!root)
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
    if (!read_sheet(root, &files[i], diag, error))
      return false;
  return true;
}

bool
input_load_styles(Input *input, const Options *options, const Console *console,
                  Diag *diag, GError **error)
{
  console_step(console, "Reading the styles and fonts");
  g_autofree char *styles =
      data_folder(options->styles, options->place, "styles", "book.css");
  g_autofree char *fonts =
      data_folder(options->fonts, options->place, "fonts", "fonts.lock");
  if (!load_sheets(input, options, styles, diag, error))
    return false;
  input->fonts = fonts_load(fonts, diag, error);
  if (!input->fonts)
    return false;
  input->tools = layout_tools_new(input->fonts);
  return true;
}

bool
input_is_accepted(const Diag *diag, GError **error)
{
  unsigned count = diag_count(diag, DIAG_ERROR);
  if (count == 0)
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              count == 1 ? "1 error above; mend it and build again: nothing "
                           "was published"
                         : "%u errors above; mend them and build again: "
                           "nothing was published",
              count);
  return false;
}
