/* content/book_file.c -- book.yaml: what the book says about itself. */
/* SPDX-License-Identifier: MIT */

#include "content/book_file.h"

#include "base/bytes.h"
#include "content/book_list.h"
#include "content/discreet.h"
#include "content/field.h"
#include "content/glossary.h"
#include "content/index.h"
#include "content/registry.h"
#include "content/value.h"

static const char *const directions[] = {
  [META_LTR] = "ltr", [META_RTL] = "rtl", NULL
};

static const ContentField series_fields[] = {
  { .key = "name",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(Book, series),
    .example = "Plain answers" },
  { .key = "position",
    .kind = CONTENT_FIELD_NUMBER,
    .offset = offsetof(Book, series_position),
    .example = "1" },
  { .key = NULL }
};

static const ContentField translation_fields[] = {
  { .key = "id",
    .kind = CONTENT_FIELD_BOOK_ID,
    .required = true,
    .offset = offsetof(BookTranslation, id),
    .example = "opioid-restart" },
  { .key = "edition",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(BookTranslation, edition),
    .example = "2026.11" },
  { .key = NULL }
};

static const ContentField evaluation_fields[] = {
  { .key = "by",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(BookEvaluation, by),
    .example = "the name of who evaluated it" },
  { .key = "on",
    .kind = CONTENT_FIELD_DATE,
    .required = true,
    .offset = offsetof(BookEvaluation, on),
    .example = "2026-11-22" },
  { .key = "report",
    .kind = CONTENT_FIELD_ADDRESS,
    .required = true,
    .offset = offsetof(BookEvaluation, report),
    .example = "https://example.org/report" },
  { .key = NULL }
};

static const ContentField fields[] = {
  { .key = "id",
    .kind = CONTENT_FIELD_BOOK_ID,
    .required = true,
    .offset = offsetof(Book, id),
    .example = "opioid-restart" },
  { .key = "title",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(Book, title),
    .example = "What this book is called" },
  { .key = "subtitle",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Book, subtitle),
    .example = "What it is, in a line" },
  { .key = "author",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Book, author),
    .example = "a real person's name" },
  { .key = "publisher",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Book, publisher),
    .example = "a real organisation's name" },
  { .key = "licence",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Book, licence),
    .example = "CC BY 4.0" },
  { .key = "lang",
    .kind = CONTENT_FIELD_LANGUAGE,
    .required = true,
    .offset = offsetof(Book, lang),
    .example = "en" },
  { .key = "dir",
    .kind = CONTENT_FIELD_CHOICE,
    .offset = offsetof(Book, direction),
    .example = "ltr",
    .words = directions },
  { .key = "edition",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Book, edition),
    .example = "2026.11" },
  { .key = "released",
    .kind = CONTENT_FIELD_DATE,
    .required = true,
    .offset = offsetof(Book, released),
    .example = "2026-11-22" },
  { .key = "previous",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Book, previous),
    .example = "previous/MANIFEST.json" },
  { .key = "draft",
    .kind = CONTENT_FIELD_BOOL,
    .offset = offsetof(Book, draft),
    .example = "true" },
  { .key = "discreet",
    .kind = CONTENT_FIELD_BOOL,
    .offset = offsetof(Book, discreet),
    .example = "true" },
  { .key = "articles",
    .kind = CONTENT_FIELD_OTHER,
    .required = true,
    .example = "[first-article, second-article]" },
  { .key = "report-errors-to",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Book, report_errors_to),
    .example = "an address that somebody reads" },
  { .key = "series", .kind = CONTENT_FIELD_OTHER },
  { .key = "isbn",
    .kind = CONTENT_FIELD_ISBN,
    .offset = offsetof(Book, isbn),
    .example = "978-3-16-148410-0" },
  { .key = "address",
    .kind = CONTENT_FIELD_ADDRESS,
    .offset = offsetof(Book, address),
    .example = "https://example.org/book" },
  { .key = "translation-of",
    .kind = CONTENT_FIELD_GROUP,
    .offset = offsetof(Book, translation),
    .example = "{id: opioid-restart, edition: \"2026.11\"}",
    .fields = translation_fields },
  { .key = "evaluation",
    .kind = CONTENT_FIELD_GROUP,
    .offset = offsetof(Book, evaluation),
    .example = "{by: …, on: 2026-11-22, report: https://…}",
    .fields = evaluation_fields },
  { .key = "fonts",
    .kind = CONTENT_FIELD_TEXTS,
    .offset = offsetof(Book, fonts),
    .example = "[Literata]" },
  { .key = "formats",
    .kind = CONTENT_FIELD_TEXTS,
    .offset = offsetof(Book, formats),
    .example = "[booklet, trifold]" },
  { .key = NULL }
};

/* A name alone, or a name and a position. */
static void
read_series(const ContentYaml *root, Book *book,
            const ContentFieldContext *context)
{
  const ContentYaml *series = content_yaml_find(root, "series");

  if (series == NULL || content_yaml_is_null(series))
    return;
  if (series->kind == CONTENT_YAML_MAP)
    content_field_read(series, series_fields, book, context);
  else if (series->kind == CONTENT_YAML_TEXT && series->text[0] != '\0')
    book->series = content_field_text(series);
  else
    content_field_report_type(series, "series", "a name",
                              "{name: Plain answers, position: 1}", context);
}

/* What must never be NULL is set even when it was reported missing, so that
 * the other stages can say what else is wrong. */
static void
settle(const ContentYaml *root, Book *book)
{
  if (book->lang == NULL)
    book->lang = g_strdup("en");
  else if (root != NULL && content_yaml_find(root, "dir") == NULL)
    book->direction = content_value_direction(book->lang);
  if (book->id == NULL)
    book->id = g_strdup("book");
  if (book->title == NULL)
    book->title = g_strdup(book->id);
  if (book->released == NULL)
    book->released = g_strdup("1980-01-01");
  content_discreet_apply(book);
}

/* NULL when the file is no text or no YAML, which was reported. */
static ContentYaml *
parse(GBytes *bytes, Diag *diag)
{
  ContentYamlInput input = { .source = CONTENT_BOOK_FILE, .first_line = 1 };
  gsize bad = 0;

  input.text = g_bytes_get_data(bytes, &input.length);
  if (input.length > 0 && !bytes_is_text(input.text, input.length, &bad)) {
    diag_report(diag, DIAG_ERROR, (DiagPos){ CONTENT_BOOK_FILE, 0, 0 },
                "not-text",
                "byte %" G_GSIZE_FORMAT " is no text; save the file as UTF-8, "
                "without control characters",
                bad + 1);
    return NULL;
  }

  g_autoptr(ContentYaml) root = content_yaml_parse(&input, diag);

  if (root == NULL || root->kind == CONTENT_YAML_MAP)
    return g_steal_pointer(&root);
  diag_report(diag, DIAG_ERROR,
              (DiagPos){ CONTENT_BOOK_FILE, root->pos.line, root->pos.column },
              "wrong-type",
              "the book file is %s; write one \"key: value\" a line",
              content_yaml_kind_name(root->kind));
  return NULL;
}

bool
content_book_file_load(const ContentArticleContext *context, GError **error)
{
  g_autoptr(GBytes) bytes = path_root_read(context->root, CONTENT_BOOK_FILE,
                                           CONTENT_YAML_BYTES_MAX, error);

  if (bytes == NULL)
    return false;

  g_autoptr(ContentYaml) root = parse(bytes, context->diag);
  ContentFieldContext field_context = { CONTENT_BOOK_FILE, context->diag };

  if (root != NULL) {
    content_field_read(root, fields, context->book, &field_context);
    read_series(root, context->book, &field_context);
  }
  settle(root, context->book);
  if (root == NULL)
    return true;
  if (!content_registry_load(context, error) ||
      !content_book_list_load(root, context, error) ||
      !content_glossary_load(context, error))
    return false;
  content_index_add(context);
  return true;
}
