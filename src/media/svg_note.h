/*
 * media/svg_note.h -- what the door leaves out, gathered by kind.
 */
#pragma once

#include <glib.h>

typedef struct MediaSvgNotes MediaSvgNotes;

MediaSvgNotes *media_svg_note_new(void);
void media_svg_note_free(MediaSvgNotes *notes); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MediaSvgNotes, media_svg_note_free)

/* `what` is "<title>" or "attribute class"; the first line of a kind stays. */
void media_svg_note_add(MediaSvgNotes *notes, long line, const char *what);

/* "line 9: <title> left out (12 times)".  (transfer full)
 * (element-type utf8) */
GPtrArray *media_svg_note_texts(const MediaSvgNotes *notes);
