/* pass/ledger.c -- whether the rows of sources.yaml hold a figure. */
/* SPDX-License-Identifier: MIT */

#include "pass/ledger.h"

#include <string.h>

/* The figure at or behind `at`, as it is compared, and where it ends; NULL if
 * none follows.  (transfer full) */
static char *
next_figure(const char *at, const char **end)
{
  GString *figure;

  while (*at != '\0' && !g_ascii_isdigit(*at))
    at++;
  if (*at == '\0')
    return NULL;
  figure = g_string_new(NULL);
  for (; g_ascii_isdigit(*at) ||
         ((*at == ',' || *at == '.') && g_ascii_isdigit(at[1]));
       at++)
    if (*at != ',')
      g_string_append_c(figure, *at);
  *end = at;
  return g_string_free(figure, FALSE);
}

static bool
text_holds(const char *text, const char *figure)
{
  const char *at = text;

  for (;;) {
    g_autofree char *own = next_figure(at, &at);

    if (own == NULL)
      return false;
    if (strcmp(own, figure) == 0)
      return true;
  }
}

static bool
row_holds(const Source *source, const char *figure)
{
  if (source->citation != NULL && text_holds(source->citation, figure))
    return true;
  for (unsigned i = 0; source->supports[i] != NULL; i++)
    if (text_holds(source->supports[i], figure))
      return true;
  return false;
}

static bool
ledger_holds(const Registry *registry, const GPtrArray *sources,
             const char *figure)
{
  for (guint i = 0; i < sources->len; i++) {
    const Source *source =
        registry_find_source(registry, g_ptr_array_index(sources, i));

    if (source != NULL && row_holds(source, figure))
      return true;
  }
  return false;
}

char *
pass_ledger_find_missing(const Registry *registry, const GPtrArray *sources,
                         const char *text)
{
  const char *at = text;

  for (;;) {
    g_autofree char *figure = next_figure(at, &at);

    if (figure == NULL)
      return NULL;
    if (!ledger_holds(registry, sources, figure))
      return g_steal_pointer(&figure);
  }
}
