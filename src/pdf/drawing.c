/* pdf/drawing.c -- drawings in a page: forms, patterns and masks. */
/* SPDX-License-Identifier: MIT */

#include "pdf/drawing.h"

#include "base/error.h"
#include "pdf/content.h"

#include <stdlib.h>

enum {
  NESTING = 100 /* forms in forms */
};

typedef struct {
  PdfFinish *finish;
  int page;
  GHashTable *seen;
  GError **error;
} Walk;

static bool walk_resources(const Walk *walk, qpdf_oh resources, unsigned states,
                           unsigned level);

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
blacken_stream(const Walk *walk, qpdf_oh stream, unsigned *states)
{
  qpdf_data qpdf = walk->finish->qpdf;
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered = QPDF_FALSE;
  unsigned depth = 0;
  g_autoptr(GString) out = g_string_new(NULL);

  if (qpdf_oh_get_stream_data(qpdf, stream, qpdf_dl_all, &filtered, &data,
                              &length) != QPDF_SUCCESS)
    return pdf_finish_check(walk->finish, "drawing", walk->error);
  bool done =
      pdf_content_blacken((const char *)data, length, out, &depth, walk->error);
  free(data);
  if (!done)
    return false;
  qpdf_oh_replace_stream_data(qpdf, stream, (const unsigned char *)out->str,
                              out->len, qpdf_oh_new_null(qpdf),
                              qpdf_oh_new_null(qpdf));
  *states += depth;
  return *states <= PDF_STATES || too_deep(walk);
}

static bool
is_drawing(qpdf_data qpdf, qpdf_oh dictionary)
{
  if (qpdf_oh_is_name_and_equals(
          qpdf, qpdf_oh_get_key(qpdf, dictionary, "/Subtype"), "/Form"))
    return true;
  qpdf_oh type = qpdf_oh_get_key(qpdf, dictionary, "/PatternType");
  return qpdf_oh_is_integer(qpdf, type) &&
         qpdf_oh_get_int_value_as_int(qpdf, type) == 1;
}

static bool
walk_stream(const Walk *walk, qpdf_oh stream, unsigned states, unsigned level)
{
  qpdf_data qpdf = walk->finish->qpdf;
  int number = qpdf_oh_get_object_id(qpdf, stream);

  if (!qpdf_oh_is_stream(qpdf, stream) ||
      !g_hash_table_add(walk->seen, GINT_TO_POINTER(number)))
    return true;
  qpdf_oh dictionary = qpdf_oh_get_dict(qpdf, stream);
  if (!is_drawing(qpdf, dictionary))
    return true;
  if (level == NESTING)
    return too_deep(walk);
  return blacken_stream(walk, stream, &states) &&
         walk_resources(walk, qpdf_oh_get_key(qpdf, dictionary, "/Resources"),
                        states, level + 1);
}

/* The names in a dictionary, copied: qpdf has only one iterator. */
static GPtrArray *
key_names(qpdf_data qpdf, qpdf_oh dictionary)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

  if (!qpdf_oh_is_dictionary(qpdf, dictionary))
    return names;
  qpdf_oh_begin_dict_key_iter(qpdf, dictionary);
  while (qpdf_oh_dict_more_keys(qpdf))
    g_ptr_array_add(names, g_strdup(qpdf_oh_dict_next_key(qpdf)));
  return names;
}

/* The stream behind an entry: a graphics state hides its mask in /SMask/G. */
static qpdf_oh
stream_of(qpdf_data qpdf, qpdf_oh entry)
{
  if (!qpdf_oh_is_dictionary(qpdf, entry))
    return entry;
  qpdf_oh mask = qpdf_oh_get_key(qpdf, entry, "/SMask");
  return qpdf_oh_is_dictionary(qpdf, mask) ? qpdf_oh_get_key(qpdf, mask, "/G")
                                           : entry;
}

static bool
walk_resources(const Walk *walk, qpdf_oh resources, unsigned states,
               unsigned level)
{
  static const char *const kinds[] = { "/XObject", "/Pattern", "/ExtGState" };
  qpdf_data qpdf = walk->finish->qpdf;

  if (!qpdf_oh_is_dictionary(qpdf, resources))
    return true;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    qpdf_oh kind = qpdf_oh_get_key(qpdf, resources, kinds[i]);
    g_autoptr(GPtrArray) names = key_names(qpdf, kind);
    for (guint n = 0; n < names->len; n++) {
      qpdf_oh entry = qpdf_oh_get_key(qpdf, kind, g_ptr_array_index(names, n));
      if (!walk_stream(walk, stream_of(qpdf, entry), states, level))
        return false;
    }
  }
  return true;
}

bool
pdf_drawing_blacken(PdfFinish *finish, int page, GHashTable *seen,
                    GError **error)
{
  Walk walk = { finish, page, seen, error };
  qpdf_oh resources = qpdf_oh_get_key(
      finish->qpdf, pdf_object(finish, finish->pages[page]), "/Resources");

  return walk_resources(&walk, resources, 1, 0) &&
         pdf_finish_check(finish, "drawings", error);
}
