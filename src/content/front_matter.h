/*
 * content/front_matter.h -- what stands between the two `---` lines at the
 * start of an article.
 *
 * Keys: title, id, kind (article, topic, form), summary, author, lang, dir,
 * updated, reviewed (by, on, role), review-by, also-known-as, index, formats.
 * Only the title must be there, and only in a book.
 *
 * In a bare folder nothing of this is an error: what is no front matter is the
 * beginning of the text, unknown keys are warnings.
 */
#pragma once

#include "content/field.h"
#include "doc/book.h"

/* The keys, for a Meta; also those of `article:` in emergency.yaml and
 * glossary.yaml. */
extern const ContentField content_front_matter_fields[];

/* Fills the article's meta, body_offset and body_line from its bytes, which
 * are valid text.  Title, id and language stay NULL where nothing is said; a
 * missing title is reported in a book. */
void content_front_matter_read(BookArticle *article, Diag *diag);
