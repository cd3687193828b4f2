/* content/glossary.c -- glossary.yaml becomes rows of the registry. */
/* SPDX-License-Identifier: MIT */

#include "content/glossary.h"

#include "content/generated.h"
#include "content/registry_file.h"

static const ContentField fields[] = {
  { .key = "article",
    .kind = CONTENT_FIELD_OTHER,
    .required = true,
    .example = "{title: Words used in this book}" },
  { .key = "words",
    .kind = CONTENT_FIELD_OTHER,
    .required = true,
    .example = "[{id: tolerance, term: Tolerance, definition: …}]" },
  { .key = NULL }
};

static const ContentField word_fields[] = {
  { .key = "id",
    .kind = CONTENT_FIELD_ARTICLE_ID,
    .required = true,
    .offset = offsetof(GlossaryEntry, id),
    .example = "tolerance" },
  { .key = "term",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(GlossaryEntry, term),
    .example = "Tolerance" },
  { .key = "definition",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(GlossaryEntry, definition.markdown),
    .example = "What the word means." },
  { .key = "forms",
    .kind = CONTENT_FIELD_TEXTS,
    .offset = offsetof(GlossaryEntry, forms),
    .example = "[tolerant, toleration]" },
  { .key = "also-known-as",
    .kind = CONTENT_FIELD_TEXTS,
    .offset = offsetof(GlossaryEntry, also_known_as),
    .example = "[one, another]" },
  { .key = "article",
    .kind = CONTENT_FIELD_ARTICLE_ID,
    .offset = offsetof(GlossaryEntry, article),
    .example = "dependence" },
  { .key = NULL }
};

static void
read_words(const ContentYaml *list, const ContentArticleContext *context)
{
  ContentFieldContext field_context = { CONTENT_GLOSSARY_FILE, context->diag };
  g_autoptr(GPtrArray) rows = content_registry_file_rows(list, &field_context);
  Registry *registry = context->book->registry;

  for (unsigned i = 0; i < rows->len; i++) {
    const ContentYaml *row = g_ptr_array_index(rows, i);
    GlossaryEntry *entry = registry_add_glossary_entry(
        registry, content_registry_file_pos(row, CONTENT_GLOSSARY_FILE));

    content_field_read(row, word_fields, entry, &field_context);
    entry->definition.pos =
        content_registry_file_member(row, "definition", CONTENT_GLOSSARY_FILE);
    content_registry_file_check_id(registry->glossary, entry, "duplicate-term",
                                   context->diag);
  }
}

/* A glossary leads to articles of this book only. */
static void
check_articles(const Book *book, Diag *diag)
{
  for (unsigned i = 0; i < book->registry->glossary->len; i++) {
    const GlossaryEntry *entry = registry_glossary_entry(book->registry, i);

    if (entry->article != NULL &&
        book_find_article(book, entry->article) == NULL)
      diag_report(diag, DIAG_ERROR, entry->pos, "no-such-article",
                  "the word \"%.80s\" leads to \"%.80s\", which is no article "
                  "of this book; write the id of one, or take the line away",
                  entry->id != NULL ? entry->id : "", entry->article);
  }
}

bool
content_glossary_load(const ContentArticleContext *context, GError **error)
{
  static const ContentGenerated generated = { BOOK_GLOSSARY, "words",
                                              CONTENT_GLOSSARY_FILE };
  ContentRegistryContext registry_context = { context->root, context->book,
                                              context->diag };
  ContentFieldContext field_context = { CONTENT_GLOSSARY_FILE, context->diag };
  g_autoptr(ContentYaml) map = NULL;

  if (!content_registry_file_read(&registry_context, CONTENT_GLOSSARY_FILE,
                                  CONTENT_YAML_MAP, &map, error))
    return false;
  if (map == NULL)
    return true;

  const ContentYaml *words = content_yaml_find(map, "words");

  content_field_read(map, fields, NULL, &field_context);
  if (words != NULL && words->kind == CONTENT_YAML_LIST)
    read_words(words, context);
  else if (words != NULL && !content_yaml_is_null(words))
    content_field_report_type(words, "words", "a list of words",
                              "and below it \"  - id: tolerance\"",
                              &field_context);
  content_generated_add(context, map, &generated);
  check_articles(context->book, context->diag);
  return true;
}
