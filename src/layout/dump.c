/* layout/dump.c -- pages, boxes and structure as text. */
/* SPDX-License-Identifier: MIT */

#include "base/bytes.h"
#include "layout/layout.h"

static void
append_numbers(GString *out, const double *numbers, unsigned count)
{
  for (unsigned i = 0; i < count; i++) {
    g_string_append_c(out, ' ');
    bytes_append_number(out, numbers[i], 2);
  }
}

static void
append_quoted(GString *out, const char *text)
{
  g_autofree char *printable = bytes_printable(text, 4096);

  g_string_append_printf(out, " \"%s\"", printable);
}

static void
append_owner(GString *out, const LayoutDocument *document, const Box *box)
{
  if (box->leaf < 0) {
    g_string_append(out, " artifact");
    return;
  }
  {
    int node = g_array_index(document->leaves, LayoutLeaf, box->leaf).node;
    Role role = g_array_index(document->nodes, LayoutNode, node).role;
    g_string_append_printf(out, " %s#%d", role_name(role), node);
  }
}

static void
append_font(GString *out, PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe(font);
  int size = pango_font_description_get_size(description);

  pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE);
  g_autofree char *face = pango_font_description_to_string(description);
  g_autoptr(GString) name = g_string_new(face);
  g_string_append_c(name, ' ');
  bytes_append_number(name, (double)size / PANGO_SCALE, 2);
  append_quoted(out, name->str);
  pango_font_description_free(description);
}

static void
dump_box(const LayoutDocument *document, const Box *box, GString *out)
{
  const double place[] = { box->x, box->y, box->width, box->height };

  switch (box->kind) {
  case BOX_GLYPHS:
    g_string_append(out, "  text");
    append_numbers(out, place, 3);
    append_owner(out, document, box);
    append_font(out, box->as.glyphs.font);
    g_string_append(out, " x");
    bytes_append_number(out, box->as.glyphs.x_scale, 3);
    append_quoted(out, box->as.glyphs.text);
    break;
  case BOX_RULE:
  case BOX_DOTS:
    g_string_append(out, box->kind == BOX_RULE ? "  rule" : "  dots");
    append_numbers(out, place, 4);
    append_owner(out, document, box);
    break;
  case BOX_IMAGE:
    g_string_append(out, "  image");
    append_numbers(out, place, 4);
    append_owner(out, document, box);
    append_quoted(out, box->as.image->name);
    break;
  }
  g_string_append_c(out, '\n');
}

static void
dump_links(const LayoutDocument *document, int page, GString *out)
{
  for (guint i = 0; i < document->links->len; i++) {
    const LayoutLink *link = &g_array_index(document->links, LayoutLink, i);
    const double place[] = { link->x0, link->y0, link->x1, link->y1 };

    if (link->page != page)
      continue;
    g_string_append(out, "  link");
    append_numbers(out, place, 4);
    if (link->uri != NULL)
      append_quoted(out, link->uri);
    else
      g_string_append_printf(
          out, " page %s",
          g_array_index(document->pages, LayoutPage, link->dest_page).label);
    g_string_append_c(out, '\n');
  }
}

static void
dump_node(const LayoutDocument *document, int index, unsigned depth,
          GString *out)
{
  const LayoutNode *node = &g_array_index(document->nodes, LayoutNode, index);

  g_string_append_printf(out, "%*s%s#%d", (int)depth * 2, "",
                         role_name(node->role), index);
  if (node->alt != NULL)
    append_quoted(out, node->alt);
  if (node->lang != NULL)
    g_string_append_printf(out, " lang=%s", node->lang);
  g_string_append_c(out, '\n');
  for (guint i = 0; i < node->kids->len; i++) {
    const Kid *kid = &g_array_index(node->kids, Kid, i);
    if (kid->kind == KID_NODE)
      dump_node(document, kid->index, depth + 1, out);
  }
}

void
layout_dump(const LayoutDocument *document, GString *out)
{
  for (guint i = 0; i < document->pages->len; i++) {
    const LayoutPage *page = &g_array_index(document->pages, LayoutPage, i);

    g_string_append_printf(out, "page %s%s\n", page->label,
                           page->verso ? " verso" : "");
    for (guint b = 0; b < page->boxes->len; b++)
      dump_box(document, &g_array_index(page->boxes, Box, b), out);
    dump_links(document, (int)i, out);
  }
  g_string_append(out, "structure\n");
  if (document->nodes->len > 0)
    dump_node(document, 0, 1, out);
}

static const char *
first_words(const LayoutPage *page)
{
  for (guint i = 0; i < page->boxes->len; i++) {
    const Box *box = &g_array_index(page->boxes, Box, i);
    if (box->kind == BOX_GLYPHS && box->leaf >= 0)
      return box->as.glyphs.text;
  }
  return "";
}

static void
dump_taken(const LayoutDocument *document, int page, GString *out)
{
  for (guint i = 0; i < document->taken->len; i++) {
    const LayoutTaken *taken = &g_array_index(document->taken, LayoutTaken, i);

    if (taken->page != page)
      continue;
    if (taken->words == NULL) {
      g_string_append_printf(out, "  gaps take %d more\n", taken->lines);
      continue;
    }
    g_string_append_printf(
        out, "  one line %s:", taken->lines > 0 ? "more" : "fewer");
    append_quoted(out, taken->words);
    g_string_append_c(out, '\n');
  }
}

void
layout_dump_pages(const LayoutDocument *document, GString *out)
{
  for (guint i = 0; i < document->pages->len; i++) {
    const LayoutPage *page = &g_array_index(document->pages, LayoutPage, i);

    g_string_append_printf(out, "%s%s %u boxes", page->label,
                           page->verso ? " verso" : "", page->boxes->len);
    append_quoted(out, first_words(page));
    g_string_append_c(out, '\n');
    dump_taken(document, (int)i, out);
  }
}
