/* epub/page_list.c -- "3, 12–14": printed pages that a list names, as links. */
/* SPDX-License-Identifier: MIT */

#include "doc/page_list.h"

#include "epub/writer.h"

static const char *
label_of(const char *id, gpointer data)
{
  const EpubPlan *plan = data;
  const EpubPlace *place = epub_plan_find_target(plan, id);

  if (place == NULL || place->page == EPUB_NO_PAGE)
    return NULL;
  return epub_plan_page_label(plan, (unsigned)place->page);
}

static void
write_link(EpubWriter *writer, const char *target, const char *text)
{
  g_autofree char *address =
      epub_writer_address(writer, epub_plan_find_target(writer->plan, target));

  epub_xml_open(writer->xml, address != NULL ? "a" : "span");
  epub_xml_attribute(writer->xml, "href", address);
  epub_xml_text(writer->xml, text);
  epub_xml_close(writer->xml);
}

static void
write_stretches(EpubWriter *writer, const DocNode *node,
                const GPtrArray *stretches)
{
  epub_writer_pages_between(writer, node, 0, PAGE_LIST_STEP);
  epub_xml_text(writer->xml, page_list_lead(node));
  for (guint i = 0; i < stretches->len; i++) {
    const PageStretch *stretch = g_ptr_array_index(stretches, i);

    if (i > 0) {
      epub_xml_text(writer->xml, ", ");
      epub_writer_pages_between(writer, node, (gsize)i * PAGE_LIST_STEP,
                                (gsize)(i + 1) * PAGE_LIST_STEP);
    }
    write_link(writer, stretch->target, stretch->text);
  }
}

/* Without printed pages the list names the articles. */
static void
write_words(EpubWriter *writer, const DocNode *node)
{
  bool open = false;

  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    if (child->kind != DOC_PAGE_REF || doc_node_has_class(child, PAGE_LIST_END))
      continue;
    if (open)
      epub_xml_text(writer->xml, ", ");
    open = true;
    epub_inline_write(writer, child);
  }
}

void
epub_page_list_write(EpubWriter *writer, const DocNode *node)
{
  g_autoptr(GPtrArray) stretches =
      page_list_stretches(node, label_of, writer->plan);

  epub_xml_open(writer->xml, "span");
  epub_writer_attributes(writer, node, NULL);
  if (writer->measuring || stretches->len == 0)
    write_words(writer, node);
  else
    write_stretches(writer, node, stretches);
  epub_xml_close(writer->xml);
}
