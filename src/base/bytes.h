/*
 * base/bytes.h -- text and numbers that look the same in every locale.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* True if `text` is valid UTF-8 without NUL, noncharacters or control
 * characters other than tab, LF, CR.  Else sets `*offset` to the first bad
 * byte. */
bool bytes_is_text(const char *text, gsize length, gsize *offset);

/* True if there is a letter in the UTF-8 text. */
bool bytes_has_letter(const char *text);

/* Appends `value` in decimal digits: "-12". */
void bytes_append_integer(GString *out, gint64 value);

/* Appends `value` with at most `decimals` (0 to 6) digits after a point,
 * rounded half away from zero, no trailing zeros: "1.5", "-3", "0". */
void bytes_append_number(GString *out, double value, unsigned decimals);

/* Foreign text made safe for a terminal: controls, bidi controls and bytes
 * that are not UTF-8 as \xNN, cut after `limit` characters with "…".
 * (transfer full) */
char *bytes_printable(const char *text, gsize limit);

/* A lower-case ASCII slug of letters, digits and single hyphens: "Über uns!"
 * to "uber-uns".  Letters outside Latin are kept if `keep_unicode`.  Never
 * empty: "x" when nothing is left.  (transfer full) */
char *bytes_slug(const char *text, bool keep_unicode);
