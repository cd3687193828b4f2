/* pass/gate.c -- which of the house's gates a book asks for. */
/* SPDX-License-Identifier: MIT */

#include "pass/gate.h"

#include <string.h>

bool
pass_gate_has_safety(const Book *book)
{
  const Registry *registry = book->registry;

  return !book->bare &&
         (registry->helplines->len > 0 || registry->emergency.title != NULL);
}

bool
pass_gate_has_readability(const Book *book)
{
  return pass_gate_has_safety(book) ||
         (!book->bare && book->registry->terms->len > 0);
}

bool
pass_gate_is_english(const char *lang)
{
  return lang == NULL || (g_ascii_strncasecmp(lang, "en", strlen("en")) == 0 &&
                          strchr("-_", lang[strlen("en")]) != NULL);
}
