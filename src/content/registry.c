/* content/registry.c -- all the data beside the articles. */
/* SPDX-License-Identifier: MIT */

#include "content/registry.h"

#include "content/emergency.h"
#include "content/fragments.h"
#include "content/helplines.h"
#include "content/sources.h"
#include "content/term_rules.h"

static void
check_source(const Registry *registry, const char *id, DiagPos pos, Diag *diag)
{
  if (id != NULL && registry_find_source(registry, id) == NULL)
    diag_report(diag, DIAG_ERROR, pos, "unknown-source",
                "there is no source \"%.80s\"; write a row of that id in "
                "sources.yaml",
                id);
}

static void
check_step_status(const Registry *registry, const EmergencyStep *step,
                  Diag *diag)
{
  const Source *source = registry_find_source(registry, step->source);

  if (source != NULL && source->status > step->status)
    diag_report(diag, DIAG_ERROR, step->pos, "step-status",
                "the step says \"%s\", but its source is \"%s\"; write what "
                "the source says",
                source_status_name(step->status),
                source_status_name(source->status));
}

static void
check_sources(const Registry *registry, Diag *diag)
{
  for (unsigned i = 0; i < registry->helplines->len; i++) {
    const Helpline *helpline = registry_helpline(registry, i);

    check_source(registry, helpline->source, helpline->pos, diag);
  }
  for (unsigned i = 0; i < registry->emergency.steps->len; i++) {
    const EmergencyStep *step = registry_emergency_step(registry, i);

    check_source(registry, step->source, step->pos, diag);
    check_step_status(registry, step, diag);
  }
}

bool
content_registry_load(const ContentArticleContext *context, GError **error)
{
  ContentRegistryContext registry = { context->root, context->book,
                                      context->diag };

  if (!content_helplines_load(&registry, error) ||
      !content_sources_load(&registry, error) ||
      !content_term_rules_load(&registry, error) ||
      !content_fragments_load(&registry, error) ||
      !content_emergency_load(context, error))
    return false;
  check_sources(context->book->registry, context->diag);
  return true;
}
