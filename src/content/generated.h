/*
 * content/generated.h -- an article whose text a data file holds: the steps of
 * an emergency, the words of the glossary.
 *
 * The file's key `article` says what an article's front matter says.
 */
#pragma once

#include "content/article.h"
#include "content/yaml.h"

typedef struct {
  BookOrigin origin;
  const char *id;   /* unless the file names another */
  const char *file; /* static */
} ContentGenerated;

/* Adds the article at the end of the book; `map` is what the file holds. */
void content_generated_add(const ContentArticleContext *context,
                           const ContentYaml *map,
                           const ContentGenerated *generated);
