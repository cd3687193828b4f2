/* tests/unit/pdf_cluster.c -- which runs cairo gets as they are. */
/* SPDX-License-Identifier: MIT */

#include "pdf/cluster.h"

#include <string.h>

enum {
  MOST = 8
};

typedef struct {
  const char *text;
  BoxCluster clusters[MOST];
  unsigned count;
  unsigned glyphs;
  bool plain;
} Case;

static bool
copies(const Case *example, cairo_text_cluster_t *copied)
{
  BoxGlyph glyphs[MOST] = { 0 };
  BoxGlyphs run = { .text = example->text,
                    .text_length = (unsigned)strlen(example->text),
                    .glyphs = glyphs,
                    .glyph_count = example->glyphs,
                    .clusters = example->clusters,
                    .cluster_count = example->count };

  return pdf_clusters_copy(&run, copied);
}

static void
test_which(void)
{
  const Case cases[] = {
    { "abc", { { 1, 1 }, { 1, 1 }, { 1, 1 } }, 3, 3, true },
    { "a\xc3\xa9", { { 1, 1 }, { 2, 1 } }, 2, 2, true },
    /* a ligature, a letter in two glyphs, a letter of no glyph */
    { "fi", { { 2, 1 } }, 1, 1, false },
    { "ab", { { 1, 2 }, { 1, 1 } }, 2, 3, false },
    { "ab", { { 1, 1 }, { 1, 0 } }, 2, 1, false },
    /* a glyph of no letter */
    { "a", { { 1, 1 }, { 0, 1 } }, 2, 2, false },
    /* what may have a form: a soft hyphen, a hyphen, beh */
    { "\xc2\xad", { { 2, 1 } }, 1, 1, false },
    { "\xe2\x80\x90", { { 3, 1 } }, 1, 1, false },
    { "\xd8\xa8", { { 2, 1 } }, 1, 1, false },
    /* a letter cut in two, two letters in one, text left over or too short */
    { "\xc3\xa9", { { 1, 1 }, { 1, 1 } }, 2, 2, false },
    { "ab", { { 2, 1 } }, 1, 1, false },
    { "abc", { { 1, 1 }, { 1, 1 } }, 2, 2, false },
    { "a", { { 1, 1 }, { 1, 1 } }, 2, 2, false },
    { "\xe2\x82", { { 3, 1 } }, 1, 1, false },
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    cairo_text_cluster_t copied[MOST];
    g_test_message("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint(copies(&cases[i], copied), ==, cases[i].plain);
    for (unsigned c = 0; cases[i].plain && c < cases[i].count; c++) {
      g_assert_cmpint(copied[c].num_bytes, ==, cases[i].clusters[c].bytes);
      g_assert_cmpint(copied[c].num_glyphs, ==, 1);
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pdf/cluster/which", test_which);
  return g_test_run();
}
