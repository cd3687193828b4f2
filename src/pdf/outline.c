/* pdf/outline.c -- bookmarks and page labels (PDF 1.7, 12.3.3 and 12.4.2). */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "pdf/object.h"

enum {
  DEEPEST = 100 /* as the tree's nesting */
};

/* Where each bookmark hangs; indexes into bookmarks, -1: none. */
typedef struct {
  int parent;
  int previous;
  int next;
  int first;
  int last;
  int kids;
} Place;

static const LayoutBookmark *
bookmark_at(const PdfFinish *finish, int index)
{
  return &g_array_index(finish->document->bookmarks, LayoutBookmark, index);
}

static bool
check_bookmark(const PdfFinish *finish, int index, int level, GError **error)
{
  const LayoutBookmark *bookmark = bookmark_at(finish, index);

  if (bookmark->level >= 1 && bookmark->level <= level + 1 &&
      bookmark->level <= DEEPEST && bookmark->page >= 0 &&
      (guint)bookmark->page < finish->document->pages->len)
    return true;
  g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
              "bookmark \"%s\" skips a level or leads to no page",
              bookmark->title);
  return false;
}

static void
hang(Place *places, Place *parent, int parent_index, int index)
{
  Place *place = &places[index];

  *place = (Place){ parent_index, parent->last, -1, -1, -1, 0 };
  if (parent->last >= 0)
    places[parent->last].next = index;
  else
    parent->first = index;
  parent->last = index;
  parent->kids++;
}

/* places[-1] would be the root; it is kept apart in `*root`. */
static bool
hang_all(const PdfFinish *finish, Place *root, Place *places, GError **error)
{
  int open[DEEPEST + 1] = { -1 };
  int level = 0;

  *root = (Place){ -1, -1, -1, -1, -1, 0 };
  for (guint i = 0; i < finish->document->bookmarks->len; i++) {
    if (!check_bookmark(finish, (int)i, level, error))
      return false;
    level = bookmark_at(finish, (int)i)->level;
    int parent = open[level - 1];
    hang(places, parent < 0 ? root : &places[parent], parent, (int)i);
    open[level] = (int)i;
  }
  return true;
}

/* The top level is shown, what is below it is closed: negative counts. */
static void
set_kids(PdfFinish *finish, qpdf_oh item, const Place *place,
         const int *numbers)
{
  if (place->kids == 0)
    return;
  pdf_set(finish, item, "/First", pdf_object(finish, numbers[place->first]));
  pdf_set(finish, item, "/Last", pdf_object(finish, numbers[place->last]));
}

static void
fill_item(PdfFinish *finish, int index, const Place *place, int root,
          const int *numbers)
{
  const LayoutBookmark *bookmark = bookmark_at(finish, index);
  qpdf_oh item = pdf_object(finish, numbers[index]);
  int parent = place->parent < 0 ? root : numbers[place->parent];

  pdf_set_text(finish, item, "/Title", bookmark->title);
  pdf_set(finish, item, "/Parent", pdf_object(finish, parent));
  if (place->previous >= 0)
    pdf_set(finish, item, "/Prev",
            pdf_object(finish, numbers[place->previous]));
  if (place->next >= 0)
    pdf_set(finish, item, "/Next", pdf_object(finish, numbers[place->next]));
  pdf_set(finish, item, "/Dest",
          pdf_object_destination(finish, bookmark->page, bookmark->y));
  set_kids(finish, item, place, numbers);
  if (place->kids > 0)
    pdf_set_integer(finish, item, "/Count", -place->kids);
}

bool
pdf_outline(PdfFinish *finish, GError **error)
{
  int count = (int)finish->document->bookmarks->len;
  g_autofree Place *places = g_new0(Place, count + 1);
  g_autofree int *numbers = g_new0(int, count + 1);
  Place top;

  if (count == 0)
    return true;
  if (!hang_all(finish, &top, places, error))
    return false;
  for (int i = 0; i < count; i++)
    numbers[i] = pdf_object_add(finish, qpdf_oh_new_dictionary(finish->qpdf));
  int root =
      pdf_object_add(finish, qpdf_oh_parse(finish->qpdf, "<</Type/Outlines>>"));
  for (int i = 0; i < count; i++) {
    fill_item(finish, i, &places[i], root, numbers);
    qpdf_oh_release_all(finish->qpdf);
  }
  set_kids(finish, pdf_object(finish, root), &top, numbers);
  pdf_set_integer(finish, pdf_object(finish, root), "/Count", top.kids);
  pdf_set(finish, qpdf_get_root(finish->qpdf), "/Outlines",
          pdf_object(finish, root));
  return pdf_finish_check(finish, "bookmarks", error);
}

bool
pdf_label_pages(PdfFinish *finish, GError **error)
{
  const GArray *labels = finish->document->labels;
  g_autoptr(GString) text = g_string_new("<</Nums[");

  if (labels->len == 0)
    return true;
  for (guint i = 0; i < labels->len; i++) {
    const LayoutLabelRange *range = &g_array_index(labels, LayoutLabelRange, i);
    g_string_append_printf(text, "%d<</S/%c/St %d>>", range->page, range->style,
                           range->start);
  }
  g_string_append(text, "]>>");
  pdf_set_parsed(finish, qpdf_get_root(finish->qpdf), "/PageLabels", text->str);
  return pdf_finish_check(finish, "page labels", error);
}
