/*
 * release/make.h -- the outputs, made in memory.
 */
#pragma once

#include "doc/page_map.h"
#include "layout/box.h"
#include "release/file.h"
#include "release/input.h"

/* Lays the book out and adds the reader PDF on each paper and the EPUB to
 * `files`, as the options say.  ERROR_REFUSED when `diag` has errors. */
bool make_files(const Input *input, const Options *options,
                const Console *console, Diag *diag, GPtrArray *files,
                GError **error);

/* Every message that make_files() would give, without painting a page. */
bool make_messages(const Input *input, const Options *options,
                   const Console *console, Diag *diag, GError **error);

/* The reader laid out.  (transfer full) */
LayoutDocument *make_layout(const Input *input, const Options *options,
                            const Console *console, Diag *diag, GError **error);

/* The EPUB, with its cover if `with_cover`, with a page list if `pages` is not
 * NULL.  (transfer full) */
GBytes *make_epub(const Input *input, const Console *console, bool with_cover,
                  const PageMap *pages, Diag *diag, GError **error);
