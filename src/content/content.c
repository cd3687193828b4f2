/* content/content.c -- a folder becomes a Book. */
/* SPDX-License-Identifier: MIT */

#include "content/content.h"

#include "base/error.h"
#include "content/book_file.h"
#include "content/folder.h"
#include "content/value.h"

static bool
check_options(const ContentOptions *options, GError **error)
{
  if (options->as_of == NULL || content_value_is_date(options->as_of))
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_USAGE,
              "--as-of wants a day of the calendar; write --as-of 2026-11-22");
  return false;
}

static bool
load(const ContentArticleContext *context, const ContentOptions *options,
     GError **error)
{
  if (path_root_has(context->root, CONTENT_BOOK_FILE))
    return content_book_file_load(context, error);
  diag_set_lenient(context->diag, true);
  return content_folder_load(context, options->folder_name, error);
}

Book *
content_load(const PathRoot *root, const ContentOptions *options, Diag *diag,
             GError **error)
{
  if (!check_options(options, error))
    return NULL;

  g_autoptr(Book) book = book_new();
  g_autoptr(GHashTable) ids =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  ContentArticleContext context = {
    .root = root, .book = book, .diag = diag, .ids = ids
  };

  book->gate = (BookGate){
    .today = g_strdup(options->as_of ? options->as_of : options->today),
    .allow_unchecked = options->allow_unchecked,
    .allow_overdue = options->allow_overdue,
  };
  if (!load(&context, options, error))
    return NULL;
  if (options->as_of != NULL) {
    g_free(book->released);
    book->released = g_strdup(options->as_of);
  }
  return g_steal_pointer(&book);
}
