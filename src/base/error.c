/* base/error.c -- the GError domain of handbill. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"

/* clang-format off: it would put spaces into the name */
G_DEFINE_QUARK(handbill-error-quark, error)
/* clang-format on */
