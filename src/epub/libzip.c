/* epub/libzip.c -- libzip's functions, opened when an EPUB needs them. */
/* SPDX-License-Identifier: MIT */

#include "epub/libzip.h"

#include "base/library.h"

#include <stddef.h>

#define FUNCTION(name)                                                         \
  {                                                                            \
    "zip_" #name, offsetof(EpubLibzip, name)                                   \
  }

static const LibraryFunction functions[] = {
  FUNCTION(close),
  FUNCTION(discard),
  FUNCTION(fclose),
  FUNCTION(file_add),
  FUNCTION(file_set_dostime),
  FUNCTION(file_set_external_attributes),
  FUNCTION(file_strerror),
  FUNCTION(fopen_index),
  FUNCTION(fread),
  FUNCTION(get_num_entries),
  FUNCTION(open_from_source),
  FUNCTION(set_file_compression),
  FUNCTION(source_buffer),
  FUNCTION(source_buffer_create),
  FUNCTION(source_close),
  FUNCTION(source_free),
  FUNCTION(source_function),
  FUNCTION(source_keep),
  FUNCTION(source_open),
  FUNCTION(source_read),
  FUNCTION(source_stat),
  FUNCTION(stat_index),
  FUNCTION(strerror),
};

G_STATIC_ASSERT(sizeof(EpubLibzip) == G_N_ELEMENTS(functions) * sizeof(void *));

static const Library library = {
  .file = HANDBILL_LIBZIP,
  .need = "EPUBs need",
  .remedy = "install libzip",
  .functions = functions,
  .count = G_N_ELEMENTS(functions),
};

bool
epub_libzip_load(EpubLibzip *libzip, GError **error)
{
  return library_load(&library, libzip, error);
}
