/* pdf/file.c -- a PDF in memory, object by object, as its text. */
/* SPDX-License-Identifier: MIT */

#include "pdf/file.h"

#include "pdf/crossref.h"

enum {
  HOPS = 8,              /* from reference to reference */
  NESTING = 100,         /* /Pages in /Pages */
  BUNDLES_OPEN = 8,      /* whose lengths are said to lie in each other */
  BUNDLED_MAX = 1 << 28, /* bytes of all object streams before the last */
  CONTENT_MAX = 1 << 28  /* bytes of one page */
};

/* An object stream, unpacked. */
typedef struct {
  GByteArray *bytes;
  GArray *starts; /* of gsize: where each object begins; then the end */
} Bundle;

struct PdfFile {
  GBytes *bytes;
  const char *data;
  gsize length;
  Deflate *deflate;
  GArray *places;      /* of PdfPlace, by number */
  GHashTable *bundles; /* number to Bundle */
  gsize bundled;       /* bytes of all of them */
  unsigned open;       /* bundles that are being filled */
  PdfValue trailer;
};

static void
bundle_free(gpointer data)
{
  Bundle *bundle = data;

  g_byte_array_unref(bundle->bytes);
  g_array_unref(bundle->starts);
  g_free(bundle);
}

PdfFile *
pdf_file_open(GBytes *bytes, GError **error)
{
  g_autoptr(PdfFile) file = g_new0(PdfFile, 1);

  file->bytes = g_bytes_ref(bytes);
  file->data = g_bytes_get_data(bytes, &file->length);
  file->deflate = deflate_new(DEFLATE_FAST);
  file->bundles = g_hash_table_new_full(NULL, NULL, NULL, bundle_free);
  file->places = pdf_crossref_read(file->data, file->length, file->deflate,
                                   &file->trailer, error);
  return file->places != NULL ? g_steal_pointer(&file) : NULL;
}

void
pdf_file_free(PdfFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer(&file->places, g_array_unref);
  g_hash_table_unref(file->bundles);
  deflate_free(file->deflate);
  g_bytes_unref(file->bytes);
  g_free(file);
}

gsize
pdf_file_length(const PdfFile *file)
{
  return file->length;
}

int
pdf_file_size(const PdfFile *file)
{
  return (int)file->places->len;
}

PdfValue
pdf_file_trailer(const PdfFile *file)
{
  return file->trailer;
}

PdfValue
pdf_file_root(PdfFile *file)
{
  return pdf_file_key(file, file->trailer, "/Root");
}

/* --- object streams --- */

static Bundle *
bundle_new(void)
{
  Bundle *bundle = g_new0(Bundle, 1);

  bundle->bytes = g_byte_array_new();
  bundle->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  return bundle;
}

/* "number offset" for each, then the objects. */
static void
bundle_fill(Bundle *bundle, PdfFile *file, PdfValue stream)
{
  int count = pdf_value_integer(pdf_value_key(stream, "/N"), 0);
  int first = pdf_value_integer(pdf_value_key(stream, "/First"), 0);
  PdfToken number, offset;

  if (!pdf_file_unpack(file, stream, bundle->bytes))
    return;
  PdfScanner scanner = { (const char *)bundle->bytes->data, bundle->bytes->len,
                         0 };
  for (int i = 0; i < count && pdf_scanner_token(&scanner, &number) &&
                  pdf_scanner_token(&scanner, &offset);
       i++) {
    gsize start =
        (gsize)MAX(first, 0) + (gsize)MAX(pdf_token_integer(offset), 0);
    start = MIN(start, bundle->bytes->len);
    g_array_append_val(bundle->starts, start);
  }
  gsize end = bundle->bytes->len;
  g_array_append_val(bundle->starts, end);
}

/* Noted before it is filled: its length may be said to lie inside of it. Where
 * there is too much of them, or one needs another and so on, it stays empty. */
static Bundle *
find_bundle(PdfFile *file, guint stream)
{
  gpointer key = GUINT_TO_POINTER(stream);
  Bundle *bundle = g_hash_table_lookup(file->bundles, key);

  if (bundle != NULL)
    return bundle;
  bundle = bundle_new();
  g_hash_table_insert(file->bundles, key, bundle);
  if (file->open == BUNDLES_OPEN || file->bundled > BUNDLED_MAX)
    return bundle;
  file->open++;
  bundle_fill(bundle, file, pdf_file_object(file, (int)stream));
  file->open--;
  file->bundled += bundle->bytes->len;
  return bundle;
}

static PdfValue
object_in_stream(PdfFile *file, const PdfPlace *place)
{
  const PdfPlace *outer =
      place->stream < file->places->len
          ? &g_array_index(file->places, PdfPlace, place->stream)
          : NULL;

  if (outer == NULL || outer->kind != PDF_PLACE_FILE)
    return (PdfValue){ NULL, 0 };
  const Bundle *bundle = find_bundle(file, place->stream);
  if (place->offset + 1 >= bundle->starts->len)
    return (PdfValue){ NULL, 0 };
  PdfScanner scanner = { (const char *)bundle->bytes->data,
                         g_array_index(bundle->starts, gsize,
                                       place->offset + 1),
                         g_array_index(bundle->starts, gsize, place->offset) };
  PdfValue value = { NULL, 0 };
  pdf_value_next(&scanner, &value);
  return value;
}

/* --- objects --- */

PdfValue
pdf_file_object(PdfFile *file, int number)
{
  const PdfPlace *place;

  if (number <= 0 || (guint)number >= file->places->len)
    return (PdfValue){ NULL, 0 };
  place = &g_array_index(file->places, PdfPlace, number);
  switch (place->kind) {
  case PDF_PLACE_FILE:
    return pdf_crossref_object(file->data, file->length, place->offset, number);
  case PDF_PLACE_STREAM:
    return object_in_stream(file, place);
  case PDF_PLACE_FREE:
  case PDF_PLACE_NONE:
    break;
  }
  return (PdfValue){ NULL, 0 };
}

PdfValue
pdf_file_resolve(PdfFile *file, PdfValue value)
{
  for (int i = 0; i < HOPS; i++) {
    int number = pdf_value_reference(value);
    if (number == 0)
      return value;
    value = pdf_file_object(file, number);
  }
  return (PdfValue){ NULL, 0 };
}

PdfValue
pdf_file_key(PdfFile *file, PdfValue dictionary, const char *key)
{
  return pdf_file_resolve(file, pdf_value_key(dictionary, key));
}

/* No node without a number of its own.  False at one that stands in the tree
 * twice: what is behind it is left out, for there may be no end of it. */
static bool
add_pages(PdfFile *file, int number, GHashTable *seen, GArray *pages, int level)
{
  PdfValue node = pdf_file_object(file, number);
  PdfValue kids = pdf_file_key(file, node, "/Kids"), kid;
  PdfScanner items = pdf_value_items(kids);

  if (!pdf_value_is_dictionary(node) || level > NESTING)
    return true;
  if (!g_hash_table_add(seen, GINT_TO_POINTER(number)))
    return false;
  if (!pdf_value_is_array(kids)) {
    g_array_append_val(pages, number);
    return true;
  }
  while (pdf_value_next(&items, &kid))
    if (!add_pages(file, pdf_value_reference(kid), seen, pages, level + 1))
      return false;
  return true;
}

GArray *
pdf_file_pages(PdfFile *file)
{
  GArray *pages = g_array_new(FALSE, FALSE, sizeof(int));
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  PdfValue top = pdf_value_key(pdf_file_root(file), "/Pages");

  add_pages(file, pdf_value_reference(top), seen, pages, 0);
  return pages;
}

/* --- streams --- */

const char *
pdf_file_packed(PdfFile *file, PdfValue stream, gsize *length)
{
  int said = pdf_value_integer(pdf_file_key(file, stream, "/Length"), -1);

  if (said < 0)
    return NULL;
  *length = (gsize)said;
  return pdf_crossref_stream(file->data, file->length, stream, *length);
}

/* The filter's name, if need be out of an array of one; several are none that
 * anybody knows here. */
static PdfValue
filter_of(PdfFile *file, PdfValue stream)
{
  PdfValue filter = pdf_file_key(file, stream, "/Filter"), only, more;
  PdfScanner items = pdf_value_items(filter);

  return pdf_value_next(&items, &only) && !pdf_value_next(&items, &more)
             ? pdf_file_resolve(file, only)
             : filter;
}

/* Rows of differences are what pictures and cross-references have, and nobody
 * reads these here. */
static bool
has_predictor(PdfFile *file, PdfValue stream)
{
  PdfValue parameters = pdf_file_key(file, stream, "/DecodeParms"), only;
  PdfScanner items = pdf_value_items(parameters);

  if (pdf_value_is_array(parameters) && pdf_value_next(&items, &only))
    parameters = pdf_file_resolve(file, only);
  return pdf_value_integer(pdf_file_key(file, parameters, "/Predictor"), 1) !=
         1;
}

bool
pdf_file_unpack(PdfFile *file, PdfValue stream, GByteArray *out)
{
  gsize length = 0;
  const char *packed = pdf_file_packed(file, stream, &length);
  PdfValue filter = filter_of(file, stream);

  if (packed == NULL)
    return false;
  if (pdf_value_is_null(filter)) {
    g_byte_array_append(out, (const guint8 *)packed, (guint)length);
    return true;
  }
  return pdf_value_is_name(filter, "/FlateDecode") &&
         !has_predictor(file, stream) &&
         deflate_unpack(file->deflate, packed, length, out);
}

bool
pdf_file_content(PdfFile *file, PdfValue page, GByteArray *out)
{
  PdfValue content = pdf_file_key(file, page, "/Contents"), item;
  PdfScanner items = pdf_value_items(content);

  if (!pdf_value_is_array(content))
    return pdf_value_is_null(content) || pdf_file_unpack(file, content, out);
  while (pdf_value_next(&items, &item)) {
    if (out->len > CONTENT_MAX ||
        !pdf_file_unpack(file, pdf_file_resolve(file, item), out))
      return false;
    g_byte_array_append(out, (const guint8 *)"\n", 1);
  }
  return true;
}
