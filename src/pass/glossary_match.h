/*
 * pass/glossary_match.h -- where a text uses a word of the glossary.
 *
 * A use is the term, one of the two names in "Acetaminophen (paracetamol)", or
 * one of the entry's `forms:`, standing alone, whatever its case.  In an
 * English text each of them may also have the ending of a plural or a
 * possessive: opioids, doses, therapies, opioid's.  Other languages say their
 * forms in glossary.yaml.
 */
#pragma once

#include "doc/registry.h"

#include <stdbool.h>

/* The first use in `text`, the longest where several begin at one place;
 * offsets in bytes.  `lang` may be NULL: English. */
bool pass_glossary_match_find(const GlossaryEntry *entry, const char *text,
                              const char *lang, gsize *start, gsize *end);
