/*
 * epub/xhtml.h -- what all XHTML files of the EPUB have around their text.
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
