/* pdf/reading.c -- a finished PDF's structure tree in memory. */
/* SPDX-License-Identifier: MIT */

#include "pdf/reading.h"

#include "base/error.h"

#include <string.h>

enum {
  NESTING = 200,  /* elements in elements */
  SPAN_MAX = 999, /* rows or columns of a cell; no sheet has as many */
  HEADERS_MAX = SPAN_MAX,
  PARTS_MAX = 1 << 22,    /* a few bytes can ask for any number */
  FOLLOWED_MAX = 1 << 28, /* bytes that references lead to, each time */
  BLOCK = 1 << 16         /* bytes */
};

/* What is asked of an element. */
typedef enum {
  KEY_ROLE,
  KEY_PARENT,
  KEY_PAGE,
  KEY_LANG,
  KEY_ALT,
  KEY_ID,
  KEY_ATTRIBUTES,
  KEY_KIDS,
  KEYS
} Key;

static const char *const key_names[KEYS] = {
  [KEY_ROLE] = "/S",       [KEY_PARENT] = "/P", [KEY_PAGE] = "/Pg",
  [KEY_LANG] = "/Lang",    [KEY_ALT] = "/Alt",  [KEY_ID] = "/ID",
  [KEY_ATTRIBUTES] = "/A", [KEY_KIDS] = "/K",
};

typedef struct {
  PdfFile *file;
  PdfReading *reading;
  GHashTable *seen; /* object numbers of the parts */
  gsize left;       /* bytes, in the last block */
  guint parts;
  gsize followed; /* see FOLLOWED_MAX */
  GError **error;
} Reader;

static bool read_element(Reader *reader, PdfValue element, int number,
                         PdfPart *parent, unsigned level);

static bool
fault(const Reader *reader, const char *what)
{
  if (reader->error == NULL || *reader->error == NULL)
    g_set_error(reader->error, HANDBILL_ERROR, ERROR_IO, "structure tree: %s",
                what);
  return false;
}

/* --- parts --- */

/* Zeros, at least one; they live as long as the reading. */
static void *
allocate(Reader *reader, gsize size)
{
  GPtrArray *blocks = reader->reading->blocks;

  size = (MAX(size, 1) + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *);
  if (size > BLOCK / 4) {
    g_ptr_array_insert(blocks, 0, g_malloc0(size));
    return g_ptr_array_index(blocks, 0);
  }
  if (reader->left < size) {
    g_ptr_array_add(blocks, g_malloc0(BLOCK));
    reader->left = BLOCK;
  }
  char *end = (char *)g_ptr_array_index(blocks, blocks->len - 1) + BLOCK;
  void *found = end - reader->left;
  reader->left -= size;
  return found;
}

/* `parent` has room for one more kid. */
static PdfPart *
part_new(Reader *reader, PdfPartKind kind, PdfPart *parent)
{
  PdfPart *part = allocate(reader, sizeof *part);

  part->kind = kind;
  part->parent = parent != &reader->reading->root ? parent : NULL;
  part->page = -1;
  part->columns = part->rows = 1;
  parent->kids[parent->count++] = part;
  return part;
}

/* --- keys --- */

/* Many may refer to the same object, and a large one. */
static PdfValue
resolve(Reader *reader, PdfValue value)
{
  PdfValue whole = { NULL, 0 };

  if (pdf_value_reference(value) == 0)
    return value;
  if (reader->followed > FOLLOWED_MAX)
    return whole;
  PdfValue found = pdf_file_resolve(reader->file, value);
  PdfScanner items = { found.start, found.length, 0 };
  pdf_value_next(&items, &whole);
  reader->followed += whole.length;
  return whole;
}

/* Roles and languages are few: each is kept once. */
static const char *
keep(const Reader *reader, const char *text)
{
  return g_string_chunk_insert_const(reader->reading->strings, text);
}

static const char *
text_of(Reader *reader, PdfValue value)
{
  g_autofree char *text = pdf_value_text(resolve(reader, value));

  return text != NULL ? keep(reader, text) : NULL;
}

/* Without its slash; NULL if it is none. */
static const char *
name_of(const Reader *reader, PdfValue value)
{
  gsize length = pdf_value_name_length(value);
  char name[64];

  if (length < 2 || length > sizeof name)
    return NULL;
  memcpy(name, value.start + 1, length - 1);
  name[length - 1] = '\0';
  return keep(reader, name);
}

static unsigned
span_of(Reader *reader, PdfValue attributes, const char *key)
{
  PdfValue value = resolve(reader, pdf_value_key(attributes, key));
  int span = pdf_value_integer(value, 1);

  return (unsigned)CLAMP(span, 1, SPAN_MAX);
}

static int
page_of(const Reader *reader, PdfValue page)
{
  gpointer number = GINT_TO_POINTER(pdf_value_reference(page));

  return GPOINTER_TO_INT(
             g_hash_table_lookup(reader->reading->page_indexes, number)) -
         1;
}

/* Not beyond `limit`. */
static guint
count_items(PdfValue array, guint limit)
{
  PdfScanner items = pdf_value_items(array);
  PdfValue item;
  guint count = 0;

  while (count < limit && pdf_value_next(&items, &item))
    count++;
  return count;
}

static void
read_headers(Reader *reader, PdfPart *part, PdfValue headers)
{
  PdfScanner items = pdf_value_items(headers);
  PdfValue item;
  guint count = 0, left = count_items(headers, HEADERS_MAX);

  if (!pdf_value_is_array(headers))
    return;
  part->headers = allocate(reader, (left + 1) * sizeof(char *));
  while (left-- > 0 && pdf_value_next(&items, &item)) {
    g_autofree char *id = pdf_value_text(resolve(reader, item));
    if (id != NULL)
      part->headers[count++] = keep(reader, id);
  }
}

static void
read_attributes(Reader *reader, PdfPart *part, PdfValue attributes)
{
  PdfValue scope = pdf_value_key(attributes, "/Scope");
  PdfValue box = pdf_value_key(attributes, "/BBox");

  if (!pdf_value_is_dictionary(attributes))
    return;
  part->scope = name_of(reader, resolve(reader, scope));
  part->columns = span_of(reader, attributes, "/ColSpan");
  part->rows = span_of(reader, attributes, "/RowSpan");
  part->has_box = pdf_value_is_array(resolve(reader, box));
  read_headers(reader, part,
               resolve(reader, pdf_value_key(attributes, "/Headers")));
}

/* --- kids --- */

static bool
read_mark(Reader *reader, PdfPart *parent, int page, PdfValue mcid)
{
  PdfPart *mark = part_new(reader, PDF_PART_MARK, parent);

  mark->page = page;
  mark->mcid = pdf_value_integer(mcid, -1);
  return page >= 0 || fault(reader, "marked content on no page");
}

static bool
read_target(Reader *reader, PdfPart *link, PdfValue annotation)
{
  PdfValue action = resolve(reader, pdf_value_key(annotation, "/A"));
  PdfValue first = { NULL, 0 };
  char place[32];

  if (pdf_value_is_dictionary(action)) {
    link->target = text_of(reader, pdf_value_key(action, "/URI"));
    return link->target != NULL || fault(reader, "a link that leads nowhere");
  }
  PdfScanner items =
      pdf_value_items(resolve(reader, pdf_value_key(annotation, "/Dest")));
  int page = pdf_value_next(&items, &first) ? page_of(reader, first) : -1;
  g_snprintf(place, sizeof place, "page %d", page + 1);
  link->target = keep(reader, place);
  return page >= 0 || fault(reader, "a link that leads nowhere");
}

static bool
read_link(Reader *reader, PdfPart *parent, PdfValue reference)
{
  PdfValue object = pdf_value_key(reference, "/Obj");
  PdfValue annotation = resolve(reader, object);
  PdfPart *link = part_new(reader, PDF_PART_LINK, parent);

  if (!pdf_value_is_dictionary(annotation))
    return fault(reader, "a link that is nowhere");
  link->object = pdf_value_reference(object);
  link->page = page_of(reader, pdf_value_key(reference, "/Pg"));
  return read_target(reader, link, annotation);
}

static bool
read_kid(Reader *reader, PdfPart *parent, PdfValue kid, unsigned level)
{
  PdfFile *file = reader->file;
  int number = pdf_value_reference(kid);
  PdfValue found = number != 0 ? pdf_file_object(file, number) : kid;

  if (pdf_value_is_integer(found))
    return read_mark(reader, parent, parent->page, found);
  if (!pdf_value_is_dictionary(found))
    return fault(reader, "a kid that is no element");
  if (number != 0 && !g_hash_table_add(reader->seen, GINT_TO_POINTER(number)))
    return fault(reader, "an element stands in it twice");
  PdfValue type = pdf_file_key(file, found, "/Type");
  if (pdf_value_is_name(type, "/MCR"))
    return read_mark(reader, parent,
                     page_of(reader, pdf_value_key(found, "/Pg")),
                     pdf_file_key(file, found, "/MCID"));
  if (pdf_value_is_name(type, "/OBJR"))
    return read_link(reader, parent, found);
  return read_element(reader, found, number, parent, level + 1);
}

static bool
read_kids(Reader *reader, PdfPart *part, PdfValue kids, unsigned level)
{
  PdfValue all = resolve(reader, kids), kid;
  PdfScanner items = pdf_value_items(all);
  bool many = pdf_value_is_array(all);

  if (pdf_value_is_null(all))
    return true;
  guint count = many ? count_items(all, PARTS_MAX) : 1;
  if (count >= PARTS_MAX - reader->parts)
    return fault(reader, "it has more parts than any book");
  reader->parts += count;
  part->kids = allocate(reader, count * sizeof(PdfPart *));
  if (!many)
    return read_kid(reader, part, kids, level);
  while (pdf_value_next(&items, &kid))
    if (!read_kid(reader, part, kid, level))
      return false;
  return true;
}

/* All at once: a dictionary is read from its beginning. */
static void
find_values(PdfValue element, PdfValue *values)
{
  PdfScanner items = pdf_value_items(element);
  PdfValue name, value;

  for (int key = 0; key < KEYS; key++)
    values[key] = (PdfValue){ NULL, 0 };
  while (pdf_value_next(&items, &name) && pdf_value_next(&items, &value))
    for (int key = 0; key < KEYS; key++)
      if (values[key].start == NULL && name.length == strlen(key_names[key]) &&
          memcmp(name.start, key_names[key], name.length) == 0)
        values[key] = value;
}

/* An element without a page of its own is where its parent is. */
static bool
read_element(Reader *reader, PdfValue element, int number, PdfPart *parent,
             unsigned level)
{
  PdfValue values[KEYS];

  find_values(element, values);
  const char *role = name_of(reader, resolve(reader, values[KEY_ROLE]));
  if (level > NESTING || role == NULL)
    return fault(reader, "elements nest too deep, or have no role");
  if (number == 0 && !g_hash_table_add(reader->seen, NULL))
    return fault(reader, "two elements have no number");
  PdfPart *part = part_new(reader, PDF_PART_ELEMENT, parent);
  part->role = role;
  part->object = number;
  part->above = pdf_value_reference(values[KEY_PARENT]);
  part->page = page_of(reader, values[KEY_PAGE]);
  if (part->page < 0)
    part->page = parent->page;
  part->lang = text_of(reader, values[KEY_LANG]);
  part->alt = text_of(reader, values[KEY_ALT]);
  part->id = text_of(reader, values[KEY_ID]);
  read_attributes(reader, part, resolve(reader, values[KEY_ATTRIBUTES]));
  if (reader->followed > FOLLOWED_MAX)
    return fault(reader, "all that it refers to is too much to read");
  return read_kids(reader, part, values[KEY_KIDS], level);
}

/* --- the whole --- */

static bool
read_pages(Reader *reader)
{
  PdfReading *reading = reader->reading;
  g_autoptr(PdfPageReader) pages = pdf_page_reader_new(reader->file);

  for (guint i = 0; i < reading->page_objects->len; i++) {
    int number = g_array_index(reading->page_objects, int, i);
    PdfPageText *text = pdf_page_text_read(
        pages, pdf_file_object(reader->file, number), reader->error);
    if (text == NULL)
      return false;
    g_ptr_array_add(reading->pages, text);
    g_hash_table_insert(reading->page_indexes, GINT_TO_POINTER(number),
                        GINT_TO_POINTER(i + 1));
  }
  return true;
}

static bool
read_tree(Reader *reader)
{
  PdfFile *file = reader->file;
  PdfPart *root = &reader->reading->root;
  PdfValue tree = pdf_file_key(file, pdf_file_root(file), "/StructTreeRoot");

  if (!pdf_value_is_dictionary(tree))
    return fault(reader, "the file has none");
  root->page = -1;
  if (!read_kids(reader, root, pdf_value_key(tree, "/K"), 0))
    return false;
  for (guint i = 0; i < root->count; i++)
    if (root->kids[i]->kind != PDF_PART_ELEMENT)
      return fault(reader, "a root that is no element");
  return root->count > 0 || fault(reader, "it is empty");
}

PdfReading *
pdf_reading_new(PdfFile *file, GError **error)
{
  g_autoptr(PdfReading) reading = g_new0(PdfReading, 1);
  g_autoptr(GError) problem = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  Reader reader = {
    .file = file, .reading = reading, .seen = seen, .error = &problem
  };

  reading->pages =
      g_ptr_array_new_with_free_func((GDestroyNotify)pdf_page_text_free);
  reading->page_objects = pdf_file_pages(file);
  reading->page_indexes = g_hash_table_new(NULL, NULL);
  reading->strings = g_string_chunk_new(BLOCK);
  reading->blocks = g_ptr_array_new_with_free_func(g_free);
  if (read_pages(&reader) && read_tree(&reader))
    return g_steal_pointer(&reading);
  g_propagate_error(error, g_steal_pointer(&problem));
  return NULL;
}

void
pdf_reading_free(PdfReading *reading)
{
  if (reading == NULL)
    return;
  g_ptr_array_unref(reading->pages);
  g_array_unref(reading->page_objects);
  g_hash_table_unref(reading->page_indexes);
  g_string_chunk_free(reading->strings);
  g_ptr_array_unref(reading->blocks);
  g_free(reading);
}

const PdfPageText *
pdf_reading_page(const PdfReading *reading, int page)
{
  return g_ptr_array_index(reading->pages, page);
}

const char *
pdf_reading_words(const PdfReading *reading, const PdfPart *mark)
{
  return pdf_page_text_find(pdf_reading_page(reading, mark->page), mark->mcid);
}
