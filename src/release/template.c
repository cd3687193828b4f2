/* release/template.c -- the book that `handbill new` writes. */
/* SPDX-License-Identifier: MIT */

#include "release/template.h"

typedef struct {
  const char *name; /* in the book's folder */
  const unsigned char *bytes;
  gsize length;
} TemplateFile;

/* Made by template.cmake in the build folder. */
#include "release/template.inc"

bool
template_write(WriteStage *stage, GError **error)
{
  for (unsigned i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autoptr(GBytes) bytes =
        g_bytes_new_static(files[i].bytes, files[i].length);
    if (!write_stage_add(stage, files[i].name, bytes, error))
      return false;
  }
  return true;
}
