/* epub/font.c -- the fonts that a book asks to embed, cut down. */
/* SPDX-License-Identifier: MIT */

#include "epub/font.h"

#include "base/error.h"

#include <hb-subset.h>
#include <string.h>

/* Names of a face that its licence asks to keep (OpenType, "name"). */
enum {
  NAME_LICENCE = 13,
  NAME_LICENCE_ADDRESS = 14
};

typedef struct {
  int weight;
  bool italic;
  const char *suffix;
} Face;

static const Face faces[] = { { 400, false, "regular" },
                              { 400, true, "italic" },
                              { 700, false, "bold" },
                              { 700, true, "bold-italic" } };

/* --- characters --- */

static void
add_characters(hb_set_t *set, GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);

  for (const char *at = text; at < text + length; at = g_utf8_next_char(at))
    hb_set_add(set, g_utf8_get_char(at));
}

/* Those of all texts, with the markup's, which are few. */
static void
collect_characters(const EpubPlan *plan, hb_set_t *set)
{
  for (guint i = 0; i < plan->files->len; i++) {
    const EpubFile *file = g_ptr_array_index(plan->files, i);
    if (file->kind == EPUB_FILE_TEXT)
      add_characters(set, file->bytes);
  }
}

/* --- one face --- */

static GBytes *
cut_down(const EpubPlan *plan, GBytes *font)
{
  gsize size;
  const char *data = g_bytes_get_data(font, &size);
  hb_blob_t *blob =
      hb_blob_create(data, (unsigned)size, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *whole = hb_face_create(blob, 0);
  hb_subset_input_t *input = hb_subset_input_create_or_fail();
  hb_set_t *names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID);
  hb_face_t *part;
  GBytes *result = NULL;

  collect_characters(plan, hb_subset_input_unicode_set(input));
  hb_set_add(names, NAME_LICENCE);
  hb_set_add(names, NAME_LICENCE_ADDRESS);
  part = hb_subset_or_fail(whole, input);
  if (part != NULL) {
    hb_blob_t *made = hb_face_reference_blob(part);
    unsigned length;
    const char *bytes = hb_blob_get_data(made, &length);
    result = g_bytes_new(bytes, length);
    hb_blob_destroy(made);
  }
  hb_face_destroy(part);
  hb_subset_input_destroy(input);
  hb_face_destroy(whole);
  hb_blob_destroy(blob);
  return result;
}

static void
append_rule(GString *css, const char *family, const Face *face,
            const char *file)
{
  g_string_append_printf(css,
                         "@font-face {\n  font-family: \"%s\";\n"
                         "  font-weight: %d;\n  font-style: %s;\n"
                         "  src: url(%s);\n}\n",
                         family, face->weight,
                         face->italic ? "italic" : "normal", file);
}

static bool
add_face(EpubPlan *plan, const char *family, const Face *face, GString *css,
         GError **error)
{
  g_autofree char *source = NULL;
  g_autoptr(GError) unread = NULL;
  g_autoptr(GBytes) whole =
      fonts_file(plan->options->fonts, family, face->weight, face->italic,
                 &source, &unread);
  g_autofree char *lower = g_ascii_strdown(family, -1);
  g_autofree char *stem =
      g_strconcat(g_strdelimit(lower, " _.", '-'), "-", face->suffix, NULL);
  GBytes *part = whole != NULL ? cut_down(plan, whole) : NULL;
  EpubFile *file;

  if (unread != NULL) {
    g_propagate_error(error, g_steal_pointer(&unread));
    return false;
  }
  if (whole == NULL)
    return true; /* a family need not have all four */
  if (part == NULL) {
    g_set_error(error, HANDBILL_ERROR, ERROR_REFUSED,
                "the font %s cannot be cut down for the EPUB; take \"%s\" out "
                "of \"fonts:\" in book.yaml",
                source, family);
    return false;
  }
  file = epub_plan_add_file(plan, EPUB_FILE_FONT,
                            epub_plan_take_name(plan, stem, ".ttf"), "font/ttf",
                            part);
  append_rule(css, family, face, file->name);
  return true;
}

/* --- all --- */

static bool
add_family(EpubPlan *plan, const char *family, GString *css, GError **error)
{
  const Fonts *fonts = plan->options->fonts;

  if (fonts == NULL || !fonts_has_family(fonts, family)) {
    diag_report(plan->diag, DIAG_CONTENT, (DiagPos){ "book.yaml", 0, 0 },
                "unknown-font",
                "the fonts have no family \"%.80s\" to embed; write one that "
                "fonts.lock lists, or give a folder that has it by --fonts",
                family);
    return true;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(faces); i++)
    if (!add_face(plan, family, &faces[i], css, error))
      return false;
  return true;
}

char *
epub_font_add_all(EpubPlan *plan, GError **error)
{
  g_autoptr(GString) css = g_string_new(NULL);
  g_autoptr(GString) names = g_string_new(NULL);

  for (char **family = plan->book->fonts; *family != NULL; family++) {
    if (!add_family(plan, *family, css, error))
      return NULL;
    g_string_append_printf(names, "\"%s\", ", *family);
  }
  if (css->len > 0)
    g_string_append_printf(css, "body { font-family: %sserif; }\n", names->str);
  return g_string_free(g_steal_pointer(&css), FALSE);
}
