/* content/book_list.c -- the articles that book.yaml lists, in its order. */
/* SPDX-License-Identifier: MIT */

#include "content/book_list.h"

#include "base/bytes.h"
#include "base/error.h"
#include "base/nearest.h"
#include "content/book_file.h"
#include "content/field.h"
#include "content/value.h"

#include <string.h>

#define ARTICLES_FOLDER "articles"

enum {
  FOLDERS_DEEP = 8, /* of articles/, to look for files that are not listed */
  SHOWN_MAX = 60
};

typedef struct {
  const ContentArticleContext *context;
  GHashTable *listed; /* sources; owns them */
  GPtrArray *names;   /* of all files of articles/, without suffix */
  bool in_part;       /* of the last part of the book, which has a title */
} List;

static DiagPos
pos_of(const ContentYaml *node)
{
  return (DiagPos){ CONTENT_BOOK_FILE, node->pos.line, node->pos.column };
}

static bool
is_article(const char *file)
{
  return g_str_has_suffix(file, ".md") || g_str_has_suffix(file, ".html");
}

/* The file of that name, or NULL.  (transfer full) */
static char *
find_source(const PathRoot *root, const char *name)
{
  static const char *const suffixes[] = { ".md", ".html" };

  for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
    g_autofree char *written =
        g_strconcat(ARTICLES_FOLDER "/", name, suffixes[i], NULL);
    g_autofree char *source = path_resolve(CONTENT_BOOK_FILE, written);

    if (source != NULL && g_str_has_prefix(source, ARTICLES_FOLDER "/") &&
        path_root_has(root, source))
      return g_steal_pointer(&source);
  }
  return NULL;
}

static void
report_no_file(const List *list, const ContentYaml *item)
{
  g_autofree char *name = bytes_printable(item->text, SHOWN_MAX);
  Nearest nearest = { .wanted = item->text };

  for (guint i = 0; i < list->names->len; i++)
    nearest_offer(&nearest, g_ptr_array_index(list->names, i));
  if (nearest.name == NULL)
    diag_report(list->context->diag, DIAG_ERROR, pos_of(item),
                "no-such-article",
                "there is no file articles/%s.md; write it first", name);
  else
    diag_report(list->context->diag, DIAG_ERROR, pos_of(item),
                "no-such-article",
                "there is no file articles/%s.md; write the name of a file in "
                "articles/ without its suffix, such as \"%s\"",
                name, nearest.name);
}

static bool
add_article(List *list, const ContentYaml *item, GError **error)
{
  g_autofree char *source = find_source(list->context->root, item->text);

  if (source == NULL) {
    report_no_file(list, item);
    return true;
  }
  if (!g_hash_table_add(list->listed, g_strdup(source))) {
    diag_report(list->context->diag, DIAG_ERROR, pos_of(item),
                "duplicate-article",
                "%s is listed a second time; keep one of the two", source);
    return true;
  }
  if (list->context->book->parts->len == 0)
    book_add_part(list->context->book, NULL);
  return content_article_add(list->context, source, error);
}

static const ContentField part_fields[] = {
  { .key = "part",
    .kind = CONTENT_FIELD_OTHER,
    .required = true,
    .example = "The title of the part" },
  { .key = "articles",
    .kind = CONTENT_FIELD_OTHER,
    .required = true,
    .example = "[first-article, second-article]" },
  { .key = NULL }
};

/* Adds the part's title; false if it or its list is not as it must be. */
static bool
open_part(const ContentYaml *item, const List *list)
{
  ContentFieldContext context = { CONTENT_BOOK_FILE, list->context->diag };
  const ContentYaml *title = content_yaml_find(item, "part");
  const ContentYaml *articles = content_yaml_find(item, "articles");

  content_field_read(item, part_fields, NULL, &context);
  if (title == NULL || articles == NULL || content_yaml_is_null(articles))
    return false;
  if (title->kind != CONTENT_YAML_TEXT || title->text[0] == '\0') {
    content_field_report_type(title, "part", "a text", "The title of the part",
                              &context);
    return false;
  }
  if (articles->kind != CONTENT_YAML_LIST || articles->children->len == 0) {
    content_field_report_type(articles, "articles", "a list of texts",
                              "[first-article, second-article]", &context);
    return false;
  }

  g_autofree char *text = content_field_text(title);

  book_add_part(list->context->book, text);
  return true;
}

static bool
add_part(List *list, const ContentYaml *item, GError **error)
{
  if (!open_part(item, list))
    return true;
  list->in_part = true;

  const ContentYaml *articles = content_yaml_find(item, "articles");

  for (unsigned i = 0; i < articles->children->len; i++) {
    const ContentYaml *child = g_ptr_array_index(articles->children, i);

    if (child->kind != CONTENT_YAML_TEXT || child->text[0] == '\0') {
      diag_report(list->context->diag, DIAG_ERROR, pos_of(child), "wrong-type",
                  "a part holds names of articles, not %s; write the name of "
                  "a file in articles/ without its suffix",
                  content_yaml_kind_name(child->kind));
      continue;
    }
    if (!add_article(list, child, error))
      return false;
  }
  return true;
}

static bool
add_item(List *list, const ContentYaml *item, GError **error)
{
  if (item->kind == CONTENT_YAML_MAP)
    return add_part(list, item, error);
  if (item->kind == CONTENT_YAML_TEXT && item->text[0] != '\0') {
    if (list->in_part)
      book_add_part(list->context->book, NULL);
    list->in_part = false;
    return add_article(list, item, error);
  }
  diag_report(list->context->diag, DIAG_ERROR, pos_of(item), "wrong-type",
              "an item of articles is the name of an article or a part, not "
              "%s; write \"- overdose\" or \"- part: Title\" with \"articles: "
              "[…]\" below it",
              item->kind == CONTENT_YAML_LIST ? "a list" : "nothing");
  return true;
}

/* The names of all files that could be listed.  A
 * folder that cannot be listed has none: each name then says that there is no
 * such file. */
static bool
find_names(List *list, GError **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GPtrArray) files = path_root_list(
      list->context->root, ARTICLES_FOLDER, FOLDERS_DEEP, &cause);

  list->names = g_ptr_array_new_with_free_func(g_free);
  if (g_error_matches(cause, HANDBILL_ERROR, ERROR_LIMIT)) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return false;
  }
  for (unsigned i = 0; files != NULL && i < files->len; i++) {
    const char *file = g_ptr_array_index(files, i);
    const char *name = file + strlen(ARTICLES_FOLDER "/");

    if (is_article(file))
      g_ptr_array_add(list->names,
                      g_strndup(name, (gsize)(strrchr(name, '.') - name)));
  }
  return true;
}

static void
note_unlisted(const List *list)
{
  for (unsigned i = 0; i < list->names->len; i++) {
    const char *name = g_ptr_array_index(list->names, i);
    g_autofree char *source = find_source(list->context->root, name);

    if (source != NULL && !g_hash_table_contains(list->listed, source))
      diag_report(list->context->diag, DIAG_NOTE, (DiagPos){ source, 0, 0 },
                  "unlisted-article",
                  "this file is not in the book; add \"%s\" to articles in "
                  "book.yaml to take it in",
                  name);
  }
}

bool
content_book_list_load(const ContentYaml *root,
                       const ContentArticleContext *context, GError **error)
{
  const ContentYaml *articles = content_yaml_find(root, "articles");
  g_autoptr(GHashTable) listed =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  List list = { .context = context, .listed = listed };

  if (articles == NULL || content_yaml_is_null(articles))
    return true; /* reported with the other keys */
  if (articles->kind != CONTENT_YAML_LIST || articles->children->len == 0) {
    content_field_report_type(
        articles, "articles", "a list of texts",
        "[first-article, second-article]",
        &(ContentFieldContext){ CONTENT_BOOK_FILE, context->diag });
    return true;
  }

  bool done = find_names(&list, error);

  for (unsigned i = 0; done && i < articles->children->len; i++)
    done = add_item(&list, g_ptr_array_index(articles->children, i), error);
  if (done)
    note_unlisted(&list);
  g_ptr_array_unref(list.names);
  return done;
}
