/* content/article.c -- one file becomes one article of the book. */
/* SPDX-License-Identifier: MIT */

#include "content/article.h"

#include "base/bytes.h"
#include "content/front_matter.h"
#include "content/heading.h"
#include "content/value.h"

#include <string.h>

static DiagPos
pos_of(const BookArticle *article, gsize offset)
{
  const char *text = g_bytes_get_data(article->bytes, NULL);
  DiagPos pos = { article->source, 1, 1 };
  const char *start = text;
  const char *end = text + offset;

  for (const char *newline = memchr(start, '\n', (gsize)(end - start));
       newline != NULL; newline = memchr(start, '\n', (gsize)(end - start))) {
    pos.line++;
    start = newline + 1;
  }
  pos.column = (unsigned)(end - start) + 1;
  return pos;
}

/* What is no text is emptied, so that no later stage meets it. */
static bool
check_text(BookArticle *article, Diag *diag)
{
  gsize length = 0;
  const char *text = g_bytes_get_data(article->bytes, &length);
  gsize bad = 0;

  if (length == 0 || bytes_is_text(text, length, &bad))
    return true;
  diag_report(diag, DIAG_ERROR, pos_of(article, bad), "not-text",
              "the byte %02x here is no text; save the file as UTF-8, without "
              "control characters",
              (unsigned)(unsigned char)text[bad]);
  g_bytes_unref(article->bytes);
  article->bytes = g_bytes_new_static("", 0);
  return false;
}

static void
find_title(BookArticle *article)
{
  gsize length = 0;
  const char *text = g_bytes_get_data(article->bytes, &length);
  char *title = NULL;

  if (length > article->body_offset) {
    text += article->body_offset;
    length -= article->body_offset;
    title = g_str_has_suffix(article->source, ".html")
                ? content_heading_find_html(text, length)
                : content_heading_find_markdown(text, length);
  }
  article->meta->title_found = title != NULL;
  article->meta->title =
      title != NULL ? title : content_value_stem(article->source);
}

/* Makes the id unique, so that later stages may count on it. */
static void
number_id(const ContentArticleContext *context, Meta *meta)
{
  g_autofree char *stem = g_strdup(meta->id);

  for (unsigned n = 2; g_hash_table_contains(context->ids, meta->id); n++) {
    g_free(meta->id);
    meta->id = g_strdup_printf("%s-%u", stem, n);
  }
}

void
content_article_settle_id(const ContentArticleContext *context,
                          BookArticle *article)
{
  Meta *meta = article->meta;

  if (meta->id == NULL) {
    g_autofree char *stem = content_value_stem(article->source);

    meta->id = content_value_slug(stem);
  }

  const char *other = g_hash_table_lookup(context->ids, meta->id);

  if (other != NULL) {
    diag_report(context->diag, DIAG_CONTENT, (DiagPos){ article->source, 1, 1 },
                "duplicate-id",
                "the id \"%s\" is also that of %s; write another \"id:\" in "
                "one of the two front matters",
                meta->id, other);
    number_id(context, meta);
  }
  g_hash_table_insert(context->ids, g_strdup(meta->id),
                      g_strdup(article->source));
}

bool
content_article_add(const ContentArticleContext *context, const char *source,
                    GError **error)
{
  GBytes *bytes =
      path_root_read(context->root, source, CONTENT_ARTICLE_BYTES_MAX, error);

  if (bytes == NULL)
    return false;

  BookArticle *article = book_add_article(context->book);

  g_bytes_unref(article->bytes);
  article->bytes = bytes;
  article->source = g_strdup(source);
  article->part = context->book->parts->len - 1;
  article->meta->direction = context->book->direction;
  if (check_text(article, context->diag))
    content_front_matter_read(article, context->diag);
  if (article->meta->title == NULL)
    find_title(article);
  if (article->meta->lang == NULL)
    article->meta->lang = g_strdup(context->book->lang);
  content_article_settle_id(context, article);
  return true;
}
