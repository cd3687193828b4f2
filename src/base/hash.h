/*
 * base/hash.h -- SHA-256 in hex, and name-based UUIDs.
 */
#pragma once

#include <glib.h>

/* 64 lower-case hex digits.  (transfer full) */
char *hash_sha256(GBytes *bytes);

/* The same of all that can be read from an open file; NULL and errno if a read
 * fails.  (transfer full) */
char *hash_sha256_file(int file);

/* RFC 9562 UUID version 5 of `name` in the URL namespace, as
 * "xxxxxxxx-xxxx-5xxx-yxxx-xxxxxxxxxxxx".  (transfer full) */
char *hash_uuid5(const char *name);
