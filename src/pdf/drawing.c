/* pdf/drawing.c -- drawings in a page: forms, patterns and masks. */
/* SPDX-License-Identifier: MIT */

#include "pdf/drawing.h"

#include "base/error.h"
#include "pdf/content.h"

enum {
  NESTING = 100 /* forms in forms */
};

typedef struct {
  PdfFinish *finish;
  int page;
  GHashTable *seen;
  GError **error;
} Walk;

static bool walk_resources(const Walk *walk, PdfValue resources,
                           unsigned states, unsigned level);

/* The drawings on the page, any of which may be the one. */
static char *
drawing_names(const Walk *walk)
{
  const GArray *boxes =
      g_array_index(walk->finish->document->pages, LayoutPage, walk->page)
          .boxes;
  GString *names = g_string_new(NULL);

  for (guint i = 0; i < boxes->len; i++) {
    const Box *box = &g_array_index(boxes, Box, i);
    if (box->kind == BOX_IMAGE && box->as.image->kind == RESOURCE_SVG)
      g_string_append_printf(names, "%s%s", names->len > 0 ? " or " : "",
                             box->as.image->source);
  }
  return g_string_free(names, FALSE);
}

static bool
too_deep(const Walk *walk)
{
  g_autofree char *names = drawing_names(walk);

  g_set_error(walk->error, HANDBILL_ERROR, ERROR_LIMIT,
              "%s: graphics states nest more than %d deep: use fewer groups "
              "with clipping, masks or opacity in each other",
              names, PDF_STATES);
  return false;
}

/* Sets `*states` to how deep q nests in the stream, counted from the page. */
static bool
blacken_stream(const Walk *walk, int number, PdfValue stream, unsigned *states)
{
  PdfDraft *draft = walk->finish->draft;
  g_autoptr(GByteArray) data = g_byte_array_new();
  g_autoptr(GString) out = g_string_new(NULL);
  unsigned depth = 0;

  if (!pdf_file_unpack(pdf_draft_source(draft), stream, data)) {
    g_set_error_literal(walk->error, HANDBILL_ERROR, ERROR_BUG,
                        "a painted drawing cannot be read");
    return false;
  }
  if (!pdf_content_blacken((const char *)data->data, data->len, out, &depth,
                           walk->error))
    return false;
  pdf_draft_pack(draft, number, out->str, out->len);
  *states += depth;
  return *states <= PDF_STATES || too_deep(walk);
}

static bool
is_drawing(PdfFile *source, PdfValue stream)
{
  return pdf_value_is_name(pdf_file_key(source, stream, "/Subtype"), "/Form") ||
         pdf_value_integer(pdf_file_key(source, stream, "/PatternType"), 0) ==
             1;
}

static bool
is_stream(PdfFile *source, PdfValue value)
{
  gsize length;

  return pdf_file_packed(source, value, &length) != NULL;
}

static bool
walk_stream(const Walk *walk, PdfValue reference, unsigned states,
            unsigned level)
{
  PdfFile *source = pdf_draft_source(walk->finish->draft);
  int number = pdf_value_reference(reference);
  PdfValue stream = pdf_file_resolve(source, reference);

  if (number == 0 || !is_stream(source, stream) ||
      !g_hash_table_add(walk->seen, GINT_TO_POINTER(number)) ||
      !is_drawing(source, stream))
    return true;
  if (level == NESTING)
    return too_deep(walk);
  return blacken_stream(walk, number, stream, &states) &&
         walk_resources(walk, pdf_file_key(source, stream, "/Resources"),
                        states, level + 1);
}

/* The stream behind an entry: a graphics state hides its mask in /SMask/G. */
static PdfValue
stream_of(PdfFile *source, PdfValue entry)
{
  PdfValue object = pdf_file_resolve(source, entry);
  PdfValue mask = pdf_file_key(source, object, "/SMask");

  return pdf_value_is_dictionary(mask) && !is_stream(source, mask)
             ? pdf_value_key(mask, "/G")
             : entry;
}

static bool
walk_resources(const Walk *walk, PdfValue resources, unsigned states,
               unsigned level)
{
  static const char *const kinds[] = { "/XObject", "/Pattern", "/ExtGState" };
  PdfFile *source = pdf_draft_source(walk->finish->draft);

  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    PdfScanner items =
        pdf_value_items(pdf_file_key(source, resources, kinds[i]));
    PdfValue name, entry;
    while (pdf_value_next(&items, &name) && pdf_value_next(&items, &entry))
      if (!walk_stream(walk, stream_of(source, entry), states, level))
        return false;
  }
  return true;
}

bool
pdf_drawing_blacken(PdfFinish *finish, int page, GHashTable *seen,
                    GError **error)
{
  Walk walk = { finish, page, seen, error };
  PdfFile *source = pdf_draft_source(finish->draft);
  PdfValue object = pdf_file_object(source, pdf_finish_page(finish, page));

  return walk_resources(&walk, pdf_file_key(source, object, "/Resources"), 1,
                        0);
}
