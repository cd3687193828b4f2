/* content/front_matter.c -- what stands between the two `---` lines. */
/* SPDX-License-Identifier: MIT */

#include "content/front_matter.h"

#include "content/field.h"
#include "content/value.h"

#include <string.h>

#define FENCE           "---"
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static const char *const kinds[] = {
  [META_ARTICLE] = "article", [META_TOPIC] = "topic", [META_FORM] = "form", NULL
};

static const char *const directions[] = {
  [META_LTR] = "ltr", [META_RTL] = "rtl", NULL
};

static const ContentField review_fields[] = {
  { .key = "by",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(MetaReview, by),
    .example = "the name of who reviewed it" },
  { .key = "on",
    .kind = CONTENT_FIELD_DATE,
    .required = true,
    .offset = offsetof(MetaReview, on),
    .example = "2026-11-22" },
  { .key = "role",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(MetaReview, role),
    .example = "pharmacist" },
  { .key = NULL }
};

/* The title is required by hand: only a book insists on it. */
const ContentField content_front_matter_fields[] = {
  { .key = "title",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Meta, title),
    .example = "What this article is about" },
  { .key = "id",
    .kind = CONTENT_FIELD_ARTICLE_ID,
    .offset = offsetof(Meta, id),
    .example = "warning-signs" },
  { .key = "kind",
    .kind = CONTENT_FIELD_CHOICE,
    .offset = offsetof(Meta, kind),
    .example = "article",
    .words = kinds },
  { .key = "summary",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Meta, summary),
    .example = "One or two sentences." },
  { .key = "author",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Meta, author),
    .example = "a real person's name" },
  { .key = "lang",
    .kind = CONTENT_FIELD_LANGUAGE,
    .offset = offsetof(Meta, lang),
    .example = "en" },
  { .key = "dir",
    .kind = CONTENT_FIELD_CHOICE,
    .offset = offsetof(Meta, direction),
    .example = "ltr",
    .words = directions },
  { .key = "updated",
    .kind = CONTENT_FIELD_DATE,
    .offset = offsetof(Meta, updated),
    .example = "2026-11-22" },
  { .key = "reviewed",
    .kind = CONTENT_FIELD_GROUP,
    .offset = offsetof(Meta, review),
    .example = "{by: …, on: 2026-11-22, role: …}",
    .fields = review_fields },
  { .key = "review-by",
    .kind = CONTENT_FIELD_DATE,
    .offset = offsetof(Meta, review_by),
    .example = "2027-05-22" },
  { .key = "max-grade",
    .kind = CONTENT_FIELD_NUMBER,
    .offset = offsetof(Meta, max_grade),
    .example = "6" },
  { .key = "also-known-as",
    .kind = CONTENT_FIELD_TEXTS,
    .offset = offsetof(Meta, also_known_as),
    .example = "[one name, another name]" },
  { .key = "index",
    .kind = CONTENT_FIELD_TEXTS,
    .offset = offsetof(Meta, index),
    .example = "[one word, another word]" },
  { .key = "formats",
    .kind = CONTENT_FIELD_TEXTS,
    .offset = offsetof(Meta, formats),
    .example = "[booklet, trifold]" },
  { .key = NULL }
};

typedef struct {
  const char *text;
  gsize length;
  gsize start;    /* of the keys, behind the first fence */
  gsize end;      /* of the keys, before the last fence */
  gsize body;     /* behind the last fence */
  unsigned lines; /* of the file, before the body */
} Block;

/* Where the line after the one at `offset` begins. */
static gsize
next_line(const char *text, gsize length, gsize offset)
{
  const char *newline = memchr(text + offset, '\n', length - offset);

  return newline != NULL ? (gsize)(newline - text) + 1 : length;
}

/* A line of three hyphens; spaces and a carriage return may follow. */
static bool
is_fence(const char *text, gsize offset, gsize end)
{
  if (end - offset < strlen(FENCE) ||
      memcmp(text + offset, FENCE, strlen(FENCE)) != 0)
    return false;
  for (gsize i = offset + strlen(FENCE); i < end; i++)
    if (!g_ascii_isspace(text[i]))
      return false;
  return true;
}

/* True if the text begins with a fence and a second one closes it; without
 * the second one `start` is set and `end` is 0. */
static bool
find_block(Block *block)
{
  gsize offset = 0;

  if (block->length >= strlen(BYTE_ORDER_MARK) &&
      memcmp(block->text, BYTE_ORDER_MARK, strlen(BYTE_ORDER_MARK)) == 0)
    offset = strlen(BYTE_ORDER_MARK);
  block->body = offset;

  gsize next = next_line(block->text, block->length, offset);

  if (!is_fence(block->text, offset, next))
    return false;
  block->start = next;
  block->lines = 1;
  while (next < block->length) {
    offset = next;
    next = next_line(block->text, block->length, offset);
    block->lines++;
    if (!is_fence(block->text, offset, next))
      continue;
    block->end = offset;
    block->body = next;
    return true;
  }
  return false;
}

static void
report_no_block(const BookArticle *article, const Block *block, Diag *diag)
{
  DiagPos pos = { article->source, 1, 1 };

  if (block->start > 0)
    diag_report(diag, DIAG_CONTENT, pos, "open-front-matter",
                "no second line \"---\" closes the front matter that begins "
                "here; write one behind its last key");
  else if (!diag_is_lenient(diag))
    diag_report(diag, DIAG_ERROR, pos, "no-front-matter",
                "there is no front matter; begin the file with the three "
                "lines \"---\", \"title: What this article is about\", "
                "\"---\"");
}

static ContentYaml *
parse_block(const BookArticle *article, const Block *block, Diag *diag)
{
  ContentYamlInput input = { .source = article->source,
                             .text = block->text + block->start,
                             .length = block->end - block->start,
                             .first_line = 2 };
  g_autoptr(ContentYaml) map = content_yaml_parse(&input, diag);

  if (map == NULL)
    return NULL;
  if (map->kind == CONTENT_YAML_MAP)
    return g_steal_pointer(&map);
  diag_report(diag, DIAG_CONTENT,
              (DiagPos){ article->source, map->pos.line, map->pos.column },
              "wrong-type",
              "the front matter is %s; write one \"key: value\" a line",
              content_yaml_kind_name(map->kind));
  return NULL;
}

static void
check_title(const BookArticle *article, Diag *diag)
{
  if (article->meta->title != NULL || diag_is_lenient(diag))
    return;
  diag_report(diag, DIAG_ERROR, (DiagPos){ article->source, 1, 1 },
              "missing-key",
              "title is missing; write \"title: What this article is about\" "
              "between the two lines \"---\"");
}

/* Two dates that contradict each other; ISO 8601 sorts as text. */
static void
check_dates(const ContentYaml *map, const BookArticle *article, Diag *diag)
{
  const Meta *meta = article->meta;
  const ContentYaml *value = content_yaml_find(map, "review-by");

  if (meta->updated == NULL || meta->review_by == NULL || value == NULL ||
      strcmp(meta->review_by, meta->updated) >= 0)
    return;
  diag_report(diag, DIAG_CONTENT,
              (DiagPos){ article->source, value->pos.line, value->pos.column },
              "bad-value",
              "review-by (%s) lies before updated (%s); write a later day",
              meta->review_by, meta->updated);
}

/* A language that is written from right to left says so by itself. */
static void
set_direction(const ContentYaml *map, Meta *meta)
{
  if (meta->lang != NULL && content_yaml_find(map, "dir") == NULL)
    meta->direction = content_value_direction(meta->lang);
}

void
content_front_matter_read(BookArticle *article, Diag *diag)
{
  Block block = { 0 };

  block.text = g_bytes_get_data(article->bytes, &block.length);
  if (block.length == 0 || !find_block(&block)) {
    article->body_offset = block.length > 0 ? block.body : 0;
    report_no_block(article, &block, diag);
    return;
  }

  g_autoptr(ContentYaml) map = parse_block(article, &block, diag);

  if (map == NULL && diag_is_lenient(diag))
    return; /* a rule, some text, a rule: it is all text */
  article->body_offset = block.body;
  article->body_line = block.lines + 1;
  if (map == NULL)
    return;
  content_field_read(
      map, content_front_matter_fields, article->meta,
      &(ContentFieldContext){ .source = article->source, .diag = diag });
  set_direction(map, article->meta);
  check_title(article, diag);
  check_dates(map, article, diag);
}
