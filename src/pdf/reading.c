/* pdf/reading.c -- a finished PDF's structure tree in memory. */
/* SPDX-License-Identifier: MIT */

#include "pdf/reading.h"

#include "base/error.h"

#include <string.h>

enum {
  NESTING = 200 /* elements in elements */
};

typedef struct {
  qpdf_data qpdf;
  PdfReading *reading;
  GHashTable *seen; /* object numbers of the elements */
  GError **error;
} Reader;

static bool read_element(const Reader *reader, qpdf_oh element, PdfPart *parent,
                         GPtrArray *siblings, unsigned level);

static bool
fault(const Reader *reader, const char *what)
{
  if (reader->error == NULL || *reader->error == NULL)
    g_set_error(reader->error, HANDBILL_ERROR, ERROR_IO, "structure tree: %s",
                what);
  return false;
}

/* --- parts --- */

static void
part_free(gpointer data)
{
  PdfPart *part = data;

  g_free(part->target);
  g_free(part->role);
  g_free(part->lang);
  g_free(part->alt);
  g_free(part->id);
  g_free(part->scope);
  g_clear_pointer(&part->headers, g_ptr_array_unref);
  g_clear_pointer(&part->kids, g_ptr_array_unref);
  g_free(part);
}

static PdfPart *
part_new(PdfPartKind kind, PdfPart *parent, GPtrArray *siblings)
{
  PdfPart *part = g_new0(PdfPart, 1);

  part->kind = kind;
  part->parent = parent;
  part->page = -1;
  part->columns = part->rows = 1;
  g_ptr_array_add(siblings, part);
  return part;
}

bool
pdf_part_is(const PdfPart *part, const char *role)
{
  return part->kind == PDF_PART_ELEMENT && strcmp(part->role, role) == 0;
}

const PdfPart *
pdf_part_kid(const PdfPart *part, guint index)
{
  return g_ptr_array_index(part->kids, index);
}

/* --- keys --- */

static char *
text_of(const Reader *reader, qpdf_oh dictionary, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key(reader->qpdf, dictionary, key);

  return qpdf_oh_is_string(reader->qpdf, value)
             ? g_strdup(qpdf_oh_get_utf8_value(reader->qpdf, value))
             : NULL;
}

static unsigned
span_of(const Reader *reader, qpdf_oh attributes, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key(reader->qpdf, attributes, key);

  return qpdf_oh_is_integer(reader->qpdf, value)
             ? (unsigned)MAX(qpdf_oh_get_int_value_as_int(reader->qpdf, value),
                             1)
             : 1;
}

static int
page_of(const Reader *reader, qpdf_oh page)
{
  int number = qpdf_oh_get_object_id(reader->qpdf, page);

  return GPOINTER_TO_INT(g_hash_table_lookup(reader->reading->page_objects,
                                             GINT_TO_POINTER(number))) -
         1;
}

static void
read_headers(const Reader *reader, PdfPart *part, qpdf_oh headers)
{
  qpdf_data qpdf = reader->qpdf;
  int count = qpdf_oh_is_array(qpdf, headers)
                  ? qpdf_oh_get_array_n_items(qpdf, headers)
                  : 0;

  for (int i = 0; i < count; i++) {
    qpdf_oh id = qpdf_oh_get_array_item(qpdf, headers, i);
    if (qpdf_oh_is_string(qpdf, id))
      g_ptr_array_add(part->headers,
                      g_strdup(qpdf_oh_get_utf8_value(qpdf, id)));
  }
}

static void
read_attributes(const Reader *reader, PdfPart *part, qpdf_oh attributes)
{
  qpdf_data qpdf = reader->qpdf;

  if (!qpdf_oh_is_dictionary(qpdf, attributes))
    return;
  qpdf_oh scope = qpdf_oh_get_key(qpdf, attributes, "/Scope");
  if (qpdf_oh_is_name(qpdf, scope))
    part->scope = g_strdup(qpdf_oh_get_name(qpdf, scope) + 1);
  part->columns = span_of(reader, attributes, "/ColSpan");
  part->rows = span_of(reader, attributes, "/RowSpan");
  part->has_box =
      qpdf_oh_is_array(qpdf, qpdf_oh_get_key(qpdf, attributes, "/BBox"));
  read_headers(reader, part, qpdf_oh_get_key(qpdf, attributes, "/Headers"));
}

/* --- kids --- */

static bool
read_mark(const Reader *reader, PdfPart *parent, int page, qpdf_oh mcid)
{
  PdfPart *mark = part_new(PDF_PART_MARK, parent, parent->kids);

  mark->page = page;
  mark->mcid = qpdf_oh_is_integer(reader->qpdf, mcid)
                   ? qpdf_oh_get_int_value_as_int(reader->qpdf, mcid)
                   : -1;
  return page >= 0 || fault(reader, "marked content on no page");
}

static bool
read_target(const Reader *reader, PdfPart *link, qpdf_oh annotation)
{
  qpdf_data qpdf = reader->qpdf;
  qpdf_oh action = qpdf_oh_get_key(qpdf, annotation, "/A");

  if (qpdf_oh_is_dictionary(qpdf, action)) {
    link->target = text_of(reader, action, "/URI");
    return link->target != NULL || fault(reader, "a link that leads nowhere");
  }
  qpdf_oh place = qpdf_oh_get_key(qpdf, annotation, "/Dest");
  int page = qpdf_oh_is_array(qpdf, place)
                 ? page_of(reader, qpdf_oh_get_array_item(qpdf, place, 0))
                 : -1;
  link->target = g_strdup_printf("page %d", page + 1);
  return page >= 0 || fault(reader, "a link that leads nowhere");
}

static bool
read_link(const Reader *reader, PdfPart *parent, qpdf_oh reference)
{
  qpdf_data qpdf = reader->qpdf;
  qpdf_oh annotation = qpdf_oh_get_key(qpdf, reference, "/Obj");
  PdfPart *link = part_new(PDF_PART_LINK, parent, parent->kids);

  if (!qpdf_oh_is_dictionary(qpdf, annotation))
    return fault(reader, "a link that is nowhere");
  link->object = qpdf_oh_get_object_id(qpdf, annotation);
  link->page = page_of(reader, qpdf_oh_get_key(qpdf, reference, "/Pg"));
  return read_target(reader, link, annotation);
}

static bool
read_kid(const Reader *reader, PdfPart *parent, qpdf_oh kid, unsigned level)
{
  qpdf_data qpdf = reader->qpdf;

  if (qpdf_oh_is_integer(qpdf, kid))
    return read_mark(reader, parent, parent->page, kid);
  if (!qpdf_oh_is_dictionary(qpdf, kid))
    return fault(reader, "a kid that is no element");
  qpdf_oh type = qpdf_oh_get_key(qpdf, kid, "/Type");
  if (qpdf_oh_is_name_and_equals(qpdf, type, "/MCR"))
    return read_mark(reader, parent,
                     page_of(reader, qpdf_oh_get_key(qpdf, kid, "/Pg")),
                     qpdf_oh_get_key(qpdf, kid, "/MCID"));
  if (qpdf_oh_is_name_and_equals(qpdf, type, "/OBJR"))
    return read_link(reader, parent, kid);
  return read_element(reader, kid, parent, parent->kids, level + 1);
}

static bool
read_kids(const Reader *reader, PdfPart *part, qpdf_oh kids, unsigned level)
{
  qpdf_data qpdf = reader->qpdf;

  if (qpdf_oh_is_null(qpdf, kids))
    return true;
  if (!qpdf_oh_is_array(qpdf, kids))
    return read_kid(reader, part, kids, level);
  int count = qpdf_oh_get_array_n_items(qpdf, kids);
  for (int i = 0; i < count; i++)
    if (!read_kid(reader, part, qpdf_oh_get_array_item(qpdf, kids, i), level))
      return false;
  return true;
}

/* An element without a page of its own is where its parent is. */
static bool
read_element(const Reader *reader, qpdf_oh element, PdfPart *parent,
             GPtrArray *siblings, unsigned level)
{
  qpdf_data qpdf = reader->qpdf;
  qpdf_oh role = qpdf_oh_get_key(qpdf, element, "/S");

  if (level > NESTING || !qpdf_oh_is_name(qpdf, role))
    return fault(reader, "elements nest too deep, or have no role");
  if (!g_hash_table_add(reader->seen,
                        GINT_TO_POINTER(qpdf_oh_get_object_id(qpdf, element))))
    return fault(reader, "an element stands in it twice");
  PdfPart *part = part_new(PDF_PART_ELEMENT, parent, siblings);
  part->kids = g_ptr_array_new_with_free_func(part_free);
  part->headers = g_ptr_array_new_with_free_func(g_free);
  part->role = g_strdup(qpdf_oh_get_name(qpdf, role) + 1);
  part->object = qpdf_oh_get_object_id(qpdf, element);
  part->above =
      qpdf_oh_get_object_id(qpdf, qpdf_oh_get_key(qpdf, element, "/P"));
  part->page = page_of(reader, qpdf_oh_get_key(qpdf, element, "/Pg"));
  if (part->page < 0 && parent != NULL)
    part->page = parent->page;
  part->lang = text_of(reader, element, "/Lang");
  part->alt = text_of(reader, element, "/Alt");
  part->id = text_of(reader, element, "/ID");
  read_attributes(reader, part, qpdf_oh_get_key(qpdf, element, "/A"));
  return read_kids(reader, part, qpdf_oh_get_key(qpdf, element, "/K"), level);
}

/* --- the whole --- */

static bool
read_pages(const Reader *reader)
{
  int count = qpdf_get_num_pages(reader->qpdf);
  g_autoptr(GHashTable) cmaps = pdf_page_text_cmaps_new();

  for (int i = 0; i < count; i++) {
    qpdf_oh page = qpdf_get_page_n(reader->qpdf, (size_t)i);
    PdfPageText *text =
        pdf_page_text_read(reader->qpdf, page, cmaps, reader->error);
    int number = qpdf_oh_get_object_id(reader->qpdf, page);
    if (text == NULL)
      return false;
    g_ptr_array_add(reader->reading->pages, text);
    g_hash_table_insert(reader->reading->page_objects, GINT_TO_POINTER(number),
                        GINT_TO_POINTER(i + 1));
    qpdf_oh_release_all(reader->qpdf);
  }
  return true;
}

static bool
read_tree(const Reader *reader)
{
  qpdf_data qpdf = reader->qpdf;
  qpdf_oh tree = qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary(qpdf, tree))
    return fault(reader, "the file has none");
  qpdf_oh kids = qpdf_oh_get_key(qpdf, tree, "/K");
  if (qpdf_oh_is_dictionary(qpdf, kids))
    kids = qpdf_oh_wrap_in_array(qpdf, kids);
  int count =
      qpdf_oh_is_array(qpdf, kids) ? qpdf_oh_get_array_n_items(qpdf, kids) : 0;
  for (int i = 0; i < count; i++) {
    qpdf_oh kid = qpdf_oh_get_array_item(qpdf, kids, i);
    if (!qpdf_oh_is_dictionary(qpdf, kid))
      return fault(reader, "a root that is no element");
    if (!read_element(reader, kid, NULL, reader->reading->roots, 0))
      return false;
  }
  return count > 0 || fault(reader, "it is empty");
}

PdfReading *
pdf_reading_new(qpdf_data qpdf, GError **error)
{
  g_autoptr(PdfReading) reading = g_new0(PdfReading, 1);
  g_autoptr(GError) problem = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  Reader reader = { qpdf, reading, seen, &problem };

  reading->roots = g_ptr_array_new_with_free_func(part_free);
  reading->pages =
      g_ptr_array_new_with_free_func((GDestroyNotify)pdf_page_text_free);
  reading->page_objects = g_hash_table_new(NULL, NULL);
  bool read = read_pages(&reader) && read_tree(&reader);
  qpdf_oh_release_all(qpdf);
  if (read)
    return g_steal_pointer(&reading);
  g_propagate_error(error, g_steal_pointer(&problem));
  return NULL;
}

void
pdf_reading_free(PdfReading *reading)
{
  if (reading == NULL)
    return;
  g_ptr_array_unref(reading->roots);
  g_ptr_array_unref(reading->pages);
  g_hash_table_unref(reading->page_objects);
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
