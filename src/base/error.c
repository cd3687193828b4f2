/* base/error.c -- the GError domain of handbill. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"

/* The formatter would put spaces into the name. */
/* clang-format off */
G_DEFINE_QUARK(handbill-error-quark, error)
/* clang-format on */
