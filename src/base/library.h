/*
 * base/library.h -- a shared library that is opened when it is first needed.
 *
 * Why        What the program is linked with is loaded at every start, with all
 *            that it brings along, also where nothing of it is used: librsvg
 *            costs 2 ms, libzip with OpenSSL 1.5 ms, a tenth each of what one
 *            article takes.
 * Use        A struct of function pointers, with the types that the library's
 *            own header gives them (__typeof__), and a Library that says which
 *            name belongs to which member.
 * Ownership  What was opened stays open, for a library may have registered
 *            types and handlers for good.
 * Errors     ERROR_IO: there is no such library, or it lacks a function.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
  const char *name;
  gsize member; /* its offset in the struct */
} LibraryFunction;

typedef struct {
  const char *file;   /* its soname, as the linker would have written it */
  const char *need;   /* "drawings need" */
  const char *remedy; /* "install librsvg 2.52 or newer" */
  const LibraryFunction *functions;
  gsize count; /* of functions */
} Library;

/* Fills in the members of `table`, the struct that the functions name; on
 * failure some may be. */
bool library_load(const Library *library, void *table, GError **error);
