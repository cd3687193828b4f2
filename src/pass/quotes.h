/*
 * pass/quotes.h -- the quotation marks of languages.
 */
#pragma once

#include <stdbool.h>

typedef struct {
  const char *lang; /* primary language, or with region: "de-CH" */
  const char *open;
  const char *close;
  const char *inner_open;
  const char *inner_close;
  bool spaced; /* French: spaces within the marks and before : ; ! ? */
} PassQuotes;

/* For a BCP 47 tag; English for NULL and for a language we do not know. */
const PassQuotes *pass_quotes_find(const char *lang);
