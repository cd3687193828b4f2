/* pass/target.c -- what a link may lead to within the book. */
/* SPDX-License-Identifier: MIT */

#include "pass/target.h"

#include "base/bytes.h"
#include "base/nearest.h"
#include "base/path.h"

#include <string.h>

void
pass_targets_init(PassTargets *targets, const PassContext *context)
{
  *targets = (PassTargets){ context, g_hash_table_new_full(
                                         NULL, NULL, NULL,
                                         (GDestroyNotify)g_hash_table_unref) };
}

void
pass_targets_clear(PassTargets *targets)
{
  g_hash_table_unref(targets->anchors);
}

/* How long a file's name is without the suffix of an article. */
static size_t
stem_length(const char *base)
{
  static const char *const suffixes[] = { ".md", ".markdown", ".html", ".htm",
                                          ".xhtml" };

  for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
    if (g_str_has_suffix(base, suffixes[i]))
      return strlen(base) - strlen(suffixes[i]);
  return strlen(base);
}

/* "a/b.md" and "a/b.html" have the stem "b".  (transfer full) */
static char *
stem_of(const char *path)
{
  g_autofree char *base = g_path_get_basename(path);

  return g_strndup(base, stem_length(base));
}

/* Asked for each link and article: nothing is copied. */
static bool
has_stem(const char *source, const char *stem, size_t length)
{
  const char *slash = strrchr(source, '/');
  const char *base = slash != NULL ? slash + 1 : source;

  return strncmp(base, stem, length) == 0 && stem_length(base) == length;
}

static const BookArticle *
find_by_path(const Book *book, const char *path)
{
  for (guint i = 0; i < book->articles->len; i++) {
    const BookArticle *article = book_article(book, i);
    if (article->source != NULL && strcmp(article->source, path) == 0)
      return article;
  }
  return NULL;
}

static const BookArticle *
find_by_stem(const Book *book, const char *stem)
{
  size_t length = strlen(stem);

  for (guint i = 0; i < book->articles->len; i++) {
    const BookArticle *article = book_article(book, i);
    if (article->source != NULL && has_stem(article->source, stem, length))
      return article;
  }
  return book_find_article(book, stem);
}

const BookArticle *
pass_targets_article(PassTargets *targets, const char *path)
{
  const PassContext *context = targets->context;
  g_autofree char *resolved = path_resolve(context->article->source, path);
  g_autofree char *stem = stem_of(path);
  const BookArticle *found =
      resolved != NULL ? find_by_path(context->book, resolved) : NULL;

  return found != NULL ? found : find_by_stem(context->book, stem);
}

/* "page:b.md#c" and "b.md#c" lead into "b.md".  What has another scheme leads
 * nowhere in the book, but an article may be called like its end: one more is
 * found then, which harms nobody. */
static void
collect_article(PassTargets *targets, const char *target, GPtrArray *articles)
{
  const char *start =
      g_str_has_prefix(target, "page:") ? target + strlen("page:") : target;
  g_autofree char *path = g_strndup(start, strcspn(start, "#?"));
  g_autofree char *plain = g_uri_unescape_string(path, NULL);
  const BookArticle *article = NULL;

  if (*path != '\0' && strchr(start, '#') != NULL)
    article = pass_targets_article(targets, plain != NULL ? plain : path);
  if (article != NULL)
    g_ptr_array_add(articles, (gpointer)(gsize)article);
}

static void
collect_links(PassTargets *targets, const DocNode *node, GPtrArray *articles)
{
  if (node->kind == DOC_LINK && node->as.link.kind == DOC_LINK_UNRESOLVED)
    collect_article(targets, node->as.link.target, articles);
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    collect_links(targets, child, articles);
}

void
pass_targets_collect(PassTargets *targets, const Doc *doc, GPtrArray *articles)
{
  collect_links(targets, doc_root(doc), articles);
}

static void
collect(GHashTable *anchors, const DocNode *node)
{
  if (node->id != NULL)
    g_hash_table_add(anchors, (gpointer)(gsize)node->id);
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    collect(anchors, child);
}

/* The ids of one article, borrowed from its tree. */
static GHashTable *
anchors_of(PassTargets *targets, const BookArticle *article)
{
  GHashTable *anchors = g_hash_table_lookup(targets->anchors, article);

  if (anchors != NULL)
    return anchors;
  anchors = g_hash_table_new(g_str_hash, g_str_equal);
  if (article->doc != NULL)
    collect(anchors, doc_root(article->doc));
  g_hash_table_insert(targets->anchors, (gpointer)(gsize)article, anchors);
  return anchors;
}

static char *
find_anchor(GHashTable *anchors, const char *article, const char *anchor)
{
  g_autofree char *id = g_strconcat(article, ".", anchor, NULL);

  return g_hash_table_contains(anchors, id) ? g_steal_pointer(&id) : NULL;
}

/* Letters and digits alone: programs differ in where they put hyphens
 * ("don-t" and "dont", "the-operator" and "the--operator").
 * (transfer full) */
static char *
squeeze(const char *text)
{
  GString *out = g_string_new(NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
    if (g_unichar_isalnum(g_utf8_get_char(at)))
      g_string_append_unichar(out, g_unichar_tolower(g_utf8_get_char(at)));
  return g_string_free(out, FALSE);
}

/* Of several, the first by bytes: a hash has no order of its own. */
static char *
find_squeezed(GHashTable *anchors, const char *anchor)
{
  g_autofree char *wanted = squeeze(anchor);
  const char *found = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init(&iter, anchors);
  while (*wanted != '\0' && g_hash_table_iter_next(&iter, &key, NULL)) {
    const char *dot = strrchr(key, '.');
    g_autofree char *other = dot != NULL ? squeeze(dot + 1) : NULL;
    if (g_strcmp0(other, wanted) == 0 &&
        (found == NULL || strcmp(key, found) < 0))
      found = key;
  }
  return g_strdup(found);
}

char *
pass_targets_anchor(PassTargets *targets, const BookArticle *article,
                    const char *anchor)
{
  GHashTable *anchors = anchors_of(targets, article);
  g_autofree char *slug = bytes_slug(anchor, true);
  g_autofree char *title = NULL;
  char *id = find_anchor(anchors, article->meta->id, anchor);

  if (id == NULL)
    id = find_anchor(anchors, article->meta->id, slug);
  if (id == NULL)
    id = find_squeezed(anchors, anchor);
  if (id != NULL || article->meta->title == NULL)
    return id;
  /* The title's own heading has given way to the article itself. */
  title = bytes_slug(article->meta->title, true);
  return strcmp(title, slug) == 0 ? g_strdup(article->meta->id) : NULL;
}

char *
pass_targets_nearest_article(PassTargets *targets, const char *path)
{
  const Book *book = targets->context->book;
  g_autofree char *stem = stem_of(path);
  Nearest nearest = { .wanted = stem, .half = true };
  const BookArticle *article;

  for (guint i = 0; i < book->articles->len; i++)
    nearest_offer(&nearest, book_article(book, i)->meta->id);
  if (nearest.name == NULL)
    return NULL;
  article = book_find_article(book, nearest.name);
  return article->source != NULL ? g_path_get_basename(article->source)
                                 : g_strdup(nearest.name);
}

static void
offer_anchors(Nearest *nearest, const DocNode *node)
{
  const char *dot = node->id != NULL ? strrchr(node->id, '.') : NULL;

  if (dot != NULL)
    nearest_offer(nearest, dot + 1);
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    offer_anchors(nearest, child);
}

char *
pass_targets_nearest_anchor(const BookArticle *article, const char *anchor)
{
  Nearest nearest = { .wanted = anchor, .half = true };

  if (article->doc != NULL)
    offer_anchors(&nearest, doc_root(article->doc));
  return g_strdup(nearest.name);
}
