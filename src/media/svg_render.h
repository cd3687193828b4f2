/*
 * media/svg_render.h -- a process that draws one SVG and nothing else.
 *
 * Why        A fork inherits what threads of the parent hold and not the
 *            threads: Pango 1.56 keeps one for fontconfig, and a fork would
 *            wait for it for ever.  So the fork becomes this very program anew
 *            (/proc/self/exe, which is there even when the file was replaced),
 *            and before its main() it sees what it is for.  Hence it works in
 *            whatever program is linked with media/: no second file has to be
 *            found.
 * Sheet      A memory file, the new process's standard input: a MediaSvgSheet,
 *            the pixels, then the names of the font files and the SVG, each
 *            name with its NUL.
 * Fonts      Those of the sheet; the system's if it names none.
 */
#pragma once

#include "media/child.h"

typedef struct {
  unsigned width;  /* px */
  unsigned height; /* px */
  gsize fonts;     /* bytes of names */
  gsize text;      /* bytes of SVG */
  char message[MEDIA_CHILD_MESSAGE];
} MediaSvgSheet;

/* Bytes of the whole sheet. */
gsize media_svg_sheet_size(const MediaSvgSheet *sheet);

guint8 *media_svg_sheet_pixels(MediaSvgSheet *sheet); /* stride 4 * width */
char *media_svg_sheet_fonts(MediaSvgSheet *sheet);
char *media_svg_sheet_text(MediaSvgSheet *sheet);

/* In a child: becomes the process that draws.  Comes back only on failure. */
void media_svg_render_become(int file);
