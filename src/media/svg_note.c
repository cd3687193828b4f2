/* media/svg_note.c -- what the door leaves out, gathered by kind. */
/* SPDX-License-Identifier: MIT */

#include "media/svg_note.h"

#include "base/bytes.h"

#define LONGEST_NAME 80 /* characters */
#define MOST_KINDS   200u

typedef struct {
  char *what;
  long line;
  unsigned count;
} Note;

struct MediaSvgNotes {
  GPtrArray *list;    /* of Note, in the order of the file */
  GHashTable *lookup; /* what to Note; borrowed */
  unsigned beyond;    /* notes of kinds beyond the limit */
};

static void
note_free(gpointer data)
{
  Note *note = data;

  g_free(note->what);
  g_free(note);
}

MediaSvgNotes *
media_svg_note_new(void)
{
  MediaSvgNotes *notes = g_new0(MediaSvgNotes, 1);

  notes->list = g_ptr_array_new_with_free_func(note_free);
  notes->lookup = g_hash_table_new(g_str_hash, g_str_equal);
  return notes;
}

void
media_svg_note_free(MediaSvgNotes *notes)
{
  if (notes == NULL)
    return;
  g_hash_table_unref(notes->lookup);
  g_ptr_array_unref(notes->list);
  g_free(notes);
}

void
media_svg_note_add(MediaSvgNotes *notes, long line, const char *what)
{
  Note *note = g_hash_table_lookup(notes->lookup, what);

  if (note == NULL && notes->list->len >= MOST_KINDS) {
    notes->beyond++;
    return;
  }
  if (note == NULL) {
    note = g_new0(Note, 1);
    note->what = g_strdup(what);
    note->line = line;
    g_ptr_array_add(notes->list, note);
    g_hash_table_insert(notes->lookup, note->what, note);
  }
  note->count++;
}

GPtrArray *
media_svg_note_texts(const MediaSvgNotes *notes)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);

  for (guint i = 0; i < notes->list->len; i++) {
    const Note *note = g_ptr_array_index(notes->list, i);
    g_autofree char *what = bytes_printable(note->what, LONGEST_NAME);
    GString *text = g_string_new(NULL);

    g_string_printf(text, "line %ld: %s left out", note->line, what);
    if (note->count > 1)
      g_string_append_printf(text, " (%u times)", note->count);
    g_ptr_array_add(texts, g_string_free(text, FALSE));
  }
  if (notes->beyond > 0)
    g_ptr_array_add(texts, g_strdup_printf("%u more left out", notes->beyond));
  return texts;
}
