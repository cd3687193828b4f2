/* release/report.c -- what check prints for people to go through. */
/* SPDX-License-Identifier: MIT */

#include "release/report.h"

static void
append_source(GString *out, const Registry *registry, const char *id)
{
  const Source *source = registry_find_source(registry, id);
  if (!source)
    return;
  g_string_append_printf(out, "    [%s] %s\n",
                         source_status_name(source->status),
                         source->citation ? source->citation : source->id);
  if (source->address)
    g_string_append_printf(out, "      %s\n", source->address);
  g_string_append_printf(out, "      %s, read %s\n", source->id,
                         source->read ? source->read : "never");
  for (unsigned i = 0; source->supports[i]; i++)
    g_string_append_printf(out, "      supports: %s\n", source->supports[i]);
}

static void
append_claim(GString *out, const Registry *registry, const BookClaim *claim)
{
  g_string_append_printf(out, "  %s:%u: %s\n", claim->article->source,
                         claim->line, claim->sentence);
  for (unsigned i = 0; claim->sources[i]; i++)
    append_source(out, registry, claim->sources[i]);
}

void
report_append_sources(GString *out, const Book *book)
{
  for (unsigned i = 0; i < book->articles->len; i++) {
    const BookArticle *article = book_article(book, i);
    bool begun = false;
    for (unsigned k = 0; k < book->claims->len; k++) {
      const BookClaim *claim = g_ptr_array_index(book->claims, k);
      if (claim->article != article)
        continue;
      if (!begun)
        g_string_append_printf(out, "%s\n", article->meta->title);
      begun = true;
      append_claim(out, book->registry, claim);
    }
    if (begun)
      g_string_append_c(out, '\n');
  }
}
