/* content/fragments.c -- texts that articles take in. */
/* SPDX-License-Identifier: MIT */

#include "content/fragments.h"

#include "base/bytes.h"
#include "base/error.h"
#include "content/article.h"
#include "content/value.h"

static bool
add_fragment(const ContentRegistryContext *context, const char *source,
             GError **error)
{
  GBytes *bytes =
      path_root_read(context->root, source, CONTENT_ARTICLE_BYTES_MAX, error);
  gsize length = 0;
  gsize bad = 0;

  if (bytes == NULL)
    return false;

  const char *text = g_bytes_get_data(bytes, &length);

  if (length > 0 && !bytes_is_text(text, length, &bad)) {
    diag_report(context->diag, DIAG_ERROR, (DiagPos){ source, 0, 0 },
                "not-text",
                "byte %" G_GSIZE_FORMAT " is no text; save the file as UTF-8, "
                "without control characters",
                bad + 1);
    g_bytes_unref(bytes);
    return true;
  }

  BookFragment *fragment = book_add_fragment(context->book);

  fragment->id = content_value_stem(source);
  fragment->source = g_strdup(source);
  fragment->bytes = bytes;
  return true;
}

bool
content_fragments_load(const ContentRegistryContext *context, GError **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GPtrArray) files =
      path_root_list(context->root, CONTENT_FRAGMENTS_FOLDER, 0, &cause);

  if (g_error_matches(cause, HANDBILL_ERROR, ERROR_LIMIT)) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return false;
  }
  for (unsigned i = 0; files != NULL && i < files->len; i++) {
    const char *file = g_ptr_array_index(files, i);

    if (g_str_has_suffix(file, ".md") && !add_fragment(context, file, error))
      return false;
  }
  return true;
}
