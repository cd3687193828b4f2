/*
 * layout/capitals.h -- text in capitals, and the author's letters behind it.
 *
 * A letter's capitals may be several ("SS" of sharp s) or take other bytes.
 */
#pragma once

#include <glib.h>

/* Room for the author's letters behind a byte of capitals. */
#define CAPITALS_SOURCE_MAX 3

void capitals_append(GString *capitals, const char *text, gsize length);

/* How many bytes of `text` have capitals that begin in the first `bytes` of
 * its capitals. */
gsize capitals_source(const char *text, gsize bytes);
