/* pdf/page_text.c -- what the marked content of a page says. */
/* SPDX-License-Identifier: MIT */

#include "pdf/page_text.h"

#include "base/error.h"
#include "pdf/cmap.h"
#include "pdf/token.h"

enum {
  MCID_NONE = -1,     /* outside of marked content */
  MCID_ARTIFACT = -2, /* furniture */
  MCID_LIMIT = 1 << 20,
  NAMES_MAX = 32,     /* fonts of a page that are found at once */
  MAPS_MAX = 256,     /* of a file */
  READ_MAX = 1 << 30, /* bytes of all pages: content, words, MCIDs */
};

typedef struct {
  int mcid;
  bool silent; /* ActualText has said it */
} Mark;

/* Text of a mark, in the order in which the page has it. */
typedef struct {
  int mcid;
  gsize start; /* offset into the page's words */
} Piece;

/* A font of the page. */
typedef struct {
  PdfToken name;
  const PdfCmap *cmap;
} Name;

struct PdfPageReader {
  PdfFile *file;
  GHashTable *cmaps; /* where a stream's dictionary begins to PdfCmap */
  gsize read;        /* see READ_MAX */

  /* of one page: */
  PdfValue fonts; /* its resources */
  GByteArray *content;
  GArray *names;       /* of Name */
  const PdfCmap *cmap; /* of the current font */
  GArray *marks;       /* of Mark, the innermost last */
  GArray *lengths;     /* of gsize, by MCID: bytes with the NUL; 0: none */
  GArray *pieces;      /* of Piece */
  GString *words;      /* of all pieces */
  GByteArray *codes;   /* of the strings being shown */
  int mcid_limit;      /* a page has no more marks than bytes */
  PdfPageText *text;
};

typedef PdfPageReader Reader;

static Mark
current_mark(const Reader *reader)
{
  if (reader->marks->len == 0)
    return (Mark){ MCID_NONE, false };
  return g_array_index(reader->marks, Mark, reader->marks->len - 1);
}

static void
find_operands(const Reader *reader, const PdfOperation *operation,
              PdfOperands *operands)
{
  pdf_operation_operands((const char *)reader->content->data, operation,
                         operands);
}

/* --- fonts --- */

static PdfCmap *
read_cmap(Reader *reader, PdfValue map)
{
  g_autoptr(GByteArray) data = g_byte_array_new();

  return pdf_file_unpack(reader->file, map, data)
             ? pdf_cmap_new((const char *)data->data, data->len)
             : pdf_cmap_new("", 0);
}

/* Each map is read once a file, and may be that of several fonts. */
static const PdfCmap *
find_cmap(Reader *reader, PdfToken token)
{
  g_autofree char *name = g_strndup(token.start, token.length);
  PdfValue font = pdf_file_key(reader->file, reader->fonts, name);
  PdfValue map = pdf_file_key(reader->file, font, "/ToUnicode");
  gpointer key = (gpointer)(guintptr)map.start;
  PdfCmap *cmap = g_hash_table_lookup(reader->cmaps, key);

  if (cmap != NULL || g_hash_table_size(reader->cmaps) > MAPS_MAX)
    return cmap;
  cmap = read_cmap(reader, map);
  g_hash_table_insert(reader->cmaps, key, cmap);
  return cmap;
}

/* "/f-0-0 11 Tf" */
static void
set_font(Reader *reader, const PdfOperation *operation)
{
  PdfOperands operands;

  find_operands(reader, operation, &operands);
  PdfToken token = operands.tokens[0];
  if (operands.count != 2)
    return;
  for (guint i = 0; i < reader->names->len; i++) {
    const Name *name = &g_array_index(reader->names, Name, i);
    if (name->name.length == token.length &&
        memcmp(name->name.start, token.start, token.length) == 0) {
      reader->cmap = name->cmap;
      return;
    }
  }
  reader->cmap = find_cmap(reader, token);
  if (reader->names->len == NAMES_MAX)
    g_array_set_size(reader->names, 0);
  Name name = { token, reader->cmap };
  g_array_append_val(reader->names, name);
}

/* --- marks --- */

static bool
has_text(const Reader *reader, int mcid)
{
  return mcid >= 0 && (guint)mcid < reader->lengths->len &&
         g_array_index(reader->lengths, gsize, mcid) > 0;
}

static void
begin_text(Reader *reader, int mcid)
{
  if ((guint)mcid >= reader->lengths->len)
    g_array_set_size(reader->lengths, (guint)mcid + 1);
  if (!has_text(reader, mcid))
    g_array_index(reader->lengths, gsize, mcid) = 1;
}

/* The words from `start` on are those of the mark. */
static void
add_text(Reader *reader, int mcid, gsize start)
{
  GArray *pieces = reader->pieces;
  Piece piece = { mcid, start };

  g_array_index(reader->lengths, gsize, mcid) += reader->words->len - start;
  if (pieces->len == 0 ||
      g_array_index(pieces, Piece, pieces->len - 1).mcid != mcid)
    g_array_append_val(pieces, piece);
}

static void
set_mcid(Reader *reader, Mark *mark, PdfToken value)
{
  mark->mcid = CLAMP(pdf_token_integer(value), MCID_NONE, reader->mcid_limit);
  reader->text->repeated += has_text(reader, mark->mcid);
  if (mark->mcid >= 0)
    begin_text(reader, mark->mcid);
}

static void
set_actual_text(Reader *reader, Mark *mark, PdfToken value)
{
  g_autoptr(GByteArray) bytes = pdf_token_bytes(value);
  g_autofree char *actual = pdf_cmap_text(bytes);
  gsize start = reader->words->len;

  mark->silent = true;
  if (mark->mcid < 0)
    return;
  g_string_append(reader->words, actual);
  add_text(reader, mark->mcid, start);
}

/* A plain span inside of a mark belongs to it. */
static void
begin_mark(Reader *reader, const PdfOperation *operation)
{
  Mark outer = current_mark(reader), mark = outer;
  PdfOperands operands;

  find_operands(reader, operation, &operands);
  unsigned count = MIN(operands.count, (unsigned)PDF_OPERANDS);
  bool own = count > 0 && pdf_token_is(operands.tokens[0], "/Artifact");

  if (own)
    mark.mcid = MCID_ARTIFACT;
  for (unsigned i = 0; i + 1 < count; i++) {
    if (pdf_token_is(operands.tokens[i], "/MCID")) {
      own = true;
      set_mcid(reader, &mark, operands.tokens[i + 1]);
    } else if (pdf_token_is(operands.tokens[i], "/ActualText")) {
      set_actual_text(reader, &mark, operands.tokens[i + 1]);
    }
  }
  reader->text->nested += own && outer.mcid != MCID_NONE;
  g_array_append_val(reader->marks, mark);
}

static void
show_text(Reader *reader, const PdfOperation *operation)
{
  Mark mark = current_mark(reader);
  gsize start = reader->words->len;

  if (mark.mcid < 0 || mark.silent || reader->cmap == NULL)
    return;
  g_byte_array_set_size(reader->codes, 0);
  pdf_operation_append_text((const char *)reader->content->data, operation,
                            reader->codes);
  pdf_cmap_decode(reader->cmap, reader->codes, reader->words);
  add_text(reader, mark.mcid, start);
}

/* --- pages --- */

static void
paint(Reader *reader)
{
  reader->text->loose += current_mark(reader).mcid == MCID_NONE;
}

static void
read_operation(Reader *reader, const PdfOperation *operation)
{
  switch (pdf_token_name(operation->name)) {
  case PDF_NAME('T', 'f', 0):
    set_font(reader, operation);
    break;
  case PDF_NAME('T', 'j', 0):
  case PDF_NAME('T', 'J', 0):
    paint(reader);
    show_text(reader, operation);
    break;
  case PDF_NAME('B', 'D', 'C'):
  case PDF_NAME('B', 'M', 'C'):
    begin_mark(reader, operation);
    break;
  case PDF_NAME('E', 'M', 'C'):
    if (reader->marks->len > 0)
      g_array_set_size(reader->marks, reader->marks->len - 1);
    break;
  /* The others that put something on the page (PDF 1.7, table 51). */
  case PDF_NAME('\'', 0, 0):
  case PDF_NAME('"', 0, 0):
  case PDF_NAME('f', 0, 0):
  case PDF_NAME('F', 0, 0):
  case PDF_NAME('f', '*', 0):
  case PDF_NAME('B', 0, 0):
  case PDF_NAME('B', '*', 0):
  case PDF_NAME('b', 0, 0):
  case PDF_NAME('b', '*', 0):
  case PDF_NAME('S', 0, 0):
  case PDF_NAME('s', 0, 0):
  case PDF_NAME('D', 'o', 0):
  case PDF_NAME('s', 'h', 0):
  case PDF_NAME('B', 'I', 0):
    paint(reader);
    break;
  default:
    break;
  }
}

/* The words of all marks, one behind the other. */
static void
keep_texts(Reader *reader)
{
  PdfPageText *text = reader->text;
  g_autofree gsize *ends = g_new(gsize, reader->lengths->len + 1);
  gsize at = 0;

  text->count = reader->lengths->len;
  text->places = g_new0(gsize, text->count + 1);
  for (guint i = 0; i < text->count; i++) {
    ends[i] = at;
    if (has_text(reader, (int)i))
      text->places[i] = at + 1;
    at += g_array_index(reader->lengths, gsize, i);
  }
  text->words = g_malloc0(MAX(at, 1));
  for (guint i = 0; i < reader->pieces->len; i++) {
    const Piece *piece = &g_array_index(reader->pieces, Piece, i);
    gsize next =
        i + 1 < reader->pieces->len ? piece[1].start : reader->words->len;
    memcpy(text->words + ends[piece->mcid], reader->words->str + piece->start,
           next - piece->start);
    ends[piece->mcid] += next - piece->start;
  }
}

PdfPageReader *
pdf_page_reader_new(PdfFile *file)
{
  PdfPageReader *reader = g_new0(PdfPageReader, 1);

  reader->file = file;
  reader->cmaps =
      g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)pdf_cmap_free);
  reader->content = g_byte_array_new();
  reader->names = g_array_new(FALSE, FALSE, sizeof(Name));
  reader->marks = g_array_new(FALSE, FALSE, sizeof(Mark));
  reader->lengths = g_array_new(FALSE, TRUE, sizeof(gsize));
  reader->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  reader->words = g_string_new(NULL);
  reader->codes = g_byte_array_new();
  return reader;
}

void
pdf_page_reader_free(PdfPageReader *reader)
{
  if (reader == NULL)
    return;
  g_hash_table_unref(reader->cmaps);
  g_byte_array_unref(reader->content);
  g_array_unref(reader->names);
  g_array_unref(reader->marks);
  g_array_unref(reader->lengths);
  g_array_unref(reader->pieces);
  g_string_free(reader->words, TRUE);
  g_byte_array_unref(reader->codes);
  g_free(reader);
}

static void
begin_page(PdfPageReader *reader, PdfValue page)
{
  PdfValue resources = pdf_file_key(reader->file, page, "/Resources");

  reader->fonts = pdf_file_key(reader->file, resources, "/Font");
  reader->cmap = NULL;
  g_byte_array_set_size(reader->content, 0);
  g_array_set_size(reader->names, 0);
  g_array_set_size(reader->marks, 0);
  g_array_set_size(reader->lengths, 0);
  g_array_set_size(reader->pieces, 0);
  g_string_truncate(reader->words, 0);
}

static void
read_content(Reader *reader)
{
  PdfOperation operation;
  PdfScanner scanner = { (const char *)reader->content->data,
                         reader->content->len, 0 };
  reader->mcid_limit = (int)MIN(scanner.length, MCID_LIMIT);
  while (pdf_scanner_operation(&scanner, &operation))
    read_operation(reader, &operation);
  reader->read += scanner.length + reader->words->len +
                  reader->lengths->len * sizeof(gsize);
}

/* A few bytes, packed and shared by pages and fonts, can be any number. */
static bool
is_too_much(const Reader *reader)
{
  return reader->read > READ_MAX || reader->words->len > PDF_CMAP_DECODED_MAX ||
         g_hash_table_size(reader->cmaps) > MAPS_MAX;
}

static void
refuse(GError **error, const char *what)
{
  g_set_error(error, HANDBILL_ERROR, ERROR_IO, "the content of a page %s",
              what);
}

PdfPageText *
pdf_page_text_read(PdfPageReader *reader, PdfValue page, GError **error)
{
  begin_page(reader, page);
  if (!pdf_file_content(reader->file, page, reader->content)) {
    refuse(error, "cannot be read");
    return NULL;
  }
  g_autoptr(PdfPageText) text = reader->text = g_new0(PdfPageText, 1);
  read_content(reader);
  if (is_too_much(reader)) {
    refuse(error, "and those before it have more than can be read");
    return NULL;
  }
  keep_texts(reader);
  return g_steal_pointer(&text);
}

void
pdf_page_text_free(PdfPageText *text)
{
  if (text == NULL)
    return;
  g_free(text->places);
  g_free(text->words);
  g_free(text);
}

bool
pdf_page_text_has(const PdfPageText *text, int mcid)
{
  return mcid >= 0 && (guint)mcid < text->count && text->places[mcid] != 0;
}

const char *
pdf_page_text_find(const PdfPageText *text, int mcid)
{
  return pdf_page_text_has(text, mcid) ? text->words + text->places[mcid] - 1
                                       : "";
}
