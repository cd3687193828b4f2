/* doc/registry.c -- helplines, sources, words, rules, emergency steps. */
/* SPDX-License-Identifier: MIT */

#include "doc/registry.h"

#include "base/nearest.h"

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

/* --- rows of any kind --- */

#define IS_ROW(type)                                                           \
  (G_STRUCT_OFFSET(type, pos) == G_STRUCT_OFFSET(RegistryRow, pos) &&          \
   G_STRUCT_OFFSET(type, id) == G_STRUCT_OFFSET(RegistryRow, id))

G_STATIC_ASSERT(IS_ROW(Helpline) && IS_ROW(Source) && IS_ROW(GlossaryEntry) &&
                IS_ROW(TermRule) && IS_ROW(EmergencyStep));

static gpointer
add_row(GPtrArray *rows, gsize size, DiagPos pos)
{
  RegistryRow *row = g_malloc0(size);

  row->pos = pos;
  g_ptr_array_add(rows, row);
  return row;
}

static gpointer
row_at(const GPtrArray *rows, unsigned index)
{
  g_return_val_if_fail(index < rows->len, NULL);
  return g_ptr_array_index(rows, index);
}

gpointer
registry_find_row(const GPtrArray *rows, const char *id)
{
  for (unsigned i = 0; i < rows->len; i++) {
    RegistryRow *row = row_at(rows, i);

    if (g_strcmp0(row->id, id) == 0)
      return row;
  }
  return NULL;
}

const char *
registry_nearest_id(const GPtrArray *rows, const char *id)
{
  Nearest nearest = { .wanted = id, .half = true };

  for (unsigned i = 0; i < rows->len; i++) {
    const RegistryRow *row = row_at(rows, i);

    nearest_offer(&nearest, row->id);
  }
  return nearest.name;
}

/* --- adding --- */

Helpline *
registry_add_helpline(Registry *registry, DiagPos pos)
{
  return add_row(registry->helplines, sizeof(Helpline), pos);
}

Source *
registry_add_source(Registry *registry, DiagPos pos)
{
  Source *source = add_row(registry->sources, sizeof *source, pos);

  source->supports = g_new0(char *, 1);
  return source;
}

GlossaryEntry *
registry_add_glossary_entry(Registry *registry, DiagPos pos)
{
  GlossaryEntry *entry = add_row(registry->glossary, sizeof *entry, pos);

  entry->forms = g_new0(char *, 1);
  entry->also_known_as = g_new0(char *, 1);
  return entry;
}

TermRule *
registry_add_term_rule(Registry *registry, DiagPos pos)
{
  return add_row(registry->terms, sizeof(TermRule), pos);
}

EmergencyStep *
registry_add_emergency_step(Registry *registry, DiagPos pos)
{
  return add_row(registry->emergency.steps, sizeof(EmergencyStep), pos);
}

/* --- by position --- */

const Helpline *
registry_helpline(const Registry *registry, unsigned index)
{
  return row_at(registry->helplines, index);
}

const Source *
registry_source(const Registry *registry, unsigned index)
{
  return row_at(registry->sources, index);
}

const GlossaryEntry *
registry_glossary_entry(const Registry *registry, unsigned index)
{
  return row_at(registry->glossary, index);
}

const TermRule *
registry_term_rule(const Registry *registry, unsigned index)
{
  return row_at(registry->terms, index);
}

const EmergencyStep *
registry_emergency_step(const Registry *registry, unsigned index)
{
  return row_at(registry->emergency.steps, index);
}

/* --- by id --- */

Helpline *
registry_find_helpline(const Registry *registry, const char *id)
{
  return registry_find_row(registry->helplines, id);
}

Source *
registry_find_source(const Registry *registry, const char *id)
{
  return registry_find_row(registry->sources, id);
}

GlossaryEntry *
registry_find_glossary_entry(const Registry *registry, const char *id)
{
  return registry_find_row(registry->glossary, id);
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
