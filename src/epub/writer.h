/*
 * epub/writer.h -- the tree as XHTML: what block, inline, table and note share.
 *
 * A node's id, classes, language and printed pages are written here, so that
 * each kind's own function says only what is special about it.
 */
#pragma once

#include "epub/plan.h"
#include "epub/xml.h"

typedef struct {
  EpubXml *xml;
  EpubPlan *plan;
  const char *source;       /* of the article, for messages; or NULL */
  const char *file;         /* being written: links are relative to it */
  MetaDirection direction;  /* of the text around */
  const char *lead;         /* text that opens the next paragraph, or NULL */
  const EpubPlace *caption; /* of the table to come, or NULL */
  bool in_link;             /* a link holds no link */
  bool tight;               /* paragraphs of this list item have no tags */
  bool listed;              /* the table is one that can be a list */
  bool unmarked;            /* marks of pages stand elsewhere already */
  bool measuring; /* places are not known yet: write their longest form */
} EpubWriter;

/* id, class (the node's and `extra`, which may be NULL), lang, dir. */
void epub_writer_attributes(EpubWriter *writer, const DocNode *node,
                            const char *extra);

/* lang and xml:lang, and dir where it turns; `lang` NULL: nothing. */
void epub_writer_language(EpubWriter *writer, const char *lang);

/* True if a text in this language runs from right to left. */
bool epub_language_is_rtl(const char *lang);

/* The node's anchor, or NULL if it has none. */
const char *epub_writer_anchor(const EpubWriter *writer, const DocNode *node);

/* What an href to `place` says; NULL gives NULL.  (transfer full) */
char *epub_writer_address(const EpubWriter *writer, const EpubPlace *place);

/* Marks the printed pages that begin at `node`, each as an empty `element`
 * ("span" in a paragraph, "div" between blocks): EPUB Accessibility 1.1,
 * section 3.2.  Which page begins where says epub/anchor.h. */
void epub_writer_pages(EpubWriter *writer, const DocNode *node,
                       const char *element);
void epub_writer_page(EpubWriter *writer, unsigned page, const char *element);

/* Those that begin from byte `from` of the node on, and before `to`. */
void epub_writer_pages_between(EpubWriter *writer, const DocNode *node,
                               gsize from, gsize to);

/* The node's text with the marks of pages that begin inside it. */
void epub_writer_text(EpubWriter *writer, const DocNode *node);

void epub_block_write(EpubWriter *writer, const DocNode *node);
void epub_block_write_children(EpubWriter *writer, const DocNode *node);
void epub_inline_write(EpubWriter *writer, const DocNode *node);
void epub_inline_write_children(EpubWriter *writer, const DocNode *node);
void epub_page_list_write(EpubWriter *writer, const DocNode *node);
void epub_table_write(EpubWriter *writer, const DocNode *node);

/* True if a narrow screen may show the table as a list: more than three
 * columns under one plain row of heads.  (table_list.c) */
bool epub_table_is_list(const EpubWriter *writer, const DocNode *table);

/* The head of the cell's column, as a list says it before the cell; NULL if it
 * is empty.  (transfer full) */
char *epub_table_label(const DocNode *cell);
void epub_note_write(EpubWriter *writer, const DocNode *node);
void epub_note_write_reference(EpubWriter *writer, const DocNode *node);
