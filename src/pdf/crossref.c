/* pdf/crossref.c -- where the objects of a PDF are. */
/* SPDX-License-Identifier: MIT */

#include "pdf/crossref.h"

#include "base/error.h"

enum {
  TAIL = 1024,           /* bytes at the end that have "startxref" */
  OBJECTS_MAX = 1 << 23, /* as many as PDF/A allows */
  SECTIONS_MAX = 64,     /* older tables behind the newest */
  FIELDS = 3,
  PREDICTOR_PNG = 10
};

typedef struct {
  const char *data;
  gsize length;
  Deflate *deflate;
  GArray *places;
  PdfValue trailer; /* of the section read last */
} Reader;

static void
set_place(Reader *reader, guint number, PdfPlace place)
{
  if (number >= OBJECTS_MAX)
    return;
  if (number >= reader->places->len)
    g_array_set_size(reader->places, number + 1);
  PdfPlace *old = &g_array_index(reader->places, PdfPlace, number);
  if (old->kind == PDF_PLACE_NONE)
    *old = place;
}

/* --- tables --- */

static bool
next_number(PdfScanner *scanner, gsize *number)
{
  PdfToken token;

  if (!pdf_scanner_token(scanner, &token) || token.length > 10)
    return false;
  *number = 0;
  for (gsize i = 0; i < token.length; i++) {
    if (!g_ascii_isdigit(token.start[i]))
      return false;
    *number = *number * 10 + (gsize)g_ascii_digit_value(token.start[i]);
  }
  return true;
}

/* "first count", then "offset generation n" or "f" for each. */
static bool
read_subsection(Reader *reader, PdfScanner *scanner)
{
  gsize first, count;

  if (!next_number(scanner, &first) || !next_number(scanner, &count) ||
      first + count > OBJECTS_MAX)
    return false;
  for (gsize i = 0; i < count; i++) {
    gsize offset, generation;
    PdfToken kind;
    if (!next_number(scanner, &offset) || !next_number(scanner, &generation) ||
        !pdf_scanner_token(scanner, &kind))
      return false;
    bool used = pdf_token_is(kind, "n");
    set_place(reader, (guint)(first + i),
              (PdfPlace){ used ? PDF_PLACE_FILE : PDF_PLACE_FREE, 0, offset });
  }
  return true;
}

static bool
read_table(Reader *reader, PdfScanner scanner)
{
  PdfToken token;

  for (;;) {
    PdfScanner ahead = scanner;
    if (!pdf_scanner_token(&ahead, &token))
      return false;
    if (pdf_token_is(token, "trailer")) {
      scanner = ahead;
      break;
    }
    if (!read_subsection(reader, &scanner))
      return false;
  }
  return pdf_value_next(&scanner, &reader->trailer) &&
         pdf_value_is_dictionary(reader->trailer);
}

/* --- streams --- */

/* Undoes the filters None and Up of PNG, the only ones that writers of
 * cross-references use; moves the rows together. */
static bool
undo_predictor(GByteArray *bytes, gsize columns)
{
  gsize rows = bytes->len / (columns + 1);

  for (gsize row = 0; row < rows; row++) {
    const guint8 *from = bytes->data + row * (columns + 1);
    guint8 *to = bytes->data + row * columns;
    guint8 filter = from[0];
    if (filter != 0 && filter != 2)
      return false;
    for (gsize i = 0; i < columns; i++)
      to[i] = (guint8)(from[i + 1] +
                       (filter == 2 && row > 0 ? to[i - columns] : 0));
  }
  g_byte_array_set_size(bytes, (guint)(rows * columns));
  return true;
}

static bool
unpack(const Reader *reader, PdfValue stream, gsize width, GByteArray *out)
{
  int length = pdf_value_integer(pdf_value_key(stream, "/Length"), -1);
  PdfValue parameters = pdf_value_key(stream, "/DecodeParms");
  PdfValue filter = pdf_value_key(stream, "/Filter");
  int predictor = pdf_value_integer(pdf_value_key(parameters, "/Predictor"), 1);
  int columns = pdf_value_integer(pdf_value_key(parameters, "/Columns"), 1);
  const char *packed = length >= 0
                           ? pdf_crossref_stream(reader->data, reader->length,
                                                 stream, (gsize)length)
                           : NULL;

  if (packed == NULL)
    return false;
  if (pdf_value_is_null(filter))
    g_byte_array_append(out, (const guint8 *)packed, (guint)length);
  else if (!pdf_value_is_name(filter, "/FlateDecode") ||
           !deflate_unpack(reader->deflate, packed, (gsize)length, out))
    return false;
  if (predictor < PREDICTOR_PNG)
    return predictor == 1;
  return (gsize)MAX(columns, 0) == width && undo_predictor(out, width);
}

static gsize
field_at(const guint8 **at, gsize width, gsize otherwise)
{
  gsize value = width > 0 ? 0 : otherwise;

  for (gsize i = 0; i < width; i++)
    value = value << 8 | *(*at)++;
  return value;
}

static void
read_entry(Reader *reader, guint number, const guint8 *at, const gsize *widths)
{
  gsize kind = field_at(&at, widths[0], 1);
  gsize second = field_at(&at, widths[1], 0);
  gsize third = field_at(&at, widths[2], 0);

  if (kind == 0)
    set_place(reader, number, (PdfPlace){ PDF_PLACE_FREE, 0, 0 });
  else if (kind == 1)
    set_place(reader, number, (PdfPlace){ PDF_PLACE_FILE, 0, second });
  else if (kind == 2 && second < OBJECTS_MAX)
    set_place(reader, number,
              (PdfPlace){ PDF_PLACE_STREAM, (guint)second, third });
}

/* /Index has pairs of first and count; without it all from 0 on are there. */
static void
read_entries(Reader *reader, const GByteArray *bytes, const gsize *widths)
{
  PdfScanner index = pdf_value_items(pdf_value_key(reader->trailer, "/Index"));
  gsize width = widths[0] + widths[1] + widths[2];
  gsize at = 0;
  PdfValue first = { "0", 1 };
  PdfValue count = pdf_value_key(reader->trailer, "/Size");

  pdf_value_next(&index, &first);
  pdf_value_next(&index, &count);
  do {
    int number = pdf_value_integer(first, -1);
    int entries = pdf_value_integer(count, 0);
    for (int i = 0; number >= 0 && i < entries && at + width <= bytes->len;
         i++, at += width)
      read_entry(reader, (guint)number + (guint)i, bytes->data + at, widths);
  } while (pdf_value_next(&index, &first) && pdf_value_next(&index, &count));
}

static bool
read_stream(Reader *reader, gsize offset)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  gsize widths[FIELDS] = { 0 }, width = 0;
  PdfValue item;

  reader->trailer =
      pdf_crossref_object(reader->data, reader->length, offset, 0);
  if (!pdf_value_is_name(pdf_value_key(reader->trailer, "/Type"), "/XRef"))
    return false;
  PdfScanner items = pdf_value_items(pdf_value_key(reader->trailer, "/W"));
  for (int i = 0; i < FIELDS && pdf_value_next(&items, &item); i++) {
    widths[i] = (gsize)CLAMP(pdf_value_integer(item, 0), 0, 7);
    width += widths[i];
  }
  if (width == 0 || !unpack(reader, reader->trailer, width, bytes))
    return false;
  read_entries(reader, bytes, widths);
  return true;
}

/* --- the whole --- */

static bool
read_section(Reader *reader, gsize offset)
{
  PdfScanner scanner = { reader->data, reader->length, offset };
  PdfToken token;

  if (offset >= reader->length || !pdf_scanner_token(&scanner, &token))
    return false;
  return pdf_token_is(token, "xref") ? read_table(reader, scanner)
                                     : read_stream(reader, offset);
}

static bool
read_sections(Reader *reader, gsize offset, PdfValue *trailer)
{
  for (int i = 0; i < SECTIONS_MAX; i++) {
    if (!read_section(reader, offset))
      return false;
    if (i == 0)
      *trailer = reader->trailer;
    int before = pdf_value_integer(pdf_value_key(reader->trailer, "/Prev"), -1);
    if (before < 0)
      return true;
    offset = (gsize)before;
  }
  return false;
}

/* The last "startxref" counts. */
static bool
find_start(const Reader *reader, gsize *offset)
{
  static const char word[] = "startxref";
  gsize size = strlen(word);
  gsize from = reader->length > TAIL ? reader->length - TAIL : 0;

  for (gsize at = reader->length; at >= from + size; at--)
    if (memcmp(reader->data + at - size, word, size) == 0) {
      PdfScanner scanner = { reader->data, reader->length, at };
      return next_number(&scanner, offset);
    }
  return false;
}

GArray *
pdf_crossref_read(const char *data, gsize length, Deflate *deflate,
                  PdfValue *trailer, GError **error)
{
  g_autoptr(GArray) places = g_array_new(FALSE, TRUE, sizeof(PdfPlace));
  Reader reader = { data, length, deflate, places, { NULL, 0 } };
  gsize offset = 0;

  if (find_start(&reader, &offset) && read_sections(&reader, offset, trailer))
    return g_steal_pointer(&places);
  g_set_error_literal(error, HANDBILL_ERROR, ERROR_IO,
                      "the PDF cannot be read: its cross-references");
  return NULL;
}

PdfValue
pdf_crossref_object(const char *data, gsize length, gsize offset, int number)
{
  PdfScanner scanner = { data, length, offset };
  PdfToken token;
  gsize found, generation;

  if (offset >= length || !next_number(&scanner, &found) ||
      !next_number(&scanner, &generation) ||
      !pdf_scanner_token(&scanner, &token) || !pdf_token_is(token, "obj") ||
      !pdf_scanner_token(&scanner, &token) ||
      (number != 0 && found != (gsize)number))
    return (PdfValue){ NULL, 0 };
  return (PdfValue){ token.start, (gsize)(data + length - token.start) };
}

const char *
pdf_crossref_stream(const char *data, gsize length, PdfValue stream,
                    gsize packed)
{
  PdfScanner scanner = { stream.start, stream.length, 0 };
  PdfValue dictionary;
  PdfToken token;

  if (!pdf_value_is_dictionary(stream) ||
      !pdf_value_next(&scanner, &dictionary) ||
      !pdf_scanner_token(&scanner, &token) || !pdf_token_is(token, "stream"))
    return NULL;
  const char *from = token.start + token.length, *end = data + length;
  if (from < end && *from == '\r')
    from++;
  if (from < end && *from == '\n')
    from++;
  return packed <= (gsize)(end - from) ? from : NULL;
}
