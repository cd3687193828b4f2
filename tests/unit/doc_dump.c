/* tests/unit/doc_dump.c -- the tree as text. */
/* SPDX-License-Identifier: MIT */

#include "doc/dump.h"
#include "doc/edit.h"
#include "doc/resource.h"

static DocNode *
add(Doc *doc, DocNode *parent, DocKind kind)
{
  DocNode *node = doc_node_new(doc, kind, (DocPos){ 3, 4 });

  doc_node_append(parent, node);
  return node;
}

static void
assert_dump(const Doc *doc, bool positions, const char *wanted)
{
  g_autoptr(GString) out = g_string_new(NULL);

  doc_dump(doc, positions, out);
  g_assert_cmpstr(out->str, ==, wanted);
}

static void
test_text(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *code =
      doc_node_new_text(doc, DOC_CODE_BLOCK, "a\t\"b\"\n\\é", (DocPos){ 2, 1 });

  doc_node_append(doc_root_mutable(doc), code);
  doc_node_set_id(doc, code, "x.y");
  doc_node_add_class(doc, code, "one");
  doc_node_add_class(doc, code, "two");
  code->lang = doc_string(doc, "de");
  assert_dump(doc, true,
              "1:1 document\n  2:1 code_block \"a\\t\\\"b\\\"\\n\\\\é\" #x.y "
              ".one .two lang=de\n");
}

/* What reorders a terminal's line is no longer there to be obeyed. */
static void
test_terminal(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *code = doc_node_new_text(doc, DOC_CODE_BLOCK, "a\u202eb\n\x1b[2Jc",
                                    (DocPos){ 2, 1 });

  doc_node_append(doc_root_mutable(doc), code);
  doc_node_set_id(doc, code, "x\u2066y");
  doc_node_add_class(doc, code, "\u202d");
  assert_dump(doc, false,
              "document\n  code_block \"a\\xe2\\x80\\xaeb\\n\\x1b[2Jc\" "
              "#x\\xe2\\x81\\xa6y .\\xe2\\x80\\xad\n");
}

static void
test_blocks(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  DocNode *root = doc_root_mutable(doc);
  DocNode *list = add(doc, root, DOC_LIST);
  DocNode *table = add(doc, root, DOC_TABLE);
  DocNode *row = add(doc, table, DOC_ROW);
  DocNode *cell = add(doc, row, DOC_CELL);

  list->as.list = (DocList){ true, true, 3 };
  add(doc, list, DOC_ITEM)->as.task = DOC_TASK_DONE;
  row->as.header = true;
  cell->as.cell = (DocCell){ true, 2, 3, DOC_ALIGN_RIGHT };
  add(doc, root, DOC_CALLOUT)->as.callout = DOC_CALLOUT_TIP;
  assert_dump(doc, false,
              "document\n"
              "  list ordered 3 tight\n"
              "    item done\n"
              "  table\n"
              "    row header\n"
              "      cell header columns=2 rows=3 align=right\n"
              "  callout tip\n");
}

static void
test_inlines(void)
{
  g_autoptr(Doc) doc = doc_new("a.md");
  g_autoptr(DocResource) resource = doc_resource_new(
      "i/a.png", "a.png", RESOURCE_PNG, g_bytes_new_static("", 0));
  DocNode *paragraph = add(doc, doc_root_mutable(doc), DOC_PARAGRAPH);
  DocNode *note = add(doc, doc_root_mutable(doc), DOC_NOTE);
  DocNode *link = add(doc, paragraph, DOC_LINK);
  DocNode *image = add(doc, paragraph, DOC_IMAGE);
  DocNode *ref = add(doc, paragraph, DOC_NOTE_REF);

  resource->width = 4;
  resource->height = 3;
  note->as.note = (DocNote){ "n", 2 };
  doc_node_set_link(doc, link, "a.why", "T");
  link->as.link.kind = DOC_LINK_INTERNAL;
  doc_node_set_link(doc, image, "i/a.png", NULL);
  image->as.image.resource = resource;
  image->as.image.decorative = true;
  ref->as.note_ref = (DocNoteRef){ "n", note, 1 };
  assert_dump(doc, false,
              "document\n"
              "  paragraph\n"
              "    link internal \"a.why\" title \"T\"\n"
              "    image \"i/a.png\" decorative a.png 4x3\n"
              "    note_ref \"n\" number=2 nth=1\n"
              "  note \"n\" number=2\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/dump/text", test_text);
  g_test_add_func("/dump/terminal", test_terminal);
  g_test_add_func("/dump/blocks", test_blocks);
  g_test_add_func("/dump/inlines", test_inlines);
  return g_test_run();
}
