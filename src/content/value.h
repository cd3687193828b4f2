/*
 * content/value.h -- what a text must look like to be a date, an id, a
 * language, an address, an ISBN.
 *
 * Pure functions: they look, and report nothing.
 */
#pragma once

#include "doc/meta.h"

#include <stdbool.h>

/* A day of the calendar as ISO 8601 writes it: "2026-11-22". */
bool content_value_is_date(const char *text);

/* [a-z0-9-]+, begins with a letter or digit, at most 100 bytes: a file name
 * and an anchor can be made of it everywhere. */
bool content_value_is_article_id(const char *text);

/* As an article's, and also dots and underscores. */
bool content_value_is_book_id(const char *text);

/* Shaped like a BCP 47 language tag: "en", "en-GB", "sr-Latn", "es-419". */
bool content_value_is_language(const char *text);

/* An absolute http or https address. */
bool content_value_is_address(const char *text);

/* 13 digits with a right check digit (ISO 2108), hyphens and spaces aside. */
bool content_value_is_isbn(const char *text);

/* The direction that a language is written in, by its script or name. */
MetaDirection content_value_direction(const char *language);

/* `text` made an id: a slug of at most 100 bytes.  (transfer full) */
char *content_value_slug(const char *text);

/* The file's name without folders and suffix: "a" of "articles/a.md".
 * (transfer full) */
char *content_value_stem(const char *file);
