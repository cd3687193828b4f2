/* epub/address.c -- addresses outside the book. */
/* SPDX-License-Identifier: MIT */

#include "epub/address.h"

#include <glib.h>
#include <string.h>

static const char *const schemes[] = { "http://", "https://",
                                       "mailto:", "tel:" };

static bool
is_known(const char *address)
{
  for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
    if (g_ascii_strncasecmp(address, schemes[i], strlen(schemes[i])) == 0 &&
        address[strlen(schemes[i])] != '\0')
      return true;
  return false;
}

/* RFC 3986, section 2; what is not ASCII stays (RFC 3987). */
static bool
is_allowed(const char *at)
{
  guchar c = (guchar)*at;

  if (c == '%')
    return g_ascii_isxdigit(at[1]) && g_ascii_isxdigit(at[2]);
  return c >= 0x80 || g_ascii_isalnum(*at) ||
         strchr("-._~:/?#[]@!$&'()*+,;=", *at) != NULL;
}

char *
epub_address_escape(const char *address)
{
  GString *out;

  if (!is_known(address))
    return NULL;
  out = g_string_new(NULL);
  for (const char *at = address; *at != '\0'; at++)
    if (is_allowed(at))
      g_string_append_c(out, *at);
    else
      g_string_append_printf(out, "%%%02X", (guchar)*at);
  return g_string_free(out, FALSE);
}
