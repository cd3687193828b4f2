/* media/limit.c -- how large a picture may be. */
/* SPDX-License-Identifier: MIT */

#include "media/limit.h"

#include "base/error.h"

bool
media_limit_check(unsigned width, unsigned height, GError **error)
{
  if (width == 0 || height == 0) {
    g_set_error_literal(error, HANDBILL_ERROR, ERROR_REFUSED,
                        "the picture is empty: a side is 0 px long");
    return false;
  }
  if (width > MEDIA_LIMIT_SIDE || height > MEDIA_LIMIT_SIDE) {
    g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT,
                "the picture is %u x %u px: make it at most %u px a side",
                width, height, MEDIA_LIMIT_SIDE);
    return false;
  }
  if (width * height > MEDIA_LIMIT_PIXELS) {
    g_set_error(error, HANDBILL_ERROR, ERROR_LIMIT,
                "the picture is %u x %u px: make it at most %u megapixels",
                width, height, MEDIA_LIMIT_PIXELS >> 20);
    return false;
  }
  return true;
}
