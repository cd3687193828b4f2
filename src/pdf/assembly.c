/* pdf/assembly.c -- writes the objects of a PDF, one after the other. */
/* SPDX-License-Identifier: MIT */

#include "pdf/assembly.h"

#include "base/bytes.h"
#include "pdf/crossref.h"

#include <string.h>

enum {
  BUNDLE = 200, /* objects in an object stream */

  KIND = 1,
  PLACE = 4,
  INDEX = 1,
  LINE = KIND + PLACE + INDEX
};

struct PdfAssembly {
  Deflate *deflate;
  GByteArray *out;
  GArray *places;  /* of PdfPlace, by number */
  GArray *bundled; /* of int: numbers in the object stream that is open */
  GString *starts; /* "number offset " of each */
  GString *texts;
  GChecksum *sums; /* MD5 of the checksums of all streams */
};

PdfAssembly *
pdf_assembly_new(Deflate *deflate, int size, gsize bytes)
{
  /* Four bytes above 127 say that the file is binary (7.5.2). */
  static const char head[] = "%PDF-1.7\n%\xc2\xb5\xc2\xb5\n";
  PdfAssembly *assembly = g_new0(PdfAssembly, 1);

  assembly->deflate = deflate;
  assembly->out = g_byte_array_sized_new((guint)bytes);
  assembly->sums = g_checksum_new(G_CHECKSUM_MD5);
  assembly->places = g_array_new(FALSE, TRUE, sizeof(PdfPlace));
  g_array_set_size(assembly->places, (guint)size);
  assembly->bundled = g_array_new(FALSE, FALSE, sizeof(int));
  assembly->starts = g_string_new(NULL);
  assembly->texts = g_string_new(NULL);
  g_byte_array_append(assembly->out, (const guint8 *)head, sizeof head - 1);
  return assembly;
}

/* --- streams --- */

static bool
is_among(PdfValue name, const char *const *names)
{
  for (; *names != NULL; names++)
    if (name.length == strlen(*names) &&
        memcmp(name.start, *names, name.length) == 0)
      return true;
  return false;
}

void
pdf_assembly_copy(GString *out, PdfValue dictionary, const char *const *without)
{
  PdfScanner items = pdf_value_items(dictionary);
  PdfValue name, value;

  while (pdf_value_next(&items, &name) && pdf_value_next(&items, &value)) {
    if (is_among(name, without))
      continue;
    g_string_append_len(out, name.start, (gssize)name.length);
    g_string_append_c(out, ' ');
    g_string_append_len(out, value.start, (gssize)value.length);
    g_string_append_c(out, '\n');
  }
}

static void
append(PdfAssembly *assembly, const GString *text)
{
  g_byte_array_append(assembly->out, (const guint8 *)text->str,
                      (guint)text->len);
}

/* MD5 of all bytes would cost as much as packing the pages. */
static void
add_sum(PdfAssembly *assembly, const void *data, gsize length)
{
  guint32 sum = GUINT32_TO_LE(deflate_sum(data, length));

  g_checksum_update(assembly->sums, (const guchar *)&sum, sizeof sum);
}

/* A line end before "endstream" is what PDF/A wants (6.1.7.1). */
void
pdf_assembly_stream(PdfAssembly *assembly, int number, PdfValue dictionary,
                    const void *data, gsize length, PdfBytes bytes)
{
  static const char *const lengths[] = { "/Length", NULL };
  static const char *const filters[] = { "/Length", "/Filter", "/DecodeParms",
                                         NULL };
  g_autoptr(GString) text = g_string_new(NULL);

  g_array_index(assembly->places, PdfPlace, number) =
      (PdfPlace){ PDF_PLACE_FILE, 0, assembly->out->len };
  bytes_append_integer(text, number);
  g_string_append(text, " 0 obj\n<<");
  pdf_assembly_copy(text, dictionary,
                    bytes == PDF_BYTES_AS_SAID ? lengths : filters);
  if (bytes == PDF_BYTES_PACKED)
    g_string_append(text, "/Filter/FlateDecode");
  g_string_append(text, "/Length ");
  bytes_append_integer(text, (gint64)length);
  g_string_append(text, ">>\nstream\n");
  append(assembly, text);
  add_sum(assembly, text->str, text->len);
  add_sum(assembly, data, length);
  g_byte_array_append(assembly->out, data, (guint)length);
  g_string_assign(text, "\nendstream\nendobj\n");
  append(assembly, text);
}

/* --- object streams --- */

/* The number of an object that the assembly needs for itself. */
static int
next_number(PdfAssembly *assembly)
{
  g_array_set_size(assembly->places, assembly->places->len + 1);
  return (int)assembly->places->len - 1;
}

static void
pack_stream(PdfAssembly *assembly, int number, const GString *dictionary,
            const void *data, gsize length)
{
  g_autoptr(GByteArray) packed = g_byte_array_new();
  PdfValue value = { dictionary->str, dictionary->len };

  deflate_pack(assembly->deflate, data, length, packed);
  pdf_assembly_stream(assembly, number, value, packed->data, packed->len,
                      PDF_BYTES_PACKED);
}

static void
close_bundle(PdfAssembly *assembly)
{
  g_autoptr(GString) dictionary = g_string_new(NULL);
  int number;

  if (assembly->bundled->len == 0)
    return;
  number = next_number(assembly);
  for (guint i = 0; i < assembly->bundled->len; i++) {
    int object = g_array_index(assembly->bundled, int, i);
    g_array_index(assembly->places, PdfPlace, object) =
        (PdfPlace){ PDF_PLACE_STREAM, (guint)number, i };
  }
  g_string_printf(dictionary, "<</Type/ObjStm/N %u/First %" G_GSIZE_FORMAT ">>",
                  assembly->bundled->len, assembly->starts->len);
  g_string_append_len(assembly->starts, assembly->texts->str,
                      (gssize)assembly->texts->len);
  pack_stream(assembly, number, dictionary, assembly->starts->str,
              assembly->starts->len);
  g_array_set_size(assembly->bundled, 0);
  g_string_truncate(assembly->starts, 0);
  g_string_truncate(assembly->texts, 0);
}

void
pdf_assembly_object(PdfAssembly *assembly, int number, PdfValue value)
{
  g_array_append_val(assembly->bundled, number);
  bytes_append_integer(assembly->starts, number);
  g_string_append_c(assembly->starts, ' ');
  bytes_append_integer(assembly->starts, (gint64)assembly->texts->len);
  g_string_append_c(assembly->starts, ' ');
  g_string_append_len(assembly->texts, value.start, (gssize)value.length);
  g_string_append_c(assembly->texts, '\n');
  if (assembly->bundled->len == BUNDLE)
    close_bundle(assembly);
}

/* --- cross-references --- */

static void
write_line(guint8 *line, guint8 kind, gsize place, guint8 index)
{
  line[0] = kind;
  for (unsigned i = 0; i < PLACE; i++)
    line[KIND + i] = (guint8)(place >> (8 * (PLACE - 1 - i)));
  line[KIND + PLACE] = index;
}

static void
write_place(guint8 *line, const PdfPlace *place)
{
  switch (place->kind) {
  case PDF_PLACE_FREE:
  case PDF_PLACE_NONE:
    write_line(line, 0, 0, 0);
    break;
  case PDF_PLACE_FILE:
    write_line(line, 1, place->offset, 0);
    break;
  case PDF_PLACE_STREAM:
    write_line(line, 2, place->stream, (guint8)place->offset);
    break;
  }
}

/* A line for each object; each byte less the one above it (PNG's filter 2):
 * mostly zeros. */
static GByteArray *
filtered_lines(const GArray *places)
{
  GByteArray *out = g_byte_array_new();
  guint8 above[LINE] = { 0 }, line[LINE];

  g_byte_array_set_size(out, places->len * (LINE + 1));
  guint8 *to = out->data;
  for (guint i = 0; i < places->len; i++) {
    write_place(line, &g_array_index(places, PdfPlace, i));
    *to++ = 2;
    for (unsigned j = 0; j < LINE; j++)
      *to++ = (guint8)(line[j] - above[j]);
    memcpy(above, line, LINE);
  }
  return out;
}

/* The same streams before it, the same ID: all else is in object streams. */
static GString *
trailer_of(const PdfAssembly *assembly, int root, int info)
{
  g_autoptr(GChecksum) sums = g_checksum_copy(assembly->sums);
  const char *id = g_checksum_get_string(sums);
  GString *text = g_string_new(NULL);

  g_string_printf(text,
                  "<</Type/XRef/Size %u/W[%d %d %d]/Root %d 0 R/Info %d 0 R"
                  "/ID[<%s><%s>]>>",
                  assembly->places->len, KIND, PLACE, INDEX, root, info, id,
                  id);
  return text;
}

static void
append_crossref(PdfAssembly *assembly, int root, int info)
{
  g_autoptr(GByteArray) packed = g_byte_array_new();
  int number = next_number(assembly);
  g_autoptr(GString) text = trailer_of(assembly, root, info);

  g_array_index(assembly->places, PdfPlace, number) =
      (PdfPlace){ PDF_PLACE_FILE, 0, assembly->out->len };
  g_autoptr(GByteArray) filtered = filtered_lines(assembly->places);
  deflate_pack(assembly->deflate, filtered->data, filtered->len, packed);
  g_string_truncate(text, text->len - strlen(">>"));
  g_string_append_printf(
      text, "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>>>",
      LINE);
  pdf_assembly_stream(assembly, number, (PdfValue){ text->str, text->len },
                      packed->data, packed->len, PDF_BYTES_AS_SAID);
}

GBytes *
pdf_assembly_finish(PdfAssembly *assembly, int root, int info)
{
  g_autoptr(GString) end = g_string_new(NULL);
  GBytes *bytes;

  close_bundle(assembly);
  g_string_printf(end, "startxref\n%u\n%%%%EOF\n", assembly->out->len);
  append_crossref(assembly, root, info);
  append(assembly, end);
  bytes = g_byte_array_free_to_bytes(assembly->out);
  g_array_unref(assembly->places);
  g_array_unref(assembly->bundled);
  g_string_free(assembly->starts, TRUE);
  g_string_free(assembly->texts, TRUE);
  g_checksum_free(assembly->sums);
  g_free(assembly);
  return bytes;
}

/* --- references --- */

static void
collect(PdfValue value, GArray *numbers)
{
  PdfScanner scanner = { value.start, value.length, 0 };
  PdfToken token, before[2] = { { NULL, 0 }, { NULL, 0 } };

  if (memchr(value.start, 'R', value.length) == NULL)
    return; /* widths of glyphs, for one */
  while (pdf_scanner_token(&scanner, &token)) {
    if (pdf_token_is(token, "R") && before[0].start != NULL) {
      int number = pdf_token_integer(before[0]);
      if (number > 0)
        g_array_append_val(numbers, number);
    }
    before[0] = before[1];
    before[1] = token;
  }
}

void
pdf_assembly_references(PdfValue value, GArray *numbers)
{
  PdfScanner items = pdf_value_items(value);
  PdfValue name, item;

  if (!pdf_value_is_dictionary(value)) {
    collect(value, numbers);
    return;
  }
  while (pdf_value_next(&items, &name) && pdf_value_next(&items, &item))
    if (!(name.length == strlen("/Length") &&
          memcmp(name.start, "/Length", name.length) == 0))
      collect(item, numbers);
}
