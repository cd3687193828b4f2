/*
 * base/hash.h -- SHA-256 in hex, and name-based UUIDs.
 */
#pragma once

#include <glib.h>

/* 64 lower-case hex digits.  (transfer full) */
char *hash_sha256(GBytes *bytes);

/* RFC 9562 UUID version 5 of `name` in the URL namespace, as
 * "xxxxxxxx-xxxx-5xxx-yxxx-xxxxxxxxxxxx".  (transfer full) */
char *hash_uuid5(const char *name);
