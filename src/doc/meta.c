/* doc/meta.c -- what an article says about itself. */
/* SPDX-License-Identifier: MIT */

#include "doc/meta.h"

Meta *
meta_new(void)
{
  Meta *meta = g_new0(Meta, 1);

  meta->also_known_as = g_new0(char *, 1);
  meta->index = g_new0(char *, 1);
  meta->formats = g_new0(char *, 1);
  return meta;
}

void
meta_free(Meta *meta)
{
  if (meta == NULL)
    return;
  g_free(meta->id);
  g_free(meta->title);
  g_free(meta->summary);
  g_free(meta->author);
  g_free(meta->lang);
  g_free(meta->updated);
  g_free(meta->review.by);
  g_free(meta->review.on);
  g_free(meta->review.role);
  g_free(meta->review_by);
  g_strfreev(meta->also_known_as);
  g_strfreev(meta->index);
  g_strfreev(meta->formats);
  g_free(meta);
}
