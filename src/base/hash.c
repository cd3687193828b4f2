/* base/hash.c -- SHA-256 in hex, and name-based UUIDs. */
/* SPDX-License-Identifier: MIT */

#include "base/hash.h"

#include <errno.h>
#include <nettle/sha2.h>
#include <string.h>
#include <unistd.h>

static const char hex[] = "0123456789abcdef";

/* Bytes that are read at a time. */
#define PIECE 65536

static char *
finish(struct sha256_ctx *sum)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  char text[2 * SHA256_DIGEST_SIZE + 1] = "";

  sha256_digest(sum, sizeof digest, digest);
  for (unsigned i = 0; i < sizeof digest; i++) {
    text[2 * i] = hex[digest[i] >> 4];
    text[2 * i + 1] = hex[digest[i] & 15];
  }
  return g_strdup(text);
}

/* Nettle, which qpdf brings along, uses the processor's instructions for
 * SHA-256; GLib does not and takes seven times as long, which for the fonts
 * alone is 12 ms at every start. */
char *
hash_sha256(GBytes *bytes)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data(bytes, &length);
  struct sha256_ctx sum;

  sha256_init(&sum);
  sha256_update(&sum, length, data);
  return finish(&sum);
}

char *
hash_sha256_file(int file)
{
  g_autofree guint8 *piece = g_malloc(PIECE);
  struct sha256_ctx sum;
  gssize count = 0;

  sha256_init(&sum);
  do {
    count = read(file, piece, PIECE);
    if (count > 0)
      sha256_update(&sum, (gsize)count, piece);
  } while (count > 0 || (count < 0 && errno == EINTR));
  return count < 0 ? NULL : finish(&sum);
}

static void
format_uuid(const guint8 *digest, char *out)
{
  for (unsigned i = 0; i < 16; i++) {
    if (i == 4 || i == 6 || i == 8 || i == 10)
      *out++ = '-';
    *out++ = hex[digest[i] >> 4];
    *out++ = hex[digest[i] & 15];
  }
  *out = '\0';
}

char *
hash_uuid5(const char *name)
{
  /* RFC 9562, 6.6: the URL namespace. */
  static const guint8 space[16] = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad,
                                    0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0,
                                    0x4f, 0xd4, 0x30, 0xc8 };
  guint8 digest[20];
  gsize length = sizeof digest;
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
  g_checksum_update(sum, space, sizeof space);
  g_checksum_update(sum, (const guchar *)name, (gssize)strlen(name));
  g_checksum_get_digest(sum, digest, &length);
  digest[6] = (guint8)((digest[6] & 0x0f) | 0x50); /* version 5 */
  digest[8] = (guint8)((digest[8] & 0x3f) | 0x80); /* variant 10 */
  char text[37];
  format_uuid(digest, text);
  return g_strdup(text);
}
