/*
 * base/json.h -- the one place where text is escaped for JSON.
 */
#pragma once

#include <glib.h>

/* Appends `text` in double quotes.  Controls, bidi controls and everything
 * else a terminal might obey become \uXXXX; a byte that is not UTF-8 becomes
 * \ufffd.  NULL becomes null. */
void json_append_string(GString *out, const char *text);

/* Appends `"key": ` and the string, with a comma before it unless `out` ends
 * with an opening bracket (and white space).  Nothing if `text` is NULL. */
void json_append_field(GString *out, const char *key, const char *text);

/* The same for a whole number. */
void json_append_count(GString *out, const char *key, guint64 count);
