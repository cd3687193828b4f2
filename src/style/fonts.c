/* style/fonts.c -- the private set of fonts. */
/* SPDX-License-Identifier: MIT */
#include "style/fonts.h"

#include "base/error.h"
#include "base/hash.h"
#include "style/font_lock.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

enum {
  FONT_LIMIT = 32 * 1024 * 1024, /* bytes of one file */
  FOLDER_DEPTH = 2
};

/* Files are megabytes, of which the EPUB wants few and rarely any: their bytes
 * are not kept. */
typedef struct {
  char *name; /* below the root */
  char *sum;  /* SHA-256 */
} FontFile;

struct Fonts {
  PathRoot *root;
  GHashTable *files; /* full path to FontFile */
  FcConfig *config;
  PangoContext *context;
};

/* The font map of Pango 1.50 keeps its reference to the configuration when it
 * is freed: it must be taken back before. */
static void
free_context(PangoContext *context)
{
  PangoFontMap *map = pango_context_get_font_map(context);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), NULL);
  g_object_unref(context);
}

void
fonts_free(Fonts *fonts)
{
  if (!fonts)
    return;
  g_clear_pointer(&fonts->context, free_context);
  if (fonts->config)
    FcConfigDestroy(fonts->config);
  g_hash_table_unref(fonts->files);
  path_root_free(fonts->root);
  g_free(fonts);
}

static void
file_free(gpointer data)
{
  FontFile *file = data;
  g_free(file->name);
  g_free(file->sum);
  g_free(file);
}

static bool
is_font_file(const char *name)
{
  g_autofree char *lower = g_ascii_strdown(name, -1);
  return g_str_has_suffix(lower, ".ttf") || g_str_has_suffix(lower, ".otf");
}

/* OpenType 1.9, OS/2 table, fsType: bits 0 to 3 say what use is allowed, of
 * which only bit 1 alone (restricted) forbids embedding; bit 8 forbids
 * subsetting and bit 9 outlines, and we do both. */
static bool
may_embed(const char *path)
{
  hb_blob_t *blob = hb_blob_create_from_file(path);
  hb_face_t *face = hb_face_create(blob, 0);
  hb_blob_t *table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
  unsigned length = 0;
  const char *os2 = hb_blob_get_data(table, &length);
  unsigned type = length >= 10 ? (guint8)os2[8] << 8 | (guint8)os2[9] : 0;
  bool restricted = (type & 0x2) && !(type & 0xC);
  hb_blob_destroy(table);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return !restricted && !(type & 0x300);
}

/* Fontconfig reads the file again, by its path. */
static bool
add_file(Fonts *fonts, const char *name, const char *sum, Diag *diag)
{
  g_autofree char *path =
      g_build_filename(path_root_name(fonts->root), name, NULL);
  DiagPos pos = { .file = path };
  if (!may_embed(path)) {
    diag_report(diag, DIAG_ERROR, pos, "font-embedding",
                "this font forbids embedding or subsetting: use another");
    return false;
  }
  if (!FcConfigAppFontAddFile(fonts->config, (const FcChar8 *)path)) {
    diag_report(diag, DIAG_ERROR, pos, "font-unreadable",
                "this is no font that can be read: take it out or get it anew");
    return false;
  }
  FontFile *file = g_new(FontFile, 1);
  *file = (FontFile){ g_strdup(name), g_strdup(sum) };
  g_hash_table_insert(fonts->files, g_steal_pointer(&path), file);
  return true;
}

static bool
load_file(Fonts *fonts, const char *file, const FontLock *lock, Diag *diag,
          GError **error)
{
  g_autofree char *sum = path_root_sum(fonts->root, file, FONT_LIMIT, error);
  if (!sum)
    return false;
  if (lock && !font_lock_check(lock, file, sum, diag))
    return true; /* reported */
  add_file(fonts, file, sum, diag);
  return true;
}

static bool
load_files(Fonts *fonts, const FontLock *lock, Diag *diag, GError **error)
{
  g_autoptr(GPtrArray) names =
      path_root_list(fonts->root, "", FOLDER_DEPTH, error);
  if (!names)
    return false;
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    if (is_font_file(name) && !load_file(fonts, name, lock, diag, error))
      return false;
  }
  if (lock)
    font_lock_report_missing(lock, fonts->root, diag);
  return true;
}

static bool
load_locked(Fonts *fonts, Diag *diag, GError **error)
{
  unsigned faults = diag_count(diag, DIAG_ERROR);
  g_autoptr(FontLock) lock = NULL;
  if (!font_lock_read(fonts->root, &lock, diag, error) ||
      !load_files(fonts, lock, diag, error))
    return false;
  if (diag_count(diag, DIAG_ERROR) > faults) {
    g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
                "%s: the fonts are not those of fonts.lock",
                path_root_name(fonts->root));
    return false;
  }
  if (g_hash_table_size(fonts->files) == 0) {
    g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
                "%s: there is no .ttf or .otf file in this folder",
                path_root_name(fonts->root));
    return false;
  }
  return true;
}

/* Hints, and metrics rounded to pixels, would make advances depend on the
 * resolution. */
static PangoContext *
new_context(PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context(map);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_round_glyph_positions(context, FALSE);
  /* else the locale of the process would be asked */
  pango_context_set_language(context, pango_language_from_string("en"));
  pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
  return context;
}

/* Pango initialises fontconfig in a thread of its own, which would read the
 * system's configuration and fonts: with our set as the current one there is
 * nothing left to initialise, and text in SVG pictures is set in our fonts. */
static void
make_context(Fonts *fonts)
{
  FcConfigSetCurrent(fonts->config);
  PangoFontMap *map =
      pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts->config);
  fonts->context = new_context(map);
  g_object_unref(map);
}

Fonts *
fonts_load(const char *path, Diag *diag, GError **error)
{
  PathRoot *root = path_root_open(path, error);
  if (!root)
    return NULL;
  g_autoptr(Fonts) fonts = g_new0(Fonts, 1);
  fonts->root = root;
  fonts->config = FcConfigCreate();
  fonts->files =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, file_free);
  if (!load_locked(fonts, diag, error))
    return NULL;
  make_context(fonts);
  return g_steal_pointer(&fonts);
}

PangoContext *
fonts_context(const Fonts *fonts)
{
  return fonts->context;
}

PangoFontDescription *
fonts_describe(const Style *style)
{
  PangoFontDescription *description = pango_font_description_new();
  pango_font_description_set_family(description, style->font_family);
  pango_font_description_set_absolute_size(
      description, round(style->font_size * PANGO_SCALE));
  pango_font_description_set_weight(description,
                                    (PangoWeight)style->font_weight);
  pango_font_description_set_style(
      description, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  if (style->small_caps)
    pango_font_description_set_variant(description, PANGO_VARIANT_SMALL_CAPS);
  return description;
}

static bool
has_family(FcPattern *face, const char *family)
{
  FcChar8 *name = NULL;
  for (int n = 0;
       FcPatternGetString(face, FC_FAMILY, n, &name) == FcResultMatch; n++)
    if (!FcStrCmpIgnoreCase(name, (const FcChar8 *)family))
      return true;
  return false;
}

bool
fonts_has_family(const Fonts *fonts, const char *family)
{
  FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
  for (int i = 0; set && i < set->nfont; i++)
    if (has_family(set->fonts[i], family))
      return true;
  return false;
}

static bool
has_weight(FcPattern *face, int weight)
{
  double fixed = 0;
  double wanted = FcWeightFromOpenTypeDouble(weight);
  if (FcPatternGetDouble(face, FC_WEIGHT, 0, &fixed) == FcResultMatch)
    return fabs(fixed - wanted) < 0.5;
  FcRange *range = NULL; /* of a variable font */
  double low = 0;
  double high = 0;
  return FcPatternGetRange(face, FC_WEIGHT, 0, &range) == FcResultMatch &&
         FcRangeGetDouble(range, &low, &high) && low <= wanted &&
         wanted <= high;
}

static bool
has_slant(FcPattern *face, bool italic)
{
  int slant = FC_SLANT_ROMAN;
  FcPatternGetInteger(face, FC_SLANT, 0, &slant);
  return (slant != FC_SLANT_ROMAN) == italic;
}

static GBytes *
read_again(const Fonts *fonts, const FontFile *file, GError **error)
{
  g_autoptr(GBytes) bytes =
      path_root_read(fonts->root, file->name, FONT_LIMIT, error);
  g_autofree char *sum = bytes ? hash_sha256(bytes) : NULL;
  if (!sum || !strcmp(sum, file->sum))
    return g_steal_pointer(&bytes);
  g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
              "%s: this font has changed meanwhile; build again", file->name);
  return NULL;
}

GBytes *
fonts_file(const Fonts *fonts, const char *family, int weight, bool italic,
           char **file_name, GError **error)
{
  FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
  for (int i = 0; set && i < set->nfont; i++) {
    FcPattern *face = set->fonts[i];
    FcChar8 *path = NULL;
    if (!has_family(face, family) || !has_weight(face, weight) ||
        !has_slant(face, italic) ||
        FcPatternGetString(face, FC_FILE, 0, &path) != FcResultMatch)
      continue;
    const FontFile *file = g_hash_table_lookup(fonts->files, path);
    if (file_name)
      *file_name = g_path_get_basename((const char *)path);
    return file ? read_again(fonts, file, error) : NULL;
  }
  return NULL;
}
