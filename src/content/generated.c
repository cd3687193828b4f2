/* content/generated.c -- an article whose text a data file holds. */
/* SPDX-License-Identifier: MIT */

#include "content/generated.h"

#include "content/front_matter.h"

static void
read_meta(const ContentYaml *map, Meta *meta,
          const ContentFieldContext *context)
{
  const ContentYaml *article = content_yaml_find(map, "article");

  if (article != NULL && article->kind == CONTENT_YAML_MAP)
    content_field_read(article, content_front_matter_fields, meta, context);
  else if (article != NULL)
    content_field_report_type(article, "article", "a group of keys",
                              "{title: What the page is called}", context);
  if (meta->title == NULL)
    diag_report(context->diag, DIAG_ERROR,
                (DiagPos){ context->source, map->pos.line, map->pos.column },
                "missing-title",
                "the page made from this file has no title; write \"article:\" "
                "and below it \"  title: What the page is called\"");
}

void
content_generated_add(const ContentArticleContext *context,
                      const ContentYaml *map, const ContentGenerated *generated)
{
  ContentFieldContext field_context = { generated->file, context->diag };

  if (context->book->parts->len == 0 || generated->origin == BOOK_GLOSSARY)
    book_add_part(context->book, NULL);

  BookArticle *article = book_add_article(context->book);
  Meta *meta = article->meta;

  article->origin = generated->origin;
  article->source = g_strdup(generated->file);
  article->part = context->book->parts->len - 1;
  meta->direction = context->book->direction;
  read_meta(map, meta, &field_context);
  if (meta->title == NULL)
    meta->title = g_strdup(generated->id);
  if (meta->lang == NULL)
    meta->lang = g_strdup(context->book->lang);
  if (meta->id == NULL)
    meta->id = g_strdup(generated->id);
  content_article_settle_id(context, article);
}
