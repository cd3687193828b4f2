/* epub/note.c -- footnotes: pop up where readers can, read well where not. */
/* SPDX-License-Identifier: MIT */

#include "epub/writer.h"

enum {
  BACK_LENGTH = 8 /* characters of a number that leads back, at most */
};

static char *
number_text(const DocNode *note)
{
  return g_strdup_printf("%u", note != NULL ? note->as.note.number : 0);
}

static char *
address_of(EpubWriter *writer, const DocNode *node)
{
  if (writer->measuring)
    return g_strdup("#noteref-99999-99999");
  return epub_writer_address(writer,
                             g_hash_table_lookup(writer->plan->places, node));
}

static glong
note_length(const DocNode *note)
{
  g_autofree char *text = doc_node_plain_text(note);

  return g_utf8_strlen(g_strstrip(text), -1);
}

/* Of a length that Kobo pops up; else it is a place that a link leads to. */
static bool
pops_up(const EpubWriter *writer, const DocNode *note)
{
  const GPtrArray *backs = g_hash_table_lookup(writer->plan->backs, note);
  glong numbers = BACK_LENGTH * (backs != NULL ? (glong)backs->len : 1);
  glong length = note_length(note);

  return length >= EPUB_NOTE_SHORTEST && length + numbers <= EPUB_NOTE_LONGEST;
}

/* A link in a link is no XHTML: there the number is only read. */
void
epub_note_write_reference(EpubWriter *writer, const DocNode *node)
{
  const DocNode *note = node->as.note_ref.note;
  g_autofree char *number = number_text(note);
  g_autofree char *address = note != NULL ? address_of(writer, note) : NULL;
  bool linked = address != NULL && !writer->in_link;

  if (note == NULL)
    return;
  epub_xml_open(writer->xml, linked ? "a" : "span");
  epub_writer_attributes(writer, node, "noteref");
  if (linked) {
    if (pops_up(writer, note))
      epub_xml_attribute(writer->xml, "epub:type", "noteref");
    epub_xml_attribute(writer->xml, "role", "doc-noteref");
    epub_xml_attribute(writer->xml, "href", address);
  }
  epub_xml_element(writer->xml, "sup", number);
  epub_xml_close(writer->xml);
}

static void
write_back(EpubWriter *writer, const DocNode *reference, const char *text)
{
  g_autofree char *address = address_of(writer, reference);

  epub_xml_open(writer->xml, "a");
  epub_xml_attribute(writer->xml, "role", "doc-backlink");
  epub_xml_attribute(writer->xml, "href", address);
  epub_xml_text(writer->xml, text);
  epub_xml_close(writer->xml);
}

/* The number leads back to the first reference; those that follow have an
 * arrow each. */
static void
write_number(EpubWriter *writer, const DocNode *note, const GPtrArray *backs)
{
  g_autofree char *number = number_text(note);

  if (backs != NULL && backs->len > 0)
    write_back(writer, g_ptr_array_index(backs, 0), number);
  else
    epub_xml_text(writer->xml, number);
  for (guint i = 1; backs != NULL && i < backs->len; i++) {
    g_autofree char *arrow = g_strdup_printf("\u2191%u", i + 1);
    epub_xml_text(writer->xml, " ");
    write_back(writer, g_ptr_array_index(backs, i), arrow);
  }
  epub_xml_text(writer->xml, " ");
}

static void
write_first(EpubWriter *writer, const DocNode *note, const GPtrArray *backs)
{
  const DocNode *first = note->first;
  bool joins = first != NULL && first->kind == DOC_PARAGRAPH;

  epub_xml_open(writer->xml, "p");
  if (joins)
    epub_writer_attributes(writer, first, NULL);
  epub_writer_pages(writer, note, "span");
  write_number(writer, note, backs);
  if (joins) {
    epub_writer_pages(writer, first, "span");
    epub_inline_write_children(writer, first);
  }
  epub_xml_close(writer->xml);
  epub_xml_line(writer->xml);
  if (first != NULL && !joins)
    epub_block_write(writer, first);
}

static void
check_length(const EpubWriter *writer, const DocNode *note)
{
  DiagPos pos = { writer->source, note->pos.line, note->pos.column };

  if (!writer->measuring && note_length(note) > EPUB_NOTE_LONGEST)
    diag_report(writer->plan->diag, DIAG_NOTE, pos, "epub-note-long",
                "a note of more than %d characters does not pop up on every "
                "e-reader; make it a section",
                EPUB_NOTE_LONGEST);
}

void
epub_note_write(EpubWriter *writer, const DocNode *node)
{
  const GPtrArray *backs = g_hash_table_lookup(writer->plan->backs, node);

  check_length(writer, node);
  epub_xml_open(writer->xml, "aside");
  epub_writer_attributes(writer, node, NULL);
  if (pops_up(writer, node))
    epub_xml_attribute(writer->xml, "epub:type", "footnote");
  epub_xml_attribute(writer->xml, "role", "doc-footnote");
  epub_xml_line(writer->xml);
  write_first(writer, node, backs);
  for (const DocNode *block = node->first != NULL ? node->first->next : NULL;
       block != NULL; block = block->next)
    epub_block_write(writer, block);
  epub_xml_close(writer->xml);
  epub_xml_line(writer->xml);
}
