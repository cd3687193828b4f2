/* pdf/structure_text.c -- a finished PDF as text: its structure tree. */
/* SPDX-License-Identifier: MIT */

#include "pdf/structure_text.h"

#include "base/error.h"
#include "pdf/open.h"
#include "pdf/page_text.h"

#include <string.h>

enum {
  NESTING = 200 /* elements in elements */
};

typedef struct {
  qpdf_data qpdf;
  GHashTable *pages; /* object number to PdfPageText */
  GString *out;
  GError **error;
} Walk;

typedef struct {
  qpdf_oh page; /* /Pg of the nearest element that has one */
  unsigned level;
  GString *words; /* of the marks since the last line; NULL: none */
  bool alone;     /* nothing but marks so far: stay on the line */
} Place;

static bool walk_element(Walk *walk, qpdf_oh element, qpdf_oh page,
                         unsigned level);

static bool
fault(const Walk *walk, const char *what)
{
  if (walk->error == NULL || *walk->error == NULL)
    g_set_error(walk->error, HANDBILL_ERROR, ERROR_IO, "structure tree: %s",
                what);
  return false;
}

static void
append_quoted(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c(out, '\\');
    g_string_append_c(out, *text);
  }
  g_string_append_c(out, '"');
}

static void
begin_line(const Walk *walk, unsigned level)
{
  g_string_append_c(walk->out, '\n');
  for (unsigned i = 0; i < level; i++)
    g_string_append(walk->out, "  ");
}

/* Words that wait get a line, or the rest of the element's line. */
static void
flush_words(const Walk *walk, Place *place, bool last)
{
  if (place->words == NULL)
    return;
  if (place->alone && last)
    g_string_append_c(walk->out, ' ');
  else
    begin_line(walk, place->level + 1);
  append_quoted(walk->out, place->words->str);
  g_string_free(place->words, TRUE);
  place->words = NULL;
}

static const PdfPageText *
page_text(const Walk *walk, qpdf_oh page)
{
  int number = qpdf_oh_get_object_id(walk->qpdf, page);
  PdfPageText *text = g_hash_table_lookup(walk->pages, GINT_TO_POINTER(number));

  if (text != NULL || !qpdf_oh_is_dictionary(walk->qpdf, page))
    return text;
  text = pdf_page_text_read(walk->qpdf, page, walk->error);
  if (text != NULL)
    g_hash_table_insert(walk->pages, GINT_TO_POINTER(number), text);
  return text;
}

static bool
walk_mark(const Walk *walk, Place *place, qpdf_oh page, qpdf_oh mcid)
{
  const PdfPageText *text = page_text(walk, page);

  if (text == NULL)
    return fault(walk, "marked content on no page");
  if (place->words == NULL)
    place->words = g_string_new(NULL);
  g_string_append(
      place->words,
      pdf_page_text_find(text, qpdf_oh_get_int_value_as_int(walk->qpdf, mcid)));
  return true;
}

static bool
walk_annotation(const Walk *walk, Place *place, qpdf_oh annotation)
{
  qpdf_data qpdf = walk->qpdf;

  if (!qpdf_oh_is_dictionary(qpdf, annotation))
    return fault(walk, "a link that is nowhere");
  flush_words(walk, place, false);
  place->alone = false;
  begin_line(walk, place->level + 1);
  qpdf_oh action = qpdf_oh_get_key(qpdf, annotation, "/A");
  if (qpdf_oh_is_dictionary(qpdf, action)) {
    qpdf_oh uri = qpdf_oh_get_key(qpdf, action, "/URI");
    g_string_append_printf(walk->out, "-> %s",
                           qpdf_oh_get_utf8_value(qpdf, uri));
    return true;
  }
  qpdf_oh target = qpdf_oh_get_key(qpdf, annotation, "/Dest");
  if (!qpdf_oh_is_array(qpdf, target))
    return fault(walk, "a link that leads nowhere");
  int page =
      qpdf_find_page_by_oh(qpdf, qpdf_oh_get_array_item(qpdf, target, 0));
  g_string_append_printf(walk->out, "-> page %d", page + 1);
  return true;
}

static bool
walk_kid(Walk *walk, Place *place, qpdf_oh kid)
{
  qpdf_data qpdf = walk->qpdf;

  if (qpdf_oh_is_integer(qpdf, kid))
    return walk_mark(walk, place, place->page, kid);
  if (!qpdf_oh_is_dictionary(qpdf, kid))
    return fault(walk, "a kid that is no element");
  qpdf_oh type = qpdf_oh_get_key(qpdf, kid, "/Type");
  if (qpdf_oh_is_name_and_equals(qpdf, type, "/MCR"))
    return walk_mark(walk, place, qpdf_oh_get_key(qpdf, kid, "/Pg"),
                     qpdf_oh_get_key(qpdf, kid, "/MCID"));
  if (qpdf_oh_is_name_and_equals(qpdf, type, "/OBJR"))
    return walk_annotation(walk, place, qpdf_oh_get_key(qpdf, kid, "/Obj"));
  flush_words(walk, place, false);
  place->alone = false;
  return walk_element(walk, kid, place->page, place->level + 1);
}

static bool
walk_kids(Walk *walk, Place *place, qpdf_oh kids)
{
  qpdf_data qpdf = walk->qpdf;

  if (qpdf_oh_is_null(qpdf, kids))
    return true;
  if (!qpdf_oh_is_array(qpdf, kids))
    return walk_kid(walk, place, kids);
  int count = qpdf_oh_get_array_n_items(qpdf, kids);
  for (int i = 0; i < count; i++)
    if (!walk_kid(walk, place, qpdf_oh_get_array_item(qpdf, kids, i)))
      return false;
  return true;
}

static void
append_text_key(const Walk *walk, qpdf_oh element, const char *key,
                const char *label)
{
  qpdf_oh value = qpdf_oh_get_key(walk->qpdf, element, key);

  if (!qpdf_oh_is_string(walk->qpdf, value))
    return;
  g_string_append_printf(walk->out, " %s ", label);
  append_quoted(walk->out, qpdf_oh_get_utf8_value(walk->qpdf, value));
}

static bool
walk_element(Walk *walk, qpdf_oh element, qpdf_oh page, unsigned level)
{
  qpdf_data qpdf = walk->qpdf;
  qpdf_oh role = qpdf_oh_get_key(qpdf, element, "/S");
  qpdf_oh own = qpdf_oh_get_key(qpdf, element, "/Pg");
  Place place = { .page = qpdf_oh_is_dictionary(qpdf, own) ? own : page,
                  .level = level,
                  .alone = true };

  if (level > NESTING || !qpdf_oh_is_name(qpdf, role))
    return fault(walk, "elements nest too deep, or have no role");
  if (level > 0)
    begin_line(walk, level);
  g_string_append(walk->out, qpdf_oh_get_name(qpdf, role) + 1);
  append_text_key(walk, element, "/Lang", "lang");
  append_text_key(walk, element, "/Alt", "alt");
  bool walked = walk_kids(walk, &place, qpdf_oh_get_key(qpdf, element, "/K"));
  flush_words(walk, &place, true);
  return walked;
}

static bool
walk_tree(Walk *walk)
{
  qpdf_data qpdf = walk->qpdf;
  qpdf_oh tree = qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary(qpdf, tree))
    return fault(walk, "the file has none");
  qpdf_oh kids = qpdf_oh_get_key(qpdf, tree, "/K");
  if (qpdf_oh_is_dictionary(qpdf, kids))
    kids = qpdf_oh_wrap_in_array(qpdf, kids);
  int count =
      qpdf_oh_is_array(qpdf, kids) ? qpdf_oh_get_array_n_items(qpdf, kids) : 0;
  for (int i = 0; i < count; i++) {
    qpdf_oh kid = qpdf_oh_get_array_item(qpdf, kids, i);
    if (!qpdf_oh_is_dictionary(qpdf, kid))
      return fault(walk, "a root that is no element");
    if (!walk_element(walk, kid, qpdf_oh_new_null(qpdf), 0))
      return false;
    g_string_append_c(walk->out, '\n');
  }
  return count > 0 || fault(walk, "it is empty");
}

char *
pdf_structure_text(GBytes *bytes, GError **error)
{
  g_auto(PdfOpen) qpdf = pdf_open(bytes, error);
  g_autoptr(GHashTable) pages = g_hash_table_new_full(
      NULL, NULL, NULL, (GDestroyNotify)pdf_page_text_free);
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GError) problem = NULL;
  Walk walk = { qpdf, pages, out, &problem };

  if (qpdf == NULL)
    return NULL;
  if (!walk_tree(&walk) || !pdf_open_check(qpdf, &problem)) {
    g_propagate_error(error, g_steal_pointer(&problem));
    return NULL;
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}
