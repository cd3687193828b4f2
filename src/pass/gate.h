/*
 * pass/gate.h -- which of the house's gates a book asks for.
 *
 * A book asks by the data in its folder; a bare folder has none and is never
 * judged.
 */
#pragma once

#include "doc/book.h"

/* The rules of safety: where helplines.yaml or emergency.yaml is. */
bool pass_gate_has_safety(const Book *book);

/* How hard a text may be: there, and where terms.tsv is. */
bool pass_gate_has_readability(const Book *book);

/* True if `lang`, a BCP 47 tag or NULL, is English. */
bool pass_gate_is_english(const char *lang);
