/* content/emergency.c -- emergency.yaml becomes the registry's steps. */
/* SPDX-License-Identifier: MIT */

#include "content/emergency.h"

#include "content/generated.h"
#include "content/registry_file.h"
#include "content/sources.h"

#include <string.h>

static const ContentField fields[] = {
  { .key = "article",
    .kind = CONTENT_FIELD_OTHER,
    .required = true,
    .example = "{title: What the page is called}" },
  { .key = "brief-title",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Emergency, brief_title),
    .example = "Overdose: what to do" },
  { .key = "intro",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Emergency, intro.markdown),
    .example = "What to do first of all." },
  { .key = "steps",
    .kind = CONTENT_FIELD_OTHER,
    .required = true,
    .example = "[{id: call, text: …, brief: …, source: …, status: read}]" },
  { .key = "after",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Emergency, after.markdown),
    .example = "What not to do." },
  { .key = NULL }
};

static const ContentField step_fields[] = {
  { .key = "id",
    .kind = CONTENT_FIELD_ARTICLE_ID,
    .required = true,
    .offset = offsetof(EmergencyStep, id),
    .example = "call" },
  { .key = "text",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(EmergencyStep, text.markdown),
    .example = "What to do in this step." },
  { .key = "brief",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(EmergencyStep, brief.markdown),
    .example = "The same in a few words" },
  { .key = "source",
    .kind = CONTENT_FIELD_ARTICLE_ID,
    .required = true,
    .offset = offsetof(EmergencyStep, source),
    .example = "the id of a row of sources.yaml" },
  { .key = "status",
    .kind = CONTENT_FIELD_CHOICE,
    .required = true,
    .offset = offsetof(EmergencyStep, status),
    .example = "second-hand",
    .words = content_sources_statuses },
  { .key = NULL }
};

static void
read_steps(const ContentYaml *list, const ContentArticleContext *context)
{
  ContentFieldContext field_context = { CONTENT_EMERGENCY_FILE, context->diag };
  g_autoptr(GPtrArray) rows = content_registry_file_rows(list, &field_context);
  Registry *registry = context->book->registry;

  for (unsigned i = 0; i < rows->len; i++) {
    const ContentYaml *row = g_ptr_array_index(rows, i);
    EmergencyStep *step = registry_add_emergency_step(
        registry, content_registry_file_pos(row, CONTENT_EMERGENCY_FILE));

    content_field_read(row, step_fields, step, &field_context);
    step->text.pos =
        content_registry_file_member(row, "text", CONTENT_EMERGENCY_FILE);
    step->brief.pos =
        content_registry_file_member(row, "brief", CONTENT_EMERGENCY_FILE);
    content_registry_file_check_id(registry->emergency.steps, step,
                                   "duplicate-step", context->diag);
  }
}

static void
read_map(const ContentYaml *map, const ContentArticleContext *context)
{
  ContentFieldContext field_context = { CONTENT_EMERGENCY_FILE, context->diag };
  Emergency *emergency = &context->book->registry->emergency;
  const ContentYaml *steps = content_yaml_find(map, "steps");

  content_field_read(map, fields, emergency, &field_context);
  emergency->intro.pos =
      content_registry_file_member(map, "intro", CONTENT_EMERGENCY_FILE);
  emergency->after.pos =
      content_registry_file_member(map, "after", CONTENT_EMERGENCY_FILE);
  if (steps != NULL && steps->kind == CONTENT_YAML_LIST)
    read_steps(steps, context);
  else if (steps != NULL && !content_yaml_is_null(steps))
    content_field_report_type(steps, "steps", "a list of steps",
                              "and below it \"  - id: call\"", &field_context);
}

bool
content_emergency_load(const ContentArticleContext *context, GError **error)
{
  static const ContentGenerated generated = { BOOK_EMERGENCY, "emergency",
                                              CONTENT_EMERGENCY_FILE };
  ContentRegistryContext registry_context = { context->root, context->book,
                                              context->diag };
  g_autoptr(ContentYaml) map = NULL;

  if (!content_registry_file_read(&registry_context, CONTENT_EMERGENCY_FILE,
                                  CONTENT_YAML_MAP, &map, error))
    return false;
  if (map == NULL)
    return true;
  read_map(map, context);
  content_generated_add(context, map, &generated);

  const BookArticle *article = book_article(context->book, 0);

  context->book->registry->emergency.title = g_strdup(article->meta->title);
  return true;
}
