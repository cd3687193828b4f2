/*
 * content/discreet.h -- a book that nobody near its reader shall recognise.
 */
#pragma once

#include "doc/book.h"

/* Of a book that says `discreet: true`: a title, a cover and names of files
 * that say nothing; the articles stay as they are. */
void content_discreet_apply(Book *book);
