/* release/recall.c -- which printed sheets of the last edition must go. */
/* SPDX-License-Identifier: MIT */

#include "release/recall.h"

#include "release/json_value.h"
#include "release/safety.h"

#include <string.h>

enum {
  MANIFEST_MAX = 16 << 20 /* bytes */
};

static void
refuse(Diag *diag, const Book *book, const char *why)
{
  diag_report(diag, DIAG_ERROR, (DiagPos){ "book.yaml", 0, 0 },
              "previous-manifest",
              "previous: \"%.200s\" %s; write the path of the last edition's "
              "MANIFEST.json in this folder, or take the line away",
              book->previous, why);
}

static JsonValue *
read_manifest(const Book *book, const PathRoot *root, Diag *diag)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes =
      path_root_read(root, book->previous, MANIFEST_MAX, &error);
  g_autoptr(JsonValue) value = bytes ? json_value_read(bytes, &error) : NULL;
  if (!value) {
    refuse(diag, book, "cannot be read as a manifest");
    return NULL;
  }
  if (g_strcmp0(json_value_find_text(value, "book"), book->id) != 0 ||
      !json_value_find_items(value, "safety")) {
    refuse(diag, book, "is no manifest of this book that keeps its safety");
    return NULL;
  }
  return g_steal_pointer(&value);
}

static const JsonValue *
find_article(const GPtrArray *items, const char *id)
{
  for (unsigned i = 0; i < items->len; i++) {
    const JsonValue *item = g_ptr_array_index(items, i);
    if (g_strcmp0(json_value_find_text(item, "article"), id) == 0)
      return item;
  }
  return NULL;
}

/* What differs, in words: "numbers, steps"; empty if nothing does. */
static char *
difference(const Book *book, const BookArticle *article, const JsonValue *old)
{
  GString *words = g_string_new(NULL);
  for (unsigned kind = 0; kind < SAFETY_COUNT; kind++) {
    const char *name = safety_kind_name((SafetyKind)kind);
    g_autofree char *hash = safety_hash(book, article, (SafetyKind)kind);
    if (g_strcmp0(json_value_find_text(old, name), hash) != 0)
      g_string_append_printf(words, "%s%s", words->len ? ", " : "", name);
  }
  return g_string_free(words, FALSE);
}

static void
compare(Book *book, const BookArticle *article, const GPtrArray *items,
        Diag *diag)
{
  const JsonValue *old = find_article(items, article->meta->id);
  g_autofree char *because =
      old ? difference(book, article, old) : g_strdup("");
  if (because[0] == '\0')
    return; /* what was never printed is not called back */
  BookRecall *recall = book_add_recall(book);
  recall->article = g_strdup(article->meta->id);
  recall->edition = g_strdup(book->replaces);
  recall->because = g_strdup(because);
  diag_report(diag, DIAG_WARNING, (DiagPos){ article->source, 0, 0 }, "recall",
              "destroy printed sheets of edition %s of \"%s\": other %s",
              book->replaces, article->meta->title, because);
}

void
recall_find(Book *book, const PathRoot *root, Diag *diag)
{
  if (!book->previous)
    return;
  g_autoptr(JsonValue) manifest = read_manifest(book, root, diag);
  if (!manifest)
    return;
  const char *edition = json_value_find_text(manifest, "edition");
  if (!edition)
    edition = json_value_find_text(manifest, "released");
  g_free(book->replaces);
  book->replaces = g_strdup(edition ? edition : "?");
  for (unsigned i = 0; i < book->articles->len; i++)
    compare(book, book_article(book, i),
            json_value_find_items(manifest, "safety"), diag);
}
