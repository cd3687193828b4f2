/*
 * media/limit.h -- how large a picture may be.
 *
 * Checked on what the headers say, before anything is decoded, so that a small
 * file cannot ask for gigabytes of pixels.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

#define MEDIA_LIMIT_SIDE   16384u /* px */
#define MEDIA_LIMIT_PIXELS (64u * 1024 * 1024)
#define MEDIA_LIMIT_CHUNK  (8u * 1024 * 1024) /* bytes of one PNG chunk */
#define MEDIA_LIMIT_SCANS  100u
/* A progressive JPEG is worked through once a scan: scans times pixels. */
#define MEDIA_LIMIT_WORK (20u * (guint64)MEDIA_LIMIT_PIXELS)

/* ERROR_REFUSED when a side is 0, ERROR_LIMIT when the picture is too large. */
bool media_limit_check(unsigned width, unsigned height, GError **error);
