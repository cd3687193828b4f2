/* doc/registry.c -- helplines, sources, words, rules, emergency steps. */
/* SPDX-License-Identifier: MIT */

#include "doc/registry.h"

#include <string.h>

static void
clear_text(RegistryText *text)
{
  g_free(text->markdown);
  doc_free(text->doc);
}

static void
helpline_free(gpointer data)
{
  Helpline *helpline = data;

  g_free(helpline->id);
  g_free(helpline->country);
  g_free(helpline->name);
  g_free(helpline->number);
  g_free(helpline->hours);
  g_free(helpline->source);
  g_free(helpline->checked.by);
  g_free(helpline->checked.on);
  g_free(helpline->checked.how);
  g_free(helpline->expires);
  g_free(helpline->note);
  g_free(helpline);
}

static void
source_free(gpointer data)
{
  Source *source = data;

  g_free(source->id);
  g_free(source->citation);
  g_free(source->address);
  g_free(source->read);
  g_strfreev(source->supports);
  g_free(source);
}

static void
glossary_entry_free(gpointer data)
{
  GlossaryEntry *entry = data;

  g_free(entry->id);
  g_free(entry->term);
  clear_text(&entry->definition);
  g_strfreev(entry->forms);
  g_strfreev(entry->also_known_as);
  g_free(entry->article);
  g_free(entry);
}

static void
term_rule_free(gpointer data)
{
  TermRule *rule = data;

  g_free(rule->id);
  g_free(rule->avoid);
  g_free(rule->use);
  g_free(rule->source);
  g_free(rule->except);
  g_free(rule);
}

static void
emergency_step_free(gpointer data)
{
  EmergencyStep *step = data;

  g_free(step->id);
  clear_text(&step->text);
  clear_text(&step->brief);
  g_free(step->source);
  g_free(step);
}

Registry *
registry_new(void)
{
  Registry *registry = g_new0(Registry, 1);

  registry->helplines = g_ptr_array_new_with_free_func(helpline_free);
  registry->sources = g_ptr_array_new_with_free_func(source_free);
  registry->glossary = g_ptr_array_new_with_free_func(glossary_entry_free);
  registry->terms = g_ptr_array_new_with_free_func(term_rule_free);
  registry->emergency.steps =
      g_ptr_array_new_with_free_func(emergency_step_free);
  return registry;
}

void
registry_free(Registry *registry)
{
  if (registry == NULL)
    return;
  g_ptr_array_unref(registry->helplines);
  g_ptr_array_unref(registry->sources);
  g_ptr_array_unref(registry->glossary);
  g_ptr_array_unref(registry->terms);
  g_free(registry->emergency.title);
  g_free(registry->emergency.brief_title);
  doc_free(registry->emergency.brief);
  clear_text(&registry->emergency.intro);
  clear_text(&registry->emergency.after);
  g_ptr_array_unref(registry->emergency.steps);
  g_free(registry);
}

/* --- adding --- */

Helpline *
registry_add_helpline(Registry *registry, DiagPos pos)
{
  Helpline *helpline = g_new0(Helpline, 1);

  helpline->pos = pos;
  g_ptr_array_add(registry->helplines, helpline);
  return helpline;
}

Source *
registry_add_source(Registry *registry, DiagPos pos)
{
  Source *source = g_new0(Source, 1);

  source->pos = pos;
  source->supports = g_new0(char *, 1);
  g_ptr_array_add(registry->sources, source);
  return source;
}

GlossaryEntry *
registry_add_glossary_entry(Registry *registry, DiagPos pos)
{
  GlossaryEntry *entry = g_new0(GlossaryEntry, 1);

  entry->pos = pos;
  entry->forms = g_new0(char *, 1);
  entry->also_known_as = g_new0(char *, 1);
  g_ptr_array_add(registry->glossary, entry);
  return entry;
}

TermRule *
registry_add_term_rule(Registry *registry, DiagPos pos)
{
  TermRule *rule = g_new0(TermRule, 1);

  rule->pos = pos;
  g_ptr_array_add(registry->terms, rule);
  return rule;
}

EmergencyStep *
registry_add_emergency_step(Registry *registry, DiagPos pos)
{
  EmergencyStep *step = g_new0(EmergencyStep, 1);

  step->pos = pos;
  g_ptr_array_add(registry->emergency.steps, step);
  return step;
}

/* --- by position --- */

const Helpline *
registry_helpline(const Registry *registry, unsigned index)
{
  g_return_val_if_fail(index < registry->helplines->len, NULL);
  return g_ptr_array_index(registry->helplines, index);
}

const Source *
registry_source(const Registry *registry, unsigned index)
{
  g_return_val_if_fail(index < registry->sources->len, NULL);
  return g_ptr_array_index(registry->sources, index);
}

const GlossaryEntry *
registry_glossary_entry(const Registry *registry, unsigned index)
{
  g_return_val_if_fail(index < registry->glossary->len, NULL);
  return g_ptr_array_index(registry->glossary, index);
}

const TermRule *
registry_term_rule(const Registry *registry, unsigned index)
{
  g_return_val_if_fail(index < registry->terms->len, NULL);
  return g_ptr_array_index(registry->terms, index);
}

const EmergencyStep *
registry_emergency_step(const Registry *registry, unsigned index)
{
  g_return_val_if_fail(index < registry->emergency.steps->len, NULL);
  return g_ptr_array_index(registry->emergency.steps, index);
}

/* --- by id --- */

const Helpline *
registry_find_helpline(const Registry *registry, const char *id)
{
  for (unsigned i = 0; i < registry->helplines->len; i++)
    if (g_strcmp0(registry_helpline(registry, i)->id, id) == 0)
      return registry_helpline(registry, i);
  return NULL;
}

const Source *
registry_find_source(const Registry *registry, const char *id)
{
  for (unsigned i = 0; i < registry->sources->len; i++)
    if (g_strcmp0(registry_source(registry, i)->id, id) == 0)
      return registry_source(registry, i);
  return NULL;
}

const GlossaryEntry *
registry_find_glossary_entry(const Registry *registry, const char *id)
{
  for (unsigned i = 0; i < registry->glossary->len; i++)
    if (g_strcmp0(registry_glossary_entry(registry, i)->id, id) == 0)
      return registry_glossary_entry(registry, i);
  return NULL;
}

const char *
source_status_name(SourceStatus status)
{
  switch (status) {
  case SOURCE_READ:
    return "read";
  case SOURCE_SECOND_HAND:
    return "second-hand";
  case SOURCE_UNVERIFIED:
    return "unverified";
  }
  g_return_val_if_reached(NULL);
}
