/* epub/split.c -- long articles into files that cheap readers can open. */
/* SPDX-License-Identifier: MIT */

#include "epub/split.h"

#include "epub/anchor.h"
#include "epub/writer.h"

#include <string.h>

enum {
  FRAME_BYTES = 4096, /* of a file around its blocks, without the strings */
  ESCAPED_MAX = 6     /* bytes a byte may become: "&quot;" */
};

/* What is not split further. */
typedef struct {
  const DocNode *node;
  GPtrArray *notes; /* first referred to in it */
  gsize size;       /* bytes as XHTML, at most, with its notes */
  unsigned anchors;
} Unit;

typedef struct {
  EpubPlan *plan;
  const BookArticle *article;
  GArray *units;
  GHashTable *seen; /* set of notes that have a unit */
  gsize budget;     /* bytes for the units of a file */
  bool counting;    /* sizes may be a few bytes too large */
} Split;

static void
unit_clear(gpointer data)
{
  Unit *unit = data;

  g_ptr_array_unref(unit->notes);
}

static gsize
measure(Split *split, const DocNode *node)
{
  g_autoptr(EpubXml) xml =
      split->counting ? epub_xml_new_count() : epub_xml_new();
  EpubWriter writer = { .xml = xml,
                        .plan = split->plan,
                        .file = "",
                        .direction = split->article->meta->direction,
                        .measuring = true };

  if (node->kind == DOC_NOTE)
    epub_note_write(&writer, node);
  else
    epub_block_write(&writer, node);
  return epub_xml_length(xml);
}

static unsigned
count_anchors(const EpubPlan *plan, const DocNode *node)
{
  const GArray *pages = g_hash_table_lookup(plan->pages_at, node);
  unsigned count = node->id != NULL || epub_anchor_is_made(node);

  if (pages != NULL)
    count += pages->len;
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    count += count_anchors(plan, child);
  return count;
}

static void
collect_notes(const DocNode *node, GHashTable *seen, GPtrArray *notes)
{
  const DocNode *note =
      node->kind == DOC_NOTE_REF ? node->as.note_ref.note : NULL;

  if (note != NULL && g_hash_table_add(seen, (gpointer)(gsize)note)) {
    g_ptr_array_add(notes, (gpointer)(gsize)note);
    collect_notes(note, seen, notes);
  }
  for (const DocNode *child = node->first; child != NULL; child = child->next)
    collect_notes(child, seen, notes);
}

static void
add_unit(Split *split, const DocNode *node, gsize size)
{
  Unit unit = { .node = node, .notes = g_ptr_array_new(), .size = size };

  collect_notes(node, split->seen, unit.notes);
  unit.anchors = count_anchors(split->plan, node);
  for (guint i = 0; i < unit.notes->len; i++) {
    const DocNode *note = g_ptr_array_index(unit.notes, i);
    unit.size += measure(split, note);
    unit.anchors += count_anchors(split->plan, note);
  }
  g_array_append_val(split->units, unit);
}

/* In a bare folder too: there is no way round it. */
static void
complain(Split *split, const DocNode *node, gsize size)
{
  DiagPos pos = { doc_source(split->article->doc), node->pos.line,
                  node->pos.column };

  diag_report(split->plan->diag, DIAG_ERROR, pos, "epub-block-too-large",
              "this %s alone would be %" G_GSIZE_FORMAT
              " bytes of a file of the EPUB, and cheap e-readers give up after "
              "%d; make two of it",
              doc_kind_name(node->kind), size, EPUB_FILE_LIMIT);
}

/* A section that fits stays whole, with its section element; one that does not
 * is taken apart. */
static void
add_units(Split *split, const DocNode *parent)
{
  for (const DocNode *node = parent->first; node != NULL; node = node->next) {
    gsize size;

    if (node->kind == DOC_NOTE)
      continue;
    size = measure(split, node);
    if (size <= split->budget) {
      add_unit(split, node, size);
    } else if (node->kind == DOC_SECTION) {
      add_units(split, node);
    } else {
      complain(split, node, size);
      add_unit(split, node, size);
    }
  }
}

/* --- pieces --- */

static bool
begins_section(const Unit *unit)
{
  return unit->node->kind == DOC_SECTION || unit->node->kind == DOC_HEADING;
}

/* True if units `from` to `to` - 1 fit into one file. */
static bool
fits(const Split *split, guint from, guint to)
{
  gsize size = 0;
  unsigned anchors = 1; /* the title's */

  for (guint i = from; i < to; i++) {
    size += g_array_index(split->units, Unit, i).size;
    anchors += g_array_index(split->units, Unit, i).anchors;
  }
  return size <= split->budget && anchors <= EPUB_ANCHOR_LIMIT;
}

/* The end of the file that begins with unit `from`: all that fits, and if not
 * all the rest does, back to the last heading. */
static guint
find_end(const Split *split, guint from)
{
  guint end = from + 1;

  if (fits(split, from, split->units->len))
    return split->units->len;
  while (end < split->units->len && fits(split, from, end + 1))
    end++;
  if (end >= split->units->len)
    return split->units->len;
  for (guint i = end; i > from + 1; i--)
    if (begins_section(&g_array_index(split->units, Unit, i)))
      return i;
  return end;
}

static EpubPiece *
add_piece(Split *split, char *file, unsigned number)
{
  EpubPiece *piece = g_new0(EpubPiece, 1);

  piece->article = split->article;
  piece->file = file;
  piece->number = number;
  piece->nodes = g_ptr_array_new();
  piece->notes = g_ptr_array_new();
  g_ptr_array_add(split->plan->pieces, piece);
  return piece;
}

static void
fill_piece(const Split *split, EpubPiece *piece, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    const Unit *unit = &g_array_index(split->units, Unit, i);
    g_ptr_array_add(piece->nodes, (gpointer)(gsize)unit->node);
    for (guint j = 0; j < unit->notes->len; j++)
      g_ptr_array_add(piece->notes, g_ptr_array_index(unit->notes, j));
  }
}

/* Notes that nothing refers to would be lost otherwise. */
static void
add_orphan_notes(Split *split, EpubPiece *piece)
{
  const DocNode *root = doc_root(split->article->doc);

  for (const DocNode *node = root->first; node != NULL; node = node->next)
    if (node->kind == DOC_NOTE &&
        g_hash_table_add(split->seen, (gpointer)(gsize)node))
      g_ptr_array_add(piece->notes, (gpointer)(gsize)node);
}

static char *
next_name(Split *split, unsigned number)
{
  g_autofree char *stem =
      g_strdup_printf("%s-%u", split->article->meta->id, number);

  return epub_plan_take_name(split->plan, stem, ".xhtml");
}

static void
add_pieces(Split *split, char *first_name)
{
  guint from = 0;
  unsigned number = 1;
  EpubPiece *piece = add_piece(split, first_name, number);

  for (;;) {
    guint to = split->units->len > 0 ? find_end(split, from) : 0;
    fill_piece(split, piece, from, to);
    if (to >= split->units->len)
      break;
    from = to;
    number++;
    piece = add_piece(split, next_name(split, number), number);
  }
  add_orphan_notes(split, piece);
  piece->last = true;
}

static gsize
frame_size(const Meta *meta)
{
  gsize size = 3 * strlen(meta->title); /* title, h1, label */

  size += meta->summary != NULL ? strlen(meta->summary) : 0;
  for (char **name = meta->also_known_as; *name != NULL; name++)
    size += strlen(*name) + 2;
  return FRAME_BYTES + ESCAPED_MAX * size;
}

/* True if the article, its blocks counted and not written, fits into one file.
 * Nearly all do, and those sizes are never too small. */
static bool
add_whole(Split *split)
{
  const DocNode *root = doc_root(split->article->doc);

  split->counting = true;
  for (const DocNode *node = root->first; node != NULL; node = node->next)
    if (node->kind != DOC_NOTE)
      add_unit(split, node, measure(split, node));
  return fits(split, 0, split->units->len);
}

/* The same again, to the byte. */
static void
add_parts(Split *split)
{
  split->counting = false;
  g_array_set_size(split->units, 0);
  g_hash_table_remove_all(split->seen);
  add_units(split, doc_root(split->article->doc));
}

static void
split_article(EpubPlan *plan, const BookArticle *article, char *name)
{
  gsize frame = frame_size(article->meta);
  Split split = { .plan = plan, .article = article };

  split.budget = frame < EPUB_FILE_LIMIT ? EPUB_FILE_LIMIT - frame : 0;
  split.units = g_array_new(FALSE, FALSE, sizeof(Unit));
  g_array_set_clear_func(split.units, unit_clear);
  split.seen = g_hash_table_new(NULL, NULL);
  if (!add_whole(&split))
    add_parts(&split);
  add_pieces(&split, name);
  g_array_unref(split.units);
  g_hash_table_unref(split.seen);
}

void
epub_split_articles(EpubPlan *plan)
{
  unsigned count = plan->book->articles->len;
  g_autoptr(GPtrArray) names = g_ptr_array_new();

  /* Whole names first, so that "a-2" is the article's of that name. */
  for (unsigned i = 0; i < count; i++)
    g_ptr_array_add(
        names, epub_plan_take_name(plan, book_article(plan->book, i)->meta->id,
                                   ".xhtml"));
  for (unsigned i = 0; i < count; i++)
    split_article(plan, book_article(plan->book, i),
                  g_ptr_array_index(names, i));
}
