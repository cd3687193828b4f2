/* pdf/outline.c -- bookmarks and page labels (PDF 1.7, 12.3.3 and 12.4.2). */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
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

  if (!pdf_text_fits(bookmark->title)) {
    g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT,
                "page %d: a title is longer than a PDF may hold (32,767 bytes)",
                bookmark->page + 1);
    return false;
  }
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

static void
append_place(GString *out, const char *key, int index, const int *numbers)
{
  if (index < 0)
    return;
  g_string_append(out, key);
  g_string_append_c(out, ' ');
  pdf_append_reference(out, numbers[index]);
}

/* The top level is shown, what is below it is closed: negative counts. */
static void
append_kids(GString *out, const Place *place, int sign, const int *numbers)
{
  append_place(out, "/First", place->first, numbers);
  append_place(out, "/Last", place->last, numbers);
  if (place->kids == 0)
    return;
  g_string_append(out, "/Count ");
  bytes_append_integer(out, sign * place->kids);
}

static void
write_item(PdfFinish *finish, int index, const Place *place, int root,
           const int *numbers)
{
  const LayoutBookmark *bookmark = bookmark_at(finish, index);
  GString *out = pdf_draft_begin(finish->draft, numbers[index]);

  g_string_append(out, "<</Title");
  pdf_append_text(out, bookmark->title);
  g_string_append(out, "/Parent ");
  pdf_append_reference(out, place->parent < 0 ? root : numbers[place->parent]);
  append_place(out, "/Prev", place->previous, numbers);
  append_place(out, "/Next", place->next, numbers);
  g_string_append(out, "/Dest");
  pdf_append_destination(out, finish, bookmark->page, bookmark->y);
  append_kids(out, place, -1, numbers);
  g_string_append(out, ">>");
  pdf_draft_end(finish->draft);
}

static void
write_root(PdfFinish *finish, int root, const Place *top, const int *numbers)
{
  g_autoptr(GString) reference = g_string_new(NULL);
  GString *out = pdf_draft_begin(finish->draft, root);

  g_string_append(out, "<</Type/Outlines");
  append_kids(out, top, 1, numbers);
  g_string_append(out, ">>");
  pdf_draft_end(finish->draft);
  pdf_append_reference(reference, root);
  pdf_finish_set_root(finish, "/Outlines", reference->str);
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
    numbers[i] = pdf_draft_reserve(finish->draft);
  int root = pdf_draft_reserve(finish->draft);
  for (int i = 0; i < count; i++)
    write_item(finish, i, &places[i], root, numbers);
  write_root(finish, root, &top, numbers);
  return true;
}

void
pdf_label_pages(PdfFinish *finish)
{
  const GArray *labels = finish->document->labels;
  g_autoptr(GString) text = g_string_new("<</Nums[");

  if (labels->len == 0)
    return;
  for (guint i = 0; i < labels->len; i++) {
    const LayoutLabelRange *range = &g_array_index(labels, LayoutLabelRange, i);
    g_string_append_printf(text, "%d<</S/%c/St %d>>", range->page, range->style,
                           range->start);
  }
  g_string_append(text, "]>>");
  pdf_finish_set_root(finish, "/PageLabels", text->str);
}
