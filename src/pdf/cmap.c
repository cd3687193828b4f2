/* pdf/cmap.c -- a ToUnicode map: from the codes of a font to text. */
/* SPDX-License-Identifier: MIT */

#include "pdf/cmap.h"

#include "pdf/token.h"

enum {
  CODES = 65536,       /* of two bytes; no font of ours has longer ones */
  ENTRIES = 2 * CODES, /* of a map, those that repeat a code included */
  TEXT_BYTES = 512,    /* of an entry (PDF 1.7, 9.10.3) */
  BYTES = 1 << 20      /* of all entries; CJK has two or four each */
};

struct PdfCmap {
  GPtrArray *texts; /* of char *, by code: UTF-8; NULL where there is none */
  char plain[256];  /* by code: the text where it is one byte; else 0 */
  gsize code_bytes;
  guint entries; /* read: a few bytes can ask for 65,536 */
  gsize bytes;   /* of their texts */
};

/* Of UTF-16BE; NULL if it is none. */
static char *
from_utf16(const guint8 *bytes, gsize length)
{
  g_autofree gunichar2 *units = g_new(gunichar2, length / 2 + 1);

  for (gsize i = 0; i < length / 2; i++)
    units[i] = (gunichar2)(bytes[2 * i] << 8 | bytes[2 * i + 1]);
  return length % 2 == 0
             ? g_utf16_to_utf8(units, (glong)length / 2, NULL, NULL, NULL)
             : NULL;
}

static guint
code_of(const GByteArray *bytes)
{
  guint code = 0;

  for (guint i = 0; i < bytes->len; i++)
    code = code << 8 | bytes->data[i];
  return code;
}

static void
add_code(PdfCmap *cmap, guint code, const GByteArray *text)
{
  char *utf8;

  if (code >= CODES || text->len > TEXT_BYTES || cmap->entries == ENTRIES ||
      cmap->bytes > BYTES)
    return;
  cmap->entries++;
  cmap->bytes += text->len;
  utf8 = from_utf16(text->data, text->len);
  if (utf8 == NULL)
    return;
  if (code >= cmap->texts->len)
    g_ptr_array_set_size(cmap->texts, (gint)code + 1);
  g_free(g_ptr_array_index(cmap->texts, code));
  g_ptr_array_index(cmap->texts, code) = utf8;
  if (code < sizeof cmap->plain)
    cmap->plain[code] = utf8[0] != '\0' && utf8[1] == '\0' ? utf8[0] : '\0';
}

/* <code> <text> */
static void
read_characters(PdfCmap *cmap, PdfScanner *scanner)
{
  PdfToken code, text;

  while (pdf_scanner_token(scanner, &code) && code.start[0] == '<' &&
         pdf_scanner_token(scanner, &text)) {
    g_autoptr(GByteArray) from = pdf_token_bytes(code);
    g_autoptr(GByteArray) to = pdf_token_bytes(text);
    add_code(cmap, code_of(from), to);
  }
}

/* [<text> <text> ...] for the codes from `code` on */
static void
read_array(PdfCmap *cmap, PdfScanner *scanner, guint code)
{
  PdfToken token;

  while (pdf_scanner_token(scanner, &token) && token.start[0] == '<') {
    g_autoptr(GByteArray) to = pdf_token_bytes(token);
    add_code(cmap, code++, to);
  }
}

/* Only the last byte counts up (9.10.3). */
static void
add_range(PdfCmap *cmap, guint first, guint last, GByteArray *text)
{
  if (text->len == 0 || text->len > TEXT_BYTES || last >= CODES)
    return;
  for (guint code = first; code <= last && cmap->entries < ENTRIES; code++) {
    add_code(cmap, code, text);
    text->data[text->len - 1]++;
  }
}

/* <first> <last> <text>, or an array of texts */
static void
read_ranges(PdfCmap *cmap, PdfScanner *scanner)
{
  PdfToken first, last, text;

  while (pdf_scanner_token(scanner, &first) && first.start[0] == '<' &&
         pdf_scanner_token(scanner, &last) &&
         pdf_scanner_token(scanner, &text)) {
    g_autoptr(GByteArray) from = pdf_token_bytes(first);
    g_autoptr(GByteArray) until = pdf_token_bytes(last);
    g_autoptr(GByteArray) to = pdf_token_bytes(text);
    if (text.start[0] == '[')
      read_array(cmap, scanner, code_of(from));
    else
      add_range(cmap, code_of(from), code_of(until), to);
  }
}

PdfCmap *
pdf_cmap_new(const char *text, gsize length)
{
  PdfCmap *cmap = g_new0(PdfCmap, 1);
  PdfScanner scanner = { .in = text, .length = length };
  PdfToken token;

  cmap->code_bytes = 1;
  cmap->texts = g_ptr_array_new_with_free_func(g_free);
  while (pdf_scanner_token(&scanner, &token)) {
    if (pdf_token_is(token, "begincodespacerange") &&
        pdf_scanner_token(&scanner, &token)) {
      g_autoptr(GByteArray) code = pdf_token_bytes(token);
      cmap->code_bytes = CLAMP(code->len, 1, 4);
    } else if (pdf_token_is(token, "beginbfchar")) {
      read_characters(cmap, &scanner);
    } else if (pdf_token_is(token, "beginbfrange")) {
      read_ranges(cmap, &scanner);
    }
  }
  return cmap;
}

void
pdf_cmap_free(PdfCmap *cmap)
{
  if (cmap == NULL)
    return;
  g_ptr_array_unref(cmap->texts);
  g_free(cmap);
}

void
pdf_cmap_decode(const PdfCmap *cmap, const GByteArray *codes, GString *out)
{
  for (gsize at = 0;
       at + cmap->code_bytes <= codes->len && out->len <= PDF_CMAP_DECODED_MAX;
       at += cmap->code_bytes) {
    guint code = 0;
    for (gsize i = 0; i < cmap->code_bytes; i++)
      code = code << 8 | codes->data[at + i];
    if (code < sizeof cmap->plain && cmap->plain[code] != '\0') {
      g_string_append_c(out, cmap->plain[code]);
      continue;
    }
    const char *text =
        code < cmap->texts->len ? g_ptr_array_index(cmap->texts, code) : NULL;
    g_string_append(out, text != NULL ? text : "\357\277\275");
  }
}

char *
pdf_cmap_text(const GByteArray *string)
{
  char *text = NULL;

  if (string->len >= 2 && string->data[0] == 0xfe && string->data[1] == 0xff)
    text = from_utf16(string->data + 2, string->len - 2);
  else
    text = g_convert((const char *)string->data, (gssize)string->len, "UTF-8",
                     "ISO-8859-1", NULL, NULL, NULL);
  return text != NULL ? text : g_strdup("\357\277\275");
}
