/* reader/table.c -- which reader a file's suffix calls for. */
/* SPDX-License-Identifier: MIT */

#include "reader/reader.h"

static const struct {
  const char *suffix;
  ReaderFunc read;
} readers[] = {
  { ".md", reader_markdown_read }, { ".markdown", reader_markdown_read },
  { ".html", reader_html_read },   { ".htm", reader_html_read },
  { ".xhtml", reader_html_read },
};

ReaderFunc
reader_find(const char *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail(name != NULL, NULL);

  lower = g_ascii_strdown(name, -1);
  for (size_t i = 0; i < G_N_ELEMENTS(readers); i++)
    if (g_str_has_suffix(lower, readers[i].suffix))
      return readers[i].read;
  return NULL;
}
