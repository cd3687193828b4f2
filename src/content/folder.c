/* content/folder.c -- a bare folder of articles becomes a book. */
/* SPDX-License-Identifier: MIT */

#include "content/folder.h"

#include "base/bytes.h"
#include "content/value.h"

#include <string.h>

#define ORDER_FILE "order.txt"

enum {
  ORDER_BYTES_MAX = 16 * 1024 * 1024,
  SHOWN_MAX = 60
};

static bool
is_article(const char *file)
{
  return g_str_has_suffix(file, ".md") || g_str_has_suffix(file, ".html");
}

/* Names of the folder's articles, sorted by bytes.  (transfer full) */
static GPtrArray *
find_files(const PathRoot *root, GError **error)
{
  g_autoptr(GPtrArray) all = path_root_list(root, "", 0, error);

  if (all == NULL)
    return NULL;

  GPtrArray *files = g_ptr_array_new_with_free_func(g_free);

  for (unsigned i = 0; i < all->len; i++)
    if (is_article(g_ptr_array_index(all, i)))
      g_ptr_array_add(files, g_strdup(g_ptr_array_index(all, i)));
  return files;
}

/* Takes the name out of `rest` into `ordered`, or says why not. */
static void
take_name(const char *name, unsigned line, GPtrArray *ordered, GHashTable *rest,
          Diag *diag)
{
  DiagPos pos = { ORDER_FILE, line, 1 };
  gpointer file = NULL;
  g_autofree char *shown = bytes_printable(name, SHOWN_MAX);

  if (g_hash_table_steal_extended(rest, name, &file, NULL)) {
    g_ptr_array_add(ordered, file);
    return;
  }
  for (unsigned i = 0; i < ordered->len; i++)
    if (strcmp(g_ptr_array_index(ordered, i), name) == 0) {
      diag_report(diag, DIAG_WARNING, pos, "duplicate-article",
                  "%s is listed a second time; keep one of the two", shown);
      return;
    }
  diag_report(diag, DIAG_WARNING, pos, "no-such-article",
              "there is no article %s in this folder; write a file's name as "
              "it is, with .md or .html",
              shown);
}

/* The lines of order.txt; none if it is no text.  (transfer full) */
static GStrv
read_order(const PathRoot *root, Diag *diag, GError **error)
{
  g_autoptr(GBytes) bytes =
      path_root_read(root, ORDER_FILE, ORDER_BYTES_MAX, error);
  gsize length = 0;
  gsize bad = 0;

  if (bytes == NULL)
    return NULL;

  const char *text = g_bytes_get_data(bytes, &length);

  if (length > 0 && !bytes_is_text(text, length, &bad)) {
    diag_report(diag, DIAG_WARNING, (DiagPos){ ORDER_FILE, 0, 0 }, "not-text",
                "this file is no UTF-8 text, so the articles come by name; "
                "save it as UTF-8");
    length = 0;
  }

  g_autofree char *copy = g_strndup(length > 0 ? text : "", length);

  return g_strsplit(copy, "\n", -1);
}

/* A link may lead anywhere, and reading a pipe would wait for ever. */
static bool
report_odd(const ContentArticleContext *context, GError **error)
{
  g_autoptr(GPtrArray) odd = path_root_list_odd(context->root, "", error);

  for (unsigned i = 0; odd != NULL && i < odd->len; i++) {
    const char *name = g_ptr_array_index(odd, i);

    if (is_article(name))
      diag_report(context->diag, DIAG_WARNING, (DiagPos){ name, 0, 0 },
                  "no-regular-file",
                  "this is a link, a pipe or a device, and is left out; put "
                  "the file itself here");
  }
  return odd != NULL;
}

/* Puts the files that order.txt names first.  (transfer full) */
static GPtrArray *
sort_files(const ContentArticleContext *context, GPtrArray *files,
           GError **error)
{
  g_auto(GStrv) lines = read_order(context->root, context->diag, error);
  g_autoptr(GHashTable) rest =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

  if (lines == NULL)
    return NULL;
  for (unsigned i = 0; i < files->len; i++)
    g_hash_table_add(rest, g_strdup(g_ptr_array_index(files, i)));

  GPtrArray *ordered = g_ptr_array_new_with_free_func(g_free);

  for (unsigned i = 0; lines[i] != NULL; i++)
    if (g_strstrip(lines[i])[0] != '\0')
      take_name(lines[i], i + 1, ordered, rest, context->diag);
  for (unsigned i = 0; i < files->len; i++) {
    const char *file = g_ptr_array_index(files, i);

    if (!g_hash_table_contains(rest, file))
      continue;
    diag_report(context->diag, DIAG_WARNING, (DiagPos){ file, 0, 0 },
                "unlisted-article",
                "order.txt does not name this file; it comes behind those "
                "that it names");
    g_ptr_array_add(ordered, g_strdup(file));
  }
  return ordered;
}

static void
name_book(Book *book, const char *folder_name)
{
  book->bare = true;
  book->title = g_strdup(folder_name);
  book->id = content_value_slug(folder_name);
  book->lang = g_strdup("en");
  book->released = g_strdup("1980-01-01");
  book_add_part(book, NULL);
}

bool
content_folder_load(const ContentArticleContext *context,
                    const char *folder_name, GError **error)
{
  g_autoptr(GPtrArray) files = find_files(context->root, error);

  if (files == NULL || !report_odd(context, error))
    return false;
  name_book(context->book, folder_name);
  if (files->len == 0)
    diag_report(context->diag, DIAG_ERROR, (DiagPos){ NULL, 0, 0 },
                "no-articles",
                "this folder has no book.yaml and no article; put *.md or "
                "*.html files into it");
  if (path_root_has(context->root, ORDER_FILE)) {
    GPtrArray *ordered = sort_files(context, files, error);

    if (ordered == NULL)
      return false;
    g_ptr_array_unref(files);
    files = ordered;
  }
  for (unsigned i = 0; i < files->len; i++)
    if (!content_article_add(context, g_ptr_array_index(files, i), error))
      return false;
  return true;
}
