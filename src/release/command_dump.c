/* release/command_dump.c -- dump: what stands between text and page. */
/* SPDX-License-Identifier: MIT */

#include "doc/dump.h"
#include "epub/epub.h"
#include "layout/layout.h"
#include "release/command.h"
#include "release/input.h"
#include "release/make.h"

static void
dump_trees(const Input *input, const Options *options, GString *out)
{
  for (unsigned i = 0; i < input->book->articles->len; i++) {
    const BookArticle *article = book_article(input->book, i);
    bool wanted = !options->articles ||
                  g_strv_contains((const char *const *)options->articles,
                                  article->meta->id);
    if (!wanted || !article->doc)
      continue;
    g_string_append_printf(out, "== %s (%s)\n", article->meta->id,
                           article->source);
    doc_dump(article->doc, true, out);
  }
}

static bool
dump_layout(const Input *input, const Options *options, const Console *console,
            Diag *diag, GString *out, GError **error)
{
  g_autoptr(LayoutDocument) document =
      make_layout(input, options, console, diag, error);
  if (!document)
    return false;
  if (options->as == DUMP_PAGES)
    layout_dump_pages(document, out);
  else
    layout_dump(document, out);
  return true;
}

static bool
dump_epub(const Input *input, const Console *console, Diag *diag, GString *out,
          GError **error)
{
  g_autoptr(GBytes) epub = make_epub(input, console, false, NULL, diag, error);
  g_autofree char *text = epub ? epub_dump(epub, error) : NULL;
  if (!text)
    return false;
  g_string_append(out, text);
  return true;
}

bool
command_dump(const Options *options, const Console *console, Diag *diag,
             GString *out, GError **error)
{
  g_autoptr(Input) input = input_load(options, console, diag, error);
  if (!input)
    return false;
  if (options->as == DUMP_TREE) {
    dump_trees(input, options, out);
    return true;
  }
  if (!input_load_styles(input, options, console, diag, error) ||
      !input_is_accepted(diag, error))
    return false;
  if (options->as == DUMP_EPUB)
    return dump_epub(input, console, diag, out, error);
  return dump_layout(input, options, console, diag, out, error);
}
