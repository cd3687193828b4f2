/* pdf/draft.c -- a PDF that is being finished. */
/* SPDX-License-Identifier: MIT */

#include "pdf/draft.h"

#include "base/error.h"

#include "pdf/assembly.h"

#include <string.h>

typedef struct {
  bool known;   /* it has a text of its own */
  bool changed; /* it has bytes of its own */
  bool packed;  /* these are packed */
  gsize text;   /* offset */
  gsize text_length;
  gsize data;
  gsize data_length;
  PdfValue painted; /* as cairo wrote it; nothing: not looked up yet */
} Object;

struct PdfDraft {
  PdfFile *source;
  Deflate *deflate;
  GArray *objects; /* of Object, by number */
  GString *texts;
  GByteArray *data;
  int begun;   /* the object whose text is being appended */
  int painted; /* numbers from here on are new */
  int root;
  int info;
};

static Object *
object_at(const PdfDraft *draft, int number)
{
  return &g_array_index(draft->objects, Object, number);
}

PdfDraft *
pdf_draft_new(GBytes *painted, GError **error)
{
  PdfFile *source = pdf_file_open(painted, error);
  PdfDraft *draft;

  if (source == NULL)
    return NULL;
  draft = g_new0(PdfDraft, 1);
  draft->source = source;
  draft->deflate = deflate_new(DEFLATE_FAST);
  draft->objects = g_array_new(FALSE, TRUE, sizeof(Object));
  draft->painted = pdf_file_size(source);
  g_array_set_size(draft->objects, (guint)draft->painted);
  draft->texts = g_string_new(NULL);
  draft->data = g_byte_array_sized_new((guint)pdf_file_length(source));
  draft->root =
      pdf_value_reference(pdf_value_key(pdf_file_trailer(source), "/Root"));
  return draft;
}

void
pdf_draft_free(PdfDraft *draft)
{
  if (draft == NULL)
    return;
  pdf_file_free(draft->source);
  deflate_free(draft->deflate);
  g_array_unref(draft->objects);
  g_string_free(draft->texts, TRUE);
  g_byte_array_unref(draft->data);
  g_free(draft);
}

PdfFile *
pdf_draft_source(PdfDraft *draft)
{
  return draft->source;
}

int
pdf_draft_root(const PdfDraft *draft)
{
  return draft->root;
}

void
pdf_draft_set_info(PdfDraft *draft, int number)
{
  draft->info = number;
}

/* --- changes --- */

int
pdf_draft_reserve(PdfDraft *draft)
{
  g_array_set_size(draft->objects, draft->objects->len + 1);
  return (int)draft->objects->len - 1;
}

GString *
pdf_draft_begin(PdfDraft *draft, int number)
{
  Object *object = object_at(draft, number);

  draft->begun = number;
  object->known = true;
  object->text = draft->texts->len;
  return draft->texts;
}

void
pdf_draft_end(PdfDraft *draft)
{
  Object *object = object_at(draft, draft->begun);

  object->text_length = draft->texts->len - object->text;
}

/* All ask for the same objects again. */
static PdfValue
painted_value(PdfDraft *draft, int number)
{
  PdfValue *painted = &object_at(draft, number)->painted;

  if (painted->start == NULL) {
    PdfValue value = pdf_file_object(draft->source, number);
    PdfScanner scanner = { value.start, value.length, 0 };
    *painted = value;
    if (!pdf_value_is_null(value))
      pdf_value_next(&scanner, painted);
  }
  return *painted;
}

PdfValue
pdf_draft_value(PdfDraft *draft, int number)
{
  const Object *object = object_at(draft, number);

  if (object->known)
    return (PdfValue){ draft->texts->str + object->text, object->text_length };
  return painted_value(draft, number);
}

void
pdf_draft_set(PdfDraft *draft, int number, const char *key, const char *text)
{
  const char *const keys[] = { key, NULL };
  g_autoptr(GString) changed = g_string_new("<<");

  pdf_assembly_copy(changed, pdf_draft_value(draft, number), keys);
  if (text != NULL)
    g_string_append_printf(changed, "%s %s", key, text);
  g_string_append(changed, ">>");
  g_string_append_len(pdf_draft_begin(draft, number), changed->str,
                      (gssize)changed->len);
  pdf_draft_end(draft);
}

/* cairo 1.18 gives pages a /StructParents of its own, 1.16 none. */
static void
drop_keys(PdfDraft *draft, int number, const char *entries)
{
  PdfScanner items = { entries, strlen(entries), 0 };
  PdfValue name, value;

  while (pdf_value_next(&items, &name) && pdf_value_next(&items, &value)) {
    PdfValue old = pdf_draft_value(draft, number);
    if (pdf_value_entry(old, name.start, name.length).start == NULL)
      continue;
    g_autofree char *key = g_strndup(name.start, name.length);
    pdf_draft_set(draft, number, key, NULL);
  }
}

void
pdf_draft_add(PdfDraft *draft, int number, const char *entries)
{
  drop_keys(draft, number, entries);
  PdfValue value = pdf_draft_value(draft, number);
  gsize end = value.length - strlen(">>");

  g_return_if_fail(pdf_value_is_dictionary(value) && value.length >= 4 &&
                   memcmp(value.start + end, ">>", strlen(">>")) == 0);
  g_string_append_len(pdf_draft_begin(draft, number), value.start, (gssize)end);
  g_string_append(draft->texts, entries);
  g_string_append(draft->texts, ">>");
  pdf_draft_end(draft);
}

static void
add_data(PdfDraft *draft, int number, bool packed, gsize before)
{
  Object *object = object_at(draft, number);

  object->changed = true;
  object->packed = packed;
  object->data = before;
  object->data_length = draft->data->len - before;
}

void
pdf_draft_pack(PdfDraft *draft, int number, const void *data, gsize length)
{
  gsize before = draft->data->len;

  deflate_pack(draft->deflate, data, length, draft->data);
  add_data(draft, number, true, before);
}

void
pdf_draft_store(PdfDraft *draft, int number, const void *data, gsize length)
{
  gsize before = draft->data->len;

  g_byte_array_append(draft->data, data, (guint)length);
  add_data(draft, number, false, before);
}

/* --- writing --- */

/* What of cairo's is used: `used` by number.  New objects lead to nothing of
 * cairo's but what the pages have. */
static void
find_used(PdfDraft *draft, bool *used)
{
  g_autoptr(GArray) due = g_array_new(FALSE, FALSE, sizeof(int));

  g_array_append_val(due, draft->root);
  while (due->len > 0) {
    int number = g_array_index(due, int, due->len - 1);
    g_array_set_size(due, due->len - 1);
    if (number >= draft->painted || used[number])
      continue;
    used[number] = true;
    pdf_assembly_references(pdf_draft_value(draft, number), due);
  }
  for (guint i = (guint)draft->painted; i < draft->objects->len; i++)
    used[i] = true;
}

/* False if the object is no stream; `lost`: it is one, but its bytes cannot be
 * found. */
static bool
add_stream(PdfDraft *draft, PdfAssembly *assembly, int number, bool *lost)
{
  const Object *object = object_at(draft, number);
  PdfValue dictionary = pdf_draft_value(draft, number);
  gsize length = 0;

  if (object->changed) {
    pdf_assembly_stream(assembly, number, dictionary,
                        draft->data->data + object->data, object->data_length,
                        object->packed ? PDF_BYTES_PACKED : PDF_BYTES_PLAIN);
    return true;
  }
  if (number >= draft->painted)
    return false;
  const char *bytes = pdf_file_packed(
      draft->source, pdf_file_object(draft->source, number), &length);
  if (bytes != NULL)
    pdf_assembly_stream(assembly, number, dictionary, bytes, length,
                        PDF_BYTES_AS_SAID);
  else if (pdf_value_is_dictionary(dictionary) &&
           pdf_value_key(dictionary, "/Length").start != NULL)
    *lost = true;
  return bytes != NULL;
}

GBytes *
pdf_draft_write(PdfDraft *draft, GError **error)
{
  bool lost = false;
  g_autofree bool *used = g_new0(bool, draft->objects->len);
  PdfAssembly *assembly =
      pdf_assembly_new(draft->deflate, (int)draft->objects->len,
                       pdf_file_length(draft->source) + draft->texts->len / 4);

  find_used(draft, used);
  for (int number = 1; number < (int)draft->objects->len; number++)
    if (used[number] && add_stream(draft, assembly, number, &lost))
      used[number] = false;
  for (int number = 1; number < (int)draft->objects->len; number++)
    if (used[number])
      pdf_assembly_object(assembly, number, pdf_draft_value(draft, number));
  g_autoptr(GBytes) written =
      pdf_assembly_finish(assembly, draft->root, draft->info);

  if (!lost)
    return g_steal_pointer(&written);
  g_set_error(error, HANDBILL_ERROR, ERROR_IO,
              "finishing a PDF: a stream that cairo wrote has no bytes");
  return NULL;
}
