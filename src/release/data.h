/*
 * release/data.h -- where the style sheets and the fonts are.
 */
#pragma once

/* The folder `name` ("styles", "fonts") to use: `given` if it is not NULL; else
 * the one beside the book that holds a file `sign` ("book.css", "fonts.lock": a
 * folder of the same name that is none of a book's is passed over); else the
 * one installed with the program or, where it runs from its build folder, the
 * one of its source tree. (transfer full) */
char *data_folder(const char *given, const char *book, const char *name,
                  const char *sign);
