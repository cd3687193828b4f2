/*
 * epub/address.h -- addresses outside the book, as an href may say them.
 */
#pragma once

#include <stdbool.h>

/* Characters that RFC 3986 does not allow as %XX; NULL if the scheme is not
 * http, https, mailto or tel.  (transfer full) */
char *epub_address_escape(const char *address);
