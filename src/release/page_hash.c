/* release/page_hash.c -- what is printed on a page, as one hash. */
/* SPDX-License-Identifier: MIT */

#include "release/page_hash.h"

#include "base/bytes.h"
#include "base/hash.h"

enum {
  DECIMALS = 2 /* 0.01 pt is beyond any printer */
};

static void
append_color(GString *out, guint32 color)
{
  static const char hex[] = "0123456789abcdef";
  for (int shift = 20; shift >= 0; shift -= 4)
    g_string_append_c(out, hex[color >> shift & 0xf]);
}

static void
append_place(GString *out, const Box *box)
{
  const double sides[] = { box->x, box->y, box->width, box->height };
  for (unsigned i = 0; i < G_N_ELEMENTS(sides); i++) {
    bytes_append_number(out, sides[i], DECIMALS);
    g_string_append_c(out, ' ');
  }
}

static void
append_box(GString *out, const Box *box)
{
  g_string_append_c(out, (char)('0' + box->kind));
  g_string_append_c(out, ' ');
  append_place(out, box);
  switch (box->kind) {
  case BOX_GLYPHS:
    append_color(out, box->as.glyphs.color);
    g_string_append_c(out, ' ');
    g_string_append_len(out, box->as.glyphs.text,
                        (gssize)box->as.glyphs.text_length);
    break;
  case BOX_RULE:
  case BOX_DOTS:
    append_color(out, box->as.color);
    break;
  case BOX_IMAGE: {
    g_autofree char *sum = hash_sha256(box->as.image->bytes);
    g_string_append(out, sum);
    break;
  }
  }
  g_string_append_c(out, '\n');
}

char *
page_hash(const LayoutPage *page)
{
  GString *out = g_string_new(NULL);
  for (unsigned i = 0; i < page->boxes->len; i++) {
    const Box *box = &g_array_index(page->boxes, Box, i);
    bool furniture = box->leaf < 0 && (box->artifact == ARTIFACT_HEADER ||
                                       box->artifact == ARTIFACT_FOOTER);
    if (!furniture)
      append_box(out, box);
  }
  g_autoptr(GBytes) bytes = g_string_free_to_bytes(out);
  return hash_sha256(bytes);
}
