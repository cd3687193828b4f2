/* base/library.c -- a shared library that is opened when it is first needed. */
/* SPDX-License-Identifier: MIT */

#include "base/library.h"

#include "base/error.h"

#include <dlfcn.h>

static bool
find_all(const Library *library, void *handle, void *table)
{
  for (gsize i = 0; i < library->count; i++) {
    const LibraryFunction *function = &library->functions[i];
    void **member = (void **)((char *)table + function->member);

    *member = dlsym(handle, function->name);
    if (*member == NULL)
      return false;
  }
  return true;
}

bool
library_load(const Library *library, void *table, GError **error)
{
  void *handle = dlopen(library->file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  bool found = handle != NULL && find_all(library, handle, table);

  if (handle != NULL)
    dlclose(handle);
  if (!found)
    g_set_error(error, HANDBILL_ERROR, ERROR_IO,
                "%s %s, which cannot be loaded: %s", library->need,
                library->file, library->remedy);
  return found;
}
