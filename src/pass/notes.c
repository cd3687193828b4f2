/* pass/notes.c -- numbers footnotes in the order of their first references. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"
#include "pass/pass.h"

typedef struct {
  GHashTable *bodies;  /* folded label to DocNode */
  GHashTable *counts;  /* DocNode to how many references it has */
  GPtrArray *numbered; /* of DocNode, in order */
  const Doc *doc;
  const PassContext *context;
} Notes;

static char *
fold(const char *label)
{
  return g_utf8_casefold(label != NULL ? label : "", -1);
}

static void
collect(Notes *notes, DocNode *parent)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (node->kind == DOC_NOTE) {
      node->as.note.number = 0;
      g_hash_table_insert(notes->bodies, fold(node->as.note.label), node);
    }
    collect(notes, node);
  }
}

static void
number(Notes *notes, DocNode *ref)
{
  g_autofree char *label = fold(ref->as.note_ref.label);
  DocNode *note = g_hash_table_lookup(notes->bodies, label);
  unsigned nth;

  if (note == NULL) {
    diag_report(notes->context->diag, DIAG_CONTENT, pass_pos(notes->doc, ref),
                "undefined-note",
                "there is no note [^%s]; write it, or take "
                "this mark away",
                ref->as.note_ref.label);
    return;
  }
  if (note->as.note.number == 0) {
    g_ptr_array_add(notes->numbered, note);
    note->as.note.number = notes->numbered->len;
  }
  nth = GPOINTER_TO_UINT(g_hash_table_lookup(notes->counts, note)) + 1;
  g_hash_table_insert(notes->counts, note, GUINT_TO_POINTER(nth));
  ref->as.note_ref.note = note;
  ref->as.note_ref.nth = nth;
}

/* Notes are read after the text: what they refer to comes later. */
static void
number_all(Notes *notes, DocNode *parent)
{
  for (DocNode *node = parent->first; node != NULL; node = node->next) {
    if (node->kind == DOC_NOTE_REF)
      number(notes, node);
    else if (node->kind != DOC_NOTE)
      number_all(notes, node);
  }
}

static void
report_unused(Notes *notes)
{
  GHashTableIter iter;
  gpointer value;
  const DocNode *first = NULL;

  /* The first in the text stands for all: a hash has no order of its own. */
  g_hash_table_iter_init(&iter, notes->bodies);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    const DocNode *note = value;
    if (note->as.note.number == 0 &&
        (first == NULL || note->pos.line < first->pos.line))
      first = note;
  }
  if (first != NULL)
    diag_report(notes->context->diag, DIAG_CONTENT, pass_pos(notes->doc, first),
                "unused-note",
                "nothing refers to this note; write [^%s] in the text, or take "
                "the note away",
                first->as.note.label);
}

static void
run(Notes *notes, DocNode *root)
{
  collect(notes, root);
  number_all(notes, root);
  for (guint i = 0; i < notes->numbered->len; i++)
    number_all(notes, g_ptr_array_index(notes->numbered, i));
  for (guint i = 0; i < notes->numbered->len; i++) {
    DocNode *note = g_ptr_array_index(notes->numbered, i);
    doc_node_unlink(note);
    doc_node_append(root, note);
  }
  report_unused(notes);
}

void
pass_notes_run(Doc *doc, const PassContext *context)
{
  Notes notes = { .doc = doc, .context = context };

  notes.bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  notes.counts = g_hash_table_new(NULL, NULL);
  notes.numbered = g_ptr_array_new();
  run(&notes, doc_root_mutable(doc));
  g_hash_table_unref(notes.bodies);
  g_hash_table_unref(notes.counts);
  g_ptr_array_unref(notes.numbered);
}
