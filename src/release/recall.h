/*
 * release/recall.h -- which printed sheets of the last edition are dangerous
 * now.
 *
 * `previous:` in book.yaml names that edition's MANIFEST.json, a file of the
 * book folder.
 *
 * Errors     recall (a warning: the build goes on, the sheets must go);
 *            previous-manifest when the file is no manifest of this book.
 */
#pragma once

#include "base/diag.h"
#include "base/path.h"
#include "doc/book.h"

/* Compares the book's articles with the manifest: each piece whose numbers,
 * emergency steps or safety sentences differ is reported and added to the
 * book's recalls.  Sets the edition that the book replaces. */
void recall_find(Book *book, const PathRoot *root, Diag *diag);
