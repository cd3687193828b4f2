/* pdf/page_text.c -- what the marked content of a page says. */
/* SPDX-License-Identifier: MIT */

#include "pdf/page_text.h"

#include "base/error.h"
#include "pdf/cmap.h"
#include "pdf/token.h"

enum {
  MCID_NONE = -1,     /* outside of marked content */
  MCID_ARTIFACT = -2, /* furniture */
  MCID_LIMIT = 1 << 20
};

typedef struct {
  int mcid;
  bool silent; /* ActualText has said it */
} Mark;

typedef struct {
  PdfFile *file;
  PdfValue fonts;      /* the page's font resources */
  GHashTable *cmaps;   /* object number to PdfCmap */
  GHashTable *names;   /* resource name to PdfCmap of `cmaps` */
  const PdfCmap *cmap; /* of the current font */
  GArray *marks;       /* of Mark, the innermost last */
  GPtrArray *texts;    /* of GString, by MCID; NULL where there is none */
  GByteArray *codes;   /* of the string being shown */
  int mcid_limit;      /* a page has no more marks than bytes */
  PdfPageText *text;
} Reader;

static void
free_string(gpointer string)
{
  if (string != NULL)
    g_string_free(string, TRUE);
}

static Mark
current_mark(const Reader *reader)
{
  if (reader->marks->len == 0)
    return (Mark){ MCID_NONE, false };
  return g_array_index(reader->marks, Mark, reader->marks->len - 1);
}

static GString *
text_of(const Reader *reader, int mcid)
{
  if ((guint)mcid >= reader->texts->len)
    g_ptr_array_set_size(reader->texts, mcid + 1);
  GString **string = (GString **)&g_ptr_array_index(reader->texts, mcid);
  if (*string == NULL)
    *string = g_string_new(NULL);
  return *string;
}

static PdfCmap *
read_cmap(Reader *reader, PdfValue font)
{
  PdfValue map = pdf_file_key(reader->file, font, "/ToUnicode");
  g_autoptr(GByteArray) data = g_byte_array_new();

  return pdf_file_unpack(reader->file, map, data)
             ? pdf_cmap_new((const char *)data->data, data->len)
             : pdf_cmap_new("", 0);
}

/* Each font's map is read once a file. */
static const PdfCmap *
find_cmap(Reader *reader, const char *name)
{
  PdfValue font = pdf_value_key(reader->fonts, name);
  gpointer key = GINT_TO_POINTER(pdf_value_reference(font));
  PdfCmap *cmap = g_hash_table_lookup(reader->cmaps, key);

  if (cmap != NULL)
    return cmap;
  cmap = read_cmap(reader, pdf_file_resolve(reader->file, font));
  g_hash_table_insert(reader->cmaps, key, cmap);
  return cmap;
}

/* "/f-0-0 11 Tf" */
static void
set_font(Reader *reader, const PdfOperation *operation)
{
  if (operation->operand_count != 2)
    return;
  PdfToken token = operation->operands[0];
  g_autofree char *name = g_strndup(token.start, token.length);
  reader->cmap = g_hash_table_lookup(reader->names, name);
  if (reader->cmap != NULL)
    return;
  reader->cmap = find_cmap(reader, name);
  g_hash_table_insert(reader->names, g_steal_pointer(&name),
                      (gpointer)(guintptr)reader->cmap);
}

static bool
has_text(const Reader *reader, int mcid)
{
  return mcid >= 0 && (guint)mcid < reader->texts->len &&
         g_ptr_array_index(reader->texts, mcid) != NULL;
}

static void
set_mcid(Reader *reader, Mark *mark, PdfToken value)
{
  mark->mcid = CLAMP(pdf_token_integer(value), MCID_NONE, reader->mcid_limit);
  reader->text->repeated += has_text(reader, mark->mcid);
  if (mark->mcid >= 0)
    text_of(reader, mark->mcid);
}

static void
set_actual_text(Reader *reader, Mark *mark, PdfToken value)
{
  g_autoptr(GByteArray) bytes = pdf_token_bytes(value);
  g_autofree char *actual = pdf_cmap_text(bytes);

  mark->silent = true;
  if (mark->mcid >= 0)
    g_string_append(text_of(reader, mark->mcid), actual);
}

/* A plain span inside of a mark belongs to it. */
static void
begin_mark(Reader *reader, const PdfOperation *operation)
{
  Mark outer = current_mark(reader), mark = outer;
  unsigned count = MIN(operation->operand_count, (unsigned)PDF_OPERANDS);
  bool own = count > 0 && pdf_token_is(operation->operands[0], "/Artifact");

  if (own)
    mark.mcid = MCID_ARTIFACT;
  for (unsigned i = 0; i + 1 < count; i++) {
    if (pdf_token_is(operation->operands[i], "/MCID")) {
      own = true;
      set_mcid(reader, &mark, operation->operands[i + 1]);
    } else if (pdf_token_is(operation->operands[i], "/ActualText")) {
      set_actual_text(reader, &mark, operation->operands[i + 1]);
    }
  }
  reader->text->nested += own && outer.mcid != MCID_NONE;
  g_array_append_val(reader->marks, mark);
}

/* The operators that put something on the page (PDF 1.7, table 51). */
static bool
is_painting(PdfToken name)
{
  static const char *const names[] = { "f",  "F",  "f*", "B",  "B*", "b",
                                       "b*", "S",  "s",  "Do", "sh", "BI",
                                       "Tj", "TJ", "'",  "\"" };

  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (pdf_token_is(name, names[i]))
      return true;
  return false;
}

static void
show_text(Reader *reader, const char *content, const PdfOperation *operation)
{
  Mark mark = current_mark(reader);
  PdfScanner scanner = { content, operation->end, operation->start };
  PdfToken token;

  if (mark.mcid < 0 || mark.silent || reader->cmap == NULL)
    return;
  GString *text = text_of(reader, mark.mcid);
  while (pdf_scanner_token(&scanner, &token)) {
    if (token.start[0] != '(' && token.start[0] != '<')
      continue;
    g_byte_array_set_size(reader->codes, 0);
    pdf_token_append_bytes(token, reader->codes);
    pdf_cmap_decode(reader->cmap, reader->codes, text);
  }
}

static void
read_content(Reader *reader, const char *content, gsize length)
{
  PdfScanner scanner = { content, length, 0 };
  PdfOperation operation;

  while (pdf_scanner_operation(&scanner, &operation)) {
    if (current_mark(reader).mcid == MCID_NONE && is_painting(operation.name))
      reader->text->loose++;
    if (pdf_token_is(operation.name, "Tf"))
      set_font(reader, &operation);
    else if (pdf_token_is(operation.name, "BDC") ||
             pdf_token_is(operation.name, "BMC"))
      begin_mark(reader, &operation);
    else if (pdf_token_is(operation.name, "EMC") && reader->marks->len > 0)
      g_array_set_size(reader->marks, reader->marks->len - 1);
    else if (pdf_token_is(operation.name, "Tj") ||
             pdf_token_is(operation.name, "TJ"))
      show_text(reader, content, &operation);
  }
}

GHashTable *
pdf_page_text_cmaps_new(void)
{
  return g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)pdf_cmap_free);
}

/* The words of all marks, one behind the other. */
static void
keep_texts(PdfPageText *text, const GPtrArray *texts)
{
  gsize bytes = 0, at = 0;

  for (guint i = 0; i < texts->len; i++) {
    const GString *words = g_ptr_array_index(texts, i);
    bytes += words != NULL ? words->len + 1 : 0;
  }
  text->count = texts->len;
  text->places = g_new0(guint32, texts->len);
  text->words = g_malloc(MAX(bytes, 1));
  for (guint i = 0; i < texts->len; i++) {
    const GString *words = g_ptr_array_index(texts, i);
    if (words == NULL)
      continue;
    memcpy(text->words + at, words->str, words->len + 1);
    text->places[i] = (guint32)at + 1;
    at += words->len + 1;
  }
}

PdfPageText *
pdf_page_text_read(PdfFile *file, PdfValue page, GHashTable *cmaps,
                   GError **error)
{
  g_autoptr(GByteArray) content = g_byte_array_new();
  g_autoptr(GByteArray) codes = g_byte_array_new();
  g_autoptr(GHashTable) names =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(Mark));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(free_string);
  PdfValue resources = pdf_file_key(file, page, "/Resources");
  PdfPageText *text;

  if (!pdf_file_content(file, page, content)) {
    g_set_error_literal(error, HANDBILL_ERROR, ERROR_IO,
                        "the content of a page cannot be read");
    return NULL;
  }
  text = g_new0(PdfPageText, 1);
  Reader reader = { .file = file,
                    .fonts = pdf_file_key(file, resources, "/Font"),
                    .cmaps = cmaps,
                    .names = names,
                    .marks = marks,
                    .texts = texts,
                    .codes = codes,
                    .mcid_limit = (int)MIN(content->len, MCID_LIMIT),
                    .text = text };
  read_content(&reader, (const char *)content->data, content->len);
  keep_texts(text, texts);
  return text;
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
