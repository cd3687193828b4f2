/*
 * style/fonts.h -- the private set of fonts: nothing of the system is used.
 *
 * The set is a folder with a fonts.lock (file, version, licence, SHA-256 of
 * each file, tab separated).  A file that does not match its line, a file
 * without a line and a line without a file are errors.  A folder without
 * fonts.lock (given with --fonts) is taken as it is, with a note.
 *
 * Fonts are loaded into a FcConfig of their own; the PangoContext made here
 * has resolution 72 (1 unit = 1 pt) and unrounded glyph positions.
 */
#pragma once

#include "base/diag.h"
#include "base/path.h"
#include "style/style.h"

#include <pango/pango.h>

typedef struct Fonts Fonts;

/* `path` is a folder.  (transfer full) */
Fonts *fonts_load(const char *path, Diag *diag, GError **error);
void fonts_free(Fonts *fonts); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fonts, fonts_free)

PangoContext *fonts_context(const Fonts *fonts); /* borrowed */

/* The family, size, weight and slant of `style`.  (transfer full) */
PangoFontDescription *fonts_describe(const Style *style);

/* True if a face of the set has `family` (case-insensitive). */
bool fonts_has_family(const Fonts *fonts, const char *family);

/* The bytes of the file that holds a face, for the EPUB, read and checked
 * again; NULL if there is none, or with `error` set.  (transfer full) */
GBytes *fonts_file(const Fonts *fonts, const char *family, int weight,
                   bool italic, char **file_name, GError **error);
