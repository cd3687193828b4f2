/*
 * epub/xhtml.h -- what all XHTML files of the EPUB have around their text, and
 * the files that handbill writes by itself.
 */
#pragma once

#include "epub/plan.h"
#include "epub/xml.h"

#define EPUB_XHTML_TYPE "application/xhtml+xml"

/* From the declaration to inside body. */
void epub_xhtml_open(EpubXml *xml, const EpubPlan *plan, const char *title,
                     const char *lang, MetaDirection direction);
void epub_xhtml_close(EpubXml *xml);

/* Takes `xml` and adds it to the plan. */
bool epub_xhtml_add(EpubPlan *plan, EpubFileKind kind, const char *name,
                    const char *media_type, EpubXml *xml, GError **error);

/* `text` as words of handbill's own: marked as English where doc/words.h does
 * not know the language of the text around. */
void epub_xhtml_words(EpubXml *xml, const char *text, const char *around);

/* A paragraph of `class_name`: of `text`, or of handbill's own words within
 * `around`; NULL: none is written. */
void epub_xhtml_paragraph(EpubXml *xml, const char *class_name,
                          const char *text);
void epub_xhtml_words_paragraph(EpubXml *xml, const char *class_name,
                                const char *words, const char *around);

bool epub_cover_add(EpubPlan *plan, GError **error);
bool epub_title_add(EpubPlan *plan, GError **error);
bool epub_article_add(EpubPlan *plan, const EpubPiece *piece, GError **error);
bool epub_nav_add(EpubPlan *plan, GError **error);
bool epub_ncx_add(EpubPlan *plan, GError **error);
bool epub_package_add(EpubPlan *plan, GError **error);

/* "urn:uuid:..." of the book's id, edition and language.  (transfer full) */
char *epub_package_identifier(const Book *book);
