/* content/helplines.c -- helplines.yaml becomes rows of the registry. */
/* SPDX-License-Identifier: MIT */

#include "content/helplines.h"

static const char *const reaches[] = {
  [HELPLINE_CALL] = "call",
  [HELPLINE_TEXT] = "text",
  [HELPLINE_CALL_OR_TEXT] = "call or text",
  NULL,
};

static const ContentField check_fields[] = {
  { .key = "by",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(HelplineCheck, by),
    .example = "the name of who checked it" },
  { .key = "on",
    .kind = CONTENT_FIELD_DATE,
    .required = true,
    .offset = offsetof(HelplineCheck, on),
    .example = "2026-11-22" },
  { .key = "how",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(HelplineCheck, how),
    .example = "read on the operator's own page" },
  { .key = NULL }
};

static const ContentField fields[] = {
  { .key = "id",
    .kind = CONTENT_FIELD_ARTICLE_ID,
    .required = true,
    .offset = offsetof(Helpline, id),
    .example = "em-us" },
  { .key = "country",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(Helpline, country),
    .example = "US" },
  { .key = "name",
    .kind = CONTENT_FIELD_TEXT,
    .required = true,
    .offset = offsetof(Helpline, name),
    .example = "National Helpline" },
  { .key = "number",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Helpline, number),
    .example = "1-800-662-4357" },
  { .key = "reach",
    .kind = CONTENT_FIELD_CHOICE,
    .offset = offsetof(Helpline, reach),
    .example = "call",
    .words = reaches },
  { .key = "hours",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Helpline, hours),
    .example = "Monday to Friday, 9 to 5" },
  { .key = "always",
    .kind = CONTENT_FIELD_BOOL,
    .offset = offsetof(Helpline, always),
    .example = "true" },
  { .key = "emergency",
    .kind = CONTENT_FIELD_BOOL,
    .offset = offsetof(Helpline, emergency),
    .example = "true" },
  { .key = "conflict",
    .kind = CONTENT_FIELD_BOOL,
    .offset = offsetof(Helpline, conflict),
    .example = "true" },
  { .key = "source",
    .kind = CONTENT_FIELD_ARTICLE_ID,
    .offset = offsetof(Helpline, source),
    .example = "the id of a row of sources.yaml" },
  { .key = "checked",
    .kind = CONTENT_FIELD_GROUP,
    .offset = offsetof(Helpline, checked),
    .example = "{by: a name, on: 2026-11-22, how: on the operator's page}",
    .fields = check_fields },
  { .key = "expires",
    .kind = CONTENT_FIELD_DATE,
    .offset = offsetof(Helpline, expires),
    .example = "2027-05-22" },
  { .key = "note",
    .kind = CONTENT_FIELD_TEXT,
    .offset = offsetof(Helpline, note),
    .example = "what else must be known" },
  { .key = NULL }
};

/* A row must say whether it was checked: forgetting it is not "nobody did". */
static void
check_row(const ContentYaml *row, const Helpline *helpline,
          const ContentFieldContext *context)
{
  if (content_yaml_find(row, "checked") == NULL)
    diag_report(context->diag, DIAG_ERROR, helpline->pos, "missing-key",
                "checked is missing; write \"checked: null\" until somebody "
                "has checked this row");
  if (helpline->number == NULL && !helpline->conflict)
    diag_report(context->diag, DIAG_ERROR, helpline->pos, "missing-key",
                "number is missing; write it, or \"conflict: true\" if "
                "sources differ about it");
}

/* The digits of a number, which two rows may write differently.
 * (transfer full) */
static char *
digits_of(const char *number)
{
  GString *digits = g_string_new(NULL);

  for (; number != NULL && *number != '\0'; number++)
    if (g_ascii_isdigit(*number))
      g_string_append_c(digits, *number);
  return g_string_free(digits, FALSE);
}

static bool
is_same_line(const Helpline *one, const Helpline *other)
{
  g_autofree char *digits = digits_of(one->number);
  g_autofree char *others = digits_of(other->number);

  return digits[0] != '\0' && g_strcmp0(digits, others) == 0 &&
         g_strcmp0(one->country, other->country) == 0;
}

static void
check_duplicates(const Registry *registry, const Helpline *added, Diag *diag)
{
  for (unsigned i = 0; i < registry->helplines->len; i++) {
    const Helpline *other = registry_helpline(registry, i);

    if (other == added || added->id == NULL)
      continue;
    if (g_strcmp0(other->id, added->id) == 0)
      diag_report(diag, DIAG_ERROR, added->pos, "duplicate-helpline",
                  "the id \"%s\" stands in line %u already; keep one of the "
                  "two rows",
                  added->id, other->pos.line);
    else if (is_same_line(added, other))
      diag_report(diag, DIAG_ERROR, added->pos, "duplicate-helpline",
                  "\"%s\" has the number of \"%s\" in line %u; keep one of "
                  "the two rows",
                  added->id, other->id, other->pos.line);
  }
}

static void
add_helpline(const ContentYaml *row, DiagPos pos,
             const ContentRegistryContext *context)
{
  ContentFieldContext field_context = { CONTENT_HELPLINES_FILE, context->diag };
  Registry *registry = context->book->registry;
  Helpline *helpline = registry_add_helpline(registry, pos);

  content_field_read(row, fields, helpline, &field_context);
  check_row(row, helpline, &field_context);
  check_duplicates(registry, helpline, context->diag);
}

bool
content_helplines_load(const ContentRegistryContext *context, GError **error)
{
  return content_registry_file_load(context, CONTENT_HELPLINES_FILE,
                                    add_helpline, error);
}
